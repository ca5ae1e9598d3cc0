"""The rows of the tables that a paper asks for, where no list stands outside them.

Authority: READING 6 (tables keep cells), READING 12.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tecum.reading.item_grid import grid_tables
from tecum.reading.item_tables import ItemTable, item_tables, stacked_tables
from tecum.reading.list_marks import ListView, leads_strongly
from tecum.reading.markers import MarkedList
from tecum.reading.operative import asks

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
    found = list(item_tables(view.folded)) or list(stacked_tables(view.folded))
    tables = [t for t in found if _asks_for_table(view, t)]
    ends = [(t.start, t.rows[-1].row_end) for t in tables]
    if any(not any(a <= ml.start < b for a, b in ends) for ml in lists):
        return []
    leaves: list[AskedRow] = []
    for table in tables:
        for row in table.rows:
            label = row.label or f"u{len(leaves) + 1}"
            leaves.append(AskedRow(label, row.start, row.end))
    return leaves or _gridded(view, lists)


def _gridded(view: ListView, lists: list[MarkedList]) -> list[AskedRow]:
    """The rows of a table told by the places of its cells, where no list stands outside it."""
    leaves: list[AskedRow] = []
    for table in grid_tables(view.flow):
        before = view.low[max(0, table.start - 500) : table.start]
        asked = view.heading_before(table.start) == "items" or leads_strongly(before)
        if not asked or view.is_apart(table.start):
            continue
        if any(not table.start <= ml.start < table.end for ml in lists):
            return []
        for row in table.rows:
            label = row.label or f"u{len(leaves) + 1}"
            first, *more = row.pieces
            leaves.append(AskedRow(label, first[0], first[1], tuple(more)))
    return leaves


def _asks_for_table(view: ListView, table: ItemTable) -> bool:
    """Whether the words before a table ask for what stands in it."""
    if view.is_apart(table.start):
        return False
    before = view.low[max(0, table.start - 500) : table.start]
    last = re.split(r"(?<=[.?!])\s", before.rstrip())[-1]
    asked = leads_strongly(before) or asks(last)
    return view.heading_before(table.start) == "items" or asked
