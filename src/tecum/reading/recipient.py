"""Whom a document is addressed to: the instrument itself, never its cover letter (READING 12)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.utils import parseaddr

from tecum.instruments.institutions import load_institutions
from tecum.provenance import Read
from tecum.reading.address_lines import displayed, trimmed, without_marks
from tecum.reading.caption import Caption
from tecum.reading.commanded import party_ordered, whom_ordered
from tecum.reading.labels import Labelled, labelled, span_of
from tecum.reading.letter import Letter
from tecum.reading.nobody import names_nobody
from tecum.reading.paper import Paper
from tecum.words import Band

__all__ = ["read_recipient"]

_TO = (
    r"to|to the|to the (?:witness|custodian|keeper of (?:the )?records|person named|employer)"
    r"|recipient|addressee|directed to|person or entity subpoenaed"
    r"|entity subpoenaed|person subpoenaed"
    r"|(?:to )?\(?name (?:and address )?of (?:the )?(?:person|entity|witness|custodian"
    r"|respondent)[^:]{0,40}\)?"
    r"|served upon|employer|custodian|custodian of records|name of (?:employer"
    r"|business|company|witness)|summoned"
    r"|to \(name[^)]{0,60}\)|respondent|institution|receiving (?:agency|facility)"
    r"|detaining (?:agency|facility)"
    r"|law enforcement agency|destinatario|para|witness|provider|service provider"
    r"|deponent|4\. addressee"
)
_TO_ANY = re.compile(
    r"\bTo:?\s{1,60}(?P<who>(?:any|all|every|each)\s{1,60}(?:[\w/-]+\s{1,60}){0,6}?(?:officers?"
    r"|peace officers?|marshals?|agents?|sheriffs?|constables?)"
    r"(?:\s{1,60}(?:authorized|in|of|or)[^:;.\n]{0,80})?)",
    re.IGNORECASE,
)
_SUMMONED = re.compile(
    r"\b(?:commanded|directed|required|ordered|authorized) to (?:summon|subpoena|cite)\b"
    r"[\s:,_]{0,12}(?P<who>[A-Z][^;:_]{2,120}?)(?=\s{0,3}(?:[;:\n_]|,?\s{1,60}to\s{1,60}(?:be"
    r"|appear"
    r"|produce|attend|testify)\b|,\s{1,60}\d))",
    re.IGNORECASE,
)
_GREETED = re.compile(
    r"\bto:?\s{1,4}(?:the\s{1,4})?(?P<who>[A-Z][\w&.,'’ -]{3,90}?)[,:;]?\s{1,4}"
    r"(?:GREETINGS?|Greetings?)\b"
)
"""Whom a writ greets."""
_SALUTED = re.compile(r"^(?:dear\s{1,60})?(?P<who>[A-Z][^:]{3,80}):?,?$")
_OPENING = re.compile(
    r"^(?!hello|hi\b|hey|good |greetings|thanks|(?:good )?(?:morning|afternoon|evening)"
    r"|buen[oa]s)(?P<who>[A-Z][\w&.'’ -]{2,50}),$",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"\b(?:sir|madam|custodian|grantee|whom it may|counsel|colleague|records officer"
    r"|officer|director|sheriff|chief|friend"
    r"|resident|employer|recipient|sirs|gentlemen|all|team|staff)\b\s{0,60}[:,]?$"
    r"|^to\s\w{3,5}\sit\s\w{2,4}\s\w{5,9}\b",
    re.IGNORECASE,
)
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


def read_recipient(paper: Paper, letter: Letter, caption: Caption | None) -> Read[str]:
    """Whom the instrument itself addresses, never whom its cover letter does."""
    rule = "parties.recipient/1"
    found = _addressed(paper, letter, caption, rule)
    if found.value and names_nobody(found.value):
        found = _recipient_elsewhere(paper, letter, rule)
    return paper.nothing(rule) if found.value and names_nobody(found.value) else found


def _addressed(paper: Paper, letter: Letter, caption: Caption | None, rule: str) -> Read[str]:
    greeted = paper.search(_GREETED)
    summoned = paper.search(_SUMMONED) or (
        greeted if greeted and not _TO_ANY.search(greeted[0]) else None
    )
    if summoned and summoned["who"][0].isupper():
        who = trimmed(summoned["who"])
        return paper.read(who, paper.spans(*summoned.span("who")), rule, Band.LIKELY)
    anybody = paper.search(_TO_ANY)
    if anybody:
        who = " ".join(anybody["who"].split())
        return paper.read(who, paper.spans(*anybody.span("who")), rule, Band.LIKELY)
    for found in _named_blocks(paper):
        if _may_be_recipient(found, paper):
            return _with_body(paper, found, rule)
    for found in labelled(paper, _TO, inline=r"to|addressee|destinatario"):
        if _may_be_recipient(found, paper):
            return _with_body(paper, found, rule)
    for found in labelled(paper, r"TO|To", colon=False):
        text = paper.lines[found.line].text
        if (found.below or re.match(r"^\W*(?:TO|To)[;,.]?\s+[A-Z]", text)) and _may_be_recipient(
            found, paper
        ):
            return _with_body(paper, found, rule)
    line = paper.search(_TO_LINE)
    if line and (paper.index_at(line.start()) > _HEAD_LINES or _NOBODY.match(line["who"])):
        line = None
    slip = line or paper.search(_TO_SLIP)
    if slip and (line or paper.index_at(slip.start()) < len(paper.lines) // 2):
        who = trimmed(slip["who"])
        return paper.read(who, paper.spans(*slip.span("who")), rule, Band.LIKELY)
    ordered = whom_ordered(paper, caption)
    if ordered is not None:
        return ordered
    spanish = paper.search(_A_QUIEN)
    if spanish and paper.index_at(spanish.start()) < 14:
        who = trimmed(spanish["who"])
        return paper.read(who, paper.spans(*spanish.span("who")), rule, Band.LIKELY)
    posted = caption is None or letter.salutation is not None
    address = [
        i
        for i in letter.address
        if not _signs_below(paper, i) and not _is_reference(paper.lines[i].text)
    ]
    if address and posted:
        address = without_marks(paper, address)
        texts = [paper.lines[i].text.strip(" ,") for i in address]
        return paper.read(trimmed(", ".join(texts)), paper.line_spans(*address), rule, Band.LIKELY)
    party = party_ordered(paper) if caption is not None else None
    return party or _recipient_elsewhere(paper, letter, rule)


_REFERENCE = re.compile(
    r"(?:our |your )?(?:file|case|cause|matter|claim|account|ref(?:erence)?|docket|complaint"
    r"|inquiry|award|index|no|grievance|parcel|note)\b\.?\s{0,3}(?:no\.?|number|#)?:?\s{0,3}[A-Z#]{0,6}[-\s]?\d"
    r"|(?-i:[A-Z]{2,6})[ -]\d|(?!attn|attention|to\b)[A-Z][\w ]{2,24}:\s",
    re.IGNORECASE,
)


def _is_reference(text: str) -> bool:
    """Whether a line among those of an address is the matter's number, cause or a label."""
    said = text.strip(" ,")
    return names_nobody(said) or _REFERENCE.match(said) is not None


