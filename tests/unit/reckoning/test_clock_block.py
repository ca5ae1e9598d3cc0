"""What a clock fence may say, and how a wrong line is answered."""

from __future__ import annotations

import pytest

from tecum.reckoning.clocks import CountMode, Granularity, Roll, by_id
from tecum.reckoning.errors import BadClock
from tests.unit.reckoning.ground import clock, clock_of_text

FRAME = "\nin force: from 2000-01-01; recorded 2000-01-01\nsource: a rule"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("perod: 5 days", r'"perod" is not a key of a clock. Nearest: "period"'),
        ("period: five days", r'"five days" is not a period'),
        ("period: 5 fortnights", "not a period"),
        ("count: some days", "some days"),
        ("roll: sideways", "sideways"),
        ("direction: up", "up"),
        ("start day: perhaps", "perhaps"),
        ("month: any day", "any day"),
        ("fixed date rolls: maybe", "maybe"),
        ("skip spans: july", "july"),
        ("skip spans: 02-30..03-01", "skip spans"),
        ("service adds: pigeon +3 days after roll", "pigeon"),
        ("service adds: mail 3 days", "mail 3 days"),
        ("not for: the mailer", "no line adds days"),
        ("cutoff: noon", "noon"),
        ("cutoff: 17:30 America/Denvr", "Denvr"),
        ("combine: sum of a, b", "sum of a, b"),
        ("extends: 14 days", "14 days"),
        ("tolls: a", "does not say when"),
        ("calendar: federal", "federal"),
        ("deemed: when read", "when read"),
        ("deemed: same business day before", "says no time"),
        ("deemed pigeon: as stated", "pigeon"),
        ("reading: roll = forward", "has no name"),
        ("reading: other: roll forward", 'not "key = value"'),
        ("reading: other: from = receipt", "another clock"),
        ("judged at: noon", "noon"),
        ("confidence: high", "high"),
        ("in force: since 2000", "since 2000"),
    ],
)
def test_a_wrong_line_is_refused_with_its_place(line: str, said: str) -> None:
    with pytest.raises(BadClock, match=said) as caught:
        clock_of_text("x", f"from: event\n{line}{FRAME}")
    assert caught.value.what.startswith("test.md:2:1: ")


@pytest.mark.parametrize("key", ["from", "in force", "source"])
def test_a_missing_key_is_named(key: str) -> None:
    lines = [row for row in f"from: event{FRAME}".splitlines() if not row.startswith(key)]
    with pytest.raises(BadClock, match=f'"{key}" is missing'):
        clock_of_text("x", "\n".join(lines))


def test_a_key_stands_once_unless_it_may_repeat() -> None:
    with pytest.raises(BadClock, match='"roll" stands twice'):
        clock("x", "roll: none", "roll: forward")
    twice = clock(
        "x", "service adds: mail +3 days after roll", "service adds: fax +1 day before roll"
    )
    assert [row.after_roll for row in twice.service_adds] == [True, False]


def test_values_become_types() -> None:
    found = clock(
        "x",
        "period: 6 days",
        "count: short <= 6 clear: business days",
        "cutoff: 17:30 America/New_York minute inclusive",
        "service adds: mail, clerk +3 days after roll, roll none, not for: the mailer",
    )
    assert found.count is not None
    assert found.count.short is not None
    assert (found.count.clear, found.count.short.mode) == (True, CountMode.BUSINESS_DAYS)
    assert found.cutoff is not None
    assert found.cutoff.granularity is Granularity.MINUTE_INCLUSIVE
    (add,) = found.service_adds
    assert (add.methods, add.roll, add.not_for) == (("mail", "clerk"), Roll.NONE, "the mailer")


def test_a_citation_stays_with_its_key() -> None:
    found = clock_of_text("x", f"from: event\nroll: forward  [Rule 6(a)(1)(C)]{FRAME}")
    assert found.cite("roll") == "Rule 6(a)(1)(C)"
    assert found.cite("count") == "a rule"


def test_versions_of_one_id_stand_together() -> None:
    old = clock_of_text(
        "x", "from: event\nin force: from 1990-01-01 to 2000-01-01; recorded 1990-01-01\nsource: o"
    )
    new = clock_of_text("x", f"from: event{FRAME}")
    found = by_id([old, new])
    assert (found["x"].source, [row.source for row in found["x"].others]) == ("a rule", ["o"])
