"""Deadline vectors: published examples, counted from their stated inputs (RECKONING 12).

A vector states its own count and calendar, and these decide. A key, a value or a kind that
is not of a known form is refused by name; nothing is skipped in silence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from tecum.errors import TecumError
from tecum.office import Hours
from tecum.reckoning.calendars import Calendars
from tecum.reckoning.clocks import (
    Addition,
    Clock,
    Closures,
    Count,
    CountMode,
    Deemed,
    DeemedForm,
    Granularity,
    Period,
    PeriodUnit,
    Roll,
    YearlySpan,
)
from tecum.reckoning.count import Walk, count_days
from tecum.reckoning.cutoff import is_timely
from tecum.reckoning.deemed import deem, next_opening
from tecum.reckoning.errors import UnsupportedForm
from tecum.reckoning.events import legal_day, said, wall_instants
from tecum.reckoning.ground import DAY, Ground
from tecum.reckoning.hours import count_hours
from tecum.reckoning.vector_inputs import Inputs
from tecum.words import Direction

__all__ = ["answer", "answers"]

MOST = 3
"""A vector has at most this many answers, the safe one first."""

_MODES = {"calendar": CountMode.EVERY_DAY, "business": CountMode.BUSINESS_DAYS}
_HOUR_MODES = {
    "all_hours": CountMode.ELAPSED,
    "exclude_nonbusiness_hours": CountMode.ON_BUSINESS_DAYS,
}
_ROLLS = {
    "none": Roll.NONE,
    "forward": Roll.FORWARD,
    "backward": Roll.BACKWARD,
    "same_direction": Roll.SAME_DIRECTION,
}
_HOUR_ROLLS = {"none": Roll.NONE, "forward_same_time": Roll.FORWARD_SAME_TIME}
_RECESSES = {
    "summer": YearlySpan((7, 1), (8, 31), "summer recess"),
    "seasonal": YearlySpan((12, 21), (1, 7), "seasonal recess"),
}
SHORT_IN_CANADA = 7
"""Periods below seven days leave out holidays (Federal Courts Rules, r. 6)."""


@dataclass(frozen=True, slots=True)
class _Case:
    inputs: Inputs
    calendars: Calendars
    known_on: date

    def ground(self, *, required: bool = True) -> Ground:
        """The days that the vector's calendar and closings leave open."""
        rows = self.inputs.calendars(self.calendars, required=required)
        closed = frozenset(self.inputs.days("closed"))
        closures = Closures.NOT_COUNTED if closed else Closures.IGNORE
        return Ground(rows, self.known_on, closures, closed)


def answers(
    vectors: Iterable[Any], calendars: Calendars, known_on: date
) -> Iterator[dict[str, Any]]:
    """One line for each vector, in their order."""
    for number, vector in enumerate(vectors, 1):
        yield answer(vector, calendars, known_on, number)


def answer(vector: Any, calendars: Calendars, known_on: date, number: int = 1) -> dict[str, Any]:
    """``{"id", "got"}``, or with ``refused`` and the name of what is not understood."""
    if not isinstance(vector, Mapping):
        return {"id": str(number), "got": [], "refused": f"vector {number} is not an object"}
    name = vector.get("id", str(number))
    try:
        return {"id": name, "got": _answered(vector, calendars, known_on)[:MOST]}
    except UnsupportedForm as error:
        return {"id": name, "got": [], "refused": error.what}
    except TecumError as error:
        return {"id": name, "got": [], "refused": f"{error.what} ({error.code})"}
    except OverflowError:
        return {"id": name, "got": [], "refused": "input not understood: leaves the calendar"}


def _answered(vector: Mapping[str, Any], calendars: Calendars, known_on: date) -> list[str]:
    kind = vector.get("kind")
    if not isinstance(kind, str) or kind not in _KINDS:
        raise UnsupportedForm(f"kind {kind!r} not understood")
    keys, count = _KINDS[kind]
    given = vector.get("input")
    if not isinstance(given, Mapping):
        raise UnsupportedForm("input not understood: it is not an object")
    return count(_Case(Inputs(given, keys, kind), calendars, known_on))


# --- periods of days ----------------------------------------------------------------------


