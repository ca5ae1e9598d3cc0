"""Words that every match of a pattern must hold, and how far from its start they stand.

A document holds few of the words that thousands of patterns look for. Looking for a fixed word
costs next to nothing, so that a pattern is tried only at the places to which one of its words
points, instead of at every letter. What is found is the same, in the same order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from typing import Any

__all__ = ["Landmark", "Sought", "find_all", "find_first", "landmarks_of", "lowered"]

# The interpreter's own parser of patterns: what it will run is what is looked at.
_parser: Any = import_module("re._parser")
_ops: Any = import_module("re._constants")
_REPEATS = frozenset({_ops.MAX_REPEAT, _ops.MIN_REPEAT, _ops.POSSESSIVE_REPEAT})

_SPREAD = 48
"""Starts that a word may point to; beyond, the pattern is tried everywhere."""
_DENSE = 6
"""Letters of the text for each place to try, below which trying everywhere is cheaper."""
_MOST = 100_000
"""Places that are kept at once, whatever the text's length."""
_REMEMBERED = 200
"""Places of a word up to which they are kept for the next pattern."""
_SHORT = 300
"""Letters of a text that is searched as it is: looking for words first would cost more."""
_ALSO_ASCII = str.maketrans("\u017f\u0130\u0131\u212a", "siik")


@dataclass(frozen=True, slots=True)
class Landmark:
    """A lower-case word that stands ``low`` to ``high`` letters behind a match's start."""

    word: str
    low: int
    high: int


def landmarks_of(tree: Any) -> tuple[Landmark, ...]:
    """Words of which every match holds at least one at its distance; empty if none is certain."""
    best: tuple[Landmark, ...] = ()
    run, run_low, run_high = "", 0, 0
    low = high = 0
    for i, (op, value) in enumerate(tree):
        if op is _ops.LITERAL and value < 128:
            if not run:
                run_low, run_high = low, high
            run += chr(value).lower()
        else:
            best = _better(best, (Landmark(run, run_low, run_high),) if run else ())
            run = ""
            best = _better(best, _moved(_inside(op, value), low, high))
        narrow, wide = tree[i : i + 1].getwidth()
        low, high = low + narrow, min(high + wide, 1 << 20)
    return _better(best, (Landmark(run, run_low, run_high),) if run else ())


def _inside(op: Any, value: Any) -> tuple[Landmark, ...]:
    """The landmarks of one element of a pattern, counted from the element's own start."""
    if op is _ops.SUBPATTERN and not value[1] and not value[2]:
        return landmarks_of(value[-1])
    if op is _ops.ATOMIC_GROUP:
        return landmarks_of(value)
    if op in _REPEATS and value[0] >= 1:
        return landmarks_of(value[2])
    if op is _ops.BRANCH:
        parts = [landmarks_of(branch) for branch in value[1]]
        if all(parts):
            return tuple(mark for part in parts for mark in part)
    return ()


def _moved(marks: tuple[Landmark, ...], low: int, high: int) -> tuple[Landmark, ...]:
    return tuple(Landmark(m.word, m.low + low, m.high + high) for m in marks)


def _better(old: tuple[Landmark, ...], new: tuple[Landmark, ...]) -> tuple[Landmark, ...]:
    return new if _worth(new) > _worth(old) else old


def _worth(marks: tuple[Landmark, ...]) -> tuple[int, int]:
    """Landmarks that point to few starts go first, then those whose shortest word is longest."""
    if not marks:
        return (0, 0)
    shortest = min(len(m.word) for m in marks)
    near = max(m.high - m.low for m in marks) <= _SPREAD
    return (2 if near and shortest > 1 else 1, shortest)


@lru_cache(maxsize=4)
def lowered(text: str) -> str:
    """The text in lower case, letter for letter.

    What a pattern that ignores case takes for an ASCII letter becomes that letter: the long s,
    the dotted and the dotless i, the sign for kelvin.
    """
    if text.isascii():
        return text.lower()
    text = text.translate(_ALSO_ASCII)
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


