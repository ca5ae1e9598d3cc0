"""Counting days: leave out the start, step day by day, roll, add service days (steps 5 to 10).

Every day is a step with its reason, so that a person can follow the count on a wall calendar.
"""

from __future__ import annotations

from calendar import isleap, monthrange
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import repeat
from typing import Any

from tecum.reckoning.calendars import Openness
from tecum.reckoning.clocks import (
    Addition,
    Clock,
    Closures,
    Count,
    CountMode,
    ExtendsFrom,
    Leap,
    Period,
    PeriodUnit,
    Roll,
)
from tecum.reckoning.errors import BadPeriod
from tecum.reckoning.ground import DAY, Ground
from tecum.reckoning.result import Step, Verdict
from tecum.worded import worded as _
from tecum.words import Direction

__all__ = ["Span", "Walk", "count_days", "mode_of", "months_on"]


_NAMED = tuple(f"day {n}" for n in range(1, 367))

_AT_HAND = date(2000, 1, 1).toordinal()
_DAYS = tuple(map(date.fromordinal, range(_AT_HAND, date(2050, 1, 1).toordinal())))
"""The days in which most counts lie, made once; any other day is made when it is counted."""

_made: Callable[[type[Step], Iterable[Any]], Step] = tuple.__new__
"""A step from its five fields, without the call of a function of ours."""


@dataclass(frozen=True, slots=True)
class Span:
    """Days on which the clock stood, both ends in; it still stands where ``last`` is None."""

    first: date
    last: date | None
    reason: str
    cite: str = ""

    def covers(self, day: date) -> bool:
        """Whether the clock stood that day."""
        return self.first <= day and (self.last is None or day <= self.last)


class Walk:
    """One count under way: the ground, the days that stand still, the steps so far.

    ``step`` is the direction: +1 after an event, -1 before one.
    """

    __slots__ = ("clock", "ground", "step", "steps", "tolled")

    def __init__(self, clock: Clock, ground: Ground, tolled: Sequence[Span] = ()) -> None:
        self.clock, self.ground, self.tolled = clock, ground, tolled
        self.step = -1 if clock.direction is Direction.BEFORE else 1
        self.steps: list[Step] = []

    def note(self, at: date, verdict: Verdict, reason: str, key: str, n: int | None = None) -> None:
        """Write one step down, with the citation of the key that caused it."""
        clock = self.clock
        cite = clock.cites.get(key) or clock.source
        self.steps.append(_made(Step, (at, n, verdict, reason, cite)))

    def shut(self, at: date, verdict: Verdict, why: Openness) -> None:
        """Write down a day that is closed."""
        self.steps.append(Step(at, None, verdict, why.name, why.cite))


def count_days(walk: Walk, start: date, *, extended: bool, adds: Sequence[Addition]) -> date:
    """The last day of the clock's period, counted, extended, added to and rolled.

    Raises:
        BadPeriod: the clock has no period of days, or unit and count contradict each other.
    """
    clock = walk.clock
    period = clock.period
    if period is None or period.unit is PeriodUnit.HOURS:
        raise BadPeriod(_('"{clock}" has no period of days.', clock=clock.id))
    if clock.roll is Roll.FORWARD_SAME_TIME:
        raise BadPeriod(
            _(
                '"{clock}": "{roll}" rolls hours, and its period is {period}.',
                clock=clock.id,
                roll=clock.roll,
                period=period,
            )
        )
    try:
        return _counted(walk, start, period, extended=extended, adds=adds)
    except (OverflowError, ValueError) as error:
        raise BadPeriod(
            _(
                '"{clock}": {period} from {start} leaves the calendar.',
                clock=clock.id,
                period=period,
                start=start,
            )
        ) from error


def _counted(
    walk: Walk, start: date, period: Period, *, extended: bool, adds: Sequence[Addition]
) -> date:
    """Steps 5 to 10, in their order."""
    clock = walk.clock
    last = _stretch(walk, start, period, mode_of(clock, period))
    if extended and clock.extends is not None:
        last = _extend(walk, start, last)
    for add in adds:
        if not add.after_roll:
            last = _add(walk, last, add)
    walk.note(last, Verdict.LANDED, "the period ends", "period")
    last = _roll(walk, last, clock.roll or Roll.NONE)
    for add in adds:
        if add.after_roll:
            last = _add(walk, last, add)
            last = _roll(walk, last, clock.roll or Roll.NONE if add.roll is None else add.roll)
    return _reopen(walk, last)


_PLAIN = Count()
_BY_MONTH = (PeriodUnit.MONTHS, PeriodUnit.YEARS)


