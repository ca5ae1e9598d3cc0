"""One count of one clock from one start, and the doubts that make further readings (step 13)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from itertools import product

from tecum.reckoning.clocks import Addition, Alternative, Bound, Clock, Period, PeriodUnit
from tecum.reckoning.count import Span, Walk, count_days, mode_of
from tecum.reckoning.cutoff import due_at, due_on
from tecum.reckoning.deemed import deem, rule_for
from tecum.reckoning.errors import UnsupportedForm
from tecum.reckoning.events import EventKind, Moment, legal_day, served_words, wall_instants
from tecum.reckoning.ground import Ground, ground_for
from tecum.reckoning.hours import count_hours, is_hours
from tecum.reckoning.result import MAIN, DateReading, Due, Step, Verdict
from tecum.reckoning.setting import Setting
from tecum.reckoning.tolling import spans_of
from tecum.words import Direction

__all__ = [
    "Start",
    "additions",
    "counts_of",
    "may_be_received_later",
    "merged",
    "variants_of",
]


@dataclass(frozen=True, slots=True)
class Start:
    """One account of the start: when, and how readings from it are named."""

    at: Moment
    name: str = ""


@dataclass(frozen=True, slots=True)
class _Doubts:
    """The choices that one count makes where the law leaves them open."""

    observed_open: bool = False
    received_next: bool = False
    spans: tuple[Span, ...] = ()
    span_note: str = ""

    @property
    def names(self) -> list[str]:
        named = []
        if self.observed_open:
            named.append("observed day counted as open")
        if self.received_next:
            named.append("received on the next open day")
        return named + ([self.span_note] if self.span_note else [])


def variants_of(clock: Clock) -> Sequence[tuple[str, str, str, Clock]]:
    """Name, what differs, cite and clock of the main reading and of each ``reading:`` line."""
    if not clock.readings:
        return (("", "", clock.source, clock),)
    if not clock.varied:
        clock.varied.extend(_variants(clock))
    return clock.varied


def _variants(clock: Clock) -> Iterator[tuple[str, str, str, Clock]]:
    yield "", "", clock.source, clock
    for row in clock.readings:
        differs = ", ".join(key.replace("_", " ") for key, _ in row.changes)
        yield row.name, differs, row.cite or clock.source, _changed(clock, row)


def _changed(clock: Clock, row: Alternative) -> Clock:
    cites = {**clock.cites, **{key: row.cite for key, _ in row.changes if row.cite}}
    return replace(clock, **dict(row.changes), cites=cites, readings=())


def counts_of(
    clock: Clock, start: Start, setting: Setting, grounds: list[Ground]
) -> list[DateReading]:
    """Every defensible count of one resolved clock from one start, the main one first."""
    found: list[DateReading] = []
    spans = list(spans_of(clock, setting))
    for name, differs, cite, variant in variants_of(clock):
        ground, notes = ground_for(
            variant,
            setting.calendars,
            setting.known_on,
            closed=setting.closed,
            state=setting.state,
        )
        grounds.append(ground)
        nexts = (False, True) if _may_be_next(variant, start, ground, setting) else (False,)
        for received_next, (given, note) in product(nexts, spans):
            for observed_open in (False, True):
                doubt = _Doubts(observed_open, received_next, given, note)
                walked = ground.afresh(doubted=not observed_open)
                found += _count(
                    variant,
                    start,
                    setting,
                    ground=walked,
                    doubt=doubt,
                    called=(name, differs, cite),
                    notes=notes,
                )
                if not walked.met_doubt:
                    break
    return found


def _may_be_next(clock: Clock, start: Start, ground: Ground, setting: Setting) -> bool:
    """Receipt on a closed day: it may count from that day or as received on the next open one."""
    return may_be_received_later(clock) and not ground.is_open(legal_day(start.at, setting.zone))


def may_be_received_later(clock: Clock) -> bool:
    """Whether the clock leaves open what a receipt on a closed day is."""
    if clock.deemed or is_hours(clock) or clock.period is None:
        return False
    if (
        clock.direction is Direction.BEFORE
        or not mode_of(clock, clock.period).mode.leaves_out_closed
    ):
        return False
    return clock.start in (EventKind.RECEIPT, EventKind.SERVICE)


def _count(
    clock: Clock,
    start: Start,
    setting: Setting,
    *,
    ground: Ground,
    doubt: _Doubts,
    called: tuple[str, str, str],
    notes: tuple[str, ...],
) -> list[DateReading]:
    """One count; two readings where the wall time at which it ends exists twice."""
    walk = Walk(clock, ground, doubt.spans)
    warned: list[str] = []
    moment: Moment = start.at
    rule = rule_for(clock, _served(setting))
    if rule is not None:
        moment, moves = deem(rule, moment, ground, setting.zone, setting.hours)
        walk.steps += moves
    elif doubt.received_next:
        moment = ground.next_open(legal_day(moment, setting.zone))
        walk.note(moment, Verdict.SKIPPED, "counts as received on the next open day", "deemed")
    dues = _dues(walk, moment, setting, warned)
    name, differs, cite = called
    doubts = doubt.names
    names = [part for part in (name, start.name, *doubts) if part]
    differs = ", ".join([part for part in (differs, *doubts) if part])
    readings = []
    for at, (due, said_of_wall) in enumerate(dues):
        full = " · ".join([*names, *([said_of_wall] if at else [])]) or MAIN
        steps = (*walk.steps, *_cut(clock, due))
        of_days = notes if ground.was_asked else ()
        warnings = tuple(dict.fromkeys([*of_days, *warned, *ground.unchecked]))
        readings.append(DateReading(full, due, steps, differs, cite, warnings))
    return readings


def _served(setting: Setting) -> frozenset[str]:
    return served_words(setting.served_by) if setting.served_by else frozenset()


def _dues(walk: Walk, moment: Moment, setting: Setting, warned: list[str]) -> list[tuple[Due, str]]:
    clock = walk.clock
    if is_hours(clock):
        walk.clock = clock = _hours_clock(walk, setting, warned)
        start = _instant(walk, moment, setting)
        ends = count_hours(walk, start)
        return [(due_at(clock, end), "the wall time that comes again") for end in ends]
    adds = additions(clock, setting, warned)
    day = legal_day(moment, setting.zone)
    last = count_days(walk, day, extended=setting.extended, adds=adds)
    return [(due_on(clock, last, setting.zone, setting.hours), "")]


def _hours_clock(walk: Walk, setting: Setting, warned: list[str]) -> Clock:
    """The clock with its extension in it; what days do to hours is not guessed.

    Raises:
        UnsupportedForm: a pause, or an extension that is not of hours.
    """
    clock = walk.clock
    if walk.tolled or clock.skip_spans:
        raise UnsupportedForm(
            f'"{clock.id}" counts hours, and days on which it stands are given.',
            why="Whether the hours of those days run is not stated.",
            do="Let counsel say; enter the date as a stated one.",
        )
    if clock.service_adds and setting.served_by is not None:
        warned.append("days that a way of service adds are not added to hours")
    if not setting.extended or clock.extends is None or clock.period is None:
        return clock
    if clock.extends.period.unit is not PeriodUnit.HOURS:
        raise UnsupportedForm(f'"{clock.id}" counts hours, and its extension does not.')
    whole = Period(clock.period.n + clock.extends.period.n, PeriodUnit.HOURS)
    return replace(clock, period=whole)


def _instant(walk: Walk, moment: Moment, setting: Setting) -> datetime:
    """The instant from which hours run; a date alone begins at its first moment."""
    at = moment if isinstance(moment, datetime) else datetime.combine(moment, time())
    return wall_instants(at, setting.zone)[0]


def additions(clock: Clock, setting: Setting, warned: list[str]) -> Sequence[Addition]:
    """The days that the way of service adds, for those to whom they are not denied."""
    if not clock.service_adds:
        return ()
    if setting.served_by is None:
        warned.append("method of service not known: no days are added for it")
        return ()
    words = served_words(setting.served_by)
    rows = [row for row in clock.service_adds if words & set(row.methods)]
    warned += [f"the added days are denied to {row.not_for}" for row in rows if row.not_for]
    return rows


def _cut(clock: Clock, due: Due) -> tuple[Step, ...]:
    if clock.cutoff is None or due.instant is None or due.bound is Bound.EARLIEST_DAY:
        return ()
    at = due.instant
    return (Step(at, None, Verdict.CUT_OFF, f"the day is over: {due.by}", clock.cite("cutoff")),)


def merged(readings: Sequence[DateReading]) -> tuple[DateReading, ...]:
    """Readings with equal dates as one, with every name kept; the order stays."""
    if len(readings) < 2:
        return tuple(readings)
    kept: dict[tuple[date | None, datetime | None], DateReading] = {}
    for row in readings:
        instant = row.due.instant.astimezone(UTC) if row.due.instant else None
        key = (row.due.day, instant)
        if key not in kept:
            kept[key] = row
            continue
        first = kept[key]
        kept[key] = replace(
            first,
            name=_joined(first.name, row.name),
            differs_by="" if not first.differs_by else _joined(first.differs_by, row.differs_by),
            cite=_joined(first.cite, row.cite),
            warnings=tuple(dict.fromkeys([*first.warnings, *row.warnings])),
        )
    return tuple(kept.values())


def _joined(one: str, other: str) -> str:
    parts = [part for part in one.split(" = ") if part]
    return " = ".join(parts if not other or other in parts else [*parts, other])
