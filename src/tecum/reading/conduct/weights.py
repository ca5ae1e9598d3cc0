"""The weights of directives in ``conduct.toml``."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

__all__ = ["act_weights"]


@cache
def act_weights() -> dict[str, float]:
    """The weights of directives in ``conduct.toml``."""
    table = tomllib.loads((files("tecum.reading.conduct") / "conduct.toml").read_text("utf-8"))
    return {key: float(value) for key, value in table["acts"].items()}
