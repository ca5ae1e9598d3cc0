"""What a reckoning gives: readings with every counted and skipped day, and their pins."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import unique
from typing import Any, NamedTuple

from tecum.reckoning.clocks import Bound, Clock
from tecum.reckoning.errors import NoStartDate, TooManyReadings
from tecum.reckoning.events import Event, Standing, moment_said, said
from tecum.worded import worded as _
from tecum.words import Word

__all__ = ["MAIN", "DateReading", "Due", "Pins", "Reckoned", "Status", "Step", "Verdict"]

SCHEMA = "tecum.reckoned/1"

END_OF_DAY = "end of day 24:00"
MAIN = "main"
"""The name of the reading by the rule's own words."""


@unique
class Verdict(Word):
    """What one step of a count did."""

    START = "start"
    COUNTED = "counted"
    SKIPPED = "skipped"
    TOLLED = "tolled"
    LANDED = "landed"
    ROLLED = "rolled"
    ADDED = "added"
    EXTENDED = "extended"
    CLOSED = "closed"
    COMBINED = "combined"
    CUT_OFF = "cut_off"


@unique
class Status(Word):
    """How firm a reckoning is."""

    FIXED = "fixed"
    WAITING = "waiting"
    WHAT_IF = "what_if"
    ARMED = "armed"
    TOLLED = "tolled"
    MET = "met"
    MISSED = "missed"
    COUNSEL = "counsel"


class Step(NamedTuple):
    """One day or moment of a count: ``n`` is the number it was given, None if it has none.

    A tuple, since a count is made of little else and a tuple is made three times as fast.
    """

    at: date | datetime
    n: int | None
    verdict: Verdict
    reason: str
    cite: str = ""

    def to_json(self) -> dict[str, Any]:
        """As stored."""
        return {
            "at": said(self.at),
            "n": self.n,
            "verdict": self.verdict.value,
            "reason": self.reason,
            "cite": self.cite,
        }

    @classmethod
    def from_json(cls, row: Mapping[str, Any]) -> Step:
        """As it was before it was stored."""
        return cls(
            moment_said(row["at"]), row["n"], Verdict(row["verdict"]), row["reason"], row["cite"]
        )


@dataclass(frozen=True, slots=True)
class Due:
    """A date with the moment at which it is over; ``by`` says that moment in words."""

    day: date | None
    instant: datetime | None
    by: str
    bound: Bound

    @property
    def order(self) -> tuple[date, float]:
        """What makes one due date earlier than another."""
        moment = self.instant.timestamp() if self.instant else float("inf")
        return (self.day or date.max, moment)

    def to_json(self) -> dict[str, Any]:
        """``{day, instant, by, bound}``."""
        return {
            "day": said(self.day),
            "instant": said(self.instant),
            "by": self.by,
            "bound": self.bound.value,
        }

    @classmethod
    def from_json(cls, row: Mapping[str, Any]) -> Due:
        """As it was before it was stored."""
        day, instant = row["day"], row["instant"]
        return cls(
            date.fromisoformat(day) if day else None,
            datetime.fromisoformat(instant) if instant else None,
            row["by"],
            Bound(row["bound"]),
        )


