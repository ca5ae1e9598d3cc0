"""Patterns tried only at the places to which words point that each of their matches must hold.

A document holds few of the words that thousands of patterns look for. One look at its words
tells which patterns it cannot match at all; the others are tried near their words instead of at
every letter. What is found is the same, in the same order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from tecum.instruments.compiled import compiled as compiled_of_ours
from tecum.instruments.flat import FIGURE, flat
from tecum.instruments.heads import head_of
from tecum.instruments.landmarks import Landmarks, are_known, landmarks_of, landmarks_of_written
from tecum.instruments.ways import Way, are_branches_known, branches_of, way_of, worth_a_look
from tecum.instruments.word_places import EVERY, MOST, WordPlaces, Words, places_in

__all__ = [
    "Pointers",
    "Several",
    "Sought",
    "find_all",
    "find_first",
    "is_absent",
    "take_apart_what_was_sought",
    "word_ends",
]

_FIRST = 60_000
"""Letters of a text that is searched as it is where a pattern is sought for the first time."""
_WIDE = 3_000
"""Letters of a text from which on the alternatives of a pattern are looked for one by one."""
_SHORT = 300
"""Letters of a text in which few words are looked for one by one: one look for all costs more."""
_MOST_TELLING = 30
"""Words that are looked for so; with more, a short text is searched as it is."""


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

    def each_told_in(self, places: WordPlaces) -> Iterator[int]:
        """The same one after another, some more than once, for who needs but one of them."""
        there = places.ends.keys()
        for word in there & self._patterns.keys():
            for number in self._patterns[word]:
                if _has_all(there, self._further[number]):
                    yield number
        yield from self._anywhere


def _has_all(there: Iterable[str], sets: tuple[tuple[str, ...], ...]) -> bool:
    for words in sets:
        for word in words:
            if word in there:
                break
        else:
            return False
    return True


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
        self._is_whole = landmarks is None
        self._long_texts = 0
        if landmarks is not None:
            self.landmarks = landmarks
        if compiled is not None:
            self.compiled = compiled

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern itself."""
        return compiled_of_ours(self.written, self.flags)

    @cached_property
    def landmarks(self) -> Landmarks:
        """Sets of words of which every match holds one each."""
        return landmarks_of_written(self.written, self.flags)

    @cached_property
    def _ways(self) -> tuple[Way, ...]:
        """The one way that all alternatives are together; none where no word is certain."""
        way = way_of(head_of(self.compiled), self.landmarks)
        EVERY.add(word for words in way.rare for word in words)
        return (way,) if way.sets else ()

    @cached_property
    def _fixed(self) -> tuple[tuple[str, int], ...]:
        """Words of which one stands in every match, each at its one distance from the start."""
        sets = self._ways[0].sets if self._ways else ()
        if not sets or any(spread for rows in sets[0].ways.values() for _, spread in rows):
            return ()
        return tuple((word, back) for word, rows in sets[0].ways.items() for back, _ in rows)

    @cached_property
    def _apart(self) -> tuple[Way, ...]:
        """The same with each alternative by itself, for long texts."""
        return branches_of(self.written, self.flags) if self._is_whole else self._ways

    def _knows(self, known: frozenset[str]) -> bool:
        """Whether the rarer words were all looked for in a text; remembered for the next one."""
        if known is self._known:
            return True
        if all(word in known for way in self._ways for words in way.rare for word in words):
            self._known = known
            return True
        return False

    def take_apart(self) -> None:
        """Have everything made that a search may ask for."""
        if self._ways and not are_branches_known(self.written, self.flags):
            branches_of(self.written, self.flags)

    def may_be_in(self, text: str) -> bool:
        """Whether a text, or one line of it, may hold a match."""
        ways = self._ways
        if not ways:
            return True
        places = places_in(text)
        return not self._knows(places.known) or not ways[0].is_absent(places)

    def word_ends(self, text: str) -> list[Sequence[int]] | None:
        """Where words end of which every match holds one; None where no word is certain."""
        rare = self._ways[0].rare if self._ways else ()
        if not rare:
            return None
        places = places_in(text)
        if not self._knows(places.known):
            rare = (min(rare, key=len),)
            places.look_for(rare[0])
        ends = places.ends
        rows = [[ends[word] for word in words if word in ends] for words in rare]
        fewest = min(rows, key=_count)
        return fewest if all(len(row) < MOST for row in fewest) else None

    def finditer(self, text: str, places: WordPlaces | None = None) -> Iterator[re.Match[str]]:
        """Every match, none overlapping another, in order.

        Args:
            places: Those of words in the text, or in one that begins with it, where the caller
                has looked for them already.
        """
        if not self._ways:
            return self.compiled.finditer(text)
        if places is None:
            if len(text) < _SHORT:
                return iter(()) if self._is_lacking(text) else self.compiled.finditer(text)
            places = places_in(text)
        starts = self._starts(text, places)
        if starts is None:
            return self.compiled.finditer(text)
        return _tried(self.compiled, text, starts) if starts else iter(())

    def search(self, text: str) -> re.Match[str] | None:
        """The first match."""
        if len(text) >= _SHORT:
            return self.first(text)
        return None if self._is_lacking(text) else self.compiled.search(text)

    @cached_property
    def _telling(self) -> tuple[str, ...]:
        """Few words of which a match holds one, to be looked for in a short text by themselves."""
        rare = self._ways[0].rare if self._ways else ()
        rows = (words for words in rare if FIGURE not in "".join(words))
        fewest = min(rows, key=len, default=())
        return fewest if len(fewest) <= _MOST_TELLING else ()

    def _is_lacking(self, text: str) -> bool:
        """Whether a short text holds none of the words that tell."""
        words = self._telling
        return bool(words) and not any(map(flat(text).__contains__, words))

    def first(self, text: str, places: WordPlaces | None = None) -> re.Match[str] | None:
        """The first match, for a text in which few of the patterns sought have one."""
        if len(text) < _SHORT and not self._fixed:
            return self.compiled.search(text)
        fixed = self._fixed
        if not fixed or places is None or len(places.flat_text) != len(text):
            return next(self.finditer(text, places), None)
        starts: list[int] = []
        for word, back in fixed:
            starts += [end - back for end in places.of(word)]
        tried = self.compiled.match
        for start in sorted(starts) if len(starts) > 1 else starts:
            match = tried(text, start) if start >= 0 else None
            if match is not None:
                return match
        return None

    def _starts(self, text: str, places: WordPlaces) -> Sequence[int] | None:
        """The places to try, in order; None where it is cheaper to try everywhere."""
        looked_for = self._knows(places.known)
        (way,) = self._ways
        if looked_for and way.is_absent(places):
            return ()
        if len(text) < _WIDE or not self._is_whole or not self._has_had_a_long_text():
            return way.starts(text, places, looked_for=looked_for)
        found: set[int] = set()
        for one in self._apart:
            starts = one.starts(text, places, looked_for=False)
            if starts is None:
                return way.starts(text, places, looked_for=looked_for)
            found.update(starts)
        return sorted(found)

    def _has_had_a_long_text(self) -> bool:
        """Whether it pays to take the pattern apart: one paper would not earn it back."""
        before, self._long_texts = self._long_texts, self._long_texts + 1
        return before > 0 or are_branches_known(self.written, self.flags)


