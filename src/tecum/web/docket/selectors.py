"""What pages read of dockets: the demand, its items, its dates, its trail. Nothing is written.

Every list starts from the builders of :mod:`tecum.web.accounts.policies`; what a person may
not know of is not found.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from tecum.clock import now
from tecum.docket.acts import Corrected
from tecum.docket.declare import Erased
from tecum.docket.duties import ObligationView, Standing, obligations
from tecum.docket.entry import Entry
from tecum.docket.state import AsOf
from tecum.docket.state.model import ItemState, State
from tecum.docket.status import Status, statuses
from tecum.reckoning.result import DateReading
from tecum.web.accounts.models import Person
from tecum.web.accounts.policies import (
    may_see_subjects,
    visible_docket,
    visible_dockets,
    visible_obligations,
    visible_to,
)
from tecum.web.accounts.selectors import everybody
from tecum.web.docket import models, states
from tecum.web.docket.counted import latest_reckonings
from tecum.web.docket.deadlines import deadlines_offered
from tecum.web.docket.findings import findings_for, questions_for
from tecum.web.docket.hiding import HIDDEN, state_as_seen
from tecum.web.ledger.selectors import ReceiptLine, receipt_lines

__all__ = [
    "DemandPage",
    "ItemRow",
    "TrailLine",
    "counted_readings",
    "deadlines_offered",
    "demand_page",
    "findings_for",
    "proposals_count",
    "proposals_waiting",
    "questions_for",
    "runs",
    "state_for",
    "trail",
]


MOST_COUNTED = 1000
"""Counts beside the navigation go no further."""


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One item: its words (or that they are hidden), its axes, its determination."""

    state: ItemState
    text: str
    findings: tuple[tuple[str, str], ...]
    determination: str | None
    proposal: str | None
    reason: str | None

    @property
    def label(self) -> str:
        """The item's label."""
        return self.state.label


@dataclass(frozen=True, slots=True)
class DemandPage:
    """Everything that the page of one demand shows, fields aside."""

    docket: models.Docket
    demand: models.Demand | None
    state: State
    statuses: tuple[Status, ...]
    items: tuple[ItemRow, ...]
    obligations: tuple[ObligationView, ...]
    subjects: tuple[tuple[str, str], ...]
    sees_subjects: bool
    links: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class TrailLine:
    """One line of the trail: the entry as the person may see it, who did it, its proof.

    ``corrects`` and ``corrected_by`` are numbers of entries: a correction is seen both ways.
    """

    entry: Entry
    slug: str
    seq: int
    recorded_at: datetime
    role: str
    person: str
    receipt: ReceiptLine | None
    corrects: int | None = None
    corrected_by: int | None = None


def state_for(docket_id: str) -> State | None:
    """The state of a docket, None where there is no such docket. For services only."""
    docket = models.Docket.objects.filter(pk=docket_id).first()
    return states.state_of(docket) if docket is not None else None


def as_of() -> AsOf:
    """This moment, as known at this moment."""
    moment = now()
    return AsOf(happened_by=moment, known_by=moment)


def demand_page(person: Person, docket_id: str) -> DemandPage:
    """One demand, or one arrival that is not registered yet.

    Raises:
        NotFound: no such docket, or none that this person may know of.
    """
    docket = visible_docket(person, docket_id)
    state = state_as_seen(person, docket)
    sees = may_see_subjects(person, docket)
    moment = as_of()
    named = state.demand.act.subjects if state.demand is not None else ()
    return DemandPage(
        docket=docket,
        demand=models.Demand.objects.filter(docket=docket).first(),
        state=state,
        statuses=statuses(state, moment),
        items=tuple(_item_row(state, item, sees=sees) for item in state.items.values()),
        obligations=obligations(state, moment),
        subjects=tuple(
            (row.subject, (sees and _text(row.name)) or _("Person %(n)s") % {"n": n})
            for n, row in enumerate(named, 1)
        ),
        sees_subjects=sees,
        links=_links(person, state),
    )


def counted_readings(person: Person, docket_id: str, obligation: str) -> tuple[DateReading, ...]:
    """Every reading of a date in force as it is stored, with its days; none where hidden."""
    if not visible_obligations(person).filter(docket_id=docket_id, name=obligation).exists():
        return ()
    stored = latest_reckonings(docket_id).get(obligation)
    return stored.readings if stored is not None else ()