def _days(case: _Case) -> list[str]:
    """Days, weeks, months and years, with service days where the kind has them."""
    inputs = case.inputs
    n = inputs.number("n")
    unit = _unit(inputs)
    mode = _MODES[inputs.word("count", _MODES, default="calendar")]
    if mode.leaves_out_closed and unit is not PeriodUnit.DAYS:
        raise UnsupportedForm(f'input.count "business" not understood for {unit.value}')
    mode, recesses = _excluded(inputs, mode, unit, n)
    adds = _service(inputs, n) if inputs.kind == "days+service" else ()
    ground = case.ground(required=inputs.needs_calendar)
    clock = Clock(
        id="vector",
        start="event",
        period=Period(abs(n), unit),
        direction=Direction.BEFORE if n < 0 else Direction.AFTER,
        count=Count(mode),
        skip_spans=recesses,
        roll=_ROLLS[inputs.word("roll", _ROLLS, default="none")],
    )
    inputs.word("closed_roll", {"forward": None}, default="forward")
    start = inputs.day("start")
    found = [_last(clock, start, ground, adds)]
    if n > 0 and mode.leaves_out_closed and not ground.is_open(start):
        # Whether a receipt on a closed day is one of the next open day is an open question.
        found.append(_last(clock, ground.next_open(start), ground, adds))
    return [str(day) for day in dict.fromkeys(found)]


def _last(clock: Clock, start: date, ground: Ground, adds: tuple[Addition, ...]) -> date:
    return count_days(Walk(clock, ground), start, extended=False, adds=adds)


def _unit(inputs: Inputs) -> PeriodUnit:
    own = "days" if inputs.kind == "days+service" else inputs.kind
    inputs.word("unit", {own: None}, default=own)
    return PeriodUnit(own)


def _excluded(
    inputs: Inputs, mode: CountMode, unit: PeriodUnit, n: int
) -> tuple[CountMode, tuple[YearlySpan, ...]]:
    text = inputs.text("excluded", default="")
    if text and unit in (PeriodUnit.MONTHS, PeriodUnit.YEARS):
        raise UnsupportedForm(f'input.excluded "{text}" not understood for {unit.value}')
    length = abs(n) * (7 if unit is PeriodUnit.WEEKS else 1)
    recesses = []
    for part in [part for part in text.split("+") if part]:
        if part == "short":
            mode = CountMode.BUSINESS_DAYS if length < SHORT_IN_CANADA else mode
        elif part in _RECESSES:
            recesses.append(_RECESSES[part])
        else:
            raise UnsupportedForm(f'input.excluded "{part}" not understood')
    return mode, tuple(recesses)


def _service(inputs: Inputs, n: int) -> tuple[Addition, ...]:
    """The days that service adds; they lie in the direction of the count."""
    add = inputs.number("service_add")
    if add and (add < 0) != (n < 0):
        raise UnsupportedForm("input.service_add not understood: it runs against input.n")
    order = inputs.word("service_order", {"after_roll": None, "before_roll": None})
    named = inputs.text("service_roll", default="")
    if named and named not in _ROLLS:
        raise UnsupportedForm(f'input.service_roll "{named}" not understood')
    roll = _ROLLS[named] if named else None
    if not add:
        return ()
    period = Period(abs(add), PeriodUnit.DAYS)
    return (Addition(("service",), period, order == "after_roll", roll),)


def _clear(case: _Case) -> list[str]:
    """Clear days: both ends out; short periods leave out closed days.

    Authority: CPR 2.8.
    """
    inputs = case.inputs
    n = inputs.number("n")
    short = inputs.number("short_excludes", default=0)
    by_event = inputs.flag("end_event") or n < 0
    mode = CountMode.BUSINESS_DAYS if abs(n) <= short else CountMode.EVERY_DAY
    clock = Clock(
        id="vector",
        start="event",
        period=Period(abs(n), PeriodUnit.DAYS),
        direction=Direction.BEFORE if n < 0 else Direction.AFTER,
        count=Count(mode, clear=by_event),
        roll=Roll.NONE,
    )
    ground = case.ground(required=mode.leaves_out_closed)
    return [str(_last(clock, inputs.day("start"), ground, ()))]


# --- hours --------------------------------------------------------------------------------


def _hours(case: _Case) -> list[str]:
    inputs = case.inputs
    n = inputs.number("n")
    inputs.word("unit", {"hours": None}, default="hours")
    mode = _HOUR_MODES[inputs.word("count", _HOUR_MODES)]
    roll = _HOUR_ROLLS[inputs.word("roll", _HOUR_ROLLS, default="none")]
    clock = Clock(
        id="vector",
        start="event",
        period=Period(abs(n), PeriodUnit.HOURS),
        direction=Direction.BEFORE if n < 0 else Direction.AFTER,
        count=Count(mode),
        roll=roll,
    )
    needs = mode.leaves_out_closed or roll is not Roll.NONE
    ground = case.ground(required=needs)
    ends: list[datetime] = []
    for start in wall_instants(inputs.wall("start"), inputs.zone("tz")):
        ends += count_hours(Walk(clock, ground), start)
    ordered = sorted(dict.fromkeys(end.timestamp() for end in ends))
    place = ends[0].tzinfo
    return [datetime.fromtimestamp(moment, place).isoformat() for moment in ordered]


