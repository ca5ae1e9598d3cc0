"""An obligation follows its due phrase, whatever is put before it and whatever is corrected."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tecum.docket import acts
from tecum.docket.acts.clocks import DueReason
from tecum.docket.acts.registration import DueStated
from tecum.docket.parts import ObligationId, Source
from tecum.docket.phrases import Phrase, names_of_phrases, numbered, phrase_of, waiting_phrases
from tecum.docket.vocabulary import BasisKind, ObligationObject
from tecum.words import DueForm, Role, Trigger, Unit
from tests.unit.docket.build import Docket, registered

ANSWER = ObligationObject.ANSWER


def stated(amount: int, start: int | None = None, quote: str = "", **more: Any) -> DueStated:
    source = None
    if start is not None:
        quote = quote or f"within {amount} days"
        source = Source(kind=BasisKind.SPAN, page=1, start=start, end=start + 9, quote=quote)
    return DueStated(
        form=more.pop("form", DueForm.PERIOD),
        amount=amount,
        unit=Unit.DAYS,
        trigger=Trigger.SERVICE,
        source=source,
    )


def seen(amount: int, start: int | None = None, quote: str = "", **more: Any) -> Phrase:
    return replace(phrase_of(stated(amount, start, quote)), **more)


def docket_of(*due: DueStated) -> Docket:
    docket = Docket()
    docket.add(registered("1", due=due), Role.CLERK)
    return docket


def set_date(docket: Docket, name: str) -> None:
    act = acts.DueDateSet(
        obligation=ObligationId(name),
        object=ObligationObject(name.partition(".")[0]),
        due=date(2020, 2, 3),
        reason=DueReason.AGREED,
    )
    docket.add(act, Role.CLERK)


def names(docket: Docket, *phrases: Phrase) -> list[str]:
    return list(names_of_phrases(docket.state, [(one, ANSWER) for one in phrases]))


def test_a_phrase_added_in_front_takes_no_name_that_is_another_s() -> None:
    docket = docket_of(stated(14, 500))
    set_date(docket, "answer.1")
    assert names(docket, seen(14, 500)) == ["answer.1"]
    assert names(docket, seen(3, 100), seen(14, 500)) == ["answer.p1c100", "answer.1"]
    set_date(docket, "answer.p1c100")
    assert names(docket, seen(7, 20), seen(3, 100), seen(14, 500)) == [
        "answer.p1c20",
        "answer.p1c100",
        "answer.1",
    ]


def test_a_phrase_that_is_taken_away_leaves_the_others_their_names() -> None:
    docket = docket_of(stated(3, 100), stated(14, 500))
    assert names(docket, seen(14, 500)) == ["answer.2"]


@pytest.mark.parametrize(
    "now",
    [
        seen(10, 500, "within 14 days"),
        seen(14, 620),
        seen(14, 500, "within  14\ndays,"),
        seen(14, 500, "wlthln 14 days"),
        Phrase(form=DueForm.PERIOD, amount=14, unit="days", trigger="service"),
    ],
    ids=["corrected", "moved", "broken", "read otherwise", "typed"],
)
def test_a_phrase_keeps_its_number_through_what_is_done_to_it(now: Phrase) -> None:
    docket = docket_of(stated(14, 500), stated(30, 900))
    assert numbered(docket.state, [seen(3, 100), now]) == [None, 1]


def test_the_same_words_twice_are_two_phrases() -> None:
    docket = docket_of(stated(14, 500), stated(14, 900))
    assert numbered(docket.state, [seen(14, 100), seen(14, 900), seen(14, 500)]) == [None, 2, 1]
    assert names(docket, seen(9), seen(9)) == [
        "answer.period-9-days-service",
        "answer.period-9-days-service-2",
    ]


def test_what_is_said_not_to_be_a_due_phrase_takes_no_number() -> None:
    docket = docket_of(stated(1, 50, form=DueForm.NONE), stated(14, 500))
    assert numbered(docket.state, [seen(14, 500)]) == [1]
    assert [n for n, _ in waiting_phrases(docket.state)] == [1]
    set_date(docket, "answer.1")
    assert waiting_phrases(docket.state) == []


def test_a_phrase_that_has_come_to_be_for_something_else_keeps_what_stands_for_it() -> None:
    docket = docket_of(stated(14, 500))
    set_date(docket, "answer.1")
    pair = (seen(14, 500), ObligationObject.PRODUCTION)
    assert names_of_phrases(docket.state, [pair]) == ["answer.1"]
