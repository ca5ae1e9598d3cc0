"""What can go wrong when a date is counted. One class per reason a caller can act on.

ReckonError
├── NoStartDate            a date was demanded and the event has no account
├── NoRuleInForce          no version of the clock in force and known on that day
├── UnknownClock           the id is not loaded
├── UnknownCalendar        the id is not loaded
├── UnknownZone            not a time zone
├── BadClock               a clock block cannot be read
│   └── BadPeriod          zero, negative, or a unit against its count
├── BadCalendar            a calendar file cannot be used
├── CannotRecompute        a pinned version is missing, or another date comes out
├── CalendarOutOfRange     the calendar has no data at all for the year
├── NaiveInstant           a wall time without zone for an hour clock
├── WrongEvent             the event is not the one that starts this clock
├── TooManyReadings        more readings than a person can weigh
└── UnsupportedForm        a form of input that is not known; never a guess
"""

from __future__ import annotations

from collections.abc import Iterable

from tecum.errors import ReckonError, nearest
from tecum.worded import Worded, nearest_named

__all__ = [
    "BadCalendar",
    "BadClock",
    "BadPeriod",
    "CalendarOutOfRange",
    "CannotRecompute",
    "NaiveInstant",
    "NoRuleInForce",
    "NoStartDate",
    "TooManyReadings",
    "UnknownCalendar",
    "UnknownClock",
    "UnknownZone",
    "UnsupportedForm",
    "WrongEvent",
    "unknown_name",
]


class NoStartDate(ReckonError):
    """A date was demanded and the event that starts the clock has no account."""

    code = "reckon.no-start"


class NoRuleInForce(ReckonError):
    """No version of the clock was in force and known on that day."""

    code = "reckon.not-in-force"


class UnknownClock(ReckonError):
    """A clock of this id is not loaded."""

    code = "reckon.unknown-clock"


class UnknownCalendar(ReckonError):
    """A calendar of this id is not loaded."""

    code = "reckon.unknown-calendar"


class UnknownZone(ReckonError):
    """Not the name of a time zone."""

    code = "reckon.unknown-zone"


class BadClock(ReckonError):
    """A clock block cannot be read; says file, line and column."""

    code = "reckon.bad-clock"


class BadPeriod(BadClock):
    """A period of zero or less, or a unit that its count contradicts."""

    code = "reckon.bad-period"


class BadCalendar(ReckonError):
    """A calendar file cannot be used."""

    code = "reckon.bad-calendar"


class CalendarOutOfRange(ReckonError):
    """The calendar has no data at all for the year."""

    code = "reckon.calendar-range"


class CannotRecompute(ReckonError):
    """What a stored date rests on is missing, or does not give that date; names the digest."""

    code = "reckon.cannot-recompute"


class NaiveInstant(ReckonError):
    """A wall time without zone where hours are counted."""

    code = "reckon.naive-instant"


class WrongEvent(ReckonError):
    """The event given is not the one that starts this clock."""

    code = "reckon.wrong-event"


class TooManyReadings(ReckonError):
    """More readings than a person can weigh; counsel must choose."""

    code = "reckon.too-many-readings"


class UnsupportedForm(ReckonError):
    """A form that is not known, refused by the name of its key."""

    code = "reckon.unsupported"


def unknown_name(
    error: type[ReckonError], said: Worded, name: str, known: Iterable[str], do: str
) -> ReckonError:
    """An error for a name that is not loaded, offering the nearest one.

    Args:
        said: That nothing of this name is loaded, with ``{word}`` where the name stands.
    """
    near = nearest(name, known)
    return error(nearest_named(said.fill(word=name), near), do=do, name=name, nearest=near)
