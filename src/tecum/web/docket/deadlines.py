"""Dates: which the demand calls for, how each is counted, and the acts that put them in force."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from tecum.clock import today
from tecum.docket.acts import ClockStarted, DueDateSet, ServiceRecorded
from tecum.docket.acts.clocks import DueReason
from tecum.docket.entry import Entry, EntryId, ObligationId
from tecum.docket.phrases import Phrase, names_of_phrases, phrase_of, registered
from tecum.docket.state.model import ObligationStep, State
from tecum.docket.vocabulary import Direction as Way
from tecum.docket.vocabulary import ObligationObject
from tecum.reading.result import DuePhrase
from tecum.reckoning import EventKind
from tecum.triage import Deadline, Desk
from tecum.triage.deadlines import Rules, deadline, objection
from tecum.web.accounts.models import Person
from tecum.web.accounts.policies import may, require, visible_docket
from tecum.web.docket import states
from tecum.web.docket.basis import events_of, reading_of
from tecum.web.docket.counted import (
    clock_sha256,
    dates_read,
    keep_reckoning,
    moment,
    pins_of,
    stored_count,
)
from tecum.web.docket.desk import clocks, desk
from tecum.web.docket.duty_dates import start_duty_dates
from tecum.web.docket.record import record
from tecum.words import DueFor, DueForm, OwedBy, Side, Trigger

__all__ = ["Offer", "deadlines_offered", "keep_count", "reckon_deadlines", "set_due_date"]

_OBJECT: Mapping[DueFor, ObligationObject] = {
    DueFor.PRODUCTION: ObligationObject.PRODUCTION,
    DueFor.OBJECTION: ObligationObject.OBJECTION,
    DueFor.NOTIFICATION: ObligationObject.NOTICE,
    DueFor.HOLD: ObligationObject.HOLD,
    DueFor.PRESERVATION: ObligationObject.RECORD,
}
_SIDE: Mapping[OwedBy, Side] = {
    OwedBy.RECIPIENT: Side.OURS,
    OwedBy.UNKNOWN: Side.OURS,
    OwedBy.ISSUER: Side.THEIRS,
}


_WORDS = (
    "tz",
    "unit",
    "counting",
    "direction",
    "trigger",
    "trigger_text",
    "qualifier",
    "combine",
)


@dataclass(frozen=True, slots=True)
class Offer:
    """A date that the demand calls for.

    Attributes:
        obligation: Its name on the docket, e.g. ``answer.1``.
        deadline: The due phrase with every counted day, or why there is none.
        trigger: The entry of the event it runs from, where there is one.
        is_started: It is in force on the docket.
        stands: The date that is in force, where there is one.
        zone: The zone of the office, in which its days are days.
        given: What gave the time that the date in force has, where more time was given.
    """

    obligation: str
    object: ObligationObject
    owed_by: Side
    deadline: Deadline
    trigger: EntryId | None
    is_started: bool
    zone: str
    stands: date | datetime | None = None
    given: EntryId | None = None

    @property
    def can_start(self) -> bool:
        """Whether it has a date and is not in force yet."""
        reckoned = self.deadline.reckoned
        return not self.is_started and reckoned is not None and reckoned.safe is not None


def deadlines_offered(person: Person, docket_id: str) -> list[Offer]:
    """Every date that the demand calls for, counted as of now.

    Raises:
        NotFound: no such docket, or none that this person may know of.
    """
    return _offers(states.state_of(visible_docket(person, docket_id)), docket_id)


def reckon_deadlines(actor: Person, docket_id: str) -> list[Entry]:
    """Put in force every date that can be counted and is not in force yet.

    What waits for an event, or contradicts itself, is left for a person; no date is guessed.
    Whoever may record service but not start a clock has the system start it.

    Raises:
        NotPermitted: the actor may record no service either.
    """
    entries: list[Entry] = []
    with transaction.atomic():
        docket = visible_docket(actor, docket_id)
        if not may(actor, ClockStarted.slug, docket):
            require(actor, ServiceRecorded.slug, docket)
        offers = deadlines_offered(actor, docket_id)
        for offer in offers:
            if offer.can_start:
                act = _act(offer)
                by = actor if may(actor, act.slug) else None
                entry = record(by, docket_id, act)
                keep_count(docket_id, offer, entry)
                entries.append(entry)
        entries += start_duty_dates(actor, docket_id)
    return entries


def keep_count(docket_id: str, offer: Offer, entry: Entry) -> None:
    """Store how the date that an entry put in force was counted."""
    if offer.deadline.asked is not None:
        ready = desk()
        stored = stored_count(offer.deadline.asked, ready)
        keep_reckoning(docket_id, offer.obligation, entry.id, stored, ready)


def set_due_date(
    actor: Person,
    docket_id: str,
    due: date | datetime,
    reason: DueReason,
    *,
    obligation: str = "answer.set",
    object_: ObligationObject = ObligationObject.ANSWER,
    items: tuple[str, ...] = (),
) -> Entry:
    """Set a date that no rule counted; it is shown as such, the first date stays visible."""
    act = DueDateSet(
        obligation=ObligationId(obligation),
        object=object_,
        due=due,
        reason=reason,
        items=items,  # type: ignore[arg-type]
    )
    return record(actor, docket_id, act)


def _offers(state: State, docket_id: str) -> list[Offer]:
    if state.demand is None:
        return []
    ready = desk()
    reading = reading_of(docket_id, state)
    rules = Rules(
        clocks=clocks(ready),
        calendars=ready.calendars,
        office=ready.office,
        known_on=today(ready.office.zone),
        hold_clock=_hold_clock(ready, reading),
    )
    events = events_of(state, reading)
    phrases = _phrases(state, reading)
    counted = [deadline(phrase, events, rules) for phrase, _ in phrases]
    names = names_of_phrases(
        state, [(seen, _object(row)) for (_, seen), row in zip(phrases, counted, strict=True)]
    )
    rows = list(zip(counted, names, strict=True))
    against = _objection(ready, reading, counted, events, rules)
    if against is not None:
        rows.append((against, _objection_name(state, against)))
    return [_offer(state, row, name) for row, name in rows]


def _hold_clock(ready: Desk, reading: Mapping[str, Any] | None) -> str | None:
    """The clock that the catalogue names for what the instrument asks to be held."""
    name = reading.get("instrument") if reading is not None else None
    return ready.catalogue[name].hold_clock if name else None


def _objection(
    ready: Desk,
    reading: Mapping[str, Any] | None,
    counted: list[Deadline],
    events: Mapping[str, Any],
    rules: Rules,
) -> Deadline | None:
    name = reading.get("instrument") if reading is not None else None
    if not name:
        return None
    clock = rules.clocks.get(ready.catalogue[name].objection_clock or "")
    return objection(clock, counted, events, rules) if clock is not None else None


def _objection_name(state: State, row: Deadline) -> ObligationId:
    """The obligation to object, of which a demand has one by law; the name that it bears."""
    clock = row.reckoned.clock.id if row.reckoned is not None else None
    return next(
        (
            held.id
            for held in state.obligations.values()
            if held.object is ObligationObject.OBJECTION and clock and held.rule == clock
        ),
        ObligationId("objection.law"),
    )


def _phrases(state: State, reading: Mapping[str, Any] | None) -> list[tuple[DuePhrase, Phrase]]:
    """Every due phrase: to be counted, and to be known again."""
    if reading is not None:
        rows = (row for row in reading["due"] if row["form"] != "none")
        return [(_phrase(row), _seen(row)) for row in rows]
    return [
        (
            DuePhrase(
                form=due.form,
                spans=(),
                due_for=DueFor.RESPONSE,
                owed_by=OwedBy.RECIPIENT,
                date=due.day.isoformat() if due.day else None,
                amount=due.amount,
                unit=due.unit.value if due.unit else None,
                counting=due.counting.value,
                direction=due.runs.value,
                trigger=due.trigger.value,
            ),
            phrase_of(due),
        )
        for _, due in registered(state)
    ]


def _seen(row: Mapping[str, Any]) -> Phrase:
    span = next(iter(row["spans"]), None)
    day = row["date"]["value"]
    return Phrase(
        form=DueForm(row["form"]),
        day=date.fromisoformat(day) if day else None,
        amount=row["amount"]["value"],
        unit=row["unit"],
        trigger=row["trigger"] or Trigger.UNKNOWN.value,
        place=(span["page"], span["start"]) if span is not None else None,
        quote=span["quote"] if span is not None else None,
    )


def _phrase(row: Mapping[str, Any]) -> DuePhrase:
    return DuePhrase(
        form=DueForm(row["form"]),
        spans=(),
        due_for=DueFor(row["for"]),
        owed_by=OwedBy(row["owed_by"]),
        date=row["date"]["value"],
        time=row["time"]["value"],
        amount=row["amount"]["value"],
        band=row["band"],
        rule=row["rule"],
        **{name: row[name] for name in _WORDS},
    )


def _object(row: Deadline) -> ObligationObject:
    return _OBJECT.get(row.due_for, ObligationObject.ANSWER)


def _offer(state: State, row: Deadline, name: ObligationId) -> Offer:
    """One due phrase as an obligation; its name keeps it apart from all others."""
    owed = _object(row)
    held = state.obligations.get(name)
    waiting = (ObligationStep.ARMED, ObligationStep.WAITING)
    outward = state.demand is not None and state.demand.act.direction is Way.OUTWARD
    side = _SIDE.get(row.owed_by, Side.THIRD)
    if outward and side is not Side.THIRD:
        side = Side.THEIRS if side is Side.OURS else Side.OURS
    return Offer(
        obligation=name,
        object=owed,
        owed_by=side,
        deadline=row,
        trigger=_trigger(state, row),
        is_started=held is not None and held.step not in waiting,
        zone=state.rules.zone,
        stands=held.safe if held is not None and held.step is ObligationStep.FIXED else None,
        given=held.extended_by if held is not None else None,
    )


def _trigger(state: State, row: Deadline) -> EntryId | None:
    """The entry that tells of the event; for a date on the paper, the registration."""
    if row.reckoned is None or state.demand is None:
        return None
    for account in row.reckoned.event.accounts:
        if account.at is not None and account.source in state.entries:
            return EntryId(account.source)
    stated = (EventKind.ISSUE.value, EventKind.LETTER_DATE.value, EventKind.RETURN_DATE.value)
    return state.demand.entry if row.reckoned.event.kind in stated else None


def _act(offer: Offer) -> ClockStarted | DueDateSet:
    reckoned = offer.deadline.reckoned
    if reckoned is None or reckoned.safe is None or reckoned.latest is None:
        raise ValueError("an offer without a date cannot be started")
    obligation = ObligationId(offer.obligation)
    if offer.deadline.phrase.form is DueForm.DATE or offer.trigger is None:
        return DueDateSet(
            obligation=obligation,
            object=offer.object,
            due=moment(reckoned.safe, offer.zone),
            reason=DueReason.STATED_IN_DOCUMENT,
            owed_by=offer.owed_by,
        )
    return ClockStarted(
        obligation=obligation,
        object=offer.object,
        clock=reckoned.clock.id,
        pack=clock_sha256(reckoned),
        trigger=offer.trigger,
        readings=dates_read(reckoned, offer.zone),
        safe=moment(reckoned.safe, offer.zone),
        latest=moment(reckoned.latest, offer.zone),
        owed_by=offer.owed_by,
        pins=pins_of(reckoned),
    )
