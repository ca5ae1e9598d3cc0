"""The documents that one file holds, each with its pages and its role (READING 7).

A border needs two independent signals or one decisive one; otherwise the pages stay together.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tecum.instruments.institutions import load_institutions
from tecum.reading.caption import read_caption
from tecum.reading.layout import Layer, Text
from tecum.reading.letter import is_date_line
from tecum.reading.paper import OWN, Paper, paper_of
from tecum.words import DocumentRole

__all__ = ["Piece", "split"]

_ATTACHED = re.compile(
    r"^\W{0,60}(?:(?:SCHEDULE|ATTACHMENT|APPENDIX|ANNEX|RIDER)\b|(?:Schedule|Attachment"
    r"|Appendix|Annex|Rider)\s{1,60}[A-Z0-9]{1,3}\b)"
)
_EXHIBIT = re.compile(r"^\W{0,60}(?:EXHIBIT|Exhibit)\s{1,60}\w{1,3}\b")
_DEFINITIONS = re.compile(
    r"^\W{0,60}(?:DEFINITIONS|INSTRUCTIONS|DEFINITIONS AND INSTRUCTIONS)\W{0,60}$"
)
_PROOF = re.compile(
    (
        r"^\W{0,60}(?:PROOF|AFFIDAVIT|CERTIFICATE|RETURN|DECLARATION"
        r"|ACKNOWLEDGMENT) OF (?:PERSONAL )?(?:SERVICE|MAILING|RECEIPT)\b"
    ),
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"^\W{0,60}NOTICE TO (?:CONSUMER|EMPLOYEE|SUBSCRIBER|CUSTOMER|PERSON)\b", re.IGNORECASE
)
_RULE_TEXT = re.compile(
    (
        r"\b(?:Federal Rule of Civil Procedure 45 \(c\)|Rule 45\(c\), \(d\), \(e\)"
        r"|Protections? (?:to|of) (?:Persons?|a Person) Subject to)\b"
    ),
    re.IGNORECASE,
)
_FAX = re.compile(
    r"\b(?:FAX|FACSIMILE|TELEFAX)\b.{0,14}\b(?:COVER|TRANSMITTAL|SHEET|MESSAGE)\b", re.IGNORECASE
)
_TITLE = re.compile(
    r"^\W{0,60}(?:[A-Z0-9 .,'’–-]{0,40}\b)?(?:SUBPOENA|SUMMONS|WARRANT|ORDER"
    r"|IMMIGRATION DETAINER|NOTICE OF (?:ACTION|INSPECTION)"
    r"|CIVIL INVESTIGATIVE DEMAND|PETITION|MOTION|DECLARATION|AFFIDAVIT)\b"
)
_PAGE_ONE = re.compile(r"\bpage 1 of \d+\b", re.IGNORECASE)
_FILED = re.compile(r"\bDocument\s{1,60}(\d+(?:-\d+)?)\s{1,60}Filed\b", re.IGNORECASE)
_CLOSES = re.compile(
    r"^(?:sincerely|respectfully|very truly|yours|cordially|regards|/s/)", re.IGNORECASE
)

_BELONG = frozenset(
    {
        DocumentRole.SCHEDULE, DocumentRole.DEFINITIONS, DocumentRole.NOTICE_TO_SUBJECT,
        DocumentRole.PROOF_OF_SERVICE, DocumentRole.RULE_TEXT, DocumentRole.BLANK,
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Piece:
    """Pages that are one document, its role where its first lines tell it, what belongs to it."""

    pages: tuple[int, ...]
    role: DocumentRole | None
    belongs: tuple[Piece, ...] = ()

    def pages_of(self, *roles: DocumentRole) -> tuple[int, ...]:
        """Its own pages and those of the belonging pieces of these roles."""
        more = [n for piece in self.belongs if piece.role in roles for n in piece.pages]
        return (*self.pages, *more)


def split(text: Text) -> tuple[tuple[Piece, ...], bool]:
    """Cut a file's pages into documents; True if single signals hint at borders not drawn."""
    starts: list[tuple[int, DocumentRole | None]] = []
    hinted = False
    previous: Paper | None = None
    before = text
    for single in text.singly():
        page = single.pages[0]
        paper = paper_of(single, layers=OWN)
        role = _role(paper)
        if previous is None:
            starts.append((page.n, role))
        else:
            decisive, signals = _signals((before, single), previous, paper, role)
            if decisive or signals >= 2:
                starts.append((page.n, role))
            elif signals:
                hinted = True
        if paper.lines or previous is None:
            previous, before = paper, single
    pieces: list[Piece] = []
    numbers = [page.n for page in text.pages]
    for i, (first, role) in enumerate(starts):
        end = starts[i + 1][0] if i + 1 < len(starts) else None
        pages = tuple(n for n in numbers if n >= first and (end is None or n < end))
        pieces.append(Piece(pages, role))
    return _gather(pieces), hinted


