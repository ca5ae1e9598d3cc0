"""Check-boxes of native pages: every way in which a frame and a mark are drawn or typed."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pytest
from PIL import Image, ImageDraw
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tecum.instruments.catalogue import load_catalogue
from tecum.reading.open import open_document
from tecum.reading.read import read
from tests.unit.reading.papers import pdf

LABELS = ("final order of removal", "pending proceedings", "records check")
MARKED = (True, False, True)
Pen = Callable[[Canvas, float, float], None]


def _re(c: Canvas, x: float, y: float) -> None:
    c.rect(x, y, 9, 9, stroke=1, fill=0)


def _lines(c: Canvas, x: float, y: float) -> None:
    for a, b, d, e in ((0, 0, 9, 0), (9, 0, 9, 9), (9, 9, 0, 9), (0, 9, 0, 0)):
        c.line(x + a, y + b, x + d, y + e)


def _path(c: Canvas, x: float, y: float) -> None:
    path = c.beginPath()
    path.moveTo(x, y)
    for dx, dy in ((9, 0), (9, 9), (0, 9)):
        path.lineTo(x + dx, y + dy)
    path.close()
    c.drawPath(path)


def _double(c: Canvas, x: float, y: float) -> None:
    c.rect(x, y, 9, 9)
    c.rect(x + 0.8, y + 0.8, 7.4, 7.4)


def _filled_white(c: Canvas, x: float, y: float) -> None:
    c.setFillGray(1)
    c.rect(x, y, 9, 9, stroke=1, fill=1)
    c.setFillGray(0)


FRAMES = (_re, _lines, _path, _double, _filled_white)


def _cross(c: Canvas, x: float, y: float) -> None:
    c.line(x + 1, y + 1, x + 8, y + 8)
    c.line(x + 1, y + 8, x + 8, y + 1)


def _tick(c: Canvas, x: float, y: float) -> None:
    path = c.beginPath()
    path.moveTo(x + 1, y + 5)
    path.lineTo(x + 4, y + 1)
    path.lineTo(x + 10, y + 11)
    c.drawPath(path)


def _fill(c: Canvas, x: float, y: float) -> None:
    c.rect(x + 2, y + 2, 5, 5, stroke=0, fill=1)


def _typed(c: Canvas, x: float, y: float) -> None:
    c.drawString(x + 1.2, y + 1.2, "X")


def _dingbat(c: Canvas, x: float, y: float) -> None:
    c.setFont("ZapfDingbats", 9)
    c.drawString(x + 1, y + 1.2, "4")
    c.setFont("Helvetica", 10)


MARKS = (_cross, _tick, _fill, _typed, _dingbat)


def states(draw: Callable[[Canvas], None]) -> dict[str, str | None]:
    """State by label of the boxes that a drawn page is read to have."""
    reading = read(open_document(pdf(draw), "form.pdf"), load_catalogue())
    return {str(box.label.value): box.state for box in reading.checkboxes}


def form(frame: Pen, mark: Pen) -> Callable[[Canvas], None]:
    """A page with three framed labels, of which the first and third are marked."""

    def draw(c: Canvas) -> None:
        c.setFont("Helvetica", 10)
        c.drawString(72, 720, "Mark each that applies to this person:")
        for i, label in enumerate(LABELS):
            y = 690 - 20 * i
            frame(c, 72, y)
            if MARKED[i]:
                mark(c, 72, y)
            c.drawString(90, y + 1, label)
        c.drawString(72, 600, "The officer named above asks that you keep this paper.")
        c.showPage()

    return draw


WANTED = {label: "checked" if on else "unchecked" for label, on in zip(LABELS, MARKED, strict=True)}


@pytest.mark.parametrize("mark", MARKS, ids=lambda pen: pen.__name__)
@pytest.mark.parametrize("frame", FRAMES, ids=lambda pen: pen.__name__)
def test_frames_and_marks(frame: Pen, mark: Pen) -> None:
    assert states(form(frame, mark)) == WANTED


TYPED = (
    ("[X]", "[ ]"), ("[x]", "[]"), ("[ X ]", "[  ]"), ("(X)", "( )"), ("__X__", "_____"),
    ("_X_", "___"), ("[*]", "[_]"),
)  # fmt: skip


@pytest.mark.parametrize(("on", "off"), TYPED)
def test_typed_marks(on: str, off: str) -> None:
    def draw(c: Canvas) -> None:
        c.setFont("Helvetica", 10)
        c.drawString(72, 720, "Mark each that applies to this person:")
        for i, label in enumerate(LABELS):
            c.drawString(72, 690 - 20 * i, f"{on if MARKED[i] else off} {label}")
        c.showPage()

    assert states(draw) == WANTED


def _small_image(marked: bool) -> ImageReader:
    picture = Image.new("L", (36, 36), 255)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((1, 1, 34, 34), outline=0, width=3)
    if marked:
        pen.line((6, 6, 29, 29), fill=0, width=4)
        pen.line((6, 29, 29, 6), fill=0, width=4)
    out = BytesIO()
    picture.save(out, "PNG")
    return ImageReader(BytesIO(out.getvalue()))


def test_boxes_that_are_small_pictures() -> None:
    def draw(c: Canvas) -> None:
        c.setFont("Helvetica", 10)
        c.drawString(72, 720, "Mark each that applies to this person:")
        for i, label in enumerate(LABELS):
            c.drawImage(_small_image(MARKED[i]), 72, 689 - 20 * i, 9, 9)
            c.drawString(90, 690 - 20 * i, label)
        c.showPage()

    assert states(draw) == WANTED


def test_a_bullet_list_is_no_list_of_boxes() -> None:
    def draw(c: Canvas) -> None:
        for i, label in enumerate(LABELS):
            c.setFont("ZapfDingbats", 9)
            c.drawString(72, 690 - 20 * i, "n")
            c.setFont("Helvetica", 10)
            c.drawString(90, 690 - 20 * i, label)
        c.showPage()

    assert states(draw) == {}


def test_a_table_is_no_list_of_boxes() -> None:
    def draw(c: Canvas) -> None:
        c.setFont("Helvetica", 10)
        for i, label in enumerate(LABELS):
            c.rect(72, 680 - 20 * i, 200, 20)
            c.rect(272, 680 - 20 * i, 20, 20)
            c.drawString(76, 686 - 20 * i, label)
        c.showPage()

    assert all(state != "checked" for state in states(draw).values())
