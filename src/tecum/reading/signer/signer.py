"""Who signed: name, title and role, from the weightiest signature block (READING 10)."""

from __future__ import annotations

import re

from tecum.instruments.region import Region
from tecum.provenance import Span
from tecum.reading.paper.paper import Paper
from tecum.reading.result import ReadSignatory
from tecum.reading.signer.conformed import Block
from tecum.reading.signer.marks import has_empty_line
from tecum.reading.signer.titles import find_title
from tecum.words import Band, IssuerClass, SignatoryRole

__all__ = ["read_signatory", "role_by_issuer"]

_OF_ANY_HOUSE = re.compile(
    r"\b(?:manager|secretary|secretaria|treasurer|(?<!foia )(?<!records )coordinator|coordinadora?"
    r"|chair(?:man|woman|person)?|president|custodian of records"
    r"|records custodian|(?<!special )agent(?=,|$))\b",
    re.IGNORECASE,
)
"""Titles that companies, clubs and offices give alike: the issuer tells which of them it is."""


_CLERK = re.compile(r"\b(?:county|parish|borough) clerk\b", re.IGNORECASE)
_CLERK_ALONE = re.compile(r"\W{0,3}clerk\W{0,3}", re.IGNORECASE)
_NO_COURT = frozenset({IssuerClass.LOCAL_AGENCY, IssuerClass.FEDERAL_AGENCY})
_OF_CHAMBER = re.compile(r"\b(?:house|senate|assembly|(?:sub)?committee|council)\b", re.IGNORECASE)
_SEATED = re.compile(r"\b(?:senator|alder\w{3,6}|assembly ?\w{3,6}|state representative)\b", re.I)
"""Who is called so sits in a chamber, whatever else he chairs."""
_MEMBER = re.compile(r"\b(?:representative|member|delegate|chair\w{0,6})\b", re.IGNORECASE)
"""Titles of legislators that agencies and companies give too."""


def read_signatory(
    paper: Paper,
    issuer_class: IssuerClass | None,
    blocks: tuple[Block, ...],
    *,
    of_company: bool = False,
) -> ReadSignatory:
    """The person who signed, from the weightiest signature block.

    Args:
        paper: The document.
        issuer_class: What sort of body made it.
        blocks: Its signature blocks, weightiest first.
        of_company: Whether the issuer's own name says that it is a company or an association.
    """
    if not blocks:
        return ReadSignatory(
            name=paper.nothing("signer.name/1"),
            title=paper.nothing("signer.title/1"),
            role=paper.nothing("signer.role/1"),
            signed=False if has_empty_line(paper) else None,
        )
    best = blocks[0]
    rival = next((b for b in blocks[1:] if b.role is not best.role and b.weight > 3), None)
    role = _role_of(best, issuer_class, of_company=of_company)
    private = issuer_class is IssuerClass.PRIVATE_PARTY
    band = Band.LIKELY
    if best.name and best.title and best.signed and rival is None:
        band = Band.LIKELY if _stands_elsewhere(paper, best) else Band.CERTAIN
    if best.role is None or rival is not None or _is_anothers(best):
        band = Band.UNSURE
    role_band = band
    counsel = "attorney general" in (best.title or "").lower()
    told = role is not SignatoryRole.AGENCY_OFFICER or (
        role_by_issuer(issuer_class) is role and not counsel
    )
    if best.role is not role or not told:
        # "Director" and "Manager" are titles of agencies and of companies.
        role_band = max(band, Band.LIKELY, key=list(Band).index)
    if private and not of_company and best.role is SignatoryRole.AGENCY_OFFICER:
        role_band = Band.UNSURE  # nothing in its name tells whether the house is an agency
    role_spans = _spans(paper, best.title_line, best.title) or _spans(
        paper, best.name_line, best.name
    )
    return ReadSignatory(
        name=paper.read(best.name, _spans(paper, best.name_line, best.name), "signer.name/1", band)
        if best.name
        else paper.nothing("signer.name/1"),
        title=paper.read(
            best.title, _spans(paper, best.title_line, best.title), "signer.title/1", band
        )
        if best.title
        else paper.nothing("signer.title/1"),
        role=paper.read(role, role_spans, "signer.role/1", role_band)
        if role
        else paper.nothing("signer.role/1"),
        signed=best.signed,
        mark=best.mark,
        judge_kind=best.judge_kind,
    )


