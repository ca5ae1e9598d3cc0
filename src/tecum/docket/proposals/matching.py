"""Whether a proposal is a further claim on an event that stands already, or on one before it.

Kind, parties and days must agree, and only a person joins; an event whose day is not known
agrees with nothing by its day.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from tecum.docket.acts.chronology import EventKind, Slot
from tecum.docket.proposals.model import KnownEvent, Proposal

__all__ = ["known_events_for", "parties_of", "same_before"]

_ALIKE = (
    frozenset({EventKind.ISSUED, EventKind.SENT}),
    frozenset({EventKind.RECEIVED, EventKind.OPENED}),
    frozenset({EventKind.ORDERED, EventKind.STAYED}),
)
"""Kinds by which two documents often tell of one event."""


def parties_of(proposal: Proposal) -> frozenset[str]:
    """The listed parties that an event names as acting or acted on."""
    found = (proposal.slot(Slot.BY), proposal.slot(Slot.TO))
    return frozenset(row.value.party for row in found if row is not None and row.value.party)


def _days(proposal: Proposal) -> tuple[date | None, date | None]:
    slot = proposal.slot(Slot.WHEN)
    return slot.value.when.interval() if slot and slot.value.when else (None, None)


def known_events_for(proposal: Proposal, events: Iterable[KnownEvent]) -> tuple[str, ...]:
    """Known events with the same kind, a party in common and days that overlap, nearest first."""
    parties, (first, last) = parties_of(proposal), _days(proposal)
    if not parties or (first is None and last is None):
        return ()
    found = [
        event
        for event in events
        if event.kind is proposal.kind
        and parties & event.parties
        and _overlap(first, last, event.first, event.last)
    ]
    found.sort(key=lambda event: (-len(parties & event.parties), event.id))
    return tuple(event.id for event in found)


def _overlap(
    first: date | None, last: date | None, other_first: date | None, other_last: date | None
) -> bool:
    if other_first is None and other_last is None:
        return False
    return not (
        (last is not None and other_first is not None and last < other_first)
        or (other_last is not None and first is not None and other_last < first)
    )


def same_before(proposal: Proposal, earlier: Sequence[Proposal]) -> tuple[str, ...]:
    """Proposals of the same document that stand before it and seem to be of the same event."""
    if proposal.apart is not None:
        return ()
    return tuple(row.id for row in earlier if row.apart is None and _agree(proposal, row))


def _agree(one: Proposal, other: Proposal) -> bool:
    if one.kind is not other.kind and not any({one.kind, other.kind} <= pair for pair in _ALIKE):
        return False
    if one.kind is EventKind.ANNOUNCED or not parties_of(one) & parties_of(other):
        return False
    (first, last), (other_first, other_last) = _days(one), _days(other)
    if (first or last) and (other_first or other_last):
        return _overlap(first, last, other_first, other_last)
    return False
