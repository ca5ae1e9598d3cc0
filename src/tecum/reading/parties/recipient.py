"""Whom a document is addressed to: the instrument itself, never its cover letter (READING 12)."""

from __future__ import annotations

import re

from tecum.provenance import Read
from tecum.reading.paper.address_lines import trimmed, without_marks
from tecum.reading.paper.caption import Caption
from tecum.reading.paper.cells import cells_of, is_label
from tecum.reading.paper.labels import labelled
from tecum.reading.paper.letter import Letter, is_greeted
from tecum.reading.paper.paper import Paper
from tecum.reading.parties.addressee_body import with_body
from tecum.reading.parties.addressee_labels import (
    FILLED_IN_BY_ASKER,
    NOBODY,
    TO,
    from_cell,
    may_be_recipient,
    named_blocks,
)
from tecum.reading.parties.by_place import addressee_by_place, signs_below
from tecum.reading.parties.commanded import asked_by_one, party_ordered, whom_ordered
from tecum.reading.parties.defined_party import named_in_full
from tecum.reading.parties.named_addressee import addressee_at_head
from tecum.reading.parties.nobody import is_instrument, names_nobody
from tecum.reading.parties.printed_heading import addressee_in_heading
from tecum.reading.parties.writs import greeted_below, greeted_or_summoned
from tecum.words import Band

__all__ = ["read_recipient"]

_SENT_TO = re.compile(
    r"(?:FAX|Fax|VIA FAX|Faxed|Mailed|Sent|Delivered|Hand[- ]delivered) (?:to|TO):? "
    r"(?P<who>[A-Z][^\n:]{4,90})"
)
"""A line at the head that says to whom a paper was sent."""
_TO_LINE = re.compile(
    r"^\W{0,3}T[oO] (?:the )?(?P<who>(?!all parties|the clerk|any\b|all\b"
    r"|(?i:be|produce|provide|permit|appear|testify|compel|quash|enforce|modify|answer|respond"
    r"|preserve|whom)\b)(?:[A-Z]|(?:owner|manager|operator|custodian|keeper|warden|principal)\b)"
    r"[\w&.,'’ -]{4,100}?)"
    r"(?::(?=\s)|,?\s{0,2}$)",
    re.MULTILINE,
)
"""A line that begins with "To" and names the addressee, without a colon behind "To"."""
_HEAD_LINES = 20
_TO_SLIP = re.compile(r"^\W{0,3}T[oO0]\s?;\s{1,9}(?P<who>[A-Z][^\n]{3,90})$", re.MULTILINE)
_A_QUIEN = re.compile(
    r"^(?:A|AL|A LA|Al|A la)\s{0,2}:\s{0,3}(?P<who>[A-ZÁÉÍÓÚ][^\n]{3,90})", re.MULTILINE
)


def read_recipient(paper: Paper, letter: Letter, caption: Caption | None) -> Read[str]:
    """Whom the instrument itself addresses, never whom its cover letter does."""
    rule = "parties.recipient/1"
    found = named_in_full(paper, _addressed(paper, letter, caption, rule))
    if found.value and names_nobody(found.value):
        found = addressee_by_place(paper, letter, rule)
    said = found.value or ""
    nobody = said and (names_nobody(said) or is_label(said) or is_instrument(said))
    return paper.nothing(rule) if nobody else found


def _addressed(paper: Paper, letter: Letter, caption: Caption | None, rule: str) -> Read[str]:
    found = (
        asked_by_one(paper)
        or addressee_in_heading(paper)
        or greeted_or_summoned(paper, rule)
        or _behind_label(paper, letter, rule)
        or whom_ordered(paper, caption)
    )
    if found is not None:
        return found
    spanish = paper.search(_A_QUIEN)
    if spanish and paper.index_at(spanish.start()) < 14:
        who = trimmed(spanish["who"])
        return paper.read(who, paper.spans(*spanish.span("who")), rule, Band.LIKELY)
    posted = caption is None or is_greeted(paper, letter)
    posted = posted and not paper.search(FILLED_IN_BY_ASKER)
    of_forms = {i for cell in cells_of(paper) for i in (cell.label, cell.value)}
    address = [
        i
        for i in letter.address
        if not signs_below(paper, i)
        and not _is_reference(paper.lines[i].text)
        and i not in of_forms
        and _LETTERS.search(paper.lines[i].text)
    ]
    named = addressee_at_head(paper) if letter.salutation is None or not address else None
    if named is not None:
        return named
    if address and posted:
        address = without_marks(paper, address)
        texts = [paper.lines[i].text.strip(" ,") for i in address]
        return paper.read(trimmed(", ".join(texts)), paper.line_spans(*address), rule, Band.LIKELY)
    party = party_ordered(paper) if caption is not None else None
    return party or addressee_by_place(paper, letter, rule)


