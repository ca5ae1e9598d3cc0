"""Transitions of who may know: a matter sealed and unsealed, what is published."""

from __future__ import annotations

from tecum.docket.acts import MatterSealed, MatterUnsealed, VisibilitySet
from tecum.docket.acts.registration import SealGround
from tecum.docket.entry import Entry, EntryId
from tecum.docket.errors import DocketSealed, NotPermitted, UnknownReference
from tecum.docket.state.model import State, replace
from tecum.docket.state.steps import known, moved, need_reason, step
from tecum.worded import worded as _
from tecum.words import Role

__all__ = ["check_seal", "members", "seals_of"]


def members(state: State) -> frozenset[str] | None:
    """Who alone may know of a sealed matter, by every seal that stands; None where none does."""
    named = [frozenset(act.members) for _, act in seals_of(state)]
    return frozenset.intersection(*named) if named else None


def seals_of(state: State) -> list[tuple[EntryId, MatterSealed]]:
    """The seals that stand on a matter, the oldest first."""
    acts = ((ref, state.entries[ref].act) for ref in state.seals)
    return [(ref, act) for ref, act in acts if isinstance(act, MatterSealed)]


def check_seal(state: State, entry: Entry) -> None:
    """Refuse an act of a person who may not know of the matter.

    Raises:
        DocketSealed: the matter is sealed, and this person is not among its members.
    """
    may = members(state)
    person = entry.actor.person
    outside = entry.actor.role in (Role.SYSTEM, Role.COUNTERPART) or person is None
    if may is None or outside or person in may:
        return
    raise DocketSealed(
        _("The matter is sealed."),
        why=_("Only the persons named in the seal may act on it, or know of it."),
        do=_("Ask the lead."),
    )


@step(MatterSealed)
def matter_sealed(state: State, entry: Entry, act: MatterSealed) -> State:
    """Nobody but the members may know of the matter; whoever seals it is one of them.

    Sealed again on the same ground, it has other members; on another, both seals stand.
    """
    _check_may(state, entry)
    if act.order is not None:
        known(state.entries, act.order, "order")
    if entry.actor.person is not None and entry.actor.person not in act.members:
        raise moved(_("Whoever seals a matter is one of its members."))
    same = {ref for ref, held in seals_of(state) if (held.ground, held.order) == _on(act)}
    return replace(state, seals=(*(ref for ref in state.seals if ref not in same), entry.id))


@step(MatterUnsealed)
def matter_unsealed(state: State, entry: Entry, act: MatterUnsealed) -> State:
    """One seal ends; the matter is open once none stands."""
    _check_may(state, entry)
    if not state.seals:
        raise moved(_("The matter is not sealed."))
    need_reason(act.reason, _("Unsealing a matter"))
    ended = act.seal if act.seal is not None else state.seals[-1]
    if act.seal is None and len(state.seals) > 1 and not state.rules.recorded:
        raise UnknownReference(
            _("More than one seal stands on this matter, and none was named."),
            why=_("Each has a ground of its own; what ends one leaves the other."),
            do=_("Say which of them ends."),
        )
    if ended not in state.seals:
        raise moved(_("The seal that was to end does not stand any more."))
    return replace(state, seals=tuple(ref for ref in state.seals if ref != ended))


def _on(act: MatterSealed) -> tuple[SealGround, EntryId | None]:
    return act.ground, act.order


def _check_may(state: State, entry: Entry) -> None:
    may = state.rules.counsel_may_seal or state.rules.recorded
    if entry.actor.role is Role.COUNSEL and not may:
        raise NotPermitted(
            _("Counsel seals and unseals a matter only where the office's profile says so."),
            why=_("A seal hides the matter from everybody else, whatever their role."),
            do=_('Ask the lead, or let the profile say: signers counsel = ["seal"].'),
        )


@step(VisibilitySet)
def visibility_set(state: State, entry: Entry, act: VisibilitySet) -> State:
    """The allow-list of what is published; a sealed matter publishes nothing."""
    if state.demand is None:
        raise moved(_("There is no demand on this docket to publish anything of."))
    if state.sealed_by is not None and act.fields:
        raise moved(_("A sealed matter publishes nothing."))
    return replace(state, visibility=entry.id)
