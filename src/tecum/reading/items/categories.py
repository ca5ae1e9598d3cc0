"""What an item asks for, by a lexicon in English and Spanish.

A category decides nothing by itself and a person can change it (READING 12).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from tecum.instruments.kept import kept
from tecum.instruments.sought import Pointers, Sought
from tecum.reading.text.matching import plain
from tecum.reading.text.triggers import lexicon
from tecum.words import Category

__all__ = ["category_of", "names_a_thing"]

_ORDER = {category: n for n, category in enumerate(Category)}
_HEAD = 28
_NEAR = 70
_MOST = 1_200
"""Letters of an item that are looked at."""


@dataclass(frozen=True, slots=True)
class _Entries:
    """The lexicon: its patterns by category and weight, and the words that point to them."""

    patterns: tuple[tuple[Category, float, Sought], ...]
    pointers: Pointers

    def firsts(self, low: str) -> list[tuple[Category, float, int]]:
        """Every pattern that a text holds, with the place where it first stands."""
        # Nearly all of the many patterns are told to be absent by a word that is not there.
        found: list[tuple[Category, float, int]] = []
        places = self.pointers.look(low)
        for k in sorted(self.pointers.told_in(places)):
            category, weight, pattern = self.patterns[k]
            match = pattern.first(low, places)
            if match is not None:
                found.append((category, weight, match.start()))
        return found

    def holds_any(self, low: str) -> bool:
        """Whether a text holds any pattern."""
        places = self.pointers.look(low)
        return any(
            self.patterns[k][2].first(low, places) is not None
            for k in self.pointers.each_told_in(places)
        )


@cache
def _entries() -> _Entries:
    patterns: list[tuple[Category, float, Sought]] = []
    for word, entries in lexicon("categories").items():
        for entry in entries:
            words, _, printed = entry.rpartition("@")
            patterns.append((Category(word), float(printed), Sought(rf"(?<![a-z])(?:{words})")))
    with kept("categories", "\n".join(row[2].written for row in patterns).encode()):
        pointers = Pointers(row[2].landmarks for row in patterns)
    return _Entries(tuple(patterns), pointers)


def names_a_thing(text: str) -> bool:
    """Whether the words of an item fit a category, whichever it is."""
    return _entries().holds_any(plain(" ".join(text.split()))[:_MOST])


def category_of(text: str, lead_in: str = "") -> tuple[Category, tuple[Category, ...]]:
    """The category of an item and further ones that fit.

    The head of the item counts most, what it is about less, its lead-in least. An item that
    matches nothing is ``other``.

    Args:
        text: The item's words.
        lead_in: The sentences that introduce it, outermost first.

    >>> category_of("payroll registers, January to June 2022")[0].value
    'financial'
    """
    low = plain(" ".join(text.split()))[:_MOST]
    scores: dict[Category, float] = {}
    for category, weight, at in _entries().firsts(low):
        near = 2.0 if at < _HEAD else 1.2 if at < _NEAR else 0.7
        scores[category] = max(scores.get(category, 0.0), weight * near - at / 200)
    if not scores and lead_in:
        low = plain(" ".join(lead_in.split()))[-300:]
        for category, weight, _ in _entries().firsts(low):
            if weight >= 4 and category is not Category.TESTIMONY:
                scores[category] = max(scores.get(category, 0.0), weight * 0.3)
    if not scores:
        return Category.OTHER, ()
    order = sorted(scores, key=lambda c: (-scores[c], _ORDER[c]))
    best = scores[order[0]]
    return order[0], tuple(c for c in order[1:4] if scores[c] >= 0.45 * best)