def proposals_waiting(
    person: Person, *, after: str = "", limit: int = 50
) -> list[models.Determination]:
    """Proposals that wait for a second person, one page of them in a lasting order.

    Args:
        after: The entry of the last proposal of the page before.
    """
    rows = models.Determination.objects.filter(visible_to(person, "docket__"), state="proposed")
    rows = rows.filter(entry__gt=after) if after else rows
    return list(rows.select_related("docket", "docket__demand").order_by("entry")[:limit])


def proposals_count(person: Person) -> int:
    """How many proposals wait for a second person; not counted further than a thousand."""
    rows = models.Determination.objects.filter(visible_to(person, "docket__"), state="proposed")
    return rows[:MOST_COUNTED].count()


def trail(
    person: Person,
    docket_id: str,
    *,
    after: int = 0,
    limit: int | None = None,
    slug: str = "",
    by: str = "",
) -> list[TrailLine]:
    """The entries of a docket in order, with their proof; personal values as the person may see.

    Args:
        after: The number of the last entry of the page before.
        slug: Only entries of this act.
        by: Only entries of the person with this id.
    """
    state = state_as_seen(person, visible_docket(person, docket_id))
    wanted = [
        entry
        for entry in state.entries.values()
        if entry.seq > after
        and (not slug or entry.act.slug == slug)
        and (not by or entry.actor.person == by)
    ][:limit]
    proofs = receipt_lines(entry.id for entry in wanted)
    names = {row.public_id: row.name for row in everybody()}
    first_of = {
        entry.id: state.entries[entry.act.entry]
        for entry in state.entries.values()
        if isinstance(entry.act, Corrected) and entry.act.entry in state.entries
    }
    later = {first.id: state.entries[ref].seq for ref, first in first_of.items()}
    return [
        TrailLine(
            entry=entry,
            slug=entry.act.slug,
            seq=entry.seq,
            recorded_at=entry.recorded_at,
            role=entry.actor.role.value,
            person=names.get(entry.actor.person or "", ""),
            receipt=proofs.get(entry.id),
            corrects=first_of[entry.id].seq if entry.id in first_of else None,
            corrected_by=later.get(entry.id),
        )
        for entry in wanted
    ]


def runs(row: ObligationView) -> bool:
    """Whether a date of this obligation runs now: not over, not paused, not awaiting an event."""
    still = (Standing.TOLLED, Standing.ARMED, Standing.WAITING, Standing.WHAT_IF)
    return row.is_open and row.standing not in still


def _item_row(state: State, item: ItemState, *, sees: bool) -> ItemRow:
    found = state.findings
    outcomes: Iterable[tuple[str, str]] = ()
    if found is not None:
        outcomes = (
            (action, outcome.value)
            for (label, action), outcome in found.outcomes.items()
            if label == item.label
        )
    reason = state.entries[item.proposal].act if item.proposal else None
    words = getattr(reason, "reason", None)
    return ItemRow(
        state=item,
        text=_text(item.asked_for.text) if sees else HIDDEN,
        findings=tuple(outcomes),
        determination=_outcome(state.determinations, item.determination),
        proposal=_outcome(state.proposals, item.proposal),
        reason=_text(words) if words is not None and sees else None,
    )


def _outcome(held: Mapping[Any, Any], ref: Any) -> str | None:
    return held[ref].outcome.value if ref is not None and ref in held else None


def _links(person: Person, state: State) -> tuple[tuple[str, str], ...]:
    """The dockets that this one is linked to, of those the person may know of."""
    found = {ref: str(getattr(state.entries[ref].act, "other", "")) for ref in state.links}
    visible = set(
        visible_dockets(person).filter(pk__in=found.values()).values_list("pk", flat=True)
    )
    return tuple((other, _relation(state, ref)) for ref, other in found.items() if other in visible)


def _relation(state: State, ref: Any) -> str:
    return str(getattr(state.entries[ref].act, "relation", ""))


def _text(value: Any) -> str:
    return "" if isinstance(value, Erased) else str(value)
