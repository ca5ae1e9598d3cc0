"""Whom a document is addressed to: the instrument itself, never its cover letter (READING 12)."""

from __future__ import annotations

import re
from email.utils import parseaddr

from tecum.instruments.institutions import load_institutions
from tecum.provenance import Read
from tecum.reading.paper.address_lines import displayed, trimmed, without_marks
from tecum.reading.paper.caption import Caption
from tecum.reading.paper.cells import cells_of, is_label
from tecum.reading.paper.labels import Labelled, labelled, span_of
from tecum.reading.paper.letter import Letter, is_date_line
from tecum.reading.paper.paper import Paper
from tecum.reading.parties.addressee_labels import (
    ASKED_BY,
    NOBODY,
    TO,
    from_cell,
    may_be_recipient,
    named_before,
    named_blocks,
)
from tecum.reading.parties.commanded import party_ordered, whom_commanded, whom_ordered
from tecum.reading.parties.nobody import is_instrument, names_nobody
from tecum.reading.signer.titles import find_title
from tecum.words import Band

__all__ = ["read_recipient"]

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
    r"\b[Tt][Oo]:?\s{1,4}(?:the\s{1,4})?(?P<who>[A-Z][\w&.,'’ \n-]{3,160}?)[,:;]?\s{1,4}"
    r"(?:GREETINGS?|Greetings?)\b"
)
_OF_PRESIDENT = re.compile(
    r"\bThe President of the United States,?\s{1,4}to\s{1,4}(?P<who>[A-Z][^\n;:]{3,120})"
)
"""Whom a court-martial subpoenas.

Authority: DD Form 453; Rule for Courts-Martial 703(g)(3).
"""
_GREETED_BELOW = re.compile(
    r"^(?P<who>[A-Z][\w&.,'’ -]{4,80})\n(?:GREETINGS?|Greetings?)\b", re.MULTILINE
)
_SENT_TO = re.compile(
    r"(?:FAX|Fax|VIA FAX|Faxed|Mailed|Sent|Delivered|Hand[- ]delivered) (?:to|TO):? "
    r"(?P<who>[A-Z][^\n:]{4,90})"
)
"""A line at the head that says to whom a paper was sent."""
"""Whom a writ greets."""
_SALUTED = re.compile(r"^(?:(?i:dear)\s{1,60})?(?P<who>[A-Z][^:]{3,80}):?,?$")
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
    said = found.value or ""
    nobody = said and (names_nobody(said) or is_label(said) or is_instrument(said))
    return paper.nothing(rule) if nobody else found


def _addressed(paper: Paper, letter: Letter, caption: Caption | None, rule: str) -> Read[str]:
    found = (
        _greeted_or_summoned(paper, rule)
        or _behind_label(paper, letter, rule)
        or whom_ordered(paper, caption)
    )
    if found is not None:
        return found
    spanish = paper.search(_A_QUIEN)
    if spanish and paper.index_at(spanish.start()) < 14:
        who = trimmed(spanish["who"])
        return paper.read(who, paper.spans(*spanish.span("who")), rule, Band.LIKELY)
    posted = caption is None or _is_greeted(paper, letter)
    of_forms = {i for cell in cells_of(paper) for i in (cell.label, cell.value)}
    address = [
        i
        for i in letter.address
        if not _signs_below(paper, i)
        and not _is_reference(paper.lines[i].text)
        and i not in of_forms
    ]
    if address and posted:
        address = without_marks(paper, address)
        texts = [paper.lines[i].text.strip(" ,") for i in address]
        return paper.read(trimmed(", ".join(texts)), paper.line_spans(*address), rule, Band.LIKELY)
    party = party_ordered(paper) if caption is not None else None
    return party or _recipient_elsewhere(paper, letter, rule)


def _greeted_or_summoned(paper: Paper, rule: str) -> Read[str] | None:
    """Whom a writ greets, or tells an officer to summon; else the officers that it addresses."""
    greeted = paper.search(_GREETED)
    summoned = paper.search(_SUMMONED) or (
        greeted if greeted and not _TO_ANY.search(greeted[0]) else None
    )
    called = paper.search(_OF_PRESIDENT)
    if called:
        who = trimmed(" ".join(called["who"].split()))
        return paper.read(who, paper.spans(*called.span("who")), rule, Band.LIKELY)
    if summoned and summoned["who"][0].isupper() and not is_label(summoned["who"]):
        who = trimmed(" ".join(summoned["who"].split()))
        return paper.read(who, paper.spans(*summoned.span("who")), rule, Band.LIKELY)
    anybody = paper.search(_TO_ANY)
    if anybody and not named_before(paper, anybody.start()):
        who = " ".join(anybody["who"].split())
        return paper.read(who, paper.spans(*anybody.span("who")), rule, Band.LIKELY)
    return None


def _behind_label(paper: Paper, letter: Letter, rule: str) -> Read[str] | None:
    """The addressee behind "To:" or another label of one, or typed into a form's cell."""
    for found in named_blocks(paper):
        if may_be_recipient(found, paper):
            return _with_body(paper, found, rule)
    for found in labelled(paper, TO, inline=r"to|addressee|destinatario"):
        if may_be_recipient(found, paper):
            return _with_body(paper, found, rule)
    cell = from_cell(paper, rule)
    if cell is not None:
        return cell
    for found in labelled(paper, r"TO|To", colon=False):
        text = paper.lines[found.line].text
        if (found.below or re.match(r"^\W*(?:TO|To)[;,.]?\s+[A-Z]", text)) and may_be_recipient(
            found, paper
        ):
            return _with_body(paper, found, rule)
    below = paper.search(_GREETED_BELOW)
    if below and not (names_nobody(below["who"]) or _TITLED.search(below["who"])):
        who = trimmed(below["who"])
        return paper.read(who, paper.spans(*below.span("who")), rule, Band.LIKELY)
    sent = _sent_to(paper, rule)
    if sent is not None:
        return sent
    line = paper.search(_TO_LINE)
    if line and (paper.index_at(line.start()) > _HEAD_LINES or NOBODY.match(line["who"])):
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


