"""The ground a count walks on: the governing calendars together, as they were known on a day."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from tecum.reckoning.calendars import OPEN, Calendar, Calendars, OpenKind, Openness
from tecum.reckoning.clocks import Clock, Closures, PeriodUnit, Roll
from tecum.reckoning.errors import UnknownCalendar
from tecum.reckoning.result import Step, Verdict
from tecum.worded import worded as _
from tecum.words import Direction

__all__ = ["DAY", "Ground", "ground_for"]

DAY = timedelta(days=1)
CLOSED_AS_GIVEN = Openness(OpenKind.CLOSED, "closed that day", "as given")


@dataclass(slots=True)
class _Table:
    """What every day is for a set of calendars, as far as it was asked.

    ``steps`` has the days of which a count need ask nothing more: None for one that is counted,
    the step of one that is left out, which is the same in every count.
    """

    calendars: tuple[Calendar, ...]
    days: dict[date, Openness] = field(default_factory=dict)
    steps: dict[date, Step | None] = field(default_factory=dict)


Tables = tuple[_Table, _Table]

MOST_KEPT = 64
"""Sets of calendars are few, days on which rules were known too; beyond this keep nothing."""


def _tables(calendars: tuple[Calendar, ...], known_on: date, doubted: bool) -> Tables:
    """The tables without and with one-off closings; the first calendar keeps them.

    Calendars never change, so what a day is for them is found once.
    """
    if not calendars:
        return _Table(()), _Table(())
    kept = calendars[0].opened
    key = (known_on, doubted, *map(id, calendars))
    found = kept.get(key)
    if found is None:
        if len(kept) >= MOST_KEPT:
            kept.clear()
        found = kept[key] = (_Table(calendars), _Table(calendars))
    return found


class Ground:
    """Which days are open for one count, and which years it had to look at.

    A day is open only if every calendar has it open. ``closed`` are closings that the caller
    names; with ``closures`` *not counted* they are closed throughout, else only at the end.
    ``met_doubt`` says that the count came upon a day of which it is unsettled that it is a
    holiday.
    """

    __slots__ = (
        *("_looked", "_tables", "calendars", "closed", "closures", "doubted", "known_on"),
        "met_doubt",
    )

    def __init__(
        self,
        calendars: tuple[Calendar, ...],
        known_on: date,
        closures: Closures = Closures.IGNORE,
        closed: frozenset[date] = frozenset(),
        doubted: bool = True,
        *,
        tables: Tables | None = None,
    ) -> None:
        self.calendars, self.known_on = calendars, known_on
        self.closures, self.closed, self.doubted = closures, closed, doubted
        self.met_doubt = False
        self._looked: set[int] = set()
        self._tables = tables or _tables(calendars, known_on, doubted)

    def afresh(self, *, doubted: bool) -> Ground:
        """The same ground for another count, which has looked at nothing yet."""
        same = self._tables if doubted is self.doubted else None
        return Ground(
            self.calendars, self.known_on, self.closures, self.closed, doubted, tables=same
        )

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
            [
                f"calendar {row.id} not checked for {year}"
                for row in self.calendars
                for year in sorted(self._looked)
                if year not in row.checked
            ]
        )

    def steps(self) -> dict[date, Step | None]:
        """The days of which a count need not ask; the count says which years it went over."""
        counts_closings = self.closures is Closures.NOT_COUNTED
        if counts_closings and self.closed:
            return {}
        return self._tables[counts_closings].steps

    def went_over(self, first: date, last: date) -> None:
        """A count looked at every day between the two."""
        self._looked.update(range(min(first, last).year, max(first, last).year + 1))

    def skipped(self, day: date, steps: dict[date, Step | None]) -> Step | None:
        """The step of a day that is left out, None for one that is counted; kept in ``steps``.

        A day in doubt is not kept: every count must come upon the doubt itself.
        """
        openness = self.counting(day)
        is_counted = openness.kind is OpenKind.OPEN
        named = Step(day, None, Verdict.SKIPPED, openness.name, openness.cite)
        found = None if is_counted else named
        if not openness.doubted:
            steps[day] = found
        return found

    def _openness(self, day: date, closures: bool) -> Openness:
        self._looked.add(day.year)
        if closures and day in self.closed:
            return CLOSED_AS_GIVEN
        seen = self._tables[closures].days
        found = seen.get(day)
        if found is None:
            found = seen[day] = self._ask(day, closures)
        if found.doubted:
            self.met_doubt = True
        return found

    def _ask(self, day: date, closures: bool) -> Openness:
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
                _(
                    '"{clock}" counts or rolls over open days and names no calendar.',
                    clock=clock.id,
                ),
                why=_("Which days are open differs from authority to authority."),
                do=_("Name one with --calendar, or in the clock."),
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
