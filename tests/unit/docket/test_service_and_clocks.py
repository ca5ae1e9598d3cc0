"""Service, delivery, clocks and duties: what each act does, and when it is refused."""

from __future__ import annotations

from datetime import date

import pytest

from tecum.docket import acts
from tecum.docket.acts.clocks import TollReason
from tecum.docket.acts.course import CorrectedFor
from tecum.docket.acts.decision import Determined
from tecum.docket.acts.service import (
    AcknowledgedWith,
    ChannelSearched,
    DeliveryCode,
    DeliveryEvent,
    LetterPurpose,
    SearchResult,
    ServedBy,
)
from tecum.docket.entry import EntryId
from tecum.docket.errors import (
    ActMalformed,
    DisputedTrigger,
    NotDraft,
    SamePerson,
)
from tecum.docket.parts import ObligationId
from tecum.docket.rules import Rules
from tecum.docket.state.model import DemandStep, DispatchStep, ObligationStep
from tecum.docket.vocabulary import (
    AnswerDisputeCode,
    DateKind,
    Direction,
    Disposition,
    DisputeCode,
    ObligationObject,
    TwoPersons,
)
from tecum.docket.when import on
from tecum.words import Channel, Grade, Role, Side
from tests.unit.docket.build import (
    START,
    Docket,
    demand,
    determined,
    entry_id,
    label,
    line,
    registered,
    sent,
    sha,
    started,
)

DUE = date(2020, 1, 27)
ANSWER = ObligationId("answer")


def served(docket: Docket, day: date = date(2020, 1, 13)) -> EntryId:
    return docket.add(
        acts.ServiceRecorded(channel=ServedBy.HAND),
        Role.CLERK,
        happened=on(DateKind.SERVED, day),
    )


def running(*labels: str) -> Docket:
    docket = demand(*(labels or ("1", "2")))
    docket.add(started(served(docket), DUE), Role.SYSTEM)
    return docket


def letter(purpose: LetterPurpose) -> acts.LetterSent:
    return acts.LetterSent(
        purpose=purpose, document=sha("l"), to="a@b.example", channel=Channel.EMAIL
    )


def warned(docket: Docket) -> list[str]:
    return [row.code for row in docket.state.warnings]


def test_accounts_of_service_stand_side_by_side() -> None:
    docket = running()
    assert not docket.state.obligations[ANSWER].disputed
    served(docket, date(2020, 1, 15))
    assert len(docket.state.services) == 2
    assert warned(docket) == ["service-accounts-differ"]
    assert docket.state.obligations[ANSWER].disputed


def test_a_disputed_service_starts_no_clock_by_itself() -> None:
    docket = demand("1")
    service = served(docket)
    docket.add(acts.ServiceDisputed(codes=(DisputeCode.UNSIGNED,)), Role.COUNSEL)
    with pytest.raises(DisputedTrigger):
        docket.add(started(service, DUE), Role.SYSTEM)
    docket.add(started(service, DUE), Role.CLERK)
    assert docket.state.obligations[ANSWER].disputed


def test_a_dispute_taken_back_ends() -> None:
    docket = running()
    ref = docket.add(acts.ServiceDisputed(codes=(DisputeCode.LATE,)), Role.COUNSEL)
    assert docket.state.obligations[ANSWER].disputed
    docket.add(acts.Corrected(entry=ref, code=CorrectedFor.WRONG_VALUE), Role.COUNSEL)
    assert docket.state.standing_disputes == ()
    assert not docket.state.obligations[ANSWER].disputed


@pytest.mark.parametrize("codes", [(), (DisputeCode.LATE,) * 2, tuple(DisputeCode)[:9]])
def test_a_dispute_carries_one_to_eight_codes(codes: tuple[DisputeCode, ...]) -> None:
    with pytest.raises(ActMalformed):
        acts.ServiceDisputed(codes=codes)


def outward() -> Docket:
    docket = Docket()
    docket.add(registered("1", direction=Direction.OUTWARD), Role.ISSUING_OFFICER, "p1")
    return docket


DEMAND_SENT = acts.DemandSent(document=sha("d"), to="a@b.example", channel=Channel.EMAIL)


def test_a_draft_is_sent_by_a_second_person_and_opens() -> None:
    docket = outward()
    with pytest.raises(SamePerson):
        docket.add(DEMAND_SENT, Role.ISSUING_OFFICER, "p1")
    ref = docket.add(DEMAND_SENT, Role.ISSUING_OFFICER, "p2")
    assert docket.state.demand is not None
    assert docket.state.demand.step is DemandStep.OPEN
    assert docket.state.dispatches[ref].step is DispatchStep.SENT
    with pytest.raises(NotDraft):
        docket.add(DEMAND_SENT, Role.ISSUING_OFFICER, "p3")


