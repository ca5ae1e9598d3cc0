"""Whether a page is one picture that is shown whole and as it is (READING 4, 5)."""

from __future__ import annotations

import ctypes
import re
from typing import Any

import pypdfium2_raw as pdfium  # type: ignore[import-untyped]

from tecum.reading.text.glyphs import Frame

__all__ = ["may_mask", "only_picture"]

_MASKS = re.compile(
    rb"Mask|/OC\s{0,9}(?:\d{1,9}\s{1,9}\d{1,5}\s{1,9}R|<<)"
    rb"|/[A-Za-z]{0,6}#[0-9A-Fa-f]{2}[A-Za-z#0-9]{0,12}"
    rb"(?:\s{1,9}\d{1,9}\s{1,9}\d{1,5}\s{1,9}R|\s{0,9}\[\s{0,9}\d{1,5}\s|\s{1,9}true|\s{0,9}<<)"
)
_MOST_OBJECTS = 20_000


def may_mask(data: bytes) -> bool:
    """Whether a picture of this file may show less than its pixels: by a mask or a layer.

    The dictionary of a picture is never compressed, so that its keys stand in the file as
    they are; an escaped name counts as a mask.
    """
    return _MASKS.search(data) is not None


def only_picture(page: Any, frame: Frame, *, among_words: bool) -> Any | None:
    """The one picture on a page, if it is shown whole and as it is, and nothing else is drawn."""
    whole = (0.0, 0.0, frame.width, frame.height)
    cropped = any(abs(a - b) > 1 for a, b in zip(frame.crop, whole, strict=True))
    # What a crop leaves out of sight is not read: somebody may have meant to remove it.
    count = int(pdfium.FPDFPage_CountObjects(page))
    if frame.rotation or cropped or not 1 <= count <= (_MOST_OBJECTS if among_words else 1):
        return None
    things = [pdfium.FPDFPage_GetObject(page, i) for i in range(count)]
    drawn = [t for t in things if pdfium.FPDFPageObj_GetType(t) != pdfium.FPDF_PAGEOBJ_TEXT]
    if len(drawn) != 1 or pdfium.FPDFPageObj_GetType(drawn[0]) != pdfium.FPDF_PAGEOBJ_IMAGE:
        return None
    thing = drawn[0]
    about = pdfium.FPDF_IMAGEOBJ_METADATA()
    plain = (
        pdfium.FPDFPage_GetAnnotCount(page) == 0
        and not pdfium.FPDFPageObj_HasTransparency(thing)
        and pdfium.FPDFPageObj_CountMarks(thing) == 0
        and pdfium.FPDFClipPath_CountPaths(pdfium.FPDFPageObj_GetClipPath(thing)) <= 0
        and pdfium.FPDFImageObj_GetImageMetadata(thing, page, ctypes.byref(about))
        and about.colorspace != pdfium.FPDF_COLORSPACE_UNKNOWN
    )
    return thing if plain else None
