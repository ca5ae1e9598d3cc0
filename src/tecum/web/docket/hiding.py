"""A docket as somebody may see it: without access to subjects, personal values are left out.

What is left out looks like an erased value to everything that is drawn from the state, so no
page can show by mistake what its reader may not see.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, TypeVar

from tecum.docket.acts import NoteAdded
from tecum.docket.acts.course import Audience
from tecum.docket.declare import Commitment, Erased, declared
from tecum.docket.entry import DocketKind, Entry
from tecum.docket.state import State, fold
from tecum.docket.vocabulary import Personal
from tecum.web.accounts.models import Person
from tecum.web.accounts.policies import has_role, may_see_subjects, subjects_seen
from tecum.web.docket import models, states
from tecum.words import Role

__all__ = ["HIDDEN", "hide", "state_as_seen", "states_as_seen"]

HIDDEN = "hidden"
_SHOWN = (Personal.NONE, Personal.OFFICIAL)
_NOTHING = Erased(Commitment("0" * 64))

T = TypeVar("T")


def state_as_seen(person: Person, docket: models.Docket) -> State:
    """The docket's state, folded from what this person may see of each entry."""
    return _as_seen(person, docket, states.state_of(docket), may_see_subjects(person, docket))


def states_as_seen(person: Person, dockets: Iterable[models.Docket]) -> dict[str, State]:
    """The same of several visible dockets, asked of the database together."""
    rows = list(dockets)
    open_to = subjects_seen(person, [row.pk for row in rows])
    folded = states.states_of(rows)
    return {row.pk: _as_seen(person, row, folded[row.pk], row.pk in open_to) for row in rows}


def _as_seen(person: Person, docket: models.Docket, state: State, sees: bool) -> State:
    is_counsel = has_role(person, Role.COUNSEL, Role.LEAD)
    hidden = [
        entry.id
        for entry in state.entries.values()
        if not sees or (_is_for_counsel(entry) and not is_counsel)
    ]
    if not hidden:
        return state
    entries = (
        _hidden_entry(entry) if entry.id in hidden else entry for entry in state.entries.values()
    )
    return fold(entries, DocketKind(docket.kind), state.rules)


def _is_for_counsel(entry: Entry) -> bool:
    return isinstance(entry.act, NoteAdded) and entry.act.audience is Audience.COUNSEL_ONLY


def _hidden_entry(entry: Entry) -> Entry:
    return replace(
        entry,
        act=hide(entry.act),
        happened=hide(entry.happened),
        basis=tuple(hide(source) for source in entry.basis),
    )


def hide(value: T) -> T:
    """A copy in which every value about a person is left out; it looks like an erased one."""
    marks = declared(type(value))
    changed: dict[str, Any] = {}
    for name, mark in marks.items():
        held = getattr(value, name)
        if held is None:
            continue
        if mark.parts:
            changed[name] = tuple(map(hide, held)) if isinstance(held, tuple) else hide(held)
        elif mark.personal not in _SHOWN:
            changed[name] = _NOTHING
    return dataclasses.replace(value, **changed)  # type: ignore[type-var]
