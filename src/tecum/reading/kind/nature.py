"""The kind of a paper that bears no instrument's marks: by who made it and what it asks or does.

A demand in plain words is what such a speaker mostly sends; an answer in plain words is a letter
of response. What is told so is always unsure (READING 9).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tecum.provenance import Read
from tecum.reading.paper.letter import read_letter
from tecum.reading.paper.paper import Paper
from tecum.words import Band, Conduct, IssuerClass, Kind, SignatoryRole

__all__ = ["Findings", "by_conduct", "by_issuer", "names_a_court", "speaks_for_an_office"]


@dataclass(frozen=True, slots=True)
class Findings:
    """What other steps have found out and marks may ask for."""

    issuer_class: IssuerClass | None
    signer: SignatoryRole | None
    has_caption: bool


_COURT = re.compile(
    r"\b(?:court|tribunal|juzgado|judicial|civil action|cause no|index no|plaintiff|demandante"
    r"|v\.|vs\.?|rule 45|parte actora)(?!\w)",
    re.IGNORECASE,
)


def names_a_court(paper: Paper, findings: Findings) -> bool:
    """Whether a paper names a court, a cause or its parties."""
    return findings.has_caption or paper.search(_COURT) is not None


def by_conduct(paper: Paper, findings: Findings, conduct: Conduct | None) -> Read[Kind] | None:
    """The kind of what answers or contests in words that no mark knows; always unsure."""
    if conduct not in (Conduct.ANSWERS, Conduct.CONTESTS):
        return None
    motion = conduct is Conduct.CONTESTS and findings.has_caption
    kind = Kind.MOTION if motion else Kind.RESPONSE_LETTER
    return paper.read(kind, paper.line_spans(0), "kind.conduct/1", Band.UNSURE, by="conduct")


_RECORDS = re.compile(
    r"\b(?:records?|documents?|copy|copies|video|footage|e-?mails?|reports?)\b", re.I
)
_OFFICE = re.compile(
    r"\b(?:department|office of|bureau|division|commission|agency|inspector|examiner|investigator"
    r"|officer|detective|deputy|agent|analyst|recruit\w{2,3}|judge|(?:district|superior|circuit"
    r"|county|municipal|probate|family|supreme) court|chambers|unit|patrol|chief|director|secretary"
    r"|sheriff|police|board|commissioner|union|local \d+|fund|trustees?"
    r"|insurance|bank|authority|council|school|registrar|academy|college|university|hospital|auditor|comptroller|coroner|marshal|oficina"
    r"|departamento|negociado|fiscal[ií]a|ombudsman|consul\w{3,5}|embassy|embajada|service"
    r"|auditor[ií]a|contractor|intermediary|medicare|medicaid|mortgage|lender|credit union)\b",
    re.IGNORECASE,
)


_FOOT, _SHORT = 4, 64
_SPEAKS_FOR = re.compile(
    r"\b(?:this (?:office|department|agency|committee|commission|board|bureau|unit|division)"
    r"|(?:I|we) (?:am|are|work)(?: with| for)? (?:the|a|an) [^.,;\n]{3,60}"
    r"|(?:our|my) (?:office|department|agency|committee|investigation|examination|audit|inspectors?"
    r"|officers?|deputies|client))\b",
    re.IGNORECASE,
)
"""How a writer without a letterhead says for whom he speaks."""


def _may_be_name(text: str) -> bool:
    """Whether a line at the foot may name who writes: short, no sentence, not the addressee."""
    text = text.strip()
    return len(text) < _SHORT and text[:1].isupper() and _NO_NAME.search(text) is None


_NO_NAME = re.compile(r"^\W{0,3}(?:to|re|subject|cc|attn|dear)\b|[a-z]{3}[.?!:;]\s{0,3}$", re.I)


def _writer(paper: Paper) -> str:
    """The words in which a paper names its writer: its head, its foot, a mail's sender."""
    letter = read_letter(paper)
    to = set(letter.address)
    top = letter.letterhead or (() if paper.is_mail else range(min(2, len(paper.lines))))
    head = [paper.lines[i].text for i in top if i not in to and _may_be_name(paper.lines[i].text)]
    foot = [
        line.text
        for i, line in enumerate(paper.lines)
        if i >= len(paper.lines) - _FOOT and i not in to and _may_be_name(line.text)
    ]
    said = [match[0] for match in paper.find(_SPEAKS_FOR)]
    return "\n".join([*head, *foot, *said[:3], paper.header("from")])


_PUBLIC_BODY = re.compile(
    r"\b(?:city|county|town|village|township|department|police|sheriff|clerk|schools?|university"
    r"|district|authority|state|commission|board|foia|foil|public records|records (?:officer"
    r"|custodian|coordinator)|municipal|highway|council|bureau|archives|agency)\b",
    re.IGNORECASE,
)


def _addressee(paper: Paper) -> str:
    """The words in which a paper names whom it asks."""
    letter = read_letter(paper)
    lines = [paper.lines[i].text for i in letter.address]
    lines += [line.text for line in paper.lines[:14] if _TO.match(line.text)]
    return "\n".join([*lines, paper.header("to")])


_TO = re.compile(r"\W{0,4}to\b", re.IGNORECASE)


def speaks_for_an_office(paper: Paper) -> bool:
    """Whether a paper's writer names an office, public or private, as his own."""
    return _OFFICE.search(_writer(paper)) is not None


_ISSUERS = {
    IssuerClass.LEGISLATURE: Kind.LEGISLATIVE_DEMAND,
    IssuerClass.FEDERAL_AGENCY: Kind.INFORMATION_REQUEST,
    IssuerClass.STATE_AGENCY: Kind.INFORMATION_REQUEST,
    IssuerClass.LOCAL_AGENCY: Kind.INFORMATION_REQUEST,
    IssuerClass.PROSECUTOR: Kind.INFORMATION_REQUEST,
    IssuerClass.ATTORNEY: Kind.INFORMATION_REQUEST,
}


def by_issuer(paper: Paper, findings: Findings, hints: dict[Kind, float]) -> Read[Kind]:
    """The kind of a demand that bears no instrument's marks: what such a speaker mostly sends.

    Always unsure; a demand that is called nothing at all is easily laid aside.
    """
    deeds = sorted((kind for kind in hints if kind.is_demand), key=lambda kind: kind.value)
    if len(deeds) == 1:
        return paper.read(deeds[0], paper.line_spans(0), "kind.deed/1", Band.UNSURE, by="deed")
    kind = _ISSUERS.get(findings.issuer_class) if findings.issuer_class is not None else None
    if findings.has_caption:
        judge = findings.signer is SignatoryRole.JUDGE
        kind = Kind.COURT_ORDER if judge else Kind.INFORMATION_REQUEST
    elif findings.signer is SignatoryRole.LEGISLATOR:
        kind = Kind.LEGISLATIVE_DEMAND
    elif kind is None:
        about = paper.search(_RECORDS) or _PUBLIC_BODY.search(_addressee(paper))
        private = about and not _OFFICE.search(_writer(paper))
        kind = Kind.RECORDS_REQUEST if private else Kind.INFORMATION_REQUEST
    return paper.read(kind, paper.line_spans(0), "kind.issuer/1", Band.UNSURE, by="issuer")
