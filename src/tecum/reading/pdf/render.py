"""One page as a picture, drawn in the limited child: what a person sees beside the Reading."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tecum import sandbox
from tecum.reading.errors import CannotRender
from tecum.reading.files import sniff

__all__ = ["PageImage", "draw_page", "render_page"]

_GOAL = 150_000
_MOST_PIXELS = 40_000_000
_JOB = "tecum.reading.pdf.render:draw_page"
_PICTURES = frozenset(
    {"image/png", "image/jpeg", "image/tiff", "image/gif", "image/bmp", "image/webp"}
)


@dataclass(frozen=True, slots=True)
class PageImage:
    """A page's picture; ``width`` and ``height`` are points of the unrotated page.

    The picture shows the page as a viewer does: cropped and turned by ``rotation``. ``crop``
    is the shown part in points of the unrotated page, so that boxes can be laid over it.
    """

    content: bytes
    media_type: str
    pixels: tuple[int, int]
    width: float
    height: float
    rotation: int
    crop: tuple[float, float, float, float]


def render_page(data: bytes, n: int, dpi: int = 110, *, password: str | None = None) -> PageImage:
    """Draw page ``n`` of a PDF or picture as WebP, of at most 150 kB where that is possible.

    Raises:
        CannotRender: The file has no such page, or nothing could draw it.
    """
    kind = sniff.media_type_of(data)
    if kind != sniff.PDF and kind not in _PICTURES:
        raise CannotRender(n, "this type of file has no pages to draw")
    wanted = {"n": n, "dpi": min(max(dpi, 20), 300), "password": password, "kind": kind}
    try:
        given = sandbox.run(_JOB, data, wanted, limits=sandbox.ChildLimits.for_rendering())
    except sandbox.ChildEnded as ended:
        raise CannotRender(n, "the drawing process ended") from ended
    value = given.value
    if "error" in value or len(given.blobs) != 1:
        raise CannotRender(n, "the page could not be drawn")
    content = given.blobs[0]
    if content[:4] != b"RIFF" or content[8:12] != b"WEBP":
        raise CannotRender(n, "the picture is not one")
    try:
        across, down = (int(v) for v in value["pixels"])
        x0, y0, x1, y1 = (float(v) for v in value["crop"])
        width, height = float(value["width"]), float(value["height"])
        rotation = int(value["rotation"])
    except (KeyError, TypeError, ValueError) as error:
        raise CannotRender(n, "the answer is out of shape") from error
    return PageImage(
        content, "image/webp", (across, down), width, height, rotation, (x0, y0, x1, y1)
    )


def draw_page(data: bytes, wanted: Mapping[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
    """Draw one page. Runs in the child."""
    if wanted["kind"] == sniff.PDF:
        return _draw_pdf(data, wanted)
    return _draw_picture(data, wanted)


def _draw_pdf(data: bytes, wanted: Mapping[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
    import pypdfium2_raw as pdfium  # type: ignore[import-untyped]

    from tecum.reading.pdf.pages import opened, repaired_copy
    from tecum.reading.text.glyphs import frame_of

    document, _ = opened(data, wanted.get("password"))
    if document is None:
        copy = repaired_copy(data, wanted.get("password"))
        document, _ = opened(copy, None) if copy else (None, "")
    page = pdfium.FPDF_LoadPage(document, int(wanted["n"]) - 1) if document else None
    if not page:
        return {"error": "no_page"}, []
    frame = frame_of(page)
    scale = float(wanted["dpi"]) / 72
    wide, high = float(pdfium.FPDF_GetPageWidthF(page)), float(pdfium.FPDF_GetPageHeightF(page))
    scale = min(scale, (_MOST_PIXELS / max(wide * high, 1.0)) ** 0.5)
    size = (max(int(wide * scale), 1), max(int(high * scale), 1))
    picture = _drawn(pdfium, document, page, *size)
    about = {"width": frame.width, "height": frame.height, "rotation": frame.rotation}
    return {**about, "crop": list(frame.crop), "pixels": list(picture.size)}, [_packed(picture)]


def _drawn(pdfium: Any, document: Any, page: Any, width: int, height: int) -> Any:
    """The page with its annotations, and the values of its form fields over them."""
    import ctypes

    from PIL import Image

    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_BGRx, None, 0)
    if not bitmap:
        raise MemoryError
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
    place = (bitmap, page, 0, 0, width, height, 0, pdfium.FPDF_ANNOT)
    info = pdfium.FPDF_FORMFILLINFO()
    info.version = 2
    form = pdfium.FPDFDOC_InitFormFillEnvironment(document, ctypes.byref(info))
    if form:
        pdfium.FPDF_SetFormFieldHighlightAlpha(form, 0)
        pdfium.FORM_OnAfterLoadPage(page, form)
    pdfium.FPDF_RenderPageBitmap(*place)
    if form:
        pdfium.FPDF_FFLDraw(form, *place)
    stride = int(pdfium.FPDFBitmap_GetStride(bitmap))
    pixels = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height)
    pdfium.FPDFBitmap_Destroy(bitmap)
    return Image.frombuffer("RGB", (width, height), pixels, "raw", "BGRX", stride, 1)


def _draw_picture(data: bytes, wanted: Mapping[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
    from PIL import Image, UnidentifiedImageError

    Image.MAX_IMAGE_PIXELS = None
    try:
        with Image.open(io.BytesIO(data)) as picture:
            picture.seek(int(wanted["n"]) - 1)
            if picture.width * picture.height > 100_000_000:
                return {"error": "too_large"}, []
            across, down = _resolution(picture)
            width, height = picture.width * 72 / across, picture.height * 72 / down
            scale = min(float(wanted["dpi"]) / 72, (_MOST_PIXELS / (width * height)) ** 0.5)
            size = (max(int(width * scale), 1), max(int(height * scale), 1))
            drawn = picture.convert("RGB").resize(size)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError, KeyError):
        return {"error": "no_page"}, []
    about = {"width": width, "height": height, "rotation": 0, "crop": [0.0, 0.0, width, height]}
    return {**about, "pixels": list(drawn.size)}, [_packed(drawn)]


def _resolution(picture: Any) -> tuple[float, float]:
    across, down = picture.info.get("dpi", (0, 0))
    usable = [float(v) if 20 < float(v or 0) < 5000 else 72.0 for v in (across, down)]
    return usable[0], usable[1]


def _packed(picture: Any) -> bytes:
    """WebP; quality goes down in steps until the picture is small enough to send."""
    content = b""
    for quality in (80, 60, 40, 25):
        out = io.BytesIO()
        picture.save(out, "WEBP", quality=quality, method=3)
        content = out.getvalue()
        if len(content) <= _GOAL:
            break
    return content