def _behind_label(paper: Paper, letter: Letter, rule: str) -> Read[str] | None:
    """The addressee behind "To:" or another label of one, or typed into a form's cell."""
    for found in named_blocks(paper):
        if may_be_recipient(found, paper):
            return with_body(paper, found, rule)
    for found in labelled(paper, TO, inline=r"to|addressee|destinatario"):
        if may_be_recipient(found, paper):
            return with_body(paper, found, rule)
    cell = from_cell(paper, rule)
    if cell is not None:
        return cell
    for found in labelled(paper, r"TO|To", colon=False):
        text = paper.lines[found.line].text
        if (found.below or re.match(r"^\W*(?:TO|To)[;,.]?\s+[A-Z]", text)) and may_be_recipient(
            found, paper
        ):
            return with_body(paper, found, rule)
    said = greeted_below(paper, rule) or _sent_to(paper, rule)
    if said is not None:
        return said
    line = paper.search(_TO_LINE)
    if line and (
        paper.index_at(line.start()) > _HEAD_LINES
        or NOBODY.match(line["who"])
        or names_nobody(line["who"])
    ):
        line = None
    at = paper.index_at(line.start("who")) if line else 0
    if line and at == letter.salutation and letter.address and max(letter.address) < at:
        line = None  # the letter's address has named whom it greets
    slip = line or paper.search(_TO_SLIP)
    if slip and (line or paper.index_at(slip.start()) < len(paper.lines) // 2):
        who = trimmed(slip["who"])
        return paper.read(who, paper.spans(*slip.span("who")), rule, Band.LIKELY)
    return None


def _sent_to(paper: Paper, rule: str) -> Read[str] | None:
    """Whom a line at the head says that the paper went to."""
    for i in range(min(_SENT_LINES, len(paper.lines))):
        sent = _SENT_TO.match(paper.lines[i].text.strip())
        if sent is None:
            continue
        who = _DATED.sub("", trimmed(sent["who"])).strip(" ,")
        at = paper.words.find(who, paper.start_of(i))
        if who and not names_nobody(who) and at >= 0:
            return paper.read(who, paper.spans(at, at + len(who)), rule, Band.LIKELY)
    return None


_SENT_LINES = 6
_DATED = re.compile(r",?\s(?:on )?(?:[A-Z][a-z]{2,8} \d{1,2}, \d{4}|\d{1,2}/\d{1,2}/\d{2,4})\b.*$")


_LETTERS = re.compile(r"[^\W\d_]{3}")


_REFERENCE = re.compile(
    r"(?:our |your )?(?:file|case|cause|matter|claim|account|ref(?:erence)?|docket|complaint"
    r"|inquiry|award|index|no|grievance|parcel|note)\b\.?\s{0,3}(?:no\.?|number|#)?:?\s{0,3}[A-Z#]{0,6}[-\s]?\d"
    r"|(?-i:[A-Z]{2,6})[ -]\d|(?!attn|attention|to\b)[A-Z][\w ]{2,24}:\s",
    re.IGNORECASE,
)


def _is_reference(text: str) -> bool:
    """Whether a line among those of an address is the matter's number, cause or a label."""
    said = text.strip(" ,")
    return names_nobody(said) or _REFERENCE.match(said) is not None or _is_garbled(said)


def _is_garbled(text: str) -> bool:
    """Whether a recogniser made a line of a stamp or a drawing: marks stand among its words."""
    return sum(_MARKS.fullmatch(word) is not None for word in text.split()) > 1


_MARKS = re.compile(r"(?![&–—|·•-]$)[^\w()]{1,9}")
