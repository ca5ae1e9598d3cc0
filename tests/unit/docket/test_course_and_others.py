"""The course of a demand, and the campaign, chronology and office dockets."""

from __future__ import annotations

from datetime import date

import pytest

from tecum.docket import acts
from tecum.docket.acts import Act
from tecum.docket.acts.campaign import ExclusionReason
from tecum.docket.acts.chronology import ClaimValue, Distance, EventKind, Happened, Slot
from tecum.docket.acts.course import Audience, CloseGround, CorrectedFor, Step, ThreatCondition
from tecum.docket.acts.courts import OrderChange, OrderEffect, ProceedingKind, ProceedingOutcome
from tecum.docket.acts.decision import Determined
from tecum.docket.acts.measures import MeasureKind
from tecum.docket.entry import DocketKind, PersonId
from tecum.docket.errors import (
    ActMalformed,
    DemandEnded,
    DocketClosed,
    NotPermitted,
    OpenObligations,
    StalePreview,
    UnknownReference,
)
from tecum.docket.rules import Rules, rules_of
from tecum.docket.state.model import Asked, Compelled, DemandStep, ObligationStep
from tecum.docket.vocabulary import Direction, Disposition, TwoPersons
from tecum.errors import DataUnusable
from tecum.office import Office
from tecum.words import Outcome, Role, Side
from tests.unit.docket.build import (
    EXAMPLES,
    Docket,
    demand,
    determined,
    entry_id,
    found,
    label,
    line,
    registered,
    sent,
    started,
)


def warned(docket: Docket) -> list[str]:
    return [row.code for row in docket.state.warnings]


def order(effect: OrderEffect, *labels: str, **more: object) -> acts.OrderEntered:
    return acts.OrderEntered(
        court="District Court",
        effect=effect,
        items=label(*labels),
        **more,  # type: ignore[arg-type]
    )


def close(**more: object) -> acts.DemandClosed:
    return acts.DemandClosed(ground=CloseGround.ANSWERED, **more)  # type: ignore[arg-type]


def test_withdrawn_ends_the_demand_and_stops_what_was_in_course() -> None:
    docket = demand("1")
    docket.add(started(docket.entries[0].id, date(2020, 1, 27)), Role.SYSTEM)
    docket.add(acts.DemandWithdrawn(), Role.COUNSEL, side=Side.THEIRS)
    assert docket.state.demand is not None
    assert docket.state.demand.step is DemandStep.ENDED
    assert docket.state.items["1"].asked is Asked.DROPPED
    assert [row.step for row in docket.state.obligations.values()] == [ObligationStep.STOPPED]
    docket.add(acts.DemandWithdrawn(), Role.COUNSEL, side=Side.THEIRS)
    assert warned(docket) == ["withdrawn-out-of-turn"]
    docket.add(acts.DemandReopened(cause=docket.entries[-1].id), Role.COUNSEL)
    assert docket.state.items["1"].asked is Asked.LIVE


def test_threatened_is_never_issued() -> None:
    docket = demand("1")
    docket.add(
        acts.EscalationThreatened(step=Step.SUBPOENA, conditions=(ThreatCondition.LATE,)),
        Role.CLERK,
    )
    assert (len(docket.state.threats), docket.state.escalations) == (1, ())
    docket.add(acts.DemandEscalated(step=Step.SUBPOENA, proceeding=entry_id(99)), Role.LEAD)
    assert len(docket.state.escalations) == 1
    assert warned(docket) == ["unknown-reference"]


def test_a_proceeding_opens_and_ends_once() -> None:
    docket = demand("1")
    ref = docket.add(
        acts.ProceedingOpened(kind=ProceedingKind.PETITION_TO_ENFORCE, court="Court"),
        Role.COUNSEL,
    )
    end = acts.ProceedingEnded(proceeding=ref, outcome=ProceedingOutcome.GRANTED)
    docket.add(end, Role.COUNSEL)
    assert docket.state.proceedings[ref].ended_by is not None
    docket.add(end, Role.COUNSEL)
    assert warned(docket) == ["ended-without-proceeding"]


