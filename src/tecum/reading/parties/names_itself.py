"""The name that a paper gives to whoever makes it: "Example Union ("EU") hereby requests".

Letters whose head was a picture have no letterhead in their text; their first sentences say who
writes (READING 12).
"""

from __future__ import annotations

import re

from tecum.provenance import Read
from tecum.reading.paper.paper import Paper
from tecum.reading.parties.nobody import NO_DAY, is_instrument, names_nobody
from tecum.reading.signer.signing_body import is_house, is_running
from tecum.words import Band

__all__ = ["asks_by_name", "speaks_for", "this_body"]

_RULE = "parties.names_itself/1"
_S = r"(?:[^\S\n]{1,4}|[^\S\n]{0,4}\n[^\S\n]{0,4})"
_WORD = r"(?!I\b)[A-ZÀ-Þ][\w&.'’-]{0,30}"
_SMALL = r"(?:of|and|the|for|in|on|at|to|&|de|del|la)"
_NAME = rf"(?P<who>{_WORD}(?:,?{_S}(?:{_SMALL}{_S}){{0,2}}{_WORD}){{0,11}})"
_OPENS = r"(?:^|(?<=[.!?:]\s)|(?<=[.!?]\s\s)|(?<=, )|(?<=,\n))(?:[Tt]he\s)?"
_ASKS = (
    r"(?:requests?|seeks?|makes?|submits?|demands?|asks?|writes?|directs?|requires?|notif(?:y|ies)"
    r"|appeals?|urges?|calls? (?:on|upon)"
    r"|(?:is|are) an?\s[^.;\n]{0,60}?(?:non-?profit|non-?partisan|advocacy|public[- ]interest"
    r"|membership organi[sz]ation|news organi[sz]ation)"
    r"|(?:is|are|am)\s(?:\w{3,12}ly\s)?(?:conducting|writing|requesting|seeking|reviewing|asking"
    r"|submitting|investigating|examining)|(?:is|are|has|have)\s[^.;\n]{3,60}?\bour)\b"
)
_SHORT = (
    r"\((?:(?:the|hereinafter|together|collectively|or),?\s){0,2}(?:[\u201c\u201d\"'‘]{1,2}"
    r"[A-Z][\w.&' -]{1,30},?[\u201d\u201c\"'’]{1,2}|[A-Z]{2,9})"
    r"(?:\s(?:or|and)\s[\u201c\"'‘][^()\n]{1,30}[\u201d\"'’])?\),?(?:\s?\d{1,2}(?=\s))?"
)
_DEFINED = re.compile(
    rf"{_OPENS}{_NAME},?{_S}{_SHORT}{_S}(?:(?:hereby|respectfully|now|also),?\s){{0,2}}{_ASKS}",
    re.MULTILINE,
)
"""A name with the short one that the paper gives it, whose bearer asks or inquires."""
_PERFORMS = re.compile(
    rf"{_OPENS}{_NAME}{_S}hereby{_S}(?:requests?|demands?|directs?|requires?|submits?|makes?"
    r"|notif(?:y|ies))\b",
    re.MULTILINE,
)
"""Whose asking is done by the very sentence."""
_PROPOUNDS = re.compile(
    rf"{_OPENS}{_NAME},?{_S}(?:hereby{_S})?(?:submits|serves|propounds){_S}(?:the{_S}following|its|his"
    r"|her|these|this)\b",
    re.MULTILINE,
)
"""Whose questions a paper puts to another party."""
_SIGNED_BY = re.compile(
    rf"\b[Tt]his\s(?:\w{{4,14}}\s){{1,3}}?(?:is|was|has\sbeen)\s(?:duly\s)?(?:electronically\s"
    rf"|digitally\s)?signed\s(?:electronically\s|digitally\s)?by\s(?:the\s)?{_NAME}"
)
_INTRODUCES = re.compile(
    rf"(?:^|(?<=[.!,]\s))(?:[Tt]his{_S}is|[Ww]e{_S}are|I{_S}am{_S}writing{_S}(?:to{_S}you{_S})?from)"
    rf"{_S}(?:the{_S})?{_NAME}(?=[.!,;]|{_S}(?:and|in|from|at)\b)",
    re.MULTILINE,
)
"""How somebody says who calls: "Hello, this is Example Union."."""
_BEHALF = re.compile(
    rf"\b(?:(?:I|[Ww]e)(?:{_S}am|{_S}are)?{_S}(?:writ(?:e|ing)|submit(?:ting)?|mak(?:e|ing)"
    rf"|request(?:ing)?|contact(?:ing)?)\b[^.;\n]{{0,60}}?\b|^)[Oo]n{_S}behalf{_S}of{_S}"
    rf"(?:the{_S})?{_NAME}(?=[.,;(]|{_S}(?:\(|to\b|in\b|regarding\b|about\b|I\b|we\b|pursuant\b|under\b))",
    re.MULTILINE,
)
_PART = re.compile(
    r"(?:the )?(?:plaintiff|defendant|petitioner|respondent|movant|claimant|applicant|appell\w{2,3}"
    r"|act|law|code|rule|section|title|court|undersigned|government|counsel|i|we|you|this|that|it|he|she|they)s?\b",
    re.IGNORECASE,
)
_SEVERAL = re.compile(rf",?{_S}and{_S}the{_S}")
_FIRST_LETTERS = 6000


