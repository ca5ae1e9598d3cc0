"""An order quashes what a clock runs for, and later falls: what is offered, and what never is."""

from __future__ import annotations

from datetime import date

import pytest

from tecum.docket import acts
from tecum.docket.acts.clocks import DueReason, StopCause, TollReason
from tecum.docket.acts.course import CorrectedFor
from tecum.docket.acts.courts import OrderChange, OrderEffect
from tecum.docket.acts.decision import Determined
from tecum.docket.entry import EntryId
from tecum.docket.errors import ActRefused
from tecum.docket.parts import ObligationId
from tecum.docket.state.model import Asked, Compelled, Obligation, ObligationStep, OrderStep
from tecum.docket.state.quashing import clocks_left_running, clocks_left_stopped
from tecum.docket.vocabulary import Disposition, ObligationObject
from tecum.words import Role, Side
from tests.unit.docket.build import (
    OTHER_DOCKET,
    PACK,
    Docket,
    demand,
    determined,
    label,
    line,
    registered,
    sent,
    started,
)

DUE = date(2020, 1, 27)
ANSWER = ObligationId("answer")


def running(*labels: str, object_: ObligationObject = ObligationObject.ANSWER) -> Docket:
    docket = demand(*labels)
    clock = started(docket.entries[0].id, DUE, object=object_, items=label(*labels))
    docket.add(clock, Role.SYSTEM)
    return docket


def order(docket: Docket, effect: OrderEffect, *labels: str, **more: object) -> EntryId:
    act = acts.OrderEntered(court="District Court", effect=effect, items=label(*labels), **more)  # type: ignore[arg-type]
    return docket.add(act, Role.CLERK, side=Side.THIRD)


def quash(docket: Docket, *labels: str, **more: object) -> EntryId:
    return order(docket, OrderEffect.QUASHES, *labels, **more)


def stay(docket: Docket, ref: EntryId) -> None:
    docket.add(acts.OrderStayed(order=ref), Role.CLERK, side=Side.THIRD)


def stop(docket: Docket, cause: StopCause = StopCause.QUASHED, by: EntryId | None = None) -> None:
    act = acts.ClockStopped(obligation=ANSWER, cause=cause, by=by)
    docket.add(act, Role.COUNSEL)


def resume(docket: Docket, safe: date | None = None) -> Obligation:
    act = acts.ClockResumed(obligation=ANSWER, reason=TollReason.ORDER, safe=safe)
    docket.add(act, Role.COUNSEL)
    return docket.state.obligations[ANSWER]


def run_on(docket: Docket) -> list[tuple[str, str]]:
    return [(row.obligation, row.order) for row in clocks_left_running(docket.state)]


def stand(docket: Docket) -> list[tuple[str, str]]:
    return [(row.obligation, row.order) for row in clocks_left_stopped(docket.state)]


@pytest.mark.parametrize(
    "owed", [ObligationObject.ANSWER, ObligationObject.PRODUCTION, ObligationObject.OBJECTION]
)
def test_a_clock_runs_on_until_somebody_stops_it_for_the_order(owed: ObligationObject) -> None:
    docket = running("1", "2", object_=owed)
    ref = quash(docket)
    assert docket.state.obligations[ANSWER].step is ObligationStep.FIXED
    assert run_on(docket) == [("answer", ref)]
    stop(docket, by=ref)
    assert docket.state.obligations[ANSWER].step is ObligationStep.STOPPED
    assert run_on(docket) == []
    assert stand(docket) == []


@pytest.mark.parametrize(
    "owed",
    [
        ObligationObject.HOLD,
        ObligationObject.RECORD,
        ObligationObject.NOTICE,
        ObligationObject.REPORT,
    ],
)
def test_what_is_held_kept_or_told_is_never_offered_to_stop(owed: ObligationObject) -> None:
    docket = running("1", object_=owed)
    ref = quash(docket)
    assert run_on(docket) == []
    stop(docket, by=ref)
    stay(docket, ref)
    assert stand(docket) == []


def test_a_duty_stands_by_its_own_law() -> None:
    docket = demand("1")
    duty = acts.DutyOpened(
        duty="told", pack=PACK, obligation=ObligationId("duty"), object=ObligationObject.ANSWER
    )
    docket.add(duty, Role.SYSTEM)
    quash(docket)
    assert run_on(docket) == []


def test_an_order_on_some_of_the_items_offers_nothing() -> None:
    docket = running("1", "2")
    quash(docket, "1")
    assert run_on(docket) == []
    second = quash(docket, "2")
    assert run_on(docket) == [("answer", second)]


