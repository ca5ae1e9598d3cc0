"""Addressees behind, or in a cell below, the label of one: "To:", "Employer", "Issued to".

Authority: READING 12 (recipient).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tecum.provenance import Read
from tecum.reading.paper.address_lines import trimmed
from tecum.reading.paper.cells import cells_of, is_label
from tecum.reading.paper.labels import Labelled, labelled, span_of
from tecum.reading.paper.paper import Paper
from tecum.reading.paper.under import line_under
from tecum.reading.parties.nobody import breaks_off, names_nobody
from tecum.words import Band

__all__ = [
    "ASKED_BY",
    "FILLED_IN_BY_ASKER",
    "NOBODY",
    "TO",
    "addressee_cells",
    "from_cell",
    "may_be_recipient",
    "named_before",
    "named_blocks",
]

ASKED_BY = re.compile(
    r"^\W{0,4}(?:request(?:e|o)r|name of request(?:e|o)r)\b", re.IGNORECASE | re.MULTILINE
)
"""The label under which somebody who requests names himself."""
FILLED_IN_BY_ASKER = re.compile(
    r"\bcompleted by (?:the )?(?:law enforcement|requesting (?:agency|officer|party))\b",
    re.IGNORECASE,
)
"""The form of a provider that whoever wants its records fills in."""
TO = (
    r"to|to the|to\s{1,4}name|memorandum (?:for|to)"
    r"|to the (?:witness|custodian|keeper of (?:the )?records|person named|employer)"
    r"|recipient|addressee|directed to|person or entity subpoenaed"
    r"|entity subpoenaed|person subpoenaed"
    r"|(?:to )?\(?name (?:and address )?of (?:the )?(?:person|entity|witness|custodian"
    r"|respondent)[^:]{0,40}\)?"
    r"|served? (?:up)?on|employer(?:'s)?(?: name)?|custodian|custodian of records"
    r"|name of (?:employer|business|company|witness)|summoned"
    r"|to \((?:name|officer|facility|agency|person|custodian|institution|insert)[^)]{0,60}\)"
    r"|respondent|(?:financial )?institution|receiving (?:agency|facility)"
    r"|detaining (?:agency|facility)"
    r"|law enforcement agency|destinatario|para|witness|provider|service provider"
    r"|deponent|4\. addressee|sent to"
)


_TO_BLOCK = re.compile(
    r"(?:^\W{0,4}(?:(?:\d{1,2}\s{0,3}[.)]|[a-z0-9]{1,2}\s)\s{0,3})?|,\s{1,3})to\s{0,3}[:;]?\s{0,3}"
    r"[({](?!name of deposition)(?:name|print)"
    r"[^)}]{0,120}[)}][^\S\n]{0,3}:?(?P<rest>[^\n]*)",
    re.IGNORECASE | re.MULTILINE,
)


_ANY_SUBSEQUENT = re.compile(r"\bany subsequent law\b", re.IGNORECASE)
_OF_DETAINER = re.compile(
    r"^[^\w(]{0,3}(?:law )?enforcement agency\)\s{0,2}:?\s{1,4}(?P<rest>[A-Z][^\n|]{3,90})",
    re.IGNORECASE | re.MULTILINE,
)
"""The end of a detainer's label "To (… OR any subsequent law enforcement agency)".

