"""Dates, times and sentences whose pieces were filled into the blanks of a form."""

from __future__ import annotations

import pytest
from reportlab.pdfgen.canvas import Canvas

from tecum.reading.dates.calendar_words import find_dates
from tecum.reading.dates.times_of_day import time_after
from tecum.reading.open import open_document
from tecum.reading.text.filled_blanks import closed
from tests.unit.reading.papers import pdf


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (
            "on the   14th   day of   June   ,  2022   at   9:00   o'clock   a. m.     Room 4",
            "on the 14th day of June, 2022 at 9:00 o'clock a. m.     Room 4",
        ),
        ("this __10th__ day of __May__ , 20 22 .", "this 10th day of May, 2022 ."),
        ("this    3rd     day of    October    , 20 19", "this 3rd day of October, 2019"),
        (
            "on the   22nd   day of   February   , 2022, at   9:30   o'clock in the   fore noon",
            "on the 22nd day of February, 2022, at 9:30 o'clock in the forenoon",
        ),
        ("at   230 Main Street   on   July 8, 2022   at   5:00   pm", None),
        ("Date:   July 8, 2022          Time:   5:00 pm", None),
        ("Place:   Room 4             on the record", None),
        ("the 5th of the month     day care of the county", None),
    ],
)
def test_the_blanks_of_a_date_are_closed_and_nothing_else(row: str, said: str | None) -> None:
    if row.startswith("at   230"):
        said = "at 230 Main Street on July 8, 2022 at 5:00 pm"
    assert closed(row) == (row if said is None else said)


def rows_of(*rows: tuple[tuple[float, str], ...]) -> list[str]:
    """The lines that are read from rows of pieces, each piece at its place from the left."""

    def draw(c: Canvas) -> None:
        c.setFont("Helvetica", 9)
        for i, row in enumerate(rows):
            for x, said in row:
                c.drawString(x, 700 - 12 * i, said)
        c.showPage()

    text = open_document(pdf(draw), "form.pdf").parts[0].text
    assert text is not None
    return [line.text for line in text.lines]


def test_the_pieces_of_a_date_on_one_row_are_one_line() -> None:
    lines = rows_of(
        (
            (40, "on the"), (90, "14th"), (140, "day of"), (200, "June"), (250, ","),
            (270, "20"), (290, "22"), (330, "at"), (370, "9:00"), (410, "o'clock"), (460, "a. m."),
        ),
    )  # fmt: skip
    assert lines == ["on the 14th day of June, 2022 at 9:00 o'clock a. m."]


def test_the_line_of_a_blank_is_left_out_of_the_date() -> None:
    lines = rows_of(((40, "this"), (62, "__10th__"), (110, "day of"), (150, "__May__ , 2022.")))
    assert lines == ["this 10th day of May, 2022."]


def test_a_sentence_goes_on_behind_its_blank() -> None:
    below = (
        "to have with you at that time and place all those things that the list here names,"
        " as set out"
    )
    lines = rows_of(
        ((40, "YOU ARE COMMANDED to appear at"), (260, "20 North Street, Suite 6"), (385, ", and")),
        ((40, below),),
        ((40, "in order."),),
    )
    assert lines[0] == "YOU ARE COMMANDED to appear at 20 North Street, Suite 6 , and"


def test_columns_that_break_off_at_a_small_word_stay_columns() -> None:
    left = (
        "the records of the",
        "office must be kept at",
        "the place where the",
        "clerk has sat for",
    )
    right = ("witness may not be", "the court without a", "county seat in the", "term of the grand")
    lines = rows_of(*(((40, a), (320, b)) for a, b in zip(left, right, strict=True)))
    assert not [line for line in lines if any(b in line for b in right) and line not in right]


def test_cells_with_a_date_and_a_time_stay_cells() -> None:
    lines = rows_of(((40, "Date: July 8, 2022"), (300, "Time: 5:00 pm")))
    assert lines == ["Date: July 8, 2022", "Time: 5:00 pm"]


@pytest.mark.parametrize(
    "head", ["AO 89B (7/16) Subpoena", "A Form for a Bankruptcy Case (12/15)\n"]
)
def test_the_edition_behind_the_name_of_a_form_is_no_day(head: str) -> None:
    assert find_dates(head, short=True) == []


def test_an_hour_with_both_halves_of_the_day_behind_it_is_not_guessed() -> None:
    found = time_after("5:00 a.m. p.m.", 0)
    assert found is not None
    assert (found.value, found.flag) == (None, "which_half_of_day")
    ticked = time_after("5:00   [ ] a.m. [x] p.m.", 0)
    assert ticked is not None
    assert ticked.value == "17:00"