def test_an_order_compels_the_items_in_its_scope_and_no_others() -> None:
    docket = demand("1", "2")
    determined(docket, Determined.OBJECT, "1", "2")
    ref = docket.add(
        order(OrderEffect.ENFORCES, "1", "9", due=date(2020, 5, 4)), Role.CLERK, side=Side.THIRD
    )
    one, two = docket.state.items["1"], docket.state.items["2"]
    assert (one.compelled, one.compelled_by, one.stale) == (Compelled.ORDERED, ref, True)
    assert (two.compelled, two.stale) == (Compelled.NO, False)
    assert docket.state.findings is not None
    assert not docket.state.findings.current
    (owed,) = docket.state.obligations.values()
    assert (owed.safe, owed.owed_by) == (date(2020, 5, 4), Side.OURS)
    assert warned(docket) == ["order-on-unknown-item"]


def test_an_order_leaves_the_older_obligations_as_they_are() -> None:
    docket = demand("1")
    docket.add(started(docket.entries[0].id, date(2020, 1, 27)), Role.SYSTEM)
    act = order(OrderEffect.ENFORCES, due=date(2020, 5, 4), obligation="answer")
    docket.add(act, Role.CLERK)
    dates = {row.id: row.safe for row in docket.state.obligations.values()}
    assert dates == {"answer": date(2020, 1, 27), "order.3": date(2020, 5, 4)}


def test_an_order_on_an_item_that_was_never_asked_can_end() -> None:
    docket = demand("1")
    ref = docket.add(order(OrderEffect.ENFORCES, "9"), Role.CLERK)
    docket.add(acts.OrderStayed(order=ref), Role.CLERK)
    assert docket.state.items["1"].compelled is Compelled.NO
    assert warned(docket) == ["order-on-unknown-item"]


def test_stayed_dissolved_ended() -> None:
    docket = demand("1")
    ref = docket.add(order(OrderEffect.ENFORCES, due=date(2020, 5, 4)), Role.CLERK)
    docket.add(acts.OrderStayed(order=ref), Role.CLERK)
    assert docket.state.items["1"].compelled is Compelled.STAYED
    assert warned(docket) == ["clock-under-order-out-of-force"]
    docket.add(acts.OrderStayed(order=ref), Role.CLERK)
    docket.add(acts.OrderEnded(order=ref, how=OrderChange.STAY_DISSOLVED), Role.CLERK)
    assert docket.state.items["1"].compelled is Compelled.ORDERED
    docket.add(acts.OrderEnded(order=ref, how=OrderChange.STAY_DISSOLVED), Role.CLERK)
    docket.add(acts.OrderEnded(order=ref, how=OrderChange.VACATED), Role.CLERK)
    assert docket.state.items["1"].compelled is Compelled.NO
    docket.add(acts.OrderEnded(order=ref, how=OrderChange.EXPIRED), Role.CLERK)
    assert warned(docket)[1:] == [
        "stay-without-order",
        "dissolved-without-stay",
        "clock-under-order-out-of-force",
        "ended-without-order",
    ]


def test_a_quashed_item_is_asked_again_when_that_order_is_stayed() -> None:
    docket = demand("1", "2")
    ref = docket.add(order(OrderEffect.QUASHES, "1"), Role.CLERK)
    assert docket.state.items["1"].asked is Asked.QUASHED
    assert docket.state.items["2"].asked is Asked.LIVE
    docket.add(acts.OrderStayed(order=ref), Role.CLERK)
    assert docket.state.items["1"].asked is Asked.LIVE


def test_a_stay_is_recorded_as_such() -> None:
    with pytest.raises(ActMalformed):
        acts.OrderEnded(order=entry_id(1), how=OrderChange.STAY)


def test_measures_and_notes_stand() -> None:
    docket = demand("1")
    ref = docket.add(acts.MeasureThreatened(kind=MeasureKind.FINE), Role.CLERK)
    note = docket.add(acts.NoteAdded(text="x", audience=Audience.MATTER), Role.CUSTODIAN)
    assert ref in docket.state.measures
    assert docket.state.notes == (note,)


def answered() -> Docket:
    docket = demand("1")
    determined(docket, Determined.ACT, "1")
    docket.add(sent(line("1", Disposition.PRODUCED)), Role.COUNSEL)
    return docket


