"""A date as it stands in a document, and what its printed parts give.

What does not fit (a weekday against its date, a day beyond its month, a year of three digits, a
day that could be the month) is kept as a conflict with the earliest possible reading.

Authority: READING 11.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from tecum.reading.text.numbers_in_words import cardinal, ordinal, repaired_figure, year_in_words

__all__ = ["FoundDate", "day_of", "numeric_date", "settled", "year_of"]

_LATELY = 183


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date where it stands: characters ``start`` up to ``end``.

    ``value`` is None where the words do not give one date; ``safe`` is then the earliest of
    the readings that are possible, or None. ``month`` and ``day`` are set where only the year
    is missing.
    """

    start: int
    end: int
    value: date | None
    safe: date | None = None
    weekday: int | None = None
    month: int | None = None
    day: int | None = None
    signals: Mapping[str, Any] = field(default_factory=dict)
    conflicts: tuple[Mapping[str, Any], ...] = ()

    @property
    def is_doubtful(self) -> bool:
        """Whether the words needed a repair, a guess at the century, or give no one date."""
        return self.value is None or bool(
            {"repaired", "two_digit_year", "year_from_issue"} & set(self.signals)
        )

    def with_year_from(self, issued_on: date | None) -> FoundDate:
        """The date in the first year that fits the issue date, where no year is printed."""
        if issued_on is None or self.month is None or self.day is None:
            return self
        if self.weekday is None and self._has_passed(issued_on):
            return self
        for year in (issued_on.year, issued_on.year + 1):
            value = _date(year, self.month, self.day)
            fits = value is not None and (self.weekday is None or value.weekday() == self.weekday)
            if value is not None and value >= issued_on and fits:
                signals = {**self.signals, "year_from_issue": issued_on.isoformat()}
                return FoundDate(self.start, self.end, value, value, self.weekday, signals=signals)
        return self

    def _has_passed(self, issued_on: date) -> bool:
        """Whether the day stood shortly before the issue date, so that next year is a guess."""
        same_year = _date(issued_on.year, self.month or 1, self.day or 1)
        return same_year is not None and 0 < (issued_on - same_year).days < _LATELY


def year_of(groups: Mapping[str, str | None], signals: dict[str, Any]) -> int | None:
    if groups.get("yw"):
        return year_in_words(groups["yw"] or "")
    printed = groups.get("year")
    if not printed:
        return None
    printed = printed.strip("' ")
    value, repaired = repaired_figure(printed.replace("i", "l"))
    if value is None:
        return -1
    if repaired:
        signals["repaired"] = printed
    if len(printed) == 2:
        signals["two_digit_year"] = printed
        return 2000 + value if value < 70 else 1900 + value
    if len(printed) == 3:
        signals["bad_year"] = printed
    return value


def day_of(groups: Mapping[str, str | None], signals: dict[str, Any]) -> int | None:
    if groups.get("ow"):
        return ordinal(groups["ow"] or "")
    if groups.get("cw") and not groups.get("day"):
        return cardinal(groups["cw"] or "")
    printed = groups["day"] or ""
    value, repaired = repaired_figure(printed.replace("i", "l"))
    if repaired:
        signals["repaired"] = printed
    return value


def numeric_date(
    match: re.Match[str],
    start: int,
    year: int | None,
    *,
    weekday: int | None,
    signals: dict[str, Any],
    day_first: bool,
) -> FoundDate | None:
    a, fixed_a = repaired_figure(match["a"])
    b, fixed_b = repaired_figure(match["b"])
    if a is None or b is None or not (match["a"] + match["b"]).strip("ol"):
        return None
    if fixed_a or fixed_b:
        signals["repaired"] = match[0]
    if not (1 <= a <= 31 and 1 <= b <= 31) or (a > 12 and b > 12):
        return None
    if a > 12:
        signals["day_first"] = True
        return settled(start, match.end(), year, b, a, weekday=weekday, signals=signals)
    if day_first and year is not None and match["sep"] == ".":
        return settled(start, match.end(), year, b, a, weekday=weekday, signals=signals)
    if not day_first or b > 12 or a == b:
        return settled(start, match.end(), year, a, b, weekday=weekday, signals=signals)
    if year is None:
        return None
    both = sorted(d for d in (_date(year, a, b), _date(year, b, a)) if d)
    return FoundDate(
        start,
        match.end(),
        None,
        both[0],
        weekday,
        signals={**signals, "conflict": "day_or_month"},
        conflicts=tuple({"date": d.isoformat()} for d in both),
    )


def settled(
    start: int,
    end: int,
    year: int | None,
    month: int,
    day: int,
    *,
    weekday: int | None,
    signals: dict[str, Any],
) -> FoundDate | None:
    if year is None:
        return FoundDate(start, end, None, None, weekday, month, day, {**signals, "no_year": True})
    if "bad_year" in signals:
        return FoundDate(start, end, None, signals={**signals, "conflict": "year"})
    value = _date(year, month, day)
    if value is None:
        clash = {**signals, "conflict": "day_over_month"}
        return FoundDate(start, end, None, _month_end(year, month), weekday, signals=clash)
    if weekday is None:
        return FoundDate(start, end, value, value, signals=signals)
    if value.weekday() == weekday:
        agree = {**signals, "weekday_agrees": True}
        return FoundDate(start, end, value, value, weekday, signals=agree)
    shift = (weekday - value.weekday() + 3) % 7 - 3
    other = value + timedelta(days=shift)
    both = sorted((value, other))
    return FoundDate(
        start,
        end,
        None,
        both[0],
        weekday,
        signals={**signals, "conflict": "weekday"},
        conflicts=(
            {"date": value.isoformat(), "reading": "date"},
            {"date": other.isoformat(), "reading": "weekday"},
        ),
    )


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month_end(year: int, month: int) -> date | None:
    return next((d for n in (31, 30, 29, 28) if (d := _date(year, month, n))), None)
