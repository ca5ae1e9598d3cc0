"""Transitions of the office's own docket: settings and people."""

from __future__ import annotations

from tecum.docket.acts import (
    FactorsTakenAway,
    LinkMade,
    NameSearched,
    PersonAdded,
    ProfileChanged,
    RoleChanged,
)
from tecum.docket.entry import Entry
from tecum.docket.state.model import State, replace
from tecum.docket.state.steps import known, moved, put, step
from tecum.worded import worded as _

__all__: list[str] = []


@step(ProfileChanged)
def profile_changed(state: State, entry: Entry, act: ProfileChanged) -> State:
    """A setting has a new value from here on."""
    return replace(state, profile=put(state.profile, act.key, entry.id))


@step(PersonAdded)
def person_added(state: State, entry: Entry, act: PersonAdded) -> State:
    """Somebody works here."""
    if act.person in state.people:
        raise moved(_("This person is on the list already."))
    return replace(state, people=put(state.people, act.person, act.roles))


@step(RoleChanged)
def role_changed(state: State, entry: Entry, act: RoleChanged) -> State:
    """Somebody has other roles from here on."""
    held = known(state.people, act.person, "person")
    if set(held) != set(act.before):
        raise moved(_("The roles that were to be changed are no longer those held."))
    return replace(state, people=put(state.people, act.person, act.after))


@step(LinkMade)
@step(FactorsTakenAway)
def let_in_anew(state: State, entry: Entry, act: LinkMade | FactorsTakenAway) -> State:
    """Roles stay as they are; how somebody gets in is no state of the office."""
    known(state.people, act.person, "person")
    return state


@step(NameSearched)
def name_searched(state: State, entry: Entry, act: NameSearched) -> State:
    """Nothing changes by looking; that somebody looked stands in the entries."""
    return state
