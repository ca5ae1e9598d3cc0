"""The rows of the tables that a paper asks for, where no list stands outside them.

Authority: READING 6 (tables keep cells), READING 12.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tecum.reading.items.item_grid import grid_tables
from tecum.reading.items.item_tables import ItemTable, item_tables, stacked_tables
from tecum.reading.items.list_marks import leads_strongly
from tecum.reading.items.list_view import ListView
from tecum.reading.items.markers import MarkedList
from tecum.reading.speech.operative import POINTING, asks

__all__ = ["AskedRow", "asked_tables"]


@dataclass(frozen=True, slots=True)
class AskedRow:
    """One row: its label, where its describing cell stands, and that cell's further lines."""

    label: str
    start: int
    end: int
    more: tuple[tuple[int, int], ...] = ()


def asked_tables(view: ListView, lists: list[MarkedList]) -> list[AskedRow]:
    """The rows of the tables that ask for something, where no list stands outside them."""
    found = list(item_tables(view.folded)) or list(_stacked(view))
    tables = [t for t in found if _is_asked_for(view, t.start)]
    ends = [(t.start, t.rows[-1].row_end) for t in tables]
    if any(not any(a <= ml.start < b for a, b in ends) for ml in lists):
        return []
    leaves: list[AskedRow] = []
    for table in tables:
        for row in table.rows:
            label = row.label or f"u{len(leaves) + 1}"
            leaves.append(AskedRow(label, row.start, row.end))
    return leaves or _gridded(view, lists)


def _stacked(view: ListView) -> Iterator[ItemTable]:
    has_places = any(line.box is not None for line in view.flow.lines)
    return stacked_tables(view.folded, has_places=has_places)


def _gridded(view: ListView, lists: list[MarkedList]) -> list[AskedRow]:
    """The rows of a table told by the places of its cells, where no list stands outside it."""
    leaves: list[AskedRow] = []
    for table in grid_tables(view.flow):
        if not _is_asked_for(view, table.start):
            continue
        if any(not table.start <= ml.start < table.end for ml in lists):
            return []
        for row in table.rows:
            label = row.label or f"u{len(leaves) + 1}"
            first, *more = row.pieces
            leaves.append(AskedRow(label, first[0], first[1], tuple(more)))
    return leaves


_HEAD = 90
_HEAD_ASKS = re.compile(
    r"(?:^|[\n|]|  )[ ]{0,6}(?:please[ ](?:provide|send|produce|furnish|submit|supply)"
    r"|(?:we|i)[ ](?:need|ask[ ]for|request|require)"
    r"|(?:documents?|records?|items?|information)[ ]to[ ]be[ ](?:produced|provided))"
    r"[ ]{0,4}(?=$|[\n|]|  )"
)
"""A head that asks by itself, whatever stands above the table."""


def _is_asked_for(view: ListView, start: int) -> bool:
    """Whether the words before a table ask for what stands in it."""
    if view.is_apart(start):
        return False
    if _HEAD_ASKS.search(view.low, start, start + _HEAD):
        return True
    before = view.low[max(0, start - 500) : start]
    if view.heading_before(start) == "items" or leads_strongly(before):
        return True
    *above, last = re.split(r"(?<=[.?!])\s", before.rstrip())
    pointing = (words for words in above[-2:] if POINTING.search(words))
    return asks(last) or any(map(asks, pointing))