def _role(paper: Paper) -> DocumentRole | None:
    """The role that a page's first lines announce."""
    if not paper.lines:
        return DocumentRole.BLANK
    for line in paper.lines[:4]:
        text = line.text.strip()
        if _ATTACHED.match(text) and len(text) < 80:
            return DocumentRole.SCHEDULE
        if _EXHIBIT.match(text) and len(text) < 40:
            return DocumentRole.EXHIBIT
        if _DEFINITIONS.match(text):
            return DocumentRole.DEFINITIONS
        if _PROOF.match(text):
            return DocumentRole.PROOF_OF_SERVICE
        if _NOTICE.match(text):
            return DocumentRole.NOTICE_TO_SUBJECT
        if _FAX.search(text):
            return DocumentRole.FAX_COVER
    if any(_RULE_TEXT.search(line.text) for line in paper.lines[:3]):
        return DocumentRole.RULE_TEXT
    return None


def _signals(
    pages: tuple[Text, Text], previous: Paper, paper: Paper, role: DocumentRole | None
) -> tuple[bool, int]:
    """Whether one signal decides, and how many signals speak for a border before this page."""
    if not paper.lines:
        return False, 0
    if role is not None:
        return True, 1
    filed = [
        [m[1] for line in page.lines if line.layer is Layer.STAMP
         for m in [_FILED.search(line.text)] if m]
        for page in pages
    ]  # fmt: skip
    if filed[0] and filed[1] and filed[0][0] != filed[1][0]:
        return True, 1
    count = 0
    top = [line.text.strip() for line in paper.lines[:6]]
    count += any(_TITLE.match(t) and t.upper() == t and len(t) < 90 for t in top)
    has_caption = read_caption(paper) is not None
    bodies = load_institutions()
    count += has_caption or (bodies.is_body(top[0]) and len(top[0]) < 70)
    count += any(is_date_line(t) for t in top[:5])
    count += any(_PAGE_ONE.search(line.text) for line in pages[1].lines)
    count += any(_CLOSES.match(line.text.strip()) for line in previous.lines[-8:])
    a, b = previous.text.pages[0], paper.text.pages[0]
    count += abs(a.width - b.width) > 20 or abs(a.height - b.height) > 20
    count += any(re.search(r"\bForm\s+[A-Z]?-?\d{2,4}", line.text) for line in paper.lines[-2:])
    return False, count


def _gather(pieces: list[Piece]) -> tuple[Piece, ...]:
    """Let schedules, definitions, proofs and printed rules belong to the document before them."""
    out: list[Piece] = []
    for piece in pieces:
        belongs = piece.role in _BELONG or (
            piece.role is DocumentRole.EXHIBIT and len(piece.pages) <= 2
        )
        if out and belongs:
            last = out[-1]
            out[-1] = Piece(last.pages, last.role, (*last.belongs, piece))
        else:
            out.append(piece)
    return tuple(out)
