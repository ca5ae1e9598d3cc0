"""Marks of lists and boxes of which a recogniser lost a letter or bent a bracket."""

from __future__ import annotations

import pytest

from tecum.reading.fields.checkboxes import read_checkboxes
from tecum.reading.items.mark_signs import read_markers
from tecum.reading.items.markers import find_lists
from tecum.reading.paper.paper import paper_of
from tecum.words import CheckState
from tests.unit.reading.factory import text_of
from tests.unit.reading.sheet import read_text

ORDER = """\
ORDER TO TURN OVER RECORDS
It is ORDERED that Sample Payroll Services deliver within ten days of service:
(a) payroll registers of the Debtor;
{second} tax returns filed for the same quarters;
{third} the passwords of the Debtor's accounts.
SO ORDERED this 3rd day of August, 2023.
/s/ Judge W
Judge W
"""


@pytest.mark.parametrize(
    ("second", "third"), [("(b)", "()"), ("(bo)", "(c)"), ("()", "(c)"), ("(be)", "()")]
)
def test_a_list_goes_on_at_brackets_that_lost_their_letter(second: str, third: str) -> None:
    items = read_text(ORDER.format(second=second, third=third)).items
    assert [item.label.strip("[]") for item in items] == ["a", "b", "c"]


def test_hollow_brackets_begin_no_list() -> None:
    assert find_lists("Mark one:\n() yes\n() no\n") == []
    assert all(not marker.values for marker in read_markers("() yes\n() no\n"))


@pytest.mark.parametrize(
    ("box", "state"),
    [
        ("[X]", CheckState.CHECKED), ("{X]", CheckState.CHECKED), ("[X}_", CheckState.CHECKED),
        ("(X]", CheckState.CHECKED), ("{[ ]", CheckState.UNCHECKED), ("[}", CheckState.UNCHECKED),
    ],
)  # fmt: skip
def test_a_box_with_a_bent_bracket_is_a_box(box: str, state: CheckState) -> None:
    paper = paper_of(text_of(f"Mark what is asked:\n{box} records of the draw\n[ ] clothing\n"))
    boxes = read_checkboxes(paper)
    assert (boxes[0].label.value, boxes[0].state) == ("records of the draw", state)


def test_ticked_rows_with_bent_brackets_are_items() -> None:
    reading = read_text(
        "IN THE MAGISTRATE COURT OF SAMPLE COUNTY\nSTATE OF SAMPLE No. 2024-SW-0338\n"
        "SEARCH WARRANT\nYou are hereby commanded to enter there and seize:\n"
        "[X] the remaining part of the blood drawn from Subject A\n"
        "{X] records of the hospital that show time of draw\n{[ ] clothing taken from the person\n"
        "This warrant must be executed within ten (10) days of issue.\n/s/ Judge Y\nMagistrate\n"
    )
    assert [item.text.value.split()[0] for item in reading.items] == ["the", "records"]
