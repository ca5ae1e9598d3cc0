"""Letters of a PDF page that a flat box, a mark or the crop conceals. Runs in the limited child.

Here the letters are found that may be concealed; :mod:`tecum.reading.pdf.concealed` looks at each.
"""

from __future__ import annotations

import ctypes
import re
from array import array
from collections.abc import Sequence
from typing import Any

import pypdfium2_raw as pdfium  # type: ignore[import-untyped]

from tecum.reading.pdf.concealed import (
    WORD_IN_A_SCAN,
    Concealed,
    Letter,
    Look,
    Rect,
    box_of,
    holds,
    keep,
    middle,
    touch,
    union,
)
from tecum.reading.pdf.drawn import Drawing, Shape
from tecum.reading.text.glyphs import Frame, PageWord

__all__ = ["Concealed", "cut_out", "draw_missing_appearances", "find_concealed", "redaction_marks"]

Colour = tuple[int, int, int]

_NEAR = 40
_SMALL_PICTURE = 100
_MOST_PAIRS = 3_000_000

_PRINTERS_MARK = re.compile(
    r"verdate|\bjkt\b|\bfrm\s?\d|\bfmt\s?\d|\bsfmt\b|\bpo\s?0{3}|\.(?:indd|qxd|qxp|ai|eps|pdf|ps|fm|docx?)\b"
    r"|\bcyan\b|\bmagenta\b|\byellow\b|\bpantone\b|\bcmyk\b|\bproof\b|\bslug\b|\bbleed\b|\btrim\b"
    r"|\b\d{1,2}:\d{2}(?::\d{2})?\s?(?:[ap]\.?m\b)?",
    re.IGNORECASE,
)

_P, _I = ctypes.c_void_p, ctypes.c_int


def _function(name: str, result: Any, *arguments: Any) -> Any:
    address = ctypes.cast(getattr(pdfium, name), ctypes.c_void_p).value
    return ctypes.CFUNCTYPE(result, *arguments)(address or 0)


_fill = _function("FPDFPageObj_GetFillColor", _I, _P, _P, _P, _P, _P)


def draw_missing_appearances(page: Any) -> None:
    """Have marks without an appearance of their own drawn, as every viewer draws them."""
    bitmap = pdfium.FPDFBitmap_CreateEx(4, 4, pdfium.FPDFBitmap_Gray, None, 0)
    if bitmap:
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, 4, 4, 0, pdfium.FPDF_ANNOT)
        pdfium.FPDFBitmap_Destroy(bitmap)


def redaction_marks(page: Any, frame: Frame) -> list[Rect]:
    """Places that somebody marked for redaction without carrying it out."""
    found: list[Rect] = []
    for i in range(min(int(pdfium.FPDFPage_GetAnnotCount(page)), 5000)):
        annotation = pdfium.FPDFPage_GetAnnot(page, i)
        if not annotation:
            continue
        if pdfium.FPDFAnnot_GetSubtype(annotation) == pdfium.FPDF_ANNOT_REDACT:
            found += _quads(annotation, frame)
        pdfium.FPDFPage_CloseAnnot(annotation)
    return found


def _quads(annotation: Any, frame: Frame) -> list[Rect]:
    found: list[Rect] = []
    quad = pdfium.FS_QUADPOINTSF()
    for i in range(min(int(pdfium.FPDFAnnot_CountAttachmentPoints(annotation)), 500)):
        if pdfium.FPDFAnnot_GetAttachmentPoints(annotation, i, ctypes.byref(quad)):
            xs = (quad.x1, quad.x2, quad.x3, quad.x4)
            ys = (quad.y1, quad.y2, quad.y3, quad.y4)
            found.append((min(xs), min(ys), max(xs), max(ys)))
    rect = pdfium.FS_RECTF()
    if not found and pdfium.FPDFAnnot_GetRect(annotation, ctypes.byref(rect)):
        x0, x1 = sorted((rect.left, rect.right))
        y0, y1 = sorted((rect.bottom, rect.top))
        found.append((x0, y0, x1, y1))
    return [
        (x0 - frame.left, y0 - frame.bottom, x1 - frame.left, y1 - frame.bottom)
        for x0, y0, x1, y1 in found
    ]


def find_concealed(
    page: Any,
    words: Sequence[PageWord],
    drawing: Drawing,
    frame: Frame,
    *,
    marks: Sequence[Rect] = (),
    widgets: Sequence[Rect] = (),
) -> Concealed:
    """Find the letters that are in the file and not to be seen under a box, a mark, the crop.

    Args:
        page: The loaded page, with the appearances of its marks drawn in.
        words: Its words.
        drawing: What is drawn on it.
        frame: Its boxes and rotation.
        marks: Places marked for redaction.
        widgets: Places of form fields, whose own backgrounds conceal nothing.
    """
    found = Concealed()
    shown = _shown_part(frame)
    _find_cropped(words, shown, frame, found)
    _find_marked(words, marks, found)
    letters = _candidates(words, drawing, shown)
    scanned = _in_scans(words, drawing)
    if letters or scanned:
        Look(page, words, drawing, frame, shown).judge(letters, scanned, widgets, found)
    return found


def cut_out(words: list[PageWord], found: Concealed) -> list[PageWord]:
    """The words without what is concealed; what is left of a word stays where it is."""
    kept: list[PageWord] = []
    for number, word in enumerate(words):
        gone = found.letters.get(number)
        if not gone:
            kept.append(word)
            continue
        start = 0
        for at in range(len(word.text) + 1):
            if at == len(word.text) or at in gone:
                if at > start:
                    kept.append(_piece(word, start, at))
                start = at + 1
    return kept


