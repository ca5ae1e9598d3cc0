"""What a paper's sentences do, told by how they are built from classes of words.

Beside the directives of :mod:`tecum.reading.speech.acts`, which know the words of instruments, this
reads plain letters, mails and messages: any writer, any thing of this field, any polite or curt
build. Its weight for a conduct stands where nothing else speaks louder for it; it makes nothing
certain (READING 8 and 15).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from tecum.instruments.needed import needed_letters
from tecum.provenance import Span
from tecum.reading.paper.empty_boxes import left_empty
from tecum.reading.paper.headings import is_set_as_heading
from tecum.reading.paper.paper import Paper
from tecum.reading.speech.lexicon import BREAK, load_lexicon
from tecum.reading.speech.quotations import quoted
from tecum.reading.speech.sides import Sides
from tecum.reading.speech.tags import Row, tagged
from tecum.reading.text.matching import Unit, fold, plain, unit_at, units
from tecum.tables import table_of
from tecum.words import Conduct, Kind

__all__ = ["Utterance", "utterances"]

_WIDEST = 90
_WHOLE = 0.5
_FIRST, _LAST = 400, 100
"""Sentences of a long paper that are looked at: what it does is said at its head and foot."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """One act of the paper: its name, the conduct it speaks for, its weight and its words."""

    id: str
    conduct: Conduct
    weight: float
    spans: tuple[Span, ...]
    kind: Kind | None = None


@dataclass(frozen=True, slots=True)
class _Build:
    id: str
    conduct: Conduct
    weight: float
    free: bool
    addressed: bool
    kind: Kind | None
    patterns: tuple[tuple[re.Pattern[str], tuple[frozenset[str], ...]], ...]
    """Each with the letters of which a match holds one each."""


@cache
def _builds() -> tuple[_Build, ...]:
    table = table_of((files("tecum.reading.speech") / "grammar.toml").read_text("utf-8"))
    lexicon = load_lexicon()
    parts = dict(table["parts"])

    def written(text: str) -> str:
        while (part := re.search(r"<(\w+)>", text)) is not None:
            text = text.replace(part[0], parts[part[1]])
        return text

    return tuple(
        _Build(
            row["id"],
            Conduct(row["conduct"]),
            float(row["weight"]),
            row.get("free", False),
            row.get("addressed", False),
            Kind(row["kind"]) if "kind" in row else None,
            tuple(
                (pattern, needed_letters(pattern.pattern))
                for pattern in (lexicon.compiled(written(text)) for text in row["any"])
            ),
        )
        for row in table["act"]
    )


def utterances(
    paper: Paper,
    sides: Sides,
    quotes: Sequence[tuple[int, int]],
    idle: Sequence[tuple[int, int]] = (),
    *,
    is_addressed: bool = True,
) -> Iterator[Utterance]:
    """The acts of a paper's own sentences, the first hit of each.

    Args:
        paper: The document.
        sides: Who writes it and who is addressed.
        quotes: What it quotes of others.
        idle: Sentences that ask, but for no records, however much of the paper they are.
        is_addressed: It says to whom it goes.
    """
    text = plain(paper.words)
    quotes = (*_others_words(paper, quotes), *idle, *left_empty(paper))
    cut = units(fold(paper.words))
    if not cut:
        return
    chosen = cut if len(cut) <= _FIRST + _LAST else (*cut[:_FIRST], *cut[-_LAST:])
    spoken = _spoken(chosen, quotes)
    row = tagged(text, paper.words, spoken, sides, _headings(paper, text, spoken))
    given = _letters("give", "see")
    asks_to_give = False
    found: list[Utterance] = []
    for build in _builds():
        if build.addressed and not is_addressed:
            continue
        hit = next((h for h in _hits(build, row) if not _is_quoted(row.span(h), quotes)), None)
        if hit is not None:
            start, end = row.span(hit)
            unit = cut[unit_at(cut, start)]
            spans = paper.spans(start, max(start + 1, min(end, unit.end, start + 240)))
            if build.conduct is Conduct.ISSUES and build.kind is None:
                asks_to_give |= not given.isdisjoint(hit[0])
            found.append(
                Utterance(f"says_{build.id}", build.conduct, build.weight, spans, build.kind)
            )
    for said in found:
        # Who asks for things as well asks that nothing be lost of them meanwhile.
        aside = said.kind is Kind.PRESERVATION_REQUEST and asks_to_give
        yield replace(said, kind=None) if aside else said


def _letters(*names: str) -> frozenset[str]:
    """The letters of these classes."""
    return frozenset("".join(load_lexicon().letters[name] for name in names))


def _spoken(cut: Sequence[Unit], quotes: Sequence[tuple[int, int]]) -> list[Unit]:
    """The sentences that the paper says itself."""
    return [unit for unit in cut if not any(a <= unit.start < b for a, b in quotes)]


def _others_words(paper: Paper, quotes: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Quotations, down to two words; a paper that is quoted whole is its writer's own speech."""
    most = len(paper.words) * _WHOLE
    every = (*quotes, *(m.span() for m in quoted(paper)))
    return tuple((a, b) for a, b in every if b - a < most)


def _is_quoted(span: tuple[int, int], quotes: Sequence[tuple[int, int]]) -> bool:
    """Whether words begin in a quotation, or are a quotation for their greater part."""
    places = (span[0], (span[0] + span[1]) // 2)
    return any(a <= place < b for a, b in quotes for place in places)


def _headings(paper: Paper, text: str, cut: Sequence[Unit]) -> frozenset[int]:
    """Where sentences begin that are headings rather than sentences."""
    return frozenset(
        unit.start
        for unit in cut
        if unit.end - unit.start < _WIDEST
        and text[unit.end - 1] not in ".?!;,"
        and is_set_as_heading(paper, paper.index_at(unit.start))
    )


def _hits(build: _Build, row: Row) -> Iterator[re.Match[str]]:
    """Where a build stands, but in a sentence that supposes, and in a heading, which tells only."""
    letters = load_lexicon().letters
    supposing = frozenset(letters["if"] + letters["until"]) if build.free else frozenset()
    for pattern, needed in build.patterns:
        if any(map(row.there.isdisjoint, needed)):
            continue
        for match in pattern.finditer(row.letters):
            begin = row.letters.rfind(BREAK, 0, match.start() + 1) + 1
            if not supposing.isdisjoint(row.letters[begin : match.start()]):
                continue
            heads = row.letters[begin : begin + 1] == letters["heading"]
            if heads and build.conduct is not Conduct.REPORTS:
                continue
            yield match
