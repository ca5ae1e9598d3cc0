"""Arrival and registration: what each act does, and when it is refused."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tecum.docket import acts
from tecum.docket.acts.arrival import (
    AttachedAs,
    CallMethod,
    CallResult,
    CorrectionReason,
    Dismissal,
    QuarantineReason,
    ReleaseReason,
    ValueStanding,
)
from tecum.docket.acts.registration import Need, Relation
from tecum.docket.entry import IdempotencyKey
from tecum.docket.errors import (
    ActMalformed,
    ConfirmListOpen,
    DocketBusy,
    KeyReused,
    NoItems,
    NotPermitted,
    StalePreview,
    UnknownReference,
)
from tecum.docket.state import apply
from tecum.docket.state.model import ArrivalStep, Asked, DemandStep, FieldState
from tecum.docket.vocabulary import Direction, DisputeCode
from tecum.words import Outcome, Role
from tests.unit.docket.build import (
    OTHER_DOCKET,
    Docket,
    changed,
    demand,
    entry_id,
    found,
    read,
    received,
    registered,
)


def arrived(**more: object) -> tuple[Docket, object, object]:
    docket = Docket()
    arrival = docket.add(received(), Role.SYSTEM)
    reading = docket.add(read(arrival, **more), Role.SYSTEM)
    return docket, arrival, reading


def warned(docket: Docket) -> list[str]:
    return [row.code for row in docket.state.warnings]


def test_a_document_is_received_and_a_second_copy_too() -> None:
    docket = Docket()
    first = docket.add(received(), Role.SYSTEM)
    assert docket.state.arrivals[first].step is ArrivalStep.RECEIVED
    second = docket.add(received(), Role.CLERK)
    assert second in docket.state.arrivals
    assert warned(docket) == ["duplicate-content"]
    with pytest.raises(NotPermitted):
        docket.add(received(), Role.ISSUING_OFFICER)


def test_quarantine_and_release() -> None:
    docket = Docket()
    arrival = docket.add(received(), Role.SYSTEM)
    set_apart = acts.DocumentQuarantined(arrival=arrival, reason=QuarantineReason.LOOP)
    release = acts.DocumentReleased(arrival=arrival, reason=ReleaseReason.CHECKED_CLEAN)
    with pytest.raises(StalePreview):
        docket.add(release, Role.CLERK)
    docket.add(set_apart, Role.SYSTEM)
    assert docket.state.arrivals[arrival].step is ArrivalStep.QUARANTINED
    docket.add(set_apart, Role.SYSTEM)
    assert warned(docket) == ["quarantined-out-of-turn"]
    with pytest.raises(StalePreview):
        docket.add(registered("1", arrival=arrival), Role.CLERK)
    docket.add(release, Role.CLERK)
    assert docket.state.arrivals[arrival].step is ArrivalStep.RECEIVED
    with pytest.raises(UnknownReference):
        docket.add(changed_arrival(release), Role.CLERK)


def changed_arrival(act: acts.DocumentReleased) -> acts.DocumentReleased:
    return acts.DocumentReleased(arrival=entry_id(99), reason=act.reason)


def test_a_second_reading_never_touches_what_a_person_confirmed() -> None:
    docket, arrival, reading = arrived(fields=("kind", "issuer"), confirm=("kind",))
    docket.add(acts.FieldConfirmed(reading=reading, path="kind"), Role.CLERK)
    again = docket.add(read(arrival, fields=("kind", "form"), confirm=("kind",)), Role.SYSTEM)
    held = docket.state.readings[again]
    assert held.fields["kind"] is FieldState.CHECKED
    assert held.fields["form"] is FieldState.READ
    assert held.unconfirmed == ()
    docket.add(read(entry_id(99)), Role.SYSTEM)
    assert "unknown-reference" in warned(docket)


def test_failed_redactions_seal_the_original() -> None:
    docket, arrival, _ = arrived(failed_redactions=2)
    assert docket.state.arrivals[arrival].original_sealed


def test_only_a_field_that_was_read_is_confirmed() -> None:
    docket, _, reading = arrived(fields=("kind",))
    with pytest.raises(UnknownReference):
        docket.add(acts.FieldConfirmed(reading=reading, path="form"), Role.CLERK)


@pytest.mark.parametrize("how", ["confirm", "correct", "unknown"])
def test_registration_waits_for_the_confirm_list(how: str) -> None:
    docket, arrival, reading = arrived(confirm=("kind",))
    act = registered("1", arrival=arrival, reading=reading)
    with pytest.raises(ConfirmListOpen) as caught:
        docket.add(act, Role.CLERK)
    assert caught.value.fields["fields"] == ("kind",)
    if how == "confirm":
        docket.add(acts.FieldConfirmed(reading=reading, path="kind"), Role.CLERK)
    else:
        given = {"value": "detainer"} if how == "correct" else {}
        standing = ValueStanding.VALUE if how == "correct" else ValueStanding.UNKNOWN
        docket.add(
            acts.FieldCorrected(
                reading=reading,
                path="kind",
                standing=standing,
                reason=CorrectionReason.MISREAD,
                **given,
            ),
            Role.CLERK,
        )
    docket.add(act, Role.CLERK)
    assert docket.state.demand is not None
    assert docket.state.demand.step is DemandStep.OPEN
    assert docket.state.arrivals[arrival].step is ArrivalStep.FILED
    assert docket.state.items["1"].asked is Asked.LIVE


def test_a_correction_ends_the_findings_that_may_have_used_the_field() -> None:
    docket, arrival, reading = arrived(fields=("kind",))
    docket.add(registered("1", arrival=arrival), Role.CLERK)
    docket.add(found(("1", "give", Outcome.MAY)), Role.SYSTEM)
    docket.add(
        acts.FieldCorrected(
            reading=reading,
            path="kind",
            standing=ValueStanding.ABSENT,
            reason=CorrectionReason.MISREAD,
        ),
        Role.CLERK,
    )
    assert docket.state.findings is not None
    assert not docket.state.findings.current
    docket.add(read(arrival), Role.SYSTEM)
    assert warned(docket) == ["read-out-of-turn"]


def test_a_correction_of_an_unknown_reading_is_a_warning() -> None:
    docket = Docket()
    docket.add(
        acts.FieldCorrected(
            reading=entry_id(9),
            path="kind",
            standing=ValueStanding.ABSENT,
            reason=CorrectionReason.MISREAD,
        ),
        Role.CLERK,
    )
    assert warned(docket) == ["unknown-reference"]


def test_dismissed_and_taken_up_again() -> None:
    docket, arrival, _ = arrived()
    docket.add(acts.DocumentDismissed(arrival=arrival, outcome=Dismissal.NEWS), Role.CLERK)
    assert docket.state.arrivals[arrival].step is ArrivalStep.DISMISSED
    with pytest.raises(StalePreview):
        docket.add(acts.DocumentDismissed(arrival=arrival, outcome=Dismissal.NEWS), Role.CLERK)
    docket.add(
        acts.DocumentReleased(arrival=arrival, reason=ReleaseReason.DISMISSED_IN_ERROR), Role.CLERK
    )
    assert docket.state.arrivals[arrival].step is ArrivalStep.RECEIVED


@pytest.mark.parametrize(
    "more",
    [
        {"outcome": Dismissal.WRONG_ADDRESSEE, "notified": True},
        {"outcome": Dismissal.WRONG_ADDRESSEE, "notified": True, "code": DisputeCode.LATE},
        {"outcome": Dismissal.DUPLICATE_OF},
    ],
)
def test_a_dismissal_says_what_it_must(more: dict[str, object]) -> None:
    with pytest.raises(ActMalformed):
        acts.DocumentDismissed(arrival=entry_id(1), **more)  # type: ignore[arg-type]


def test_a_file_of_several_documents_is_filed_with_its_last() -> None:
    docket, arrival, _ = arrived(documents_found=3)
    docket.add(registered("1", arrival=arrival), Role.CLERK)
    assert docket.state.arrivals[arrival].step is ArrivalStep.READ
    attach = acts.DocumentAttached(arrival=arrival, docket=OTHER_DOCKET, role=AttachedAs.ENCLOSURE)
    docket.add(attach, Role.CLERK)
    docket.add(acts.DocumentDismissed(arrival=arrival, outcome=Dismissal.BLANK_FORM), Role.CLERK)
    assert docket.state.arrivals[arrival].step is ArrivalStep.FILED
    with pytest.raises(StalePreview):
        docket.add(attach, Role.CLERK)


def test_who_asks_was_checked() -> None:
    docket = Docket()
    yes = docket.add(
        acts.SenderCalledBack(method=CallMethod.CALL_BACK, result=CallResult.CONFIRMED), Role.CLERK
    )
    assert docket.state.sender_checked == yes
    docket.add(
        acts.SenderCalledBack(method=CallMethod.CALL_BACK, result=CallResult.CONTRADICTED),
        Role.CLERK,
    )
    assert docket.state.sender_checked is None
    assert warned(docket) == ["sender-contradicted"]


def test_a_demand_has_items_or_somebody_says_it_has_none() -> None:
    with pytest.raises(NoItems):
        Docket().add(
            acts.DemandRegistered(
                number="D-1",
                direction=Direction.INWARD,
                kind=registered().kind,
                issuer="Agency",
                recipient="City",
            ),
            Role.CLERK,
        )
    docket = demand()
    assert docket.state.demand is not None
    with pytest.raises(StalePreview):
        docket.add(registered("1"), Role.CLERK)


def test_an_issuing_officer_registers_only_what_goes_out() -> None:
    with pytest.raises(NotPermitted):
        Docket().add(registered("1"), Role.ISSUING_OFFICER)
    docket = Docket()
    docket.add(registered("1", direction=Direction.OUTWARD), Role.ISSUING_OFFICER)
    assert docket.state.demand is not None
    assert docket.state.demand.step is DemandStep.DRAFT


def test_items_are_distinct_and_not_contradicted() -> None:
    with pytest.raises(ActMalformed):
        registered("1", "1")
    with pytest.raises(ActMalformed):
        replace(registered("1"), no_items_stated=True)


def test_links_and_assignments() -> None:
    docket = demand("1")
    docket.add(acts.DemandLinked(other=OTHER_DOCKET, relation=Relation.FOLLOWS), Role.CLERK)
    assert len(docket.state.links) == 1
    own = docket.entries[0].docket
    with pytest.raises(StalePreview):
        docket.add(acts.DemandLinked(other=own, relation=Relation.FOLLOWS), Role.CLERK)
    may = acts.DemandAssigned(assignee="p2", assignee_role=Role.CUSTODIAN, need=Need.GATHER)
    docket.add(may, Role.CLERK)
    assert len(docket.state.assigned) == 1
    with pytest.raises(NotPermitted):
        docket.add(
            acts.DemandAssigned(assignee="p2", assignee_role=Role.CUSTODIAN, need=Need.APPROVE),
            Role.CLERK,
        )


def test_a_key_records_one_act_once() -> None:
    docket = Docket()
    key = IdempotencyKey("k1")
    docket.add(received(), Role.SYSTEM, key=key)
    before = docket.state
    assert apply(before, docket.entry(received(), Role.SYSTEM, key=key)) is before
    with pytest.raises(KeyReused):
        docket.add(received("another"), Role.SYSTEM, key=key)


def test_a_place_is_taken_once() -> None:
    docket = Docket()
    docket.add(received(), Role.SYSTEM)
    entry = docket.entry(received("b"), Role.SYSTEM)
    for wrong in (changed(entry, seq=1), changed(entry, seq=3), changed(entry, id=entry_id(1))):
        with pytest.raises(DocketBusy):
            apply(docket.state, wrong)
    with pytest.raises(UnknownReference):
        apply(docket.state, changed(entry, docket=OTHER_DOCKET))
