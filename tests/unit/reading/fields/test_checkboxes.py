"""Boxes typed in the lines of a text: each with its own label, more than one to a line."""

from __future__ import annotations

from tecum.reading.fields.checkboxes import read_checkboxes
from tecum.reading.paper.paper import paper_of
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
