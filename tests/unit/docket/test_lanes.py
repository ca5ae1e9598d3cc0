"""Whose account a claim is, how a value is backed, and numbers that words say already."""

from __future__ import annotations

import pytest

from tecum.docket import acts
from tecum.docket.acts.chronology import ClaimValue, Distance, EventKind, Happened, Slot, Stance
from tecum.docket.chronology import load_thread, shipped_threads
from tecum.docket.chronology.lanes import Lane, lane_of, lanes, strengths
from tecum.docket.chronology.values import numbers_in, says_itself
from tecum.docket.entry import DocketKind
from tecum.words import Strength
from tests.unit.docket.build import Docket

SIDES = {"agency": Lane.ISSUER, "town": Lane.RECIPIENT, "paper": Lane.OTHERS}
TURNED = {"town": Lane.ISSUER, "agency": Lane.RECIPIENT, "paper": Lane.OTHERS}


def chronology(*claims: acts.ClaimAsserted) -> Docket:
    docket = Docket(DocketKind.CHRONOLOGY)
    docket.add(acts.EventNoted(event="e1", kind=EventKind.SENT, label="Sent"))
    docket.add(acts.EventNoted(event="e2", kind=EventKind.SENT, label="Sent too"))
    for claim in claims:
        docket.add(claim)
    return docket


def says(
    claim: str,
    by: str,
    distance: Distance = Distance.OWN_DOCUMENT,
    event: str = "e1",
    stance: Stance = Stance.STATES,
) -> acts.ClaimAsserted:
    return acts.ClaimAsserted(
        claim=claim,
        event=event,
        slot=Slot.HAPPENED,
        value=ClaimValue(happened=Happened.YES),
        by=by,
        distance=distance,
        stance=stance,
    )


@pytest.mark.parametrize("sides", [SIDES, TURNED])
def test_what_the_other_side_says_too_is_acknowledged_whichever_side_it_is(
    sides: dict[str, Lane],
) -> None:
    state = chronology(says("a", "agency"), says("b", "town"), says("c", "paper")).state
    found = strengths(state, sides)
    assert found["a"].strength is found["b"].strength is Strength.ACKNOWLEDGED
    assert found["c"].strength is Strength.SELF_ASSERTED
    assert found["a"].same == ("paper", "town")


@pytest.mark.parametrize(
    "other",
    [
        says("b", "town", Distance.PARAPHRASED),
        says("b", "town", event="e2"),
        says("b", "town", stance=Stance.DENIES),
        says("b", "paper"),
        says("b", "agency"),
    ],
    ids=["only reported", "another event", "denied", "no side", "the same side"],
)
def test_nothing_else_acknowledges(other: acts.ClaimAsserted) -> None:
    state = chronology(says("a", "agency"), other).state
    assert strengths(state, SIDES)["a"].strength is Strength.SELF_ASSERTED


def test_what_was_taken_back_backs_nothing() -> None:
    docket = chronology(says("a", "agency"), says("b", "town"))
    docket.add(acts.ClaimRetracted(claim="b"))
    found = strengths(docket.state, SIDES)
    assert found["a"].strength is found["b"].strength is Strength.SELF_ASSERTED


def test_joined_events_are_one() -> None:
    docket = chronology(says("a", "agency"), says("b", "town", event="e2"))
    docket.add(acts.EventsJoined(event="e1", others=("e2",)))
    assert strengths(docket.state, SIDES)["a"].strength is Strength.ACKNOWLEDGED
    docket.add(acts.EventsParted(events=("e2",)))
    assert strengths(docket.state, SIDES)["a"].strength is Strength.SELF_ASSERTED


@pytest.mark.parametrize("path", shipped_threads(), ids=lambda path: path.stem)
def test_issuers_and_those_asked_stand_on_their_sides_and_courts_on_none(path) -> None:  # type: ignore[no-untyped-def]
    thread = load_thread(path)
    known = lanes(thread)
    assert {known[row.issuer] for row in thread.demands} == {Lane.ISSUER}
    asked = {name for row in thread.demands for name in row.recipients}
    asked |= {row.id for row in thread.recipients}
    assert {known[name] for name in asked} == {Lane.RECIPIENT}
    courts = {known[row.id] for row in thread.parties if row.party_class == "court"}
    assert courts == {Lane.OTHERS}
    assert lane_of("nobody", known) is lane_of(None, known) is Lane.OTHERS


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("all of 29 but one", {29, 1}),
        ("fiscal 2017: 53,067,195", {2017, 53067195}),
        ("32.7 million to its own list", {32700000}),
        ("more than 39 million dollars", {39000000}),
        ("Twenty-three letters, two dozen persons", {23, 24}),
        ("four: three of one kind", {4, 3, 1}),
        ("sections 1.5 and 200.336", set()),
        ("nobody is someone", set()),
    ],
)
def test_the_numbers_that_words_say(text: str, numbers: set[int]) -> None:
    assert numbers_in(text) == numbers


def test_a_number_is_repeated_only_where_the_words_do_not_say_it() -> None:
    assert says_itself("fiscal 2017: 53,067,195", 53067195)
    assert says_itself("anything", None)
    assert not says_itself("all of 29 but one", 28)
    assert not says_itself(None, 3)
