"""From due phrases to dates: which event starts each, and by which method it is counted.

The document's words decide; nothing is assumed for them. A period whose start is not stated
waits; a phrase that contradicts itself goes to a person; a stated date is what it says.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from tecum.errors import ReckonError
from tecum.office import Office
from tecum.reading.result import DuePhrase, Reading
from tecum.reckoning.asked import Asked, FixedDate, StatedPeriod, answered
from tecum.reckoning.calendars import Calendars
from tecum.reckoning.clocks import Clock, Combine, Period, PeriodUnit, version_at
from tecum.reckoning.errors import NaiveInstant
from tecum.reckoning.events import Account, Event, EventKind, How, event_kind, legal_day
from tecum.reckoning.result import Reckoned, Status
from tecum.triage.printed_zones import earlier_zone, zone_printed
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

__all__ = ["Events", "Rules", "deadline", "deadlines", "duty_date", "events_of", "objection"]

METHOD = "frcp-6"
"""The method by which a stated period is rolled where the office names no other."""

FUTURE = frozenset(
    {Trigger.RELEASE, Trigger.HEARING, Trigger.DECISION, Trigger.DISCLOSURE, Trigger.OTHER}
)
"""Triggers that have, as a rule, not happened when a demand arrives."""

DAY_BEFORE = frozenset({"before", "prior to", "antes de", "antes del"})
"""Words under which the printed day itself is already too late."""

BINDING = frozenset({OwedBy.RECIPIENT, OwedBy.UNKNOWN})
"""Whose due dates may be the time for compliance; another person's never are."""

