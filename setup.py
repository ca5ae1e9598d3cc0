"""Only what pyproject.toml cannot say: the packs travel inside the wheel as ``tecum/_packs``."""

from setuptools import find_packages, setup

setup(
    packages=[*find_packages("src"), "tecum._packs"],
    package_dir={"": "src", "tecum._packs": "packs"},
)
