"""A page drawn without some of its objects, to see what they hide. Runs in the limited child."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable
from typing import Any

import pypdfium2_raw as pdfium  # type: ignore[import-untyped]

from tecum.reading.text.glyphs import Frame

__all__ = ["Sheet", "commonest", "contrast", "differ", "far", "same_ink"]

Rect = tuple[float, float, float, float]

_MOST_PIXELS = 4_000_000
_INK = 60
_P, _I = ctypes.c_void_p, ctypes.c_int
_set_active = ctypes.CFUNCTYPE(_I, _P, _I)(
    ctypes.cast(pdfium.FPDFPageObj_SetIsActive, ctypes.c_void_p).value or 0
)


class Sheet:
    """The shown part of a page, at two pixels a point where that is not too many."""

    def __init__(self, page: Any, frame: Frame, shown: Rect) -> None:
        self._page, self._frame = page, frame
        turned = frame.turn(shown)
        self._left, self._top = turned[0], turned[3]
        wide, high = turned[2] - turned[0], turned[3] - turned[1]
        self._scale = min(2.0, (_MOST_PIXELS / max(wide * high, 1.0)) ** 0.5)
        self._size = max(int(wide * self._scale), 1), max(int(high * self._scale), 1)

    def place(self, box: Rect, inset: float = 0.15) -> tuple[slice, slice] | None:
        """Rows and columns of a box's inner part; None where nothing of it is shown."""
        x0, y0, x1, y1 = self._frame.turn(box)
        dx, dy = (x1 - x0) * inset, (y1 - y0) * inset
        left = round((x0 + dx - self._left) * self._scale)
        right = round((x1 - dx - self._left) * self._scale)
        top = round((self._top - y1 + dy) * self._scale)
        bottom = round((self._top - y0 - dy) * self._scale)
        left, right = max(left, 0), min(max(right, left + 1), self._size[0])
        top, bottom = max(top, 0), min(max(bottom, top + 1), self._size[1])
        return (slice(top, bottom), slice(left, right)) if left < right and top < bottom else None

    def drawn(self, without: Iterable[int] = ()) -> Any:
        """The page's pixels, drawn without some of its objects."""
        import numpy

        hidden = {thing for thing in without if thing}
        for thing in hidden:
            _set_active(thing, 0)
        try:
            width, height = self._size
            bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_BGRx, None, 0)
            if not bitmap:
                raise MemoryError
            pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
            pdfium.FPDF_RenderPageBitmap(bitmap, self._page, 0, 0, width, height, 0, 0)
            stride = int(pdfium.FPDFBitmap_GetStride(bitmap))
            raw = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height)
            pdfium.FPDFBitmap_Destroy(bitmap)
        finally:
            for thing in hidden:
                _set_active(thing, 1)
        rows = numpy.frombuffer(raw, numpy.uint8).reshape(height, stride)
        return rows[:, : width * 4].reshape(height, width, 4)[:, :, :3].astype(numpy.int16)


def commonest(pixels: Any) -> Any:
    """The colour of the paper: the one that most of the page has."""
    import numpy

    few = pixels[::7, ::7].reshape(-1, 3)
    values, counts = numpy.unique(few, axis=0, return_counts=True)
    return values[int(counts.argmax())]


def differ(a: Any, b: Any) -> int:
    """The largest difference of colour between two pieces of pixels."""
    return int(abs(a - b).max()) if a.size else 0


def contrast(pixels: Any) -> int:
    """The largest difference of colour inside a piece of pixels."""
    flat = pixels.reshape(-1, 3)
    return int((flat.max(axis=0) - flat.min(axis=0)).max()) if flat.size else 0


def far(pixels: Any, paper: Any) -> int:
    """How far the colour of a piece lies from the paper's."""
    return int(abs(pixels.reshape(-1, 3).mean(axis=0) - paper).max()) if pixels.size else 0


def same_ink(a: Any, without_a: Any, b: Any, without_b: Any) -> bool:
    """Whether the letters seen in one picture are those seen in another, at the same place."""
    first = abs(a - without_a).max(axis=2) >= _INK
    second = abs(b - without_b).max(axis=2) >= _INK
    either = int((first | second).sum())
    return bool(first.any()) and int((first & second).sum()) >= 0.8 * either
