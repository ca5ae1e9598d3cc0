"""Which fold made the rows that lists read: a number for each table, and the code's digest.

A number is raised whenever a fold gives other rows for entries that exist; a test holds the
rows of random histories against the numbers. The digest tells of every change at all: where it
alone differs, a sample of dockets is folded anew and compared.
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

__all__ = ["NUMBERS", "code_digest"]

NUMBERS: dict[str, int] = {
    "Arrival": 1,
    "Demand": 6,
    "Item": 3,
    "Obligation": 7,
    "FindingRow": 1,
    "Determination": 1,
    "Dispatch": 1,
    "DocketMember": 2,
    "StatusHeld": 7,
    "Link": 2,
    "Campaign": 1,
    "Recipient": 1,
    "BoardCells": 8,
    "IndexedWords": 1,
    "IndexedName": 1,
}
"""Table → the number of the fold that makes its rows. Raising one makes every office fold anew."""

_FOLDED_BY = ("docket", "web/docket", "web/search", "words.py", "office.py")


@cache
def code_digest() -> str:
    """The digest of all source that has a part in folding entries into rows."""
    total = hashlib.sha256()
    for name in _FOLDED_BY:
        _add(total, files("tecum") / name, name)
    return total.hexdigest()


def _add(total: hashlib._Hash, at: Traversable, name: str) -> None:
    if at.is_dir():
        for inner in sorted(at.iterdir(), key=lambda one: one.name):
            _add(total, inner, f"{name}/{inner.name}")
    elif name.endswith((".py", ".toml")):
        content = at.read_bytes()
        total.update(f"{name} {len(content)}\n".encode())
        total.update(content)
