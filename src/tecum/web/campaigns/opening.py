"""Campaigns of this office: the text, the recipients with what differs, who is left out."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from tecum.docket.acts import (
    CampaignClosed,
    CampaignOpened,
    RecipientAdded,
    RecipientExcluded,
    RecipientReincluded,
)
from tecum.docket.acts.campaign import ExclusionReason, SlotValue
from tecum.docket.acts.registration import DueStated
from tecum.docket.declare import Erased
from tecum.docket.entry import DocketId, DocketKind, Entry, EntryId
from tecum.docket.parts import ItemAsked, Label, Source
from tecum.docket.plans.letters import OF_EVERY_LETTER, slots_of
from tecum.docket.state.model import State
from tecum.docket.vocabulary import BasisKind, Direction
from tecum.errors import UsageError
from tecum.provenance import Sha256
from tecum.web.accounts.models import Person
from tecum.web.accounts.policies import require, visible_docket
from tecum.web.accounts.selectors import profile
from tecum.web.docket import states
from tecum.web.docket.record import How, new_docket_id, record
from tecum.web.docket.registering import Registration, register_demand
from tecum.web.intake import store
from tecum.words import Category, DueForm, Kind, Side

__all__ = [
    "MOST_AT_ONCE",
    "Added",
    "NewCampaign",
    "NewRecipient",
    "add_recipients",
    "close_campaign",
    "from_csv",
    "from_earlier",
    "leave_out",
    "open_campaign",
    "take_back_in",
]

MOST_AT_ONCE = 200
"""How many recipients one request adds; whoever brings more brings the same file again."""


@dataclass(frozen=True, slots=True)
class NewCampaign:
    """What a person enters of a campaign.

    Attributes:
        template: The letter, with slots in braces; empty where each demand has its own paper.
        items: What is asked for, one text a line; labelled 1, 2, 3 …
        follows: The docket of the round before.
    """

    title: str
    kind: Kind
    template: str = ""
    items: tuple[str, ...] = ()
    due: date | None = None
    follows: str = ""
    side: Side = Side.OURS


@dataclass(frozen=True, slots=True)
class NewRecipient:
    """One recipient as it was entered."""

    name: str
    address: str = ""
    due: date | None = None
    slots: Mapping[str, str] = field(default_factory=dict)
    previous_round: str = ""


@dataclass(frozen=True, slots=True)
class Added:
    """What came of adding several: how many were, who was there before, how many are left."""

    added: int
    there: tuple[str, ...]
    left: int


def open_campaign(actor: Person, new: NewCampaign) -> str:
    """Open a campaign; gives its docket.

    Raises:
        NotPermitted: the actor's role opens no campaign of this office.
        UsageError: it has no title.
    """
    require(actor, CampaignOpened.slug)
    title, text = new.title.strip(), new.template.replace("\r\n", "\n").strip()
    if not title:
        raise UsageError(
            _("The campaign has no name."), do=_("Enter one."), code="campaign.no-title"
        )
    laid = store.lay_down(io.BytesIO(text.encode())) if text else None
    follows = visible_docket(actor, new.follows).pk if new.follows else None
    act = CampaignOpened(
        title=title,
        side=new.side,
        kind=new.kind,
        template=Sha256(laid.sha256) if laid is not None else None,
        slots=tuple(name for name in slots_of(text) if name not in OF_EVERY_LETTER),
        items=tuple(
            ItemAsked(label=Label(str(n)), text=line, category=Category.OTHER)
            for n, line in enumerate(_lines(new.items), 1)
        ),
        due=new.due,
        follows=DocketId(follows) if follows else None,
    )
    docket = new_docket_id()
    with transaction.atomic():
        record(actor, docket, act, opens=DocketKind.CAMPAIGN)
        if laid is not None:
            store.enter(laid, docket, "template.txt", is_document=False)
    return docket


def add_recipients(actor: Person, docket_id: str, new: Iterable[NewRecipient]) -> Added:
    """Add recipients, each with a draft of its demand where the campaign is this office's.

    Who is on the board already is passed over, so that the same list can be brought again.

    Raises:
        NotFound, NotPermitted: the campaign, or the act, is not the actor's.
        UsageError: nobody is named.
    """
    docket = visible_docket(actor, docket_id)
    require(actor, RecipientAdded.slug, docket)
    wanted = [row for row in new if row.name.strip()]
    if not wanted:
        raise UsageError(
            _("Nobody is named."), do=_("Enter a name, or bring a list."), code="campaign.nobody"
        )
    known = {_plain(row.name) for row in states.state_of(docket).recipients.values()}
    there = tuple(row.name for row in wanted if _plain(row.name) in known)
    fresh = list(
        {_plain(row.name): row for row in wanted if _plain(row.name) not in known}.values()
    )
    for row in fresh[:MOST_AT_ONCE]:
        _add(actor, docket_id, row)
    return Added(min(len(fresh), MOST_AT_ONCE), there, max(len(fresh) - MOST_AT_ONCE, 0))


def _add(actor: Person, docket_id: str, row: NewRecipient) -> None:
    with transaction.atomic():
        state = states.state_of(visible_docket(actor, docket_id))
        opened = state.campaign
        if opened is None:
            raise UsageError(_("No campaign is open there."), code="campaign.none")
        demand = _draft(actor, opened, row) if opened.side is Side.OURS else None
        slots = tuple(
            SlotValue(slot=name, value=text.strip())
            for name, text in row.slots.items()
            if text.strip()
        )
        act = RecipientAdded(
            recipient=f"r{len(state.recipients) + 1:04d}",
            name=" ".join(row.name.split()),
            docket=DocketId(demand.docket) if demand is not None else None,
            address=row.address.strip() or None,
            slots=slots,
            previous_round=row.previous_round or None,
        )
        record(actor, docket_id, act)


def _draft(actor: Person, opened: CampaignOpened, row: NewRecipient) -> Entry:
    due = row.due or opened.due
    registration = Registration(
        kind=opened.kind or Kind.INFORMATION_REQUEST,
        issuer=profile().name,
        recipient=" ".join(row.name.split()),
        items=opened.items,
        no_items_stated=not opened.items,
        due=(DueStated(form=DueForm.DATE, day=due),) if due is not None else (),
        direction=Direction.OUTWARD,
    )
    return register_demand(actor, None, registration)


def from_csv(text: str) -> list[NewRecipient]:
    """Recipients from a table with a head line: ``name``, ``address``, ``due``, then the slots.

    Raises:
        UsageError: there is no column ``name``, or a line is wrong; all errors are named.
    """
    reader = csv.DictReader(io.StringIO(text.lstrip("\ufeff")))
    heads = [(head or "").strip().lower() for head in reader.fieldnames or ()]
    if "name" not in heads:
        raise UsageError(
            _("The list has no column “name”."),
            why=_("The first line says what each column holds."),
            do=_("Begin with: name,address,due and the names of the slots."),
            code="campaign.csv",
        )
    reader.fieldnames = heads
    found, wrong = [], []
    for held in reader:
        row = {key: (value or "").strip() for key, value in held.items() if isinstance(key, str)}
        try:
            due = date.fromisoformat(row["due"]) if row.get("due") else None
        except ValueError:
            wrong.append(
                _("line %(n)s: the date is not written as 2020-01-31") % {"n": reader.line_num}
            )
            continue
        if None in held or not row["name"]:
            wrong.append(
                _("line %(n)s: a name is missing, or a value too many") % {"n": reader.line_num}
            )
            continue
        slots = {key: value for key, value in row.items() if key not in _FIXED}
        found.append(NewRecipient(row["name"], row.get("address", ""), due, slots))
    if wrong:
        raise UsageError(
            _("The list was not brought in: %(errors)s.") % {"errors": "; ".join(wrong[:20])},
            why=_("A list is brought in whole or not at all."),
            do=_("Put the lines right and bring it again."),
            code="campaign.csv",
        )
    return found


_FIXED = ("name", "address", "due")


def from_earlier(person: Person, docket_id: str) -> list[NewRecipient]:
    """The recipients of an earlier campaign, with addresses and the words of their slots.

    Raises:
        NotFound: there is no such campaign, or none that this person may know of.
    """
    state = states.state_of(visible_docket(person, docket_id))
    return [_as_before(state, row.entry, docket_id) for row in state.recipients.values()]


def _as_before(state: State, ref: EntryId, docket_id: str) -> NewRecipient:
    act = state.entries[ref].act
    assert isinstance(act, RecipientAdded)
    address = act.address if isinstance(act.address, str) else ""
    slots = {row.slot: row.value for row in act.slots if not isinstance(row.value, Erased)}
    return NewRecipient(act.name, address, None, slots, docket_id)


def leave_out(
    actor: Person, docket_id: str, recipient: str, reason: ExclusionReason, cite: str
) -> Entry:
    """Leave a recipient out, with the reason and where it is said."""
    act = RecipientExcluded(recipient=recipient, reason=reason, source=_source(cite))
    return record(actor, docket_id, act)


def take_back_in(actor: Person, docket_id: str, recipient: str, cite: str) -> Entry:
    """Write again to a recipient that was left out."""
    return record(
        actor, docket_id, RecipientReincluded(recipient=recipient, source=_source(cite)), How()
    )


def close_campaign(actor: Person, docket_id: str, reason: str) -> Entry:
    """Do nothing more for all at once; each recipient's docket goes on."""
    return record(actor, docket_id, CampaignClosed(reason=reason.strip() or None))


def _source(cite: str) -> Source | None:
    return Source(kind=BasisKind.TYPED, cite=cite.strip()) if cite.strip() else None


def _lines(texts: Iterable[str]) -> list[str]:
    return [text.strip() for text in texts if text.strip()]


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
