"""A hash of each page's picture, for scans: which edges of light and dark it has, and where.

The pages are drawn in the limited child; only numbers leave it.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from tecum import sandbox
from tecum.reading.errors import CannotRender
from tecum.reading.files import sniff

__all__ = ["hash_pages", "picture_hashes"]

_JOB = "tecum.reading.likeness.picture_hash:hash_pages"
_SIDE = 32
_EDGE = 6
_MOST_PAGES = 50


def picture_hashes(data: bytes, *, password: str | None = None) -> tuple[int, ...]:
    """The hashes of the first fifty pages of a PDF or picture.

    Raises:
        CannotRender: The pages could not be drawn.
    """
    kind = sniff.media_type_of(data)
    wanted = {"kind": kind, "password": password}
    try:
        given = sandbox.run(_JOB, data, wanted, limits=sandbox.ChildLimits.for_rendering())
    except sandbox.ChildEnded as ended:
        raise CannotRender(1, "the drawing process ended") from ended
    hashes = given.value.get("hashes")
    if not isinstance(hashes, list) or len(hashes) > _MOST_PAGES:
        raise CannotRender(1, "the pages could not be drawn")
    try:
        found = tuple(int(value, 16) for value in hashes)
    except (TypeError, ValueError) as error:
        raise CannotRender(1, "the answer is not one") from error
    if any(value.bit_length() > 2 * _SIDE * _SIDE for value in found):
        raise CannotRender(1, "the answer is not one")
    return found


def hash_pages(data: bytes, wanted: Mapping[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
    """Draw the pages small and hash each. Runs in the child."""
    pictures = _of_pdf(data, wanted) if wanted["kind"] == sniff.PDF else _of_picture(data)
    return {"hashes": [f"{_hash(picture):x}" for picture in pictures]}, []


def _hash(picture: Any) -> int:
    """Two bits for each place: whether the page gets markedly darker, or lighter, to the right."""
    from PIL import Image, ImageFilter

    box = Image.Resampling.BOX
    even = picture.convert("L").resize((_SIDE * 8, _SIDE * 8), box)
    # Two scans of one sheet never lie alike to the pixel; blurred, they do.
    small = even.filter(ImageFilter.GaussianBlur(2)).resize((_SIDE + 1, _SIDE), box)
    pixels = small.tobytes()
    bits = 0
    for row in range(_SIDE):
        for left, right in pairwise(pixels[row * (_SIDE + 1) : (row + 1) * (_SIDE + 1)]):
            bits = bits << 2 | (2 if left - right >= _EDGE else right - left >= _EDGE)
    return bits


def _of_pdf(data: bytes, wanted: Mapping[str, Any]) -> list[Any]:
    import pypdfium2_raw as pdfium  # type: ignore[import-untyped]
    from PIL import Image

    from tecum.reading.pdf.ink import picture_of
    from tecum.reading.pdf.pages import opened
    from tecum.reading.text.glyphs import frame_of

    document, _ = opened(data, wanted.get("password"))
    found: list[Any] = []
    count = int(pdfium.FPDF_GetPageCount(document)) if document else 0
    for n in range(min(count, _MOST_PAGES)):
        page = pdfium.FPDF_LoadPage(document, n)
        if page:
            seen = picture_of(page, frame_of(page))
            size = (seen.width, seen.height)
            found.append(Image.frombuffer("L", size, seen.pixels, "raw", "L", seen.stride, 1))
            pdfium.FPDF_ClosePage(page)
    return found


def _of_picture(data: bytes) -> list[Any]:
    from PIL import Image, ImageSequence, UnidentifiedImageError

    Image.MAX_IMAGE_PIXELS = None
    try:
        with Image.open(io.BytesIO(data)) as picture:
            if picture.width * picture.height > 100_000_000:
                return []
            frames = ImageSequence.Iterator(picture)
            return [
                frame.convert("L") for _, frame in zip(range(_MOST_PAGES), frames, strict=False)
            ]
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError, KeyError):
        return []
