"""A chronology as known on a day: what came later, and what hangs on it, is not there yet."""

from __future__ import annotations

from datetime import date

import pytest

from tecum.docket import acts
from tecum.docket.acts.chronology import ClaimValue, Distance, EventKind, Happened, Slot, Stance
from tecum.docket.chronology.known import as_known_on, known
from tecum.docket.chronology.lanes import Lane
from tecum.docket.chronology.load import thread_from
from tecum.docket.chronology.marks import Mark, differences_of, marks, together
from tecum.docket.chronology.model import Thread
from tecum.docket.conflicts import find_in
from tecum.docket.entry import DocketKind
from tecum.docket.parts import Source
from tecum.docket.state import State
from tecum.docket.vocabulary import BasisKind, DateKind, KnownBy
from tecum.docket.when import on
from tests.unit.docket.build import Docket

THREAD: Thread = thread_from(
    {
        "id": "t",
        "title": "T",
        "kind": "news",
        "source": [
            {"id": "early", "outlet": "Early", "date": date(2020, 1, 5)},
            {"id": "late", "outlet": "Late", "date": date(2020, 1, 20)},
            {"id": "undated", "outlet": "Undated"},
        ],
        "claim": [
            {"id": "c", "by": "agency", "retracted_by": "d", "sources": ["early"]},
            {"id": "d", "by": "agency", "said_on": date(2020, 1, 18), "sources": ["late"]},
        ],
    }
)
SIDES = {"agency": Lane.ISSUER, "town": Lane.RECIPIENT}


def claim(
    name: str,
    by: str = "agency",
    event: str = "e1",
    *,
    said: date | None = None,
    cite: str | None = None,
    happened: Happened = Happened.YES,
) -> acts.ClaimAsserted:
    return acts.ClaimAsserted(
        claim=name,
        event=event,
        slot=Slot.HAPPENED,
        value=ClaimValue(happened=happened),
        by=by,
        distance=Distance.ON_THE_RECORD,
        asserted=on(DateKind.SAID, said) if said else None,
        source=Source(kind=BasisKind.PUBLICATION, cite=cite) if cite else None,
    )


def docket(*said: acts.ClaimAsserted, known_by: KnownBy = KnownBy.PUBLISHED) -> Docket:
    made = Docket(DocketKind.CHRONOLOGY)
    for name in ("e1", "e2"):
        noted = acts.EventNoted(event=name, kind=EventKind.SENT, label=name)
        made.add(noted, known_by=KnownBy.PUBLISHED)
    for one in said:
        made.add(one, known_by=known_by)
    return made


def then(state: State, day: date) -> State:
    return as_known_on(state, known(state, THREAD, "America/Denver"), day)


@pytest.mark.parametrize(
    ("said", "first"),
    [
        (claim("c1", said=date(2020, 1, 9), cite="late"), date(2020, 1, 9)),
        (claim("c1", cite="late"), date(2020, 1, 20)),
        (claim("c1", cite="late, early"), date(2020, 1, 5)),
        (claim("c1", by="late"), date(2020, 1, 20)),
        (claim("c1", cite="undated"), None),
        (claim("c1"), None),
    ],
)
def test_a_claim_is_known_from_when_it_was_said_or_from_its_source(
    said: acts.ClaimAsserted, first: date | None
) -> None:
    state = docket(said).state
    held = known(state, THREAD, "America/Denver")
    assert held.first(state.claims["c1"]) == first
    assert held.days == ((first,) if first else ())
    assert ("c1" in then(state, date(2020, 1, 1)).claims) is (first is None)
    if first is not None:
        assert "c1" in then(state, first).claims


def test_what_a_person_typed_in_is_known_from_the_day_of_the_entry() -> None:
    made = docket(claim("c1"), known_by=KnownBy.OWN_ACT)
    day = made.entries[-1].recorded_at.date()
    assert then(made.state, day).claims.keys() == {"c1"}
    assert then(made.state, date(2000, 1, 1)).claims == {}


def test_an_event_goes_with_all_that_was_said_of_it() -> None:
    state = docket(claim("c1", said=date(2020, 1, 9))).state
    before = then(state, date(2020, 1, 8))
    assert before.events.keys() == {"e2"}
    assert then(state, date(2020, 1, 9)).events.keys() == {"e1", "e2"}


def test_a_later_correction_and_a_later_retraction_have_not_happened_yet() -> None:
    made = docket(claim("c", said=date(2020, 1, 6)))
    corrected = acts.ClaimCorrected(
        claim="c",
        value=ClaimValue(happened=Happened.NO),
        asserted=on(DateKind.SAID, date(2020, 1, 12)),
    )
    made.add(corrected, known_by=KnownBy.PUBLISHED)
    made.add(acts.ClaimRetracted(claim="c"), known_by=KnownBy.PUBLISHED)
    for day, happened, back in (
        (6, Happened.YES, False),
        (12, Happened.NO, False),
        (18, Happened.NO, True),
    ):
        held = then(made.state, date(2020, 1, day)).claims["c"]
        assert (held.value.happened, held.retracted_by is not None) == (happened, back)


def test_a_difference_is_there_only_with_both_its_claims() -> None:
    state = docket(
        claim("a", said=date(2020, 1, 6)),
        claim("b", "town", said=date(2020, 1, 9), happened=Happened.NO),
    ).state
    for day, mark in ((8, Mark.ONE_SIDE), (9, Mark.DIFFERENT)):
        seen = then(state, date(2020, 1, day))
        differences = find_in(seen)
        assert marks(seen, SIDES, differences)["e1"] is mark
        assert bool(differences_of(seen, differences, "e1")) is (mark is Mark.DIFFERENT)


@pytest.mark.parametrize(
    ("by", "mark"),
    [
        (("agency", "town"), Mark.AGREED),
        (("town",), Mark.ONE_SIDE),
        (("paper",), Mark.OTHERS),
        ((), Mark.OTHERS),
    ],
)
def test_an_event_is_marked_by_which_sides_say_so(by: tuple[str, ...], mark: Mark) -> None:
    state = docket(*(claim(f"c{n}", one) for n, one in enumerate(by))).state
    assert marks(state, SIDES, find_in(state))["e1"] is mark


def test_joined_events_are_marked_together_and_a_denial_says_nothing_for_it() -> None:
    made = docket(claim("a"), claim("b", "town", "e2"))
    made.add(acts.EventsJoined(event="e1", others=("e2",)))
    assert together(made.state, "e2") == {"e1", "e2"}
    assert set(marks(made.state, SIDES, find_in(made.state)).values()) == {Mark.AGREED}
    denied = acts.ClaimAsserted(
        claim="n",
        event="e1",
        slot=Slot.HAPPENED,
        value=ClaimValue(happened=Happened.YES),
        by="town",
        distance=Distance.QUOTED,
        stance=Stance.DENIES,
    )
    state = docket(denied).state
    assert marks(state, SIDES, find_in(state))["e1"] is Mark.OTHERS
