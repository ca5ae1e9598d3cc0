"""Changes to a demand in course: more time, other items, who may know of the matter."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from tecum.docket.acts import (
    DemandNarrowed,
    ExtensionGranted,
    ExtensionRefused,
    ExtensionSought,
    ItemAdded,
    ItemSplit,
    MatterSealed,
    MatterUnsealed,
    VisibilitySet,
)
from tecum.docket.acts.course import ItemNarrowed
from tecum.docket.acts.registration import PublicField, SealGround
from tecum.docket.entry import Entry, EntryId, Label, ObligationId, PersonId
from tecum.docket.parts import ItemAsked
from tecum.errors import UsageError
from tecum.web.accounts.models import Person
from tecum.web.accounts.policies import require, visible_docket
from tecum.web.docket import states
from tecum.web.docket.record import How, record
from tecum.worded import worded as _
from tecum.words import Category, Side

__all__ = [
    "add_item",
    "grant_time",
    "narrow_item",
    "refuse_time",
    "seal_matter",
    "seek_time",
    "set_visibility",
    "split_item",
    "unseal_matter",
]


def seek_time(
    actor: Person,
    docket_id: str,
    obligation: str,
    asked_for: date | datetime | None = None,
    *,
    side: Side = Side.OURS,
) -> Entry:
    """Record that more time was asked for; the date stands until it is given."""
    act = ExtensionSought(obligation=ObligationId(obligation), asked_for=asked_for)
    return record(actor, docket_id, act, How(side=side))


def grant_time(
    actor: Person,
    docket_id: str,
    obligation: str,
    due: date | datetime,
    *,
    side: Side = Side.THEIRS,
) -> Entry:
    """Record that more time was given; the first date stays visible."""
    act = ExtensionGranted(obligation=ObligationId(obligation), due=due)
    return record(actor, docket_id, act, How(side=side))


def refuse_time(
    actor: Person, docket_id: str, obligation: str, *, side: Side = Side.THEIRS
) -> Entry:
    """Record that more time was refused."""
    act = ExtensionRefused(obligation=ObligationId(obligation))
    return record(actor, docket_id, act, How(side=side))


def narrow_item(
    actor: Person, docket_id: str, item: str, new: str | None, *, side: Side = Side.THEIRS
) -> Entry:
    """Record that one item is asked in fewer words, or, with None, no longer.

    Raises:
        UsageError: there is no such item on the demand.
    """
    docket = visible_docket(actor, docket_id)
    require(actor, DemandNarrowed.slug, docket)
    held = states.state_of(docket).items.get(Label(item))
    if held is None:
        raise UsageError(
            _('There is no item "{item}" on this demand.', item=item),
            do=_("Choose one of its items."),
            code="items.unknown",
        )
    row = ItemNarrowed(item=Label(item), old=held.asked_for.text, new=new)
    return record(actor, docket_id, DemandNarrowed(items=(row,)), How(side=side))


def split_item(
    actor: Person, docket_id: str, item: str, texts: Iterable[str], category: Category
) -> Entry:
    """Put several items in the place of one, each decided by itself: ``1`` becomes ``1.1 …``.

    The parts ask about the same person and the same time as the whole.
    """
    docket = visible_docket(actor, docket_id)
    require(actor, ItemSplit.slug, docket)
    held = states.state_of(docket).items.get(Label(item))
    whole = held.asked_for if held is not None else None
    parts = [text.strip() for text in texts if text.strip()]
    into = tuple(
        ItemAsked(
            label=Label(f"{item}.{n}"),
            text=text,
            category=category,
            subject=whole.subject if whole is not None else None,
            period_from=whole.period_from if whole is not None else None,
            period_to=whole.period_to if whole is not None else None,
        )
        for n, text in enumerate(parts, 1)
    )
    return record(actor, docket_id, ItemSplit(item=Label(item), into=into))


def add_item(actor: Person, docket_id: str, label: str, text: str, category: Category) -> Entry:
    """Record that the demand asks for something that was not registered."""
    asked = ItemAsked(label=Label(label), text=text, category=category)
    return record(actor, docket_id, ItemAdded(item=asked))


def seal_matter(
    actor: Person,
    docket_id: str,
    ground: SealGround,
    members: Iterable[str],
    *,
    until: date | None = None,
) -> Entry:
    """Let nobody but the members, of whom the actor is one, know of the matter."""
    named = dict.fromkeys([actor.public_id, *members])
    act = MatterSealed(
        ground=ground, members=tuple(PersonId(person) for person in named), until=until
    )
    return record(actor, docket_id, act)


def unseal_matter(actor: Person, docket_id: str, reason: str, seal: str | None = None) -> Entry:
    """End a seal; once none stands, those know of the matter again who could before."""
    ended = EntryId(seal) if seal else None
    return record(actor, docket_id, MatterUnsealed(reason=reason, seal=ended))


def set_visibility(
    actor: Person,
    docket_id: str,
    fields: Iterable[PublicField],
    *,
    embargo_until: datetime | None = None,
    reason: str | None = None,
) -> Entry:
    """Say what of a demand anybody may read, and from when; no field, and nothing is public."""
    asked = set(fields)
    act = VisibilitySet(
        fields=tuple(field for field in PublicField if field in asked),
        embargo_until=embargo_until if asked else None,
        reason=reason or None,
    )
    return record(actor, docket_id, act)
