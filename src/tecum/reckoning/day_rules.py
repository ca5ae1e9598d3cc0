"""How a calendar says which day of a year is meant: ``4th friday of september``, ``easter + 1``."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

__all__ = ["DayRule", "day_rule", "easter", "observed_rule"]

DayRule = Callable[[int], tuple[date, ...]]
"""The days of one year; none where the year has no such day."""

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORT = tuple(name[:3] for name in _WEEKDAYS)
_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_WEEKDAY = "|".join(_WEEKDAYS)
_MONTH = "|".join(_MONTHS)

_FIXED = re.compile(rf"({_MONTH}) (\d{{1,2}})")
_NTH = re.compile(rf"(1st|2nd|3rd|4th|5th|last) ({_WEEKDAY}) of ({_MONTH})")
_BESIDE = re.compile(
    rf"({_WEEKDAY}) (before|after|on or before|on or after) ({_MONTH}) (\d{{1,2}})"
)
_BESIDE_NTH = re.compile(
    rf"({_WEEKDAY}) (before|after) (1st|2nd|3rd|4th|last) ({_WEEKDAY}) of ({_MONTH})"
)
_EASTER = re.compile(r"easter(?: ([+-]) (\d{1,2}))?")


def day_rule(text: str) -> DayRule:
    """The days that one line of a calendar names.

    Raises:
        ValueError: the line is not of a known form.
    """
    if found := _FIXED.fullmatch(text):
        return _fixed(_MONTHS.index(found[1]) + 1, int(found[2]))
    if found := _NTH.fullmatch(text):
        return _nth(found[1], _WEEKDAYS.index(found[2]), _MONTHS.index(found[3]) + 1)
    if found := _BESIDE.fullmatch(text):
        month, number = _MONTHS.index(found[3]) + 1, int(found[4])
        return _beside(_WEEKDAYS.index(found[1]), found[2], _fixed(month, number))
    if found := _BESIDE_NTH.fullmatch(text):
        base = _nth(found[3], _WEEKDAYS.index(found[4]), _MONTHS.index(found[5]) + 1)
        return _beside(_WEEKDAYS.index(found[1]), found[2], base)
    if found := _EASTER.fullmatch(text):
        days = int(found[2] or 0) * (-1 if found[1] == "-" else 1)
        return lambda year: (easter(year) + timedelta(days=days),)
    raise ValueError(f'"{text}" is not a day of a year')


def _fixed(month: int, number: int) -> DayRule:
    def days(year: int) -> tuple[date, ...]:
        try:
            return (date(year, month, number),)
        except ValueError:
            return ()

    if not days(2000):
        raise ValueError(f"month {month} has no day {number}")
    return days


def _nth(which: str, weekday: int, month: int) -> DayRule:
    def days(year: int) -> tuple[date, ...]:
        first = date(year, month, 1)
        first += timedelta(days=(weekday - first.weekday()) % 7)
        in_month = [
            day for week in range(5) if (day := first + timedelta(weeks=week)).month == month
        ]
        at = -1 if which == "last" else int(which[0]) - 1
        return (in_month[at],) if at < len(in_month) else ()

    return days


def _beside(weekday: int, side: str, base: DayRule) -> DayRule:
    step = -1 if side.endswith("before") else 1

    def days(year: int) -> tuple[date, ...]:
        found = []
        for day in base(year):
            moved = day if side.startswith("on or") else day + timedelta(days=step)
            while moved.weekday() != weekday:
                moved += timedelta(days=step)
            found.append(moved)
        return tuple(found)

    return days


def easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar, from the golden number and the epact."""
    golden = year % 19
    century = year // 100
    epact = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    epact -= epact // 28 * (1 - 29 // (epact + 1) * ((21 - golden) // 11))
    weekday = (year + year // 4 + epact + 2 - century + century // 4) % 7
    sunday = epact - weekday
    month = 3 + (sunday + 40) // 44
    return date(year, month, sunday + 28 - 31 * (month // 4))


def observed_rule(text: str) -> dict[int, int]:
    """Days by which a day on some weekday is moved: ``sat->fri,sun->mon``.

    A Saturday goes back to Friday; every other move goes on to the next such day.

    Raises:
        ValueError: not of that form.
    """
    if text in ("none", "as listed"):
        return {}
    moves: dict[int, int] = {}
    for part in text.split(","):
        found = re.fullmatch(r"(\w{3})->(\w{3})", part.strip())
        if not found or found[1] not in _SHORT or found[2] not in _SHORT:
            raise ValueError(f'"{part.strip()}" is not a move like "sun->mon"')
        start, end = _SHORT.index(found[1]), _SHORT.index(found[2])
        moves[start] = -1 if (found[1], found[2]) == ("sat", "fri") else (end - start) % 7
    return moves
