"""What pages read of dockets: the demand, its items, its dates, its trail. Nothing is written.

Every list starts from the builders of :mod:`tecum.web.accounts.policies`; what a person may
not know of is not found.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext

from tecum.clock import now, today
from tecum.docket.declare import Erased
from tecum.docket.duties import Lane, ObligationView, Standing, lane_of, obligations
from tecum.docket.entry import Entry
from tecum.docket.parts import ObligationId
from tecum.docket.rules import Rules
from tecum.docket.state import AsOf
from tecum.docket.state.model import ItemState, ObligationOrigin, State
from tecum.docket.status import Status, statuses
from tecum.docket.vocabulary import ObligationObject
from tecum.reckoning.result import DateReading
from tecum.web.accounts.models import Person
from tecum.web.accounts.policies import (
    may_see_subjects,
    visible_demands,
    visible_docket,
    visible_dockets,
    visible_obligations,
)
from tecum.web.accounts.selectors import people, profile
from tecum.web.docket import models, states
from tecum.web.docket.calendar import working_days
from tecum.web.docket.counted import latest_reckonings
from tecum.web.docket.deadlines import deadlines_offered
from tecum.web.docket.findings import findings_for, questions_for
from tecum.web.docket.hiding import HIDDEN, state_as_seen
from tecum.web.docket.projections import waiting_phrases
from tecum.web.ledger.selectors import ReceiptLine, receipt_lines
from tecum.words import Side

__all__ = [
    "DeadlineRow",
    "DemandPage",
    "DemandRow",
    "ItemRow",
    "TrailLine",
    "counted_readings",
    "deadline_lanes",
    "deadlines_offered",
    "demand_page",
    "demands",
    "findings_for",
    "proposals_waiting",
    "questions_for",
    "runs",
    "state_for",
    "trail",
]


@dataclass(frozen=True, slots=True)
class DemandRow:
    """One row of the docket's list: the demand, and what can be said of it today."""

    demand: models.Demand
    statuses: tuple[Status, ...]
    next_due: date | None

    @property
    def headline(self) -> Status | None:
        """The first of the statuses."""
        return next(iter(self.statuses), None)


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
class DeadlineRow:
    """One obligation on the board, with the demand it belongs to."""

    docket: str
    number: str
    issuer: str
    kind: str
    view: ObligationView


@dataclass(frozen=True, slots=True)
class TrailLine:
    """One line of the trail: the entry as the person may see it, who did it, its proof."""

    entry: Entry
    slug: str
    seq: int
    recorded_at: datetime
    role: str
    person: str
    receipt: ReceiptLine | None


def state_for(docket_id: str) -> State | None:
    """The state of a docket, None where there is no such docket. For services only."""
    docket = models.Docket.objects.filter(pk=docket_id).first()
    return states.state_of(docket) if docket is not None else None


def as_of() -> AsOf:
    """This moment, as known at this moment."""
    moment = now()
    return AsOf(happened_by=moment, known_by=moment)


def demands(
    person: Person,
    *,
    direction: str | None = None,
    state: str | None = None,
    kind: str | None = None,
    after: str | None = None,
    limit: int = 50,
) -> list[DemandRow]:
    """The demands, newest first, one page of them.

    Args:
        after: The docket of the last row of the page before (keyset, never an offset).
    """
    rows = visible_demands(person).order_by("-registered_at", "-docket_id")
    wanted = {"direction": direction, "state": state, "kind": kind}
    rows = rows.filter(**{name: word for name, word in wanted.items() if word})
    if after:
        last = rows.filter(pk=after).first()
        if last is not None:
            earlier = rows.filter(registered_at__lt=last.registered_at)
            same = rows.filter(registered_at=last.registered_at, docket_id__lt=after)
            rows = (earlier | same).order_by("-registered_at", "-docket_id")
    moment = as_of()
    in_force = states.rules()
    return [_demand_row(row, moment, in_force) for row in rows[:limit]]


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
            (row.subject, _text(row.name) if sees else f"Person {n}")
            for n, row in enumerate(named, 1)
        ),
        sees_subjects=sees,
        links=_links(person, state),
    )


