"""Check-boxes are taken off a picture before its letters are recognised; letters are not."""

from __future__ import annotations

import numpy as np
from reportlab.pdfgen.canvas import Canvas

from tecum.reading.ocr.cleanup import binarised, denoised, letters_of
from tecum.reading.ocr.squares import squares_on, without_squares
from tecum.reading.open import open_document
from tests.unit.reading.ocr import sheets

ROWS = ["Books of account", "Records of wages", "Leases of rooms", "Samples"]


def boxes(canvas: Canvas, marked: frozenset[int]) -> None:
    canvas.setFont("Helvetica", 9.5)
    for i, row in enumerate(ROWS):
        low = 700 - 16 * i
        canvas.drawString(62, low + 1, row)
        canvas.rect(44, low, 9, 9)
        if i in marked:
            canvas.setLineWidth(1.4)
            canvas.line(45, low + 1, 52, low + 8)
            canvas.line(45, low + 8, 52, low + 1)
            canvas.setLineWidth(1)


def squares_of(picture: sheets.Grey) -> list[tuple[int, int, int, int]]:
    binary = binarised(denoised(picture, "gaussian"))
    return squares_on(binary, letters_of(binary).usual)


def test_empty_and_marked_squares_are_found() -> None:
    picture = sheets.drawn(lambda canvas: boxes(canvas, frozenset({0, 2})))
    assert len(squares_of(sheets.noisy(picture, 8))) == 4


def test_a_marked_square_by_itself_may_be_a_letter() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 9.5)
        canvas.drawString(62, 600, "A row of words so that the page has a usual letter")
        canvas.rect(44, 600, 9, 9, fill=1)

    assert squares_of(sheets.drawn(draw)) == []


def test_letters_of_any_face_are_no_squares() -> None:
    def draw(canvas: Canvas) -> None:
        for i, face in enumerate(("Helvetica-Bold", "Courier-Bold", "Times-Bold")):
            for j, size in enumerate((9, 12, 14)):
                canvas.setFont(face, size)
                spaced = "  ".join("BDEHMNOQRUZ08")
                canvas.drawString(60, 700 - 90 * i - 28 * j, spaced + "  B  B  D  D  0  0")
        canvas.setFont("Helvetica", 9)
        for k in range(12):
            canvas.drawString(60, 380 - 14 * k, "the usual words of a letter to a records unit")

    for dpi in (100, 150, 200):
        assert squares_of(sheets.drawn(draw, dpi)) == []


def test_cells_of_a_table_are_kept() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 10)
        for k in range(8):
            canvas.drawString(60, 500 - 14 * k, "the usual words of a letter to a records unit")
        for column in range(4):
            canvas.rect(60 + 14 * column, 600, 14, 14)

    assert squares_of(sheets.drawn(draw)) == []


def test_the_rows_behind_marked_boxes_are_read() -> None:
    picture = sheets.drawn(lambda canvas: boxes(canvas, frozenset({0, 2})))
    opened = open_document(sheets.as_pdf(sheets.noisy(picture, 6)))
    text = opened.parts[0].text
    assert text is not None
    assert [line.text for line in text.lines] == ROWS
    states = [field.state for field in text.fields]
    assert states == ["checked", "unchecked", "checked", "unchecked"]


def test_white_paper_stands_where_a_square_stood() -> None:
    pixels = np.zeros((40, 40), np.uint8)
    assert without_squares(pixels, [(10, 10, 8, 8)])[10:18, 10:18].min() == 255
    assert without_squares(pixels, []) is pixels
