"""Instruments that no judge signs by what they are, whoever's name could be read (READING 10).

An agency's subpoena, an officer's detainer or somebody's request for records is made by the hand
of an officer or a private person; the law that provides for it gives a judge no line on it. What
the signature block leaves open, the nature of the instrument then decides, provided that nothing
on the paper speaks of a court that made it.
"""

from __future__ import annotations

import re

from tecum.instruments.catalogue import Instrument
from tecum.instruments.compiled import led
from tecum.instruments.region import Region
from tecum.provenance import Read, Span
from tecum.reading.paper.caption import Caption
from tecum.reading.paper.cells import cells_of
from tecum.reading.paper.paper import Paper
from tecum.reading.signer.conformed import SIGNED
from tecum.reading.signer.titles import find_title, is_name
from tecum.words import Band, Force, IssuerClass, Kind, SignatoryRole, TextFrom

__all__ = ["by_nature", "names_a_bench", "signed_in_cell"]

_NO_COURTS = frozenset({Force.REQUEST, Force.AGENCY_COMMAND})
_LETTERS = frozenset(
    {
        Kind.RECORDS_REQUEST, Kind.INFORMATION_REQUEST, Kind.PRESERVATION_REQUEST,
        Kind.TAKEDOWN_REQUEST, Kind.NOTIFICATION_REQUEST, Kind.DETAINER,
        Kind.GRANT_COMPLIANCE_LETTER, Kind.NOTICE_OF_INSPECTION,
    }
)  # fmt: skip
"""Kinds that ask or notify by themselves and of which no court makes any."""
_BENCH = led(
    r"\b(?:judges?|(?<!of )(?<!criminal )(?<!juvenile )justices?(?! (?:department|center|system"
    r"|programs|division|statistics|assistance))|magistrates?|chancellors?|surrogates?|referees?"
    r"|special masters?|judicial officers?"
    r"|jue(?:z|ces)|juzgado|tribunal(?:es)?|court commissioners?)\b",
    re.IGNORECASE,
)
_BY_COURT = re.compile(
    r"\b(?:so ordered|by the court|by order of the|it is (?:hereby |further |therefore )?ordered"
    r"|(?:he|the court) orders|chambers of|(?:application|request) (?:is )?granted)\b"
    r"|^\W{0,9}(?:granted|denied)\W{0,9}$",
    re.IGNORECASE | re.MULTILINE,
)
_SHORT = 70
"""Letters in a line that is a heading, a label, a title or a name, and no piece of a sentence."""


def by_nature(
    paper: Paper,
    *,
    kind: Read[Kind],
    issuer_class: IssuerClass | None,
    caption: Caption | None,
    instrument: Instrument | None,
) -> tuple[Span, ...] | None:
    """The words that show an instrument that no judge signs; None where that is not sure.

    A page that was recognised may hide a judge's hand: there the instrument must be one of the
    catalogue that an office makes, and surely be it.
    """
    if caption is not None or issuer_class in (IssuerClass.COURT, IssuerClass.GRAND_JURY):
        return None
    if names_a_bench(paper) or not paper.is_readable or not kind.spans:
        return None
    known = (
        instrument is not None
        and instrument.force in _NO_COURTS
        and instrument.signer.judge_line is False
        and kind.band in (Band.CERTAIN, Band.LIKELY)
    )
    letter = kind.value in _LETTERS and not _is_recognised(paper)
    return kind.spans if known or letter else None


def names_a_bench(paper: Paper) -> bool:
    """Whether a heading, title or close speaks of a judge, or the paper of a court's order."""
    if paper.search(_BY_COURT):
        return True
    return any(
        _BENCH.search(line.text) is not None or _is_judges(line.text)
        for i, line in enumerate(paper.lines)
        if len(line.text) <= _SHORT or Region.SIGNATURE in paper.regions[i]
    )


def _is_judges(text: str) -> bool:
    """Whether a line holds a judge's title, in letters too: "U.S.D.J."."""
    title = find_title(text)
    return title is not None and title.role is SignatoryRole.JUDGE


def _is_recognised(paper: Paper) -> bool:
    kinds = (TextFrom.OCR, TextFrom.MIXED)
    return any(page.text_from in kinds for page in paper.text.pages)


_OF_PROCESS = re.compile(
    r"(?:by )?(?:the )?(?:(?:issuing |requesting )?attorney(?:['’]s|s)? signature"
    r"|signature of (?:issuing |requesting )?attorney"
    r"|(?:[a-z]+ ){0,3}court clerk|(?:deputy )?clerk(?: of (?:the )?court)?"
    r"|clerk['’]s signature|signature of (?:deputy )?clerk(?: of court)?):?",
    re.IGNORECASE,
)


def signed_in_cell(paper: Paper, instrument: Instrument | None) -> tuple[Span, ...] | None:
    """The cell of a clerk or an attorney in which process is signed that no judge signs."""
    if instrument is None or instrument.signer.judge_line is not False:
        return None
    if _is_recognised(paper) or names_a_bench(paper):
        return None
    for cell in cells_of(paper):
        if _OF_PROCESS.fullmatch(paper.lines[cell.label].text.strip()):
            typed = paper.lines[cell.value].text.strip()
            if SIGNED.match(typed) or is_name(typed):
                return paper.line_spans(cell.label, cell.value)
    return None
