"""Registration: an arrival or a draft becomes a demand with items (DOCKET 1.5)."""

from __future__ import annotations

from datetime import date, datetime
from enum import unique

from tecum.docket.declare import (
    CODE,
    FILE_COMMIT,
    OFFICIAL,
    PARTS,
    PERSON,
    PLAIN,
    Act,
    Hash,
    Text,
    Texts,
    act,
    field,
    part,
)
from tecum.docket.errors import ActMalformed
from tecum.docket.parts import (
    DocketId,
    EntryId,
    ItemAsked,
    Label,
    PersonId,
    Source,
    SubjectNamed,
)
from tecum.docket.vocabulary import Direction, Sphere
from tecum.worded import worded as _
from tecum.words import Counting, DueForm, IssuerClass, Kind, Role, Trigger, Unit, Word
from tecum.words import Direction as Runs

__all__ = [
    "DemandAssigned",
    "DemandLinked",
    "DemandRegistered",
    "DueStated",
    "ItemAdded",
    "ItemSplit",
    "ItemsMerged",
    "MatterSealed",
    "MatterUnsealed",
    "Need",
    "PublicField",
    "Relation",
    "SealGround",
    "Urgency",
    "VisibilitySet",
]


@unique
class Urgency(Word):
    """How urgent a demand says it is."""

    ROUTINE = "routine"
    EXPEDITE_ASKED = "expedite_asked"
    EMERGENCY_STATED = "emergency_stated"


@unique
class Relation(Word):
    """How one docket stands to another."""

    SAME_MATTER = "same_matter"
    COPY_OF = "copy_of"
    FOLLOWS = "follows"
    SUPERSEDES = "supersedes"
    ESCALATES = "escalates"
    ANSWERS = "answers"
    SAME_TEXT_AS = "same_text_as"
    ENCLOSES = "encloses"


@unique
class Need(Word):
    """What somebody is asked to do."""

    READ = "read"
    DECIDE = "decide"
    GATHER = "gather"
    APPROVE = "approve"
    SEND = "send"


@unique
class SealGround(Word):
    """Why nobody but the named persons may know of a matter."""

    GRAND_JURY = "grand_jury"
    NONDISCLOSURE_ORDER = "nondisclosure_order"
    OFFICE_WALL = "office_wall"
    OTHER = "other"


@unique
class PublicField(Word):
    """What of a demand an office may publish; nothing that names or describes a person."""

    KIND = "kind"
    FORM = "form"
    ISSUER = "issuer"
    ISSUER_CLASS = "issuer_class"
    JUDICIAL = "judicial"
    RECEIVED_MONTH = "received_month"
    CATEGORIES = "categories"
    DISPOSITIONS = "dispositions"
    STATUS = "status"


@part
class DueStated:
    """A due phrase as the instrument prints it; nothing is counted here."""

    form: DueForm = field(PLAIN)
    day: date | None = field(PLAIN, default=None)
    amount: int | None = field(PLAIN, default=None)
    unit: Unit | None = field(PLAIN, default=None)
    counting: Counting = field(PLAIN, default=Counting.UNSTATED)
    runs: Runs = field(PLAIN, default=Runs.AFTER)
    trigger: Trigger = field(PLAIN, default=Trigger.UNKNOWN)
    source: Source | None = field(PARTS, default=None)


