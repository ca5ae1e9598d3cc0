"""Counting hours: elapsed hours in UTC, or hours that run on open days only (step 4)."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo

from tecum.reckoning.clocks import Clock, CountMode, PeriodUnit, Roll
from tecum.reckoning.count import Walk
from tecum.reckoning.errors import BadPeriod
from tecum.reckoning.events import wall_instants
from tecum.reckoning.ground import DAY
from tecum.reckoning.result import Verdict
from tecum.worded import worded as _
from tecum.words import Direction

__all__ = ["count_hours", "is_hours"]

MIDNIGHT = time()


def count_hours(walk: Walk, start: datetime) -> tuple[datetime, ...]:
    """The instants at which an hour period may end; two where a wall time exists twice.

    ``start`` bears the zone of the place.

    Raises:
        BadPeriod: the clock's count is of days.
    """
    clock = walk.clock
    mode = _mode(clock)
    hours = clock.period.n if clock.period else 0
    walk.note(start, Verdict.START, "the clock starts", "start", 0)
    if mode is CountMode.ON_BUSINESS_DAYS:
        end = _on_open_days(walk, start, hours)
    else:
        end = _elapsed(walk, start, hours)
    walk.note(end, Verdict.LANDED, "the hours end", "period")
    return _same_time(walk, end, clock.roll or Roll.NONE)


def _mode(clock: Clock) -> CountMode:
    """Elapsed, unless the clock leaves out closed days; day modes do not fit hours."""
    mode = clock.count.mode if clock.count else CountMode.ELAPSED
    if mode is CountMode.EVERY_DAY:
        return CountMode.ELAPSED
    if not mode.of_hours:
        raise BadPeriod(
            _(
                '"{clock}": its period is {period} and its count is of days ({mode}).',
                clock=clock.id,
                period=clock.period,
                mode=mode,
            ),
            why=_("The unit and the count must fit each other."),
            do=_('Write "count: elapsed" or "count: on business days".'),
        )
    return mode


def _elapsed(walk: Walk, start: datetime, hours: int) -> datetime:
    """Every hour counts; compared in UTC, since wall times repeat when clocks go back."""
    first = start.astimezone(UTC)
    end = first + timedelta(hours=walk.step * hours)
    at, local = first, start
    while at != end:
        border = _border(local, walk.step)
        at = min(border, end) if walk.step > 0 else max(border, end)
        local = at.astimezone(start.tzinfo)
        counted = _hours(abs(at - first))
        walk.note(local, Verdict.COUNTED, f"{counted} of {hours} hours have run", "count", counted)
    return local


def _border(at: datetime, step: int) -> datetime:
    """The next local midnight in the direction of the count, as an instant in UTC.

    A place that changes sides of the date line leaves out a whole day: that day begins when
    the next one does, so going back may pass more than one beginning.
    """
    place = at.tzinfo
    day = at.date()
    if step > 0:
        return _midnight(day + DAY, place)
    while (first := _midnight(day, place)) >= at.astimezone(UTC):
        day -= DAY
    return first


def _midnight(day: date, place: tzinfo | None) -> datetime:
    return datetime.combine(day, MIDNIGHT, place).astimezone(UTC)


def _on_open_days(walk: Walk, start: datetime, hours: int) -> datetime:
    """Hours run only on open local days, midnight to midnight; real hours, so 23 or 25 a day."""
    left = timedelta(hours=hours)
    at = start.astimezone(UTC)
    while True:
        local = at.astimezone(start.tzinfo)
        border = _border(local, walk.step)
        day = local.date() if walk.step > 0 else _day_before(at, start.tzinfo)
        openness = walk.ground.counting(day)
        if not openness.is_open:
            walk.shut(day, Verdict.SKIPPED, openness)
            at = border
            continue
        room = abs(border - at)
        if left <= room:
            end = (at + walk.step * left).astimezone(start.tzinfo)
            _run(walk, day, hours, hours)
            return end
        left -= room
        at = border
        _run(walk, day, hours - _hours(left), hours)


def _day_before(at: datetime, place: tzinfo | None) -> date:
    """The local day that lies before an instant: where a day begins, the one that has ended.

    A day begins at 01:00 where the clocks go forward at midnight.
    """
    return (at - timedelta.resolution).astimezone(place).date()


def _hours(left: timedelta) -> int:
    return round(left.total_seconds() / 3600)


def _run(walk: Walk, day: date, counted: int, hours: int) -> None:
    walk.note(day, Verdict.COUNTED, f"{counted} of {hours} hours have run", "count", counted)


def _same_time(walk: Walk, end: datetime, roll: Roll) -> tuple[datetime, ...]:
    """The same wall time on the next open day, if the hours end on a closed one.

    Authority: Fed. R. Civ. P. 6(a)(2)(C), for one.
    """
    if roll is Roll.NONE:
        return (end,)
    back = roll is Roll.BACKWARD or (
        roll is Roll.SAME_DIRECTION and walk.clock.direction is Direction.BEFORE
    )
    day = end.date()
    while not (openness := walk.ground.at(day)).is_open:
        walk.shut(day, Verdict.ROLLED, openness)
        day += -DAY if back else DAY
    if day == end.date():
        return (end,)
    wall = datetime.combine(day, end.time())
    if isinstance(end.tzinfo, ZoneInfo):
        return wall_instants(wall, end.tzinfo.key)
    return (wall.replace(tzinfo=end.tzinfo),)


def is_hours(clock: Clock) -> bool:
    """Whether the clock's period is of hours."""
    return clock.period is not None and clock.period.unit is PeriodUnit.HOURS
