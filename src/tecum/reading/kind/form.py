"""The number of the form that a paper is printed on, and its edition (READING 9, 12)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from tecum.instruments.catalogue import Instrument
from tecum.instruments.region import Region
from tecum.provenance import Read
from tecum.reading.paper.paper import Paper
from tecum.words import Band

__all__ = ["read_edition", "read_form"]

_RULE = "kind.form/2"
_FORM = re.compile(
    r"\b(?:(?P<ao>AO ?\d{2,3}[A-Z]?)|(?P<subp>[A-Z]{2,4}-\d{3})|(?P<house>[A-Z]{2,5}\s{1,60})?"
    r"(?i:Form)(?:\s{1,60}|-)(?P<form>[A-Z]{0,4}-?\d{1,4}[A-Z]?(?:[-.]\d{1,3})?))(?![\w-])"
)
_EDITIONED = re.compile(
    r"(?P<form>(?:[A-Z]{1,6}[ -]){0,3}(?:(?i:form)[ -])?[A-Z]{0,3}\d{1,6}(?:[A-Z]{1,2}\d{0,4})?"
    r"(?:[-/][A-Z]{0,4}-?\d{1,5}[A-Z]?)?),?\s{0,3}"
    r"(?:[(\[]?(?:Rev|REV|Revised|Ed|Eff)\b\.?:?\s{0,2}(?=[^)\]\n]{0,18}\d)[^)\]\n]{4,24}"
    r"|\(\d{1,2}[/-]\d{2,4}\)|(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]{0,6} \d{4})"
)
"""A number with the month of its edition behind it, as forms print it in their margin."""
_NO_FORM = re.compile(r"(?:PAGE|OMB|ROOM|SUITE|NO|DATE|REV|ED|EFF|TEL|FAX|BOX|CASE|FILE)\b", re.I)
_LONGEST = 110
_IMMIGRATION = re.compile(r"^(?:(?:DHS|ICE|INS) (?i:Form) )?[I1l]-(?=\d{3}[A-Z]?$)")
"""How the immigration forms are numbered; in a picture their letter is often taken for a one."""


def read_form(paper: Paper, instrument: Instrument | None) -> Read[str]:
    """The form number, as it stands at the head or foot of a form."""
    listed = _listed(paper, instrument)
    if listed is not None:
        return listed
    if instrument is None or not instrument.kind.is_demand:
        return paper.nothing(_RULE)
    return _in_margin(paper) or _with_edition(paper) or paper.nothing(_RULE)


def _listed(paper: Paper, instrument: Instrument | None) -> Read[str] | None:
    """A number that the catalogue knows as one of the instrument's."""
    places = {Region.TITLE, Region.HEADER, Region.FOOTER}
    known: Iterable[str] = instrument.forms if instrument is not None else ()
    for form in sorted(known, key=len, reverse=True):
        for match in paper.find(_printed(form)):
            line = paper.index_at(match.start())
            alone = re.search(
                r"\bform\b|\brev\b|^\W*[A-Z]+[ -]?\d|\(\d", paper.lines[line].text, re.IGNORECASE
            )
            if places & paper.regions[line] and alone:
                value = _as_listed(form, instrument)
                band = Band.CERTAIN if match[0][0] == form[0] else Band.LIKELY
                return paper.read(value, paper.spans(*match.span()), _RULE, band)
    return None


def _in_margin(paper: Paper) -> Read[str] | None:
    """A number that is called a form's in the margin of the page."""
    for match in paper.find(_FORM):
        line = paper.index_at(match.start())
        if len(paper.lines[line].text) >= _SHORT or not _is_margin(paper, line):
            continue
        value = match["ao"] or match["subp"] or match["form"]
        if match["house"] and value.replace(".", "").isdigit():
            value = " ".join(match[0].split())  # a bare number says nothing without its house
        value = _IMMIGRATION.sub("I-", value)
        return paper.read(value, paper.spans(*match.span()), _RULE, Band.LIKELY)
    return None


_SHORT = 60


def _is_margin(paper: Paper, line: int) -> bool:
    return bool({Region.HEADER, Region.FOOTER} & paper.regions[line])


def _with_edition(paper: Paper) -> Read[str] | None:
    """A number that begins a line of the margin, with its edition behind it."""
    for i, line in enumerate(paper.lines):
        if not _is_margin(paper, i) or len(line.text) > _LONGEST:
            continue
        lead = len(line.text) - len(line.text.lstrip(" |-–—"))
        found = _EDITIONED.match(line.text, lead)
        if found is None or _NO_FORM.match(found["form"]) or not re.search(r"[A-Z]", found["form"]):
            continue
        start = paper.start_of(i) + found.start("form")
        spans = paper.spans(start, start + len(found["form"]))
        value = _IMMIGRATION.sub("I-", found["form"].strip())
        return paper.read(value, spans, _RULE, Band.LIKELY)
    return None


@cache
def _printed(form: str) -> re.Pattern[str]:
    """A form's number as it is printed; one pattern for all papers of a process.

    In a picture the letter I of the immigration forms is often taken for a one.
    """
    number = re.escape(form).replace(chr(92) + " ", " ?").replace("Form", "(?i:Form)")
    number = re.sub(r"^I(?=\W)", "[I1l|]", number)
    number = re.sub(r"^(?P<house>[A-Z]{2,4})\\-(?=\d)", r"\g<house>[ -](?:(?i:Form)[ -])?", number)
    return re.compile(rf"(?<![\w-]){number}(?![\w-])")


def _as_listed(form: str, instrument: Instrument | None) -> str:
    return f"DHS Form {form}" if instrument and form == "3115" else form


def read_edition(paper: Paper, instrument: Instrument | None) -> str | None:
    """The edition of the form, where it prints one that the catalogue knows."""
    for edition in instrument.editions if instrument is not None else ():
        if any(True for _ in edition.mark.matches(paper.words)):
            return edition.id
    return None
