"""Lists whose numbers stand in a column of their own (READING 6)."""

from __future__ import annotations

import io

import pytest
from reportlab.pdfgen.canvas import Canvas

from tecum.reading.open import open_document
from tecum.reading.text.layout import Layer

ITEMS = (
    ("All contracts between the village and any vendor for the", "removal of snow;"),
    ("All complaints received by the village about icy sidewalks,", "however they were made;"),
    ("Every photograph of the sidewalk at the corner of First and", "Main Streets;"),
    ("Time sheets of the crew that cleared the sidewalk on the", "night of February 2."),
)
DECIMAL = ("1.", "2.", "3.", "4.")


def _lines(
    marks: tuple[str, ...],
    at: float,
    rows: tuple[tuple[str, ...], ...] = ITEMS,
    *,
    flush: bool = False,
    lower: float = 0.0,
    ruled: bool = False,
) -> list[str]:
    """The body lines of a page whose markers stand at the left, their text at ``at``."""
    out = io.BytesIO()
    page = Canvas(out, pagesize=(612, 792))
    page.setFont("Times-Roman", 11)
    page.drawString(72, 700, "You are commanded to produce the following:")
    y = 660
    for mark, texts in zip(marks, rows, strict=True):
        (page.drawRightString if flush else page.drawString)(86 if flush else 72, y - lower, mark)
        for text in texts:
            page.drawString(at, y, text)
            y -= 14
        if ruled:
            page.line(60, y + 10, 560, y + 10)
        y -= 8
    for x in (60, (86 + at) / 2, 560) if ruled else ():
        page.line(x, y + 18, x, 672)
    page.save()
    text = open_document(out.getvalue(), "list.pdf").parts[0].text
    assert text is not None
    return [line.text for line in text.lines if line.layer is Layer.BODY][1:]


def _wanted(marks: tuple[str, ...]) -> list[str]:
    out: list[str] = []
    for mark, (first, second) in zip(marks, ITEMS, strict=True):
        out += [f"{mark} {first}", second]
    return out


@pytest.mark.parametrize(
    "marks",
    [DECIMAL, ("1", "2", "3", "4"), ("(a)", "(b)", "(c)", "(d)"), ("i.", "ii.", "iii.", "iv.")],
)
@pytest.mark.parametrize("at", [96.0, 150.0, 205.0])
def test_a_marker_stays_with_its_text_however_far_it_stands(
    marks: tuple[str, ...], at: float
) -> None:
    assert _lines(marks, at) == _wanted(marks)


def test_markers_flush_right_or_a_little_lower_are_a_column_too() -> None:
    assert _lines(DECIMAL, 170.0, flush=True) == _wanted(DECIMAL)
    assert _lines(DECIMAL, 180.0, lower=3.0) == _wanted(DECIMAL)


def test_a_ruled_column_of_numbers_is_a_list() -> None:
    assert _lines(("1", "2", "3", "4"), 110.0, ruled=True) == _wanted(("1", "2", "3", "4"))


def test_numbers_that_do_not_count_up_are_cells() -> None:
    lines = _lines(("7", "2", "40", "9"), 180.0)
    assert not any(line.startswith(("7 All", "2 All", "40 ", "9 ")) for line in lines)


def test_figures_beside_numbers_are_cells() -> None:
    rows = (("2019  1,200",), ("2020  1,350",), ("2021  990",), ("2022  870",))
    assert "1" in _lines(("1", "2", "3", "4"), 180.0, rows)