@act(Sphere.OFFICE, "K C L I", says="demand.prepared entry.recorded")
class DemandRegistered(Act):
    """A demand stands on this docket, as confirmed by a person, item by item.

    ``judicial`` is None where nobody could tell. ``pages`` names the pages of the file that
    hold this demand, where the file holds several documents.
    """

    number: str = field(PLAIN)
    direction: Direction = field(CODE)
    kind: Kind = field(PLAIN)
    issuer: str = field(PLAIN)
    recipient: str = field(PLAIN)
    form: str | None = field(PLAIN, default=None)
    issuer_class: IssuerClass | None = field(PLAIN, default=None)
    signatory: Text | None = field(OFFICIAL, default=None)
    judicial: bool | None = field(PLAIN, default=None)
    authorities: tuple[str, ...] = field(PLAIN, default=())
    matter_numbers: Texts = field(PERSON, default=())
    items: tuple[ItemAsked, ...] = field(PARTS, default=())
    no_items_stated: bool = field(PLAIN, default=False)
    subjects: tuple[SubjectNamed, ...] = field(PARTS, default=())
    due: tuple[DueStated, ...] = field(PARTS, default=())
    urgency: Urgency = field(PLAIN, default=Urgency.ROUTINE)
    arrival: EntryId | None = field(PLAIN, default=None)
    reading: EntryId | None = field(PLAIN, default=None)
    document: Hash | None = field(FILE_COMMIT, default=None)
    pages: tuple[int, ...] = field(PLAIN, default=())
    confirmations: tuple[EntryId, ...] = field(PLAIN, default=())

    def __post_init__(self) -> None:
        labels = [item.label for item in self.items]
        if len(labels) != len(set(labels)):
            raise ActMalformed(_("Two items bear the same label."), field="items")
        if self.items and self.no_items_stated:
            raise ActMalformed(_('"No items" is stated beside items.'), field="no_items_stated")


@act(Sphere.OFFICE, "any")
class DemandLinked(Act):
    """Two dockets are said to belong together, and how."""

    other: DocketId = field(PLAIN)
    relation: Relation = field(PLAIN)


@act(Sphere.OFFICE, "K C L I")
class DemandAssigned(Act):
    """A person or team is asked to do something, until a day."""

    assignee: str = field(PLAIN)
    assignee_role: Role = field(PLAIN)
    need: Need = field(PLAIN)
    until: date | None = field(PLAIN, default=None)


@act(Sphere.OFFICE, "K C L I")
class ItemSplit(Act):
    """One item as registered asks for several things, which are decided each by itself."""

    item: Label = field(PLAIN)
    into: tuple[ItemAsked, ...] = field(PARTS)
    source: Source | None = field(PARTS, default=None)

    def __post_init__(self) -> None:
        _labels_apart(self.into, at_least=2)


@act(Sphere.OFFICE, "K C L I")
class ItemsMerged(Act):
    """Several items as registered ask for one thing."""

    items: tuple[Label, ...] = field(PLAIN)
    into: ItemAsked = field(PARTS)
    source: Source | None = field(PARTS, default=None)

    def __post_init__(self) -> None:
        if len(set(self.items)) < 2 or len(set(self.items)) != len(self.items):
            raise ActMalformed(_("At least two different items are merged."), field="items")


@act(Sphere.OFFICE, "K C L I")
class ItemAdded(Act):
    """The demand asks for something that was not registered."""

    item: ItemAsked = field(PARTS)
    source: Source | None = field(PARTS, default=None)


@act(Sphere.OFFICE, "C L")
class MatterSealed(Act):
    """Nobody but the members may know of the matter; ``order`` is an order on this docket."""

    ground: SealGround = field(PLAIN)
    members: tuple[PersonId, ...] = field(PLAIN)
    order: EntryId | None = field(PLAIN, default=None)
    until: date | None = field(PLAIN, default=None)

    def __post_init__(self) -> None:
        if not self.members or len(set(self.members)) != len(self.members):
            raise ActMalformed(_("A sealed matter names its members, each once."), field="members")


@act(Sphere.OFFICE, "C L")
class MatterUnsealed(Act):
    """A seal ends; who could see the matter before can see it again, once no seal stands.

    ``seal`` is the entry of the seal that ends; it may be left out where only one stands.
    """

    reason: Text = field(PERSON)
    seal: EntryId | None = field(PLAIN, default=None)


@act(Sphere.OFFICE, "C L")
class VisibilitySet(Act):
    """What of the demand is published, from when; no field that could name a person exists."""

    fields: tuple[PublicField, ...] = field(PLAIN)
    embargo_until: datetime | None = field(PLAIN, default=None)
    reason: Text | None = field(PERSON, default=None)

    def __post_init__(self) -> None:
        if self.embargo_until is not None and self.embargo_until.tzinfo is None:
            raise ActMalformed(_("An embargo ends at an instant."), field="embargo_until")


def _labels_apart(items: tuple[ItemAsked, ...], *, at_least: int) -> None:
    labels = [item.label for item in items]
    if len(labels) < at_least or len(labels) != len(set(labels)):
        raise ActMalformed(
            _("An item is split into at least two of different labels."), field="into"
        )
