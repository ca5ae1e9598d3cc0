"""What a thread already knows: its parties, and its events with their days."""

from __future__ import annotations

from tecum.docket.acts.chronology import ClaimValue, EventKind, Slot
from tecum.docket.chronology.mapping import EVENT_KINDS
from tecum.docket.chronology.model import Thread
from tecum.docket.declare import Erased
from tecum.docket.proposals.model import KnownEvent, KnownParty
from tecum.docket.state.model import State

__all__ = ["known_of_docket", "known_of_thread", "parties_of_thread"]


def parties_of_thread(thread: Thread) -> tuple[KnownParty, ...]:
    """The parties of a chronology and the recipients of its campaign, each once."""
    rows = {
        row.id: KnownParty(id=row.id, name=row.name, party_class=row.party_class)
        for row in thread.parties
        if row.party_class != "person"
    }
    for recipient in thread.recipients:
        rows.setdefault(recipient.id, KnownParty(id=recipient.id, name=recipient.name))
    return tuple(rows.values())


def known_of_thread(thread: Thread) -> tuple[tuple[KnownParty, ...], tuple[KnownEvent, ...]]:
    """The parties and the events of a thread's file."""
    asked = {
        demand.id: {demand.issuer, *demand.recipients}
        for demand in thread.demands
        if len(demand.recipients) <= 1
    }
    events = tuple(
        KnownEvent(
            id=row.id,
            kind=EVENT_KINDS.get(row.act, EventKind.OTHER),
            parties=frozenset({row.actor} if row.actor else set()).union(
                *(asked.get(one, set()) for one in row.demands)
            ),
            first=row.when.interval()[0],
            last=row.when.interval()[1],
            label=row.what or row.act,
        )
        for row in thread.events
    )
    return parties_of_thread(thread), events


def known_of_docket(state: State) -> tuple[KnownEvent, ...]:
    """The events of a chronology's docket, dated and named by the live claims on them."""
    values: dict[str, list[tuple[Slot, ClaimValue]]] = {}
    for claim in state.claims.values():
        event = claim.act.event
        if event is not None and claim.retracted_by is None:
            into = state.joined.get(event, event)
            values.setdefault(into, []).append((claim.act.slot, claim.value))
    found = []
    for name, act in state.events.items():
        if name in state.joined:
            continue
        said = values.get(name, [])
        parties = {row.party for slot, row in said if slot in (Slot.BY, Slot.TO) and row.party}
        bounds = [row.when.interval() for _, row in said if row.when is not None]
        first = min((low for low, _ in bounds if low is not None), default=None)
        last = max((high for _, high in bounds if high is not None), default=None)
        label = "" if isinstance(act.label, Erased) else act.label
        found.append(
            KnownEvent(
                id=name, kind=act.kind, parties=frozenset({*parties, *act.participants}),
                first=first, last=last, label=label,
            )
        )  # fmt: skip
    return tuple(found)
