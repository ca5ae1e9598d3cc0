"""What was asked of one reckoning, as it is stored: enough to ask the same again years later."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from tecum.office import Hours
from tecum.reckoning.calendars import Calendars
from tecum.reckoning.clocks import Bound, Clock
from tecum.reckoning.count import Span
from tecum.reckoning.errors import UnknownClock, unknown_name
from tecum.reckoning.events import Account, Event, How, Moment, in_zone
from tecum.reckoning.reckon import reckon
from tecum.reckoning.result import Reckoned
from tecum.reckoning.stated import reckon_fixed, reckon_stated
from tecum.worded import worded as _
from tecum.words import Counting, Direction, Unit

__all__ = ["Asked", "FixedDate", "StatedPeriod", "answered"]


@dataclass(frozen=True, slots=True)
class StatedPeriod:
    """A period as a document prints it, with the id of the office's method.

    ``rolls`` is False where an end that falls on a closed day moves under no reading: what a
    person may be held for does not grow by a weekend.
    """

    amount: int
    unit: Unit
    counting: Counting
    direction: Direction
    method: str
    rolls: bool = True


@dataclass(frozen=True, slots=True)
class FixedDate:
    """A date as a document prints it; ``method`` is the office's, if it has one."""

    day: date
    wall: time | None = None
    method: str | None = None
    bound: Bound = Bound.LATEST_DAY
    said_by: str = "the document"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Everything handed in for one reckoning besides clocks, calendars and time zones.

    ``of`` is the id of a clock, a printed period or a printed date; a printed date brings its
    own event.
    """

    of: str | StatedPeriod | FixedDate
    known_on: date
    event: Event | None = None
    zone: str | None = None
    served_by: str | None = None
    state: str | None = None
    events: tuple[Event, ...] = ()
    stood: tuple[Span, ...] = ()
    closed: tuple[date, ...] = ()
    hours: Hours | None = None
    extended: bool = False
    what_if: Moment | None = None
    calendar: str | None = None
    forced: bool = False

    @property
    def root(self) -> str | None:
        """The id of the clock or method from which the law of the reckoning is found."""
        return self.of if isinstance(self.of, str) else self.of.method

    def to_json(self) -> dict[str, Any]:
        """As stored."""
        hours = self.hours
        return {
            "of": _of_json(self.of),
            "known_on": self.known_on.isoformat(),
            "event": _event_json(self.event) if self.event else None,
            "zone": self.zone,
            "served_by": self.served_by,
            "state": self.state,
            "events": [_event_json(row) for row in self.events],
            "stood": [
                [row.first.isoformat(), _written(row.last), row.reason, row.cite]
                for row in self.stood
            ],
            "closed": [day.isoformat() for day in self.closed],
            "hours": [hours.open.isoformat(), hours.close.isoformat()] if hours else None,
            "extended": self.extended,
            "what_if": _written(self.what_if),
            "calendar": self.calendar,
            "forced": self.forced,
        }

    @classmethod
    def from_json(cls, row: Mapping[str, Any]) -> Asked:
        """As it was before it was stored."""
        hours = row["hours"]
        return cls(
            of=_of(row["of"]),
            known_on=date.fromisoformat(row["known_on"]),
            event=_event(row["event"]) if row["event"] else None,
            zone=row["zone"],
            served_by=row["served_by"],
            state=row["state"],
            events=tuple(_event(one) for one in row["events"]),
            stood=tuple(
                Span(date.fromisoformat(first), date.fromisoformat(last) if last else None, *why)
                for first, last, *why in row["stood"]
            ),
            closed=tuple(date.fromisoformat(day) for day in row["closed"]),
            hours=Hours(*map(time.fromisoformat, hours)) if hours else None,
            extended=row["extended"],
            what_if=_read(row["what_if"]),
            calendar=row["calendar"],
            forced=row["forced"],
        )


def answered(asked: Asked, clocks: Mapping[str, Clock], calendars: Calendars) -> Reckoned:
    """Ask it of these clocks and calendars.

    Raises:
        ReckonError: as the reckoning itself raises it.
    """
    of = asked.of
    if isinstance(of, FixedDate):
        return reckon_fixed(
            of.day,
            of.wall,
            asked.zone,
            calendars=calendars,
            known_on=asked.known_on,
            method=_clock(clocks, of.method) if of.method else None,
            methods=clocks,
            closed=asked.closed,
            bound=of.bound,
            said_by=of.said_by,
        )
    given: dict[str, Any] = {
        "calendars": calendars,
        "methods": clocks,
        "known_on": asked.known_on,
        "zone": asked.zone,
        "state": asked.state,
        "stood": asked.stood,
        "closed": asked.closed,
        "hours": asked.hours,
        "what_if": asked.what_if,
        "calendar": asked.calendar,
    }
    event = asked.event or Event("unknown")
    if isinstance(of, StatedPeriod):
        method = _clock(clocks, of.method)
        return reckon_stated(
            of.amount,
            of.unit,
            of.counting,
            of.direction,
            event,
            method=method,
            rolls=of.rolls,
            **given,
        )
    return reckon(
        _clock(clocks, of),
        event,
        served_by=asked.served_by,
        events=asked.events,
        extended=asked.extended,
        forced=asked.forced,
        **given,
    )


def _clock(clocks: Mapping[str, Clock], name: str) -> Clock:
    if name not in clocks:
        raise unknown_name(
            UnknownClock,
            _('No clock "{word}" is loaded.'),
            name,
            clocks,
            _('Load the pack that has "{word}".', word=name),
        )
    return clocks[name]


# --- as stored ----------------------------------------------------------------------------


def _of_json(of: str | StatedPeriod | FixedDate) -> dict[str, Any]:
    if isinstance(of, str):
        return {"clock": of}
    if isinstance(of, StatedPeriod):
        words = {"unit": of.unit, "counting": of.counting, "direction": of.direction}
        named: dict[str, Any] = {key: word.value for key, word in words.items()}
        stays = {} if of.rolls else {"rolls": False}
        return {"amount": of.amount, **named, "method": of.method, **stays}
    wall = of.wall.isoformat() if of.wall else None
    stated = {"day": of.day.isoformat(), "wall": wall, "method": of.method}
    return {**stated, "bound": of.bound.value, "said_by": of.said_by}


def _of(row: Mapping[str, Any]) -> str | StatedPeriod | FixedDate:
    if "clock" in row:
        return str(row["clock"])
    if "amount" in row:
        unit, counting = Unit(row["unit"]), Counting(row["counting"])
        direction = Direction(row["direction"])
        rolls = row.get("rolls", True)
        return StatedPeriod(row["amount"], unit, counting, direction, row["method"], rolls)
    wall = time.fromisoformat(row["wall"]) if row["wall"] else None
    day, bound = date.fromisoformat(row["day"]), Bound(row["bound"])
    return FixedDate(day, wall, row["method"], bound, row["said_by"])


def _event_json(event: Event) -> dict[str, Any]:
    accounts = [
        {
            **row.to_json(),
            "at": _written(row.at),
            "recorded_at": _written(row.recorded_at),
            "retracted_at": _written(row.retracted_at),
        }
        for row in event.accounts
    ]
    return {"kind": event.kind, "awaited": event.awaited, "accounts": accounts}


def _event(row: Mapping[str, Any]) -> Event:
    accounts = tuple(
        Account(
            at=_read(one["at"]),
            said_by=one["said_by"],
            how=How(one["how"]),
            source=one["source"],
            recorded_at=_instant(one["recorded_at"]),
            retracted_at=_instant(one["retracted_at"]),
        )
        for one in row["accounts"]
    )
    return Event(row["kind"], accounts, row["awaited"])


def _written(at: Moment | None) -> str | None:
    """A moment as text that keeps its zone: ``2026-06-01T09:00:00-06:00[America/Denver]``.

    Authority: RFC 9557, section 4.1, for the zone in brackets.
    """
    if at is None:
        return None
    zone = at.tzinfo if isinstance(at, datetime) else None
    return f"{at.isoformat()}[{zone.key}]" if isinstance(zone, ZoneInfo) else at.isoformat()


def _read(text: str | None) -> Moment | None:
    if text is None or "T" not in text:
        return None if text is None else date.fromisoformat(text)
    return _instant(text)


def _instant(text: str | None) -> datetime | None:
    if text is None:
        return None
    written, _, zone = text.rstrip("]").partition("[")
    at = datetime.fromisoformat(written)
    return at.astimezone(in_zone(zone)) if zone else at
