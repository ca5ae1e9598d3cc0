"""A calendar feed of many events, beside the same feed built of plain components, in one run.

    python bench/calendar_feed.py [EVENTS]

The goal is a feed of 6,000 events within a second. Both feeds are read back, and must say the
same of every event: a figure beside another calendar says nothing.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event, Timezone

from record import record
from tecum.exchange.calendar_feed import ALARMS, DueEvent, calendar_of, event_uid, tag_of

GOAL = 1.0
RUNS = 3
ZONE = "America/Denver"
CHANGED = datetime(2026, 6, 1, 9, 30, tzinfo=UTC)


def _events(count: int) -> list[DueEvent]:
    """Every fourth is an instant, every tenth disputed, every twelfth has ended."""
    made = []
    for n in range(count):
        day = date(2026, 1, 5) + timedelta(days=n % 700)
        at = datetime(day.year, day.month, day.day, 22, 30, tzinfo=UTC)
        made.append(
            DueEvent(
                uid=event_uid(f"docket-{n}/answer.1", "records.example"),
                sequence=n % 5,
                changed_at=CHANGED + timedelta(minutes=n),
                due=at if n % 4 == 0 else day,
                summary=f"D-{n:04} answer due, safe date",
                description="14 days, Fed. R. Civ. P. 45(d)(2)(B); one reading",
                url=f"https://records.example/docket/{n}/dates#answer.1",
                is_tentative=n % 10 == 0,
                is_cancelled=n % 12 == 0,
            )
        )
    return made


def _plain(events: Sequence[DueEvent]) -> bytes:
    """The same feed as the library's documentation builds one: component by component."""
    feed = Calendar()
    feed.add("prodid", "-//bench//EN")
    feed.add("version", "2.0")
    feed.add_component(Timezone.from_tzid(ZONE, first_date=date(2015, 1, 1)))
    place = ZoneInfo(ZONE)
    for row in events:
        made = Event()
        made.add("uid", row.uid)
        made.add("sequence", row.sequence)
        made.add("dtstamp", row.changed_at)
        made.add("last-modified", row.changed_at)
        due = row.due
        made.add("dtstart", due.astimezone(place) if isinstance(due, datetime) else due)
        made.add("summary", row.summary)
        made.add("description", row.description)
        made.add("url", row.url)
        made.add("status", row.status)
        made.add("class", "PRIVATE")
        made.add("transp", "TRANSPARENT")
        for before in () if row.is_cancelled else ALARMS:
            alarm = Alarm()
            alarm.add("action", "DISPLAY")
            alarm.add("trigger", -before)
            alarm.add("description", "A date on the docket")
            made.add_component(alarm)
        feed.add_component(made)
    return bytes(feed.to_ical())


def _seconds(work: Callable[[], object]) -> float:
    """Processor time, the best of some runs, since other work on the machine only adds."""
    best = float("inf")
    for _ in range(RUNS):
        before = time.process_time()
        work()
        best = min(best, time.process_time() - before)
    return best


def _said(feed: bytes) -> list[tuple[str, ...]]:
    keys = ("uid", "sequence", "summary", "description", "status", "url")
    return [
        (
            *(str(row[key]) for key in keys),
            str(row.decoded("dtstart")),
            str(len(row.walk("VALARM"))),
        )
        for row in Calendar.from_ical(feed).walk("VEVENT")
    ]


def main(count: int) -> None:
    """Measure, compare, print and record."""
    events = _events(count)
    ours = _seconds(lambda: calendar_of(events, "Deadlines", ZONE))
    tag = _seconds(lambda: tag_of(events, "Deadlines", ZONE, ALARMS))
    plain = _seconds(lambda: _plain(events))
    feed = calendar_of(events, "Deadlines", ZONE)
    equal = _said(feed) == _said(_plain(events))
    print(
        f"feed of {count} events: {ours:.2f} s, {ours / GOAL:.2f} of the goal; {len(feed)} octets"
    )
    print(f"its tag alone:          {tag:.3f} s")
    print(f"plain components:       {plain:.2f} s; ours is {plain / ours:.1f} times as fast")
    print(f"both say the same:      {equal}")
    figures = {
        "events": count,
        "goal_seconds": GOAL,
        "seconds": round(ours, 3),
        "tag_seconds": round(tag, 4),
        "plain_components_seconds": round(plain, 3),
        "ratio": round(plain / ours, 2),
        "octets": len(feed),
        "equal": equal,
    }
    record("calendar_feed", figures, "icalendar")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 6000)
