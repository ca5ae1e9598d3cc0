"""What can be said of a docket at a moment: several statuses at once, each with its why.

Nothing stored says "late", and no status says that anybody is right. The headline is the
first in the order of DOCKET 1.7.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import unique

from tecum.docket.acts import MatterSealed
from tecum.docket.acts.courts import OrderEffect
from tecum.docket.acts.decision import Determined
from tecum.docket.duties import ObligationView, Standing, obligations
from tecum.docket.entry import DocketKind, EntryId
from tecum.docket.state import AsOf
from tecum.docket.state.model import (
    About,
    ArrivalStep,
    Compelled,
    Decided,
    DemandStep,
    DispatchStep,
    ItemState,
    MeasureStep,
    OrderStep,
    State,
)
from tecum.docket.state.steps import day_of
from tecum.docket.vocabulary import Direction, Disposition
from tecum.words import DueForm, Side, Trigger, Word

__all__ = ["Status", "StatusCode", "Why", "headline", "statuses"]


@unique
class StatusCode(Word):
    """The statuses, in the order in which one of them becomes the headline."""

    SEALED = "sealed"
    UNDER_ORDER = "under_order"
    ORDER_STAYED = "order_stayed"
    IN_LITIGATION = "in_litigation"
    LATE = "late"
    LATE_ON_ONE_READING = "late_on_one_reading"
    ANSWER_DISPUTED = "answer_disputed"
    SERVICE_DISPUTED = "service_disputed"
    DUE_SOON = "due_soon"
    NEEDS_SERVICE_DATE = "needs_service_date"
    NEEDS_READING = "needs_reading"
    NEEDS_DECISION = "needs_decision"
    NEEDS_APPROVAL = "needs_approval"
    NEEDS_RECORDS = "needs_records"
    READY_TO_ANSWER = "ready_to_answer"
    ANSWER_OWED_ON_EVENT = "answer_owed_on_event"
    PARTLY_ANSWERED = "partly_answered"
    ANSWERED_ON_EVERY_ITEM = "answered_on_every_item"
    AWAITING_ANSWER = "awaiting_answer"
    NOT_CONFIRMED = "not_confirmed"
    EXCLUDED = "excluded"
    MEASURE_PENDING = "measure_pending"
    MEASURE_BLOCKED = "measure_blocked"
    WITHDRAWN = "withdrawn"
    SUPERSEDED = "superseded"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Why:
    """One reason: the key of a sentence, the entries it rests on, the words that fill it."""

    sentence: str
    entries: tuple[EntryId, ...]
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Status:
    """A status that holds: since when, why, and what would end it."""

    code: StatusCode
    since: date | datetime | None
    why: tuple[Why, ...]
    until: str


_UNTIL: Mapping[StatusCode, str] = {
    StatusCode.SEALED: "matter_unsealed",
    StatusCode.UNDER_ORDER: "order_stayed_or_ended",
    StatusCode.ORDER_STAYED: "stay_dissolved_or_order_ended",
    StatusCode.IN_LITIGATION: "proceeding_ended",
    StatusCode.LATE: "obligation_met_or_stopped",
    StatusCode.LATE_ON_ONE_READING: "obligation_met_or_latest_reading_passed",
    StatusCode.ANSWER_DISPUTED: "dispute_withdrawn_or_later_answer",
    StatusCode.SERVICE_DISPUTED: "dispute_withdrawn",
    StatusCode.DUE_SOON: "obligation_met_or_date_passed",
    StatusCode.NEEDS_SERVICE_DATE: "service_recorded",
    StatusCode.NEEDS_READING: "document_read_and_registered_or_filed",
    StatusCode.NEEDS_DECISION: "determination_proposed",
    StatusCode.NEEDS_APPROVAL: "proposal_approved_or_returned",
    StatusCode.NEEDS_RECORDS: "package_sealed",
    StatusCode.READY_TO_ANSWER: "answer_sent",
    StatusCode.ANSWER_OWED_ON_EVENT: "event_happened",
    StatusCode.PARTLY_ANSWERED: "every_item_answered",
    StatusCode.ANSWERED_ON_EVERY_ITEM: "demand_closed",
    StatusCode.AWAITING_ANSWER: "answer_received",
    StatusCode.NOT_CONFIRMED: "delivery_or_receipt_recorded",
    StatusCode.EXCLUDED: "recipient_included_again",
    StatusCode.MEASURE_PENDING: "measure_imposed_or_lifted",
    StatusCode.MEASURE_BLOCKED: "order_stayed_or_ended",
    StatusCode.WITHDRAWN: "demand_reopened",
    StatusCode.SUPERSEDED: "demand_reopened",
    StatusCode.CLOSED: "demand_reopened",
}


def statuses(state: State, as_of: AsOf) -> tuple[Status, ...]:
    """Every status that holds at a moment, the headline first.

    ``as_of.known_by`` is obeyed by folding to it (:func:`tecum.docket.state.fold`).
    """
    found: dict[StatusCode, tuple[Why, ...]] = {}
    for look in _LOOKS:
        for code, why in look(state, as_of):
            found[code] = (*found.get(code, ()), why)
    return tuple(
        Status(code, _since(state, found[code]), found[code], _UNTIL[code])
        for code in StatusCode
        if code in found
    )


def headline(state: State, as_of: AsOf) -> Status | None:
    """The first of the statuses that hold."""
    return next(iter(statuses(state, as_of)), None)


Found = Iterable[tuple[StatusCode, Why]]


def _since(state: State, why: tuple[Why, ...]) -> datetime | None:
    times = [state.entries[ref].recorded_at for row in why for ref in row.entries]
    return max(times) if times else None


def _is_open(state: State, direction: Direction | None = None) -> bool:
    demand = state.demand
    if demand is None or demand.step is not DemandStep.OPEN:
        return False
    return direction is None or demand.act.direction is direction


def _refs(*refs: EntryId | None) -> tuple[EntryId, ...]:
    return tuple(dict.fromkeys(ref for ref in refs if ref is not None))


def _seal(state: State, as_of: AsOf) -> Found:
    act = state.entries[state.sealed_by].act if state.sealed_by is not None else None
    if isinstance(act, MatterSealed):
        values = {"ground": act.ground.value, "until": act.until.isoformat() if act.until else ""}
        yield StatusCode.SEALED, Why("matter_sealed", _refs(state.sealed_by, act.order), values)


# --- orders, proceedings, measures ----------------------------------------------------------


def _court(state: State, as_of: AsOf) -> Found:
    for item in state.items.values():
        if item.compelled is not Compelled.NO:
            ordered = item.compelled is Compelled.ORDERED
            order = state.orders[item.compelled_by] if item.compelled_by else None
            values = {"item": item.label, "court": order.act.court if order else ""}
            code = StatusCode.UNDER_ORDER if ordered else StatusCode.ORDER_STAYED
            since = order.since if order else None
            yield code, Why("item_compelled", _refs(item.compelled_by, since), values)
    for row in state.proceedings.values():
        if row.ended_by is None:
            values = {"court": row.act.court, "kind": row.act.kind.value}
            yield StatusCode.IN_LITIGATION, Why("proceeding_open", (row.entry,), values)


def _measures(state: State, as_of: AsOf) -> Found:
    blocking = [
        order
        for order in state.orders.values()
        if order.step is OrderStep.ENTERED and order.act.effect is OrderEffect.ENJOINS
    ]
    for ref, measure in state.measures.items():
        if measure.step is MeasureStep.LIFTED:
            continue
        by = [order.entry for order in blocking if ref in order.act.measures]
        values = {"measure": measure.act.kind.value}
        refs = _refs(ref, measure.since)
        if by:
            yield StatusCode.MEASURE_BLOCKED, Why("measure_blocked", (*refs, *by), values)
        else:
            imposed = measure.step is MeasureStep.IMPOSED
            why = (
                Why("measure_imposed", refs, values)
                if imposed
                else Why("measure_threatened", refs, values)
            )
            yield StatusCode.MEASURE_PENDING, why


# --- dates ----------------------------------------------------------------------------------


def _dates(state: State, as_of: AsOf) -> Found:
    today = day_of(state, as_of.happened_by)
    margin = today + timedelta(days=state.rules.margin_days)
    for row in obligations(state, as_of):
        values = _date_values(row)
        entries = _refs(row.since, row.trigger)
        if row.standing is Standing.MISSED:
            yield StatusCode.LATE, Why("latest_reading_passed", entries, values)
        elif row.standing is Standing.LATE_ON_ONE_READING:
            yield StatusCode.LATE_ON_ONE_READING, Why("safe_date_passed", entries, values)
        elif _is_near(state, row, margin):
            yield StatusCode.DUE_SOON, Why("safe_date_near", entries, values)
    if state.demand is not None and _is_open(state) and _waits_for_service(state):
        why = Why("clock_waits_for_service", (state.demand.entry,), {"act": "service-recorded"})
        yield StatusCode.NEEDS_SERVICE_DATE, why


def _is_near(state: State, row: ObligationView, margin: date) -> bool:
    if row.standing is not Standing.FIXED or row.safe is None:
        return False
    return day_of(state, row.safe) <= margin


def _date_values(row: ObligationView) -> dict[str, str]:
    values = {
        "obligation": row.id,
        "owed_by": row.owed_by.value,
        "safe": row.safe.isoformat() if row.safe else "",
        "latest": row.latest.isoformat() if row.latest else "",
        "cites": "; ".join(reading.cite for reading in row.readings),
    }
    if row.days_over is not None:
        values["days_over"] = str(row.days_over)
    return values


def _waits_for_service(state: State) -> bool:
    demand = state.demand
    if demand is None or any(account.day is not None for account in state.services):
        return False
    from_service = any(
        due.form is DueForm.PERIOD and due.trigger is Trigger.SERVICE for due in demand.act.due
    )
    dated = any(row.safe is not None for row in state.obligations.values())
    return from_service and not dated


# --- quarrels -------------------------------------------------------------------------------


def _quarrels(state: State, as_of: AsOf) -> Found:
    for row in state.standing_disputes:
        answer = row.about is About.ANSWER
        code = StatusCode.ANSWER_DISPUTED if answer else StatusCode.SERVICE_DISPUTED
        values = {
            "side": row.side.value,
            "codes": ", ".join(row.codes),
            "items": ", ".join(row.items),
            "strength": "self-asserted",
        }
        yield code, Why("disputed_by_a_side", (row.entry,), values)


# --- work left ------------------------------------------------------------------------------


def _work(state: State, as_of: AsOf) -> Found:
    for arrival in state.arrivals.values():
        if arrival.step in (ArrivalStep.RECEIVED, ArrivalStep.READ, ArrivalStep.QUARANTINED):
            values = {"step": arrival.step.value}
            refs = _refs(arrival.entry, *arrival.readings[-1:])
            yield StatusCode.NEEDS_READING, Why("arrival_in_work", refs, values)
    if state.demand is None or not _is_open(state, Direction.INWARD):
        return
    ready = []
    for item in state.live_items:
        if item.is_settled and not (item.stale and item.compelled is Compelled.ORDERED):
            continue
        code = _work_on(state, item)
        refs = _refs(state.demand.entry, item.proposal, item.determination)
        if code is StatusCode.READY_TO_ANSWER:
            ready.append((code, Why("item_determined", refs, {"item": item.label})))
        elif code is not None:
            values = {"item": item.label, "stale": "yes" if item.stale else "no"}
            yield code, Why("item_left", refs, values)
    undone = [item for item in state.live_items if not item.is_settled]
    waiting = [item for item in undone if _work_on(state, item) is None]
    if ready and len(ready) + len(waiting) == len(undone):
        yield from ready


def _work_on(state: State, item: ItemState) -> StatusCode | None:
    """What is to be done on one item next; None where an event is awaited."""
    if item.decided is Decided.PROPOSED:
        return StatusCode.NEEDS_APPROVAL
    if item.decided is Decided.NONE or item.stale or item.determination is None:
        return StatusCode.NEEDS_DECISION
    if item.answer is Disposition.OWED_ON_EVENT and item.event_happened is None:
        return None
    outcome = state.determinations[item.determination].outcome
    if outcome in (Determined.PRODUCE, Determined.PRODUCE_IN_PART) and not item.sealed_in:
        return StatusCode.NEEDS_RECORDS
    return StatusCode.READY_TO_ANSWER


# --- answers --------------------------------------------------------------------------------


def _answers(state: State, as_of: AsOf) -> Found:
    demand = state.demand
    if demand is None or demand.step in (DemandStep.DRAFT, DemandStep.ENDED):
        return
    items = state.live_items
    last = {item.label: item.answers[-1][0] for item in items if item.answers}
    for item in items:
        owed = item.answer is Disposition.OWED_ON_EVENT
        if owed and item.event_happened is None:
            why = Why("item_awaits_event", (last[item.label],), {"item": item.label})
            yield StatusCode.ANSWER_OWED_ON_EVENT, why
    settled = [item for item in items if item.is_settled]
    counts = Counter(item.answer.value for item in items if item.answer is not None)
    values = {name: str(n) for name, n in sorted(counts.items())}
    refs = _refs(*last.values())
    if items and len(settled) == len(items):
        yield StatusCode.ANSWERED_ON_EVERY_ITEM, Why("answered_counts", refs, values)
    elif settled:
        open_ = {"open": str(len(items) - len(settled))}
        yield StatusCode.PARTLY_ANSWERED, Why("answered_counts", refs, {**values, **open_})
    outward = demand.act.direction is Direction.OUTWARD and demand.step is DemandStep.OPEN
    if outward and any(item.answer is None for item in items):
        none = ", ".join(item.label for item in items if item.answer is None)
        yield (
            StatusCode.AWAITING_ANSWER,
            Why("no_answer_on_items", (demand.since,), {"items": none}),
        )


def _confirmation(state: State, as_of: AsOf) -> Found:
    limit = state.rules.confirm_days
    if limit is None:
        return
    for row in state.dispatches.values():
        sent = state.entries[row.entry]
        waited = as_of.happened_by - sent.recorded_at > timedelta(days=limit)
        unknown = row.step in (DispatchStep.SENT, DispatchStep.RELAYED)
        if row.about is not About.OTHER and row.side is Side.OURS and unknown and waited:
            values = {"last_step": row.step.value, "days": str(limit)}
            yield StatusCode.NOT_CONFIRMED, Why("no_delivery_known", (row.entry,), values)


# --- ended ----------------------------------------------------------------------------------


def _ended(state: State, as_of: AsOf) -> Found:
    demand = state.demand
    if demand is not None and demand.step is DemandStep.ENDED:
        if demand.how == "superseded":
            yield StatusCode.SUPERSEDED, Why("demand_superseded", (demand.since,))
        else:
            yield StatusCode.WITHDRAWN, Why("demand_withdrawn", (demand.since,))
    if demand is not None and demand.step is DemandStep.CLOSED:
        values = {"ground": demand.how or ""}
        yield StatusCode.CLOSED, Why("demand_closed", (demand.since,), values)
    if state.kind is DocketKind.CAMPAIGN:
        for row in state.recipients.values():
            if row.excluded_by is not None and row.reason is not None:
                values = {"recipient": row.id, "reason": row.reason.value}
                yield StatusCode.EXCLUDED, Why("recipient_excluded", (row.excluded_by,), values)


_LOOKS: tuple[Callable[[State, AsOf], Found], ...] = (
    _seal,
    _court,
    _dates,
    _quarrels,
    _work,
    _answers,
    _confirmation,
    _measures,
    _ended,
)
