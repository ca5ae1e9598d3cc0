"""The half of the day that a form leaves to a box, typed or fillable."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tecum.reading.dates.dates import DueContext, due_phrases
from tecum.reading.dates.times_of_day import time_after
from tecum.reading.text.layout import FormField
from tecum.words import CheckState, Conduct
from tests.unit.reading.factory import text_of

FORM = (
    "YOU ARE ORDERED TO APPEAR AS A WITNESS.\nDate: March 20, 2024   Time: 1:30 a.m. p.m.   Dept. 7"
)
ON, OFF = CheckState.CHECKED, CheckState.UNCHECKED


def box(label: str, state: CheckState | None) -> FormField:
    return FormField(label, label, None, state, 1, None, is_checkbox=True)


def times(*boxes: FormField) -> list[str | None]:
    flow = replace(text_of(FORM), fields=boxes).flow()
    context = DueContext(conduct=Conduct.ISSUES, issued_on=date(2024, 3, 4))
    return [p.time for p in due_phrases(flow, context)]


def test_the_ticked_box_settles_the_hour() -> None:
    assert times(box("a.m.", OFF), box("p.m. Dept. 7", ON)) == ["13:30"]
    assert times(box("a.m.", ON), box("p.m.", OFF)) == ["01:30"]


@pytest.mark.parametrize(
    "boxes",
    [
        (),
        (box("a.m.", OFF), box("p.m.", OFF)),
        (box("a.m.", ON), box("p.m.", ON)),
        (box("a.m.", None), box("p.m.", None)),
        (box("p.m.", ON),),
        (box("a.m.", OFF), box("p.m.", ON), box("p.m.", OFF), box("a.m.", ON)),
    ],
)
def test_an_hour_that_the_boxes_do_not_settle_stays_open(boxes: tuple[FormField, ...]) -> None:
    assert times(*boxes) == [None]


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("1:30 [ ] a.m. [X] p.m.", "13:30"),
        ("1:30 \u2610 a.m. \u2612 p.m.", "13:30"),
        ("1:30 \u2612 a.m. \u2610 p.m.", "01:30"),
        ("9:15   [_] a.m.    [x] p.m.", "21:15"),
    ],
)
def test_boxes_typed_beside_the_hour(printed: str, value: str) -> None:
    found = time_after(printed.lower(), 0)
    assert found is not None
    assert found.value == value


def test_two_empty_boxes_give_no_hour() -> None:
    found = time_after("1:30 \u2610 a.m. \u2610 p.m.", 0)
    assert found is None or found.value is None


@pytest.mark.parametrize("printed", ["ten in the morning", "10 in the morning"])
def test_the_hour_in_words_or_figures(printed: str) -> None:
    found = time_after(printed, 0)
    assert found is not None
    assert found.value == "10:00"