def mode_of(clock: Clock, period: Period) -> Count:
    """How the days of a period are counted; a unit that says so itself decides.

    Raises:
        BadPeriod: the count does not fit the unit.
    """
    count = clock.count or _PLAIN
    if period.unit in _BY_MONTH and (
        clock.skip_spans or count.clear or count.mode is not CountMode.EVERY_DAY
    ):
        raise BadPeriod(
            _(
                '"{clock}": its period is {period}, and its count leaves out days.',
                clock=clock.id,
                period=period,
            ),
            why=_("Months run from a day to the corresponding day; no day of them is counted."),
            do=_("Give the period in days, or take the count away."),
        )
    if period.unit is PeriodUnit.BUSINESS_DAYS:
        return Count(CountMode.BUSINESS_DAYS, count.clear)
    if period.unit is PeriodUnit.COURT_DAYS:
        return Count(CountMode.COURT_DAYS, count.clear)
    if count.mode.of_hours:
        raise BadPeriod(
            _(
                '"{clock}": its period is {period} and its count is of hours ({mode}).',
                clock=clock.id,
                period=period,
                mode=count.mode,
            ),
            why=_("The unit and the count must fit each other."),
            do=_("Correct the unit or the count."),
        )
    if count.short is not None and period.unit is PeriodUnit.DAYS and count.short.covers(period.n):
        return Count(count.short.mode, count.clear)
    return count


def _stretch(walk: Walk, start: date, period: Period, count: Count, announce: bool = True) -> date:
    if period.unit in _BY_MONTH:
        return _months(walk, start, period)
    days = period.n * 7 if period.unit is PeriodUnit.WEEKS else period.n
    included = bool(walk.clock.start_day_included) and announce
    if announce:
        reason = "the day of the event, counted" if included else "the day of the event, left out"
        walk.note(start, Verdict.START, reason, "start_day_included")
    last = _walk_days(walk, start - walk.step * DAY if included else start, days, count)
    if count.clear:
        last += walk.step * DAY
        walk.note(last, Verdict.SKIPPED, "clear days: the day at the end is left out", "count")
    return last


def _walk_days(walk: Walk, start: date, days: int, count: Count) -> date:
    open_only = count.mode.leaves_out_closed
    if walk.tolled or walk.clock.skip_spans:
        return _interrupted(walk, start, days, open_only=open_only)
    return _open_days(walk, start, days) if open_only else _every_day(walk, start, days)


def _interrupted(walk: Walk, start: date, days: int, *, open_only: bool) -> date:
    """The count on days on which the clock may stand."""
    one, cite, steps = walk.step * DAY, walk.clock.cite("count"), walk.steps
    day, n = start, 0
    while n < days:
        day += one
        if (stands := _stands(walk, day)) is not None:
            steps.append(stands)
            continue
        if open_only and not (openness := walk.ground.counting(day)).is_open:
            walk.shut(day, Verdict.SKIPPED, openness)
            continue
        n += 1
        steps.append(Step(day, n, Verdict.COUNTED, f"day {n}", cite))
    return day


def _open_days(walk: Walk, start: date, days: int) -> date:
    """The count of open days, with what the calendars said of a day before at hand."""
    one, cite, add = walk.step * DAY, walk.clock.cite("count"), walk.steps.append
    ground, kept, counted = walk.ground, walk.ground.steps(), Verdict.COUNTED
    day = start
    for n, name in zip(*_named(days), strict=False):
        day += one
        while (left_out := kept[day] if day in kept else ground.skipped(day, kept)) is not None:
            add(left_out)
            day += one
        add(_made(Step, (day, n, counted, name, cite)))
    ground.went_over(start + one, day)
    return day


def _every_day(walk: Walk, start: date, days: int) -> date:
    """The count in which no day can be left out, made in one go."""
    days_on, cite = _following(start, walk.step, days), walk.clock.cite("count")
    counted, (numbers, names) = repeat(Verdict.COUNTED), _named(days)
    rows = zip(days_on, numbers, counted, names, repeat(cite), strict=False)
    walk.steps.extend(map(_made, repeat(Step), rows))
    return walk.steps[-1].at


def _named(days: int) -> tuple[Iterable[int], Iterable[str]]:
    """The numbers of the days and how a step names them; there may be more names."""
    numbers = range(1, days + 1)
    return numbers, _NAMED if days <= len(_NAMED) else map("day {}".format, numbers)


def _following(start: date, step: int, days: int) -> Iterable[date]:
    """So many days after a day, or before it where the step is -1."""
    first = start.toordinal() + step
    end = first + step * days
    at, stop = first - _AT_HAND, end - _AT_HAND
    if min(at, stop) >= 0 and max(at, stop) < len(_DAYS):
        return _DAYS[at:stop:step]
    return map(date.fromordinal, range(first, end, step))


