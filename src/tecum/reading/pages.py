"""A PDF's pages → text, lines and boxes. Runs in the limited child (READING 2, 3, 4)."""

from __future__ import annotations

import base64
import ctypes
from array import array
from collections.abc import Mapping
from typing import Any

import pypdfium2_raw as pdfium  # type: ignore[import-untyped]

from tecum.reading import assemble, glyphs
from tecum.reading.furniture import gutter_words, is_page_number, is_stamp
from tecum.reading.glyphs import Frame, PageWord
from tecum.reading.layout import NO_BOX, Layer

__all__ = ["page_text", "read_pdf"]

_ERRORS = {4: "password_needed"}
_ready = False


def _start() -> None:
    global _ready  # noqa: PLW0603 - PDFium is one library per process
    if not _ready:
        pdfium.FPDF_InitLibrary()
        _ready = True


def read_pdf(data: bytes, wanted: Mapping[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
    """Read pages ``first`` up to ``last`` of a PDF.

    Args:
        data: The file.
        wanted: ``first`` and ``count`` of the pages, ``password``, and the caps.

    Returns:
        The answer as plain values, and the bytes of attachments.
    """
    _start()
    password = wanted.get("password")
    secret = password.encode() if password else None
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), secret)
    if not document:
        error = int(pdfium.FPDF_GetLastError())
        return {"outcome": _ERRORS.get(error, "damaged"), "error": error}, []
    pages = int(pdfium.FPDF_GetPageCount(document))
    first = int(wanted.get("first", 1))
    last = min(pages, first + int(wanted["pages_per_child"]) - 1)
    answer: dict[str, Any] = {"page_count": pages, "pages": [], "warnings": []}
    for n in range(first, last + 1):
        answer["pages"].append(_page(document, n, wanted))
    pdfium.FPDF_CloseDocument(document)
    return answer, []


def _page(document: Any, n: int, wanted: Mapping[str, Any]) -> dict[str, Any]:
    page = pdfium.FPDF_LoadPage(document, n - 1)
    if not page:
        return {"n": n, "lost": True, "unread": "damaged"}
    frame = glyphs.frame_of(page)
    text_page = pdfium.FPDFText_LoadPage(page)
    words: list[PageWord] = []
    capped = False
    if text_page:
        words, capped = glyphs.words_of(text_page, frame, int(wanted["glyphs_a_page"]))
        pdfium.FPDFText_ClosePage(text_page)
    inks = {address: glyphs.ink_of(address) for address in {w.owner for w in words} if address}
    for word in words:
        ink = inks.get(word.owner)
        if ink is not None:
            word.bold = ink.bold
            word.font = ink.font
            word.hidden = ink.mode == 3 or ink.clear
    answer = page_text(words, frame, assemble.Rules())
    letters = sum(len(w.text) for w in words if not w.hidden)
    objects = int(pdfium.FPDFPage_CountObjects(page))
    answer["text_from"] = "native" if letters else "none"
    if not letters and objects:
        answer["unread"] = "needs_ocr"
    answer.update(n=n, capped=capped, objects=objects)
    pdfium.FPDF_ClosePage(page)
    return answer


def page_text(words: list[PageWord], frame: Frame, rules: assemble.Rules) -> dict[str, Any]:
    """One page's stored text with its lines, layers and letter boxes."""
    width, height = frame.shown
    gutter = {id(w) for w in gutter_words(words, width, height)}
    body: list[PageWord] = []
    aside: list[tuple[Layer, PageWord]] = []
    for word in words:
        if word.hidden:
            aside.append((Layer.HIDDEN, word))
        elif not word.upright:
            aside.append((Layer.MARGIN, word))
        elif id(word) in gutter:
            aside.append((Layer.GUTTER, word))
        else:
            body.append(word)
    placed: list[tuple[Layer, assemble.Segment]] = []
    late: list[tuple[Layer, assemble.Segment]] = []
    segments = assemble.segments_of(body, rules)
    kept: list[assemble.Segment] = []
    for segment in segments:
        from_top = 1 - segment.box[1] / height
        from_bottom = segment.box[3] / height
        if is_stamp(segment.text, from_top, from_bottom):
            late.append((Layer.STAMP, segment))
        elif is_page_number(segment.text, from_top, from_bottom):
            layer = Layer.HEADER if from_top < from_bottom else Layer.FOOTER
            late.append((layer, segment))
        else:
            kept.append(segment)
    for segment in assemble.in_order(kept, rules):
        placed.append((Layer.MARGIN if segment.margin else Layer.BODY, segment))
    for layer in (Layer.GUTTER, Layer.MARGIN, Layer.HIDDEN):
        chosen = [word for which, word in aside if which is layer]
        late.extend((layer, s) for s in assemble.segments_of(chosen, assemble.Rules()))
    block = max((s.block for _, s in placed), default=0)
    for i, (_, segment) in enumerate(late, start=1):
        segment.block = block + i
    return _written([*placed, *late], frame)


def _written(placed: list[tuple[Layer, assemble.Segment]], frame: Frame) -> dict[str, Any]:
    """Write segments down as one text; every letter keeps its box."""
    text: list[str] = []
    boxes = array("i")
    gap = (NO_BOX,) * 4
    lines: list[list[Any]] = []
    at = 0
    previous = 0
    for layer, segment in placed:
        if lines:
            between = "\n" if segment.block == previous else "\n\n"
            text.append(between)
            boxes.extend(gap * len(between))
            at += len(between)
        start = at
        for i, word in enumerate(segment.words):
            if i:
                text.append(" ")
                boxes.extend(gap)
                at += 1
            text.append(word.text)
            for x0, y0, x1, y1 in word.letters:
                boxes.extend((round(x0 * 100), round(y0 * 100), round(x1 * 100), round(y1 * 100)))
            at += len(word.text)
        letters = [b for w in segment.words for b in w.letters]
        lines.append(
            [
                start,
                at,
                layer.value,
                [
                    round(min(b[0] for b in letters), 2),
                    round(min(b[1] for b in letters), 2),
                    round(max(b[2] for b in letters), 2),
                    round(max(b[3] for b in letters), 2),
                ],
                round(sorted(w.size for w in segment.words)[len(segment.words) // 2], 2),
                segment.bold,
                segment.block,
            ]
        )
        previous = segment.block
    return {
        "width": round(frame.width, 2),
        "height": round(frame.height, 2),
        "rotation": frame.rotation,
        "text": "".join(text),
        "lines": lines,
        "boxes": base64.b64encode(boxes.tobytes()).decode("ascii"),
    }
