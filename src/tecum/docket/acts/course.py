"""The course of the demand: narrowed, withdrawn, escalated, closed, corrected."""

from __future__ import annotations

from enum import unique

from tecum.docket.declare import (
    CODE,
    FILE_COMMIT,
    PARTS,
    PERSON,
    PLAIN,
    SENSITIVE,
    Act,
    Hash,
    Text,
    act,
    field,
    part,
)
from tecum.docket.errors import ActMalformed
from tecum.docket.parts import DocketId, EntryId, Label, Source
from tecum.docket.vocabulary import Sphere
from tecum.provenance import Sha256
from tecum.worded import worded as _
from tecum.words import Word

__all__ = [
    "Audience",
    "CloseGround",
    "Corrected",
    "CorrectedFor",
    "DemandClosed",
    "DemandEscalated",
    "DemandNarrowed",
    "DemandReopened",
    "DemandSuperseded",
    "DemandWithdrawn",
    "EscalationThreatened",
    "ItemNarrowed",
    "NoteAdded",
    "Step",
    "ThreatCondition",
    "WithdrawnHow",
]


@unique
class WithdrawnHow(Word):
    """Why a demand is no longer pursued."""

    WITHDRAWN = "withdrawn"
    SENT_IN_ERROR = "sent_in_error"


@unique
class Step(Word):
    """A rung of the ladder by which a demand is pressed."""

    REMINDER = "reminder"
    SUBPOENA = "subpoena"
    PETITION = "petition"
    ORDER = "order"
    CONTEMPT = "contempt"
    APPEAL = "appeal"
    MEASURE = "measure"


@unique
class ThreatCondition(Word):
    """On what a further step is said to depend."""

    NO_ANSWER = "no_answer"
    INCOMPLETE = "incomplete"
    LATE = "late"
    NOT_STATED = "not_stated"


@unique
class Audience(Word):
    """Who in this office may read a note."""

    MATTER = "matter"
    COUNSEL_ONLY = "counsel_only"


@unique
class CloseGround(Word):
    """Why a demand is closed."""

    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"
    SUPERSEDED = "superseded"
    REFUSED_AND_EXPIRED = "refused_and_expired"
    COURT_ENDED = "court_ended"
    NOT_OURS = "not_ours"
    OTHER = "other"


@unique
class CorrectedFor(Word):
    """What was wrong with an entry (LEDGER 8, ``correction``)."""

    WRONG_VALUE = "wrong_value"
    WRONG_DOCKET = "wrong_docket"
    WRONG_TYPE = "wrong_type"
    DUPLICATE = "duplicate"


@act(Sphere.WORLD, "I C L X", says="withdrawn")
class DemandWithdrawn(Act):
    """The demand is no longer pursued; obligations in course stop."""

    code: WithdrawnHow = field(CODE, default=WithdrawnHow.WITHDRAWN)
    document: Hash | None = field(FILE_COMMIT, default=None)


@act(Sphere.WORLD, "I C L", says="withdrawn")
class DemandSuperseded(Act):
    """Another demand took the place of this one; what was answered can be carried over."""

    by: DocketId = field(PLAIN)
    carried: tuple[Label, ...] = field(PLAIN, default=())


@part
class ItemNarrowed:
    """What is still asked of one item; ``new`` None where it is no longer asked."""

    item: Label = field(PLAIN)
    old: Text = field(PERSON)
    new: Text | None = field(PERSON, default=None)


@act(Sphere.WORLD, "C I L X", says="narrowed")
class DemandNarrowed(Act):
    """The demand asks for less than before, item by item."""

    items: tuple[ItemNarrowed, ...] = field(PARTS)
    agreement: Hash | None = field(FILE_COMMIT, default=None)

    def __post_init__(self) -> None:
        labels = [row.item for row in self.items]
        if not labels or len(labels) != len(set(labels)):
            raise ActMalformed(_("A narrowing has one line for each item changed."), field="items")


@act(Sphere.WORLD, "I L C")
class DemandEscalated(Act):
    """The demand was pressed by a further step; a next instrument is its own docket."""

    step: Step = field(PLAIN)
    to: DocketId | None = field(PLAIN, default=None)
    proceeding: EntryId | None = field(PLAIN, default=None)
    preview: Sha256 | None = field(PLAIN, default=None)


@act(Sphere.WORLD, "K C L I")
class EscalationThreatened(Act):
    """A further step was announced for a case; threatened is never issued."""

    step: Step = field(PLAIN)
    conditions: tuple[ThreatCondition, ...] = field(PLAIN)
    source: Source | None = field(PARTS, default=None)


@act(Sphere.WORLD, "any")
class NoteAdded(Act):
    """A note for this office; it is never exported to the other side."""

    text: Text = field(SENSITIVE)
    audience: Audience = field(PLAIN)


@act(Sphere.OFFICE, "C L I")
class DemandClosed(Act):
    """Work on the demand is done; what is left open is listed with a reason."""

    ground: CloseGround = field(PLAIN)
    left_open: tuple[str, ...] = field(PLAIN, default=())
    reason: Text | None = field(PERSON, default=None)


@act(Sphere.OFFICE, "C L I")
class DemandReopened(Act):
    """Work on the demand is taken up again, because of a named entry."""

    cause: EntryId = field(PLAIN)


@act(Sphere.WORLD, "K U C L I S O", says="correction")
class Corrected(Act):
    """A better value for a field of an earlier entry; a reader sees both.

    ``path`` None takes the whole entry back.
    """

    entry: EntryId = field(PLAIN)
    code: CorrectedFor = field(CODE)
    path: str | None = field(PLAIN, default=None)
    value: Text | None = field(SENSITIVE, default=None)
    reason: Text | None = field(PERSON, default=None)
