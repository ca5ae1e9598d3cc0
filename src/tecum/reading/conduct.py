"""What the document itself does: make a demand, answer, contest, report, pass on, or nothing.

Decided before and apart from the kind of instrument (READING 8). Quotation is not issue: what
stands in a mail's quoted layer, in a stamp, or between quotation marks speaks for nobody.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from tecum.instruments.patterns import Pattern
from tecum.instruments.region import Region
from tecum.provenance import Read, Span
from tecum.reading.blank import blankness
from tecum.reading.paper import Paper
from tecum.reading.settings import settings
from tecum.words import Band, Conduct, Kind

__all__ = ["Weighed", "decide_conduct", "signals", "weigh"]

RULE = "conduct.signals/1"


@dataclass(frozen=True, slots=True)
class _Signal:
    id: str
    conduct: Conduct
    weight: float
    patterns: tuple[Pattern, ...]
    regions: frozenset[Region]
    kind: Kind | None
    heading: bool
    opening: int


@dataclass(frozen=True, slots=True)
class Weighed:
    """The weight for each conduct, the signals found, and the kinds they speak for."""

    totals: dict[Conduct, float]
    found: tuple[tuple[str, Conduct, float, tuple[Span, ...]], ...]
    kinds: dict[Kind, float]

    def ranked(self) -> list[tuple[Conduct, float]]:
        """The conducts, weightiest first; in a tie the one that is safer to show."""
        order = list(Conduct)
        safe = sorted(order, key=lambda c: (c is Conduct.ISSUES, order.index(c)))
        return sorted(((c, self.totals.get(c, 0.0)) for c in safe), key=lambda row: -row[1])

    def spans_for(self, conduct: Conduct) -> tuple[Span, ...]:
        """The words of the weightiest signal for a conduct."""
        rows = sorted((row for row in self.found if row[1] is conduct), key=lambda row: -row[2])
        return rows[0][3][:2] if rows else ()


@cache
def signals() -> tuple[_Signal, ...]:
    """The signals of ``conduct.toml``."""
    table = tomllib.loads((files("tecum.reading") / "conduct.toml").read_text("utf-8"))
    return tuple(
        _Signal(
            row["id"],
            Conduct(row["conduct"]),
            float(row["weight"]),
            tuple(Pattern(text, case=row.get("case", False)) for text in row["any"]),
            frozenset(Region(word) for word in row.get("regions", ["any"])),
            Kind(row["kind"]) if "kind" in row else None,
            row.get("heading", False),
            row.get("opening", 0),
        )
        for row in table["signal"]
    )


_QUOTED = re.compile(
    r"“[^”\n]{0,200}(?:\n[^”\n]{0,200}){0,4}”|\"[^\"\n]{12,200}(?:\n[^\"\n]{1,200}){0,4}?\""
)


def _quotations(paper: Paper) -> list[tuple[int, int]]:
    return [m.span() for m in _QUOTED.finditer(paper.words) if len(m[0].split()) > 3]


def _hits(paper: Paper, signal: _Signal) -> Iterator[re.Match[str]]:
    for pattern in signal.patterns:
        yield from pattern.matches(paper.words, paper.lowered)


def weigh(paper: Paper) -> Weighed:
    """Sum the signals of a document's own words."""
    quotes = _quotations(paper)
    totals: dict[Conduct, float] = {}
    kinds: dict[Kind, float] = {}
    found: list[tuple[str, Conduct, float, tuple[Span, ...]]] = []
    for signal in signals():
        best: tuple[float, re.Match[str]] | None = None
        for hit in _hits(paper, signal):
            if any(a <= hit.start() < b for a, b in quotes) and signal.conduct is Conduct.ISSUES:
                continue
            line = paper.index_at(hit.start())
            if not _stands_right(paper, signal, line):
                continue
            tags = paper.regions[line]
            inside = Region.ANY in signal.regions or bool(tags & signal.regions)
            weight = signal.weight * (1.0 if inside else settings().outside_region)
            if best is None or weight > best[0]:
                best = weight, hit
            if inside:
                break
        if best is None:
            continue
        weight, hit = best
        totals[signal.conduct] = totals.get(signal.conduct, 0.0) + weight
        if signal.kind is not None:
            kinds[signal.kind] = kinds.get(signal.kind, 0.0) + weight
        found.append((signal.id, signal.conduct, weight, paper.spans(*hit.span())))
    _add_blank(paper, totals, found)
    return Weighed(totals, tuple(found), kinds)


def _stands_right(paper: Paper, signal: _Signal, line: int) -> bool:
    """Whether a hit stands on a heading, or among the opening lines, where its signal must."""
    if signal.opening and line >= signal.opening:
        return False
    return not signal.heading or is_set_as_heading(paper, line)


_SMALL_WORDS = re.compile(
    r"(?:an?|and|as|at|by|del?|el|for|from|in|la|of|on|or|re|the|to|vs?|with)", re.IGNORECASE
)


def is_set_as_heading(paper: Paper, index: int) -> bool:
    """Whether a line is set as a heading, not as a line of a sentence.

    A heading is short, or in capitals, or begins its telling words with capitals; the running
    lines of a paragraph are none, wherever they stand on the page.
    """
    line = paper.lines[index]
    text = line.text.strip()
    words = re.findall(r"[^\W\d_][\w'’-]{0,30}", text)
    if not words or len(words) > 24:
        return False
    if line.is_capital or line.bold:
        return True
    if text.endswith((".", ";", ",")) and len(words) > 5:
        return False
    telling = [w for w in words if not _SMALL_WORDS.fullmatch(w)]
    capital = sum(w[0].isupper() for w in telling)
    return 2 * capital > len(telling) or (len(words) <= 6 and text[0].isupper())


def _add_blank(
    paper: Paper,
    totals: dict[Conduct, float],
    found: list[tuple[str, Conduct, float, tuple[Span, ...]]],
) -> None:
    for id_, weight, spans in blankness(paper):
        totals[Conduct.TEMPLATES] = totals.get(Conduct.TEMPLATES, 0.0) + weight
        found.append((id_, Conduct.TEMPLATES, weight, spans))


def decide_conduct(paper: Paper, weighed: Weighed) -> Read[Conduct]:
    """The conduct with the greatest weight, banded by its lead over the second."""
    if not paper.lines:
        return Read(None, Band.UNREADABLE, (), RULE)
    ranked = weighed.ranked()
    (best, top), (second, next_) = ranked[0], ranked[1]
    if top < settings().conduct_floor:
        return paper.read(
            Conduct.NONE, paper.line_spans(0), RULE, Band.UNSURE, strongest=f"{best.value} {top:g}"
        )
    lead = top - next_
    names = sorted(row[0] for row in weighed.found if row[1] is best)
    band = Band.UNSURE
    if lead >= settings().conduct_certain and len(names) > 1:
        band = Band.CERTAIN
    elif lead >= settings().conduct_likely:
        band = Band.LIKELY
    extra = {"rival": f"{second.value} {next_:g}"} if next_ > 0 else {}
    spans = weighed.spans_for(best) or paper.line_spans(0)
    return paper.read(best, spans, RULE, band, found=names, lead=round(lead, 2), **extra)