def _count(rows: Sequence[Sequence[int]]) -> int:
    return sum(map(len, rows))


def _tried(pattern: re.Pattern[str], text: str, starts: Iterable[int]) -> Iterator[re.Match[str]]:
    end = 0
    tried = pattern.match
    for start in starts:
        if start >= end:
            match = tried(text, start)
            if match is not None:
                end = match.end()
                yield match


def find_all(
    pattern: re.Pattern[str], text: str, places: WordPlaces | None = None
) -> Iterator[re.Match[str]]:
    """What ``pattern.finditer(text)`` gives, for a pattern that few texts have a match of.

    Args:
        places: Those of words in the text, or in one that begins with it, where known already.
    """
    sought = _of_module(pattern, text)
    if isinstance(sought, Sought):
        return sought.finditer(text, places)
    return sought.finditer(text)


def find_first(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """What ``pattern.search(text)`` gives, for a pattern that few texts have a match of."""
    return _of_module(pattern, text).search(text)


def is_absent(pattern: re.Pattern[str], text: str) -> bool:
    """Whether the words of a text tell that no stretch of it holds a match."""
    return word_ends(pattern, text) == []


def word_ends(pattern: re.Pattern[str], text: str) -> list[Sequence[int]] | None:
    """Where words end in a text of which every match holds one; None where none is certain."""
    sought = _of_module(pattern, text)
    return sought.word_ends(text) if isinstance(sought, Sought) else None


_modules: dict[int, Sought] = {}


def take_apart_what_was_sought() -> None:
    """Take the patterns of modules apart that were sought, for the commands that follow."""
    for sought in tuple(_modules.values()):
        sought.take_apart()


def _of_module(pattern: re.Pattern[str], text: str) -> Sought | re.Pattern[str]:
    # By address: a pattern's own hash walks over all of it. The value keeps the pattern alive.
    found = _modules.get(id(pattern))
    if found is None:
        found = _modules[id(pattern)] = Sought(pattern.pattern, pattern.flags, compiled=pattern)
        if len(text) < _FIRST and not are_known(pattern.pattern, pattern.flags):
            # A process that reads one paper would not earn back what the landmarks cost.
            return pattern
    return found
