"""One PDF page → words with a box for every letter, as PDFium sees them.

Runs in the limited child. PDFium's raw functions are used without its convenience layer:
loading that layer costs more than opening a short document.
"""

from __future__ import annotations

import ctypes
from array import array
from dataclasses import dataclass, field
from typing import Any

import pypdfium2_raw as pdfium  # type: ignore[import-untyped]

__all__ = ["Frame", "Ink", "PageWord", "frame_of", "ink_of", "words_of"]


_LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
_BREAKS = frozenset(" \t\r\n\f\v\u00a0\u2002\u2003\u2009\u200b\u3000\x00\ufeff")
_HYPHENS = frozenset("\ufffe\u0002\u00ad")


@dataclass(frozen=True, slots=True)
class Frame:
    """A page's media box and how it is turned for display."""

    left: float
    bottom: float
    width: float
    height: float
    rotation: int
    crop: tuple[float, float, float, float]

    @property
    def shown(self) -> tuple[float, float]:
        """Width and height as displayed."""
        if self.rotation in (90, 270):
            return self.height, self.width
        return self.width, self.height

    def turn(self, box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
        """A box of the unrotated page as it lies on the displayed page."""
        x0, y0, x1, y1 = box
        if self.rotation == 90:
            return y0, self.width - x1, y1, self.width - x0
        if self.rotation == 180:
            return self.width - x1, self.height - y1, self.width - x0, self.height - y0
        if self.rotation == 270:
            return self.height - y1, x0, self.height - y0, x1
        return box


@dataclass(slots=True)
class PageWord:
    """Letters without a gap between them; ``box`` is on the displayed page."""

    text: str
    box: tuple[float, float, float, float]
    letters: list[tuple[float, float, float, float]]
    size: float
    owner: int = 0
    upright: bool = True
    hidden: bool = False
    pale: bool = False
    bold: bool = False
    font: str = ""


@dataclass(slots=True)
class Ink:
    """How the text object of an address is drawn."""

    z: int = -1
    mode: int = 0
    white: bool = False
    clear: bool = False
    bold: bool = False
    size: float = 0.0
    font: str = ""


@dataclass(slots=True)
class _Run:
    text: list[str] = field(default_factory=list)
    letters: list[tuple[float, float, float, float]] = field(default_factory=list)
    owner: int = 0
    downward: int = 0


def _with_address(name: str) -> Any:
    """PDFium's function of this name, giving addresses as numbers (cheap to compare)."""
    original = getattr(pdfium, name)
    kind = ctypes.CFUNCTYPE(ctypes.c_void_p, *original.argtypes)
    return kind(ctypes.cast(original, ctypes.c_void_p).value or 0)


_text_object = _with_address("FPDFText_GetTextObject")


def frame_of(page: Any) -> Frame:
    """The media box, crop box and rotation of a page; a broken box falls back to what is shown."""
    media = _box(pdfium.FPDFPage_GetMediaBox, page)
    rotation = (pdfium.FPDFPage_GetRotation(page) % 4) * 90
    if media is None:
        width = float(pdfium.FPDF_GetPageWidthF(page)) or 612.0
        height = float(pdfium.FPDF_GetPageHeightF(page)) or 792.0
        if rotation in (90, 270):
            width, height = height, width
        media = (0.0, 0.0, width, height)
    crop = _box(pdfium.FPDFPage_GetCropBox, page) or media
    left, bottom, right, top = media
    return Frame(
        left,
        bottom,
        right - left,
        top - bottom,
        rotation,
        (crop[0] - left, crop[1] - bottom, crop[2] - left, crop[3] - bottom),
    )


def _box(function: Any, page: Any) -> tuple[float, float, float, float] | None:
    values = [ctypes.c_float() for _ in range(4)]
    if not function(page, *(ctypes.byref(value) for value in values)):
        return None
    a, b, c, d = (value.value for value in values)
    box = (min(a, c), min(b, d), max(a, c), max(b, d))
    usable = all(abs(v) < 1e6 for v in box) and box[2] - box[0] > 1 and box[3] - box[1] > 1
    return box if usable else None


def words_of(text_page: Any, frame: Frame, most: int) -> tuple[list[PageWord], bool]:
    """The page's words in the order of the file, and whether the cap on glyphs was hit."""
    count = pdfium.FPDFText_CountChars(text_page)
    capped = count > most
    count = max(0, min(count, most))
    characters = _characters(text_page, count)
    rect = pdfium.FS_RECTF()
    pointer = ctypes.byref(rect)
    loose = pdfium.FPDFText_GetLooseCharBox
    left0, bottom0 = frame.left, frame.bottom
    words: list[PageWord] = []
    run: _Run | None = None
    pl = pb = pr = pt = 0.0
    for i, character in enumerate(characters):
        if character in _BREAKS:
            if run is not None:
                words.append(_finish(run, frame))
                run = None
            continue
        if not loose(text_page, i, pointer):
            continue
        le, bo, ri, to = (
            rect.left - left0,
            rect.bottom - bottom0,
            rect.right - left0,
            rect.top - bottom0,
        )
        if run is not None:
            joined = _joins(frame.rotation, (pl, pb, pr, pt), (le, bo, ri, to))
            if joined == 0:
                words.append(_finish(run, frame))
                run = None
            elif joined == 2:
                run.downward += 1
        if run is None:
            run = _Run(owner=_text_object(text_page, i) or 0)
        _add(run, character, (le, bo, ri, to))
        pl, pb, pr, pt = le, bo, ri, to
    if run is not None:
        words.append(_finish(run, frame))
    return words, capped


def _characters(text_page: Any, count: int) -> list[str]:
    """One string a character. The bulk call is used where it keeps the count one to one."""
    buffer = array("H", bytes(2 * (count + 1)))
    address = (ctypes.c_ushort * (count + 1)).from_buffer(buffer)
    written = pdfium.FPDFText_GetText(text_page, 0, count, address)
    if written == count + 1:
        text = bytes(buffer)[: 2 * count].decode("utf-16-le", "surrogatepass")
        if len(text) == count:
            return list(text)
    get = pdfium.FPDFText_GetUnicode
    codes = (get(text_page, i) for i in range(count))
    return [chr(c) if c < 0x110000 and not 0xD800 <= c < 0xE000 else "\ufffd" for c in codes]


def _joins(
    rotation: int,
    a: tuple[float, float, float, float],
    b: tuple[float, float, float, float],
) -> int:
    """1 where a letter goes on beside the one before, 2 above or below it, 0 where it does not."""
    along = _beside(a, b)
    across = _stacked(a, b)
    if rotation in (90, 270):
        along, across = across, along
    return 1 if along else 2 if across else 0


def _beside(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    height = max(a[3] - a[1], b[3] - b[1], 0.1)
    if abs(a[1] - b[1]) > 0.6 * height:
        return False
    gap = b[0] - a[2] if b[0] >= a[0] else a[0] - b[2]
    return -0.7 * height <= gap <= 0.3 * height


def _stacked(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    width = max(a[2] - a[0], b[2] - b[0], 0.1)
    if abs(a[0] - b[0]) > 0.6 * width:
        return False
    gap = b[1] - a[3] if b[1] >= a[1] else a[1] - b[3]
    return -0.7 * width <= gap <= 0.3 * width


def _add(run: _Run, character: str, box: tuple[float, float, float, float]) -> None:
    if character in _HYPHENS:
        character = "-"
    expanded = _LIGATURES.get(character)
    if expanded is None:
        run.text.append(character)
        run.letters.append(box)
        return
    step = (box[2] - box[0]) / len(expanded)
    for i, letter in enumerate(expanded):
        run.text.append(letter)
        run.letters.append((box[0] + i * step, box[1], box[0] + (i + 1) * step, box[3]))


def _finish(run: _Run, frame: Frame) -> PageWord:
    letters = run.letters
    box = frame.turn(
        (
            min([b[0] for b in letters]),
            min([b[1] for b in letters]),
            max([b[2] for b in letters]),
            max([b[3] for b in letters]),
        )
    )
    upright = run.downward * 2 < len(letters)
    size = box[3] - box[1] if upright else box[2] - box[0]
    return PageWord("".join(run.text), box, letters, size, run.owner, upright)


def ink_of(address: int) -> Ink:
    """How a text object is painted: mode, colour, weight, size."""
    pointer = ctypes.cast(address, pdfium.FPDF_PAGEOBJECT)
    ink = Ink(mode=int(pdfium.FPDFTextObj_GetTextRenderMode(pointer)))
    colour = [ctypes.c_uint() for _ in range(4)]
    if pdfium.FPDFPageObj_GetFillColor(pointer, *(ctypes.byref(c) for c in colour)):
        red, green, blue, alpha = (c.value for c in colour)
        ink.white = min(red, green, blue) >= 245
        ink.clear = alpha <= 8
    size = ctypes.c_float()
    if pdfium.FPDFTextObj_GetFontSize(pointer, ctypes.byref(size)):
        ink.size = size.value
    font = pdfium.FPDFTextObj_GetFont(pointer)
    if font:
        ink.bold = int(pdfium.FPDFFont_GetWeight(font)) >= 600
        ink.font = _font_name(font)
        ink.bold = ink.bold or "bold" in ink.font.lower()
    return ink


def _font_name(font: Any) -> str:
    buffer = ctypes.create_string_buffer(128)
    length = pdfium.FPDFFont_GetBaseFontName(font, buffer, 128)
    return buffer.raw[: max(0, min(length, 128) - 1)].decode("latin-1")
