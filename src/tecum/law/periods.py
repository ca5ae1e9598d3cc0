"""Anniversaries: a day moved by days, months or years, clamped to the end of a month."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

__all__ = ["shift"]


def shift(day: date, n: int, unit: str) -> date:
    """The day ``n`` units later (earlier if negative).

    >>> shift(date(2012, 2, 29), 5, "years")
    datetime.date(2017, 2, 28)
    """
    try:
        if unit == "days":
            return day + timedelta(days=n)
        months = day.year * 12 + day.month - 1 + (n * 12 if unit == "years" else n)
        year, month = divmod(months, 12)
        last = calendar.monthrange(year, month + 1)[1]
        return date(year, month + 1, min(day.day, last))
    except (OverflowError, ValueError, calendar.IllegalMonthError):
        return date.max if n > 0 else date.min