def _piece(word: PageWord, start: int, end: int) -> PageWord:
    letters = word.letters[4 * start : 4 * end]
    place = union(tuple(letters[i : i + 4]) for i in range(0, len(letters), 4))
    across = word.box[2] - word.box[0]
    low, high = start / len(word.text), end / len(word.text)
    box = (word.box[0] + across * low, word.box[1], word.box[0] + across * high, word.box[3])
    return PageWord(
        word.text[start:end], box, place, array("f", letters), word.size, word.owner,
        word.upright, word.hidden, word.pale, word.bold, word.font,
    )  # fmt: skip


def _shown_part(frame: Frame) -> Rect:
    x0, y0, x1, y1 = frame.crop
    shown = (max(x0, 0.0), max(y0, 0.0), min(x1, frame.width), min(y1, frame.height))
    whole = (0.0, 0.0, frame.width, frame.height)
    return shown if shown[2] - shown[0] > 1 and shown[3] - shown[1] > 1 else whole


def _find_cropped(words: Sequence[PageWord], shown: Rect, frame: Frame, found: Concealed) -> None:
    """Lines of the media box that the crop box leaves out; printers' marks are not hidden words."""
    if shown == (0.0, 0.0, frame.width, frame.height):
        return  # nothing on the paper is cropped
    rows: dict[int, list[int]] = {}
    for number, word in enumerate(words):
        x, y = middle(word.place)
        on_paper = -1 <= x <= frame.width + 1 and -1 <= y <= frame.height + 1
        if on_paper and not holds(shown, x, y, 1.0):
            rows.setdefault(round(y / 4), []).append(number)
    for numbers in rows.values():
        text = " ".join(words[i].text for i in numbers)
        if _PRINTERS_MARK.search(text):
            continue
        found.cropped.append((text, union(words[i].place for i in numbers)))
        for i in numbers:
            found.letters[i] = set(range(len(words[i].text)))


def _find_marked(words: Sequence[PageWord], marks: Sequence[Rect], found: Concealed) -> None:
    for mark in marks:
        inside: dict[int, set[int]] = {}
        for number, word in enumerate(words):
            if not touch(word.place, mark):
                continue
            at = {i for i in range(len(word.text)) if holds(mark, *middle(box_of(word, i)))}
            if at:
                inside[number] = at
        keep(words, inside, found)


def _candidates(words: Sequence[PageWord], drawing: Drawing, shown: Rect) -> list[Letter]:
    """Letters under a later shape, or on an earlier one of their own colour."""
    if not drawing.shapes:
        return []
    rows: dict[int, list[int]] = {}
    for number, word in enumerate(words):
        if any(c.isalnum() for c in word.text) and touch(word.place, shown):
            for row in range(int(word.place[1] // 20), int(word.place[3] // 20) + 1):
                rows.setdefault(row, []).append(number)
    letters: dict[tuple[int, int], Letter] = {}
    colours: dict[int, Colour | None] = {}
    left = _MOST_PAIRS
    for shape in drawing.shapes:
        low, high = int(max(shape.box[1], -1e4) // 20), int(min(shape.box[3], 1e5) // 20)
        span = range(low, high + 1) if high - low < len(rows) else sorted(rows)
        near = dict.fromkeys(n for row in span for n in rows.get(row, ()))
        left -= len(near)
        if left < 0:
            break
        for number in near:
            word = words[number]
            if not touch(word.place, shape.box):
                continue
            later = shape.z > drawing.order.get(word.owner, 1 << 30)
            if later or _same_ink(word, shape, colours):
                _note_letters(letters, number, word, shape, later=later)
    return list(letters.values())


def _same_ink(word: PageWord, shape: Shape, colours: dict[int, Colour | None]) -> bool:
    """Whether a word on a shape may have the shape's own colour; on white that hides nothing."""
    if word.hidden or not word.owner:
        return False
    if shape.colour is None:
        return shape.is_picture and shape.box[3] - shape.box[1] <= _SMALL_PICTURE
    if min(shape.colour) >= 245:
        return False
    if word.owner not in colours:
        colours[word.owner] = _colour_of(word.owner)
    ink = colours[word.owner]
    return ink is not None and all(
        abs(a - b) <= _NEAR for a, b in zip(ink, shape.colour, strict=True)
    )


def _colour_of(thing: int) -> Colour | None:
    values = (ctypes.c_uint * 4)()
    base = ctypes.addressof(values)
    if not _fill(thing, base, base + 4, base + 8, base + 12):
        return None
    return values[0], values[1], values[2]


def _note_letters(
    letters: dict[tuple[int, int], Letter],
    number: int,
    word: PageWord,
    shape: Shape,
    *,
    later: bool,
) -> None:
    for at, character in enumerate(word.text):
        box = box_of(word, at)
        if character.isspace() or not holds(shape.box, *middle(box)):
            continue
        letter = letters.setdefault((number, at), Letter(number, at, box))
        (letter.over if later else letter.under).append(shape)


def _in_scans(words: Sequence[PageWord], drawing: Drawing) -> list[int]:
    """Words that nobody draws, over a picture: what a recogniser saw before a box was painted."""
    pictures = drawing.pictures
    return [
        number
        for number, word in enumerate(words)
        if word.hidden
        and sum(map(str.isalnum, word.text)) >= WORD_IN_A_SCAN
        and any(holds(p, *middle(word.place)) for p in pictures)
    ]
