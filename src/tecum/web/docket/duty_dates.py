"""The dates of duties: counted by the clock that the law names, from the event that starts it.

A duty whose law sets a time has a date like any other, with its readings and every counted day;
"no date in the law" is said of those alone whose law states none.

Authority: LAW section 7; RECKONING section 9.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from tecum.clock import today
from tecum.docket.acts import ClockStarted
from tecum.docket.entry import Entry, EntryId
from tecum.docket.state.model import Obligation, ObligationOrigin, ObligationStep, State
from tecum.docket.state.obligations import BY_SERVICE, is_service_disputed
from tecum.docket.state.steps import happened_day
from tecum.errors import ReckonError
from tecum.law.blocks import Duty
from tecum.reckoning import Account, Clock, Event, EventKind, How
from tecum.reckoning.asked import Asked, answered
from tecum.reckoning.clocks import Bound
from tecum.reckoning.result import Reckoned
from tecum.triage import Desk
from tecum.web.accounts.models import Person
from tecum.web.accounts.policies import may
from tecum.web.docket import states
from tecum.web.docket.basis import events_of, moment_of, reading_of
from tecum.web.docket.counted import (
    clock_sha256,
    dates_read,
    keep_reckoning,
    moment,
    pins_of,
    stored_count,
)
from tecum.web.docket.desk import clocks, desk
from tecum.web.docket.record import record

__all__ = ["DutyDate", "awaited", "duty_dates", "start_duty_dates", "trigger_day"]

_EVENT_OF = {
    "receipt": EventKind.RECEIPT.value,
    "determination": EventKind.DECISION.value,
    "disclosure": EventKind.DISCLOSURE.value,
}
"""What brings a duty → the event from which a clock counts it."""


@dataclass(frozen=True, slots=True)
class DutyDate:
    """A duty that stands on a docket, with its date as counted now.

    Attributes:
        duty: The block of the pack in use; None where no loaded pack has it any more.
        asked: What is asked of its clock; None where its law names none.
        reckoned: The answer; None where there is none, and ``why_not`` says why.
        trigger: The entry that tells of the event.
    """

    obligation: Obligation
    duty: Duty | None
    asked: Asked | None = None
    reckoned: Reckoned | None = None
    trigger: EntryId | None = None
    why_not: str = ""

    @property
    def can_start(self) -> bool:
        """Whether its date can be counted and is not in force yet."""
        waits = self.obligation.step in (ObligationStep.WAITING, ObligationStep.ARMED)
        found = self.reckoned
        if not waits or found is None or found.safe is None or self.trigger is None:
            return False
        return found.safe.bound is Bound.LATEST_DAY


def awaited(duty: Duty, ready: Desk) -> str | None:
    """The event from which the law counts a duty; None where it names no clock."""
    clock = clocks(ready).get(duty.clock)
    return _started_by(duty, clock) if clock is not None else None


def trigger_day(state: State, entry: Entry, zone: str) -> date:
    """The day of what brings a duty, which is the day that its law is judged at.

    A demand is received when its paper came in, whenever it was registered.
    """
    arrival = _arrival(state) if state.demand and entry.id == state.demand.entry else None
    day = happened_day(state, arrival or entry)
    return day or entry.recorded_at.astimezone(ZoneInfo(zone)).date()


def duty_dates(state: State, ready: Desk) -> list[DutyDate]:
    """Every duty that stands on a demand's docket, open or ended, with its date as of now."""
    held = [row for row in state.obligations.values() if row.origin is ObligationOrigin.DUTY]
    if not held:
        return []
    named = {duty.id: duty for duty in ready.packs.duties}
    ours, events = clocks(ready), events_of(state, reading_of(str(state.docket), state))
    return [
        _dated(state, row, named.get(row.rule or ""), ours, events, ready=ready) for row in held
    ]