_GENERIC_ROLE = re.compile(
    r"(?:the )?(?:custodian|keeper)s? of (?:the )?(?:business )?records|records (?:custodian|keeper"
    r"|department|division|unit)|human resources(?: department)?|legal department|general counsel"
    r"|registered agent|(?:payroll|personnel|billing) department|public records officer",
    re.IGNORECASE,
)


def _with_body(paper: Paper, found: Labelled, rule: str) -> Read[str]:
    """The addressee; a part ("Custodian of Records") with the body named in the next line."""
    value = trimmed(found.value)
    below = found.line + 1
    if _GENERIC_ROLE.fullmatch(value) and below < len(paper.lines):
        line = paper.lines[below]
        text = line.text.strip(" ,")
        near = (
            line.page == paper.lines[found.line].page
            and line.block == paper.lines[found.line].block
        )
        named = text[:1].isupper() and len(text) < 80 and not re.search(r"\d|[:.;]$", text)
        if near and named:
            spans = (*span_of(paper, found), *paper.line_spans(below))
            return paper.read(f"{value}, {trimmed(text)}", spans, rule, Band.LIKELY)
    return paper.read(value, span_of(paper, found), rule, Band.LIKELY)


_ATTENTION = re.compile(r"^\W{0,60}(?:attn|attention|c/o|atenci[oó]n)\b\W{0,3}\w", re.IGNORECASE)
_A_QUIEN = re.compile(
    r"^(?:A|AL|A LA|Al|A la)\s{0,2}:\s{0,3}(?P<who>[A-ZÁÉÍÓÚ][^\n]{3,90})", re.MULTILINE
)


