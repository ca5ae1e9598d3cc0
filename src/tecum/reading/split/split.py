"""The documents that one file holds, each with its pages and its role (READING 7).

A border needs two independent signals or one decisive one; otherwise the pages stay together.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tecum.instruments.compiled import led
from tecum.instruments.institutions import load_institutions
from tecum.reading.paper.caption import read_caption
from tecum.reading.paper.date_line import is_date_line
from tecum.reading.paper.paper import OWN, Paper, paper_of
from tecum.reading.split.belonging import Piece, gathered
from tecum.reading.split.page_roles import Head, head_of, is_heading, says_what_to_bring
from tecum.reading.text.layout import Layer, Text
from tecum.reading.text.straightened import straightened
from tecum.words import DocumentRole, TextFrom

__all__ = ["Piece", "split"]

_TITLE = re.compile(
    r"^\W{0,60}(?:[A-Z0-9 .,'’–-]{0,40}\b)?(?:SUBPOENA|SUMMONS|WARRANT|ORDER"
    r"|IMMIGRATION DETAINER|NOTICE OF (?:ACTION|INSPECTION)"
    r"|CIVIL INVESTIGATIVE DEMAND|PETITION|MOTION|DECLARATION|AFFIDAVIT)\b"
)
_PAGE_OF = re.compile(r"\bpage ?(\d{1,3}) ?(?:of|/) ?\d{1,3}\b", re.IGNORECASE)
_PAGE_ALONE = re.compile(r"\W{0,9}(?:page |p\. ?)?(\d{1,3})\W{0,9}", re.IGNORECASE)
_FILED = led(
    r"\b(?:Documents?|Doc(?:ket)?\.?|Dkt\.?|ECF)\s{0,9}(?:Entry\s{0,9})?(?:Nos?\.?|#|:)?\s{0,9}"
    r"(\d{1,4}(?:-\d{1,3})?)\s{1,60}(?:Filed|Entered|Page|\d\d?/\d\d?/\d\d)"
    r"|NYSCEF DOC\. NO\. ?(\d{1,4})",
    re.IGNORECASE,
)
_CLOSES = re.compile(
    r"^(?:sincerely|respectfully|very truly|yours|cordially|regards|/s/)", re.IGNORECASE
)
_BATES = re.compile(r"([A-Z][A-Z0-9&.]{0,14}(?:[-_ ][A-Z]{1,12}){0,3})[-_ ]?\d{4,10}")
_ASIDE = re.compile(r"\([^()]{1,60}\)")
_ENCLOSES = re.compile(
    r"(?i)\b(?:enclosed|attached|accompanying|transmitt(?:ed|ing|al)|herewith|served (?:with|upon))"
    r"\b[^.]{0,120}\b(?:subpoena|summons|warrant|order|detainer|request|demand|notice"
    r"|interrogatories)\b"
)


@dataclass(frozen=True, slots=True)
class _Page:
    """One page as the borders are looked for: its text, its own lines, its head."""

    text: Text
    paper: Paper
    head: Head


def split(text: Text) -> tuple[tuple[Piece, ...], bool]:
    """Cut a file's pages into documents; True if single signals hint at borders not drawn."""
    pages = [_page(single, n) for n, single in enumerate(text.singly())]
    starts: list[tuple[int, Head]] = []
    hinted = False
    previous: _Page | None = None
    blanks: list[int] = []
    for page in pages:
        n = page.text.pages[0].n
        if page.head.role is DocumentRole.BLANK and previous is not None:
            blanks.append(n)
            continue
        border, hint = _border(previous, page, starts[-1][1] if starts else Head())
        if border:
            starts += [(blanks[0], Head(DocumentRole.BLANK))] if blanks else []
            starts.append((n, page.head))
        hinted |= hint
        blanks = []
        previous = page
    starts += [(blanks[0], Head(DocumentRole.BLANK))] if blanks else []
    pieces, words = _cut(pages, starts)
    return gathered(_with_covers(pieces, words), words), hinted


def _page(single: Text, before: int) -> _Page:
    """One page of a file, behind so many others."""
    if any(page.text_from in (TextFrom.OCR, TextFrom.MIXED) for page in single.pages):
        # A recogniser damages headings too; they are told by what they were printed as.
        lines = tuple(replace(line, text=straightened(line.text)) for line in single.lines)
        single = replace(single, lines=lines)
    paper = paper_of(single, layers=OWN)
    head = head_of(paper)
    if before and head.role is None and says_what_to_bring(paper):
        head = Head(DocumentRole.SCHEDULE)
    return _Page(single, paper, head)


def _cut(
    pages: Sequence[_Page], starts: Sequence[tuple[int, Head]]
) -> tuple[list[Piece], list[str]]:
    """The pieces between borders, and the text of each."""
    pieces: list[Piece] = []
    words: list[str] = []
    at = {page.text.pages[0].n: i for i, page in enumerate(pages)}
    ends = [*(at[first] for first, _ in starts[1:]), len(pages)]
    for (first, head), end in zip(starts, ends, strict=True):
        own = pages[at[first] : end]
        pieces.append(Piece(tuple(p.text.pages[0].n for p in own), head.role, (), head.name))
        words.append("\n".join(line.text for p in own for line in p.paper.lines))
    return pieces, words


