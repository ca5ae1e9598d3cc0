"""Transitions before a court: proceedings, and orders that compel, quash, stay or enjoin."""

from __future__ import annotations

from tecum.docket.acts import (
    OrderEnded,
    OrderEntered,
    OrderStayed,
    ProceedingEnded,
    ProceedingOpened,
    ProceedingStepTaken,
)
from tecum.docket.acts.courts import OrderChange, OrderEffect
from tecum.docket.entry import Entry, EntryId
from tecum.docket.parts import Label, ObligationId
from tecum.docket.state.model import (
    Asked,
    Compelled,
    ItemState,
    Obligation,
    ObligationOrigin,
    ObligationStep,
    Order,
    OrderStep,
    Proceeding,
    State,
    replace,
)
from tecum.docket.state.obligations import set_obligation
from tecum.docket.state.rows import TAKEN_BACK
from tecum.docket.state.steps import findings_moved, has_entry, is_taken_back, put, step, warn
from tecum.docket.vocabulary import Direction, ObligationObject
from tecum.words import Side

__all__ = ["order_taken_back", "proceeding_taken_back"]


@step(ProceedingOpened)
def proceeding_opened(state: State, entry: Entry, act: ProceedingOpened) -> State:
    """A proceeding on this demand is open."""
    state = has_entry(state, entry, act.appeal_of)
    made = Proceeding(entry=entry.id, act=act)
    return replace(state, proceedings=put(state.proceedings, entry.id, made))


@step(ProceedingStepTaken)
def proceeding_step_taken(state: State, entry: Entry, act: ProceedingStepTaken) -> State:
    """A proceeding went on."""
    proceeding = state.proceedings.get(act.proceeding)
    if proceeding is None:
        return warn(state, "step-without-proceeding", entry)
    if proceeding.ended_by is not None:
        state = warn(state, "step-after-the-end", entry)
    further = replace(proceeding, steps=(*proceeding.steps, entry.id))
    return replace(state, proceedings=put(state.proceedings, act.proceeding, further))


@step(ProceedingEnded)
def proceeding_ended(state: State, entry: Entry, act: ProceedingEnded) -> State:
    """A proceeding ended."""
    proceeding = state.proceedings.get(act.proceeding)
    if proceeding is None or proceeding.ended_by is not None:
        return warn(state, "ended-without-proceeding", entry)
    ended = replace(proceeding, ended_by=entry.id)
    return replace(state, proceedings=put(state.proceedings, act.proceeding, ended))


def proceeding_taken_back(state: State, ref: EntryId) -> State:
    """An entry of a proceeding was a mistake: it is as the entries that stand leave it.

    One that was never opened leaves the docket's state; its entries stay.
    """
    act = state.entries[ref].act
    name = act.proceeding if isinstance(act, ProceedingStepTaken | ProceedingEnded) else ref
    held = state.proceedings.get(name)
    if held is None:
        return state
    if name == ref:
        rest = {key: row for key, row in state.proceedings.items() if key != name}
        return replace(state, proceedings=rest)
    ends = (
        row.id
        for row in state.entries.values()
        if isinstance(row.act, ProceedingEnded)
        and row.act.proceeding == name
        and not is_taken_back(state, row.id)
    )
    steps = tuple(one for one in held.steps if not is_taken_back(state, one))
    stands = replace(held, steps=steps, ended_by=next(ends, None))
    return replace(state, proceedings=put(state.proceedings, name, stands))


@step(OrderEntered)
def order_entered(state: State, entry: Entry, act: OrderEntered) -> State:
    """An order compels or quashes the items in its scope; findings must be taken anew."""
    state = has_entry(state, entry, act.proceeding)
    if any(label not in state.items for label in act.items):
        state = warn(state, "order-on-unknown-item", entry)
    order = Order(entry=entry.id, act=act, step=OrderStep.ENTERED, since=entry.id)
    state = replace(state, orders=put(state.orders, entry.id, order))
    state = _in_force(state, order, entry)
    if act.effect is OrderEffect.ENFORCES and act.due is not None:
        inward = state.demand is None or state.demand.act.direction is Direction.INWARD
        state = set_obligation(
            state,
            Obligation(
                id=_own_id(state, entry, act.obligation),
                object=ObligationObject.ANSWER,
                origin=ObligationOrigin.ORDER,
                owed_by=Side.OURS if inward else Side.THEIRS,
                step=ObligationStep.FIXED,
                since=entry.id,
                trigger=entry.id,
                items=_scope(state, order),
                safe=act.due,
                latest=act.due,
                first_date=act.due,
            ),
        )
    return state


@step(OrderStayed)
def order_stayed(state: State, entry: Entry, act: OrderStayed) -> State:
    """What the order compelled is stayed; what it quashed is asked again."""
    order = state.orders.get(act.order)
    stayed = _changed(order, entry) if order is not None else None
    if order is None or stayed is None:
        return warn(state, "stay-without-order", entry)
    state = replace(state, orders=put(state.orders, order.entry, stayed))
    return _out_of_force(state, stayed, entry, Compelled.STAYED)


@step(OrderEnded)
def order_ended(state: State, entry: Entry, act: OrderEnded) -> State:
    """An order ended, or its stay was dissolved and it is in force again."""
    order = state.orders.get(act.order)
    if order is None or order.step is OrderStep.ENDED:
        return warn(state, "ended-without-order", entry)
    after = _changed(order, entry)
    if after is None:
        return warn(state, "dissolved-without-stay", entry)
    state = replace(state, orders=put(state.orders, order.entry, after))
    if after.step is OrderStep.ENTERED:
        return _in_force(state, after, entry)
    return _out_of_force(state, after, entry, Compelled.NO)