Events = Mapping[str, Event]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The loaded clocks and calendars, and the office that counts."""

    clocks: Mapping[str, Clock]
    calendars: Calendars
    office: Office
    known_on: date
    has_profile: bool = True
    """Without an office profile there is no place, so no printed hour becomes an instant."""
    hold_clock: str | None = None
    """The clock that the catalogue names for what the instrument asks to be held, if any."""

    @property
    def zone(self) -> str | None:
        """The time zone of the place, where it is known."""
        return self.office.zone if self.has_profile else None

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
    """Count one due phrase from the events at hand.

    A phrase that contradicts itself is not put in force: a person settles it, and is told the
    date that its earlier reading would give.
    """
    try:
        found = _read(phrase, events, rules)
    except (ReckonError, ValueError, OverflowError) as error:
        found = _uncounted(phrase, Status.COUNSEL, _why_not(error))
    if phrase.band == Band.CONFLICT:
        return _uncounted(phrase, Status.COUNSEL, _contradiction(phrase, found))
    joined = _JOINED.get(phrase.combine or "")
    return replace(found, note=" ".join(filter(None, (found.note, joined)))) if joined else found


_JOINED = {
    "earlier": "The paper joins this with another date and binds to the earlier of the two.",
    "later": "The paper joins this with another date and binds to the later of the two; the "
    "earlier is shown until a person says which is meant.",
}


def _read(phrase: DuePhrase, events: Events, rules: Rules) -> Deadline:
    if phrase.form is DueForm.DATE and phrase.date:
        return _fixed(phrase, rules)
    if phrase.form is DueForm.PERIOD and phrase.amount and phrase.unit:
        return _period(phrase, events, rules)
    return _without_date(phrase, events)


def _why_not(error: Exception) -> str:
    if isinstance(error, NaiveInstant):
        return "Hours cannot be counted from this: the hour and time zone of the start are needed."
    return error.what if isinstance(error, ReckonError) else f"It cannot be counted: {error}."


def _contradiction(phrase: DuePhrase, found: Deadline) -> str:
    """What the words say against each other, and the day to treat as due until it is settled."""
    rivals = [
        " ".join(str(row[key]) for key in ("date", "amount", "unit") if row.get(key) is not None)
        for row in phrase.conflicts
    ]
    said = f" ({' or '.join(filter(None, rivals))})" if any(rivals) else ""
    day = found.reckoned.safe.day if found.reckoned and found.reckoned.safe else None
    until = f" Until then, do not go beyond {day:%a} {day}, its earlier reading." if day else ""
    return f"The words contradict themselves{said}; a person must say what they mean.{until}"


def _fixed(phrase: DuePhrase, rules: Rules) -> Deadline:
    stated = date.fromisoformat(phrase.date or "")
    wall = _wall(phrase.time)
    zone = zone_printed(phrase.tz, rules.zone)
    notes = list(_of_the_hour(phrase, wall, zone, rules))
    if wall is not None and (earlier := earlier_zone(phrase.tz, stated, wall)) is not None:
        zone = earlier
        notes.append(
            f'The paper prints "{phrase.tz}" for a day on which that time is not kept; the hour '
            "is taken as printed, an hour before that of the place."
        )
    if wall is None and (phrase.qualifier or "").lower() in DAY_BEFORE:
        notes.append(f'The paper says "{phrase.qualifier}" {stated}: the day before is the last.')
        stated -= timedelta(days=1)
    method = rules.method
    asked = Asked(
        of=FixedDate(stated, wall if zone else None, method.id if method else None),
        known_on=rules.known_on,
        zone=zone,
    )
    return _counted(phrase, asked, rules, " ".join(notes))


def _of_the_hour(
    phrase: DuePhrase, wall: time | None, zone: str | None, rules: Rules
) -> Iterator[str]:
    """What a person should know about the printed hour, which is never moved in silence."""
    if phrase.time and wall is None:
        yield f'The paper says "{phrase.time}"; which hour that is, a person decides.'
    elif wall is not None and phrase.tz and zone is None:
        yield f'The hour is as printed: the time zone "{phrase.tz}" is not known.'
    elif wall is not None and not phrase.tz:
        yield (
            f"The paper names no time zone; the hour is taken as {rules.zone} time."
            if rules.zone
            else "The hour is as printed; the paper names no time zone."
        )


def _period(phrase: DuePhrase, events: Events, rules: Rules) -> Deadline:
    event = _event(phrase, events)
    if event is None:
        said = "The document does not say from which event the period runs."
        return _uncounted(phrase, Status.WAITING, said)
    if rules.method is None:
        said = f'No loaded pack has the method of computation "{rules.office.method or METHOD}".'
        return _uncounted(phrase, Status.COUNSEL, said)
    of = StatedPeriod(
        phrase.amount or 0,
        Unit(phrase.unit or ""),
        Counting(phrase.counting or Counting.UNSTATED),
        Direction(phrase.direction or Direction.AFTER),
        rules.method.id,
        rolls=phrase.due_for is not DueFor.HOLD,
    )
    asked = Asked(
        of=_hold_clock(of, event, rules) if phrase.due_for is DueFor.HOLD else of,
        known_on=rules.known_on,
        event=event,
        zone=rules.zone,
        hours=rules.office.hours,
    )
    return _counted(phrase, asked, rules)


def _hold_clock(of: StatedPeriod, event: Event, rules: Rules) -> str | StatedPeriod:
    """The clock that a law sets for a hold, where the paper prints its period and no count.

    A paper that says how its hours are counted has said so; a hold that began before the clock
    was in force is counted as printed.

    Authority: 8 C.F.R. 287.7(d), for one: hours on Saturdays, Sundays and holidays left out.
    """
    clock = rules.clocks.get(rules.hold_clock or "")
    if clock is None or clock.start != event.kind or of.counting is not Counting.UNSTATED:
        return of
    if clock.period != Period(of.amount, PeriodUnit(of.unit.value)):
        return of
    if of.direction is not (clock.direction or Direction.AFTER):
        return of
    days = [legal_day(row.at, rules.zone) for row in event.accounts if row.at is not None]
    try:
        for day in days or [rules.known_on]:
            version_at(clock, day, rules.known_on)
    except ReckonError:
        return of
    return clock.id


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
    return _uncounted(phrase, Status.COUNSEL, "These words name no date; a person sets one.")


def objection(clock: Clock, counted: Sequence[Deadline], events: Events, rules: Rules) -> Deadline:
    """The time to object that a rule of procedure sets.

    While the day of service is not known it waits; the time for compliance is then named as
    the day after which it is too late in any case.

    Authority: e.g. Fed. R. Civ. P. 45(d)(2)(B): the earlier of the time for compliance and 14
    days after service.
    """
    compliance = _compliance(counted)
    start = events.get(clock.start) or Event(clock.start)
    phrase = DuePhrase(form=DueForm.PERIOD, spans=(), due_for=DueFor.OBJECTION, rule=clock.id)
    further = (
        (Event.on(EventKind.RETURN_DATE.value, compliance, "the document", How.DOCUMENT),)
        if compliance
        else ()
    )
    asked = Asked(
        of=clock.id,
        known_on=rules.known_on,
        event=start,
        zone=rules.zone,
        events=further,
        hours=rules.office.hours,
    )
    try:
        reckoned = answered(asked, rules.clocks, rules.calendars)
    except ReckonError as error:
        return _uncounted(phrase, Status.COUNSEL, error.what, OwedBy.RECIPIENT)
    note = "Set by a rule of procedure, not by the paper."
    how = clock.combine.how if clock.combine else None
    if reckoned.safe is None and compliance and how is Combine.EARLIER_OF:
        note += f" After {compliance}, the day for compliance, it is too late."
    return Deadline(
        due_for=DueFor.OBJECTION,
        owed_by=OwedBy.RECIPIENT,
        phrase=phrase,
        status=reckoned.status,
        reckoned=reckoned,
        asked=asked,
        note=note,
    )


def duty_date(name: str, events: Events, rules: Rules) -> Reckoned | None:
    """The date that a clock sets for a duty of receipt; None where its law names no clock.

    Authority: LAW section 7.
    """
    clock = rules.clocks.get(name)
    if clock is None:
        return None
    kind = EventKind.RECEIPT.value if clock.start == "event" else clock.start
    asked = Asked(
        of=clock.id,
        known_on=rules.known_on,
        event=events.get(kind) or Event(kind),
        zone=rules.zone,
        hours=rules.office.hours,
    )
    try:
        return answered(asked, rules.clocks, rules.calendars)
    except ReckonError:
        return None


def _compliance(counted: Sequence[Deadline]) -> date | None:
    """The first day that the paper states for what the recipient itself must do."""
    days = [
        row.reckoned.safe.day
        for row in counted
        if row.phrase.form is DueForm.DATE and row.owed_by in BINDING
        if row.reckoned and row.reckoned.safe and row.reckoned.safe.day
    ]
    return min(days, default=None)


def _counted(phrase: DuePhrase, asked: Asked, rules: Rules, note: str = "") -> Deadline:
    reckoned = answered(asked, rules.clocks, rules.calendars)
    return Deadline(
        due_for=phrase.due_for,
        owed_by=phrase.owed_by,
        phrase=phrase,
        status=reckoned.status,
        reckoned=reckoned,
        asked=asked,
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
