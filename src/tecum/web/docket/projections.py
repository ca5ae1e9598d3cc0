"""From a docket's state to the rows that lists and pages read. Rows of one docket at a time.

Everything here follows from the state alone, so that rebuilding from the entries gives the
same rows: nothing is asked of the clock, nothing is kept from before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from typing import Any

from django.db import models

from tecum.docket.acts import DocumentReceived, MatterUnsealed
from tecum.docket.acts.registration import Need, Relation
from tecum.docket.codec import to_json
from tecum.docket.phrases import waiting_phrases
from tecum.docket.state.model import (
    ArrivalStep,
    ObligationStep,
    State,
)
from tecum.docket.state.quashing import clocks_left_running
from tecum.docket.state.rows import TAKEN_BACK
from tecum.docket.state.sealing import members
from tecum.web.docket import boarded
from tecum.web.docket.models import (
    Arrival,
    BoardCells,
    Campaign,
    Demand,
    Determination,
    Dispatch,
    Docket,
    DocketMember,
    FindingRow,
    Item,
    Link,
    Obligation,
    Recipient,
    StatusHeld,
)
from tecum.web.docket.standings import lasting
from tecum.web.search.services import INDEX, index

__all__ = ["PROJECTIONS", "project", "rows_of", "wall"]

PROJECTIONS: tuple[type[models.Model], ...] = (
    Arrival,
    Demand,
    Item,
    Obligation,
    FindingRow,
    Determination,
    Dispatch,
    DocketMember,
    StatusHeld,
    Link,
    Campaign,
    Recipient,
    BoardCells,
    *INDEX,
)
"""The tables that can be emptied and rebuilt."""


def project(docket: Docket, state: State, before: State | None = None) -> None:
    """Bring a docket's rows to what its state says; inside the act's transaction.

    Args:
        before: The state whose rows stand now; a table whose rows do not differ is not touched.
            None compares with what stands in the tables.
    """
    for model, key, rows in _TABLES:
        wanted = rows(docket, state)
        if before is None or _values(wanted) != _values(rows(docket, before)):
            _keyed(docket, model, wanted, key)
    index(docket, state, before)
    wall(docket, state, before)


def rows_of(docket: Docket, state: State) -> dict[type[models.Model], Sequence[models.Model]]:
    """The rows that a docket's state gives, by table, but for those of the index."""
    return {model: rows(docket, state) for model, _, rows in _TABLES}


def wall(docket: Docket, state: State, before: State | None = None, *, write: bool = True) -> bool:
    """Wall a sealed matter while it is sealed; a wall that no act made stays as it is.

    Returns:
        Whether the wall had to be moved.
    """
    sealed = state.sealed_by is not None
    if before is not None:
        moved = sealed is not (before.sealed_by is not None)
    else:
        moved = sealed or any(isinstance(row.act, MatterUnsealed) for row in state.entries.values())
    if not moved or docket.walled is sealed:
        return False
    docket.walled = sealed
    if write:
        docket.save(update_fields=["walled"])
    return True


def _values(rows: Sequence[models.Model]) -> list[list[Any]]:
    return [[getattr(row, f.attname) for f in row._meta.concrete_fields] for row in rows]


def _keyed(
    docket: Docket,
    model: type[models.Model],
    wanted: Iterable[models.Model],
    key: tuple[str, ...],
) -> None:
    """Insert, update and delete until the docket's rows of a table are the wanted ones."""
    names = [f.attname for f in model._meta.concrete_fields if f.attname != "id"]
    there = {
        tuple(getattr(row, name) for name in key): row
        for row in model._default_manager.filter(docket=docket)
    }
    new, changed = [], []
    for row in wanted:
        old = there.pop(tuple(getattr(row, name) for name in key), None)
        if old is None:
            new.append(row)
        elif any(getattr(old, name) != getattr(row, name) for name in names):
            row.pk = old.pk
            changed.append(row)
    if there:
        gone = [row.pk for row in there.values()]
        model._default_manager.filter(docket=docket, pk__in=gone).delete()
    if new:
        model._default_manager.bulk_create(new)
    for row in changed:
        row.save(force_update=True)