Authority: DHS Form I-247, editions of 2011 and 2012.
"""


def named_blocks(paper: Paper) -> Iterator[Labelled]:
    """The addressee in a form's block "To (Name, Address …)", beside or below the words.

    On a form on which a requester names himself, the agency that is named is asked.
    """
    if paper.search(ASKED_BY) and not paper.is_mail:
        yield from labelled(paper, r"(?:public )?(?:agency|body)|submitted to|sent to|department")
    if paper.search(_ANY_SUBSEQUENT):
        for found in paper.find(_OF_DETAINER):
            start, end = found.span("rest")
            value = found["rest"].strip()
            yield Labelled("to", value, start, end, paper.index_at(start), False)
    for found in paper.find(_TO_BLOCK):
        i = paper.index_at(found.end() - 1)
        rest = re.split(r"\s{2,}|\s\||\s\d\.\s|\s(?:FROM|From)\s*[:(]", found["rest"])[0].strip()
        if len(rest) > 3 and not re.match(r"(?:\d{1,2}\.\s*)?from\b", rest, re.IGNORECASE):
            start = found.start("rest") + found["rest"].find(rest)
            yield Labelled("to", rest, start, start + len(rest), i, False)
            continue
        under = line_under(paper, i)
        if under is not None:
            below = re.split(r"\s{2,}", paper.lines[under].text.strip())[0]
            start = paper.start_of(under)
            yield Labelled("to", below, start, start + len(below), under, True)


_WHERE_TO = re.compile(
    r"\b(?:send(?! greetings?\b)|sent|mail|deliver|address|addressed|payable|fax|answers?|replies"
    r"|records|copies|it"
    r"|them|returned?|respond|write)\b[\w ,]{0,30}$",
    re.IGNORECASE,
)
"""What stands before a "to:" that says where answers or payments go."""


_LEADS_ON = re.compile(r"(?:^|\s)(?:[a-z]\w{0,20}|\d[\w.]{0,12}),?\s{1,4}to\s?:\s{0,4}$")
"""A small "to:" behind words of a sentence: it leads on to what is to be done."""


def may_be_recipient(found: Labelled, paper: Paper) -> bool:
    value = found.value
    text = paper.lines[found.line].text.partition(found.value)[0]
    before = text.lower()
    if not found.below and _WHERE_TO.search(before[: before.rfind(found.label.lower())].rstrip()):
        return False
    if found.below and found.label.lower().startswith("to the"):
        return False  # a salutation, with the letter itself below it
    if NOBODY.match(value) or is_label(value) or value.startswith(("(", "{", "[")):
        return False
    unfinished = breaks_off(value)
    if (names_nobody(value) and not unfinished) or _LEADS_ON.search(text):
        return False
    if _SERVER.match(value) or _FIELD.match(value):
        return False
    if found.label.lower() in ("a", "to") and found.line > max(25, len(paper.lines) // 2):
        return False
    long = len(trimmed(value)) > _LONGEST and not _names_several(value)
    if long or _ITEM.match(value) or not re.search(r"[A-Za-z]{3}", value):
        return False
    if not re.match(r"^[\W\d]{0,4}[A-ZÀ-Þ]|^any|^all|^the", value):
        return False
    if re.search(
        r"\b(?:you are|hereby|shall|pursuant|vested in|is (?:issued|made))\b", value, re.IGNORECASE
    ):
        return False
    return not re.match(
        r"^(?:\([A-Z0-9]\)\s?|[O0D\u2610\u25a1]\s)?(?:appear|testify|produce|be"
        r"|the (?:date|extent|best)"
        r"|(?:address|telephone|phone|fax|e-?mail|date|time|place|name|title)\W{0,3}$)\b",
        value,
        re.IGNORECASE,
    )


_LONGEST = 140
_FIELD = re.compile(r"(?:re|subject|from|date|fecha|asunto)\s?:", re.IGNORECASE)
_ITEM = re.compile(
    r"\(?\d{1,2}[.)]\s{1,4}[A-Z][a-z]{2,12}\s(?:all|any|the|each|every|copies|a|your)\b"
)
"""What is to be done, as the first item of a list: "1) Keep all records"."""


def _names_several(value: str) -> bool:
    """Whether a long value is a row of names, parted by commas."""
    names = [name.strip() for name in re.split(r"[,;]\s", value)]
    return len(names) > 2 and all(name[:1].isupper() and len(name) < _ONE for name in names)


_ONE = 70


_SERVER = re.compile(
    r"(?:the )?persons? authori[sz]ed (?:by law )?to (?:serve|execute)", re.IGNORECASE
)
"""Who carries process and is no addressee of it."""
NOBODY = re.compile(
    r"(?:to )?whom(?:ever)? it (?:may|might) concern"
    r"|(?:docket|file|case|our|your|reference|number|no)\b"
    r"(?: (?:no|number|file|ref)\b)?\W{0,3}(?:\d|$)"
    r"|payment\b|(?:sir|madam)\b|(?!importer of record|custodian|employer|attn)[\w ]{3,40}:\s",
    re.IGNORECASE,
)
"""What stands behind "to" and names nobody."""


_CELL = re.compile(
    rf"(?:\d{{1,2}}[.)]?\s|[A-Z][.)]\s)?(?:{TO}|issued to|addressed to|attention|attn|facility"
    r"|to\s?[-–—]\s?name (?:and|&) address.{0,40}|serve(?:d)? (?:up)?on"
    r"|(?:name of )?(?:employer|business|establishment|licensee|carrier|company|facility|store"
    r"|retailer|firm|provider|permittee|institution)(?: name)?"
    r"|third[- ]party respondent|garnishee"
    r"|submitted to agency(?: name)?|(?:public )?agency name|(?:nombre del )?(?:patrono|empleador)"
    r"|(?:nombre de la )?(?:empresa|instituci[oó]n)|dirigid[oa] a"
    r"|.{3,60}\bto|(?:sent )?to date)\s?:?(?:\s?\([^)]{0,100}\))?\s{0,3}:?",
    re.IGNORECASE,
)
"""A cell's label under which the addressee is typed, whatever form it is of."""