def _border(previous: _Page | None, page: _Page, current: Head) -> tuple[bool, bool]:
    """Whether a document begins with a page; whether one signal alone says so."""
    if previous is None:
        return True, False
    filed = _filed(previous), _filed(page)
    if filed[0] and filed[1]:
        return filed[0] != filed[1], False
    if page.head.role is not None:
        same = bool(page.head.name) and page.head.name == current.name
        return not (same or page.head.goes_on), False
    signals = _signals(previous, page)
    return signals >= 2, signals == 1


def _filed(page: _Page) -> str:
    """The document number of a court's filing line, from a stamp or the page's outer lines."""
    rows = [line for line in page.text.lines if line.text.strip()]
    for i, line in enumerate(rows):
        if line.layer is Layer.STAMP or not 2 <= i < len(rows) - 2:
            found = _FILED.search(line.text[:300])
            if found:
                return str(found[1] or found[2])
    return ""


def _signals(previous: _Page, page: _Page) -> int:
    """How many signals speak for a border before a page."""
    rows = [line.text.strip() for line in page.paper.lines]
    top = rows[:6]
    count = 0
    count += any(_is_title(t) and is_heading(_ASIDE.sub("", t)) for t in top)
    has_caption = read_caption(page.paper) is not None
    body = load_institutions().is_body(top[0]) and len(top[0]) < 70 and is_heading(top[0])
    count += has_caption or body
    numbers = _numbers(previous), _numbers(page)
    goes_on = numbers[1] is not None and numbers[1] > 1
    count += any(is_date_line(t) for t in top[:5]) and not goes_on
    count += numbers[1] == 1 and (numbers[0] is not None or _says_one_of(page))
    count += any(_CLOSES.match(line.text.strip()) for line in previous.paper.lines[-8:])
    a, b = previous.text.pages[0], page.text.pages[0]
    count += abs(a.width - b.width) > 20 or abs(a.height - b.height) > 20
    count += (a.text_from is TextFrom.NATIVE) is not (b.text_from is TextFrom.NATIVE)
    prefixes = _bates(previous), _bates(page)
    count += bool(prefixes[0] and prefixes[1]) and prefixes[0] != prefixes[1]
    count += any(re.search(r"\bForm\s+[A-Z]?-?\d{2,4}", t) for t in rows[-2:])
    return count


def _numbers(page: _Page) -> int | None:
    """The page's printed number: "Page 2 of 3" anywhere, or a number alone at an edge."""
    rows = [line.text.strip() for line in page.text.lines if line.text.strip()]
    for text in rows:
        found = _PAGE_OF.search(text) if len(text) < 80 else None
        if found:
            return int(found[1])
    for text in (*rows[:4], *rows[-2:]):
        found = _PAGE_ALONE.fullmatch(text) if len(text) < 16 else None
        if found:
            return int(found[1])
    return None


def _says_one_of(page: _Page) -> bool:
    return any(_PAGE_OF.search(line.text[:200]) for line in page.text.lines)


def _bates(page: _Page) -> str:
    """The prefix of the page's production number."""
    for line in page.text.lines:
        if line.layer in (Layer.STAMP, Layer.FOOTER, Layer.HEADER):
            found = _BATES.fullmatch(line.text.strip()[:60])
            if found:
                return found[1]
    return ""


def _with_covers(pieces: Sequence[Piece], words: Sequence[str]) -> list[Piece]:
    """A letter of one page that says what it encloses, before a titled instrument, is a cover."""
    out: list[Piece] = []
    for i, piece in enumerate(pieces):
        follows = any(
            p.role is None and _is_titled(w)
            for p, w in zip(pieces[i + 1 :], words[i + 1 :], strict=True)
        )
        alone = piece.role is None and len(piece.pages) == 1
        if alone and follows and _is_letter_that_encloses(words[i]) and not _is_titled(words[i]):
            out.append(Piece(piece.pages, DocumentRole.COVER_LETTER))
        else:
            out.append(piece)
    return out


def _is_letter_that_encloses(words: str) -> bool:
    rows = words.split("\n")
    letter = any(is_date_line(t) for t in rows[:12]) or any(_CLOSES.match(t) for t in rows)
    return letter and _ENCLOSES.search(words.replace("\n", " ")) is not None


def _is_titled(words: str) -> bool:
    return any(_is_title(text) for text in words.split("\n")[:14])


def _is_title(text: str) -> bool:
    """Whether a line is an instrument's title in capitals; what stands in brackets is aside."""
    bare = _ASIDE.sub("", text).strip()
    return bool(_TITLE.match(bare)) and bare.isupper() and len(text) < 90
