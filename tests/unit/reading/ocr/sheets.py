"""Sheets that nobody typed: drawn letters as grey pictures, turned, bent, shaded and sent."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from typing import Any

import cv2
import numpy as np
import pypdfium2
from numpy.typing import NDArray
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

__all__ = [
    "DEMAND",
    "SPANISH",
    "as_file",
    "as_pdf",
    "drawn",
    "noisy",
    "photographed",
    "sheet",
    "skewed",
]

Grey = NDArray[np.uint8]

DEMAND = [
    "COUNTY OF EXAMPLE",
    "OFFICE OF THE EXAMINER OF ACCOUNTS",
    "",
    "March 4, 2024",
    "To: Records Unit, Example Detention Facility",
    "",
    "SUBPOENA TO PRODUCE RECORDS",
    "",
    "You are directed to produce the following records within fourteen (14) days",
    "after service of this subpoena upon the office named above:",
    "",
    "1. the booking record and the record of release of the person named below;",
    "2. every notice of release that was sent to another agency in that year;",
    "3. the policy of the facility on answering requests of other agencies.",
    "",
    "Failure to comply may be certified to the court under the act of 1974.",
    "Questions may be put to the examiner in writing before that day.",
]
SPANISH = [
    "OFICINA DEL EXAMINADOR DE CUENTAS",
    "",
    "Se le ordena que presente los documentos siguientes dentro de un plazo de",
    "catorce días a partir de la notificación de esta orden a la oficina:",
    "",
    "1. el registro de ingreso y de salida de la persona que se nombra abajo;",
    "2. los avisos de salida que se enviaron a otra oficina en el mismo año;",
    "3. las reglas de la oficina sobre las solicitudes de otras oficinas.",
    "",
    "Si no se cumple con esta orden, el asunto se presenta ante el tribunal.",
]


def drawn(draw: Callable[[Canvas], None], dpi: int = 200) -> Grey:
    """A page drawn by reportlab as a grey picture."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(612, 792))
    draw(canvas)
    canvas.save()
    page = pypdfium2.PdfDocument(out.getvalue())[0]
    picture = page.render(scale=dpi / 72, grayscale=True).to_numpy()
    return np.ascontiguousarray(picture.reshape(picture.shape[0], -1))


def sheet(rows: Sequence[str] = DEMAND, dpi: int = 200, size: float = 11.5) -> Grey:
    """A typed page as a grey picture."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Times-Roman", size)
        for i, row in enumerate(rows):
            canvas.drawString(80, 690 - 1.5 * size * i, row)

    return drawn(draw, dpi)


def skewed(picture: Grey, degrees: float) -> Grey:
    """The page laid askew on the glass; positive angles let its lines rise to the right."""
    height, width = picture.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    return np.asarray(cv2.warpAffine(picture, turn, (width, height), borderValue=255), np.uint8)


def noisy(picture: Grey, amount: float = 18.0, *, specks: float = 0.0) -> Grey:
    """Grain as a scanner adds it, and specks as a fax line does."""
    chance = np.random.default_rng(7)
    out = picture.astype(np.float64) + chance.normal(0, amount, picture.shape)
    if specks:
        hit = chance.random(picture.shape)
        out[hit < specks / 2] = 0
        out[hit > 1 - specks / 2] = 255
    return out.clip(0, 255).astype(np.uint8)


def photographed(picture: Grey) -> tuple[Grey, NDArray[np.float64]]:
    """The sheet on a dark table, seen from the side in failing light.

    Returns:
        The photograph, and the mapping from the sheet's pixels to its own.
    """
    height, width = picture.shape
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    seen = np.array(
        [
            [0.12 * width, 0.08 * height],
            [0.93 * width, 0.05 * height],
            [0.97 * width, 0.95 * height],
            [0.06 * width, 0.92 * height],
        ],
        np.float32,
    )
    bend = np.asarray(cv2.getPerspectiveTransform(corners, seen), np.float64)
    out = cv2.warpPerspective(picture, bend, (width, height), flags=cv2.INTER_AREA, borderValue=55)
    light = np.linspace(1.0, 0.62, width)[None, :] * np.linspace(1.0, 0.85, height)[:, None]
    return (np.asarray(out, np.float64) * light).clip(0, 255).astype(np.uint8), bend


def as_pdf(*pictures: Grey, over: Callable[[Canvas], None] | None = None) -> bytes:
    """Each picture over a whole letter page; ``over`` draws on the first page before them."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(612, 792), invariant=1)
    for i, picture in enumerate(pictures):
        if i == 0 and over is not None:
            over(canvas)
        canvas.drawImage(ImageReader(Image.fromarray(picture)), 0, 0, 612, 792)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def as_file(kind: str, *pictures: Grey, dpi: Any = (200, 200), bits: bool = False) -> bytes:
    """Pictures as one file of this type."""
    out = io.BytesIO()
    pages = [Image.fromarray(picture) for picture in pictures]
    if bits:
        pages = [page.convert("1") for page in pages]
    more: dict[str, Any] = {"dpi": dpi} if dpi else {}
    if len(pages) > 1:
        more |= {"save_all": True, "append_images": pages[1:]}
    pages[0].save(out, kind, **more)
    return out.getvalue()
