"""The answer in words: heads, the folded strip, reasons."""

from __future__ import annotations

import re
from datetime import date

import pytest

from tecum.reckoning import Account, Event
from tecum.reckoning.explain import Look, explained, hung, strip
from tests.unit.reckoning.ground import clock, counted

START = date(2026, 6, 1)


def test_a_long_count_is_folded_on_the_page_and_not_in_the_steps() -> None:
    found = counted(clock("long", "period: 400 days"), START)
    assert found.main is not None
    lines = strip(found.main)
    assert "  … 10 months between …" in lines
    assert [line.strip() for line in lines if line.endswith(("2026", "2027"))] == [
        "June 2026",
        "July 2026",
        "June 2027",
        "July 2027",
    ]
    assert len([step for step in found.main.steps if step.verdict == "counted"]) == 400


@pytest.mark.parametrize(
    ("event", "said"),
    [
        (Event("decision"), "WAITING"),
        (Event("decision", awaited=True), "ARMED"),
        (
            Event("decision", (Account(at=START), Account(at=date(2026, 6, 2)))),
            "WHAT IF (no due date): the accounts of the event differ",
        ),
    ],
)
def test_what_is_not_due_says_so_first(event: Event, said: str) -> None:
    page = explained(counted(clock("short", "period: 3 days"), event))
    assert page.splitlines()[3] == said


def test_a_count_back_reads_from_the_due_day_to_the_event() -> None:
    found = counted(clock("back", "period: 3 days", "direction: before"), START)
    page = explained(found)
    assert "Due      Fri 2026-05-29" in page
    assert "29 [3]   30 2     31 1" in page
    assert "     1 >" in page


def test_a_first_day_is_not_called_due() -> None:
    page = explained(counted(clock("first", "period: 3 days", "bound: earliest day"), START))
    assert "not before Thu 2026-06-04" in page


def test_a_cut_off_names_its_hour_and_zone() -> None:
    late = clock("late", "period: 3 days", "cutoff: 17:30 America/Denver minute inclusive")
    assert "Thu 2026-06-04, 17:30 MDT" in explained(counted(late, START))


LONG = ("period: 5 days", "roll: forward", "calendar: us.ca.ccp135 + us.fed.opm")


def without_colours(text: str) -> str:
    return re.sub("\x1b\\[[0-9;]*m", "", text)


@pytest.mark.parametrize("width", [66, 80, 120])
def test_on_a_terminal_no_line_is_wider_and_no_word_is_lost(width: int) -> None:
    found = counted(clock("w", *LONG), date(2026, 6, 29))
    page, whole = explained(found, Look(width)), explained(found)
    assert max(map(len, page.splitlines())) <= width
    assert page.split() == whole.split()
    assert max(map(len, whole.splitlines())) > 80


def test_colours_say_nothing_that_the_marks_do_not() -> None:
    found = counted(clock("w", *LONG), date(2026, 6, 29))
    page = explained(found, Look(80, in_colour=True))
    assert without_colours(page) == explained(found, Look(80))
    assert "\x1b[1;32m[]\x1b[0m" in page
    assert "\x1b[" not in explained(found, Look(80))


def test_the_parts_of_a_broken_line_hang_under_its_text() -> None:
    assert hung("Note: one two three", "      ", 13) == ["Note: one two", "      three"]
    assert hung("  one two", "    ", 9) == ["  one two"]
    assert hung("  one two", "    ", 8) == ["  one", "    two"]
    assert hung("one two", "", None) == ["one two"]
