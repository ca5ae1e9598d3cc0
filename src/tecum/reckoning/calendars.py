"""Calendars: which days are closed, for which authority and purpose, and who says so.

One day can be a holiday for a court, not for an agency, not for a statute; so a calendar is
named ``authority.purpose``. Days are in force for a time and recorded on a day, like rules.
"""

from __future__ import annotations

import hashlib
import json
from calendar import day_name
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import unique
from functools import cached_property
from pathlib import Path
from typing import Any

from tecum.reckoning.day_rules import DayRule
from tecum.reckoning.errors import CalendarOutOfRange, UnknownCalendar, unknown_name
from tecum.worded import worded as _
from tecum.words import Confidence, Word

__all__ = [
    "Calendar",
    "Calendars",
    "Closure",
    "Holiday",
    "ListedDay",
    "OpenKind",
    "Openness",
    "Purpose",
    "canonical",
    "load_calendars",
]


@unique
class Purpose(Word):
    """For what a calendar's days are closed."""

    COURTS = "courts"
    AGENCY = "agency"
    STATUTE = "statute"
    OFFICE = "office"


@unique
class OpenKind(Word):
    """Whether a day is open and, if not, why."""

    OPEN = "open"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Openness:
    """Whether one day is open, with the name and source of what closes it."""

    kind: OpenKind
    name: str = ""
    cite: str = ""
    doubted: bool = False

    @property
    def is_open(self) -> bool:
        """Whether the day is an ordinary working day."""
        return self.kind is OpenKind.OPEN


OPEN = Openness(OpenKind.OPEN)
ALL_DAY = "all day"


@dataclass(frozen=True, slots=True, kw_only=True)
class Holiday:
    """One line of a calendar: a day of every year in a span of time."""

    name: str
    on: str
    days: DayRule = field(repr=False, compare=False)
    observed: str = "none"
    moves: Mapping[int, int] = field(default_factory=dict, repr=False)
    start: date | None = None
    until: date | None = None
    recorded: date | None = None
    source: str = ""
    confidence: Confidence | None = None

    def in_force(self, day: date) -> bool:
        """Whether the line rules a day of that date; ``until`` is the first day without it."""
        return (self.start is None or day >= self.start) and (
            self.until is None or day < self.until
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Closure:
    """A one-off closing by order or storm. It need not be a legal holiday.

    One of some hours only is shown and leaves the day open.
    """

    on: date
    name: str
    source: str
    recorded: date | None = None
    is_legal_holiday: bool = False
    hours: str = ALL_DAY


@dataclass(frozen=True, slots=True)
class ListedDay:
    """A closed day of one year, as ``tecum calendars`` lists it."""

    on: date
    name: str
    source: str
    moved_from: date | None = None
    recorded: date | None = None
    doubted: str = ""


@dataclass(frozen=True, kw_only=True)
class Calendar:
    """The closed days of one authority for one purpose.

    ``checked`` are the years whose days equal a list that the authority itself published;
    ``first`` and ``last`` are the years for which there is any data; ``doubts`` maps a kind of
    move (``sat->fri``) to why it is unsettled that the moved day is a legal holiday.
    """

    id: str
    title: str
    authority: str
    purpose: Purpose
    weekend: frozenset[int]
    source: str
    holidays: tuple[Holiday, ...]
    closures: tuple[Closure, ...] = ()
    checked: Mapping[int, str] = field(default_factory=dict)
    first: int = 1900
    last: int = 2100
    doubts: Mapping[str, str] = field(default_factory=dict)
    confidence: Confidence | None = None
    sha256: str = ""
    text: str = field(default="", repr=False, compare=False)
    """Its canonical TOML, by which it is kept; ``sha256`` is the digest of this."""
    _years: dict[int, dict[date, tuple[ListedDay, ...]]] = field(
        default_factory=dict, repr=False, compare=False
    )
    opened: dict[tuple[object, ...], Any] = field(default_factory=dict, repr=False, compare=False)
    """What :mod:`tecum.reckoning.ground` has found its days to be; no part of the calendar."""

    def is_open(
        self, day: date, known_on: date, *, closures: bool = False, doubted: bool = True
    ) -> Openness:
        """Whether the office is open that day, by what was recorded on ``known_on``.

        ``closures`` counts one-off closings that are no legal holidays too; ``doubted`` False
        leaves moved days open where it is unsettled that they are holidays.

        Raises:
            CalendarOutOfRange: no data at all for the year.
        """
        if not self.first <= day.year <= self.last:
            raise CalendarOutOfRange(
                _(
                    'Calendar "{calendar}" has nothing for {year}; it has {first} to {last}.',
                    calendar=self.id,
                    year=day.year,
                    first=self.first,
                    last=self.last,
                ),
                why=_("Without its holidays the date may be wrong."),
                do=_("Add the year to the calendar with its source."),
                calendar=self.id,
                year=day.year,
            )
        for row in self._in_year(day.year).get(day, ()):
            if (row.recorded is None or row.recorded <= known_on) and (doubted or not row.doubted):
                return Openness(OpenKind.HOLIDAY, row.name, row.source, bool(row.doubted))
        for closing in self._closings.get(day, ()):
            seen = closing.recorded is None or closing.recorded <= known_on
            if seen and (closures or closing.is_legal_holiday):
                return Openness(OpenKind.CLOSED, closing.name, closing.source)
        return self._weekdays[day.weekday()]

    def year(self, year: int) -> tuple[ListedDay, ...]:
        """Every closed day of a year but weekends, in order."""
        rows = self._in_year(year)
        return tuple(row for day in sorted(rows) for row in rows[day])

    def closed_days(self, year: int) -> frozenset[date]:
        """The holidays of a year that are not on its weekend."""
        return frozenset(day for day in self._in_year(year) if day.weekday() not in self.weekend)

    @cached_property
    def _weekdays(self) -> tuple[Openness, ...]:
        """What each weekday is where nothing else closes it."""
        return tuple(
            Openness(OpenKind.WEEKEND, day_name[n], self.source) if n in self.weekend else OPEN
            for n in range(7)
        )

    @cached_property
    def _closings(self) -> Mapping[date, tuple[Closure, ...]]:
        """The closings of whole days, by day."""
        found: dict[date, tuple[Closure, ...]] = {}
        for row in self.closures:
            if row.hours == ALL_DAY:
                found[row.on] = (*found.get(row.on, ()), row)
        return found

    def _in_year(self, year: int) -> dict[date, tuple[ListedDay, ...]]:
        if year not in self._years:
            found: dict[date, list[ListedDay]] = {}
            for row in self._built(year):
                found.setdefault(row.on, []).append(row)
            self._years[year] = {day: tuple(rows) for day, rows in found.items()}
        return self._years[year]

    def _built(self, year: int) -> Iterator[ListedDay]:
        """The days of a year; a New Year's Day may be kept in the year before."""
        for line in self.holidays:
            for nominal in (day for near in (year - 1, year, year + 1) for day in line.days(near)):
                if not line.in_force(nominal):
                    continue
                if nominal.year == year:
                    yield ListedDay(nominal, line.name, line.source, recorded=line.recorded)
                moved = line.moves.get(nominal.weekday())
                if moved is None:
                    continue
                kept = date.fromordinal(nominal.toordinal() + moved)
                if kept.year == year:
                    move = f"{nominal:%a}->{kept:%a}".lower()
                    name = f"{line.name} (observed)"
                    doubt = self.doubts.get(move, "")
                    yield ListedDay(kept, name, line.source, nominal, line.recorded, doubt)


class Calendars(Mapping[str, Calendar]):
    """The loaded calendars by id; an unknown id names the nearest one.

    ``ways`` are the ways to count clocks on them, kept by :mod:`tecum.reckoning.ways`.
    """

    def __init__(self, calendars: Iterable[Calendar] = ()) -> None:
        self._by_id = {row.id: row for row in calendars}
        self.ways: dict[tuple[object, ...], tuple[object, Any]] = {}

    def __getitem__(self, name: str) -> Calendar:
        if name not in self._by_id:
            raise unknown_name(
                UnknownCalendar,
                _('No calendar "{word}" is loaded.'),
                name,
                self._by_id,
                _('See "tecum calendars".'),
            )
        return self._by_id[name]

    def __contains__(self, name: object) -> bool:
        return name in self._by_id

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._by_id))

    def __len__(self) -> int:
        return len(self._by_id)

    @cached_property
    def authorities(self) -> frozenset[str]:
        """Whose calendars are loaded."""
        return frozenset(row.authority for row in self._by_id.values())

    def of_state(self, authority: str) -> Calendar:
        """The calendar of the days that a state has declared holidays.

        The state's general law comes first, then its courts, then its agencies.

        Raises:
            UnknownCalendar: no calendar of that state is loaded.
        """
        order = (Purpose.STATUTE, Purpose.COURTS, Purpose.AGENCY)
        for purpose in order:
            for row in self._by_id.values():
                if row.authority == authority and row.purpose is purpose:
                    return row
        raise unknown_name(
            UnknownCalendar,
            _('No calendar of "{word}" is loaded.'),
            authority,
            self.authorities,
            _("Write it like US-CO."),
        )


