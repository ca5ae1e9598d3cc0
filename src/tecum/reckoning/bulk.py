"""Many dates at once: the same answers as one by one, from tables and without the trace.

Days, business days, weeks and months with roll, additions and closures are looked up; every
other clock, and every row that leaves the tables, goes the single way.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from tecum.reckoning.calendars import Calendars
from tecum.reckoning.clocks import Addition, Bound, Clock, Closures, Leap, Period, PeriodUnit, Roll
from tecum.reckoning.count import mode_of
from tecum.reckoning.day_table import EPOCH, Days, DayTable, DayTables, Rows
from tecum.reckoning.events import Event
from tecum.reckoning.ground import Ground
from tecum.reckoning.hours import is_hours
from tecum.reckoning.reckon import MOST_READINGS, reckon_in
from tecum.reckoning.ruling import judged_on, resolved
from tecum.reckoning.setting import Setting
from tecum.reckoning.ways import ways_of
from tecum.words import Direction

__all__ = ["ManyDates", "reckon_many"]

Dates = NDArray[np.datetime64]

NO_DATE = np.iinfo(np.int64).min
"""Not a time, as numpy's dates write it."""

BLOCK = 1 << 15
"""Rows done at a time: few enough to stay in the processor's cache."""

_BY_MONTH = {PeriodUnit.MONTHS: 1, PeriodUnit.YEARS: 12}
_CLOSED_OUT = (PeriodUnit.BUSINESS_DAYS, PeriodUnit.COURT_DAYS)

_READINGS_OF_ONE_RULE = 4
"""Observed day open or not, received that day or on the next open one."""


@dataclass(frozen=True, slots=True, eq=False)
class ManyDates:
    """The dates of many rows; ``NaT`` where there is none.

    ``main`` is the date by the rule's own words; ``singly`` is how many rows went the single
    way.
    """

    safe: Dates
    latest: Dates
    main: Dates
    singly: int


@dataclass(frozen=True, slots=True)
class _Count:
    """One rule to count by, ready for tables."""

    clock: Clock
    period: Period
    adds: Sequence[Addition]
    ground: Ground
    received_later: bool

    @property
    def step(self) -> int:
        """+1 after an event, -1 before one."""
        return -1 if self.clock.direction is Direction.BEFORE else 1

    @property
    def reach(self) -> int:
        """Days that a count may well walk; a row that walks further goes the single way."""
        size = {PeriodUnit.WEEKS: 7, PeriodUnit.MONTHS: 31, PeriodUnit.YEARS: 366}
        added = sum(2 * add.period.n * size.get(add.period.unit, 1) for add in self.adds)
        return 2 * self.period.n * size.get(self.period.unit, 1) + added + 60


def reckon_many(
    clocks: Clock | Sequence[Clock],
    starts: Sequence[date] | Dates,
    *,
    calendars: Calendars,
    methods: Mapping[str, Clock],
    known_on: date,
    zone: str | None = None,
    served_by: str | None = None,
    state: str | None = None,
    closed: Iterable[date] = (),
    calendar: str | None = None,
    forced: bool = False,
) -> ManyDates:
    """Count many clocks from many days; every row as :func:`tecum.reckoning.reckon` would.

    Args:
        clocks: One clock for all rows, or one for each row.
        starts: The day of the event of each row.
        calendars, methods, known_on, zone, served_by, state, closed, calendar, forced: As for
            one reckoning; the same for every row.

    Returns:
        Safe, latest and main date of each row, in the order of ``starts``.

    Raises:
        ValueError: there is not one clock for each start, or a start is no date.
        ReckonError: as one reckoning of that row raises it.
    """
    dates = np.asarray(starts, dtype="datetime64[D]")
    if np.isnat(dates).any():
        raise ValueError("a start is not a date")
    days = dates.view(np.int64)
    setting = Setting(
        calendars=calendars,
        methods=methods,
        known_on=known_on,
        zone=zone,
        served_by=served_by,
        state=state,
        closed=frozenset(closed),
        calendar=calendar,
        forced=forced,
    )
    found = np.full((3, days.size), NO_DATE, dtype=np.int64)
    safe, latest, main = found.view("datetime64[D]")
    if not days.size:
        return ManyDates(safe, latest, main, 0)
    run = _Run(days, (int(days.min()), int(days.max())), setting, found, DayTables())
    singly = 0
    for clock, where in _by_clock(clocks, days):
        for rows in _by_version(clock, days, where, setting):
            for at in range(0, rows.size, BLOCK):
                singly += _group(clock, rows[at : at + BLOCK], run)
    return ManyDates(safe, latest, main, singly)


