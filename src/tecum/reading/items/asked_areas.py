"""The spaces of printed forms in which what is asked for is written (READING 9, 12).

A form says by its own label where the records stand that somebody wants. What is written there
is what is asked, whatever stands elsewhere on the sheet; "see attachment" sends the reader on.
"""

from __future__ import annotations

import re

from tecum.provenance import Span
from tecum.reading.fields.label_search import LabelSearch
from tecum.reading.fields.template_match import TemplateMatch
from tecum.reading.items.list_view import ListView
from tecum.reading.items.markers import MarkedList
from tecum.reading.text.layout import Flow
from tecum.reading.text.matching import plain

__all__ = ["asked_areas", "in_flow", "lists_within", "rows_of", "sends_on"]

_LEAD = " \t\n:#.)_–-|"
_SENDS_ON = re.compile(
    r"\b(?:see|as per|per|refer to|(?:listed|described|set forth) (?:in|on)|ver)\b"
    r"[^.;:\n]{0,40}\b(?:attach\w{0,6}|schedule|exhibit|appendix|addendum|rider|list|anexo)"
    r"(?: (?:[a-z]|[0-9]{1,2})\b)?"
    r"|\b(?:attachment|schedule|exhibit|appendix|anexo) (?:[a-z]|[0-9]{1,2})\b"
    r"|\b(?:see |list )?attached\b"
)
_A_WORD = re.compile(r"[^\W\d_]{2,}")
_JOINS = re.compile(r"(?:and|or|y|o)\s{1,4}")
_INCLUDING = re.compile(r"\bincluding\b|\bsuch as\b|\bincluid[oa]s?\b")
_ASKS_NOTHING = re.compile(
    r"(?:in lieu of|you (?:may|are|will)|if you|issued (?:under|by|pursuant)"
    r"|please (?:do not|call|contact|note)|do not|failure to|any (?:such )?disclosure"
    r"|personal appearance|the following provisions|no later than|on or before)\b"
    r"|not applicable|none\b|n/a"
)
"""What is written beside the records: how they may be sent, that nobody need come, a secret."""
_FEWEST_WORDS = 2


def asked_areas(search: LabelSearch, match: TemplateMatch | None) -> tuple[tuple[Span, ...], ...]:
    """The words that are written in the spaces of a matched form, space by space.

    A space ends at the first of the labels that are printed behind it; where none of them is
    found, nobody can say how far it goes, and it is left out.
    """
    if match is None or not match.is_match:
        return ()
    slips = search.is_recognised
    found: list[tuple[Span, ...]] = []
    for area in match.template.asked:
        heads = [p for label in area.labels for p in search.find(label, match.page, slips=slips)]
        ends = [
            place.start
            for label in area.until
            for place in search.find(label, match.page, slips=slips)
        ]
        for head in heads[:1]:
            end = min((at for at in ends if at >= head.end), default=None)
            if end is None:
                continue
            words = search.paper.words[head.end : end]
            start = head.end + len(words) - len(words.lstrip(_LEAD))
            spans = search.paper.spans(start, head.end + len(words.rstrip(" \n\t[☐□_(")))
            if spans:
                found.append(spans)
    return tuple(found)


def in_flow(flow: Flow, spans: tuple[Span, ...]) -> tuple[int, int] | None:
    """Where the first of these words begins in a running text, and the last one ends."""
    starts = flow.starts
    places = [
        starts[i] + max(span.start - line.start, 0)
        for span in (spans[0], spans[-1])
        for i, line in enumerate(flow.lines)
        if line.page == span.page and line.start <= span.start < line.end
    ]
    if len(places) < 2:
        return None
    return places[0], places[-1] + spans[-1].end - spans[-1].start


def sends_on(view: ListView, area: tuple[int, int]) -> bool:
    """Whether a space says that what is asked stands on another sheet."""
    return _SENDS_ON.search(view.low, *area) is not None


def lists_within(marked: list[MarkedList], area: tuple[int, int]) -> list[MarkedList]:
    """The outermost lists that stand in a space."""
    inside = [ml for top in marked for ml in top.walk() if area[0] <= ml.start < area[1]]
    below = {id(inner) for ml in inside for rows in ml.children.values() for inner in rows}
    return [ml for ml in inside if id(ml) not in below]


def rows_of(view: ListView, area: tuple[int, int]) -> tuple[tuple[int, int], ...]:
    """What a space asks for without numbers: its sentences, or their parts between semicolons."""
    found: list[tuple[int, int]] = []
    for unit in view.cut:
        start, end = max(unit.start, area[0]), min(unit.end, area[1])
        if start >= end:
            continue
        away = _SENDS_ON.search(view.low, start, end)
        if away is not None:
            start = away.end() if away.start() - start < 12 else start
            end = end if away.start() < start else away.start()
        words = view.folded[start:end]
        start += len(words) - len(words.lstrip(_LEAD))
        joins = _JOINS.match(view.low, start, end)
        start = joins.end() if joins else start
        if len(_A_WORD.findall(plain(words))) < _FEWEST_WORDS:
            continue
        if _ASKS_NOTHING.match(view.low, start, end):
            continue
        if found and unit.after_semicolon and _INCLUDING.search(view.low, *found[-1]):
            found[-1] = found[-1][0], end
            continue
        found.append((start, start + len(view.folded[start:end].rstrip())))
    return tuple(found)