def deadline_lanes(
    person: Person, *, owner: str | None = None, kind: str | None = None
) -> dict[Lane, list[DeadlineRow]]:
    """Every open obligation, in exactly one lane, the earliest first.

    Args:
        owner: ``ours``, ``theirs`` or ``third``; default all.
        kind: A kind of instrument; default all.
    """
    open_states = ("armed", "waiting", "fixed", "tolled")
    rows = visible_obligations(person).filter(state__in=open_states)
    if owner:
        rows = rows.filter(owner=owner)
    if kind:
        rows = rows.filter(docket__demand__kind=kind)
    wanted = {(row.docket_id, row.name): row for row in rows}
    moment, day, works = as_of(), today(profile().zone), working_days()
    in_force = states.rules()
    lanes: dict[Lane, list[DeadlineRow]] = {lane: [] for lane in Lane}
    for docket in {row.docket_id: row.docket for row in wanted.values()}.values():
        state = states.state_of(docket, in_force)
        demand = getattr(docket, "demand", None)
        for view in obligations(state, moment):
            if (docket.pk, view.id) in wanted:
                lane = lane_of(view, day, state, works)
                lanes[lane].append(_deadline_row(docket, demand, view))
    if owner in (None, "ours"):
        waiting = visible_demands(person).filter(waiting__gt=0)
        for demand in waiting.filter(kind=kind) if kind else waiting:
            lanes[Lane.CANNOT_BE_COUNTED] += [
                _deadline_row(demand.docket, demand, view)
                for view in _waiting(states.state_of(demand.docket, in_force))
            ]
    for held in lanes.values():
        held.sort(key=lambda row: (_day(row.view.safe), row.number, row.view.id))
    return lanes


def counted_readings(person: Person, docket_id: str, obligation: str) -> tuple[DateReading, ...]:
    """Every reading of a date in force as it is stored, with its days; none where hidden."""
    if not visible_obligations(person).filter(docket_id=docket_id, name=obligation).exists():
        return ()
    stored = latest_reckonings(docket_id).get(obligation)
    return stored.readings if stored is not None else ()


def proposals_waiting(person: Person) -> list[models.Determination]:
    """Proposals that wait for a second person, oldest first."""
    dockets = visible_demands(person).values("docket_id")
    rows = models.Determination.objects.filter(state="proposed", docket__in=dockets)
    return list(rows.select_related("docket", "docket__demand").order_by("entry"))


def trail(person: Person, docket_id: str) -> list[TrailLine]:
    """Every entry of a docket in order, with its proof; personal values as the person may see."""
    state = state_as_seen(person, visible_docket(person, docket_id))
    proofs = receipt_lines(state.entries)
    names = {row.public_id: row.name for row in people()}
    return [
        TrailLine(
            entry=entry,
            slug=entry.act.slug,
            seq=entry.seq,
            recorded_at=entry.recorded_at,
            role=entry.actor.role.value,
            person=names.get(entry.actor.person or "", ""),
            receipt=proofs.get(entry.id),
        )
        for entry in state.entries.values()
    ]


def runs(row: ObligationView) -> bool:
    """Whether a date of this obligation runs now: not over, not paused, not awaiting an event."""
    still = (Standing.TOLLED, Standing.ARMED, Standing.WAITING, Standing.WHAT_IF)
    return row.is_open and row.standing not in still


def _demand_row(demand: models.Demand, moment: AsOf, in_force: Rules) -> DemandRow:
    state = states.state_of(demand.docket, in_force)
    open_dates = [
        _day(row.safe) for row in obligations(state, moment) if runs(row) and row.safe is not None
    ]
    return DemandRow(demand, statuses(state, moment), min(open_dates, default=None))


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


def _waiting(state: State) -> list[ObligationView]:
    """The due phrases that no clock stands for yet, each with the event that is missing."""
    if state.demand is None:
        return []
    return [
        ObligationView(
            id=ObligationId(f"phrase.{n}"),
            object=ObligationObject.ANSWER,
            origin=ObligationOrigin.CLOCK,
            owed_by=Side.OURS,
            standing=Standing.WAITING,
            since=state.demand.entry,
            rule=None,
            trigger=None,
            items=(),
            open_items=(),
            readings=(),
            safe=None,
            latest=None,
            first_date=None,
            disputed=False,
            why_no_date=f"awaits {due.trigger.value}",
        )
        for n, due in waiting_phrases(state)
    ]


def _deadline_row(
    docket: models.Docket, demand: models.Demand | None, view: ObligationView
) -> DeadlineRow:
    return DeadlineRow(
        docket=docket.pk,
        number=demand.number if demand is not None else gettext("This office"),
        issuer=demand.issuer if demand is not None else "",
        kind=demand.kind if demand is not None else "",
        view=view,
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


def _day(due: date | datetime | None) -> date:
    if due is None:
        return date.max
    return due.date() if isinstance(due, datetime) else due


def _text(value: Any) -> str:
    return "" if isinstance(value, Erased) else str(value)
