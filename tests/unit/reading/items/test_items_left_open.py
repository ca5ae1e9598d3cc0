"""What is asked for where no colon, no marker or no verb of the usual ones leads to it."""

from __future__ import annotations

from datetime import date

import pytest

from tecum.reading.items.item_periods import period_of
from tecum.reading.items.item_tables import stacked_tables
from tecum.reading.items.items import read_items
from tecum.reading.items.list_headings import HEADING
from tecum.reading.paper.paper import paper_of
from tecum.reading.speech.operative import leads_on
from tests.unit.reading.demands_left_open import LEFT_OPEN
from tests.unit.reading.items.test_items_governed import words
from tests.unit.reading.sheet import text_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [pytest.param(text, expected, id=name) for name, text, expected in LEFT_OPEN],
)
def test_what_an_open_request_governs(text: str, expected: tuple[str, ...]) -> None:
    sheet = text_of(text)
    found = read_items(sheet, paper_of(sheet).body).items
    assert [words(item.text.value or "") for item in found] == [words(e) for e in expected]


def test_a_lead_is_left_open_only_where_it_asks() -> None:
    assert leads_on("please send, within ten days of the date of this letter,")
    assert leads_on("electronic records:")
    assert not leads_on("the city has found")
    assert not leads_on("please send the chart.")


def test_cells_on_lines_count_on() -> None:
    text = "No.\nItem\n1\nBooking sheets\n2\nRelease logs\n4\nVisitor logs\n"
    (table,) = stacked_tables(text)
    assert [text[row.start : row.end] for row in table.rows] == ["Booking sheets", "Release logs"]


def test_a_heading_of_terms_is_none_of_items() -> None:
    found = HEADING.search("\nDEFINITIONS\n")
    assert found is not None
    assert found.lastgroup == "definitions"


def test_a_range_to_the_papers_own_day_ends_there() -> None:
    said = "October 1, 2022 to the date of this subpoena"
    assert period_of(said) == (date(2022, 10, 1), None)
    assert period_of(said, date(2026, 6, 3)) == (date(2022, 10, 1), date(2026, 6, 3))
    assert period_of("mailboxes from May 2023 on") == (date(2023, 5, 1), None)
