"""Transitions of registration: a demand stands, is linked, is assigned."""

from __future__ import annotations

from tecum.docket.acts import DemandAssigned, DemandLinked, DemandRegistered
from tecum.docket.acts.registration import Need
from tecum.docket.entry import Entry
from tecum.docket.errors import ConfirmListOpen, NoItems, NotPermitted
from tecum.docket.state.arrival import settle
from tecum.docket.state.model import (
    ArrivalStep,
    DemandState,
    DemandStep,
    ItemState,
    State,
    replace,
)
from tecum.docket.state.steps import known, moved, step
from tecum.docket.vocabulary import Direction
from tecum.worded import worded as _
from tecum.words import Role

__all__: list[str] = []

_MAY: dict[Need, frozenset[Role]] = {
    Need.READ: frozenset({Role.CLERK, Role.COUNSEL, Role.LEAD, Role.ISSUING_OFFICER}),
    Need.DECIDE: frozenset({Role.COUNSEL, Role.LEAD}),
    Need.GATHER: frozenset({Role.CUSTODIAN, Role.COUNSEL, Role.LEAD}),
    Need.APPROVE: frozenset({Role.COUNSEL, Role.LEAD}),
    Need.SEND: frozenset({Role.COUNSEL, Role.LEAD, Role.ISSUING_OFFICER}),
}


@step(DemandRegistered)
def demand_registered(state: State, entry: Entry, act: DemandRegistered) -> State:
    """The arrival's docket is the demand's; every item is live."""
    if state.demand is not None:
        raise moved(_("A demand is already registered on this docket."))
    if act.direction is Direction.INWARD and entry.actor.role is Role.ISSUING_OFFICER:
        raise NotPermitted(
            _("An issuing officer registers demands that go out."),
            do=_("Let a clerk or counsel register what came in."),
        )
    if not act.items and not act.no_items_stated:
        raise NoItems(
            _("The demand names no item."),
            why=_("Everything is decided and answered item by item."),
            do=_('Enter the items, or state that there are "no items".'),
        )
    _check_confirmed(state, act)
    if act.arrival is not None:
        arrival = known(state.arrivals, act.arrival, "arrival")
        if arrival.step not in (ArrivalStep.RECEIVED, ArrivalStep.READ):
            raise moved(_("The arrival is set apart, dismissed or filed."))
        state = settle(state, act.arrival)
    outward = act.direction is Direction.OUTWARD
    demand = DemandState(
        entry=entry.id,
        act=act,
        step=DemandStep.DRAFT if outward else DemandStep.OPEN,
        since=entry.id,
        drafted_by=entry.actor.person if outward else None,
    )
    items = {asked.label: ItemState(asked_for=asked) for asked in act.items}
    return replace(state, demand=demand, items=items)


def _check_confirmed(state: State, act: DemandRegistered) -> None:
    if act.reading is None:
        return
    reading = known(state.readings, act.reading, "reading")
    missing = reading.unconfirmed
    if missing:
        raise ConfirmListOpen(
            _("{n} fields are not confirmed: {fields}.", n=len(missing), fields=missing),
            why=_("Dates and findings would rest on what nobody has looked at."),
            do=_("Confirm each, correct it, or mark it unknown."),
            fields=missing,
        )


@step(DemandLinked)
def demand_linked(state: State, entry: Entry, act: DemandLinked) -> State:
    """Two dockets belong together."""
    if act.other == entry.docket:
        raise moved(_("A docket cannot be linked to itself."))
    return replace(state, links=(*state.links, entry.id))


@step(DemandAssigned)
def demand_assigned(state: State, entry: Entry, act: DemandAssigned) -> State:
    """Somebody is asked to do something that the role allows."""
    if act.assignee_role not in _MAY[act.need]:
        raise NotPermitted(
            _("A {role} may not {need}.", role=act.assignee_role, need=act.need),
            do=_("Assign somebody who may: {roles}.", roles=sorted(_MAY[act.need])),
        )
    return replace(state, assigned=(*state.assigned, entry.id))
