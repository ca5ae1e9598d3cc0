"""Which instrument a document is: the catalogue's marks, summed and ranked (READING 9)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from tecum.instruments.catalogue import Catalogue, Instrument, Mark
from tecum.instruments.patterns import Pattern
from tecum.instruments.region import Region
from tecum.provenance import Read, Span
from tecum.reading.fields.label_search import LabelSearch
from tecum.reading.fields.template_match import TemplateMatch, best_match
from tecum.reading.fields.terms import unissued
from tecum.reading.kind.named_kinds import is_named
from tecum.reading.kind.nature import (
    Findings,
    by_conduct,
    by_issuer,
    names_a_court,
    speaks_for_an_office,
)
from tecum.reading.paper.empty_boxes import left_empty
from tecum.reading.paper.paper import Paper
from tecum.reading.settings import settings
from tecum.words import Band, Conduct, IssuerClass, Kind

__all__ = ["Findings", "Recognised", "Scored", "recognise", "score"]

RULE = "kind.marks/2"
_PLAINLY_ASKED = frozenset({Kind.RECORDS_REQUEST, Kind.INFORMATION_REQUEST})
_PUBLIC_ACCESS = re.compile(
    r"\b(?:public (?:access|records?)|open records?|freedom of information|right[- ]to[- ]know"
    r"|foi[al]\b|sunshine law)",
    re.IGNORECASE,
)
"""What a request under a law on public records calls itself, on whatever form."""
_UNDER_CAPTION = 6.0


@dataclass(frozen=True, slots=True)
class Scored:
    """One instrument's score: the marks hit, with their words."""

    instrument: Instrument
    score: float
    marks: tuple[tuple[str, float, bool, tuple[int, int] | None, frozenset[Region]], ...]
    match: TemplateMatch | None = None

    @property
    def is_decisive(self) -> bool:
        """A decisive mark in its region with one more independent mark of another place."""
        firm = [m for m in self.marks if m[2]]
        others = [m for m in self.marks if m[1] > 0 and not m[2] and m[3] is not None]
        return (bool(firm) and any(not _overlap(f[3], o[3]) for f in firm for o in others)) or (
            self.match is not None and self.match.is_match
        )


@dataclass(frozen=True, slots=True)
class Recognised:
    """The kind with its band, the instrument, and the candidates considered."""

    kind: Read[Kind]
    instrument: Instrument | None
    match: TemplateMatch | None = None


def score(
    paper: Paper,
    instrument: Instrument,
    findings: Findings,
    aside: tuple[tuple[int, int], ...] = (),
    search: LabelSearch | None = None,
    *,
    awake: frozenset[Pattern] | None = None,
) -> Scored:
    """Sum of the best hit of each mark; outside its region a mark counts a part.

    Words in the stretches ``aside`` (an instrument that is threatened, or said not to be
    there) are evidence for nothing. ``awake`` are the patterns that the paper may hold.
    """
    hits: list[tuple[str, float, bool, tuple[int, int] | None, frozenset[Region]]] = []
    for mark in instrument.marks:
        if not mark.patterns:
            if _holds(mark, findings):
                hits.append((mark.id, float(mark.weight), False, None, frozenset()))
            continue
        if awake is not None and awake.isdisjoint(mark.patterns):
            continue
        best: tuple[float, tuple[int, int], frozenset[Region]] | None = None
        for pattern in mark.patterns:
            if awake is not None and pattern not in awake:
                continue
            for match in pattern.matches(paper.words):
                if any(a < match.end() and match.start() < b for a, b in aside):
                    continue
                tags = paper.regions[paper.index_at(match.start())] if paper.lines else frozenset()
                inside = Region.ANY in mark.regions or bool(tags & mark.regions)
                weight = mark.weight * (1.0 if inside else settings().outside_region)
                if best is None or abs(weight) > abs(best[0]):
                    best = weight, match.span(), tags
                if inside:
                    break
            if best is not None and abs(best[0]) == abs(mark.weight):
                break
        if best is not None:
            full = abs(best[0]) == abs(mark.weight)
            hits.append((mark.id, best[0], mark.decisive and full, best[1], best[2]))
    if not any(hit[3] is not None and hit[1] > 0 for hit in hits):
        # What else is known about a paper supports words that it holds; alone it proves nothing.
        hits = [hit for hit in hits if hit[1] < 0]
    total = sum(hit[1] for hit in hits)
    form = best_match(search, instrument) if search is not None and total > 0 else None
    return Scored(instrument, total, tuple(hits), form)


def _unmarked(instrument: Instrument, against: tuple[Mark, ...], findings: Findings) -> Scored:
    """The score of an instrument of whose words a paper holds none: what speaks against it."""
    hits = [
        (mark.id, float(mark.weight), False, None, frozenset[Region]())
        for mark in against
        if _holds(mark, findings)
    ]
    return Scored(instrument, float(sum(hit[1] for hit in hits)), tuple(hits))