def test_closing_lists_what_is_left_open() -> None:
    docket = demand("1")
    docket.add(started(docket.entries[0].id, date(2020, 1, 27)), Role.SYSTEM)
    with pytest.raises(OpenObligations) as caught:
        docket.add(close(), Role.COUNSEL)
    rest = caught.value.fields["left_open"]
    assert rest == ("answer", "item 1")
    with pytest.raises(OpenObligations):
        docket.add(close(left_open=rest), Role.COUNSEL)
    docket.add(close(left_open=rest, reason="moved to the county"), Role.COUNSEL)
    assert docket.state.demand is not None
    assert docket.state.demand.step is DemandStep.CLOSED


def test_a_closed_docket_takes_what_the_world_does_and_offers_to_reopen() -> None:
    docket = answered()
    docket.add(close(), Role.COUNSEL)
    with pytest.raises(DocketClosed):
        docket.add(close(), Role.COUNSEL)
    ref = docket.add(order(OrderEffect.ENFORCES), Role.CLERK)
    assert docket.state.reopen_offered == ref
    assert warned(docket) == ["after-closing"]
    with pytest.raises(DocketClosed):
        docket.add(found(("1", "give", Outcome.MAY)), Role.SYSTEM)
    with pytest.raises(UnknownReference):
        docket.add(acts.DemandReopened(cause=entry_id(99)), Role.COUNSEL)
    docket.add(acts.DemandReopened(cause=ref), Role.COUNSEL)
    with pytest.raises(StalePreview):
        docket.add(acts.DemandReopened(cause=ref), Role.COUNSEL)
    assert docket.state.reopen_offered is None


@pytest.mark.parametrize("act", [close(), acts.DemandReopened(cause=entry_id(1))])
def test_nothing_is_closed_or_reopened_without_a_demand(act: Act) -> None:
    with pytest.raises(DemandEnded):
        Docket().add(act, Role.COUNSEL)


def test_a_draft_is_withdrawn_not_closed() -> None:
    docket = Docket()
    docket.add(registered("1", direction=Direction.OUTWARD), Role.ISSUING_OFFICER)
    with pytest.raises(StalePreview):
        docket.add(close(), Role.COUNSEL)


def test_a_correction_is_by_the_role_that_recorded_or_the_lead() -> None:
    docket = demand("1")
    better = acts.Corrected(
        entry=docket.entries[0].id, code=CorrectedFor.WRONG_VALUE, path="number", value="D-2"
    )
    with pytest.raises(NotPermitted):
        docket.add(better, Role.COUNSEL)
    docket.add(better, Role.CLERK)
    docket.add(better, Role.LEAD)
    assert len(docket.state.corrections[docket.entries[0].id]) == 2
    docket.add(acts.Corrected(entry=entry_id(99), code=CorrectedFor.DUPLICATE), Role.CLERK)
    assert warned(docket) == ["unknown-reference"]


@pytest.mark.parametrize("act", EXAMPLES, ids=lambda act: act.slug)
def test_a_role_that_may_not_is_refused(act: Act) -> None:
    with pytest.raises(NotPermitted):
        Docket().add(act, Role.AUDITOR)


# --- the other dockets ----------------------------------------------------------------------


def test_a_campaign_keeps_whom_it_leaves_out() -> None:
    docket = Docket(DocketKind.CAMPAIGN)
    added = acts.RecipientAdded(recipient="r01", name="City")
    out = acts.RecipientExcluded(recipient="r01", reason=ExclusionReason.PENDING_LITIGATION)
    with pytest.raises(StalePreview):
        docket.add(added, Role.ISSUING_OFFICER)
    opened = acts.CampaignOpened(title="Letters", side=Side.OURS)
    docket.add(opened, Role.ISSUING_OFFICER)
    with pytest.raises(StalePreview):
        docket.add(opened, Role.ISSUING_OFFICER)
    with pytest.raises(UnknownReference):
        docket.add(out, Role.ISSUING_OFFICER)
    docket.add(added, Role.ISSUING_OFFICER)
    with pytest.raises(StalePreview):
        docket.add(added, Role.ISSUING_OFFICER)
    docket.add(out, Role.ISSUING_OFFICER)
    assert docket.state.recipients["r01"].reason is ExclusionReason.PENDING_LITIGATION
    with pytest.raises(StalePreview):
        docket.add(out, Role.ISSUING_OFFICER)


