"""Plans approved and acted on; recipients left out and back; events joined; proposals seen."""

from __future__ import annotations

import pytest

from tecum.docket import acts
from tecum.docket.acts.campaign import ActMade, CampaignAction, ExclusionReason
from tecum.docket.acts.chronology import (
    ClaimValue,
    Distance,
    EventKind,
    Happened,
    RejectionReason,
    Slot,
)
from tecum.docket.conflicts import DifferenceKind, find_in
from tecum.docket.entry import DocketKind
from tecum.docket.errors import ActMalformed, SamePerson, StalePreview, UnknownReference
from tecum.docket.rules import Rules
from tecum.words import Role, Side
from tests.unit.docket.build import Docket, entry_id, sha

PLAN = sha("plan")


def campaign(*recipients: str, docket: Docket | None = None) -> Docket:
    made = docket or Docket(DocketKind.CAMPAIGN)
    made.add(acts.CampaignOpened(title="Letters", side=Side.OURS), Role.ISSUING_OFFICER)
    for name in recipients:
        made.add(acts.RecipientAdded(recipient=name, name=name), Role.ISSUING_OFFICER)
    return made


def acted(action: CampaignAction = CampaignAction.SEND, *rows: ActMade) -> acts.CampaignActed:
    return acts.CampaignActed(action=action, plan=PLAN, made=rows)


def approve(docket: Docket, person: str = "p2") -> None:
    act = acts.CampaignApproved(action=CampaignAction.SEND, plan=PLAN)
    docket.add(act, Role.LEAD, person)


def test_nothing_is_sent_on_a_plan_that_nobody_else_approved() -> None:
    docket = campaign("r1")
    with pytest.raises(StalePreview, match="not approved"):
        docket.add(acted(), Role.ISSUING_OFFICER)
    approve(docket, "p1")
    with pytest.raises(SamePerson):
        docket.add(acted(), Role.ISSUING_OFFICER, "p1")
    approve(docket, "p2")
    docket.add(acted(), Role.ISSUING_OFFICER, "p1")


def test_an_office_of_one_may_act_on_its_own_approval() -> None:
    alone = Rules(two_persons=frozenset())
    docket = campaign("r1", docket=Docket(DocketKind.CAMPAIGN, alone))
    approve(docket, "p1")
    docket.add(acted(), Role.ISSUING_OFFICER, "p1")


def test_leaving_somebody_out_needs_no_approval() -> None:
    docket = campaign("r1")
    docket.add(acted(CampaignAction.EXCLUDE), Role.ISSUING_OFFICER)


def test_nothing_is_ever_sent_to_a_recipient_left_out() -> None:
    docket = campaign("r1")
    left_out = acts.RecipientExcluded(recipient="r1", reason=ExclusionReason.PENDING_LITIGATION)
    docket.add(left_out, Role.ISSUING_OFFICER)
    approve(docket)
    sent = acted(CampaignAction.SEND, ActMade(recipient="r1", entry=entry_id(9)))
    with pytest.raises(StalePreview, match="left out"):
        docket.add(sent, Role.ISSUING_OFFICER)
    passed_over = acted(CampaignAction.SEND, ActMade(recipient="r1", refused="excluded"))
    docket.add(passed_over, Role.ISSUING_OFFICER)
    docket.add(acts.RecipientReincluded(recipient="r1"), Role.ISSUING_OFFICER)
    docket.add(sent, Role.ISSUING_OFFICER)
    row = docket.state.recipients["r1"]
    assert (row.excluded_by, row.reason) == (None, None)
    with pytest.raises(StalePreview):
        docket.add(acts.RecipientReincluded(recipient="r1"), Role.ISSUING_OFFICER)


def test_a_closed_campaign_takes_nothing_more() -> None:
    docket = campaign("r1")
    docket.add(acts.CampaignClosed(), Role.LEAD)
    with pytest.raises(StalePreview, match="closed"):
        docket.add(acts.RecipientAdded(recipient="r2", name="r2"), Role.ISSUING_OFFICER)
    with pytest.raises(UnknownReference):
        campaign().add(acts.RecipientReincluded(recipient="r9"), Role.ISSUING_OFFICER)


