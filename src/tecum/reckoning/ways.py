"""The ways to count one clock: by its own words, and by each ``reading:`` line that differs.

What no start changes is worked out once for each way: the calendars that govern it, the days
that the way of service adds, the line that says when the event counts as having happened.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tecum.reckoning.clocks import Addition, Alternative, Clock, Deemed
from tecum.reckoning.count import mode_of
from tecum.reckoning.deemed import rule_for
from tecum.reckoning.events import EventKind, served_words
from tecum.reckoning.ground import Ground, ground_for
from tecum.reckoning.hours import is_hours
from tecum.reckoning.setting import Setting
from tecum.words import Direction

__all__ = ["Way", "ways_of"]

MOST_KEPT = 512
"""Clocks in force are few, and so are the days on which they are known; the oldest goes first."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way to count: how its reading is named, its clock, and what holds for every start.

    ``notes`` say what is not known of the calendars, ``warned`` what is not known of the
    service; ``received_later`` that a receipt on a closed day may count from the next open one.
    """

    name: str
    differs: str
    cite: str
    clock: Clock
    ground: Ground
    notes: tuple[str, ...]
    deemed: Deemed | None
    adds: Sequence[Addition]
    warned: tuple[str, ...]
    of_hours: bool
    received_later: bool


def ways_of(clock: Clock, setting: Setting) -> tuple[Way, ...]:
    """The ways to count a resolved clock with a period, the one by its own words first.

    The same clock, calendars, known day, state, closings and service give the same ways, so
    the calendars keep them; a clock that is kept cannot lend its place in memory to another.

    Raises:
        UnknownCalendar, BadPeriod, UnsupportedForm: see :mod:`tecum.reckoning.errors`.
    """
    kept = setting.calendars.ways
    key = (id(clock), setting.known_on, setting.served_by, setting.state, setting.closed)
    found = kept.get(key)
    if found is None:
        if len(kept) >= MOST_KEPT:
            kept.pop(next(iter(kept)), None)
        found = kept[key] = (clock, tuple(_ways(clock, setting)))
    ways: tuple[Way, ...] = found[1]
    return ways


def _ways(clock: Clock, setting: Setting) -> Iterator[Way]:
    yield _way(clock, setting, "", "", clock.source)
    for row in clock.readings:
        differs = ", ".join(key.replace("_", " ") for key, _ in row.changes)
        yield _way(_changed(clock, row), setting, row.name, differs, row.cite or clock.source)


def _changed(clock: Clock, row: Alternative) -> Clock:
    cites = {**clock.cites, **{key: row.cite for key, _ in row.changes if row.cite}}
    return replace(clock, **dict(row.changes), cites=cites, readings=())


def _way(clock: Clock, setting: Setting, name: str, differs: str, cite: str) -> Way:
    ground, notes = ground_for(
        clock, setting.calendars, setting.known_on, closed=setting.closed, state=setting.state
    )
    served = served_words(setting.served_by) if setting.served_by is not None else None
    of_hours = is_hours(clock)
    adds, warned = _additions(clock, served) if clock.service_adds else ((), ())
    if of_hours:
        adds, warned = (), (NOT_TO_HOURS,) if clock.service_adds and served is not None else ()
    return Way(
        name=name,
        differs=differs,
        cite=cite,
        clock=clock,
        ground=ground,
        notes=notes,
        deemed=rule_for(clock, served or frozenset()),
        adds=adds,
        warned=warned,
        of_hours=of_hours,
        received_later=_may_be_received_later(clock),
    )


NOT_TO_HOURS = "days that a way of service adds are not added to hours"


def _additions(
    clock: Clock, served: frozenset[str] | None
) -> tuple[tuple[Addition, ...], tuple[str, ...]]:
    """The days that the way of service adds, and what to know of them."""
    if served is None:
        return (), ("method of service not known: no days are added for it",)
    rows = tuple(row for row in clock.service_adds if served & set(row.methods))
    return rows, tuple(f"the added days are denied to {row.not_for}" for row in rows if row.not_for)


def _may_be_received_later(clock: Clock) -> bool:
    """Whether the clock leaves open what a receipt on a closed day is."""
    if clock.deemed or is_hours(clock) or clock.period is None:
        return False
    if (
        clock.direction is Direction.BEFORE
        or not mode_of(clock, clock.period).mode.leaves_out_closed
    ):
        return False
    return clock.start in (EventKind.RECEIPT, EventKind.SERVICE)
