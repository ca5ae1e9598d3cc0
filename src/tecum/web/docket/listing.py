"""The list of demands: filters, orders, pages named by their last row; no docket is opened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from tecum.docket.status import StatusCode
from tecum.web.accounts.models import Person
from tecum.web.accounts.policies import visible_demands
from tecum.web.accounts.selectors import during
from tecum.web.docket import models
from tecum.web.docket.doubts import Doubt, next_dates_in_doubt
from tecum.web.docket.keyset import after_row, in_order
from tecum.web.docket.matter import in_matters
from tecum.web.docket.standings import Standing, having, standings, this_moment

__all__ = ["ORDERS", "Asked", "DemandRow", "demands", "matching"]

ORDERS: Mapping[str, tuple[str, str]] = {
    "newest": ("-registered_at", "-docket"),
    "oldest": ("registered_at", "docket"),
    "due": ("next_on", "docket"),
    "issuer": ("issuer", "docket"),
    "number": ("number", "docket"),
}
"""Order → the columns that it goes by; the second tells rows apart."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a list is asked for; what is empty narrows nothing."""

    direction: str = ""
    state: str = ""
    kind: str = ""
    status: str = ""
    issuer: str = ""
    assignee: str = ""
    since: date | None = None
    until: date | None = None
    order: str = "newest"


@dataclass(frozen=True, slots=True)
class DemandRow:
    """One row of the docket's list: the demand, and what can be said of it today."""

    demand: models.Demand
    statuses: tuple[Standing, ...]
    assignees: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    is_of_matter: bool = False

    @property
    def next_due(self) -> date | None:
        """The earliest safe date that runs."""
        return self.demand.next_on

    @property
    def headline(self) -> Standing | None:
        """The first of the statuses."""
        return next(iter(self.statuses), None)


def demands(
    person: Person, asked: Asked = Asked(), *, after: str | None = None, limit: int = 50
) -> list[DemandRow]:
    """The demands that somebody may know of, one page of them.

    Args:
        after: The docket of the last row of the page before (keyset, never an offset).
    """
    rows, order = matching(person, asked), ORDERS[asked.order]
    if after:
        last = visible_demands(person).filter(pk=after).first()
        if last is not None:
            rows = after_row(rows, order, last)
    page = list(in_order(rows, order)[:limit])
    held = standings(page, this_moment())
    members = _members(page)
    doubted = next_dates_in_doubt(page)
    tied = in_matters(person, [row.docket_id for row in page])
    return [
        DemandRow(
            demand=row,
            statuses=held.get(row.docket_id, ()),
            assignees=members.get(row.docket_id, ()),
            doubts=doubted.get(row.docket_id, ()),
            is_of_matter=row.docket_id in tied,
        )
        for row in page
    ]


def matching(person: Person, asked: Asked) -> QuerySet[models.Demand]:
    """The demands that a list is asked for, in no order."""
    rows = visible_demands(person)
    plain = {"direction": asked.direction, "state": asked.state, "kind": asked.kind}
    plain |= {"issuer": asked.issuer}
    rows = rows.filter(**{name: word for name, word in plain.items() if word})
    if asked.since or asked.until:
        rows = rows.filter(**during("registered_at", asked.since, asked.until))
    if asked.status:
        rows = rows.filter(having(StatusCode(asked.status), this_moment()))
    if asked.assignee:
        members = models.DocketMember.objects.exclude(need="")
        taken = members.filter(docket=OuterRef("docket"), person_id=asked.assignee)
        rows = rows.filter(Exists(taken))
    return rows


def _members(page: list[models.Demand]) -> dict[str, tuple[str, ...]]:
    """Docket → the persons to whom it is assigned."""
    rows = models.DocketMember.objects.filter(docket__in=[row.docket_id for row in page])
    found: dict[str, tuple[str, ...]] = {}
    pairs = rows.exclude(need="").order_by("id").values_list("docket_id", "person_id")
    for docket, person in pairs:
        if person not in found.get(docket, ()):
            found[docket] = (*found.get(docket, ()), person)
    return found
