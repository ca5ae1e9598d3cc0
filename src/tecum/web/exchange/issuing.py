"""A demand of this office: drafted with its paper, and sent once a second person agrees."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from tecum.docket.acts import (
    AnswerReceived,
    DemandAssigned,
    DemandRegistered,
    DemandSent,
    DocumentReceived,
)
from tecum.docket.acts.answer import ItemAnswered, RunsFrom
from tecum.docket.acts.registration import Need
from tecum.docket.entry import Entry, EntryId, KnownBy
from tecum.docket.parts import ItemAsked, Label
from tecum.docket.vocabulary import Direction, Disposition
from tecum.errors import UsageError
from tecum.provenance import Sha256
from tecum.web.accounts.models import Person
from tecum.web.accounts.policies import may, require, visible_docket
from tecum.web.accounts.selectors import profile
from tecum.web.docket import states
from tecum.web.docket.record import How, record
from tecum.web.docket.registering import Registration, assign_demand, register_demand
from tecum.web.intake import store
from tecum.words import Category, Channel, Kind, Role, Side

__all__ = ["Draft", "draft_demand", "record_answer", "send_demand"]


@dataclass(frozen=True, slots=True)
class Draft:
    """What a person drafts of a demand that goes out.

    Attributes:
        items: What is asked for, one text a line; labelled 1, 2, 3 …
    """

    kind: Kind
    recipient: str
    items: tuple[str, ...]
    paper: bytes
    paper_name: str


def draft_demand(actor: Person, draft: Draft) -> Entry:
    """Register a demand that goes out, with its paper; nothing is sent yet.

    Raises:
        NotPermitted: the actor's role does not register demands.
        UsageError: there is no paper, no recipient or no item.
    """
    require(actor, DemandRegistered.slug)
    texts = [text.strip() for text in draft.items if text.strip()]
    if not (draft.paper and draft.recipient.strip() and texts):
        raise UsageError(
            _("A demand that goes out has its paper, a recipient and what it asks for."),
            do=_("Choose the file, name the office, and write one line for each thing."),
            code="exchange.draft",
        )
    laid = store.lay_down(io.BytesIO(draft.paper))
    registration = Registration(
        kind=draft.kind,
        issuer=profile().name,
        recipient=draft.recipient.strip(),
        items=tuple(
            ItemAsked(label=Label(str(n)), text=text, category=Category.OTHER)
            for n, text in enumerate(texts, 1)
        ),
        direction=Direction.OUTWARD,
    )
    with transaction.atomic():
        entry = register_demand(actor, None, registration, document=Sha256(laid.sha256))
        store.enter(laid, entry.docket, draft.paper_name)
        if may(actor, DemandAssigned.slug):
            need = Need.SEND if actor.roles & {Role.LEAD, Role.COUNSEL} else Need.READ
            assign_demand(actor, entry.docket, actor, need)
    return entry


def send_demand(actor: Person, docket_id: str, to: str) -> Entry:
    """Record that a drafted demand was handed to the other office as a message.

    Raises:
        ActRefused: it is no draft, or the same person drafted it and two are required.
        UsageError: no address is named, or its paper is not kept here.
    """
    docket = visible_docket(actor, docket_id)
    require(actor, DemandSent.slug, docket)
    demand = states.state_of(docket).demand
    document = demand.act.document if demand is not None else None
    if not to.strip() or not isinstance(document, str):
        raise UsageError(
            _("A demand is sent to an address, with its paper."),
            do=_("Enter the address as it is used on the way."),
            code="exchange.address",
        )
    act = DemandSent(document=Sha256(document), to=to.strip(), channel=Channel.EXCHANGE)
    return record(actor, docket_id, act)


def record_answer(
    actor: Person,
    docket_id: str,
    arrival: str,
    lines: Iterable[tuple[str, Disposition, RunsFrom | None]],
) -> Entry:
    """Record what an answer that came says of each item, as a person read it.

    Raises:
        NotFound, NotPermitted: the docket, or the act, is not the actor's.
        UsageError: the arrival is not on this docket, or no item is named.
    """
    docket = visible_docket(actor, docket_id)
    require(actor, AnswerReceived.slug, docket)
    came = states.state_of(docket).entries.get(EntryId(arrival))
    answered = tuple(
        ItemAnswered(
            item=Label(item),
            disposition=disposition,
            owed_event=event if disposition is Disposition.OWED_ON_EVENT else None,
        )
        for item, disposition, event in lines
    )
    if came is None or not isinstance(came.act, DocumentReceived) or not answered:
        raise UsageError(
            _("No answer is named, or nothing that it says."),
            do=_("Choose for each item what the answer says of it."),
            code="exchange.answer",
        )
    act = AnswerReceived(document=came.act.sha256, items=answered, arrival=EntryId(arrival))
    how = How(
        happened=came.happened, known_by=KnownBy.DOCUMENT, side=Side.THEIRS, basis=came.basis[:1]
    )
    return record(actor, docket_id, act, how)