def _holds(mark: Mark, findings: Findings) -> bool:
    checks = []
    if mark.issuer_class:
        checks.append(findings.issuer_class in mark.issuer_class)
    if mark.signer:
        checks.append(findings.signer in mark.signer)
    if mark.caption is not None:
        checks.append(findings.has_caption is mark.caption)
    return bool(checks) and all(checks)


def _with_cases(rows: list[Scored]) -> list[Scored]:
    """Give a case of a general instrument, once its own mark decides, the general's score too."""
    known = {row.instrument.id: row for row in rows}
    out: list[Scored] = []
    for row in rows:
        above = [known[id_].score for id_ in row.instrument.within if id_ in known]
        lifted = above and row.is_decisive and max(above) > row.score
        out.append(replace(row, score=max(above)) if lifted else row)
    return out


def _is_match(scored: Scored) -> bool:
    return scored.match is not None and scored.match.is_match


def _overlap(a: tuple[int, int] | None, b: tuple[int, int] | None) -> bool:
    return a is not None and b is not None and a[0] < b[1] and b[0] < a[1]


def recognise(
    paper: Paper,
    catalogue: Catalogue,
    findings: Findings,
    conduct: Conduct | None,
    hints: dict[Kind, float],
    *,
    search: LabelSearch | None = None,
) -> Recognised:
    """The kind of a document, among those that its conduct allows.

    Args:
        paper: The document.
        catalogue: The instruments.
        findings: Issuer class, signer's role, caption.
        conduct: What the document does; it decides which kinds are possible.
        hints: Weights that the conduct's own signals give to kinds.
        search: The document prepared for looking up the labels of templates.
    """
    if not paper.lines:
        return Recognised(Read(None, Band.UNREADABLE, (), RULE), None)
    allowed = _allowed(conduct, hints)
    aside = (*unissued(paper), *left_empty(paper))
    awake = catalogue.awake(paper.words)
    if conduct is Conduct.ISSUES:
        allowed = frozenset(kind for kind in allowed if is_named(paper, kind, aside))
    scored_all = _with_cases(
        [
            _unmarked(i, catalogue.wordless_against[i.id], findings)
            if awake.isdisjoint(catalogue.patterns_of[i.id])
            else score(paper, i, findings, aside, search, awake=awake)
            for i in catalogue.instruments
            if i.kind in allowed
        ]
    )
    ranked = sorted(
        scored_all,
        key=lambda s: (-s.score, not _is_match(s), not s.instrument.within, s.instrument.id),
    )
    by_kind: dict[Kind, tuple[float, Scored | None]] = {}
    for scored in ranked:
        by_kind.setdefault(scored.instrument.kind, (scored.score, scored))
    if conduct is Conduct.CONTESTS and findings.has_caption:
        # What fights a demand under a court's caption is a paper of that court.
        old = by_kind.get(Kind.MOTION, (0.0, None))
        by_kind[Kind.MOTION] = (old[0] + _UNDER_CAPTION, old[1])
    if conduct is Conduct.CONTESTS and paper.is_mail and not findings.has_caption:
        # A mail that says what will be moved is no motion.
        hints = {kind: weight for kind, weight in hints.items() if kind is not Kind.MOTION}
        titled = by_kind.get(Kind.MOTION, (0.0, None))[1]
        if titled is None or not titled.is_decisive:
            by_kind.pop(Kind.MOTION, None)
    if conduct is Conduct.ISSUES:
        _by_nature(by_kind, hints, paper, findings)
    else:
        for kind, weight in hints.items():
            if kind in allowed or kind is Kind.COURT_ORDER:  # an order that asks nobody
                old = by_kind.get(kind, (0.0, None))
                by_kind[kind] = (max(old[0], 0.0) + weight, old[1])
    order = sorted(
        by_kind.items(), key=lambda row: (-row[1][0], -_by_words(row[1][1]), row[0].value)
    )
    found = _chosen(paper, order, conduct, findings.issuer_class)
    own = found.kind.value is Kind.RECORDS_REQUEST and paper.search(_PUBLIC_ACCESS) is not None
    if found.kind.value in _PLAINLY_ASKED and found.kind.band is Band.UNSURE and not own:
        # Words of asking are the same in both: who asks whom tells which of the two it is.
        asked = by_issuer(paper, findings, {})
        office = speaks_for_an_office(paper)
        other = asked.value in _PLAINLY_ASKED and asked.value is not found.kind.value
        if other and office is (asked.value is Kind.INFORMATION_REQUEST):
            return Recognised(asked, None)
    if found.kind.value is not Kind.OTHER:
        return found
    if conduct is Conduct.ISSUES:
        return Recognised(by_issuer(paper, findings, hints), None)
    return Recognised(by_conduct(paper, findings, conduct) or found.kind, None)


