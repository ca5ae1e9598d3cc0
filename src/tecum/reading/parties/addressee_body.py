"""The body of whom a label names only a part or an officer: "Custodian of Records" (READING 12)."""

from __future__ import annotations

import re

from tecum.provenance import Read
from tecum.reading.paper.address_lines import trimmed
from tecum.reading.paper.labels import Labelled, labelled, span_of
from tecum.reading.paper.paper import Paper
from tecum.reading.paper.under import line_under
from tecum.reading.parties.addressee_labels import may_be_recipient
from tecum.reading.parties.nobody import names_nobody
from tecum.reading.signer.titles import find_title
from tecum.words import Band

__all__ = ["is_part", "with_body"]

_PART = re.compile(
    r"(?:the )?(?:(?:custodian|keeper)s?(?: of (?:the )?(?:business |medical )?records)?"
    r"|(?:medical |patient |student |business |public )?records?(?: (?:custodian|keeper|clerk"
    r"|department|division|unit|section|office|officer|supervisor|manager))?"
    r"|human resources(?: (?:department|manager|director|office))?|hr|payroll|personnel"
    r"|legal(?: (?:department|process|compliance|response|affairs|team|counsel|division))*"
    r"|(?:subpoena|law enforcement|compliance|security)(?: (?:compliance|response|department|team"
    r"|unit|officer|center))+|general counsel|(?:registered|statutory|resident) agent"
    r"|(?:payroll|personnel|billing) department|owners?(?: (?:or|and|/) (?:manager|operator)s?)?"
    r"|proprietor|operator|(?:general|office|store|branch|property|plant) manager|manager"
    r"|president|principal|chief executive officer|administrator|employer|trust (?:and|&) safety)",
    re.IGNORECASE,
)
"""A part in any house: a name only with the house's."""
_BESIDE = re.compile(r"\s{3,}|\s[=|]\s")
"""What parts a name from the next cell of its row, also in a picture."""
_ENDS = re.compile(
    r"[:;]$|(?<!\bInc)(?<!\bCo)(?<!\bCorp)(?<!\bLtd)(?<!\bINC)(?<!\bCO)(?<!\.[A-Z])\.$"
)


def is_part(value: str) -> bool:
    """Whether words name a part that every house has, and not the house.

    >>> is_part("Custodian of Records"), is_part("Legal"), is_part("Sheriff of Example County")
    (True, True, False)
    """
    return _PART.fullmatch(" ".join(value.split()).strip(" ,.;")) is not None


def with_body(paper: Paper, found: Labelled, rule: str) -> Read[str]:
    """The addressee; a part ("Custodian of Records") with the body named in the next line."""
    value = trimmed(found.value)
    title = find_title(value)
    only_title = title is not None and title.end == len(value) and "," not in value
    housed = _house_in_cell(paper) if only_title else None
    if housed is not None:
        spans = (*span_of(paper, found), *span_of(paper, housed))
        return paper.read(f"{value}, {trimmed(housed.value)}", spans, rule, Band.LIKELY)
    if is_part(value) or only_title:
        house = _house_under(paper, found.line)
        if house is not None:
            name, start = house
            spans = (*span_of(paper, found), *paper.spans(start, start + len(name)))
            return paper.read(f"{value}, {trimmed(name)}", spans, rule, Band.LIKELY)
    # A part without its house names nobody who could be told from another.
    band = Band.UNSURE if is_part(value) else Band.LIKELY
    return paper.read(value, span_of(paper, found), rule, band)


def _house_under(paper: Paper, i: int) -> tuple[str, int] | None:
    """The name in the line below a part, in its own column, and where it begins."""
    under = line_under(paper, i)
    if under is None:
        return None
    line = paper.lines[under]
    if line.box is None and line.block != paper.lines[i].block:
        return None
    name = _BESIDE.split(line.text.strip())[0].strip(" ,")
    if len(name) > _LONGEST or not _NAME.fullmatch(name) or _ENDS.search(name):
        return None
    if names_nobody(name):
        return None
    return name, paper.start_of(under) + line.text.find(name)


_LONGEST = 80
_NAME = re.compile(
    r"[A-ZÀ-Þ][\w&.'’-]{0,30},?(?:\s(?:[A-ZÀ-Þ][\w&.'’-]{0,30},?|of|the|and|for|&|at|de|del|la|y|[-–]))"
    r"{0,10}"
)
"""A name: every word but the small ones with a capital, and no figures."""


_OF_HOUSE = (
    r"\(?name of (?:the )?(?:fac\w{3,6}|institution|agency|company|business|employer"
    r"|establishment|school|hospital)\)?"
)


def _house_in_cell(paper: Paper) -> Labelled | None:
    """The body in a form's cell "Name of facility", where another names but its officer's part."""
    for found in labelled(paper, _OF_HOUSE, colon=False):
        if found.value[:1].isupper() and may_be_recipient(found, paper):
            return found
    return None
