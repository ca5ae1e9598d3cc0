"""Transitions of a demand's course: narrowed, ended, escalated, closed, corrected."""

from __future__ import annotations

from tecum.docket.acts import (
    Corrected,
    DemandClosed,
    DemandEscalated,
    DemandNarrowed,
    DemandReopened,
    DemandSuperseded,
    DemandWithdrawn,
    EscalationThreatened,
    NoteAdded,
)
from tecum.docket.entry import Entry, EntryId
from tecum.docket.errors import DemandEnded, NotPermitted, OpenObligations
from tecum.docket.parts import Label
from tecum.docket.state.courts import order_taken_back, proceeding_taken_back
from tecum.docket.state.measures import measure_taken_back
from tecum.docket.state.model import (
    Asked,
    DemandState,
    DemandStep,
    ItemState,
    State,
    replace,
)
from tecum.docket.state.obligations import (
    correct_due,
    end_without_items,
    mark_disputed,
    reopen,
    restart,
    stop_open,
)
from tecum.docket.state.steps import findings_moved, has_entry, known, moved, put, step, warn
from tecum.worded import worded as _
from tecum.words import Role

__all__ = ["left_open"]


@step(DemandWithdrawn)
def demand_withdrawn(state: State, entry: Entry, act: DemandWithdrawn) -> State:
    """The demand is ended; its items are dropped and what was in course stops."""
    demand = state.demand
    if demand is None or demand.step not in (DemandStep.DRAFT, DemandStep.OPEN):
        return warn(state, "withdrawn-out-of-turn", entry)
    return _ended(state, demand, entry, "withdrawn")


@step(DemandSuperseded)
def demand_superseded(state: State, entry: Entry, act: DemandSuperseded) -> State:
    """Another demand stands in this one's place."""
    demand = state.demand
    if demand is None or demand.step not in (DemandStep.DRAFT, DemandStep.OPEN):
        return warn(state, "superseded-out-of-turn", entry)
    if any(label not in state.items for label in act.carried):
        state = warn(state, "carried-unknown-item", entry)
    return _ended(state, demand, entry, "superseded")


@step(DemandNarrowed)
def demand_narrowed(state: State, entry: Entry, act: DemandNarrowed) -> State:
    """Items are asked in fewer words, or no longer; what was decided on them is stale."""
    demand = state.demand
    if demand is None or demand.step not in (DemandStep.DRAFT, DemandStep.OPEN):
        return warn(state, "narrowed-out-of-turn", entry)
    items: dict[Label, ItemState] = dict(state.items)
    for row in act.items:
        item = items.get(row.item)
        if item is None or item.asked is not Asked.LIVE:
            state = warn(state, "narrowed-item-not-asked", entry)
        elif row.new is None:
            items[row.item] = replace(item, asked=Asked.DROPPED, asked_by=entry.id)
        else:
            items[row.item] = replace(
                item,
                asked_for=replace(item.asked_for, text=row.new),
                asked_by=entry.id,
                stale=item.determination is not None,
            )
    return end_without_items(findings_moved(replace(state, items=items)), entry)


@step(DemandEscalated)
def demand_escalated(state: State, entry: Entry, act: DemandEscalated) -> State:
    """The demand was pressed by a further step."""
    state = has_entry(state, entry, act.proceeding)
    return replace(state, escalations=(*state.escalations, entry.id))


@step(EscalationThreatened)
def escalation_threatened(state: State, entry: Entry, act: EscalationThreatened) -> State:
    """A further step was announced; nothing has been issued."""
    return replace(state, threats=(*state.threats, entry.id))


@step(NoteAdded)
def note_added(state: State, entry: Entry, act: NoteAdded) -> State:
    """A note stands."""
    return replace(state, notes=(*state.notes, entry.id))


@step(DemandClosed)
def demand_closed(state: State, entry: Entry, act: DemandClosed) -> State:
    """The demand is closed; what is left open is listed, with a reason."""
    demand = _a_demand(state)
    if demand.step is DemandStep.DRAFT:
        raise moved(_("A draft is not closed; withdraw it."))
    rest = left_open(state)
    if rest and (set(act.left_open) != set(rest) or act.reason is None):
        raise OpenObligations(
            _("{n} things are open: {rest}.", n=len(rest), rest=rest),
            why=_("Whoever reads the closed docket must see what was left."),
            do=_("Finish them, or list them with the reason for closing."),
            left_open=rest,
        )
    closed = replace(demand, step=DemandStep.CLOSED, how=act.ground.value, since=entry.id)
    return replace(state, demand=closed, reopen_offered=None)


