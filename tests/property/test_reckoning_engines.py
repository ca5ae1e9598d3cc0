"""Two engines that share no code agree, and what must always hold holds."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tecum.reckoning import Calendars, Clock, Event, Reckoned, reckon
from tecum.reckoning.calendars import Calendar, Holiday, Purpose
from tecum.reckoning.clocks import (
    Addition,
    CalendarRef,
    Count,
    CountMode,
    Period,
    PeriodUnit,
    Roll,
    Short,
    YearlySpan,
)
from tecum.words import Direction
from tests.property.naive_count import NaiveRule, naive_business_hours, naive_date

EXAMPLES = int(os.environ.get("TECUM_TEST_RECKON_EXAMPLES", "400"))
STARTS = 25
KNOWN_ON = date(2026, 1, 1)
FIRST = date(2020, 1, 1)
BUSINESS = {"business days", "court days"}


def calendar_of(closed: set[date], weekend: set[int]) -> Calendars:
    days = tuple(sorted(closed))
    listed = Holiday(
        name="a holiday",
        on="listed",
        days=lambda year: tuple(day for day in days if day.year == year),
        source="a list",
    )
    return Calendars(
        [
            Calendar(
                id="test.days",
                title="Listed days",
                authority="X",
                purpose=Purpose.OFFICE,
                weekend=frozenset(weekend),
                source="a list",
                holidays=(listed,),
            )
        ]
    )


def clock_of(rule: NaiveRule, unit: PeriodUnit) -> Clock:
    adds = ()
    if rule.add:
        roll = None if rule.add_rolls else Roll.NONE
        adds = (Addition(("post",), Period(rule.add, PeriodUnit.DAYS), rule.add_after, roll),)
    spans = (YearlySpan(*rule.recess),) if rule.recess else ()
    short = Short(rule.short, CountMode.BUSINESS_DAYS) if rule.short else None
    return Clock(
        id="random",
        start="event",
        source="a rule",
        period=Period(rule.n, unit),
        direction=Direction.BEFORE if rule.back else Direction.AFTER,
        count=Count(CountMode.EVERY_DAY, rule.clear, short),
        roll=Roll(rule.roll),
        skip_spans=spans,
        service_adds=adds,
        calendar=CalendarRef(("test.days",)),
    )


def counted(clock: Clock, at: date, calendars: Calendars) -> Reckoned:
    return reckon(
        clock,
        Event.on("decision", at),
        calendars=calendars,
        methods={},
        known_on=KNOWN_ON,
        zone=None,
        served_by="post",
    )


@st.composite
def rules(draw: st.DrawFn) -> tuple[NaiveRule, PeriodUnit]:
    unit = draw(st.sampled_from([u for u in PeriodUnit if u is not PeriodUnit.HOURS]))
    by_month = unit in (PeriodUnit.MONTHS, PeriodUnit.YEARS)
    most = {"years": 3, "months": 20, "weeks": 12}.get(unit.value, 70)
    business = unit.value in BUSINESS
    rule = NaiveRule(
        n=draw(st.integers(1, most)),
        unit="days" if business else unit.value,
        back=draw(st.booleans()),
        business=business,
        clear=not by_month and draw(st.booleans()),
        short=0 if business or by_month else draw(st.sampled_from([0, 7, 11])),
        roll=draw(st.sampled_from(["none", "forward", "backward", "same direction"])),
        add=draw(st.sampled_from([0, 0, 2, 3, 5])),
        add_after=draw(st.booleans()),
        add_rolls=draw(st.booleans()),
        recess=None if by_month else draw(st.sampled_from([None, None, ((7, 1), (8, 31))])),
    )
    return rule, unit


@st.composite
def closings(draw: st.DrawFn) -> tuple[set[date], set[int]]:
    offsets = draw(st.sets(st.integers(-1500, 2500), max_size=60))
    weekend = draw(st.sampled_from([{5, 6}, {6}, {4, 5}, set()]))
    return {FIRST + timedelta(days=k) for k in offsets}, set(weekend)


@settings(max_examples=EXAMPLES)
@given(rules(), closings(), st.integers(0, 700))
def test_both_engines_count_alike(
    drawn: tuple[NaiveRule, PeriodUnit], shut: tuple[set[date], set[int]], offset: int
) -> None:
    rule, unit = drawn
    closed, weekend = shut
    calendars = calendar_of(closed, weekend)
    clock = clock_of(rule, unit)
    for k in range(STARTS):
        start = FIRST + timedelta(days=offset + k)
        found = counted(clock, start, calendars)
        assert found.safe is not None
        assert found.safe.day == naive_date(rule, start, closed, weekend), (rule, start)


@settings(max_examples=EXAMPLES)
@given(rules(), closings(), st.integers(0, 700))
def test_what_always_holds(
    drawn: tuple[NaiveRule, PeriodUnit], shut: tuple[set[date], set[int]], offset: int
) -> None:
    rule, unit = drawn
    closed, weekend = shut
    calendars = calendar_of(closed, weekend)
    clock = clock_of(rule, unit)
    start = FIRST + timedelta(days=offset)
    found = counted(clock, start, calendars)
    later = counted(clock, start + timedelta(days=1), calendars)
    main = found.main
    assert main is not None
    assert main.due.day is not None
    assert later.safe is not None
    assert found.safe is not None
    if not rule.back:
        assert later.safe.order >= found.safe.order
    if rule.roll != "none" and (rule.add_rolls or not rule.add or not rule.add_after):
        assert calendars["test.days"].is_open(main.due.day, KNOWN_ON).is_open
    steps = [step for step in main.steps if step.verdict == "counted"]
    days = 7 * rule.n if rule.unit == "weeks" else rule.n
    assert [step.n for step in steps] == list(range(1, days + 1))
    assert all(found.safe.order <= row.due.order for row in found.readings)


@settings(max_examples=EXAMPLES)
@given(rules(), closings(), st.integers(0, 700), st.integers(1, 200))
def test_a_further_holiday_never_brings_a_business_day_forward(
    drawn: tuple[NaiveRule, PeriodUnit],
    shut: tuple[set[date], set[int]],
    offset: int,
    holiday: int,
) -> None:
    closed, weekend = shut
    rule = replace(drawn[0], back=False, unit="days", business=True, roll="forward", recess=None)
    clock = clock_of(replace(rule, n=min(rule.n, 40)), PeriodUnit.BUSINESS_DAYS)
    start = FIRST + timedelta(days=offset)
    further = closed | {start + timedelta(days=holiday)}
    without = counted(clock, start, calendar_of(closed, weekend)).safe
    with_it = counted(clock, start, calendar_of(further, weekend)).safe
    assert without is not None
    assert with_it is not None
    assert with_it.order >= without.order


ZONES = ("America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles")
CHANGES = (date(2026, 3, 7), date(2026, 10, 31))


def hour_clock(hours: int, mode: CountMode) -> Clock:
    return Clock(
        id="hours",
        start="event",
        source="a rule",
        period=Period(hours, PeriodUnit.HOURS),
        count=Count(mode),
        roll=Roll.NONE,
        calendar=CalendarRef(("test.days",)),
    )


def ends(clock: Clock, at: datetime, zone: str, calendars: Any = None) -> list[datetime]:
    found = reckon(
        clock,
        Event.on("decision", at),
        calendars=calendars or calendar_of(set(), {5, 6}),
        methods={},
        known_on=KNOWN_ON,
        zone=zone,
    )
    return [row.due.instant for row in found.readings if row.due.instant is not None]


@pytest.mark.parametrize("hours", [24, 48, 72])
@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("zone", ZONES)
def test_elapsed_hours_are_utc_arithmetic(zone: str, change: date, hours: int) -> None:
    for hour in range(24):
        start = datetime(change.year, change.month, change.day, hour, 17, tzinfo=ZoneInfo(zone))
        expected = start.astimezone(UTC) + timedelta(hours=hours)
        assert [
            at.astimezone(UTC) for at in ends(hour_clock(hours, CountMode.ELAPSED), start, zone)
        ] == [expected]


@settings(max_examples=60)
@given(
    st.sampled_from(ZONES),
    st.sampled_from([date(2026, 3, 5), date(2026, 10, 29), date(2026, 6, 1)]),
    st.integers(0, 5 * 24 * 60 - 1),
    st.sampled_from([24, 48, 72]),
    st.sets(st.integers(0, 10), max_size=3),
)
def test_hours_on_open_days_run_minute_by_minute(
    zone: str, first: date, minute: int, hours: int, shut: set[int]
) -> None:
    closed = {first + timedelta(days=k) for k in shut}
    midnight = datetime(first.year, first.month, first.day, tzinfo=ZoneInfo(zone))
    start = midnight.astimezone(UTC) + timedelta(minutes=minute)
    clock = hour_clock(hours, CountMode.ON_BUSINESS_DAYS)
    found = ends(clock, start, zone, calendar_of(closed, {5, 6}))
    assert [at.astimezone(UTC) for at in found] == [
        naive_business_hours(start, hours, closed, zone)
    ]
