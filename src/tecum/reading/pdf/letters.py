"""One PDF page → words with a box for every letter, as PDFium sees them.

Runs in the limited child. A page has thousands of letters, so that PDFium's functions are
called as cheaply as can be, and nothing is made or asked twice for each of them.
"""

from __future__ import annotations

import ctypes
import re
import sys
from array import array
from collections.abc import Iterator
from itertools import repeat
from typing import Any, NamedTuple

import pypdfium2_raw as pdfium  # type: ignore[import-untyped]

from tecum.reading.text.glyphs import Frame, PageWord

__all__ = ["words_of"]

_FAR = 20_000.0
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
_RUN = re.compile(f"[^{re.escape(''.join(sorted(_BREAKS)))}]+")
_HYPHENS = frozenset("\ufffe\u00ad")


class Ink(NamedTuple):
    """How the text object of an address is drawn."""

    unseen: bool
    white: bool
    bold: bool
    font: str


def _function(name: str, result: Any = ctypes.c_int) -> Any:
    """PDFium's function of this name for the cheapest call that there is.

    Addresses must be handed over as :data:`_at` makes them: nothing is converted on the way.
    """
    address = ctypes.cast(getattr(pdfium, name), ctypes.c_void_p).value
    return ctypes.PYFUNCTYPE(result)(address or 0)


_at = ctypes.c_void_p.from_param
_loose_box = _function("FPDFText_GetLooseCharBox")
_text_object = _function("FPDFText_GetTextObject", ctypes.c_void_p)

_BLOCK = 1024
_boxes = (ctypes.c_float * (4 * _BLOCK))()
_places = [_at(ctypes.addressof(_boxes) + 16 * i) for i in range(_BLOCK)]
_FAR_TOPS = bytes([*range(0x46, 0x80), *range(0xC6, 0x100)])
"""The highest bytes of numbers beyond 8,192 either way, and of what is no number."""
_NEAR_TOPS = bytes(sorted({*range(0x100)} - {*_FAR_TOPS}))
_HIGHEST = 3 if sys.byteorder == "little" else 0
_CLOSE = 0.9
_LEAST_SIZE = 0.9
_PLAIN_HEIGHT = 3.01
"""From this height on, letters less than ``_CLOSE`` apart belong together."""


def words_of(text_page: Any, frame: Frame, most: int) -> tuple[list[PageWord], bool]:
    """The page's words in the order of the file, and whether the cap on glyphs was hit."""
    count = int(pdfium.FPDFText_CountChars(text_page))
    capped = count > most
    count = max(0, min(count, most))
    return _Letters(text_page, frame, count).all_words(), capped


