"""Deadline vectors answered a second time, day by day, with nothing of the product's counting.

Written from the table of the protocol alone. Which days are closed comes in as a set: days are
data, held against published lists elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta

ONE = timedelta(days=1)
Given = dict[str, Any]
Shut = Callable[[date], bool]


def shut_days(days: Collection[date], weekend: bool = True) -> Shut:
    """Whether a day is closed: a weekend or one of the set."""
    return lambda day: (weekend and day.weekday() > 4) or day in days


def _onward(day: date, shut: Shut, step: int) -> date:
    while shut(day):
        day += step * ONE
    return day


def _rolled(day: date, roll: str, sign: int, shut: Shut) -> date:
    steps = {"none": 0, "forward": 1, "backward": -1, "same_direction": sign}
    return _onward(day, shut, steps[roll]) if steps[roll] else day


def _recess(day: date, excluded: str) -> bool:
    summer = "summer" in excluded and day.month in (7, 8)
    christmas = (day.month, day.day) >= (12, 21) or (day.month, day.day) <= (1, 7)
    return summer or ("seasonal" in excluded and christmas)


def _counted(start: date, days: int, sign: int, left_out: Shut) -> date:
    day = start
    while days:
        day += sign * ONE
        days -= not left_out(day)
    return day


def period(kind: str, given: Given, shut: Shut) -> list[str]:
    """Kinds of days, weeks, months, years, and days with service days."""
    start, n = date.fromisoformat(given["start"]), given["n"]
    sign, excluded = (1 if n > 0 else -1), given.get("excluded") or ""
    closings = {date.fromisoformat(row) for row in given.get("closed") or ()}
    days = abs(n) * (7 if kind == "weeks" else 1)
    business = given.get("count") == "business" or ("short" in excluded and days < 7)
    roll = given.get("roll") or "none"

    def left_out(day: date) -> bool:
        return (business and (shut(day) or day in closings)) or _recess(day, excluded)

    def answer(first: date) -> date:
        if kind in ("months", "years"):
            last = first + relativedelta(**{kind: n})
        else:
            last = _counted(first, days, sign, left_out)
        add = given.get("service_add", 0) * ONE
        before = given.get("service_order") == "before_roll"
        last = _rolled(last + add if before else last, roll, sign, shut)
        if add and not before:
            last = _rolled(last + add, given.get("service_roll") or roll, sign, shut)
        if last in closings:
            last = _onward(last, lambda day: shut(day) or day in closings, 1)
        return last

    found = [answer(start)]
    received_shut = shut(start) or start in closings
    if n > 0 and business and received_shut:
        found.append(answer(_onward(start, lambda day: shut(day) or day in closings, 1)))
    return list(dict.fromkeys(map(str, found)))


def clear(given: Given, shut: Shut) -> list[str]:
    """Clear days: both ends out; a short period leaves out closed days."""
    n = given["n"]
    sign, short = (1 if n > 0 else -1), abs(n) <= (given.get("short_excludes") or 0)
    start = date.fromisoformat(given["start"])
    last = _counted(start, abs(n), sign, lambda day: short and shut(day))
    ends_open = n < 0 or bool(given.get("end_event"))
    return [str(last + sign * ONE if ends_open else last)]


def _instants(wall: datetime, zone: str) -> list[datetime]:
    """The instants of a wall time; in a gap the first minute after it."""
    place = ZoneInfo(zone)
    found = [
        at
        for at in (wall.replace(tzinfo=place, fold=fold).astimezone(UTC) for fold in (0, 1))
        if at.astimezone(place).replace(tzinfo=None) == wall
    ]
    if not found:
        at = wall.replace(tzinfo=UTC) - timedelta(hours=15)
        while at.astimezone(place).replace(tzinfo=None) < wall:
            at += timedelta(minutes=1)
        found = [at]
    return sorted(set(found))


def hours(given: Given, shut: Shut) -> list[str]:
    """Hours in UTC, minute by minute where closed days do not count."""
    place, n = ZoneInfo(given["tz"]), given["n"]
    found = []
    for first in _instants(datetime.fromisoformat(given["start"]), given["tz"]):
        end, step = first, timedelta(minutes=1 if n > 0 else -1)
        if given["count"] == "all_hours":
            end += timedelta(hours=n)
        else:
            left = abs(n) * 60
            while left:
                looked = end if n > 0 else end + step
                left -= not shut(looked.astimezone(place).date())
                end += step
        local = end.astimezone(place)
        if given.get("roll") == "forward_same_time" and shut(local.date()):
            day = _onward(local.date(), shut, 1)
            found += _instants(datetime.combine(day, local.time()), given["tz"])
        else:
            found.append(end)
    return [at.astimezone(place).isoformat() for at in sorted(set(found))]


def deemed(given: Given, shut: Shut) -> list[str]:
    """Posting and leaving, of England."""
    sent = datetime.fromisoformat(given["sent"])
    if given["method"] == "second_day_then_next_business":
        return [str(_onward(sent.date() + 2 * ONE, shut, 1))]
    in_time = sent.time() < time(16, 30)
    day = sent.date()
    return [str(day if in_time and not shut(day) else _onward(day + ONE, shut, 1))]


def receipt(given: Given, shut: Shut) -> list[str]:
    """The time itself inside opening hours, else the next opening."""
    at = datetime.fromisoformat(given["received"])
    opens, closes = time.fromisoformat(given["open"]), time.fromisoformat(given["close"])
    if "tz" in given:
        (first, *_) = _instants(at, given["tz"])
        at = first.astimezone(ZoneInfo(given["tz"]))
    day = at.date()
    while True:
        if not shut(day):
            opening = datetime.combine(day, opens, at.tzinfo)
            if day > at.date() or at.time() < opens:
                return [opening.isoformat()]
            if at.time() <= closes:
                return [at.isoformat()]
        day += ONE


def receipt_date(given: Given, shut: Shut) -> list[str]:
    """The open day on which something counts as received."""
    at = datetime.fromisoformat(given["received"])
    limit = time.fromisoformat(given["cutoff"])
    late = at.time() >= limit if given.get("cutoff_inclusive_late") else at.time() > limit
    day = at.date()
    return [str(_onward(day + ONE if late and not shut(day) else day, shut, 1))]


def cutoff(given: Given, _: Shut) -> list[str]:
    """In time or late; a minute's cut-off takes its whole minute."""
    at, limit = given["at"], given["cutoff"]
    if given["granularity"] == "minute":
        return ["timely" if at[:16] <= limit[:16] else "late"]
    return ["timely" if at < limit else "late"]


def fixed_roll(given: Given, shut: Shut) -> list[str]:
    """A stated date, rolled as the vector says."""
    return [str(_rolled(date.fromisoformat(given["fixed"]), given["roll"], 1, shut))]
