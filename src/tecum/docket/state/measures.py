"""Transitions of measures: threatened, imposed, lifted; blocked is derived (DOCKET 1.10)."""

from __future__ import annotations

from tecum.docket.acts import MeasureImposed, MeasureLifted, MeasureThreatened
from tecum.docket.entry import Entry
from tecum.docket.state.model import Measure, MeasureStep, State, replace
from tecum.docket.state.steps import put, step, warn

__all__: list[str] = []


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
    """A measure or its threat is taken back."""
    measure = state.measures.get(act.measure)
    if measure is None or measure.step is MeasureStep.LIFTED:
        return warn(state, "lifted-without-measure", entry)
    lifted = replace(measure, step=MeasureStep.LIFTED, since=entry.id)
    return replace(state, measures=put(state.measures, act.measure, lifted))
