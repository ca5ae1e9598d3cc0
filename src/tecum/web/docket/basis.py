"""What dates and findings of a docket rest on: the reading in force, the events, the facts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from tecum.docket.acts import (
    DocumentReceived,
    FactStated,
    OwedEventHappened,
    ReceiptAcknowledged,
    ServiceDisputed,
    ServiceRecorded,
)
from tecum.docket.declare import Erased
from tecum.docket.entry import Entry, EntryId, Label
from tecum.docket.persons import happened_to_all, said_in_order, stated_of_all
from tecum.docket.state.model import Compelled, State
from tecum.docket.state.steps import is_taken_back
from tecum.docket.vocabulary import DisputeCode, Precision
from tecum.law import Facts, Given
from tecum.law.facts import typed_value
from tecum.law.reading_facts import facts_from_reading
from tecum.law.vocabulary import FactSpec
from tecum.reckoning import Account, Event, EventKind, How
from tecum.triage import Desk
from tecum.web.accounts.selectors import profile
from tecum.web.intake.in_force import in_force
from tecum.web.intake.selectors import fields_unhidden, reading_json
from tecum.words import Category

__all__ = ["events_of", "facts_of", "reading_of"]


def reading_of(docket_id: str, state: State) -> Mapping[str, Any] | None:
    """The demand's Reading with the people's work in it; None where it was never read."""
    demand = state.demand
    ref = demand.act.reading if demand is not None else None
    reading = state.readings.get(ref) if ref is not None else None
    if reading is None:
        reading = next(reversed(list(state.readings.values())), None)
    stored = reading_json(docket_id, state, reading)
    if stored is None or reading is None:
        return None
    return in_force(stored, fields_unhidden(state, reading, stored))


def events_of(state: State, reading: Mapping[str, Any] | None) -> dict[str, Event]:
    """Every event with every account that stands of it on this docket.

    An account that was taken back tells of nothing, and the service or receipt of an answer is
    none of the demand.
    """
    accounts: dict[str, list[Account]] = {}
    zone = ZoneInfo(profile().zone)
    services = {row.entry for row in state.services}
    denials = {row.entry for row in state.standing_disputes}

    def add(kind: str, account: Account) -> None:
        accounts.setdefault(kind, []).append(account)

    for entry in state.entries.values():
        act = entry.act
        if is_taken_back(state, entry.id):
            continue
        if isinstance(act, ServiceRecorded | ReceiptAcknowledged) and entry.id in services:
            add(EventKind.SERVICE.value, _account(entry, zone, getattr(act, "served_on", None)))
        elif isinstance(act, ServiceDisputed) and DisputeCode.NOT_RECEIVED in act.codes:
            if entry.id in denials:
                add(EventKind.SERVICE.value, _account(entry, zone, None, denied=True))
        elif isinstance(act, DocumentReceived):
            add(EventKind.RECEIPT.value, _account(entry, zone, None))
        elif isinstance(act, OwedEventHappened) and happened_to_all(state, act):
            add(act.event.value, _account(entry, zone, None))
    issued = reading["issued_on"] if reading is not None else None
    if issued is not None and issued["value"] and issued["band"] in ("certain", "likely"):
        day = date.fromisoformat(issued["value"])
        for kind in (EventKind.ISSUE, EventKind.LETTER_DATE):
            add(kind.value, Account(at=day, said_by="the document", how=How.DOCUMENT))
    return {kind: Event(kind, tuple(rows)) for kind, rows in accounts.items()}


def facts_of(
    desk: Desk, state: State, reading: Mapping[str, Any] | None, item: str | None
) -> Facts:
    """What is known for one item: from the reading in force, the profile, and the people."""
    packs = desk.packs
    facts = facts_from_reading(packs, reading, desk.office, item) if reading else Facts()
    facts = _with_category(facts, packs.facts, state, item)
    facts = _with_orders(facts, packs.facts, state, item)
    for name, ref in _stated(state, packs.facts, item):
        facts = facts.without(name)
        given = _given(desk, state.entries[ref], packs.facts[name]) if ref is not None else None
        if given is not None:
            facts = facts.plus(name, given)
    return facts


def _stated(
    state: State, known: Mapping[str, FactSpec], item: str | None
) -> Iterator[tuple[str, EntryId | None]]:
    """Fact → the entry by which it stands for an item; None where it is not known of all.

    A fact about a person counts only where it is known of everybody whom the item concerns.
    """
    said: dict[str, EntryId | None] = {}
    for (name, label, _), ref in said_in_order(state):
        spec = known.get(name)
        act = state.entries[ref].act
        if spec is None or not isinstance(act, FactStated) or label not in (None, item):
            continue
        if spec.about == "person":
            said[name] = stated_of_all(state, name, item)
        elif not isinstance(act.value, Erased):
            said[name] = ref
    return iter(said.items())


def _given(desk: Desk, entry: Entry, spec: FactSpec) -> Given | None:
    act = entry.act
    if not isinstance(act, FactStated) or act.value is None or isinstance(act.value, Erased):
        return None
    raw = list(act.value) if isinstance(act.value, tuple) else act.value
    value = typed_value(raw, spec, "stated")
    here = entry.recorded_at.astimezone(ZoneInfo(desk.office.zone))
    if value is None:
        return None
    return Given(value, f"stated by {entry.actor.role}", recorded_on=here.date())


def _with_category(
    facts: Facts, known: Mapping[str, FactSpec], state: State, item: str | None
) -> Facts:
    """What the docket itself says an item asks for; it may have come without a reading.

    ``other`` says nothing of what is asked.
    """
    held = state.items.get(Label(item)) if item is not None else None
    spec = known.get("item_category")
    if held is None or spec is None or held.asked_for.category is Category.OTHER:
        return facts
    value = typed_value(held.asked_for.category.value, spec, "the docket")
    if value is None:
        return facts
    given = Given(value, "the item as it stands on the docket")
    return facts.without("item_category").plus("item_category", given)


def _with_orders(
    facts: Facts, known: Mapping[str, object], state: State, item: str | None
) -> Facts:
    """What a recorded order makes of an item: whether compliance is ordered, and stayed."""
    held = state.items.get(Label(item)) if item is not None else None
    if held is None or held.compelled_by is None or held.compelled is Compelled.NO:
        return facts
    stayed = held.compelled is Compelled.STAYED
    for name, value in (("court_order_to_comply", True), ("order_stayed", stayed)):
        if name in known:
            facts = facts.without(name).plus(name, Given(value, "an order on this docket"))
    return facts


def _account(entry: Entry, zone: ZoneInfo, on: date | None, *, denied: bool = False) -> Account:
    """An account of an event; the day on which it was recorded is the office's own day.

    In the office's evening it is tomorrow elsewhere, and what is recorded then counts today.
    """
    return Account(
        at=None if denied else on or moment_of(entry),
        said_by=entry.side.value,
        how=How.DENIAL if denied else How.OWN_LOG,
        source=entry.id,
        recorded_at=entry.recorded_at.astimezone(zone),
    )


def moment_of(entry: Entry) -> date | datetime | None:
    """The day or instant at which an entry says it happened, where it is that narrow."""
    happened = entry.happened
    if happened.precision in (Precision.INSTANT, Precision.DAY):
        return happened.value
    return None