# --- events ---------------------------------------------------------------------------------


def chronology(*events: str) -> Docket:
    docket = Docket(DocketKind.CHRONOLOGY)
    for name in events:
        noted = acts.EventNoted(event=name, kind=EventKind.ANSWERED, label=name)
        docket.add(noted, Role.COUNSEL)
    return docket


def claim(name: str, event: str, by: str, value: Happened) -> acts.ClaimAsserted:
    return acts.ClaimAsserted(
        claim=name,
        event=event,
        slot=Slot.HAPPENED,
        value=ClaimValue(happened=value),
        by=by,
        distance=Distance.ON_THE_RECORD,
    )


def test_claims_on_joined_events_are_compared_and_apart_again_they_are_not() -> None:
    docket = chronology("e1", "e2")
    docket.add(claim("c1", "e1", "agency", Happened.YES), Role.COUNSEL)
    docket.add(claim("c2", "e2", "city", Happened.NO), Role.COUNSEL)
    assert find_in(docket.state) == ()
    docket.add(acts.EventsJoined(event="e1", others=("e2",)), Role.COUNSEL)
    (difference,) = find_in(docket.state)
    assert (difference.kind, difference.about) == (DifferenceKind.CONTRADICTION, ("e1",))
    docket.add(acts.EventsParted(events=("e2",)), Role.COUNSEL)
    assert find_in(docket.state) == ()


def test_joining_goes_through_to_those_joined_before() -> None:
    docket = chronology("e1", "e2", "e3")
    docket.add(acts.EventsJoined(event="e2", others=("e3",)), Role.COUNSEL)
    docket.add(acts.EventsJoined(event="e1", others=("e2",)), Role.COUNSEL)
    assert docket.state.joined == {"e2": "e1", "e3": "e1"}
    with pytest.raises(StalePreview):
        docket.add(acts.EventsJoined(event="e2", others=("e3",)), Role.COUNSEL)
    with pytest.raises(StalePreview):
        docket.add(acts.EventsJoined(event="e3", others=("e1",)), Role.COUNSEL)


def test_events_that_are_not_there_are_neither_joined_nor_parted() -> None:
    docket = chronology("e1")
    with pytest.raises(UnknownReference):
        docket.add(acts.EventsJoined(event="e1", others=("e9",)), Role.COUNSEL)
    with pytest.raises(UnknownReference):
        docket.add(acts.EventsParted(events=("e1",)), Role.COUNSEL)
    with pytest.raises(ActMalformed):
        acts.EventsJoined(event="e1", others=("e1",))
    with pytest.raises(ActMalformed):
        acts.EventsParted(events=())


def test_a_proposal_is_looked_at_once_and_stands_on_what_was_entered() -> None:
    docket = chronology("e1")
    docket.add(claim("c1", "e1", "agency", Happened.YES), Role.COUNSEL)
    accepted = acts.ProposalAccepted(
        proposal=PLAN, rule="said/1", event="e1", claims=("c1",), edited=("by",)
    )
    ref = docket.add(accepted, Role.COUNSEL)
    assert docket.state.considered == {PLAN: ref}
    rejected = acts.ProposalRejected(proposal=PLAN, rule="said/1", reason=RejectionReason.NOT_SAID)
    with pytest.raises(StalePreview):
        docket.add(rejected, Role.COUNSEL)
    with pytest.raises(UnknownReference):
        docket.add(
            acts.ProposalAccepted(proposal=sha("2"), rule="said/1", claims=("c9",)), Role.COUNSEL
        )
    with pytest.raises(UnknownReference):
        docket.add(
            acts.ProposalAccepted(proposal=sha("2"), rule="said/1", event="e9"), Role.COUNSEL
        )
