"""Dates as documents print them: every US, ISO and Spanish form, read and never computed.

No general date library is on this path: such a library turns "14 days" into a calendar date
and "5 September" into May. What does not fit (a weekday against its date, a day beyond its
month, a year of three digits, a day that could be the month) is kept as a conflict.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from tecum.instruments.sought import find_all, find_first
from tecum.reading.matching import plain
from tecum.reading.numbers_in_words import (
    CARDINAL,
    ORDINAL,
    ORDINAL_WORDS,
    cardinal,
    ordinal,
    repaired_figure,
    year_in_words,
)

__all__ = [
    "MONTH", "WEEKDAY", "FoundDate", "find_dates", "month_of", "weekday_of", "writes_day_first",
]  # fmt: skip

_MONTHS = (
    ("january", "jan", "enero", "ene"),
    ("february", "feb", "febrero"),
    ("march", "mar", "marzo"),
    ("april", "apr", "abril", "abr"),
    ("may", "mayo"),
    ("june", "jun", "junio"),
    ("july", "jul", "julio"),
    ("august", "aug", "agosto", "ago"),
    ("september", "sept", "sep", "septiembre", "setiembre"),
    ("october", "oct", "octubre", "0ctober"),
    ("november", "nov", "noviembre"),
    ("december", "dec", "diciembre", "dic"),
)
_MONTH_NUMBER = {name: n for n, names in enumerate(_MONTHS, start=1) for name in names}
_WEEKDAYS = (
    ("monday", "mon", "lunes"),
    ("tuesday", "tues", "tue", "martes"),
    ("wednesday", "wed", "weds", "miercoles"),
    ("thursday", "thurs", "thur", "thu", "jueves"),
    ("friday", "fri", "viernes"),
    ("saturday", "sat", "sabado"),
    ("sunday", "sun", "domingo"),
)
_WEEKDAY_NUMBER = {name: n for n, names in enumerate(_WEEKDAYS) for name in names}


def _any(words: Mapping[str, int]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


MONTH = rf"(?:{_any(_MONTH_NUMBER)})"
"""A month's name, for use inside a pattern over text in lower case without accents."""

WEEKDAY = rf"(?:{_any(_WEEKDAY_NUMBER)})"
"""A weekday's name, likewise."""

_WD = (
    rf"(?:\b(?P<wd>{_any(_WEEKDAY_NUMBER)})\b\.?,?\s{{1,3}}\(?(?:(?:the|el dia|el|dia"
    rf"|on)\s{{1,3}})?)?"
)
_DAY = (
    r"(?P<day>(?=[lios]?[0-9])[0-9lios]{1,2}|s(?=th\b)|[li](?=st\b))"
    r"(?:\s?(?:st|nd|rd|th|o\b|ro|er|a))?"
)
_YEAR = (
    r"(?P<year>(?<![0-9])(?=[olis]?[0-9])[0-9olis]{3,4}(?![0-9])|'[0-9]{2}(?![0-9:])"
    r"|(?<=[,-])\s?[0-9]{2}(?=\s{0,2}(?:[.;)\n]|$)))"
    rf"|(?P<yw>(?:two\s{{1,2}}thousand|nineteen|twenty|dos\s{{1,2}}mil)(?:[\s-]{{1,2}}(?:and\s"
    rf"|y\s)?{CARDINAL})?)"
)
_MONTH_FIRST = re.compile(
    rf"{_WD}(?<![a-z])(?P<month>{MONTH})(?![a-z])\.?\s{{0,3}}{_DAY}(?![0-9a-z])"
    rf"(?:[,.]?\s{{0,3}}(?:of\s|del?\s)?(?:{_YEAR})(?![0-9a-z/]))?"
)
_DAY_FIRST = re.compile(
    rf"{_WD}(?<![0-9a-z.,$-])(?:{_DAY}|(?P<ow>{ORDINAL}))(?:\s{{1,3}}day)?(?:\s{{1,3}}(?:of|de"
    rf"|del mes de))?"
    rf"[\s-]{{1,3}}(?P<month>{MONTH})(?![a-z])\.?"
    rf"(?:(?:,|-|\sof|\sde|\sdel|,?\sin\sthe\syear(?:\sof\sour\slord)?|,\sa\.d\.)?[\s-]{{0,3}}(?:{_YEAR})"
    rf"(?![0-9a-z/]))?"
)
_WORD_DAY = re.compile(
    rf"{_WD}(?<![0-9a-z])(?P<cw>{CARDINAL})(?:\s\((?P<day>[0-9]{{1,2}})\))?\s{{1,2}}de\s{{1,2}}"
    rf"(?P<month>{MONTH})(?![a-z])(?:\s{{1,2}}del?\s{{1,2}}(?:{_YEAR}))?"
)
_ISO = re.compile(r"(?<![0-9/.-])(?P<year>[0-9]{4})-(?P<m>[0-9]{2})-(?P<day>[0-9]{2})(?![0-9-])")
_NUMERIC = re.compile(
    rf"{_WD}(?<![0-9a-z/.-])(?P<a>[0-9ol]{{1,2}})(?P<sep>[/.-]|\s/\s)(?P<b>[0-9ol]{{1,2}})(?P=sep)"
    r"(?P<year>[0-9ol]{4}|[0-9]{2})(?![0-9/-]|\.[0-9])"
)
_NUMERIC_SHORT = re.compile(
    rf"{_WD}(?<![0-9a-z/.-])(?P<a>[0-9]{{1,2}})/(?P<b>[0-9]{{1,2}})(?![0-9/])"
)
_HAS_MONTH = re.compile(rf"{MONTH}(?![a-z])")
_HAS_FIGURES = re.compile(r"[0-9ol](?=(?:[/.-]|\s/\s)[0-9ol])")
_WORD_START = re.compile(r"(?<![0-9a-z])[0-9a-z]")
_WEEKDAY_START = re.compile(
    rf"(?<![0-9a-z])(?:{'|'.join(sorted({name[:3] for name in _WEEKDAY_NUMBER}))})"
)
_WORD_BEFORE = re.compile(r"[a-z0-9]+(?=[\s-]{1,3}\Z)")
_BEHIND_A_DAY = frozenset(
    {"of", "de", "day", "st", "nd", "rd", "th", "o", "ro", "er", "a", "sth", "lst", "ist"}
).union(ORDINAL_WORDS)
"""What stands before a month that its day stands before, where it has no figure."""
_LONGEST_BEFORE = 24
_WAYS = (
    (_ISO, _HAS_FIGURES, 3),
    (_MONTH_FIRST, _HAS_MONTH, 32),
    (_DAY_FIRST, _HAS_MONTH, 72),
    (_WORD_DAY, _HAS_MONTH, 120),
    (_NUMERIC, _HAS_FIGURES, 32),
)
"""Each way to write a date, what each such date holds, and so many letters at most behind its
start; tested against the widths of the patterns. All but the first begin where a word does."""
_SHORT_WAY = (_NUMERIC_SHORT, _HAS_FIGURES, 32)
_LONG = 1_000
"""Letters of a text whose dates are kept: several steps ask for those of the whole document."""


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


