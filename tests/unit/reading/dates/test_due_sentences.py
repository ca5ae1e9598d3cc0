"""Sentences as offices write them, with the due phrases that they hold, or hold not."""

from __future__ import annotations

from datetime import date

import pytest

from tecum.reading.dates.dates import DueContext, due_phrases
from tecum.reading.result import DuePhrase
from tecum.words import Conduct, DueForm
from tests.unit.reading.factory import flow_of
from tests.unit.reading.sentences_not_due import NOT_DUE
from tests.unit.reading.sentences_of_dates import DATES
from tests.unit.reading.sentences_of_periods import PERIODS


def said(p: DuePhrase) -> str:
    if p.form is DueForm.DATE:
        return f"date {p.date} {p.time}" if p.time else f"date {p.date}"
    if p.form is DueForm.PERIOD:
        return f"period {p.amount} {p.unit} {p.counting} {p.direction} {p.trigger}"
    return p.form.value


def read(text: str) -> list[DuePhrase]:
    spanish = any(letter in text for letter in "\u00ed\u00e9\u00e1")
    language = "spa" if spanish else "eng"
    context = DueContext(conduct=Conduct.ISSUES, issued_on=date(2024, 3, 4), language=language)
    return [p for p in due_phrases(flow_of(text), context) if p.form is not DueForm.NONE]


@pytest.mark.parametrize(("text", "expected"), [*PERIODS, *DATES])
def test_what_a_sentence_demands_by_when(text: str, expected: list[str]) -> None:
    assert sorted(said(p) for p in read(text)) == expected


@pytest.mark.parametrize("text", NOT_DUE)
def test_what_limits_nothing_that_is_owed(text: str) -> None:
    assert [said(p) for p in read(text)] == []


def test_a_notice_whose_direction_is_lost_is_never_counted_on() -> None:
    text = "Please notify us at least 48 hours where possibl, pnir to the release of him."
    (phrase,) = read(text)
    assert (phrase.direction, phrase.trigger, phrase.band) == ("before", "release", "unsure")


def test_a_time_that_no_clock_shows_is_not_read() -> None:
    (phrase,) = read("Place and time for appearance: Room 12; January 5, 2025 at 16:15 A.M.")
    assert phrase.time is None
    assert phrase.signals["time_flag"] == "unreadable_time"
