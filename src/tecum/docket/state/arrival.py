"""Transitions of the arrival axis: received, quarantined, read, dismissed, filed."""

from __future__ import annotations

from tecum.docket.acts import (
    DocumentAttached,
    DocumentDismissed,
    DocumentQuarantined,
    DocumentRead,
    DocumentReceived,
    DocumentReleased,
    FieldConfirmed,
    FieldCorrected,
    SenderCalledBack,
)
from tecum.docket.acts.arrival import CallResult, ValueStanding
from tecum.docket.entry import Entry, EntryId
from tecum.docket.state.model import Arrival, ArrivalStep, FieldState, Reading, State, replace
from tecum.docket.state.steps import known, moved, put, step, warn
from tecum.worded import worded as _

__all__ = ["settle"]

_IN_WORK = (ArrivalStep.RECEIVED, ArrivalStep.READ)


@step(DocumentReceived)
def document_received(state: State, entry: Entry, act: DocumentReceived) -> State:
    """A document lies here; a second copy is recorded too, with a warning."""
    for held in state.arrivals:
        earlier = state.entries[held].act
        if isinstance(earlier, DocumentReceived) and earlier.sha256 == act.sha256:
            state = warn(state, "duplicate-content", entry)
            break
    arrival = Arrival(entry=entry.id, step=ArrivalStep.RECEIVED)
    return replace(state, arrivals=put(state.arrivals, entry.id, arrival))


@step(DocumentQuarantined)
def document_quarantined(state: State, entry: Entry, act: DocumentQuarantined) -> State:
    """An arrival is set apart with its reason."""
    arrival = state.arrivals.get(act.arrival)
    if arrival is None or arrival.step is not ArrivalStep.RECEIVED:
        return warn(state, "quarantined-out-of-turn", entry)
    return _set(state, replace(arrival, step=ArrivalStep.QUARANTINED, reason=act.reason))


@step(DocumentReleased)
def document_released(state: State, entry: Entry, act: DocumentReleased) -> State:
    """An arrival set apart or dismissed is taken up again."""
    arrival = known(state.arrivals, act.arrival, "arrival")
    if arrival.step not in (ArrivalStep.QUARANTINED, ArrivalStep.DISMISSED):
        raise moved(_("The arrival is neither set apart nor dismissed."))
    return _set(state, replace(arrival, step=ArrivalStep.RECEIVED, reason=None))


@step(DocumentRead)
def document_read(state: State, entry: Entry, act: DocumentRead) -> State:
    """A Reading exists; what a person has confirmed of an earlier one stays."""
    arrival = state.arrivals.get(act.arrival)
    if arrival is None:
        return warn(state, "unknown-reference", entry)
    looked_for = (*act.fields, *act.confirm)
    fields: dict[str, FieldState] = dict.fromkeys(looked_for, FieldState.READ)
    for earlier in arrival.readings:
        touched = state.readings[earlier].fields.items()
        fields.update({path: held for path, held in touched if held is not FieldState.READ})
    reading = Reading(entry=entry.id, arrival=act.arrival, fields=fields, confirm=act.confirm)
    taken = arrival.step in _IN_WORK
    return replace(
        _set(
            state if taken else warn(state, "read-out-of-turn", entry),
            replace(
                arrival,
                step=ArrivalStep.READ if taken else arrival.step,
                readings=(*arrival.readings, entry.id),
                outcome=act.outcome,
                documents_found=max(1, act.documents_found),
                original_sealed=arrival.original_sealed or act.failed_redactions > 0,
            ),
        ),
        readings=put(state.readings, entry.id, reading),
    )


@step(FieldConfirmed)
def field_confirmed(state: State, entry: Entry, act: FieldConfirmed) -> State:
    """A read field is checked."""
    reading = known(state.readings, act.reading, "reading")
    known(reading.fields, act.path, "field")
    return _touch(state, reading, act.path, FieldState.CHECKED)


@step(FieldCorrected)
def field_corrected(state: State, entry: Entry, act: FieldCorrected) -> State:
    """A field has a person's value; findings that used it are no longer current."""
    reading = state.readings.get(act.reading)
    if reading is None:
        return warn(state, "unknown-reference", entry)
    is_unknown = act.standing is ValueStanding.UNKNOWN
    state = _touch(
        state, reading, act.path, FieldState.UNKNOWN if is_unknown else FieldState.EDITED
    )
    if state.findings is not None:
        state = replace(state, findings=replace(state.findings, current=False))
    return state


@step(DocumentDismissed)
def document_dismissed(state: State, entry: Entry, act: DocumentDismissed) -> State:
    """An arrival, or one of the documents in it, is no demand on this office."""
    arrival = _in_work(state, act.arrival)
    if arrival.documents_found == 1:
        dismissed = replace(arrival, step=ArrivalStep.DISMISSED, reason=act.outcome)
        return _set(state, dismissed)
    return settle(state, act.arrival)


@step(DocumentAttached)
def document_attached(state: State, entry: Entry, act: DocumentAttached) -> State:
    """An arrival, or one of the documents in it, is filed on another docket."""
    _in_work(state, act.arrival)
    return settle(state, act.arrival)


@step(SenderCalledBack)
def sender_called_back(state: State, entry: Entry, act: SenderCalledBack) -> State:
    """Whether the sender was found to be who it says; a contradiction is a warning."""
    if act.result is CallResult.CONFIRMED:
        return replace(state, sender_checked=entry.id)
    if act.result is CallResult.CONTRADICTED:
        state = warn(state, "sender-contradicted", entry)
    return replace(state, sender_checked=None)


def settle(state: State, arrival_id: EntryId) -> State:
    """One more document of an arrival is settled; with the last one it is filed."""
    arrival = state.arrivals[arrival_id]
    settled = arrival.settled + 1
    filed = settled >= arrival.documents_found
    return _set(
        state,
        replace(arrival, settled=settled, step=ArrivalStep.FILED if filed else arrival.step),
    )


def _in_work(state: State, arrival_id: EntryId) -> Arrival:
    arrival = known(state.arrivals, arrival_id, "arrival")
    if arrival.step not in _IN_WORK:
        raise moved(_("The arrival is not in work: it is set apart, dismissed or filed."))
    return arrival


def _set(state: State, arrival: Arrival) -> State:
    return replace(state, arrivals=put(state.arrivals, arrival.entry, arrival))


def _touch(state: State, reading: Reading, path: str, held: FieldState) -> State:
    touched = replace(reading, fields=put(reading.fields, path, held))
    return replace(state, readings=put(state.readings, reading.entry, touched))
