"""Due phrases of a truth and of a Reading in one shape, and when one answers the other."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from tecum.evaluation.given import band_of, stated
from tecum.evaluation.likeness import folded

__all__ = ["DueRead", "answers", "day_of", "due_read", "is_late", "kinship", "minute_of"]

_HOURS = {"hours": 1, "days": 24, "weeks": 168, "months": 730, "years": 8760}
_WORKING = frozenset({"business", "court"})
_FORMS = frozenset({"date", "period", "event", "instanter"})
_PARTS = ("form", "date", "time", "tz", "amount", "unit", "counting", "direction", "trigger")
_CLOCK = re.compile(r"(\d{1,2})[:.h]?(\d{2})?(?::\d\d)?\s*([ap])?\.?m?")
_CLOSE = "close of business"

Truth = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class DueRead:
    """A due phrase as the reader gave it.

    ``flagged`` says that its words were put in doubt (band ``conflict`` or ``unsure``);
    ``row`` is the phrase as it stands in the Reading.
    """

    form: str | None
    date: str | None
    time: str | None
    tz: str | None
    amount: float | None
    unit: str | None
    counting: str | None
    direction: str | None
    trigger: str | None
    flagged: bool
    band: str | None
    row: Mapping[str, Any]

    @property
    def is_claim(self) -> bool:
        """Whether it claims a due date, rather than naming none."""
        undated = self.form == "date" and self.date is None and not self.flagged
        return self.form in _FORMS and not undated

    @property
    def hours(self) -> float | None:
        """Its length in hours, working days stretched to the calendar."""
        return _length(self.amount, self.unit, self.counting)

    @property
    def bare_hours(self) -> float | None:
        """Its length in hours as if all days counted."""
        return _length(self.amount, self.unit, None)


def _length(amount: float | None, unit: str | None, counting: str | None) -> float | None:
    if amount is None or unit not in _HOURS:
        return None
    hours = amount * _HOURS[unit]
    return hours * 7 / 5 if counting in _WORKING else hours


def due_read(row: Mapping[str, Any]) -> DueRead:
    """A phrase of a Reading."""
    part = {name: stated(row.get(name)) for name in _PARTS}
    bands = {band_of(row.get(name)) for name in ("date", "amount", "form")} | {row.get("band")}
    key = "date" if part["date"] is not None else "form"
    if part["date"] is None and part["amount"] is not None:
        key = "amount"
    try:
        part["amount"] = None if part["amount"] is None else float(part["amount"])
    except (TypeError, ValueError):
        part["amount"] = None
    flagged = bool(bands & {"conflict", "unsure"})
    return DueRead(**part, flagged=flagged, band=band_of(row.get(key)), row=row)


def day_of(value: object) -> date | None:
    """An ISO date of a truth or a Reading, or None."""
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        return None


def minute_of(value: object) -> int | str | None:
    """A time as minutes of the day; ``close of business`` stays words.

    >>> minute_of("5:00 p.m.")
    1020
    """
    if value is None:
        return None
    said = folded(value)
    match = _CLOCK.match(said)
    if match:
        hour, minute, half = int(match[1]), int(match[2] or 0), match[3]
        hour += 12 if half == "p" and hour < 12 else 0
        hour = 0 if half == "a" and hour == 12 else hour
        return hour * 60 + minute
    if "noon" in said:
        return 12 * 60
    return _CLOSE if "business" in said or "cob" in said else None


def _true_length(true: Truth, counting: bool = True) -> float | None:
    return _length(true.get("amount"), true.get("unit"), true.get("counting") if counting else None)


def answers(true: Truth, read: DueRead) -> bool:
    """Whether a phrase as read says what the true one says: form, date, or length."""
    form = true.get("form")
    if form == "date":
        days = {true.get("date"), true.get("safe_by")} - {None}
        return read.date is not None and str(read.date)[:10] in days
    if form == "period":
        if true.get("conflict") == "word_figure":
            return read.flagged or read.amount == min(true["amount_any"])
        length = _true_length(true, counting=False)
        units = {true.get("unit"), read.unit}
        same_unit = len(units) == 1 or units <= {"weeks", "days"}
        same_way = (read.direction or "after") == (true.get("direction") or "after")
        return length is not None and length == read.bare_hours and same_unit and same_way
    if form == "instanter":
        return read.form == "instanter"
    return form == "event" and read.form == "event" and read.trigger in (None, true.get("trigger"))


def kinship(true: Truth, read: DueRead) -> int:
    """How much a phrase as read looks like the true one, to pair them."""
    alike = 3 * answers(true, read)
    alike += true.get("form") == read.form
    alike += true.get("trigger") == read.trigger
    alike += true.get("direction") == read.direction
    if true.get("form") == "date" and minute_of(true.get("time")) is not None:
        alike += minute_of(true.get("time")) == minute_of(read.time)
    return int(alike)


def is_late(true: Truth, read: DueRead, truth: Mapping[str, Any]) -> bool:
    """Whether a phrase as read lets the recipient act later than the true one, by its words.

    The shared scorer's rule, which counts no dates. :mod:`tecum.evaluation.late` counts both
    by RECKON.
    """
    known = {
        "issue": truth.get("issued_on"),
        "letter_date": truth.get("issued_on"),
        "service": truth.get("served_on"),
        "receipt": truth.get("served_on"),
    }
    form, read_day = true.get("form"), day_of(read.date)
    if form == "date":
        return _late_against_date(true, read, known)
    if form == "instanter":
        issued = day_of(truth.get("issued_on"))
        after = bool(read_day and issued and read_day > issued + timedelta(days=1))
        return read.form != "instanter" and (after or (read.hours or 0) > 24)
    if form == "period":
        return _late_against_period(true, read, known)
    if form == "event":
        return bool(read.amount and (read.direction or "after") == "after")
    return False


def _late_against_date(true: Truth, read: DueRead, known: Mapping[str, Any]) -> bool:
    true_day, read_day = day_of(true.get("date")), day_of(read.date)
    if read_day:
        if read_day != true_day:
            return true_day is not None and read_day > true_day
        ours, theirs = minute_of(read.time), minute_of(true.get("time"))
        if theirs == _CLOSE:
            return isinstance(ours, int) and ours > 18 * 60
        return isinstance(ours, int) and isinstance(theirs, int) and ours > theirs
    if true_day and read.hours:
        start = day_of(known.get(read.trigger or "") or "")
        return bool(start and start + timedelta(hours=read.hours) > true_day)
    return False


def _late_against_period(true: Truth, read: DueRead, known: Mapping[str, Any]) -> bool:
    if true.get("conflict") == "word_figure":
        true = {**true, "amount": min(true["amount_any"])}
    length, trigger = _true_length(true) or 0.0, true.get("trigger")
    if read.amount is not None and read.hours:
        if (read.direction or "after") != true.get("direction"):
            return true.get("direction") == "before"
        if true.get("direction") == "before":
            return (read.bare_hours or 0) < (_true_length(true, counting=False) or 0) * 0.999
        if read.hours > length * 1.001:
            return not (read.flagged and true.get("conflict"))
        later = trigger in ("issue", "letter_date") and read.trigger in ("service", "receipt")
        return read.hours == length and later
    read_day, start = day_of(read.date), day_of(known.get(trigger or "") or "")
    if read_day and start:
        slack = timedelta(days=3 if true.get("counting") == "business" else 0)
        return read_day > start + timedelta(hours=length) + slack
    return False
