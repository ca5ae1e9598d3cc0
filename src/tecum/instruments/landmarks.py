"""Words that every match of a pattern must hold, and how far from its start they stand.

They are taken from the interpreter's own parse of a pattern, never written by hand.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import import_module
from typing import Any

__all__ = ["Landmark", "Landmarks", "landmarks_of", "landmarks_of_tree", "lowered"]

# The interpreter's own parser of patterns: what it will run is what is looked at.
_parser: Any = import_module("re._parser")
_ops: Any = import_module("re._constants")
_REPEATS = frozenset({_ops.MAX_REPEAT, _ops.MIN_REPEAT, _ops.POSSESSIVE_REPEAT})

_FAR = 1 << 20
_MOST_SETS = 4
"""Sets of words of one pattern that are worth looking for."""
_USUAL = "etaoinsrhldcumfpgwybvkxjqz"
"""Letters of English, the most usual first."""
_ALSO_ASCII = {"\u017f": "s", "\u0130": "i", "\u0131": "i", "\u212a": "k"}


@dataclass(frozen=True, slots=True)
class Landmark:
    """A lower-case word that stands ``low`` to ``high`` letters behind a match's start."""

    word: str
    low: int
    high: int


Landmarks = tuple[tuple[Landmark, ...], ...]
"""Sets of words: a match holds one of each set at its distance. Empty if none is certain."""


def landmarks_of(pattern: re.Pattern[str]) -> Landmarks:
    """The sets of words that every match of a pattern must hold, the rarest first."""
    return landmarks_of_tree(_parser.parse(pattern.pattern, pattern.flags))


def landmarks_of_tree(tree: Any) -> Landmarks:
    """The same for a pattern that is parsed already."""
    return tuple(sorted(_sets(tree), key=_expected)[:_MOST_SETS])


def _sets(tree: Any) -> list[tuple[Landmark, ...]]:
    found: list[tuple[Landmark, ...]] = []
    run, run_low, run_high = "", 0, 0
    low = high = 0
    for i, (op, value) in enumerate(tree):
        if op is _ops.LITERAL and value < 128:
            if not run:
                run_low, run_high = low, high
            run += chr(value).lower()
        else:
            if run:
                found.append((Landmark(run, run_low, run_high),))
            run = ""
            found.extend(_moved(marks, low, high) for marks in _inside(op, value))
        narrow, wide = tree[i : i + 1].getwidth()
        low, high = low + narrow, min(high + wide, _FAR)
    if run:
        found.append((Landmark(run, run_low, run_high),))
    return found


def _inside(op: Any, value: Any) -> list[tuple[Landmark, ...]]:
    """The sets of one element of a pattern, counted from the element's own start."""
    if op is _ops.SUBPATTERN:
        # Whether capitals matter inside changes nothing: words are looked for in lower case.
        return _sets(value[-1])
    if op is _ops.ATOMIC_GROUP:
        return _sets(value)
    if op in _REPEATS and value[0] >= 1:
        return _sets(value[2])
    if op is _ops.BRANCH:
        parts = [min(_sets(branch), key=_expected, default=()) for branch in value[1]]
        if all(parts):
            return [tuple(mark for part in parts for mark in part)]
    return []


def _moved(marks: tuple[Landmark, ...], low: int, high: int) -> tuple[Landmark, ...]:
    return tuple(Landmark(m.word, m.low + low, m.high + high) for m in marks)


def _expected(marks: tuple[Landmark, ...]) -> float:
    """How many starts the words of a set may point to, as far as their letters tell."""
    return sum((m.high - m.low + 2) * _often(m.word) for m in marks)


@cache
def _often(word: str) -> float:
    """A guess at how often a word stands in a text, from how usual its letters are."""
    often = 1.0
    for char in word:
        place = _USUAL.find(char)
        often *= 0.3 if place < 0 else 0.5 - 0.015 * place
    return often


@lru_cache(maxsize=4)
def lowered(text: str) -> str:
    """The text in lower case, letter for letter.

    What a pattern that ignores case takes for an ASCII letter becomes that letter: the long s,
    the dotted and the dotless i, the sign for kelvin.
    """
    if text.isascii():
        return text.lower()
    for letter, plain in _ALSO_ASCII.items():
        text = text.replace(letter, plain)
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
