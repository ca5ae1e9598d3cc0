"""The lock files agree: what the tests ran with is what the product runs on."""

from __future__ import annotations

import re
from collections import defaultdict

import pytest

from tests.shared import ROOT


def pins(name: str) -> dict[str, set[str]]:
    """Package → its versions with the condition on each, and the hashes of their files."""
    text = (ROOT / name).read_text("utf-8").replace("\\\n", " ")
    found: dict[str, set[str]] = defaultdict(set)
    for line in text.splitlines():
        package, _, rest = line.partition("==")
        if rest:
            found[package].add(" ".join(rest.split()))
    return found


def versions(name: str) -> dict[str, set[str]]:
    """Package → its versions; on what machines each is wanted differs between the files."""
    return {package: {row.split()[0] for row in held} for package, held in pins(name).items()}


@pytest.mark.parametrize("other", ["requirements-dev.lock", "requirements-rapidocr.lock"])
def test_what_two_lock_files_share_is_one_version(other: str) -> None:
    product, held = versions("requirements.lock"), versions(other)
    shared = product.keys() & held.keys()
    assert len(shared) > 3
    assert {
        name: (product[name], held[name]) for name in shared if product[name] != held[name]
    } == {}


def test_the_tests_have_every_package_of_the_product() -> None:
    assert versions("requirements.lock").keys() <= versions("requirements-dev.lock").keys()


def test_every_pin_has_hashes_and_no_address() -> None:
    for name in ("requirements.lock", "requirements-dev.lock", "requirements-rapidocr.lock"):
        assert all("--hash=sha256:" in one for held in pins(name).values() for one in held)
        assert not re.search(r"https?://|file:", (ROOT / name).read_text("utf-8"))