class _Letters:
    """All letters of a page with their boxes, fetched in one sweep.

    A page has thousands of letters and a word is a run of them, so that boxes are kept in
    flat arrays and cut into words, never made one object a letter.
    """

    def __init__(self, text_page: Any, frame: Frame, count: int) -> None:
        self._frame = frame
        self._address = _at(ctypes.cast(text_page, ctypes.c_void_p).value or 0)
        self._text = _characters(text_page, count)
        self._is_ascii = self._text.isascii()
        values, self._placed = _swept(self._address, count)
        # PDFium's rectangle is left, top, right, bottom.
        edges = [values[k::4] for k in (0, 3, 2, 1)]
        if frame.left or frame.bottom:
            shift = (frame.left, frame.bottom, frame.left, frame.bottom)
            edges = [
                array("f", [v - by for v in edge]) for edge, by in zip(edges, shift, strict=True)
            ]
        self._flat = values
        for k, edge in enumerate(edges):
            self._flat[k::4] = _on_paper(edge)
        self._x0, self._y0, self._x1, self._y1 = [edge.tolist() for edge in edges]
        self._sideways = frame.rotation in (90, 270)
        self._down: set[int] = set()
        self._inks: dict[int, Ink] = {}
        self._fonts: dict[int, tuple[str, bool]] = {}

    def _odd(self, count: int) -> bytes:
        """Which letters do not plainly follow the one before them, level with it and close by."""
        if self._sideways:
            return b"\1" * count
        x0, y0, x1, y1 = self._x0, self._y0, self._x1, self._y1
        odd = b"\0" + bytes(
            [
                low != low_before
                or top != top_before
                or left < left_before
                or right < right_before
                or not -_CLOSE < left - right_before < _CLOSE
                for left, low, right, top, left_before, low_before, right_before, top_before in zip(
                    x0[1:], y0[1:], x1[1:], y1[1:], x0, y0, x1, y1, strict=False
                )
            ]
        )
        if 0 not in self._placed:
            return odd
        return bytes(
            [1 if not there else is_odd for is_odd, there in zip(odd, self._placed, strict=True)]
        )

    def all_words(self) -> list[PageWord]:
        """The words, in the order of the file."""
        x0, y0, x1, y1 = self._x0, self._y0, self._x1, self._y1
        made, next_odd, placed = self._made, self._odd(len(x0)).find, self._placed
        words: list[PageWord] = []
        for run in _RUN.finditer(self._text):
            start, end = run.span()
            low, high = y0[start], y1[start]
            plain = placed[start] and high - low >= _PLAIN_HEIGHT
            if plain and next_odd(1, start + 1, end) < 0:
                words.append(made(start, end, (x0[start], low, x1[end - 1], high), True))
            else:
                words.extend(self._apart(start, end))
        return words

    def _follows(self, i: int) -> bool:
        """Whether letter ``i`` simply follows the one before it along the line."""
        if self._sideways:
            return False
        low, high = self._y0[i], self._y1[i] - self._y0[i]
        return (
            -0.6 * high <= low - self._y0[i - 1] <= 0.6 * high
            and -0.6 * high <= self._x0[i] - self._x1[i - 1] <= 0.3 * high
        )

    def _apart(self, start: int, end: int) -> Iterator[PageWord]:
        """The words of a run without a blank, some of whose letters stand apart or nowhere."""
        at = -1
        for i in range(start, end):
            if not self._placed[i]:
                if at >= 0:
                    yield self._word(at, i)
                at = -1
            elif at < 0:
                at = i
            elif not (self._follows(i) or self._turns_on(i)):
                yield self._word(at, i)
                at = i
        if at >= 0:
            yield self._word(at, end)

    def _turns_on(self, i: int) -> bool:
        """Whether letter ``i`` belongs to the word before it although it does not follow."""
        going = _goes_on(self._box(i - 1), self._box(i), self._sideways)
        if going == _DOWN:
            self._down.add(i)
        return going != 0

    def _box(self, i: int) -> tuple[float, float, float, float]:
        return self._x0[i], self._y0[i], self._x1[i], self._y1[i]

    def _word(self, start: int, end: int) -> PageWord:
        """The word of letters ``start`` up to ``end``."""
        place = (
            min(self._x0[start:end]),
            min(self._y0[start:end]),
            max(self._x1[start:end]),
            max(self._y1[start:end]),
        )
        downward = self._down and sum(1 for i in range(start, end) if i in self._down)
        return self._made(start, end, place, downward * 2 < end - start if downward else True)

    def _made(
        self, start: int, end: int, place: tuple[float, float, float, float], upright: bool
    ) -> PageWord:
        text, letters = self._text[start:end], self._flat[4 * start : 4 * end]
        if not self._is_ascii and not text.isascii():
            text, letters = _spelt_out(text, letters)
        box = self._frame.turn(place) if self._frame.rotation else place
        size = box[3] - box[1] if upright else box[2] - box[0]
        owner = _text_object(self._address, start)
        if not owner:
            return PageWord(text, box, place, letters, size, 0, upright)
        ink = self._inks.get(owner)
        if ink is None:
            ink = self._inks[owner] = ink_of(owner, self._fonts)
        unseen, white, bold, font = ink
        hidden = unseen or size < _LEAST_SIZE
        return PageWord(text, box, place, letters, size, owner, upright, hidden, white, bold, font)


def _swept(text_page: object, count: int) -> tuple[array[float], bytes]:
    """Left, top, right, bottom of every letter, and which letters have a place at all."""
    values = array("f")
    placed = bytearray()
    for start in range(0, count, _BLOCK):
        some = min(_BLOCK, count - start)
        ctypes.memset(_boxes, 0, 16 * some)
        numbers = range(start, start + some)
        placed.extend(map(_loose_box, repeat(text_page, some), numbers, _places))
        values.frombytes(memoryview(_boxes).cast("B")[: 16 * some])
    return values, bytes(placed)


def _on_paper(edge: array[float]) -> array[float]:
    """Edges as they are; what lies beyond any page counts as nowhere."""
    tops = edge.tobytes()[_HIGHEST::4]
    if not tops.translate(None, _NEAR_TOPS):
        return edge
    return array("f", [v if -_FAR < v < _FAR else 0.0 for v in edge])


