"""Dates a second in bulk, beside numpy and the packages that others count with, in one run.

    python bench/reckon_bulk.py [ROWS]

The task of everybody: the tenth business day after each of ROWS random days, federal
calendar. The packages that walk in Python get a hundredth of the rows. Answers are compared
row by row: a figure beside a wrong date says nothing.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import numpy as np

from record import record
from tecum.law.clock_block import clock_from
from tecum.packs_folder import packs_folder
from tecum.reckoning import Clock, Event, load_calendars, reckon
from tecum.reckoning.bulk import reckon_many

GOAL = 1_000_000
RUNS = 3
N = 10
YEARS = range(2015, 2028)
KNOWN_ON = date(2026, 11, 1)
CALENDARS = load_calendars([packs_folder()])
FEDERAL = CALENDARS["us.fed.opm"]
Dates = Any


def _clock(*lines: str) -> Clock:
    rows = [line.partition(": ") for line in (*lines, "from: decision", "source: a rule")]
    rows.append("in force: from 1970-01-01; recorded 1970-01-01".partition(": "))
    return clock_from("bench", [(key, value, None, 1, 1) for key, _, value in rows], "bench")


TENTH = _clock(f"period: {N} business days", "calendar: us.fed.opm")
OURS = {
    "10 business days": TENTH,
    "14 days, rolled, +3 by mail, rolled": _clock(
        "period: 14 days",
        "roll: same direction",
        "service adds: mail +3 days after roll",
        "calendar: us.fed.opm",
    ),
    "16 court days before": _clock(
        "period: 16 court days", "direction: before", "calendar: us.ca.ccp135"
    ),
    "9 months, rolled, closings": _clock(
        "period: 9 months",
        "roll: forward",
        "closures: last day: first accessible day, forward",
        "calendar: us.fed.opm",
    ),
}


def _many(clock: Clock, starts: Dates) -> Dates:
    found = reckon_many(
        clock, starts, calendars=CALENDARS, methods={}, known_on=KNOWN_ON, served_by="mail"
    )
    if found.singly:
        raise SystemExit(f"{found.singly} rows went the single way")
    return found.safe


def _single(starts: Dates) -> Dates:
    return [
        reckon(
            TENTH,
            Event.on("decision", start),
            calendars=CALENDARS,
            methods={},
            known_on=KNOWN_ON,
            zone=None,
        ).demand_date().day
        for start in starts.tolist()
    ]  # fmt: skip


def _numpy(starts: Dates) -> Dates:
    closed = [day for year in YEARS for day in sorted(FEDERAL.closed_days(year))]
    return np.busday_offset(starts, N, roll="backward", holidays=np.asarray(closed, "M8[D]"))


def _holidays(starts: Dates) -> Dates:
    from holidays import country_holidays

    federal = country_holidays("US", years=YEARS)
    return [federal.get_nth_working_day(start, N) for start in starts.tolist()]


def _workalendar(starts: Dates) -> Dates:
    from workalendar.usa import UnitedStates

    federal = UnitedStates()
    return [federal.add_working_days(start, N) for start in starts.tolist()]


def _pandas(starts: Dates) -> Dates:
    import pandas as pd
    from pandas.tseries.holiday import USFederalHolidayCalendar
    from pandas.tseries.offsets import CustomBusinessDay

    offset = CustomBusinessDay(N, calendar=USFederalHolidayCalendar())
    return (pd.DatetimeIndex(starts) + offset).to_numpy()


OTHERS: dict[str, tuple[Callable[[Dates], Dates], int]] = {
    "tecum, one by one with full trace": (_single, 100),
    "numpy busday_offset": (_numpy, 1),
    "holidays": (_holidays, 100),
    "workalendar": (_workalendar, 100),
    "pandas": (_pandas, 100),
}


def _per_second(work: Callable[[Dates], Dates], starts: Dates) -> tuple[float, Dates]:
    best, found = float("inf"), None
    for _ in range(RUNS):
        before = time.perf_counter()
        found = work(starts)
        best = min(best, time.perf_counter() - before)
    return len(starts) / best, found


def main(rows: int) -> None:
    """Measure everybody side by side, print ratios, record."""
    first = date(YEARS[0], 1, 1)
    spread = (date(YEARS[-1], 6, 1) - first) // timedelta(days=1)
    drawn = np.random.default_rng(1).integers(0, spread, rows)
    starts = np.datetime64(first, "D") + drawn
    figures: dict[str, Any] = {"rows": rows, "goal_per_second": GOAL, "tecum": {}, "others": {}}
    ours: Dates = None
    for name, clock in OURS.items():
        rate, found = _per_second(lambda at, clock=clock: _many(clock, at), starts)
        ours = found if clock is TENTH else ours
        figures["tecum"][name] = round(rate)
        print(f"tecum: {name:40}{rate:>16,.0f}/s{rate / GOAL:>8.1f} × goal")
    base = figures["tecum"]["10 business days"]
    for name, (work, share) in OTHERS.items():
        part = starts[: max(1, rows // share)]
        try:
            rate, found = _per_second(work, part)
        except ImportError as error:
            figures["others"][name] = "not installed"
            print(f"{name:47}   not measured: {error.name} is not installed")
            continue
        answers = np.asarray(found, dtype="M8[D]")
        equal = float(np.mean(answers == ours[: len(part)]))
        row = {"per_second": round(rate), "ratio": round(base / rate, 2), "equal": round(equal, 5)}
        figures["others"][name] = row
        print(f"{name:47}{rate:>16,.0f}/s   ours is {row['ratio']:g} times; equal {equal:.3%}")
    record("reckon_bulk", figures, "numpy", "holidays", "workalendar", "pandas")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