_ASKED_BY = re.compile(
    r"^\W{0,4}(?:request(?:e|o)r|name of request(?:e|o)r)\b", re.IGNORECASE | re.MULTILINE
)
_HOLDER = re.compile(
    r"^.{0,40}\b(?:center|portal|request form)\s{1,60}[-–—|]\s{1,60}", re.IGNORECASE
)


def _holder_of_form(paper: Paper) -> int | None:
    """The office at the head of a form on which somebody else names himself as requester."""
    if not paper.search(_ASKED_BY) or paper.is_mail:
        return None
    bodies = load_institutions()
    return next(
        (i for i in range(min(4, len(paper.lines))) if bodies.is_body(paper.lines[i].text)), None
    )


_HOUSE = re.compile(r"^\d{1,6}[A-Z]? [A-Z][\w.' -]{2,40}$|^P\.?\s?O\.? Box \d", re.IGNORECASE)


def _above_street(paper: Paper, letter: Letter) -> int | None:
    """A name over a street address below the head of a paper that has no date line."""
    bodies = load_institutions()
    for i in range(2, min(len(paper.lines) - 1, 14)):
        text = paper.lines[i].text.strip()
        under = paper.lines[i + 1].text.strip()
        named = 3 < len(text) < 70 and text[0].isupper() and not text.endswith((".", ":", ","))
        if (
            named
            and i not in letter.letterhead
            and _HOUSE.match(under)
            and not re.search(r"\d", text)
            and not _signs_below(paper, i)
        ):
            return None if bodies.is_body(text) and i < 4 else i
    return None


def _signs_below(paper: Paper, i: int) -> bool:
    """Whether a line stands again where the sender signs: then it is not the addressee's."""
    text = paper.lines[i].text.strip(" ,")
    below = paper.lines[max(i + 1, len(paper.lines) - 6) :]
    return any(line.text.strip(" ,") == text for line in below)


def _above_attention(paper: Paper) -> int | None:
    """The addressee whose officer an "Attn:" line below it names."""
    for i in range(1, min(len(paper.lines), 20)):
        above = paper.lines[i - 1].text.strip()
        if _ATTENTION.match(paper.lines[i].text) and 3 < len(above) < 80 and above[0].isupper():
            return None if above.endswith((".", ":", ",")) and not above.endswith("Inc.") else i - 1
    return None


def _recipient_elsewhere(paper: Paper, letter: Letter, rule: str) -> Read[str]:
    housed = _above_street(paper, letter)
    if housed is not None:
        who = trimmed(paper.lines[housed].text.strip())
        return paper.read(who, paper.line_spans(housed), rule, Band.UNSURE)
    held = _holder_of_form(paper)
    if held is not None:
        who = _HOLDER.sub("", paper.lines[held].text.strip())
        return paper.read(trimmed(who), paper.line_spans(held), rule, Band.UNSURE)
    named_attention = _above_attention(paper)
    if named_attention is not None:
        line = paper.lines[named_attention]
        who = trimmed(line.text.strip())
        return paper.read(who, paper.line_spans(named_attention), rule, Band.LIKELY)
    shown = displayed(paper.header("to"))
    if shown:
        return Read(shown, Band.UNSURE, (), "parties.to_header/1")
    if letter.salutation is not None:
        text = paper.lines[letter.salutation].text.strip()
        saluted = _SALUTED.match(text)
        if saluted and not _GENERIC.search(text):
            return paper.read(
                saluted["who"].strip(" ,:"), paper.line_spans(letter.salutation), rule, Band.UNSURE
            )
    opening = paper.lines[0].text.strip() if paper.is_mail and paper.lines else ""
    named = _OPENING.match(opening)
    if named and not _GENERIC.search(opening):
        return paper.read(named["who"], paper.line_spans(0), rule, Band.UNSURE)
    name, address = parseaddr(paper.header("to"))
    if name or address:
        return Read(name or address, Band.UNSURE, (), "parties.to_header/1")
    return paper.nothing(rule)


