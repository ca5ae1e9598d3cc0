"""Service terms: by two, from a day on, one for each address, stated only when they stand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tecum.docket import acts
from tecum.docket.entry import DocketKind
from tecum.docket.errors import ActRefused, SamePerson
from tecum.docket.rules import Rules
from tecum.docket.state.service_terms import service_terms, terms_waiting
from tecum.docket.statements import statement_for
from tecum.docket.vocabulary import TwoPersons
from tecum.words import Channel, Grade, Role
from tests.unit.docket.build import Docket

ALONE = Rules(two_persons=frozenset({TwoPersons.OVERRIDE}))
TERMS = acts.ServiceTermsSet(
    channel=Channel.EMAIL,
    address="in@office.example",
    grade=Grade.OPENED,
    since=date(2020, 2, 1),
    terms="On working days.",
)
WHERE = (Channel.EMAIL, "in@office.example")


def test_terms_stand_when_another_person_says_the_same() -> None:
    docket = Docket(DocketKind.OFFICE)
    first = docket.add(TERMS, Role.LEAD, "p1")
    assert service_terms(docket.state) == {}
    assert list(terms_waiting(docket.state)) == [first]
    assert statement_for(docket.state, docket.entries[-1]).type == "entry.recorded"
    second = docket.add(replace(TERMS, joins=first), Role.LEAD, "p2")
    assert service_terms(docket.state)[WHERE].id == second
    assert terms_waiting(docket.state) == {}
    made = statement_for(docket.state, docket.entries[-1])
    assert (made.type, made.channel, made.grade, made.on) == (
        "service.terms", Channel.EMAIL, Grade.OPENED, date(2020, 2, 1),
    )  # fmt: skip
    assert made.values.keys() == {"addressee", "terms"}


def test_who_set_them_does_not_second_them_nor_other_words() -> None:
    docket = Docket(DocketKind.OFFICE)
    first = docket.add(TERMS, Role.LEAD, "p1")
    with pytest.raises(SamePerson):
        docket.add(replace(TERMS, joins=first), Role.LEAD, "p1")
    with pytest.raises(ActRefused):
        docket.add(replace(TERMS, grade=Grade.ACCEPTED, joins=first), Role.LEAD, "p2")
    docket.add(replace(TERMS, joins=first), Role.LEAD, "p2")
    with pytest.raises(ActRefused):
        docket.add(replace(TERMS, joins=first), Role.LEAD, "p3")


def test_newer_words_put_those_that_wait_aside() -> None:
    docket = Docket(DocketKind.OFFICE)
    first = docket.add(TERMS, Role.LEAD, "p1")
    newer = docket.add(replace(TERMS, grade=Grade.ACCEPTED), Role.LEAD, "p1")
    assert list(terms_waiting(docket.state)) == [newer]
    with pytest.raises(ActRefused):
        docket.add(replace(TERMS, joins=first), Role.LEAD, "p2")


@pytest.mark.parametrize(
    ("on", "grade"),
    [
        (date(2020, 1, 31), None),
        (date(2020, 2, 1), Grade.OPENED),
        (date(2020, 3, 1), Grade.ACCEPTED),
        (date(2020, 4, 1), None),
    ],
)
def test_each_day_has_the_words_that_held_on_it(on: date, grade: Grade | None) -> None:
    docket = Docket(DocketKind.OFFICE, ALONE)
    docket.add(TERMS, Role.LEAD)
    docket.add(replace(TERMS, grade=Grade.ACCEPTED, since=date(2020, 3, 1)), Role.LEAD)
    docket.add(replace(TERMS, grade=None, since=date(2020, 4, 1)), Role.LEAD)
    entry = service_terms(docket.state, on).get(WHERE)
    held = entry.act if entry is not None else None
    assert (held.grade if isinstance(held, acts.ServiceTermsSet) else None) is grade
    assert statement_for(docket.state, docket.entries[-1]).type == "entry.recorded"
