"""The ways in which a pattern may match, each found by words that only this way must hold.

A pattern of many alternatives holds no word that all of them share; each alternative does. So
each is looked for by its own words, and the whole pattern is tried where any of them points to:
what is found is the same as trying the pattern everywhere.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from tecum.instruments.heads import Head, head_of_row, row_of_tree
from tecum.instruments.landmarks import (
    Landmarks,
    landmarks_of_row,
    landmarks_of_tree,
    row_of_landmarks,
)
from tecum.instruments.often import often
from tecum.instruments.word_places import MOST, WordPlaces
from tecum.kept import knows, made

__all__ = ["MarkSet", "Way", "are_branches_known", "branches_of", "way_of", "worth_a_look"]

# The interpreter's own parser of patterns: what it will run is what is looked at.
_parser: Any = import_module("re._parser")
_ops: Any = import_module("re._constants")
_NO_WIDTH = frozenset({_ops.AT, _ops.ASSERT, _ops.ASSERT_NOT})

_DENSE = 6
"""Letters of the text for each place to try, below which trying everywhere is cheaper."""
_FEW = 12
"""Places so few that looking for the pattern's other words would cost more than trying."""
_CROWD = 48
"""Places so many that those far from the pattern's other words are worth leaving out."""
_USUAL = 0.3
"""Places of a word in a hundred letters above which it is looked for only when it is needed."""
_EVERYWHERE = 15.0
"""Places of a set's words in a hundred letters above which they point to nothing."""
_HOPELESS = 3.0
"""So many times as many places as are worth trying: words that may well point to them are not
looked for."""
_RARE = 0.04
"""The same for further words of a pattern."""
_DEEPEST = 3
_MOST_BRANCHES = 40
"""Alternatives that are told apart; more are one way."""

_Pointing = tuple[Sequence[int], int, int]
"""Places of a word's last letter, the way back to a start, and how many starts there may be."""


@dataclass(slots=True)
class MarkSet:
    """Words of which a match holds one: whether they are usual, their ways back, places expected.

    ``ways`` gives for each word the way back from its last letter to a match's last possible
    start, and how many letters further back it may begin.
    """

    usual: bool
    words: tuple[str, ...]
    ways: Mapping[str, list[tuple[int, int]]]
    expected: float
    _asked: tuple[frozenset[str] | None, bool] = (None, False)

    def are_known(self, known: frozenset[str]) -> bool:
        """Whether the words are all among those that were looked for in a text."""
        asked = self._asked
        if asked[0] is not known:  # Kept as one value: other threads ask too.
            asked = self._asked = known, known.issuperset(self.words)
        return asked[1]


@dataclass(frozen=True, slots=True)
class Way:
    """One way to match: with what it begins, and the sets of words that it holds."""

    head: Head
    sets: tuple[MarkSet, ...]
    rare: tuple[tuple[str, ...], ...]

    def is_absent(self, places: WordPlaces) -> bool:
        """Whether a text whose rarer words were all looked for lacks those of this way."""
        return any(map(places.ends.keys().isdisjoint, self.rare))

    def starts(self, text: str, places: WordPlaces, *, looked_for: bool) -> Sequence[int] | None:
        """The places to try, in order; None where it is cheaper to try everywhere.

        Args:
            looked_for: Whether the rarer words were all looked for in the text.
        """
        # A row of ``MOST`` places may lack some.
        fewest = min(len(text) / _DENSE + 8, MOST - 1.0)
        best: list[_Pointing] = []
        others: list[list[_Pointing]] = []
        for marks in self.sets:
            if not (looked_for and not marks.usual) and not marks.are_known(places.known):
                if marks.usual and (
                    fewest <= 4 * _FEW or marks.expected * len(text) > _HOPELESS * fewest
                ):
                    break
                places.look_for(marks.words)
            there, count = _pointing(marks.ways, places, self.head.share, len(text))
            if not there:
                return ()
            if count >= fewest:
                others.append(there)
                continue
            if best:
                others.append(best)
            best, fewest = there, count
            if count <= _FEW:
                break
        if not best:
            return None
        starts = self._led_to(best, text, places)
        for there in others if len(starts) > _CROWD else ():
            starts = _within(starts, there)
        return starts

    def _led_to(self, best: list[_Pointing], text: str, places: WordPlaces) -> Sequence[int]:
        """The places to which words lead."""
        head, flat_text = self.head, places.flat_text
        if len(best) == 1 and not best[0][2]:
            ends, back, _ = best[0]
            return head.fitting(flat_text, [end - back for end in ends if end >= back])
        found: set[int] = set()
        stretches: list[tuple[int, int]] = []
        for ends, back, spread in best:
            if spread:
                stretches.extend([(end - back - spread, end - back + 1) for end in ends])
            else:
                found.update([end - back for end in ends if end >= back])
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


