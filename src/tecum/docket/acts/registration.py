"""Registration: an arrival or a draft becomes a demand with items (DOCKET 1.5)."""

from __future__ import annotations

from datetime import date
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
from tecum.docket.parts import DocketId, EntryId, ItemAsked, Source, SubjectNamed
from tecum.docket.vocabulary import Direction, Sphere
from tecum.words import Counting, DueForm, IssuerClass, Kind, Role, Trigger, Unit, Word
from tecum.words import Direction as Runs

__all__ = [
    "DemandAssigned",
    "DemandLinked",
    "DemandRegistered",
    "DueStated",
    "Need",
    "Relation",
    "Urgency",
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


@act(Sphere.OFFICE, "K C I", says="demand.prepared entry.recorded")
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
            raise ActMalformed("Two items bear the same label.", field="items")
        if self.items and self.no_items_stated:
            raise ActMalformed('"No items" is stated beside items.', field="no_items_stated")


@act(Sphere.OFFICE, "any")
class DemandLinked(Act):
    """Two dockets are said to belong together, and how."""

    other: DocketId = field(PLAIN)
    relation: Relation = field(PLAIN)


@act(Sphere.OFFICE, "K C L")
class DemandAssigned(Act):
    """A person or team is asked to do something, until a day."""

    assignee: str = field(PLAIN)
    assignee_role: Role = field(PLAIN)
    need: Need = field(PLAIN)
    until: date | None = field(PLAIN, default=None)