def order_taken_back(state: State, entry: Entry, ref: EntryId) -> State:
    """An entry of an order was a mistake: what it did to the items ends with it.

    An order that was never made compels and quashes nothing; one whose stay or end was never
    ordered is where it was before. Clocks are left as they are, as by any order.

    Args:
        state: The state, with the correction noted.
        entry: The correction.
        ref: The entry that was taken back.
    """
    act = state.entries[ref].act
    order = state.orders.get(act.order if isinstance(act, OrderStayed | OrderEnded) else ref)
    after = _as_it_stands(state, order, entry) if order is not None else None
    if order is None or after is None or (after.step, after.how) == (order.step, order.how):
        return state
    state = replace(state, orders=put(state.orders, order.entry, after))
    if after.step is order.step:
        return state
    if after.step is not OrderStep.ENDED:
        state = _in_force(state, after, entry)
    if after.step is OrderStep.ENTERED:
        return state
    left = Compelled.STAYED if after.step is OrderStep.STAYED else Compelled.NO
    return _out_of_force(state, after, entry, left)


def _as_it_stands(state: State, order: Order, entry: Entry) -> Order:
    """An order after the entries about it that nobody took back."""
    if is_taken_back(state, order.entry):
        return replace(order, step=OrderStep.ENDED, since=entry.id, how=TAKEN_BACK)
    held = replace(order, step=OrderStep.ENTERED, since=order.entry, how=None)
    for row in state.entries.values():
        act = row.act
        if isinstance(act, OrderStayed | OrderEnded) and act.order == order.entry:
            held = held if is_taken_back(state, row.id) else _changed(held, row) or held
    return held


def _changed(order: Order, entry: Entry) -> Order | None:
    """An order after its stay, the end of that, or its own end; None where that cannot follow."""
    act = entry.act
    assert isinstance(act, OrderStayed | OrderEnded)
    if isinstance(act, OrderStayed):
        from_, to, how = {OrderStep.ENTERED}, OrderStep.STAYED, "stay"
    elif act.how is OrderChange.STAY_DISSOLVED:
        from_, to, how = {OrderStep.STAYED}, OrderStep.ENTERED, act.how.value
    else:
        from_, to, how = {OrderStep.ENTERED, OrderStep.STAYED}, OrderStep.ENDED, act.how.value
    return replace(order, step=to, since=entry.id, how=how) if order.step in from_ else None


def _own_id(state: State, entry: Entry, given: ObligationId | None) -> ObligationId:
    """An order opens an obligation of its own and leaves the older ones as they are."""
    if given is not None and given not in state.obligations:
        return given
    return ObligationId(f"order.{entry.seq}")


def _scope(state: State, order: Order) -> tuple[Label, ...]:
    return order.act.items or tuple(state.items)


def _in_force(state: State, order: Order, entry: Entry) -> State:
    items: dict[Label, ItemState] = dict(state.items)
    for label in _scope(state, order):
        item = items.get(label)
        if item is None:
            continue
        if order.act.effect is OrderEffect.ENFORCES:
            items[label] = replace(
                item,
                compelled=Compelled.ORDERED,
                compelled_by=order.entry,
                stale=item.determination is not None,
            )
        elif order.act.effect is OrderEffect.QUASHES and item.asked is Asked.LIVE:
            items[label] = replace(item, asked=Asked.QUASHED, asked_by=entry.id)
    return findings_moved(replace(state, items=items))


def _others(state: State, order: Order, label: Label) -> list[Order]:
    """The other orders of the same effect on an item that have not ended, the last one first."""
    rows = [
        row
        for row in state.orders.values()
        if row.entry != order.entry
        and row.act.effect is order.act.effect
        and row.step is not OrderStep.ENDED
        and label in _scope(state, row)
    ]
    return rows[::-1]


def _compelled_by_others(
    item: ItemState, order: Order, others: list[Order], left: Compelled
) -> ItemState:
    """An item whose order is stayed or ended: another that is in force goes on compelling it."""
    entered = next((row for row in others if row.step is OrderStep.ENTERED), None)
    if entered is not None:
        compelled, by = Compelled.ORDERED, entered.entry
    elif left is Compelled.STAYED:
        compelled, by = Compelled.STAYED, order.entry
    elif others:
        compelled, by = Compelled.STAYED, others[0].entry
    else:
        return replace(
            item,
            compelled=Compelled.NO,
            compelled_by=None,
            stale=item.determination is not None,
        )
    return replace(item, compelled=compelled, compelled_by=by, stale=item.determination is not None)


def _out_of_force(state: State, order: Order, entry: Entry, left: Compelled) -> State:
    items: dict[Label, ItemState] = dict(state.items)
    for label in _scope(state, order):
        item = items.get(label)
        if item is None:
            continue
        others = _others(state, order, label)
        if order.act.effect is OrderEffect.ENFORCES and item.compelled_by == order.entry:
            items[label] = _compelled_by_others(item, order, others, left)
        still = any(row.step is OrderStep.ENTERED for row in others)
        was_quashed = order.act.effect is OrderEffect.QUASHES and item.asked is Asked.QUASHED
        if was_quashed and not still:
            items[label] = replace(item, asked=Asked.LIVE, asked_by=entry.id)
    of_order = [row for row in state.obligations.values() if row.trigger == order.entry]
    if any(row.step.is_open for row in of_order):
        state = warn(state, "clock-under-order-out-of-force", entry)
    return findings_moved(replace(state, items=items))