def _spelt_out(text: str, letters: array[float]) -> tuple[str, array[float]]:
    """Ligatures as their letters, side by side in their box; soft hyphens as hyphens."""
    if not any(c in _LIGATURES or c in _HYPHENS for c in text):
        return text, letters
    said: list[str] = []
    boxes = array("f")
    for i, character in enumerate(text):
        pieces = _LIGATURES.get(character, "-" if character in _HYPHENS else character)
        x0, y0, x1, y1 = letters[4 * i : 4 * i + 4]
        for k in range(len(pieces)):
            low = x0 + (x1 - x0) * k / len(pieces)
            high = x0 + (x1 - x0) * (k + 1) / len(pieces)
            boxes.extend((low, y0, high, y1))
        said.append(pieces)
    return "".join(said), boxes


def _characters(text_page: Any, count: int) -> str:
    """One character a letter. The bulk call is used where it keeps the count one to one."""
    buffer = array("H", bytes(2 * (count + 1)))
    address = (ctypes.c_ushort * (count + 1)).from_buffer(buffer)
    written = pdfium.FPDFText_GetText(text_page, 0, count, address)
    if written == count + 1:
        text = bytes(buffer)[: 2 * count].decode("utf-16-le", "surrogatepass")
        if len(text) == count:
            return text
    get = pdfium.FPDFText_GetUnicode
    codes = (get(text_page, i) for i in range(count))
    return "".join(chr(c) if c < 0x110000 and not 0xD800 <= c < 0xE000 else "\ufffd" for c in codes)


_ALONG, _DOWN = 1, 2


def _goes_on(
    a: tuple[float, float, float, float], b: tuple[float, float, float, float], sideways: bool
) -> int:
    """Whether a letter goes on along the line, or across it, from the one before it; else 0."""
    if a == b:  # the letters of a ligature share the box of its one glyph
        return _ALONG
    along, across = (_stacked, _beside) if sideways else (_beside, _stacked)
    if along(a, b):
        return _ALONG
    return _DOWN if across(a, b) else 0


def _beside(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    """Whether a letter goes on beside the one before it."""
    height = max(a[3] - a[1], b[3] - b[1])
    reach = 0.6 * height
    if not -reach <= b[1] - a[1] <= reach:
        return False
    gap = b[0] - a[2] if b[0] >= a[0] else a[0] - b[2]
    return -0.7 * height - 0.1 <= gap <= 0.3 * height


def _stacked(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    """Whether a letter goes on above or below the one before it."""
    width = max(a[2] - a[0], b[2] - b[0], 0.1)
    if abs(a[0] - b[0]) > 0.6 * width:
        return False
    gap = b[1] - a[3] if b[1] >= a[1] else a[1] - b[3]
    return -0.7 * width <= gap <= 0.3 * width


_mode = _function("FPDFTextObj_GetTextRenderMode")
_fill = _function("FPDFPageObj_GetFillColor")
_font = _function("FPDFTextObj_GetFont", ctypes.c_void_p)
_weight = _function("FPDFFont_GetWeight")
_base_name = _function("FPDFFont_GetBaseFontName", ctypes.c_size_t)
_colour = (ctypes.c_uint * 4)()
_shades = [_at(ctypes.addressof(_colour) + 4 * i) for i in range(4)]


def ink_of(address: int, fonts: dict[int, tuple[str, bool]]) -> Ink:
    """How a text object is painted: mode, colour, font, weight.

    Args:
        address: The object.
        fonts: Name and weight of the page's fonts that were asked for before.
    """
    thing = _at(address)
    unseen, white = _mode(thing) in (3, 7), False
    if _fill(thing, *_shades):
        red, green, blue, alpha = _colour
        white = red >= 245 and green >= 245 and blue >= 245
        unseen = unseen or alpha <= 8
    font = _font(thing) or 0
    if font not in fonts:
        name = _font_name(font) if font else ""
        bold = bool(font) and (_weight(_at(font)) >= 600 or "bold" in name.lower())
        fonts[font] = (name, bold)
    name, bold = fonts[font]
    return Ink(unseen, white, bold, name)


def _font_name(font: int) -> str:
    buffer = ctypes.create_string_buffer(128)
    size = ctypes.c_size_t(128)
    length = int(_base_name(_at(font), _at(ctypes.addressof(buffer)), size))
    return buffer.raw[: max(0, min(length, 128) - 1)].decode("latin-1")
