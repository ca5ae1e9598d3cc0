"""Starts, pauses, extensions, combinations and the two kinds of printed dates."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from tecum.office import Hours
from tecum.reckoning import Account, Event, Status, by_id, judged, reckon_fixed, reckon_stated
from tecum.reckoning.count import Span
from tecum.reckoning.errors import (
    BadPeriod,
    CalendarOutOfRange,
    NaiveInstant,
    NoRuleInForce,
    NoStartDate,
    TooManyReadings,
    UnknownCalendar,
    UnknownClock,
    UnknownZone,
    UnsupportedForm,
    WrongEvent,
)
from tecum.words import Counting, Direction, Unit
from tests.unit.reckoning.ground import (
    KNOWN_ON,
    calendars,
    clock,
    clock_of_text,
    clocks,
    counted,
    days,
    instants,
    verdicts,
)

D = date.fromisoformat
T = datetime.fromisoformat


def stated(amount: int, unit: Unit, counting: Counting, event: Event, **given: object) -> list[str]:
    direction = given.get("direction", Direction.AFTER)
    assert isinstance(direction, Direction)
    method = clocks()[str(given.get("method", "frcp-6"))]
    found = reckon_stated(
        amount, unit, counting, direction, event,
        method=method, calendars=calendars(), methods=clocks(),
        known_on=KNOWN_ON, zone="America/Denver",
    )  # fmt: skip
    return instants(found) if unit is Unit.HOURS else days(found)


@pytest.mark.parametrize(
    ("amount", "unit", "counting", "at", "expected"),
    [
        (14, Unit.DAYS, Counting.UNSTATED, "2020-01-13", ["2020-01-27"]),
        (3, Unit.DAYS, Counting.BUSINESS, "2026-07-02", ["2026-07-07", "2026-07-08"]),
        (2, Unit.WEEKS, Counting.CALENDAR, "2026-06-06", ["2026-06-20", "2026-06-22"]),
        (1, Unit.MONTHS, Counting.UNSTATED, "2026-01-31", ["2026-02-28", "2026-03-02"]),
        (5, Unit.DAYS, Counting.COURT, "2026-06-15", ["2026-06-23"]),
    ],
)
def test_printed_periods(
    amount: int, unit: Unit, counting: Counting, at: str, expected: list[str]
) -> None:
    event = Event.on("service", D(at))
    assert stated(amount, unit, counting, event) == expected


def test_printed_periods_before_an_event() -> None:
    event = Event.on("hearing", D("2026-10-15"))
    got = stated(5, Unit.DAYS, Counting.UNSTATED, event, direction=Direction.BEFORE)
    assert got == ["2026-10-09", "2026-10-10"]


def test_printed_hours_are_elapsed_unless_business_hours_are_printed() -> None:
    event = Event.on("service", T("2026-06-26T17:00-06:00"))
    assert stated(48, Unit.HOURS, Counting.BUSINESS, event) == ["2026-06-30T17:00:00-06:00"]
    plain, rolled = stated(48, Unit.HOURS, Counting.UNSTATED, event)
    assert (plain, rolled) == ("2026-06-28T17:00:00-06:00", "2026-06-29T17:00:00-06:00")


def test_the_method_of_an_office_may_itself_rest_on_another() -> None:
    event = Event.on("service", D("2026-06-06"))
    assert stated(14, Unit.DAYS, Counting.UNSTATED, event, method="frap-26") == [
        "2026-06-20",
        "2026-06-22",
    ]


def test_a_stated_date_needs_no_calendar_for_its_year() -> None:
    found = reckon_fixed(
        D("1965-07-01"), zone="America/Denver", calendars=calendars(),
        known_on=KNOWN_ON, method=clocks()["frcp-6"],
    )  # fmt: skip
    assert (days(found), found.warnings) == (["1965-07-01"], ())


def test_what_a_count_does_not_look_at_is_no_warning() -> None:
    plain = clock("p", "period: 5 days", "calendar: us.fed.frcp6a6 + state of court (forward only)")
    assert counted(plain, D("2026-06-01")).warnings == ()


def test_a_stated_hour_stands_with_the_stated_date() -> None:
    found = reckon_fixed(
        D("2026-07-01"), time(17), "America/Denver", calendars=calendars(), known_on=KNOWN_ON
    )
    assert found.safe is not None
    assert (str(found.safe.day), found.safe.by) == ("2026-07-01", "17:00")
    assert instants(found) == ["2026-07-01T17:00:00-06:00"]


@pytest.mark.parametrize(("hour", "status"), [("17:00", Status.MISSED), ("16:59:59", Status.MET)])
def test_an_act_is_judged_by_the_latest_reading(hour: str, status: Status) -> None:
    found = reckon_fixed(
        D("2026-07-01"), time(17), "America/Denver", calendars=calendars(), known_on=KNOWN_ON
    )
    assert judged(found, T(f"2026-07-01T{hour}-06:00")).status is status


# --- starts -------------------------------------------------------------------------------


def test_hours_from_a_bare_date_have_two_ends() -> None:
    found = counted("dhs-detainer-48h", D("2026-06-22"))
    assert found.safe is not None
    assert found.latest is not None
    assert str(found.safe.day) == "2026-06-23"
    assert str(found.latest.day) == "2026-06-24"


def test_two_accounts_of_one_day_agree_for_a_day_clock() -> None:
    rows = (Account(at=D("2026-06-01")), Account(at=T("2026-06-01T10:00-04:00")))
    found = counted(clock("a", "period: 14 days"), Event("decision", rows))
    assert (found.status, days(found)) == (Status.FIXED, ["2026-06-15"])


def test_an_account_recorded_later_or_taken_back_is_not_seen() -> None:
    later = Account(at=D("2026-06-01"), recorded_at=datetime(2026, 6, 20, tzinfo=UTC))
    gone = Account(at=D("2026-06-02"), retracted_at=datetime(2026, 6, 5, tzinfo=UTC))
    event = Event("decision", (later, gone))
    plain = clock("a", "period: 14 days")
    assert days(counted(plain, event, known_on=D("2026-06-04"))) == ["2026-06-16"]
    assert counted(plain, event, known_on=D("2026-06-10")).status is Status.WAITING
    assert days(counted(plain, event, known_on=D("2026-06-21"))) == ["2026-06-15"]


def test_the_legal_day_is_that_of_the_place() -> None:
    found = counted(clock("a", "period: 1 day"), T("2026-06-02T03:00+00:00"))
    assert days(found) == ["2026-06-02"]


def test_the_wrong_event_is_refused() -> None:
    with pytest.raises(WrongEvent, match="starts with service"):
        counted("i9-notice", Event.on("receipt", D("2026-06-01")))


def test_a_date_that_is_demanded_and_not_there() -> None:
    with pytest.raises(NoStartDate):
        counted("i9-notice", Event("service")).demand_date()


def test_more_than_eight_readings_are_for_counsel() -> None:
    rows = tuple(Account(at=date(2026, 6, n), said_by=f"witness {n}") for n in range(1, 10))
    found = counted(clock("a", "period: 14 days"), Event("decision", rows))
    assert (found.status, found.safe, len(found.readings)) == (Status.COUNSEL, None, 9)
    with pytest.raises(TooManyReadings):
        found.demand_date()


def test_hours_roll_in_the_offset_that_was_given() -> None:
    hours = clock("h", "period: 72 hours", "roll: forward, same time", "calendar: us.fed.opm")
    found = counted(hours, T("2026-06-24T14:17-05:00"), zone=None)
    assert instants(found) == ["2026-06-29T14:17:00-05:00"]


def test_each_account_of_a_bounding_date_is_a_reading() -> None:
    rows = (
        Account(at=D("2026-07-01"), said_by="the form"),
        Account(at=D("2026-07-02"), said_by="the letter"),
    )
    found = counted("frcp-45-d-2-B", D("2026-06-24"), events=[Event("return_date", rows)])
    assert days(found) == ["2026-07-01", "2026-07-02"]
    assert len({row.name for row in found.readings}) == 2


def test_a_clock_may_be_nothing_but_a_combination() -> None:
    both = clock("b", "from: service", "combine: later of ca-410-issue, hearing")
    events = [Event.on("issue", D("2026-06-01")), Event.on("hearing", D("2026-06-15"))]
    assert days(counted(both, D("2026-06-03"), events=events)) == ["2026-06-21"]
    with pytest.raises(BadPeriod, match="method of computation"):
        counted("ca-12a", D("2026-06-03"))


# --- pauses, extensions, stays ------------------------------------------------------------


def test_a_pause_stands_from_the_next_day_through_the_restarting_day() -> None:
    events = [
        Event.on("clarification_request", D("2026-06-06")),
        Event.on("clarification_answer", D("2026-06-09")),
    ]
    found = counted("pause", D("2026-06-01"), events=events)
    # Stopped on a Saturday, restarted on a Tuesday: whether that Tuesday counts is open.
    assert days(found) == ["2026-07-01", "2026-07-02"]
    assert verdicts(found, "tolled") == [date(2026, 6, n) for n in (7, 8, 9)]


def test_a_pause_may_be_used_once() -> None:
    events = [
        Event.on("clarification_request", D("2026-02-17")),
        Event.on("clarification_answer", D("2026-02-18")),
        Event.on("clarification_request", D("2026-03-02")),
    ]
    found = counted("foia-determination", D("2026-02-13"), events=events)
    assert found.status is Status.FIXED
    assert any("once" in note for note in found.notes)


def test_a_pause_after_the_last_day_stops_nothing() -> None:
    late = [Event.on("clarification_request", D("2026-04-01"))]
    found = counted("foia-determination", D("2026-02-13"), events=late)
    assert (found.status, days(found)) == (Status.FIXED, ["2026-03-16"])


def test_a_restart_throws_the_count_away() -> None:
    events = [
        Event.on("clarification_request", D("2026-06-03")),
        Event.on("clarification_answer", D("2026-06-09")),
    ]
    assert days(counted("anew", D("2026-06-01"), events=events)) == ["2026-06-19"]


def test_a_stay_by_an_order_stands_with_the_order_as_reason() -> None:
    stay = Span(D("2026-06-05"), D("2026-06-14"), "order of 5 June", "1:26-cv-00001")
    found = counted(clock("a", "period: 10 days"), D("2026-06-01"), stood=[stay])
    assert days(found) == ["2026-06-21"]
    assert found.main is not None
    assert {s.cite for s in found.main.steps if s.verdict == "tolled"} == {"1:26-cv-00001"}


def test_a_stay_without_end_gives_no_date() -> None:
    stay = Span(D("2026-06-05"), None, "order of 5 June")
    found = counted(clock("a", "period: 10 days"), D("2026-06-01"), stood=[stay])
    assert (found.status, found.readings) == (Status.TOLLED, ())
    assert "the clock stands since 2026-06-05: order of 5 June" in found.notes


def test_an_extension_of_months_counts_from_the_original_date() -> None:
    assert days(counted("months-extended", D("2025-12-31"))) == ["2026-02-28"]
    assert days(counted("months-extended", D("2025-12-31"), extended=True)) == ["2026-03-31"]


def test_a_stay_within_months_is_given_back_at_the_end() -> None:
    stay = Span(D("2026-01-10"), D("2026-01-12"), "an order")
    found = counted(clock("m", "period: 1 month"), D("2026-01-05"), stood=[stay])
    assert days(found) == ["2026-02-08"]


def test_hours_are_extended_by_hours() -> None:
    hours = clock("h", "period: 48 hours", "extends: +24 hours from original end")
    found = counted(hours, T("2026-06-24T14:17"), extended=True)
    assert instants(found) == ["2026-06-27T14:17:00-04:00"]


# --- calendars, zones, versions -----------------------------------------------------------


def test_a_day_recorded_later_is_not_seen() -> None:
    plain = clock("d", "period: 1 business day", "calendar: us.fed.opm")
    assert days(counted(plain, D("2021-06-17"), known_on=D("2021-06-16"))) == ["2021-06-18"]
    assert days(counted(plain, D("2021-06-17"), known_on=D("2021-06-17"))) == ["2021-06-21"]


def test_a_rule_recorded_later_is_not_seen() -> None:
    with pytest.raises(NoRuleInForce, match="none was recorded by 2013-01-01"):
        counted("frcp-45-d-2-B", D("2013-12-02"), known_on=D("2013-01-01"))


def test_the_law_of_another_day_rules_where_the_clock_says_so() -> None:
    frame = "from: event\nperiod: {}\nin force: {}\njudged at: service date\nsource: s"
    old = clock_of_text(
        "v", frame.format("5 days", "from 2000-01-01 to 2020-01-01; recorded 2000-01-01")
    )
    new = clock_of_text("v", frame.format("9 days", "from 2020-01-01; recorded 2019-01-01"))
    both = by_id([old, new])["v"]
    served = [Event.on("service", D("2019-12-30"))]
    assert days(counted(both, D("2020-01-10"))) == ["2020-01-19"]
    assert days(counted(both, D("2020-01-10"), events=served)) == ["2020-01-15"]


def test_opening_hours_decide_when_something_is_received() -> None:
    late = clock(
        "o", "from: receipt", "deemed: opening hours", "period: 2 days", "calendar: us.fed.opm"
    )
    hours = Hours(time(9), time(17))
    assert days(counted(late, T("2026-07-02T17:30"), hours=hours)) == ["2026-07-08"]
    with pytest.raises(UnsupportedForm, match="opening hours"):
        counted(late, T("2026-07-02T17:30"))


def test_a_fixed_clock_gives_its_date() -> None:
    fixed = clock("f", "from: fixed", "calendar: us.fed.opm", "cutoff: 17:00 America/Denver")
    found = counted(fixed, D("2026-06-27"), "return_date")
    assert days(found) == ["2026-06-27"]
    assert any("Saturday" in note for note in found.notes)
    rolls = clock("f", "from: fixed", "fixed date rolls: yes", "calendar: us.fed.opm")
    assert days(counted(rolls, D("2026-06-27"), "return_date")) == ["2026-06-29"]


@pytest.mark.parametrize(
    ("lines", "given", "error"),
    [
        (["period: 5 business days"], {}, UnknownCalendar),
        (["period: 5 days", "roll: forward", "calendar: us.fed.opn"], {}, UnknownCalendar),
        (["period: 5 days", "counted by: frcp-7"], {}, UnknownClock),
        (["period: 5 hours"], {"zone": "America/Denvr"}, UnknownZone),
        (["period: 5 hours"], {"zone": None}, NaiveInstant),
        (["period: 5 hours", "count: business days", "calendar: us.fed.opm"], {}, BadPeriod),
        (["period: 5 days", "count: elapsed"], {}, BadPeriod),
        (["period: 5 months", "skip spans: 07-01..08-31"], {}, BadPeriod),
        (["period: 5 months", "count: clear days"], {}, BadPeriod),
        (["period: 5 hours", "skip spans: 07-01..08-31"], {}, UnsupportedForm),
        (
            ["period: 5 hours"],
            {"stood": [Span(D("2026-06-02"), D("2026-06-03"), "o")]},
            UnsupportedForm,
        ),
        (
            ["period: 5 hours", "extends: +1 day from original end"],
            {"extended": True},
            UnsupportedForm,
        ),
        (["period: 5 days"], {"extended": True}, UnsupportedForm),
        (["period: 100000 days"], {"forced": True}, None),
        (
            ["period: 5 days", "service adds: mail +3 days after roll"],
            {"served_by": "pigeon"},
            UnsupportedForm,
        ),
    ],
)
def test_what_cannot_be_counted_says_why(
    lines: list[str], given: dict[str, object], error: type[Exception] | None
) -> None:
    at = T("2026-06-01T10:00")
    if error is None:
        assert counted(clock("x", *lines), at, **given).safe is not None
        return
    with pytest.raises(error):
        counted(clock("x", *lines), at, **given)


def test_a_year_without_any_data_is_out_of_range() -> None:
    old = clock("x", "period: 5 days", "roll: forward", "calendar: us.ny.gcl24")
    with pytest.raises(CalendarOutOfRange, match="2000 to 2100"):
        counted(old, D("1980-06-01"))


def test_misspelt_names_are_answered_with_the_nearest() -> None:
    with pytest.raises(UnknownCalendar, match=r'Nearest: "us\.fed\.opm"'):
        counted(
            clock("x", "period: 5 days", "roll: forward", "calendar: us.fed.opn"), D("2026-06-01")
        )


def test_pins_name_everything_a_date_rests_on() -> None:
    first = counted("foia-determination", D("2026-02-13")).pins
    again = counted("foia-determination", D("2026-02-13")).pins
    other = counted("foia-determination", D("2026-02-16")).pins
    assert first == again
    assert first.inputs != other.inputs
    assert dict(first.calendars)["us.fed.opm"] == calendars()["us.fed.opm"].sha256
    assert first.known_on == KNOWN_ON


@pytest.mark.parametrize(
    ("name", "at"),
    [
        ("dhs-detainer-48h", datetime(9999, 12, 31, 10)),
        ("dhs-detainer-48h", datetime(1, 1, 1, 0, 30, tzinfo=UTC)),
        ("preserve-90", date(9999, 10, 2)),
        ("preserve-90", date(9999, 12, 31)),
    ],
)
def test_a_count_that_leaves_the_calendar_says_so(name: str, at: date) -> None:
    with pytest.raises(BadPeriod, match="leaves the calendar"):
        counted(name, at)
