"""Reckonings a second with the full trace, one core; the goal for plain day clocks is 20,000.

    python bench/reckon_single.py [RECKONINGS]

Every reckoning is of another day; nothing is kept from one to the next but versions of
clocks, the ways to count them and years of calendars. A clock whose law has several readings,
or whose start is a bare date where hours are counted, counts several times for one answer; so
the readings a second, each with its own trace, stand beside the answers. Processor time, the
best of five runs, since other work on the machine only adds. The floor is the same count of
days and steps without rule or reading.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from datetime import time as wall_time
from typing import Any

from record import record
from tecum.law import read_packs
from tecum.packs_folder import packs_folder
from tecum.reckoning import Clock, Event, Reckoned, by_id, load_calendars, reckon

GOAL = 20_000
RUNS = 5
FIRST = date(2023, 1, 5)
NINE = wall_time(9)
CLOCKS = {
    "14 days, rolled, federal rules": ("fr-72-objection", None),
    "earlier of 14 days and a stated date": ("frcp-45-d-2-B", None),
    "90 days": ("preserve-90", None),
    "48 hours from 09:00, form and regulation": ("dhs-detainer-48h", NINE),
    "48 hours from a day, whose hour is open": ("dhs-detainer-48h", None),
    "20 business days, with doubts": ("foia-determination", None),
}
"""How each is called, the clock, and the hour at which it starts where hours are counted."""


def _per_second(work: Callable[[date], object], count: int) -> float:
    """How often it is done in a second of processor time."""
    best = float("inf")
    for _ in range(RUNS):
        before = time.process_time()
        for n in range(count):
            work(FIRST + timedelta(days=n % 1200))
        best = min(best, time.process_time() - before)
    return round(count / best, 1)


def _readings(work: Callable[[date], Reckoned], count: int) -> float:
    """The readings of one answer on the average, those that share a date counted each."""
    names = (work(FIRST + timedelta(days=n % 1200)).readings for n in range(count))
    return sum(len(row.names) for rows in names for row in rows) / count


def _floor(start: date) -> list[tuple[date, int, str]]:
    """Fourteen days and a note for each: the least that any trace costs."""
    one, day, steps = timedelta(days=1), start, []
    for n in range(1, 15):
        day += one
        steps.append((day, n, f"day {n}"))
    return steps


def main(count: int) -> None:
    """Measure, print and record."""
    calendars = load_calendars([packs_folder()])
    shipped = sorted(path.parent.name for path in packs_folder().glob("*/pack.toml"))
    clocks = by_id(block.clock for block in read_packs(shipped)[0].clocks)

    def counted(clock: Clock, hour: wall_time | None) -> Callable[[date], Reckoned]:
        def once(start: date) -> Reckoned:
            at = start if hour is None else datetime.combine(start, hour)
            event = Event.on({"event": "decision"}.get(clock.start, clock.start), at)
            return reckon(
                clock,
                event,
                calendars=calendars,
                methods=clocks,
                known_on=date(2026, 11, 1),
                zone="America/Denver",
            )

        return once

    figures: dict[str, Any] = {"reckonings": count, "goal_per_second": GOAL}
    figures["floor_per_second"] = _per_second(_floor, count)
    print(f"{'floor: days and notes alone':42}{figures['floor_per_second']:>9,.0f}/s")
    figures["per_second"], figures["readings_per_second"] = {}, {}
    for name, (clock, hour) in CLOCKS.items():
        if clock not in clocks:
            print(f"{name:42}  not measured: no clock {clock}")
            continue
        work = counted(clocks[clock], hour)
        rate = figures["per_second"][name] = _per_second(work, count)
        readings = figures["readings_per_second"][name] = round(rate * _readings(work, count), 1)
        print(
            f"{name:42}{rate:>9,.0f}/s{rate / GOAL:>6.2f} of the goal{readings:>9,.0f} readings/s"
        )
    record("reckon_single", figures)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 4000)
