"""The committee in the letterhead of a legislature: "House of Representatives, Committee on ..."

Such a head bears the Congress, the chamber, the committee, its room and rows of its members; a
recogniser reads them into one line, or the members beside the name (READING 12).
"""

from __future__ import annotations

import re

from tecum.provenance import Read
from tecum.reading.paper.letter import Letter, addressed_lines
from tecum.reading.paper.paper import Paper
from tecum.reading.parties.nobody import NO_DAY
from tecum.reading.signer.signing_body import is_running
from tecum.words import Band

__all__ = ["committee_at_head"]

_CHAMBER = re.compile(
    r"\b(?:congress of the united states|united states (?:senate|house of representatives)"
    r"|house of (?:representatives|delegates|commons|lords)|(?:state|general) (?:senate|assembly)"
    r"|legislature|legislative assembly|(?:house|senate) (?:select |special )?committee"
    r"|(?:\w+teenth|\w+tieth|\w+undred|\d{2,3}(?:th|st|nd|rd)) congress|\w+ state senate"
    r"|city council|parliament)\b",
    re.IGNORECASE,
)
_WORD = (
    r"(?!(?:WASHINGTON|ROOM|SUITE|STATE CAPITOL|CHAIRMAN|CHAIR|RANKING|Washington|Room)\b)"
    r"[A-Z][\w'’-]{2,24}"
)
_JOINS = r"(?:,\s|,?\s(?:and|AND|&|of|OF|the|THE|of the|OF THE|and the|AND THE)\s|\s)"
_COMMITTEE = re.compile(
    r"\b(?:(?:HOUSE|SENATE|SELECT|SPECIAL|JOINT|PERMANENT|House|Senate|Select|Special|Joint"
    r"|Permanent|STANDING|Standing)\s){0,3}"
    r"(?:SUB|Sub)?C[Oo0][Mm]{2}[Ii1l][Tt]{1,2}[EeIi]?[Ee]\s[Oo][Nn]\s"
    rf"(?:(?:the|THE)\s)?{NO_DAY}{_WORD}(?:{_JOINS}{_WORD}){{0,6}}"
)
_MEMBERS_OWN = re.compile(
    r"\bcommittees\s?:|\bcommittee assignments\b|\bmember of\b", re.IGNORECASE
)
_HEAD_LINES = 30
_HEAD_WITHOUT_DATE = 8


def committee_at_head(paper: Paper, letter: Letter) -> Read[str] | None:
    """The one committee that the head of a chamber's letter names.

    A member's own letterhead lists the several committees that he sits on and names none that
    writes.
    """
    if paper.is_mail:
        return None
    ends = [i for i in (letter.date, letter.salutation, letter.subject) if i is not None]
    last = min(ends, default=_HEAD_WITHOUT_DATE)
    others = addressed_lines(paper, letter)
    own = [i for i in range(min(last, _HEAD_LINES, len(paper.lines))) if i not in others]
    head = "\n".join(paper.lines[i].text for i in own)
    if not own or _CHAMBER.search(head) is None or _MEMBERS_OWN.search(head):
        return None
    heads = [i for i in own if not is_running(paper.lines[i].text)]
    found = [(i, m) for i in heads for m in _COMMITTEE.finditer(paper.lines[i].text)]
    whole = [(i, m) for i, m in found if not m[0].lower().startswith("sub")]
    if len(whole) != 1:
        return None
    ((i, match),) = whole
    start = paper.start_of(i)
    spans = paper.spans(start + match.start(), start + match.end())
    return paper.read(match[0].strip(" ,"), spans, "parties.chamber_head/1", Band.LIKELY)
