"""What a stated date or period takes from the method of the office."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from tecum.reckoning import Event, Reckoned, Status, reckon_fixed, reckon_stated
from tecum.reckoning.clocks import Cutoff
from tecum.reckoning.errors import NoRuleInForce, UnknownClock
from tecum.words import Counting, Direction, Unit
from tests.unit.reckoning.ground import KNOWN_ON, calendars, clock, clocks, counted, days

DENVER = "America/Denver"


def at(text: str) -> date:
    return date.fromisoformat(text)


def days_from(event: Event | str, method: str = "frcp-6", **given: Any) -> Reckoned:
    """Fourteen days, as a letter prints them."""
    return reckon_stated(
        14, Unit.DAYS, Counting.UNSTATED, Direction.AFTER,
        Event.on("letter_date", at(event)) if isinstance(event, str) else event,
        method=clocks()[method], calendars=calendars(), methods=clocks(),
        known_on=KNOWN_ON, zone=DENVER, **given,
    )  # fmt: skip


def fixed(day: str, wall: time | None = None, **given: Any) -> Reckoned:
    return reckon_fixed(
        at(day), wall, DENVER, calendars=calendars(), known_on=KNOWN_ON, **given
    )  # fmt: skip


def test_the_rolled_reading_runs_on_where_the_office_cannot_be_reached() -> None:
    assert days(days_from("2026-06-01")) == ["2026-06-15"]
    shut = days_from("2026-06-01", closed=[at("2026-06-15")])
    assert days(shut) == ["2026-06-15", "2026-06-16"]


def test_a_method_that_does_not_roll_gives_one_reading() -> None:
    plain = clock("plain", "roll: none", "calendar: us.fed.opm")
    found = reckon_stated(
        14, Unit.DAYS, Counting.UNSTATED, Direction.AFTER,
        Event.on("letter_date", at("2026-06-06")),
        method=plain, calendars=calendars(), methods={}, known_on=KNOWN_ON, zone=DENVER,
    )  # fmt: skip
    assert days(found) == ["2026-06-20"]


@pytest.mark.parametrize("method", ["frcp-6", "frap-26"])
def test_a_method_whose_dates_do_not_reach_the_event_is_used_all_the_same(method: str) -> None:
    found = days_from("1999-05-08", method)
    assert (found.status, days(found)) == (Status.FIXED, ["1999-05-22", "1999-05-24"])
    dated = fixed("1999-05-22", method=clocks()[method], methods=clocks())
    assert days(dated) == ["1999-05-22"]


def test_an_event_without_account_waits_and_may_be_supposed() -> None:
    waiting = days_from(Event("letter_date"))
    assert (waiting.status, waiting.readings) == (Status.WAITING, ())
    supposed = days_from(Event("letter_date"), what_if=at("2026-06-01"))
    assert (supposed.status, days(supposed)) == (Status.WHAT_IF, ["2026-06-15"])


def test_the_method_of_a_stated_date_may_itself_rest_on_another() -> None:
    rests = clocks()["frap-26"]
    assert days(fixed("2026-06-27", method=rests, methods=clocks())) == ["2026-06-27"]
    with pytest.raises(UnknownClock):
        fixed("2026-06-27", method=rests)


def test_a_stated_hour_stands_before_the_methods_own() -> None:
    method = clock("m", "cutoff: 17:00 America/Denver", "calendar: us.fed.opm")
    own = fixed("2026-06-29", method=method).safe
    assert own is not None
    assert own.by == "17:00"
    stated = fixed("2026-06-29", time(9), method=method).safe
    assert stated is not None
    assert stated.by == "09:00"
    open_ended = fixed("2026-06-29", time(9), method=replace(method, cutoff=None)).safe
    assert open_ended is not None
    assert open_ended.by == "09:00"
    without = fixed("2026-06-29", method=replace(method, cutoff=Cutoff())).safe
    assert without is not None
    assert without.by == "end of day 24:00"


def test_a_period_of_a_rule_is_not_forced_as_a_printed_one_is() -> None:
    with pytest.raises(NoRuleInForce):
        counted(clock("c", "period: 14 days", "counted by: frcp-6"), at("1999-05-08"))
