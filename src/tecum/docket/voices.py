"""Which body may make which statement: another body's word is recorded, never repeated as ours.

That a demand lay in the recipient's system is for the recipient to state. Where this office
learns of it from a delivery notice, a return receipt or a telephone call, its own log holds
``entry.recorded``: that it was learned, not that it was so.

Authority: LEDGER section 8, the column "by", and section 19, who can say which grade.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import unique

from tecum.docket.entry import DocketKind, Entry, KnownBy
from tecum.docket.state.model import State
from tecum.docket.vocabulary import Direction
from tecum.words import Side, Word

__all__ = ["VOICES", "Voice", "may_answer_with", "may_say"]


@unique
class Voice(Word):
    """Whose word a statement is."""

    ISSUER = "issuer"
    RECIPIENT = "recipient"
    ACTOR = "actor"
    LEARNER = "learner"
    OPERATOR = "operator"


def _voices(table: Mapping[Voice, str]) -> dict[str, Voice]:
    return {name: voice for voice, names in table.items() for name in names.split()}


VOICES = _voices(
    {
        Voice.ISSUER: "demand.prepared demand.submitted demand.relayed withdrawn narrowed "
        "answer.delivered answer.opened answer.acknowledged answer.disputed",
        Voice.RECIPIENT: "demand.delivered demand.opened demand.acknowledged service.terms "
        "service.disputed demand.refused objection decision.recorded "
        "answer.prepared answer.submitted answer.relayed",
        Voice.ACTOR: "entry.recorded relay.failed delivery.expired search.none clock.set "
        "extension.requested extension.granted extension.denied correction erased",
        Voice.LEARNER: "delivery.failed",
        Voice.OPERATOR: "log.opened log.frozen log.continued key.added key.rotated key.revoked "
        "witness.changed clock.status incident.recorded fork.found release.published",
    }
)
"""Type of statement → whose word it is. Operators' types have no act and no docket."""


_SIDES = frozenset({Voice.ISSUER, Voice.RECIPIENT})


def may_say(kind: str, state: State, entry: Entry) -> bool:
    """Whether this office may make a statement of this type of an entry.

    Args:
        kind: A type of LEDGER section 8.
        state: The docket with the entry applied.
        entry: The entry; whatever it is, that it was recorded may be said.
    """
    if kind == "entry.recorded":
        return True
    if entry.known_by is KnownBy.THEIR_STATEMENT:
        return False
    voice = VOICES[kind]
    if voice is Voice.LEARNER:
        return True
    if entry.side is not Side.OURS or voice is Voice.OPERATOR:
        return False
    if kind == "service.terms":
        # What counts as receipt is said for every demand at once, on the office's own docket.
        return state.kind is DocketKind.OFFICE
    return voice is Voice.ACTOR or voice is _voice_of_office(state)


def may_answer_with(kind: str, about: str, *, ours: bool) -> bool:
    """Whether a body may make a statement of one type about a statement of another type.

    Args:
        kind: The type to be stated.
        about: The type of the statement that it refers to.
        ours: Whether that one is the body's own; else it is the other side's.
    """
    said, before = VOICES[kind], VOICES[about]
    if said not in _SIDES or before not in _SIDES:
        return True
    return (said is before) is ours


def _voice_of_office(state: State) -> Voice | None:
    """Which part this office has on a docket: who holds a paper unasked is its recipient."""
    if state.kind is not DocketKind.DEMAND:
        return None
    demand = state.demand
    issued = demand is not None and demand.act.direction is Direction.OUTWARD
    return Voice.ISSUER if issued else Voice.RECIPIENT
