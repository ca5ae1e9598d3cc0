"""What a triage gives (``tecum.triage/1`` of CONTRACTS)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from tecum.law import Finding
from tecum.provenance import Sha256
from tecum.reading.result import DuePhrase, Reading
from tecum.reckoning.asked import Asked
from tecum.reckoning.result import Reckoned, Status
from tecum.words import Band, DueFor, IntakeOutcome, OwedBy

__all__ = ["Deadline", "ItemFinding", "Triage", "Unread"]

SCHEMA = "tecum.triage/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """One due phrase and what was counted from it; no two phrases are ever merged.

    ``reckoned`` is None where the phrase gives nothing to count ("promptly", a phrase that
    contradicts itself); ``status`` and ``note`` then say why. ``asked`` is what was counted
    from, so that it can be stored and counted again.
    """

    due_for: DueFor
    owed_by: OwedBy
    phrase: DuePhrase
    status: Status
    reckoned: Reckoned | None = None
    asked: Asked | None = None
    note: str = ""
    items: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """``tecum.reckoned/1`` with ``for``, ``owed_by``, ``items`` and the phrase's words."""
        shape: dict[str, Any] = (
            self.reckoned.to_json()
            if self.reckoned
            else {
                "schema": "tecum.reckoned/1",
                "clock": None,
                "event": None,
                "readings": [],
                "safe": None,
                "latest": None,
                "pins": None,
                "notes": [],
            }
        )
        shape["status"] = self.status.value
        shape["notes"] = [*shape["notes"], *([self.note] if self.note else [])]
        shape["for"] = self.due_for.value
        shape["owed_by"] = self.owed_by.value
        shape["items"] = list(self.items)
        shape["stated"] = [span.to_json() for span in self.phrase.spans]
        return shape


@dataclass(frozen=True, slots=True)
class ItemFinding:
    """What the rules say on one action that an item raises."""

    label: str
    finding: Finding

    def to_json(self) -> dict[str, Any]:
        """The finding of CONTRACTS; its ``item`` is the item's label."""
        return self.finding.to_json()


@dataclass(frozen=True, slots=True)
class Unread:
    """A part of a file that could not be read; what it asks is not known."""

    name: str | None
    outcome: IntakeOutcome
    reason: str
    sha256: Sha256
    bytes: int

    def to_json(self) -> dict[str, Any]:
        """As printed."""
        return {
            "name": self.name,
            "outcome": self.outcome.value,
            "reason": self.reason,
            "sha256": self.sha256,
            "bytes": self.bytes,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Triage:
    """One page a person can act on, for one document of one file."""

    file: str
    outcome: IntakeOutcome
    reason: str
    reading: Reading | None
    deadlines: tuple[Deadline, ...] = ()
    findings: tuple[ItemFinding, ...] = ()
    duties: tuple[Mapping[str, Any], ...] = ()
    confirm: tuple[str, ...] = ()
    questions: tuple[Mapping[str, Any], ...] = ()
    warnings: tuple[str, ...] = ()
    packs: tuple[Mapping[str, Any], ...] = ()
    on: date
    known_on: date
    received_at: datetime | None = None
    others: tuple[Triage, ...] = field(default=())
    unread: tuple[Unread, ...] = ()

    @property
    def is_demand(self) -> bool:
        """Whether the document itself makes a demand (band ``unsure`` counts as yes)."""
        reading = self.reading
        return (
            reading is not None
            and reading.conduct.value == "issues"
            and reading.kind.value is not None
            and reading.kind.value.is_demand
        )

    @property
    def may_be_demand(self) -> bool:
        """Whether it is left open that it makes a demand; what it would ask was read."""
        reading = self.reading
        if reading is None or reading.conduct.value is not None:
            return False
        return "supposed" in reading.conduct.signals

    @property
    def was_read(self) -> bool:
        """Whether anything was read at all: an archive may open and hold nothing readable."""
        reading = self.reading
        return (
            self.outcome.is_read
            and reading is not None
            and (reading.conduct.band is not Band.UNREADABLE or bool(self.others))
        )

    def to_json(self) -> dict[str, Any]:
        """The shape ``tecum.triage/1``."""
        return {
            "schema": SCHEMA,
            "file": self.file,
            "outcome": self.outcome.value,
            "reason": self.reason,
            "reading": self.reading.to_json() if self.reading else None,
            "deadlines": [row.to_json() for row in self.deadlines],
            "findings": [row.to_json() for row in self.findings],
            "duties": [dict(row) for row in self.duties],
            "confirm": list(self.confirm),
            "questions": [dict(row) for row in self.questions],
            "warnings": list(self.warnings),
            "packs": [dict(row) for row in self.packs],
            "on": self.on.isoformat(),
            "known_on": self.known_on.isoformat(),
            "received_at": self.received_at.isoformat() if self.received_at else None,
            "others": [other.to_json() for other in self.others],
            "unread": [row.to_json() for row in self.unread],
        }
