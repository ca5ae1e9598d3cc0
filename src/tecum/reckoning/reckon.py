"""From an event and a clock to dates: the whole algorithm of RECKONING section 6."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time

from tecum.office import Hours
from tecum.reckoning.calendars import Calendars
from tecum.reckoning.clocks import Bound, Clock, Cutoff
from tecum.reckoning.combined import Part, combine, event_part
from tecum.reckoning.count import Span
from tecum.reckoning.cutoff import is_timely
from tecum.reckoning.errors import BadPeriod, UnsupportedForm, WrongEvent
from tecum.reckoning.events import (
    Account,
    Event,
    Moment,
    Standing,
    legal_day,
    live_accounts,
    standing_of,
    wall_instants,
)
from tecum.reckoning.fixed import fixed_readings
from tecum.reckoning.ground import DAY, Ground
from tecum.reckoning.hours import is_hours
from tecum.reckoning.readings import Start, counts_of, merged
from tecum.reckoning.result import DateReading, Due, Reckoned, Status
from tecum.reckoning.ruling import judged_on, resolved
from tecum.reckoning.setting import Setting, pins_for
from tecum.reckoning.tolling import open_pause, restarts, second_use
from tecum.worded import worded as _
from tecum.words import Confidence

__all__ = ["MOST_READINGS", "judged", "reckon", "reckon_in"]

MOST_READINGS = 8
"""More readings than this are for counsel, with the list (RECKONING 7)."""

WHAT_IF = "what if"


def reckon(
    clock: Clock,
    event: Event,
    *,
    calendars: Calendars,
    methods: Mapping[str, Clock],
    known_on: date,
    zone: str | None,
    served_by: str | None = None,
    state: str | None = None,
    events: Sequence[Event] = (),
    stood: Sequence[Span] = (),
    closed: Iterable[date] = (),
    hours: Hours | None = None,
    extended: bool = False,
    what_if: Moment | None = None,
    calendar: str | None = None,
    forced: bool = False,
) -> Reckoned:
    """Count the dates that a clock sets from the event that starts it.

    The day of the event is left out; every further day is counted or skipped with its reason;
    a closed last day rolls as the clock says. Where authorities differ, every defensible date
    is a reading of its own.

    Authority: the clock's own source, e.g. Fed. R. Civ. P. 6(a).

    Args:
        clock: The clock, with its versions; keys that it leaves open come from its method.
        event: What starts it, with every account of when that was.
        calendars: The loaded calendars.
        methods: All loaded clocks by id: methods, and clocks that others are combined with.
        known_on: Rules, holidays and accounts recorded later than this day are not seen.
        zone: The time zone of the place, e.g. ``America/Denver``; None where only dates matter.
        served_by: How the event's document was served, as a channel or a Reading's word.
        state: The state of the court, e.g. ``US-NV``, whose own holidays may count.
        events: Further events: a return date, a clarification and its answer, and so on.
        stood: Days on which the clock stood by an order, with the order as reason.
        closed: Days on which the office was closed beyond what the calendars know.
        hours: Opening hours of the office.
        extended: Count the extension that the clock allows too.
        what_if: A date that the user supposes, where the event has none; never stored as due.
        calendar: A calendar to use in place of the clock's own.
        forced: Count even by a rule that was not in force then.

    Returns:
        The readings, with the safe and the latest date and what they rest on.

    Raises:
        NoRuleInForce: no version was in force and known on the day of the event.
        WrongEvent: the event is not the one that starts this clock.
        BadPeriod, UnknownCalendar, UnknownClock, UnknownZone, CalendarOutOfRange,
            NaiveInstant, UnsupportedForm: see :mod:`tecum.reckoning.errors`.
    """
    setting = Setting(
        calendars=calendars,
        methods=methods,
        known_on=known_on,
        zone=zone,
        served_by=served_by,
        state=state,
        events=tuple(events),
        stood=tuple(stood),
        closed=frozenset(closed),
        hours=hours,
        extended=extended,
        calendar=calendar,
        forced=forced,
    )
    return reckon_in(clock, event, setting, what_if)


def reckon_in(
    clock: Clock, event: Event, setting: Setting, what_if: Moment | None = None
) -> Reckoned:
    """As :func:`reckon`, in a setting that is made already."""
    _check(clock, event)
    try:
        return _reckoned(clock, event, setting, what_if)
    except OverflowError as error:
        raise BadPeriod(
            _('"{clock}": the count leaves the calendar.', clock=clock.id),
            why=_("There is no day before the year 1 or after the year 9999."),
            do=_("Look at the date of the event."),
        ) from error


def _reckoned(clock: Clock, event: Event, setting: Setting, what_if: Moment | None) -> Reckoned:
    standing = standing_of(event, setting.known_on, setting.zone)
    moments = _moments(event, setting, standing, what_if)
    if not moments:
        return _without_date(clock, event, setting, standing)
    readings: list[DateReading] = []
    grounds: list[Ground] = []
    notes = ["forced: whether the rule was in force then was not asked"] * setting.forced
    pauses: list[tuple[date, str]] = []
    whole = clock
    for at, name in moments:
        whole = resolved(clock, judged_on(clock, at, setting), setting)
        pauses += open_pause(whole, setting)
        notes += [*second_use(whole, setting), *_doubts_of(whole)]
        for start in _starts(whole, at, name, setting):
            counted, said_of_parts = _counted(whole, start, setting, grounds)
            readings += counted
            notes += said_of_parts
    stands = _stands(pauses, readings)
    found = _answer(
        whole,
        event,
        standing,
        setting,
        readings=() if stands else readings,
        grounds=grounds,
        notes=[*notes, *stands],
    )
    if stands:
        return replace(found, status=Status.TOLLED)
    if found.status is Status.FIXED and standing is not Standing.AGREED:
        return replace(found, status=Status.WHAT_IF)
    return found


def _stands(pauses: Sequence[tuple[date, str]], readings: Sequence[DateReading]) -> list[str]:
    """Why there is no date now; a pause that began after the last day stops nothing."""
    if not pauses:
        return []
    days = [row.due.day for row in readings if row.due.day is not None]
    return [why for since, why in pauses if not days or since <= max(days)]


def _check(clock: Clock, event: Event) -> None:
    """The clock must be one that can be counted, and the event the one that starts it."""
    if clock.start not in (event.kind, "event", "fixed"):
        raise WrongEvent(
            _(
                '"{clock}" starts with {start}, and the event given is {given}.',
                clock=clock.id,
                start=clock.start,
                given=event.kind,
            ),
            why=_("Another event has another date."),
            do=_("Give the {start}.", start=clock.start),
        )
    if clock.is_method and clock.combine is None:
        raise BadPeriod(
            _('"{clock}" is a method of computation: it has no period of its own.', clock=clock.id),
            why=_("A method says how to count, not how long."),
            do=_("Name a clock that is counted by it."),
        )


def _moments(
    event: Event, setting: Setting, standing: Standing, what_if: Moment | None
) -> list[tuple[Moment, str]]:
    """The moments to count from; one for each account where they differ, named by who says so."""
    accounts = live_accounts(event, setting.known_on)
    if not accounts:
        return [] if what_if is None else [(what_if, WHAT_IF)]
    if standing is Standing.AGREED:
        exact = next((row for row in accounts if isinstance(row.at, datetime)), accounts[0])
        return [(exact.at, "")] if exact.at is not None else []
    return [(row.at, _named(row, n)) for n, row in enumerate(accounts, 1) if row.at is not None]


def _named(account: Account, n: int) -> str:
    said_by = account.said_by or account.source or f"account {n}"
    return f"as {said_by} says" if account.said_by else said_by


def _doubts_of(clock: Clock) -> list[str]:
    """What a person should know about the clock's own sources."""
    said = []
    if clock.unconfirmed:
        said.append(f"dates in force not confirmed: {clock.unconfirmed}")
    if clock.confidence is Confidence.UNCONFIRMED:
        said.append(f"{clock.id}: the source is to be confirmed")
    return said


