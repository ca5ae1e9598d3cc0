"""Transitions of the office's own docket: whose keys are trusted, with whom exchange rests."""

from __future__ import annotations

from collections.abc import Mapping

from tecum.docket.acts import ConnectionStopped, ConnectionTrusted
from tecum.docket.entry import Entry
from tecum.docket.state.model import State
from tecum.docket.state.steps import moved, step
from tecum.worded import worded as _

__all__ = ["connections"]


@step(ConnectionTrusted)
def connection_trusted(state: State, entry: Entry, act: ConnectionTrusted) -> State:
    """Another office's keys count from here on, in place of those that counted before."""
    held = connections(state, before=entry).get(act.office)
    known = held.act.fingerprint if held and isinstance(held.act, ConnectionTrusted) else None
    stopped = held is not None and isinstance(held.act, ConnectionStopped)
    if not stopped and known != act.before:
        raise moved(_("The keys of this office that were to be replaced are no longer those held."))
    return state


@step(ConnectionStopped)
def connection_stopped(state: State, entry: Entry, act: ConnectionStopped) -> State:
    """Exchange rests; what was exchanged stays."""
    return state


def connections(state: State, *, before: Entry | None = None) -> Mapping[str, Entry]:
    """Office → the last entry that says whether its keys are trusted."""
    found: dict[str, Entry] = {}
    for entry in state.entries.values():
        if isinstance(entry.act, ConnectionTrusted | ConnectionStopped) and entry != before:
            found[entry.act.office] = entry
    return found
