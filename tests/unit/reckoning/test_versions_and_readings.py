"""Accounts, versions and readings at the very day, number or moment where they change."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tecum.packs_folder import packs_folder
from tecum.reckoning import (
    Clock,
    Event,
    Standing,
    Status,
    by_id,
    event_kind,
    ground,
    judged,
    load_calendars,
    ruling,
)
from tecum.reckoning.clocks import Bound, Roll, links_of, version_at, with_method
from tecum.reckoning.count import Walk, count_days
from tecum.reckoning.errors import BadPeriod, NaiveInstant, NoRuleInForce, UnknownCalendar
from tecum.reckoning.events import Account, wall_instants
from tecum.reckoning.ground import Ground
from tecum.reckoning.readings import merged
from tecum.reckoning.result import END_OF_DAY, MAIN, DateReading, Due
from tecum.words import DueFor, Trigger
from tests.unit.reckoning.ground import KNOWN_ON, calendars, clock, clock_of_text, counted, days

DENVER = ZoneInfo("America/Denver")


def at(text: str) -> date:
    return date.fromisoformat(text)


def test_an_account_counts_from_the_day_of_its_record_to_the_day_before_it_is_taken_back() -> None:
    account = Account(
        at=at("2026-06-01"),
        recorded_at=datetime(2026, 6, 20, 23, 59, tzinfo=UTC),
        retracted_at=datetime(2026, 6, 25, 0, 1, tzinfo=UTC),
    )
    seen = [day for day in range(18, 28) if account.is_live(date(2026, 6, day))]
    assert seen == [20, 21, 22, 23, 24]


def test_a_refusal_names_the_rule_that_is_recorded_that_very_day() -> None:
    later = clock_of_text(
        "v",
        "from: event\nperiod: 5 days\nsource: s\nin force: from 2027-01-01; recorded 2026-06-10",
    )
    with pytest.raises(NoRuleInForce, match="the next is in force from 2027-01-01") as refused:
        counted(later, at("2026-06-01"), known_on=at("2026-06-10"))
    assert "none was recorded" not in str(refused.value)
    with pytest.raises(NoRuleInForce, match="none was recorded by 2026-06-09"):
        counted(later, at("2026-06-01"), known_on=at("2026-06-09"))


def test_a_refusal_names_the_nearest_version_on_both_sides() -> None:
    frame = "from: event\nperiod: 5 days\nsource: s\nin force: from {} to {}; recorded 1990-01-01"
    windows = [
        ("1990-01-01", "1995-01-01"),
        ("1996-01-01", "2000-01-01"),
        ("2010-01-01", "2015-01-01"),
        ("2016-01-01", "2020-01-01"),
    ]
    clocks = by_id(clock_of_text("v", frame.format(*window)) for window in windows)
    with pytest.raises(NoRuleInForce) as refused:
        counted(clocks["v"], at("2000-01-01"))
    said = str(refused.value)
    assert "the version before was in force from 1996-01-01 to 2000-01-01" in said
    assert "the next is in force from 2010-01-01 to 2015-01-01" in said


def test_the_doubt_of_a_methods_dates_is_told_with_a_clock_that_has_none() -> None:
    own = clock("c", "period: 5 days", "counted by: m")
    method = replace(
        clock("m", "roll: forward", "calendar: us.fed.opm"), unconfirmed="the year of its adoption"
    )
    doubt = "dates in force not confirmed: the year of its adoption"
    assert doubt in counted(own, at("2026-06-01"), methods={"m": method}).notes
    sure = {"m": replace(method, unconfirmed="")}
    assert counted(own, at("2026-06-01"), methods=sure).notes == ()
    doubted = replace(own, unconfirmed="the day of its notice")
    (note,) = counted(doubted, at("2026-06-01"), methods={"m": method}).notes
    assert note == "dates in force not confirmed: the day of its notice"


def _told_by(accounts: int) -> Event:
    return Event("decision", tuple(Account(at=date(2026, 6, n + 1)) for n in range(accounts)))


def test_eight_readings_have_a_safe_date_and_nine_are_for_counsel() -> None:
    plain = clock("a", "period: 14 days")
    eight = counted(plain, _told_by(8))
    assert eight.status is Status.WHAT_IF
    assert eight.safe is not None
    assert eight.latest is not None
    assert (str(eight.safe.day), str(eight.latest.day)) == ("2026-06-15", "2026-06-22")
    nine = counted(plain, _told_by(9))
    assert (nine.status, nine.safe, nine.latest) == (Status.COUNSEL, None, None)


def test_accounts_without_a_name_are_numbered_from_one() -> None:
    rows = (
        Account(at=at("2026-06-01")),
        Account(at=at("2026-06-03"), source="the log"),
        Account(at=at("2026-06-05")),
    )
    found = counted(clock("a", "period: 14 days"), Event("decision", rows))
    assert [row.name for row in found.readings] == ["account 1", "the log", "account 3"]


def test_a_pause_that_opens_on_the_last_day_stops_the_clock() -> None:
    tolled = clock(
        "t", "period: 10 days", "tolls: clarification_request to clarification_answer resume"
    )
    found = [
        counted(tolled, at("2026-06-01"), events=[Event.on("clarification_request", at(day))])
        for day in ("2026-06-11", "2026-06-12")
    ]
    assert [row.status for row in found] == [Status.TOLLED, Status.FIXED]


def test_a_first_day_is_never_met_or_missed() -> None:
    first = clock("f", "period: 5 days", "bound: earliest day")
    found = counted(first, at("2026-06-01"))
    assert judged(found, datetime(2026, 6, 2, 12, tzinfo=DENVER)) == found
    last = counted(clock("f", "period: 5 days"), at("2026-06-01"))
    assert judged(last, datetime(2026, 6, 2, 12, tzinfo=DENVER)).status is Status.MET


def test_hours_are_never_counted_as_days() -> None:
    walk = Walk(clock("h", "period: 5 hours"), Ground((), KNOWN_ON))
    with pytest.raises(BadPeriod, match="has no period of days"):
        count_days(walk, at("2026-06-01"), extended=False, adds=())


def test_a_year_of_which_no_day_was_counted_needs_no_check() -> None:
    lines = ("period: 5 business days", "calendar: us.fed.opm")
    back = clock("b", *lines, "direction: before")
    assert counted(back, at("2028-01-01")).warnings == ()
    assert counted(back, at("2028-01-05")).warnings == ("calendar us.fed.opm not checked for 2028",)
    assert counted(clock("b", *lines), at("2014-12-31")).warnings == ()
    assert counted(clock("b", *lines), at("2027-06-01")).warnings == ()


def _bounded_by_each_other() -> dict[str, Clock]:
    one = clock("one", "period: 14 days", "combine: earlier of itself, two")
    two = clock("two", "period: 20 days", "combine: earlier of itself, one")
    return {"one": one, "two": replace(two, title="The other rule")}


def test_clocks_that_bound_each_other_are_each_counted_once() -> None:
    both = _bounded_by_each_other()
    found = counted(both["two"], at("2026-06-01"), methods=both)
    assert days(found) == ["2026-06-15"]
    assert any("two is not known" in note for note in found.notes)


def test_an_extension_is_of_the_clock_alone_and_not_of_what_bounds_it() -> None:
    combined = "combine: earlier of itself, bound"
    long = clock("long", "period: 14 days", "extends: +9 days from original end", combined)
    bound = clock("bound", "period: 20 days", "extends: +1 day from original end")
    stiff = clock("bound", "period: 20 days")
    for other in (bound, stiff):
        methods = {"bound": replace(other, title="The outer limit")}
        found = counted(long, at("2026-06-01"), methods=methods, extended=True)
        assert days(found) == ["2026-06-21"]
        assert found.main is not None
        reasons = [step.reason for step in found.main.steps if step.verdict == "combined"]
        assert reasons == ["the earlier of 2026-06-24 and The outer limit 2026-06-21"]


def test_an_hour_of_the_clock_decides_in_its_own_grain() -> None:
    inclusive = clock("m", "period: 5 days", "cutoff: 17:30 America/Denver minute inclusive")
    exclusive = clock("m", "period: 5 days", "cutoff: 17:30 America/Denver")
    moment = datetime(2026, 6, 6, 17, 30, 59, tzinfo=DENVER)
    assert judged(counted(inclusive, at("2026-06-01")), moment).status is Status.MET
    assert judged(counted(exclusive, at("2026-06-01")), moment).status is Status.MISSED


@pytest.mark.parametrize("how", ["earlier", "later"])
def test_of_equal_counts_the_clocks_own_is_shown_alone(how: str) -> None:
    both = clock("c", "period: 14 days", f"combine: {how} of itself, other")
    other = {"other": clock("other", "period: 2 weeks")}
    main = counted(both, at("2026-06-01"), methods=other).main
    assert main is not None
    assert [step.n for step in main.steps if step.n] == list(range(1, 15))


def test_a_wall_time_that_the_clocks_leave_out_is_taken_as_it_stands() -> None:
    early = clock(
        "d",
        "from: receipt",
        "deemed: same business day before 02:45, else next",
        "period: 1 days",
        "calendar: us.fed.opm",
    )
    left_out = datetime.fromisoformat("2026-03-27T02:30")
    assert days(counted(early, left_out, zone="Asia/Jerusalem")) == ["2026-03-28"]


def test_every_hour_of_a_long_period_is_named_by_its_number() -> None:
    hours = clock("h", "period: 2400 hours")
    main = counted(hours, datetime(2026, 1, 5, 12, tzinfo=UTC), zone="UTC").main
    assert main is not None
    numbered = [step.n for step in main.steps if step.verdict == "counted"]
    assert numbered == [*range(12, 2400, 24), 2400]
    assert main.steps[-2].reason == "2400 of 2400 hours have run"


@pytest.mark.parametrize("mode", ["business days", "short < 7: business days"])
def test_a_count_of_open_days_needs_a_calendar(mode: str) -> None:
    with pytest.raises(UnknownCalendar, match="names no calendar"):
        counted(clock("c", "period: 5 days", f"count: {mode}"), at("2026-06-01"))
    plain = clock("c", "period: 5 days", "count: every day")
    assert days(counted(plain, at("2026-06-01"))) == ["2026-06-06"]


def test_a_day_in_doubt_is_come_upon_by_every_count() -> None:
    afresh = load_calendars([packs_folder()])
    business = clock("b", "period: 3 business days", "calendar: us.fed.frcp6a6")
    for _ in range(3):
        found = counted(business, at("2026-06-30"), calendars=afresh)
        assert days(found) == ["2026-07-03", "2026-07-06"]


def test_a_ground_takes_days_in_doubt_for_closed_unless_told_otherwise() -> None:
    calendar = (calendars()["us.fed.frcp6a6"],)
    doubted = Ground(calendar, KNOWN_ON)
    assert (doubted.at(at("2026-07-03")).is_open, doubted.met_doubt) == (False, True)
    assert Ground(calendar, KNOWN_ON, doubted=False).at(at("2026-07-03")).is_open


def test_the_next_open_day_is_the_nearest() -> None:
    ground = Ground((calendars()["us.fed.opm"],), KNOWN_ON)
    assert ground.next_open(at("2026-06-06")) == at("2026-06-08")
    assert ground.next_open(at("2026-06-07")) == at("2026-06-08")
    assert ground.next_open(at("2026-06-07"), -1) == at("2026-06-05")


def _read(day: str, name: str, differs_by: str, cite: str) -> DateReading:
    due = Due(at(day), None, END_OF_DAY, Bound.LATEST_DAY)
    return DateReading(name, due, (), differs_by, cite)


def test_equal_dates_keep_in_what_each_of_them_differs_unless_one_is_the_main_count() -> None:
    rows = [
        _read("2026-06-01", MAIN, "", "Rule 6"),
        _read("2026-06-02", "rolled", "roll", "Rule 7"),
        _read("2026-06-01", "statute", "count", "Section 1"),
        _read("2026-06-02", "received later", "deemed", "Rule 7"),
    ]
    first, second = merged(rows)
    assert (first.name, first.differs_by) == (f"{MAIN} = statute", "")
    assert (second.name, second.differs_by) == ("rolled = received later", "roll = deemed")
    assert (first.cite, second.cite) == ("Rule 6 = Section 1", "Rule 7")


def test_of_first_days_the_safe_one_is_the_last() -> None:
    found = counted(clock("f", "period: 5 days", "bound: earliest day"), _told_by(4))
    assert found.safe is not None
    assert found.latest is not None
    assert (str(found.safe.day), str(found.latest.day)) == ("2026-06-09", "2026-06-06")


def test_two_times_of_one_day_are_two_accounts() -> None:
    rows = (
        Account(at=datetime(2026, 6, 1, 9, tzinfo=DENVER)),
        Account(at=datetime(2026, 6, 1, 11, tzinfo=DENVER)),
    )
    plain = clock("a", "period: 5 days")
    assert counted(plain, Event("decision", rows)).standing is Standing.DISPUTED
    assert counted(plain, Event("decision", rows[:1])).standing is Standing.AGREED
    same = (rows[0], replace(rows[0], at=datetime(2026, 6, 1, 15, tzinfo=UTC)))
    assert counted(plain, Event("decision", same)).standing is Standing.AGREED


def test_a_wall_time_at_no_known_place_is_refused() -> None:
    with pytest.raises(NaiveInstant):
        counted(clock("a", "period: 5 days"), datetime.fromisoformat("2026-06-01T09:00"), zone=None)


@pytest.mark.parametrize(
    ("trigger", "due_for", "kind"),
    [
        (Trigger.RELEASE, DueFor.HOLD, "otherwise_release"),
        (Trigger.RELEASE, DueFor.PRODUCTION, "release"),
        (Trigger.SERVICE, DueFor.HOLD, "service"),
        (Trigger.SERVICE, None, "service"),
    ],
)
def test_a_hold_ends_with_the_release_that_would_be(
    trigger: Trigger, due_for: DueFor | None, kind: str
) -> None:
    assert event_kind(trigger, due_for=due_for) == kind


def test_no_rule_is_forced_unless_it_is_asked_for() -> None:
    late = clock("late", "roll: none")
    early, methods = at("1969-12-31"), {"late": late}
    own = clock("own", "period: 5 days", "counted by: late")
    with pytest.raises(NoRuleInForce):
        version_at(late, early, KNOWN_ON)
    with pytest.raises(NoRuleInForce):
        links_of(own, methods, early, KNOWN_ON)
    with pytest.raises(NoRuleInForce):
        with_method(own, methods, early, KNOWN_ON)
    assert version_at(late, early, KNOWN_ON, forced=True) is late
    assert links_of(own, methods, early, KNOWN_ON, forced=True) == (late,)
    assert with_method(own, methods, early, KNOWN_ON, forced=True).roll is Roll.NONE


@pytest.mark.parametrize("minute", range(60))
def test_every_wall_time_that_is_left_out_is_the_first_instant_after(minute: int) -> None:
    left_out = datetime.fromisoformat(f"2026-03-08T02:{minute:02}:{minute:02}")
    (instant,) = wall_instants(left_out, "America/New_York")
    assert instant.isoformat() == "2026-03-08T03:00:00-04:00"


def test_a_reading_of_the_clock_stands_before_its_methods_and_the_others_are_taken() -> None:
    method = clock(
        "m",
        "roll: none",
        "reading: rolled: roll = backward  [Rule 8]",
        "reading: early: roll = backward  [Rule 9]",
        "calendar: us.fed.opm",
    )
    own = clock("c", "period: 5 days", "counted by: m", "reading: rolled: roll = forward  [Rule 1]")
    found = counted(own, at("2026-06-02"), methods={"m": method})
    assert [(row.name, str(row.due.day)) for row in found.readings] == [
        (MAIN, "2026-06-07"),
        ("rolled", "2026-06-08"),
        ("early", "2026-06-05"),
    ]


def test_what_is_kept_between_counts_has_an_end() -> None:
    business = clock("b", "period: 3 business days", "calendar: us.fed.opm")
    afresh = load_calendars([packs_folder()])
    opened = []
    for n in range(ground.MOST_KEPT + 3):
        known_on = KNOWN_ON - timedelta(days=n)
        found = counted(business, at("2026-06-01"), known_on=known_on, calendars=afresh)
        assert days(found) == ["2026-06-04"]
        opened.append(len(afresh["us.fed.opm"].opened))
    assert max(opened) == ground.MOST_KEPT
    own = clock("c", "period: 5 days", "counted by: m")
    joined = []
    for _ in range(ruling.MOST_KEPT + 3):
        method = clock("m", "roll: forward", "calendar: us.fed.opm")
        assert days(counted(own, at("2026-06-02"), methods={"m": method})) == ["2026-06-08"]
        joined.append(len(own.joined))
    assert max(joined) == ruling.MOST_KEPT
