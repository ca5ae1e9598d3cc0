"""Numbers in the gutter of pleading paper are no amounts of time."""

from __future__ import annotations

from tecum.reading.dates.periods import find_periods

PLEADING = (
    "11\n\ngranted. within seven (7)\n\n12\n\ncalendar days of the date of this order"
    "\n\n13\n\nshall\n"
)


def test_a_gutters_number_is_no_amount() -> None:
    (found,) = find_periods(PLEADING)
    assert (found.amount, found.unit.value, found.counting.value) == (7, "days", "calendar")
    assert found.signals["repaired"] == "line number"


def test_a_lone_figure_without_neighbours_is_one() -> None:
    (found,) = find_periods("response due in\n10\ndays of receipt\n")
    assert found.amount == 10
