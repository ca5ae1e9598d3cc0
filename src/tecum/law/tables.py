"""Small reference tables of a pack: lists of words from the law, as CSV with a header."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import lru_cache

__all__ = ["Table", "numbers_in", "parse_table"]


@dataclass(frozen=True, slots=True)
class Table:
    """A named table of text; ``rows`` in the order of the file."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def column(self, name: str) -> tuple[str, ...]:
        """The values of one column, each once."""
        at = self.columns.index(name)
        return tuple(dict.fromkeys(row[at] for row in self.rows))


def parse_table(name: str, text: str) -> Table:
    """Read a CSV table with a header row.

    Raises:
        ValueError: no header, or a row with another number of cells.
    """
    rows = [row for row in csv.reader(io.StringIO(text)) if row]
    if not rows:
        raise ValueError("the table has no header.")
    header = tuple(cell.strip() for cell in rows[0])
    for at, row in enumerate(rows[1:], 2):
        if len(row) != len(header):
            raise ValueError(f"row {at} has {len(row)} cells, the header {len(header)}.")
    return Table(name, header, tuple(tuple(cell.strip() for cell in row) for row in rows[1:]))


@lru_cache(maxsize=1024)
def numbers_in(words: tuple[str, ...]) -> frozenset[Decimal]:
    """The numbers among listed words: 1 and 1.0 are one number however they are written."""
    found = set()
    for word in words:
        try:
            number = Decimal(word)
        except InvalidOperation:
            continue
        if number.is_finite():
            found.add(number)
    return frozenset(found)
