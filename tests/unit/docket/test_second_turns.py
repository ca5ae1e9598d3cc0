"""What comes a second time: a failed letter arrives, one of two orders ends, an end is undone."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from tecum.docket import acts
from tecum.docket.acts.courts import OrderChange, OrderEffect
from tecum.docket.acts.decision import Determined
from tecum.docket.acts.service import DeliveryCode, DeliveryEvent
from tecum.docket.entry import EntryId
from tecum.docket.parts import ObligationId
from tecum.docket.state.model import Asked, Compelled, ObligationStep
from tecum.docket.vocabulary import DateKind, Disposition
from tecum.docket.when import at, on
from tecum.words import Role
from tests.unit.docket.build import Docket, demand, determined, label, line, sent, started

ANSWER = ObligationId("answer")
CODES = {
    DeliveryEvent.FAILED: DeliveryCode.MAILBOX_FULL,
    DeliveryEvent.RELAYED: DeliveryCode.ACCEPTED_BY_SYSTEM,
    DeliveryEvent.DELIVERED: None,
}
DUE = date(2020, 2, 10)


def owed(*items: str) -> Docket:
    docket = demand(*items)
    docket.add(started(next(iter(docket.state.entries)), DUE), Role.CLERK)
    return docket


def step(docket: Docket) -> ObligationStep:
    return docket.state.obligations[ANSWER].step


def delivery(docket: Docket, of: EntryId, event: DeliveryEvent, day: int) -> None:
    act = acts.DeliveryRecorded(of=of, event=event, code=CODES[event])
    moment = datetime(2020, 2, day, 18, tzinfo=UTC)
    docket.add(act, Role.CLERK, happened=at(DateKind.DELIVERED, moment))


@pytest.mark.parametrize(
    ("day", "wanted"), [(9, ObligationStep.MET), (20, ObligationStep.MET_LATE)]
)
def test_an_answer_that_failed_and_arrived_discharges_what_it_answers(
    day: int, wanted: ObligationStep
) -> None:
    docket = owed("1", "2")
    determined(docket, Determined.WITHHOLD, "1", "2")
    lines = (line("1", Disposition.WITHHELD), line("2", Disposition.WITHHELD))
    answer = docket.add(sent(*lines), Role.COUNSEL)
    assert step(docket) is ObligationStep.MET
    delivery(docket, answer, DeliveryEvent.FAILED, 3)
    assert step(docket) is ObligationStep.FIXED
    delivery(docket, answer, DeliveryEvent.RELAYED, 4)
    assert step(docket) is ObligationStep.FIXED
    delivery(docket, answer, DeliveryEvent.DELIVERED, day)
    assert step(docket) is wanted
    assert set(docket.state.obligations[ANSWER].discharged.values()) == {answer}
    delivery(docket, answer, DeliveryEvent.FAILED, 21)
    assert step(docket) is ObligationStep.FIXED


def test_on_a_demand_that_was_withdrawn_nothing_is_owed_again() -> None:
    docket = owed("1")
    determined(docket, Determined.WITHHOLD, "1")
    answer = docket.add(sent(line("1", Disposition.WITHHELD)), Role.COUNSEL)
    docket.add(acts.DemandWithdrawn(), Role.COUNSEL)
    delivery(docket, answer, DeliveryEvent.FAILED, 3)
    assert step(docket) is ObligationStep.MET


def test_what_the_end_had_stopped_is_owed_again_when_the_demand_is_open_again() -> None:
    docket = owed("1")
    other = ObligationId("other")
    docket.add(started(next(iter(docket.state.entries)), DUE, "other"), Role.CLERK)
    stopped = acts.ClockStopped(obligation=other, cause=acts.clocks.StopCause.NOT_APPLICABLE)
    docket.add(stopped, Role.COUNSEL)
    ended = docket.add(acts.DemandWithdrawn(), Role.COUNSEL)
    assert step(docket) is ObligationStep.STOPPED
    docket.add(acts.DemandReopened(cause=ended), Role.COUNSEL)
    assert step(docket) is ObligationStep.FIXED
    assert docket.state.obligations[ANSWER].safe == DUE
    assert docket.state.obligations[ANSWER].ended_by is None
    assert docket.state.obligations[other].step is ObligationStep.STOPPED


def order(docket: Docket, effect: OrderEffect, *items: str) -> EntryId:
    act = acts.OrderEntered(court="Example Court", effect=effect, items=label(*items))
    return docket.add(act, Role.COUNSEL, happened=on(DateKind.ENTERED, date(2020, 2, 1)))


def test_of_two_orders_that_compel_one_ends_and_the_other_compels() -> None:
    docket = demand("1", "2")
    first = order(docket, OrderEffect.ENFORCES, "1", "2")
    second = order(docket, OrderEffect.ENFORCES, "1")
    docket.add(acts.OrderEnded(order=second, how=OrderChange.VACATED), Role.COUNSEL)
    item = docket.state.items[label("1")[0]]
    assert (item.compelled, item.compelled_by) == (Compelled.ORDERED, first)
    docket.add(acts.OrderStayed(order=first), Role.COUNSEL)
    third = order(docket, OrderEffect.ENFORCES, "1")
    docket.add(acts.OrderEnded(order=third, how=OrderChange.VACATED), Role.COUNSEL)
    item = docket.state.items[label("1")[0]]
    assert (item.compelled, item.compelled_by) == (Compelled.STAYED, first)
    docket.add(acts.OrderEnded(order=first, how=OrderChange.REVERSED), Role.COUNSEL)
    assert docket.state.items[label("1")[0]].compelled is Compelled.NO


def test_what_two_orders_quash_is_asked_again_when_neither_stands() -> None:
    docket = demand("1")
    first = order(docket, OrderEffect.QUASHES, "1")
    second = order(docket, OrderEffect.QUASHES, "1")
    docket.add(acts.OrderStayed(order=second), Role.COUNSEL)
    assert docket.state.items[label("1")[0]].asked is Asked.QUASHED
    docket.add(acts.OrderEnded(order=first, how=OrderChange.VACATED), Role.COUNSEL)
    assert docket.state.items[label("1")[0]].asked is Asked.LIVE
