"""Who issues or asks, typed into a form's cell: "Issued by", "Issuing authority", "Name".

Authority: READING 12 (issuer).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from tecum.instruments.institutions import load_institutions
from tecum.provenance import Read
from tecum.reading.paper.address_lines import trimmed
from tecum.reading.paper.cells import Cell, cells_of, is_label
from tecum.reading.paper.labels import labelled, span_of
from tecum.reading.paper.paper import Paper
from tecum.reading.parties.addressee_labels import FILLED_IN_BY_ASKER
from tecum.reading.signer.signing_body import is_house, is_own_body
from tecum.reading.signer.titles import is_name
from tecum.words import Band

__all__ = ["asker_in_cell", "issuer_in_cell"]

_CELL_LABEL = (
    r"issued by|issuing (?:agency|authority|office|officer and agency|body)|requesting (?:agency"
    r"|office|officer and agency)|name of (?:requesting|issuing) agency|requested by agency"
)


_CELL_OF_ISSUER = re.compile(
    rf"(?:[\w.]{{1,3}}[.)]?\s)?(?:name of (?:the )?)?(?:{_CELL_LABEL}|sender"
    r"|autoridad emisora(?:\s?/\s?validadora)?|issuing\s?/?\s?(?:validating )?authority):?",
    re.IGNORECASE,
)


_CELL_OF_SENDER = re.compile(r"from(?: \([^)]{3,40}\))?:?", re.IGNORECASE)
_AUTHORITY = re.compile(r"\bauthority\W*$", re.IGNORECASE)
_CELL_OF_VALIDATOR = re.compile(r"(?:name of (?:the )?)?validating authority:?", re.IGNORECASE)
"""The judge or court that gives a prosecutor's certificate its force.

Authority: Regulation (EU) 2023/1543, art. 4.
"""


_CELL_OF_ASKER = re.compile(
    r"(?:name of )?request(?:e|o)r(?:['’]s)?(?: (?:full )?name)?|your name", re.IGNORECASE
)


def _cell_of(paper: Paper, label: re.Pattern[str]) -> Read[str] | None:
    """The body or person typed into the cell of such a label."""
    for cell in cells_of(paper):
        value = paper.lines[cell.value].text.strip()
        if not label.fullmatch(paper.lines[cell.label].text.strip(" :")) or is_label(value):
            continue
        # An authority's name may be built like a person's: "Staatsanwaltschaft Example".
        authority = label is _CELL_OF_VALIDATOR or _AUTHORITY.search(paper.lines[cell.label].text)
        named = (authority and is_own_body(value)) or (label is _CELL_OF_ASKER and is_name(value))
        if named or is_house(value):
            spans = paper.line_spans(cell.value)
            return paper.read(value, spans, "parties.issuer_cell/1", Band.LIKELY)
    return None


_FORM_OF_REQUEST = re.compile(
    r"\brequest\b.{0,40}\b(?:records?|information)\b"
    r"|\b(?:records?|(?:right[- ]to[- ])?know(?: law)?|foia|foil|opra)\b.{0,20}\brequest\b",
    re.IGNORECASE,
)
_NAME_CELL = re.compile(r"(?:your |full |contact )?name(?: \([^)]{3,40}\))?:?", re.IGNORECASE)
_REACHED_AT = re.compile(
    r"(?:day ?time )?(?:tele)?phone|e-?mail|(?:mailing )?address", re.IGNORECASE
)


_SOUGHT = re.compile(
    r"\b(?:for|about|of|on) the (?:following|individual|person|subject)\b[^.:]{0,50}:?\s{0,2}$",
    re.IGNORECASE,
)
"""What stands over the name of whoever is sought, and over no requester's."""


def _asker_on_form(paper: Paper) -> Read[str] | None:
    """Who gives his name, and where he can be reached, on a body's form to ask for records."""
    titled = any(_FORM_OF_REQUEST.search(line.text) for line in paper.lines[:6])
    if paper.is_mail or not titled:
        return None
    cells = [*cells_of(paper), *_cells_beside(paper)]
    labels = [paper.lines[cell.label].text.strip(" |:.'") for cell in cells]
    if not any(_REACHED_AT.match(line.text.strip()) for line in paper.lines[:_HEAD_OF_FORM]):
        return None
    for cell, label in zip(cells, labels, strict=True):
        name = paper.lines[cell.value].text.strip(" |,")
        above = " ".join(line.text for line in paper.lines[max(0, cell.label - 2) : cell.label])
        if _NAME_CELL.fullmatch(label) and is_name(name) and not _SOUGHT.search(above):
            spans = paper.line_spans(cell.value)
            return paper.read(name, spans, "parties.issuer_cell/1", Band.LIKELY)
    return None


def _cells_beside(paper: Paper) -> Iterator[Cell]:
    """Labels of a form of two columns, each with what stands to its right on the same row."""
    for i, (a, b) in enumerate(pairwise(paper.lines[:_HEAD_OF_FORM])):
        if a.box is None or b.box is None or a.page != b.page:
            continue
        level = min(a.box[3], b.box[3]) - max(a.box[1], b.box[1])
        if b.box[0] > a.box[2] and 2 * level > a.box[3] - a.box[1]:
            yield Cell(i, i + 1)


_HEAD_OF_FORM = 24


def issuer_in_cell(paper: Paper, *, headed: bool) -> Read[str] | None:
    """The body in a form's cell "Issued by", whose label bears no colon.

    Under the head of a body its own cell "From" only tells which of its desks writes.
    """
    typed = _cell_of(paper, _CELL_OF_VALIDATOR) or _cell_of(paper, _CELL_OF_ISSUER)
    if typed is None and not headed:
        typed = _cell_of(paper, _CELL_OF_SENDER)
    if typed is not None:
        return typed
    for found in labelled(paper, _CELL_LABEL, colon=False):
        name = trimmed(found.value)
        if 3 < len(name) < 120 and name[0].isupper() and load_institutions().is_body(name):
            spans = span_of(paper, found)
            return paper.read(name, spans, "parties.issuer_cell/1", Band.LIKELY)
    return None


_CELL_OF_AGENCY = re.compile(
    r"(?:requesting |law enforcement )?(?:agency|department)(?: name)?", re.IGNORECASE
)


_CELL_OF_FIRM = re.compile(
    r"(?:printed )?name and (?:firm|company|organi[sz]ation|agency|affiliation|employer)",
    re.IGNORECASE,
)


def _firm_in_cell(paper: Paper) -> Read[str] | None:
    """The house that a form's signer names behind his own name."""
    for cell in cells_of(paper):
        name, _, house = paper.lines[cell.value].text.strip(" |").partition(", ")
        labelled_so = _CELL_OF_FIRM.fullmatch(paper.lines[cell.label].text.strip(" :."))
        if labelled_so and is_name(name) and is_house(house):
            start = paper.start_of(cell.value) + paper.lines[cell.value].text.find(house)
            spans = paper.spans(start, start + len(house))
            return paper.read(house, spans, "parties.issuer_cell/1", Band.LIKELY)
    return None


def asker_in_cell(paper: Paper) -> Read[str] | None:
    """Who asks, on a form on which he names himself."""
    if paper.search(FILLED_IN_BY_ASKER):
        agency = _cell_of(paper, _CELL_OF_AGENCY)
        if agency is not None:
            return agency
    return _cell_of(paper, _CELL_OF_ASKER) or _asker_on_form(paper) or _firm_in_cell(paper)
