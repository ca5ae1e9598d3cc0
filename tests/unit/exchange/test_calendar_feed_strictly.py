"""The calendar feed read by a second, strict reader that shares nothing with the writer."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tecum.exchange.calendar_feed import ALARMS, calendar_of
from tests.unit.exchange.strict_calendar import (
    NotACalendar,
    offset_at,
    onsets,
    parse,
    start_of,
    text_of,
)
from tests.unit.exchange.test_calendar_feed import CHANGED, DENVER, WORDS, event

ZONES = (
    *("America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles"),
    *("America/Phoenix", "America/Anchorage", "Pacific/Honolulu", "Europe/London"),
)
FIRST, LAST = datetime(2024, 1, 1, tzinfo=UTC), datetime(2029, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize("zone", ZONES)
def test_the_zone_in_the_file_is_the_zone(zone: str) -> None:
    feed = parse(calendar_of([event(due=CHANGED)], "n", zone))
    (described,) = feed.named("VTIMEZONE")
    assert described.one("TZID").value == zone
    changes, place = onsets(described), ZoneInfo(zone)
    near = [
        moment.replace(tzinfo=UTC) + timedelta(seconds=k)
        for moment, _, _ in changes
        for k in (-1, 0, 1)
        if FIRST <= moment.replace(tzinfo=UTC) < LAST
    ]
    hours = int((LAST - FIRST) / timedelta(hours=7))
    for at in [*near, *(FIRST + timedelta(hours=7 * k) for k in range(hours))]:
        assert offset_at(changes, at) == at.astimezone(place).utcoffset(), at


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("day", [date(2026, 3, 8), date(2026, 11, 1), date(2027, 7, 1)])
def test_an_instant_is_the_same_by_the_file_alone(zone: str, day: date) -> None:
    first = datetime(day.year, day.month, day.day, tzinfo=UTC)
    for hour in range(36):
        due = first + timedelta(hours=hour, minutes=59)
        feed = parse(calendar_of([event(due=due)], "n", zone))
        (row,) = feed.named("VEVENT")
        assert start_of(row, feed) == due


@given(
    WORDS,
    WORDS,
    st.lists(
        st.tuples(
            st.sampled_from([date(2026, 2, 28), CHANGED, datetime(2027, 11, 7, 8, 30, tzinfo=UTC)]),
            st.booleans(),
            st.booleans(),
            st.integers(0, 9999),
        ),
        min_size=1,
        max_size=5,
    ),
)
def test_any_feed_is_accepted_and_says_what_was_put_in(
    summary: str, description: str, rows: list[tuple[date | datetime, bool, bool, int]]
) -> None:
    events = [
        event(
            uid=f"{n}@records.example",
            due=due,
            summary=summary,
            description=description,
            is_tentative=tentative,
            is_cancelled=cancelled,
            sequence=sequence,
        )
        for n, (due, tentative, cancelled, sequence) in enumerate(rows)
    ]
    feed = parse(calendar_of(events, "Deadlines", DENVER))
    assert text_of(feed.one("X-WR-CALNAME").value) == "Deadlines"
    for given_, row in zip(events, feed.named("VEVENT"), strict=True):
        assert text_of(row.one("UID").value) == given_.uid
        assert text_of(row.one("SUMMARY").value) == summary
        assert text_of(row.one("DESCRIPTION").value) == description
        assert row.one("STATUS").value == given_.status
        assert int(row.one("SEQUENCE").value) == given_.sequence
        assert start_of(row, feed) == given_.due
        alarms = row.named("VALARM")
        assert len(alarms) == (0 if given_.is_cancelled else len(ALARMS))


GOOD = calendar_of([event(due=CHANGED), event(uid="2@h", due=date(2026, 6, 1))], "n", DENVER)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (rb"\r\n", b"\n"),
        (rb"UID:2@h\r\n", b""),
        (rb"UID:2@h", b"UID:2@h\r\nUID:3@h"),
        (rb"VERSION:2.0", b"VERSION:3.0"),
        (rb"STATUS:CONFIRMED", b"STATUS:DONE"),
        (rb"END:VEVENT", b"END:VTODO"),
        (rb"BEGIN:VTIMEZONE.*END:VTIMEZONE\r\n", b""),
        (rb"TRIGGER:-P7D", b"TRIGGER:7 days"),
        (rb"DTSTAMP:\d+T\d+Z", b"DTSTAMP:20260601T093000"),
        (rb"SUMMARY:D-0142 answer due\\", b"SUMMARY:D-0142 answer due"),
        (rb"CLASS:PRIVATE", b"CLASS:PRIVATE" + b"x" * 80),
        (rb"SUMMARY", b"SUM MARY"),
    ],
)
def test_the_reader_refuses_what_is_no_calendar(old: bytes, new: bytes) -> None:
    parse(GOOD)
    spoilt = re.sub(old, new.replace(b"\\", b"\\\\"), GOOD, count=1, flags=re.DOTALL)
    assert spoilt != GOOD
    with pytest.raises(NotACalendar):
        parse(spoilt)
