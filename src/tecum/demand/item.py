"""One thing that a demand asks for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tecum.words import Category

__all__ = ["Item"]


@dataclass(frozen=True, slots=True)
class Item:
    """One thing asked for, decided on by itself.

    ``label`` is the printed one (``"2(a)"``) or ``u1``, ``u2`` for unnumbered items;
    ``lead_in`` holds the sentences that introduce it, outermost first; ``period`` is the range
    of dates that the item covers, either end open.
    """

    label: str
    text: str
    category: Category
    also: tuple[Category, ...] = ()
    lead_in: tuple[str, ...] = ()
    period: tuple[date | None, date | None] | None = None
