"""What an item asks for, by a lexicon in English and Spanish.

A category decides nothing by itself and a person can change it (READING 12).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from tecum.instruments.sought import Pointers, Sought
from tecum.reading.items.asked_heads import weights_of
from tecum.reading.text.matching import plain
from tecum.reading.text.triggers import lexicon
from tecum.words import Category

__all__ = ["as_kept", "category_of", "category_under", "names_a_thing"]

_ORDER = {category: n for n, category in enumerate(Category)}
_MOST = 1_200
"""Letters of an item that are looked at."""
_FAR = 400
_LEAD = 300
_STRONG = 4
_RIVALS = 2
_NAME = 40
"""Letters in which the name of a thing stands before the word that opens its matter."""
_THIS_PAPER = re.compile(
    r"\b(?:this|these|our|my|esta|este|la\spresente|el\spresente|presente)\s\w{3,20}"
)
_LAW = re.compile(
    r"\b(?:(?:civil|criminal|penal|appellate|administrative)\s(?:procedures?|practice)"
    r"|(?:rules?|codes?)\sof\s\w{4,14}(?:\s\w{4,14})?|procedimiento\s(?:civil|criminal|penal"
    r"|administrativo)|(?:reglas?|reglamento|codigo|ley)\s(?:\w{1,12}\s){0,3}?(?:de|del|para)"
    r"(?:\s(?:la|el|las|los))?\s\w{3,20})\b"
)
"""The name of a law under which a paper asks: it says nothing of what is asked."""
_OPENED = re.compile(
    r"\s(?:on|about|concerning|regarding|governing|relating\sto|pertaining\sto|sobre)\s?:?$"
)
_KEEP = re.compile(
    r"\bpreserv(?:e|ing|ation)\b|\bto\sbe\spreserved\b|\bconserv(?:e|ar)\b|\bkeep\ssafe\b"
    r"|\bset\s(?:\w{2,12}\s)?aside\b|\bfreeze\b"
    r"|\bnot\s(?:be\s)?(?:throw|thrown|destroy|destroyed|delete|deleted|discard|discarded"
    r"|overwrite|overwritten|erase|erased)\b"
)
_DONE = frozenset({Category.PRESERVE, Category.CERTIFICATION, Category.TESTIMONY})
"""What is to be done beside what is to be given or kept."""


_First = tuple[Category, float, int, int]


@dataclass(frozen=True, slots=True)
class _Entries:
    """A lexicon: its patterns by category and weight, and the words that point to them."""

    patterns: tuple[tuple[Category, float, Sought], ...]
    pointers: Pointers

    def firsts(self, low: str) -> list[_First]:
        """Every pattern that a text holds, with the place where it first stands."""
        # Nearly all of the many patterns are told to be absent by a word that is not there.
        found: list[_First] = []
        places = self.pointers.look(low)
        for k in sorted(self.pointers.told_in(places)):
            category, weight, pattern = self.patterns[k]
            match = pattern.first(low, places)
            if match is not None:
                found.append((category, weight, match.start(), match.end()))
        return found

    def any_in(self, low: str) -> bool:
        """Whether a text holds any of the patterns."""
        places = self.pointers.look(low)
        return any(
            self.patterns[k][2].first(low, places) is not None
            for k in self.pointers.each_told_in(places)
        )


@cache
def _entries(name: str) -> _Entries:
    found: list[tuple[Category, float, Sought]] = []
    for word, entries in lexicon(name).items():
        for entry in entries:
            words, _, printed = entry.rpartition("@")
            found.append((Category(word), float(printed), Sought(rf"(?<![a-z])(?:{words})")))
    return _Entries(tuple(found), Pointers(row[2].landmarks for row in found))


def _things() -> _Entries:
    """Words that name a thing which has a category."""
    return _entries("categories")


def _leanings() -> _Entries:
    """Words that only tell of which category a thing is."""
    return _entries("leanings")


def names_a_thing(text: str) -> bool:
    """Whether the words of an item name a thing that has a category, whichever it is."""
    return _things().any_in(plain(" ".join(text.split()))[:_MOST])


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
    scores = _scores(plain(" ".join(text.split()))[:_MOST])
    if not scores and lead_in:
        low = _THIS_PAPER.sub(" ", plain(" ".join(lead_in.split()))[-_LEAD:])
        low = _LAW.sub(" ", low)
        for category, weight, _, _ in _things().firsts(low):
            if weight >= _STRONG and category not in _DONE:
                scores[category] = max(scores.get(category, 0.0), weight)
    return _ranked(scores)


def category_under(text: str, lead_ins: tuple[str, ...]) -> tuple[Category, tuple[Category, ...]]:
    """The category of an item of a list, with what its lead-ins say of all members.

    A lead that says what is to be kept makes of each member a thing to keep. A lead that names
    the thing and stops at its matter ("your policies on:") is the head of each member.

    >>> category_under("body-worn cameras", ("Please send your written policies on:",))[0].value
    'policies_and_directives'
    """
    last = plain(" ".join(lead_ins[-1].split())) if lead_ins else ""
    category, also = category_of(text, " ".join(lead_ins))
    opened = _OPENED.search(last)
    if opened is not None:
        begins = last.rfind(" ", 0, max(0, opened.start() - _NAME)) + 1
        named = _ranked(_scores(last[begins : opened.end()]))[0]
        if named not in (Category.OTHER, *_DONE):
            category, also = named, _without(named, (category, *also))
    return as_kept(category, also) if _KEEP.search(last) else (category, also)


def as_kept(
    category: Category, also: tuple[Category, ...]
) -> tuple[Category, tuple[Category, ...]]:
    """What is to be kept, whatever it is; what is to be done beside it stays that."""
    if category in _DONE:
        return category, also
    return Category.PRESERVE, _without(Category.PRESERVE, (category, *also))


def _without(own: Category, also: tuple[Category, ...]) -> tuple[Category, ...]:
    return tuple(c for c in also if c not in (own, Category.OTHER))


def _scores(low: str) -> dict[Category, float]:
    scores: dict[Category, float] = {}
    firsts = [*_things().firsts(low), *_leanings().firsts(low)]
    if len({category for category, _, _, _ in firsts}) < _RIVALS:
        # One category has no rival, whatever its words weigh.
        return {category: weight for category, weight, _, _ in firsts}
    weights = weights_of(low)
    for category, weight, start, end in firsts:
        score = weight * weights.at(start, end) - start / _FAR
        scores[category] = max(scores.get(category, 0.0), score)
    return scores


def _ranked(scores: dict[Category, float]) -> tuple[Category, tuple[Category, ...]]:
    if not scores:
        return Category.OTHER, ()
    order = sorted(scores, key=lambda c: (-scores[c], _ORDER[c]))
    best = scores[order[0]]
    return order[0], tuple(c for c in order[1:4] if scores[c] >= 0.45 * best)
