"""What a page's first lines say that a document beginning there is (READING 7)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tecum.instruments.compiled import led
from tecum.reading.paper.date_line import is_date_line
from tecum.reading.paper.paper import Paper
from tecum.words import DocumentRole

__all__ = ["Head", "head_of", "is_heading", "is_left_blank", "says_what_to_bring"]

_TITLED = re.compile(
    r"^\W{0,20}(?P<name>(?P<noun>schedule|attachment|appendix|annex|rider|addendum|exhibit"
    r"|anexo)"
    r"(?:\s{1,9}(?:no\.?\s{0,3})?[\"'“”‘’]?(?P<label>[A-Z]|\d{1,3}|[IVX]{1,5}"
    r"|[A-Z]-?\d{1,2})[\"'“”‘’]?(?!\w|\.\w))?)"
    r"(?P<rest>.{0,80})$",
    re.IGNORECASE,
)
_REST = re.compile(r"\W{0,20}|\s{0,9}[-–—:.(]\s{0,9}.{2,70}|\s{1,9}(?i:to|of|for)\s.{2,70}")
_CONTINUED = re.compile(r"\b(?:continued|cont['’]?d|cont\.)", re.IGNORECASE)
_DEFINITIONS = re.compile(
    r"^\W{0,60}(?:[IVX]{1,4}\.\s{1,9}|[A-Z]\.\s{1,9})?(?:GENERAL )?"
    r"(?:DEFINITIONS|INSTRUCTIONS|DEFINITIONS (?:AND|&) INSTRUCTIONS"
    r"|INSTRUCTIONS (?:AND|&) DEFINITIONS)\W{0,60}$"
)
_PROOF = re.compile(
    r"^\W{0,60}(?:(?:PROOF|AFFIDAVIT|CERTIFICATE|CERTIFICATION|RETURN|DECLARATION"
    r"|ACKNOWLEDGE?MENT|ADMISSION|WAIVER) OF (?:PERSONAL |ELECTRONIC )?"
    r"(?:SERVICE|MAILING|RECEIPT|DELIVERY|TRANSMITTAL)|OFFICER['’]S RETURN|SHERIFF['’]S RETURN"
    r"|PROOF OF SERVICE\b.{0,40})\b",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"^\W{0,60}(?:NOTICE TO (?:THE )?(?:CONSUMER|EMPLOYEE|SUBSCRIBER|CUSTOMER|PERSON|PATIENT"
    r"|ACCOUNT ?HOLDER|SUBJECT|STUDENT|TAXPAYER)S?\b|(?:CUSTOMER|CONSUMER|SUBSCRIBER|PATIENT)"
    r"(?:['’]S)? NOTICE\b|NOTICE OF (?:PRIVACY RIGHTS|RIGHT TO OBJECT))",
    re.IGNORECASE,
)
_RULE_TEXT = re.compile(
    r"\b(?:Federal Rule of (?:Civil|Criminal) Procedure \d{1,2}\b ?\(\w\)"
    r"|Rule 45 ?\(c\), ?\(d\)|Protections? (?:to|of) (?:Persons?|a Person) Subject to\b)",
    re.IGNORECASE,
)
_PRINTED_LAW = re.compile(
    r"^\W{0,9}(?:§{1,2} ?\d[\w.:-]{0,15}\W|(?:[A-Z][\w.]{1,20} ){0,4}(?:Revised |General "
    r"|Compiled )?(?:Statutes|Code|Laws)(?: Annotated| Ann\.)?,? (?:§{1,2} ?|Sec(?:tion|\.) )?\d"
    r"|\d{1,2} (?:U\.?S\.?C\.?|C\.?F\.?R\.?) ?§{0,2} ?\d|Rule \d{1,3}(?:\.\d{1,3})?\.? [A-Z])",
)
_SUBSECTION = re.compile(r"^\s{0,20}\(?(?:\d{1,2}|[a-z])[).] ")
_FAX = led(
    r"\b(?:FAX|FACSIMILE|TELEFAX|TELECOPIER)\b.{0,14}\b(?:COVER|TRANSMITTAL|SHEET|MESSAGE"
    r"|TRANSMISSION)\b|\bTRANSMITTAL (?:BY|VIA) (?:FAX|FACSIMILE)\b",
    re.IGNORECASE,
)
_TOWN = re.compile(r"[A-Z][\w .'-]{1,40},?\s{1,9}[A-Z]{2}\.?\s{1,9}\d{5}(?:-\d{4})?\s{0,9}$")
_NO_ENVELOPE = re.compile(
    r"(?i)\b(?:dear|re|subject|please|you|shall|page|form|case|fax|to whom)\b|[.;:]\s{0,9}$"
)
_LEFT_BLANK = re.compile(
    r"(?i)\W{0,9}(?:(?:this )?page (?:has been |is |was )?(?:intentionally |purposely )?"
    r"(?:left )?blank|intentionally (?:left )?blank|blank page|separator (?:sheet|page)"
    r"|document separator|patch (?:code|sheet).{0,20})\W{0,9}"
)
_DESCRIBES = re.compile(
    r"^\W{0,20}(?:AFFIDAVIT|DECLARATION|APPLICATION)(?: AND [A-Z]{4,14})?,? (?:IN SUPPORT OF|FOR)"
    r" (?:A |THE |THIS )?(?:[A-Z]{4,12} ){0,2}SUBPOENA(?: DUCES TECUM)?\W{0,20}$",
    re.IGNORECASE,
)
_TO_BE_PRODUCED = re.compile(
    r"(?i)\b(?:documents|records|books|papers|items|things|materials)\b.{0,80}\b(?:to be produced"
    r"|(?:shall|must) (?:be )?produced?|produce them)\b"
)
_SMALL = frozenset(
    "a an and as at by for from in into nor of on or per the to under with y de del la".split()  # noqa: SIM905 - a list of words reads best so
)
_NEAR_TOP = 4
_CAPTION_END = 16


@dataclass(frozen=True, slots=True)
class Head:
    """The role that a page's head announces, and the name it gives (``schedule a``)."""

    role: DocumentRole | None = None
    name: str = ""
    goes_on: bool = False