@step(DemandReopened)
def demand_reopened(state: State, entry: Entry, act: DemandReopened) -> State:
    """The demand is open again; items that its end had dropped are live again."""
    demand = _a_demand(state)
    if demand.step not in (DemandStep.CLOSED, DemandStep.ENDED):
        raise moved(_("The demand is open."))
    known(state.entries, act.cause, "entry")
    items = {
        label: replace(item, asked=Asked.LIVE, asked_by=entry.id)
        if item.asked is Asked.DROPPED and _fell_with_demand(state, item)
        else item
        for label, item in state.items.items()
    }
    opened = replace(demand, step=DemandStep.OPEN, how=None, since=entry.id)
    opened_again = replace(state, demand=opened, items=items, reopen_offered=None)
    return restart(opened_again, entry)


@step(Corrected)
def corrected(state: State, entry: Entry, act: Corrected) -> State:
    """A better value stands beside the first; taken back whole, its effects end."""
    first = state.entries.get(act.entry)
    if first is None:
        return warn(state, "unknown-reference", entry)
    if entry.actor.role not in (first.actor.role, Role.LEAD):
        raise NotPermitted(
            _("Only the role that recorded an entry, or the lead, corrects it."),
            do=_("Ask a {role} or the lead.", role=first.actor.role),
        )
    held = state.corrections.get(act.entry, ())
    state = replace(state, corrections=put(state.corrections, act.entry, (*held, entry.id)))
    state = findings_moved(state)
    if act.path is None:
        return _take_back(state, entry, act)
    return correct_due(state, entry, act) if act.path == "due" else state


def left_open(state: State) -> tuple[str, ...]:
    """What is open on a demand: obligations by id, then live items without final answer."""
    owed = [row.id for row in state.obligations.values() if row.step.is_open]
    items = [f"item {item.label}" for item in state.live_items if not item.is_settled]
    return (*owed, *items)


def _ended(state: State, demand: DemandState, entry: Entry, how: str) -> State:
    ended = replace(demand, step=DemandStep.ENDED, how=how, since=entry.id)
    items = {
        label: replace(item, asked=Asked.DROPPED, asked_by=entry.id)
        if item.asked in (Asked.LIVE, Asked.QUASHED)
        else item
        for label, item in state.items.items()
    }
    return stop_open(replace(state, demand=ended, items=items), entry)


def _fell_with_demand(state: State, item: ItemState) -> bool:
    by = state.entries.get(item.asked_by) if item.asked_by is not None else None
    return by is not None and isinstance(by.act, DemandWithdrawn | DemandSuperseded)


def _take_back(state: State, entry: Entry, act: Corrected) -> State:
    dispute = state.disputes.get(act.entry)
    if dispute is not None and dispute.ended_by is None:
        ended = replace(dispute, ended_by=entry.id)
        state = replace(state, disputes=put(state.disputes, act.entry, ended))
    if state.visibility == act.entry:
        state = replace(state, visibility=None)
    services = tuple(row for row in state.services if row.entry != act.entry)
    facts = {key: ref for key, ref in state.facts.items() if ref != act.entry}
    state = replace(
        state,
        services=services,
        facts=facts,
        links=_without(state.links, act.entry),
        escalations=_without(state.escalations, act.entry),
        threats=_without(state.threats, act.entry),
    )
    state = measure_taken_back(proceeding_taken_back(state, act.entry), act.entry)
    return mark_disputed(order_taken_back(reopen(state, act.entry), entry, act.entry))


def _without(rows: tuple[EntryId, ...], ref: EntryId) -> tuple[EntryId, ...]:
    return tuple(row for row in rows if row != ref)


def _a_demand(state: State) -> DemandState:
    if state.demand is None:
        raise DemandEnded(_("There is no demand on this docket."))
    return state.demand
