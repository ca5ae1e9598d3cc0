"""A PDF's pages → text, lines and boxes. Runs in the limited child (READING 2, 3, 4).

Three readers stand behind each other: PDFium; PDFium over the copy that qpdf repairs; and
pypdf, which gives text without places. The parent asks for the next one where the one before
fails, each in a child of its own.
"""

from __future__ import annotations

import ctypes
import io
from collections.abc import Mapping
from functools import cache
from typing import Any

import pypdfium2_raw as pdfium  # type: ignore[import-untyped]
from pypdfium2_raw.version import PDFIUM_INFO  # type: ignore[import-untyped]

from tecum.reading.files.xfa import data_rows
from tecum.reading.pdf.after_signature import after_signature
from tecum.reading.pdf.letters import words_of
from tecum.reading.pdf.page import read_page
from tecum.reading.pdf.removed import PageTexts, letters_removed, settle_cropped
from tecum.reading.pdf.signatures import signatures_of
from tecum.reading.pdf.swollen import is_swollen
from tecum.reading.text.glyphs import frame_of
from tecum.reading.text.layout import Layer
from tecum.reading.text.plain import normalised, virtual_pages
from tecum.words import ReadingWarning

__all__ = ["opened", "read_pdf", "read_repaired", "read_second", "repaired_copy", "warm"]

_PASSWORD = 4
_SECURITY = 5
_EOF = b"%%EOF"
_TOO_LARGE = {"outcome": "too_large", "reason": "too_large", "pages": []}
_started: list[bool] = []


_SPECIMEN = b"""%PDF-1.4
1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents 4 0 R
/Resources <</Font <</F 5 0 R>>>>>> endobj
4 0 obj <</Length 31>> stream
BT /F 9 Tf 9 9 Td (Word) Tj ET
endstream endobj
5 0 obj <</Type /Font /Subtype /Type1 /BaseFont /Times-Roman>> endobj
trailer <</Root 1 0 R>>
"""


@cache
def warm(readable: tuple[str, ...]) -> None:
    """Have PDFium and its fonts ready before there is a document, for all who begin as a copy.

    What is read here is a page of our own with one word; nothing from outside.
    """
    document, _ = opened(_SPECIMEN, None)
    page = pdfium.FPDF_LoadPage(document, 0)
    text_page = pdfium.FPDFText_LoadPage(page)
    words_of(text_page, frame_of(page), 100)
    pdfium.FPDFText_ClosePage(text_page)
    pdfium.FPDF_ClosePage(page)
    pdfium.FPDF_CloseDocument(document)


def _start() -> None:
    if not _started:
        pdfium.FPDF_InitLibrary()
        _started.append(True)


def opened(data: bytes, password: str | None) -> tuple[Any, str]:
    """A PDFium document, or None and the outcome that says why not."""
    _start()
    secret = password.encode("utf-8") if password else None
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), secret)
    if document:
        return document, "read"
    locked = int(pdfium.FPDF_GetLastError()) in (_PASSWORD, _SECURITY)
    return None, "password_needed" if locked else "damaged"


