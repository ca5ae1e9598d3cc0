"""What pages read of campaigns: recipients against milestones; an empty cell is no record.

A page of a thousand recipients is read from rows that follow from the entries; no docket of a
recipient is opened for it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import QuerySet

from tecum.docket.acts import CampaignOpened, RecipientAdded
from tecum.docket.acts.campaign import ExclusionReason
from tecum.docket.campaign import Board, Cell, Milestone, Row
from tecum.docket.chronology.model import Thread, ThreadRecipient
from tecum.docket.chronology.seen import Told, told_of
from tecum.docket.declare import Erased
from tecum.docket.differences import RecipientDiffers, differences
from tecum.docket.entry import DocketId, DocketKind, Entry, EntryId
from tecum.docket.seal import open_entry
from tecum.docket.state import State, new_state
from tecum.docket.state.model import Recipient, replace
from tecum.docket.vocabulary import Precision
from tecum.web.accounts.errors import NotFound
from tecum.web.accounts.models import Person
from tecum.web.accounts.policies import visible_dockets
from tecum.web.chronologies.selectors import thread_of_campaign
from tecum.web.docket import models
from tecum.web.docket.boarded import cells_on
from tecum.web.docket.models import Docket
from tecum.web.docket.standings import this_moment
from tecum.web.docket.states import states_of
from tecum.web.ledger.vault import openings_of
from tecum.words import Side

__all__ = [
    "CampaignPage",
    "CampaignRow",
    "campaign_board",
    "campaign_head",
    "campaigns",
    "differing",
    "happened_on",
    "items_of",
    "measures_of",
    "opened_by",
    "titles_of",
]


@dataclass(frozen=True, slots=True)
class CampaignRow:
    """One campaign of the list; who was left out is not among the recipients."""

    docket: str
    title: str
    recipients: int
    excluded: int
    side: Side = Side.THEIRS
    is_closed: bool = False


@dataclass(frozen=True, slots=True)
class CampaignPage:
    """The board of one campaign.

    Attributes:
        campaign: What stands of it whatever its recipients.
        rows: A row for each recipient, with the cells of the dockets that may be seen.
        cites: Recipient id → where it is said that the recipient is left out.
        figures: Recipient id → what public sources say of amounts, rounds and litigation.
        told: Recipient id → milestone → what public sources tell of it.
        thread: The public thread that the campaign was opened from, if it was.
    """

    docket: Docket
    campaign: CampaignRow
    rows: tuple[Row, ...]
    cites: Mapping[str, str] = field(default_factory=dict)
    figures: Mapping[str, ThreadRecipient] = field(default_factory=dict)
    told: Mapping[str, Mapping[Milestone, tuple[Told, ...]]] = field(default_factory=dict)
    thread: Thread | None = None

    @property
    def title(self) -> str:
        """What the campaign is called; empty once that was erased."""
        return self.campaign.title

    @property
    def board(self) -> Board:
        """The rows with their counts."""
        return Board(self.rows)


def campaigns(person: Person) -> list[CampaignRow]:
    """The campaigns that somebody may know of, newest first."""
    rows = models.Campaign.objects.filter(docket__in=visible_dockets(person))
    held = list(rows.order_by("-docket__opened_at", "docket"))
    acts = _opened(row.opened for row in held)
    return [_row(row, acts.get(row.opened)) for row in held]


def campaign_head(person: Person, docket_id: str) -> tuple[Docket, CampaignRow]:
    """A campaign without its recipients' rows.

    Raises:
        NotFound: there is none, or none that this person may know of.
    """
    docket = visible_dockets(person).filter(pk=docket_id, kind="campaign").first()
    held = models.Campaign.objects.filter(docket=docket).first() if docket is not None else None
    if docket is None or held is None:
        raise NotFound
    return docket, _row(held, _opened([held.opened]).get(held.opened))


def campaign_board(person: Person, docket_id: str) -> CampaignPage:
    """One campaign's board.

    Raises:
        NotFound: there is none, or none that this person may know of.
    """
    docket, campaign = campaign_head(person, docket_id)
    listed = list(models.Recipient.objects.filter(docket=docket).order_by("position"))
    cells = _cells(person, docket_id)
    rows = tuple(Row(_recipient(row), cells.get(row.demand, {})) for row in listed)
    thread = thread_of_campaign(docket_id)
    return CampaignPage(
        docket=docket,
        campaign=campaign,
        rows=rows,
        cites={row.recipient: row.cite for row in listed if row.cite},
        figures={row.id: row for row in thread.recipients} if thread is not None else {},
        told=told_of(thread) if thread is not None else {},
        thread=thread,
    )


def differing(
    person: Person, docket_id: str, recipients: Iterable[str]
) -> tuple[RecipientDiffers, ...]:
    """How the demands to some recipients differ from the campaign's template.

    Only the entries of these recipients are opened.
    """
    campaign = models.Campaign.objects.filter(docket_id=docket_id).first()
    rows = list(models.Recipient.objects.filter(docket_id=docket_id, recipient__in=recipients))
    if campaign is None:
        return ()
    seen = visible_dockets(person).filter(pk__in=[row.demand for row in rows if row.demand])
    held = states_of(seen)
    dockets = {row.recipient: held[row.demand] for row in rows if row.demand in held}
    return differences(_partly(campaign, rows), dockets)


def titles_of(docket_ids: Iterable[str]) -> dict[str, str]:
    """Docket → what its campaign is called; empty where that was erased."""
    rows = list(models.Campaign.objects.filter(docket_id__in=list(docket_ids)))
    acts = _opened(row.opened for row in rows)
    return {row.docket_id: _row(row, acts.get(row.opened)).title for row in rows}


def opened_by(docket_id: str) -> CampaignOpened | None:
    """The act that opened a campaign, where one stands on the docket."""
    row = models.Campaign.objects.filter(docket_id=docket_id).first()
    entry = _opened([row.opened]).get(row.opened) if row is not None else None
    return entry.act if entry is not None and isinstance(entry.act, CampaignOpened) else None


def _partly(campaign: models.Campaign, rows: list[models.Recipient]) -> State:
    """The campaign's state as far as its opening and some recipients make it."""
    entries = _opened([campaign.opened, *(row.entry for row in rows)])
    opened = entries[campaign.opened].act if campaign.opened in entries else None
    return replace(
        new_state(DocketKind.CAMPAIGN),
        campaign=opened if isinstance(opened, CampaignOpened) else None,
        entries={EntryId(ref): entry for ref, entry in entries.items()},
        recipients={
            row.recipient: _recipient(row)
            for row in rows
            if isinstance(entries[row.entry].act, RecipientAdded)
        },
    )


