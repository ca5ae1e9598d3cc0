"""Each form of period by the tables and one by one: every row alike, none left to the walk."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest

from tecum.reckoning import Clock, by_id
from tecum.reckoning.bulk import ManyDates, reckon_many
from tecum.reckoning.errors import BadPeriod
from tests.unit.reckoning.ground import (
    KNOWN_ON,
    calendars,
    clock,
    clock_of_text,
    clocks,
    counted,
)

FIRSTS = (date(2026, 6, 20), date(2024, 2, 12), date(2026, 12, 20))
STARTS = [first + timedelta(days=k) for first in FIRSTS for k in range(40)]
ON = "calendar: us.fed.opm"
CALENDARS = ("us.fed.frcp6a6", "us.tx.courts")
FORMS = [
    ("period: 2 weeks", "count: business days", ON),
    ("period: 2 weeks", "roll: forward", ON),
    ("period: 5 days", "start day: included", "roll: forward", ON),
    ("period: 5 business days", "start day: included", ON),
    ("period: 5 business days", "start day: included", "direction: before", ON),
    ("period: 3 days", "count: clear days", ON),
    ("period: 3 days", "count: clear days", "direction: before", "roll: same direction", ON),
    ("period: 6 days", "count: short < 7: business days", "roll: forward", ON),
    ("period: 1 months", "start day: included", "roll: backward", ON),
    ("period: 1 years", "direction: before", "roll: same direction", ON),
    ("period: 1 years", "leap: mar 1", ON),
    ("period: 12 months", "leap: feb 28", ON),
    ("period: 4 days", "closures: last day: first accessible day, forward", "roll: forward", ON),
]


@pytest.mark.parametrize("lines", FORMS, ids=lambda row: " · ".join(row[:-1]))
def test_every_form_by_the_tables_is_as_one_by_one(lines: tuple[str, ...]) -> None:
    form = clock("form", *lines)
    found = reckon_many(
        form,
        np.asarray(STARTS, dtype="M8[D]"),
        calendars=calendars(),
        methods=clocks(),
        known_on=KNOWN_ON,
    )
    assert found.singly == 0
    for start, safe, latest in zip(STARTS, found.safe, found.latest, strict=True):
        alone = counted(form, start, zone=None)
        assert alone.safe is not None
        assert alone.latest is not None
        assert (safe.item(), latest.item()) == (alone.safe.day, alone.latest.day), start


def _many(chosen: Clock, *starts: str, forced: bool = False) -> ManyDates:
    return reckon_many(
        chosen,
        np.asarray(starts, dtype="M8[D]"),
        calendars=calendars(),
        methods=clocks(),
        known_on=KNOWN_ON,
        forced=forced,
    )


def _written(dates: np.ndarray[Any, Any]) -> list[str]:
    return [str(day) for day in dates]


def test_the_first_and_the_last_day_of_all_are_reached_and_none_beyond() -> None:
    back = clock("back", "period: 1 days", "direction: before")
    on = clock("on", "period: 1 days")
    first, last = _many(back, "0001-01-02", forced=True), _many(on, "9999-12-30")
    assert (_written(first.safe), first.singly) == (["0001-01-01"], 0)
    assert (_written(last.safe), last.singly) == (["9999-12-31"], 0)
    with pytest.raises(BadPeriod, match="leaves the calendar"):
        _many(back, "0001-01-01", forced=True)
    with pytest.raises(BadPeriod, match="leaves the calendar"):
        _many(on, "9999-12-31")


def test_how_many_rows_went_the_single_way_is_told() -> None:
    hours = clock("fixed", "from: fixed")
    assert _many(hours, "2026-06-01", "2026-06-02", "2026-06-03").singly == 3
    assert _many(clock("plain", "period: 1 days")).singly == 0


def test_rows_under_three_versions_are_each_counted_by_their_own() -> None:
    frame = "from: event\nperiod: {} days\nsource: s\nin force: from {}; recorded 2000-01-01"
    rows = [
        (1, "2000-01-01 to 2010-01-01"),
        (2, "2010-01-01 to 2020-01-01"),
        (3, "2020-01-01"),
    ]
    versions = by_id(clock_of_text("v", frame.format(*row)) for row in rows)
    starts = ["2019-12-31", "2005-06-01", "2020-01-01", "2010-01-01", "2009-12-31", "2024-06-01"]
    found = _many(versions["v"], *starts)
    assert _written(found.safe) == [
        *("2020-01-02", "2005-06-02", "2020-01-04"),
        *("2010-01-03", "2010-01-01", "2024-06-04"),
    ]
    assert found.singly == 0


def test_what_may_have_too_many_readings_is_counted_one_by_one() -> None:
    others = [f"reading: by {n}: calendar = {name}  [Rule {n}]" for n, name in enumerate(CALENDARS)]
    lines = ("from: receipt", "period: 5 business days", ON)
    one, two = clock("one", *lines, *others[:1]), clock("two", *lines, *others)
    assert _many(one, "2026-06-27", "2026-06-30").singly == 0
    assert _many(two, "2026-06-27", "2026-06-30").singly == 2


def test_a_day_in_doubt_gives_both_dates_and_the_rules_own_is_the_main_one() -> None:
    lines = ("period: 14 days", "roll: forward", "calendar: us.fed.frcp6a6")
    found = _many(clock("d", *lines), "2026-06-19", "2026-06-01")
    assert _written(found.safe) == ["2026-07-03", "2026-06-15"]
    assert _written(found.latest) == ["2026-07-06", "2026-06-15"]
    assert _written(found.main) == ["2026-07-06", "2026-06-15"]
    assert found.singly == 0


@pytest.mark.parametrize(
    ("added", "expected"), [("2 weeks", "2026-06-16"), ("60 weeks", "2027-07-27")]
)
def test_weeks_that_a_way_of_service_adds_are_by_the_tables(added: str, expected: str) -> None:
    adding = clock(
        "a", "period: 1 days", f"service adds: mail +{added} after roll", ON, "roll: forward"
    )
    found = reckon_many(
        adding,
        [date(2026, 6, 1)],
        calendars=calendars(),
        methods=clocks(),
        known_on=KNOWN_ON,
        served_by="mail",
    )
    assert (_written(found.safe), found.singly) == ([expected], 0)
