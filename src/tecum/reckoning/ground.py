"""The ground a count walks on: the governing calendars together, as they were known on a day."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from tecum.reckoning.calendars import OPEN, Calendar, Calendars, OpenKind, Openness
from tecum.reckoning.clocks import Clock, Closures, PeriodUnit, Roll
from tecum.reckoning.errors import UnknownCalendar
from tecum.words import Direction

__all__ = ["DAY", "Ground", "ground_for"]

DAY = timedelta(days=1)


@dataclass
class Ground:
    """Which days are open for one count, and which years it had to look at.

    A day is open only if every calendar has it open. ``closed`` are closings that the caller
    names; with ``closures`` *not counted* they are closed throughout, else only at the end.
    """

    calendars: tuple[Calendar, ...]
    known_on: date
    closures: Closures = Closures.IGNORE
    closed: frozenset[date] = frozenset()
    doubted: bool = True
    met_doubt: bool = False
    """The count came upon a day of which it is unsettled that it is a holiday."""
    _looked: set[int] = field(default_factory=set)
    _seen: tuple[dict[date, Openness], dict[date, Openness]] = field(
        default_factory=lambda: ({}, {})
    )

    def afresh(self, *, doubted: bool) -> Ground:
        """The same ground for another count, which has looked at nothing yet."""
        return Ground(self.calendars, self.known_on, self.closures, self.closed, doubted)

    def at(self, day: date) -> Openness:
        """Whether a day counts as open when a last day rolls: the calendars alone decide."""
        return self._openness(day, False)

    def counting(self, day: date) -> Openness:
        """Whether a day counts as open while days are counted."""
        return self._openness(day, self.closures is Closures.NOT_COUNTED)

    def at_end(self, day: date) -> Openness:
        """Whether the office can be reached on the last day, one-off closings included."""
        return self._openness(day, self.closures is not Closures.IGNORE)

    def is_open(self, day: date) -> bool:
        """Whether a day is an ordinary working day of every calendar."""
        return self.counting(day).is_open

    def next_open(self, day: date, step: int = 1) -> date:
        """The day itself if it is open, else the next open one in that direction."""
        while not self.is_open(day):
            day += step * DAY
        return day

    @property
    def was_asked(self) -> bool:
        """Whether the count depended on any day being open."""
        return bool(self._looked)

    @property
    def unchecked(self) -> tuple[str, ...]:
        """A warning for every calendar year that was looked at and not checked."""
        return tuple(
            f"calendar {row.id} not checked for {year}"
            for row in self.calendars
            for year in sorted(self._looked)
            if year not in row.checked
        )

    def _openness(self, day: date, closures: bool) -> Openness:
        seen = self._seen[closures]
        found = seen.get(day)
        if found is None:
            self._looked.add(day.year)
            found = seen[day] = self._ask(day, closures)
            self.met_doubt = self.met_doubt or found.doubted
        return found

    def _ask(self, day: date, closures: bool) -> Openness:
        if closures and day in self.closed:
            return Openness(OpenKind.CLOSED, "closed that day", "as given")
        found = OPEN
        for row in self.calendars:
            answer = row.is_open(day, self.known_on, closures=closures, doubted=self.doubted)
            if found is OPEN or (
                found.kind is OpenKind.WEEKEND
                and answer.kind in (OpenKind.HOLIDAY, OpenKind.CLOSED)
            ):
                found = answer
        return found


def ground_for(
    clock: Clock,
    calendars: Calendars,
    known_on: date,
    *,
    closed: frozenset[date] = frozenset(),
    state: str | None = None,
    doubted: bool = True,
) -> tuple[Ground, tuple[str, ...]]:
    """The ground of one clock, and what a person should know about it.

    Days that the state of the court has declared holidays count only for periods after an
    event (Fed. R. Civ. P. 6(a)(6)(C)).

    Raises:
        UnknownCalendar: the clock looks at open days and names no calendar, or an unknown one.
    """
    if clock.calendar is None:
        if _needs_calendar(clock):
            raise UnknownCalendar(
                f'"{clock.id}" counts or rolls over open days and names no calendar.',
                why="Which days are open differs from authority to authority.",
                do="Name one with --calendar, or in the clock.",
            )
        return Ground((), known_on, clock.closures or Closures.IGNORE, closed, doubted), ()
    rows = [calendars[name] for name in clock.calendar.ids]
    notes: tuple[str, ...] = ()
    if clock.calendar.state_of_court and clock.direction is not Direction.BEFORE:
        if state is None:
            notes = ("the court's state is not known: its own holidays are not considered",)
        elif state in calendars.authorities:
            rows.append(calendars.of_state(state))
        else:
            notes = (f"no calendar of {state} is loaded: its own holidays are not considered",)
    closures = clock.closures or Closures.IGNORE
    return Ground(tuple(rows), known_on, closures, closed, doubted), notes


def _needs_calendar(clock: Clock) -> bool:
    rolls = clock.roll not in (None, Roll.NONE)
    unit = clock.period.unit if clock.period else None
    counts = clock.count is not None and (
        clock.count.mode.leaves_out_closed or clock.count.short is not None
    )
    by_unit = unit in (PeriodUnit.BUSINESS_DAYS, PeriodUnit.COURT_DAYS)
    return (
        rolls
        or counts
        or by_unit
        or clock.closures not in (None, Closures.IGNORE)
        or bool(clock.deemed)
    )
