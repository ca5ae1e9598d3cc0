"""The signals of ``conduct.toml`` that a paper's own words bear out, each at its best place.

A phrase counts only where it stands right: not in another's words, not in what a list asks for,
not in a sentence that supposes, on a heading or among the first lines where it must (READING 8).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from tecum.instruments.patterns import Pattern
from tecum.instruments.region import Region
from tecum.instruments.sought import Pointers
from tecum.instruments.word_places import places_in
from tecum.reading.paper.headings import is_row_of_figures, is_set_as_heading
from tecum.reading.paper.paper import Paper
from tecum.reading.settings import settings
from tecum.reading.speech.acts import Speech
from tecum.tables import table_of
from tecum.words import Conduct, Kind

__all__ = ["Signal", "heard", "signals"]

_SALUTATION = re.compile(
    r"\W{0,3}(?:Dear|DEAR|To Whom [Ii]t|TO WHOM IT|Estimad[oa]s?)\b.{0,80}[:,]?\s{0,3}$"
)


@dataclass(frozen=True, slots=True)
class Signal:
    """A phrase, what it speaks for, what it weighs, and where it must stand."""

    id: str
    conduct: Conduct
    weight: float
    patterns: tuple[Pattern, ...]
    regions: frozenset[Region]
    kind: Kind | None
    heading: bool
    opening: int
    unless: tuple[Pattern, ...]
    letters: bool
    stated: bool
    things: bool


@cache
def signals() -> tuple[Signal, ...]:
    """The signals of ``conduct.toml``."""
    content = (files("tecum.reading.conduct") / "conduct.toml").read_bytes()
    return tuple(map(_signal, table_of(content.decode("utf-8"))["signal"]))


def _signal(row: Mapping[str, Any]) -> Signal:
    return Signal(
        row["id"],
        Conduct(row["conduct"]),
        float(row["weight"]),
        tuple(Pattern(text, case=row.get("case", False)) for text in row["any"]),
        frozenset(Region(word) for word in row.get("regions", ["any"])),
        Kind(row["kind"]) if "kind" in row else None,
        row.get("heading", False),
        row.get("opening", 0),
        tuple(Pattern(text) for text in row.get("unless", [])),
        row.get("letters", True),
        row.get("stated", False),
        row.get("things", row["conduct"] == "reports"),
    )


@cache
def _pointers() -> tuple[tuple[Pattern, ...], Pointers]:
    patterns = tuple(pattern for signal in signals() for pattern in signal.patterns)
    return patterns, Pointers(pattern.landmarks for pattern in patterns)


def _awake(text: str) -> frozenset[Pattern]:
    """The patterns of signals that a text may hold, told by its words alone."""
    patterns, pointers = _pointers()
    return frozenset(patterns[number] for number in pointers.told(text))


def _hits(paper: Paper, signal: Signal, awake: Set[Pattern]) -> Iterator[re.Match[str]]:
    words = paper.words
    places = places_in(words)
    if signal.opening and signal.opening < len(paper.lines):
        # What must stand among the first lines is looked for nowhere else.
        words = words[: paper.start_of(signal.opening)]
    for pattern in signal.patterns:
        if pattern in awake:
            yield from pattern.matches(words, places)


def heard(
    paper: Paper,
    speech: Speech,
    quotes: Sequence[tuple[int, int]],
    entries: Sequence[tuple[int, int]],
) -> Iterator[tuple[Signal, float, tuple[int, int]]]:
    """Each signal that the paper bears out, with its weight there and the characters of its words.

    Args:
        paper: The document.
        speech: Its sentences.
        quotes: What it quotes of others; nobody asks there.
        entries: The entries of lists that ask; nothing is done or told there.
    """
    posted = paper.is_mail or any(_SALUTATION.match(line.text) for line in paper.lines[:40])
    awake = _awake(paper.words)
    for signal in signals():
        if awake.isdisjoint(signal.patterns) or (posted and not signal.letters):
            continue
        others = quotes if signal.conduct is Conduct.ISSUES else entries
        best: tuple[float, tuple[int, int]] | None = None
        for hit in _hits(paper, signal, awake):
            if any(a <= hit.start() < b for a, b in others):
                continue
            line = paper.index_at(hit.end() - len(hit[0].lstrip()))
            if not _may_speak(paper, speech, signal, hit.start(), line):
                continue
            inside = Region.ANY in signal.regions or bool(paper.regions[line] & signal.regions)
            weight = signal.weight * (1.0 if inside else settings().outside_region)
            if best is None or weight > best[0]:
                best = weight, hit.span()
            if inside:
                break
        if best is not None:
            yield signal, *best


def _may_speak(paper: Paper, speech: Speech, signal: Signal, at: int, line: int) -> bool:
    """Whether a phrase tells there what the paper does, and no thing or case that it names."""
    if not _stands_right(paper, signal, line):
        return False
    if signal.stated and (speech.supposes(at) or speech.reports(at)):
        return False
    return not (signal.things and speech.asks_for(at))


def _stands_right(paper: Paper, signal: Signal, line: int) -> bool:
    """Whether a hit stands on a heading, or among the opening lines, where its signal must."""
    if signal.opening and line >= signal.opening:
        return False
    text = paper.lines[line].text
    if any(True for pattern in signal.unless for _ in pattern.matches(text)):
        return False
    if not signal.heading:
        return True
    return is_set_as_heading(paper, line) and not is_row_of_figures(paper, line)
