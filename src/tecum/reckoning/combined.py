"""Dates that bound each other: earlier or later of, not before, not after (step 12)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tecum.reckoning.clocks import Clock, Combine
from tecum.reckoning.cutoff import due_on
from tecum.reckoning.events import legal_day, live_accounts
from tecum.reckoning.result import MAIN, DateReading, Due, Step, Verdict
from tecum.reckoning.setting import Setting

__all__ = ["Part", "combine", "event_part"]


@dataclass(frozen=True, slots=True)
class Part:
    """Another date of a combination; without readings it waits."""

    name: str
    readings: tuple[DateReading, ...]


def event_part(name: str, clock: Clock, setting: Setting) -> Part:
    """An event as part of a combination: the days that its live accounts give."""
    days = {
        legal_day(row.at, setting.zone)
        for event in setting.named(name)
        for row in live_accounts(event, setting.known_on)
        if row.at is not None
    }
    called = name.replace("_", " ")
    readings = tuple(
        DateReading(
            f"{called} {day}" if len(days) > 1 else called,
            due_on(clock, day, setting.zone, setting.hours),
            (),
        )
        for day in sorted(days)
    )
    return Part(called, readings)


def combine(
    clock: Clock, own: Sequence[DateReading], parts: Sequence[Part]
) -> tuple[list[DateReading], list[str]]:
    """The readings joined with the other dates, and notes; no readings where it must wait."""
    how = clock.combine.how if clock.combine else Combine.EARLIER_OF
    earliest = how in (Combine.EARLIER_OF, Combine.NOT_AFTER)
    waiting = [part.name for part in parts if not part.readings]
    if waiting and not earliest:
        return [], [f"waits for {', '.join(waiting)}: the date is the later one"]
    notes = [f"at the latest: {name} is not known and may be earlier" for name in waiting]
    found = list(own)
    for part in parts:
        if not found:
            found = list(part.readings)
        elif part.readings:
            found = [
                _joined(clock, row, other, part.name, earliest=earliest)
                for row in found
                for other in part.readings
            ]
    return found, notes


def _joined(
    clock: Clock, own: DateReading, other: DateReading, name: str, *, earliest: bool
) -> DateReading:
    own_wins = own.due.order <= other.due.order if earliest else own.due.order >= other.due.order
    winner: Due = own.due if own_wins else other.due
    word = "earlier" if earliest else "later"
    reason = f"the {word} of {own.due.day} and {name} {other.due.day}"
    at = winner.day or own.due.day
    steps = own.steps if own_wins else (*own.steps, *other.steps)
    if at is not None:
        steps = (*steps, Step(at, None, Verdict.COMBINED, reason, clock.cite("combine")))
    warnings = tuple(dict.fromkeys([*own.warnings, *other.warnings]))
    called = own.name if own_wins or other.name in (MAIN, name) else f"{own.name} · {other.name}"
    return replace(own, name=called, due=winner, steps=steps, warnings=warnings)
