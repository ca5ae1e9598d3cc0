"""Who made a document, as it names itself (READING 12)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tecum.instruments.institutions import load_institutions
from tecum.provenance import Read
from tecum.reading.mail.sender import is_from_machine
from tecum.reading.paper.address_lines import displayed, trimmed
from tecum.reading.paper.caption import Caption
from tecum.reading.paper.cells import is_label
from tecum.reading.paper.head_names import joined_names
from tecum.reading.paper.labels import Labelled, labelled, span_of
from tecum.reading.paper.letter import Letter
from tecum.reading.paper.paper import Paper
from tecum.reading.parties.addressee_body import is_part
from tecum.reading.parties.chamber_head import committee_at_head
from tecum.reading.parties.commanded import asked_by_one
from tecum.reading.parties.filings import filed_under
from tecum.reading.parties.in_court import (
    for_whom_counsel_signs,
    propounded_by,
    speaks_in_court,
    who_moves,
    who_petitions,
)
from tecum.reading.parties.issuer_cells import asker_in_cell, issuer_in_cell
from tecum.reading.parties.issuer_elsewhere import issuer_elsewhere, signer_as_issuer
from tecum.reading.parties.letterhead import joined_head
from tecum.reading.parties.names_itself import asks_by_name
from tecum.reading.parties.nobody import breaks_off, is_instrument, names_nobody
from tecum.reading.parties.printed_heading import writer_in_heading
from tecum.reading.parties.publication import publication
from tecum.reading.signer.conformed import Block
from tecum.reading.signer.signing_body import body_above, body_at_signature, is_sovereign
from tecum.reading.signer.titles import is_name
from tecum.words import Band, Conduct

__all__ = ["read_issuer"]

_ISSUER_LABEL = (
    r"from(?: \((?:issuing|requesting|name of)[^)]{0,40}\))?|requesting agency|issued by"
    r"|issuing(?:/validating)? (?:agency|authority"
    r"|office)|(?:section a\W{1,60})?issuing(?:/validating)? authority|requester|requestor"
    r"|agency|remitente|de|sender|autoridad (?:emisora|requirente)(?:/validadora)?"
    r"|attorney or party without attorney(?: \(name[^)]{0,60}\))?"
    r"|name of (?:requesting )?(?:agency|requester)|requested by"
)


def read_issuer(
    paper: Paper,
    conduct: Conduct | None,
    caption: Caption | None,
    letter: Letter,
    blocks: tuple[Block, ...],
) -> Read[str]:
    """The body or person that made the document, as it names itself."""
    rule = "parties.issuer/1"
    proposed = propounded_by(paper) if caption is not None else None
    if proposed is not None:
        return proposed
    found = _whole_name(paper, _issuer(paper, conduct, caption, letter, blocks))
    if found.value and (names_nobody(found.value) or _TELEPHONE.search(found.value)):
        found = issuer_elsewhere(paper, letter, blocks, rule)
    nobody = found.value and (names_nobody(found.value) or is_instrument(found.value))
    contests = conduct is Conduct.CONTESTS and _is_court(paper, found, caption)
    return paper.nothing(rule) if nobody or contests else found


def _is_court(paper: Paper, found: Read[str], caption: Caption | None) -> bool:
    """Whether a name was read from the lines in which a caption names its court.

    Whoever contests before a court is not the court.
    """
    own = {line for i in caption.lines for line in paper.line_spans(i)} if caption else set()
    return bool(found.spans) and own.issuperset(found.spans)


_TELEPHONE = re.compile(r"\b\d{3}[-.]\d{4}\b")
_AUTHORITY_OF = re.compile(r"by (?:the )?authority of (?:the )?", re.IGNORECASE)


def _whole_name(paper: Paper, found: Read[str]) -> Read[str]:
    """A name that takes up a line, with the lines on which it goes on."""
    if found.value is None or len(found.spans) != 1:
        return found
    first = next(
        (i for i in range(len(paper.lines)) if paper.line_spans(i)[0].quote == found.value), None
    )
    if first is None:
        return found
    name, lines = joined_names(paper, range(first, min(first + 3, len(paper.lines))))[0]
    if len(lines) > 1:
        found = replace(found, value=name, spans=paper.line_spans(*lines))
    return replace(found, value=_AUTHORITY_OF.sub("", found.value or ""))


def _issuer(
    paper: Paper,
    conduct: Conduct | None,
    caption: Caption | None,
    letter: Letter,
    blocks: tuple[Block, ...],
) -> Read[str]:
    rule = "parties.issuer/1"
    return (
        _in_file_of_court(paper, conduct, caption, blocks, rule)
        or (publication(paper) if conduct is Conduct.REPORTS else None)
        or _machine(paper)
        or writer_in_heading(paper)
        or asker_in_cell(paper)
        or _behind_label(paper, letter, blocks, rule)
        or _who_asks_holder(paper, blocks, rule)
        or _of_head_or_by_name(paper, letter, blocks, rule)
        or issuer_elsewhere(paper, letter, blocks, rule)
    )


def _in_file_of_court(
    paper: Paper,
    conduct: Conduct | None,
    caption: Caption | None,
    blocks: tuple[Block, ...],
    rule: str,
) -> Read[str] | None:
    """Under a caption the court itself, or the party or witness who speaks there."""
    own = speaks_in_court(paper, conduct) if caption is not None else None
    if own is not None:
        return own
    if conduct is Conduct.CONTESTS:
        moves = who_moves(paper, rule)
        moves = moves or for_whom_counsel_signs(paper, blocks, rule)
        return moves or filed_under(paper, caption)
    filed = filed_under(paper, caption)
    if filed is not None or caption is None:
        return filed
    if conduct is Conduct.REPORTS:
        petitions = who_petitions(paper, rule)
        if petitions is not None:
            return petitions
    court = _IN_THE.sub("", caption.court)
    return paper.read(court, paper.line_spans(*caption.lines), rule, Band.LIKELY)


def _machine(paper: Paper) -> Read[str] | None:
    """The service that a mail names as its sender, from an address that takes no answer.

    What such a notice tells of - the court, the case, who filed - is not who tells it.
    """
    shown = displayed(paper.header("from")) if is_from_machine(paper) else None
    if shown is None or _NO_SERVICE.search(shown):
        return None
    return Read(shown, Band.LIKELY, (), "parties.from_machine/1")


_NO_SERVICE = re.compile(
    r"^(?:no-?reply|do-?not-?reply|notifications?|alerts?|admin(?:istrator)?|system|info)\b|@",
    re.IGNORECASE,
)
_IN_THE = re.compile(r"\A\W{0,3}(?:in|before) the\s{1,3}(?=\S)", re.IGNORECASE)
"""How a caption says where a case is; it is no part of the court's name."""


