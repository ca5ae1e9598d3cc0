"""The matter of a demand: what is tied to it by links, proceedings and orders, on one page.

A docket belongs to the matter when a chain of ties leads to it, in either direction. Chains lead
only over dockets that the person may know of: what is hidden ties nothing that can be seen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import connection

from tecum.docket.acts import OrderEntered, ProceedingEnded, ProceedingStepTaken
from tecum.docket.acts.courts import OrderEffect
from tecum.docket.declare import Erased
from tecum.docket.entry import Entry, EntryId
from tecum.docket.parts import Label
from tecum.docket.state.axes import MeasureStep, OrderStep
from tecum.docket.state.model import Measure, Order, Proceeding, State
from tecum.web.accounts.errors import NotFound
from tecum.web.accounts.models import Person
from tecum.web.accounts.policies import visible_demands, visible_dockets
from tecum.web.accounts.selectors import everybody
from tecum.web.docket import models
from tecum.web.docket.doubts import Doubt, next_dates_in_doubt
from tecum.web.docket.hiding import states_as_seen
from tecum.web.docket.keyset import after_row, in_order
from tecum.web.docket.standings import Standing, standings, this_moment

__all__ = [
    "MOST",
    "MatterPage",
    "MeasureRow",
    "OrderRow",
    "Party",
    "ProceedingRow",
    "TiedDemand",
    "in_matters",
    "matter_page",
]

MOST = 500
"""Dockets that one matter is followed over; a chain that goes further is not followed."""
_ORDER = ("-registered_at", "-docket")
_CHAIN = """
WITH RECURSIVE matter(id) AS (
  SELECT CAST(%s AS text)
  UNION
  SELECT CAST(CASE WHEN tie.docket_id = matter.id THEN tie.other ELSE tie.docket_id END AS text)
  FROM docket_link tie JOIN matter ON tie.docket_id = matter.id OR tie.other = matter.id
)
SELECT id FROM matter LIMIT %s
"""


@dataclass(frozen=True, slots=True)
class TiedDemand:
    """A demand of the matter: what can be said of it today, and by what it is tied."""

    demand: models.Demand
    statuses: tuple[Standing, ...]
    ties: tuple[str, ...]
    doubts: tuple[Doubt, ...] = ()

    @property
    def headline(self) -> Standing | None:
        """The first of the statuses."""
        return next(iter(self.statuses), None)


@dataclass(frozen=True, slots=True)
class ProceedingRow:
    """A proceeding before a court: how far it has come."""

    demand: models.Demand
    kind: str
    court: str
    case: str
    opened: Entry
    step: str
    next_on: date | None
    outcome: str


@dataclass(frozen=True, slots=True)
class OrderRow:
    """An order of a court: what it does, and whether it is in force."""

    demand: models.Demand
    effect: str
    court: str
    judge: str
    case: str
    entered: Entry
    items: tuple[Label, ...]
    step: str
    how: str
    due: date | datetime | None


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """What may follow the demand outside the courts; ``step`` also says what an order blocks."""

    demand: models.Demand
    kind: str
    programme: str
    step: str
    amount: int | None
    currency: str
    said: Entry


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody of the matter, as what, on which of the demands."""

    name: str
    roles: tuple[str, ...]
    demands: tuple[models.Demand, ...]


@dataclass(frozen=True, slots=True)
class MatterPage:
    """One page of the demands of a matter, and what stands on them.

    Attributes:
        size: How many dockets of the matter the person may know of.
        unregistered: Those of them that are not registered as demands.
        more: The docket of the last demand where there is a further page.
    """

    size: int
    demands: tuple[TiedDemand, ...]
    proceedings: tuple[ProceedingRow, ...]
    orders: tuple[OrderRow, ...]
    measures: tuple[MeasureRow, ...]
    staff: tuple[Party, ...]
    named: tuple[Party, ...]
    signed: tuple[Party, ...]
    unregistered: tuple[str, ...]
    more: str | None


