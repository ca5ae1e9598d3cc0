"""What is proposed from a public document, and what the proposing is given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import unique
from typing import Any

from tecum.docket.acts.chronology import ClaimValue, Distance, EventKind, Slot, Stance
from tecum.docket.when import When
from tecum.provenance import Sha256, Span
from tecum.words import Band, Word

__all__ = [
    "Apart",
    "Asserter",
    "KnownEvent",
    "KnownParty",
    "Proposal",
    "ProposedSlot",
    "Published",
]


@unique
class Apart(Word):
    """Why something that a document says is no event: it is offered apart, folded."""

    PREDICTION = "prediction"
    OPINION = "opinion"
    STATISTIC = "statistic"


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownParty:
    """A party by which a document's words may be meant; never a private individual."""

    id: str
    name: str
    names: tuple[str, ...] = ()
    party_class: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownEvent:
    """An event that stands already: its kind, its parties, the days on which it may lie."""

    id: str
    kind: EventKind
    parties: frozenset[str] = frozenset()
    first: date | None = None
    last: date | None = None
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What a person says of the document: who publishes it, when, whose own it is.

    Attributes:
        outlet: The publication, or the body that gives the document out.
        on: The day of publication; without it, relative days stay words.
        updated: The day of the latest edition, if the document names one.
        url: Where it stands; it is never fetched.
        issuer: Whose own document it is: the id of a party, or words such as "the court".
            None for a publication that reports what others say.
    """

    outlet: str
    on: date | None = None
    updated: date | None = None
    url: str | None = None
    issuer: str | None = None


@dataclass(frozen=True, slots=True)
class Asserter:
    """Who says so: the id of a listed party, or words that name a role and never a person.

    Attributes:
        by: The id of a party, or words.
        is_listed: Whether ``by`` is the id of a party.
        words: As the document has it, without a person's name.
        speaking_for: The office for which a speaker speaks, in words.
        via: Who passes it on, where one speaker reports another.
    """

    by: str
    is_listed: bool
    words: str
    speaking_for: str | None = None
    via: str | None = None


@dataclass(frozen=True, slots=True)
class ProposedSlot:
    """One slot of a proposed claim, with the words that it was read from."""

    slot: Slot
    value: ClaimValue
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """One event with what is claimed of it, or something that is no event, for a person to see.

    Attributes:
        id: Of the text's hash, the words and the rule: the same text proposes the same again.
        rules: The rules that made it, the first being the one that found it.
        kind: The sort of event; for what is no event, ``announced``.
        apart: Why it is no event; None for an event.
        asserted: When it was said, where the document says so.
        spans: The words, exactly as they stand.
        known: Ids of known events on which it may be a further claim, the likeliest first.
        same_as: Ids of earlier proposals of this document that seem to be of the same event.
    """

    id: Sha256
    rules: tuple[str, ...]
    kind: EventKind
    label: str
    asserter: Asserter
    distance: Distance
    stance: Stance
    slots: tuple[ProposedSlot, ...]
    spans: tuple[Span, ...]
    band: Band
    apart: Apart | None = None
    asserted: When | None = None
    signals: Mapping[str, Any] = field(default_factory=dict)
    known: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()

    def slot(self, name: Slot) -> ProposedSlot | None:
        """The slot of this name, if the proposal fills it."""
        return next((row for row in self.slots if row.slot is name), None)
