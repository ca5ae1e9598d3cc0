"""Words that a PDF no longer shows but still holds: cropped away, or in an earlier revision.

Runs in the limited child; the words are compared here and never leave it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pypdfium2_raw as pdfium  # type: ignore[import-untyped]

from tecum.reading.pdf.concealed import DATE

__all__ = ["PageTexts", "letters_removed", "revisions", "settle_cropped"]

Rect = tuple[float, float, float, float]

_EOF = re.compile(rb"startxref\s{1,60}\d{1,12}\s{1,60}%%EOF")
_MOST_REVISIONS = 12
_MOST_PAGES = 200
_FEWEST_CROPPED = 4
_WORD = re.compile(r"[^\W_]+")


def settle_cropped(pages: Sequence[dict[str, Any]]) -> None:
    """Turn each page's cropped lines into counted places, and drop the words themselves.

    A sheet that was cut into two pages shows on one what it hides on the other; words that a
    page beside it shows are therefore not concealed.
    """
    if not any(page.get("cropped") or page.get("covered") for page in pages):
        for page in pages:
            page.pop("cropped", None)
            page.pop("covered", None)
        return
    shown = [Counter(_words_of(page.get("text", ""))) for page in pages]
    for i, page in enumerate(pages):
        cropped: list[tuple[str, Rect]] = page.pop("cropped", [])
        places = list(page.pop("covered", []))
        beside = shown[i] + Counter[str]()
        for k in (i - 1, i + 1):
            if 0 <= k < len(pages):
                beside |= shown[k]
        hidden: list[tuple[Rect, int]] = []
        for text, box in cropped:
            words = _words_of(text)
            lost = [word for word in words if word not in beside]
            if lost and 2 * len(lost) >= len(words) and not DATE.fullmatch(text.strip()):
                hidden.append((box, sum(map(len, words))))
        if sum(count for _, count in hidden) >= _FEWEST_CROPPED:
            places += hidden
        if places:
            page["failed"] = [[[round(v, 2) for v in box], count] for box, count in places]


def revisions(data: bytes) -> list[int]:
    """Where each revision of a file ends, the last one left out."""
    ends = [match.end() for match in _EOF.finditer(data)]
    first = 1 if b"/Linearized" in data[:2048] else 0
    return ends[first:-1][-_MOST_REVISIONS:]


class PageTexts:
    """The text of the pages of a file's revisions, taken once for all that compare them."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int], str] = {}

    def of(self, document: Any, end: int, index: int) -> str:
        """The text of a page of a revision that ends at ``end``; 0 stands for the last one."""
        key = (end, index)
        if key not in self._known:
            self._known[key] = _raw_text(document, index)
        return self._known[key]

    def lines(self, document: Any, end: int, index: int) -> str:
        """The same up to its first null, with line ends."""
        return self.of(document, end, index).split("\x00")[0].replace("\r", "\n")


def letters_removed(
    data: bytes,
    document: Any,
    load: Callable[[bytes], Any],
    texts: PageTexts,
) -> Mapping[int, int]:
    """Page → letters of words that an earlier revision shows there and the last does not.

    Words that only moved to another page, dates, and values of form fields are not counted:
    they were not taken away, or not by a redaction.

    Args:
        data: The file.
        document: Its last revision, loaded.
        load: Loads a revision; gives None where it cannot be opened.
        texts: Texts of pages that are already known.
    """
    ends = revisions(data)
    count = int(pdfium.FPDF_GetPageCount(document))
    if not ends or not 0 < count <= _MOST_PAGES:
        return {}
    shown = [texts.lines(document, 0, i) for i in range(count)]
    now = [Counter(_words_of(text)) for text in shown]
    everywhere: Counter[str] = sum(now, Counter())
    found: dict[int, int] = {}
    for end in ends:
        held = data[:end]  # PDFium reads from these bytes for as long as the document is open.
        before = load(held)
        if before is None:
            continue
        earlier = min(int(pdfium.FPDF_GetPageCount(before)), _MOST_PAGES)
        then = [texts.lines(before, end, i) for i in range(earlier)]
        pdfium.FPDF_CloseDocument(before)
        if then == shown[:earlier]:
            continue
        all_then: Counter[str] = sum((Counter(_words_of(text)) for text in then), Counter())
        gone_from_file = all_then - everywhere
        for i, text in enumerate(then):
            here = Counter(_words_of(_undated(text)))
            gone = here - now[i] if i < count else here
            # What left its page and is as often in the file as before has only moved.
            gone &= gone_from_file
            letters = sum(len(word) * n for word, n in gone.items())
            page = min(i + 1, count)
            if any(len(word) > 1 for word in gone):
                found[page] = max(found.get(page, 0), letters)
    return found


def _undated(text: str) -> str:
    return "\n".join("" if DATE.fullmatch(line.strip()) else line for line in text.split("\n"))


def _words_of(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _raw_text(document: Any, index: int) -> str:
    import ctypes

    page = pdfium.FPDF_LoadPage(document, index)
    text_page = pdfium.FPDFText_LoadPage(page) if page else None
    if not text_page:
        return ""
    count = max(int(pdfium.FPDFText_CountChars(text_page)), 0)
    buffer = (ctypes.c_ushort * (count + 1))()
    pdfium.FPDFText_GetText(text_page, 0, count, buffer)
    text = bytes(buffer).decode("utf-16-le", "replace")
    pdfium.FPDFText_ClosePage(text_page)
    pdfium.FPDF_ClosePage(page)
    return text
