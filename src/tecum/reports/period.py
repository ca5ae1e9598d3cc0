"""Periods of reports: months, quarters, half-years and years, and the day a report is due.

Days are legal dates in the office's zone; a period holds its first and its last day.

Authority: LAW section 7 (``on: every <period>``); DOCKET 1.8.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from tecum.errors import UsageError
from tecum.worded import worded as _

__all__ = ["Period", "due_of", "is_periodic", "period_named", "period_of", "recent"]

_EVERY = re.compile(r"^every (?P<period>month|quarter|half-year|year)(?: by (?P<by>\d\d-\d\d))?$")
_MONTHS = {"month": 1, "quarter": 3, "half-year": 6, "year": 12}
_NAMED = re.compile(
    r"^(?P<year>\d{4})(?:-(?:(?P<month>\d\d)|Q(?P<quarter>[1-4])|H(?P<half>[12])))?$", re.ASCII
)


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A run of whole days, both ends in."""

    begins: date
    ends: date

    def __contains__(self, day: date) -> bool:
        return self.begins <= day <= self.ends

    @property
    def name(self) -> str:
        """The short name: ``2019``, ``2019-H1``, ``2019-Q2``, ``2019-03``, else both days.

        >>> Period(date(2019, 4, 1), date(2019, 6, 30)).name
        '2019-Q2'
        """
        for months, letter in ((12, ""), (6, "H"), (3, "Q"), (1, "M")):
            if (self.begins, self.ends) != _whole(self.begins, months):
                continue
            number = (self.begins.month - 1) // months + 1
            if letter == "M":
                return f"{self.begins.year:04}-{self.begins.month:02}"
            return f"{self.begins.year:04}" + (f"-{letter}{number}" if letter else "")
        return f"{self.begins}..{self.ends}"


def period_of(on: str, day: date) -> tuple[date, date]:
    """The first and last day of the period of a trigger in which a day lies.

    >>> period_of("every quarter", date(2020, 5, 17))
    (datetime.date(2020, 4, 1), datetime.date(2020, 6, 30))
    """
    match = _EVERY.match(on)
    assert match is not None, on
    return _whole(day, _MONTHS[match["period"]])


def due_of(on: str, begins: date) -> date | None:
    """The day that the law names for the report of a period: the first such day after its end.

    >>> due_of("every year by 03-01", date(2020, 1, 1))
    datetime.date(2021, 3, 1)
    """
    match = _EVERY.match(on)
    assert match is not None, on
    if match["by"] is None:
        return None
    _begins, ends = period_of(on, begins)
    month, number = (int(part) for part in match["by"].split("-"))
    found = date(ends.year, month, number)
    return found if found > ends else date(ends.year + 1, month, number)


def is_periodic(on: str) -> bool:
    """Whether a duty's trigger is the calendar."""
    return _EVERY.match(on) is not None


def recent(on: str, today: date, count: int) -> tuple[Period, ...]:
    """The period in course and those before it, the latest first."""
    found = [Period(*period_of(on, today))]
    while len(found) < count and found[-1].begins > date(2, 1, 1):
        found.append(Period(*period_of(on, found[-1].begins - timedelta(days=1))))
    return tuple(found[:count])


def period_named(text: str) -> Period:
    """A period by its name, or by its first and last day.

    >>> period_named("2019-12").ends
    datetime.date(2019, 12, 31)

    Raises:
        UsageError: it is no period.
    """
    match = _NAMED.match(text)
    try:
        if match is not None:
            return _named(match)
        first, _, last = text.partition("..")
        period = Period(date.fromisoformat(first), date.fromisoformat(last))
    except ValueError:
        raise _no_period(text) from None
    if period.begins > period.ends:
        raise _no_period(text)
    return period


def _named(match: re.Match[str]) -> Period:
    year = int(match["year"])
    if match["month"]:
        return Period(*_whole(date(year, int(match["month"]), 1), 1))
    if match["quarter"]:
        return Period(*_whole(date(year, 3 * int(match["quarter"]), 1), 3))
    if match["half"]:
        return Period(*_whole(date(year, 6 * int(match["half"]), 1), 6))
    return Period(*_whole(date(year, 1, 1), 12))


def _no_period(text: str) -> UsageError:
    return UsageError(
        _('"{word}" is not a period.', word=text[:40]),
        do=_("Write 2019, 2019-H1, 2019-Q2, 2019-03 or 2019-01-01..2019-06-30."),
        code="report.period",
    )


def _whole(day: date, months: int) -> tuple[date, date]:
    """The whole period of so many months, counted from January, in which a day lies."""
    first = (day.month - 1) // months * months + 1
    begins = date(day.year, first, 1)
    last = first + months - 1
    if last == 12:
        return begins, date(day.year, 12, 31)
    return begins, date(day.year, last + 1, 1) - timedelta(days=1)
