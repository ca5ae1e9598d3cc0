"""Reckonings a second with the full trace, one core; the goal for plain day clocks is 20,000.

    python bench/reckon_single.py [RECKONINGS]

Every reckoning is of another day; nothing is kept from one to the next but versions of
clocks and years of calendars. Processor time, the best of five runs, since other work on the
machine only adds. The floor is the same count of days and steps without rule or reading.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from record import record
from tecum.law import read_packs
from tecum.packs_folder import packs_folder
from tecum.reckoning import Clock, Event, by_id, load_calendars, reckon

GOAL = 20_000
RUNS = 5
FIRST = date(2023, 1, 5)
CLOCKS = {
    "14 days, rolled, federal rules": "fr-72-objection",
    "earlier of 14 days and a stated date": "frcp-45-d-2-B",
    "90 days": "preserve-90",
    "48 hours, form and regulation": "dhs-detainer-48h",
    "20 business days, with doubts": "foia-determination",
}


def _per_second(work: Callable[[date], object], count: int) -> float:
    best = float("inf")
    for _ in range(RUNS):
        before = time.process_time()
        for n in range(count):
            work(FIRST + timedelta(days=n % 1200))
        best = min(best, time.process_time() - before)
    return round(count / best, 1)


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

    def counted(clock: Clock) -> Callable[[date], object]:
        def once(start: date) -> object:
            event = Event.on({"event": "decision"}.get(clock.start, clock.start), start)
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
    print(f"{'floor: days and notes alone':40}{figures['floor_per_second']:>12,.0f}/s")
    figures["per_second"] = {}
    for name, clock in CLOCKS.items():
        if clock not in clocks:
            print(f"{name:40}  not measured: no clock {clock}")
            continue
        rate = figures["per_second"][name] = _per_second(counted(clocks[clock]), count)
        print(f"{name:40}{rate:>12,.0f}/s{rate / GOAL:>7.2f} of the goal")
    record("reckon_single", figures)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 4000)
