"""Who wrote a paper that bears no signature: behind a memorandum's "From", or a mail's sender.

A memorandum is not signed below but initialled at "From"; a mail is signed by who sends it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from email.utils import parseaddr

from tecum.provenance import Read, Span
from tecum.reading.mail.sender import is_delivery_notice
from tecum.reading.paper.address_lines import displayed
from tecum.reading.paper.labels import labelled, span_of
from tecum.reading.paper.paper import Paper
from tecum.reading.result import ReadSignatory
from tecum.reading.signer.titles import find_title, is_name
from tecum.reading.signer.unsigned import is_from_person
from tecum.words import Band, Conduct, SignatoryRole

__all__ = ["written_by"]

_RULE = "signer.writer/1"
_HEAD_OF_MEMO = 14
_TO = re.compile(r"^\W{0,3}(?:memorandum (?:for|to)|to|para)\b\s{0,6}(?::|$)", re.IGNORECASE)


def written_by(
    signatory: ReadSignatory, paper: Paper, conduct: Read[Conduct], role: SignatoryRole | None
) -> ReadSignatory:
    """The signatory; who wrote a memorandum or mail without a signature of its own.

    Args:
        signatory: As read from the signature blocks.
        paper: The document.
        conduct: What it does; nobody signs a blank.
        role: What the issuer's class makes of its writers, where its name tells the class.
    """
    read = signatory.name.value or signatory.title.value or signatory.role.value
    if read or conduct.value is Conduct.TEMPLATES:
        return signatory
    found = _sender(paper) if paper.is_mail else _behind_from(paper)
    if found is None:
        return signatory
    name, spans = found
    title = find_title(name)
    told = title.role if title is not None else role
    private = role is SignatoryRole.PRIVATE and told is SignatoryRole.AGENCY_OFFICER
    told = role if private else told  # "Agent" and "Director" are titles of companies too
    sure = title is not None and (told is role or told is not SignatoryRole.AGENCY_OFFICER)
    read_name = paper.read(name, spans, _RULE, Band.LIKELY)
    if told is None:
        return replace(signatory, name=read_name)
    return replace(
        signatory,
        name=read_name,
        role=Read(told, Band.LIKELY if sure else Band.UNSURE, spans, _RULE),
        judge_kind=title.judge_kind if title is not None else None,
    )


def _behind_from(paper: Paper) -> tuple[str, tuple[Span, ...]] | None:
    """The person behind "From" at the head of a memorandum, which has its "To" there too."""
    head = paper.lines[:_HEAD_OF_MEMO]
    if not any(_TO.match(line.text) for line in head):
        return None
    for found in _from_fields(paper):
        name = is_name(found[0].partition(",")[0])
        if name is not None:
            return name, found[1]
    return None


def _from_fields(paper: Paper) -> Iterator[tuple[str, tuple[Span, ...]]]:
    for colon in (True, False):
        for found in labelled(paper, r"from|de", colon=colon):
            if found.line < _HEAD_OF_MEMO and (colon or found.below):
                yield found.value, span_of(paper, found)


def _sender(paper: Paper) -> tuple[str, tuple[Span, ...]] | None:
    """The person whom a mail shows as its sender, unless a machine sent it."""
    if is_delivery_notice(paper):
        return None
    shown = displayed(paper.header("from")) or parseaddr(paper.header("from"))[0]
    name = is_name(shown.partition(",")[0].strip())
    return (name, ()) if name is not None and is_from_person(paper) else None
