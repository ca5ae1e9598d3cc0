"""Words that a PDF took on after it was signed: what the signature does not speak for (READING 3).

A signature covers the bytes up to the end of one revision. What an incremental update adds or
changes behind them is shown by every viewer as if it had been there. The revision that was
signed is opened again and its words are compared, page by page, with those that are shown now,
those of fields and notes included. Runs in the limited child; whether a signature is valid is
not judged here.
"""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pypdfium2_raw as pdfium  # type: ignore[import-untyped]

from tecum.reading.pdf.signatures import signed_ends

__all__ = ["after_signature"]

_MOST_PAGES = 200
_MOST_ROWS = 60
_MOST_NOTES = 2_000
_LONGEST = 300
_WORD = re.compile(r"[^\W_]+")


def after_signature(data: bytes, load: Callable[[bytes], Any]) -> dict[str, Any] | None:
    """The lines that were added or changed after the last signature, and words taken away.

    Args:
        data: The file.
        load: Loads a revision; gives None where it cannot be opened.

    Returns:
        None where nothing follows what was signed, or no word differs. Else ``rows`` of ``page``
        and ``text``, ``removed`` letters by page, and ``known``: False where the signed revision
        cannot be opened by itself, so that what was added cannot be told.
    """
    now = load(data)
    if now is None:
        return None
    end = max(signed_ends(now), default=0)
    if not 0 < end < len(data) - 2:
        pdfium.FPDF_CloseDocument(now)
        return None
    held = data[:end]  # PDFium reads from these bytes for as long as the document is open.
    then = load(held)
    if then is None:
        pdfium.FPDF_CloseDocument(now)
        return {"rows": [], "removed": {}, "known": False}
    before, after = _said(then), _said(now)
    pdfium.FPDF_CloseDocument(then)
    pdfium.FPDF_CloseDocument(now)
    rows = list(_added(before, after))[:_MOST_ROWS]
    removed = _removed(before, after)
    return {"rows": rows, "removed": removed, "known": True} if rows or removed else None


def _said(document: Any) -> list[list[str]]:
    """The lines of each page: its text, then what its fields and notes hold."""
    info = pdfium.FPDF_FORMFILLINFO()
    info.version = 2
    form = pdfium.FPDFDOC_InitFormFillEnvironment(document, ctypes.byref(info))
    pages = min(int(pdfium.FPDF_GetPageCount(document)), _MOST_PAGES)
    found = []
    for n in range(pages):
        page = pdfium.FPDF_LoadPage(document, n)
        found.append([*_text_lines(page), *_of_annotations(form, page)] if page else [])
        if page:
            pdfium.FPDF_ClosePage(page)
    if form:
        pdfium.FPDFDOC_ExitFormFillEnvironment(form)
    return found


def _text_lines(page: Any) -> list[str]:
    text = pdfium.FPDFText_LoadPage(page)
    if not text:
        return []
    count = max(int(pdfium.FPDFText_CountChars(text)), 0)
    buffer = (ctypes.c_ushort * (count + 1))()
    pdfium.FPDFText_GetText(text, 0, count, buffer)
    pdfium.FPDFText_ClosePage(text)
    said = bytes(buffer).decode("utf-16-le", "replace").split("\x00")[0]
    return [line.strip() for line in said.splitlines() if line.strip()]


def _of_annotations(form: Any, page: Any) -> Iterator[str]:
    for i in range(min(int(pdfium.FPDFPage_GetAnnotCount(page)), _MOST_NOTES)):
        annotation = pdfium.FPDFPage_GetAnnot(page, i)
        if not annotation:
            continue
        kind = pdfium.FPDFAnnot_GetSubtype(annotation)
        if kind == pdfium.FPDF_ANNOT_WIDGET and form:
            said = _wide(pdfium.FPDFAnnot_GetFormFieldValue, form, annotation)
        else:
            said = _wide(pdfium.FPDFAnnot_GetStringValue, annotation, b"Contents")
        pdfium.FPDFPage_CloseAnnot(annotation)
        yield from (line.strip() for line in said.splitlines() if line.strip())


def _wide(function: Any, *arguments: Any) -> str:
    length = min(int(function(*arguments, None, 0)), 100_000)
    if length <= 2:
        return ""
    buffer = ctypes.create_string_buffer(length)
    function(*arguments, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), length)
    return buffer.raw[: length - length % 2].decode("utf-16-le", "replace").split("\x00")[0]


def _words(lines: list[str]) -> Counter[str]:
    return Counter(word for line in lines for word in _WORD.findall(line.casefold()))


def _added(before: list[list[str]], after: list[list[str]]) -> Iterator[dict[str, Any]]:
    """Lines with a word that the signed revision did not hold on that page, or so often."""
    for n, lines in enumerate(after):
        known = set(before[n]) if n < len(before) else set()
        left = _words(before[n]) if n < len(before) else Counter[str]()
        changed = [line for line in lines if line not in known]
        left -= _words([line for line in lines if line in known])
        for line in changed:
            words = Counter(_WORD.findall(line.casefold()))
            new = words - left
            left -= words
            if new:
                yield {"page": n + 1, "text": line[:_LONGEST]}


def _removed(before: list[list[str]], after: list[list[str]]) -> dict[str, int]:
    """Page → letters of words that stood there when it was signed and stand nowhere now."""
    everywhere = _words([line for lines in after for line in lines])
    gone_from_file = _words([line for lines in before for line in lines]) - everywhere
    found: dict[str, int] = {}
    for n, lines in enumerate(before):
        gone = _words(lines) & gone_from_file
        letters = sum(len(word) * count for word, count in gone.items())
        if letters:
            found[str(min(n + 1, max(len(after), 1)))] = letters
    return found
