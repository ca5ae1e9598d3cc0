"""Calendar files: one TOML file a calendar, as RECKONING section 2 lays them out.

A key that is not known is refused with the nearest one: a misspelt ``recorded`` must not
make a day visible to a past that did not know it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from tecum.errors import nearest
from tecum.reckoning.calendars import (
    ALL_DAY,
    Calendar,
    Closure,
    Holiday,
    Purpose,
    canonical,
    sha256_of,
)
from tecum.reckoning.day_rules import DayRule, day_rule, observed_rule
from tecum.reckoning.errors import BadCalendar
from tecum.tables import table_of
from tecum.words import Confidence

__all__ = ["calendar_from", "read_calendar"]

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_TOP = frozenset(
    {"id", "title", "authority", "purpose", "weekend", "source", "observed", "confidence"}
    | {"years", "day", "closure", "check", "doubt"}
)
_DAY = frozenset({"name", "on", "from", "to", "recorded", "observed", "source", "confidence"})
_CLOSURE = frozenset({"date", "name", "recorded", "is_legal_holiday", "hours", "source"})
_CHECK = frozenset({"year", "source", "days"})
_DOUBT = frozenset({"observed", "source"})


def read_calendar(path: Path) -> Calendar:
    """Read one calendar file.

    Raises:
        BadCalendar: not readable, not TOML, an unknown key, a bad value, or days that differ
            from the authority's own list for a checked year.
    """
    try:
        table = table_of(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BadCalendar(f"{path.name} cannot be read: {error}.") from error
    return calendar_from(table, path.name)


def calendar_from(table: Mapping[str, Any], name: str = "calendar") -> Calendar:
    """Build a calendar from a parsed table and hold it against its checked years.

    Raises:
        BadCalendar: a key is missing, a value is of another form, or a checked year differs.
    """
    try:
        calendar = _built(table)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        said = f"{error.args[0]} is missing" if isinstance(error, KeyError) else str(error)
        raise BadCalendar(
            f"{name}: {said}.",
            why="A calendar with a gap counts wrong days.",
            do="Correct the file; the reference page on clocks shows every key.",
        ) from error
    for row in table.get("check", ()):
        _check(calendar, int(row["year"]), row["days"], name)
    return calendar


def _built(table: Mapping[str, Any]) -> Calendar:
    _known(table, _TOP, "key")
    for row in table.get("check", ()):
        _known(row, _CHECK, "key of check")
    observed = str(table.get("observed", "none"))
    years = table.get("years", [1900, 2100])
    return Calendar(
        id=str(table["id"]),
        title=str(table["title"]),
        authority=str(table["authority"]),
        purpose=Purpose(table["purpose"]),
        weekend=frozenset(_WEEKDAYS.index(day) for day in table["weekend"]),
        source=str(table["source"]),
        holidays=tuple(_holiday(row, observed, table) for row in table.get("day", ())),
        closures=tuple(_closure(row) for row in table.get("closure", ())),
        checked={int(row["year"]): str(row["source"]) for row in table.get("check", ())},
        first=int(years[0]),
        last=int(years[1]),
        doubts=_doubts(table.get("doubt", ())),
        confidence=Confidence(table["confidence"]) if "confidence" in table else None,
        sha256=sha256_of(table),
        text=canonical(table),
    )


def _holiday(row: Mapping[str, Any], observed: str, table: Mapping[str, Any]) -> Holiday:
    _known(row, _DAY, "key of day")
    on = row["on"]
    moves = str(row.get("observed", observed))
    return Holiday(
        name=str(row["name"]),
        on=on if isinstance(on, str) else ", ".join(str(day) for day in on),
        days=day_rule(on) if isinstance(on, str) else _listed([_day(day) for day in on]),
        observed=moves,
        moves=observed_rule(moves),
        start=_day(row.get("from")),
        until=_day(row.get("to")),
        recorded=_day(row.get("recorded")),
        source=str(row.get("source", table["source"])),
        confidence=Confidence(row["confidence"]) if "confidence" in row else None,
    )


def _listed(days: list[date | None]) -> DayRule:
    return lambda year: tuple(day for day in days if day is not None and day.year == year)


def _closure(row: Mapping[str, Any]) -> Closure:
    _known(row, _CLOSURE, "key of closure")
    on = _day(row["date"])
    if on is None or not isinstance(row.get("is_legal_holiday", False), bool):
        raise ValueError("a closure needs a date, and true or false for is_legal_holiday")
    return Closure(
        on=on,
        name=str(row.get("name", "closed")),
        source=str(row["source"]),
        recorded=_day(row.get("recorded")),
        is_legal_holiday=row.get("is_legal_holiday", False),
        hours=str(row.get("hours", ALL_DAY)),
    )


def _doubts(rows: Any) -> dict[str, str]:
    for row in rows:
        _known(row, _DOUBT, "key of doubt")
        observed_rule(row["observed"])
    return {str(row["observed"]): str(row["source"]) for row in rows}


def _day(value: Any) -> date | None:
    if value is None or (isinstance(value, date) and type(value) is date):
        return value
    return date.fromisoformat(value)


def _known(table: Mapping[str, Any], keys: frozenset[str], what: str) -> None:
    for key in table:
        if key not in keys:
            near = nearest(key, keys)
            raise ValueError(f'"{key}" is not a {what}' + (f'; nearest: "{near}"' if near else ""))


def _check(calendar: Calendar, year: int, days: Any, name: str) -> None:
    """Hold the built days of a year against the authority's own list; equal or refused."""
    listed = frozenset(day for text in days if (day := _day(text)) is not None)
    built = calendar.closed_days(year)
    if listed != built:
        extra = ", ".join(str(day) for day in sorted(built - listed)) or "none"
        missing = ", ".join(str(day) for day in sorted(listed - built)) or "none"
        raise BadCalendar(
            f"{name}: {year} differs from the official list: missing {missing}; too many {extra}.",
            why="A checked year must be exactly what the authority published.",
            do="Correct the rule of the day concerned, with its dates in force.",
        )
