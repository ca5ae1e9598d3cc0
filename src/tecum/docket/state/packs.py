"""Transitions of packs on the office's docket: who stands for a version, and since when it acts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from tecum.docket.acts import (
    PackActivated,
    PackApproved,
    PackBlockReviewed,
    PackProposed,
    PackReturned,
)
from tecum.docket.entry import Entry, EntryId
from tecum.docket.errors import NotDraft, NotPermitted
from tecum.docket.state.model import PackApproval, PackVersion, State, replace
from tecum.docket.state.steps import known, moved, need_reason, need_two, put, step
from tecum.docket.vocabulary import TwoPersons
from tecum.provenance import Sha256
from tecum.worded import worded as _

__all__ = ["approvals_wanted", "in_force_on", "latest"]


def approvals_wanted(state: State) -> int:
    """How many roles must approve a version: two, or one where the profile lifts the second."""
    return 2 if state.rules.asks_two(TwoPersons.PACKS) else 1


def latest(state: State, pack: str) -> Sha256 | None:
    """The version of a pack that was put in force last."""
    ref = state.packs.get(pack)
    act = state.entries[ref].act if ref is not None else None
    return act.sha256 if isinstance(act, PackActivated) else None


def in_force_on(state: State, day: date) -> Mapping[str, Sha256]:
    """The version of each pack that acts on a day: of those begun, the one recorded last."""
    found: dict[str, Sha256] = {}
    for entry in state.entries.values():
        act = entry.act
        if isinstance(act, PackActivated) and act.in_force_from <= day:
            found[act.pack] = act.sha256
    return found


@step(PackProposed)
def pack_proposed(state: State, entry: Entry, act: PackProposed) -> State:
    """A version waits for its reviewers and approvers."""
    if latest(state, act.pack) != act.before:
        raise moved(_("The version that this is to replace is no longer the one in force."))
    if act.sha256 == act.before:
        raise moved(_("This version is in force already."))
    if any(row.is_open and row.sha256 == act.sha256 for row in state.pack_versions.values()):
        raise moved(_("This version is proposed already."))
    row = PackVersion(
        entry=entry.id,
        pack=act.pack,
        sha256=act.sha256,
        before=act.before,
        by=entry.actor.person,
    )
    return replace(state, pack_versions=put(state.pack_versions, entry.id, row))


@step(PackBlockReviewed)
def pack_block_reviewed(state: State, entry: Entry, act: PackBlockReviewed) -> State:
    """A review counts for this text of the block, in every version that has it."""
    need_reason(act.capacity, _("A review"))
    return replace(state, block_reviews=(*state.block_reviews, entry.id))


@step(PackApproved)
def pack_approved(state: State, entry: Entry, act: PackApproved) -> State:
    """One role stands for a version; two people are wanted where the profile asks for two."""
    row = _open(state, act.proposal)
    if latest(state, row.pack) != row.before:
        raise moved(_("Another version was put in force since this one was proposed."))
    _check_role(state, entry, act)
    if any(one.role is act.as_role for one in row.approvals):
        raise moved(_("This version is approved in this role already."))
    for other in (row.by, *(one.person for one in row.approvals)):
        need_two(state, entry, TwoPersons.PACKS, other)
    approval = PackApproval(entry=entry.id, person=entry.actor.person, role=act.as_role)
    changed = replace(row, approvals=(*row.approvals, approval))
    return replace(state, pack_versions=put(state.pack_versions, row.entry, changed))


@step(PackReturned)
def pack_returned(state: State, entry: Entry, act: PackReturned) -> State:
    """A version is given back; proposed anew, it begins again."""
    row = _open(state, act.proposal)
    need_reason(act.reason, _("Giving a pack back"))
    changed = replace(row, returned_by=entry.id)
    return replace(state, pack_versions=put(state.pack_versions, row.entry, changed))


@step(PackActivated)
def pack_activated(state: State, entry: Entry, act: PackActivated) -> State:
    """A version acts from a day on, once it is approved as the office's profile asks."""
    if latest(state, act.pack) != act.before:
        raise moved(_("The version that was to be replaced is no longer the one in force."))
    row = next(
        (
            one
            for one in state.pack_versions.values()
            if one.is_open and (one.pack, one.sha256) == (act.pack, act.sha256)
        ),
        None,
    )
    wanted = approvals_wanted(state)
    if wanted > 1 and (row is None or len(row.approvals) < wanted):
        raise NotDraft(
            _("This version is not approved in two roles by two people."),
            why=_("What acts for the office must have been read by more than one person."),
            do=_("Let counsel and a lead approve it, then put it in force."),
        )
    state = replace(state, packs=put(state.packs, act.pack, entry.id))
    if row is None:
        return state
    changed = replace(row, activated_by=entry.id)
    return replace(state, pack_versions=put(state.pack_versions, row.entry, changed))


def _open(state: State, proposal: EntryId) -> PackVersion:
    row = known(state.pack_versions, proposal, "proposed version")
    if not row.is_open:
        raise moved(_("This proposal has been given back or put in force."))
    return row


def _check_role(state: State, entry: Entry, act: PackApproved) -> None:
    """Nobody approves in a role that they do not hold, or that may not approve packs."""
    held = {entry.actor.role, *state.people.get(entry.actor.person or "", ())}
    if act.as_role not in act.recorded_by or act.as_role not in held:
        raise NotPermitted(
            _("This person does not approve packs as {role}.", role=act.as_role),
            do=_("Ask: {roles}.", roles=sorted(act.recorded_by)),
        )
