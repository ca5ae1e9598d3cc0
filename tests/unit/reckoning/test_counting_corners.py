"""Corners of the count that the broad tests do not reach."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from tecum.office import Hours
from tecum.reckoning import Event, Reckoned, Status
from tecum.reckoning.day_rules import day_rule, observed_rule
from tecum.reckoning.events import Account
from tecum.reckoning.result import MAIN
from tests.patience import ends
from tests.unit.reckoning.ground import clock, counted, days

DENVER = ZoneInfo("America/Denver")
PAUSED = ("from: receipt", "period: 10 days")


def at(text: str) -> date:
    return date.fromisoformat(text)


def asked(*days_: str) -> list[Event]:
    kinds = ("clarification_request", "clarification_answer")
    return [Event.on(kinds[n % 2], at(day)) for n, day in enumerate(days_)]


@pytest.mark.parametrize(
    ("text", "year", "expected"),
    [
        ("easter", 2026, ["2026-04-05"]),
        ("february 29", 2024, ["2024-02-29"]),
        ("february 29", 2026, []),
        ("5th monday of february", 2026, []),
        ("5th thursday of january", 2026, ["2026-01-29"]),
    ],
)
def test_days_that_not_every_year_has(text: str, year: int, expected: list[str]) -> None:
    assert [str(day) for day in day_rule(text)(year)] == expected


@pytest.mark.parametrize("text", ["zzz->fri", "sat->zzz", "saturday->friday"])
def test_a_move_of_no_weekday_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not a move"):
        observed_rule(text)


def test_every_day_of_a_long_period_is_named_by_its_number() -> None:
    main = counted(clock("long", "period: 400 days"), at("2026-01-01")).main
    assert main is not None
    numbered = [step for step in main.steps if step.n]
    assert [step.reason for step in numbered] == [f"day {n}" for n in range(1, 401)]


def test_a_pause_leaves_the_main_reading_its_name_and_two_ends() -> None:
    once = clock("t", *PAUSED, "tolls: clarification_request to clarification_answer resume")
    found = counted(once, at("2026-06-01"), events=asked("2026-06-03", "2026-06-05"))
    assert found.main is not None
    assert MAIN in found.main.names


def test_the_second_pause_of_a_clock_that_has_one_is_named_and_stops_nothing() -> None:
    tolls = "tolls: clarification_request to clarification_answer resume, once"
    given = asked("2026-06-03", "2026-06-05", "2026-06-08", "2026-06-11")
    found = counted(clock("t", *PAUSED, tolls), at("2026-06-01"), events=given)
    alone = counted(clock("t", *PAUSED, tolls), at("2026-06-01"), events=given[:2])
    assert days(found) == days(alone)
    assert any("2026-06-08" in note for note in found.notes)
    assert not any("does not stop" in note for note in alone.notes)


def test_a_restart_used_once_counts_from_the_first_answer() -> None:
    once = "tolls: clarification_request to clarification_answer restart, once"
    again = "tolls: clarification_request to clarification_answer restart"
    given = asked("2026-06-03", "2026-06-05", "2026-06-08", "2026-06-11")
    assert days(counted(clock("t", *PAUSED, once), at("2026-06-01"), events=given)) == [
        "2026-06-15"
    ]
    assert days(counted(clock("t", *PAUSED, again), at("2026-06-01"), events=given)) == [
        "2026-06-21"
    ]


def test_a_stated_time_is_the_moment_and_two_accounts_keep_their_names() -> None:
    stated = clock("f", "from: fixed", "roll: none", "calendar: us.fed.opm")
    moment = datetime(2026, 6, 25, 9, 30, tzinfo=DENVER)
    found = counted(stated, moment, zone="America/Denver")
    assert found.safe is not None
    assert (found.safe.by, found.safe.instant) == ("09:30", moment)
    event = Event(
        "return_date",
        (Account(at=at("2026-06-25"), said_by="A"), Account(at=at("2026-06-29"), said_by="B")),
    )
    assert [row.name for row in counted(stated, event).readings] == ["as A says", "as B says"]
    assert [row.name for row in counted(stated, at("2026-06-25")).readings] == [MAIN]


def test_a_stated_date_rolls_back_where_the_rule_says_so() -> None:
    lines = ("from: fixed", "fixed date rolls: yes", "calendar: us.fed.opm")
    assert days(counted(clock("f", *lines, "roll: backward"), at("2026-07-05"))) == ["2026-07-02"]
    assert days(counted(clock("f", *lines, "roll: forward"), at("2026-07-05"))) == ["2026-07-06"]
    moment = datetime(2026, 7, 5, 9, 30, tzinfo=DENVER)
    moved = counted(clock("f", *lines, "roll: forward"), moment, zone="America/Denver").safe
    assert moved is not None
    assert (str(moved.day), moved.by) == ("2026-07-06", "end of day 24:00")


def test_of_equal_dates_the_clocks_own_stands() -> None:
    for how in ("earlier of itself, return_date", "later of itself, return_date"):
        both = clock("c", "from: service", "period: 14 days", f"combine: {how}")
        found = counted(both, at("2026-06-01"), events=[Event.on("return_date", at("2026-06-15"))])
        assert found.main is not None
        assert found.main.name == MAIN
        assert [step.n for step in found.main.steps if step.n] == list(range(1, 15))


def test_a_wall_time_without_zone_is_taken_as_it_stands() -> None:
    deemed = clock(
        "d",
        "from: receipt",
        "deemed: same business day before 16:30, else next",
        "period: 1 days",
        "calendar: us.fed.opm",
    )
    aware = datetime(2026, 6, 1, 17, 0, tzinfo=DENVER)
    naive = aware.replace(tzinfo=None)
    assert days(counted(deemed, naive, zone="America/Denver")) == ["2026-06-03"]
    assert days(counted(deemed, aware, zone=None)) == ["2026-06-03"]
    assert days(counted(deemed, aware, zone="America/Los_Angeles")) == ["2026-06-02"]


def test_opening_hours_without_zone_are_those_on_the_wall() -> None:
    opening = clock(
        "o", "from: receipt", "deemed: opening hours", "period: 1 days", "calendar: us.fed.opm"
    )
    hours = Hours(time(9), time(17))
    late = datetime(2026, 6, 1, 17, 30, tzinfo=DENVER)
    assert days(counted(opening, late, zone=None, hours=hours)) == ["2026-06-03"]
    early = datetime(2026, 6, 1, 16, 30, tzinfo=DENVER)
    assert days(counted(opening, early, zone=None, hours=hours)) == ["2026-06-02"]
    assert days(counted(opening, early, zone="America/New_York", hours=hours)) == ["2026-06-03"]


def test_an_added_day_bears_its_own_citation_else_the_lines() -> None:
    adding = clock("a", "period: 3 days", "service adds: mail +3 days after roll  [Rule 6(d)]")
    main = counted(adding, at("2026-06-01"), served_by="mail").main
    assert main is not None
    assert [step.cite for step in main.steps if step.verdict == "added"] == ["Rule 6(d)"] * 3
    plain = clock("a", "period: 3 days", "service adds: mail +3 days after roll")
    main = counted(plain, at("2026-06-01"), served_by="mail").main
    assert main is not None
    assert {step.cite for step in main.steps if step.verdict == "added"} == {"a rule"}


def test_short_looks_at_the_stated_period_only() -> None:
    lines = ("count: short < 7: business days", "calendar: us.fed.opm")
    assert days(counted(clock("s", "period: 6 days", *lines), at("2026-06-01"))) == ["2026-06-09"]
    assert days(counted(clock("s", "period: 7 days", *lines), at("2026-06-01"))) == ["2026-06-08"]
    assert days(counted(clock("s", "period: 1 weeks", *lines), at("2026-06-01"))) == ["2026-06-08"]


def test_a_closing_given_for_one_count_is_not_remembered_for_the_next() -> None:
    business = clock(
        "b", "period: 5 business days", "closures: not counted", "calendar: us.fed.opm"
    )
    without = days(counted(business, at("2026-06-01")))
    closed = days(counted(business, at("2026-06-01"), closed=[at("2026-06-03")]))
    assert (without, closed) == (["2026-06-08"], ["2026-06-09"])
    assert days(counted(business, at("2026-06-01"))) == without
    ignoring = clock("b", "period: 5 business days", "calendar: us.fed.opm")
    assert days(counted(ignoring, at("2026-06-01"), closed=[at("2026-06-03")])) == without


def test_a_day_that_two_calendars_close_is_named_by_the_first() -> None:
    for first, second in (("us.fed.opm", "us.tx.courts"), ("us.tx.courts", "us.fed.opm")):
        both = clock("b", "period: 5 business days", f"calendar: {first} + {second}")
        main = counted(both, at("2026-06-15")).main
        assert main is not None
        (step,) = [row for row in main.steps if row.at == at("2026-06-19")]
        assert ("Juneteenth" in step.reason) == (first == "us.fed.opm")
    weekend = clock("b", "period: 5 business days", "calendar: us.fed.opm + us.tx.courts")
    main = counted(weekend, at("2026-08-20")).main
    assert main is not None
    assert [row.reason for row in main.steps if row.at == at("2026-08-22")] == ["Saturday"]


def test_hours_counted_back_over_a_day_that_begins_at_one_are_hours_of_the_day_before() -> None:
    back = clock(
        *("back", "period: 30 hours", "direction: before"),
        *("count: on business days", "calendar: us.fed.opm"),
    )
    found = counted(back, datetime(2026, 4, 24, 12), zone="Africa/Cairo")
    assert found.main is not None
    hours = [(str(row.at), row.n) for row in found.main.steps if row.verdict == "counted"]
    assert hours == [("2026-04-24", 11), ("2026-04-23", 30)]
    assert found.main.due.instant == datetime(2026, 4, 23, 3, tzinfo=UTC)


@pytest.mark.parametrize("count", ["elapsed", "on business days"])
@pytest.mark.parametrize("direction", ["after", "before"])
def test_hours_pass_a_day_that_a_place_left_out(count: str, direction: str) -> None:
    hours = clock(
        *("hours", "period: 24 hours", f"direction: {direction}", f"count: {count}"),
        "calendar: us.fed.opm",
    )
    starts = {"after": datetime(2011, 12, 29, 12), "before": datetime(2011, 12, 31, 12)}
    with ends():
        found = counted(hours, starts[direction], zone="Pacific/Apia")
    assert found.main is not None
    shown = [str(row.at)[:10] for row in found.main.steps]
    assert "2011-12-30" not in shown
    if count == "elapsed":
        assert shown[-1] == {"after": "2011-12-31", "before": "2011-12-29"}[direction]


ASKED, ANSWERED = "clarification_request", "clarification_answer"


def june(kind: str, *days_: int) -> Event:
    return Event(kind, tuple(Account(at=date(2026, 6, day)) for day in days_))


def paused(way: str, *events: Event) -> Reckoned:
    """Ten days from 10 June 2026, stopped by a question and started by its answer."""
    ten = clock("t", "from: receipt", "period: 10 days", f"tolls: {ASKED} to {ANSWERED} {way}")
    return counted(ten, date(2026, 6, 10), events=events)


def test_an_answer_before_the_question_does_not_end_the_pause() -> None:
    found = paused("resume", june(ANSWERED, 11), june(ASKED, 13))
    assert (found.status, found.readings) == (Status.TOLLED, ())
    found = paused("resume", june(ANSWERED, 11), june(ASKED, 13), june(ANSWERED, 16))
    assert days(found) == ["2026-06-23"]


def test_a_second_question_waits_for_an_answer_of_its_own() -> None:
    asked = june(ASKED, 12), june(ANSWERED, 13), june(ASKED, 15)
    assert paused("resume", *asked).status is Status.TOLLED
    assert days(paused("resume", *asked, june(ANSWERED, 17))) == ["2026-06-23"]


def test_a_disputed_day_of_the_answer_is_no_day_before_the_question() -> None:
    found = paused("resume", june(ASKED, 13), june(ANSWERED, 11, 16))
    assert days(found) == ["2026-06-23"]


@pytest.mark.parametrize("answered", [5, 9])
def test_a_pause_that_was_over_before_the_start_changes_nothing(answered: int) -> None:
    events = june(ASKED, 1), june(ANSWERED, answered)
    assert days(paused("resume", *events)) == ["2026-06-20"]
    assert days(paused("restart", *events)) == ["2026-06-20"]


def test_a_pause_that_began_before_the_start_stands_from_the_start() -> None:
    events = june(ASKED, 1), june(ANSWERED, 12)
    assert days(paused("resume", *events)) == ["2026-06-22"]
    assert days(paused("restart", *events)) == ["2026-06-22"]


def test_a_question_after_the_last_day_revives_nothing() -> None:
    events = june(ASKED, 21), june(ANSWERED, 25)
    assert days(paused("resume", *events)) == ["2026-06-20"]
    assert days(paused("restart", *events)) == ["2026-06-20"]
    assert days(paused("restart", june(ASKED, 20), june(ANSWERED, 25))) == ["2026-07-05"]


def test_each_restart_runs_from_the_end_of_the_pause_before() -> None:
    first = june(ASKED, 12), june(ANSWERED, 14)
    assert days(paused("restart", *first, june(ASKED, 24), june(ANSWERED, 26))) == ["2026-07-06"]
    assert days(paused("restart", *first, june(ASKED, 25), june(ANSWERED, 26))) == ["2026-06-24"]


def test_a_question_answered_on_its_day_stops_nothing() -> None:
    assert days(paused("resume", june(ASKED, 13), june(ANSWERED, 13))) == ["2026-06-20"]


def test_one_answer_does_not_end_two_pauses() -> None:
    found = paused("resume", june(ASKED, 12), june(ASKED, 13), june(ANSWERED, 14))
    assert found.status is Status.TOLLED


def test_further_uses_of_a_pause_that_may_be_used_once_are_refused_in_one_note() -> None:
    asked = june(ASKED, 11), june(ANSWERED, 12), june(ASKED, 13), june(ASKED, 15)
    found = paused("resume, once", *asked)
    assert days(found) == ["2026-06-21"]
    assert [note for note in found.notes if "once" in note] == [
        "the pause may be used once: that of 2026-06-13 does not stop the clock"
    ]


def test_a_question_without_an_answer_leaves_no_date_however_the_count_goes_on() -> None:
    for way in ("resume", "restart"):
        assert paused(way, june(ASKED, 12)).status is Status.TOLLED


def test_a_step_bears_the_citation_of_the_line_that_caused_it() -> None:
    cited = clock("t", "from: receipt", "period: 10 days  [Rule 9(b)]")
    main = counted(cited, at("2026-06-01")).main
    assert main is not None
    said = {step.reason: step.cite for step in main.steps}
    assert said["the period ends"] == "Rule 9(b)"
    assert said["the day of the event, left out"] == cited.source
    assert cited.source not in ("", "Rule 9(b)")
