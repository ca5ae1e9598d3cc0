"""The campaign docket: one demand text, many recipients (DOCKET 1.11)."""

from __future__ import annotations

from datetime import date
from enum import unique

from tecum.docket.declare import (
    FILE,
    PARTS,
    PERSON,
    PLAIN,
    Act,
    Hash,
    Text,
    act,
    field,
    part,
)
from tecum.docket.parts import DocketId, ItemAsked, Label, Source
from tecum.docket.vocabulary import Sphere
from tecum.words import Side, Word

__all__ = [
    "CampaignOpened",
    "ExclusionReason",
    "RecipientAdded",
    "RecipientExcluded",
    "SlotValue",
]


@unique
class ExclusionReason(Word):
    """Why a recipient is left out; it stays on the board."""

    PENDING_LITIGATION = "pending_litigation"
    ANSWERED_ALREADY = "answered_already"
    SETTLED = "settled"
    NOT_COVERED = "not_covered"
    DUPLICATE = "duplicate"
    NONE_SEEN = "none_seen"
    OTHER = "other"


@part
class SlotValue:
    """The words that stand in a slot of the template for one recipient."""

    slot: str = field(PLAIN)
    value: Text = field(PERSON)


@act(Sphere.OFFICE, "I K C")
class CampaignOpened(Act):
    """A campaign stands: a text, its slots, its items; ``side`` tells whose it is."""

    title: Text = field(PERSON)
    side: Side = field(PLAIN)
    template: Hash | None = field(FILE, default=None)
    slots: tuple[str, ...] = field(PLAIN, default=())
    items: tuple[ItemAsked, ...] = field(PARTS, default=())
    due: date | None = field(PLAIN, default=None)
    clock: str | None = field(PLAIN, default=None)
    follows: DocketId | None = field(PLAIN, default=None)


@act(Sphere.OFFICE, "I K C")
class RecipientAdded(Act):
    """A recipient is on the board, with what differs from the template for it."""

    recipient: str = field(PLAIN)
    name: str = field(PLAIN)
    docket: DocketId | None = field(PLAIN, default=None)
    address: Text | None = field(PERSON, default=None)
    slots: tuple[SlotValue, ...] = field(PARTS, default=())
    items_added: tuple[ItemAsked, ...] = field(PARTS, default=())
    items_removed: tuple[Label, ...] = field(PLAIN, default=())
    previous_round: str | None = field(PLAIN, default=None)


@act(Sphere.OFFICE, "I K C")
class RecipientExcluded(Act):
    """A recipient is left out, with the reason as stated and its source."""

    recipient: str = field(PLAIN)
    reason: ExclusionReason = field(PLAIN)
    source: Source | None = field(PARTS, default=None)