_ELSEWHERE = re.compile(
    r"\W{0,3}(?:deliver|return|send|respon|produc|mail|direct (?!to)|address(?!e)|fax|report"
    r"|pay|submit(?!ted to agency)|refer|in reply|reply|on |at |.{0,20}deposition officer)",
    re.IGNORECASE,
)
"""A cell that says where answers go, or who takes them."""


_AT_CHOICE = re.compile(r"\(\s?i[ft] app?\w{3,8}", re.IGNORECASE)
"""A cell "Company (if applicable)" is the requester's own: no paper goes to nobody."""


_TO_SUMMON = re.compile(r"\bcommanded to (?:summon|subpoena)\b", re.IGNORECASE)
"""The words of a writ behind which a form has the cells of who is summoned."""


def from_cell(paper: Paper, rule: str) -> Read[str] | None:
    """The addressee typed into a form's cell, whose label bears no colon."""
    rows = cells_of(paper)
    labels = {cell.label for cell in rows}
    summons = paper.search(_TO_SUMMON)
    for cell in rows:
        value = paper.lines[cell.value].text.strip()
        label = paper.lines[cell.label].text.strip(" [|]{}")
        named = _CELL.fullmatch(label) or (
            summons and label.lower() == "name" and paper.start_of(cell.label) > summons.start()
        )
        if cell.value in labels or not named or _ELSEWHERE.match(label):
            continue
        if _AT_CHOICE.search(label):
            continue
        start = paper.start_of(cell.value)
        found = Labelled("to", value, start, start + len(value), cell.value, True)
        if may_be_recipient(found, paper):
            return paper.read(trimmed(value), span_of(paper, found), rule, Band.LIKELY)
    return None


def addressee_cells(paper: Paper) -> frozenset[int]:
    """The lines that are typed into cells of addressees."""
    return frozenset(
        cell.value
        for cell in cells_of(paper)
        if _CELL.fullmatch(paper.lines[cell.label].text.strip(" [|]{}"))
    )


def named_before(paper: Paper, position: int) -> bool:
    """Whether the paper names an addressee behind "To:" before it speaks to any officer."""
    return any(
        found.start < position and may_be_recipient(found, paper)
        for found in named_blocks(paper)
        if not re.match(r"any\b|all\b|every\b|each\b", found.value, re.IGNORECASE)
    )
