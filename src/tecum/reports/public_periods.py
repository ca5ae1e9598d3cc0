"""For which periods a public copy is made: those that no other public copy overlaps.

Of two periods that overlap, one figure less the other is the count of the days between, and may
be a small one that each copy hides. So a report goes to the public for whole periods of its own
kind, one after the other, and once each is over; a copy of every day would tell of every day.

Authority: DOCKET P15 (small cells).
"""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from tecum.errors import UsageError
from tecum.reports.period import Period, is_periodic, period_of
from tecum.worded import worded as _

__all__ = ["NoPublicCopy", "has_public_copy", "must_be_public"]


class NoPublicCopy(UsageError):
    """A public copy would give small numbers away beside another one."""

    code = "report.public-period"


def must_be_public(on: str, period: Period, counted_at: datetime, zone: str) -> None:
    """Refuse a public copy of any but the report's own periods, or of one in course.

    Args:
        on: The calendar of the report, e.g. ``every quarter``.

    Raises:
        NoPublicCopy: with the periods that there are.
    """
    if not is_periodic(on):
        return
    whole = Period(*period_of(on, period.begins))
    every = on.partition(" by ")[0]
    if period != whole:
        raise NoPublicCopy(
            _("There is no public copy of this report for {period}.", period=period.name),
            why=_("Two periods that overlap give a small number away: one figure less the other."),
            do=_(
                "Take a whole period of the report ({every}), such as {whole}.",
                every=every,
                whole=whole.name,
            ),
        )
    if counted_at.astimezone(ZoneInfo(zone)).date() <= period.ends:
        raise NoPublicCopy(
            _("The period {period} is not over.", period=period.name),
            why=_("A copy of one day beside that of the next tells what came in between."),
            do=_("Make the public copy after {on}.", on=period.ends.isoformat()),
        )


def has_public_copy(on: str, period: Period, counted_at: datetime, zone: str) -> bool:
    """Whether there is a public copy, as :func:`must_be_public` judges it."""
    try:
        must_be_public(on, period, counted_at, zone)
    except NoPublicCopy:
        return False
    return True
