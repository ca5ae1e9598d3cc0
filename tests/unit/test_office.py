"""The office profile: hours that cannot be are refused with what to do."""

from __future__ import annotations

from datetime import time
from typing import Any

import pytest

from tecum.docket.rules import rules_of
from tecum.errors import DataUnusable
from tecum.office import Hours, Office, office_from


def profile(opening: Any, closing: Any) -> Office:
    hours = {"open": opening, "close": closing}
    return office_from({"name": "An office", "zone": "America/Denver", "hours": hours}, "own.toml")


def test_hours_of_a_day_are_taken_as_text_or_as_time() -> None:
    assert profile("08:00", time(17)).hours == Hours(time(8), time(17))


@pytest.mark.parametrize("opening", ["17:00", "17:30", time(23)])
def test_an_office_that_closes_before_it_opens_is_refused(opening: Any) -> None:
    with pytest.raises(DataUnusable, match=r"own\.toml: hours close at 17:00 and open at") as found:
        profile(opening, "17:00")
    assert found.value.code == "office.hours"
    assert "never open" in found.value.why
    assert "later time as close" in found.value.do


def test_hours_with_an_offset_are_refused() -> None:
    with pytest.raises(DataUnusable, match=r"own\.toml: hours have an offset") as found:
        profile("08:00-07:00", "17:00")
    assert "summer" in found.value.why


def test_days_until_not_confirmed_reach_the_rules_of_the_docket() -> None:
    table = {"name": "An office", "zone": "America/Denver"}
    assert rules_of(office_from(table)).confirm_days is None
    assert rules_of(office_from({**table, "confirm_days": 5})).confirm_days == 5


@pytest.mark.parametrize("key", ["margin_days", "confirm_days"])
@pytest.mark.parametrize("days", [-1, 4_000, True, 2.5, "3"])
def test_days_that_cannot_be_are_refused(key: str, days: Any) -> None:
    with pytest.raises(DataUnusable, match=f"{key} must be a whole number of days"):
        office_from({"name": "An office", "zone": "America/Denver", key: days})