class Sought:
    """A pattern that is parsed and compiled when it is first needed, and sought by landmarks.

    Args:
        written: The pattern.
        flags: Those of ``re``; not ``re.LOCALE``.
        tree: The parsed pattern, where the caller has it already.
        compiled: The pattern itself, where the caller has it already.
    """

    __slots__ = ("_compiled", "_marks", "flags", "written")

    def __init__(
        self,
        written: str,
        flags: int = 0,
        *,
        tree: Any = None,
        compiled: re.Pattern[str] | None = None,
    ) -> None:
        self.written = written
        self.flags = flags
        self._compiled = compiled
        self._marks = None if tree is None else landmarks_of(tree)

    @property
    def compiled(self) -> re.Pattern[str]:
        """The pattern itself."""
        if self._compiled is None:
            self._compiled = re.compile(self.written, self.flags)
        return self._compiled

    @property
    def marks(self) -> tuple[Landmark, ...]:
        """Words of which every match holds one."""
        if self._marks is None:
            self._marks = landmarks_of(_parser.parse(self.written, self.flags))
        return self._marks

    def finditer(self, text: str, low_text: str | None = None) -> Iterator[re.Match[str]]:
        """Every match, none overlapping another, in order.

        Args:
            low_text: The text as ``lowered`` gives it, where the caller has it already.
        """
        starts = _starts(self.marks, lowered(text) if low_text is None else low_text)
        if starts is None:
            return self.compiled.finditer(text)
        return _tried(self.compiled, text, starts) if starts else iter(())

    def search(self, text: str) -> re.Match[str] | None:
        """The first match."""
        return self.compiled.search(text) if len(text) < _SHORT else self.first(text)

    def first(self, text: str) -> re.Match[str] | None:
        """The first match, for a text in which few of the patterns sought have one."""
        return next(self.finditer(text), None)


def _tried(pattern: re.Pattern[str], text: str, starts: list[int]) -> Iterator[re.Match[str]]:
    end = 0
    for start in starts:
        if start >= end:
            match = pattern.match(text, start)
            if match is not None:
                end = match.end()
                yield match


def _starts(marks: tuple[Landmark, ...], low_text: str) -> list[int] | None:
    """The places to try, in order; None where it is cheaper to try everywhere."""
    if not marks:
        return None
    places = _places(low_text)
    there = [(mark, at) for mark in marks if (at := places[mark.word])]
    if not there:
        return []
    most = min(len(low_text) // _DENSE + 8, _MOST)
    found: set[int] = set()
    for mark, at in there:
        spread = mark.high - mark.low
        if spread > _SPREAD or len(found) + len(at) * (spread + 1) > most:
            return None
        if not spread:
            found.update([k - mark.low for k in at if k >= mark.low])
        else:
            found.update(*(range(max(0, k - mark.high), k - mark.low + 1) for k in at))
    return sorted(found)


class _Places(dict[str, tuple[int, ...]]):
    """Word → where it stands in a text; hundreds of patterns ask for the same few words.

    Of a word that stands everywhere, only so many places are given as tell that.
    """

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def __missing__(self, word: str) -> tuple[int, ...]:
        most = min(len(self._text) // _DENSE + 8, _MOST)
        rows: list[int] = []
        at = self._text.find(word)
        while at >= 0 and len(rows) <= most:
            rows.append(at)
            at = self._text.find(word, at + 1)
        found = tuple(rows)
        if len(found) < _REMEMBERED:
            self[word] = found
        return found


@lru_cache(maxsize=4)
def _places(low_text: str) -> _Places:
    return _Places(low_text)


def find_all(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """What ``pattern.finditer(text)`` gives, for a pattern that few texts have a match of."""
    return _known(pattern).finditer(text)


def find_first(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """What ``pattern.search(text)`` gives, for a pattern that few texts have a match of."""
    return _known(pattern).search(text)


_of_module: dict[int, Sought] = {}


def _known(pattern: re.Pattern[str]) -> Sought:
    # By address: a pattern's own hash walks over all of it. The value keeps the pattern alive.
    found = _of_module.get(id(pattern))
    if found is None:
        found = _of_module[id(pattern)] = Sought(pattern.pattern, pattern.flags, compiled=pattern)
    return found
