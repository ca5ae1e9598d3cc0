"""Transitions of the records: kept, looked for, found, certified (DOCKET 1.6, PRODUCTION 1-2)."""

from __future__ import annotations

from collections.abc import Mapping

from tecum.docket.acts import (
    GatheringAnswered,
    GatheringAssigned,
    PreservationEnded,
    PreservationStarted,
    ProductionOpened,
    RecordsCertified,
)
from tecum.docket.acts.records import GatheringAnswer
from tecum.docket.entry import Entry
from tecum.docket.parts import Label
from tecum.docket.state.model import Preservation, Records, State, Task, replace
from tecum.docket.state.steps import known, live, moved, on_open_demand, put, step
from tecum.worded import worded as _

__all__: list[str] = []

_LEADS_TO: Mapping[GatheringAnswer, Records] = {
    GatheringAnswer.FOUND: Records.FOUND,
    GatheringAnswer.NONE_FOUND: Records.NONE_FOUND,
    GatheringAnswer.NOT_OURS: Records.ELSEWHERE,
    GatheringAnswer.NEEDS_TIME: Records.DELAYED,
    GatheringAnswer.REFERS_TO_COUNSEL: Records.WITH_COUNSEL,
}
_FIRST = (
    Records.ASKED,
    Records.WITH_COUNSEL,
    Records.DELAYED,
    Records.FOUND,
    Records.ELSEWHERE,
    Records.NONE_FOUND,
)
"""Where several custodians were asked: what still needs work is shown before what is done."""


@step(PreservationStarted)
def preservation_started(state: State, entry: Entry, act: PreservationStarted) -> State:
    """Nothing in the scope is destroyed while it stands."""
    kept = Preservation(entry=entry.id)
    return replace(state, preservations=put(state.preservations, entry.id, kept))


@step(PreservationEnded)
def preservation_ended(state: State, entry: Entry, act: PreservationEnded) -> State:
    """The preservation ends."""
    kept = known(state.preservations, act.preservation, "preservation")
    if kept.ended_by is not None:
        raise moved(_("This preservation has ended already."))
    ended = put(state.preservations, kept.entry, replace(kept, ended_by=entry.id))
    return replace(state, preservations=ended)


@step(ProductionOpened)
def production_opened(state: State, entry: Entry, act: ProductionOpened) -> State:
    """Records of these items are gathered under one name."""
    on_open_demand(state)
    live(state, act.items)
    if act.production in state.productions:
        raise moved(_("A production of this name is open already."))
    return replace(state, productions=put(state.productions, act.production, entry.id))


@step(GatheringAssigned)
def gathering_assigned(state: State, entry: Entry, act: GatheringAssigned) -> State:
    """A custodian has a task; asked again, the item's records are open again."""
    on_open_demand(state)
    live(state, (act.item,))
    if act.production is not None:
        known(state.productions, act.production, "production")
    if act.task in state.tasks:
        raise moved(_("A task of this name stands already."))
    task = Task(entry=entry.id, item=act.item, custodian=act.custodian, until=act.until)
    return _told(replace(state, tasks=put(state.tasks, act.task, task)), act.item, entry)


@step(GatheringAnswered)
def gathering_answered(state: State, entry: Entry, act: GatheringAnswered) -> State:
    """A task is answered; a later answer to it takes the place of this one."""
    task = known(state.tasks, act.task, "task")
    answered = replace(
        task,
        answer=act.answer,
        answered_by=entry.id,
        until=act.needs_until if act.answer is GatheringAnswer.NEEDS_TIME else task.until,
    )
    return _told(replace(state, tasks=put(state.tasks, act.task, answered)), task.item, entry)


@step(RecordsCertified)
def records_certified(state: State, entry: Entry, act: RecordsCertified) -> State:
    """The search for these items is certified; a task still open is not certified away."""
    live(state, act.items)
    open_ = [
        task.item
        for task in state.tasks.values()
        if task.item in act.items and task.answer in (None, GatheringAnswer.NEEDS_TIME)
    ]
    if open_:
        raise moved(_("A custodian has not yet answered for item {label}.", label=open_[0]))
    return replace(state, certifications=(*state.certifications, entry.id))


def _told(state: State, label: Label, entry: Entry) -> State:
    said = {
        Records.ASKED if task.answer is None else _LEADS_TO[task.answer]
        for task in state.tasks.values()
        if task.item == label
    }
    item = state.items[label]
    records = next(word for word in _FIRST if word in said)
    told = replace(item, records=records, records_by=entry.id)
    return replace(state, items=put(state.items, label, told))
