"""More time: sought, given, refused, taken by law; a duty waived by two persons."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from tecum.docket import acts
from tecum.docket.acts.service import LetterPurpose
from tecum.docket.entry import EntryId, ObligationId
from tecum.docket.errors import (
    ActMalformed,
    ExtensionNotAllowed,
    ReasonNeeded,
    SamePerson,
    StalePreview,
    UnknownReference,
)
from tecum.docket.rules import Rules
from tecum.docket.state.model import Obligation, ObligationStep
from tecum.docket.vocabulary import DateKind, ObligationObject
from tecum.docket.when import on
from tecum.words import Channel, Role, Side
from tests.unit.docket.build import PACK, Docket, demand, sha, started

DUE, LATER = date(2020, 1, 27), date(2020, 2, 10)
ANSWER = ObligationId("answer")


def running() -> Docket:
    docket = demand("1")
    docket.add(started(docket.entries[0].id, DUE), Role.SYSTEM)
    return docket


def answer(docket: Docket) -> Obligation:
    return docket.state.obligations[ANSWER]


def letter(docket: Docket, day: date, purpose: LetterPurpose = LetterPurpose.EXTENSION) -> EntryId:
    act = acts.LetterSent(
        purpose=purpose, document=sha("n"), to="a@b.example", channel=Channel.POST
    )
    return docket.add(act, Role.COUNSEL, happened=on(DateKind.SENT, day))


def taken(notice: EntryId, **more: object) -> acts.ExtensionTaken:
    return acts.ExtensionTaken(
        obligation=ANSWER,
        cite="Rule 1(b)",
        notice=notice,
        **{"due": LATER, **more},  # type: ignore[arg-type]
    )


def test_asking_moves_nothing_and_giving_keeps_the_first_date() -> None:
    docket = running()
    sought = docket.add(acts.ExtensionSought(obligation=ANSWER, asked_for=LATER), Role.COUNSEL)
    assert (answer(docket).safe, answer(docket).sought) == (DUE, sought)
    granted = acts.ExtensionGranted(obligation=ANSWER, due=LATER)
    given = docket.add(granted, Role.COUNSEL, side=Side.THEIRS)
    row = answer(docket)
    assert (row.safe, row.latest, row.first_date) == (LATER, LATER, DUE)
    assert (row.sought, row.extended_by, row.readings) == (None, given, ())
    assert row.step is ObligationStep.FIXED


def test_a_refusal_leaves_the_date() -> None:
    docket = running()
    docket.add(acts.ExtensionSought(obligation=ANSWER), Role.COUNSEL)
    docket.add(acts.ExtensionRefused(obligation=ANSWER), Role.COUNSEL, side=Side.THEIRS)
    assert (answer(docket).safe, answer(docket).sought) == (DUE, None)
    assert docket.state.warnings == ()


@pytest.mark.parametrize("due", [DUE, date(2020, 1, 20)])
def test_a_date_that_is_no_later_is_recorded_and_moves_nothing(due: date) -> None:
    docket = running()
    docket.add(acts.ExtensionGranted(obligation=ANSWER, due=due), Role.COUNSEL)
    assert answer(docket).safe == DUE
    assert answer(docket).extended_by is None
    assert [row.code for row in docket.state.warnings] == ["extension-not-later"]


def test_instants_are_compared_as_instants() -> None:
    docket = demand("1")
    five = datetime(2020, 1, 27, 17, tzinfo=UTC)
    docket.add(started(docket.entries[0].id, five), Role.SYSTEM)
    for hour, extended in ((16, False), (18, True)):
        due = datetime(2020, 1, 27, hour, tzinfo=UTC)
        docket.add(acts.ExtensionGranted(obligation=ANSWER, due=due), Role.COUNSEL)
        assert (answer(docket).safe == due) is extended


@pytest.mark.parametrize(
    "act",
    [
        acts.ExtensionSought(obligation=ObligationId("none")),
        acts.ExtensionGranted(obligation=ObligationId("none"), due=LATER),
        acts.ExtensionRefused(obligation=ObligationId("none")),
    ],
)
def test_more_time_for_nothing_is_a_warning(act: acts.Act) -> None:
    docket = running()
    docket.add(act, Role.COUNSEL)
    assert [row.code for row in docket.state.warnings] == ["extension-of-nothing-open"]


def test_a_waiting_obligation_has_its_first_date_from_what_was_given() -> None:
    docket = demand("1")
    opened = acts.DutyOpened(
        duty="example/notice", pack=PACK, obligation=ANSWER, object=ObligationObject.NOTICE
    )
    docket.add(opened, Role.SYSTEM)
    docket.add(acts.ExtensionGranted(obligation=ANSWER, due=LATER), Role.COUNSEL)
    assert answer(docket).step is ObligationStep.FIXED
    assert answer(docket).safe == LATER


def test_time_allowed_by_law_is_taken_by_a_notice_sent_in_time() -> None:
    docket = running()
    entry = docket.add(taken(letter(docket, DUE)), Role.COUNSEL)
    assert (answer(docket).safe, answer(docket).extended_by) == (LATER, entry)


@pytest.mark.parametrize(
    ("sent", "notice_by"), [(date(2020, 1, 28), None), (date(2020, 1, 21), date(2020, 1, 20))]
)
def test_a_notice_too_late_gives_no_time(sent: date, notice_by: date | None) -> None:
    docket = running()
    with pytest.raises(ExtensionNotAllowed, match=r"Rule 1\(b\)"):
        docket.add(taken(letter(docket, sent), notice_by=notice_by), Role.COUNSEL)
    assert answer(docket).safe == DUE


def test_only_a_notice_of_an_extension_takes_time() -> None:
    docket = running()
    with pytest.raises(ExtensionNotAllowed, match="no notice"):
        docket.add(taken(letter(docket, DUE, LetterPurpose.QUESTION)), Role.COUNSEL)
    with pytest.raises(UnknownReference):
        docket.add(taken(EntryId("f" * 32)), Role.COUNSEL)


def test_no_provision_extends_a_date_set_by_hand() -> None:
    docket = running()
    by_hand = acts.DueDateSet(
        obligation=ANSWER,
        object=ObligationObject.ANSWER,
        due=DUE,
        reason=acts.clocks.DueReason.AGREED,
    )
    docket.add(by_hand, Role.COUNSEL)
    with pytest.raises(ExtensionNotAllowed, match="No provision counted"):
        docket.add(taken(letter(docket, DUE)), Role.COUNSEL)


def test_time_taken_must_be_more_and_name_its_law() -> None:
    docket = running()
    notice = letter(docket, DUE)
    with pytest.raises(StalePreview):
        docket.add(taken(notice, due=DUE), Role.COUNSEL)
    with pytest.raises(ActMalformed):
        acts.ExtensionTaken(obligation=ANSWER, cite=" ", due=LATER, notice=notice)


def waiver(reason: str = "no address is known") -> acts.DutyWaived:
    return acts.DutyWaived(obligation=ObligationId("notice"), reason=reason)


def with_duty(rules: Rules | None = None) -> Docket:
    docket = demand("1", rules=rules)
    opened = acts.DutyOpened(
        duty="example/notice",
        pack=PACK,
        obligation=ObligationId("notice"),
        object=ObligationObject.NOTICE,
    )
    docket.add(opened, Role.SYSTEM)
    return docket


def test_a_duty_is_waived_by_two_persons_whatever_the_profile() -> None:
    docket = with_duty(Rules())
    with pytest.raises(SamePerson):
        docket.add(waiver(), Role.COUNSEL)
    with pytest.raises(ReasonNeeded):
        docket.add(waiver(""), Role.COUNSEL, second="p2")
    docket.add(waiver(), Role.COUNSEL, second="p2")
    assert docket.state.obligations[ObligationId("notice")].step is ObligationStep.STOPPED


def test_a_clock_is_not_waived() -> None:
    docket = running()
    act = acts.DutyWaived(obligation=ANSWER, reason="none")
    with pytest.raises(StalePreview, match="stopped with its cause"):
        docket.add(act, Role.COUNSEL, second="p2")
