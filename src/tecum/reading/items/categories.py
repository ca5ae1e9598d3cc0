"""What an item asks for, by a lexicon in English and Spanish.

A category decides nothing by itself and a person can change it (READING 12).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

from tecum.reading.items.asked_heads import weights_of
from tecum.reading.items.category_words import CategoryWords, Told, words_of_lexicon
from tecum.reading.items.custodians import words_with
from tecum.reading.text.matching import plain
from tecum.words import Category

__all__ = ["Asked", "as_kept", "category_of", "category_under", "names_a_thing"]

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


class Asked(NamedTuple):
    """What an item asks for, further categories that fit, and what else than its words told it."""

    category: Category
    also: tuple[Category, ...] = ()
    signals: Mapping[str, Any] = MappingProxyType({})
    """The open words and the sort of custodian that decided what they mean."""


def _things() -> CategoryWords:
    """Words that name a thing which has a category."""
    return words_of_lexicon("categories")


def _leanings() -> CategoryWords:
    """Words that only tell of which category a thing is."""
    return words_of_lexicon("leanings")


def names_a_thing(text: str) -> bool:
    """Whether the words of an item name a thing that has a category, whichever it is."""
    return _things().any_in(plain(" ".join(text.split()))[:_MOST])


def category_of(text: str, lead_in: str = "", custodians: tuple[str, ...] = ()) -> Asked:
    """The category of an item and further ones that fit.

    The head of the item counts most, what it is about less, its lead-in least. An item that
    matches nothing is ``other``.

    Args:
        text: The item's words.
        lead_in: The sentences that introduce it, outermost first.
        custodians: The sorts of who keeps the thing, which decide what open words mean.

    >>> category_of("payroll registers, January to June 2022").category.value
    'financial'
    >>> category_of("the register of June 2", custodians=("lodging",)).category.value
    'identity'
    """
    low = plain(" ".join(text.split()))[:_MOST]
    opened = [(sort, told) for sort in custodians for told in words_with(sort).firsts(low)]
    general = _general(low, [told for _, told in opened])
    scores = _scores(low, [*general, *(told for _, told in opened)])
    if not scores and lead_in:
        lead = _THIS_PAPER.sub(" ", plain(" ".join(lead_in.split()))[-_LEAD:])
        lead = _LAW.sub(" ", lead)
        for told in _things().firsts(lead):
            if told.weight >= _STRONG and told.category not in _DONE:
                scores[told.category] = max(scores.get(told.category, 0.0), told.weight)
    category, also = _ranked(scores)
    if any(told.category is category for told in general):
        return Asked(category, also)
    for sort, told in opened:
        if told.category is category:
            words = low[told.start : told.end]
            return Asked(category, also, {"category": {"words": words, "read_as_of": sort}})
    return Asked(category, also)


def category_under(text: str, lead_ins: tuple[str, ...], custodians: tuple[str, ...] = ()) -> Asked:
    """The category of an item of a list, with what its lead-ins say of all members.

    A lead that says what is to be kept makes of each member a thing to keep. A lead that names
    the thing and stops at its matter ("your policies on:") is the head of each member.

    >>> category_under("body-worn cameras", ("Please send your written policies on:",))[0].value
    'policies_and_directives'
    """
    last = plain(" ".join(lead_ins[-1].split())) if lead_ins else ""
    asked = category_of(text, " ".join(lead_ins), custodians)
    opened = _OPENED.search(last)
    if opened is not None:
        begins = last.rfind(" ", 0, max(0, opened.start() - _NAME)) + 1
        head = last[begins : opened.end()]
        named = _ranked(_scores(head, _general(head)))[0]
        if named not in (Category.OTHER, *_DONE):
            asked = Asked(named, _without(named, (asked.category, *asked.also)))
    if _KEEP.search(last):
        category, also = as_kept(asked.category, asked.also)
        return Asked(category, also, asked.signals)
    return asked


def as_kept(
    category: Category, also: tuple[Category, ...]
) -> tuple[Category, tuple[Category, ...]]:
    """What is to be kept, whatever it is; what is to be done beside it stays that."""
    if category in _DONE:
        return category, also
    return Category.PRESERVE, _without(Category.PRESERVE, (category, *also))


def _without(own: Category, also: tuple[Category, ...]) -> tuple[Category, ...]:
    return tuple(c for c in also if c not in (own, Category.OTHER))


def _general(low: str, opened: Sequence[Told] = ()) -> list[Told]:
    """What words mean with anybody, but for those that mean something else with the custodian."""
    return [
        told
        for told in (*_things().firsts(low), *_leanings().firsts(low))
        if not any(own.start <= told.start and told.end <= own.end for own in opened)
    ]


def _scores(low: str, firsts: Sequence[Told]) -> dict[Category, float]:
    """What each category weighs by the words that tell of it."""
    scores: dict[Category, float] = {}
    if len({told.category for told in firsts}) < _RIVALS:
        # One category has no rival, whatever its words weigh.
        return {told.category: told.weight for told in firsts}
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
