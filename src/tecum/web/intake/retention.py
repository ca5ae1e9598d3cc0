"""What has rested longer than the office keeps it; it is proposed, and two persons erase."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import OuterRef, Subquery

from tecum.clock import now
from tecum.docket.state.model import DemandStep
from tecum.web.accounts.models import Person
from tecum.web.accounts.policies import visible_demands
from tecum.web.docket.models import Entry
from tecum.web.intake.models import ErasureAsked

__all__ = ["Rested", "rested"]

SHOWN = 50


@dataclass(frozen=True, slots=True)
class Rested:
    """A demand that ended, and since when nothing was recorded on it."""

    docket: str
    number: str
    since: datetime


def rested(person: Person, days: int) -> list[Rested]:
    """Ended demands that somebody may see, on which nothing was recorded for so many days.

    The longest at rest come first, fifty at most; those for which an erasure is asked already,
    or that were erased, are left out.
    """
    last = Entry.objects.filter(docket=OuterRef("docket_id")).order_by("-seq")
    gone = Entry.objects.filter(slug="erased").values("docket_id")
    rows = (
        visible_demands(person)
        .filter(state__in=(DemandStep.ENDED.value, DemandStep.CLOSED.value))
        .exclude(docket_id__in=ErasureAsked.objects.values("docket_id"))
        .exclude(docket_id__in=gone)
        .annotate(rests_since=Subquery(last.values("recorded_at")[:1]))
        .filter(rests_since__lt=now() - timedelta(days=days))
        .order_by("rests_since", "docket_id")[:SHOWN]
    )
    return [Rested(row.docket_id, row.number, row.rests_since) for row in rows]
