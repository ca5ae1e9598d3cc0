"""What people add to a chronology: events, accounts and their changes, and which events are one.

Each is an entry. Nothing is overwritten: a correction stands beside the words before it, and
events that were joined stand apart again by another entry.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from tecum.docket.acts import (
    ClaimAsserted,
    ClaimCorrected,
    ClaimRetracted,
    EventNoted,
    EventsJoined,
    EventsParted,
)
from tecum.docket.acts.chronology import ClaimValue, Distance, EventKind, Slot, Stance
from tecum.docket.entry import Entry
from tecum.docket.parts import Source
from tecum.docket.vocabulary import Certainty, DateKind
from tecum.docket.when import When, on
from tecum.errors import UsageError
from tecum.web.accounts.errors import NotFound
from tecum.web.accounts.models import Person
from tecum.web.chronologies.models import Chronology
from tecum.web.docket import states
from tecum.web.docket.record import record

__all__ = [
    "Said",
    "add_claim",
    "correct_claim",
    "join_events",
    "note_event",
    "part_events",
    "take_back_claim",
]

LONGEST_LABEL = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """An account that somebody adds: whose, of which side of the event, with what value."""

    slot: Slot
    value: ClaimValue
    by: str
    distance: Distance
    certainty: Certainty
    stance: Stance = Stance.STATES
    said_on: date | None = None
    source: Source | None = None


def note_event(
    actor: Person, row: Chronology, kind: EventKind, label: str, participants: Iterable[str]
) -> str:
    """Put an event on a chronology; it has no date of its own. Gives its id.

    Raises:
        UsageError: it has no label, or one too long.
        NotPermitted: the actor's role does not record events.
    """
    words = label.strip()
    if not words or len(words) > LONGEST_LABEL:
        raise UsageError(
            _("An event needs a few words that say what happened."),
            do=_("Write up to 200 characters; dates and accounts come after it."),
            code="chronology.label",
        )
    event = f"own-{secrets.token_hex(4)}"
    act = EventNoted(event=event, kind=kind, label=words, participants=tuple(sorted(participants)))
    record(actor, row.docket_id, act)
    return event


def add_claim(actor: Person, row: Chronology, event: str, said: Said) -> Entry:
    """Add what somebody says of an event.

    Raises:
        NotFound: there is no such event.
        UsageError: nobody is named who says it.
    """
    _must_have(actor, row, event)
    if not said.by.strip():
        raise UsageError(
            _("Nobody is named who says it."),
            do=_("Choose the party, office or publication that says it."),
            code="chronology.by",
        )
    act = ClaimAsserted(
        claim=f"own-{secrets.token_hex(6)}",
        event=event,
        slot=said.slot,
        value=said.value,
        by=said.by.strip(),
        distance=said.distance,
        certainty=said.certainty,
        stance=said.stance,
        asserted=_said_on(said.said_on),
        source=said.source,
    )
    return record(actor, row.docket_id, act)


def correct_claim(
    actor: Person,
    row: Chronology,
    claim: str,
    value: ClaimValue,
    *,
    said_on: date | None = None,
    source: Source | None = None,
) -> Entry:
    """Record that an asserter changed its account; the words before it stay readable."""
    act = ClaimCorrected(claim=claim, value=value, asserted=_said_on(said_on), source=source)
    return record(actor, row.docket_id, act)


def take_back_claim(actor: Person, row: Chronology, claim: str, source: Source | None) -> Entry:
    """Record that an asserter took its account back; its words stay readable."""
    return record(actor, row.docket_id, ClaimRetracted(claim=claim, source=source))


def join_events(actor: Person, row: Chronology, event: str, other: str) -> Entry:
    """Say that two events are one and the same; nothing is ever joined but by a person."""
    for one in (event, other):
        _must_have(actor, row, one)
    return record(actor, row.docket_id, EventsJoined(event=event, others=(other,)))


def part_events(actor: Person, row: Chronology, event: str) -> Entry:
    """Let an event stand apart again from those that it was joined with."""
    state = states.state_of(states.docket_for(actor, row.docket_id))
    into = state.joined.get(event, event)
    apart = tuple(sorted(name for name, target in state.joined.items() if target == into))
    if event in apart:
        apart = (event,)
    if not apart:
        raise UsageError(_("This event is joined with no other."), code="chronology.not-joined")
    return record(actor, row.docket_id, EventsParted(events=apart))


def _must_have(actor: Person, row: Chronology, event: str) -> None:
    if event not in states.state_of(states.docket_for(actor, row.docket_id)).events:
        raise NotFound


def _said_on(day: date | None) -> When | None:
    return None if day is None else on(DateKind.SAID, day)
