"""Due dates as a calendar that other programs subscribe to: RFC 5545, one event a date.

An event says which docket, what kind of step and by which rule; never a name, an item or an
addressee. It keeps its UID for life; every change raises SEQUENCE, so that a subscriber moves
the event it has instead of adding another.

Authority: RFC 5545; RECKONING section 10.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from icalendar import (
    Alarm,
    Calendar,
    Component,
    Timezone,
    TimezoneDaylight,
    TimezoneStandard,
    vText,
)

__all__ = ["ALARMS", "MEDIA_TYPE", "DueEvent", "calendar_of", "event_uid", "tag_of"]

ALARMS = (timedelta(days=7), timedelta(days=3), timedelta(hours=24))
"""How long before a date a program reminds, unless the person chose otherwise."""

FIRST, LAST = date(2015, 1, 1), date(2038, 1, 1)
"""The years for which a zone's changes are written."""

MOST_OCTETS = 75
"""The longest line of a stream, without its end."""

MEDIA_TYPE = "text/calendar; charset=utf-8"


@dataclass(frozen=True, slots=True, kw_only=True)
class DueEvent:
    """One obligation with a date.

    Attributes:
        uid: Its name for life (:func:`event_uid`).
        sequence: How often it has changed.
        changed_at: When it last did.
        due: The safe date, or the safe instant.
        summary: Docket number and kind of step.
        description: Rule, number of readings, address of the page.
        is_tentative: Its start is disputed.
        is_cancelled: It was met, stopped or stands still.
    """

    uid: str
    sequence: int
    changed_at: datetime
    due: date | datetime
    summary: str
    description: str
    url: str
    is_tentative: bool = False
    is_cancelled: bool = False

    @property
    def status(self) -> str:
        """The word of RFC 5545, section 3.8.1.11."""
        if self.is_cancelled:
            return "CANCELLED"
        return "TENTATIVE" if self.is_tentative else "CONFIRMED"


def event_uid(deadline: str, host: str) -> str:
    """The UID of a deadline: says nothing about it, and never changes.

    Args:
        deadline: The name of docket and obligation together.
        host: The host of this instance.
    """
    return f"{hashlib.sha256(deadline.encode()).hexdigest()[:32]}@{host}"


def tag_of(events: Iterable[DueEvent], name: str, zone: str, alarms: Sequence[timedelta]) -> str:
    """A digest of everything that a feed would say, without writing it: for ``ETag``."""
    total = hashlib.sha256(repr((name, zone, tuple(alarms))).encode())
    for event in events:
        total.update(repr(event).encode())
    return total.hexdigest()


def calendar_of(
    events: Iterable[DueEvent], name: str, zone: str, alarms: Sequence[timedelta] = ALARMS
) -> bytes:
    """The feed: CRLF, lines folded by octets, time zones of timed events included.

    Args:
        events: The events.
        name: What the calendar is called in the program that shows it.
        zone: The zone in which instants are shown.
        alarms: How long before a date to remind; none for what is cancelled.
    """
    feed = Calendar()
    feed.add("prodid", "-//Tecum//Deadlines//EN")
    feed.add("version", "2.0")
    feed.add("calscale", "GREGORIAN")
    feed.add("method", "PUBLISH")
    feed.add("x-wr-calname", vText(name))
    feed.add("x-wr-timezone", vText(zone))
    head, end = _opened(feed)
    place, reminders = ZoneInfo(zone), b"".join(_alarm(before) for before in alarms)
    parts = [head, _zone_in_words(zone) if place.key != "UTC" else b""]
    parts += [_event(event, place, reminders) for event in events]
    return b"".join((*parts, end))


def _opened(component: Component) -> tuple[bytes, bytes]:
    """A component's lines, and its last line, between which others are put."""
    lines = bytes(component.to_ical())
    at = lines.rindex(b"END:")
    return lines[:at], lines[at:]


@cache
def _zone_in_words(zone: str) -> bytes:
    """The changes of a zone, which a subscriber need not know itself.

    Each onset is written in the wall time before it, as RFC 5545 has it; the library's own
    description gives the wall time after it, and is an hour late in spring.

    Authority: RFC 5545, section 3.6.5.
    """
    place = ZoneInfo(zone)
    made = Timezone()
    made.add("tzid", zone)
    first = datetime(FIRST.year, FIRST.month, FIRST.day, tzinfo=UTC)
    onsets = [(first, _rule_at(place, first)), *_onsets(place, first)]
    grouped: dict[tuple[_Rule, timedelta], list[datetime]] = {}
    before = onsets[0][1].offset
    for at, rule in onsets:
        grouped.setdefault((rule, before), []).append((at + before).replace(tzinfo=None))
        before = rule.offset
    for (rule, offset), walls in grouped.items():
        part = TimezoneDaylight() if rule.is_summer else TimezoneStandard()
        part.add("dtstart", walls[0])
        if walls[1:]:
            part.add("rdate", walls[1:])
        part.add("tzname", rule.name)
        part.add("tzoffsetfrom", offset)
        part.add("tzoffsetto", rule.offset)
        made.add_component(part)
    return bytes(made.to_ical())


