"""One count of one clock from one start, and the doubts that make further readings (step 13)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time
from itertools import product
from typing import NamedTuple

from tecum.reckoning.clocks import Bound, Clock, Period, PeriodUnit
from tecum.reckoning.count import Span, Walk, count_days
from tecum.reckoning.cutoff import due_at, due_on
from tecum.reckoning.deemed import deem
from tecum.reckoning.errors import UnsupportedForm
from tecum.reckoning.events import Moment, legal_day, wall_instants
from tecum.reckoning.ground import Ground
from tecum.reckoning.hours import count_hours
from tecum.reckoning.result import MAIN, DateReading, Due, Step, Verdict
from tecum.reckoning.setting import Setting
from tecum.reckoning.tolling import spans_of
from tecum.reckoning.ways import Way, ways_of
from tecum.worded import worded as _

__all__ = ["Start", "counts_of", "merged"]


class Start(NamedTuple):
    """One account of the start: when, and how readings from it are named."""

    at: Moment
    name: str = ""


class _Doubts(NamedTuple):
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


def counts_of(
    clock: Clock, start: Start, setting: Setting, grounds: list[Ground]
) -> list[DateReading]:
    """Every defensible count of one resolved clock from one start, the main one first."""
    found: list[DateReading] = []
    spans = list(spans_of(clock, setting))
    for way in ways_of(clock, setting):
        grounds.append(way.ground)
        nexts = (False, True) if _may_be_next(way, start, setting) else (False,)
        for received_next, (given, note) in product(nexts, spans):
            for observed_open in (False, True):
                ground = way.ground.afresh(doubted=not observed_open)
                doubt = _Doubts(observed_open, received_next, given, note)
                found += _count(way, start, setting, ground, doubt)
                if not ground.met_doubt:
                    break
    return found


def _may_be_next(way: Way, start: Start, setting: Setting) -> bool:
    """Receipt on a closed day: it may count from that day or as received on the next open one."""
    return way.received_later and not way.ground.is_open(legal_day(start.at, setting.zone))


def _count(
    way: Way, start: Start, setting: Setting, ground: Ground, doubt: _Doubts
) -> list[DateReading]:
    """One count; two readings where the wall time at which it ends exists twice."""
    walk = Walk(way.clock, ground, doubt.spans)
    moment: Moment = start.at
    if way.deemed is not None:
        moment, moves = deem(way.deemed, moment, ground, setting.zone, setting.hours)
        walk.steps += moves
    elif doubt.received_next:
        moment = ground.next_open(legal_day(moment, setting.zone))
        walk.note(moment, Verdict.SKIPPED, "counts as received on the next open day", "deemed")
    dues = _dues(way, walk, moment, setting)
    doubts = doubt.names
    name = " · ".join(filter(None, (way.name, start.name, *doubts)))
    differs = ", ".join(filter(None, (way.differs, *doubts)))
    of_days = way.notes if ground.was_asked else ()
    warnings = tuple(dict.fromkeys((*of_days, *way.warned, *ground.unchecked)))
    steps = tuple(walk.steps)
    return [
        DateReading(
            (f"{name} · {AGAIN}" if name else AGAIN) if at else name or MAIN,
            due,
            steps + _cut(way.clock, due),
            differs,
            way.cite,
            warnings,
        )
        for at, due in enumerate(dues)
    ]


AGAIN = "the wall time that comes again"


def _dues(way: Way, walk: Walk, moment: Moment, setting: Setting) -> Sequence[Due]:
    """The date at which the count ends; two where it ends at a wall time that exists twice."""
    if way.of_hours:
        walk.clock = clock = _hours_clock(walk, setting)
        start = _instant(moment, setting)
        return [due_at(clock, end) for end in count_hours(walk, start)]
    day = legal_day(moment, setting.zone)
    last = count_days(walk, day, extended=setting.extended, adds=way.adds)
    return (due_on(way.clock, last, setting.zone, setting.hours),)


def _hours_clock(walk: Walk, setting: Setting) -> Clock:
    """The clock with its extension in it; what days do to hours is not guessed.

    Raises:
        UnsupportedForm: a pause, or an extension that is not of hours.
    """
    clock = walk.clock
    if walk.tolled or clock.skip_spans:
        raise UnsupportedForm(
            _('"{clock}" counts hours, and days on which it stands are given.', clock=clock.id),
            why=_("Whether the hours of those days run is not stated."),
            do=_("Let counsel say; enter the date as a stated one."),
        )
    if not setting.extended or clock.extends is None or clock.period is None:
        return clock
    if clock.extends.period.unit is not PeriodUnit.HOURS:
        raise UnsupportedForm(
            _('"{clock}" counts hours, and its extension does not.', clock=clock.id)
        )
    whole = Period(clock.period.n + clock.extends.period.n, PeriodUnit.HOURS)
    return replace(clock, period=whole)


def _instant(moment: Moment, setting: Setting) -> datetime:
    """The instant from which hours run; a date alone begins at its first moment."""
    at = moment if isinstance(moment, datetime) else datetime.combine(moment, time())
    return wall_instants(at, setting.zone)[0]


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
