"""Transitions of measures: threatened, imposed, lifted; blocked is derived (DOCKET 1.10)."""

from __future__ import annotations

from tecum.docket.acts import MeasureImposed, MeasureLifted, MeasureThreatened
from tecum.docket.entry import Entry, EntryId
from tecum.docket.state.model import Measure, MeasureStep, State, replace
from tecum.docket.state.steps import is_taken_back, put, step, warn

__all__ = ["measure_taken_back"]


@step(MeasureThreatened)
def measure_threatened(state: State, entry: Entry, act: MeasureThreatened) -> State:
    """A measure was announced; threatened is not imposed."""
    measure = Measure(entry=entry.id, act=act, step=MeasureStep.THREATENED, since=entry.id)
    return replace(state, measures=put(state.measures, entry.id, measure))


@step(MeasureImposed)
def measure_imposed(state: State, entry: Entry, act: MeasureImposed) -> State:
    """A measure took effect, whether or not it had been announced."""
    threatened = state.measures.get(act.threatened) if act.threatened is not None else None
    if act.threatened is not None and threatened is None:
        state = warn(state, "imposed-without-threat", entry)
    if threatened is None:
        made = Measure(entry=entry.id, act=act, step=MeasureStep.IMPOSED, since=entry.id)
        return replace(state, measures=put(state.measures, entry.id, made))
    if threatened.step is MeasureStep.LIFTED:
        state = warn(state, "imposed-after-lifting", entry)
    imposed = replace(threatened, act=act, step=MeasureStep.IMPOSED, since=entry.id)
    return replace(state, measures=put(state.measures, threatened.entry, imposed))


@step(MeasureLifted)
def measure_lifted(state: State, entry: Entry, act: MeasureLifted) -> State:
    """A measure, or the threat of one, is lifted."""
    measure = state.measures.get(act.measure)
    if measure is None or measure.step is MeasureStep.LIFTED:
        return warn(state, "lifted-without-measure", entry)
    lifted = replace(measure, step=MeasureStep.LIFTED, since=entry.id)
    return replace(state, measures=put(state.measures, act.measure, lifted))


def measure_taken_back(state: State, ref: EntryId) -> State:
    """An entry of a measure was a mistake: the measure is as the entries that stand leave it.

    One that was neither threatened nor imposed is at stake no more and leaves the docket's state;
    its entries stay.
    """
    act = state.entries[ref].act
    name = act.measure if isinstance(act, MeasureLifted) else ref
    if isinstance(act, MeasureImposed) and act.threatened is not None:
        name = act.threatened if act.threatened in state.measures else ref
    if name not in state.measures:
        return state
    held = _as_it_stands(state, name)
    if held is not None:
        return replace(state, measures=put(state.measures, name, held))
    rest = {key: row for key, row in state.measures.items() if key != name}
    return replace(state, measures=rest)


def _as_it_stands(state: State, name: EntryId) -> Measure | None:
    """A measure after the entries about it that nobody took back."""
    held: Measure | None = None
    for row in state.entries.values():
        act = row.act
        if is_taken_back(state, row.id):
            continue
        if isinstance(act, MeasureThreatened) and row.id == name:
            held = Measure(entry=name, act=act, step=MeasureStep.THREATENED, since=row.id)
        elif isinstance(act, MeasureImposed) and name in (row.id, act.threatened):
            held = Measure(entry=name, act=act, step=MeasureStep.IMPOSED, since=row.id)
        elif isinstance(act, MeasureLifted) and act.measure == name and held is not None:
            held = replace(held, step=MeasureStep.LIFTED, since=row.id)
    return held