def _arrivals(docket: Docket, state: State) -> list[Arrival]:
    rows = []
    for arrival in state.arrivals.values():
        entry = state.entries[arrival.entry]
        act = entry.act
        if not isinstance(act, DocumentReceived):
            continue
        reading = state.readings[arrival.readings[-1]] if arrival.readings else None
        read = state.entries[reading.entry].act if reading is not None else None
        touched = len(reading.confirm) - len(reading.unconfirmed) if reading is not None else 0
        rows.append(
            Arrival(
                entry=arrival.entry,
                docket=docket,
                state=arrival.step.value,
                received_at=entry.recorded_at,
                channel=act.channel.value,
                media_type=act.media_type,
                bytes=act.bytes,
                reason=_word(arrival.reason),
                outcome=_word(arrival.outcome),
                conduct=_word(getattr(read, "conduct", None)),
                kind=_word(getattr(read, "kind", None)),
                documents=arrival.documents_found,
                to_confirm=len(reading.unconfirmed) if reading is not None else 0,
                checked=touched,
                waits=arrival.step in (ArrivalStep.RECEIVED, ArrivalStep.READ),
            )
        )
    return rows


def _demand(docket: Docket, state: State) -> list[Demand]:
    if state.demand is None:
        return []
    act = state.demand.act
    return [
        Demand(
            docket=docket,
            number=act.number,
            direction=act.direction.value,
            state=state.demand.step.value,
            how=state.demand.how or "",
            kind=act.kind.value,
            form=act.form or "",
            issuer=act.issuer,
            issuer_class=_word(act.issuer_class),
            recipient=act.recipient,
            judicial=act.judicial,
            urgency=act.urgency.value,
            registered_at=state.entries[state.demand.entry].recorded_at,
            waiting=len(waiting_phrases(state)),
            awaits=[[n, due.trigger.value] for n, due in waiting_phrases(state)],
            next_on=_next_on(state),
        )
    ]


def _next_on(state: State) -> date | None:
    """The earliest safe date that runs, whether or not it is over."""
    running = [
        row
        for row in state.obligations.values()
        if row.step is ObligationStep.FIXED and not row.disputed
    ]
    days = [_moment(state, row.safe)[0] for row in running]
    return min((day for day in days if day is not None), default=None)


def _statuses(docket: Docket, state: State) -> list[StatusHeld]:
    if state.demand is None:
        return []
    return [StatusHeld(docket=docket, code=code) for code in lasting(state)]


def _links(docket: Docket, state: State) -> list[Link]:
    """What acts on this docket tie to it; a text sent to others too is no tie."""
    pairs: dict[tuple[str, str], None] = {}
    for ref in state.links:
        act: Any = state.entries[ref].act
        if act.relation is not Relation.SAME_TEXT_AS:
            pairs[act.other, act.relation.value] = None
    for proceeding in state.proceedings.values():
        pairs |= dict.fromkeys((other, "proceeding") for other in proceeding.act.demands)
    for order in state.orders.values():
        if order.how != TAKEN_BACK:
            pairs |= dict.fromkeys((other, "order") for other in order.act.demands)
    return [Link(docket=docket, other=other, by=by) for other, by in pairs if other != docket.pk]


def _items(docket: Docket, state: State) -> list[Item]:
    return [
        Item(
            docket=docket,
            position=position,
            label=item.label,
            category=item.asked_for.category.value,
            subject=item.asked_for.subject or "",
            period_from=item.asked_for.period_from,
            period_to=item.asked_for.period_to,
            asked=item.asked.value,
            decided=item.decided.value,
            stale=item.stale,
            answer=_word(item.answer),
            compelled=item.compelled.value,
        )
        for position, item in enumerate(state.items.values())
    ]


