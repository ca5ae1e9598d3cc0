"""From due phrases to dates: which event starts each, and by which method it is counted.

The document's words decide; nothing is assumed for them. A period whose start is not stated
waits; a phrase that contradicts itself goes to a person; a stated date is what it says.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from tecum.errors import ReckonError
from tecum.office import Office
from tecum.reading.result import DuePhrase, Reading
from tecum.reckoning.calendars import Calendars
from tecum.reckoning.clocks import Clock
from tecum.reckoning.events import Account, Event, EventKind, How, event_kind
from tecum.reckoning.reckon import reckon
from tecum.reckoning.result import Reckoned, Status
from tecum.reckoning.stated import reckon_fixed, reckon_stated
from tecum.triage.result import Deadline
from tecum.words import (
    Band,
    Counting,
    Direction,
    DueFor,
    DueForm,
    OwedBy,
    Trigger,
    Unit,
)

__all__ = ["Events", "Rules", "deadline", "deadlines", "events_of", "objection"]

METHOD = "frcp-6"
"""The method by which a stated period is rolled where the office names no other."""

FUTURE = frozenset(
    {Trigger.RELEASE, Trigger.HEARING, Trigger.DECISION, Trigger.DISCLOSURE, Trigger.OTHER}
)
"""Triggers that have, as a rule, not happened when a demand arrives."""

ZONES = {
    word: zone
    for zone, words in {
        "America/New_York": ("ET", "EST", "EDT", "EASTERN"),
        "America/Chicago": ("CT", "CST", "CDT", "CENTRAL"),
        "America/Denver": ("MT", "MST", "MDT", "MOUNTAIN"),
        "America/Los_Angeles": ("PT", "PST", "PDT", "PACIFIC"),
        "America/Anchorage": ("AKST", "AKDT", "ALASKA"),
        "Pacific/Honolulu": ("HST", "HAWAII"),
        "UTC": ("UTC", "GMT", "Z"),
    }.items()
    for word in words
}
"""Zone words as documents print them."""

Events = Mapping[str, Event]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The loaded clocks and calendars, and the office that counts."""

    clocks: Mapping[str, Clock]
    calendars: Calendars
    office: Office
    known_on: date

    @property
    def method(self) -> Clock | None:
        """The office's configured method of computation, if it is loaded."""
        return self.clocks.get(self.office.method or METHOD)


def events_of(reading: Reading, received_at: datetime | None) -> dict[str, Event]:
    """The events that the document itself and the office's own arrival give accounts of."""
    found: dict[str, Event] = {}
    for kind, value in (
        (EventKind.SERVICE, reading.served_on),
        (EventKind.ISSUE, reading.issued_on),
        (EventKind.LETTER_DATE, reading.issued_on),
    ):
        if value.value is not None and value.band in (Band.CERTAIN, Band.LIKELY):
            day = date.fromisoformat(value.value)
            account = Account(at=day, said_by="the document", how=How.DOCUMENT)
            found[kind.value] = Event(kind.value, (account,))
    if received_at is not None:
        account = Account(at=received_at, said_by="this office", how=How.OWN_LOG)
        found[EventKind.RECEIPT.value] = Event(EventKind.RECEIPT.value, (account,))
    return found


def deadlines(
    reading: Reading, events: Events, rules: Rules, objection_clock: str | None = None
) -> tuple[Deadline, ...]:
    """Every due phrase of the document counted by itself, and the time to object where one runs.

    ``objection_clock`` is the clock that the catalogue names for the instrument, if any.
    """
    counted = [deadline(phrase, events, rules) for phrase in reading.due]
    clock = rules.clocks.get(objection_clock or "")
    against = objection(clock, counted, events, rules) if clock else None
    return (*counted, *([against] if against else ()))


def deadline(phrase: DuePhrase, events: Events, rules: Rules) -> Deadline:
    """Count one due phrase from the events at hand."""
    if phrase.band == Band.CONFLICT:
        said = "The words contradict themselves; a person must say what they mean."
        return _uncounted(phrase, Status.COUNSEL, said)
    try:
        if phrase.form is DueForm.DATE and phrase.date:
            return _fixed(phrase, rules)
        if phrase.form is DueForm.PERIOD and phrase.amount and phrase.unit:
            return _period(phrase, events, rules)
    except (ReckonError, ValueError) as error:
        return _uncounted(phrase, Status.COUNSEL, getattr(error, "what", str(error)))
    return _without_date(phrase, events)


