"""What starts, fixes, discharges, reopens and stops an obligation (DOCKET 1.8)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, datetime
from typing import Any

from tecum.docket.acts import (
    ClockResumed,
    ClockStarted,
    ClockStopped,
    ClockTolled,
    DeadlineRecomputed,
    DeliveryRecorded,
    DocumentReceived,
    DueDateSet,
    DutyDischarged,
    DutyOpened,
    LetterSent,
    ReceiptAcknowledged,
    ReportFiled,
    ServiceRecorded,
    WorkingDateChosen,
)
from tecum.docket.acts.clocks import StopCause
from tecum.docket.entry import Entry, EntryId
from tecum.docket.errors import DisputedTrigger, NoTriggerDate
from tecum.docket.parts import Label, ObligationId
from tecum.docket.state.model import (
    About,
    Asked,
    Obligation,
    ObligationOrigin,
    ObligationStep,
    State,
    replace,
)
from tecum.docket.state.steps import (
    day_of,
    happened_day,
    known,
    moved,
    need_reason,
    put,
    step,
    warn,
)
from tecum.docket.vocabulary import ObligationObject
from tecum.words import Role, Side

__all__ = [
    "discharge",
    "discharge_duties",
    "mark_disputed",
    "reopen",
    "revised",
    "set_obligation",
    "stop_open",
]

_BY_SERVICE = (ServiceRecorded, DocumentReceived, ReceiptAcknowledged)


# --- started and changed --------------------------------------------------------------------


@step(ClockStarted)
def clock_started(state: State, entry: Entry, act: ClockStarted) -> State:
    """A clock runs from its trigger; on a disputed event it counts as a what-if."""
    trigger = known(state.entries, act.trigger, "trigger")
    if not trigger.happened.is_known:
        raise NoTriggerDate(
            "The event that starts this clock has no date.",
            why="A missing date is not today.",
            do="Record when it happened, or leave the clock waiting.",
        )
    disputed = isinstance(trigger.act, _BY_SERVICE) and _is_service_disputed(state)
    if disputed and entry.actor.role is Role.SYSTEM:
        raise DisputedTrigger(
            "The event that starts this clock is disputed.",
            why="No clock starts by itself on a disputed date.",
            do="Let a clerk or counsel start it; it is then shown as a what-if.",
        )
    earlier = state.obligations.get(act.obligation)
    if earlier is not None and earlier.step not in (ObligationStep.ARMED, ObligationStep.WAITING):
        raise moved("This clock already runs.")
    made = Obligation(
        id=act.obligation,
        object=act.object,
        origin=earlier.origin if earlier else ObligationOrigin.CLOCK,
        owed_by=act.owed_by,
        step=ObligationStep.FIXED,
        since=entry.id,
        rule=act.clock,
        pack=act.pack,
        trigger=act.trigger,
        items=_items(state, act.items) if earlier is None else earlier.items,
        readings=act.readings,
        safe=act.safe,
        latest=act.latest,
        disputed=disputed,
        awaits=earlier.awaits if earlier else None,
        done_by=earlier.done_by if earlier else None,
        first_date=act.safe,
    )
    return set_obligation(state, made)


@step(DeadlineRecomputed)
def deadline_recomputed(state: State, entry: Entry, act: DeadlineRecomputed) -> State:
    """An open obligation has a new date; met ones keep what they were counted with."""
    obligation = _open(state, act.obligation)
    if act.before != obligation.safe:
        raise moved("The date that was to be replaced is no longer the one that stands.")
    return set_obligation(
        state,
        replace(
            obligation,
            readings=act.readings,
            safe=act.safe,
            latest=act.latest,
            rule=act.clock,
            pack=act.pack,
            since=entry.id,
            step=ObligationStep.FIXED
            if obligation.step is ObligationStep.WAITING
            else obligation.step,
        ),
    )


@step(ClockTolled)
def clock_tolled(state: State, entry: Entry, act: ClockTolled) -> State:
    """A running clock stands still."""
    obligation = known(state.obligations, act.obligation, "obligation")
    if obligation.step is not ObligationStep.FIXED:
        raise moved("Only a running clock can be tolled.")
    tolled = replace(obligation, step=ObligationStep.TOLLED, since=entry.id)
    return set_obligation(state, tolled)


@step(ClockResumed)
def clock_resumed(state: State, entry: Entry, act: ClockResumed) -> State:
    """A clock that stood still runs again."""
    obligation = known(state.obligations, act.obligation, "obligation")
    if obligation.step is not ObligationStep.TOLLED:
        raise moved("Only a tolled clock can be resumed.")
    safe = act.safe if act.safe is not None else obligation.safe
    resumed = replace(
        obligation,
        step=ObligationStep.FIXED,
        since=entry.id,
        safe=safe,
        latest=act.latest or (act.safe if act.safe is not None else obligation.latest),
    )
    return set_obligation(state, resumed)


@step(ClockStopped)
def clock_stopped(state: State, entry: Entry, act: ClockStopped) -> State:
    """An obligation ends: met, or for a cause that is named."""
    obligation = _open(state, act.obligation)
    if act.cause is StopCause.DISCHARGED:
        return _meet(state, obligation, entry, act.by or entry.id)
    stopped = replace(
        obligation, step=ObligationStep.STOPPED, since=entry.id, ended_by=act.by or entry.id
    )
    return set_obligation(state, stopped)


@step(DueDateSet)
def due_date_set(state: State, entry: Entry, act: DueDateSet) -> State:
    """A date that no rule counted; the first date stays visible."""
    earlier = state.obligations.get(act.obligation)
    if earlier is not None and not earlier.step.is_open:
        raise moved("The obligation has ended.")
    made = Obligation(
        id=act.obligation,
        object=act.object,
        origin=ObligationOrigin.SET_BY_HAND,
        owed_by=act.owed_by,
        step=ObligationStep.FIXED,
        since=entry.id,
        items=earlier.items if earlier else _items(state, act.items),
        safe=act.due,
        latest=act.due,
        done_by=earlier.done_by if earlier else None,
        discharged=earlier.discharged if earlier else {},
        first_date=earlier.first_date if earlier else act.due,
    )
    return set_obligation(state, made)


@step(WorkingDateChosen)
def working_date_chosen(state: State, entry: Entry, act: WorkingDateChosen) -> State:
    """Work is planned by one account; the dispute stays shown."""
    account = known(state.entries, act.account, "account")
    if not account.happened.is_known:
        raise NoTriggerDate("The account that was chosen has no date.")
    need_reason(act.reason, "Choosing one account of a disputed date")
    return replace(state, working=put(state.working, act.event.value, entry.id))


@step(DutyOpened)
def duty_opened(state: State, entry: Entry, act: DutyOpened) -> State:
    """A duty arose; without a date in the law it stands without a date."""
    if act.obligation in state.obligations:
        raise moved("This duty already stands.")
    if act.trigger is not None:
        known(state.entries, act.trigger, "trigger")
    made = Obligation(
        id=act.obligation,
        object=act.object,
        origin=ObligationOrigin.DUTY,
        owed_by=act.owed_by,
        step=ObligationStep.WAITING if act.safe is None else ObligationStep.FIXED,
        since=entry.id,
        rule=act.duty,
        pack=act.pack,
        trigger=act.trigger,
        items=act.items,
        readings=act.readings,
        safe=act.safe,
        latest=act.latest or act.safe,
        done_by=act.done_by,
        first_date=act.safe,
    )
    return set_obligation(state, made)


@step(ReportFiled)
def report_filed(state: State, entry: Entry, act: ReportFiled) -> State:
    """The report went out; of all that wait for a report, the obligation it names is met."""
    obligation = _open(state, act.obligation)
    if obligation.done_by not in _names_of(act):
        raise moved("This obligation does not end by filing a report.")
    if not act.nil:
        need_reason(act.document, "A report with content")
    return _meet(state, obligation, entry, entry.id)


@step(DutyDischarged)
def duty_discharged(state: State, entry: Entry, act: DutyDischarged) -> State:
    """What a duty asks for was done."""
    obligation = state.obligations.get(act.obligation)
    if obligation is None or not obligation.step.is_open:
        return warn(state, "discharged-without-obligation", entry)
    return _meet(state, obligation, entry, entry.id)


# --- what other acts do to obligations ------------------------------------------------------


def revised(before: State, after: State, entry: Entry) -> State:
    """The state with every obligation that an entry made or changed counted as changed by it."""
    state = after
    for name, obligation in after.obligations.items():
        old = before.obligations.get(name)
        if obligation is not old:
            number = old.revision + 1 if old is not None else 0
            new = replace(obligation, revision=number, changed_by=entry.id)
            state = set_obligation(state, new)
    return state


def set_obligation(state: State, obligation: Obligation) -> State:
    """The state with this obligation in it."""
    return replace(state, obligations=put(state.obligations, obligation.id, obligation))


def discharge(
    state: State,
    entry: Entry,
    objects: Collection[ObligationObject],
    labels: Iterable[Label] | None,
    side: Side,
) -> State:
    """Discharge what a side owes, for the items covered; None covers the demand as a whole."""
    covered = None if labels is None else frozenset(labels)
    for obligation in state.obligations.values():
        if not obligation.step.is_open or obligation.owed_by is not side:
            continue
        if obligation.object not in objects or obligation.origin is ObligationOrigin.DUTY:
            continue
        state = set_obligation(state, _cover(state, obligation, entry, covered))
    return state


def discharge_duties(state: State, entry: Entry) -> State:
    """Close the duties of our side whose ``done by`` names the act of this entry.

    A report names the one obligation that it meets, and closes no other.
    """
    if isinstance(entry.act, ReportFiled):
        return state
    names = _names_of(entry.act)
    for obligation in state.obligations.values():
        is_open = obligation.step.is_open and obligation.owed_by is entry.side
        if is_open and obligation.done_by in names and obligation.since != entry.id:
            state = _meet(state, obligation, entry, entry.id)
    return state


def reopen(state: State, by: EntryId) -> State:
    """Reopen what a dispatch or act had discharged, since it failed or was taken back."""
    for obligation in state.obligations.values():
        left = {label: ref for label, ref in obligation.discharged.items() if ref != by}
        if len(left) == len(obligation.discharged):
            continue
        was_met = obligation.step in (ObligationStep.MET, ObligationStep.MET_LATE)
        again = ObligationStep.WAITING if obligation.safe is None else ObligationStep.FIXED
        state = set_obligation(
            state,
            replace(
                obligation,
                discharged=left,
                step=again if was_met else obligation.step,
                ended_by=None if was_met else obligation.ended_by,
            ),
        )
    return state


def stop_open(state: State, entry: Entry) -> State:
    """Stop every obligation in course, since the demand has ended."""
    for obligation in state.obligations.values():
        if obligation.step.is_open:
            state = set_obligation(
                state,
                replace(obligation, step=ObligationStep.STOPPED, since=entry.id, ended_by=entry.id),
            )
    return state


def mark_disputed(state: State) -> State:
    """Mark the clocks that run from a service as resting, or not, on a disputed date."""
    disputed = _is_service_disputed(state)
    for obligation in state.obligations.values():
        if obligation.trigger is None or obligation.disputed is disputed:
            continue
        trigger = state.entries.get(obligation.trigger)
        if trigger is not None and isinstance(trigger.act, _BY_SERVICE):
            state = set_obligation(state, replace(obligation, disputed=disputed))
    return state


def _is_service_disputed(state: State) -> bool:
    if any(row.about is About.DEMAND for row in state.standing_disputes):
        return True
    return len({account.day for account in state.services if account.day is not None}) > 1


def _cover(
    state: State, obligation: Obligation, entry: Entry, covered: frozenset[Label] | None
) -> Obligation:
    labels: tuple[Label | None, ...] = obligation.undischarged
    if obligation.items and covered is not None:
        labels = tuple(label for label in labels if label in covered)
    if not obligation.items:
        labels = (None,)
    discharged = {**obligation.discharged, **dict.fromkeys(labels, entry.id)}
    after = replace(obligation, discharged=discharged)
    if _nothing_left(state, after):
        return replace(after, step=_met_step(state, after, entry), ended_by=entry.id)
    return after


def _nothing_left(state: State, obligation: Obligation) -> bool:
    if not obligation.items:
        return None in obligation.discharged
    return not [
        label
        for label in obligation.undischarged
        if label in state.items and state.items[label].asked is Asked.LIVE
    ]


def _meet(state: State, obligation: Obligation, entry: Entry, by: EntryId) -> State:
    labels: tuple[Label | None, ...] = obligation.undischarged or (None,)
    met = replace(
        obligation,
        step=_met_step(state, obligation, entry),
        ended_by=by,
        discharged={**obligation.discharged, **dict.fromkeys(labels, by)},
    )
    return set_obligation(state, met)


def _met_step(state: State, obligation: Obligation, entry: Entry) -> ObligationStep:
    """Late only if even the latest defensible reading had passed."""
    latest = obligation.latest
    if latest is None or obligation.step is ObligationStep.TOLLED:
        return ObligationStep.MET
    at = entry.happened.value
    if _is_instant(latest) and _is_instant(at):
        return ObligationStep.MET_LATE if at > latest else ObligationStep.MET  # type: ignore[operator]
    day = happened_day(state, entry)
    late = day is not None and day > day_of(state, latest)
    return ObligationStep.MET_LATE if late else ObligationStep.MET


def _is_instant(value: date | datetime | None) -> bool:
    return isinstance(value, datetime) and value.tzinfo is not None


def _names_of(act: Any) -> frozenset[str]:
    """The act as ``done by`` may write it: by name, or with its purpose or event in brackets."""
    name = type(act).__name__
    bracket: object = None
    if isinstance(act, LetterSent):
        bracket = act.purpose
    elif isinstance(act, DeliveryRecorded):
        bracket = act.event
    return frozenset({name} if bracket is None else {name, f"{name}({bracket})"})


def _open(state: State, obligation_id: ObligationId) -> Obligation:
    obligation = known(state.obligations, obligation_id, "obligation")
    if not obligation.step.is_open:
        raise moved("The obligation has ended; what it was counted with stays.")
    return obligation


def _items(state: State, given: tuple[Label, ...]) -> tuple[Label, ...]:
    return given or tuple(item.label for item in state.live_items)
