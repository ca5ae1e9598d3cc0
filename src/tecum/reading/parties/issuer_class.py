"""Of what class the body is that made a document (READING 12)."""

from __future__ import annotations

import re

from tecum.instruments.institutions import load_institutions
from tecum.provenance import Read
from tecum.reading.paper.caption import Caption
from tecum.reading.paper.paper import Paper
from tecum.reading.signer.conformed import Block
from tecum.words import Band, IssuerClass, SignatoryRole

__all__ = ["class_of_issuer"]

_RANK = re.compile(
    r"\b(?:Lt|Sgt|Capt|Cpl|Det|Dep|Ofc)\.|\b(?:Lieutenant|Sergeant|Captain|Corporal|Detective"
    r"|Undersheriff|Deputy|Chief of Police|Records (?:Clerk|Supervisor|Manager|Unit|Division)"
    r"|(?:County|City|Town|Village|Deputy) Clerk)\b"
)


def class_of_issuer(
    paper: Paper,
    issuer: Read[str],
    caption: Caption | None,
    blocks: tuple[Block, ...],
) -> Read[IssuerClass]:
    """What sort of body made the document, from its name and from who signed."""
    rule = "parties.issuer_class/1"
    role = blocks[0].role if blocks else None
    if caption is not None and _is_court(paper, issuer, caption):
        if role is SignatoryRole.JUDGE:
            word = IssuerClass.COURT
        elif role is not SignatoryRole.ATTORNEY and _GRAND_JURY.search(paper.words[:1500]):
            word = IssuerClass.GRAND_JURY
        elif role is SignatoryRole.ATTORNEY:
            word = IssuerClass.ATTORNEY
        elif role is SignatoryRole.PROSECUTOR:
            word = IssuerClass.PROSECUTOR
        else:
            word = IssuerClass.COURT
        return paper.read(word, paper.line_spans(*caption.lines), rule, Band.LIKELY)
    if issuer.value is None:
        return paper.nothing(rule)
    found = load_institutions().class_of(issuer.value)
    chairs = bool(blocks) and _CHAIRS_ANY.search(blocks[0].title or "") is not None
    if found is None and role is not None and not chairs:
        found = {
            SignatoryRole.ATTORNEY: IssuerClass.ATTORNEY,
            SignatoryRole.PROSECUTOR: IssuerClass.PROSECUTOR,
            SignatoryRole.LEGISLATOR: IssuerClass.LEGISLATURE,
        }.get(role)
    if found is None and _RANK.search(issuer.value):
        return paper.read(IssuerClass.LOCAL_AGENCY, issuer.spans, rule, Band.UNSURE)
    if found is IssuerClass.FEDERAL_AGENCY and _INSPECTS.search(issuer.value) and blocks:
        own = load_institutions().class_of(blocks[0].title or "")
        found = own if own in _OF_TERRITORY else found
    advises = found is IssuerClass.PROSECUTOR and role is SignatoryRole.ATTORNEY
    if _FOR_ANOTHER.match(issuer.value) or (advises and issuer.band is Band.UNSURE):
        found = IssuerClass.ATTORNEY  # a county's attorney prosecutes in some states only
    if found is None and role is SignatoryRole.AGENCY_OFFICER:
        spoken = _speaks_as(paper, blocks)
        if spoken is not None:
            return paper.read(spoken, issuer.spans, rule, Band.UNSURE)
    if found is None:
        return paper.read(IssuerClass.PRIVATE_PARTY, issuer.spans, rule, Band.UNSURE)
    guessed = role not in _TELLING and load_institutions().is_guess(issuer.value)
    return paper.read(found, issuer.spans, rule, Band.UNSURE if guessed else issuer.band)


def _is_court(paper: Paper, issuer: Read[str], caption: Caption) -> bool:
    """Whether the issuer is the court of the caption, and no party in its file."""
    if not issuer.spans:
        return True
    first = paper.line_spans(caption.lines[0])[0]
    return (issuer.spans[0].page, issuer.spans[0].start) == (first.page, first.start)


_CHAIRS_ANY = re.compile(
    r"\bchair(?!.{0,60}\b(?:house|senate|assembly|(?:sub)?committee|council)\b)", re.IGNORECASE
)
"""Who chairs a body of any sort: a club, a board, an association."""
_SPEAKS_AS = re.compile(
    r"\b(?:[Tt]his [Oo]ffice|[Oo]ur [Oo]ffice|I am [^.\n]{0,40}?\b(?:with|at|of)|[Ww]e(?: are)? at)"
    r"\s{0,2}[(,]?\s{0,2}(?:the )?(?P<body>[A-Z][^.;\n]{3,90})"
)


def _speaks_as(paper: Paper, blocks: tuple[Block, ...]) -> IssuerClass | None:
    """The class of the known body as which a writer speaks or under which he signs."""
    bodies = load_institutions()
    said = paper.search(_SPEAKS_AS)
    own = [said["body"]] if said is not None else []
    for block in blocks[:1]:
        last = max(block.lines)
        own += [line.text for line in paper.lines[last : last + _BELOW_NAME]]
    known = next((bodies.named.search(text) for text in own if bodies.named.search(text)), None)
    return bodies.class_of(known[0]) if known is not None else None


_BELOW_NAME = 5
_GRAND_JURY = re.compile(r"\bgrand jury\b", re.IGNORECASE)
_FOR_ANOTHER = re.compile(r"(?:counsel|attorneys?|lawyers?) (?:for|to)\b", re.IGNORECASE)
_INSPECTS = re.compile(r"^(?:the )?office of (?:the )?inspector general$", re.IGNORECASE)
_OF_TERRITORY = frozenset({IssuerClass.STATE_AGENCY, IssuerClass.LOCAL_AGENCY})
"""Whose inspector general signs, where the head names no territory."""
_TELLING = frozenset({SignatoryRole.ATTORNEY, SignatoryRole.PROSECUTOR, SignatoryRole.LEGISLATOR})
"""Who signs by such a title tells what his office is."""
