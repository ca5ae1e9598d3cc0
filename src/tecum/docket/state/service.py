"""Transitions of service and delivery: accounts, steps of a dispatch, quarrels."""

from __future__ import annotations

from tecum.docket.acts import (
    AnswerReceived,
    AnswerSent,
    DeliveryRecorded,
    DemandSent,
    LetterSent,
    NonReceiptStated,
    PackageSealed,
    ReceiptAcknowledged,
    ReceiptDisputed,
    ServiceDisputed,
    ServiceRecorded,
)
from tecum.docket.acts.service import DeliveryEvent, LetterPurpose
from tecum.docket.entry import Entry, EntryId
from tecum.docket.errors import NotDraft
from tecum.docket.state.arriving import arrived_after_all
from tecum.docket.state.model import (
    About,
    DemandStep,
    Dispatch,
    DispatchStep,
    Dispute,
    ServiceAccount,
    State,
    replace,
)
from tecum.docket.state.obligations import discharge, mark_disputed, reopen
from tecum.docket.state.steps import (
    happened_between,
    has_entry,
    need_two,
    on_open_demand,
    put,
    step,
    warn,
)
from tecum.docket.vocabulary import Direction, ObligationObject, TwoPersons
from tecum.worded import worded as _

__all__ = ["dispatched"]

_STEP_OF = {
    DeliveryEvent.RELAYED: DispatchStep.RELAYED,
    DeliveryEvent.DELIVERED: DispatchStep.DELIVERED,
    DeliveryEvent.OPENED: DispatchStep.OPENED,
}
_RANK = {reached: rank for rank, reached in enumerate(DispatchStep)}


@step(ServiceRecorded)
def service_recorded(state: State, entry: Entry, act: ServiceRecorded) -> State:
    """One more account of a service; accounts of different days stand side by side.

    The service of an answer, an objection or a letter is none of the demand.
    """
    state = has_entry(state, entry, act.of)
    if not _is_of_demand(state, act.of):
        return state
    first, last = happened_between(state, entry)
    day = first if first == last else None
    account = ServiceAccount(entry=entry.id, side=entry.side, day=day)
    days = {row.day for row in state.services if row.day is not None}
    if account.day is not None and days and account.day not in days:
        state = warn(state, "service-accounts-differ", entry)
    return mark_disputed(replace(state, services=(*state.services, account)))


@step(ServiceDisputed)
def service_disputed(state: State, entry: Entry, act: ServiceDisputed) -> State:
    """A quarrel about the service stands; clocks that run from it become what-ifs."""
    dispute = Dispute(entry=entry.id, about=About.DEMAND, side=entry.side, codes=act.codes)
    return mark_disputed(replace(state, disputes=put(state.disputes, entry.id, dispute)))


@step(LetterSent)
def letter_sent(state: State, entry: Entry, act: LetterSent) -> State:
    """A letter is on its way."""
    if act.purpose is LetterPurpose.ACKNOWLEDGEMENT:
        owed = (ObligationObject.ACKNOWLEDGMENT,)
        state = discharge(state, entry, owed, None, entry.side)
    return dispatched(state, entry, About.OTHER)


@step(DemandSent)
def demand_sent(state: State, entry: Entry, act: DemandSent) -> State:
    """A draft that goes out is open."""
    demand = on_open_demand(state)
    if demand.step is not DemandStep.DRAFT or demand.act.direction is not Direction.OUTWARD:
        raise NotDraft(
            _("Only a draft that goes out can be sent."),
            why=_("The demand came in, or was sent already."),
            do=_("Use a reminder, or register a new demand."),
        )
    need_two(state, entry, TwoPersons.SENDING, demand.drafted_by)
    opened = replace(demand, step=DemandStep.OPEN, since=entry.id)
    return dispatched(replace(state, demand=opened), entry, About.DEMAND)


@step(DeliveryRecorded)
def delivery_recorded(state: State, entry: Entry, act: DeliveryRecorded) -> State:
    """A dispatch came further, or failed; a failure reopens what it had discharged."""
    dispatch = state.dispatches.get(act.of)
    if dispatch is None:
        return warn(state, "delivery-of-unknown-dispatch", entry)
    claims = (*dispatch.claims, (act.event.value, entry.id, entry.side))
    if act.event.is_failure:
        failed = replace(dispatch, claims=claims, failed=entry.id)
        return reopen(_set(state, failed), act.of)
    reached = _STEP_OF[act.event]
    further = reached if _RANK[reached] > _RANK[dispatch.step] else dispatch.step
    arrived = reached is not DispatchStep.RELAYED
    still = None if arrived else dispatch.failed
    after = _set(state, replace(dispatch, claims=claims, step=further, failed=still))
    if arrived and dispatch.failed is not None:
        return arrived_after_all(after, state.entries[act.of], entry)
    return after


@step(ReceiptAcknowledged)
def receipt_acknowledged(state: State, entry: Entry, act: ReceiptAcknowledged) -> State:
    """A side admits receipt; the strongest step of a dispatch."""
    state = discharge(state, entry, (ObligationObject.ACKNOWLEDGMENT,), None, entry.side)
    dispatch = state.dispatches.get(act.of) if act.of is not None else None
    if dispatch is not None:
        claims = (*dispatch.claims, (DispatchStep.ACKNOWLEDGED.value, entry.id, entry.side))
        reached = replace(dispatch, claims=claims, step=DispatchStep.ACKNOWLEDGED, failed=None)
        state = _set(state, reached)
    else:
        state = has_entry(state, entry, act.of)
    if not _is_of_demand(state, act.of):
        return state
    account = ServiceAccount(entry=entry.id, side=entry.side, day=act.served_on)
    return mark_disputed(replace(state, services=(*state.services, account)))


@step(ReceiptDisputed)
def receipt_disputed(state: State, entry: Entry, act: ReceiptDisputed) -> State:
    """A quarrel about what was received stands."""
    state = has_entry(state, entry, act.of)
    dispute = Dispute(
        entry=entry.id,
        about=_about(state, act.of),
        side=entry.side,
        codes=act.codes,
        items=act.items,
    )
    return mark_disputed(replace(state, disputes=put(state.disputes, entry.id, dispute)))


@step(NonReceiptStated)
def non_receipt_stated(state: State, entry: Entry, act: NonReceiptStated) -> State:
    """A side looked and has nothing by this time."""
    return replace(state, searches=(*state.searches, entry.id))


def dispatched(state: State, entry: Entry, about: About) -> State:
    """The delivery strip of what an entry sent opens."""
    dispatch = Dispatch(entry=entry.id, about=about, side=entry.side, step=DispatchStep.SENT)
    return _set(state, dispatch)


def _set(state: State, dispatch: Dispatch) -> State:
    return replace(state, dispatches=put(state.dispatches, dispatch.entry, dispatch))


def _is_of_demand(state: State, of: EntryId | None) -> bool:
    """Whether a service or receipt is of the demand, not of an answer to it or of a letter."""
    if of is None:
        return True
    dispatch = state.dispatches.get(of)
    if dispatch is not None:
        return dispatch.about is About.DEMAND
    about = state.entries.get(of)
    return about is None or not isinstance(about.act, AnswerReceived | PackageSealed)


def _about(state: State, of: EntryId | None) -> About:
    disputed = state.entries.get(of) if of is not None else None
    if disputed is not None:
        answers = isinstance(disputed.act, AnswerSent | AnswerReceived)
        return About.ANSWER if answers else About.DEMAND
    answered = any(item.answers for item in state.items.values())
    return About.ANSWER if answered else About.DEMAND
