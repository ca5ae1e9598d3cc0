"""What an item asks for, by a lexicon in English and Spanish.

A category decides nothing by itself and a person can change it (READING 12).
"""

from __future__ import annotations

import re
from functools import cache

from tecum.reading.matching import plain
from tecum.reading.triggers import lexicon
from tecum.words import Category

__all__ = ["category_of"]

_HEAD = 28
_NEAR = 70


@cache
def _entries() -> tuple[tuple[Category, float, re.Pattern[str]], ...]:
    found: list[tuple[Category, float, re.Pattern[str]]] = []
    for word, entries in lexicon("categories").items():
        by_weight: dict[float, list[str]] = {}
        for entry in entries:
            words, _, printed = entry.rpartition("@")
            by_weight.setdefault(float(printed), []).append(words)
        for weight, patterns in sorted(by_weight.items()):
            joined = "|".join(patterns)
            found.append((Category(word), weight, re.compile(rf"(?<![a-z])(?:{joined})")))
    return tuple(found)


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
    low = plain(" ".join(text.split()))[:1200]
    scores: dict[Category, float] = {}
    for category, weight, pattern in _entries():
        match = pattern.search(low)
        if match is None:
            continue
        at = match.start()
        near = 2.0 if at < _HEAD else 1.2 if at < _NEAR else 0.7
        value = weight * near - at / 200
        scores[category] = max(scores.get(category, 0.0), value)
    if not scores and lead_in:
        low = plain(" ".join(lead_in.split()))[-300:]
        for category, weight, pattern in _entries():
            if weight >= 4 and category is not Category.TESTIMONY and pattern.search(low):
                scores[category] = max(scores.get(category, 0.0), weight * 0.3)
    if not scores:
        return Category.OTHER, ()
    order = sorted(scores, key=lambda c: (-scores[c], list(Category).index(c)))
    best = scores[order[0]]
    return order[0], tuple(c for c in order[1:4] if scores[c] >= 0.45 * best)