def read_pdf(data: bytes, wanted: Mapping[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
    """Read the pages from ``first`` on, as many as one child may.

    Args:
        data: The file.
        wanted: ``first``, ``password``, and the limits.

    Returns:
        The answer as plain values, and the bytes of attachments.
    """
    if int(wanted["first"]) == 1 and is_swollen(data):
        return dict(_TOO_LARGE), []
    document, outcome = opened(data, wanted.get("password"))
    if document is None:
        return {"outcome": outcome, "reason": outcome, "pages": []}, []
    if pdfium.FPDF_GetFormType(document) == pdfium.FORMTYPE_XFA_FULL:
        return _dynamic_form(data, wanted), []
    info = pdfium.FPDF_FORMFILLINFO()
    info.version = 2
    form = pdfium.FPDFDOC_InitFormFillEnvironment(document, ctypes.byref(info))
    # Drawing the fields into the pages, as a viewer shows them, takes the signatures away.
    signatures = signatures_of(document, len(data))
    count = int(pdfium.FPDF_GetPageCount(document))
    first = int(wanted["first"])
    last = min(count, int(wanted["pages"]), first + int(wanted["pages_per_child"]) - 1)
    pages = [read_page(document, form, n, wanted) for n in range(first, last + 1)]
    settle_cropped(pages)
    texts = PageTexts()
    removed = letters_removed(data, document, lambda d: opened(d, wanted.get("password"))[0], texts)
    for page in pages:
        if removed.get(page["n"]):
            page.setdefault("failed", []).append([None, removed[page["n"]]])
    answer: dict[str, Any] = {
        "page_count": count,
        "pages": pages,
        "fields": [field for page in pages for field in page.pop("fields", ())],
        "warnings": [],
        "engines": {"pdfium": str(PDFIUM_INFO)},
    }
    blobs: list[bytes] = []
    if first == 1:
        answer["warnings"], answer["hints"] = _about(document)
        if signatures:
            answer["hints"]["signatures"] = signatures
            since = after_signature(data, lambda d: opened(d, wanted.get("password"))[0])
            if since is not None:
                answer["hints"]["after_signature"] = since
        answer["children"] = _attachments(document, blobs, int(wanted["parts"]))
        if any(not blobs[child["blob"]] for child in answer["children"]):
            answer["warnings"].append(ReadingWarning.PART_DAMAGED)
        if _changed(data, document, count, texts):
            answer["warnings"].append(ReadingWarning.CHANGED_AFTER_CREATION)
    if any(f["conflict"] for f in answer["fields"]):
        answer["warnings"].append(ReadingWarning.FIELD_CONFLICT)
    if any(page.get("failed") for page in pages):
        answer["warnings"].append(ReadingWarning.FAILED_REDACTION)
    return answer, blobs


def _dynamic_form(data: bytes, wanted: Mapping[str, Any]) -> dict[str, Any]:
    """A form without pages of its own: what was typed into it, apart from every value."""
    rows = data_rows(data, wanted.get("password"))
    pages = virtual_pages(((row, Layer.HIDDEN) for row in rows), len(rows) + 1) if rows else []
    for page in pages:
        page["hidden"] = True
    return {"outcome": "dynamic_form", "reason": "dynamic_form", "pages": pages}


def _about(document: Any) -> tuple[list[str], dict[str, Any]]:
    """Warnings about the file as a whole, and hints that are never values."""
    warnings: list[str] = []
    hints: dict[str, Any] = {}
    if pdfium.FPDF_GetSecurityHandlerRevision(document) >= 0:
        warnings.append(ReadingWarning.PROTECTED)
        hints["permissions"] = int(pdfium.FPDF_GetDocUserPermissions(document)) & 0xFFFFFFFF
    if pdfium.FPDFDoc_GetJavaScriptActionCount(document) > 0:
        warnings.append(ReadingWarning.PROGRAM_INSIDE)
    for key in (b"Title", b"Producer", b"CreationDate", b"ModDate"):
        length = min(int(pdfium.FPDF_GetMetaText(document, key, None, 0)), 2000)
        if length > 2:
            buffer = ctypes.create_string_buffer(length)
            pdfium.FPDF_GetMetaText(document, key, buffer, length)
            text = buffer.raw[: length - length % 2].decode("utf-16-le", "replace")
            hints[key.decode().lower()] = text.split("\x00")[0]
    return warnings, hints


def _attachments(document: Any, blobs: list[bytes], most: int) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for i in range(min(int(pdfium.FPDFDoc_GetAttachmentCount(document)), most)):
        attachment = pdfium.FPDFDoc_GetAttachment(document, i)
        if not attachment:
            continue
        size = ctypes.c_ulong()
        content = b""
        if pdfium.FPDFAttachment_GetFile(attachment, None, 0, ctypes.byref(size)) and size.value:
            buffer = ctypes.create_string_buffer(size.value)
            if pdfium.FPDFAttachment_GetFile(attachment, buffer, size.value, ctypes.byref(size)):
                content = buffer.raw[: size.value]
        name = ctypes.create_string_buffer(2 * 256)
        wide = ctypes.cast(name, ctypes.POINTER(ctypes.c_ushort))
        length = min(int(pdfium.FPDFAttachment_GetName(attachment, wide, 512)), 512)
        title = name.raw[: length - length % 2].decode("utf-16-le", "replace").split("\x00")[0]
        found.append({"name": title, "role": "attachment", "declared": "", "blob": len(blobs)})
        blobs.append(content)
    return found


def _changed(data: bytes, document: Any, pages: int, texts: PageTexts) -> bool:
    """Whether an earlier revision of the file held other words on its pages."""
    ends = data.count(_EOF)
    first = 2 if b"/Linearized" in data[:2048] else 1
    if ends <= first or ends > 50 or pages > 50:
        return False
    at = -1
    for _ in range(first):
        at = data.find(_EOF, at + 1)
    end = at + len(_EOF)
    held = data[:end]  # PDFium reads from these bytes until the document is closed.
    before, _ = opened(held, None)
    if before is None:
        return False
    count = int(pdfium.FPDF_GetPageCount(before))
    both = ((texts.of(before, end, n), texts.of(document, 0, n)) for n in range(min(count, pages)))
    differs = any(then != now and _letters(then) != _letters(now) for then, now in both)
    pdfium.FPDF_CloseDocument(before)
    return differs


def _letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


def repaired_copy(data: bytes, password: str | None) -> bytes | None:
    """The copy that qpdf makes of a damaged file, or None where it cannot make one.

    Raises:
        pikepdf.PasswordError: The content is locked.
    """
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(data), password=password or "") as document:
            copy = io.BytesIO()
            document.save(copy, encryption=False)
    except pikepdf.PasswordError:
        raise
    except (pikepdf.PdfError, ValueError, RuntimeError, OSError, TypeError, KeyError):
        return None
    return copy.getvalue()


def read_repaired(data: bytes, wanted: Mapping[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
    """Read the copy that qpdf makes of a damaged file."""
    import pikepdf

    try:
        copy = repaired_copy(data, wanted.get("password"))
    except pikepdf.PasswordError:
        return {"outcome": "password_needed", "reason": "password_needed", "pages": []}, []
    if copy is None:
        return {"outcome": "damaged", "reason": "damaged", "pages": []}, []
    answer, blobs = read_pdf(copy, wanted)
    answer.setdefault("warnings", []).append(ReadingWarning.REPAIRED)
    return answer, blobs


def read_second(data: bytes, wanted: Mapping[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
    """Text without places, page by page, from the reader that shares nothing with the first."""
    import pypdf
    from pypdf.errors import PyPdfError

    rows: list[str] = []
    try:
        reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(wanted.get("password") or ""):
            return {"outcome": "password_needed", "reason": "password_needed", "pages": []}, []
        for leaf in reader.pages[: int(wanted["pages"])]:
            rows.append(normalised(leaf.extract_text()).replace("\f", " "))
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, OSError):
        return {"outcome": "damaged", "reason": "damaged", "pages": []}, []
    pages: list[dict[str, Any]] = []
    for n, text in enumerate(rows, start=1):
        lines = ((line, Layer.BODY) for line in text.split("\n"))
        page = virtual_pages(lines, len(text) + 1)[0]
        page["n"] = n
        if not text.strip():
            page.update(unread="unreadable", text_from="none")
        pages.append(page)
    return {
        "pages": pages,
        "page_count": len(pages),
        "warnings": [ReadingWarning.SECOND_READER],
    }, []