def month_of(name: str) -> int | None:
    """The number of a month's name in lower case without accents."""
    return _MONTH_NUMBER.get(name.strip(" ."))


def weekday_of(name: str) -> int | None:
    """The number of a weekday's name, Monday being 0."""
    return _WEEKDAY_NUMBER.get(name.strip(" ."))


def find_dates(text: str, *, day_first: bool = False, short: bool = False) -> list[FoundDate]:
    """Every date of a text in the order in which they stand, none overlapping another.

    Args:
        text: Any text; look-alike characters are folded without moving a position.
        day_first: The office, issuer or language writes the day first, so that a numeric
            date whose day could be the month is a conflict.
        short: Also read month/day without a year ("5/16"), for use behind a due qualifier.
    """
    if len(text) < _LONG:
        return _dates(text, day_first, short)
    return list(_kept_dates(text, day_first, short))


@lru_cache(maxsize=4)
def _kept_dates(text: str, day_first: bool, short: bool) -> tuple[FoundDate, ...]:
    return tuple(_dates(text, day_first, short))


def _dates(text: str, day_first: bool, short: bool) -> list[FoundDate]:
    low = plain(text)
    cores = {core: _places(core, low) for core in (_HAS_MONTH, _HAS_FIGURES)}
    raw: list[FoundDate] = []
    for pattern, core, reach in (*_WAYS, _SHORT_WAY) if short else _WAYS:
        for match in _written(pattern, low, cores[core], reach) if cores[core] else ():
            found = _read(pattern, match, day_first)
            if found is not None and (found.month is None or _is_name(text, match)):
                raw.append(found)
    raw.sort(key=lambda f: (f.start, f.value is None and f.safe is None, -f.end))
    kept: list[FoundDate] = []
    for found in raw:
        if kept and found.start < kept[-1].end:
            if found.end > kept[-1].end and found.value and not kept[-1].value:
                kept[-1] = found
            continue
        kept.append(found)
    return kept


def _places(core: re.Pattern[str], low: str) -> list[int]:
    """Where something stands that a date must hold."""
    if core is not _HAS_MONTH:
        return [match.start() for match in core.finditer(low)]
    found = [match.start() for match in find_all(core, low)]
    return [at for at in found if not at or not "a" <= low[at - 1] <= "z"]


