"""Empty lines of a form on a picture are the underscores that they would be in a file."""

from __future__ import annotations

import re

import pytest
from reportlab.pdfgen.canvas import Canvas

from tecum.instruments.catalogue import load_catalogue
from tecum.reading.open import open_document
from tecum.reading.read import read
from tests.unit.reading.ocr import sheets

FORM = [
    "COUNTY COURT OF EXAMPLE",
    "SUBPOENA FOR RECORDS",
    "To: ______________________________",
    "You are commanded to bring the records named below to ____________________",
    "on the ______ day of ______________, at ________ o'clock:",
    "1. ________________________________________",
    "Dated: ______________",
    "Clerk of the court",
]


def form(fill: float | None = None) -> sheets.Grey:
    """The form with rules for its underscores; ``fill`` is how dark the hand's strokes are."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Times-Roman", 11.5)
        for i, row in enumerate(FORM):
            left, low = 80.0, 700.0 - 26 * i
            for part in re.findall(r"_+|[^_]+", row):
                wide = canvas.stringWidth(part, "Times-Roman", 11.5)
                if part[0] != "_":
                    canvas.drawString(left, low, part)
                else:
                    canvas.setLineWidth(0.6)
                    canvas.setStrokeGray(0)
                    canvas.line(left, low - 1, left + wide, low - 1)
                    if fill is not None:
                        canvas.setStrokeGray(fill)
                        canvas.setLineWidth(1.1)
                        for k in range(int(wide // 12)):
                            x = left + 4 + 12 * k
                            canvas.bezier(x, low + 1, x + 4, low + 11, x + 5, low, x + 9, low + 7)
                left += wide

    return sheets.drawn(draw)


def rows(picture: sheets.Grey) -> list[str]:
    text = open_document(sheets.as_pdf(picture)).parts[0].text
    assert text is not None
    # A single stroke may be the recogniser's own word for what a hand wrote.
    return [re.sub(r"__+", "#", line.text).replace(" ,", ",") for line in text.lines]


def test_rules_among_words_are_blanks() -> None:
    found = rows(sheets.noisy(form(), 7))
    assert "To: #" in found
    assert any(re.match(r"on the # day of # ?,? at # o.clock", row) for row in found)
    assert "Dated: #" in found


@pytest.mark.parametrize("darkness", [0.1, 0.62])
def test_what_a_hand_filled_in_is_no_blank(darkness: float) -> None:
    assert not any("#" in row for row in rows(form(darkness)))


def test_a_blank_form_is_as_blank_on_a_scan() -> None:
    reading = read(open_document(sheets.as_pdf(sheets.noisy(form(), 7))), load_catalogue())
    assert reading.conduct.value == "templates"


def test_rules_under_words_and_cells_are_no_blanks() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 10)
        canvas.drawString(80, 700, "Name of the custodian")
        canvas.line(80, 698, 184, 698)
        for k, word in enumerate(["Date", "June 4, 2024", "Place", "Room 4"]):
            canvas.rect(80 + 100 * k, 640, 100, 24)
            canvas.drawString(84 + 100 * k, 648, word)
        for k in range(6):
            canvas.drawString(80, 600 - 14 * k, "the usual words of a letter to a records unit")

    assert not any("#" in row for row in rows(sheets.drawn(draw)))
