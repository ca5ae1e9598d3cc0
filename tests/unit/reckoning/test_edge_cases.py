"""The edge cases of RECKONING section 13, by their numbers."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from tecum.reckoning import Account, Event, How, Standing, Status, event_kind, reckon_fixed
from tecum.reckoning.clocks import Granularity
from tecum.reckoning.cutoff import is_timely
from tecum.reckoning.errors import BadPeriod, NoRuleInForce
from tecum.reckoning.stated import reckon_stated
from tecum.words import Counting, Direction, Trigger, Unit
from tests.unit.reckoning.ground import (
    KNOWN_ON,
    calendars,
    clock,
    clocks,
    counted,
    days,
    instants,
)

D = date.fromisoformat
T = datetime.fromisoformat
NY = "America/New_York"


def frcp(period: str, direction: str = "after") -> Any:
    return clock("frcp", f"period: {period}", f"direction: {direction}", "counted by: frcp-6")


def _case(number: str, name: Any, at: Any, expected: list[str], **given: Any) -> Any:
    return pytest.param(name, at, expected, given, id=number)


DATES = [
    _case("6", frcp("10 days"), D("2010-01-05"), ["2010-01-15"]),
    _case("7", frcp("30 days"), D("2026-01-14"), ["2026-02-17"], served_by="mail"),
    _case("8", frcp("14 days"), D("2026-06-24"), ["2026-07-13"], served_by="mail"),
    _case("9", frcp("14 days"), D("2026-06-19"), ["2026-07-03", "2026-07-06"]),
    _case("11", frcp("1 year"), D("1999-05-17"), ["2000-05-17"], forced=True),
    _case("13a", clock("a", "period: 14 days"), D("2020-01-13"), ["2020-01-27"]),
    _case("13b", clock("a", "period: 3 days"), D("2020-01-13"), ["2020-01-16"]),
    _case("14", "letter-30-days", D("2025-07-17"), ["2025-08-16", "2025-08-18"]),
    _case("15", frcp("30 days"), D("2026-04-24"), ["2026-05-26"]),
    _case("17", "i9-notice", D("2026-07-02"), ["2026-07-07", "2026-07-08"]),
    _case("18", "i9-notice", D("2026-11-25"), ["2026-12-01"]),
    _case("19a", "foia-determination", D("2026-02-13"), ["2026-03-16"]),
    _case("19b", "foia-determination", D("2026-02-13"), ["2026-03-30"], extended=True),
    _case("20", "foia-determination", D("2025-12-22"), ["2026-01-22", "2026-01-26"]),
    _case("21a", "cpra-determination", D("2026-02-02"), ["2026-02-13"]),
    _case("21b", "cpra-determination", D("2026-03-21"), ["2026-04-01"]),
    _case("22", "cpra-determination", D("2026-03-02"), ["2026-03-26"], extended=True),
    _case("23a", "ca-1005-motion", D("2026-10-01"), ["2026-09-08"]),
    _case("23b", "ca-1005-opposition", D("2026-10-01"), ["2026-09-17"]),
    _case("24", "ca-1005-motion", D("2018-06-18"), ["2018-05-24"]),
    _case("25", "ca-1005-motion", D("2010-09-15"), ["2010-08-18"], served_by="mail"),
    _case(
        "26",
        clock("c", "period: 1 court day", "direction: before", "calendar: us.ca.ccp135"),
        D("2025-01-02"),
        ["2024-12-31"],
    ),
    _case("28a", "ny-foil", D("2026-02-05"), ["2026-02-13"]),
    _case("28b", "ny-foil-20", D("2026-02-10"), ["2026-03-12"]),
    _case("29a", "ny-notify", D("2026-02-11"), ["2026-02-14", "2026-02-17"]),
    _case("29b", "ny-notify", D("2026-07-03"), ["2026-07-06"]),
    _case("30", "ny-30", D("2017-03-25"), ["2017-12-26"]),
    _case("31", "ny-20", D("1933-05-17"), ["1933-05-27"]),
    _case("32a", "co-14", D("2026-09-21"), ["2026-10-06"]),
    _case("32b", "co-month", D("2026-01-31"), ["2026-03-02"]),
    _case("33a", "cora-response", D("2026-10-01"), ["2026-10-07"]),
    _case("33b", "cora-response", D("2026-10-01"), ["2026-10-16"], extended=True),
    _case("34", "wa-records", D("2026-11-23"), ["2026-12-02"]),
    _case("35a", "wa-040", D("2026-07-01"), ["2026-07-06"]),
    _case("35b", "wa-short", D("2026-07-01"), ["2026-07-09"]),
    _case("36a", "or-ten", D("2026-06-24"), ["2026-07-06"]),
    _case("36b", "or-year", D("2028-02-29"), ["2029-02-28"]),
    _case("37a", "il-14", D("2026-01-29"), ["2026-02-13"]),
    _case("37b", "il-records", D("2026-02-11"), ["2026-02-20"]),
    _case("38", "ct-records", D("2026-04-01"), ["2026-04-08"]),
    _case("45", "uk-notice", D("2003-10-20"), ["2003-10-14"]),
    _case("46", "uk-hearing", D("2006-10-01"), ["2006-10-30"]),
    _case("49a", clock("m", "period: 3 months"), D("2025-11-30"), ["2026-02-28"]),
    _case("49b", clock("m", "period: 6 months"), D("2023-08-31"), ["2024-02-29"]),
    _case("49c", clock("m", "period: 6 months"), D("2025-02-28"), ["2025-08-28"]),
    _case("50", "uk-month", D("2025-01-31"), ["2025-02-28"]),
    _case("51", "uk-foi", D("2014-12-01"), ["2014-12-31", "2015-01-05"]),
    _case("52", "ca-fed-30", D("2012-06-11"), ["2012-09-11"]),
    _case("53", "va-30", D("2014-01-14"), ["2014-02-14"], closed=[D("2014-02-13")]),
    _case("54", "mi-records", D("2026-03-02"), ["2026-03-10"], served_by="e-mail"),
    _case("55a", frcp("5 days", "before"), D("2026-10-15"), ["2026-10-09"]),
    _case(
        "55b",
        clock("w", "period: 5 days", "direction: before", "counted by: wdwash-6"),
        D("2026-10-15"),
        ["2026-10-13"],
    ),
]


@pytest.mark.parametrize(("name", "at", "expected", "given"), DATES)
def test_dates(name: Any, at: date, expected: list[str], given: dict[str, Any]) -> None:
    found = counted(name, at, **given)
    assert days(found) == expected
    assert found.status is Status.FIXED


def test_the_main_reading_is_the_rules_own_words_and_safe_the_earlier() -> None:
    found = counted(frcp("14 days"), D("2026-06-19"))  # 9
    assert found.main is not None
    assert str(found.main.due.day) == "2026-07-06"
    assert found.safe is not None
    assert str(found.safe.day) == "2026-07-03"


HOURS = [
    _case("1", frcp("72 hours"), T("2007-11-02T10:00"), ["2007-11-05T09:00:00-05:00"], forced=True),
    _case("2", frcp("72 hours"), T("2026-06-24T14:17"), ["2026-06-29T14:17:00-04:00"]),
    _case(
        "3",
        "ca-90.2",
        T("2026-03-06T10:23"),
        ["2026-03-09T11:23:00-07:00"],
        zone="America/Los_Angeles",
    ),
    _case(
        "39",
        "dhs-detainer-48h",
        T("2026-06-26T17:00"),
        ["2026-06-28T17:00:00-04:00", "2026-06-30T17:00:00-04:00"],
    ),
    _case(
        "40",
        "dhs-detainer-48h",
        T("2026-07-02T17:00"),
        ["2026-07-04T17:00:00-04:00", "2026-07-07T17:00:00-04:00"],
    ),
    _case(
        "41",
        "dhs-detainer-48h",
        T("2026-06-27T09:00"),
        ["2026-06-29T09:00:00-04:00", "2026-07-01T00:00:00-04:00"],
    ),
    _case("42", "dhs-detainer-48h", T("2026-06-23T09:00"), ["2026-06-25T09:00:00-04:00"]),
    _case(
        "43",
        "dhs-detainer-48h",
        T("2026-02-12T17:00"),
        ["2026-02-14T17:00:00-06:00", "2026-02-17T17:00:00-06:00"],
        zone="America/Chicago",
    ),
    _case(
        "44",
        "dhs-detainer-48h",
        T("2026-10-30T17:00"),
        ["2026-11-01T16:00:00-07:00", "2026-11-03T17:00:00-07:00"],
        zone="America/Denver",
    ),
]


@pytest.mark.parametrize(("name", "at", "expected", "given"), HOURS)
def test_hours(name: Any, at: datetime, expected: list[str], given: dict[str, Any]) -> None:
    assert instants(counted(name, at, **given)) == expected


def test_hours_that_end_at_midnight_are_the_end_of_the_day_before() -> None:  # 41
    found = counted("dhs-detainer-48h", T("2026-06-27T09:00"))
    assert found.latest is not None
    assert (str(found.latest.day), found.latest.by) == ("2026-06-30", "end of day 24:00")


def test_equal_readings_are_one_with_both_names() -> None:  # 42
    found = counted("dhs-detainer-48h", T("2026-06-23T09:00"))
    assert [row.name for row in found.readings] == ["main = regulation"]


@pytest.mark.parametrize("day", ["2007-11-01", "2026-06-27", "2017-12-08", "2018-02-23"])  # 4, 16
def test_a_stated_date_is_what_it_says(day: str) -> None:
    found = reckon_fixed(
        D(day),
        zone=NY,
        calendars=calendars(),
        known_on=KNOWN_ON,
        method=clocks()["frcp-6"],
    )
    assert days(found) == [day]
    assert bool([n for n in found.notes if "closed" in n]) is (D(day).weekday() == 5)


def test_a_stated_date_rolls_where_the_rule_says_so() -> None:
    found = reckon_fixed(
        D("2026-06-27"),
        zone=NY,
        calendars=calendars(),
        known_on=KNOWN_ON,
        method=clocks()["eoir-3.1"],
    )
    assert days(found) == ["2026-06-29"]


def test_a_period_of_a_repealed_rule_is_refused_and_counted_only_when_forced() -> None:  # 5
    old = clock("old", "period: 10 days", "counted by: frcp-6-old")
    with pytest.raises(NoRuleInForce, match="from 2001-12-01 to 2009-12-01"):
        counted(old, D("2010-01-05"))
    forced = counted(old, D("2010-01-05"), forced=True)
    assert days(forced) == ["2010-01-20"]


def test_state_holidays_count_for_periods_after_an_event_only() -> None:  # 10
    assert days(counted(frcp("30 days"), D("2006-09-27"), state="US-NV", forced=True)) == [
        "2006-10-30"
    ]
    back = counted(frcp("30 days", "before"), D("2010-11-28"), state="US-NV")
    assert days(back) == ["2010-10-29"]  # Nevada Day itself


def test_a_state_without_calendar_is_told() -> None:
    found = counted(frcp("30 days"), D("2026-06-01"), state="US-HI")
    assert any("no calendar of US-HI is loaded" in note for note in found.warnings)


@pytest.mark.parametrize(
    ("returned", "expected"), [("2026-07-31", "2026-07-08"), ("2026-07-01", "2026-07-01")]
)
def test_the_earlier_of_fourteen_days_and_the_return_date(returned: str, expected: str) -> None:
    events = [Event.on("return_date", D(returned))]  # 12
    assert days(counted("frcp-45-d-2-B", D("2026-06-24"), events=events)) == [expected]


def test_an_unknown_return_date_leaves_the_known_one_as_the_latest() -> None:
    found = counted("frcp-45-d-2-B", D("2026-06-24"))
    assert days(found) == ["2026-07-08"]
    assert any(note.startswith("at the latest") for note in found.notes)


def test_the_later_of_issue_and_service_is_a_first_day() -> None:  # 27
    events = [Event.on("issue", D("2026-06-01"))]
    found = counted("ca-410", D("2026-06-10"), events=events)
    assert days(found) == ["2026-06-25"]
    assert found.safe is not None
    assert found.safe.bound == "earliest day"


def test_a_later_of_waits_for_its_other_part() -> None:
    found = counted("ca-410", D("2026-06-10"))
    assert (found.status, found.readings) == (Status.WAITING, ())


def test_midnight_ends_a_day_without_cut_off() -> None:  # 31
    found = counted("ny-20", D("1933-05-17"))
    assert found.safe is not None
    assert found.safe.by == "end of day 24:00"


@pytest.mark.parametrize(
    ("at", "method", "expected"),
    [
        (D("2024-06-03"), "mail", "2024-06-05"),  # 47
        (D("2024-06-07"), "mail", "2024-06-10"),
        (T("2024-03-28T16:45"), "hand", "2024-04-02"),  # 48
        (T("2024-03-28T16:29"), "hand", "2024-03-28"),
    ],
)
def test_when_a_document_counts_as_served(at: Any, method: str, expected: str) -> None:
    found = counted("uk-served", at, served_by=method, zone="Europe/London")
    assert found.main is not None
    started = next(step for step in found.main.steps if step.verdict == "start")
    assert str(started.at) == expected


@pytest.mark.parametrize(
    ("at", "grain", "timely"),
    [
        ("2026-07-01T17:30:59", Granularity.MINUTE_INCLUSIVE, True),
        ("2026-07-01T17:31:00", Granularity.MINUTE_INCLUSIVE, False),
        ("2026-07-01T17:30:00", Granularity.SECOND_EXCLUSIVE, False),
        ("2026-07-01T17:29:59", Granularity.SECOND_EXCLUSIVE, True),
    ],
)
def test_cut_offs(at: str, grain: Granularity, timely: bool) -> None:  # 56
    assert is_timely(T(at), T("2026-07-01T17:30:00"), grain) is timely


def test_an_event_without_account_waits() -> None:  # 57
    found = counted("i9-notice", Event("service"))
    assert (found.status, found.readings, found.safe) == (Status.WAITING, (), None)


def test_a_supposed_date_is_a_what_if() -> None:
    found = counted("i9-notice", Event("service"), what_if=D("2026-11-25"))
    assert (found.status, days(found)) == (Status.WHAT_IF, ["2026-12-01"])


def test_accounts_that_differ_are_what_ifs() -> None:  # 57
    rows = (
        Account(at=D("2026-06-01"), said_by="the issuer"),
        Account(at=D("2026-06-04"), said_by="the recipient"),
    )
    found = counted(clock("a", "period: 14 days"), Event("decision", rows))
    assert (found.status, found.standing) == (Status.WHAT_IF, Standing.DISPUTED)
    assert days(found) == ["2026-06-15", "2026-06-18"]
    assert [row.name for row in found.readings] == ["as the issuer says", "as the recipient says"]


def test_a_denied_event_starts_no_clock() -> None:  # 57
    denial = Account(at=None, said_by="the recipient", how=How.DENIAL)
    found = counted("i9-notice", Event("service", (denial,)))
    assert (found.status, found.readings) == (Status.WAITING, ())
    claim = Account(at=D("2026-11-25"), said_by="the issuer")
    both = counted("i9-notice", Event("service", (denial, claim)))
    assert (both.status, both.standing) == (Status.WHAT_IF, Standing.NOT_RECEIVED)


def test_a_future_event_arms_the_clock() -> None:
    found = counted("dhs-detainer-48h", Event("otherwise_release", awaited=True))
    assert (found.status, found.safe) == (Status.ARMED, None)


def test_an_open_pause_gives_no_date() -> None:  # 58
    events = [Event.on("clarification_request", D("2026-02-20"))]
    found = counted("foia-determination", D("2026-02-13"), events=events)
    assert (found.status, found.safe, found.readings) == (Status.TOLLED, None, ())


@pytest.mark.parametrize("period", ["0 days", "-5 days"])
def test_a_period_is_above_zero(period: str) -> None:  # 59
    with pytest.raises(BadPeriod, match=r"test\.md:1:1"):
        clock("bad", f"period: {period}", "direction: before")


def test_an_unchecked_year_is_told() -> None:  # 60
    found = counted("foia-determination", D("2031-02-13"), known_on=D("2031-03-01"))
    assert "calendar us.fed.opm not checked for 2031" in found.warnings
    assert days(found)


def test_a_wall_time_that_does_not_exist() -> None:  # 61
    plain = clock("h", "period: 24 hours")
    found = counted(plain, T("2026-03-08T02:30"))
    assert instants(found) == ["2026-03-09T03:00:00-04:00"]


def test_a_wall_time_that_exists_twice() -> None:  # 61
    plain = clock("h", "period: 24 hours")
    found = counted(plain, T("2026-11-01T01:30"))
    assert instants(found) == ["2026-11-02T00:30:00-05:00", "2026-11-02T01:30:00-05:00"]
    assert found.safe is not None
    assert found.safe.instant is not None
    assert found.safe.instant.isoformat() == "2026-11-02T00:30:00-05:00"


def test_a_letter_says_thirty_days() -> None:  # 14, as printed
    found = reckon_stated(
        30,
        Unit.DAYS,
        Counting.UNSTATED,
        Direction.AFTER,
        Event.on("letter_date", D("2025-07-17")),
        method=clocks()["frcp-6"],
        calendars=calendars(),
        methods=clocks(),
        known_on=KNOWN_ON,
        zone=NY,
    )
    assert days(found) == ["2025-08-16", "2025-08-18"]
    assert [row.name for row in found.readings] == ["main", "rolled"]


def test_printed_words_name_events() -> None:
    assert event_kind(Trigger.RELEASE) == "release"
    assert event_kind(Trigger.OTHER, "your reply") == "your reply"
    assert event_kind(Trigger.UNKNOWN) is None
