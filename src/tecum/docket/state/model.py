"""The state of a docket: small axes side by side, since demands do not move in a line."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tecum.docket.acts import CampaignOpened, EventNoted, QuestionFramed
from tecum.docket.entry import DocketId, DocketKind, Entry, EntryId, IdempotencyKey
from tecum.docket.parts import Label, ObligationId
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
    MeasureStep,
    ObligationOrigin,
    ObligationStep,
    OrderStep,
    Records,
)
from tecum.docket.state.rows import (
    Arrival,
    Claim,
    DemandState,
    Determination,
    Dispatch,
    Dispute,
    Findings,
    ItemState,
    Measure,
    Obligation,
    Order,
    Package,
    PackApproval,
    PackVersion,
    Preservation,
    Proceeding,
    Proposal,
    Reading,
    Recipient,
    ReportState,
    ServiceAccount,
    Task,
    Warn,
)
from tecum.words import Role

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
    "Measure",
    "MeasureStep",
    "Obligation",
    "ObligationOrigin",
    "ObligationStep",
    "Order",
    "OrderStep",
    "PackApproval",
    "PackVersion",
    "Package",
    "Preservation",
    "Proceeding",
    "Proposal",
    "Reading",
    "Recipient",
    "Records",
    "ReportState",
    "ServiceAccount",
    "State",
    "Task",
    "Warn",
    "replace",
]


@dataclass(frozen=True, kw_only=True)
class State:
    """Everything that a docket's entries say, folded. The same entries give the same state.

    Attributes:
        plans: The hash of an approved plan for many recipients → its approval.
        acted: The hash of a plan that was carried out → the entry that says for whom.
        joined: An event that is the same as another → that other.
        considered: The hash of a proposal from a public document → who accepted or rejected it.
    """

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
    seals: tuple[EntryId, ...] = ()
    visibility: EntryId | None = None
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
    preservations: Mapping[EntryId, Preservation] = field(default_factory=dict)
    productions: Mapping[str, EntryId] = field(default_factory=dict)
    tasks: Mapping[str, Task] = field(default_factory=dict)
    certifications: tuple[EntryId, ...] = ()
    packages: Mapping[EntryId, Package] = field(default_factory=dict)
    refused_by: EntryId | None = None
    searches: tuple[EntryId, ...] = ()
    threats: tuple[EntryId, ...] = ()
    escalations: tuple[EntryId, ...] = ()
    proceedings: Mapping[EntryId, Proceeding] = field(default_factory=dict)
    orders: Mapping[EntryId, Order] = field(default_factory=dict)
    measures: Mapping[EntryId, Measure] = field(default_factory=dict)
    notes: tuple[EntryId, ...] = ()
    erasures: tuple[EntryId, ...] = ()
    corrections: Mapping[EntryId, tuple[EntryId, ...]] = field(default_factory=dict)
    reopen_offered: EntryId | None = None
    campaign: CampaignOpened | None = None
    campaign_closed: EntryId | None = None
    recipients: Mapping[str, Recipient] = field(default_factory=dict)
    plans: Mapping[str, EntryId] = field(default_factory=dict)
    acted: Mapping[str, EntryId] = field(default_factory=dict)
    events: Mapping[str, EventNoted] = field(default_factory=dict)
    questions: Mapping[str, QuestionFramed] = field(default_factory=dict)
    claims: Mapping[str, Claim] = field(default_factory=dict)
    joined: Mapping[str, str] = field(default_factory=dict)
    considered: Mapping[str, EntryId] = field(default_factory=dict)
    people: Mapping[str, tuple[Role, ...]] = field(default_factory=dict)
    packs: Mapping[str, EntryId] = field(default_factory=dict)
    pack_versions: Mapping[EntryId, PackVersion] = field(default_factory=dict)
    block_reviews: tuple[EntryId, ...] = ()
    profile: Mapping[str, EntryId] = field(default_factory=dict)
    reports: Mapping[EntryId, ReportState] = field(default_factory=dict)

    @property
    def sealed_by(self) -> EntryId | None:
        """The last of the seals that stand; None where the matter is not sealed."""
        return self.seals[-1] if self.seals else None

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
