"""What failed and arrived after all: it discharges again what its failure had reopened."""

from __future__ import annotations

from collections.abc import Collection

from tecum.docket.acts import AnswerSent, DemandRefused, LetterSent, ObjectionServed
from tecum.docket.acts.service import LetterPurpose
from tecum.docket.entry import Entry
from tecum.docket.parts import Label
from tecum.docket.state.ending_duties import ended_by
from tecum.docket.state.model import State
from tecum.docket.state.obligations import discharge, meet
from tecum.docket.vocabulary import ObligationObject

__all__ = ["arrived_after_all"]

Discharged = tuple[Collection[ObligationObject], list[Label] | None]


def arrived_after_all(state: State, sent: Entry, arrival: Entry) -> State:
    """The state in which a dispatch that had failed counts, from the day on which it arrived.

    Args:
        sent: The dispatch.
        arrival: The entry that tells of its delivery or opening.
    """
    found = _discharges(state, sent)
    if found is not None:
        state = discharge(state, arrival, *found, sent.side, by=sent.id)
    for obligation in ended_by(state, sent.act, sent.side, sent.id):
        state = meet(state, obligation, arrival, sent.id)
    return state


def _discharges(state: State, sent: Entry) -> Discharged | None:
    """What a dispatch discharges, and for which items; None in place of items is the whole."""
    act = sent.act
    if isinstance(act, AnswerSent):
        owed = (ObligationObject.ANSWER, ObligationObject.PRODUCTION)
        return owed, [line.item for line in act.items]
    if isinstance(act, DemandRefused):
        labels = [item.label for item in state.live_items]
        return (ObligationObject.ANSWER, ObligationObject.OBJECTION), labels or None
    if isinstance(act, ObjectionServed):
        return (ObligationObject.OBJECTION,), list(act.items)
    if isinstance(act, LetterSent) and act.purpose is LetterPurpose.ACKNOWLEDGEMENT:
        return (ObligationObject.ACKNOWLEDGMENT,), None
    return None