def _fixed(phrase: DuePhrase, rules: Rules) -> Deadline:
    stated = date.fromisoformat(phrase.date or "")
    zone = _zone(phrase.tz, rules.office.zone)
    wall = _wall(phrase.time) if zone else None
    reckoned = reckon_fixed(
        stated, wall, zone, calendars=rules.calendars, known_on=rules.known_on, method=rules.method
    )
    note = "" if zone else f'The time zone "{phrase.tz}" is not known; only the date is counted.'
    return _counted(phrase, reckoned, note)


def _period(phrase: DuePhrase, events: Events, rules: Rules) -> Deadline:
    event = _event(phrase, events)
    if event is None:
        said = "The document does not say from which event the period runs."
        return _uncounted(phrase, Status.WAITING, said)
    if rules.method is None:
        said = f'No loaded pack has the method of computation "{rules.office.method or METHOD}".'
        return _uncounted(phrase, Status.COUNSEL, said)
    return _counted(
        phrase,
        reckon_stated(
            phrase.amount or 0,
            Unit(phrase.unit or ""),
            Counting(phrase.counting or Counting.UNSTATED),
            Direction(phrase.direction or Direction.AFTER),
            event,
            method=rules.method,
            calendars=rules.calendars,
            methods=rules.clocks,
            known_on=rules.known_on,
            zone=rules.office.zone,
            hours=rules.office.hours,
        ),
    )


def _event(phrase: DuePhrase, events: Events) -> Event | None:
    trigger = Trigger(phrase.trigger or Trigger.UNKNOWN)
    kind = event_kind(trigger, phrase.trigger_text, phrase.due_for)
    if kind is None:
        return None
    return events.get(kind) or Event(kind, awaited=trigger in FUTURE)


def _without_date(phrase: DuePhrase, events: Events) -> Deadline:
    if phrase.form is DueForm.EVENT:
        event = _event(phrase, events)
        if event is not None and event.accounts:
            return _uncounted(phrase, Status.COUNSEL, f"Due upon {event.kind}, which is recorded.")
        what = phrase.trigger_text or (event.kind if event else "an event")
        return _uncounted(phrase, Status.ARMED, f"Due upon {what.replace('_', ' ')}; not yet.")
    if phrase.form is DueForm.INSTANTER:
        return _uncounted(phrase, Status.COUNSEL, "Due at once; no rule turns that into a date.")
    return _uncounted(phrase, Status.COUNSEL, "No date is stated.")


def objection(clock: Clock, counted: list[Deadline], events: Events, rules: Rules) -> Deadline:
    """The time to object that a rule of procedure sets.

    Authority: e.g. Fed. R. Civ. P. 45(d)(2)(B): the earlier of the time for compliance and 14
    days after service.
    """
    returns = [d.reckoned for d in counted if d.reckoned and d.phrase.form is DueForm.DATE]
    days = sorted({r.safe.day for r in returns if r.safe and r.safe.day})
    further = [
        Event.on(EventKind.RETURN_DATE.value, days[0], "the document", How.DOCUMENT)
    ] if days else []  # fmt: skip
    start = events.get(clock.start) or Event(clock.start)
    phrase = DuePhrase(form=DueForm.PERIOD, spans=(), due_for=DueFor.OBJECTION, rule=clock.id)
    try:
        reckoned = reckon(
            clock,
            start,
            calendars=rules.calendars,
            methods=rules.clocks,
            known_on=rules.known_on,
            zone=rules.office.zone,
            events=further,
            hours=rules.office.hours,
        )
    except ReckonError as error:
        return _uncounted(phrase, Status.COUNSEL, error.what, OwedBy.RECIPIENT)
    return Deadline(
        due_for=DueFor.OBJECTION,
        owed_by=OwedBy.RECIPIENT,
        phrase=phrase,
        status=reckoned.status,
        reckoned=reckoned,
        note="Set by a rule of procedure, not by the paper.",
    )


def _counted(phrase: DuePhrase, reckoned: Reckoned, note: str = "") -> Deadline:
    return Deadline(
        due_for=phrase.due_for,
        owed_by=phrase.owed_by,
        phrase=phrase,
        status=reckoned.status,
        reckoned=reckoned,
        note=note,
    )


def _uncounted(
    phrase: DuePhrase, status: Status, note: str, owed_by: OwedBy | None = None
) -> Deadline:
    return Deadline(
        due_for=phrase.due_for,
        owed_by=owed_by or phrase.owed_by,
        phrase=phrase,
        status=status,
        note=note,
    )


def _wall(text: str | None) -> time | None:
    """A stated hour; words such as "close of business" name none and stay words."""
    try:
        return time.fromisoformat(text) if text else None
    except ValueError:
        return None


def _zone(word: str | None, office_zone: str) -> str | None:
    """The zone that a printed word names, the office's where none is printed, else None."""
    if not word:
        return office_zone
    return ZONES.get(word.upper().replace(".", "").split()[0]) if word.strip() else office_zone
