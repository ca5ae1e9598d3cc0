"""Due dates as a calendar that other programs subscribe to: RFC 5545, one event a date.

An event says which docket, what kind of step and by which rule; never a name, an item or an
addressee. It keeps its UID for life; every change raises SEQUENCE, so that a subscriber moves
the event it has instead of adding another.

Authority: RFC 5545; RECKONING section 10.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Component, Event, Timezone, vDatetime, vText

__all__ = ["ALARMS", "MEDIA_TYPE", "DueEvent", "calendar_of", "event_uid", "tag_of"]

ALARMS = (timedelta(days=7), timedelta(days=3), timedelta(hours=24))
"""How long before a date a program reminds, unless the person chose otherwise."""

FIRST, LAST = date(2015, 1, 1), date(2038, 1, 1)
"""The years for which a zone's changes are written."""

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
    """The changes of a zone, which a subscriber need not know itself."""
    return bytes(Timezone.from_tzid(zone, first_date=FIRST, last_date=LAST).to_ical())


def _event(event: DueEvent, zone: ZoneInfo, reminders: bytes) -> bytes:
    made = Event()
    changed = event.changed_at.astimezone(UTC).replace(microsecond=0)
    made.add("uid", vText(event.uid))
    made.add("sequence", event.sequence)
    made.add("dtstamp", vDatetime(changed))
    made.add("last-modified", vDatetime(changed))
    due = event.due
    made.add("dtstart", due.astimezone(zone) if isinstance(due, datetime) else due)
    made.add("summary", vText(event.summary))
    made.add("description", vText(event.description))
    made.add("url", event.url)
    made.add("status", event.status)
    made.add("class", "PRIVATE")
    made.add("transp", "TRANSPARENT")
    head, end = _opened(made)
    return head + (b"" if event.is_cancelled else reminders) + end


@cache
def _alarm(before: timedelta) -> bytes:
    """A reminder; the program that shows it names the event."""
    made = Alarm()
    made.add("action", "DISPLAY")
    made.add("trigger", -before)
    made.add("description", vText("A date on the docket"))
    return bytes(made.to_ical())
