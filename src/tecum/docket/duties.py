"""Obligations as they stand at a moment: what is owed, by whom, by when, or why no date.

Late, missed and what-if are derived here, never stored.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import unique

from tecum.docket.entry import EntryId
from tecum.docket.parts import DateRead, Label, ObligationId
from tecum.docket.state import AsOf
from tecum.docket.state.model import Obligation, ObligationOrigin, ObligationStep, State
from tecum.docket.state.steps import day_of
from tecum.docket.vocabulary import ObligationObject
from tecum.words import Side, Word

__all__ = ["Lane", "ObligationView", "Standing", "lane_of", "lanes", "obligations", "passed"]


@unique
class Standing(Word):
    """How an obligation stands at a moment."""

    ARMED = "armed"
    WAITING = "waiting"
    FIXED = "fixed"
    WHAT_IF = "what_if"
    TOLLED = "tolled"
    LATE_ON_ONE_READING = "late_on_one_reading"
    MISSED = "missed"
    MET = "met"
    MET_LATE = "met_late"
    STOPPED = "stopped"


@unique
class Lane(Word):
    """The lanes of the deadlines board; every open obligation is in exactly one."""

    OVERDUE = "overdue"
    TODAY = "today"
    WITHIN_3_WORKING_DAYS = "within_3_working_days"
    WITHIN_14_DAYS = "within_14_days"
    LATER = "later"
    CANNOT_BE_COUNTED = "cannot_be_counted"


@dataclass(frozen=True, slots=True, kw_only=True)
class ObligationView:
    """One row of the board. ``why_no_date`` says what is awaited where there is no date."""

    id: ObligationId
    object: ObligationObject
    origin: ObligationOrigin
    owed_by: Side
    standing: Standing
    since: EntryId
    rule: str | None
    trigger: EntryId | None
    items: tuple[Label, ...]
    open_items: tuple[Label, ...]
    readings: tuple[DateRead, ...]
    safe: date | datetime | None
    latest: date | datetime | None
    first_date: date | datetime | None
    disputed: bool
    days_over: int | None = None
    why_no_date: str | None = None
    ended_by: EntryId | None = None

    @property
    def is_open(self) -> bool:
        """Whether something is still owed."""
        return self.standing not in (Standing.MET, Standing.MET_LATE, Standing.STOPPED)


def obligations(state: State, as_of: AsOf) -> tuple[ObligationView, ...]:
    """Every obligation of a docket, ours and theirs, each its own row and never merged."""
    return tuple(_view(state, row, as_of) for row in state.obligations.values())


def lanes(
    state: State, as_of: AsOf, is_working_day: Callable[[date], bool]
) -> dict[Lane, tuple[ObligationView, ...]]:
    """The open obligations, each in its lane.

    Args:
        state: The docket.
        as_of: The moment.
        is_working_day: Whether the office works on a day, by its calendar.
    """
    rows = [row for row in obligations(state, as_of) if row.is_open]
    today = day_of(state, as_of.happened_by)
    placed = {row.id: lane_of(row, today, state, is_working_day) for row in rows}
    return {lane: tuple(row for row in rows if placed[row.id] is lane) for lane in Lane}


def lane_of(
    row: ObligationView, today: date, state: State, is_working_day: Callable[[date], bool]
) -> Lane:
    """The lane of one open obligation, by its safe date."""
    if row.safe is None or row.standing in (Standing.TOLLED, Standing.ARMED, Standing.WAITING):
        return Lane.CANNOT_BE_COUNTED
    if row.standing in (Standing.MISSED, Standing.LATE_ON_ONE_READING):
        return Lane.OVERDUE
    due = day_of(state, row.safe)
    if due < today:
        return Lane.OVERDUE
    if due == today:
        return Lane.TODAY
    days = (today + timedelta(days=n) for n in range(1, (due - today).days + 1))
    working = 0
    for day in days:
        working += is_working_day(day)
        if working > 3:
            break
    if working <= 3:
        return Lane.WITHIN_3_WORKING_DAYS
    return Lane.WITHIN_14_DAYS if (due - today).days <= 14 else Lane.LATER


def passed(state: State, due: date | datetime, now: datetime) -> bool:
    """Whether a due date or instant is over; a date ends with the day in the office's zone."""
    if isinstance(due, datetime) and due.tzinfo is not None:
        return now > due
    return day_of(state, now) > day_of(state, due)


def _view(state: State, row: Obligation, as_of: AsOf) -> ObligationView:
    standing = _standing(state, row, as_of.happened_by)
    over = None
    if standing is Standing.MISSED and row.latest is not None:
        over = (day_of(state, as_of.happened_by) - day_of(state, row.latest)).days
    return ObligationView(
        id=row.id,
        object=row.object,
        origin=row.origin,
        owed_by=row.owed_by,
        standing=standing,
        since=row.since,
        rule=row.rule,
        trigger=row.trigger,
        items=row.items,
        open_items=row.undischarged,
        readings=row.readings,
        safe=row.safe,
        latest=row.latest,
        first_date=row.first_date,
        disputed=row.disputed,
        days_over=over,
        why_no_date=_why_no_date(row),
        ended_by=row.ended_by,
    )


def _standing(state: State, row: Obligation, now: datetime) -> Standing:
    if row.step is not ObligationStep.FIXED:
        return Standing(row.step.value)
    if row.disputed:
        return Standing.WHAT_IF
    if row.latest is not None and passed(state, row.latest, now):
        return Standing.MISSED
    if row.safe is not None and passed(state, row.safe, now):
        return Standing.LATE_ON_ONE_READING
    return Standing.FIXED


def _why_no_date(row: Obligation) -> str | None:
    if row.safe is not None:
        return "tolled" if row.step is ObligationStep.TOLLED else None
    if row.step is ObligationStep.ARMED:
        return f"awaits {row.awaits}" if row.awaits else "awaits its event"
    if row.origin is ObligationOrigin.DUTY:
        return f"awaits {row.awaits}" if row.awaits else "no date in the law"
    return "its clock has not been started"