def _written(
    pattern: re.Pattern[str], low: str, places: list[int], reach: int
) -> Iterator[re.Match[str]]:
    """What ``pattern.finditer(low)`` gives, tried only shortly before what a date must hold."""
    end = 0
    tried = pattern.match
    for start in _starts(pattern, low, places, reach):
        match = tried(low, start) if start >= end else None
        if match is not None:
            end = match.end()
            yield match


def _starts(
    pattern: re.Pattern[str], low: str, places: list[int], reach: int
) -> Iterator[int] | list[int]:
    if pattern is _ISO:  # its year may stand behind a letter
        return [at - reach for at in places if at >= reach]
    if pattern is _DAY_FIRST:
        return _words_before(low, [at for at in places if _is_behind_a_day(low, at)], reach)
    if pattern is _WORD_DAY:
        return _words_before(low, [at for at in places if "de" in low[at - 4 : at]], reach)
    return _at_figures_or_month(low, places, reach)


def _is_behind_a_day(low: str, at: int) -> bool:
    """Whether what stands before a month may be the day, or what joins a day to it."""
    word = _WORD_BEFORE.search(low, max(0, at - _LONGEST_BEFORE), at)
    return word is not None and (word[0] in _BEHIND_A_DAY or not word[0].isalpha())


def _words_before(low: str, places: list[int], reach: int) -> Iterator[int]:
    """Where words begin that stand shortly before a place."""
    done = 0
    for at in places:
        done = max(done, at - reach)
        for word in _WORD_START.finditer(low, done, at + 1):
            yield word.start()
        done = max(done, at + 1)


def _at_figures_or_month(low: str, places: list[int], reach: int) -> list[int]:
    """Where a date begins that has nothing but a weekday before its first figures or its month."""
    found: list[int] = []
    done = 0
    for at in places:
        window = max(done, at - reach)
        near = [start for start in (at - 1, at) if start >= done and _begins_word(low, start)]
        days = [day.start() for day in _WEEKDAY_START.finditer(low, window, at + 1)]
        found += sorted({*days, *near}) if days else near
        done = at + 1
    return found


def _begins_word(low: str, at: int) -> bool:
    return _is_of_words(low[at]) and not (at and _is_of_words(low[at - 1]))


def _is_of_words(letter: str) -> bool:
    return "a" <= letter <= "z" or "0" <= letter <= "9"


_DAY_FIRST_COUNTRY = re.compile(
    r"\(EU\)|European (?:Production|Preservation|Union)|\b(?:EPOC|Consulado|Consulate of)\b"
    r"|\b(?:de la|del|usted|solicita|oficio)\b"
)


def writes_day_first(text: str) -> bool:
    """Whether a text comes from a place or a language that writes the day before the month."""
    return find_first(_DAY_FIRST_COUNTRY, text) is not None


def _is_name(text: str, match: re.Match[str]) -> bool:
    """Whether a month without a year is written as a name ("may 5 items" is none)."""
    if "month" not in match.groupdict():
        return True
    return text[match.start("month")].isupper() or " de " in match[0]


def _read(pattern: re.Pattern[str], match: re.Match[str], day_first: bool) -> FoundDate | None:
    groups = match.groupdict()
    start = match.start() + (len(match[0]) - len(match[0].lstrip()))
    signals: dict[str, Any] = {}
    year = _year(groups, signals)
    if year == -1:
        return None
    weekday = _WEEKDAY_NUMBER.get(groups.get("wd") or "")
    if pattern in (_NUMERIC, _NUMERIC_SHORT):
        return _numeric(match, start, year, weekday=weekday, signals=signals, day_first=day_first)
    month = int(groups["m"]) if pattern is _ISO else _MONTH_NUMBER[groups["month"]]
    day = _day(groups, signals)
    if day is None or not 1 <= month <= 12:
        return None
    if "repaired" in signals and (year is None or "bad_year" in signals):
        return None
    if not 1 <= day <= 31:
        return None
    return _settle(start, match.end(), year, month, day, weekday=weekday, signals=signals)


def _year(groups: Mapping[str, str | None], signals: dict[str, Any]) -> int | None:
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


def _day(groups: Mapping[str, str | None], signals: dict[str, Any]) -> int | None:
    if groups.get("ow"):
        return ordinal(groups["ow"] or "")
    if groups.get("cw") and not groups.get("day"):
        return cardinal(groups["cw"] or "")
    printed = groups["day"] or ""
    value, repaired = repaired_figure(printed.replace("i", "l"))
    if repaired:
        signals["repaired"] = printed
    return value


def _numeric(
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
        return _settle(start, match.end(), year, b, a, weekday=weekday, signals=signals)
    if day_first and year is not None and match["sep"] == ".":
        return _settle(start, match.end(), year, b, a, weekday=weekday, signals=signals)
    if not day_first or b > 12 or a == b:
        return _settle(start, match.end(), year, a, b, weekday=weekday, signals=signals)
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


def _settle(
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
