"""Transitions of the answer: what is sealed, sent, received, and what stays owed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tecum.docket.acts import AnswerReceived, AnswerSent, OwedEventHappened, PackageSealed
from tecum.docket.acts.answer import ItemAnswered
from tecum.docket.acts.decision import Determined
from tecum.docket.acts.registration import Urgency
from tecum.docket.entry import Entry, EntryId
from tecum.docket.errors import (
    NotDraft,
    PackageNotSealed,
    SenderNotChecked,
    VerificationMissing,
)
from tecum.docket.parts import Label, ObligationId
from tecum.docket.state.decision import answered, check_determined
from tecum.docket.state.model import (
    About,
    DemandStep,
    Obligation,
    ObligationOrigin,
    ObligationStep,
    Package,
    Records,
    State,
    replace,
)
from tecum.docket.state.obligations import discharge, mark_disputed, set_obligation
from tecum.docket.state.service import dispatched
from tecum.docket.state.steps import live, on_open_demand, put, step, warn
from tecum.docket.vocabulary import Direction, Disposition, ObligationObject
from tecum.worded import worded as _
from tecum.words import Side

__all__: list[str] = []

_OWED = (ObligationObject.ANSWER, ObligationObject.PRODUCTION)
_PRODUCED = (Disposition.PRODUCED, Disposition.PRODUCED_IN_PART)
_AGREES: Mapping[Disposition, frozenset[Determined]] = {
    Disposition.PRODUCED: frozenset({Determined.PRODUCE, Determined.ACT}),
    Disposition.PRODUCED_IN_PART: frozenset({Determined.PRODUCE, Determined.PRODUCE_IN_PART}),
    Disposition.WITHHELD: frozenset({Determined.WITHHOLD, Determined.NOT_ACT}),
    Disposition.NONE_HELD: frozenset({Determined.NONE_HELD}),
    Disposition.OBJECTED: frozenset({Determined.OBJECT}),
    Disposition.REFERRED: frozenset({Determined.REFER}),
    Disposition.OWED_ON_EVENT: frozenset({Determined.AWAIT_EVENT}),
    Disposition.OWED_ON_DATE: frozenset({Determined.PRODUCE, Determined.PRODUCE_IN_PART}),
}
"""Which determination a disposition agrees with (DOCKET 1.5, ``AnswerSent``)."""


@step(PackageSealed)
def package_sealed(state: State, entry: Entry, act: PackageSealed) -> State:
    """A package is frozen, if the guard and the verifier passed it."""
    on_open_demand(state)
    live(state, act.items)
    if act.guard_report is None or act.verifier_report is None:
        raise VerificationMissing(
            _("The guard's or the verifier's report is missing."),
            why=_("What leaves the office must have been checked against what may leave it."),
            do=_("Run both on the package and seal it then."),
        )
    give = frozenset({Determined.PRODUCE, Determined.PRODUCE_IN_PART})
    for label in act.items:
        check_determined(state, label, give)
        item = state.items[label]
        sealed = replace(
            item,
            sealed_in=(*item.sealed_in, entry.id),
            records=Records.SEALED,
            records_by=entry.id,
        )
        state = replace(state, items=put(state.items, label, sealed))
    package = Package(entry=entry.id, items=act.items)
    return replace(state, packages=put(state.packages, entry.id, package))


@step(AnswerSent)
def answer_sent(state: State, entry: Entry, act: AnswerSent) -> State:
    """Each covered item is answered as determined; what stays owed is armed or dated."""
    demand = on_open_demand(state)
    if demand.act.direction is not Direction.INWARD:
        raise NotDraft(_("Only a demand that came in is answered from here."))
    _check_sender(state, entry)
    live(state, [line.item for line in act.items])
    for line in act.items:
        _check_line(state, line, act.packages)
    labels = [line.item for line in act.items]
    state = _record(state, entry, act.items)
    state = _replace_promises(state, entry, act.items)
    state = discharge(state, entry, _OWED, labels, entry.side)
    for line in act.items:
        state = _owe(state, entry, line, Side.OURS)
    return dispatched(_end_disputes(state, entry, labels), entry, About.ANSWER)


@step(AnswerReceived)
def answer_received(state: State, entry: Entry, act: AnswerReceived) -> State:
    """An answer came in; an item that was never asked is a warning."""
    demand = state.demand
    if demand is None or demand.act.direction is not Direction.OUTWARD:
        return warn(state, "answer-without-demand", entry)
    if demand.step is not DemandStep.OPEN:
        state = warn(state, "answer-out-of-turn", entry)
    known_lines = tuple(line for line in act.items if line.item in state.items)
    if len(known_lines) < len(act.items):
        state = warn(state, "answer-to-unknown-item", entry)
    labels = [line.item for line in known_lines]
    state = _record(state, entry, known_lines)
    state = _replace_promises(state, entry, known_lines)
    state = discharge(state, entry, _OWED, labels, Side.THEIRS)
    for line in known_lines:
        state = _owe(state, entry, line, Side.THEIRS)
    return _end_disputes(state, entry, labels)


@step(OwedEventHappened)
def owed_event_happened(state: State, entry: Entry, act: OwedEventHappened) -> State:
    """What waited for this event waits no longer; its clock can start."""
    found = False
    for label in act.items:
        item = state.items.get(label)
        if item is None:
            state = warn(state, "unknown-reference", entry)
            continue
        found = True
        happened = replace(item, event_happened=entry.id)
        state = replace(state, items=put(state.items, label, happened))
    for obligation in state.obligations.values():
        of_item = set(obligation.items) & set(act.items)
        named = obligation.id == act.obligation
        if obligation.step is ObligationStep.ARMED and (named or of_item):
            found = True
            state = set_obligation(
                state,
                replace(obligation, step=ObligationStep.WAITING, trigger=entry.id, since=entry.id),
            )
    return state if found else warn(state, "nothing-waited-for-this", entry)


def _check_sender(state: State, entry: Entry) -> None:
    demand = state.demand
    if demand is None or demand.act.urgency is not Urgency.EMERGENCY_STATED:
        return
    second = entry.actor.second
    if state.sender_checked is None and second in (None, entry.actor.person):
        raise SenderNotChecked(
            _("An emergency is stated and nobody has checked who asks."),
            why=_("False emergencies are a known way to obtain records."),
            do=_("Call back at a number from a directory, or let a second person confirm."),
        )


def _check_line(state: State, line: ItemAnswered, packages: Iterable[EntryId]) -> None:
    item = state.items[line.item]
    allowed = _AGREES[line.disposition]
    if line.disposition in _PRODUCED and item.event_happened is not None:
        allowed |= {Determined.AWAIT_EVENT}
    check_determined(state, line.item, allowed)
    made = state.determinations[item.determination or EntryId("")]
    by_package = made.outcome in (Determined.PRODUCE, Determined.PRODUCE_IN_PART)
    if line.disposition not in _PRODUCED or not by_package:
        return
    named = (*packages, *((line.package,) if line.package else ()))
    if not any(ref in item.sealed_in for ref in named):
        raise PackageNotSealed(
            _(
                "Item {item} is said to be produced and is in no sealed package of this answer.",
                item=line.item,
            ),
            why=_("What was sent must be provable from the sealed package."),
            do=_("Seal the package, or name the one that covers the item."),
            item=line.item,
        )


def _record(state: State, entry: Entry, lines: Iterable[ItemAnswered]) -> State:
    for line in lines:
        state = answered(state, entry, (line.item,), line.disposition)
    return state


def _owe(state: State, entry: Entry, line: ItemAnswered, side: Side) -> State:
    if line.disposition.is_final:
        return state
    on_event = line.disposition is Disposition.OWED_ON_EVENT
    has_happened = state.items[line.item].event_happened is not None
    waiting = ObligationStep.WAITING if has_happened else ObligationStep.ARMED
    return set_obligation(
        state,
        Obligation(
            id=ObligationId(f"owed.{line.item}.{entry.seq}"),
            object=ObligationObject.ANSWER,
            origin=ObligationOrigin.OWED_ITEM,
            owed_by=side,
            step=waiting if on_event else ObligationStep.FIXED,
            since=entry.id,
            trigger=entry.id,
            items=(line.item,),
            safe=line.owed_on,
            latest=line.owed_on,
            awaits=line.owed_event.value if line.owed_event else None,
            first_date=line.owed_on,
        ),
    )


def _replace_promises(state: State, entry: Entry, lines: Iterable[ItemAnswered]) -> State:
    """An item promised again replaces the earlier promise, it does not break it."""
    again = {line.item for line in lines if not line.disposition.is_final}
    for obligation in state.obligations.values():
        if obligation.origin is not ObligationOrigin.OWED_ITEM or not obligation.step.is_open:
            continue
        if set(obligation.items) <= again:
            state = set_obligation(
                state, replace(obligation, step=ObligationStep.STOPPED, ended_by=entry.id)
            )
    return state


def _end_disputes(state: State, entry: Entry, labels: list[Label]) -> State:
    """A later answer that covers the items ends a quarrel, unless it is disputed anew."""
    disputes = dict(state.disputes)
    covered = set(labels)
    for ref, row in disputes.items():
        about = row.items or tuple(item.label for item in state.live_items)
        if row.about is About.ANSWER and row.ended_by is None and set(about) <= covered:
            disputes[ref] = replace(row, ended_by=entry.id)
    return mark_disputed(replace(state, disputes=disputes))
