"""Whom a writ greets, or tells an officer to summon; else the officers whom it commands.

Authority: READING 12 (recipient).
"""

from __future__ import annotations

import re

from tecum.provenance import Read
from tecum.reading.paper.address_lines import trimmed
from tecum.reading.paper.cells import is_label
from tecum.reading.paper.paper import Paper
from tecum.reading.parties.addressee_labels import named_before
from tecum.reading.parties.by_place import TITLED
from tecum.reading.parties.nobody import names_nobody
from tecum.words import Band

__all__ = ["greeted_below", "greeted_or_summoned"]

_TO_ANY = re.compile(
    r"\bTo:?\s{1,60}(?P<who>(?:any|all|every|each)\s{1,60}(?:[\w/-]+\s{1,60}){0,6}?(?:officers?"
    r"|peace officers?|marshals?|agents?|sheriffs?|constables?)"
    r"(?:\s{1,60}(?:authorized|in|of|or)[^:;.\n]{0,80})?)",
    re.IGNORECASE,
)
_SUMMONED = re.compile(
    r"\b(?:commanded|directed|required|ordered|authorized)\s{1,4}to\s{1,4}(?:summon|subpoena|cite|notify)\b"
    r"(?: and (?:summon|subpoena|require|cite)\b)?"
    r"(?: (?:the )?(?:following|below[- ]named)(?: (?:named )?(?:witness(?:es)?|persons?))?\b)?"
    r"[\s:,_]{0,12}(?:name\s{0,2}:\s{1,4})?(?P<who>[A-Z][^;:_]{2,120}?)(?=\s{0,3}(?:[;:_]|\n(?!(?:of|for|at|and|the)\s)|,?\s{1,60}to\s{1,60}(?:be"
    r"|appear"
    r"|produce|attend|testify)\b|,\s{1,60}\d))",
    re.IGNORECASE,
)
_GREETED = re.compile(
    r"\b[Tt][Oo]:?\s{1,4}(?:the\s{1,4})?(?P<who>[A-Z][\w&.,'’ \n-]{3,160}?)[,:;]?\s{1,4}"
    r"(?:GREETINGS?|Greetings?)\b"
)
_OF_PRESIDENT = re.compile(
    r"\bThe President of the United States,?\s{1,4}to\s{1,4}(?P<who>[A-Z][^\n;:]{3,120})"
)
"""Whom a court-martial subpoenas.

Authority: DD Form 453; Rule for Courts-Martial 703(g)(3).
"""
_GREETED_BELOW = re.compile(
    r"^(?P<who>[A-Z][\w&.,'’ -]{4,80})\n(?:GREETINGS?|Greetings?)\b", re.MULTILINE
)


def greeted_or_summoned(paper: Paper, rule: str) -> Read[str] | None:
    """Whom a writ greets, or tells an officer to summon; else the officers that it addresses."""
    greeted = paper.search(_GREETED)
    summoned = paper.search(_SUMMONED) or (
        greeted if greeted and not _TO_ANY.search(greeted[0]) else None
    )
    called = paper.search(_OF_PRESIDENT)
    if called:
        who = trimmed(" ".join(called["who"].split()))
        return paper.read(who, paper.spans(*called.span("who")), rule, Band.LIKELY)
    if summoned and summoned["who"][0].isupper() and not is_label(summoned["who"]):
        who = trimmed(" ".join(summoned["who"].split()))
        return paper.read(who, paper.spans(*summoned.span("who")), rule, Band.LIKELY)
    anybody = paper.search(_TO_ANY)
    if anybody and not named_before(paper, anybody.start()):
        who = " ".join(anybody["who"].split())
        return paper.read(who, paper.spans(*anybody.span("who")), rule, Band.LIKELY)
    return None


def greeted_below(paper: Paper, rule: str) -> Read[str] | None:
    """Who is named in a line by itself above the word "Greeting"."""
    below = paper.search(_GREETED_BELOW)
    if below is None or names_nobody(below["who"]) or TITLED.search(below["who"]):
        return None
    who = trimmed(below["who"])
    return paper.read(who, paper.spans(*below.span("who")), rule, Band.LIKELY)
