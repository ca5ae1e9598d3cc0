"""Periods and dates that a document prints, without saying how they are counted.

"Within 30 days" in a letter, before any court, has two defensible counts: the plain one, and
the one rolled by the method that the office has configured. The earlier is safe.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time

from tecum.office import Hours
from tecum.reckoning.calendars import Calendars
from tecum.reckoning.clocks import (
    Alternative,
    Bound,
    Clock,
    Closures,
    Count,
    CountMode,
    Period,
    PeriodUnit,
    Roll,
    version_at,
    with_method,
)
from tecum.reckoning.count import Span
from tecum.reckoning.events import Event, EventKind, How, legal_day, live_accounts
from tecum.reckoning.fixed import fixed_clock
from tecum.reckoning.reckon import reckon
from tecum.reckoning.result import Reckoned
from tecum.words import Counting, Direction, Unit

__all__ = ["reckon_fixed", "reckon_stated", "stated_clock"]

_COUNTED = {
    Counting.BUSINESS: CountMode.BUSINESS_DAYS,
    Counting.COURT: CountMode.COURT_DAYS,
    Counting.CALENDAR: CountMode.EVERY_DAY,
    Counting.UNSTATED: CountMode.EVERY_DAY,
}


def stated_clock(
    amount: int,
    unit: Unit,
    counting: Counting,
    *,
    direction: Direction,
    start: str,
    method: Clock,
    rolls: bool = True,
) -> Clock:
    """The clock of a printed period: plain, with the method's roll as second reading.

    Args:
        rolls: Whether the end may move on at all; the end of a hold may not.

    Raises:
        BadPeriod: the amount is zero or less.
    """
    hours = unit is Unit.HOURS
    mode = _COUNTED[counting]
    if hours:
        left_out = mode.leaves_out_closed
        mode = CountMode.ON_BUSINESS_DAYS if left_out else CountMode.ELAPSED
    rolled = Alternative(
        "rolled",
        (
            ("roll", method.roll or Roll.NONE),
            ("closures", method.closures or Closures.IGNORE),
        ),
        method.source,
    )
    return Clock(
        id="stated-period",
        start=start,
        title="Period stated in the document",
        source="the document",
        period=Period(amount, PeriodUnit(unit.value)),
        direction=direction,
        count=Count(mode),
        roll=Roll.NONE,
        closures=Closures.IGNORE,
        start_day_included=method.start_day_included,
        leap=method.leap,
        cutoff=method.cutoff,
        calendar=method.calendar,
        readings=(rolled,) if rolls and method.roll not in (None, Roll.NONE) else (),
    )


def reckon_stated(
    amount: int,
    unit: Unit,
    counting: Counting,
    direction: Direction,
    event: Event,
    *,
    method: Clock,
    calendars: Calendars,
    methods: Mapping[str, Clock],
    known_on: date,
    zone: str | None,
    state: str | None = None,
    stood: Sequence[Span] = (),
    closed: Iterable[date] = (),
    hours: Hours | None = None,
    what_if: date | datetime | None = None,
    calendar: str | None = None,
    rolls: bool = True,
) -> Reckoned:
    """Count a period that a document prints without naming a method.

    Args:
        amount: The number as printed.
        unit: The unit as printed.
        counting: ``business`` and ``court`` as printed; else every day or hour counts.
        direction: After or before the event.
        event: The event that the document names; one without account waits.
        method: The office's configured method, for the calendar and the rolled reading.
        rolls: Whether the end may move on to an open day under another reading.

    Returns:
        The plain reading and, where it differs, the rolled one; safe is the earlier for a
        last day.
    """
    whole = _whole(method, methods, event, known_on)
    clock = stated_clock(
        amount, unit, counting, direction=direction, start=event.kind, method=whole, rolls=rolls
    )
    return reckon(
        clock,
        event,
        calendars=calendars,
        methods=methods,
        known_on=known_on,
        zone=zone,
        state=state,
        stood=stood,
        closed=closed,
        hours=hours,
        what_if=what_if,
        calendar=calendar,
    )


def reckon_fixed(
    day: date,
    wall: time | None = None,
    zone: str | None = None,
    *,
    calendars: Calendars,
    known_on: date,
    method: Clock | None = None,
    methods: Mapping[str, Clock] | None = None,
    closed: Iterable[date] = (),
    bound: Bound = Bound.LATEST_DAY,
    said_by: str = "the document",
) -> Reckoned:
    """A date stated on the paper: it is what it says, with a note if that day is closed.

    ``method`` gives the calendar, and rolls the date only if it says ``fixed date rolls: yes``;
    ``methods`` are needed where it is itself counted by another.

    Authority: Fed. R. Civ. P. 6(a) reaches periods only, not a date that is fixed (committee
    note of 2009).
    """
    clock = fixed_clock(wall, zone, bound)
    event = Event.on(EventKind.RETURN_DATE.value, day, said_by, How.DOCUMENT)
    if method is not None:
        whole = _whole(method, methods or {method.id: method}, event, known_on)
        clock = replace(
            clock,
            calendar=whole.calendar,
            roll=whole.roll,
            closures=whole.closures,
            fixed_date_rolls=whole.fixed_date_rolls,
            cutoff=clock.cutoff or whole.cutoff,
        )
    return reckon(
        clock,
        event,
        calendars=calendars,
        methods={},
        known_on=known_on,
        zone=zone,
        closed=closed,
    )


def _whole(method: Clock, methods: Mapping[str, Clock], event: Event, known_on: date) -> Clock:
    """The office's method as it was on the day of the event, with the keys it takes from others.

    The office chose the method, so one whose dates do not reach the event is used all the same.
    """
    accounts = live_accounts(event, known_on)
    first = accounts[0].at if accounts else None
    day = legal_day(first, None) if first is not None else known_on
    version = version_at(method, day, known_on, forced=True)
    return with_method(version, methods, day, known_on, forced=True)
