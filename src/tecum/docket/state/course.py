"""Transitions of a demand's course: ended, escalated, ordered, stayed, closed, corrected."""

from __future__ import annotations

from tecum.docket.acts import (
    Corrected,
    DemandClosed,
    DemandEscalated,
    DemandReopened,
    DemandWithdrawn,
    EscalationThreatened,
    MeasureThreatened,
    NoteAdded,
    OrderEnded,
    OrderEntered,
    OrderStayed,
    ProceedingEnded,
    ProceedingOpened,
)
from tecum.docket.acts.course import OrderChange, OrderEffect
from tecum.docket.entry import Entry
from tecum.docket.errors import DemandEnded, NotPermitted, OpenObligations
from tecum.docket.parts import Label, ObligationId
from tecum.docket.state.model import (
    Asked,
    Compelled,
    DemandState,
    DemandStep,
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
from tecum.docket.state.obligations import mark_disputed, reopen, set_obligation, stop_open
from tecum.docket.state.steps import has_entry, known, moved, put, step, warn
from tecum.docket.vocabulary import Direction, ObligationObject
from tecum.words import Role, Side

__all__ = ["left_open"]


@step(DemandWithdrawn)
def demand_withdrawn(state: State, entry: Entry, act: DemandWithdrawn) -> State:
    """The demand is ended; its items are dropped and what was in course stops."""
    demand = state.demand
    if demand is None or demand.step not in (DemandStep.DRAFT, DemandStep.OPEN):
        return warn(state, "withdrawn-out-of-turn", entry)
    ended = replace(demand, step=DemandStep.ENDED, how="withdrawn", since=entry.id)
    items = {
        label: replace(item, asked=Asked.DROPPED, asked_by=entry.id)
        if item.asked is not Asked.DROPPED
        else item
        for label, item in state.items.items()
    }
    return stop_open(replace(state, demand=ended, items=items), entry)


@step(DemandEscalated)
def demand_escalated(state: State, entry: Entry, act: DemandEscalated) -> State:
    """The demand was pressed by a further step."""
    state = has_entry(state, entry, act.proceeding)
    return replace(state, escalations=(*state.escalations, entry.id))


@step(EscalationThreatened)
def escalation_threatened(state: State, entry: Entry, act: EscalationThreatened) -> State:
    """A further step was announced; nothing has been issued."""
    return replace(state, threats=(*state.threats, entry.id))


@step(ProceedingOpened)
def proceeding_opened(state: State, entry: Entry, act: ProceedingOpened) -> State:
    """A proceeding on this demand is open."""
    state = has_entry(state, entry, act.appeal_of)
    made = Proceeding(entry=entry.id, act=act)
    return replace(state, proceedings=put(state.proceedings, entry.id, made))


@step(ProceedingEnded)
def proceeding_ended(state: State, entry: Entry, act: ProceedingEnded) -> State:
    """A proceeding ended."""
    proceeding = state.proceedings.get(act.proceeding)
    if proceeding is None or proceeding.ended_by is not None:
        return warn(state, "ended-without-proceeding", entry)
    ended = replace(proceeding, ended_by=entry.id)
    return replace(state, proceedings=put(state.proceedings, act.proceeding, ended))


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
    if order is None or order.step is not OrderStep.ENTERED:
        return warn(state, "stay-without-order", entry)
    stayed = replace(order, step=OrderStep.STAYED, since=entry.id, how="stay")
    state = replace(state, orders=put(state.orders, order.entry, stayed))
    return _out_of_force(state, stayed, entry, Compelled.STAYED)


@step(OrderEnded)
def order_ended(state: State, entry: Entry, act: OrderEnded) -> State:
    """An order ended, or its stay was dissolved and it is in force again."""
    order = state.orders.get(act.order)
    dissolved = act.how is OrderChange.STAY_DISSOLVED
    if order is None or order.step is OrderStep.ENDED:
        return warn(state, "ended-without-order", entry)
    if dissolved and order.step is not OrderStep.STAYED:
        return warn(state, "dissolved-without-stay", entry)
    after = replace(
        order,
        step=OrderStep.ENTERED if dissolved else OrderStep.ENDED,
        since=entry.id,
        how=act.how.value,
    )
    state = replace(state, orders=put(state.orders, order.entry, after))
    if dissolved:
        return _in_force(state, after, entry)
    return _out_of_force(state, after, entry, Compelled.NO)


@step(MeasureThreatened)
def measure_threatened(state: State, entry: Entry, act: MeasureThreatened) -> State:
    """A measure was announced."""
    return replace(state, measures=put(state.measures, entry.id, act))


@step(NoteAdded)
def note_added(state: State, entry: Entry, act: NoteAdded) -> State:
    """A note stands."""
    return replace(state, notes=(*state.notes, entry.id))


@step(DemandClosed)
def demand_closed(state: State, entry: Entry, act: DemandClosed) -> State:
    """The demand is closed; what is left open is listed, with a reason."""
    demand = _a_demand(state)
    if demand.step is DemandStep.DRAFT:
        raise moved("A draft is not closed; withdraw it.")
    rest = left_open(state)
    if rest and (set(act.left_open) != set(rest) or act.reason is None):
        raise OpenObligations(
            f"{len(rest)} things are open: {', '.join(rest)}.",
            why="Whoever reads the closed docket must see what was left.",
            do="Finish them, or list them with the reason for closing.",
            left_open=rest,
        )
    closed = replace(demand, step=DemandStep.CLOSED, how=act.ground.value, since=entry.id)
    return replace(state, demand=closed, reopen_offered=None)


@step(DemandReopened)
def demand_reopened(state: State, entry: Entry, act: DemandReopened) -> State:
    """The demand is open again; items that its end had dropped are live again."""
    demand = _a_demand(state)
    if demand.step not in (DemandStep.CLOSED, DemandStep.ENDED):
        raise moved("The demand is open.")
    known(state.entries, act.cause, "entry")
    items = {
        label: replace(item, asked=Asked.LIVE, asked_by=entry.id)
        if item.asked is Asked.DROPPED
        else item
        for label, item in state.items.items()
    }
    opened = replace(demand, step=DemandStep.OPEN, how=None, since=entry.id)
    return replace(state, demand=opened, items=items, reopen_offered=None)


@step(Corrected)
def corrected(state: State, entry: Entry, act: Corrected) -> State:
    """A better value stands beside the first; taken back whole, its effects end."""
    first = state.entries.get(act.entry)
    if first is None:
        return warn(state, "unknown-reference", entry)
    if entry.actor.role not in (first.actor.role, Role.LEAD):
        raise NotPermitted(
            "Only the role that recorded an entry, or the lead, corrects it.",
            do=f"Ask a {first.actor.role} or the lead.",
        )
    held = state.corrections.get(act.entry, ())
    state = replace(state, corrections=put(state.corrections, act.entry, (*held, entry.id)))
    if state.findings is not None:
        state = replace(state, findings=replace(state.findings, current=False))
    return _take_back(state, entry, act) if act.path is None else state


def left_open(state: State) -> tuple[str, ...]:
    """What is open on a demand: obligations by id, then live items without final answer."""
    owed = [row.id for row in state.obligations.values() if row.step.is_open]
    items = [f"item {item.label}" for item in state.live_items if not item.is_settled]
    return (*owed, *items)


def _take_back(state: State, entry: Entry, act: Corrected) -> State:
    dispute = state.disputes.get(act.entry)
    if dispute is not None and dispute.ended_by is None:
        ended = replace(dispute, ended_by=entry.id)
        state = replace(state, disputes=put(state.disputes, act.entry, ended))
    services = tuple(row for row in state.services if row.entry != act.entry)
    facts = {key: ref for key, ref in state.facts.items() if ref != act.entry}
    return mark_disputed(reopen(replace(state, services=services, facts=facts), act.entry))


def _own_id(state: State, entry: Entry, given: ObligationId | None) -> ObligationId:
    """An order opens an obligation of its own and leaves the older ones as they are."""
    if given is not None and given not in state.obligations:
        return given
    return ObligationId(f"order.{entry.seq}")


def _a_demand(state: State) -> DemandState:
    if state.demand is None:
        raise DemandEnded("There is no demand on this docket.")
    return state.demand


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
    return _findings_moved(replace(state, items=items))


def _out_of_force(state: State, order: Order, entry: Entry, left: Compelled) -> State:
    items: dict[Label, ItemState] = dict(state.items)
    for label in _scope(state, order):
        item = items.get(label)
        if item is None:
            continue
        if order.act.effect is OrderEffect.ENFORCES and item.compelled_by == order.entry:
            items[label] = replace(
                item,
                compelled=left,
                compelled_by=order.entry if left is Compelled.STAYED else None,
                stale=item.determination is not None,
            )
        elif order.act.effect is OrderEffect.QUASHES and item.asked is Asked.QUASHED:
            items[label] = replace(item, asked=Asked.LIVE, asked_by=entry.id)
    of_order = [row for row in state.obligations.values() if row.trigger == order.entry]
    if any(row.step.is_open for row in of_order):
        state = warn(state, "clock-under-order-out-of-force", entry)
    return _findings_moved(replace(state, items=items))


def _findings_moved(state: State) -> State:
    if state.findings is None:
        return state
    return replace(state, findings=replace(state.findings, current=False))
