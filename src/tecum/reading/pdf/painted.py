"""Somebody else's recognition painted in plain sight, over or under the page's picture (READING 4).

Such letters are visible, yet they are a machine's reading of the picture, not the author's
words. The picture itself tells: it shows something under nearly every one of them.
"""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from typing import Any

import pypdfium2_raw as pdfium  # type: ignore[import-untyped]

from tecum.reading.pdf.alone import only_picture
from tecum.reading.text.glyphs import Frame, PageWord

__all__ = ["repeats_its_picture"]

_FEWEST, _MOST_SAMPLED = 8, 80
_SHARE = 0.85
_CONTRAST = 60
_LEAST_DARK, _MOST_DARK = 0.03, 0.7
_BYTES = {pdfium.FPDFBitmap_Gray: 1, pdfium.FPDFBitmap_BGR: 3, pdfium.FPDFBitmap_BGRx: 4}


def repeats_its_picture(page: Any, frame: Frame, words: Sequence[PageWord]) -> bool:
    """Whether the one picture of a page shows letters where the page's words stand.

    Args:
        page: The page, loaded.
        frame: Its size and turn.
        words: Its visible words.
    """
    known = [word for word in words if len(word.text) >= 2]
    thing = only_picture(page, frame, among_words=True) if len(known) >= _FEWEST else None
    place = pdfium.FS_MATRIX()
    if thing is None or not pdfium.FPDFPageObj_GetMatrix(thing, ctypes.byref(place)):
        return False
    if place.a <= 1 or place.d <= 1 or abs(place.b) + abs(place.c) > 1e-3:
        return False
    bitmap = pdfium.FPDFImageObj_GetBitmap(thing)
    if not bitmap:
        return False
    sample = known[:: len(known) // _MOST_SAMPLED + 1]
    shown = sum(_shows(bitmap, _on_picture(word, frame, place)) for word in sample)
    pdfium.FPDFBitmap_Destroy(bitmap)
    return shown >= _SHARE * len(sample)


def _on_picture(word: PageWord, frame: Frame, place: Any) -> tuple[float, float, float, float]:
    """A word's box in shares of the picture's width and height, from its upper left corner."""
    x0, y0, x1, y1 = word.place
    left, bottom = place.e - frame.left, place.f - frame.bottom
    return (
        (x0 - left) / place.a, 1 - (y1 - bottom) / place.d,
        (x1 - left) / place.a, 1 - (y0 - bottom) / place.d,
    )  # fmt: skip


def _shows(bitmap: Any, box: tuple[float, float, float, float]) -> bool:
    """Whether dark strokes on light paper, or light ones on dark, stand in a box."""
    wide, high = (
        int(pdfium.FPDFBitmap_GetWidth(bitmap)),
        int(pdfium.FPDFBitmap_GetHeight(bitmap)),
    )
    size = _BYTES.get(int(pdfium.FPDFBitmap_GetFormat(bitmap)))
    left, right = max(int(box[0] * wide), 0), min(int(box[2] * wide) + 1, wide)
    top, bottom = max(int(box[1] * high), 0), min(int(box[3] * high) + 1, high)
    if size is None or left >= right or top >= bottom:
        return False
    stride = int(pdfium.FPDFBitmap_GetStride(bitmap))
    start = int(pdfium.FPDFBitmap_GetBuffer(bitmap))
    piece = b"".join(
        ctypes.string_at(start + row * stride + left * size, (right - left) * size)[::size]
        for row in range(top, bottom)
    )
    low, light = min(piece), max(piece)
    middle = (low + light) // 2
    dark = sum(value < middle for value in piece) / len(piece)
    return light - low >= _CONTRAST and _LEAST_DARK <= dark <= _MOST_DARK