@dataclass(frozen=True, slots=True, eq=False)
class _Run:
    """What one call holds: the days from which to count and the first and last of them, the
    dates found, the tables made."""

    days: Days
    span: tuple[int, int]
    setting: Setting
    found: Days
    tables: DayTables


def _by_clock(clocks: Clock | Sequence[Clock], days: Days) -> Iterator[tuple[Clock, Days]]:
    """Each clock with the numbers of its rows."""
    if isinstance(clocks, Clock):
        yield clocks, np.arange(days.size)
        return
    if len(clocks) != days.size:
        raise ValueError(f"{len(clocks)} clocks for {days.size} starts")
    known = {id(clock): clock for clock in clocks}
    marks = np.fromiter(map(id, clocks), dtype=np.int64, count=len(clocks))
    for mark, clock in known.items():
        yield clock, np.flatnonzero(marks == mark)


def _by_version(clock: Clock, days: Days, where: Days, setting: Setting) -> Iterator[Days]:
    """The rows in groups that the same versions of clock and methods rule."""
    first, last = int(days[where].min()), int(days[where].max())
    borders = sorted(row for row in _borders(clock, setting.methods) if first < row <= last)
    if not borders:
        yield where
        return
    segment = np.searchsorted(np.asarray(borders, dtype=np.int64), days[where], side="right")
    for number in np.unique(segment):
        yield where[segment == number]


def _borders(clock: Clock, methods: Mapping[str, Clock]) -> set[int]:
    """Every day on which a version of the clock or of a method it may rest on begins or ends."""
    found: set[int] = set()
    waiting, seen = [clock], {clock.id}
    while waiting:
        at = waiting.pop()
        for version in (at, *at.others):
            for window in version.in_force:
                ends = (window.start, window.until)
                found |= {day.toordinal() - EPOCH for day in ends if day is not None}
            name = version.counted_by
            if name is not None and name in methods and name not in seen:
                seen.add(name)
                waiting.append(methods[name])
    return found


def _group(clock: Clock, where: Days, run: _Run) -> int:
    """Fill in the rows of one clock under one law; how many of them went the single way."""
    starts = run.days[where]
    first = date.fromordinal(EPOCH + int(starts[0]))
    whole = resolved(clock, judged_on(clock, first, run.setting), run.setting)
    counts = _counts(whole, run.setting)
    if counts is None:
        _walk(clock, where, run)
        return int(where.size)
    made = [rows for count in counts for rows in _dates(count, starts, run)]
    low = np.minimum.reduce([rows.days for rows in made])
    high = np.maximum.reduce([rows.days for rows in made])
    if whole.bound is Bound.EARLIEST_DAY:
        low, high = high, low
    run.found[:, where] = low, high, made[0].days
    outside = np.logical_or.reduce([rows.outside for rows in made])
    _walk(clock, where[outside], run)
    return int(outside.sum())


def _walk(clock: Clock, where: Days, run: _Run) -> None:
    """The single way, row by row."""
    for row in where.tolist():
        start = date.fromordinal(EPOCH + int(run.days[row]))
        single = reckon_in(clock, Event.on(clock.start, start), run.setting)
        main = single.main.due if single.main is not None else None
        for at, due in enumerate((single.safe, single.latest, main)):
            day = due.day if due is not None else None
            run.found[at, row] = NO_DATE if day is None else day.toordinal() - EPOCH


def _counts(whole: Clock, setting: Setting) -> list[_Count] | None:
    """Every rule that gives a reading, the main one first; None where tables do not reach."""
    if whole.period is None or not _is_plain(whole):
        return None
    counts = []
    for way in ways_of(whole, setting):
        clock, period = way.clock, way.clock.period
        if period is None or not _is_plain(clock) or clock.bound is not whole.bound:
            return None
        counts.append(_Count(clock, period, way.adds, way.ground, way.received_later))
    return counts if len(counts) * _READINGS_OF_ONE_RULE <= MOST_READINGS else None


