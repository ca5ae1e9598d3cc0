"""What a caller hands in with a clock and an event, and its digest."""

from __future__ import annotations

import hashlib
import json
import zoneinfo
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib import metadata
from pathlib import Path

from tecum import __version__
from tecum.office import Hours
from tecum.reckoning.calendars import Calendars
from tecum.reckoning.clocks import Clock
from tecum.reckoning.count import Span
from tecum.reckoning.events import Event, said
from tecum.reckoning.ground import Ground
from tecum.reckoning.result import Pins

__all__ = ["Setting", "pins_for", "tzdata_version"]

ENGINE = f"tecum {__version__}, reckoning 1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Everything besides clock and event that a date depends on."""

    calendars: Calendars
    methods: Mapping[str, Clock]
    known_on: date
    zone: str | None
    served_by: str | None = None
    state: str | None = None
    events: Sequence[Event] = ()
    stood: Sequence[Span] = ()
    closed: frozenset[date] = frozenset()
    hours: Hours | None = None
    extended: bool = False
    calendar: str | None = None
    forced: bool = False
    inside: tuple[str, ...] = field(default=())

    def named(self, kind: str) -> list[Event]:
        """The further events of a kind, in the order given."""
        return [event for event in self.events if event.kind == kind]


def pins_for(clock: Clock, event: Event, setting: Setting, grounds: Sequence[Ground]) -> Pins:
    """The versions and inputs that a reckoning rests on."""
    used = {row.id: row.sha256 for ground in grounds for row in ground.calendars}
    return Pins(
        engine=ENGINE,
        clock=(clock.id, clock.pack),
        calendars=tuple(sorted(used.items())),
        tzdata=tzdata_version(),
        inputs=_digest(event, setting),
        known_on=setting.known_on,
    )


def _digest(event: Event, setting: Setting) -> str:
    inputs = {
        "event": _event(event),
        "events": [_event(row) for row in setting.events],
        "zone": setting.zone,
        "served_by": setting.served_by,
        "state": setting.state,
        "stood": [[said(row.first), said(row.last), row.reason] for row in setting.stood],
        "closed": sorted(day.isoformat() for day in setting.closed),
        "hours": [str(setting.hours.open), str(setting.hours.close)] if setting.hours else None,
        "extended": setting.extended,
        "calendar": setting.calendar,
        "forced": setting.forced,
        "known_on": said(setting.known_on),
    }
    text = json.dumps(inputs, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _event(event: Event) -> list[object]:
    return [event.kind, event.awaited, [row.to_json() for row in event.accounts]]


@cache
def tzdata_version() -> str:
    """The release of the time zone data that is in use: the system's, else the package's."""
    for folder in zoneinfo.TZPATH:
        listed = Path(folder) / "tzdata.zi"
        if listed.is_file():
            with listed.open(encoding="utf-8") as file:
                first = file.readline().split()
            if first[:2] == ["#", "version"]:
                return f"system {first[2]}"
        if Path(folder, "UTC").is_file():
            return "system"
    return f"package {metadata.version('tzdata')}"
