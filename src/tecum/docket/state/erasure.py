"""The transition of an erasure: by two persons, and never what a hold keeps."""

from __future__ import annotations

from tecum.docket.acts import Erased
from tecum.docket.entry import Entry
from tecum.docket.errors import HoldInForce
from tecum.docket.state.model import State, replace
from tecum.docket.state.steps import known, need_two, step
from tecum.docket.vocabulary import TwoPersons
from tecum.worded import worded as _

__all__ = ["holds"]


def holds(state: State) -> tuple[str, ...]:
    """The preservations in force: while one stands, nothing here is erased."""
    return tuple(ref for ref, kept in state.preservations.items() if kept.ended_by is None)


@step(Erased)
def erased(state: State, entry: Entry, act: Erased) -> State:
    """What was committed stays committed; nobody can open it again."""
    need_two(state, entry, TwoPersons.ERASURE)
    standing = holds(state)
    if standing:
        raise HoldInForce(
            _("{n} preservations are in force on this docket.", n=len(standing)),
            why=_("What must be preserved must not be destroyed."),
            do=_("End the preservation first, if its cause has ended."),
            holds=standing,
        )
    for ref in act.entries:
        known(state.entries, ref, "entry")
    return replace(state, erasures=(*state.erasures, entry.id))