def _within(starts: Sequence[int], there: list[_Pointing]) -> Sequence[int]:
    """Those of some places, in order, to which further words point as well."""
    rows = [len(ends) for ends, _, _ in there]
    if sum(rows) > len(starts) or max(rows) >= MOST:
        return starts
    stretches = [(e - back - more, e - back + 1) for ends, back, more in there for e in ends]
    kept: list[int] = []
    at = 0
    for low, high in _merged(stretches):
        at = bisect_left(starts, low, at)
        behind = bisect_left(starts, high, at)
        kept.extend(starts[at:behind])
        at = behind
    return kept


def worth_a_look(landmarks: Landmarks) -> Landmarks:
    """The sets that are looked for in every text: the rarest, and further ones of rare words."""
    rows = sorted(((max(often(m.word) for m in marks), marks) for marks in landmarks), key=_first)
    return tuple(marks for i, (most, marks) in enumerate(rows) if most <= (_RARE if i else _USUAL))


def _first(row: tuple[float, object]) -> float:
    return row[0]


def way_of(head: Head, landmarks: Landmarks) -> Way:
    """A way by its head and its words."""
    rows: list[MarkSet] = []
    looked_for = worth_a_look(landmarks)
    for marks in landmarks:
        if sum(often(mark.word) for mark in marks) > _EVERYWHERE:
            continue
        ways: dict[str, list[tuple[int, int]]] = {}
        for m in marks:
            ways.setdefault(m.word, []).append((m.low + len(m.word) - 1, m.high - m.low))
        expected = sum((1 + (m.high - m.low) * head.share) * often(m.word) for m in marks) / 100
        rows.append(MarkSet(marks not in looked_for, tuple(ways), ways, expected))
    rows.sort(key=lambda row: (row.usual, row.expected if row.usual else 0.0))
    return Way(head, tuple(rows), tuple(row.words for row in rows if not row.usual))


def branches_of(written: str, flags: int) -> tuple[Way, ...]:
    """The ways of a pattern of ours: one for each alternative with which it may begin, else one."""
    rows = made("ways", f"{int(flags)} {written}", lambda: _rows_of(written, int(flags)))
    return _ways_of(rows)


def are_branches_known(written: str, flags: int) -> bool:
    """Whether it costs nothing to ask for the ways of a pattern."""
    return knows("ways", f"{int(flags)} {written}")


_Row = tuple[tuple[bool, str | None, bool], list[list[tuple[str, int, int]]]]
"""Of a way: what tells its head, and its words."""


def _rows_of(written: str, flags: int) -> list[_Row]:
    tree = _parser.parse(written, flags)
    for depth in (_DEEPEST, 1, 0):
        trees = list(_branches(tree, depth)) or [tree]
        if len(trees) <= _MOST_BRANCHES:
            rows = [
                (row_of_tree(one, flags), row_of_landmarks(landmarks_of_tree(one))) for one in trees
            ]
            if depth == 0 or all(way.sets for way in _ways_of(rows)):
                return rows
    return []


def _ways_of(rows: Sequence[_Row]) -> tuple[Way, ...]:
    return tuple(way_of(head_of_row(*head), landmarks_of_row(words)) for head, words in rows)


def _branches(tree: Any, depth: int) -> Iterator[Any]:
    """The alternatives of a pattern, each with what stands before and behind all of them."""
    if not depth:
        return
    rows = list(tree)
    for i, (op, value) in enumerate(rows):
        if op in _NO_WIDTH:
            continue
        inner = value
        while op is _ops.SUBPATTERN and len(inner[-1]) == 1:
            op, inner = inner[-1][0]  # noqa: PLW2901 - down to what the groups hold
        if op is _ops.BRANCH:
            for branch in inner[1]:
                row = _parser.SubPattern(tree.state, [*rows[:i], *branch, *rows[i + 1 :]])
                yield from list(_branches(row, depth - 1)) or [row]
        return
