"""Patterns tried only at the places to which words point that each of their matches must hold.

A document holds few of the words that thousands of patterns look for. One look at its words
tells which patterns it cannot match at all; the others are tried near their words instead of at
every letter. What is found is the same, in the same order.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from tecum.instruments.heads import Head, head_of
from tecum.instruments.landmarks import Landmarks, landmarks_of, landmarks_of_written
from tecum.instruments.often import often
from tecum.instruments.word_places import EVERY, MOST, WordPlaces, Words, places_in

__all__ = ["Pointers", "Several", "Sought", "find_all", "find_first"]

_DENSE = 6
"""Letters of the text for each place to try, below which trying everywhere is cheaper."""
_FEW = 12
"""Places so few that looking for the pattern's other words would cost more than trying."""
_FIRST = 20_000
"""Letters of a text that is searched as it is where a pattern is sought for the first time."""
_SHORT = 300
"""Letters of a text that is searched as it is: looking for words first would cost more."""
_USUAL = 0.3
"""Places of a word in a hundred letters above which it is looked for only when it is needed."""
_EVERYWHERE = 15.0
"""Places of a set's words in a hundred letters above which they point to nothing."""
_HOPELESS = 3.0
"""So many times as many places as are worth trying: words that may well point to them are not
looked for."""
_RARE = 0.04
"""The same for further words of a pattern."""


class Pointers:
    """Which of many patterns a text may hold a match of, told by one look at its words.

    A pattern is found by the rarest of its sets of words, and must then hold one of each other
    set. A pattern that no word is certain of may be anywhere.
    """

    def __init__(self, patterns: Iterable[Landmarks]) -> None:
        self._anywhere: list[int] = []
        self._further: list[tuple[tuple[str, ...], ...]] = []
        self._patterns: dict[str, list[int]] = {}
        self._own = Words()
        self._holds_own: frozenset[str] | None = None
        for number, landmarks in enumerate(patterns):
            sets = [tuple(m.word for m in marks) for marks in worth_a_look(landmarks)]
            rarest, *further = sets or [()]
            self._further.append(tuple(further))
            if not rarest:
                self._anywhere.append(number)
            for word in rarest:
                self._patterns.setdefault(word, []).append(number)
            for words in sets:
                self._own.add(words)
        EVERY.add(self._own.all())

    def look(self, text: str) -> WordPlaces:
        """The places of these patterns' words in a text."""
        if len(text) >= _SHORT:
            places = places_in(text)
            if places.known is self._holds_own:
                return places
            if self._own.all() <= places.known:
                self._holds_own = places.known
                return places
        return self._own.places(text)

    def told(self, text: str) -> set[int]:
        """The numbers of the patterns of which a text holds the words."""
        return self.told_in(self.look(text))

    def told_in(self, places: WordPlaces) -> set[int]:
        """The same for a text that was looked at already."""
        there = places.ends.keys()
        found: set[int] = set()
        for word in there & self._patterns.keys():
            found.update(self._patterns[word])
        further = self._further
        kept = {n for n in found if not further[n] or _has_all(there, further[n])}
        kept.update(self._anywhere)
        return kept


def _has_all(there: Iterable[str], sets: tuple[tuple[str, ...], ...]) -> bool:
    for words in sets:
        for word in words:
            if word in there:
                break
        else:
            return False
    return True


def worth_a_look(landmarks: Landmarks) -> Landmarks:
    """The sets that are looked for in every text: the rarest, and further ones of rare words."""
    rows = sorted(((max(often(m.word) for m in marks), marks) for marks in landmarks), key=_first)
    return tuple(marks for i, (most, marks) in enumerate(rows) if most <= (_RARE if i else _USUAL))


def _first(row: tuple[float, object]) -> float:
    return row[0]


class Several:
    """Patterns of which a short text matches few, in an order that matters."""

    def __init__(self, patterns: Iterable[re.Pattern[str]]) -> None:
        self.patterns = tuple(patterns)

    @cached_property
    def _pointers(self) -> Pointers:
        return Pointers(landmarks_of(pattern) for pattern in self.patterns)

    def likely(self, text: str) -> list[int]:
        """The numbers of the patterns that a text may match, in order."""
        return sorted(self._pointers.told(text))


