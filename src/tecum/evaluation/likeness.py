"""When two wordings count as the same: accents, case, punctuation and OCR slips forgiven."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

__all__ = ["folded", "likeness", "same_name", "squashed", "words_of"]

_WORD = re.compile(r"[0-9a-z]+")
_UNTELLING = frozenset(
    (
        "the",
        "of",
        "and",
        "for",
        "a",
        "an",
        "to",
        "in",
        "on",
        "at",
        "u",
        "s",
        "us",
        "united",
        "states",
    )
)
_SHARED_OF_SHORTER = 0.67
_SHARED_OF_LONGER = 0.4
_ALIKE = 0.85


def folded(value: object) -> str:
    """Lower case without accents and soft hyphens.

    >>> folded("Núm. 5")
    'num. 5'
    """
    apart = unicodedata.normalize("NFKD", str(value))
    bare = "".join(c for c in apart if not unicodedata.combining(c))
    return bare.lower().translate({0xAD: None, 0xFFFE: None})


def words_of(value: object) -> list[str]:
    """The words and numbers of a text."""
    return _WORD.findall(folded(value))


def squashed(value: object) -> str:
    """Letters and digits alone."""
    return "".join(words_of(value))


def likeness(a: Sequence[str], b: Sequence[str]) -> float:
    """From 0 to 1: the share of letters in common order."""
    return SequenceMatcher(None, a, b, autojunk=False).ratio()


def _telling(value: object) -> set[str]:
    every = words_of(value)
    return {word for word in every if word not in _UNTELLING} or set(every)


def same_name(read: object, wanted: Iterable[object]) -> bool:
    """Whether a name as read is one of the wanted: equal, one within the other, or mostly shared.

    >>> same_name("Sheriff of Cook County", ["Cook County Sheriff"])
    True
    """
    given = squashed(read)
    return bool(given) and any(_same(given, read, name) for name in wanted if name)


def _same(given: str, read: object, name: object) -> bool:
    sought = squashed(name)
    if given == sought:
        return True
    if (len(sought) > 5 and sought in given) or (len(given) > 5 and given in sought):
        return True
    ours, theirs = _telling(read), _telling(name)
    shared = len(ours & theirs)
    if shared:
        few, many = sorted((len(ours), len(theirs)))
        if shared / few >= _SHARED_OF_SHORTER and shared / many >= _SHARED_OF_LONGER:
            return True
    return likeness(given, sought) >= _ALIKE
