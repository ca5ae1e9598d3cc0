"""Decision: facts, findings, and what a person determined, item by item (DOCKET 1.5)."""

from __future__ import annotations

from enum import unique

from tecum.docket.declare import (
    CODE,
    FILE_COMMIT,
    PARTS,
    PERSON,
    PERSON_COMMIT,
    PLAIN,
    SENSITIVE,
    SENSITIVE_COMMIT,
    Act,
    Erased,
    Hash,
    Text,
    act,
    field,
    part,
)
from tecum.docket.parts import EntryId, Label, PackPin, Source, SubjectRef
from tecum.docket.vocabulary import Sphere
from tecum.words import Channel, Outcome, Word

__all__ = [
    "DemandRefused",
    "DeterminationApproved",
    "DeterminationOverridden",
    "DeterminationProposed",
    "DeterminationReturned",
    "Determined",
    "FactStated",
    "FactValue",
    "FindingsTaken",
    "Found",
    "ObjectionServed",
    "RefusalCode",
]

FactValue = bool | int | str | tuple[str, ...] | Erased
"""A fact's value as in ``tecum.findings/1``: dates are texts."""


@unique
class Determined(Word):
    """What a person determines for an item."""

    PRODUCE = "produce"
    PRODUCE_IN_PART = "produce_in_part"
    WITHHOLD = "withhold"
    OBJECT = "object"
    NONE_HELD = "none_held"
    REFER = "refer"
    AWAIT_EVENT = "await_event"
    ACT = "act"
    NOT_ACT = "not_act"


@unique
class RefusalCode(Word):
    """On what ground a demand as a whole is declined (LEDGER 8, ``demand.refused``)."""

    WRONG_ADDRESSEE = "wrong_addressee"
    NO_AUTHORITY_CITED = "no_authority_cited"
    COURT_ORDER_REQUIRED = "court_order_required"
    POLICY_BARS = "policy_bars"
    LAW_BARS = "law_bars"
    COURT_ORDER_BARS = "court_order_bars"
    OTHER = "other"


@part
class Found:
    """What the rules said on one action for one item; no item means the demand as a whole."""

    item: Label | None = field(PLAIN)
    action: str = field(PLAIN)
    outcome: Outcome = field(PLAIN)


@act(Sphere.WORLD, "K U C L I S")
class FactStated(Act):
    """Somebody states a fact that rules ask for; ``value`` None states that it is unknown."""

    fact: str = field(PLAIN)
    value: FactValue | None = field(SENSITIVE)
    item: Label | None = field(PLAIN, default=None)
    subject: SubjectRef | None = field(PLAIN, default=None)
    source: Source | None = field(PARTS, default=None)


@act(Sphere.OFFICE, "S C L")
class FindingsTaken(Act):
    """What the configured rules say now, kept as the snapshot that a determination cites."""

    packs: tuple[PackPin, ...] = field(PARTS)
    facts_sha256: Hash = field(SENSITIVE)
    outcomes: tuple[Found, ...] = field(PARTS)
    trace_sha256: Hash = field(SENSITIVE)


@act(Sphere.OFFICE, "C K L")
class DeterminationProposed(Act):
    """A person proposes what to do with items, on findings that are named."""

    items: tuple[Label, ...] = field(PLAIN)
    outcome: Determined = field(PLAIN)
    findings: EntryId | None = field(PLAIN)
    actions: tuple[str, ...] = field(PLAIN, default=())
    awaits: str | None = field(PLAIN, default=None)
    reason_code: str | None = field(PLAIN, default=None)
    reason: Text | None = field(SENSITIVE, default=None)


@act(Sphere.OFFICE, "C L", says="decision.recorded")
class DeterminationApproved(Act):
    """A proposal stands as this office's determination."""

    proposal: EntryId = field(PLAIN)


@act(Sphere.OFFICE, "C L")
class DeterminationReturned(Act):
    """A proposal goes back to its author, with the reason."""

    proposal: EntryId = field(PLAIN)
    reason: Text = field(PERSON)


@act(Sphere.OFFICE, "L", says="decision.recorded")
class DeterminationOverridden(Act):
    """An approved determination is replaced; the former one stays readable."""

    determination: EntryId = field(PLAIN)
    outcome: Determined = field(PLAIN)
    reason: Text = field(SENSITIVE_COMMIT)
    cite: str | None = field(PLAIN, default=None)
    awaits: str | None = field(PLAIN, default=None)


@act(Sphere.OFFICE, "C L", says="demand.refused")
class DemandRefused(Act):
    """This office declined the demand, on a stated ground, and told the other side."""

    code: RefusalCode = field(CODE)
    reason: Text | None = field(SENSITIVE_COMMIT)
    document: Hash = field(FILE_COMMIT)
    to: Text = field(PERSON_COMMIT)
    channel: Channel = field(PLAIN)


@act(Sphere.OFFICE, "C L", says="objection")
class ObjectionServed(Act):
    """This office served its objection to items, on grounds that are named."""

    items: tuple[Label, ...] = field(PLAIN)
    grounds: tuple[str, ...] = field(PLAIN)
    document: Hash = field(FILE_COMMIT)
    to: Text = field(PERSON_COMMIT)
    channel: Channel = field(PLAIN)
