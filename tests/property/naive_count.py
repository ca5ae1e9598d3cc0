"""A second engine, as naive as can be: lists of days, and nothing of the first engine's code."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta

ONE = timedelta(days=1)


@dataclass(frozen=True)
class NaiveRule:
    """A rule in plain words: unit, direction, count, roll, additions."""

    n: int
    unit: str
    back: bool = False
    business: bool = False
    clear: bool = False
    short: int = 0
    roll: str = "none"
    add: int = 0
    add_after: bool = True
    add_rolls: bool = True
    recess: tuple[tuple[int, int], tuple[int, int]] | None = None


def naive_date(rule: NaiveRule, start: date, closed: set[date], weekend: set[int]) -> date:
    """The last day, found by writing the days down one by one and striking some out."""

    def shut(day: date) -> bool:
        return day in closed or day.weekday() in weekend

    def rolled(day: date) -> date:
        if rule.roll == "none":
            return day
        back = rule.roll == "backward" or (rule.roll == "same direction" and rule.back)
        nearby = (day + k * ONE * (-1 if back else 1) for k in range(60))
        return next(candidate for candidate in nearby if not shut(candidate))

    sign = -1 if rule.back else 1
    if rule.unit in ("months", "years"):
        last = start + sign * relativedelta(**{rule.unit: rule.n})
    else:
        days = rule.n * 7 if rule.unit == "weeks" else rule.n
        listed = (start + sign * k * ONE for k in range(1, 900))
        short = rule.unit == "days" and 0 < rule.n < rule.short
        if rule.business or short:
            listed = (day for day in listed if not shut(day))
        if rule.recess:
            first, end = rule.recess
            listed = (day for day in listed if not first <= (day.month, day.day) <= end)
        last = next(islice(listed, days - 1, None)) + (sign * ONE if rule.clear else 0 * ONE)
    if rule.add and not rule.add_after:
        last += sign * rule.add * ONE
    last = rolled(last)
    if rule.add and rule.add_after:
        last += sign * rule.add * ONE
        if rule.add_rolls:
            last = rolled(last)
    return last


def naive_business_hours(start: datetime, hours: int, closed: set[date], zone: str) -> datetime:
    """Hours that run on open days only, minute by minute in UTC."""
    at = start.astimezone(UTC)
    minutes = hours * 60
    while minutes:
        day = at.astimezone(ZoneInfo(zone)).date()
        if day.weekday() < 5 and day not in closed:
            minutes -= 1
        at += timedelta(minutes=1)
    return at
