"""The tables of many dates at once: every entry, and which rows leave them."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest

from tecum.reckoning.calendar_file import calendar_from
from tecum.reckoning.calendars import Calendar
from tecum.reckoning.clocks import Closures
from tecum.reckoning.day_table import EPOCH, DayTable, DayTables, Rows
from tecum.reckoning.ground import Ground
from tests.unit.reckoning.ground import KNOWN_ON

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)
SHUT_AT_END = frozenset({date(2026, 3, 3), date(2026, 12, 31)})
DAYS = [FIRST + timedelta(days=k) for k in range((LAST - FIRST).days + 1)]


def calendar() -> Calendar:
    return calendar_from(
        {
            "id": "x.days",
            "title": "Days",
            "authority": "X",
            "purpose": "office",
            "weekend": ["sat", "sun"],
            "years": [2026, 2026],
            "source": "a list",
            "day": [{"name": "A day", "on": "july 3"}, {"name": "New Year", "on": "january 1"}],
        }
    )


def ground(closed: frozenset[date] = SHUT_AT_END) -> Ground:
    return Ground((calendar(),), KNOWN_ON, Closures.LAST_DAY, closed)


def ordinal(day: date) -> int:
    return day.toordinal() - EPOCH


def table() -> DayTable:
    """Asked for more than the calendar has: it ends where the calendar does."""
    return DayTable(ground(), ordinal(date(2020, 1, 1)), ordinal(date(2030, 1, 1)))


def is_open(day: date) -> bool:
    return day.weekday() < 5 and (day.month, day.day) not in ((7, 3), (1, 1))


def rows(days: list[date]) -> Rows:
    return Rows(np.asarray([ordinal(day) for day in days], dtype=np.int64))


def nth(day: date, n: int, step: int) -> date | None:
    while n:
        day += timedelta(days=step)
        if not FIRST <= day <= LAST:
            return None
        n -= is_open(day)
    return day


@pytest.mark.parametrize("step", [1, -1])
@pytest.mark.parametrize("n", [1, 2, 10])
def test_the_nth_open_day_of_every_day_or_outside(n: int, step: int) -> None:
    asked = rows(DAYS)
    found = table().counting.counted(asked, n, step)
    for at, day in enumerate(DAYS):
        expected = nth(day, n, step)
        assert bool(asked.outside[at]) == (expected is None), day
        assert expected is None or found[at] == ordinal(expected), day


@pytest.mark.parametrize("step", [1, -1])
def test_where_every_day_lands_or_outside(step: int) -> None:
    asked = rows(DAYS)
    found = table().rolling.landed(asked, step)
    for at, day in enumerate(DAYS):
        expected = day if is_open(day) else nth(day, 1, step)
        assert bool(asked.outside[at]) == (expected is None), day
        assert expected is None or found[at] == ordinal(expected), day


def test_days_beyond_the_table_are_outside_and_no_error() -> None:
    beyond = [FIRST - timedelta(days=1), FIRST, LAST, LAST + timedelta(days=1)]
    for step in (1, -1):
        asked = rows(beyond)
        table().rolling.landed(asked, step)
        assert asked.outside[0]
        assert asked.outside[3]


def test_a_shut_last_day_reopens_and_the_last_of_all_is_outside() -> None:
    asked = rows([date(2026, 3, 3), date(2026, 3, 4), date(2026, 7, 3), date(2026, 12, 31)])
    found = table().reopened(asked)
    assert found[:3].tolist() == [
        ordinal(day) for day in (date(2026, 3, 4), date(2026, 3, 4), date(2026, 7, 3))
    ]
    assert asked.outside.tolist() == [False, False, False, True]
    untouched = rows([date(2026, 3, 4)])
    assert table().reopened(untouched) is untouched.days


def test_a_calendar_without_an_open_day_is_all_outside() -> None:
    shut = DayTable(
        Ground((calendar(),), KNOWN_ON), ordinal(date(2026, 1, 3)), ordinal(date(2026, 1, 4))
    )
    asked = rows([date(2026, 1, 3), date(2026, 1, 4)])
    assert shut.rolling.landed(asked, 1).tolist() == [0, 0]
    assert asked.outside.all()


def test_a_table_is_made_once_and_grows_only_when_asked_for_more() -> None:
    tables, where = DayTables(), ground()
    first, last = ordinal(date(2026, 2, 1)), ordinal(date(2026, 3, 1))
    made = tables.of(where, first, last)
    assert tables.of(where, first, last) is made
    assert tables.of(where, first + 1, last - 1) is made
    grown = tables.of(where, first - 1, last)
    assert grown is not made
    assert tables.of(where, first, last) is grown
    wider = tables.of(where, first, last + 1)
    assert wider is not grown
    assert wider.first == first - 1
    assert grown.first == first - 1
    assert tables.of(where, first - 1, last + 1).first == first - 1


def test_a_table_of_one_entry_answers_beside_rows_that_are_beyond() -> None:
    asked = Rows(np.asarray([-1, 0, 1], dtype=np.int64))
    assert asked.look(np.asarray([7], dtype=np.int64), asked.days)[1] == 7
    assert asked.outside.tolist() == [True, False, True]


def test_a_table_begins_and_ends_with_the_first_and_the_last_day_of_all() -> None:
    early = DayTable(Ground((), KNOWN_ON), -EPOCH - 9, ordinal(date(1, 1, 3)))
    assert early.first == ordinal(date.min)
    assert early.rolling.days.tolist() == [ordinal(date(1, 1, n)) for n in (1, 2, 3)]
    late = DayTable(Ground((), KNOWN_ON), ordinal(date(9999, 12, 30)), ordinal(date.max) + 9)
    assert late.rolling.days.tolist() == [ordinal(date(9999, 12, n)) for n in (30, 31)]


def test_a_calendar_that_claims_more_years_than_there_are_is_cut_to_them() -> None:
    wide = calendar_from(
        {
            "id": "x.wide",
            "title": "Wide",
            "authority": "X",
            "purpose": "office",
            "weekend": ["sun"],
            "years": [0, 12000],
            "source": "a list",
            "day": [],
        }
    )
    early = DayTable(Ground((wide,), KNOWN_ON), -EPOCH - 9, ordinal(date(1, 1, 3)))
    assert early.first == ordinal(date.min)
    late = DayTable(Ground((wide,), KNOWN_ON), ordinal(date(9999, 12, 30)), ordinal(date.max) + 9)
    assert late.rolling.days.tolist() == [ordinal(date(9999, 12, n)) for n in (30, 31)]