def _by_words(scored: Scored | None) -> float:
    """What of a score rests on words of the paper; of two equal ones the better founded leads."""
    return sum(mark[1] for mark in scored.marks if mark[3] is not None) if scored else 0.0


def _by_nature(
    by_kind: dict[Kind, tuple[float, Scored | None]],
    hints: dict[Kind, float],
    paper: Paper,
    findings: Findings,
) -> None:
    """Let the deed that is asked for speak for its kind, and whether a court is named.

    Process of a court names its court or its cause; what names neither is an agency's.
    """
    for kind, weight in hints.items():
        total, scored = by_kind.get(kind, (0.0, None))
        if kind.is_demand and total > 0:
            by_kind[kind] = (total + weight, scored)
    if names_a_court(paper, findings):
        return
    for kind in (Kind.CIVIL_SUBPOENA, Kind.CRIMINAL_SUBPOENA):
        total, scored = by_kind.get(kind, (0.0, None))
        if scored is not None and not scored.is_decisive:
            by_kind[kind] = (total - settings().without_court, scored)


def _is_anothers(scored: Scored, issuer: IssuerClass | None) -> bool:
    """Whether a legislature's instrument would be made by what is no legislature."""
    of = scored.instrument.issuer_class
    return IssuerClass.LEGISLATURE in of and issuer not in {None, IssuerClass.LEGISLATURE}


def _chosen(
    paper: Paper,
    order: list[tuple[Kind, tuple[float, Scored | None]]],
    conduct: Conduct | None,
    issuer: IssuerClass | None,
) -> Recognised:
    if not order or order[0][1][0] < settings().kind_floor:
        strongest = f"{order[0][0].value} {order[0][1][0]:g}" if order else "none"
        other: Read[Kind] = paper.read(
            Kind.OTHER, paper.line_spans(0), RULE, Band.UNSURE, strongest=strongest
        )
        return Recognised(other, None)
    kind, (top, scored) = order[0]
    second = order[1][1][0] if len(order) > 1 else 0.0
    margin = top - max(second, 0.0)
    band = Band.UNSURE
    if top >= settings().likely_score and margin >= settings().likely_margin:
        band = Band.LIKELY
        sure = scored is not None and scored.is_decisive and not _is_anothers(scored, issuer)
        if sure and margin >= settings().certain_margin:
            band = Band.CERTAIN
    signals: dict[str, object] = {
        "score": round(top, 2),
        "candidates": [f"{k.value} {v[0]:g}" for k, v in order[:3] if v[0] > 0],
    }
    spans: tuple[Span, ...] = ()
    if scored is not None:
        signals["marks"] = [m[0] for m in scored.marks]
        if _is_match(scored):
            signals["template_match"] = True
            if scored.match is not None and scored.match.template.note:
                signals["template_labels"] = scored.match.template.note
        spans = _mark_spans(paper, scored)
    read = paper.read(kind, spans or paper.line_spans(0), RULE, band, **signals)
    if scored is None:
        return Recognised(read, None)
    return Recognised(read, scored.instrument, scored.match if _is_match(scored) else None)


def _mark_spans(paper: Paper, scored: Scored) -> tuple[Span, ...]:
    words = sorted(
        (m for m in scored.marks if m[3] is not None and m[1] > 0), key=lambda m: (-m[2], -m[1])
    )
    out: list[Span] = []
    for mark in words[:2]:
        if mark[3] is not None:
            out.extend(paper.spans(*mark[3])[:1])
    return tuple(out)


def _allowed(conduct: Conduct | None, hints: dict[Kind, float]) -> frozenset[Kind]:
    demands = frozenset(kind for kind in Kind if kind.is_demand)
    if conduct is Conduct.ISSUES or conduct is None:
        return demands
    if conduct is Conduct.ANSWERS:
        return frozenset({Kind.RESPONSE_LETTER, Kind.DELIVERY_NOTICE})
    if conduct is Conduct.CONTESTS:
        return frozenset({Kind.MOTION, Kind.RESPONSE_LETTER, Kind.ENFORCEMENT_PETITION})
    if conduct is Conduct.REPORTS:
        return frozenset(
            {
                Kind.ENFORCEMENT_PETITION, Kind.OPINION, Kind.NEWS_ARTICLE,
                Kind.DELIVERY_NOTICE, Kind.OTHER,
            }
        )  # fmt: skip
    if conduct is Conduct.TEMPLATES:
        answers = hints.get(Kind.RESPONSE_LETTER, 0.0)
        return demands | ({Kind.RESPONSE_LETTER} if answers >= 4 else set())
    if conduct is Conduct.FORWARDS:
        return frozenset({Kind.OTHER})
    return frozenset({Kind.OTHER, Kind.DELIVERY_NOTICE})