_GREETING = re.compile(r"(?:dear|to whom|estimad[oa]|greetings|hello|hi|hola)\b", re.IGNORECASE)


def _is_greeted(paper: Paper, letter: Letter) -> bool:
    """Whether a paper greets somebody as a letter does."""
    if letter.salutation is None:
        return False
    return _GREETING.match(paper.lines[letter.salutation].text.strip()) is not None


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
    title = find_title(value)
    only_title = title is not None and title.end == len(value) and "," not in value
    housed = _house_in_cell(paper) if only_title else None
    if housed is not None:
        spans = (*span_of(paper, found), *span_of(paper, housed))
        return paper.read(f"{value}, {trimmed(housed.value)}", spans, rule, Band.LIKELY)
    if (_GENERIC_ROLE.fullmatch(value) or only_title) and below < len(paper.lines):
        line = paper.lines[below]
        text = line.text.strip(" ,")
        near = (
            line.page == paper.lines[found.line].page
            and line.block == paper.lines[found.line].block
        )
        named = (
            text[:1].isupper() and len(text) < 80 and not re.search(r"\d|[:.;]$|^\w{2,12}:", text)
        )
        if near and named:
            spans = (*span_of(paper, found), *paper.line_spans(below))
            return paper.read(f"{value}, {trimmed(text)}", spans, rule, Band.LIKELY)
    return paper.read(value, span_of(paper, found), rule, Band.LIKELY)


_OF_HOUSE = (
    r"\(?name of (?:the )?(?:fac\w{3,6}|institution|agency|company|business|employer"
    r"|establishment|school|hospital)\)?"
)


def _house_in_cell(paper: Paper) -> Labelled | None:
    """The body in a form's cell "Name of facility", where another names but its officer's part."""
    for found in labelled(paper, _OF_HOUSE, colon=False):
        if found.value[:1].isupper() and may_be_recipient(found, paper):
            return found
    return None


_ATTENTION = re.compile(r"^\W{0,60}(?:attn|attention|c/o|atenci[oó]n)\b\W{0,3}\w", re.IGNORECASE)
_A_QUIEN = re.compile(
    r"^(?:A|AL|A LA|Al|A la)\s{0,2}:\s{0,3}(?P<who>[A-ZÁÉÍÓÚ][^\n]{3,90})", re.MULTILINE
)


_HOLDER = re.compile(
    r"^.{0,40}\b(?:center|portal|request form)\s{1,60}[-–—|]\s{1,60}", re.IGNORECASE
)


def _holder_of_form(paper: Paper) -> int | None:
    """The office at the head of a form on which somebody else names himself as requester."""
    if not paper.search(ASKED_BY) or paper.is_mail:
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


_HEAD_OF_SHORT = 6


def _signs_below(paper: Paper, i: int) -> bool:
    """Whether a line stands, or stands again, where the sender signs: it is not the addressee's."""
    if i > _HEAD_OF_SHORT and i >= len(paper.lines) - 4:
        return True
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


_TITLED = re.compile(
    r"\b(?:subpoena|summons|warrant|order|detainer|notice|request|demand|motion|petition|award"
    r"|report|certificate|records|form|matter of|in re|v\.)(?=\s|$|:)",
    re.IGNORECASE,
)


def _above_you(paper: Paper, letter: Letter) -> int | None:
    """A name by itself just above the first sentence of process, which speaks to "you"."""
    for i in range(2, min(len(paper.lines), 12)):
        text = paper.lines[i].text.strip()
        if len(text.split()) < 8:
            continue
        name = paper.lines[i - 1].text.strip()
        told = re.search(r"\b[Yy]ou\b", " ".join(x.text for x in paper.lines[i : i + 2]))
        may = name[:1].isupper() and 4 < len(name) < 70 and not name.endswith((".", ":", ";"))
        own = i - 1 in letter.letterhead or is_date_line(name) or names_nobody(name)
        titled = _TITLED.search(name) or is_label(name) or re.search(r"\b[A-Z]*\d+-\d", name)
        return i - 1 if told and may and not own and not titled else None
    return None


def _recipient_elsewhere(paper: Paper, letter: Letter, rule: str) -> Read[str]:
    called = None if paper.is_mail else _above_you(paper, letter)
    if called is not None and letter.salutation is None:
        who = trimmed(paper.lines[called].text.strip())
        return paper.read(who, paper.line_spans(called), rule, Band.UNSURE)
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
    named = None if paper.is_mail else whom_commanded(paper)
    if named is not None:
        return named
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
    opened = _OPENING.match(opening)
    if opened and not _GENERIC.search(opening):
        return paper.read(opened["who"], paper.line_spans(0), rule, Band.UNSURE)
    name, address = parseaddr(paper.header("to"))
    if name or address:
        return Read(name or address, Band.UNSURE, (), "parties.to_header/1")
    return paper.nothing(rule)
