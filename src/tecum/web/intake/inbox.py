"""The inbox: what came in and waits, page by page, and how much of it there is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from tecum.web.accounts.models import Person
from tecum.web.accounts.policies import visible_arrivals, visible_dockets
from tecum.web.accounts.selectors import during
from tecum.web.docket.keyset import after_row, in_order
from tecum.web.docket.models import Arrival, DocketMember
from tecum.web.intake.models import FileKey, Job, ReadingMade

__all__ = ["INBOX_ORDERS", "ArrivalRow", "Waiting", "inbox", "inbox_size"]

INBOX_ORDERS: Mapping[str, tuple[str, str]] = {
    "oldest": ("received_at", "entry"),
    "newest": ("-received_at", "-entry"),
}
"""Order → the columns that it goes by; the second tells rows apart."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """What the inbox is asked for; what is empty narrows nothing."""

    kind: str = ""
    channel: str = ""
    assignee: str = ""
    since: date | None = None
    until: date | None = None
    order: str = "oldest"


@dataclass(frozen=True, slots=True)
class ArrivalRow:
    """One row of the inbox.

    Attributes:
        summary: Codes, counts and institutions of the latest reading; empty while it waits.
        queue: ``queued``, ``running``, ``failed`` while the reader has not been done with it.
    """

    arrival: Arrival
    summary: Mapping[str, Any]
    queue: str
    error: str
    twins: tuple[str, ...]

    @property
    def received_at(self) -> datetime:
        """When the office had it."""
        return self.arrival.received_at


def inbox(
    person: Person,
    asked: Waiting = Waiting(),
    *,
    states_in: tuple[str, ...] = (),
    after: str | None = None,
    limit: int = 50,
) -> list[ArrivalRow]:
    """The arrivals that wait, oldest first; or those in the given states; one page of them.

    Args:
        asked: What narrows and orders them.
        states_in: ``received``, ``read``, ``quarantined``, ``dismissed``, ``filed``.
        after: The entry of the last row of the page before (keyset, never an offset).
    """
    rows, order = visible_arrivals(person), INBOX_ORDERS[asked.order]
    rows = rows.filter(state__in=states_in) if states_in else rows.filter(_waits())
    rows = _narrowed(rows, asked)
    if after:
        last = visible_arrivals(person).filter(pk=after).first()
        if last is not None:
            rows = after_row(rows, order, last)
    return _rows(person, in_order(rows, order)[:limit])


def _narrowed(rows: QuerySet[Arrival], asked: Waiting) -> QuerySet[Arrival]:
    plain = {"channel": asked.channel, "kind": asked.kind}
    rows = rows.filter(**{name: word for name, word in plain.items() if word})
    if asked.since or asked.until:
        rows = rows.filter(**during("received_at", asked.since, asked.until))
    if asked.assignee:
        members = DocketMember.objects.exclude(need="")
        rows = rows.filter(
            Exists(members.filter(docket=OuterRef("docket"), person_id=asked.assignee))
        )
    return rows


def inbox_size(person: Person) -> int:
    """How many arrivals wait for somebody."""
    return visible_arrivals(person).filter(_waits()).count()


def _waits() -> Q:
    return Q(waits=True) | Q(state="quarantined")


def _rows(person: Person, chosen: QuerySet[Arrival]) -> list[ArrivalRow]:
    arrivals = list(chosen)
    dockets = [row.docket_id for row in arrivals]
    jobs = {job.subject: job for job in Job.objects.filter(kind="read", docket_id__in=dockets)}
    made: dict[str, Mapping[str, Any]] = {}
    for row in ReadingMade.objects.filter(docket_id__in=dockets).order_by("id"):
        made[row.docket_id] = row.summary
    twins = _twins(person, dockets)
    return [
        ArrivalRow(
            arrival=row,
            summary=made.get(row.docket_id, {}),
            queue=_queue(jobs.get(row.entry)),
            error=jobs[row.entry].error if row.entry in jobs else "",
            twins=twins.get(row.docket_id, ()),
        )
        for row in arrivals
    ]


def _queue(job: Job | None) -> str:
    return "" if job is None or job.state == Job.DONE else job.state


def _twins(person: Person, dockets: list[str]) -> dict[str, tuple[str, ...]]:
    """Docket → the dockets that held the same bytes before, of those the person may know of."""
    held: dict[int, list[str]] = {}
    files = FileKey.objects.filter(docket_id__in=dockets).values_list("file_id", flat=True)
    visible = visible_dockets(person).values("pk")
    keys = FileKey.objects.filter(
        file_id__in=list(files), is_document=True, docket_id__in=visible
    ).order_by("id")
    for key in keys:
        held.setdefault(key.file_id, []).append(key.docket_id)
    return {
        docket: tuple(row[: row.index(docket)])
        for row in held.values()
        for docket in row
        if row.index(docket)
    }
