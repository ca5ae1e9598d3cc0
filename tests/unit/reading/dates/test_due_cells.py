"""Due dates in the cells of forms, told by the label above them or by the command."""

from __future__ import annotations

from datetime import date

from tecum.provenance import Page
from tecum.reading.dates.due import DueContext, due_phrases
from tecum.reading.result import DuePhrase
from tecum.reading.text.layout import Layer, Line, Text
from tecum.words import Conduct, TextFrom

COMMAND = ("YOU ARE COMMANDED to appear at the time, date, and place set forth below", 72, 500)
CONTEXT = DueContext(conduct=Conduct.ISSUES, issued_on=date(2026, 6, 2))


def read(*cells: tuple[str, float, float]) -> list[DuePhrase]:
    """The due phrases of a recognised page of cells: words, left edge, lower edge."""
    stored, lines = "", []
    for n, (words, left, low) in enumerate(cells):
        start = len(stored)
        stored += words + "\n"
        box = (left, low, left + 5.0 * len(words), low + 10)
        lines.append(
            Line(1, start, start + len(words), words, Layer.BODY, box=box, size=10, block=n)
        )
    page = Page(1, 612.0, 792.0, 0, TextFrom.OCR, stored)
    return list(due_phrases(Text((page,), tuple(lines)).flow(), CONTEXT))


def test_the_label_above_a_date_makes_it_due() -> None:
    (phrase,) = read(
        COMMAND,
        ("Place", 72, 460), ("Date and Time", 300, 460),
        ("Room 3, 12 Main Street", 72, 445), ("June 22, 2026 at 8:30 a.m.", 300, 445),
    )  # fmt: skip
    assert (phrase.date, phrase.time, phrase.band) == ("2026-06-22", "08:30", "likely")


def test_a_label_that_was_damaged_is_told() -> None:
    (phrase,) = read(
        COMMAND,
        ("Place", 72, 460), ("Date and Tame", 300, 460),
        ("Room 3, 12 Main Street", 72, 445), ("June 22, 2026 at 8:30 a.m.", 300, 445),
    )  # fmt: skip
    assert (phrase.date, phrase.time) == ("2026-06-22", "08:30")


def test_the_command_stands_for_a_label_that_was_lost() -> None:
    (phrase,) = read(
        COMMAND,
        ("Room 3, 12 Main Street", 72, 445), ("06/22/2026, 8:30 a.m.", 300, 445),
        ("06/02/2026", 72, 200),
    )  # fmt: skip
    assert (phrase.date, phrase.time) == ("2026-06-22", "08:30")


def test_two_dates_with_times_leave_it_open() -> None:
    assert not read(
        COMMAND,
        ("Room 3, 12 Main Street", 72, 445), ("06/22/2026, 8:30 a.m.", 300, 445),
        ("Trial is set for July 13, 2026, at 9:00 a.m.", 72, 400),
    )  # fmt: skip


def test_a_date_without_command_or_label_is_not_due() -> None:
    assert not read(("Notes of the meeting", 72, 500), ("June 22, 2026 at 8:30 a.m.", 72, 445))


def test_a_label_of_something_else_is_none() -> None:
    assert not read(
        ("Please send the file.", 72, 500),
        ("Date of birth", 300, 460), ("June 22, 1990", 300, 445),
        ("Date issued", 72, 460), ("June 2, 2026", 72, 445),
    )  # fmt: skip


def test_a_hearing_to_which_nobody_is_called_is_not_due() -> None:
    (phrase,) = read(
        ("Check marks show what is wanted.", 72, 520),
        ("Request date", 72, 460), ("Records due in this office", 300, 460),
        ("06/02/2026", 72, 445), ("06/22/2026", 300, 445),
        ("Vehicle", 72, 425), ("Hearing date", 300, 425),
        ("gray sedan", 72, 410), ("07/09/2026", 300, 410),
    )  # fmt: skip
    assert phrase.date == "2026-06-22"
