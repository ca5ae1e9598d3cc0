"""A schedule's range beside an item's own: both are shown where they differ."""

from __future__ import annotations

from datetime import date

import pytest

from tecum.reading.items.items import read_items
from tecum.reading.paper.paper import paper_of
from tests.unit.reading.sheet import read_text, text_of

SCHEDULE = """SCHEDULE A

The relevant period is January 1, 2021 to December 31, 2022{tail}.

1. All leases of the building.
2. All repair invoices from March 1, 2019 to June 30, 2019.
3. All rent rolls from January 1, 2021 to December 31, 2022.
"""
WHOLE = (date(2021, 1, 1), date(2022, 12, 31))
OWN = (date(2019, 3, 1), date(2019, 6, 30))


def items_of(tail: str) -> list[tuple[object, ...]]:
    sheet = text_of(SCHEDULE.format(tail=tail))
    found = read_items(sheet, paper_of(sheet).body).items
    return [(item.period, item.periods_differ) for item in found]


def test_both_ranges_are_kept() -> None:
    both = ({"of": "item", "period": OWN}, {"of": "schedule", "period": WHOLE})
    assert items_of("") == [(WHOLE, ()), (OWN, both), (WHOLE, ())]


@pytest.mark.parametrize(
    "tail", [", unless otherwise stated", " unless a request says otherwise", ", except as noted"]
)
def test_a_range_that_gives_way_contradicts_nothing(tail: str) -> None:
    assert items_of(tail) == [(WHOLE, ()), (OWN, ()), (WHOLE, ())]


def test_the_answer_shows_both_as_dates() -> None:
    paper = "SUBPOENA DUCES TECUM\n\nYOU ARE COMMANDED to produce the records in Schedule A.\n\n"
    row = read_text(paper + SCHEDULE.format(tail="")).to_json()["items"][1]
    assert row["period"] == ["2019-03-01", "2019-06-30"]
    assert row["periods_differ"] == [
        {"of": "item", "period": ["2019-03-01", "2019-06-30"]},
        {"of": "schedule", "period": ["2021-01-01", "2022-12-31"]},
    ]