def test_what_was_answered_before_is_no_longer_owed_on() -> None:
    docket = running("1", "2")
    determined(docket, Determined.ACT, "1")
    docket.add(sent(line("1", Disposition.PRODUCED)), Role.COUNSEL)
    ref = quash(docket, "2")
    assert run_on(docket) == [("answer", ref)]


def test_each_obligation_stands_by_its_own_items() -> None:
    docket = running("1")
    other = started(docket.entries[0].id, DUE, "second", items=label("1"))
    docket.add(other, Role.SYSTEM)
    due = acts.DueDateSet(
        obligation=ObligationId("third"),
        object=ObligationObject.PRODUCTION,
        due=DUE,
        reason=DueReason.AGREED,
        items=label("1"),
    )
    docket.add(due, Role.COUNSEL)
    ref = quash(docket, "1")
    assert run_on(docket) == [("answer", ref), ("second", ref), ("third", ref)]


def test_an_item_that_an_order_in_force_compels_is_left_to_a_person() -> None:
    docket = running("1")
    compels = order(docket, OrderEffect.ENFORCES, "1")
    ref = quash(docket, "1")
    assert run_on(docket) == []
    stay(docket, compels)
    assert run_on(docket) == [("answer", ref)]


@pytest.mark.parametrize("effect", [row for row in OrderEffect if row is not OrderEffect.QUASHES])
def test_no_other_order_offers_to_stop_a_clock(effect: OrderEffect) -> None:
    docket = running("1")
    order(docket, effect)
    assert run_on(docket) == []


def test_a_demand_without_items_is_quashed_as_a_whole_or_not_at_all() -> None:
    docket = running()
    ref = quash(docket)
    assert run_on(docket) == [("answer", ref)]
    stop(docket, by=ref)
    stay(docket, ref)
    assert stand(docket) == [("answer", ref)]


def test_an_order_of_other_demands_alone_quashes_nothing_here() -> None:
    docket = running()
    quash(docket, demands=(OTHER_DOCKET,))
    assert run_on(docket) == []


def take_back(docket: Docket, ref: EntryId) -> EntryId:
    act = acts.Corrected(entry=ref, code=CorrectedFor.WRONG_DOCKET)
    return docket.add(act, Role.CLERK)


def test_what_an_order_that_was_never_made_quashed_is_asked() -> None:
    docket = running("1", "2")
    ref = quash(docket, "1")
    back = take_back(docket, ref)
    first = docket.state.items[label("1")[0]]
    assert (first.asked, first.asked_by) == (Asked.LIVE, back)
    row = docket.state.orders[ref]
    assert (row.step, row.how, row.since) == (OrderStep.ENDED, "taken_back", back)
    assert run_on(docket) == stand(docket) == []


def test_a_clock_stopped_for_an_order_that_was_never_made_is_offered_to_start_again() -> None:
    docket = running("1")
    ref = quash(docket)
    stop(docket, by=ref)
    take_back(docket, ref)
    assert stand(docket) == [("answer", ref)]


@pytest.mark.parametrize("labels", [(), ("1",)])
def test_of_an_order_entered_twice_the_second_is_taken_back(labels: tuple[str, ...]) -> None:
    docket = running(*labels)
    first, second = quash(docket, *labels), quash(docket, *labels)
    stop(docket, by=second)
    take_back(docket, second)
    assert stand(docket) == []
    take_back(docket, first)
    assert [row for row, _ in stand(docket)] == ["answer"]


def test_what_an_order_that_was_never_made_compelled_is_compelled_no_more() -> None:
    docket = running("1", "2")
    ref = order(docket, OrderEffect.ENFORCES, "1", due=DUE)
    assert docket.state.items[label("1")[0]].compelled is Compelled.ORDERED
    take_back(docket, ref)
    assert docket.state.items[label("1")[0]].compelled is Compelled.NO
    (own,) = [row for row in docket.state.obligations.values() if row.trigger == ref]
    assert own.disputed  # its date stands, in doubt, until a person stops it
    assert own.step is ObligationStep.FIXED


def test_a_stay_or_an_end_that_was_never_ordered_leaves_the_order_where_it_was() -> None:
    docket = running("1")
    ref = quash(docket)
    item = label("1")[0]

    def stands() -> tuple[OrderStep, Asked]:
        return docket.state.orders[ref].step, docket.state.items[item].asked

    stayed = docket.add(acts.OrderStayed(order=ref), Role.CLERK, side=Side.THIRD)
    ended = docket.add(acts.OrderEnded(order=ref, how=OrderChange.VACATED), Role.CLERK)
    assert stands() == (OrderStep.ENDED, Asked.LIVE)
    take_back(docket, ended)
    assert stands() == (OrderStep.STAYED, Asked.LIVE)
    take_back(docket, stayed)
    assert stands() == (OrderStep.ENTERED, Asked.QUASHED)
    assert run_on(docket) == [("answer", ref)]
    take_back(docket, ref)
    take_back(docket, ref)
    assert stands() == (OrderStep.ENDED, Asked.LIVE)


