"""Whom the words of an order command: by name, or by the part in the case (READING 12)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tecum.provenance import Read
from tecum.reading.paper.address_lines import trimmed
from tecum.reading.paper.caption import Caption
from tecum.reading.paper.paper import Paper
from tecum.words import Band

__all__ = ["asked_by_one", "party_named", "party_ordered", "whom_commanded", "whom_ordered"]

_ORDERED = re.compile(
    r"\b(?:(?:IT IS|It is|it is) (?:(?:HEREBY|THEREFORE|FURTHER|SO|hereby|therefore|further) )*"
    r"(?:ORDERED|ADJUDGED|DECREED)(?:,? (?:AND )?(?:ADJUDGED|DIRECTED|DECREED)[\w ]{0,30}?)?"
    r"(?:,? (?:pursuant to|under) [^,;]{4,60})?"
    r",?\s{0,60}(?:that|:)?\s{0,60}(?:the\s{1,60})?"
    r"|ORDERED(?:,? (?:AND|and) (?:ADJUDGED|DECREED|DIRECTED|adjudged|decreed|directed)){0,2}"
    r"(?:,? (?:pursuant to|under) [^;]{4,80}?)?,?\s{1,60}that\s{1,60}(?:the\s{1,60})?"
    r"|(?:[Tt]he|THE) (?:[Cc]ourt|COURT)\s{0,4}"
    r"(?:,\s{1,4}(?:having|finding|upon|being|on)\b[^.;:]{3,120}?,)?\s{0,4}(?:hereby )?"
    r"(?:orders|directs|ORDERS|DIRECTS)\s{1,60}(?:that\s{1,60})?(?:the\s{1,60})?)"
    r"(?:(?:said|non-?party|third[- ]party|respondent|defendant|plaintiff|petitioner|witness"
    r"|deponent|custodian|provider),?\s{1,60}){0,2}"
    r"(?P<who>[A-Z](?:[^.;:\n]|\b(?:Inc|Co|Corp|Ltd|St|Mr|Ms|Dr|No|L\.L\.C"
    r"|U\.S|[A-Z]\.[A-Z])\.|(?<=\b[A-Z])\.(?=[A-Z]\.)){0,120}?(?:\n(?:[^.;:\n]|\b(?:Inc|Co|Corp|Ltd|St)\.){0,80}?)?)\s{0,60},?\s{1,60}"
    r"(?:(?:shall|must|is|are|to|will|produce|disclose|deliver|provide|furnish|turn"
    r"|comply|release|appear|attend|give|lodge|file|submit|permit|make|bring|transmit|allow"
    r"|surrender|hand|send|answer|return|preserve|and its|or its)\b)"
)
_TO_DO = (
    r"(?:produce|disclose|deliver|provide|furnish|release|turn over|preserve|give|lodge|file"
    r"|submit|transmit|permit|send|surrender|appear|allow|make available|hand over|bring)"
)
_SHALL = re.compile(
    r"(?:[Ww]ithin [\w() -]{1,40} days,?\s{1,60}|^|\.\s{1,60}|\),\s{1,4}|\n)(?:\d\.\s{1,4})?"
    r"(?:[Tt]he\s{1,60})?"
    r"(?:[Rr]espondent|[Nn]on-?party|[Dd]efendant|[Pp]laintiff|[Cc]ustodian)?,?\s{0,2}"
    r"(?P<who>[A-Z][\w&.'’-]{1,24}(?:,?\s(?:of|and|the|for|&|[A-Z][\w&.'’-]{1,24})){1,9})"
    r"(?:,? [A-Z]\.[A-Z]\.)?,?\s{1,60}(?:shall|must|SHALL|MUST)"
    r"(?:,[^,.;:]{3,130},|\s{1,4}(?:by|within|before|on|(?:no|not) later than)\s[^.;:]{3,70}?)?"
    r"\s{1,60}"
    rf"(?:\w+ly\s{{1,60}})?{_TO_DO}\b"
)
_VOCATIVE = re.compile(
    r"(?:^|\n)\W{0,3}(?:YOU|You),\s{1,4}(?:the\s{1,4})?(?P<you>[A-Z](?:[^.;:\n]"
    r"|\b(?:Inc|Co|Corp|Ltd|St|Mr|Ms|Dr|No)\.){3,90}?),?\s{1,4}are\s"
    r"|(?:^|\n)(?!(?:Upon|Under|By|In|Pursuant|On|At|For|If|As|When|Where\w*|Because|Therefore"
    r"|Accordingly|Please|Dear|After|Before|Unless|Since|To|While|Although|With)\b)"
    r"(?P<who>[A-Z][\w&.,'’ -]{4,90}?),\s{1,4}[Yy]ou\s{1,4}(?:are\s{1,4}(?:hereby\s{1,4})?"
    r"(?:commanded|required|ordered|summoned|directed|notified|asked|requested)|must|shall)\b"
)
"""Whom process calls by name and then "you"."""
_IS_ORDERED = re.compile(
    r"(?:^|[.!]\s{1,60}|\n|,\s{1,60}(?=(?:the"
    r"|The)\s))(?:[Tt]he\s{1,60})?(?:[Nn]on-?[Pp]arty\s{1,4})?"
    r"(?P<who>[A-Z][\w&.,'’ -]{3,80}?)\s{1,60}(?:is"
    r"|are)\s{1,60}(?:(?:hereby|also|further|therefore)\s{1,60})?(?:ORDERED|directed|DIRECTED|ordered|COMMANDED"
    r"|commanded)\s{1,60}to\b"
)
_PASSIVE = re.compile(
    r"\b(?:be|is to be|are to be)\s{1,4}(?:furnished|delivered|produced|disclosed|released|given"
    r"|provided|sent|surrendered|turned over|submitted|made available)\b[^.;:]{0,80}?,?\s{1,4}"
    r"by\s{1,4}(?:the\s{1,4})?(?P<who>[A-Z][\w&.'’-]{1,24}(?:,?\s(?:of|and|the|for|&|No\."
    r"|\d{1,4}\b|[A-Z][\w&.'’-]{1,24})){1,9})(?=,|\s(?:to|on|within|no|not|at|before)\b)"
)
"""What an order says to be delivered, and by whom."""
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
    r"(?:shall|must|(?:is|are) (?:hereby )?(?:ORDERED|ordered|directed|DIRECTED) to)\s{1,4}"
    r"(?:\w+ly\s{1,4})?(?:produce|disclose|deliver|provide|furnish|release|comply|turn over"
    r"|preserve|submit|file|lodge|answer|return|show)\b"
)
_NO_NAME = re.compile(
    r"^(?:(?:in )?part|you|granted|denied|respondent)$|\b(?:ORDERED|DECREED|ADJUDGED|[Oo]rdered)\b",
    re.IGNORECASE,
)
"""Words of an order that name nobody, in whatever line they end."""


def whom_ordered(paper: Paper, caption: Caption | None) -> Read[str] | None:
    """Whom the words of an order command: by name, or by the part in the case."""
    rule = "parties.recipient/1"
    called = paper.search(_VOCATIVE)
    if called:
        group = "you" if called["you"] else "who"
        who = trimmed(" ".join(called[group].split()))
        return paper.read(who, paper.spans(*called.span(group)), rule, Band.LIKELY)
    orders = (_ORDERED, _IS_ORDERED, _SHALL, _PASSIVE) if caption is not None else (_ORDERED,)
    return next((found for each in orders for found in _commanded(paper, each, Band.LIKELY)), None)


def whom_commanded(paper: Paper) -> Read[str] | None:
    """Whom a sentence says to be commanded, in a paper without caption, address or label."""
    return next(iter(_commanded(paper, _IS_ORDERED, Band.UNSURE)), None)


def _commanded(paper: Paper, pattern: re.Pattern[str], band: Band) -> Iterator[Read[str]]:
    for ordered in paper.find(pattern):
        before = _SENTENCE_BEFORE.match(ordered["who"])
        start = ordered.start("who") + (before.end() if before else 0)
        above, broken, last = paper.words[start : ordered.end("who")].rpartition("\n")
        if broken and last and above.isupper() and not last.isupper():
            start += len(above) + 1  # a heading stands in the line above the name
        said = _BY_WHEN.split(" ".join(paper.words[start : ordered.end("who")].split()))[0]
        who = trimmed(said)
        if not who or who.endswith(" you") or _NO_NAME.search(who) or _OF_THE_COURT.match(who):
            continue
        if not _PARTY.fullmatch(who):
            yield paper.read(
                who, paper.spans(start, ordered.end("who")), "parties.recipient/1", band
            )


_I_ASK = re.compile(
    r"(?:^|[.\n]\s{0,4})I (?:hereby |respectfully |formally )?(?:ask|request|direct|demand)"
    r"(?: that)? the (?P<who>[A-Z][\w.'’&-]{1,24}(?:\s(?:of|and|the|for|&"
    r"|[A-Z][\w.'’&-]{1,24})){0,8})"
    r"(?=,|\s(?:to|shall|remove|take|redact|not)\b)"
)


def asked_by_one(paper: Paper) -> Read[str] | None:
    """Whom somebody asks in his own name, on a form that the one who is asked has headed."""
    for found in paper.find(_I_ASK):
        who = " ".join(found["who"].split())
        head = (line.text.casefold() for line in paper.lines[:_HEAD_OF_FORM])
        if any(who.casefold() in text for text in head):
            return paper.read(
                who, paper.spans(*found.span("who")), "parties.recipient/1", Band.LIKELY
            )
    return None


_HEAD_OF_FORM = 6
_BY_WHEN = re.compile(
    r",\s(?:within|not later|no later|on or before|before|by|upon|at least|forthwith)\b"
)


def party_ordered(paper: Paper) -> Read[str] | None:
    """The party that an order commands by its part in the case, as the caption names it."""
    ordered = paper.search(_PARTY_SHALL)
    if ordered is None:
        return None
    return party_named(paper, ordered["party"], ordered.start(), "parties.recipient/1")


def party_named(paper: Paper, part: str, till: int, rule: str) -> Read[str] | None:
    """The party that the caption names by its part in the case, before a place in the text."""
    in_caption = _in_own_column(paper, part, till, rule)
    if in_caption is not None:
        return in_caption
    named = re.search(
        rf"(?:^|\n|\bv\.?s?\.?\s{{1,4}})(?P<who>[A-Z][^\n;:]{{2,90}}?"
        rf"(?:,\n(?:INC|LLC|L\.L\.C|CORP|CO|LTD|LLP|COUNCIL|COMPANY)\b\.?)?)(?:;[^\n:]{{3,200}})?,?\s{{1,4}}{part}s?\b\.?",
        paper.words[:till],
        re.IGNORECASE,
    )
    if named is None or not named["who"][:1].isupper() or ":" in named["who"]:
        return None
    against = [m.end() for m in re.finditer(r"\bvs?\.\s{1,4}", named["who"])]
    start = named.start("who") + (against[-1] if against else 0)
    above = paper.index_at(start) - 1
    if not against and above >= 0 and _BROKEN.search(paper.lines[above].text):
        start = paper.start_of(above)  # a name that is broken at the edge of its column
    who = trimmed(" ".join(paper.words[start : named.end("who")].split()))
    spans = paper.spans(start, named.end("who"))
    return paper.read(who, spans, rule, Band.LIKELY)


_BROKEN = re.compile(r"^[A-Z][\w&.'’ -]{2,60}\s(?:of|and|the|for|&)$", re.IGNORECASE)
_BETWEEN_PARTIES = re.compile(
    r"\W{0,9}(?:v\.?|vs\.?|-?against-?|and|in re|in the matter of)\W{0,9}", re.IGNORECASE
)
_SAME_EDGE = 90.0


def _in_own_column(paper: Paper, part: str, till: int, rule: str) -> Read[str] | None:
    """The party in the lines above its part, where the part stands by itself in its column.

    The cause, the number and the paper's title stand in the column beside it.
    """
    label = next(
        (
            i
            for i, line in enumerate(paper.lines)
            if line.page == paper.first_page
            and paper.start_of(i) < till
            and line.text.strip(" .,").casefold() in (part.casefold(), f"{part.casefold()}s")
        ),
        None,
    )
    if label is None or paper.lines[label].box is None:
        return None
    own = _above_in_column(paper, label)
    if not own or len(own) > _PARTY_LINES:
        return None
    who = trimmed(" ".join(" ".join(paper.lines[i].text.split()) for i in own))
    return paper.read(who, paper.line_spans(*own), rule, Band.LIKELY) if who else None


_PARTY_LINES = 4


def _above_in_column(paper: Paper, label: int) -> list[int]:
    """The lines above a part's, at about its left edge, down from the word between the parties."""
    edge = paper.lines[label].box
    assert edge is not None
    rows: list[tuple[float, int]] = []
    for i, line in enumerate(paper.lines):
        if i == label or line.page != paper.first_page or line.box is None:
            continue
        if line.box[1] >= edge[3] - 2 and abs(line.box[0] - edge[0]) <= _SAME_EDGE:
            rows.append((line.box[1], i))
    own: list[int] = []
    for _, i in sorted(rows):
        text = paper.lines[i].text.strip(" ,.")
        if _BETWEEN_PARTIES.fullmatch(text):
            return own[::-1]
        if _PARTY.fullmatch(text) or not text[:1].isupper():
            return []
        own.append(i)
    return []
