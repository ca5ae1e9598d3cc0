"""Transitions of who may know: a matter sealed and unsealed, what is published."""

from __future__ import annotations

from tecum.docket.acts import MatterSealed, MatterUnsealed, VisibilitySet
from tecum.docket.entry import Entry
from tecum.docket.errors import DocketSealed, NotPermitted
from tecum.docket.state.model import State, replace
from tecum.docket.state.steps import known, moved, need_reason, step
from tecum.words import Role

__all__ = ["check_seal", "members"]


def members(state: State) -> frozenset[str] | None:
    """Who alone may know of a sealed matter; None where it is not sealed."""
    act = state.entries[state.sealed_by].act if state.sealed_by is not None else None
    return frozenset(act.members) if isinstance(act, MatterSealed) else None


def check_seal(state: State, entry: Entry) -> None:
    """Refuse an act of a person who may not know of the matter."""
    may = members(state)
    person = entry.actor.person
    outside = entry.actor.role in (Role.SYSTEM, Role.COUNTERPART) or person is None
    if may is None or outside or person in may:
        return
    raise DocketSealed(
        "The matter is sealed.",
        why="Only the persons named in the seal may act on it, or know of it.",
        do="Ask the lead.",
    )


@step(MatterSealed)
def matter_sealed(state: State, entry: Entry, act: MatterSealed) -> State:
    """Nobody but the members may know of the matter; whoever seals it is one of them."""
    _check_may(state, entry)
    if act.order is not None:
        known(state.entries, act.order, "order")
    if entry.actor.person is not None and entry.actor.person not in act.members:
        raise moved("Whoever seals a matter is one of its members.")
    return replace(state, sealed_by=entry.id)


@step(MatterUnsealed)
def matter_unsealed(state: State, entry: Entry, act: MatterUnsealed) -> State:
    """The seal ends."""
    _check_may(state, entry)
    if state.sealed_by is None:
        raise moved("The matter is not sealed.")
    need_reason(act.reason, "Unsealing a matter")
    return replace(state, sealed_by=None)


def _check_may(state: State, entry: Entry) -> None:
    may = state.rules.counsel_may_seal or state.rules.recorded
    if entry.actor.role is Role.COUNSEL and not may:
        raise NotPermitted(
            "Counsel seals and unseals a matter only where the office's profile says so.",
            why="A seal hides the matter from everybody else, whatever their role.",
            do='Ask the lead, or let the profile say: signers counsel = ["seal"].',
        )


@step(VisibilitySet)
def visibility_set(state: State, entry: Entry, act: VisibilitySet) -> State:
    """The allow-list of what is published; a sealed matter publishes nothing."""
    if state.demand is None:
        raise moved("There is no demand on this docket to publish anything of.")
    if state.sealed_by is not None and act.fields:
        raise moved("A sealed matter publishes nothing.")
    return replace(state, visibility=entry.id)
