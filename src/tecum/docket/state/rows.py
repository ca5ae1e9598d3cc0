"""What a docket's state is made of: one frozen row for each thing on it (DOCKET 1.6)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from tecum.docket.acts import (
    ClaimAsserted,
    DemandRegistered,
    OrderEntered,
    ProceedingOpened,
    ReportCertified,
)
from tecum.docket.acts.campaign import ExclusionReason
from tecum.docket.acts.chronology import ClaimValue
from tecum.docket.acts.decision import Determined
from tecum.docket.acts.measures import MeasureSaid
from tecum.docket.acts.records import GatheringAnswer
from tecum.docket.entry import DocketId, EntryId
from tecum.docket.parts import DateRead, ItemAsked, Label, ObligationId
from tecum.docket.state.axes import (
    About,
    ArrivalStep,
    Asked,
    Compelled,
    Decided,
    DemandStep,
    DispatchStep,
    FieldState,
    MeasureStep,
    ObligationOrigin,
    ObligationStep,
    OrderStep,
    Records,
)
from tecum.docket.vocabulary import Disposition, ObligationObject
from tecum.words import IntakeOutcome, Outcome, Role, Side, Word

__all__ = [
    "TAKEN_BACK",
    "Arrival",
    "Claim",
    "DemandState",
    "Determination",
    "Dispatch",
    "Dispute",
    "Findings",
    "ItemState",
    "Measure",
    "Obligation",
    "Order",
    "PackApproval",
    "PackVersion",
    "Package",
    "Preservation",
    "Proceeding",
    "Proposal",
    "Reading",
    "Recipient",
    "ReportState",
    "ServiceAccount",
    "Task",
    "Warn",
]

TAKEN_BACK = "taken_back"
"""How an order ended that a court never made: its entry was a mistake."""


@dataclass(frozen=True, slots=True)
class Warn:
    """Something odd that the world did; recorded, never refused."""

    code: str
    entry: EntryId


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """A document that came in, and what became of it."""

    entry: EntryId
    step: ArrivalStep
    readings: tuple[EntryId, ...] = ()
    outcome: IntakeOutcome | None = None
    reason: Word | None = None
    documents_found: int = 1
    settled: int = 0
    original_sealed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What the machine read of an arrival, and what a person has confirmed of it."""

    entry: EntryId
    arrival: EntryId
    fields: Mapping[str, FieldState]
    confirm: tuple[str, ...]

    @property
    def unconfirmed(self) -> tuple[str, ...]:
        """Fields that a person must still confirm, correct or mark unknown."""
        return tuple(
            path
            for path in self.confirm
            if self.fields.get(path, FieldState.READ) is FieldState.READ
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class DemandState:
    """The demand on this docket."""

    entry: EntryId
    act: DemandRegistered
    step: DemandStep
    how: str | None = None
    since: EntryId
    drafted_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemState:
    """One item on its axes; ``answers`` keeps every disposition with its entry."""

    asked_for: ItemAsked
    asked: Asked = Asked.LIVE
    asked_by: EntryId | None = None
    decided: Decided = Decided.NONE
    proposal: EntryId | None = None
    determination: EntryId | None = None
    stale: bool = False
    sealed_in: tuple[EntryId, ...] = ()
    answer: Disposition | None = None
    answers: tuple[tuple[EntryId, Disposition], ...] = ()
    event_happened: EntryId | None = None
    compelled: Compelled = Compelled.NO
    compelled_by: EntryId | None = None
    records: Records = Records.NONE
    records_by: EntryId | None = None

    @property
    def label(self) -> Label:
        """The item's label."""
        return self.asked_for.label

    @property
    def is_settled(self) -> bool:
        """Whether the item has a final disposition."""
        return self.answer is not None and self.answer.is_final


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """The latest findings; ``current`` ends when something that they rest on has moved."""

    entry: EntryId
    outcomes: Mapping[tuple[Label | None, str], Outcome]
    current: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A determination that somebody proposed; ``open`` until approved, returned, replaced."""

    entry: EntryId
    items: tuple[Label, ...]
    outcome: Determined
    findings: EntryId | None
    outcomes: Mapping[tuple[Label | None, str], Outcome]
    by: str | None
    actions: tuple[str, ...] = ()
    awaits: str | None = None
    open: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Determination:
    """What this office determined; ``one_person`` where its profile lifts the second."""

    entry: EntryId
    items: tuple[Label, ...]
    outcome: Determined
    outcomes: Mapping[tuple[Label | None, str], Outcome]
    approved_by: str | None
    one_person: bool
    awaits: str | None = None
    replaces: EntryId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """A sealed package and the items that it covers."""

    entry: EntryId
    items: tuple[Label, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Obligation:
    """Something owed, by whom, by when on each defensible reading, and what ended it.

    ``items`` empty means the demand as a whole. ``discharged`` tells, item by item (or None
    for the whole), which entry did it. ``sought`` is the request for more time that nobody has
    answered, ``extended_by`` what gave the time that the date now has. ``revision`` counts its
    changes, the last of which was made by ``changed_by``.
    """

    id: ObligationId
    object: ObligationObject
    origin: ObligationOrigin
    owed_by: Side
    step: ObligationStep
    since: EntryId
    rule: str | None = None
    pack: str | None = None
    trigger: EntryId | None = None
    items: tuple[Label, ...] = ()
    readings: tuple[DateRead, ...] = ()
    safe: date | datetime | None = None
    latest: date | datetime | None = None
    disputed: bool = False
    awaits: str | None = None
    done_by: str | None = None
    discharged: Mapping[Label | None, EntryId] = field(default_factory=dict)
    ended_by: EntryId | None = None
    first_date: date | datetime | None = None
    sought: EntryId | None = None
    extended_by: EntryId | None = None
    revision: int = 0
    changed_by: EntryId | None = None

    @property
    def undischarged(self) -> tuple[Label, ...]:
        """The items for which it is still open."""
        return tuple(label for label in self.items if label not in self.discharged)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispatch:
    """Something sent, and every claim on how far it came."""

    entry: EntryId
    about: About
    side: Side
    step: DispatchStep
    claims: tuple[tuple[str, EntryId, Side], ...] = ()
    failed: EntryId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceAccount:
    """One account of a service: who says so and which day."""

    entry: EntryId
    side: Side
    day: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """A quarrel about a service or an answer that stands until it is taken back or met."""

    entry: EntryId
    about: About
    side: Side
    codes: tuple[str, ...]
    items: tuple[Label, ...] = ()
    ended_by: EntryId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """An order of a court and whether it is in force; ``how`` it was stayed or ended."""

    entry: EntryId
    act: OrderEntered
    step: OrderStep
    since: EntryId
    how: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proceeding:
    """A proceeding on this demand."""

    entry: EntryId
    act: ProceedingOpened
    steps: tuple[EntryId, ...] = ()
    ended_by: EntryId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A measure at stake; ``entry`` is where it was first said."""

    entry: EntryId
    act: MeasureSaid
    step: MeasureStep
    since: EntryId


@dataclass(frozen=True, slots=True, kw_only=True)
class Preservation:
    """Records kept whatever the retention rule says, until it is ended."""

    entry: EntryId
    ended_by: EntryId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What a custodian was asked to look for, and the last answer."""

    entry: EntryId
    item: Label
    custodian: str
    until: date | None = None
    answer: GatheringAnswer | None = None
    answered_by: EntryId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A claim in its live version; the versions before it stay."""

    entry: EntryId
    act: ClaimAsserted
    value: ClaimValue
    versions: tuple[EntryId, ...]
    retracted_by: EntryId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """One row of a campaign's board; an excluded recipient stays on it."""

    id: str
    name: str
    entry: EntryId
    docket: DocketId | None = None
    previous_round: str | None = None
    excluded_by: EntryId | None = None
    reason: ExclusionReason | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PackApproval:
    """One role's approval of a version of a pack."""

    entry: EntryId
    person: str | None
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class PackVersion:
    """A version of a pack that somebody proposed, and what became of it."""

    entry: EntryId
    pack: str
    sha256: str
    before: str | None
    by: str | None
    approvals: tuple[PackApproval, ...] = ()
    returned_by: EntryId | None = None
    activated_by: EntryId | None = None

    @property
    def is_open(self) -> bool:
        """Whether it still waits: neither given back nor put in force."""
        return self.returned_by is None and self.activated_by is None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportState:
    """A report that somebody stands for; ``by`` are the persons who do."""

    entry: EntryId
    act: ReportCertified
    by: tuple[str | None, ...]
    filed_by: EntryId | None = None
    corrected_by: EntryId | None = None
