"""The inputs of one deadline vector, read strictly: what is not understood is refused by name."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from tecum.errors import TecumError
from tecum.reckoning.calendars import Calendar, Calendars
from tecum.reckoning.clocks import LONGEST
from tecum.reckoning.errors import UnsupportedForm
from tecum.reckoning.events import in_zone
from tecum.reckoning.vector_calendars import calendars_named

__all__ = ["Inputs"]

_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_NONE = object()


@dataclass(frozen=True)
class Inputs:
    """The ``input`` of a vector of one kind, with the keys that the kind may have."""

    given: Mapping[str, Any]
    keys: frozenset[str]
    kind: str

    def __post_init__(self) -> None:
        for key in self.given:
            if key not in self.keys:
                raise UnsupportedForm(f"input.{key} not understood")

    def has(self, key: str) -> bool:
        """Whether the key is there with a value."""
        return self.given.get(key) is not None

    def _refused(self, key: str) -> UnsupportedForm:
        if key not in self.given:
            return UnsupportedForm(f"input.{key} not understood: it is missing")
        return UnsupportedForm(f"input.{key} not understood: {self.given[key]!r}")

    def number(self, key: str, default: int | None = None) -> int:
        """A whole number; zero only as a default."""
        value = self.given.get(key, default)
        if value is None and default is not None:
            return default
        if not isinstance(value, int) or isinstance(value, bool):
            raise self._refused(key)
        if value == 0 and key == "n":
            raise UnsupportedForm(f"input.{key} 0 not understood: not a period")
        if abs(value) > LONGEST:
            raise UnsupportedForm(f"input.{key} {value} not understood: longer than any period")
        return value

    def word(self, key: str, known: Container[str], default: str | None = None) -> str:
        """One of the known words."""
        value = self.given.get(key)
        if value is None and default is not None:
            return default
        if not isinstance(value, str) or value not in known:
            raise self._refused(key)
        return value

    def text(self, key: str, default: str) -> str:
        """Any text."""
        value = self.given.get(key)
        if value is None:
            return default
        if not isinstance(value, str):
            raise self._refused(key)
        return value

    def flag(self, key: str) -> bool:
        """True or false; absent is false."""
        value = self.given.get(key)
        if value is not None and not isinstance(value, bool):
            raise self._refused(key)
        return bool(value)

    def day(self, key: str) -> date:
        """A date; days are counted from dates only."""
        value = self.moment(key)
        if isinstance(value, datetime):
            raise self._refused(key)
        return value

    def days(self, key: str) -> list[date]:
        """A list of dates."""
        value = self.given.get(key)
        if value is None:
            return []
        if not isinstance(value, list):
            raise self._refused(key)
        found = [self._moment(key, row) for row in value]
        if any(isinstance(row, datetime) for row in found):
            raise self._refused(key)
        return found

    def moment(self, key: str) -> date | datetime:
        """A date, or a time as written."""
        return self._moment(key, self.given.get(key))

    def _moment(self, key: str, value: Any) -> date | datetime:
        if not isinstance(value, str):
            raise self._refused(key)
        try:
            if _DATE.fullmatch(value):
                return date.fromisoformat(value)
            return datetime.fromisoformat(value)
        except ValueError:
            raise self._refused(key) from None

    def wall(self, key: str) -> datetime:
        """A time with its day."""
        value = self.moment(key)
        if not isinstance(value, datetime):
            raise self._refused(key)
        return value

    def wall_time(self, key: str) -> time:
        """A time of day at the place."""
        value = self.given.get(key)
        if not isinstance(value, str):
            raise self._refused(key)
        try:
            wall = time.fromisoformat(value)
        except ValueError:
            raise self._refused(key) from None
        if wall.tzinfo is not None:
            raise self._refused(key)
        return wall

    def zone(self, key: str, default: object = _NONE) -> str | None:
        """The name of a time zone."""
        value = self.given.get(key)
        if value is None and default is None:
            return None
        if not isinstance(value, str):
            raise self._refused(key)
        try:
            return in_zone(value).key
        except TecumError:
            raise self._refused(key) from None

    def pair(self, first: str, second: str) -> tuple[datetime, datetime]:
        """Two times to compare: both with a day, or both as times of one day."""
        one, other = (self._time_or_moment(key) for key in (first, second))
        if isinstance(other, time):
            day = one.date() if isinstance(one, datetime) else date(2000, 1, 1)
            zone = one.tzinfo if isinstance(one, datetime) else None
            other = datetime.combine(day, other, zone)
        if isinstance(one, time):
            one = datetime.combine(other.date(), one, other.tzinfo)
        if (one.tzinfo is None) != (other.tzinfo is None):
            one, other = one.replace(tzinfo=None), other.replace(tzinfo=None)
        return one, other

    def _time_or_moment(self, key: str) -> datetime | time:
        value = self.given.get(key)
        if isinstance(value, str) and re.fullmatch(r"\d\d:\d\d(:\d\d)?", value):
            return self.wall_time(key)
        return self.wall(key)

    @property
    def needs_calendar(self) -> bool:
        """Whether the answer depends on which days are open."""
        rolls = self.given.get("roll") not in (None, "none")
        counts = self.given.get("count") == "business"
        return rolls or counts or self.has("closed") or "short" in str(self.given.get("excluded"))

    def calendars(self, loaded: Calendars, *, required: bool) -> tuple[Calendar, ...]:
        """The calendars named; an unknown name is refused, a needed one must be there."""
        name = self.given.get("cal")
        if name is None:
            if required:
                raise UnsupportedForm("input.cal not understood: it is missing")
            return ()
        found = calendars_named(name, loaded) if isinstance(name, str) else None
        if found is None:
            raise self._refused("cal")
        return found
