"""Boxes typed in the lines of a text: each with its own label, more than one to a line."""

from __future__ import annotations

import pytest

from tecum.provenance import Page
from tecum.reading.fields.checkboxes import read_checkboxes
from tecum.reading.paper.paper import paper_of
from tecum.reading.text.layout import FormField, Layer, Line, Text
from tecum.words import CheckState, TextFrom
from tests.unit.reading.sheet import text_of


def boxes(text: str) -> list[tuple[str | None, str | None]]:
    return [(box.label.value, box.state) for box in read_checkboxes(paper_of(text_of(text)))]


def test_two_boxes_of_a_line_are_two_boxes() -> None:
    form = "SAMPLE FORM\n[X] Nursing notes     [ ] Images\n[ ] Charts [x] Bills\n"
    assert boxes(form) == [
        ("Nursing notes", "checked"),
        ("Images", "unchecked"),
        ("Charts", "unchecked"),
        ("Bills", "checked"),
    ]


def test_signs_of_two_boxes_in_a_line() -> None:
    assert boxes("SAMPLE FORM\n☒ Appear  ☐ Produce\n") == [
        ("Appear", "checked"),
        ("Produce", "unchecked"),
    ]


def test_what_stands_in_brackets_within_a_label_is_no_box() -> None:
    assert boxes("SAMPLE FORM\n[X] Records [see list] of the patient\n") == [
        ("Records [see list] of the patient", "checked")
    ]


def recognised(rows: tuple[str, ...], boxed: str, *, text_from: TextFrom) -> Text:
    """Rows of one paragraph as they stand on a page, and a box found beside one of them."""
    content = "\n".join(rows)
    at, lines = 0, []
    for n, row in enumerate(rows):
        top = 700.0 - 14 * n
        lines.append(
            Line(1, at, at + len(row), row, Layer.BODY, (72, top, 72 + 6.0 * len(row), top + 12))
        )
        at += len(row) + 1
    field = FormField("", boxed, None, CheckState.UNCHECKED, 1, None, is_checkbox=True)
    page = Page(1, 612.0, 792.0, 0, text_from, content)
    return Text((page,), tuple(lines), fields=(field,))


PARAGRAPH = (
    "Please do not tell the account holder of this subpoena; it",
    "may hinder an inquiry.",
)


@pytest.mark.parametrize(
    ("rows", "boxed", "text_from", "found"),
    [
        (PARAGRAPH, PARAGRAPH[1], TextFrom.OCR, 0),
        (PARAGRAPH, PARAGRAPH[1], TextFrom.NATIVE, 1),
        (
            ("Check what is wanted by us in this matter and no more:", "bills"),
            "bills",
            TextFrom.OCR,
            1,
        ),
        (
            ("records of the ward", "bills of the ward, with all that was paid"),
            "bills of the ward",
            TextFrom.OCR,
            1,
        ),
    ],
    ids=["torn letter in a paragraph", "box of a form", "first of a list", "second of a list"],
)
def test_speck_within_a_paragraph_is_no_box(
    rows: tuple[str, ...], boxed: str, text_from: TextFrom, found: int
) -> None:
    text = recognised(rows, boxed, text_from=text_from)
    assert len(read_checkboxes(paper_of(text))) == found