def _starts(clock: Clock, at: Moment, name: str, setting: Setting) -> list[Start]:
    """The starts that one account gives.

    A count thrown away by a restart begins anew; hours from a bare date may begin at any
    moment of it, and from a wall time that exists twice at either.
    """
    anew = _anew(clock, at, setting)
    if anew:
        return [Start(day, _and(name, f"anew from {day}")) for day in anew]
    if clock.start == "fixed" or not is_hours(clock):
        return [Start(at, name)]
    if isinstance(at, datetime):
        instants = wall_instants(at, setting.zone)
        if len(instants) == 1:
            return [Start(instants[0], name)]
        first, second = instants
        return [
            Start(first, name),
            Start(second, _and(name, f"from the second {first:%H:%M} of that day")),
        ]
    return [
        Start(datetime.combine(at, time()), _and(name, "from the start of the day")),
        Start(datetime.combine(at + DAY, time()), _and(name, "from the end of the day")),
    ]


def _anew(clock: Clock, at: Moment, setting: Setting) -> tuple[date, ...]:
    """The days from which the whole period runs anew; a stop after its end revives nothing."""
    found: tuple[date, ...] = ()
    for stop, resume in restarts(clock, legal_day(at, setting.zone), setting):
        start = Start(found[0] if found else at)
        ends = [row.due.day for row in counts_of(clock, start, setting, [])]
        if stop[0] > max(day for day in ends if day is not None):
            break
        found = resume
    return found


