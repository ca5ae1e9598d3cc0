"""Words that tell what an item asks for, by category and weight, found by one look at a text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from tecum.instruments.sought import Pointers, Sought
from tecum.reading.text.triggers import lexicon
from tecum.words import Category

__all__ = ["CategoryWords", "Told", "category_words", "words_of_lexicon"]


class Told(NamedTuple):
    """Words that tell of a category, where they first stand."""

    category: Category
    weight: float
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class CategoryWords:
    """Patterns by category and weight, and the words that point to them."""

    patterns: tuple[tuple[Category, float, Sought], ...]
    pointers: Pointers

    def firsts(self, low: str) -> list[Told]:
        """Every pattern that a text holds, with the place where it first stands."""
        # Nearly all of the many patterns are told to be absent by a word that is not there.
        found: list[Told] = []
        places = self.pointers.look(low)
        for k in sorted(self.pointers.told_in(places)):
            category, weight, pattern = self.patterns[k]
            match = pattern.first(low, places)
            if match is not None:
                found.append(Told(category, weight, match.start(), match.end()))
        return found

    def any_in(self, low: str) -> bool:
        """Whether a text holds any of the patterns."""
        places = self.pointers.look(low)
        return any(
            self.patterns[k][2].first(low, places) is not None
            for k in self.pointers.each_told_in(places)
        )


def category_words(table: Mapping[str, Iterable[str]]) -> CategoryWords:
    """The words of a table: category -> patterns, each with its weight behind ``@``."""
    found: list[tuple[Category, float, Sought]] = []
    for word, entries in table.items():
        for entry in entries:
            words, _, printed = entry.rpartition("@")
            found.append((Category(word), float(printed), Sought(rf"(?<![a-z])(?:{words})")))
    return CategoryWords(tuple(found), Pointers(row[2].landmarks for row in found))


@cache
def words_of_lexicon(name: str) -> CategoryWords:
    """The words of one lexicon."""
    return category_words(lexicon(name))