def test_the_second_person_can_be_named_beside_or_lifted_by_the_profile() -> None:
    docket = outward()
    docket.add(DEMAND_SENT, Role.ISSUING_OFFICER, "p1", second="p2")
    lifted = Docket(rules=Rules(two_persons=frozenset({TwoPersons.OVERRIDE})))
    lifted.add(registered("1", direction=Direction.OUTWARD), Role.ISSUING_OFFICER, "p1")
    lifted.add(DEMAND_SENT, Role.ISSUING_OFFICER, "p1")
    assert lifted.state.demand is not None
    assert lifted.state.demand.step is DemandStep.OPEN


def test_an_inward_demand_is_not_sent() -> None:
    with pytest.raises(NotDraft):
        demand("1").add(DEMAND_SENT, Role.LEAD, "p2")


def test_each_step_of_a_dispatch_holds_its_claims() -> None:
    docket = outward()
    ref = docket.add(DEMAND_SENT, Role.LEAD, "p2")
    docket.add(
        acts.DeliveryRecorded(
            of=ref, event=DeliveryEvent.RELAYED, code=DeliveryCode.ACCEPTED_BY_SYSTEM
        ),
        Role.SYSTEM,
    )
    docket.add(acts.DeliveryRecorded(of=ref, event=DeliveryEvent.DELIVERED), Role.SYSTEM)
    assert docket.state.dispatches[ref].step is DispatchStep.DELIVERED
    docket.add(
        acts.DeliveryRecorded(
            of=ref, event=DeliveryEvent.FAILED, code=DeliveryCode.ADDRESS_UNKNOWN
        ),
        Role.SYSTEM,
    )
    dispatch = docket.state.dispatches[ref]
    assert dispatch.failed is not None
    assert [step for step, _, _ in dispatch.claims] == ["relayed", "delivered", "failed"]
    docket.add(acts.DeliveryRecorded(of=entry_id(99), event=DeliveryEvent.DELIVERED), Role.SYSTEM)
    assert warned(docket) == ["delivery-of-unknown-dispatch"]


@pytest.mark.parametrize(
    ("event", "code"),
    [
        (DeliveryEvent.FAILED, None),
        (DeliveryEvent.RELAY_FAILED, DeliveryCode.SAME_BYTES),
        (DeliveryEvent.EXPIRED, DeliveryCode.TIMEOUT),
        (DeliveryEvent.DELIVERED, DeliveryCode.TIMEOUT),
    ],
)
def test_a_failure_carries_its_code(event: DeliveryEvent, code: DeliveryCode | None) -> None:
    with pytest.raises(ActMalformed):
        acts.DeliveryRecorded(of=entry_id(1), event=event, code=code)


def test_a_bounce_reopens_what_the_answer_had_discharged() -> None:
    docket = running("1")
    determined(docket, Determined.ACT, "1")
    answer = docket.add(sent(line("1", Disposition.PRODUCED)), Role.COUNSEL)
    assert docket.state.obligations[ANSWER].step is ObligationStep.MET
    docket.add(
        acts.DeliveryRecorded(
            of=answer, event=DeliveryEvent.FAILED, code=DeliveryCode.MAILBOX_FULL
        ),
        Role.SYSTEM,
    )
    assert docket.state.obligations[ANSWER].step is ObligationStep.FIXED
    assert docket.state.obligations[ANSWER].undischarged == label("1")


def test_acknowledgment_is_an_account_of_service_and_the_last_step() -> None:
    docket = outward()
    ref = docket.add(DEMAND_SENT, Role.LEAD, "p2")
    docket.add(
        acts.ReceiptAcknowledged(
            of=ref,
            grade=Grade.ACCEPTED,
            served_on=date(2020, 1, 14),
            code=AcknowledgedWith.WITHOUT_WAIVER,
        ),
        Role.COUNTERPART,
        side=Side.THEIRS,
    )
    assert docket.state.dispatches[ref].step is DispatchStep.ACKNOWLEDGED
    assert docket.state.services[0].day == date(2020, 1, 14)


