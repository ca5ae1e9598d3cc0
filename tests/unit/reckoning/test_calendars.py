"""Calendars: days of a year, moves, closings and versions."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from dateutil.easter import easter as other_easter

from tecum.reckoning import load_calendars
from tecum.reckoning.calendar_file import calendar_from
from tecum.reckoning.calendars import canonical, sha256_of
from tecum.reckoning.day_rules import day_rule, easter
from tecum.reckoning.errors import BadCalendar, UnknownCalendar
from tests.unit.reckoning.ground import KNOWN_ON, calendars

TABLE: dict[str, Any] = {
    "id": "x.days",
    "title": "Days",
    "authority": "X",
    "purpose": "office",
    "weekend": ["sat", "sun"],
    "source": "a list",
    "day": [{"name": "A day", "on": "july 4", "observed": "sat->fri,sun->mon"}],
}


def test_easter_is_what_another_library_says() -> None:
    assert all(easter(year) == other_easter(year) for year in range(1583, 10000))


@pytest.mark.parametrize(
    ("text", "year", "expected"),
    [
        ("july 4", 2026, "2026-07-04"),
        ("4th friday of september", 2026, "2026-09-25"),
        ("last monday of may", 2026, "2026-05-25"),
        ("monday before may 25", 2026, "2026-05-18"),
        ("monday on or before may 25", 2026, "2026-05-25"),
        ("friday after 4th thursday of november", 2026, "2026-11-27"),
        ("friday before 3rd monday of january", 2020, "2020-01-17"),
        ("tuesday after 1st monday of november", 2026, "2026-11-03"),
        ("easter - 2", 2026, "2026-04-03"),
        ("easter + 1", 2026, "2026-04-06"),
    ],
)
def test_days_of_a_year(text: str, year: int, expected: str) -> None:
    assert [str(day) for day in day_rule(text)(year)] == [expected]


@pytest.mark.parametrize("text", ["july", "6th monday of may", "july 32", "someday", "easter 2"])
def test_what_names_no_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="day"):
        day_rule(text)


def test_new_year_may_be_kept_in_the_year_before() -> None:
    federal = calendars()["us.fed.opm"]
    assert date(2021, 12, 31) in federal.closed_days(2021)
    assert federal.is_open(date(2022, 1, 3), KNOWN_ON).is_open


def test_the_statute_alone_moves_nothing() -> None:
    assert calendars()["us.fed.5usc6103"].is_open(date(2026, 7, 3), KNOWN_ON).is_open


def test_a_closing_by_order_is_no_holiday() -> None:
    federal = calendars()["us.fed.opm"]
    closed = date(2025, 1, 9)
    assert federal.is_open(closed, KNOWN_ON).is_open
    assert not federal.is_open(closed, KNOWN_ON, closures=True).is_open
    assert federal.is_open(closed, date(2024, 12, 1), closures=True).is_open


def test_an_early_closing_leaves_the_day_open() -> None:
    row = {"date": "2026-03-02", "source": "an order", "is_legal_holiday": True}
    whole = calendar_from({**TABLE, "closure": [row]})
    part = calendar_from({**TABLE, "closure": [{**row, "hours": "from 14:00"}]})
    assert not whole.is_open(date(2026, 3, 2), KNOWN_ON).is_open
    assert part.is_open(date(2026, 3, 2), KNOWN_ON, closures=True).is_open


def test_days_come_and_go() -> None:
    court = calendars()["us.ca.ccp135"]
    assert not court.is_open(date(2021, 10, 11), KNOWN_ON).is_open
    assert court.is_open(date(2022, 10, 10), KNOWN_ON).is_open
    assert not court.is_open(date(2022, 9, 23), KNOWN_ON).is_open
    assert calendars()["us.co.courts"].is_open(date(2026, 10, 12), KNOWN_ON).is_open


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"wekend": ["sat"]}, 'nearest: "weekend"'),
        ({"title": None}, None),
        ({"purpose": "fun"}, "fun"),
        ({"weekend": ["samstag"]}, "samstag|not in"),
        ({"day": [{"name": "A", "on": "july 44"}]}, "no day 44"),
        ({"day": [{"name": "A", "on": "july 4", "observed": "sat"}]}, "is not a move"),
        ({"day": [{"on": "july 4"}]}, "name is missing"),
        ({"closure": [{"date": "2026-01-01", "is_legal_holiday": "no", "source": "s"}]}, "closure"),
        ({"check": [{"year": 2026, "source": "s", "days": ["2026-07-04"]}]}, "too many 2026-07-03"),
    ],
)
def test_a_wrong_calendar_is_refused(change: dict[str, Any], said: str | None) -> None:
    table = {**TABLE, **change}
    if said is None:
        del table["title"]
        said = "title is missing"
    with pytest.raises(BadCalendar, match=said):
        calendar_from(table)


def test_a_checked_year_equals_its_list() -> None:
    checked = {"check": [{"year": 2026, "source": "s", "days": ["2026-07-03"]}]}
    assert 2026 in calendar_from({**TABLE, **checked}).checked


def test_the_version_is_that_of_the_content() -> None:
    shuffled = dict(reversed(TABLE.items()))
    assert sha256_of(shuffled) == sha256_of(TABLE)
    assert sha256_of({**TABLE, "title": "Other days"}) != sha256_of(TABLE)
    assert (
        canonical({"a": date(2026, 1, 1), "b": [{"c": "x"}]})
        == 'a = 2026-01-01\n\n[[b]]\nc = "x"\n'
    )


def test_two_files_of_one_id_are_refused(tmp_path: Path) -> None:
    folder = tmp_path / "p" / "calendars"
    folder.mkdir(parents=True)
    for name in ("a", "b"):
        (folder / f"{name}.toml").write_text(canonical(TABLE), encoding="utf-8")
    with pytest.raises(BadCalendar, match="loaded already"):
        load_calendars([tmp_path])


def test_an_unknown_calendar_is_answered_with_the_nearest() -> None:
    with pytest.raises(UnknownCalendar, match=r'Nearest: "us\.fed\.opm"'):
        calendars()["us.fed.omp"]


def test_every_day_of_every_calendar_has_a_source() -> None:
    for row in calendars().values():
        for year in range(2015, 2031):
            days = row.year(year)
            assert days, (row.id, year)
            assert all(day.source and day.name for day in days), row.id


SPANS = [
    (
        "us.nj.courts",  # order of the Supreme Court of New Jersey for the court year
        "2024-07-01 2025-06-30",
        (
            "2024-07-04 2024-09-02 2024-10-14 2024-11-05 2024-11-11 2024-11-28 2024-12-25"
            " 2025-01-01 2025-01-20 2025-02-17 2025-04-18 2025-05-26 2025-06-20"
        ),
    ),
    (
        "us.tx.662-021",  # schedule of the fiscal year, from the State Auditor's Office
        "2022-09-01 2023-08-31",
        (
            "2022-09-05 2022-11-11 2022-11-24 2022-11-25 2022-12-26 2023-01-16 2023-01-19"
            " 2023-02-20 2023-03-02 2023-04-21 2023-05-29 2023-06-19 2023-07-04"
        ),
    ),
    (
        "us.co.24-11-101",  # schedule of the fiscal year, Colorado Division of Human Resources
        "2012-07-01 2013-06-30",
        (
            "2012-07-04 2012-09-03 2012-10-08 2012-11-12 2012-11-22 2012-12-25 2013-01-01"
            " 2013-01-21 2013-02-18 2013-05-27"
        ),
    ),
    (
        "us.co.24-11-101",  # the same, first half of the fiscal year
        "2021-07-01 2021-12-31",
        "2021-07-05 2021-09-06 2021-10-04 2021-11-11 2021-11-25 2021-12-24 2021-12-31",
    ),
]


@pytest.mark.parametrize(("name", "span", "days"), SPANS)
def test_lists_of_court_and_fiscal_years(name: str, span: str, days: str) -> None:
    first, last = map(date.fromisoformat, span.split())
    built = {
        day
        for year in range(first.year, last.year + 1)
        for day in calendars()[name].closed_days(year)
        if first <= day <= last
    }
    assert built == set(map(date.fromisoformat, days.split()))


def test_juneteenth_came_to_the_courts_of_california_in_2023() -> None:
    court = calendars()["us.ca.ccp135"]
    assert court.is_open(date(2022, 6, 20), KNOWN_ON).is_open
    assert not court.is_open(date(2023, 6, 19), KNOWN_ON).is_open
    assert not calendars()["us.fed.frcp6a6"].is_open(date(2022, 6, 20), KNOWN_ON).is_open


def test_a_holiday_without_a_day_in_its_stead_is_kept_on_its_day_only() -> None:
    registry = calendars()["ca.federal"]
    assert registry.is_open(date(2023, 10, 2), KNOWN_ON).is_open
    assert registry.is_open(date(2017, 11, 13), KNOWN_ON).is_open
    assert not registry.is_open(date(2024, 9, 30), KNOWN_ON).is_open
    assert not registry.is_open(date(2018, 7, 2), KNOWN_ON).is_open


def test_a_closing_is_known_from_the_day_of_its_record() -> None:
    row = {"date": "2026-03-02", "source": "an order", "is_legal_holiday": True}
    stormy = calendar_from({**TABLE, "closure": [{**row, "recorded": "2026-03-01"}]})
    day = date(2026, 3, 2)
    assert stormy.is_open(day, date(2026, 2, 28)).is_open
    assert not stormy.is_open(day, date(2026, 3, 1)).is_open


def test_a_line_rules_from_its_first_day_to_the_day_before_it_ends() -> None:
    for first, until, years in (
        ("2024-07-04", "2028-07-04", [2024, 2025]),
        ("2024-07-05", "2028-07-05", [2025, 2028]),
    ):
        line = {"name": "A day", "on": "july 4", "from": first, "to": until}
        ruled = calendar_from({**TABLE, "day": [line]})
        assert [year for year in range(2023, 2030) if ruled.closed_days(year)] == years


def test_a_day_moved_over_the_end_of_a_year_is_kept_in_the_next() -> None:
    last = {"name": "Last day", "on": "december 31", "observed": "sun->mon"}
    made = calendar_from({**TABLE, "day": [last]}, "x.toml")
    moved = [str(row.on) for row in made.year(2024) if row.moved_from]
    assert moved == ["2024-01-01"]
    assert made.year(2024)[0].moved_from == date(2023, 12, 31)


def test_a_moved_day_in_doubt_is_a_holiday_unless_it_is_asked_without() -> None:
    courts, friday = calendars()["us.fed.frcp6a6"], date(2026, 7, 3)
    assert courts.is_open(friday, KNOWN_ON).doubted
    assert not courts.is_open(friday, KNOWN_ON).is_open
    assert courts.is_open(friday, KNOWN_ON, doubted=False).is_open


@pytest.mark.parametrize("state", ["US-CA", "US-CO", "US-NV", "US-NY"])
def test_the_days_of_a_state_are_those_of_its_general_law(state: str) -> None:
    assert calendars().of_state(state).purpose == "statute"


def test_a_version_is_of_the_text_as_it_is_written() -> None:
    assert canonical({"title": "Día de César"}) == 'title = "Día de César"\n'
