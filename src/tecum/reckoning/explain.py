"""A reckoning in words and on a wall calendar, drawn from its steps alone."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from textwrap import wrap

from tecum.reckoning.clocks import Bound
from tecum.reckoning.cutoff import FROM_START
from tecum.reckoning.events import Standing
from tecum.reckoning.ground import DAY
from tecum.reckoning.result import DateReading, Due, Reckoned, Status, Step, Verdict

__all__ = ["PLAIN", "Look", "explained", "hung", "reasons", "spoken", "strip"]

REASONS_AT = 30
"""The column at which the reason of a step begins."""

MOST_MONTHS = 4
"""Longer counts are drawn as their first and last two months."""

_MARKS = {
    Verdict.START: ">",
    Verdict.SKIPPED: "x",
    Verdict.TOLLED: "=",
    Verdict.ROLLED: "~",
    Verdict.CLOSED: "~",
}
LEGEND = "> start   1 2 3 counted   x left out   = stands still   ~ rolled over   + added   [ ] due"

_COLOURS = {"[": "1;32", ">": "36", "x": "2", "=": "33", "~": "33", "+": "35"}
"""Of a mark by its first sign; the marks say everything without them."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a page is drawn: at most so wide, in colour or not; a pipe gets whole lines."""

    width: int | None = None
    in_colour: bool = False

    def painted(self, text: str, code: str) -> str:
        """The text in a colour, where there are colours."""
        return f"\x1b[{code}m{text}\x1b[0m" if self.in_colour and code and text else text


PLAIN = Look()


_HEADS = {
    Status.FIXED: "",
    Status.WHAT_IF: "WHAT IF (no due date)",
    Status.WAITING: "WAITING",
    Status.ARMED: "ARMED",
    Status.TOLLED: "TOLLED",
    Status.COUNSEL: "FOR COUNSEL",
    Status.MET: "MET",
    Status.MISSED: "MISSED",
}


def spoken(due: Due) -> str:
    """A due date as a person says it: ``Tue 2026-02-17, end of day 24:00``."""
    if due.day is None:
        return "no date"
    day = f"{due.day:%a} {due.day}"
    if due.bound is Bound.EARLIEST_DAY:
        return f"not before {day}" + ("" if due.by == FROM_START else f", {due.by}")
    zone = f" {due.instant.tzname()}" if due.instant is not None else ""
    return f"{day}, {due.by}{zone}"


def explained(reckoned: Reckoned, look: Look = PLAIN) -> str:
    """The whole answer for a terminal: dates, why, the counting strip, what it rests on."""
    lines = [line for row in _head(reckoned, look) for line in hung(row, "", look.width)]
    for row in reckoned.by_date:
        lines += ["", *_reading(row, look, alone=len(reckoned.readings) == 1)]
    if reckoned.readings:
        lines += ["", *hung(LEGEND, "", look.width)]
    if reckoned.warnings:
        lines.append("")
        for text in reckoned.warnings:
            lines += hung(f"Note: {text}", " " * 6, look.width)
    pins = [line for row in _pins(reckoned) for line in hung(row, " " * 10, look.width)]
    return "\n".join([*lines, "", *pins])


def hung(line: str, indent: str, width: int | None) -> list[str]:
    """A line broken where it is too wide, its further parts under its text."""
    if width is None or len(_ANSI.sub("", line)) <= width:
        return [line]
    return wrap(
        line,
        width,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    ) or [line]


_ANSI = re.compile(r"\x1b\[[0-9;]*m")


def _head(reckoned: Reckoned, look: Look) -> Iterator[str]:
    clock = reckoned.clock
    title = clock.title or clock.id
    yield f"{clock.id}  {title}" if title != clock.id else title
    rule = [str(clock.period) if clock.period else "", clock.source]
    yield "   ".join(part for part in rule if part)
    yield ""
    status = _HEADS[reckoned.status]
    if reckoned.standing is Standing.DISPUTED:
        status = f"{status}: the accounts of the event differ"
    if status:
        yield status
    if reckoned.safe is None:
        return
    if len(reckoned.readings) == 1:
        yield f"Due      {look.painted(spoken(reckoned.safe), '1;32')}"
        return
    yield f"Safe     {look.painted(spoken(reckoned.safe), '1;32')}"
    if reckoned.latest is not None:
        yield f"Latest   {spoken(reckoned.latest)}"


