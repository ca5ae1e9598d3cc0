"""Words that every match of a pattern must hold, and how far from its start they stand.

They are taken from the interpreter's own parse of a pattern, never written by hand. Words are
those of a text as ``flat`` makes it: without case, accents, or kinds of blanks, quotes and dashes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from importlib import import_module
from typing import Any, NamedTuple

from tecum.instruments.flat import FIGURE, flat_letter, flat_literal, without_figures
from tecum.instruments.often import often
from tecum.kept import knows, made

__all__ = [
    "Landmark",
    "Landmarks",
    "are_known",
    "landmarks_of",
    "landmarks_of_row",
    "landmarks_of_tree",
    "landmarks_of_written",
    "lowered",
    "row_of_landmarks",
]

# The interpreter's own parser of patterns: what it will run is what is looked at.
_parser: Any = import_module("re._parser")
_ops: Any = import_module("re._constants")
_REPEATS = frozenset({_ops.MAX_REPEAT, _ops.MIN_REPEAT, _ops.POSSESSIVE_REPEAT})
_NO_WIDTH = frozenset({_ops.AT, _ops.ASSERT, _ops.ASSERT_NOT})
_ONE_LETTER = frozenset({_ops.LITERAL, _ops.NOT_LITERAL, _ops.IN, _ops.ANY})
_FIGURES = (_ops.RANGE, (ord("0"), ord("9")))

_FAR = 1 << 20
_MOST_SETS = 4
"""Sets of words of one pattern that are worth looking for."""
_MOST_WORDS = 24
"""Words of one set that are written out; more alternatives end a word."""
_TELLING = 4
"""Letters of a word that is looked for without the blanks around it."""
_MOST_LETTERS = 6
"""Letters of a class that are written out."""
_ALSO_ASCII = {"\u017f": "s", "\u0130": "i", "\u0131": "i", "\u212a": "k"}


class Landmark(NamedTuple):
    """A word that stands ``low`` to ``high`` letters behind a match's start."""

    word: str
    low: int
    high: int


Landmarks = tuple[tuple[Landmark, ...], ...]
"""Sets of words: a match holds one of each set at its distance. Empty if none is certain."""

_Words = tuple[str, ...]
_NOTHING: _Words = ("",)


def landmarks_of(pattern: re.Pattern[str]) -> Landmarks:
    """The sets of words that every match of a pattern must hold, the rarest first."""
    return landmarks_of_written(pattern.pattern, pattern.flags)


def landmarks_of_written(written: str, flags: int) -> Landmarks:
    """The same for a pattern of ours that need not be compiled yet."""
    row = made(
        "words",
        f"{int(flags)} {written}",
        lambda: row_of_landmarks(landmarks_of_tree(_parser.parse(written, int(flags)))),
    )
    return landmarks_of_row(row)


def are_known(written: str, flags: int) -> bool:
    """Whether it costs nothing to ask for the words of a pattern."""
    return knows("words", f"{int(flags)} {written}")


def row_of_landmarks(landmarks: Landmarks) -> list[list[tuple[str, int, int]]]:
    """Landmarks as plain values, to be kept."""
    return [[(m.word, m.low, m.high) for m in marks] for marks in landmarks]


def landmarks_of_row(row: Iterable[Iterable[Iterable[Any]]]) -> Landmarks:
    """Landmarks as they are kept."""
    return tuple(tuple(map(Landmark._make, marks)) for marks in row)


def landmarks_of_tree(tree: Any) -> Landmarks:
    """The same for a pattern that is parsed already."""
    sets = dict.fromkeys(_Walk().over(tree).sets)
    kept = sorted(sets, key=_expected)[:_MOST_SETS]
    rarest = min(sets, key=_rarity, default=())
    if kept and rarest not in kept:
        kept[-1] = rarest
    return tuple(kept)


class _Walk:
    """One way through a pattern, with the words that grow on it.

    ``words`` are the alternatives of which one stands ``start_low`` to ``start_high`` letters
    behind the start of the match; the walk has come ``low`` to ``high`` letters far.
    """

    def __init__(self) -> None:
        self.sets: list[tuple[Landmark, ...]] = []
        self.words = _NOTHING
        self.start_low = self.start_high = self.low = self.high = 0

    def over(self, tree: Any) -> _Walk:
        """Walk over a whole pattern."""
        self._along(tree)
        self._end_word()
        return self

    def _along(self, tree: Any) -> None:
        for i, (op, value) in enumerate(tree):
            if op in _NO_WIDTH:
                continue
            if op is _ops.SUBPATTERN:
                # Whether capitals matter inside changes nothing: words have no capitals.
                self._along(value[-1])
                continue
            if op is _ops.ATOMIC_GROUP:
                self._along(value)
                continue
            narrow, wide = (1, 1) if op in _ONE_LETTER else tree[i : i + 1].getwidth()
            words = _written_out(op, value)
            if words is not None:
                self._grow(words)
            elif op in _REPEATS and value[0] >= 1:
                self._repeat(value, narrow, wide)
            else:
                self._end_word()
                if op is _ops.BRANCH:
                    self._branch(value[1])
            self.low, self.high = self.low + narrow, min(self.high + wide, _FAR)

    def _grow(self, words: _Words) -> None:
        if self.words != _NOTHING:
            joined = _joined(self.words, words)
            if joined is not None:
                self.words = joined
                return
            self._end_word()
        self._begin(words, self.low, self.high)

    def _begin(self, words: _Words, low: int, high: int) -> None:
        self.words, self.start_low, self.start_high = words, low, high

    def _end_word(self) -> None:
        if "" not in self.words:
            words = _without_longer(_same_figures(self.words))
            marks = (_bare(word, self.start_low, self.start_high) for word in words)
            self.sets.append(tuple(dict.fromkeys(marks)))
        self.words = _NOTHING

    def _repeat(self, value: Any, narrow: int, wide: int) -> None:
        """A word ends with the first round of a repeat; the next begins with its last."""
        body = _in_a_row(value[2])
        once = body if body is None or value[0] == 1 else _times(body, value[0])
        if once is None:
            self._end_word()
            inner = _Walk().over(value[2])
            self.sets.extend(_moved(marks, self.low, self.high) for marks in inner.sets)
            return
        self._grow(once)
        self._end_word()
        shortest, longest = min(map(len, once)), max(map(len, once))
        self._begin(
            once, self.low + max(0, narrow - longest), min(self.high + wide - shortest, _FAR)
        )

    def _branch(self, branches: Iterable[Any]) -> None:
        ways = [_Walk().over(branch).sets for branch in branches]
        if not all(ways):
            return
        # The nearest words lead to a match; the rarest tell that there is none.
        for choice in (_expected, _rarity):
            marks = dict.fromkeys(mark for sets in ways for mark in min(sets, key=choice))
            self.sets.append(_moved(tuple(marks), self.low, self.high))