def test_a_quarrel_about_an_answer_ends_with_a_later_one_that_covers_it() -> None:
    docket = running("1", "2")
    determined(docket, Determined.ACT, "1", "2")
    first = docket.add(sent(line("1", Disposition.PRODUCED)), Role.COUNSEL)
    docket.add(
        acts.ReceiptDisputed(of=first, codes=(AnswerDisputeCode.INCOMPLETE,), items=label("2")),
        Role.COUNTERPART,
        side=Side.THEIRS,
    )
    assert len(docket.state.standing_disputes) == 1
    docket.add(sent(line("2", Disposition.PRODUCED)), Role.COUNSEL)
    assert docket.state.standing_disputes == ()
    assert len(docket.state.disputes) == 1


@pytest.mark.parametrize(("day", "step"), [(20, ObligationStep.MET), (28, ObligationStep.MET_LATE)])
def test_a_pause_after_the_last_day_makes_a_late_answer_no_earlier(
    day: int, step: ObligationStep
) -> None:
    docket = running("1")
    determined(docket, Determined.ACT, "1")
    toll = acts.ClockTolled(obligation=ANSWER, reason=TollReason.OBJECTION)
    docket.add(toll, Role.COUNSEL, happened=on(DateKind.OCCURRED, date(2020, 1, day)))
    answer = sent(line("1", Disposition.PRODUCED))
    docket.add(answer, Role.COUNSEL, happened=on(DateKind.SENT, date(2020, 2, 3)))
    assert docket.state.obligations[ANSWER].step is step


def acknowledged(of: EntryId | None) -> acts.ReceiptAcknowledged:
    return acts.ReceiptAcknowledged(
        of=of,
        grade=Grade.ACCEPTED,
        served_on=date(2020, 1, 14),
        code=AcknowledgedWith.WITH_RESERVATION,
    )


def test_an_acknowledged_answer_is_no_account_of_service() -> None:
    docket = demand("1")
    determined(docket, Determined.ACT, "1")
    answer = docket.add(sent(line("1", Disposition.PRODUCED)), Role.COUNSEL)
    docket.add(acknowledged(answer), Role.COUNTERPART, side=Side.THEIRS)
    assert docket.state.services == ()
    docket.add(acknowledged(entry_id(99)), Role.COUNSEL)
    assert warned(docket) == ["unknown-reference"]
    assert len(docket.state.services) == 1


def test_receipt_or_service_of_what_answers_throws_no_doubt_on_the_service() -> None:
    docket = outward()
    docket.add(DEMAND_SENT, Role.LEAD, "p2")
    served = acts.ServiceRecorded(channel=ServedBy.HAND)
    docket.add(served, Role.CLERK, happened=on(DateKind.SERVED, date(2020, 1, 10)))
    answer = docket.add(
        acts.AnswerReceived(document=sha("a"), items=(line("1", Disposition.PRODUCED),)),
        Role.CLERK,
        side=Side.THEIRS,
    )
    docket.add(acknowledged(answer), Role.ISSUING_OFFICER)
    assert [row.day for row in docket.state.services] == [date(2020, 1, 10)]
    inward = demand("1")
    determined(inward, Determined.ACT, "1")
    ours = inward.add(sent(line("1", Disposition.PRODUCED)), Role.COUNSEL)
    inward.add(acts.ServiceRecorded(channel=ServedBy.HAND, of=ours), Role.CLERK)
    assert inward.state.services == ()


@pytest.mark.parametrize("answered", [True, False])
def test_a_quarrel_that_names_nothing_is_about_the_answer_if_there_is_one(answered: bool) -> None:
    docket = demand("1")
    if answered:
        determined(docket, Determined.ACT, "1")
        docket.add(sent(line("1", Disposition.PRODUCED)), Role.COUNSEL)
    docket.add(
        acts.ReceiptDisputed(of=None, codes=(AnswerDisputeCode.LATE,)),
        Role.COUNTERPART,
        side=Side.THEIRS,
    )
    (row,) = docket.state.standing_disputes
    assert row.about.value == ("answer" if answered else "demand")


def test_an_obligation_on_a_demand_without_items_is_met_as_a_whole() -> None:
    docket = demand()
    docket.add(started(served(docket), DUE, object=ObligationObject.ACKNOWLEDGMENT), Role.SYSTEM)
    docket.add(letter(LetterPurpose.ACKNOWLEDGEMENT), Role.CLERK)
    assert docket.state.obligations[ANSWER].step is ObligationStep.MET


def test_a_search_without_result_is_kept() -> None:
    docket = Docket()
    ref = docket.add(
        acts.NonReceiptStated(
            as_of=START,
            code=SearchResult.NONE_FOUND,
            channels=(ChannelSearched(channel=Channel.FAX, checked=3),),
            scope="fax",
        ),
        Role.CLERK,
    )
    assert docket.state.searches == (ref,)