def _behind_label(
    paper: Paper, letter: Letter, blocks: tuple[Block, ...], rule: str
) -> Read[str] | None:
    """Who is named behind "From:", "Issued by:" or another label of who issues or asks."""
    head = joined_head(paper, letter)
    headed = head is not None and load_institutions().is_body(head[0])
    for found in _who_asks(paper):
        if found.line >= max(12, len(paper.lines) // 2) or not _WORD.search(found.value):
            continue
        if _AT_REQUEST.match(found.label) and paper.search(_COMMANDED) is not None:
            continue
        asker = _ASKER.fullmatch(found.label) is not None
        if headed and not asker:
            return None
        by_person = is_name(found.value.partition(",")[0]) and not asker
        own = body_at_signature(paper, blocks, letter, rule) if by_person else None
        return own or paper.read(trimmed(found.value), span_of(paper, found), rule, Band.LIKELY)
    return None


_AT_REQUEST = re.compile(r"requested by\b", re.IGNORECASE)
_COMMANDED = re.compile(r"\byou are (?:hereby )?commanded\b", re.IGNORECASE)
"""A writ issues at somebody's request: whoever asked a court for it did not make it."""
_WORD = re.compile(r"[A-Za-z]{2}|[A-Z]\. ?[A-Z]\b")


def _who_asks_holder(paper: Paper, blocks: tuple[Block, ...], rule: str) -> Read[str] | None:
    """Who signs a form on which he asks the office that heads it."""
    if asked_by_one(paper) is None or not blocks or not blocks[0].name:
        return None
    return signer_as_issuer(paper, blocks[0], rule, Band.LIKELY)


def _of_head_or_by_name(
    paper: Paper, letter: Letter, blocks: tuple[Block, ...], rule: str
) -> Read[str] | None:
    """The body that heads a paper; one that the paper itself names outweighs a line at its head.

    A part that every house has ("LEGAL DEPARTMENT") heads the papers of no house in particular.
    """
    head, committee = _of_head(paper, letter, blocks, rule), committee_at_head(paper, letter)
    if committee is not None and not _holds(head, committee):
        head = committee
    name = head.value if head is not None else None
    if name and (is_part(name) or (names_nobody(name) and not breaks_off(name))):
        head = None
    if head is not None and head.band is Band.LIKELY:
        return head
    return asks_by_name(paper) or head


def _holds(head: Read[str] | None, committee: Read[str]) -> bool:
    """Whether a letterhead begins with the chamber and goes on to its committee."""
    first = (head.value or "").partition(", ")[0] if head is not None else ""
    own = (committee.value or "").casefold() in ((head.value or "").casefold() if head else "")
    return own and load_institutions().is_body(first)


def _of_head(
    paper: Paper, letter: Letter, blocks: tuple[Block, ...], rule: str
) -> Read[str] | None:
    """The body in a form's cell or in the letterhead; within a sovereign, the one that signs."""
    head = joined_head(paper, letter)
    headed = head is not None and load_institutions().is_body(head[0])
    cell = issuer_in_cell(paper, headed=headed)
    if cell is not None or head is None:
        return cell
    if is_sovereign(head[0]):
        own = (
            body_at_signature(paper, blocks, letter, rule)
            or body_above(paper, blocks, rule)
            or _who_commands(paper, rule)
        )
        if own is not None and own.value and not is_sovereign(own.value):
            return own
    if not headed and paper.is_mail:
        return None
    return paper.read(head[0], head[1], rule, Band.LIKELY if headed else Band.UNSURE)


_OFFICE_COMMANDS = re.compile(
    r"\b[Tt]he\s{1,4}(?P<who>(?:[A-Z][\w'’]{2,20}\s{1,4}){0,3}?(?:Prosecuting Attorney"
    r"|District Attorney|State['’]s Attorney|Prosecutor|Attorney General|Commissioner|Secretary"
    r"|Director|Superintendent|Comptroller|Auditor(?: General)?|Inspector General)"
    r"(?:\s{1,4}(?:of|for)\s{1,4}(?:the\s{1,4})?[A-Z][\w.'’]{2,20}"
    r"(?:\s{1,4}[A-Z][\w.'’]{2,20}){0,4})?),?\s{1,4}(?:[^;]{3,180}?,\s{1,4})?"
    r"(?:hereby\s{1,4})?(?:commands|orders|requires|directs|demands)\s{1,4}(?:that\s{1,4})?you\b"
)


def _who_commands(paper: Paper, rule: str) -> Read[str] | None:
    """The holder of an office who commands in a sentence of his own."""
    found = paper.search(_OFFICE_COMMANDS)
    if found is None:
        return None
    who = " ".join(found["who"].split())
    return paper.read(who, paper.spans(*found.span("who")), rule, Band.LIKELY)


_ASKER = re.compile(r"request(?:e|o)r(?:'s name| name)?|name of requester", re.IGNORECASE)


def _who_asks(paper: Paper) -> Iterator[Labelled]:
    """Fields that name who issues or asks: the authority's name before its State."""
    if not paper.is_mail:
        yield from labelled(paper, r"request(?:e|o)r(?:'s name| name)?|name of requester")
    named = r"(?:name of (?:the )?)?(?:issuing|validating)(?:/validating)? authority"
    yield from labelled(paper, named, inline=r"issuing(?:/validating)? authority")
    yield from labelled(paper, _ISSUER_LABEL, inline=r"from|issuing(?:/validating)? authority")
    for found in labelled(paper, r"from|remitente", colon=False):
        fits = found.below and 3 < len(found.value) < _LONGEST_SENDER and found.value[0].isupper()
        if fits and not (is_label(found.value) or names_nobody(found.value)):
            yield found
    for found in labelled(paper, r"requester|requestor|requester name|requested by", colon=False):
        if re.fullmatch(r"[A-ZÀ-Þ][\w.'’-]+(?: [\w.'’&-]+){1,5}", found.value):
            yield found


_LONGEST_SENDER = 90
