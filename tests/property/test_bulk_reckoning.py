"""Many at once are the same as one by one, on every row."""

from __future__ import annotations

import os
from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tecum.errors import ReckonError
from tecum.reckoning import Clock, Event, reckon
from tecum.reckoning.bulk import ManyDates, reckon_many
from tecum.reckoning.errors import BadClock, CalendarOutOfRange, NoRuleInForce
from tests.unit.reckoning.ground import KNOWN_ON, calendars, clock, clocks

EXAMPLES = int(os.environ.get("TECUM_TEST_RECKON_EXAMPLES", "400"))
KEYS = ("safe", "latest", "main")


def one(chosen: Clock, start: date, **given_: Any) -> tuple[date | None, ...]:
    found = reckon(chosen, Event.on(chosen.start, start), **given_)
    dues = (found.safe, found.latest, found.main.due if found.main else None)
    return tuple(due.day if due is not None else None for due in dues)


def row(many: ManyDates, at: int) -> tuple[date | None, ...]:
    return tuple(getattr(many, key)[at].item() for key in KEYS)


def world(**given_: Any) -> dict[str, Any]:
    return {
        "calendars": calendars(),
        "methods": clocks(),
        "known_on": KNOWN_ON,
        "zone": None,
        **given_,
    }


def assert_equal_on_every_row(chosen: Clock, starts: list[date], **given_: Any) -> ManyDates | None:
    try:
        singles = [one(chosen, start, **given_) for start in starts]
    except ReckonError as error:
        with pytest.raises(type(error)):
            reckon_many(chosen, starts, **given_)
        return None
    many = reckon_many(chosen, starts, **given_)
    assert [row(many, at) for at in range(len(starts))] == singles
    return many


UNITS = {
    "days": 60, "business days": 40, "court days": 30, "weeks": 9, "months": 14, "years": 3,
}  # fmt: skip
CALENDARS = (
    "us.fed.opm",
    "us.ca.ccp135",
    "us.ny.gcl24",
    "uk.eaw.bank",
    "us.fed.frcp6a6 + state of court (forward only)",
    "us.fed.opm + us.nv.236-015",
)


@st.composite
def block(draw: st.DrawFn) -> Clock:
    unit = draw(st.sampled_from(sorted(UNITS)))
    lines = [
        f"from: {draw(st.sampled_from(['receipt', 'service', 'decision']))}",
        f"period: {draw(st.integers(1, UNITS[unit]))} {unit}",
        f"roll: {draw(st.sampled_from(['none', 'forward', 'backward', 'same direction']))}",
        f"direction: {draw(st.sampled_from(['after', 'before']))}",
        f"calendar: {draw(st.sampled_from(CALENDARS))}",
        f"start day: {draw(st.sampled_from(['excluded', 'excluded', 'included']))}",
        f"leap: {draw(st.sampled_from(['feb 28', 'mar 1']))}",
    ]
    if unit in ("days", "weeks"):
        modes = ["every day", "business days", "clear days", "short < 7: business days"]
        lines.append(f"count: {draw(st.sampled_from(modes))}")
    adds = draw(
        st.sampled_from(
            [
                "",
                "mail +3 days after roll",
                "mail +5 days before roll",
                "mail +2 court days after roll",
                "mail +1 week after roll, roll none",
            ]
        )
    )
    lines += [f"service adds: {adds}"] if adds else []
    closures = draw(
        st.sampled_from(["ignore", "last day: first accessible day, forward", "not counted"])
    )
    lines.append(f"closures: {closures}")
    if draw(st.booleans()):
        lines.append("reading: other: roll = none  [another source]")
    return clock("random", *lines)


@settings(max_examples=EXAMPLES // 4)
@given(
    block(),
    st.lists(st.dates(date(2008, 1, 1), date(2031, 12, 31)), min_size=1, max_size=25),
    st.sampled_from([None, "mail", "email"]),
    st.sampled_from([None, "US-NV", "US-ZZ"]),
    st.lists(st.integers(0, 60), max_size=8),
)
def test_every_row_is_as_one_by_one(
    chosen: Clock,
    starts: list[date],
    served_by: str | None,
    state: str | None,
    shut: list[int],
) -> None:
    closed = [starts[0] + timedelta(days=n) for n in shut]
    given_ = world(served_by=served_by, state=state, closed=closed)
    many = assert_equal_on_every_row(chosen, starts, **given_)
    assert many is None or many.singly == 0


@pytest.mark.parametrize("name", sorted(clocks()))
def test_every_shipped_clock_is_as_one_by_one(name: str) -> None:
    starts = [date(2023, 6, 1) + timedelta(days=31 * n) for n in range(30)]
    assert_equal_on_every_row(clocks()[name], starts, **world(zone="America/Denver", forced=True))


def test_versions_change_in_the_middle_of_the_rows() -> None:
    starts = [date(2016, 11, 25) + timedelta(days=n) for n in range(14)]
    motion = clock("m", "period: 14 days", "counted by: frcp-6")
    many = assert_equal_on_every_row(motion, starts, **world(served_by="email"))
    assert many is not None
    assert many.singly == 0
    assert (many.safe - np.asarray(starts, dtype="datetime64[D]")).max() > 14


def test_rows_may_each_have_a_clock() -> None:
    two = [clocks()["foia-determination"], clocks()["preserve-90"]] * 3
    starts = [date(2026, 2, 13) + timedelta(days=n) for n in range(6)]
    many = reckon_many(two, starts, **world())
    assert [row(many, at) for at in range(6)] == [
        one(chosen, start, **world()) for chosen, start in zip(two, starts, strict=True)
    ]


def test_starts_without_clocks_are_refused() -> None:
    with pytest.raises(ValueError, match="2 clocks for 1 starts"):
        reckon_many([clocks()["frcp-6"]] * 2, [date(2026, 1, 1)], **world())
    with pytest.raises(ValueError, match="not a date"):
        reckon_many(clocks()["preserve-90"], np.asarray(["NaT"], dtype="M8[D]"), **world())


def test_no_rows_are_no_dates() -> None:
    assert reckon_many(clocks()["preserve-90"], [], **world()).safe.size == 0


@pytest.mark.parametrize(
    ("lines", "start", "error"),
    [
        (["period: 5 court days", "calendar: us.ny.gcl24"], "1980-06-01", CalendarOutOfRange),
        (["period: 100000 days"], "9990-01-01", BadClock),
        (["period: 5 days", "counted by: frcp-45-d-2-B"], "2001-01-01", NoRuleInForce),
        (["roll: forward", "calendar: us.fed.opm"], "2026-01-01", BadClock),
    ],
)
def test_what_one_by_one_refuses_is_refused(
    lines: list[str], start: str, error: type[Exception]
) -> None:
    chosen, starts = clock("x", *lines), [date.fromisoformat(start)]
    with pytest.raises(error):
        reckon_many(chosen, starts, **world())
    assert assert_equal_on_every_row(chosen, starts, **world()) is None