def is_heading(text: str) -> bool:
    """Whether a line is set as a title: capitals, or every longer word capitalised."""
    words = re.findall(r"[^\W\d_][\w'’-]*", text)
    if not words or text.rstrip().endswith((";", ",")) or re.search(r"[a-z]{2}\. +[A-Z]", text):
        return False
    if text.rstrip().endswith(".") and len(words) > 4:
        return False
    return text.isupper() or all(w[0].isupper() for w in words if w.lower() not in _SMALL)


def is_left_blank(paper: Paper) -> bool:
    """Whether a page holds nothing, or nothing but the word that it was left blank."""
    return not paper.lines or (
        len(paper.lines) <= 2 and any(_LEFT_BLANK.fullmatch(row.text) for row in paper.lines)
    )


def head_of(paper: Paper) -> Head:
    """The role that a page's first lines announce."""
    if is_left_blank(paper):
        return Head(DocumentRole.BLANK)
    rows = [line.text.strip() for line in paper.lines]
    for text in rows[:_NEAR_TOP]:
        head = _titled(text, rows) or _named(text)
        if head is not None:
            return head
    for text in rows[: min(_CAPTION_END, len(rows) * 2 // 3)]:
        if _PROOF.match(text) and text.isupper():
            return Head(DocumentRole.PROOF_OF_SERVICE)
    if any(_RULE_TEXT.search(text) for text in rows[:3]) or _is_printed_law(rows):
        return Head(DocumentRole.RULE_TEXT)
    return Head(DocumentRole.ENVELOPE) if _is_envelope(rows) else Head()


def says_what_to_bring(paper: Paper) -> bool:
    """Whether a page behind a subpoena is the declaration that says what it commands to bring.

    Authority: Cal. Code Civ. Proc. 1985(b): the affidavit served with a subpoena duces tecum
    specifies the exact things to be produced.
    """
    rows = [line.text.strip() for line in paper.lines]
    head = rows[: min(_CAPTION_END, max(len(rows) * 2 // 3, 1))]
    titled = any(_DESCRIBES.match(text) and is_heading(text) for text in head)
    return titled and any(_TO_BE_PRODUCED.search(text) for text in rows)


def _titled(text: str, rows: list[str]) -> Head | None:
    """A schedule's or an exhibit's title; a list of exhibits has several and is none."""
    found = _TITLED.match(text) if len(text) < 100 else None
    if found is None or not _REST.fullmatch(found["rest"]):
        return None
    named = found["label"] is not None
    bare = not named and (text.isupper() or found["rest"].lower().startswith((" to ", " of ")))
    if not (named or bare) or not is_heading(_CONTINUED.sub("", text)):
        return None
    labels = {
        (m["noun"].lower(), m["label"].lower())
        for m in map(_TITLED.match, rows[:12])
        if m and m["label"] and _REST.fullmatch(m["rest"])
    }
    if len(labels) > 1:
        return None
    exhibit = found["noun"].lower() == "exhibit"
    if exhibit and not named:
        return None
    name = " ".join(re.sub(r"[\"'“”‘’]", "", found["name"]).lower().split())
    role = DocumentRole.EXHIBIT if exhibit else DocumentRole.SCHEDULE
    return Head(role, name, bool(_CONTINUED.search(text)))


def _named(text: str) -> Head | None:
    if _DEFINITIONS.match(text):
        return Head(DocumentRole.DEFINITIONS, "definitions")
    if _PROOF.match(text) and is_heading(text):
        return Head(DocumentRole.PROOF_OF_SERVICE)
    if _NOTICE.match(text) and is_heading(text):
        return Head(DocumentRole.NOTICE_TO_SUBJECT)
    return Head(DocumentRole.FAX_COVER) if _FAX.search(text) and len(text) < 70 else None


def _is_printed_law(rows: list[str]) -> bool:
    """A page of printed law: its number as the title, then subsections, and nobody addressed."""
    if not _PRINTED_LAW.match(rows[0]) or len(rows[0]) > 120:
        return False
    if any(is_date_line(text) for text in rows) or any(re.match(r"(?i)to:", t) for t in rows):
        return False
    return sum(1 for text in rows[1:] if _SUBSECTION.match(text)) >= 2


def _is_envelope(rows: list[str]) -> bool:
    """Two addresses and hardly anything else."""
    if not 4 <= len(rows) <= 14 or max(map(len, rows)) > 60:
        return False
    towns = sum(1 for text in rows if _TOWN.search(text))
    return towns >= 2 and not any(_NO_ENVELOPE.search(t) or is_date_line(t) for t in rows)
