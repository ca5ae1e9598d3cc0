"""Dates that stand on the paper: they are what they say and do not roll, unless a rule says so.

A return date of an instrument or an order is no period: nothing is counted.
"""

from __future__ import annotations

from datetime import date, datetime, time

from tecum.reckoning.clocks import Bound, Clock, Cutoff, Roll
from tecum.reckoning.cutoff import due_at, due_on
from tecum.reckoning.errors import CalendarOutOfRange
from tecum.reckoning.events import legal_day, wall_instants
from tecum.reckoning.ground import DAY, Ground, ground_for
from tecum.reckoning.readings import Start
from tecum.reckoning.result import MAIN, DateReading, Step, Verdict
from tecum.reckoning.setting import Setting

__all__ = ["fixed_clock", "fixed_readings"]


def fixed_clock(wall: time | None, zone: str | None, bound: Bound = Bound.LATEST_DAY) -> Clock:
    """The clock of a date that a document states, with the hour that it states."""
    cutoff = None if wall is None else Cutoff(wall, zone)
    return Clock(
        id="stated-date",
        start="fixed",
        title="Date stated in the document",
        source="the document",
        bound=bound,
        cutoff=cutoff,
    )


def fixed_readings(
    clock: Clock, start: Start, setting: Setting, grounds: list[Ground]
) -> tuple[list[DateReading], list[str]]:
    """The stated date; rolled only under ``fixed date rolls: yes``. A closed day gets a note."""
    day = legal_day(start.at, setting.zone)
    steps = [Step(day, None, Verdict.LANDED, "the date is stated, not counted", clock.source)]
    notes: list[str] = []
    warned: tuple[str, ...] = ()
    if clock.calendar is not None:
        ground, warned = _ground(clock, setting)
        grounds.append(ground)
        if clock.fixed_date_rolls:
            day = _rolled(clock, day, ground, steps)
            warned = (*warned, *ground.unchecked)
        else:
            notes, warned = _closed_note(day, ground), ()
    if isinstance(start.at, datetime) and day == legal_day(start.at, setting.zone):
        due = due_at(clock, wall_instants(start.at, setting.zone)[0])
    else:
        due = due_on(clock, day, setting.zone, setting.hours)
    return [DateReading(start.name or MAIN, due, tuple(steps), "", clock.source, warned)], notes


def _ground(clock: Clock, setting: Setting) -> tuple[Ground, tuple[str, ...]]:
    return ground_for(
        clock,
        setting.calendars,
        setting.known_on,
        closed=setting.closed,
        state=setting.state,
    )


def _closed_note(day: date, ground: Ground) -> list[str]:
    """A note where the day is closed; a year without calendar leaves the date as it stands."""
    try:
        openness = ground.at_end(day)
    except CalendarOutOfRange:
        return []
    if openness.is_open:
        return []
    return [f"{day} is closed ({openness.name}); a stated date does not move"]


def _rolled(clock: Clock, day: date, ground: Ground, steps: list[Step]) -> date:
    back = clock.roll is Roll.BACKWARD
    while not (openness := ground.at_end(day)).is_open:
        steps.append(Step(day, None, Verdict.ROLLED, openness.name, openness.cite))
        day += -DAY if back else DAY
    return day