_TO_BLOCK = re.compile(
    r"(?:^\W{0,4}(?:(?:\d{1,2}\s{0,3}[.)]|[a-z0-9]{1,2}\s)\s{0,3})?|,\s{1,3})to\s{0,3}[:;]?\s{0,3}"
    r"[({](?!name of deposition)(?:name|print)"
    r"[^)}]{0,120}[)}]\s{0,3}:?(?P<rest>[^\n]*)",
    re.IGNORECASE | re.MULTILINE,
)


def _named_blocks(paper: Paper) -> Iterator[Labelled]:
    """The addressee in a form's block "To (Name, Address …)", beside or below the words.

    On a form on which a requester names himself, the agency that is named is asked.
    """
    if paper.search(_ASKED_BY) and not paper.is_mail:
        yield from labelled(paper, r"(?:public )?(?:agency|body)|submitted to|sent to|department")
    for found in paper.find(_TO_BLOCK):
        i = paper.index_at(found.end() - 1)
        rest = re.split(r"\s{2,}|\s\||\s\d\.\s|\s(?:FROM|From)\s*[:(]", found["rest"])[0].strip()
        if len(rest) > 3 and not re.match(r"(?:\d\.\s*)?from\b", rest, re.IGNORECASE):
            start = found.start("rest") + found["rest"].find(rest)
            yield Labelled("to", rest, start, start + len(rest), i, False)
        elif i + 1 < len(paper.lines):
            below = re.split(r"\s{2,}", paper.lines[i + 1].text.strip())[0]
            start = paper.start_of(i + 1)
            yield Labelled("to", below, start, start + len(below), i + 1, True)


_WHERE_TO = re.compile(
    r"\b(?:send|sent|mail|deliver|address|addressed|payable|fax|answers?|replies|records|copies|it"
    r"|them|returned?|respond|write)\b[\w ,]{0,30}$",
    re.IGNORECASE,
)
"""What stands before a "to:" that says where answers or payments go."""


def _may_be_recipient(found: Labelled, paper: Paper) -> bool:
    value = found.value
    before = paper.lines[found.line].text.partition(found.value)[0].lower()
    if not found.below and _WHERE_TO.search(before[: before.rfind(found.label.lower())].rstrip()):
        return False
    if found.below and found.label.lower().startswith("to the"):
        return False  # a salutation, with the letter itself below it
    if _NOBODY.match(value):
        return False
    if found.label.lower() in ("a", "to") and found.line > max(25, len(paper.lines) // 2):
        return False
    if len(value) > 140 or not re.search(r"[A-Za-z]{3}", value):
        return False
    if not re.match(r"^[\W\d]{0,4}[A-ZÀ-Þ]|^any|^all|^the", value):
        return False
    if re.search(
        r"\b(?:you are|hereby|shall|pursuant|vested in|is (?:issued|made))\b", value, re.IGNORECASE
    ):
        return False
    return not re.match(
        r"^(?:\([A-Z0-9]\)\s?)?(?:appear|testify|produce|be|the (?:date|extent|best)"
        r"|(?:address|telephone|phone|fax|e-?mail|date|time|place|name|title)\W{0,3}$)\b",
        value,
        re.IGNORECASE,
    )


_NOBODY = re.compile(
    r"(?:to )?whom(?:ever)? it (?:may|might) concern"
    r"|(?:docket|file|case|our|your|reference|number|no)\b"
    r"(?: (?:no|number|file|ref)\b)?\W{0,3}(?:\d|$)"
    r"|payment\b|(?:sir|madam)\b|[\w ]{3,40}:\s",
    re.IGNORECASE,
)
"""What stands behind "to" and names nobody."""
