"""What a vector's own inputs decide: what it may leave out, and what it must not."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tecum.reckoning.vectors import answer, answers
from tests.unit.reckoning.ground import calendars

KNOWN_ON = date(2026, 11, 1)
MISSING = "input.cal not understood: it is missing"
PLAIN = {"start": "2026-06-01", "n": 5}


def got(kind: str, **given: Any) -> dict[str, Any]:
    return answer({"id": "v", "kind": kind, "input": given}, calendars(), KNOWN_ON)


def right(*told: str) -> dict[str, Any]:
    return {"id": "v", "got": [*told]}


def refused(why: str) -> dict[str, Any]:
    return {"id": "v", "got": [], "refused": why}


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"count": "calendar", "roll": "none"},
        {"count": None, "roll": None, "closed": None, "excluded": None},
        {"excluded": "summer+seasonal"},
    ],
)
def test_no_calendar_is_asked_for_where_no_day_need_be_open(given: dict[str, Any]) -> None:
    assert got("days", **PLAIN, **given) == right("2026-06-06")


@pytest.mark.parametrize(
    "given",
    [
        {"count": "business"},
        {"roll": "forward"},
        {"closed": ["2026-06-03"]},
        {"excluded": "short"},
        {"excluded": "summer+short"},
    ],
)
def test_one_open_day_asked_for_is_enough_to_need_a_calendar(given: dict[str, Any]) -> None:
    assert got("days", **PLAIN, **given) == refused(MISSING)


@pytest.mark.parametrize(
    ("kind", "given"),
    [
        ("deemed", {"sent": "2024-06-07", "method": "second_day_then_next_business"}),
        ("fixed-roll", {"fixed": "2026-06-27", "roll": "forward"}),
        ("clear", {"start": "2026-06-01", "n": 3, "short_excludes": 3}),
        (
            "hours",
            {
                "start": "2026-06-05T10:00",
                "tz": "America/Denver",
                "n": 72,
                "count": "exclude_nonbusiness_hours",
            },
        ),
        (
            "hours",
            {
                "start": "2026-06-05T10:00",
                "tz": "America/Denver",
                "n": 24,
                "count": "all_hours",
                "roll": "forward_same_time",
            },
        ),
    ],
)
def test_other_kinds_that_look_at_open_days_need_one_too(kind: str, given: dict[str, Any]) -> None:
    assert got(kind, **given) == refused(MISSING)


def test_receipt_without_a_calendar_has_every_day_open() -> None:
    late = {"received": "2026-06-05T18:00", "open": "09:00", "close": "17:00"}
    assert got("receipt", **late) == right("2026-06-06T09:00:00")
    assert got("receipt-date", received="2026-06-05T18:00", cutoff="17:00") == right("2026-06-06")


def test_a_federal_calendar_is_not_taken_alone_where_a_state_is_named_too() -> None:
    found = got("days", **PLAIN, roll="forward", cal="US-federal+ZZ")
    assert found == refused("input.cal not understood: 'US-federal+ZZ'")


def test_what_is_missing_is_told_from_what_is_wrong() -> None:
    assert got("days", n=5) == refused("input.start not understood: it is missing")
    assert got("days", start="x", n=5) == refused("input.start not understood: 'x'")


def test_a_key_that_is_null_is_as_one_that_is_not_there() -> None:
    given = {"start": "2026-06-05", "cal": "US-federal"}
    assert got("clear", **given, n=1, short_excludes=None) == right("2026-06-06")
    assert got("clear", **given, n=1) == right("2026-06-06")
    assert got("days", **given, n=None) == refused("input.n not understood: None")


def test_the_longest_period_that_a_clock_may_have_is_counted() -> None:
    assert got("days", start="2000-01-01", n=100_000) == right("2273-10-16")
    longer = got("days", start="2000-01-01", n=100_001)
    assert longer == refused("input.n 100001 not understood: longer than any period")


def test_a_short_period_is_one_below_the_threshold_of_its_rule() -> None:
    canada = {"cal": "CA-federal-canada", "excluded": "short"}
    assert got("days", start="2026-06-01", n=6, **canada) == right("2026-06-09")
    assert got("days", start="2026-06-01", n=7, **canada) == right("2026-06-08")
    assert got("weeks", start="2026-06-01", n=2, **canada) == right("2026-06-15")
    england = {"cal": "UK-EAW", "short_excludes": 5, "start": "2026-06-03"}
    assert got("clear", n=5, **england) == right("2026-06-10")
    assert got("clear", n=6, **england) == right("2026-06-09")


def test_one_business_day_after_receipt_on_a_saturday_has_two_answers() -> None:
    given = {"start": "2026-06-06", "n": 1, "count": "business", "cal": "US-federal"}
    assert got("days", **given) == right("2026-06-08", "2026-06-09")


@pytest.mark.parametrize(
    ("day", "roll", "expected"),
    [
        ("2026-06-27", "forward", "2026-06-29"),
        ("2026-06-28", "forward", "2026-06-29"),
        ("2026-06-27", "backward", "2026-06-26"),
        ("2026-06-28", "backward", "2026-06-26"),
        ("2026-06-28", "none", "2026-06-28"),
    ],
)
def test_a_stated_date_rolls_day_by_day(day: str, roll: str, expected: str) -> None:
    assert got("fixed-roll", fixed=day, roll=roll, cal="US-federal") == right(expected)


@pytest.mark.parametrize(
    ("at", "cutoff", "expected"),
    [
        ("2026-07-07T17:00:00-06:00", "2026-07-07T17:30:00", "timely"),
        ("2026-07-07T17:30:00", "2026-07-07T17:30:00-06:00", "late"),
        ("2026-07-07T17:00:00-06:00", "2026-07-07T17:30:00-05:00", "late"),
        ("2026-07-07T17:00:00-05:00", "2026-07-07T17:30:00-06:00", "timely"),
        ("2026-07-07T17:00:00-06:00", "17:30", "timely"),
        ("17:29:59", "2026-07-07T17:30:00-06:00", "timely"),
        ("17:30", "17:30", "late"),
    ],
)
def test_instants_are_compared_as_instants_and_wall_times_as_wall_times(
    at: str, cutoff: str, expected: str
) -> None:
    assert got("cutoff", at=at, cutoff=cutoff, granularity="second") == right(expected)


def test_vectors_without_a_name_are_numbered_from_one() -> None:
    given = {"fixed": "2026-06-27"}
    rows = [{"kind": "fixed", "input": given}, "x"]
    assert [row["id"] for row in answers(rows, calendars(), KNOWN_ON)] == ["1", "2"]
    assert answer("x", calendars(), KNOWN_ON)["id"] == "1"


@pytest.mark.parametrize(
    ("kind", "given", "named"),
    [
        (
            "receipt",
            {"received": "2026-06-05T18:00", "open": "09:00+01:00", "close": "17:00"},
            "input.open not understood: '09:00+01:00'",
        ),
        (
            "receipt-date",
            {"received": "2026-06-05T18:00", "cutoff": "17:00Z"},
            "input.cutoff not understood: '17:00Z'",
        ),
        (
            "receipt",
            {"received": "2026-06-05T18:00", "open": "17:00", "close": "09:00"},
            "input.close not understood: not after input.open",
        ),
        (
            "receipt",
            {"received": "2026-06-05T18:00", "open": "09:00", "close": "09:00"},
            "input.close not understood: not after input.open",
        ),
    ],
)
def test_hours_of_a_day_that_cannot_be_are_refused(
    kind: str, given: dict[str, Any], named: str
) -> None:
    assert got(kind, **given) == refused(named)


@pytest.mark.parametrize(
    ("kind", "given"),
    [
        ("hours", {"start": "9999-12-31T23:00", "tz": "UTC", "n": 7, "count": "all_hours"}),
        ("hours", {"start": "0001-01-01T00:30", "tz": "Asia/Tokyo", "n": 1, "count": "all_hours"}),
        ("receipt", {"received": "9999-12-31T20:00", "open": "09:00", "close": "17:00"}),
        ("receipt-date", {"received": "9999-12-31T20:00", "cutoff": "17:00"}),
        (
            "deemed",
            {"sent": "9999-12-31", "method": "second_day_then_next_business", "cal": "none"},
        ),
    ],
)
def test_one_vector_beyond_the_calendar_does_not_end_the_others(
    kind: str, given: dict[str, Any]
) -> None:
    rows = [{"id": 1, "kind": kind, "input": given}, {"id": 2, "kind": "fixed", "input": {}}]
    first, second = answers(rows, calendars(), KNOWN_ON)
    assert first == {"id": 1, "got": [], "refused": "input not understood: leaves the calendar"}
    assert second["refused"] == "input.fixed not understood: it is missing"
