"""The moment at which a day is over, and whether something came in time (step 11)."""

from __future__ import annotations

from datetime import date, datetime, time

from tecum.office import Hours
from tecum.reckoning.clocks import Bound, Clock, Cutoff, Granularity
from tecum.reckoning.events import in_zone, instants_on
from tecum.reckoning.ground import DAY
from tecum.reckoning.result import END_OF_DAY, Due

__all__ = ["FROM_START", "due_at", "due_on", "is_timely"]

CLOSING = "closing of the office"
FROM_START = "from 00:00"

_END_OF_DAY = Cutoff()
_MIDNIGHT = time()


def due_on(clock: Clock, day: date, zone: str | None, hours: Hours | None) -> Due:
    """A date with the moment that ends it; without a cut-off that is 24:00 at the place."""
    bound = clock.bound or Bound.LATEST_DAY
    if bound is Bound.EARLIEST_DAY:
        return Due(day, _instant(day, _MIDNIGHT, zone), FROM_START, bound)
    cutoff = clock.cutoff or _END_OF_DAY
    place = cutoff.zone or zone
    if cutoff.closing:
        if hours is None:
            return Due(day, None, CLOSING, bound)
        return Due(day, _instant(day, hours.close, place), f"{hours.close:%H:%M}", bound)
    if cutoff.at is None:
        return Due(day, _instant(day + DAY, _MIDNIGHT, place), END_OF_DAY, bound)
    return Due(day, _instant(day, cutoff.at, place), f"{cutoff.at:%H:%M}", bound)


def _instant(day: date, wall: time, zone: str | None) -> datetime | None:
    return None if zone is None else instants_on(day, wall, in_zone(zone))[0]


def due_at(clock: Clock, instant: datetime) -> Due:
    """An instant as a due date; one at 00:00 is the end of the day before."""
    bound = clock.bound or Bound.LATEST_DAY
    if instant.time() == _MIDNIGHT:
        return Due(instant.date() - DAY, instant, END_OF_DAY, bound)
    return Due(instant.date(), instant, f"{instant:%H:%M}", bound)


def is_timely(at: datetime, cutoff: datetime, granularity: Granularity) -> bool:
    """Whether something that came at ``at`` came in time.

    ``minute inclusive``: every second of the cut-off's minute is in time. ``second
    exclusive``: the cut-off itself is late.
    """
    if granularity is Granularity.MINUTE_INCLUSIVE:
        return at.replace(second=0, microsecond=0) <= cutoff
    return at < cutoff
