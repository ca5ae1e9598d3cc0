"""Patterns tried only at the places to which words point that each of their matches must hold.

A document holds few of the words that thousands of patterns look for. One look at its words
tells which patterns it cannot match at all; the others are tried near their words instead of at
every letter. What is found is the same, in the same order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from tecum.instruments.landmarks import Landmark, Landmarks, landmarks_of, lowered

__all__ = ["Places", "Pointers", "Sought", "find_all", "find_first"]

_SPREAD = 48
"""Starts that a word may point to; beyond, the word tells only whether a match is possible."""
_DENSE = 6
"""Letters of the text for each place to try, below which trying everywhere is cheaper."""
_FEW = 12
"""Places so few that looking for the pattern's other words would cost more than trying."""
_MOST = 100_000
"""Places that are kept at once, whatever the text's length."""
_REMEMBERED = 200
"""Places of a word up to which they are kept for the next pattern."""
_SHORT = 300
"""Letters of a text that is searched as it is: looking for words first would cost more."""
_GRAM = 3
"""Letters in a row by which a text tells which words it may hold."""


class Pointers:
    """Which of many patterns a text may hold a match of, told by one look at its words.

    A pattern is found by the rarest of its sets of words, and must then hold one of each other
    set. A word is kept under three of its letters in a row; of a word with a blank in it, the
    longest piece is looked for. A pattern that no word is certain of may be anywhere.
    """

    __slots__ = ("_anywhere", "_by_gram", "_further", "_patterns", "_short")

    def __init__(self, patterns: Iterable[Landmarks]) -> None:
        self._anywhere: list[int] = []
        self._further: list[tuple[tuple[str, ...], ...]] = []
        self._patterns: dict[str, list[int]] = {}
        self._short: list[str] = []
        self._by_gram: dict[str, list[str]] = {}
        for number, landmarks in enumerate(patterns):
            rarest, *further = [_pieces(marks) for marks in landmarks] or [()]
            self._further.append(tuple(further))
            if not rarest:
                self._anywhere.append(number)
            for piece in rarest:
                if piece not in self._patterns:
                    self._keep(piece)
                self._patterns[piece].append(number)

    def _keep(self, piece: str) -> None:
        self._patterns[piece] = []
        if len(piece) < _GRAM:
            self._short.append(piece)
        else:
            self._by_gram.setdefault(_rarest(piece), []).append(piece)

    def told(self, low_text: str) -> set[int]:
        """The numbers of the patterns of which a text in lower case holds the words."""
        text, grams = _grams_of_long(low_text) if len(low_text) > _SHORT else _grams(low_text)
        found: set[int] = set()
        for gram in grams & self._by_gram.keys():
            for piece in self._by_gram[gram]:
                if piece in text:
                    found.update(self._patterns[piece])
        for piece in self._short:
            if piece in text:
                found.update(self._patterns[piece])
        further = self._further
        there = {n for n in found if not further[n] or _holds_all(text, further[n])}
        there.update(self._anywhere)
        return there


def _pieces(marks: tuple[Landmark, ...]) -> tuple[str, ...]:
    return tuple({max(mark.word.split() or [""], key=len): None for mark in marks})


def _holds_all(text: str, further: tuple[tuple[str, ...], ...]) -> bool:
    for pieces in further:
        for piece in pieces:
            if piece in text:
                break
        else:
            return False
    return True


def _grams(text: str) -> tuple[str, set[str]]:
    return text, {text[i : i + _GRAM] for i in range(len(text) - _GRAM + 1)}


@lru_cache(maxsize=4)
def _grams_of_long(text: str) -> tuple[str, set[str]]:
    # Each word of the text once: a long document says little that is new.
    words: set[str] = set()
    for line in text.split("\n"):
        words.update(line.split())
    return _grams(" ".join(words))


def _rarest(piece: str) -> str:
    """Three letters in a row of a word, those that other words share least."""
    grams = (piece[i : i + _GRAM] for i in range(len(piece) - _GRAM + 1))
    return max(
        grams, key=lambda gram: (sum("etaoinsrhldcumfpgwybvkxjqz".find(c) for c in gram), gram)
    )


