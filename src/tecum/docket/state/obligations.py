"""What other acts do to obligations: discharge, reopen, stop, mark as disputed (DOCKET 1.8)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, datetime
from typing import Any

from tecum.docket.acts import (
    ClockResumed,
    Corrected,
    DeliveryRecorded,
    DemandSuperseded,
    DemandWithdrawn,
    DocumentReceived,
    LetterSent,
    ReceiptAcknowledged,
    ServiceRecorded,
)
from tecum.docket.entry import Entry, EntryId
from tecum.docket.parts import Label, ObligationId
from tecum.docket.state.model import (
    About,
    Asked,
    DemandStep,
    Obligation,
    ObligationOrigin,
    ObligationStep,
    ServiceAccount,
    State,
    replace,
)
from tecum.docket.state.steps import day_of, happened_between, known, moved, put
from tecum.docket.vocabulary import ObligationObject, Precision
from tecum.worded import worded as _
from tecum.words import Side

__all__ = [
    "BY_SERVICE",
    "correct_due",
    "discharge",
    "end_without_items",
    "is_service_disputed",
    "items_of",
    "mark_disputed",
    "meet",
    "names_of",
    "rename_items",
    "reopen",
    "restart",
    "revised",
    "set_obligation",
    "step_without_date",
    "still_open",
    "stop_open",
]

_PROMISED = ObligationOrigin.OWED_ITEM
BY_SERVICE = (ServiceRecorded, DocumentReceived, ReceiptAcknowledged)
"""Acts that date a service, and so start clocks that a dispute of it throws into doubt."""


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
    *,
    by: EntryId | None = None,
) -> State:
    """Discharge what a side owes, for the items covered; None covers the demand as a whole.

    Args:
        by: The dispatch that discharges, where the entry tells that it arrived after all.
    """
    covered = None if labels is None else frozenset(labels)
    for obligation in state.obligations.values():
        if not obligation.step.is_open or obligation.owed_by is not side:
            continue
        if obligation.object not in objects or obligation.origin is ObligationOrigin.DUTY:
            continue
        state = set_obligation(state, _cover(state, obligation, entry, covered, by or entry.id))
    return state


def reopen(state: State, by: EntryId) -> State:
    """Reopen what a dispatch or act had discharged, since it failed or was taken back.

    On a demand that was withdrawn or superseded nothing is owed any more.
    """
    if state.demand is not None and state.demand.step is DemandStep.ENDED:
        return state
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


def restart(state: State, entry: Entry) -> State:
    """What the end of a demand had stopped is owed again, as the demand is open again."""
    for obligation in state.obligations.values():
        ended = state.entries.get(obligation.ended_by) if obligation.ended_by is not None else None
        by_the_end = ended is not None and isinstance(ended.act, DemandWithdrawn | DemandSuperseded)
        if obligation.step is not ObligationStep.STOPPED or not by_the_end:
            continue
        dated = obligation.safe is not None
        step = ObligationStep.FIXED if dated else step_without_date(obligation)
        state = set_obligation(state, replace(obligation, step=step, since=entry.id, ended_by=None))
    return state


def step_without_date(obligation: Obligation) -> ObligationStep:
    """How an open obligation without a date stands: armed for its event, or waiting."""
    waits = obligation.awaits is not None and obligation.origin is _PROMISED
    return ObligationStep.ARMED if waits else ObligationStep.WAITING


def stop_open(state: State, entry: Entry) -> State:
    """Stop every obligation in course, since the demand has ended."""
    for obligation in state.obligations.values():
        if obligation.step.is_open:
            state = set_obligation(
                state,
                replace(obligation, step=ObligationStep.STOPPED, since=entry.id, ended_by=entry.id),
            )
    return state


def rename_items(state: State, old: Iterable[Label], new: Iterable[Label]) -> State:
    """What was still owed on these items is owed on those that take their place."""
    gone, made = frozenset(old), tuple(new)
    for obligation in state.obligations.values():
        left = gone & set(obligation.undischarged)
        if not left or not obligation.step.is_open:
            continue
        at = min(obligation.items.index(label) for label in left)
        kept = [label for label in obligation.items if label not in left]
        before = sum(label not in left for label in obligation.items[:at])
        items = (*kept[:before], *made, *kept[before:])
        state = set_obligation(state, replace(obligation, items=items))
    return state


def end_without_items(state: State, entry: Entry) -> State:
    """End what is owed only on items that are no longer asked: met as far as it was answered."""
    for obligation in state.obligations.values():
        if not obligation.step.is_open or not obligation.items:
            continue
        if _nothing_left(state, obligation):
            step = (
                _met_step(state, obligation, entry)
                if obligation.discharged
                else ObligationStep.STOPPED
            )
            ended = replace(obligation, step=step, since=entry.id, ended_by=entry.id)
            state = set_obligation(state, ended)
    return state


def mark_disputed(state: State) -> State:
    """Mark the dates that rest, or no longer rest, on something in doubt.

    A clock that runs from a service is in doubt while the service is disputed; any date is, whose
    start or whose very setting somebody took back, or whose clock runs again without a date.
    """
    service = is_service_disputed(state)
    for obligation in state.obligations.values():
        trigger = state.entries.get(obligation.trigger) if obligation.trigger else None
        by_service = trigger is not None and isinstance(trigger.act, BY_SERVICE)
        gone = _was_taken_back(state, obligation) or _was_resumed_undated(state, obligation)
        disputed = gone or (service if by_service else False)
        if (by_service or gone) and obligation.disputed is not disputed:
            state = set_obligation(state, replace(obligation, disputed=disputed))
    return state


def _was_taken_back(state: State, obligation: Obligation) -> bool:
    """Whether what starts or sets a date was taken back since the date came to stand."""
    stands = state.entries[obligation.since].seq
    for ref in (obligation.trigger, obligation.since):
        for one in state.corrections.get(ref, ()) if ref is not None else ():
            correction = state.entries[one]
            act = correction.act
            if isinstance(act, Corrected) and act.path is None and correction.seq > stands:
                return True
    return False


def _was_resumed_undated(state: State, obligation: Obligation) -> bool:
    act = state.entries[obligation.since].act
    is_fixed = obligation.step is ObligationStep.FIXED
    return is_fixed and isinstance(act, ClockResumed) and act.safe is None


def correct_due(state: State, entry: Entry, act: Corrected) -> State:
    """Give what an entry set as due the better day; one that is no day leaves it in doubt."""
    for obligation in state.obligations.values():
        setting = state.entries[obligation.since].act
        by_correction = isinstance(setting, Corrected) and setting.entry == act.entry
        if not obligation.step.is_open or not (obligation.since == act.entry or by_correction):
            continue
        due = _due_said(act.value)
        better = (
            replace(obligation, disputed=True)
            if due is None
            else replace(
                obligation, safe=due, latest=due, readings=(), since=entry.id, disputed=False
            )
        )
        state = set_obligation(state, better)
    return state


def _due_said(value: object) -> date | datetime | None:
    """A day, or an instant with its zone, as a correction writes it; else None."""
    text = value.strip() if isinstance(value, str) else ""
    try:
        if len(text) == len("2020-01-13"):
            return date.fromisoformat(text)
        instant = datetime.fromisoformat(text)
    except ValueError:
        return None
    return instant if instant.tzinfo is not None else None


def is_service_disputed(state: State) -> bool:
    """Whether somebody disputes the service, or its accounts name days that cannot both be."""
    if any(row.about is About.DEMAND for row in state.standing_disputes):
        return True
    days = [_served_between(state, account) for account in state.services]
    firsts = [first for first, _ in days if first is not None]
    lasts = [last for _, last in days if last is not None]
    return bool(firsts) and bool(lasts) and max(firsts) > min(lasts)


def _served_between(state: State, account: ServiceAccount) -> tuple[date | None, date | None]:
    """The days on which a service can have been by one account."""
    if account.day is not None:
        return account.day, account.day
    entry = state.entries[account.entry]
    return (
        happened_between(state, entry) if isinstance(entry.act, ServiceRecorded) else (None, None)
    )


def _cover(
    state: State,
    obligation: Obligation,
    entry: Entry,
    covered: frozenset[Label] | None,
    by: EntryId,
) -> Obligation:
    labels: tuple[Label | None, ...] = obligation.undischarged
    if obligation.items and covered is not None:
        labels = tuple(label for label in labels if label in covered)
    if not obligation.items:
        labels = (None,)
    discharged = {**obligation.discharged, **dict.fromkeys(labels, by)}
    after = replace(obligation, discharged=discharged)
    if _nothing_left(state, after):
        return replace(after, step=_met_step(state, after, entry), ended_by=by)
    return after


def _nothing_left(state: State, obligation: Obligation) -> bool:
    if not obligation.items:
        return None in obligation.discharged
    return not [
        label
        for label in obligation.undischarged
        if label in state.items and state.items[label].asked is Asked.LIVE
    ]


def meet(state: State, obligation: Obligation, entry: Entry, by: EntryId) -> State:
    """The state in which an entry has met an obligation for the items that stood open."""
    labels: tuple[Label | None, ...] = obligation.undischarged or (None,)
    met = replace(
        obligation,
        step=_met_step(state, obligation, entry),
        ended_by=by,
        discharged={**obligation.discharged, **dict.fromkeys(labels, by)},
    )
    return set_obligation(state, met)


def _met_step(state: State, obligation: Obligation, entry: Entry) -> ObligationStep:
    """Late only if even the latest defensible reading had passed, before any pause.

    Of an act whose date is not known to the day, only if it was late on every day it may have.
    """
    latest = obligation.latest
    if latest is None or _stood_in_time(state, obligation, latest):
        return ObligationStep.MET
    at = entry.happened.value
    is_exact = entry.happened.precision is Precision.INSTANT
    if is_exact and isinstance(latest, datetime) and _is_instant(latest) and _is_instant(at):
        return ObligationStep.MET_LATE if at > latest else ObligationStep.MET  # type: ignore[operator]
    first, _ = happened_between(state, entry)
    late = first is not None and first > day_of(state, latest)
    return ObligationStep.MET_LATE if late else ObligationStep.MET


def _stood_in_time(state: State, obligation: Obligation, latest: date | datetime) -> bool:
    """Whether the clock stands, and came to stand while the latest reading had not passed."""
    if obligation.step is not ObligationStep.TOLLED:
        return False
    since, _ = happened_between(state, state.entries[obligation.since])
    return since is None or since <= day_of(state, latest)


def _is_instant(value: date | datetime | None) -> bool:
    return isinstance(value, datetime) and value.tzinfo is not None


def names_of(act: Any) -> frozenset[str]:
    """The act as ``done by`` may write it: by name, or with its purpose or event in brackets."""
    name = type(act).__name__
    bracket: object = None
    if isinstance(act, LetterSent):
        bracket = act.purpose
    elif isinstance(act, DeliveryRecorded):
        bracket = act.event
    return frozenset({name} if bracket is None else {name, f"{name}({bracket})"})


def still_open(state: State, obligation_id: ObligationId) -> Obligation:
    """An obligation by its name, as long as it has not ended.

    Raises:
        UnknownReference: there is none of this name on the docket.
        StalePreview: it has ended.
    """
    obligation = known(state.obligations, obligation_id, "obligation")
    if not obligation.step.is_open:
        raise moved(_("The obligation has ended; what it was counted with stays."))
    return obligation


def items_of(state: State, given: tuple[Label, ...]) -> tuple[Label, ...]:
    """The items that are named, or every live one where none is."""
    return given or tuple(item.label for item in state.live_items)
