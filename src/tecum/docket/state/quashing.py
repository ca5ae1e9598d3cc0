"""Clocks that an order which quashes leaves running, and those that its end leaves stopped.

Nothing stops or starts by an order alone: a person records it, and is told that it is open to
them. A hold and a duty to preserve are never among them: what is held is held by its own law.

Authority: DOCKET 1.5, 1.8, 1.10.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tecum.docket.acts import ClockStopped
from tecum.docket.acts.clocks import StopCause
from tecum.docket.acts.courts import OrderEffect
from tecum.docket.entry import EntryId
from tecum.docket.parts import Label, ObligationId
from tecum.docket.state.model import (
    Asked,
    Compelled,
    DemandStep,
    ItemState,
    Obligation,
    ObligationOrigin,
    ObligationStep,
    Order,
    OrderStep,
    State,
)
from tecum.docket.vocabulary import ObligationObject

__all__ = ["ClockOfOrder", "clocks_left_running", "clocks_left_stopped"]

_OF_DEMAND = (ObligationObject.ANSWER, ObligationObject.PRODUCTION, ObligationObject.OBJECTION)


@dataclass(frozen=True, slots=True)
class ClockOfOrder:
    """An obligation, and the order on which it turns."""

    obligation: ObligationId
    order: EntryId


def clocks_left_running(state: State) -> tuple[ClockOfOrder, ...]:
    """Open obligations to answer, produce or object whose every item is quashed.

    Where several orders quash the items between them, the last one is named. An item that
    another order in force compels is left to a person, who has both before them.
    """
    if not _is_in_course(state):
        return ()
    in_force = _quashing(state, OrderStep.ENTERED)
    if not in_force:
        return ()
    rows = [row for row in _of_demand(state) if row.step.is_open]
    found = ((row, _last_on(state, row, in_force)) for row in rows)
    return tuple(ClockOfOrder(row.id, order.entry) for row, order in found if order is not None)


def clocks_left_stopped(state: State) -> tuple[ClockOfOrder, ...]:
    """Obligations stopped for an order that has been stayed, has ended, or was never made."""
    if not _is_in_course(state) or _is_quashed_whole(state):
        return ()
    lost = _quashing(state, OrderStep.STAYED, OrderStep.ENDED)
    found: list[ClockOfOrder] = []
    for row in _of_demand(state) if lost else ():
        stop = state.entries[row.since]
        if row.step is not ObligationStep.STOPPED or not _is_for_quashing(stop.act):
            continue
        since = [order for order in lost if state.entries[order.since].seq > stop.seq]
        live = [item.label for item in _left(state, row) if item.asked is Asked.LIVE]
        order = _order_on(since, live, whole=not state.items)
        if order is not None:
            found.append(ClockOfOrder(row.id, order.entry))
    return tuple(found)


def _is_in_course(state: State) -> bool:
    """Whether the demand is open: on one that ended or is closed nothing is offered."""
    return state.demand is not None and state.demand.step is DemandStep.OPEN


def _is_quashed_whole(state: State) -> bool:
    """Whether an order in force still quashes a demand that has no items."""
    in_force = _quashing(state, OrderStep.ENTERED)
    return not state.items and any(not row.act.items for row in in_force)


def _of_demand(state: State) -> list[Obligation]:
    """What is owed because the demand asks; a duty stands by its own law."""
    return [
        row
        for row in state.obligations.values()
        if row.object in _OF_DEMAND and row.origin is not ObligationOrigin.DUTY
    ]


def _quashing(state: State, *steps: OrderStep) -> list[Order]:
    """The orders that quash something of this demand, in these steps."""
    return [
        row
        for row in state.orders.values()
        if row.act.effect is OrderEffect.QUASHES
        and row.step in steps
        and (not row.act.demands or state.docket in row.act.demands)
    ]


def _last_on(state: State, row: Obligation, in_force: list[Order]) -> Order | None:
    """The last of the orders that together leave nothing of an obligation; None where some is."""
    left = _left(state, row)
    if any(item.asked is Asked.LIVE or item.compelled is Compelled.ORDERED for item in left):
        return None
    labels = [item.label for item in left]
    if any(_order_on(in_force, [label], whole=False) is None for label in labels):
        return None
    return _order_on(in_force, labels, whole=not state.items)


def _left(state: State, row: Obligation) -> list[ItemState]:
    """The items of an obligation that are unanswered, and still asked or quashed."""
    labels = row.undischarged if row.items else tuple(state.items)
    items = (state.items[label] for label in labels if label in state.items)
    return [item for item in items if item.asked in (Asked.LIVE, Asked.QUASHED)]


def _order_on(orders: Iterable[Order], labels: list[Label], *, whole: bool) -> Order | None:
    """The last order that reaches one of these items; of a demand without items, the whole."""
    found = [
        row
        for row in orders
        if (labels and (not row.act.items or set(labels) & set(row.act.items)))
        or (whole and not labels and not row.act.items)
    ]
    return found[-1] if found else None


def _is_for_quashing(act: object) -> bool:
    return isinstance(act, ClockStopped) and act.cause is StopCause.QUASHED