def _obligations(docket: Docket, state: State) -> list[Obligation]:
    rows = []
    quashed = {row.obligation: row.order for row in clocks_left_running(state)}
    for owed in state.obligations.values():
        safe_on, safe_at = _moment(state, owed.safe)
        latest_on, latest_at = _moment(state, owed.latest)
        rows.append(
            Obligation(
                docket=docket,
                name=owed.id,
                object=owed.object.value,
                owner=owed.owed_by.value,
                state=owed.step.value,
                origin=owed.origin.value,
                rule=owed.rule or "",
                safe_on=safe_on,
                safe_at=safe_at,
                latest_on=latest_on,
                latest_at=latest_at,
                disputed=owed.disputed,
                awaits=owed.awaits or "",
                items=list(owed.undischarged) if owed.step.is_open else list(owed.items),
                readings=[to_json(reading) for reading in owed.readings],
                quashed_by=quashed.get(owed.id, ""),
                since=owed.since,
                revision=owed.revision,
                changed_at=state.entries[owed.changed_by or owed.since].recorded_at,
            )
        )
    return rows


def _findings(docket: Docket, state: State) -> list[FindingRow]:
    taken = state.findings
    if taken is None:
        return []
    return [
        FindingRow(
            docket=docket,
            entry=taken.entry,
            current=taken.current,
            item=label or "",
            action=action,
            outcome=outcome.value,
        )
        for (label, action), outcome in taken.outcomes.items()
    ]


def _determinations(docket: Docket, state: State) -> list[Determination]:
    proposed = [
        Determination(
            entry=row.entry,
            docket=docket,
            items=list(row.items),
            actions=list(row.actions),
            outcome=row.outcome.value,
            state="proposed",
            awaits=row.awaits or "",
            person_id=row.by or "",
            findings=row.findings or "",
        )
        for row in state.proposals.values()
        if row.open
    ]
    approved = [
        Determination(
            entry=row.entry,
            docket=docket,
            items=list(row.items),
            outcome=row.outcome.value,
            state="approved",
            awaits=row.awaits or "",
            person_id=row.approved_by or "",
            one_person=row.one_person,
            replaces=row.replaces or "",
        )
        for row in state.determinations.values()
    ]
    return proposed + approved


def _dispatches(docket: Docket, state: State) -> list[Dispatch]:
    return [
        Dispatch(
            entry=row.entry,
            docket=docket,
            about=row.about.value,
            side=row.side.value,
            step=row.step.value,
            claims=[[code, entry, side.value] for code, entry, side in row.claims],
            failed=row.failed or "",
        )
        for row in state.dispatches.values()
    ]


def _members(docket: Docket, state: State) -> list[DocketMember]:
    pairs: dict[tuple[str, str], None] = {}
    for ref in state.assigned:
        act: Any = state.entries[ref].act
        pairs[act.assignee, act.need.value] = None
    for task in state.tasks.values():
        pairs[task.custodian, Need.GATHER.value] = None
    sealed_to = members(state)
    if sealed_to is not None:
        pairs = {pair: None for pair in pairs if pair[0] in sealed_to}
        pairs |= dict.fromkeys((person, "") for person in sorted(sealed_to))
    return [DocketMember(docket=docket, person_id=person, need=need) for person, need in pairs]


def _moment(state: State, due: date | datetime | None) -> tuple[date | None, datetime | None]:
    if isinstance(due, datetime):
        return due.astimezone(state.rules.tz).date(), due
    return due, None


def _word(value: Any) -> str:
    return "" if value is None else str(value.value)


Rows = Callable[[Docket, State], Sequence[models.Model]]

_TABLES: tuple[tuple[type[models.Model], tuple[str, ...], Rows], ...] = (
    (Arrival, ("entry",), _arrivals),
    (Demand, ("docket_id",), _demand),
    (Item, ("label",), _items),
    (Obligation, ("name",), _obligations),
    (FindingRow, ("item", "action"), _findings),
    (Determination, ("entry",), _determinations),
    (Dispatch, ("entry",), _dispatches),
    (DocketMember, ("person_id", "need"), _members),
    (StatusHeld, ("code",), _statuses),
    (Link, ("other", "by"), _links),
    (Campaign, ("docket_id",), boarded.campaigns),
    (Recipient, ("recipient",), boarded.recipients),
    (BoardCells, ("docket_id",), boarded.board_cells),
)
