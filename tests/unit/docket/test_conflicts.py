"""Differences between accounts: six kinds, the same for either side."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from tecum.docket import acts
from tecum.docket.acts.chronology import ClaimValue, Distance, EventKind, Happened, Slot, Stance
from tecum.docket.conflicts import Account, Difference, find, find_in
from tecum.docket.declare import Commitment, Erased
from tecum.docket.entry import DocketKind
from tecum.docket.vocabulary import DateKind, Precision
from tecum.docket.when import When, on
from tecum.words import Role
from tests.unit.docket.build import OTHER_DOCKET, Docket

DAY = date(2020, 1, 13)


def account(
    name: str, by: str, slot: Slot, stance: Stance = Stance.STATES, **value: Any
) -> Account:
    return Account(id=name, about="e1", slot=slot, by=by, value=ClaimValue(**value), stance=stance)


def happened(name: str, by: str, said: Happened, **more: Any) -> Account:
    return account(name, by, Slot.HAPPENED, happened=said, **more)


def count(name: str, by: str, low: int | None, high: int | None = None, **more: Any) -> Account:
    return account(name, by, Slot.COUNT, low=low, high=high, **more)


def when(name: str, by: str, value: When) -> Account:
    return account(name, by, Slot.WHEN, when=value)


def instant(hour: int, minute: int, zone: str | None = "America/Denver") -> When:
    value = datetime(2018, 3, 5, hour, minute, tzinfo=UTC if zone else None)
    return When(kind=DateKind.RELEASED, value=value, precision=Precision.INSTANT, zone=zone)


YES, NO, PART = Happened.YES, Happened.NO, Happened.PART

TABLE: list[tuple[list[Account], list[str]]] = [
    ([happened("a", "x", YES), happened("b", "y", NO)], ["contradiction"]),
    ([happened("a", "x", YES), happened("b", "y", YES)], []),
    ([happened("a", "x", YES), happened("b", "y", YES, stance=Stance.DENIES)], ["contradiction"]),
    ([happened("a", "x", NO, stance=Stance.DENIES), happened("b", "y", YES)], []),
    ([happened("a", "x", YES), happened("b", "y", NO, stance=Stance.UNSURE)], []),
    ([happened("a", "x", YES), happened("b", "y", NO, stance=Stance.PREDICTS)], []),
    ([happened("a", "x", NO), happened("b", "y", PART)], ["extent"]),
    (
        [
            happened("a", "x", PART, low=4, high=4, of=4),
            happened("b", "y", PART, low=3, high=3, of=4),
        ],
        ["extent"],
    ),
    ([happened("a", "x", PART, low=3, high=3, of=4), happened("b", "y", PART)], []),
    ([count("a", "x", 23, 23), count("b", "y", 20, None)], []),
    ([count("a", "x", 23, 23), count("b", "y", 20, 20)], ["contradiction"]),
    ([count("a", "x", 4, 4, of=4), count("b", "y", 3, 3, of=4)], ["extent"]),
    (
        [
            count("a", "x", 20, 20, unit="cities and counties"),
            count("b", "y", 23, 23, unit="jurisdictions"),
        ],
        ["definition"],
    ),
    ([count("a", "x", None), count("b", "y", 20, 20)], []),
    (
        [when("a", "x", on(DateKind.ISSUED, DAY)), when("b", "y", on(DateKind.ISSUED, DAY))],
        [],
    ),
    (
        [
            when("a", "x", on(DateKind.ISSUED, DAY)),
            when("b", "y", on(DateKind.ISSUED, date(2020, 1, 15))),
        ],
        ["contradiction"],
    ),
    (
        [
            when("a", "x", on(DateKind.ANNOUNCED, DAY)),
            when("b", "y", on(DateKind.SERVED, date(2020, 1, 15))),
        ],
        ["definition"],
    ),
    (
        [
            when("a", "x", on(DateKind.ISSUED, DAY)),
            when(
                "b",
                "y",
                When(kind=DateKind.ISSUED, value=DAY, precision=Precision.MONTH),
            ),
        ],
        [],
    ),
    ([when("a", "x", instant(17, 26)), when("b", "y", instant(18, 33))], ["contradiction"]),
    ([when("a", "x", instant(17, 26)), when("b", "y", instant(18, 33, None))], []),
    ([when("a", "x", instant(17, 26)), when("b", "y", When(kind=DateKind.RELEASED))], []),
    (
        [
            account("a", "x", Slot.BY, party="office of one agency"),
            account("b", "y", Slot.BY, party="another agency"),
        ],
        ["contradiction"],
    ),
    (
        [
            account("a", "x", Slot.BY, party="City"),
            account("b", "y", Slot.BY, words="the city police"),
        ],
        [],
    ),
    (
        [
            account("a", "x", Slot.TO, words=Erased(Commitment("0" * 64))),
            account("b", "y", Slot.TO, party="City"),
        ],
        [],
    ),
    ([account("a", "x", Slot.HAPPENED), happened("b", "y", YES)], []),
    (
        [
            account("a", "x", Slot.POSITION, words="it must comply"),
            account("b", "y", Slot.POSITION, words="it need not"),
        ],
        [],
    ),
    ([count("a", "x", 23, 23), count("b", "x", 20, 20)], ["recount"]),
    ([count("a", "x", 23, 23), count("b", "x", 23, 23)], []),
]


@pytest.mark.parametrize(("accounts", "kinds"), TABLE, ids=range(len(TABLE)))
def test_table(accounts: list[Account], kinds: list[str]) -> None:
    found = find(accounts)
    assert [row.kind.value for row in found] == kinds
    assert found == find(reversed(accounts))
    assert renamed(find([swap(row) for row in accounts])) == found


def swap(row: Account) -> Account:
    return replace(row, by={"x": "y", "y": "x"}[row.by])


def renamed(rows: tuple[Difference, ...]) -> tuple[Difference, ...]:
    names = {"x": "y", "y": "x"}
    return tuple(replace(row, by=tuple(sorted(names[by] for by in row.by))) for row in rows)


def test_an_equal_claim_adds_no_difference() -> None:
    accounts = [happened("a", "x", YES), happened("b", "y", NO)]
    (before,) = find(accounts)
    (after,) = find([*accounts, happened("c", "y", NO)])
    assert (before.claims, after.claims) == (("a", "b"), ("a", "b", "c"))


def test_a_correction_or_retraction_is_a_recount_and_no_longer_contradicts() -> None:
    said = happened("a", "x", YES)
    gone = replace(happened("b", "y", NO), retracted=True)
    (only,) = find([said, gone])
    assert (only.kind.value, only.claims) == ("recount", ("b",))
    (changed,) = find([replace(said, changed=True)])
    assert changed.kind.value == "recount"


def dispatch() -> Docket:
    docket = Docket(DocketKind.CHRONOLOGY)
    for event, kind in (("e1", EventKind.SENT), ("e2", EventKind.RECEIVED)):
        act = acts.EventNoted(event=event, kind=kind, label=kind.value, links=(OTHER_DOCKET,))
        docket.add(act, Role.CLERK)
    return docket


def assert_claim(docket: Docket, name: str, event: str, by: str, slot: Slot, **value: Any) -> None:
    docket.add(
        acts.ClaimAsserted(
            claim=name,
            event=event,
            slot=slot,
            value=ClaimValue(**value),
            by=by,
            distance=Distance.ON_THE_RECORD,
        ),
        Role.CLERK,
    )


def test_sent_and_not_received_is_a_gap_and_no_contradiction() -> None:
    docket = dispatch()
    assert_claim(docket, "c1", "e1", "agency", Slot.HAPPENED, happened=YES)
    assert_claim(docket, "c2", "e2", "city", Slot.HAPPENED, happened=NO)
    (gap,) = find_in(docket.state)
    assert (gap.kind.value, gap.about, gap.claims) == ("gap", ("e1", "e2"), ("c1", "c2"))
    docket.add(acts.ClaimRetracted(claim="c2"), Role.CLERK)
    assert [row.kind.value for row in find_in(docket.state)] == ["recount"]


def test_a_later_step_dated_before_an_earlier_one() -> None:
    docket = dispatch()
    assert_claim(docket, "c1", "e1", "agency", Slot.WHEN, when=on(DateKind.SENT, DAY))
    before = on(DateKind.DELIVERED, date(2020, 1, 10))
    assert_claim(docket, "c2", "e2", "agency", Slot.WHEN, when=before)
    (found,) = find_in(docket.state)
    assert found.kind.value == "order"


def sent_again(first: str, again: str) -> Docket:
    """A letter that was sent and received, and a second one, all between the same two."""
    docket = Docket(DocketKind.CHRONOLOGY)
    for event, kind in (
        (first, EventKind.SENT),
        (again, EventKind.SENT),
        ("r", EventKind.RECEIVED),
    ):
        act = acts.EventNoted(event=event, kind=kind, label="Letter", links=(OTHER_DOCKET,))
        docket.add(act, Role.CLERK)
    said = {first: date(2020, 1, 6), "r": date(2020, 1, 8), again: DAY}
    for event, day in said.items():
        value = on(DateKind.SENT, day)
        assert_claim(docket, f"w-{event}", event, "agency", Slot.WHEN, when=value)
        assert_claim(docket, f"h-{event}", event, "agency", Slot.HAPPENED, happened=YES)
    return docket


@pytest.mark.parametrize(("first", "again"), [("a", "b"), ("b", "a")])
def test_what_was_sent_again_is_no_step_before_what_was_received(first: str, again: str) -> None:
    docket = sent_again(first, again)
    assert find_in(docket.state) == ()
    assert_claim(docket, "n", again, "city", Slot.HAPPENED, happened=NO)
    (apart,) = find_in(docket.state)
    assert (apart.kind.value, apart.about) == ("contradiction", (again,))


@pytest.mark.parametrize(("first", "again"), [("a", "b"), ("b", "a")])
def test_each_sending_stands_against_the_denial_of_receipt(first: str, again: str) -> None:
    docket = sent_again(first, again)
    docket.add(acts.ClaimRetracted(claim="h-r"), Role.CLERK)
    assert_claim(docket, "n", "r", "city", Slot.HAPPENED, happened=NO)
    gaps = [row.about for row in find_in(docket.state) if row.kind.value == "gap"]
    assert gaps == [("a", "r"), ("b", "r")]


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("p1", "p10", True),
        ("doj", "doj-official", False),
        ("City", "City of Example", False),
        ("Ice", "Office", True),
        ("Example County", "example  county", False),
    ],
)
def test_a_name_holds_another_by_whole_words(one: str, other: str, differ: bool) -> None:
    for slots in (("party", one, other), ("words", one, other)):
        name, *values = slots
        rows = [
            account("a", "x", Slot.BY, **{name: values[0]}),
            account("b", "y", Slot.BY, **{name: values[1]}),
        ]
        assert bool(find(rows)) is differ