class Sought:
    """A pattern that is compiled when it is first needed, and sought by its landmarks.

    Args:
        written: The pattern.
        flags: Those of ``re``; not ``re.LOCALE``.
        landmarks: Those of the pattern, where the caller has it parsed already.
        compiled: The pattern itself, where the caller has it already.
    """

    __slots__ = ("_compiled", "_landmarks", "flags", "written")

    def __init__(
        self,
        written: str,
        flags: int = 0,
        *,
        landmarks: Landmarks | None = None,
        compiled: re.Pattern[str] | None = None,
    ) -> None:
        self.written = written
        self.flags = flags
        self._compiled = compiled
        self._landmarks = landmarks

    @property
    def compiled(self) -> re.Pattern[str]:
        """The pattern itself."""
        if self._compiled is None:
            self._compiled = re.compile(self.written, self.flags)
        return self._compiled

    @property
    def landmarks(self) -> Landmarks:
        """Sets of words of which every match holds one each."""
        if self._landmarks is None:
            self._landmarks = landmarks_of(self.compiled)
        return self._landmarks

    def finditer(self, text: str, low_text: str | None = None) -> Iterator[re.Match[str]]:
        """Every match, none overlapping another, in order.

        Args:
            low_text: The text as ``lowered`` gives it, where the caller has it already.
        """
        low = lowered(text) if low_text is None else low_text
        if len(low) < _SHORT:
            there = all(_holds_one(low, marks) for marks in self.landmarks)
            return self.compiled.finditer(text) if there else iter(())
        starts = _starts(self.landmarks, places_in(low))
        if starts is None:
            return self.compiled.finditer(text)
        return _tried(self.compiled, text, starts) if starts else iter(())

    def search(self, text: str) -> re.Match[str] | None:
        """The first match."""
        return self.compiled.search(text) if len(text) < _SHORT else self.first(text)

    def first(self, text: str) -> re.Match[str] | None:
        """The first match, for a text in which few of the patterns sought have one."""
        return next(self.finditer(text), None)


def _holds_one(low: str, marks: tuple[Landmark, ...]) -> bool:
    for mark in marks:  # noqa: SIM110 - asked so often that a generator would double the cost
        if mark.word in low:
            return True
    return False


def _tried(pattern: re.Pattern[str], text: str, starts: list[int]) -> Iterator[re.Match[str]]:
    end = 0
    for start in starts:
        if start >= end:
            match = pattern.match(text, start)
            if match is not None:
                end = match.end()
                yield match


def _starts(landmarks: Landmarks, places: Places) -> list[int] | None:
    """The places to try, in order; None where it is cheaper to try everywhere."""
    fewest = places.most + 1
    best: list[tuple[Landmark, tuple[int, ...]]] = []
    for marks in landmarks:
        there = [(mark, at) for mark in marks if (at := places[mark.word])]
        if not there:
            return []
        spread = max([mark.high - mark.low for mark, _ in there])
        count = sum([len(at) * (mark.high - mark.low + 1) for mark, at in there])
        if spread <= _SPREAD and count < fewest:
            best, fewest = there, count
            if count <= _FEW:
                break
    if not best:
        return None
    found: set[int] = set()
    for mark, at in best:
        if mark.low == mark.high:
            found.update([k - mark.low for k in at if k >= mark.low])
        else:
            found.update(*(range(max(0, k - mark.high), k - mark.low + 1) for k in at))
    return sorted(found)


class Places(dict[str, tuple[int, ...]]):
    """Word → where it stands in a text; hundreds of patterns ask for the same few words.

    Of a word that stands everywhere, only so many places are given as tell that.
    """

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text
        self.most = min(len(text) // _DENSE + 8, _MOST)

    def __missing__(self, word: str) -> tuple[int, ...]:
        most = self.most
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
def places_in(low_text: str) -> Places:
    """The places of words in a text in lower case, looked for when they are asked for."""
    return Places(low_text)


def find_all(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """What ``pattern.finditer(text)`` gives, for a pattern that few texts have a match of."""
    return _of_module(pattern).finditer(text)


def find_first(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """What ``pattern.search(text)`` gives, for a pattern that few texts have a match of."""
    return _of_module(pattern).search(text)


_modules: dict[int, Sought] = {}


def _of_module(pattern: re.Pattern[str]) -> Sought:
    # By address: a pattern's own hash walks over all of it. The value keeps the pattern alive.
    found = _modules.get(id(pattern))
    if found is None:
        found = _modules[id(pattern)] = Sought(pattern.pattern, pattern.flags, compiled=pattern)
    return found
