"""What a caller hands in with a clock and an event, and its digest."""

from __future__ import annotations

import hashlib
import zoneinfo
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache, lru_cache
from importlib import metadata
from json.encoder import encode_basestring
from pathlib import Path

from tecum import __version__
from tecum.office import Hours
from tecum.reckoning.calendars import Calendars
from tecum.reckoning.clocks import Clock
from tecum.reckoning.count import Span
from tecum.reckoning.events import Account, Event, said
from tecum.reckoning.ground import Ground
from tecum.reckoning.result import Pins
from tecum.reckoning.zones import given_zones

__all__ = ["ENGINE", "Setting", "pins_for", "tzdata_version"]

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
    """The digest of everything handed in: canonical JSON, keys sorted, no spaces.

    Written out key by key, since every reckoning needs it and an encoder takes longer than
    the count itself; a test holds it against the encoder.
    """
    head, tail = _frame(
        (setting.calendar, setting.served_by, setting.state),
        setting.closed,
        (setting.extended, setting.forced),
        setting.hours,
        setting.known_on,
    )
    text = (
        f'{head},"event":{_event(event)}'
        f',"events":[{",".join(map(_event, setting.events))}]{tail}'
        f',"stood":[{",".join(map(_stood, setting.stood))}]'
        f',"zone":{_quoted(setting.zone)}}}'
    )
    return hashlib.sha256(text.encode()).hexdigest()


@lru_cache(maxsize=256)
def _frame(
    words: tuple[str | None, str | None, str | None],
    closed: frozenset[date],
    asked: tuple[bool, bool],
    hours: Hours | None,
    known_on: date,
) -> tuple[str, str]:
    """What stands before the events and after them; the same for a whole docket."""
    calendar, served_by, state = words
    extended, forced = asked
    head = (
        f'{{"calendar":{_quoted(calendar)}'
        f',"closed":{_array(sorted(day.isoformat() for day in closed))}'
    )
    tail = (
        f',"extended":{_WORD[extended]},"forced":{_WORD[forced]}'
        f',"hours":{_array([str(hours.open), str(hours.close)]) if hours else "null"}'
        f',"known_on":"{known_on.isoformat()}"'
        f',"served_by":{_quoted(served_by)},"state":{_quoted(state)}'
    )
    return head, tail


_WORD = ("false", "true")


def _quoted(text: str | None) -> str:
    return "null" if text is None else encode_basestring(text)


def _array(texts: Iterable[str]) -> str:
    return f"[{','.join(map(encode_basestring, texts))}]"


def _stood(span: Span) -> str:
    last = _quoted(said(span.last))
    return f'["{span.first.isoformat()}",{last},{encode_basestring(span.reason)}]'


def _event(event: Event) -> str:
    accounts = ",".join(map(_account, event.accounts))
    return f"[{encode_basestring(event.kind)},{_WORD[event.awaited]},[{accounts}]]"


def _account(row: Account) -> str:
    return (
        f'{{"at":{_quoted(said(row.at))},"how":"{row.how.value}"'
        f',"recorded_at":{_quoted(said(row.recorded_at))}'
        f',"retracted_at":{_quoted(said(row.retracted_at))}'
        f',"said_by":{encode_basestring(row.said_by)},"source":{encode_basestring(row.source)}}}'
    )


def tzdata_version() -> str:
    """The release of the time zone data that is in use."""
    given = given_zones()
    return _installed() if given is None else given.release


@cache
def _installed() -> str:
    """The system's release, else the package's."""
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
