"""By when a paper asks, whoever its sentence makes the subject, and what only looks like it."""

from __future__ import annotations

from datetime import date

import pytest

from tecum.reading.dates.dates import DueContext, due_phrases
from tecum.reading.speech.asked_outright import asks_outright
from tecum.words import Conduct, DueForm, Kind
from tests.unit.reading.dates.test_due_sentences import read, said
from tests.unit.reading.factory import flow_of
from tests.unit.reading.sentences_by_when import BY_WHEN


@pytest.mark.parametrize(("text", "expected"), BY_WHEN)
def test_by_when_it_is_asked(text: str, expected: list[str]) -> None:
    assert sorted(said(p) for p in read(text)) == expected


@pytest.mark.parametrize(
    ("left", "expected"),
    [
        ("the union requests, ", True),
        ("counsel for the estate asks for the following records ", True),
        ("we answered your requests ", False),
        ("the union says that it demands ", False),
        ("all demands ", False),
    ],
)
def test_a_verb_in_the_present_asks_whoever_its_subject_is(left: str, expected: bool) -> None:
    assert asks_outright(left) is expected


def test_the_hour_at_which_a_paper_was_written_is_never_due() -> None:
    text = (
        "Date: March 4, 2024\nTime: 03:12\nThe Department asks you to disclose forthwith the log."
    )
    context = DueContext(
        conduct=Conduct.ISSUES, kind=Kind.INFORMATION_REQUEST, issued_on=date(2024, 3, 4)
    )
    assert [p.form for p in due_phrases(flow_of(text), context)] == [DueForm.INSTANTER]


def test_a_date_and_time_to_come_is_due_under_the_same_labels() -> None:
    text = "You are commanded to appear.\nDate: March 20, 2024\nTime: 9:30 a.m."
    context = DueContext(conduct=Conduct.ISSUES, issued_on=date(2024, 3, 4))
    assert [p.date for p in due_phrases(flow_of(text), context)] == ["2024-03-20"]