def items_of(person: Person, docket_id: str) -> dict[str, list[list[Any]]]:
    """Docket of a demand → each item with its disposition and the grounds for it."""
    return dict(_of_campaign(person, docket_id).values_list("docket_id", "items"))


def measures_of(person: Person, docket_id: str) -> dict[str, list[list[Any]]]:
    """Docket of a demand → what is said of each measure, where anything is."""
    rows = _of_campaign(person, docket_id).exclude(measures=[])
    return dict(rows.values_list("docket_id", "measures"))


def _cells(person: Person, docket_id: str) -> dict[str, Mapping[Milestone, Cell]]:
    """Docket → its cells now, for the demands of a campaign that may be seen."""
    rows = _of_campaign(person, docket_id).values_list("docket_id", "cells", "latest", "since")
    moment = this_moment()
    return {name: cells_on(cells, latest, since, moment) for name, cells, latest, since in rows}


def _of_campaign(person: Person, docket_id: str) -> QuerySet[models.BoardCells]:
    """The rows of a campaign's demands; named one by one, since a database that is to find them
    by itself may begin with every docket that the person may see."""
    of_campaign = models.Recipient.objects.filter(docket_id=docket_id).exclude(demand="")
    named = list(of_campaign.values_list("demand", flat=True))
    return models.BoardCells.objects.filter(docket__in=visible_dockets(person).filter(pk__in=named))


def _opened(ids: Iterable[str]) -> dict[str, Entry]:
    """Entries by id, opened as far as their keys exist."""
    rows = list(models.Entry.objects.filter(pk__in=list(ids)))
    opened = openings_of(row.pk for row in rows)
    return {row.pk: open_entry(json.loads(bytes(row.body)), opened[row.pk].fields) for row in rows}


def happened_on(entries: Iterable[str], zone: ZoneInfo) -> dict[str, date]:
    """Entry → the day on which what it records happened; no day where none is known."""
    bodies = models.Entry.objects.filter(pk__in=list(entries)).values_list("pk", "body")
    found = {ref: _day_of(json.loads(bytes(body))["happened"], zone) for ref, body in bodies}
    return {ref: on for ref, on in found.items() if on is not None}


def _day_of(happened: Mapping[str, Any], zone: ZoneInfo) -> date | None:
    value = happened.get("value") or ""
    if happened.get("precision") == Precision.INSTANT.value:
        return datetime.fromisoformat(value).astimezone(zone).date()
    return date.fromisoformat(value) if happened.get("precision") == Precision.DAY.value else None


def _row(held: models.Campaign, entry: Entry | None) -> CampaignRow:
    title = getattr(entry.act, "title", "") if entry is not None else ""
    return CampaignRow(
        docket=held.docket_id,
        title="" if isinstance(title, Erased) else title,
        recipients=held.recipients,
        excluded=held.excluded,
        side=Side(held.side),
        is_closed=held.closed,
    )


def _recipient(row: models.Recipient) -> Recipient:
    return Recipient(
        id=row.recipient,
        name=row.name,
        entry=EntryId(row.entry),
        docket=DocketId(row.demand) if row.demand else None,
        previous_round=row.previous_round or None,
        excluded_by=EntryId(row.excluded_by) if row.excluded_by else None,
        reason=ExclusionReason(row.reason) if row.reason else None,
    )