# --- receipt and cut-off ------------------------------------------------------------------


def _deemed(case: _Case) -> list[str]:
    inputs = case.inputs
    method = inputs.word("method", _DEEMED)
    sent = inputs.moment("sent")
    rule = _DEEMED[method]
    if rule.form is DeemedForm.SAME_BUSINESS_DAY and not isinstance(sent, datetime):
        raise UnsupportedForm("input.sent not understood: the method looks at the time of day")
    moved, _ = deem(rule, sent, case.ground(), None, None)
    return [str(legal_day(moved, None))]


_AT_1630 = datetime(2000, 1, 1, 16, 30).time()  # noqa: DTZ001 - a wall time
_DEEMED = {
    "second_day_then_next_business": Deemed(DeemedForm.SECOND_DAY),
    "same_business_day_before_1630": Deemed(DeemedForm.SAME_BUSINESS_DAY, before=_AT_1630),
}


def _received(inputs: Inputs) -> datetime:
    """The local time of receipt; an instant with offset is shown at the place."""
    at = inputs.wall("received")
    zone = inputs.zone("tz", default=None)
    return at if zone is None else wall_instants(at, zone)[0]


def _receipt(case: _Case) -> list[str]:
    inputs = case.inputs
    hours = Hours(inputs.wall_time("open"), inputs.wall_time("close"))
    if hours.close <= hours.open:
        raise UnsupportedForm("input.close not understood: not after input.open")
    counted = next_opening(_received(inputs), hours, case.ground(required=False))
    return [str(said(counted))]


def _receipt_date(case: _Case) -> list[str]:
    """The open day on which something counts as received: that day until the cut-off."""
    inputs = case.inputs
    at = _received(inputs)
    ground = case.ground(required=False)
    cutoff = inputs.wall_time("cutoff")
    wall = at.time()
    late = wall > cutoff or (inputs.flag("cutoff_inclusive_late") and wall == cutoff)
    day = at.date()
    if not ground.is_open(day) or not late:
        return [str(ground.next_open(day))]
    return [str(ground.next_open(day + DAY))]


def _cutoff(case: _Case) -> list[str]:
    inputs = case.inputs
    grains = {
        "minute": Granularity.MINUTE_INCLUSIVE,
        "second": Granularity.SECOND_EXCLUSIVE,
    }
    grain = grains[inputs.word("granularity", grains)]
    at, limit = inputs.pair("at", "cutoff")
    return ["timely" if is_timely(at, limit, grain) else "late"]


# --- stated dates -------------------------------------------------------------------------


def _fixed(case: _Case) -> list[str]:
    return [str(said(case.inputs.moment("fixed")))]


def _fixed_roll(case: _Case) -> list[str]:
    inputs = case.inputs
    day = legal_day(inputs.moment("fixed"), None)
    roll = _ROLLS[inputs.word("roll", _ROLLS)]
    if roll is Roll.NONE:
        return [str(day)]
    return [str(case.ground().next_open(day, -1 if roll is Roll.BACKWARD else 1))]


_PERIOD = frozenset(
    {"start", "n", "count", "unit", "roll", "cal", "closed", "closed_roll", "excluded"}
)
_SERVICE = _PERIOD | {"service_add", "service_order", "service_roll"}
_KINDS: dict[str, tuple[frozenset[str], Callable[[_Case], list[str]]]] = {
    "days": (_PERIOD, _days),
    "weeks": (_PERIOD, _days),
    "months": (_PERIOD, _days),
    "years": (_PERIOD, _days),
    "days+service": (_SERVICE, _days),
    "clear": (frozenset({"start", "n", "short_excludes", "end_event", "cal"}), _clear),
    "hours": (frozenset({"start", "tz", "n", "unit", "count", "roll", "cal", "closed"}), _hours),
    "deemed": (frozenset({"sent", "method", "cal"}), _deemed),
    "receipt": (frozenset({"received", "tz", "open", "close", "cal"}), _receipt),
    "receipt-date": (
        frozenset({"received", "tz", "cutoff", "cutoff_inclusive_late", "cal"}),
        _receipt_date,
    ),
    "cutoff": (frozenset({"at", "cutoff", "granularity", "tz"}), _cutoff),
    "fixed": (frozenset({"fixed", "cal"}), _fixed),
    "fixed-roll": (frozenset({"fixed", "roll", "cal"}), _fixed_roll),
}
"""Kind → the keys that its input may have, and how it is counted."""