def _and(name: str, more: str) -> str:
    return f"{name}, {more}" if name else more


def _counted(
    clock: Clock, start: Start, setting: Setting, grounds: list[Ground]
) -> tuple[list[DateReading], list[str]]:
    if clock.start == "fixed":
        return fixed_readings(clock, start, setting, grounds)
    own = [] if clock.period is None else counts_of(clock, start, setting, grounds)
    if clock.combine is None:
        return own, []
    parts, notes = _parts(clock, start, setting, grounds)
    found, more = combine(clock, own, parts)
    return found, [*notes, *more]


def _parts(
    clock: Clock, start: Start, setting: Setting, grounds: list[Ground]
) -> tuple[list[Part], list[str]]:
    parts: list[Part] = []
    notes: list[str] = []
    inside = (*setting.inside, clock.id)
    for name in clock.combine.parts if clock.combine else ():
        if name == "itself":
            continue
        other = setting.methods.get(name)
        if other is None or name in inside:
            parts.append(event_part(name, clock, setting))
            continue
        inner = replace(setting, inside=inside, extended=False)
        found = _of_part(other, clock, start, inner)
        parts.append(Part(other.title or name, found.readings if found else ()))
        if found is not None:
            notes += found.notes
            used = tuple(setting.calendars[row] for row, _ in found.pins.calendars)
            grounds.append(Ground(used, setting.known_on))
    return parts, notes


def _of_part(other: Clock, clock: Clock, start: Start, setting: Setting) -> Reckoned | None:
    """The other clock's own reckoning, from its own event or from the one at hand."""
    if other.start in (clock.start, "event"):
        return reckon_in(other, Event.on(clock.start, start.at), setting, None)
    named = setting.named(other.start)
    return reckon_in(other, named[0], setting, None) if named else None


def _answer(
    clock: Clock,
    event: Event,
    standing: Standing,
    setting: Setting,
    *,
    readings: Sequence[DateReading] = (),
    grounds: Sequence[Ground] = (),
    notes: Sequence[str] = (),
) -> Reckoned:
    """Merge equal dates and name the safe and the latest one."""
    rows = merged(readings)
    status = Status.FIXED if rows else Status.WAITING
    safe, latest = _ends(rows)
    if len(rows) > MOST_READINGS:
        status, safe, latest = Status.COUNSEL, None, None
        notes = [*notes, f"{len(rows)} readings: counsel must choose among them"]
    return Reckoned(
        clock=clock,
        event=event,
        standing=standing,
        status=status,
        readings=rows,
        safe=safe,
        latest=latest,
        pins=pins_for(clock, event, setting, grounds),
        notes=tuple(dict.fromkeys(notes)),
    )


def _ends(rows: Sequence[DateReading]) -> tuple[Due | None, Due | None]:
    """Safe is the earliest for a last day and the latest for a first day."""
    if len(rows) < 2:
        return (rows[0].due, rows[0].due) if rows else (None, None)
    ordered = sorted((row.due for row in rows), key=lambda due: due.order)
    if ordered[0].bound is Bound.EARLIEST_DAY:
        return ordered[-1], ordered[0]
    return ordered[0], ordered[-1]


def _without_date(clock: Clock, event: Event, setting: Setting, standing: Standing) -> Reckoned:
    """No account of the event: the clock waits, or is armed until the event happens."""
    status = Status.ARMED if standing is Standing.FUTURE else Status.WAITING
    word = event.kind.replace("_", " ")
    notes = {
        Standing.FUTURE: f"armed: {word} has not happened; record it when it does",
        Standing.NOT_RECEIVED: f"{word} is denied: the clock does not run by itself",
    }
    said = notes.get(standing, f"waits: no account of when {word} was")
    found = _answer(clock, event, standing, setting, notes=[said])
    return replace(found, status=status)


def judged(reckoned: Reckoned, at: datetime) -> Reckoned:
    """The reckoning as met or missed by an act at that instant; late only after every reading.

    Raises:
        NoStartDate: there is no date to hold it against.
    """
    reckoned.demand_date()
    if reckoned.latest is None or reckoned.latest.bound is Bound.EARLIEST_DAY:
        return reckoned
    limit = reckoned.latest.instant
    if limit is None:
        raise UnsupportedForm(
            _("The moment at which the last day ends is not known."),
            why=_("Whether the act came in time depends on it."),
            do=_("Give the zone, and the closing hour where the office's closing ends the day."),
        )
    granularity = (reckoned.clock.cutoff or Cutoff()).granularity
    status = Status.MET if is_timely(at, limit, granularity) else Status.MISSED
    return replace(reckoned, status=status)
