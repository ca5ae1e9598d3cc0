"""Small places of the count that a wrong sign or a wrong word would change."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time

import pytest

from tecum.office import Hours
from tecum.reckoning import Account, Event
from tests.unit.reckoning.ground import clock, counted

TILL_FOUR = Hours(time(9), time(16))
D = date.fromisoformat
T = datetime.fromisoformat


@pytest.mark.parametrize(
    ("lines", "given", "by", "instant"),
    [
        ([], {}, "end of day 24:00", "2026-06-16T00:00:00-04:00"),
        ([], {"zone": None}, "end of day 24:00", None),
        (["cutoff: 24:00 America/Denver"], {}, "end of day 24:00", "2026-06-16T00:00:00-06:00"),
        (["cutoff: 17:30 Europe/London"], {}, "17:30", "2026-06-15T17:30:00+01:00"),
        (["cutoff: closing"], {}, "closing of the office", None),
        (["cutoff: closing"], {"hours": TILL_FOUR}, "16:00", "2026-06-15T16:00:00-04:00"),
        (["bound: earliest day"], {}, "from 00:00", "2026-06-15T00:00:00-04:00"),
    ],
)
def test_the_moment_at_which_the_last_day_is_over(
    lines: list[str], given: dict[str, object], by: str, instant: str | None
) -> None:
    due = counted(clock("a", "period: 14 days", *lines), D("2026-06-01"), **given).demand_date()
    assert (due.by, due.instant.isoformat() if due.instant else None) == (by, instant)


def test_hours_that_end_at_midnight_end_the_day_before() -> None:
    due = counted(clock("a", "period: 24 hours"), T("2026-06-01T00:00")).demand_date()
    assert (due.day, due.by) == (D("2026-06-01"), "end of day 24:00")
    bound = clock("a", "period: 24 hours", "bound: earliest day")
    assert counted(bound, T("2026-06-01T00:00")).demand_date().bound == "earliest day"


@pytest.mark.parametrize("names", ["us.fed.opm + uk.eaw.bank", "uk.eaw.bank + us.fed.opm"])
def test_a_holiday_of_any_calendar_is_named_before_a_weekend(names: str) -> None:
    plain = clock("a", "period: 5 days", "roll: forward", f"calendar: {names}")
    main = counted(plain, D("2026-12-21")).main
    assert main is not None
    assert [step.reason for step in main.steps if step.verdict == "rolled"] == [
        "Boxing Day",
        "Sunday",
        "Boxing Day (observed)",
    ]


def test_closings_mean_nothing_to_a_clock_that_does_not_name_them() -> None:
    shut = [D("2026-06-06")]
    assert counted(clock("a", "period: 5 days"), D("2026-06-01"), closed=shut).safe.day == shut[0]


def test_receipt_on_a_doubted_holiday_may_be_receipt_on_the_next_open_day() -> None:
    plain = clock("a", "from: receipt", "period: 3 business days", "calendar: us.fed.frcp6a6")
    found = counted(plain, D("2026-07-03"))
    assert [str(row.due.day) for row in found.by_date] == ["2026-07-08", "2026-07-09"]


@pytest.mark.parametrize(
    ("at", "zone", "expected"),
    [
        ("2026-06-01T16:29", "America/New_York", "2026-06-02"),
        ("2026-06-01T16:30", "America/New_York", "2026-06-03"),
        ("2026-06-01T20:29+00:00", "America/New_York", "2026-06-02"),
        ("2026-06-01T20:31+00:00", "America/New_York", "2026-06-03"),
        ("2026-06-01T16:31+00:00", None, "2026-06-03"),
    ],
)
def test_the_hour_before_which_something_counts_that_day_is_that_of_the_place(
    at: str, zone: str | None, expected: str
) -> None:
    rule = clock(
        "a", "period: 1 day", "calendar: us.fed.opm",
        "deemed: same business day before 16:30, else next",
    )  # fmt: skip
    assert str(counted(rule, T(at), zone=zone).demand_date().day) == expected


@pytest.mark.parametrize(
    ("at", "zone", "expected"),
    [
        ("2026-06-01T09:00", "America/New_York", "2026-06-01T11:00:00-04:00"),
        ("2026-06-01T16:00", "America/New_York", "2026-06-01T18:00:00-04:00"),
        ("2026-06-01T16:01", "America/New_York", "2026-06-02T11:00:00-04:00"),
        ("2026-06-01T08:59", "America/New_York", "2026-06-01T11:00:00-04:00"),
        ("2026-06-01T12:00+00:00", "America/New_York", "2026-06-01T11:00:00-04:00"),
        ("2026-06-06T10:00", "America/New_York", "2026-06-08T11:00:00-04:00"),
    ],
)
def test_opening_hours_reach_from_the_opening_through_the_closing(
    at: str, zone: str | None, expected: str
) -> None:
    rule = clock("a", "period: 2 hours", "deemed: opening hours", "calendar: us.fed.opm")
    due = counted(rule, T(at), zone=zone, hours=TILL_FOUR).demand_date()
    assert due.instant is not None
    assert due.instant.isoformat() == expected


@pytest.mark.parametrize(
    ("how", "expected"),
    [
        ("not after", "07-03 combined: the earlier of 2026-07-06 and hearing 2026-07-03"),
        ("not before", "07-06 combined: the later of 2026-07-06 and hearing 2026-07-03"),
    ],
)
def test_a_date_that_bounds_another_is_a_step(how: str, expected: str) -> None:
    bounded = clock("a", "period: 5 days", f"combine: {how} hearing")
    hearing = Event.on("hearing", D("2026-07-03"))
    found = counted(bounded, D("2026-07-01"), events=[hearing])
    (row,) = found.readings
    last = row.steps[-1]
    assert f"{last.at:%m-%d} {last.verdict}: {last.reason}" == expected
    assert row.name == "main"


def test_a_date_known_from_the_other_event_alone_bears_its_name() -> None:
    bounded = clock("a", "combine: earlier of hearing, order")
    hearing = Event.on("hearing", D("2026-07-03"))
    found = counted(bounded, D("2026-07-01"), events=[hearing])
    assert [row.name for row in found.readings] == ["hearing"]
    assert found.notes == ("at the latest: order is not known and may be earlier",)


def test_each_choice_of_a_disputed_pause_is_named() -> None:
    pause = clock("a", "period: 10 days", "tolls: order to decision resume")
    rows = tuple(Account(at=D(day), said_by=day) for day in ("2026-06-05", "2026-06-07"))
    given = [Event("order", rows), Event.on("decision", D("2026-06-09"))]
    pause = replace(pause, start="receipt")
    found = counted(pause, D("2026-06-01"), "receipt", events=given)
    assert [(str(row.due.day), row.name) for row in found.readings][:2] == [
        ("2026-06-15", "stands from 2026-06-05 to 2026-06-09"),
        ("2026-06-13", "stands from 2026-06-07 to 2026-06-09"),
    ]


def test_the_cut_off_is_the_last_step_where_its_moment_is_known() -> None:
    timed = clock("a", "period: 1 day", "cutoff: 17:30 America/New_York  [Rule 5]")
    main = counted(timed, D("2026-06-01")).main
    assert main is not None
    assert (main.steps[-1].verdict, main.steps[-1].cite) == ("cut_off", "Rule 5")
    assert main.steps[-1].reason == "the day is over: 17:30"
    closing = counted(clock("a", "period: 1 day", "cutoff: closing"), D("2026-06-01")).main
    assert closing is not None
    assert closing.steps[-1].verdict == "landed"


@pytest.mark.parametrize(("served_by", "warned"), [("mail", 1), (None, 0)])
def test_hours_take_no_days_of_service(served_by: str | None, warned: int) -> None:
    hours = clock("a", "period: 24 hours", "service adds: mail +3 days after roll")
    found = counted(hours, T("2026-06-01T09:00"), served_by=served_by)
    said = [text for text in found.warnings if "not added to hours" in text]
    assert len(said) == warned


def test_equal_dates_are_one_reading_with_every_name() -> None:
    both = clock(
        "a", "period: 5 days", "roll: forward", "calendar: us.fed.opm",
        "reading: plain: roll = none  [Rule 8]", "reading: back: roll = backward  [Rule 8]",
    )  # fmt: skip
    (row,) = counted(both, D("2026-06-03")).readings
    assert (row.name, row.cite) == ("main = plain = back", "a rule = Rule 8")


def test_added_days_bear_their_own_citation() -> None:
    adds = clock("a", "period: 1 day", "service adds: mail +1 day after roll  [Rule 9]")
    main = counted(adds, D("2026-06-01"), served_by="mail").main
    assert main is not None
    assert [step.cite for step in main.steps if step.verdict == "added"] == ["Rule 9"]
    assert {step.cite for step in main.steps if step.verdict == "counted"} == {"a rule"}


def test_what_the_steps_of_years_and_months_say() -> None:
    years = counted(clock("a", "period: 1 year"), D("2024-02-29")).main
    months = counted(clock("a", "period: 1 month"), D("2026-01-30")).main
    assert years is not None
    assert months is not None
    assert years.steps[1].reason == (
        "year 1: the corresponding day, the last day of a shorter month"
    )
    assert months.steps[1].reason.startswith("month 1: ")


def test_a_count_longer_than_a_year_names_every_day() -> None:
    main = counted(clock("a", "period: 400 days"), D("2026-06-01")).main
    assert main is not None
    assert [step.reason for step in main.steps[1:401]] == [f"day {n}" for n in range(1, 401)]
    assert main.steps[400].at == D("2027-07-06")
