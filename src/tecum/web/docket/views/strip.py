"""The counting strip: a small calendar in which every counted and skipped day stands."""

from __future__ import annotations

from calendar import day_name
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.translation import gettext, gettext_lazy

from tecum.reckoning.result import DateReading, Step, Verdict

__all__ = ["WEEKDAYS", "Cell", "Strip", "strip_of"]

WEEKDAYS = tuple(gettext_lazy(name) for name in ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"))

LONGEST = 130
"""Days beyond which the calendar is folded to its first and last weeks."""
_SKIPS = (Verdict.SKIPPED, Verdict.ROLLED, Verdict.TOLLED, Verdict.CLOSED)
_TOLD = (*_SKIPS, Verdict.ADDED, Verdict.EXTENDED, Verdict.COMBINED)
"""What stands in words below the strip; a day that was simply counted needs none."""
_OWN = ("", "the document")
_WEEKEND = frozenset(day_name)
"""A day left out for being what it is; a holiday keeps the name that its source gives it."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One day: its number in the count, what happened to it and why."""

    day: date
    classes: str
    number: str
    words: str
    reason: str


@dataclass(frozen=True, slots=True)
class Strip:
    """Weeks from Monday to Sunday; ``folded`` says how many weeks are left out in the middle."""

    weeks: tuple[tuple[Cell, ...], ...]
    reasons: tuple[tuple[date, str], ...]
    folded: int = 0


def strip_of(reading: DateReading, *, is_hours: bool = False) -> Strip | None:
    """The strip of one reading; None where nothing was counted (a date on the paper).

    Args:
        is_hours: Hours were counted; a cell then bears the hours that had run.
    """
    by_day: dict[date, list[Step]] = {}
    for step in reading.steps:
        if step.verdict is not Verdict.CUT_OFF:
            by_day.setdefault(_day(step.at), []).append(step)
    days = sorted(by_day)
    if len(days) < 2:
        return None
    landed = reading.due.day or days[-1]
    days = sorted({*days, landed})
    first = days[0] - timedelta(days=days[0].weekday())
    last = days[-1] + timedelta(days=6 - days[-1].weekday())
    span = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    cells = [_cell(day, by_day.get(day, ()), landed, is_hours) for day in span]
    weeks = [tuple(cells[n : n + 7]) for n in range(0, len(cells), 7)]
    folded = 0
    if len(span) > LONGEST:
        folded = len(weeks) - 8
        weeks = [*weeks[:4], *weeks[-4:]]
    reasons = [(cell.day, cell.reason) for cell in cells if cell.reason]
    return Strip(tuple(weeks), tuple(reasons[:40]), folded)


def _cell(day: date, steps: Iterable[Step], landed: date, is_hours: bool) -> Cell:
    found = list(steps)
    if not found and day != landed:
        return Cell(day, "outside", "", "", "")
    counted = [step.n for step in found if step.n and step.verdict is not Verdict.START]
    number = f"{counted[-1]} h" if counted and is_hours else str(counted[0]) if counted else ""
    verdicts = {step.verdict for step in found}
    classes = []
    if Verdict.START in verdicts:
        classes.append("start")
    if day.weekday() > 4 or verdicts & set(_SKIPS):
        classes.append("closed")
    if day == landed:
        classes = ["landed"]
    words = _words(verdicts, day == landed)
    said = [
        f"{_reason(step)} ({step.cite})" if step.cite not in _OWN else _reason(step)
        for step in found
        if step.verdict in _TOLD and step.reason
    ]
    return Cell(day, " ".join(classes), number, words, "; ".join(dict.fromkeys(said)))


def _reason(step: Step) -> str:
    return gettext(step.reason) if step.reason in _WEEKEND else step.reason


def _words(verdicts: set[Verdict], is_due: bool) -> str:
    if is_due:
        return "due"
    if Verdict.START in verdicts:
        return "start"
    return next((verdict.value for verdict in _SKIPS if verdict in verdicts), "")


def _day(at: date | datetime) -> date:
    return at.date() if isinstance(at, datetime) else at