def load_calendars(roots: Sequence[Path]) -> Calendars:
    """Every calendar of every pack below the folders, ``*/calendars/*.toml``.

    Raises:
        BadCalendar: a file cannot be used, or two files have one id.
    """
    from tecum.reckoning.calendar_file import read_calendar
    from tecum.reckoning.errors import BadCalendar

    found: dict[str, Calendar] = {}
    for path in sorted(path for root in roots for path in root.glob("*/calendars/*.toml")):
        calendar = read_calendar(path)
        if calendar.id in found:
            raise BadCalendar(
                _(
                    '{file}: calendar "{calendar}" is loaded already.',
                    file=path.name,
                    calendar=calendar.id,
                ),
                why=_("Two calendars of one name would make dates depend on the order of files."),
                do=_("Give it an id of its own, or remove one file."),
            )
        found[calendar.id] = calendar
    return Calendars(found.values())


def canonical(table: Mapping[str, object]) -> str:
    """The canonical TOML of a calendar's table: its SHA-256 is the calendar's version.

    Keys are sorted, days and closings stand in the order given, text is in double quotes.
    """
    lines = [f"{key} = {_toml(value)}" for key, value in sorted(table.items()) if _flat(value)]
    for key, value in sorted(table.items()):
        if _flat(value) or not isinstance(value, list):
            continue
        for row in value:
            lines += ["", f"[[{key}]]"]
            lines += [f"{name} = {_toml(cell)}" for name, cell in sorted(row.items())]
    return "\n".join(lines) + "\n"


def sha256_of(table: Mapping[str, object]) -> str:
    """The version of a calendar."""
    return hashlib.sha256(canonical(table).encode()).hexdigest()


def _flat(value: object) -> bool:
    return not (isinstance(value, list) and value and isinstance(value[0], Mapping))


def _toml(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return "[" + ", ".join(_toml(row) for row in value) + "]"
    return json.dumps(value, ensure_ascii=False)
