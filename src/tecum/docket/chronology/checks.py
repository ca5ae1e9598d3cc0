"""The checks that a thread carries: what of them can be computed from the file, is.

A check that is only in words is listed as not computed; it is never counted as held.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from tecum.docket.chronology.model import Thread, ThreadCheck
from tecum.words import Trigger, Unit

__all__ = ["CheckResult", "thread_checks"]

_NUMBERS = {
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
}
_STATES_TEXT = """
alabama AL, alaska AK, arizona AZ, arkansas AR, california CA, colorado CO, connecticut CT,
delaware DE, florida FL, georgia GA, hawaii HI, idaho ID, illinois IL, indiana IN, iowa IA,
kansas KS, kentucky KY, louisiana LA, maine ME, maryland MD, massachusetts MA, michigan MI,
minnesota MN, mississippi MS, missouri MO, montana MT, nebraska NE, nevada NV,
new_hampshire NH, new_jersey NJ, new_mexico NM, new_york NY, north_carolina NC,
north_dakota ND, ohio OH, oklahoma OK, oregon OR, pennsylvania PA, rhode_island RI,
south_carolina SC, south_dakota SD, tennessee TN, texas TX, utah UT, vermont VT, virginia VA,
washington WA, west_virginia WV, wisconsin WI, wyoming WY
"""
_STATES: dict[str, str] = dict(row.split() for row in _STATES_TEXT.split(","))
_LEVELS = {
    "states": "state",
    "cities": "city",
    "counties": "county",
    "consolidated": "consolidated",
}


@dataclass(frozen=True, slots=True)
class CheckResult:
    """One check: what was computed against what the file expects.

    ``held`` is None where nothing of the check could be computed from the file alone.
    """

    id: str
    expect: str
    held: bool | None
    computed: tuple[str, ...]
    left: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Part:
    """One computed part of a check; ``held`` None where it cannot be computed."""

    name: str
    got: object
    wanted: object

    @property
    def held(self) -> bool | None:
        return None if self.got is None else self.got == self.wanted


def thread_checks(thread: Thread) -> tuple[CheckResult, ...]:
    """Run a thread's own checks as far as they are data."""
    return tuple(_run(thread, check) for check in thread.checks)


def _run(thread: Thread, check: ThreadCheck) -> CheckResult:
    parts = list(_parts(thread, check.data))
    known = [part for part in parts if part.held is not None]
    left = [part.name for part in parts if part.held is None]
    held = None if not known else all(part.held for part in known)
    lines = [f"{part.name} = {part.got} (expected {part.wanted})" for part in known]
    if not parts:
        left.append("in words only")
    return CheckResult(check.id, check.expect, held, tuple(lines), tuple(left))


def _parts(thread: Thread, data: Mapping[str, Any]) -> Iterator[_Part]:
    for key, wanted in data.items():
        if key == "count" and isinstance(wanted, dict):
            for name, number in wanted.items():
                yield _Part(name, _count(thread, name), number)
        elif key == "due" and isinstance(wanted, dict):
            for demand, day in wanted.items():
                yield _Part(f"due {demand}", _due(thread, demand), day)
        elif key.startswith("sum_"):
            yield _Part(key, _sum(thread, key.removeprefix("sum_")), wanted)
        elif key == "flagged":
            yield _Part(key, sorted(row.id for row in thread.recipients if row.doubts), wanted)
        else:
            yield _Part(key, None, wanted)


def _count(thread: Thread, name: str) -> int | None:
    if name == "recipients":
        return len(thread.recipients)
    if name in _LEVELS:
        return sum(row.level == _LEVELS[name] for row in thread.recipients)
    if name in _STATES:
        return sum(row.state == _STATES[name] for row in thread.recipients)
    prior = re.fullmatch(r"prior_(\w+)", name)
    if prior is None:
        return None
    size = _NUMBERS.get(prior[1], int(prior[1]) if prior[1].isdecimal() else None)
    if size is None:
        return None
    rounds = {row.id for row in thread.demands if row.recipients_count == size}
    return sum(row.prior in rounds for row in thread.recipients) if rounds else None


def _sum(thread: Thread, figure: str) -> int | None:
    known = [row.figures[figure] for row in thread.recipients if figure in row.figures]
    return sum(known) if known else None


def _due(thread: Thread, demand_id: str) -> date | None:
    """The day a demand is due, as far as the file alone gives it.

    A stated date stands, if the days after issue that are stated beside it agree; days from a
    known service count where they end on a working day. The rest needs a calendar.
    """
    demand = next((row for row in thread.demands if row.id == demand_id), None)
    if demand is None or demand.due is None:
        return None
    due = demand.due
    if due.day is not None:
        if due.days_after_issue is None or demand.issued_on is None:
            return due.day
        counted = demand.issued_on + timedelta(days=due.days_after_issue)
        return due.day if counted == due.day else counted
    if demand.served_on is None or due.amount is None or due.trigger is not Trigger.SERVICE:
        return None
    days = {Unit.DAYS: 1, Unit.WEEKS: 7}.get(due.unit or Unit.HOURS)
    last = None if days is None else demand.served_on + timedelta(days=due.amount * days)
    return last if last is not None and last.weekday() < 5 else None
