"""A thread, typed: public facts about demands as one file of claims with their sources."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import unique
from typing import Any

from tecum.docket.vocabulary import Certainty
from tecum.docket.when import When
from tecum.words import Category, DueForm, Kind, Trigger, Unit, Word

__all__ = [
    "Thread",
    "ThreadCertainty",
    "ThreadCheck",
    "ThreadClaim",
    "ThreadDemand",
    "ThreadDue",
    "ThreadEvent",
    "ThreadItem",
    "ThreadLeftOut",
    "ThreadParty",
    "ThreadQuestion",
    "ThreadRecipient",
    "ThreadSource",
]


@unique
class ThreadCertainty(Word):
    """How sure a thread is of a row."""

    CERTAIN = "certain"
    REPORTED = "reported"
    DISPUTED = "disputed"
    CONTRADICTED = "contradicted"
    WITHDRAWN = "withdrawn"
    INFERRED = "inferred"
    COMPUTED = "computed"
    TO_CONFIRM = "to_confirm"

    @property
    def as_claim(self) -> Certainty:
        """The word of the docket; who contradicts or withdraws stands in a claim of its own."""
        if self is ThreadCertainty.CONTRADICTED:
            return Certainty.DISPUTED
        if self is ThreadCertainty.WITHDRAWN:
            return Certainty.REPORTED
        return Certainty(self.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadSource:
    """A publication or document that says something."""

    id: str
    outlet: str
    headline: str | None = None
    url: str | None = None
    dated: date | None = None
    updated: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadParty:
    """A body that acts or speaks."""

    id: str
    name: str
    party_class: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadDue:
    """When an answer is due, as stated or as the file computes it."""

    form: DueForm
    day: date | None = None
    amount: int | None = None
    unit: Unit | None = None
    trigger: Trigger | None = None
    computed: date | None = None
    days_after_issue: int | None = None
    certainty: ThreadCertainty = ThreadCertainty.TO_CONFIRM

    @property
    def on(self) -> date | None:
        """The day that the file gives; None for "upon release" and the like."""
        return self.day or self.computed


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadItem:
    """One item of a demand."""

    label: str
    text: str
    category: Category


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadDemand:
    """A demand that is known from public sources."""

    id: str
    kind: Kind
    issuer: str
    recipients: tuple[str, ...]
    count: int | None
    recipients_count: int | None
    judicial: bool | None
    issued_on: date | None
    served_on: date | None
    due: ThreadDue | None
    items: tuple[ThreadItem, ...]
    consequences: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadRecipient:
    """A recipient of a campaign, with the figures and doubts of the file."""

    id: str
    name: str
    state: str | None
    level: str | None
    prior: str | None
    answered_earlier: bool | None
    litigation_at_issue: str | None
    figures: Mapping[str, int]
    doubts: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadLeftOut:
    """Who was left out of a campaign, with the reason as stated, and what speaks against it."""

    names: tuple[str, ...]
    was_in: tuple[str, ...]
    reason_stated: str | None
    by: str | None
    counter_facts: tuple[str, ...]
    sources: tuple[str, ...] = ()
    certainty_note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadEvent:
    """Something that happened; ``more`` holds the keys that belong to its sort of act."""

    id: str
    act: str
    when: When
    actor: str | None
    demands: tuple[str, ...]
    certainty: ThreadCertainty
    sources: tuple[str, ...]
    what: str | None
    more: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadQuestion:
    """A disagreement in words."""

    id: str
    text: str
    status: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadClaim:
    """Who says what, by which source."""

    id: str
    by: str
    question: str | None
    about: str | None
    position: str | None
    value: int | date | None
    unit: str | None
    said_on: date | None
    certainty: ThreadCertainty
    sources: tuple[str, ...]
    retracts: str | None
    retracted_by: str | None
    corrects: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadCheck:
    """What a replay of the file must show: in words, and as data where that is exact."""

    id: str
    expect: str
    data: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """A whole thread file, every reference checked."""

    id: str
    title: str
    kind: str
    sources: tuple[ThreadSource, ...]
    parties: tuple[ThreadParty, ...]
    demands: tuple[ThreadDemand, ...]
    recipients: tuple[ThreadRecipient, ...]
    left_out: tuple[ThreadLeftOut, ...]
    events: tuple[ThreadEvent, ...]
    questions: tuple[ThreadQuestion, ...]
    claims: tuple[ThreadClaim, ...]
    checks: tuple[ThreadCheck, ...]
    rows: Mapping[str, Any]

    def in_order(self) -> tuple[ThreadEvent, ...]:
        """The events by date, then id, undated last."""
        return tuple(sorted(self.events, key=_by_date))


def _by_date(event: ThreadEvent) -> tuple[bool, date, str]:
    first = event.when.interval()[0]
    return first is None, first or date.max, event.id