def asks_by_name(paper: Paper) -> Read[str] | None:
    """Who asks under a name that the paper gives him, or in a sentence that does the asking."""
    for pattern in (_DEFINED, _PERFORMS, _PROPOUNDS, _SIGNED_BY):
        for found in paper.find(pattern, till=None if pattern is _SIGNED_BY else _FIRST_LETTERS):
            read = _read(paper, found, Band.LIKELY)
            if read is not None:
                return read
    return None


def speaks_for(paper: Paper) -> Read[str] | None:
    """The house that a paper's writer says to be calling, or for which he writes.

    A lawyer's letter is the lawyer's, for whomever he writes it.
    """
    if paper.search(_CLIENT) is not None:
        return None
    for pattern in (_INTRODUCES, _BEHALF):
        for found in paper.find(pattern, till=_FIRST_LETTERS):
            read = _read(paper, found, Band.UNSURE)
            if read is not None and is_house(read.value or ""):
                return read
    return None


_CLIENT = re.compile(
    r"\b(?:our|my) clients?\b|\b(?:this firm|we|i) represents?\b|\b(?:counsel|attorneys?) for\b",
    re.IGNORECASE,
)
_THIS = re.compile(
    r"\b(?:[Tt]his|[Oo]ur|(?:provide|produce|submit|deliver|contact|assist|send|furnish)\b"
    r"[^.;\n]{0,60}?\b(?:the|with))\s(?P<noun>(?:Subc|C)ommittee|Commission|Department|Bureau|Agency|Board"
    r"|Council|Authority)\b(?!\s(?:on|of|for)\b)"
)
_FULL = (
    r"\b(?:(?:[A-ZÀ-Þ][\w'’.-]{{1,24}}\s){{0,4}}{noun}\s(?:on|of|for)\s(?:the\s)?{no_day}[A-ZÀ-Þ][\w'’-]{{1,24}}"
    r"(?:(?:,?\s(?:and|of|the)){{0,2}}\s[A-ZÀ-Þ][\w'’-]{{1,24}}|,\s[A-ZÀ-Þ][\w'’-]{{1,24}}(?=,)){{0,6}}"
    r"|(?:[A-ZÀ-Þ][\w'’.-]{{1,24}}\s){{2,4}}{noun})\b"
)


def this_body(paper: Paper) -> Read[str] | None:
    """The body that a paper calls "this Committee", by the one full name that it has there."""
    called = paper.search(_THIS)
    if called is None:
        return None
    full = re.compile(_FULL.format(noun=called["noun"], no_day=NO_DAY))
    names: dict[str, re.Match[str]] = {}
    for found in paper.find(full, till=_FIRST_LETTERS):
        name = " ".join(found[0].split()).removeprefix("The ")
        if not names_nobody(name):
            names.setdefault(name, found)
    if len(names) != 1:
        return None
    ((name, found),) = names.items()
    end = found.end()
    return paper.read(
        name, paper.spans(end - len(found[0].removeprefix("The ")), end), _RULE, Band.UNSURE
    )


def _read(paper: Paper, found: re.Match[str], band: Band) -> Read[str] | None:
    start = found.start("who")
    several = _SEVERAL.search(found["who"])
    said = found["who"][: several.start()] if several else found["who"]
    said = _STOP.sub("", said).rstrip(" ,\n")
    name = " ".join(said.split())
    if len(name) < _SHORTEST or _PART.match(name) or names_nobody(name) or is_instrument(name):
        return None
    if is_running(name):
        return None
    return paper.read(name, paper.spans(start, start + len(said)), _RULE, band)


_SHORTEST = 4
_STOP = re.compile(r"(?<=[a-z]{4})\.$")