def _bare(word: str, low: int, high: int) -> Landmark:
    """A word without the blanks around it, which would be one more word to look for."""
    bare = word.strip(" ")
    if len(bare) < _TELLING:
        return Landmark(word, low, high)
    before = len(word) - len(word.lstrip(" "))
    return Landmark(bare, low + before, min(high + before, _FAR))


def _moved(marks: tuple[Landmark, ...], low: int, high: int) -> tuple[Landmark, ...]:
    return tuple(Landmark(m.word, m.low + low, min(m.high + high, _FAR)) for m in marks)


def _written_out(op: Any, value: Any) -> _Words | None:
    """All words that one element of a pattern stands for; None where they are too many."""
    if op is _ops.LITERAL:
        letter = flat_literal(chr(value))
        return None if letter is None else (letter,)
    if op is _ops.IN:
        return _class(value)
    if op is _ops.SUBPATTERN:
        return _in_a_row(value[-1])
    if op is _ops.ATOMIC_GROUP:
        return _in_a_row(value)
    if op is _ops.BRANCH:
        return _one_of(value[1])
    if op in _REPEATS:
        low, high, body = value
        if low == high or (low, high) == (0, 1):
            words = _in_a_row(body)
            if words is None:
                return None
            return _times(words, low) if low == high else _all_of((_NOTHING, words))
    return None


def _class(items: Iterable[tuple[Any, Any]]) -> _Words | None:
    letters: dict[str, None] = {}
    for item in items:
        op, value = item
        if op is _ops.LITERAL:
            letter = flat_literal(chr(value))
            if letter is None:
                return None
            letters[letter] = None
        elif item == _FIGURES or (op is _ops.CATEGORY and value is _ops.CATEGORY_DIGIT):
            letters[FIGURE] = None
        elif op is _ops.CATEGORY and value is _ops.CATEGORY_SPACE:
            letters[" "] = None
        elif op is _ops.RANGE and value[1] - value[0] < _MOST_LETTERS and value[1] < 128:
            letters.update((flat_letter(chr(c)), None) for c in range(value[0], value[1] + 1))
        else:
            return None
    return tuple(letters) if len(letters) <= _MOST_LETTERS else None


def _one_of(branches: Iterable[Any]) -> _Words | None:
    rows: list[_Words] = []
    for branch in branches:
        words = _in_a_row(branch)
        if words is None:
            return None
        rows.append(words)
    return _all_of(rows)


def _all_of(rows: Iterable[_Words]) -> _Words | None:
    words = tuple(dict.fromkeys(word for row in rows for word in row))
    return words if len(words) <= _MOST_WORDS else None


def _in_a_row(tree: Any) -> _Words | None:
    words: _Words | None = _NOTHING
    for op, value in tree:
        if op in _NO_WIDTH:
            continue
        more = _written_out(op, value)
        words = None if more is None or words is None else _joined(words, more)
        if words is None:
            return None
    return words


def _times(words: _Words, times: int) -> _Words | None:
    found: _Words | None = _NOTHING
    for _ in range(times):
        found = None if found is None else _joined(found, words)
    return found


def _joined(left: _Words, right: _Words) -> _Words | None:
    if len(left) * len(right) > _MOST_WORDS:
        return None
    return tuple(dict.fromkeys(a + b for a in left for b in right))


def _same_figures(words: _Words) -> _Words:
    """A word that holds any figure is looked for in a text whose figures are all alike."""
    return tuple({without_figures(word) if FIGURE in word else word: None for word in words})


def _without_longer(words: _Words) -> _Words:
    """Of a word and a longer one that begins with it, the first tells of both."""
    kept: list[str] = []
    for word in sorted(words):
        if not kept or not word.startswith(kept[-1]):
            kept.append(word)
    return tuple(kept)


def _expected(marks: tuple[Landmark, ...]) -> float:
    """How many starts the words of a set may point to, as far as their letters tell."""
    return sum((min(m.high - m.low, 4_000) + 2) * often(m.word) for m in marks)


def _rarity(marks: tuple[Landmark, ...]) -> float:
    return max((often(m.word) for m in marks), default=0.0)


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
