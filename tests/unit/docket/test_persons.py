"""What is true of one person of a demand is true of no other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tecum.docket import acts
from tecum.docket.acts.answer import RunsFrom
from tecum.docket.parts import Label, SubjectNamed, SubjectRef
from tecum.docket.persons import happened_to_all, persons_of, persons_of_item, stated_of_all
from tecum.words import Role
from tests.unit.docket.build import Docket, asked, registered

A, B = SubjectRef("s1"), SubjectRef("s2")


def about(*persons: SubjectRef, items: tuple[SubjectRef | None, ...]) -> Docket:
    docket = Docket()
    act = replace(
        registered("1"),
        subjects=tuple(SubjectNamed(subject=ref, name=f"Subject {ref}") for ref in persons),
        items=tuple(replace(asked(str(n)), subject=ref) for n, ref in enumerate(items, 1)),
    )
    docket.add(act, Role.CLERK)
    return docket


def say(docket: Docket, value: bool | None, person: str | None = None, item: str | None = None):
    act = acts.FactStated(
        fact="person_consented",
        value=value,
        item=Label(item) if item else None,
        subject=SubjectRef(person) if person else None,
    )
    return docket.add(act, Role.COUNSEL)


def stands(docket: Docket, item: str) -> bool:
    return stated_of_all(docket.state, "person_consented", item) is not None


def test_the_consent_of_one_is_no_consent_of_another() -> None:
    docket = about(A, B, items=(A, B, None))
    say(docket, True, A)
    assert [stands(docket, item) for item in "123"] == [True, False, False]
    second = say(docket, True, B)
    assert [stands(docket, item) for item in "123"] == [True, True, True]
    assert stated_of_all(docket.state, "person_consented", "2") == second
    say(docket, False, B)
    assert [stands(docket, item) for item in "123"] == [True, True, False]
    say(docket, None, A)
    assert [stands(docket, item) for item in "123"] == [False, True, False]


def test_what_was_said_of_nobody_by_name_counts_only_where_there_is_one() -> None:
    docket = about(A, B, items=(A, B))
    say(docket, True)
    assert [stands(docket, item) for item in "12"] == [False, False]
    alone = about(A, items=(A, None))
    say(alone, True)
    assert [stands(alone, item) for item in "12"] == [True, True]
    nobody = about(items=(None,))
    say(nobody, True)
    assert stands(nobody, "1")


def test_the_last_word_counts_whichever_was_said_first() -> None:
    docket = about(A, items=(A, A))
    say(docket, True, A)
    say(docket, False, A, "1")
    say(docket, True, A)
    assert stands(docket, "1")
    ref = stated_of_all(docket.state, "person_consented", "1")
    assert ref is not None
    assert docket.state.entries[ref].act.value is True  # type: ignore[attr-defined]


def test_an_item_concerns_its_own_person_or_all() -> None:
    docket = about(A, items=(A, B, None))
    assert persons_of(docket.state) == (A, B)
    assert persons_of_item(docket.state, "2") == (B,)
    assert persons_of_item(docket.state, "3") == (A, B)
    assert persons_of_item(docket.state, None) == (A, B)


@pytest.mark.parametrize(
    ("items", "told", "all_of_them"),
    [
        ((A, B), ("1",), False),
        ((A, B), ("1", "2"), True),
        ((A, B), (), False),
        ((A, A), (), True),
        ((A, A), ("1",), True),
        ((A, B, None), ("3",), True),
        ((A, B), ("9",), False),
    ],
)
def test_the_release_of_one_is_no_release_of_all(
    items: tuple[SubjectRef | None, ...], told: tuple[str, ...], all_of_them: bool
) -> None:
    docket = about(A, *([B] if B in items else []), items=items)
    act = acts.OwedEventHappened(event=RunsFrom.RELEASE, items=tuple(map(Label, told)))
    assert happened_to_all(docket.state, act) is all_of_them
    heard = acts.OwedEventHappened(event=RunsFrom.HEARING)
    assert happened_to_all(docket.state, heard)
