"""A PDF page's frame, and what a word on it is.

PDFium's raw functions are used without its convenience layer: loading that layer costs more
than opening a short document.
"""

from __future__ import annotations

import ctypes
from array import array
from dataclasses import dataclass
from typing import Any

import pypdfium2_raw as pdfium  # type: ignore[import-untyped]

__all__ = ["Frame", "PageWord", "frame_of"]


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
    """Letters without a gap between them.

    ``box`` is on the displayed page, ``place`` on the unrotated one. ``letters`` holds four
    numbers a letter (left, bottom, right, top of the unrotated page), in points. ``conf`` is
    the recogniser's confidence, 0 to 100; None for letters that the file itself states.
    """

    text: str
    box: tuple[float, float, float, float]
    place: tuple[float, float, float, float]
    letters: array[float]
    size: float
    owner: int = 0
    upright: bool = True
    hidden: bool = False
    pale: bool = False
    bold: bool = False
    font: str = ""
    conf: int | None = None


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
    crop = _within(media, _box(pdfium.FPDFPage_GetCropBox, page) or media)
    left, bottom, right, top = media
    return Frame(
        left,
        bottom,
        right - left,
        top - bottom,
        rotation,
        (crop[0] - left, crop[1] - bottom, crop[2] - left, crop[3] - bottom),
    )


def _within(
    media: tuple[float, float, float, float], crop: tuple[float, float, float, float]
) -> tuple[float, float, float, float]:
    """The part of the crop box that lies on the page; no viewer shows more."""
    x0, y0 = max(media[0], crop[0]), max(media[1], crop[1])
    x1, y1 = min(media[2], crop[2]), min(media[3], crop[3])
    return (x0, y0, x1, y1) if x0 < x1 and y0 < y1 else media


def _box(function: Any, page: Any) -> tuple[float, float, float, float] | None:
    values = [ctypes.c_float() for _ in range(4)]
    if not function(page, *(ctypes.byref(value) for value in values)):
        return None
    a, b, c, d = (value.value for value in values)
    box = (min(a, c), min(b, d), max(a, c), max(b, d))
    usable = all(abs(v) < 1e6 for v in box) and box[2] - box[0] > 1 and box[3] - box[1] > 1
    return box if usable else None
