"""Days of what is owed apart from the paper, and periods in which so many things happened."""

from __future__ import annotations

import pytest

from tecum.reading.dates.due import DueContext, due_phrases
from tecum.words import Conduct
from tests.unit.reading.factory import flow_of

SETS = "You are directed to produce the files by March 20, 2026."


@pytest.mark.parametrize(
    "sentence",
    [
        "The certification owed by March 2, 2026 is unaffected by this letter.",
        "The abatement letter you must send by March 9, 2026 is a separate matter.",
        "Give the log of each press that jammed more than 20 times in a single week.",
        "Name every account that bought more than 300 gallons in one day.",
        "List each caller from whom we had over fifty calls within the same month.",
    ],
)
def test_what_is_owed_apart_and_rates_are_not_due(sentence: str) -> None:
    found = due_phrases(flow_of(f"{SETS}\n\n{sentence}"), DueContext(conduct=Conduct.ISSUES))
    assert [phrase.date for phrase in found] == ["2026-03-20"]


def test_a_day_that_stays_due_is_due() -> None:
    text = "You must send the answer by April 9, 2026."
    found = due_phrases(flow_of(text), DueContext(conduct=Conduct.ISSUES))
    assert [phrase.date for phrase in found] == ["2026-04-09"]