def _is_plain(clock: Clock) -> bool:
    """Whether a clock is counted in days and nothing but days decides it."""
    if clock.start == "fixed" or clock.combine is not None or is_hours(clock):
        return False
    return not clock.deemed and not clock.skip_spans and clock.roll is not Roll.FORWARD_SAME_TIME


def _dates(count: _Count, starts: Days, run: _Run) -> Iterator[Rows]:
    """The dates of every reading that one rule may give; equal ones do no harm."""
    first, last = run.span[0] - count.reach, run.span[1] + count.reach
    doubts = (False, True) if any(row.doubts for row in count.ground.calendars) else (False,)
    seen = [
        run.tables.of(count.ground.afresh(doubted=not observed_open), first, last)
        for observed_open in doubts
    ]
    for received_later in (False, True) if count.received_later else (False,):
        for table in seen:
            rows = Rows(starts)
            if received_later:
                rows.days = table.counting.landed(rows, 1)
            _count(count, table, rows)
            rows.outside |= (rows.days <= -EPOCH) | (rows.days > date.max.toordinal() - EPOCH)
            yield rows


def _count(count: _Count, table: DayTable, rows: Rows) -> None:
    """Steps 5 to 10 of the count, for all rows at once."""
    clock, step = count.clock, count.step
    roll = clock.roll or Roll.NONE
    _stretch(count, table, rows)
    for add in count.adds:
        if not add.after_roll:
            _add(add, table, rows, step)
    _roll(roll, table, rows, step)
    for add in count.adds:
        if add.after_roll:
            _add(add, table, rows, step)
            _roll(roll if add.roll is None else add.roll, table, rows, step)
    if count.ground.closures is not Closures.IGNORE:
        rows.days = table.reopened(rows)


def _stretch(count: _Count, table: DayTable, rows: Rows) -> None:
    clock, period, step = count.clock, count.period, count.step
    mode = mode_of(clock, period)
    included = step if clock.start_day_included else 0
    if period.unit in _BY_MONTH:
        months = step * period.n * _BY_MONTH[period.unit]
        rows.days = _months_on(rows.days, months, clock.leap or Leap.FEB_28) - included
        return
    days = period.n * (7 if period.unit is PeriodUnit.WEEKS else 1)
    rows.days = rows.days - included
    if mode.mode.leaves_out_closed:
        rows.days = table.counting.counted(rows, days, step)
    else:
        rows.days = rows.days + step * days
    if mode.clear:
        rows.days = rows.days + step


def _months_on(days: Days, months: int, leap: Leap) -> Days:
    """The corresponding day some months away, or the last day of a shorter month."""
    start = days.astype("datetime64[D]")
    month = start.astype("datetime64[M]")
    nth = (start - month.astype("datetime64[D]")).astype(np.int64)
    target = month + np.timedelta64(months, "M")
    first = target.astype("datetime64[D]").astype(np.int64)
    length = (target + np.timedelta64(1, "M")).astype("datetime64[D]").astype(np.int64) - first
    last = np.minimum(nth, length - 1)
    if leap is Leap.MAR_1:
        leap_day = (nth == 28) & (month.astype(np.int64) % 12 == 1) & (length == 28)
        last = np.where(leap_day, 28, last)
    found: Days = first + last
    return found


def _add(add: Addition, table: DayTable, rows: Rows, step: int) -> None:
    days = add.period.n * (7 if add.period.unit is PeriodUnit.WEEKS else 1)
    if add.period.unit in _CLOSED_OUT:
        rows.days = table.counting.counted(rows, days, step)
    else:
        rows.days = rows.days + step * days


def _roll(roll: Roll, table: DayTable, rows: Rows, step: int) -> None:
    if roll is not Roll.NONE:
        back = roll is Roll.BACKWARD or (roll is Roll.SAME_DIRECTION and step < 0)
        rows.days = table.rolling.landed(rows, -1 if back else 1)
