"""The Reading: what a document is and asks, every value with the words that prove it.

The JSON form is ``tecum.reading/1`` of CONTRACTS with the further keys of READING 18.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from tecum.provenance import Page, Read, Source, Span, absent
from tecum.reading.failed import FailedRedaction
from tecum.words import (
    Category,
    CheckState,
    Conduct,
    DueFor,
    DueForm,
    Force,
    IntakeOutcome,
    IssuerClass,
    JudgeKind,
    Kind,
    Nondisclosure,
    OwedBy,
    SignatoryRole,
)

__all__ = [
    "CheckBox",
    "Cite",
    "DuePhrase",
    "ReadItem",
    "ReadSignatory",
    "Reading",
    "Subject",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadSignatory:
    """Who signed, read from the signature regions (READING 10)."""

    name: Read[str] = field(default_factory=lambda: absent("signer.name"))
    title: Read[str] = field(default_factory=lambda: absent("signer.title"))
    role: Read[SignatoryRole] = field(default_factory=lambda: absent("signer.role"))
    signed: bool | None = None
    mark: str | None = None
    judge_kind: JudgeKind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DuePhrase:
    """A due phrase as printed; nothing is computed (READING 11).

    ``date``, ``time``, ``tz``, ``amount``, ``unit``, ``counting``, ``direction`` and
    ``trigger`` hold None where the words do not say. ``band`` is the phrase's own; a word
    against its figure or a weekday against its date is band ``conflict`` with both readings in
    ``conflicts``. ``unit``, ``counting``, ``direction``, ``trigger`` hold words of
    :mod:`tecum.words` as text.
    """

    form: DueForm
    spans: tuple[Span, ...]
    due_for: DueFor = DueFor.OTHER
    owed_by: OwedBy = OwedBy.UNKNOWN
    date: str | None = None
    time: str | None = None
    tz: str | None = None
    amount: int | None = None
    unit: str | None = None
    counting: str | None = None
    direction: str | None = None
    trigger: str | None = None
    trigger_text: str | None = None
    qualifier: str | None = None
    combine: str | None = None
    band: str = "likely"
    rule: str = ""
    signals: Mapping[str, Any] = field(default_factory=dict)
    conflicts: tuple[Mapping[str, Any], ...] = ()
    value_band: str | None = None
    """In a conflict, the band at which the earlier reading is shown, so that nobody is late."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadItem:
    """One thing asked for, a leaf of the list it stands in (READING 12)."""

    label: str
    text: Read[str]
    category: Category = Category.OTHER
    also: tuple[Category, ...] = ()
    lead_in: tuple[str, ...] = ()
    period: tuple[date | None, date | None] | None = None
    refers_to: tuple[str, ...] = ()
    periods_differ: tuple[Mapping[str, Any], ...] = ()
    """The item's own range and the schedule's, where the paper states both and they differ."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cite:
    """A provision that the document cites, with its id where it resolves.

    ``unresolved``: a provision is cited, but no code that is known is named for it.
    """

    cite: Read[str]
    id: str | None
    now: str | None = None
    unresolved: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A person or account that the demand is about, from a labelled field only."""

    name: Read[str]
    identifiers: tuple[Read[str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckBox:
    """A check-box that is on the page; a box that is not there is simply not listed."""

    label: Read[str]
    state: CheckState | None
    id: str | None = None
    """The box's name in the form's template."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A typed demand, or what else the document is. Never changed once made."""

    source: Source
    pages: tuple[Page, ...]
    outcome: IntakeOutcome
    conduct: Read[Conduct]
    kind: Read[Kind]
    form: Read[str] = field(default_factory=lambda: absent("kind.form"))
    edition: str | None = None
    force: Force | None = None
    issuer: Read[str] = field(default_factory=lambda: absent("labels.issuer"))
    issuer_class: Read[IssuerClass] = field(default_factory=lambda: absent("labels.issuer_class"))
    signatory: ReadSignatory = field(default_factory=ReadSignatory)
    judicial: Read[bool] = field(default_factory=lambda: absent("signer.judicial"))
    recipient: Read[str] = field(default_factory=lambda: absent("labels.recipient"))
    matter_numbers: tuple[Read[str], ...] = ()
    issued_on: Read[str] = field(default_factory=lambda: absent("dates.issued_on"))
    served_on: Read[str] = field(default_factory=lambda: absent("dates.served_on"))
    service_method: Read[str] = field(default_factory=lambda: absent("labels.service_method"))
    due: tuple[DuePhrase, ...] = ()
    place_or_manner: Read[str] = field(default_factory=lambda: absent("labels.place"))
    authorities: tuple[Cite, ...] = ()
    items: tuple[ReadItem, ...] = ()
    items_band: str = "absent"
    definitions: tuple[Span, ...] = ()
    instructions: tuple[Span, ...] = ()
    subjects: tuple[Subject, ...] = ()
    checkboxes: tuple[CheckBox, ...] = ()
    consequences: tuple[Read[str], ...] = ()
    nondisclosure: Read[Nondisclosure] = field(default_factory=lambda: absent("labels.secrecy"))
    encloses: tuple[Mapping[str, Any], ...] = ()
    missing_enclosures: tuple[str, ...] = ()
    threatens: tuple[str, ...] = ()
    failed_redaction: FailedRedaction | None = None
    ink_here: tuple[Mapping[str, Any], ...] = ()
    """Where a person must look: ink that was not read, as page, box and zone."""
    signatures: tuple[Mapping[str, Any], ...] = ()
    """Digital signatures of the file: name, time, reason, and whether they cover all of it."""
    after_signature: tuple[Mapping[str, Any], ...] = ()
    """Lines added or changed after the last digital signature: page, text, letters taken away."""
    also: tuple[Mapping[str, Any], ...] = ()
    hidden_text: Mapping[str, Any] | None = None
    """Pages with letters that nobody sees, and how many letters; never the letters."""
    looks_like: tuple[Mapping[str, Any], ...] = ()
    """Documents of the same file that say the same or nearly so; only a person joins them."""
    arrivals: tuple[Mapping[str, Any], ...] = ()
    """When and how the file says that it came; an arrival is not service."""
    template: Mapping[str, Any] | None = None
    """The form's template that matched, and whether its labels were confirmed on the form."""
    sender: Mapping[str, Any] | None = None
    direction: Mapping[str, Any] | None = None
    role: str | None = None
    document_pages: tuple[int, ...] = ()
    others: tuple[Reading, ...] = ()
    instrument: str | None = None
    confirm: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    reader: Mapping[str, Any] = field(default_factory=dict)

    def with_(self, **changes: Any) -> Reading:
        """A copy with these fields replaced (the steps build a Reading up)."""
        return replace(self, **changes)

    def to_json(self) -> dict[str, Any]:
        """The document shape ``tecum.reading/1``; unknown is null, never a default."""
        from tecum.reading.contract import to_json

        return to_json(self)