def in_matters(person: Person, dockets: Iterable[str]) -> frozenset[str]:
    """Those of a list's dockets that are tied to another which somebody may know of."""
    asked = list(dockets)
    ties = models.Link.objects.filter(docket__in=asked) | models.Link.objects.filter(
        other__in=asked
    )
    pairs = list(ties.values_list("docket_id", "other"))
    seen = _visible(person, {docket for pair in pairs for docket in pair})
    return frozenset(one for pair in pairs if set(pair) <= seen for one in pair if one in asked)


def matter_page(person: Person, docket_id: str, *, after: str = "", limit: int = 20) -> MatterPage:
    """Demands, proceedings, orders, measures and people of the matter that a docket belongs to.

    Args:
        after: The docket of the last demand of the page before (keyset, never an offset).

    Raises:
        NotFound: no such docket, or none that this person may know of.
    """
    ties = _ties_of(person, docket_id)
    dockets = _reached(docket_id, ties)
    rows = visible_demands(person).filter(pk__in=dockets)
    every = rows
    last = rows.filter(pk=after).first() if after else None
    if last is not None:
        rows = after_row(rows, _ORDER, last)
    page = list(in_order(rows, _ORDER)[: limit + 1])
    shown = page[:limit]
    is_whole = last is None and len(page) <= limit
    registered = {row.pk for row in shown} if is_whole else set(every.values_list("pk", flat=True))
    held = standings(shown, this_moment())
    doubted = next_dates_in_doubt(shown)
    states = states_as_seen(person, [row.docket for row in shown])
    pairs = [(row, states[row.pk]) for row in shown]
    return MatterPage(
        size=len(dockets),
        demands=tuple(
            TiedDemand(
                row, held.get(row.pk, ()), _named_ties(row.pk, ties), doubted.get(row.pk, ())
            )
            for row in shown
        ),
        proceedings=tuple(_proceedings(pairs)),
        orders=tuple(_orders(pairs)),
        measures=tuple(_measures(pairs, _blocked(person, dockets, pairs))),
        staff=_staff(shown),
        named=_parties(_subjects(pairs)),
        signed=_parties(_signatories(pairs)),
        unregistered=tuple(sorted(dockets - registered)) if last is None else (),
        more=shown[-1].pk if len(page) > limit else None,
    )


# --- the chain of ties ------------------------------------------------------------------------

Tie = tuple[str, str, str]


def _chain(docket_id: str) -> list[str]:
    """Every docket that a chain of ties leads to, seen or not."""
    with connection.cursor() as cursor:
        cursor.execute(_CHAIN, [docket_id, MOST])
        return [row[0] for row in cursor.fetchall()]


def _ties_of(person: Person, docket_id: str) -> list[Tie]:
    """The ties between the dockets of the chain that somebody may know of."""
    rows = models.Link.objects.filter(docket__in=_chain(docket_id))
    found = list(rows.values_list("docket_id", "other", "by").order_by("id"))
    seen = _visible(person, {docket_id, *(docket for tie in found for docket in tie[:2])})
    if docket_id not in seen:
        raise NotFound
    return [tie for tie in found if tie[0] in seen and tie[1] in seen]


def _visible(person: Person, dockets: Iterable[str]) -> set[str]:
    rows = visible_dockets(person).filter(pk__in=list(dockets))
    return set(rows.values_list("pk", flat=True))


def _reached(docket_id: str, ties: list[Tie]) -> frozenset[str]:
    beside: dict[str, set[str]] = {}
    for one, other, _ in ties:
        beside.setdefault(one, set()).add(other)
        beside.setdefault(other, set()).add(one)
    found, edge = {docket_id}, {docket_id}
    while edge:
        edge = {near for one in edge for near in beside.get(one, ())} - found
        found |= edge
    return frozenset(found)


def _named_ties(docket_id: str, ties: list[Tie]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(by for one, other, by in ties if docket_id in (one, other)))


# --- what stands on the demands ---------------------------------------------------------------

Pairs = list[tuple[models.Demand, State]]


def _proceedings(pairs: Pairs) -> Iterator[ProceedingRow]:
    for demand, state in pairs:
        for row in state.proceedings.values():
            yield _proceeding(demand, state, row)


