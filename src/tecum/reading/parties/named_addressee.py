"""Whom a paper without an address names as the one it goes to, in its words or at its head.

"A request to the Department of Example", "To whom it may concern at Example Hosting", the head
of a letter's second page, the heading of a subpoena, the line above "We command you" (READING 12).
"""

from __future__ import annotations

import re

from tecum.instruments.institutions import load_institutions
from tecum.provenance import Read
from tecum.reading.paper.address_lines import trimmed
from tecum.reading.paper.date_line import is_date_line
from tecum.reading.paper.paper import Paper
from tecum.reading.parties.nobody import names_nobody
from tecum.reading.signer.signing_body import is_house, is_running
from tecum.words import Band

__all__ = ["addressee_at_head", "addressee_in_words"]

_RULE = "parties.named_addressee/1"
_PAGE = re.compile(r"\W{0,3}page\s\d{1,3}(?:\sof\s\d{1,3})?\W{0,3}", re.IGNORECASE)
_PAGE_LINES = 60
_ONE_ROW = re.compile(
    r"(?P<who>[A-Z][\w.,'’& -]{3,70}?)(?:\s{2,30}|\s?[|–—-]\s|,\s)"
    r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]{2,8} \d{4})"
    r"(?:\s{1,30}|\s?[|–—-]\s|,\s)[Pp]age \d{1,3}(?: of \d{1,3})?"
)
_HEADED = re.compile(
    r"(?:SUBPOENA|Subpoena|SUMMONS|Summons)(?: (?:DUCES TECUM|duces tecum|Duces Tecum))?"
    r" (?:for|to|FOR|TO|directed to|issued to) (?P<who>(?:(?:[Tt]he|THE) )?"
    r"(?:Hon(?:orable|\.)|HON(?:ORABLE|\.)|Mr\.|Ms\.|Mrs\.|Dr\.|Secretary|Director|Governor)"
    r" [A-Z].{3,90})"
)
_COMMANDED = re.compile(
    r"^(?P<who>[A-Z][^\n:;]{4,160})\n\W{0,3}(?:WE|We) (?:HEREBY |hereby )?COMMAND YOU\b",
    re.MULTILINE,
)
_HEAD_LINES = 4


def addressee_at_head(paper: Paper) -> Read[str] | None:
    """Whom the heading of a subpoena, the line above a command or a second page's head names."""
    if paper.is_mail:
        return None
    for i, line in enumerate(paper.lines[:_HEAD_LINES]):
        found = _HEADED.fullmatch(line.text.strip())
        if found is not None:
            return _named(paper, paper.start_of(i) + line.text.find(found["who"]), found["who"])
    above = paper.search(_COMMANDED)
    if above is not None and not names_nobody(trimmed(above["who"])):
        return _named(paper, above.start("who"), above["who"])
    return _over_page(paper)


def _over_page(paper: Paper) -> Read[str] | None:
    """The name over the date and the number of a letter's further page."""
    lines = paper.lines[:_PAGE_LINES]
    for i, line in enumerate(lines):
        text = line.text.strip()
        row = _ONE_ROW.fullmatch(text)
        if row is not None and not names_nobody(row["who"]):
            return _named(paper, paper.start_of(i) + line.text.find(row["who"]), row["who"])
        under = {k: lines[i + k].text.strip() for k in (1, 2) if i + k < len(lines)}
        if len(under) < 2 or not any(map(_PAGE.fullmatch, under.values())):
            continue
        named = text[:1].isupper() and len(text) < 80 and not text.endswith((".", ":", ";"))
        dated = any(map(is_date_line, under.values()))
        if named and dated and not (names_nobody(text) or is_running(text) or _PAGE.search(text)):
            return _named(paper, paper.start_of(i) + line.text.find(text), text)
    return None


_S = r"(?:[^\S\n]{1,4}|[^\S\n]{0,4}\n[^\S\n]{0,4})"
_WORD = r"[A-ZÀ-Þ][\w&.'’-]{0,30}"
_BODY = rf"{_WORD}(?:,?{_S}(?:(?:of|and|the|for|in|on|&){_S}){{0,2}}{_WORD}){{0,9}}"
_TO = rf"{_S}to{_S}(?:the{_S})?(?P<who>{_BODY})"
_THIS_REQUEST = re.compile(
    r"\b(?:[Tt]his is an?|(?:I|[Ww]e) (?:am|are) (?:submitting|making|directing|filing|sending)"
    r"|(?:[Ss]ubmits?|[Mm]akes?|[Ff]iles?|[Dd]irects?|[Ss]ends?)"
    r"(?: this| the following| an?)|[Tt]his)\s(?:[\w(“”\"‘’).-]{1,20}\s){0,9}?"
    r"(?:[Rr]equest|[Cc]omplaint|[Nn]otice|[Aa]ppeal|[Dd]emand)\b"
    rf"(?:[^.;\n]|\.(?=[\w])|(?<=\b[A-Z])\.|\n(?!\n)){{0,120}}?{_TO}"
)
_HEREBY = re.compile(
    rf"\bhereby{_S}(?:requests?|demands?|asks?|directs?|requires?){_S}(?:that{_S})?(?:the{_S})?(?P<who>{_BODY})"
)
_CONCERNED = re.compile(
    r"^to whom(?:ever|soever)? (?:it|this) (?:may|might)(?: \w{2,8})? concern(?:ed)?"
    r" (?:at|with) (?:the )?(?P<who>[A-Z][\w&.'’ -]{2,60}?)\s?[:,]?$",
    re.IGNORECASE | re.MULTILINE,
)
_FIRST_LETTERS = 4000


def addressee_in_words(paper: Paper) -> Read[str] | None:
    """Whom a greeting places in a house, or a sentence says the request goes to."""
    greeted = next(iter(paper.find(_CONCERNED, till=_FIRST_LETTERS)), None)
    if greeted is not None and greeted["who"][:1].isupper():
        return _named(paper, greeted.start("who"), greeted["who"])
    bodies = load_institutions()
    for pattern in (_THIS_REQUEST, _HEREBY):
        for found in paper.find(pattern, till=_FIRST_LETTERS):
            who = " ".join(found["who"].split()).strip(" ,")
            if bodies.is_body(who) and is_house(who) and not names_nobody(who):
                return _named(paper, found.start("who"), found["who"])
    return None


def _named(paper: Paper, start: int, said: str) -> Read[str]:
    name = trimmed(" ".join(said.split()))
    return paper.read(name, paper.spans(start, start + len(said)), _RULE, Band.UNSURE)