def start_duty_dates(actor: Person | None, docket_id: str) -> list[Entry]:
    """Put in force every date of a duty that can be counted and is not in force yet.

    Args:
        actor: Who acts; the system where it is None or may start no clock.
    """
    ready = desk()
    state = states.state_of(states.docket_for(actor, docket_id))
    by = actor if actor is not None and may(actor, ClockStarted.slug) else None
    entries: list[Entry] = []
    for row in duty_dates(state, ready):
        if not row.can_start or (by is None and _is_disputed(state, row)):
            continue
        act = _act(row, ready.office.zone)
        entry = record(by, docket_id, act)
        assert row.asked is not None
        keep_reckoning(docket_id, act.obligation, entry.id, stored_count(row.asked, ready), ready)
        entries.append(entry)
    return entries


def _dated(
    state: State,
    row: Obligation,
    duty: Duty | None,
    ours: Mapping[str, Clock],
    events: Mapping[str, Event],
    *,
    ready: Desk,
) -> DutyDate:
    clock = ours.get(duty.clock) if duty is not None else None
    if duty is None or clock is None:
        return DutyDate(row, duty)
    kind = _started_by(duty, clock)
    event = _event(state, row, kind, events)
    asked = Asked(
        of=clock.id,
        known_on=today(ready.office.zone),
        event=event,
        zone=ready.office.zone,
        events=tuple(one for name, one in events.items() if name != kind),
        hours=ready.office.hours,
    )
    try:
        reckoned = answered(asked, ours, ready.calendars)
    except ReckonError as error:
        return DutyDate(row, duty, asked, why_not=error.what)
    return DutyDate(row, duty, asked, reckoned, _entry_of(state, event))


def _started_by(duty: Duty, clock: Clock) -> str:
    return _EVENT_OF.get(duty.on, clock.start) if clock.start == "event" else clock.start


def _event(state: State, row: Obligation, kind: str, events: Mapping[str, Event]) -> Event:
    """The event with its accounts; the receipt is that of the demand's own paper."""
    brought = state.entries.get(row.trigger) if row.trigger is not None else None
    entry = None
    if kind == EventKind.RECEIPT.value:
        entry = _arrival(state)
    elif brought is not None and kind in (EventKind.DECISION.value, EventKind.DISCLOSURE.value):
        entry = brought
    elif kind in events:
        return events[kind]
    at = moment_of(entry) if entry is not None else None
    if entry is None or at is None:
        return Event(kind)
    account: Any = Account(
        at=at,
        said_by=entry.side.value,
        how=How.OWN_LOG,
        source=entry.id,
        recorded_at=entry.recorded_at.astimezone(state.rules.tz),
    )
    return Event(kind, (account,))


def _arrival(state: State) -> Entry | None:
    """The entry by which the demand's paper came in, where it stands on this docket."""
    demand = state.demand
    ref = demand.act.arrival if demand is not None else None
    return state.entries.get(ref) if ref is not None else None


def _entry_of(state: State, event: Event) -> EntryId | None:
    for account in event.accounts:
        if account.at is not None and account.source in state.entries:
            return EntryId(account.source)
    return None


def _is_disputed(state: State, row: DutyDate) -> bool:
    """Whether the system may not start it: what it counts from is quarrelled about."""
    entry = state.entries.get(row.trigger) if row.trigger is not None else None
    return entry is not None and isinstance(entry.act, BY_SERVICE) and is_service_disputed(state)


def _act(row: DutyDate, zone: str) -> ClockStarted:
    found = row.reckoned
    if found is None or found.safe is None or found.latest is None or row.trigger is None:
        raise ValueError("a duty without a date cannot be started")
    return ClockStarted(
        obligation=row.obligation.id,
        object=row.obligation.object,
        clock=found.clock.id,
        pack=clock_sha256(found),
        trigger=row.trigger,
        readings=dates_read(found, zone),
        safe=moment(found.safe, zone),
        latest=moment(found.latest, zone),
        owed_by=row.obligation.owed_by,
        pins=pins_of(found),
    )