def test_an_enforced_item_is_stayed_again_when_the_end_of_its_order_is_taken_back() -> None:
    docket = running("1")
    ref = order(docket, OrderEffect.ENFORCES, "1")
    stay(docket, ref)
    ended = docket.add(acts.OrderEnded(order=ref, how=OrderChange.REVERSED), Role.CLERK)
    item = label("1")[0]
    assert docket.state.items[item].compelled is Compelled.NO
    take_back(docket, ended)
    assert docket.state.items[item].compelled is Compelled.STAYED
    assert docket.state.items[item].compelled_by == ref


def test_an_item_dropped_meanwhile_is_not_asked_by_taking_an_order_back() -> None:
    docket = running("1")
    ref = quash(docket)
    docket.add(acts.DemandWithdrawn(), Role.COUNSEL, side=Side.THEIRS)
    take_back(docket, ref)
    assert docket.state.items[label("1")[0]].asked is Asked.DROPPED


def test_nothing_is_offered_on_a_demand_that_ended() -> None:
    docket = running("1")
    quash(docket)
    docket.add(acts.DemandWithdrawn(), Role.COUNSEL, side=Side.THEIRS)
    assert run_on(docket) == []


def test_items_asked_after_the_order_are_asked() -> None:
    docket = running("1")
    quash(docket)
    new = registered("2").items[0]
    docket.add(acts.ItemAdded(item=new), Role.CLERK)
    clock = started(docket.entries[0].id, DUE, "later", items=label("1", "2"))
    docket.add(clock, Role.SYSTEM)
    assert [row for row, _ in run_on(docket)] == ["answer"]


# --- the order falls ------------------------------------------------------------------------


@pytest.mark.parametrize("how", [OrderChange.VACATED, OrderChange.REVERSED, OrderChange.EXPIRED])
def test_a_clock_stopped_for_an_order_that_ended_is_offered_to_start_again(
    how: OrderChange,
) -> None:
    docket = running("1")
    ref = quash(docket)
    stop(docket, by=ref)
    docket.add(acts.OrderEnded(order=ref, how=how), Role.CLERK, side=Side.THIRD)
    assert stand(docket) == [("answer", ref)]
    assert docket.state.obligations[ANSWER].step is ObligationStep.STOPPED


def test_a_clock_started_again_has_the_date_that_was_set() -> None:
    docket = running("1")
    ref = quash(docket)
    stop(docket, by=ref)
    stay(docket, ref)
    again = resume(docket, date(2020, 2, 20))
    assert (again.step, again.safe, again.disputed) == (
        ObligationStep.FIXED,
        date(2020, 2, 20),
        False,
    )
    assert again.ended_by is None
    assert again.first_date == DUE
    assert stand(docket) == []
    assert run_on(docket) == []


def test_without_a_new_date_the_one_that_stood_is_in_doubt() -> None:
    docket = running("1")
    ref = quash(docket)
    stop(docket, by=ref)
    stay(docket, ref)
    again = resume(docket)
    assert (again.step, again.safe, again.disputed) == (ObligationStep.FIXED, DUE, True)


def test_a_clock_stopped_for_another_cause_is_not_started_again() -> None:
    docket = running("1")
    ref = quash(docket)
    stop(docket, StopCause.NOT_APPLICABLE, by=ref)
    stay(docket, ref)
    assert stand(docket) == []
    with pytest.raises(ActRefused):
        resume(docket)


def test_an_order_that_fell_before_the_stop_is_no_ground_to_start() -> None:
    docket = running("1")
    ref = quash(docket)
    stay(docket, ref)
    stop(docket, by=ref)
    assert stand(docket) == []


def test_while_another_order_quashes_nothing_starts_again() -> None:
    docket = running("1")
    first, second = quash(docket), quash(docket)
    stop(docket, by=first)
    stay(docket, first)
    assert stand(docket) == []
    with pytest.raises(ActRefused):
        resume(docket)
    stay(docket, second)
    assert stand(docket) == [("answer", second)]


def test_where_the_stay_is_dissolved_the_clock_can_be_stopped_again() -> None:
    docket = running("1")
    ref = quash(docket)
    stop(docket, by=ref)
    stay(docket, ref)
    resume(docket, date(2020, 2, 20))
    ended = acts.OrderEnded(order=ref, how=OrderChange.STAY_DISSOLVED)
    docket.add(ended, Role.CLERK, side=Side.THIRD)
    assert run_on(docket) == [("answer", ref)]
