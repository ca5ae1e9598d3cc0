"""A page as a grey picture with the way back to its points: drawn PDF page or picture file."""

from __future__ import annotations

import ctypes
import io
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tecum.reading.ocr.mapping import Mapping, stretched
from tecum.reading.text.glyphs import Frame

__all__ = ["Grey", "GreyPage", "drawn_page", "halved", "of_file", "resampled"]

Grey = NDArray[np.uint8]
_MOST = 30_000_000
_LONG_SIDE = 11.0
_SKETCH = 500


@dataclass(frozen=True)
class GreyPage:
    """Grey pixels, their mapping to points of the unrotated page, and how they were made."""

    pixels: Grey
    mapping: Mapping
    dpi: int
    prep: tuple[str, ...] = ()

    @cached_property
    def sketch(self) -> tuple[Grey, float]:
        """The page with a shorter side of 500 pixels, and its scale: enough to see its layout."""
        import cv2

        scale = min(1.0, _SKETCH / min(self.pixels.shape))
        if scale == 1.0:
            return self.pixels, 1.0
        size = tuple(max(int(side * scale), 1) for side in self.pixels.shape[::-1])
        # Halving is nearly free, and leaves a quarter of the pixels to be averaged.
        source = halved(self.pixels) if scale < 0.5 else self.pixels
        small = cv2.resize(source, size, interpolation=cv2.INTER_AREA)
        return np.asarray(small, np.uint8), scale


def halved(pixels: Grey) -> Grey:
    """The picture at half its width and height, each pixel the mean of four."""
    import cv2

    size = (max(pixels.shape[1] // 2, 1), max(pixels.shape[0] // 2, 1))
    even = pixels[: size[1] * 2, : size[0] * 2]
    return np.asarray(cv2.resize(even, size, interpolation=cv2.INTER_AREA), np.uint8)


def drawn_page(page: Any, frame: Frame, dpi: int) -> GreyPage | None:
    """Draw a PDF page as a viewer shows it; None where it cannot be drawn."""
    import pypdfium2_raw as pdfium  # type: ignore[import-untyped]

    wide = max(float(pdfium.FPDF_GetPageWidthF(page)), 1.0)
    high = max(float(pdfium.FPDF_GetPageHeightF(page)), 1.0)
    scale = min(dpi / 72, (_MOST / (wide * high)) ** 0.5)
    # A row of a multiple of four pixels has no padding.
    width, height = max(round(wide * scale) // 4 * 4, 4), max(round(high * scale), 1)
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_Gray, None, 0)
    if not bitmap:
        return None
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
    flags = pdfium.FPDF_ANNOT | pdfium.FPDF_GRAYSCALE
    pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, flags)
    pixels = _taken(pdfium, bitmap, width, height)
    pdfium.FPDFBitmap_Destroy(bitmap)
    return GreyPage(pixels, _of_drawing(frame, width / wide, height / high), round(scale * 72))


def _taken(pdfium: Any, bitmap: Any, width: int, height: int) -> Grey:
    stride = int(pdfium.FPDFBitmap_GetStride(bitmap))
    content = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height)
    rows = np.frombuffer(content, np.uint8).reshape(height, stride)
    return np.ascontiguousarray(rows[:, :width])


def _of_drawing(frame: Frame, across: float, down: float) -> Mapping:
    """Pixels of the displayed, cropped page → points of the unrotated page."""
    x0, _, _, y1 = frame.turn(frame.crop)
    shown = np.array([[1 / across, 0, x0], [0, -1 / down, y1], [0, 0, 1]])
    return Mapping(_unturned(frame) @ shown)


def _unturned(frame: Frame) -> NDArray[np.float64]:
    """Points of the displayed page → points of the unrotated page."""
    wide, high = frame.width, frame.height
    rows = {
        90: [[0, -1, wide], [1, 0, 0], [0, 0, 1]],
        180: [[-1, 0, wide], [0, -1, high], [0, 0, 1]],
        270: [[0, 1, 0], [-1, 0, high], [0, 0, 1]],
    }.get(frame.rotation, [[1, 0, 0], [0, 1, 0], [0, 0, 1]])
    return np.array(rows, dtype=np.float64)