def _stands(walk: Walk, day: date) -> Step | None:
    """The step of a day on which the clock stands or which its rule leaves out every year."""
    for span in walk.tolled:
        if span.covers(day):
            return Step(day, None, Verdict.TOLLED, span.reason, span.cite)
    for recess in walk.clock.skip_spans:
        if recess.covers(day):
            cite = walk.clock.cite("skip_spans")
            return Step(day, None, Verdict.SKIPPED, f"not counted: {recess}", cite)
    return None


def months_on(start: date, months: int, leap: Leap = Leap.FEB_28) -> date:
    """The corresponding day some months away, or the last day of a shorter month.

    >>> months_on(date(2025, 11, 30), 3)
    datetime.date(2026, 2, 28)
    """
    at = start.year * 12 + start.month - 1 + months
    year, month = at // 12, at % 12 + 1
    if leap is Leap.MAR_1 and (start.month, start.day, month) == (2, 29, 2) and not isleap(year):
        return date(year, 3, 1)
    return date(year, month, min(start.day, monthrange(year, month)[1]))


def _months(walk: Walk, start: date, period: Period) -> date:
    size = 12 if period.unit is PeriodUnit.YEARS else 1
    leap = walk.clock.leap or Leap.FEB_28
    word = "year" if size == 12 else "month"
    walk.note(start, Verdict.START, "the day of the event, left out", "start_day_included")
    last = start
    for n in range(1, period.n + 1):
        last = months_on(start, walk.step * n * size, leap)
        short = "" if last.day == start.day else ", the last day of a shorter month"
        walk.note(last, Verdict.COUNTED, f"{word} {n}: the corresponding day{short}", "leap", n)
    if walk.clock.start_day_included:
        last -= walk.step * DAY
        walk.note(last, Verdict.LANDED, "the day of the event was counted", "start_day_included")
    return _stand_still(walk, start, last)


def _stand_still(walk: Walk, start: date, last: date) -> date:
    """Give back, at the end of a period of months, the days on which the clock stood."""
    day = start
    while walk.tolled and day != last:
        day += walk.step * DAY
        span = next((row for row in walk.tolled if row.covers(day)), None)
        if span is not None:
            walk.steps.append(Step(day, None, Verdict.TOLLED, span.reason, span.cite))
            last += walk.step * DAY
    return last


def _extend(walk: Walk, start: date, last: date) -> date:
    extends = walk.clock.extends
    period = walk.clock.period
    if extends is None or period is None:
        return last
    more = extends.period
    base, whole = last, more
    if extends.start is ExtendsFrom.ROLLED_END:
        base = _roll(walk, last, walk.clock.roll or Roll.NONE)
    elif period.unit in _BY_MONTH and more.unit in _BY_MONTH:
        # Counted from the original date: adding to the last day of a shorter month loses days.
        base = start
        whole = Period(_in_months(period) + _in_months(more), PeriodUnit.MONTHS)
    count = replace(mode_of(walk.clock, whole), clear=False)
    end = _stretch(walk, base, whole, count, announce=False)
    walk.note(end, Verdict.EXTENDED, f"extended by {more} from the {extends.start}", "extends")
    return end


def _in_months(period: Period) -> int:
    return period.n * (12 if period.unit is PeriodUnit.YEARS else 1)


def _add(walk: Walk, last: date, add: Addition) -> date:
    cite = add.cite or walk.clock.cite("service_adds")
    closed_out = add.period.unit in (PeriodUnit.BUSINESS_DAYS, PeriodUnit.COURT_DAYS)
    days = add.period.n * 7 if add.period.unit is PeriodUnit.WEEKS else add.period.n
    n = 0
    while n < days:
        last += walk.step * DAY
        openness = walk.ground.counting(last) if closed_out else None
        if openness is not None and not openness.is_open:
            walk.shut(last, Verdict.SKIPPED, openness)
            continue
        n += 1
        reason = f"added day {n} of {days} for service by {' or '.join(add.methods)}"
        walk.steps.append(Step(last, n, Verdict.ADDED, reason, cite))
    return last


def _roll(walk: Walk, last: date, roll: Roll) -> date:
    if roll is Roll.NONE:
        return last
    back = roll is Roll.BACKWARD or (roll is Roll.SAME_DIRECTION and walk.step < 0)
    while not (openness := walk.ground.at(last)).is_open:
        walk.shut(last, Verdict.ROLLED, openness)
        last += -DAY if back else DAY
    return last


def _reopen(walk: Walk, last: date) -> date:
    """A last day on which the office cannot be reached runs on, always forward.

    Authority: Fed. R. Civ. P. 6(a)(3), for one.
    """
    if walk.ground.closures is Closures.IGNORE:
        return last
    at_end = walk.ground.at_end(last)
    if at_end.is_open or at_end == walk.ground.at(last):
        return last
    while not (openness := walk.ground.at_end(last)).is_open:
        walk.shut(last, Verdict.CLOSED, openness)
        last += DAY
    return last
