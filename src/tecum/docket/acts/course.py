"""The course of the demand: withdrawn, escalated, before a court, closed, corrected."""

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
    SENSITIVE,
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
from tecum.provenance import Sha256
from tecum.words import Word

__all__ = [
    "Audience",
    "CloseGround",
    "Corrected",
    "CorrectedFor",
    "DemandClosed",
    "DemandEscalated",
    "DemandReopened",
    "DemandWithdrawn",
    "EscalationThreatened",
    "MeasureKind",
    "MeasureThreatened",
    "NoteAdded",
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


@unique
class MeasureKind(Word):
    """What may follow a demand outside the courts (DOCKET 1.10)."""

    RETURN_OF_PAST_AWARD = "return_of_past_award"
    ADDED_CONDITIONS = "added_conditions"
    INELIGIBILITY = "ineligibility"
    PAYMENT_WITHHELD = "payment_withheld"
    PAYMENT_DELAYED = "payment_delayed"
    HIGH_RISK_DESIGNATION = "high_risk_designation"
    PROGRAMME_EXCLUSION = "programme_exclusion"
    AUDIT_OR_REFERRAL = "audit_or_referral"
    FINE = "fine"
    CONTEMPT_SANCTION = "contempt_sanction"
    SUIT = "suit"
    SUBPOENA = "subpoena"
    ENFORCEMENT_PRESENCE = "enforcement_presence"
    OTHER = "other"


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


@act(Sphere.WORLD, "I C X", says="withdrawn")
class DemandWithdrawn(Act):
    """The demand is no longer pursued; obligations in course stop."""

    code: WithdrawnHow = field(CODE, default=WithdrawnHow.WITHDRAWN)
    document: Hash | None = field(FILE_COMMIT, default=None)


@act(Sphere.WORLD, "I L C")
class DemandEscalated(Act):
    """The demand was pressed by a further step; a next instrument is its own docket."""

    step: Step = field(PLAIN)
    to: DocketId | None = field(PLAIN, default=None)
    proceeding: EntryId | None = field(PLAIN, default=None)
    preview: Sha256 | None = field(PLAIN, default=None)


@act(Sphere.WORLD, "K C I")
class EscalationThreatened(Act):
    """A further step was announced for a case; threatened is never issued."""

    step: Step = field(PLAIN)
    conditions: tuple[ThreatCondition, ...] = field(PLAIN)
    source: Source | None = field(PARTS, default=None)


@act(Sphere.WORLD, "C L I")
class ProceedingOpened(Act):
    """A proceeding on this demand was opened before a court or tribunal."""

    kind: ProceedingKind = field(PLAIN)
    court: str = field(PLAIN)
    number: Text | None = field(PERSON, default=None)
    parties: Texts = field(PERSON, default=())
    demands: tuple[DocketId, ...] = field(PLAIN, default=())
    items: tuple[Label, ...] = field(PLAIN, default=())
    appeal_of: EntryId | None = field(PLAIN, default=None)


@act(Sphere.WORLD, "C L I")
class ProceedingEnded(Act):
    """A proceeding ended."""

    proceeding: EntryId = field(PLAIN)
    outcome: ProceedingOutcome = field(PLAIN)


@act(Sphere.WORLD, "K C I")
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


@act(Sphere.WORLD, "K C I")
class OrderStayed(Act):
    """An order is stayed."""

    order: EntryId = field(PLAIN)
    by_order: EntryId | None = field(PLAIN, default=None)


@act(Sphere.WORLD, "K C I")
class OrderEnded(Act):
    """An order ended, or its stay was dissolved."""

    order: EntryId = field(PLAIN)
    how: OrderChange = field(PLAIN)
    by_order: EntryId | None = field(PLAIN, default=None)

    def __post_init__(self) -> None:
        if self.how is OrderChange.STAY:
            raise ActMalformed("A stay is recorded as OrderStayed.", field="how")


@act(Sphere.WORLD, "K C I")
class MeasureThreatened(Act):
    """A measure was announced; an amount is a claim with its source."""

    kind: MeasureKind = field(PLAIN)
    programme: str | None = field(PLAIN, default=None)
    period_from: date | None = field(PLAIN, default=None)
    period_to: date | None = field(PLAIN, default=None)
    amount: int | None = field(PLAIN, default=None)
    currency: str | None = field(PLAIN, default=None)
    condition: Text | None = field(PERSON, default=None)
    target: str | None = field(PLAIN, default=None)
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
