"""The page with marks: boxes over their words however a page is turned, nothing hidden shown."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pikepdf
import pytest

from tecum.instruments.catalogue import load_catalogue
from tecum.provenance import Box
from tecum.reading.marked import Shown, as_displayed, joined, marked_page
from tecum.reading.open import open_document
from tecum.reading.pdf.render import PageImage, render_page
from tecum.reading.read import read
from tests.unit.reading import papers

ROWS = [
    "UNITED STATES DISTRICT COURT",
    "SUBPOENA TO PRODUCE DOCUMENTS",
    "To: Records Custodian, Example County",
    "YOU ARE COMMANDED to produce the following within 14 days of service:",
    "1. All payroll records of 2020.",
    "2. All contracts of 2021.",
]


def turned(rotation: int, crop: tuple[float, float, float, float] | None = None) -> bytes:
    with pikepdf.open(io.BytesIO(papers.letter(ROWS))) as document:
        page = document.pages[0]
        page.Rotate = rotation
        if crop:
            page.CropBox = pikepdf.Array(list(crop))
        out = io.BytesIO()
        document.save(out)
    return out.getvalue()


def ink_under(box: Box, image: PageImage) -> float:
    """The darkest of the picture's pixels inside a box, 0 black to 255 white."""
    from PIL import Image

    picture = Image.open(io.BytesIO(image.content)).convert("L")
    x0, y0, x1, y1 = as_displayed(box, image)
    sides = (image.crop[2] - image.crop[0], image.crop[3] - image.crop[1])
    wide = sides[1] if image.rotation in (90, 270) else sides[0]
    scale = image.pixels[0] / wide
    part = picture.crop(
        (int(x0 * scale), int(y0 * scale), int(x1 * scale) + 1, int(y1 * scale) + 1)
    )
    return part.getextrema()[0]


@pytest.mark.parametrize(
    ("rotation", "crop"),
    [
        (0, (40.0, 30.0, 600.0, 760.0)),
        (90, None),
        (180, (40.0, 30.0, 600.0, 760.0)),
        (270, (-50.0, -50.0, 700.0, 900.0)),
    ],
)
def test_boxes_lie_on_their_words_however_the_page_is_turned(
    rotation: int, crop: tuple[float, float, float, float] | None
) -> None:
    data = turned(rotation, crop)
    text = open_document(data).parts[0].text
    assert text is not None
    image = render_page(data, 1)
    assert image.rotation == rotation
    lines = [line for line in text.lines if line.text.strip() and line.layer != "hidden"]
    assert len(lines) >= len(ROWS)
    for line in lines:
        for box in text.span(1, line.start, line.end).boxes:
            assert ink_under(box, image) < 140, line.text


def test_boxes_of_a_line_are_joined_as_the_page_is_shown() -> None:
    letters = [(10.0 * i, 0.0, 10.0 * i + 9, 12.0) for i in range(5)]
    assert joined([*letters, (0.0, 14.0, 9.0, 26.0)]) == [(0, 0, 49, 12), (0, 14, 9, 26)]


def shown(data: bytes, name: str = "a.pdf") -> str:
    opened = open_document(data, name)
    return marked_page([Shown(name, data, read(opened, load_catalogue()), opened)])


def test_a_page_with_marks_is_one_file_without_scripts() -> None:
    page = shown(papers.letter(ROWS))
    assert "<script" not in page
    assert not re.search(r"(?:src|href)=[\"'](?!data:|#)", page)
    assert "<rect" in page
    assert "prefers-color-scheme:dark" in page
    assert "@media print" in page


def test_names_and_words_from_outside_are_escaped() -> None:
    page = shown(b"<script>alert(1)</script> & more\n", "<b>x.txt")
    assert "<script" not in page
    assert "&lt;b&gt;x.txt" in page


def test_a_virtual_page_shows_its_text_with_the_words_marked(tmp_path: Path) -> None:
    page = shown("\n".join(ROWS).encode(), "a.txt")
    assert "<svg" not in page
    assert "<mark" in page
    assert "payroll" in page


def test_hidden_text_is_never_shown() -> None:
    html = (
        b"From: a@one.example\nTo: b@two.example\nSubject: Records\nMIME-Version: 1.0\n"
        b"Content-Type: text/html; charset=utf-8\n\n"
        b"<p>Please send the payroll records within 10 days.</p>"
        b'<p style="display:none">unseen words beneath</p>'
    )
    page = shown(html, "a.eml")
    assert "payroll records" in page
    assert "unseen words" not in page


def test_every_value_has_its_number_beside_it_and_on_the_page() -> None:
    page = shown(papers.letter(ROWS))
    values = page.count("<li ")
    numbers = {
        int(n) for row in re.findall(r"<text[^>]*>([\d, ]+)<", page) for n in row.split(", ")
    }
    assert numbers
    assert max(numbers) <= values


def test_the_picture_shows_what_was_filled_into_a_form() -> None:
    data = form("Example County")
    before, after = render_page(form(""), 1), render_page(data, 1)
    assert before.content != after.content
    box = (100.0, 600.0, 300.0, 620.0)
    assert ink_under(box, before) > 200
    assert ink_under(box, after) < 140


def form(value: str) -> bytes:
    """A page with one text field, filled in."""
    from reportlab.lib.pagesizes import letter
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter)
    canvas.drawString(100, 640, "To:")
    canvas.acroForm.textfield(
        name="to", x=100, y=600, width=200, height=20, value=value, borderWidth=0,
        fillColor=None, borderColor=None, forceBorder=False,
    )  # fmt: skip
    canvas.save()
    return out.getvalue()
