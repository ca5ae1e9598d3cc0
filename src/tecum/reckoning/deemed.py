"""When an event counts as having happened: posting is not receipt (step 3)."""

from __future__ import annotations

from datetime import date, datetime, time

from tecum.office import Hours
from tecum.reckoning.clocks import Clock, Deemed, DeemedForm
from tecum.reckoning.errors import NaiveInstant, UnsupportedForm
from tecum.reckoning.events import Moment, legal_day, wall_instants
from tecum.reckoning.ground import DAY, Ground
from tecum.reckoning.result import Step, Verdict
from tecum.worded import worded as _

__all__ = ["deem", "next_opening", "rule_for"]


def rule_for(clock: Clock, served_by: frozenset[str]) -> Deemed | None:
    """The line that governs the way of service; a line for that way wins over a general one."""
    for row in clock.deemed:
        if row.method is not None and row.method in served_by:
            return row
    return next((row for row in clock.deemed if row.method is None), None)


def deem(
    rule: Deemed, at: Moment, ground: Ground, zone: str | None, hours: Hours | None
) -> tuple[Moment, list[Step]]:
    """The moment at which the event counts as having happened, and the steps that moved it.

    Raises:
        NaiveInstant: the rule looks at the time of day and only a date is known.
        UnsupportedForm: the rule looks at opening hours and none are given.
    """
    day = legal_day(at, zone)
    if rule.form is DeemedForm.AS_STATED:
        return at, []
    if rule.form is DeemedForm.OPENING_HOURS:
        moved = _opening(at, ground, zone, hours)
    else:
        counted = _day(rule, at, day, ground, zone)
        moved = at if counted == day else counted
    if moved == at:
        return at, []
    reason = f"counts as having happened then ({rule.form})"
    return moved, [Step(day, None, Verdict.SKIPPED, reason, rule.cite)]


def _day(rule: Deemed, at: Moment, day: date, ground: Ground, zone: str | None) -> date:
    if rule.form is DeemedForm.SECOND_DAY:
        return ground.next_open(day + 2 * DAY)
    if rule.form is DeemedForm.NEXT_BUSINESS_DAY:
        return ground.next_open(day + DAY)
    if rule.form is DeemedForm.BUSINESS_DAY:
        return ground.next_open(day)
    if rule.form is DeemedForm.BUSINESS_DAYS_LATER:
        for _ in range(rule.n):
            day = ground.next_open(day + DAY)
        return day
    if not ground.is_open(day):
        return ground.next_open(day)
    in_time = _wall_time(at, zone) < (rule.before or time.max)
    return day if in_time else ground.next_open(day + DAY)


def _wall_time(at: Moment, zone: str | None) -> time:
    if not isinstance(at, datetime):
        raise NaiveInstant(
            _("Only the date of the event is known, and the rule looks at its time."),
            why=_("An hour decides whether it counts that day or the next."),
            do=_("Give the time of day with --from, or record it."),
        )
    local = at if at.tzinfo is None or zone is None else wall_instants(at, zone)[0]
    return local.time()


def _opening(at: Moment, ground: Ground, zone: str | None, hours: Hours | None) -> Moment:
    if hours is None:
        raise UnsupportedForm(
            _("The clock looks at opening hours and the office has none."),
            do=_('Write "hours" into the office profile.'),
        )
    if not isinstance(at, datetime):
        return ground.next_open(at)
    local = wall_instants(at, zone)[0] if zone is not None else at
    return next_opening(local, hours, ground)


def next_opening(local: datetime, hours: Hours, ground: Ground) -> datetime:
    """A local time itself inside opening hours of an open day, else the next opening."""
    day = local.date()
    wall = local.time()
    if ground.is_open(day):
        if hours.open <= wall <= hours.close:
            return local
        if wall < hours.open:
            return datetime.combine(day, hours.open, local.tzinfo)
    return datetime.combine(ground.next_open(day + DAY), hours.open, local.tzinfo)