def claim(**more: object) -> acts.ClaimAsserted:
    given = {"event": "e1", **more}
    return acts.ClaimAsserted(
        claim="c1",
        slot=Slot.HAPPENED,
        value=ClaimValue(happened=Happened.YES),
        by="agency",
        distance=Distance.QUOTED,
        **given,  # type: ignore[arg-type]
    )


def test_claims_are_corrected_and_retracted_and_their_old_texts_stay() -> None:
    docket = Docket(DocketKind.CHRONOLOGY)
    event = acts.EventNoted(event="e1", kind=EventKind.SENT, label="sent")
    docket.add(event, Role.CLERK)
    with pytest.raises(StalePreview):
        docket.add(event, Role.CLERK)
    docket.add(claim(), Role.CLERK)
    better = ClaimValue(happened=Happened.PART)
    docket.add(acts.ClaimCorrected(claim="c1", value=better), Role.CLERK)
    docket.add(acts.ClaimRetracted(claim="c1"), Role.CLERK)
    held = docket.state.claims["c1"]
    assert (held.value, len(held.versions)) == (better, 2)
    assert held.retracted_by is not None
    docket.add(claim(), Role.CLERK)
    docket.add(acts.ClaimRetracted(claim="c1"), Role.CLERK)
    docket.add(acts.ClaimCorrected(claim="c9", value=better), Role.CLERK)
    assert warned(docket) == ["claim-repeated", "retracted-without-claim", "unknown-reference"]


def test_a_claim_is_about_one_thing_that_should_be_known() -> None:
    for more in ({"event": None}, {"question": "q1"}):
        with pytest.raises(ActMalformed):
            claim(**more)
    docket = Docket(DocketKind.CHRONOLOGY)
    docket.add(claim(), Role.CLERK)
    docket.add(
        acts.ClaimAsserted(
            claim="c2",
            question="q1",
            slot=Slot.POSITION,
            value=ClaimValue(words="x"),
            by="city",
            distance=Distance.QUOTED,
        ),
        Role.CLERK,
    )
    assert warned(docket) == ["claim-about-unknown-event", "claim-about-unknown-question"]
    question = acts.QuestionFramed(question="q1", text="Was it received?")
    docket.add(question, Role.CLERK)
    with pytest.raises(StalePreview):
        docket.add(question, Role.CLERK)


def test_people_and_profile() -> None:
    docket = Docket(DocketKind.OFFICE)
    person = PersonId("p9")
    added = acts.PersonAdded(person=person, name="Clerk", roles=(Role.CLERK,))
    changed = acts.RoleChanged(person=person, before=(Role.CLERK,), after=(Role.COUNSEL,))
    with pytest.raises(UnknownReference):
        docket.add(changed, Role.OPERATOR)
    docket.add(added, Role.OPERATOR)
    with pytest.raises(StalePreview):
        docket.add(added, Role.OPERATOR)
    docket.add(changed, Role.OPERATOR)
    with pytest.raises(StalePreview):
        docket.add(changed, Role.OPERATOR)
    assert docket.state.people[person] == (Role.COUNSEL,)
    docket.add(acts.ProfileChanged(key="zone", before=None, after="UTC"), Role.OPERATOR)
    assert "zone" in docket.state.profile


def test_a_profile_lifts_only_what_may_be_lifted() -> None:
    rules = rules_of(Office(name="City", zone="America/Denver", two_persons=("packs",)))
    assert rules.two_persons == {
        TwoPersons.PACKS,
        TwoPersons.OVERRIDE,
        TwoPersons.WAIVER,
        TwoPersons.ERASURE,
    }
    assert rules_of(Office(name="City", zone="UTC")).two_persons == (
        frozenset(TwoPersons) - {TwoPersons.REPORTS}
    )
    assert Rules(zone="America/Denver").tz.key == "America/Denver"
    with pytest.raises(DataUnusable, match="determinations"):
        rules_of(Office(name="City", zone="UTC", two_persons=("determination",)))
