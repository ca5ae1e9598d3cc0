"""A copy to work with of a file whose redaction failed: pages as pictures, the places painted.

Nothing of the file but what its pages show is in the copy, and the places of the failed
redactions are painted over before the picture is taken. Drawn in the limited child.
"""

from __future__ import annotations

import ctypes
import io
from collections.abc import Mapping
from typing import Any

from tecum import sandbox
from tecum.reading.errors import CannotRender
from tecum.reading.failed import FailedRedaction

__all__ = ["burned_copy", "draw_copy"]

_JOB = "tecum.reading.working_copy:draw_copy"
_DPI = 150
_MOST_PIXELS = 12_000_000
_MARGIN = 2.0


def burned_copy(data: bytes, failed: FailedRedaction, *, password: str | None = None) -> bytes:
    """A PDF of page pictures in which the places of failed redactions are black.

    Raises:
        CannotRender: A page could not be drawn; a copy that lacks a page is not given out.
    """
    boxes = [[p.page, *p.box] for p in failed.places if p.box is not None]
    wanted = {"boxes": boxes, "password": password}
    limits = sandbox.ChildLimits.for_rendering().with_(cpu=300, wall=600.0)
    try:
        given = sandbox.run(_JOB, data, wanted, limits=limits)
    except sandbox.ChildEnded as ended:
        raise CannotRender(1, "the drawing process ended") from ended
    if "error" in given.value or len(given.blobs) != 1 or not given.blobs[0].startswith(b"%PDF-"):
        raise CannotRender(1, "a page could not be drawn")
    return given.blobs[0]


def draw_copy(data: bytes, wanted: Mapping[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
    """Draw every page, paint the places, and put the pictures into a new PDF. In the child."""
    import pypdfium2_raw as pdfium  # type: ignore[import-untyped]

    from tecum.reading.pdf.pages import opened

    document, _ = opened(data, wanted.get("password"))
    count = int(pdfium.FPDF_GetPageCount(document)) if document else 0
    pictures: list[Any] = []
    for n in range(1, count + 1):
        page = pdfium.FPDF_LoadPage(document, n - 1)
        if not page:
            return {"error": "no_page"}, []
        pictures.append(_painted(pdfium, page, [b[1:] for b in wanted["boxes"] if b[0] == n]))
        pdfium.FPDF_ClosePage(page)
    if not pictures:
        return {"error": "no_page"}, []
    out = io.BytesIO()
    pictures[0].save(
        out, "PDF", save_all=True, append_images=pictures[1:], resolution=_DPI, quality=80
    )
    return {"pages": count}, [out.getvalue()]


def _painted(pdfium: Any, page: Any, boxes: list[list[float]]) -> Any:
    """The page as a viewer shows it, at its own size, with these places black."""
    from PIL import Image, ImageDraw

    from tecum.reading.text.glyphs import frame_of

    frame = frame_of(page)
    wide, high = float(pdfium.FPDF_GetPageWidthF(page)), float(pdfium.FPDF_GetPageHeightF(page))
    scale = min(_DPI / 72, (_MOST_PIXELS / max(wide * high, 1.0)) ** 0.5)
    width, height = max(int(wide * scale), 1), max(int(high * scale), 1)
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_BGRx, None, 0)
    if not bitmap:
        raise MemoryError
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
    pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, pdfium.FPDF_ANNOT)
    stride = int(pdfium.FPDFBitmap_GetStride(bitmap))
    pixels = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height)
    pdfium.FPDFBitmap_Destroy(bitmap)
    picture = Image.frombuffer("RGB", (width, height), pixels, "raw", "BGRX", stride, 1).copy()
    pen = ImageDraw.Draw(picture)
    shown = frame.turn(_shown_part(frame))
    for box in boxes:
        x0, y0, x1, y1 = frame.turn((box[0], box[1], box[2], box[3]))
        place = (
            (x0 - shown[0] - _MARGIN) * scale, (shown[3] - y1 - _MARGIN) * scale,
            (x1 - shown[0] + _MARGIN) * scale, (shown[3] - y0 + _MARGIN) * scale,
        )  # fmt: skip
        pen.rectangle(place, fill=(0, 0, 0))
    return picture


def _shown_part(frame: Any) -> tuple[float, float, float, float]:
    x0, y0, x1, y1 = frame.crop
    return max(x0, 0.0), max(y0, 0.0), min(x1, frame.width), min(y1, frame.height)
