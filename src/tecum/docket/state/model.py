"""The state of a docket: small axes side by side, since demands do not move in a line."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING

from tecum.docket.acts import (
    CampaignOpened,
    ClaimAsserted,
    DemandRegistered,
    EventNoted,
    MeasureThreatened,
    OrderEntered,
    ProceedingOpened,
    QuestionFramed,
)
from tecum.docket.acts.campaign import ExclusionReason
from tecum.docket.acts.chronology import ClaimValue
from tecum.docket.acts.decision import Determined
from tecum.docket.entry import DocketId, DocketKind, Entry, EntryId, IdempotencyKey
from tecum.docket.parts import DateRead, ItemAsked, Label, ObligationId
from tecum.docket.rules import Rules
from tecum.docket.state.axes import (
    About,
    ArrivalStep,
    Asked,
    Compelled,
    Decided,
    DemandStep,
    DispatchStep,
    FieldState,
    ObligationOrigin,
    ObligationStep,
    OrderStep,
)
from tecum.docket.vocabulary import Disposition, ObligationObject
from tecum.words import IntakeOutcome, Outcome, Role, Side, Word

__all__ = [
    "About",
    "Arrival",
    "ArrivalStep",
    "Asked",
    "Claim",
    "Compelled",
    "Decided",
    "DemandState",
    "DemandStep",
    "Determination",
    "Dispatch",
    "DispatchStep",
    "Dispute",
    "FieldState",
    "Findings",
    "ItemState",
    "Obligation",
    "ObligationOrigin",
    "ObligationStep",
    "Order",
    "OrderStep",
    "PackApproval",
    "PackVersion",
    "Package",
    "Proceeding",
    "Proposal",
    "Reading",
    "Recipient",
    "ServiceAccount",
    "State",
    "Warn",
    "replace",
]


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
    for the whole), which entry did it. ``revision`` counts its changes, the last of which was
    made by ``changed_by``.
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
    """An order of a court and whether it is in force."""

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
    ended_by: EntryId | None = None


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


@dataclass(frozen=True, kw_only=True)
class State:
    """Everything that a docket's entries say, folded. The same entries give the same state."""

    kind: DocketKind
    rules: Rules
    docket: DocketId | None = None
    seq: int = 0
    entries: Mapping[EntryId, Entry] = field(default_factory=dict)
    keys: Mapping[IdempotencyKey, EntryId] = field(default_factory=dict)
    warnings: tuple[Warn, ...] = ()
    arrivals: Mapping[EntryId, Arrival] = field(default_factory=dict)
    readings: Mapping[EntryId, Reading] = field(default_factory=dict)
    sender_checked: EntryId | None = None
    demand: DemandState | None = None
    items: Mapping[Label, ItemState] = field(default_factory=dict)
    links: tuple[EntryId, ...] = ()
    assigned: tuple[EntryId, ...] = ()
    services: tuple[ServiceAccount, ...] = ()
    working: Mapping[str, EntryId] = field(default_factory=dict)
    disputes: Mapping[EntryId, Dispute] = field(default_factory=dict)
    dispatches: Mapping[EntryId, Dispatch] = field(default_factory=dict)
    obligations: Mapping[ObligationId, Obligation] = field(default_factory=dict)
    facts: Mapping[tuple[str, Label | None, str | None], EntryId] = field(default_factory=dict)
    findings: Findings | None = None
    proposals: Mapping[EntryId, Proposal] = field(default_factory=dict)
    determinations: Mapping[EntryId, Determination] = field(default_factory=dict)
    packages: Mapping[EntryId, Package] = field(default_factory=dict)
    refused_by: EntryId | None = None
    searches: tuple[EntryId, ...] = ()
    threats: tuple[EntryId, ...] = ()
    escalations: tuple[EntryId, ...] = ()
    proceedings: Mapping[EntryId, Proceeding] = field(default_factory=dict)
    orders: Mapping[EntryId, Order] = field(default_factory=dict)
    measures: Mapping[EntryId, MeasureThreatened] = field(default_factory=dict)
    notes: tuple[EntryId, ...] = ()
    corrections: Mapping[EntryId, tuple[EntryId, ...]] = field(default_factory=dict)
    reopen_offered: EntryId | None = None
    campaign: CampaignOpened | None = None
    recipients: Mapping[str, Recipient] = field(default_factory=dict)
    events: Mapping[str, EventNoted] = field(default_factory=dict)
    questions: Mapping[str, QuestionFramed] = field(default_factory=dict)
    claims: Mapping[str, Claim] = field(default_factory=dict)
    people: Mapping[str, tuple[Role, ...]] = field(default_factory=dict)
    packs: Mapping[str, EntryId] = field(default_factory=dict)
    pack_versions: Mapping[EntryId, PackVersion] = field(default_factory=dict)
    block_reviews: tuple[EntryId, ...] = ()
    profile: Mapping[str, EntryId] = field(default_factory=dict)

    @property
    def live_items(self) -> tuple[ItemState, ...]:
        """The items still asked for."""
        return tuple(item for item in self.items.values() if item.asked is Asked.LIVE)

    @property
    def standing_disputes(self) -> tuple[Dispute, ...]:
        """The quarrels that nothing has ended."""
        return tuple(row for row in self.disputes.values() if row.ended_by is None)


if TYPE_CHECKING:
    from dataclasses import replace
else:

    def replace(value, /, **changes):
        """As :func:`dataclasses.replace`, but quick for a state, which has many fields.

        Every entry changes a state a few times; the type checker sees the original.
        """
        if type(value) is not State:
            return dataclasses.replace(value, **changes)
        made = object.__new__(State)
        made.__dict__.update(value.__dict__, **changes)
        return made