def of_file(data: bytes, n: int, goal: int) -> tuple[GreyPage, tuple[float, float]]:
    """Page ``n`` of a picture file as grey, with the page's width and height in points.

    Raises:
        OSError, ValueError, SyntaxError, EOFError: The picture cannot be decoded.
    """
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = None
    with Image.open(io.BytesIO(data)) as picture:
        picture.seek(n - 1)
        turn = int(picture.getexif().get(0x0112, 1) or 1) if picture.format == "JPEG" else 1
        told = _resolution(picture)
        width, height = picture.width * 72 / told[0], picture.height * 72 / told[1]
        pixels = _grey_picture(picture)
    rows, columns = pixels.shape
    matrix = np.array([[width / columns, 0, 0], [0, -height / rows, height], [0, 0, 1.0]])
    page = GreyPage(pixels, Mapping(matrix), goal)
    across, down = _density(told, width, height, (columns, rows))
    page = resampled(page, across, down, goal)
    return _as_held(page, turn), (min(width, 19_999.0), min(height, 19_999.0))


def _resolution(picture: Any) -> tuple[float, float]:
    across, down = picture.info.get("dpi", (0, 0))
    usable = [float(v) if 20 < float(v or 0) < 5000 else 72.0 for v in (across, down)]
    return usable[0], usable[1]


def _density(
    told: tuple[float, float], width: float, height: float, pixels: tuple[int, int]
) -> tuple[float, float]:
    """Pixels an inch; where the file tells none that a sheet can have, a sheet is assumed."""
    if 3 * 72 <= max(width, height) <= 30 * 72 and min(told) >= 90:
        return told
    square = max(pixels) / _LONG_SIDE
    return square, square


def _grey_picture(picture: Any) -> Grey:
    """Any mode as grey, what is transparent being white."""
    from PIL import Image

    if picture.mode.startswith("I") or picture.mode == "F":
        values = np.asarray(picture, dtype=np.float64)
        top = float(values.max()) or 1.0
        return (values * (255.0 / max(top, 255.0))).clip(0, 255).astype(np.uint8)
    if "A" in picture.mode or "transparency" in picture.info:
        clear = picture.convert("RGBA")
        white = Image.new("RGBA", clear.size, "white")
        picture = Image.alpha_composite(white, clear)
    return np.ascontiguousarray(np.asarray(picture.convert("L"), dtype=np.uint8))


def resampled(page: GreyPage, across: float, down: float, goal: int) -> GreyPage:
    """Square pixels at a density that letters are recognised in.

    Args:
        page: The picture.
        across: Its pixels an inch from left to right.
        down: Its pixels an inch from top to bottom.
        goal: The density wanted; a square picture near it stays as it is.
    """
    import cv2

    finer, coarser = max(across, down), min(across, down)
    square = finer / coarser < 1.03
    if square and 0.8 * goal <= finer <= 1.3 * goal:
        return GreyPage(page.pixels, page.mapping, round(finer), page.prep)
    wanted = finer if not square and 0.8 * goal <= finer <= 1.3 * goal else float(goal)
    height, width = page.pixels.shape
    x, y = wanted / across, wanted / down
    shrink = min(1.0, (_MOST / max(width * x * height * y, 1.0)) ** 0.5)
    size = max(round(width * x * shrink), 1), max(round(height * y * shrink), 1)
    way = cv2.INTER_AREA if x * y < 1 else cv2.INTER_CUBIC
    pixels = np.asarray(cv2.resize(page.pixels, size, interpolation=way), dtype=np.uint8)
    step = stretched(size[0] / width, size[1] / height)
    note = () if square else (f"squared pixels {round(across)}x{round(down)}",)
    return GreyPage(pixels, page.mapping.after(step), round(wanted * shrink), (*page.prep, *note))


# Orientation of a camera's picture: flip left and right first, then quarters for rot90.
_HELD = {2: (True, 0), 3: (False, 2), 4: (True, 2), 5: (True, 1), 6: (False, 3), 7: (True, 3),
         8: (False, 1)}  # fmt: skip


def _as_held(page: GreyPage, turn: int) -> GreyPage:
    """The picture as its file says it was held."""
    from tecum.reading.ocr.mapping import turned

    flip, quarters = _HELD.get(turn, (False, 0))
    pixels, mapping = page.pixels, page.mapping
    if flip:
        width = pixels.shape[1]
        pixels = pixels[:, ::-1]
        mapping = mapping.after(np.array([[-1.0, 0, width - 1], [0, 1, 0], [0, 0, 1]]))
    if quarters:
        mapping = mapping.after(turned(quarters, *pixels.shape))
        pixels = np.rot90(pixels, quarters)
    note = (f"held {turn}",) if flip or quarters else ()
    return GreyPage(np.ascontiguousarray(pixels), mapping, page.dpi, (*page.prep, *note))