class Sought:
    """A pattern that is compiled when it is first needed, and sought by its landmarks.

    Args:
        written: The pattern.
        flags: Those of ``re``; not ``re.LOCALE``.
        landmarks: Those of the pattern, where the caller has it parsed already.
        compiled: The pattern itself, where the caller has it already.
    """

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
        self._known: frozenset[str] | None = None
        if landmarks is not None:
            self.landmarks = landmarks
        if compiled is not None:
            self.compiled = compiled

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern itself."""
        return re.compile(self.written, self.flags)

    @cached_property
    def landmarks(self) -> Landmarks:
        """Sets of words of which every match holds one each."""
        return landmarks_of_written(self.written, self.flags)

    @cached_property
    def _head(self) -> Head:
        return head_of(self.compiled)

    def _knows(self, known: frozenset[str]) -> bool:
        """Whether the rarer words were all looked for in a text; remembered for the next one."""
        own = {word for usual, words, *_ in self._sets if not usual for word in words}
        if own <= known:
            self._known = known
            return True
        return False

    @cached_property
    def _sets(self) -> tuple[_Set, ...]:
        """Per set: whether its words are usual, its words, their ways back, expected places."""
        rows: list[_Set] = []
        share = self._head.share
        looked_for = worth_a_look(self.landmarks)
        for marks in self.landmarks:
            if sum(often(mark.word) for mark in marks) > _EVERYWHERE:
                continue
            usual = marks not in looked_for
            if not usual:
                EVERY.add(mark.word for mark in marks)
            ways: dict[str, list[tuple[int, int]]] = {}
            for m in marks:
                ways.setdefault(m.word, []).append((m.low + len(m.word) - 1, m.high - m.low))
            expected = sum((1 + (m.high - m.low) * share) * often(m.word) for m in marks) / 100
            rows.append((usual, tuple(ways), ways, expected))
        return tuple(sorted(rows, key=lambda row: (row[0], row[3] if row[0] else 0.0)))

    def may_be_in(self, text: str) -> bool:
        """Whether a text, or one line of it, may hold a match."""
        places = places_in(text)
        looked_for = places.known is self._known or self._knows(places.known)
        return all(
            (usual or not looked_for or not places.ends.keys().isdisjoint(words))
            for usual, words, *_ in self._sets
        )

    def finditer(self, text: str, places: WordPlaces | None = None) -> Iterator[re.Match[str]]:
        """Every match, none overlapping another, in order.

        Args:
            places: Those of words in the text, or in one that begins with it, where the caller
                has looked for them already.
        """
        sets = self._sets
        if not sets:
            return self.compiled.finditer(text)
        if places is None:
            if len(text) < _SHORT:
                return self.compiled.finditer(text)
            places = places_in(text)
        starts = self._starts(text, places)
        if starts is None:
            return self.compiled.finditer(text)
        return _tried(self.compiled, text, starts) if starts else iter(())

    def search(self, text: str) -> re.Match[str] | None:
        """The first match."""
        return self.compiled.search(text) if len(text) < _SHORT else self.first(text)

    def first(self, text: str, places: WordPlaces | None = None) -> re.Match[str] | None:
        """The first match, for a text in which few of the patterns sought have one."""
        return next(self.finditer(text, places), None)

    def _starts(self, text: str, places: WordPlaces) -> Sequence[int] | None:
        """The places to try, in order; None where it is cheaper to try everywhere."""
        # A row of ``MOST`` places may lack some.
        fewest = min(len(text) / _DENSE + 8, MOST - 1.0)
        best: list[_Pointing] = []
        looked_for = places.known is self._known or self._knows(places.known)
        words_there = places.ends.keys()
        for usual, words, marks, expected in self._sets:
            if usual and (fewest <= 4 * _FEW or expected * len(text) > _HOPELESS * fewest):
                break
            if usual or not looked_for:
                for word in words:
                    places.of(word)
            elif words_there.isdisjoint(words):
                return ()
            there, count = _pointing(marks, places, self._head.share, len(text))
            if not there:
                return ()
            if count < fewest:
                best, fewest = there, count
                if count <= _FEW:
                    break
        return self._led_to(best, text, places) if best else None

    def _led_to(self, best: list[_Pointing], text: str, places: WordPlaces) -> Sequence[int]:
        """The places to which words lead."""
        if len(best) == 1 and not best[0][2]:
            ends, back, _ = best[0]
            starts = [end - back for end in ends if end >= back]
            return self._head.fitting(places.flat_text, starts)
        found: set[int] = set()
        stretches: list[tuple[int, int]] = []
        for ends, back, spread in best:
            if spread:
                stretches.extend([(end - back - spread, end - back + 1) for end in ends])
            else:
                found.update([end - back for end in ends if end >= back])
        head, flat_text = self._head, places.flat_text
        if not stretches:
            return head.fitting(flat_text, sorted(found))
        starts = head.starts(text, flat_text, _merged(stretches))
        return sorted({*starts, *head.fitting(flat_text, list(found))}) if found else starts


def _pointing(
    marks: Mapping[str, list[tuple[int, int]]], places: WordPlaces, share: float, length: int
) -> tuple[list[_Pointing], float]:
    """Those of a set's words that stand in a text, and about how many starts they point to."""
    there: list[_Pointing] = []
    count = 0.0
    all_ends = places.ends
    is_begin = length < len(places.flat_text)
    for word in marks.keys() & all_ends.keys():
        ends = all_ends[word]
        if is_begin:
            ends = ends[: bisect_left(ends, length)]
        if ends:
            for back, spread in marks[word]:
                there.append((ends, back, spread))
                count += len(ends) * (1 + spread * share)
    return there, count


_Set = tuple[bool, tuple[str, ...], Mapping[str, list[tuple[int, int]]], float]
_Pointing = tuple[Sequence[int], int, int]
"""Places of a word's last letter, the way back to a start, and how many starts there may be."""


def _merged(stretches: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The same stretches in order, none overlapping another, none before the text."""
    stretches.sort()
    low, high = -1, -1
    for start, end in stretches:
        if start > high:
            if high > 0:
                yield max(0, low), high
            low, high = start, end
        elif end > high:
            high = end
    if high > 0:
        yield max(0, low), high


def _tried(pattern: re.Pattern[str], text: str, starts: Iterable[int]) -> Iterator[re.Match[str]]:
    end = 0
    tried = pattern.match
    for start in starts:
        if start >= end:
            match = tried(text, start)
            if match is not None:
                end = match.end()
                yield match


def find_all(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """What ``pattern.finditer(text)`` gives, for a pattern that few texts have a match of."""
    return _of_module(pattern, text).finditer(text)


def find_first(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """What ``pattern.search(text)`` gives, for a pattern that few texts have a match of."""
    return _of_module(pattern, text).search(text)


_modules: dict[int, Sought] = {}


def _of_module(pattern: re.Pattern[str], text: str) -> Sought | re.Pattern[str]:
    # By address: a pattern's own hash walks over all of it. The value keeps the pattern alive.
    found = _modules.get(id(pattern))
    if found is None:
        found = _modules[id(pattern)] = Sought(pattern.pattern, pattern.flags, compiled=pattern)
        if len(text) < _FIRST:
            # A process that reads one paper would not earn back what the landmarks cost.
            return pattern
    return found
