"""Who reviewed which block, when, in what office: ``reviews.toml``, and what of it still counts.

A row counts only while the text of its block is the one that was reviewed: one edited line
un-reviews exactly one block (LAW section 13).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import unique
from typing import TYPE_CHECKING, Any

from tecum.tables import table_of
from tecum.words import Word

if TYPE_CHECKING:
    from tecum.law.build import Built
    from tecum.law.pack import Pack

__all__ = [
    "ReviewRow",
    "ReviewStanding",
    "Reviewed",
    "parse_reviews",
    "standing_of",
    "standings",
    "write_reviews",
]

_KEYS = ("block", "sha256", "by", "capacity", "on", "note")


@unique
class ReviewStanding(Word):
    """Whether a review counts for the text of a block as it stands."""

    REVIEWED = "reviewed"
    LAPSED = "lapsed"
    UNREVIEWED = "unreviewed"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewRow:
    """One person's review of one text of one block, in the capacity in which it was done."""

    block: str
    sha256: str
    by: str
    capacity: str = ""
    on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A block with its standing and the review that counts, or the last that no longer does."""

    block: Built
    standing: ReviewStanding
    row: ReviewRow | None


def parse_reviews(text: str) -> tuple[ReviewRow, ...]:
    """The rows of ``reviews.toml``; a row that names nobody is left out.

    Raises:
        ValueError: not TOML, or a row of another form.
    """
    rows = table_of(text).get("review", [])
    if not isinstance(rows, list):
        raise ValueError("review is not a list of tables")
    return tuple(_row(row) for row in rows if not isinstance(row, Mapping) or row.get("by"))


def _row(row: Any) -> ReviewRow:
    if not isinstance(row, Mapping):
        raise ValueError("a row is not a table")
    for key in row:
        if key not in _KEYS:
            raise ValueError(f'unknown key "{key}"')
    for key in ("block", "sha256"):
        if not isinstance(row.get(key), str):
            raise ValueError(f'a row has no "{key}"')
    on = row.get("on")
    if isinstance(on, str):
        on = date.fromisoformat(on)
    if isinstance(on, datetime) or not isinstance(on, date | None):
        raise ValueError('"on" is a day')
    texts = {key: str(row.get(key, "")) for key in ("by", "capacity", "note")}
    return ReviewRow(block=row["block"], sha256=row["sha256"], on=on, **texts)


def write_reviews(rows: Iterable[ReviewRow]) -> str:
    """The rows as ``reviews.toml`` holds them, in the order given."""
    return "\n".join(_written(row) for row in rows)


def _written(row: ReviewRow) -> str:
    lines = ["[[review]]"]
    for key in _KEYS:
        value = getattr(row, key)
        if value:
            text = value.isoformat() if isinstance(value, date) else json.dumps(value)
            lines.append(f"{key} = {text}")
    return "\n".join(lines) + "\n"


def standing_of(block: Built, rows: Iterable[ReviewRow]) -> Reviewed:
    """Whether a review stands for this very text of a block."""
    mine = [row for row in rows if row.block == block.id]
    counts = [row for row in mine if row.sha256 == block.sha256]
    if counts:
        return Reviewed(block, ReviewStanding.REVIEWED, counts[-1])
    if mine:
        return Reviewed(block, ReviewStanding.LAPSED, mine[-1])
    return Reviewed(block, ReviewStanding.UNREVIEWED, None)


def standings(pack: Pack) -> tuple[Reviewed, ...]:
    """Every block of a pack with its standing, in the order of the text."""
    return tuple(standing_of(block, pack.reviews) for block in pack.blocks)
