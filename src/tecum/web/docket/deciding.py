"""What a person determines, item by item, and how a second person approves or returns it."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from tecum.docket.acts import (
    DeterminationApproved,
    DeterminationProposed,
    DeterminationReturned,
)
from tecum.docket.acts.decision import Determined
from tecum.docket.entry import Entry, EntryId, Label
from tecum.web.accounts.models import Person
from tecum.web.docket import states
from tecum.web.docket.duties import open_for
from tecum.web.docket.record import How, record

__all__ = ["approve_determination", "propose_determination", "return_determination"]


def propose_determination(
    actor: Person,
    docket_id: str,
    items: Iterable[str],
    outcome: Determined,
    *,
    reason: str | None = None,
    reason_code: str | None = None,
    actions: Iterable[str] = (),
    awaits: str | None = None,
    key: str | None = None,
) -> Entry:
    """Propose what to do with items, on the findings that stand now.

    Args:
        items: Labels of live items.
        reason: Needed where the proposal departs from what the rules say.
        awaits: The event awaited, for ``await_event``.

    Raises:
        FindingsMoved: no findings were taken, or something they rest on has moved.
        ReasonNeeded: it departs from the findings and says no reason.
    """
    state = states.state_of(states.docket_for(actor, docket_id))
    act = DeterminationProposed(
        items=tuple(Label(item) for item in items),
        outcome=outcome,
        findings=state.findings.entry if state.findings is not None else None,
        actions=tuple(actions),
        awaits=awaits,
        reason_code=reason_code,
        reason=reason,
    )
    return record(actor, docket_id, act, How(key=key))


def approve_determination(actor: Person, docket_id: str, proposal: str) -> Entry:
    """Let a proposal stand as this office's determination.

    Raises:
        SamePerson: the proposer approves, where two persons are required.
        FindingsMoved: the findings have changed since the proposal.
    """
    with transaction.atomic():
        entry = record(actor, docket_id, DeterminationApproved(proposal=EntryId(proposal)))
        open_for(entry)
    return entry


def return_determination(actor: Person, docket_id: str, proposal: str, reason: str) -> Entry:
    """Give a proposal back to its author, with the reason."""
    act = DeterminationReturned(proposal=EntryId(proposal), reason=reason)
    return record(actor, docket_id, act)