def _reading(row: DateReading, look: Look, *, alone: bool) -> Iterator[str]:
    if not alone:
        why = f"  ({row.differs_by})" if row.differs_by else ""
        yield from hung(f"-- {row.name}: {spoken(row.due)}{why}", "   ", look.width)
        if row.cite:
            yield from hung(f"   {row.cite}", "   ", look.width)
    yield from strip(row, look)
    for line in reasons(row.steps):
        yield from hung(f"  {line}", " " * REASONS_AT, look.width)


# --- the counting strip -------------------------------------------------------------------


def strip(row: DateReading, look: Look = PLAIN) -> list[str]:
    """A small grid for every month that the count walks through, each day with its mark."""
    marks = _marks(row)
    if not marks:
        return []
    months = sorted({(day.year, day.month) for day in marks})
    months = _span(months[0], months[-1])
    left_out = max(0, len(months) - MOST_MONTHS)
    lines: list[str] = []
    for at, (year, month) in enumerate(months):
        if left_out and MOST_MONTHS // 2 <= at < len(months) - MOST_MONTHS // 2:
            if at == MOST_MONTHS // 2:
                lines += [f"  … {left_out} months between …", ""]
            continue
        lines += [*_month(year, month, marks, look), ""]
    return lines


def _span(first: tuple[int, int], last: tuple[int, int]) -> list[tuple[int, int]]:
    start, end = first[0] * 12 + first[1] - 1, last[0] * 12 + last[1] - 1
    return [(at // 12, at % 12 + 1) for at in range(start, end + 1)]


def _marks(row: DateReading) -> dict[date, str]:
    marks: dict[date, str] = {}
    for step in row.steps:
        day, mark = _day_of(step), _mark(step)
        if mark:
            start = ">" if marks.get(day) == ">" and mark != ">" else ""
            marks[day] = start + mark
    if row.due.day is not None:
        marks[row.due.day] = f"[{marks.get(row.due.day, '')}]"
    return marks


def _mark(step: Step) -> str:
    if step.verdict is Verdict.COUNTED:
        return f"{step.n}h" if "hours" in step.reason else str(step.n)
    if step.verdict is Verdict.ADDED:
        return f"+{step.n}"
    return _MARKS.get(step.verdict, "")


def _day_of(step: Step) -> date:
    """The day in which a step lies: midnight ends the hours of the day before."""
    if not isinstance(step.at, datetime):
        return step.at
    if step.verdict is Verdict.COUNTED and step.at.time() == time():
        return step.at.date() - DAY
    return step.at.date()


def _month(year: int, month: int, marks: dict[date, str], look: Look) -> Iterator[str]:
    yield f"  {calendar.month_name[month]} {year}"
    yield "  " + "     ".join(f"{day:>4}" for day in ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"))
    for week in calendar.Calendar().monthdatescalendar(year, month):
        cells = [_cell(day, month, marks, look) for day in week]
        if any(day in marks for day in week if day.month == month):
            yield ("  " + "".join(cells)).rstrip()


def _cell(day: date, month: int, marks: dict[date, str], look: Look) -> str:
    if day.month != month:
        return " " * 9
    mark = marks.get(day, "")
    pad = " " * (4 - len(mark))
    return f"{day.day:>4} {look.painted(mark, _COLOURS.get(mark[:1], ''))}{pad}"


# --- the reasons --------------------------------------------------------------------------


def reasons(steps: Sequence[Step]) -> list[str]:
    """Every step that is not simply counted, with its reason; weekends are told once."""
    lines: list[str] = []
    weekends = 0
    for step in steps:
        if step.verdict in (Verdict.COUNTED, Verdict.CUT_OFF):
            continue
        if step.verdict is Verdict.SKIPPED and step.reason in ("Saturday", "Sunday"):
            weekends += 1
            continue
        cite = f"  [{step.cite}]" if step.cite else ""
        lines.append(
            f"{_at(step):<18} {step.verdict.value.replace('_', ' '):<9}{step.reason}{cite}"
        )
    if weekends:
        days = "day" if weekends == 1 else "days"
        lines.append(f"{weekends} weekend {days} left out")
    return lines


def _at(step: Step) -> str:
    if isinstance(step.at, datetime):
        return f"{step.at:%a %Y-%m-%d %H:%M}"
    return f"{step.at:%a %Y-%m-%d}"


def _pins(reckoned: Reckoned) -> Iterator[str]:
    pins = reckoned.pins
    rows = [f"{name} {sha[:12]}" for name, sha in pins.calendars]
    rows[:0] = [f"pack {pins.clock[1][:12]}"] if pins.clock[1] else []
    yield f"Rests on: {'; '.join([*rows, f'time zones {pins.tzdata}', pins.engine])}"
    yield f"Known on {pins.known_on}. Not legal advice."
