"""Days that name no month: "the 15th of next month", "the 16th inst.", "Friday the 13th".

The month is taken from the date of issue, as a missing year is; such a day is never more than
unsure. Days that name no number ("next Friday", "tomorrow") are not read: that would be
computing.

Authority: READING 11.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from tecum.instruments.sought import find_all
from tecum.reading.dates.calendar_words import WEEKDAY, FoundDate, weekday_of
from tecum.reading.text.matching import spaced

__all__ = ["find_relative", "with_relative"]

_OF_MONTH = spaced(
    r"(?<![0-9a-z])(?:the\s)?(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?\s(?:day\s)?(?:of\s(?:the\s)?"
    r"(?P<which>this|next|following|coming|current|present|same)\smonth|(?P<old>inst(?:ant)?|prox(?:imo)?))"
    r"(?![a-z])"
)
_WEEKDAY_DAY = spaced(
    rf"(?<![0-9a-z])(?P<wd>{WEEKDAY})\.?,?\s(?:the\s)?(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)(?![0-9a-z])"
    r"(?!\s(?:day\s)?of\s)"
)
_NEXT = frozenset({"next", "following", "coming"})
_LOOK = 45


def find_relative(low: str, issued: date | None) -> Iterator[FoundDate]:
    """The days that name no month, settled by the date of issue where it is known.

    Args:
        low: The text, plain.
        issued: The date of issue.
    """
    if issued is None:
        return
    for match in find_all(_OF_MONTH, low):
        later = match["which"] in _NEXT or (match["old"] or "").startswith("p")
        value = _in_month(issued, int(match["day"]), later=later)
        if value is not None:
            yield _found(match.start(), match.end(), value, issued)
    for match in find_all(_WEEKDAY_DAY, low):
        near = (issued + timedelta(days=n) for n in range(_LOOK))
        wanted = (int(match["day"]), weekday_of(match["wd"]))
        value = next((d for d in near if (d.day, d.weekday()) == wanted), None)
        if value is not None:
            yield _found(match.start(), match.end(), value, issued)


def with_relative(days: list[FoundDate], low: str, issued: date | None) -> list[FoundDate]:
    """The dates of a text and its days that name no month, in printed order."""
    more = [
        day
        for day in find_relative(low, issued)
        if not any(day.start < other.end and day.end > other.start for other in days)
    ]
    return sorted([*days, *more], key=lambda day: day.start) if more else days


def _found(start: int, end: int, value: date, issued: date) -> FoundDate:
    return FoundDate(start, end, value, value, signals={"month_from_issue": issued.isoformat()})


def _in_month(issued: date, day: int, *, later: bool) -> date | None:
    """The day in the month of issue, or in the month behind it."""
    months = issued.year * 12 + issued.month - 1 + later
    try:
        return date(months // 12, months % 12 + 1, day)
    except ValueError:
        return None
