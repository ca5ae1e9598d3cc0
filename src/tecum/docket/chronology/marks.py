"""How an event stands between the sides: agreed, told by one of them, or in difference."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import unique

from tecum.docket.acts.chronology import Happened, Slot, Stance
from tecum.docket.chronology.lanes import Lane, lane_of
from tecum.docket.conflicts import Difference, DifferenceKind
from tecum.docket.state.model import Claim, State
from tecum.words import Word

__all__ = ["Mark", "differences_of", "marks", "together"]


@unique
class Mark(Word):
    """How an event stands between the sides; whose account is right is never said."""

    AGREED = "agreed"
    ONE_SIDE = "one_side"
    OTHERS = "others"
    DIFFERENT = "different"


def together(state: State, event: str) -> frozenset[str]:
    """An event with those that a person said are the same."""
    into = state.joined.get(event, event)
    same = {name for name, target in state.joined.items() if target == into}
    return frozenset({into, event, *same} & state.events.keys())


def differences_of(
    state: State, differences: Iterable[Difference], event: str
) -> tuple[Difference, ...]:
    """The differences that concern an event, or one that is the same."""
    group = together(state, event)
    return tuple(row for row in differences if not group.isdisjoint(_events_of(state, row)))


def marks(
    state: State, lanes: Mapping[str, Lane], differences: Iterable[Difference]
) -> dict[str, Mark]:
    """Each event's mark.

    A recount is one asserter's own change of mind and sets no side against the other. Both sides
    agree where both say that it happened, in whatever words and by whatever source.
    """
    apart = [row for row in differences if row.kind is not DifferenceKind.RECOUNT]
    different = {name for row in apart for name in _events_of(state, row)}
    sides: dict[str, set[Lane]] = {}
    for claim in state.claims.values():
        if claim.act.event is not None and _says_so(claim):
            sides.setdefault(claim.act.event, set()).add(lane_of(claim.act.by, lanes))
    found = {}
    for event in state.events:
        group = together(state, event)
        said = {lane for name in group for lane in sides.get(name, ())}
        found[event] = _mark(said, is_different=not group.isdisjoint(different))
    return found


def _mark(said: set[Lane], *, is_different: bool) -> Mark:
    if is_different:
        return Mark.DIFFERENT
    if {Lane.ISSUER, Lane.RECIPIENT} <= said:
        return Mark.AGREED
    return Mark.ONE_SIDE if said & {Lane.ISSUER, Lane.RECIPIENT} else Mark.OTHERS


def _says_so(claim: Claim) -> bool:
    return (
        claim.retracted_by is None
        and claim.act.slot is Slot.HAPPENED
        and claim.value.happened is Happened.YES
        and claim.act.stance is Stance.STATES
    )


def _events_of(state: State, row: Difference) -> set[str]:
    """The events whose claims make a difference, as they were claimed."""
    own = {state.claims[name].act.event for name in row.claims if name in state.claims}
    return {name for name in own if name is not None}
