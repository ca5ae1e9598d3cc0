"""Before a court: proceedings on a demand, and what a court orders (DOCKET 1.5, 1.10)."""

from __future__ import annotations

from datetime import date, datetime
from enum import unique

from tecum.docket.declare import (
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
)
from tecum.docket.errors import ActMalformed
from tecum.docket.parts import DocketId, EntryId, Label, ObligationId, Source
from tecum.docket.vocabulary import Sphere
from tecum.worded import worded as _
from tecum.words import Word

__all__ = [
    "OrderChange",
    "OrderEffect",
    "OrderEnded",
    "OrderEntered",
    "OrderReach",
    "OrderStayed",
    "ProceedingEnded",
    "ProceedingKind",
    "ProceedingOpened",
    "ProceedingOutcome",
    "ProceedingStep",
    "ProceedingStepTaken",
]


@unique
class ProceedingKind(Word):
    """What is asked of a court."""

    PETITION_TO_ENFORCE = "petition_to_enforce"
    MOTION_TO_QUASH = "motion_to_quash"
    DECLARATORY_SUIT = "declaratory_suit"
    INJUNCTION_SUIT = "injunction_suit"
    CONTEMPT = "contempt"
    APPEAL = "appeal"
    ADMINISTRATIVE_APPEAL = "administrative_appeal"


@unique
class ProceedingOutcome(Word):
    """How a proceeding ended."""

    GRANTED = "granted"
    GRANTED_IN_PART = "granted_in_part"
    DENIED = "denied"
    DISMISSED = "dismissed"
    SETTLED = "settled"
    WITHDRAWN = "withdrawn"
    OTHER = "other"


@unique
class ProceedingStep(Word):
    """What happened in a proceeding between its opening and its end."""

    SERVED = "served"
    ANSWER_FILED = "answer_filed"
    MOTION_FILED = "motion_filed"
    BRIEF_FILED = "brief_filed"
    HEARING_SET = "hearing_set"
    HEARD = "heard"
    STIPULATED = "stipulated"
    STATUS_REPORTED = "status_reported"
    TRANSFERRED = "transferred"
    REMANDED = "remanded"
    OTHER = "other"


@unique
class OrderEffect(Word):
    """What an order of a court does."""

    ENFORCES = "enforces"
    QUASHES = "quashes"
    MODIFIES = "modifies"
    STAYS = "stays"
    ENJOINS = "enjoins"
    DENIES = "denies"
    DISMISSES = "dismisses"
    FINDS_CONTEMPT = "finds_contempt"
    APPROVES_SETTLEMENT = "approves_settlement"


@unique
class OrderReach(Word):
    """For whom an order speaks."""

    NAMED = "named"
    CLASS = "class"
    NATIONWIDE = "nationwide"
    UNKNOWN = "unknown"


@unique
class OrderChange(Word):
    """How an order was stayed or ended."""

    STAY = "stay"
    STAY_DISSOLVED = "stay_dissolved"
    VACATED = "vacated"
    REVERSED = "reversed"
    AFFIRMED_IN_PART = "affirmed_in_part"
    EXPIRED = "expired"


@act(Sphere.WORLD, "K C L I")
class ProceedingOpened(Act):
    """A proceeding on this demand was opened before a court or tribunal."""

    kind: ProceedingKind = field(PLAIN)
    court: str = field(PLAIN)
    number: Text | None = field(PERSON, default=None)
    parties: Texts = field(PERSON, default=())
    demands: tuple[DocketId, ...] = field(PLAIN, default=())
    items: tuple[Label, ...] = field(PLAIN, default=())
    appeal_of: EntryId | None = field(PLAIN, default=None)


@act(Sphere.WORLD, "K C L I")
class ProceedingStepTaken(Act):
    """Something happened in a proceeding; what a court ordered is an order of its own."""

    proceeding: EntryId = field(PLAIN)
    step: ProceedingStep = field(PLAIN)
    next_on: date | None = field(PLAIN, default=None)
    document: Hash | None = field(FILE_COMMIT, default=None)
    text: Text | None = field(PERSON, default=None)


@act(Sphere.WORLD, "K C L I")
class ProceedingEnded(Act):
    """A proceeding ended."""

    proceeding: EntryId = field(PLAIN)
    outcome: ProceedingOutcome = field(PLAIN)


@act(Sphere.WORLD, "K C L I")
class OrderEntered(Act):
    """A court entered an order; what it reaches is named, and what is unknown stays so.

    ``items`` empty means every item of the demands in its scope.
    """

    court: str = field(PLAIN)
    effect: OrderEffect = field(PLAIN)
    judge: Text | None = field(OFFICIAL, default=None)
    number: Text | None = field(PERSON, default=None)
    proceeding: EntryId | None = field(PLAIN, default=None)
    demands: tuple[DocketId, ...] = field(PLAIN, default=())
    items: tuple[Label, ...] = field(PLAIN, default=())
    measures: tuple[EntryId, ...] = field(PLAIN, default=())
    reach: OrderReach = field(PLAIN, default=OrderReach.UNKNOWN)
    due: date | datetime | None = field(PLAIN, default=None)
    obligation: ObligationId | None = field(PLAIN, default=None)
    preliminary: bool | None = field(PLAIN, default=None)
    document: Hash | None = field(FILE_COMMIT, default=None)
    source: Source | None = field(PARTS, default=None)


@act(Sphere.WORLD, "K C L I")
class OrderStayed(Act):
    """An order is stayed."""

    order: EntryId = field(PLAIN)
    by_order: EntryId | None = field(PLAIN, default=None)


@act(Sphere.WORLD, "K C L I")
class OrderEnded(Act):
    """An order ended, or its stay was dissolved."""

    order: EntryId = field(PLAIN)
    how: OrderChange = field(PLAIN)
    by_order: EntryId | None = field(PLAIN, default=None)

    def __post_init__(self) -> None:
        if self.how is OrderChange.STAY:
            raise ActMalformed(_("A stay is recorded as OrderStayed."), field="how")