def _role_of(
    block: Block, issuer_class: IssuerClass | None, *, of_company: bool
) -> SignatoryRole | None:
    """The role that a title means in a house of this class: many titles are given in all."""
    title = block.title or ""
    role = block.role or role_by_issuer(issuer_class)
    if role is SignatoryRole.LEGISLATOR and "chair" in title.lower():
        elsewhere = not _of_legislature(issuer_class) and _OF_CHAMBER.search(title) is None
        elsewhere = elsewhere and _SEATED.search(title) is None
        role = SignatoryRole.AGENCY_OFFICER if elsewhere else role
    private = issuer_class is IssuerClass.PRIVATE_PARTY
    if issuer_class in _NO_COURT and _CLERK_ALONE.fullmatch(title):
        role = SignatoryRole.AGENCY_OFFICER
    if role is SignatoryRole.AGENCY_OFFICER:
        if of_company or (private and _OF_ANY_HOUSE.search(title)):
            return SignatoryRole.PRIVATE
        if issuer_class is IssuerClass.LEGISLATURE and _MEMBER.search(title):
            return SignatoryRole.LEGISLATOR
    if role is SignatoryRole.ATTORNEY and issuer_class is IssuerClass.PROSECUTOR:
        # A county or city attorney prosecutes in some states and only advises in others.
        return SignatoryRole.PROSECUTOR
    if issuer_class is IssuerClass.COURT and _CLERK.search(title):
        return SignatoryRole.CLERK  # in most states the county's clerk is the clerk of its courts
    return role


def _is_anothers(block: Block) -> bool:
    """Whether the name by a title is itself a part with another role: two people stand there."""
    own = find_title(block.name or "")
    return own is not None and block.role is not None and own.role is not block.role


def _of_legislature(issuer_class: IssuerClass | None) -> bool:
    return issuer_class in (None, IssuerClass.LEGISLATURE)


def _stands_elsewhere(paper: Paper, block: Block) -> bool:
    """Whether the name stands outside the signature too: it may be a place's or a company's."""
    name = (block.name or "").casefold()
    return any(
        name in line.text.casefold()
        for i, line in enumerate(paper.lines)
        if i not in block.lines and Region.SIGNATURE not in paper.regions[i]
    )


def role_by_issuer(issuer_class: IssuerClass | None) -> SignatoryRole | None:
    """The role of whoever writes for an issuer of a class, where no title tells it."""
    return {
        IssuerClass.PRIVATE_PARTY: SignatoryRole.PRIVATE,
        IssuerClass.FEDERAL_AGENCY: SignatoryRole.AGENCY_OFFICER,
        IssuerClass.STATE_AGENCY: SignatoryRole.AGENCY_OFFICER,
        IssuerClass.LOCAL_AGENCY: SignatoryRole.AGENCY_OFFICER,
        IssuerClass.LEGISLATURE: SignatoryRole.LEGISLATOR,
        IssuerClass.ATTORNEY: SignatoryRole.ATTORNEY,
        IssuerClass.PROSECUTOR: SignatoryRole.PROSECUTOR,
    }.get(issuer_class) if issuer_class else None  # fmt: skip


def _spans(paper: Paper, line: int | None, words: str | None) -> tuple[Span, ...]:
    if line is None or not words:
        return ()
    start = paper.start_of(line)
    at = paper.words.find(words, start, start + len(paper.lines[line].text) + 1)
    return paper.spans(at, at + len(words)) if at >= 0 else paper.line_spans(line)
