"""What pages read of campaigns: recipients against milestones; an empty cell is no record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tecum.docket.campaign import Board, Milestone, board
from tecum.docket.chronology.model import Thread, ThreadRecipient
from tecum.docket.chronology.seen import Told, told_of
from tecum.docket.declare import Erased
from tecum.docket.differences import RecipientDiffers, differences
from tecum.docket.state import State
from tecum.web.accounts.errors import NotFound
from tecum.web.accounts.models import Person
from tecum.web.accounts.policies import visible_dockets
from tecum.web.chronologies.selectors import thread_of_campaign
from tecum.web.docket.models import Docket
from tecum.web.docket.selectors import as_of, state_for

__all__ = ["CampaignPage", "CampaignRow", "campaign_board", "campaigns"]


@dataclass(frozen=True, slots=True)
class CampaignRow:
    """One campaign of the list; who was left out is not among the recipients."""

    docket: str
    title: str
    recipients: int
    excluded: int


@dataclass(frozen=True, slots=True)
class CampaignPage:
    """The board of one campaign.

    Attributes:
        figures: Recipient id → what public sources say of amounts, rounds and litigation.
        told: Recipient id → milestone → what public sources tell of it.
        thread: The public thread that the campaign was opened from, if it was.
        differs: Each recipient whose demand differs from the template.
    """

    docket: Docket
    title: str
    state: State
    board: Board
    figures: Mapping[str, ThreadRecipient]
    told: Mapping[str, Mapping[Milestone, tuple[Told, ...]]]
    thread: Thread | None
    differs: tuple[RecipientDiffers, ...]


def campaigns(person: Person) -> list[CampaignRow]:
    """The campaigns that somebody may know of, newest first."""
    rows = visible_dockets(person).filter(kind="campaign").order_by("-opened_at", "pk")
    return [_row(row.pk, state) for row in rows if (state := state_for(row.pk)) is not None]


def campaign_board(person: Person, docket_id: str) -> CampaignPage:
    """One campaign's board.

    Raises:
        NotFound: there is none, or none that this person may know of.
    """
    docket = visible_dockets(person).filter(pk=docket_id, kind="campaign").first()
    state = state_for(docket_id)
    if docket is None or state is None:
        raise NotFound
    visible = set(
        visible_dockets(person)
        .filter(pk__in=[row.docket for row in state.recipients.values() if row.docket])
        .values_list("pk", flat=True)
    )
    dockets = {
        row.id: held
        for row in state.recipients.values()
        if row.docket in visible and (held := state_for(str(row.docket))) is not None
    }
    thread = thread_of_campaign(docket_id)
    return CampaignPage(
        docket=docket,
        title=_row(docket_id, state).title,
        state=state,
        board=board(state, dockets, as_of()),
        figures={row.id: row for row in thread.recipients} if thread is not None else {},
        told=told_of(thread) if thread is not None else {},
        thread=thread,
        differs=differences(state, dockets),
    )


def _row(docket_id: str, state: State) -> CampaignRow:
    title = state.campaign.title if state.campaign is not None else ""
    out = sum(row.excluded_by is not None for row in state.recipients.values())
    return CampaignRow(
        docket_id, "" if isinstance(title, Erased) else title, len(state.recipients) - out, out
    )
