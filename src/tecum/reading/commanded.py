"""Whom the words of an order command: by name, or by the part in the case (READING 12)."""

from __future__ import annotations

import re

from tecum.provenance import Read
from tecum.reading.address_lines import trimmed
from tecum.reading.caption import Caption
from tecum.reading.paper import Paper
from tecum.words import Band

__all__ = ["party_ordered", "whom_ordered"]

_ORDERED = re.compile(
    r"\b(?:(?:IT IS|It is|it is) (?:(?:HEREBY|THEREFORE|FURTHER|SO|hereby|therefore|further) )*"
    r"ORDERED(?:,? (?:ADJUDGED|DIRECTED)[\w ]{0,30})?(?:,? (?:pursuant to|under) [^,;]{4,60})?"
    r",?\s{0,60}(?:that|:)?\s{0,60}(?:the\s{1,60})?"
    r"|ORDERED,?\s{1,60}that\s{1,60}(?:the\s{1,60})?|the court (?:hereby )?(?:orders"
    r"|directs)\s{1,60}(?:that\s{1,60})?(?:the\s{1,60})?)"
    r"(?:(?:said|non-?party|third[- ]party|respondent|defendant|plaintiff|petitioner|witness"
    r"|deponent|custodian|provider),?\s{1,60}){0,2}"
    r"(?P<who>[A-Z](?:[^.;:\n]|\b(?:Inc|Co|Corp|Ltd|St|Mr|Ms|Dr|No|L\.L\.C"
    r"|U\.S)\.){0,120}?(?:\n(?:[^.;:\n]|\b(?:Inc|Co|Corp|Ltd|St)\.){0,80}?)?)\s{0,60},?\s{1,60}"
    r"(?:(?:shall|must|is|are|to|will|produce|disclose|deliver|provide|furnish|turn"
    r"|comply|release|and its|or its)\b)"
)
_SHALL = re.compile(
    r"(?:[Ww]ithin [\w() -]{1,40} days,?\s{1,60}|^|\.\s{1,60}|\n)(?:[Tt]he\s{1,60})?"
    r"(?:[Rr]espondent|[Nn]on-?party|[Dd]efendant|[Pp]laintiff|[Cc]ustodian)?,?\s{0,2}"
    r"(?P<who>[A-Z][\w&.'’-]{1,24}(?:,?\s(?:of|and|the|for|&|[A-Z][\w&.'’-]{1,24})){1,9})"
    r",?\s{1,60}(?:shall|must)\s{1,60}(?:\w+ly\s{1,60})?"
    r"(?:produce|disclose|deliver|provide|furnish|release|turn over|preserve)\b"
)
_IS_ORDERED = re.compile(
    r"(?:^|[.!]\s{1,60}|\n|,\s{1,60}(?=(?:the"
    r"|The)\s))(?:[Tt]he\s{1,60})?(?P<who>[A-Z][\w&.,'’ -]{3,80}?)\s{1,60}(?:is"
    r"|are)\s{1,60}(?:hereby\s{1,60})?(?:ORDERED|directed|DIRECTED|ordered|COMMANDED"
    r"|commanded)\s{1,60}to\b"
)
_SENTENCE_BEFORE = re.compile(
    r"(?:(?:[Ii][Tt] [Ii][Ss] )?(?:SO ORDERED|So ordered)\W{1,4}|[^.]{2,80}[a-z]{3}\.\s{1,4})"
    r"(?:The\s{1,4})?"
)
"""A sentence that stands before the name of whom an order commands."""
_OF_THE_COURT = re.compile(
    r"(?:the )?(?:clerk|court|motion|petition|parties|application|hearing|case|action|subpoena"
    r"|request|matter)\b",
    re.IGNORECASE,
)
_PARTY = re.compile(
    r"(?:the )?(?:respondents?|defendants?|plaintiffs?|petitioners?)", re.IGNORECASE
)
_PARTY_SHALL = re.compile(
    r"\b(?P<party>[Rr]espondent|[Dd]efendant|[Pp]laintiff|[Pp]etitioner)s?,?\s{1,4}"
    r"(?:shall|must|is (?:hereby )?(?:ORDERED|ordered|directed) to)\s{1,4}(?:\w+ly\s{1,4})?"
    r"(?:produce|disclose|deliver|provide|furnish|release|comply|turn over|preserve|submit)\b"
)
_WORDS_OF_ORDERS = frozenset({"PART", "IN PART", "GRANTED", "DENIED", "Respondent", "ORDERED"})


def whom_ordered(paper: Paper, caption: Caption | None) -> Read[str] | None:
    """Whom the words of an order command: by name, or by the part in the case."""
    rule = "parties.recipient/1"
    orders = (_ORDERED, _IS_ORDERED, _SHALL) if caption is not None else (_ORDERED,)
    for pattern in orders:
        for ordered in paper.find(pattern):
            before = _SENTENCE_BEFORE.match(ordered["who"])
            start = ordered.start("who") + (before.end() if before else 0)
            who = " ".join(paper.words[start : ordered.end("who")].split())
            if who in _WORDS_OF_ORDERS:
                continue
            if who and not _OF_THE_COURT.match(who) and not _PARTY.fullmatch(who):
                return paper.read(who, paper.spans(start, ordered.end("who")), rule, Band.LIKELY)
    return None


def party_ordered(paper: Paper) -> Read[str] | None:
    """The party that an order commands by its part in the case, as the caption names it."""
    ordered = paper.search(_PARTY_SHALL)
    if ordered is None:
        return None
    named = re.search(
        rf"(?:^|\n|\bv\.?s?\.?\s{{1,4}})(?P<who>[A-Z][^\n;:]{{2,90}}?),?\s{{1,4}}{ordered['party']}s?\b\.?",
        paper.words[: ordered.start()],
        re.IGNORECASE,
    )
    if named is None or not named["who"][:1].isupper() or ":" in named["who"]:
        return None
    against = [m.end() for m in re.finditer(r"\bvs?\.\s{1,4}", named["who"])]
    start = named.start("who") + (against[-1] if against else 0)
    who = trimmed(paper.words[start : named.end("who")])
    spans = paper.spans(start, named.end("who"))
    return paper.read(who, spans, "parties.recipient/1", Band.LIKELY)
