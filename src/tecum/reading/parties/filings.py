"""Who files a paper in a court's case, as its title says (READING 12).

"DEFENDANT EXAMPLE WORKS' OBJECTIONS", "BRIEF OF AMICUS CURIAE EXAMPLE SOCIETY IN SUPPORT OF …",
"COMPLAINT": the court at the head of its caption has filed none of them.
"""

from __future__ import annotations

import re

from tecum.provenance import Read
from tecum.reading.paper.caption import Caption
from tecum.reading.paper.paper import Paper
from tecum.reading.parties.commanded import party_named
from tecum.reading.parties.nobody import names_nobody
from tecum.words import Band

__all__ = ["filed_under"]

_RULE = "parties.filed_under/1"
_PART = r"(?:PLAINTIFF|DEFENDANT|PETITIONER|RESPONDENT|INTERVENOR|MOVANT|NON-?PARTY|WITNESS)"
_PAPER = (
    r"(?:REQUESTS?|INTERROGATOR(?:Y|IES)|DEMANDS?|OBJECTIONS?|RESPONSES?|ANSWERS?|REPLY|BRIEF"
    r"|MEMORANDUM|NOTICE|PETITION|COMPLAINT|OPPOSITION|APPLICATION|MOTION|SET OF)\b"
)
_OWN = re.compile(
    rf"(?P<part>{_PART}S?(?:['’]S?)?,?\s)?(?P<who>[A-Z][A-Z&.,-]{{0,24}}(?:\s[A-Z&][A-Z&.,-]{{0,24}}){{0,9}})"
    rf"(?:['’]S|S['’])\s(?:[A-Z-]{{3,14}}\s){{0,4}}?{_PAPER}"
)
_ON_BEHALF = re.compile(
    r"(?:BRIEF|MEMORANDUM|MOTION|OBJECTIONS?|RESPONSES?|OPPOSITION|COMMENTS)(?:\s[A-Z-]{2,14}){0,4}?"
    r"\s(?:OF|BY|FOR|ON BEHALF OF)\s(?:THE\s)?(?:AMIC(?:US|I) CURIAE,?\s(?:OF\s)?(?:THE\s)?)?"
    r"(?P<who>[A-Z][A-Z&.,'’-]{1,24}(?:\s[A-Z&0-9][A-Z&.,'’-]{0,24}){1,9}?),?"
    r"(?:\s(?:AS AMIC|IN (?:SUPPORT|OPPOSITION)|AND \d)|$)"
)
_COMPLAINT = re.compile(r"(?:[A-Z-]{4,14}\s){0,3}COMPLAINT\b")
_TITLE_LINES = 30


_CASE = re.compile(
    r"\W{0,3}(?:in the matter of|in re\b|docket no|before the\b)|.{0,60}\s-?(?:v|vs|against)[.-]",
    re.IGNORECASE,
)
"""What says that a paper lies in a case, be it that of a commission or of a board."""


def filed_under(paper: Paper, caption: Caption | None) -> Read[str] | None:
    """The party or friend of the court whom a filing's own title names, below the caption's court.

    A complaint is the plaintiff's, whom the caption names by its part.
    """
    below = max(caption.lines, default=0) + 1 if caption is not None else 0
    head = range(below, min(below + _TITLE_LINES, len(paper.lines)))
    if caption is None and not any(_CASE.match(paper.lines[i].text) for i in head):
        return None
    for i in head:
        text = paper.lines[i].text.strip()
        if not text.isupper():
            continue
        found = _OWN.match(text) or _ON_BEHALF.match(text)
        if found is not None:
            who = found["who"] + ("S" if text[found.end("who") :].startswith(("S'", "S’")) else "")
            at = paper.start_of(i) + paper.lines[i].text.find(who)
            if _parts(who):
                return party_named(paper, who.rstrip("S"), paper.start_of(i), _RULE)
            if not names_nobody(who):
                return paper.read(who, paper.spans(at, at + len(who)), _RULE, Band.LIKELY)
        if _COMPLAINT.match(text):
            return party_named(paper, "plaintiff", paper.start_of(i), _RULE)
    return None


def _parts(who: str) -> bool:
    return re.fullmatch(rf"{_PART}S?", who) is not None
