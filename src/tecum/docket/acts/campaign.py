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
from tecum.docket.parts import DocketId, EntryId, ItemAsked, Label, Source
from tecum.docket.vocabulary import Sphere
from tecum.provenance import Sha256
from tecum.words import Kind, Side, Word

__all__ = [
    "ActMade",
    "CampaignActed",
    "CampaignAction",
    "CampaignApproved",
    "CampaignClosed",
    "CampaignOpened",
    "ExclusionReason",
    "RecipientAdded",
    "RecipientExcluded",
    "RecipientReincluded",
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


@unique
class CampaignAction(Word):
    """What is done for many recipients at once."""

    SEND = "send"
    REMIND = "remind"
    EXTEND = "extend"
    ESCALATE = "escalate"
    EXCLUDE = "exclude"
    CLOSE = "close"


@part
class SlotValue:
    """The words that stand in a slot of the template for one recipient."""

    slot: str = field(PLAIN)
    value: Text = field(PERSON)


@act(Sphere.OFFICE, "I K C L")
class CampaignOpened(Act):
    """A campaign stands: a text, its slots, its items; ``side`` tells whose it is."""

    title: Text = field(PERSON)
    side: Side = field(PLAIN)
    kind: Kind | None = field(PLAIN, default=None)
    template: Hash | None = field(FILE, default=None)
    slots: tuple[str, ...] = field(PLAIN, default=())
    items: tuple[ItemAsked, ...] = field(PARTS, default=())
    due: date | None = field(PLAIN, default=None)
    clock: str | None = field(PLAIN, default=None)
    follows: DocketId | None = field(PLAIN, default=None)


@act(Sphere.OFFICE, "I K C L")
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


@act(Sphere.OFFICE, "I K C L")
class RecipientExcluded(Act):
    """A recipient is left out, with the reason as stated and its source."""

    recipient: str = field(PLAIN)
    reason: ExclusionReason = field(PLAIN)
    source: Source | None = field(PARTS, default=None)


@act(Sphere.OFFICE, "I K C L")
class RecipientReincluded(Act):
    """A recipient that was left out is written to again."""

    recipient: str = field(PLAIN)
    source: Source | None = field(PARTS, default=None)


@act(Sphere.OFFICE, "L")
class CampaignApproved(Act):
    """A plan was seen as it stands and approved by its hash."""

    action: CampaignAction = field(PLAIN)
    plan: Sha256 = field(PLAIN)


@part
class ActMade:
    """What acting on a plan recorded for one recipient; ``entry`` None where it was refused."""

    recipient: str = field(PLAIN)
    docket: DocketId | None = field(PLAIN, default=None)
    entry: EntryId | None = field(PLAIN, default=None)
    refused: str | None = field(PLAIN, default=None)


@act(Sphere.OFFICE, "I L")
class CampaignActed(Act):
    """A plan was acted on, recipient by recipient; what was refused is named."""

    action: CampaignAction = field(PLAIN)
    plan: Sha256 = field(PLAIN)
    made: tuple[ActMade, ...] = field(PARTS)


@act(Sphere.OFFICE, "I L")
class CampaignClosed(Act):
    """Nothing more is done for all at once; each recipient's docket goes on."""

    reason: Text | None = field(PERSON, default=None)
