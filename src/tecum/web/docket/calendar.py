"""On which days the office works, by the calendar that its profile names."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from tecum.errors import ReckonError
from tecum.web.docket.desk import desk

__all__ = ["working_days"]

SATURDAY = 5


def working_days() -> Callable[[date], bool]:
    """Whether a day is a working day; by weekdays alone where no calendar is named."""
    ready = desk()
    name = ready.office.calendars.get("office") or ready.office.calendars.get("agency")
    calendar = ready.calendars[name] if name and name in ready.calendars else None

    def works(day: date) -> bool:
        if calendar is None:
            return day.weekday() < SATURDAY
        try:
            return calendar.is_open(day, day).is_open
        except ReckonError:
            return day.weekday() < SATURDAY

    return works
