"""The pixels of a scanned PDF page as they were scanned, without drawing the page (READING 5).

A page that is one picture and nothing else shows that picture. Taking its pixels costs a
fifth of drawing it, and no viewer's blending stands between the scan and the recogniser.
"""

from __future__ import annotations

import ctypes
from typing import Any

import numpy as np

from tecum.reading.ocr.mapping import Mapping
from tecum.reading.ocr.picture import Grey, GreyPage, resampled
from tecum.reading.pdf.alone import only_picture
from tecum.reading.text.glyphs import Frame

__all__ = ["native_page"]

_MOST = 30_000_000


def native_page(
    page: Any, frame: Frame, goal: int, *, among_words: bool = False
) -> GreyPage | None:
    """The pixels of a page that is one upright picture; None for other pages.

    Args:
        page: The page, loaded.
        frame: Its size and turn.
        goal: Dots an inch wanted.
        among_words: Whether letters may be painted beside the picture; they are left out.

    A fax has twice as many pixels across as down. A viewer blends its rows; the rows
    themselves are what was sent.
    """
    import pypdfium2_raw as pdfium  # type: ignore[import-untyped]

    thing = only_picture(page, frame, among_words=among_words)
    if thing is None:
        return None
    place = pdfium.FS_MATRIX()
    across, down = ctypes.c_uint(), ctypes.c_uint()
    known = pdfium.FPDFPageObj_GetMatrix(thing, ctypes.byref(place))
    known = known and pdfium.FPDFImageObj_GetImagePixelSize(
        thing, ctypes.byref(across), ctypes.byref(down)
    )
    upright = known and place.a > 1 and place.d > 1 and abs(place.b) + abs(place.c) < 1e-3
    if not upright or not 100 < across.value < 10_000 or not 100 < down.value < 10_000:
        return None
    left, bottom = place.e - frame.left, place.f - frame.bottom
    # What stands off the page is not seen: somebody may have meant to remove it.
    within = min(left, bottom) > -1 and left + place.a < frame.width + 1
    if not within or bottom + place.d > frame.height + 1:
        return None
    bitmap = pdfium.FPDFImageObj_GetBitmap(thing)
    if not bitmap:
        return None
    pixels = _grey_of(pdfium, bitmap)
    pdfium.FPDFBitmap_Destroy(bitmap)
    if pixels is None:
        return None
    high, wide = pixels.shape
    matrix = np.array(
        [[place.a / wide, 0, left], [0, -place.d / high, bottom + place.d], [0, 0, 1.0]]
    )
    raw = GreyPage(pixels, Mapping(matrix), goal)
    return resampled(raw, wide * 72 / place.a, high * 72 / place.d, goal)


def _grey_of(pdfium: Any, bitmap: Any) -> Grey | None:
    """A bitmap of any of PDFium's formats as grey."""
    import cv2

    wide = int(pdfium.FPDFBitmap_GetWidth(bitmap))
    high = int(pdfium.FPDFBitmap_GetHeight(bitmap))
    layers = {
        pdfium.FPDFBitmap_Gray: 1,
        pdfium.FPDFBitmap_BGR: 3,
        pdfium.FPDFBitmap_BGRx: 4,
    }.get(int(pdfium.FPDFBitmap_GetFormat(bitmap)))
    if layers is None or wide * high > _MOST:
        return None
    stride = int(pdfium.FPDFBitmap_GetStride(bitmap))
    content = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * high)
    rows = np.frombuffer(content, np.uint8).reshape(high, stride)[:, : wide * layers]
    if layers == 1:
        return np.ascontiguousarray(rows)
    coloured = np.ascontiguousarray(rows.reshape(high, wide, layers)[:, :, :3])
    return np.asarray(cv2.cvtColor(coloured, cv2.COLOR_BGR2GRAY), dtype=np.uint8)