class _Rule(NamedTuple):
    """What a zone is between two changes."""

    offset: timedelta
    name: str
    is_summer: bool


def _rule_at(place: ZoneInfo, at: datetime) -> _Rule:
    local = at.astimezone(place)
    return _Rule(local.utcoffset() or timedelta(), local.tzname() or "", bool(local.dst()))


def _onsets(place: ZoneInfo, at: datetime) -> Iterator[tuple[datetime, _Rule]]:
    """Each change of a zone after an instant, to the second, with what it is from then on."""
    last = datetime(LAST.year, LAST.month, LAST.day, tzinfo=UTC)
    rule = _rule_at(place, at)
    while at < last:
        low, at = at, at + timedelta(days=1)
        if _rule_at(place, at) == rule:
            continue
        high = at
        while high - low > timedelta(seconds=1):
            middle = low + timedelta(seconds=int((high - low).total_seconds()) // 2)
            low, high = (middle, high) if _rule_at(place, middle) == rule else (low, middle)
        rule = _rule_at(place, high)
        yield high, rule


def _event(event: DueEvent, zone: ZoneInfo, reminders: bytes) -> bytes:
    """One event, its lines written out: thousands are asked for at a time.

    Authority: RFC 5545, section 3.6.1.
    """
    changed = f"{event.changed_at.astimezone(UTC):{_UTC}}"
    lines = (
        f"UID:{_text(event.uid)}",
        f"SEQUENCE:{event.sequence}",
        f"DTSTAMP:{changed}",
        f"LAST-MODIFIED:{changed}",
        _start(event.due, zone),
        f"SUMMARY:{_text(event.summary)}",
        f"DESCRIPTION:{_text(event.description)}",
        f"URL:{event.url.translate(_NO_CONTROLS)}",
        f"STATUS:{event.status}",
    )
    alarms = b"" if event.is_cancelled else reminders
    return b"BEGIN:VEVENT\r\n" + b"".join(map(_folded, lines)) + _ALWAYS + alarms + _END


_UTC = "%Y%m%dT%H%M%SZ"
_ALWAYS, _END = b"CLASS:PRIVATE\r\nTRANSP:TRANSPARENT\r\n", b"END:VEVENT\r\n"
_NO_CONTROLS = dict.fromkeys([*range(0x20), 0x7F])
_ESCAPED = {
    **dict.fromkeys(n for n in (*range(0x20), 0x7F) if n != 0x09),
    **{ord(sign): f"\\{sign}" for sign in "\\;,"},
    ord("\n"): "\\n",
}


def _text(words: str) -> str:
    """Words as a TEXT value; a line end is written, any other control is left out.

    Authority: RFC 5545, section 3.3.11.
    """
    return words.translate(_ESCAPED)


def _folded(line: str) -> bytes:
    """A content line, folded so that no line is longer than 75 octets and no letter is cut.

    Authority: RFC 5545, section 3.1.
    """
    octets = line.encode()
    if len(octets) <= MOST_OCTETS:
        return octets + b"\r\n"
    parts, at, room = [], 0, MOST_OCTETS
    while at < len(octets):
        end = min(at + room, len(octets))
        while end < len(octets) and octets[end] & 0xC0 == 0x80:
            end -= 1
        parts.append(octets[at:end])
        at, room = end, MOST_OCTETS - 1
    return b"\r\n ".join(parts) + b"\r\n"


def _start(due: date | datetime, zone: ZoneInfo) -> str:
    """A day, or an instant on the wall of the place; in UTC where that wall time comes again.

    A wall time that exists twice is read as the earlier one (RFC 5545, section 3.3.5).
    """
    if not isinstance(due, datetime):
        return f"DTSTART;VALUE=DATE:{due:%Y%m%d}"
    wall = due.astimezone(zone)
    if wall.fold or zone.key == "UTC":
        return f"DTSTART:{due.astimezone(UTC):{_UTC}}"
    return f"DTSTART;TZID={zone.key}:{wall:%Y%m%dT%H%M%S}"


@cache
def _alarm(before: timedelta) -> bytes:
    """A reminder; the program that shows it names the event."""
    made = Alarm()
    made.add("action", "DISPLAY")
    made.add("trigger", -before)
    made.add("description", vText("A date on the docket"))
    return bytes(made.to_ical())
