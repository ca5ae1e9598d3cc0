"""Transitions of a campaign's docket: recipients, plans approved and acted on (DOCKET 1.11)."""

from __future__ import annotations

from tecum.docket.acts import (
    CampaignActed,
    CampaignApproved,
    CampaignClosed,
    CampaignOpened,
    RecipientAdded,
    RecipientExcluded,
    RecipientReincluded,
)
from tecum.docket.acts.campaign import CampaignAction
from tecum.docket.entry import Entry, EntryId
from tecum.docket.errors import NotPermitted
from tecum.docket.state.model import Recipient, State, replace
from tecum.docket.state.steps import known, moved, need_two, put, step
from tecum.docket.vocabulary import TwoPersons
from tecum.worded import worded as _
from tecum.words import Role, Side

__all__: list[str] = []

_WRITES = (CampaignAction.SEND, CampaignAction.REMIND, CampaignAction.ESCALATE)
"""What sends something to every recipient, and so needs the approval of its plan."""


@step(CampaignOpened)
def campaign_opened(state: State, entry: Entry, act: CampaignOpened) -> State:
    """A campaign stands on this docket."""
    if state.campaign is not None:
        raise moved(_("A campaign is already open on this docket."))
    _may_run(entry, act.side)
    return replace(state, campaign=act)


@step(RecipientAdded)
def recipient_added(state: State, entry: Entry, act: RecipientAdded) -> State:
    """A recipient has its row."""
    _may_run(entry, _is_open(state).side)
    if act.recipient in state.recipients:
        raise moved(_("The recipient is on the board already."))
    row = Recipient(
        id=act.recipient,
        name=act.name,
        entry=entry.id,
        docket=act.docket,
        previous_round=act.previous_round,
    )
    return replace(state, recipients=put(state.recipients, act.recipient, row))


@step(RecipientExcluded)
def recipient_excluded(state: State, entry: Entry, act: RecipientExcluded) -> State:
    """A recipient is left out and stays on the board, with the reason."""
    _may_run(entry, _is_open(state).side)
    row = known(state.recipients, act.recipient, "recipient")
    if row.excluded_by is not None:
        raise moved(_("The recipient is left out already."))
    left_out = replace(row, excluded_by=entry.id, reason=act.reason)
    return replace(state, recipients=put(state.recipients, act.recipient, left_out))


@step(RecipientReincluded)
def recipient_reincluded(state: State, entry: Entry, act: RecipientReincluded) -> State:
    """A recipient that was left out is on the board as before."""
    _may_run(entry, _is_open(state).side)
    row = known(state.recipients, act.recipient, "recipient")
    if row.excluded_by is None:
        raise moved(_("The recipient is not left out."))
    back = replace(row, excluded_by=None, reason=None)
    return replace(state, recipients=put(state.recipients, act.recipient, back))


@step(CampaignApproved)
def campaign_approved(state: State, entry: Entry, act: CampaignApproved) -> State:
    """A plan may be acted on as it stands, and no other."""
    _is_open(state)
    return replace(state, plans=put(state.plans, act.plan, entry.id))


@step(CampaignActed)
def campaign_acted(state: State, entry: Entry, act: CampaignActed) -> State:
    """A plan was acted on; what writes to recipients was approved by another person first."""
    _is_open(state)
    approval = state.plans.get(act.plan)
    if act.action in _WRITES:
        if approval is None:
            raise moved(_("This plan is not approved as it stands."))
        need_two(state, entry, TwoPersons.SENDING, state.entries[approval].actor.person)
    for row in act.made:
        recipient = known(state.recipients, row.recipient, "recipient")
        sent = row.entry is not None and act.action in _WRITES
        if sent and _was_out(state, recipient, approval):
            raise moved(_("Nothing is sent to a recipient that is left out."))
    return replace(state, acted=put(state.acted, act.plan, entry.id))


def _was_out(state: State, recipient: Recipient, approval: EntryId | None) -> bool:
    """Whether a recipient was left out when the plan was approved.

    Who is left out while a plan is being carried out may have been written to before; the act
    that tells so is recorded.
    """
    if recipient.excluded_by is None or approval is None:
        return recipient.excluded_by is not None
    return state.entries[recipient.excluded_by].seq < state.entries[approval].seq


@step(CampaignClosed)
def campaign_closed(state: State, entry: Entry, act: CampaignClosed) -> State:
    """Nothing more is done for all at once."""
    _is_open(state)
    return replace(state, campaign_closed=entry.id)


def _is_open(state: State) -> CampaignOpened:
    if state.campaign is None:
        raise moved(_("No campaign is open on this docket."))
    if state.campaign_closed is not None:
        raise moved(_("The campaign is closed."))
    return state.campaign


def _may_run(entry: Entry, side: Side) -> None:
    """Clerks and counsel follow the campaigns of others; this office's own is for who issues."""
    if side is Side.OURS and entry.actor.role in (Role.CLERK, Role.COUNSEL):
        raise NotPermitted(
            _("A campaign of this office is for its issuing officers and leads."),
            why=_("Its recipients are written to in the name of the office."),
            do=_("Ask an issuing officer or the lead."),
        )
