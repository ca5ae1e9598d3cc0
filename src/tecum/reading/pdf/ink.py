"""A page drawn small and grey, to see whether something is visible at a place (READING 4)."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pypdfium2_raw as pdfium  # type: ignore[import-untyped]

from tecum.reading.text.glyphs import Frame, PageWord

__all__ = ["Picture", "picture_of"]

Rect = tuple[float, float, float, float]
_SIDE = 900
_DARK = 128
_CONTRAST = 40


@dataclass(frozen=True, slots=True)
class Picture:
    """Grey pixels of the displayed page, rows from the top."""

    pixels: bytes
    width: int
    height: int
    stride: int
    scale: float
    frame: Frame

    def _place(self, box: Rect) -> tuple[int, int, int, int]:
        """Pixel columns and rows of a box of the unrotated page."""
        x0, y0, x1, y1 = self.frame.turn(box)
        cx0, _, _, cy1 = self.frame.turn(self.frame.crop)
        left = int((x0 - cx0) * self.scale)
        right = int((x1 - cx0) * self.scale) + 1
        top = int((cy1 - y1) * self.scale)
        bottom = int((cy1 - y0) * self.scale) + 1
        return (
            min(max(left, 0), self.width),
            min(max(top, 0), self.height),
            min(max(right, 0), self.width),
            min(max(bottom, 0), self.height),
        )

    def has_contrast(self, box: Rect) -> bool:
        """Whether the pixels of a box differ among themselves, so that letters can be seen."""
        left, top, right, bottom = self._place(box)
        low, high = 255, 0
        for row in range(top, bottom):
            piece = self.pixels[row * self.stride + left : row * self.stride + right]
            if piece:
                low, high = min(low, *piece), max(high, *piece)
        return high - low >= _CONTRAST

    def inside(self, box: Rect) -> float:
        """The share of dark pixels in the inner part of a box."""
        x0, y0, x1, y1 = box
        inset = 0.24 * min(x1 - x0, y1 - y0)
        return self.share_in((x0 + inset, y0 + inset, x1 - inset, y1 - inset))

    def share_in(self, box: Rect) -> float:
        """The share of dark pixels in a box."""
        left, top, right, bottom = self._place(box)
        dark = sum(
            _dark(self.pixels[row * self.stride + left : row * self.stride + right])
            for row in range(top, bottom)
        )
        return dark / max((right - left) * (bottom - top), 1)

    def ink_share(self) -> float:
        """The share of dark pixels."""
        dark = _dark(self.pixels)
        return dark / max(self.width * self.height, 1)

    def mostly_outside(self, words: Sequence[PageWord]) -> bool:
        """Whether most of the page's ink lies where no letter of its text lies."""
        total = _dark(self.pixels)
        inside = 0
        for word in words:
            left, top, right, bottom = self._place(word.place)
            for row in range(top, bottom):
                inside += _dark(self.pixels[row * self.stride + left : row * self.stride + right])
        return total > 0.002 * self.width * self.height and inside * 2 < total


_DARKNESS = bytes(1 if value < _DARK else 0 for value in range(256))


def _dark(pixels: bytes) -> int:
    return pixels.translate(_DARKNESS).count(1)


def picture_of(page: Any, frame: Frame) -> Picture:
    """Draw the page, its longer side at most 900 pixels; a page that cannot be drawn is white."""
    wide = max(float(pdfium.FPDF_GetPageWidthF(page)), 1.0)
    high = max(float(pdfium.FPDF_GetPageHeightF(page)), 1.0)
    scale = min(_SIDE / max(wide, high), 1.2)
    # A row of a multiple of four pixels has no padding that would count as ink.
    width, height = max(int(wide * scale) // 4 * 4, 4), max(int(high * scale), 1)
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_Gray, None, 0)
    if not bitmap:
        return Picture(b"\xff" * (width * height), width, height, width, scale, frame)
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
    flags = pdfium.FPDF_ANNOT | pdfium.FPDF_GRAYSCALE
    pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, flags)
    stride = int(pdfium.FPDFBitmap_GetStride(bitmap))
    pixels = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height)
    pdfium.FPDFBitmap_Destroy(bitmap)
    return Picture(pixels, width, height, stride, scale, frame)