def _proceeding(demand: models.Demand, state: State, row: Proceeding) -> ProceedingRow:
    last = state.entries[row.steps[-1]].act if row.steps else None
    end = state.entries[row.ended_by].act if row.ended_by else None
    stepped = isinstance(last, ProceedingStepTaken)
    return ProceedingRow(
        demand=demand,
        kind=row.act.kind.value,
        court=row.act.court,
        case=_text(row.act.number),
        opened=state.entries[row.entry],
        step=last.step.value if stepped else "",
        next_on=last.next_on if stepped and end is None else None,
        outcome=end.outcome.value if isinstance(end, ProceedingEnded) else "",
    )


def _orders(pairs: Pairs) -> Iterator[OrderRow]:
    for demand, state in pairs:
        for row in state.orders.values():
            act = row.act
            yield OrderRow(
                demand=demand,
                effect=act.effect.value,
                court=act.court,
                judge=_text(act.judge),
                case=_text(act.number),
                entered=state.entries[row.entry],
                items=act.items,
                step=row.step.value,
                how=row.how or "",
                due=act.due,
            )


def _blocked(person: Person, dockets: Iterable[str], pairs: Pairs) -> frozenset[EntryId]:
    """The measures that an order of the matter blocks, on whichever of its pages it stands."""
    shown = {row.pk for row, _ in pairs}
    ordered = models.Entry.objects.filter(slug=OrderEntered.slug, docket__in=set(dockets) - shown)
    others = models.Docket.objects.filter(pk__in=ordered.values("docket"))
    beside = states_as_seen(person, others).values()
    every = (state for states in ([state for _, state in pairs], beside) for state in states)
    orders = (row for state in every for row in state.orders.values() if _blocks(row))
    return frozenset(ref for row in orders for ref in row.act.measures)


def _measures(pairs: Pairs, blocked: frozenset[EntryId]) -> Iterator[MeasureRow]:
    for demand, state in pairs:
        for ref, row in state.measures.items():
            yield MeasureRow(
                demand=demand,
                kind=row.act.kind.value,
                programme=row.act.programme or "",
                step=_step(row, is_blocked=ref in blocked),
                amount=row.act.amount,
                currency=row.act.currency or "",
                said=state.entries[row.entry],
            )


def _blocks(order: Order) -> bool:
    return order.step is OrderStep.ENTERED and order.act.effect is OrderEffect.ENJOINS


def _step(measure: Measure, *, is_blocked: bool) -> str:
    stands = measure.step is not MeasureStep.LIFTED
    return "blocked" if is_blocked and stands else measure.step.value


# --- people -----------------------------------------------------------------------------------

Held = Iterable[tuple[str, str, models.Demand]]


def _parties(held: Held) -> tuple[Party, ...]:
    """Who is named, once each, with what as and on which demands."""
    found: dict[str, tuple[dict[str, None], dict[models.Demand, None]]] = {}
    for name, role, demand in held:
        roles, demands = found.setdefault(name, ({}, {}))
        if role:
            roles[role] = None
        demands[demand] = None
    return tuple(Party(name, tuple(roles), tuple(on)) for name, (roles, on) in found.items())


def _staff(shown: list[models.Demand]) -> tuple[Party, ...]:
    by_docket: Mapping[str, models.Demand] = {row.pk: row for row in shown}
    rows = models.DocketMember.objects.filter(docket__in=list(by_docket)).order_by("id")
    names = {row.public_id: row.name for row in everybody()}
    return _parties(
        (names[row.person_id], row.need, by_docket[row.docket_id])
        for row in rows
        if row.person_id in names
    )


def _subjects(pairs: Pairs) -> Iterator[tuple[str, str, models.Demand]]:
    """Whom the demands ask about, by name; where names are hidden the demand has placeholders."""
    for demand, state in pairs:
        for row in state.demand.act.subjects if state.demand is not None else ():
            if _text(row.name):
                yield _text(row.name), "", demand


def _signatories(pairs: Pairs) -> Iterator[tuple[str, str, models.Demand]]:
    for demand, state in pairs:
        if state.demand is not None and _text(state.demand.act.signatory):
            yield _text(state.demand.act.signatory), "signed", demand
        for row in state.orders.values():
            if _text(row.act.judge):
                yield _text(row.act.judge), "judge", demand


def _text(value: Any) -> str:
    return "" if value is None or isinstance(value, Erased) else str(value)
