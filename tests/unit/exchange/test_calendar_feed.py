"""The calendar feed, read back by a library and by a reader of its lines."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from tecum.exchange.calendar_feed import ALARMS, DueEvent, calendar_of, event_uid, tag_of

CHANGED = datetime(2026, 6, 1, 9, 30, tzinfo=UTC)
DENVER = "America/Denver"


def event(**given: object) -> DueEvent:
    plain: dict[str, object] = {
        "uid": event_uid("d/answer.1", "records.example"),
        "sequence": 0,
        "changed_at": CHANGED,
        "due": date(2026, 6, 27),
        "summary": "D-0142 answer due, safe date",
        "description": "14 days; one reading",
        "url": "https://records.example/docket/d/dates#answer.1",
    }
    return DueEvent(**{**plain, **given})  # type: ignore[arg-type]


def read(*events: DueEvent) -> list[Calendar]:
    feed = Calendar.from_ical(calendar_of(events, "Deadlines", DENVER))
    return feed.walk("VEVENT")


def test_a_date_is_a_whole_day() -> None:
    (row,) = read(event())
    assert row.decoded("dtstart") == date(2026, 6, 27)
    assert (row["status"], row["class"]) == ("CONFIRMED", "PRIVATE")
    assert [alarm["trigger"].dt for alarm in row.walk("VALARM")] == [-a for a in ALARMS]


def test_an_instant_bears_its_zone_and_the_zone_is_in_the_file() -> None:
    at = datetime(2026, 11, 1, 23, 0, tzinfo=UTC)
    text = calendar_of([event(due=at)], "Deadlines", DENVER)
    assert b"BEGIN:VTIMEZONE" in text
    assert b"DTSTART;TZID=America/Denver:20261101T160000" in text
    (row,) = Calendar.from_ical(text).walk("VEVENT")
    assert row.decoded("dtstart").astimezone(UTC) == at
    summer = datetime(2026, 7, 1, 16, 0, tzinfo=ZoneInfo(DENVER))
    (row,) = read(event(due=summer))
    assert row.decoded("dtstart") == summer


def test_what_ended_is_cancelled_and_reminds_of_nothing() -> None:
    (row,) = read(event(is_cancelled=True, is_tentative=True))
    assert row["status"] == "CANCELLED"
    assert row.walk("VALARM") == []
    (row,) = read(event(is_tentative=True))
    assert row["status"] == "TENTATIVE"


def test_the_same_events_give_the_same_bytes_and_the_same_tag() -> None:
    rows = [event(), event(uid="2@h", sequence=3)]
    assert calendar_of(rows, "n", DENVER) == calendar_of(rows, "n", DENVER)
    first = tag_of(rows, "n", DENVER, ALARMS)
    assert first == tag_of(rows, "n", DENVER, ALARMS)
    others = [
        tag_of(rows[:1], "n", DENVER, ALARMS),
        tag_of(rows, "m", DENVER, ALARMS),
        tag_of(rows, "n", "UTC", ALARMS),
        tag_of(rows, "n", DENVER, ALARMS[:1]),
        tag_of([event(sequence=1), rows[1]], "n", DENVER, ALARMS),
    ]
    assert len({first, *others}) == 6


def test_a_uid_says_nothing_and_stays() -> None:
    one = event_uid("secret-docket/answer.1", "h.example")
    assert one == event_uid("secret-docket/answer.1", "h.example")
    assert "secret" not in one
    assert len(one.partition("@")[0]) == 32


WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=200)


@given(WORDS, st.integers(0, 99), st.sampled_from([date(2026, 2, 28), CHANGED]))
def test_lines_are_folded_by_octets_and_any_words_come_back(
    words: str, sequence: int, due: date
) -> None:
    text = calendar_of([event(summary=words, sequence=sequence, due=due)], words, DENVER)
    lines = text.split(b"\r\n")
    assert lines[-1] == b""
    assert all(b"\n" not in line and b"\r" not in line and len(line) <= 75 for line in lines)
    (row,) = Calendar.from_ical(text).walk("VEVENT")
    assert str(row["summary"]) == words
    assert row["sequence"] == sequence


def test_reminders_are_those_that_were_chosen() -> None:
    text = calendar_of([event()], "n", DENVER, [timedelta(hours=2)])
    assert text.count(b"BEGIN:VALARM") == 1
    assert b"TRIGGER:-PT2H" in text
