"""The body of whom a label names only a part or an officer: "Custodian of Records" (READING 12)."""

from __future__ import annotations

import re

from tecum.provenance import Read
from tecum.reading.paper.address_lines import trimmed
from tecum.reading.paper.labels import Labelled, labelled, span_of
from tecum.reading.paper.paper import Paper
from tecum.reading.parties.addressee_labels import may_be_recipient
from tecum.reading.signer.titles import find_title
from tecum.words import Band

__all__ = ["with_body"]

_GENERIC_ROLE = re.compile(
    r"(?:the )?(?:custodian|keeper)s? of (?:the )?(?:business )?records|records (?:custodian|keeper"
    r"|department|division|unit)|human resources(?: department)?|legal department|general counsel"
    r"|registered agent|(?:payroll|personnel|billing) department|public records officer",
    re.IGNORECASE,
)


def with_body(paper: Paper, found: Labelled, rule: str) -> Read[str]:
    """The addressee; a part ("Custodian of Records") with the body named in the next line."""
    value = trimmed(found.value)
    below = found.line + 1
    title = find_title(value)
    only_title = title is not None and title.end == len(value) and "," not in value
    housed = _house_in_cell(paper) if only_title else None
    if housed is not None:
        spans = (*span_of(paper, found), *span_of(paper, housed))
        return paper.read(f"{value}, {trimmed(housed.value)}", spans, rule, Band.LIKELY)
    if (_GENERIC_ROLE.fullmatch(value) or only_title) and below < len(paper.lines):
        line = paper.lines[below]
        text = line.text.strip(" ,")
        near = (
            line.page == paper.lines[found.line].page
            and line.block == paper.lines[found.line].block
        )
        named = (
            text[:1].isupper() and len(text) < 80 and not re.search(r"\d|[:.;]$|^\w{2,12}:", text)
        )
        if near and named:
            spans = (*span_of(paper, found), *paper.line_spans(below))
            return paper.read(f"{value}, {trimmed(text)}", spans, rule, Band.LIKELY)
    return paper.read(value, span_of(paper, found), rule, Band.LIKELY)


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