@dataclass(frozen=True, slots=True)
class DateReading:
    """One defensible count. ``differs_by`` says in what, ``cite`` by which authority."""

    name: str
    due: Due
    steps: tuple[Step, ...]
    differs_by: str = ""
    cite: str = ""
    warnings: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every reading that gives this date; they are kept as one."""
        return tuple(self.name.split(" = "))

    @property
    def counts_hours(self) -> bool:
        """Whether the numbers of its steps are hours: such a count begins at an instant."""
        return bool(self.steps) and isinstance(self.steps[0].at, datetime)

    def to_json(self) -> dict[str, Any]:
        """As stored and shown."""
        return {
            "name": self.name,
            "due": self.due.to_json(),
            "steps": [step.to_json() for step in self.steps],
            "differs_by": self.differs_by,
            "cite": self.cite,
            "warnings": list(self.warnings),
        }

    @classmethod
    def from_json(cls, row: Mapping[str, Any]) -> DateReading:
        """As it was before it was stored: enough to draw the page again without counting."""
        return cls(
            row["name"],
            Due.from_json(row["due"]),
            tuple(Step.from_json(step) for step in row["steps"]),
            row["differs_by"],
            row["cite"],
            tuple(row["warnings"]),
        )


@dataclass(frozen=True, slots=True)
class Pins:
    """Everything a reckoning rests on, by version, so that it can be made again."""

    engine: str
    clock: tuple[str, str | None]
    calendars: tuple[tuple[str, str], ...]
    tzdata: str
    inputs: str
    known_on: date

    @classmethod
    def from_json(cls, row: Mapping[str, Any]) -> Pins:
        """As they were before they were stored."""
        name, pack = row["clock"]
        return cls(
            engine=row["engine"],
            clock=(name, pack),
            calendars=tuple((calendar, digest) for calendar, digest in row["calendars"]),
            tzdata=row["tzdata"],
            inputs=row["inputs"],
            known_on=date.fromisoformat(row["known_on"]),
        )

    def to_json(self) -> dict[str, Any]:
        """As stored."""
        return {
            "engine": self.engine,
            "clock": list(self.clock),
            "calendars": [list(row) for row in self.calendars],
            "tzdata": self.tzdata,
            "inputs": self.inputs,
            "known_on": said(self.known_on),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Reckoned:
    """The answer to "when?": every reading, the safe date, the latest date, and the status.

    ``clock`` is the clock with its method's keys filled in; ``safe`` is right under every
    reading for the person bound; after ``latest`` no reading holds. Both are None where there
    is no date.
    """

    clock: Clock
    event: Event
    standing: Standing
    status: Status
    readings: tuple[DateReading, ...]
    safe: Due | None
    latest: Due | None
    pins: Pins
    notes: tuple[str, ...] = ()

    @property
    def main(self) -> DateReading | None:
        """The reading by the rule's own words."""
        return self.readings[0] if self.readings else None

    @property
    def by_date(self) -> tuple[DateReading, ...]:
        """The readings, the safe one first."""
        latest_first = bool(self.readings) and self.readings[0].due.bound is Bound.EARLIEST_DAY
        return tuple(sorted(self.readings, key=lambda r: r.due.order, reverse=latest_first))

    @property
    def warnings(self) -> tuple[str, ...]:
        """What a person should know before relying on the dates, once each."""
        rows = (*self.notes, *(w for r in self.readings for w in r.warnings))
        return tuple(dict.fromkeys(rows))

    def demand_date(self) -> Due:
        """The safe date, for a caller who cannot do without one.

        Raises:
            NoStartDate: there is no account of the event, or none that starts the clock.
            TooManyReadings: so many readings that counsel must choose.
        """
        if self.status is Status.COUNSEL:
            raise TooManyReadings(
                _('"{clock}" has {n} readings.', clock=self.clock.id, n=len(self.readings)),
                why=_("No date among so many can be called safe by counting alone."),
                do=_("Let counsel settle which start and which rule apply."),
            )
        if self.safe is None:
            raise NoStartDate(
                _('"{clock}" has no date: it is tolled.', clock=self.clock.id)
                if self.status is Status.TOLLED
                else _(
                    '"{clock}" has no date: the event "{given}" has no account of when it '
                    "happened.",
                    clock=self.clock.id,
                    given=self.event.kind,
                ),
                why=_("A date counted from a guessed start would be wrong."),
                do=_("Record the event, or ask for a what-if date from a day that you name."),
            )
        return self.safe

    def to_json(self) -> dict[str, Any]:
        """The shape ``tecum.reckoned/1``: the safe date first, every reading with its steps."""
        clock = self.clock
        return {
            "schema": SCHEMA,
            "clock": {
                "id": clock.id,
                "title": clock.title,
                "period": str(clock.period) if clock.period else None,
                "direction": clock.direction.value if clock.direction else None,
                "source": clock.source,
                "confidence": clock.confidence.value if clock.confidence else None,
            },
            "event": {
                "kind": self.event.kind,
                "standing": self.standing.value,
                "accounts": [row.to_json() for row in self.event.accounts],
            },
            "status": self.status.value,
            "readings": [row.to_json() for row in self.readings],
            "safe": self.safe.to_json() if self.safe else None,
            "latest": self.latest.to_json() if self.latest else None,
            "pins": self.pins.to_json(),
            "notes": list(self.notes),
        }
