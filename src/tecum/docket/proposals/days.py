"""When something is said to have happened: dates and periods, by the day of publication.

A day that only the day of publication can settle ("Monday", "in January", "Jan. 10") stays
words until that day is known, and no day is made up for words that leave it open.

Authority: DOCKET 1.13; the forms of dates as in READING 11.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tecum.docket.vocabulary import Certainty, DateKind, Precision
from tecum.docket.when import When
from tecum.reading.dates.calendar_words import MONTH, WEEKDAY, find_dates, month_of, weekday_of
from tecum.reading.text.matching import plain
from tecum.reading.text.numbers_in_words import CARDINAL, cardinal

__all__ = ["Day", "days_in"]


@dataclass(frozen=True, slots=True)
class Day:
    """A date or period where it stands.

    ``value`` and the bounds are empty where the words leave the day open; ``later`` marks one
    that only lies ahead ("next week"), ``rule`` says how it was settled.
    """

    start: int
    end: int
    words: str
    precision: Precision
    value: date | None = None
    earliest: date | None = None
    latest: date | None = None
    later: bool = False
    rule: str = ""

    def when(self, kind: DateKind) -> When:
        """The date as the docket keeps it, with its words."""
        if self.precision is Precision.UNKNOWN:
            return When(kind=kind, words=self.words, certainty=Certainty.TO_CONFIRM)
        return When(
            kind=kind,
            value=self.value,
            precision=self.precision,
            earliest=self.earliest,
            latest=self.latest,
            words=self.words,
            certainty=Certainty.COMPUTED if self.rule else Certainty.REPORTED,
        )


_Settle = Callable[[re.Match[str], date], tuple[Precision, date | None, date | None, date | None]]
_LATELY = 300
"""A day without year that lies further back than this is not settled: it may be another year."""


def _weekday(match: re.Match[str], on: date) -> tuple[Precision, date | None, date | None, None]:
    number = weekday_of(match["wd"])
    assert number is not None
    which = (match["which"] or "").strip()
    if which == "last" and on.weekday() >= number:
        # "last Friday" on the Saturday after may be either of two Fridays.
        near = on - timedelta(days=(on.weekday() - number) % 7)
        if on - near < timedelta(days=4):
            return Precision.UNKNOWN, None, None, None
    back = (on.weekday() - number) % 7
    if which == "last" and back == 0:
        back = 7
    return Precision.DAY, on - timedelta(days=back), None, None


def _this_day(match: re.Match[str], on: date) -> tuple[Precision, date | None, None, None]:
    return Precision.DAY, on - timedelta(days=match[0].startswith("yester")), None, None


def _ago(match: re.Match[str], on: date) -> tuple[Precision, date | None, None, None]:
    number = _number(match["n"])
    if number is None:
        return Precision.UNKNOWN, None, None, None
    if match["unit"].startswith("day"):
        return Precision.DAY, on - timedelta(days=number), None, None
    if match["unit"].startswith("week"):
        return Precision.ABOUT, on - timedelta(weeks=number), None, None
    return Precision.ABOUT, _months_before(on, number), None, None


def _week(match: re.Match[str], on: date) -> tuple[Precision, None, date | None, date | None]:
    monday = on - timedelta(days=on.weekday())
    if match["which"] == "this":
        return Precision.BETWEEN, None, monday - timedelta(days=1), on
    # A week begins on Sunday for some and on Monday for others: both are inside.
    return Precision.BETWEEN, None, monday - timedelta(days=8), monday - timedelta(days=1)


def _month(match: re.Match[str], on: date) -> tuple[Precision, date | None, None, None]:
    if match["which"] == "this":
        return Precision.MONTH, on.replace(day=1), None, None
    return Precision.MONTH, _months_before(on.replace(day=1), 1), None, None


def _year(match: re.Match[str], on: date) -> tuple[Precision, date | None, None, None]:
    return Precision.YEAR, date(on.year - (match["which"] == "last"), 1, 1), None, None


def _named_month(match: re.Match[str], on: date) -> tuple[Precision, date | None, None, None]:
    number = month_of(match["month"])
    assert number is not None
    last = (match["which"] or "").strip() == "last"
    year = on.year if number <= on.month else on.year - 1
    if last and number == on.month:
        year -= 1
    if last and year == on.year and number < on.month:
        # "last March", said in June, is this year's to some and the year before to others.
        return Precision.UNKNOWN, None, None, None
    return Precision.MONTH, date(year, number, 1), None, None


_RELATIVE: tuple[tuple[str, re.Pattern[str], _Settle], ...] = (
    (
        "days.weekday/1",
        re.compile(rf"\b(?P<which>last |this )?(?P<wd>{WEEKDAY})\b(?!,? {MONTH})(?!'s? )"),
        _weekday,
    ),
    ("days.today/1", re.compile(r"\b(?:today|yesterday)\b(?!'s)"), _this_day),
    (
        "days.ago/1",
        re.compile(rf"\b(?P<n>{CARDINAL}|[0-9]{{1,3}}|an?) (?P<unit>days?|weeks?|months?) ago\b"),
        _ago,
    ),
    ("days.week/1", re.compile(r"\b(?:earlier |late |later )?(?P<which>this|last) week\b"), _week),
    ("days.month/1", re.compile(r"\b(?:earlier )?(?P<which>this|last) month\b(?!s)"), _month),
    ("days.year/1", re.compile(r"\b(?:earlier )?(?P<which>this|last) year\b(?!'s)"), _year),
    (
        "days.named_month/1",
        re.compile(
            rf"\b(?P<lead>in |since |during |early |late |mid-|until )(?P<which>early |late |mid-"
            rf"|last )?(?P<month>{MONTH})\b(?!\.? ?[0-9])|\b(?P<which2>last )(?P<month2>{MONTH})\b"
        ),
        _named_month,
    ),
)
_MONTH_YEAR = re.compile(rf"\b(?P<month>{MONTH})\.?,? (?:of )?(?P<year>[12][0-9]{{3}})\b")
_YEAR_ALONE = re.compile(r"\b(?:in|during|since) (?P<year>(?:19|20)[0-9]{2})\b")
_OPEN = re.compile(
    r"\b(?:the same day|the next day|the day before|the following (?:day|week|month)|that day"
    r"|last (?:spring|summer|fall|autumn|winter)|(?:this|the) (?:spring|summer|fall|autumn|winter)"
    r"|next (?:week|month|year)|recently|tomorrow)\b"
)
_AHEAD = re.compile(r"^(?:next|tomorrow)")


def days_in(text: str, published: date | None) -> list[Day]:
    """Every date and period of a text in the order in which they stand, none overlapping.

    Args:
        text: The text, folded.
        published: The day of publication, by which relative days are settled.
    """
    low = plain(text)
    found: list[Day] = [*_written(text, published)]
    for days in (_of_months(text, low), _relative(text, low, published), _left_open(text, low)):
        for day in days:
            if not any(day.start < other.end and other.start < day.end for other in found):
                found.append(day)
    return sorted(found, key=lambda day: day.start)


def _written(text: str, published: date | None) -> Iterator[Day]:
    for found in find_dates(text):
        words = text[found.start : found.end]
        if found.value is not None:
            yield Day(found.start, found.end, words, Precision.DAY, found.value)
        elif found.month is not None and found.day is not None:
            value = _lately(found.month, found.day, published)
            precision = Precision.DAY if value else Precision.UNKNOWN
            yield Day(
                found.start, found.end, words, precision, value, rule="days.year_of_publication/1"
            )


def _lately(month: int, day: int, published: date | None) -> date | None:
    """The last such day up to publication, if it lies near enough to be meant."""
    if published is None:
        return None
    for year in (published.year, published.year - 1):
        try:
            value = date(year, month, day)
        except ValueError:
            continue
        if value <= published:
            return value if (published - value).days <= _LATELY else None
    return None


def _of_months(text: str, low: str) -> Iterator[Day]:
    for match in _MONTH_YEAR.finditer(low):
        number = month_of(match["month"])
        if number is not None and text[match.start()].isupper():
            value = date(int(match["year"]), number, 1)
            yield Day(*match.span(), text[slice(*match.span())], Precision.MONTH, value)
    for match in _YEAR_ALONE.finditer(low):
        start, end = match.span("year")
        yield Day(start, end, text[start:end], Precision.YEAR, date(int(match["year"]), 1, 1))


def _relative(text: str, low: str, published: date | None) -> Iterator[Day]:
    for rule, pattern, settle in _RELATIVE:
        for match in pattern.finditer(low):
            start = _begin(match)
            words = text[start : match.end()]
            if "month" in match.groupdict() and not _is_month(match, text):
                continue
            if published is None:
                yield Day(start, match.end(), words, Precision.UNKNOWN, rule=rule)
                continue
            named = _Named(match) if "month2" in match.groupdict() else match
            precision, value, first, last = settle(named, published)  # type: ignore[arg-type]
            yield Day(start, match.end(), words, precision, value, first, last, rule=rule)


class _Named:
    """A match of a month's name, whichever of the two ways it is written in."""

    def __init__(self, match: re.Match[str]) -> None:
        self._match = match

    def __getitem__(self, name: str) -> str | None:
        return self._match[name] or self._match[f"{name}2"]


def _begin(match: re.Match[str]) -> int:
    """Where the words of the date begin: "in", "since" and the like are not part of them."""
    if match.groupdict().get("lead") in ("in ", "since ", "during ", "until "):
        return match.end("lead")
    return match.start()


def _is_month(match: re.Match[str], text: str) -> bool:
    name = "month" if match["month"] else "month2"
    return text[match.start(name)].isupper()


def _left_open(text: str, low: str) -> Iterator[Day]:
    for match in _OPEN.finditer(low):
        ahead = bool(_AHEAD.match(match[0]))
        yield Day(*match.span(), text[slice(*match.span())], Precision.UNKNOWN, later=ahead)


def _number(words: str) -> int | None:
    if words.isdecimal():
        return int(words)
    return 1 if words in ("a", "an") else cardinal(words)


def _months_before(on: date, number: int) -> date:
    months = on.year * 12 + on.month - 1 - number
    return date(months // 12, months % 12 + 1, min(on.day, 28))
