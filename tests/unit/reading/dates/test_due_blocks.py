# ruff: noqa: E501 - a printed block stays on one line
"""Due dates on lines of their own below a command, in rows of cells, and beside lost labels."""

from __future__ import annotations

from datetime import date

import pytest

from tecum.reading.dates.dates import DueContext, due_phrases
from tecum.words import Conduct, DueForm, Kind
from tests.unit.reading.factory import flow_of

COMMAND = (
    "YOU ARE COMMANDED to produce at the time, date, and place set forth below the gate logs.\n"
)

BLOCKS = [
    ("Place: 4 Pier Road\non: Wednesday, March 20, 2024\nat: 9:00 a.m.", "2024-03-20 09:00"),
    ("On:      03/20/2024\nAt:      10:00 a.m.\nPlace:   Hearing Room B", "2024-03-20 10:00"),
    ("PLACE\n4 Pier Road\nTIME\n10:00 a.m.\nDATE\nMarch 20, 2024", "2024-03-20 10:00"),
    ("Officer\nPlace\nDate\nTime\nOfficer B\n4 Pier Road\n03/20/2024\n4:00 p.m.", "2024-03-20 16:00"),
    ("Place\nDate and time\n4 Pier Road\nMarch 20, 2024, 4:00 p.m.", "2024-03-20 16:00"),
    ("When\nWhere\nMarch 20, 2024, 3:00 p.m.\nRoom 2", "2024-03-20 15:00"),
    ("(A) Officer\nOfficer B\n(B) Date\n04/20/2024\n(C) Time\n[ ] a.m. [x] p.m. 2:00", "2024-04-20 14:00"),
    ("AT\n4 Pier Road\nON\nMarch 20, 2024\nHOUR\n9:00 a.m.", "2024-03-20 09:00"),
    ("ON: March 20, 2024\nPLACE: Office of Attorney S", "2024-03-20"),
    ("4 Pier Road, Suite 3\nWednesday, March 20, 2024, at 9:30 a.m.", "2024-03-20 09:30"),
]  # fmt: skip

NOTHING = [
    "Signature: Officer B\nTitle: Special Agent\nDate: March 4, 2024",
    "Title\nSpecial Agent\nDate\n03/04/2024",
    "Date and time issued: March 4, 2024 3:40 p.m.",
    "Date and time of service: 3/24/2024 11:20 AM",
    "Date of arrest: March 1, 2024\nTime: 9:00 a.m.",
]


def read(text: str, kind: Kind | None = Kind.ADMINISTRATIVE_SUBPOENA) -> list[str]:
    context = DueContext(conduct=Conduct.ISSUES, kind=kind, issued_on=date(2024, 3, 1))
    phrases = [p for p in due_phrases(flow_of(text), context) if p.form is DueForm.DATE]
    return [f"{p.date} {p.time}" if p.time else str(p.date) for p in phrases]


@pytest.mark.parametrize(("block", "expected"), BLOCKS, ids=[e for _, e in BLOCKS])
def test_the_block_below_a_command_sets_the_due_date(block: str, expected: str) -> None:
    assert read(COMMAND + block) == [expected]


@pytest.mark.parametrize("block", NOTHING)
def test_a_date_of_signing_or_of_an_event_is_not_due(block: str) -> None:
    assert read(COMMAND + block) == []


@pytest.mark.parametrize(("block", "expected"), BLOCKS[:4], ids=[e for _, e in BLOCKS[:4]])
def test_a_block_without_any_command_sets_nothing(block: str, expected: str) -> None:
    assert read("The board met at the usual place.\n" + block) == []


def test_a_warrant_sets_its_officer_no_day_of_production() -> None:
    text = "YOU ARE COMMANDED to search the place below.\nPlace: 4 Pier Road\non: March 20, 2024"
    assert read(text, Kind.SEARCH_WARRANT) == []


def test_two_dates_with_times_below_a_pointer_leave_the_day_open() -> None:
    text = COMMAND + "March 20, 2024, at 9:30 a.m.\nMay 7, 2024, at 10:00 a.m."
    assert read(text) == []


def test_every_row_of_a_table_takes_the_label_of_its_column() -> None:
    table = (
        "Please provide the records as set out:\n"
        "No.   Record            Due date\n"
        "1     Change orders     March 20, 2024\n"
        "2     Vouchers          April 3, 2024\n"
    )
    assert read(table, Kind.INFORMATION_REQUEST) == ["2024-03-20", "2024-04-03"]
