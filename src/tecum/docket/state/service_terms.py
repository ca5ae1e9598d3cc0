"""Which address and which grade of delivery the office treats as receipt, and from when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace as changed
from datetime import date

from tecum.docket.acts import ServiceTermsSet
from tecum.docket.declare import Erased
from tecum.docket.entry import Entry, EntryId
from tecum.docket.errors import SamePerson
from tecum.docket.state.model import State
from tecum.docket.state.steps import known, moved, step
from tecum.docket.vocabulary import TwoPersons
from tecum.worded import worded as _
from tecum.words import Channel

__all__ = ["service_terms", "stands", "terms_waiting"]

Where = tuple[Channel, str]


@step(ServiceTermsSet)
def service_terms_set(state: State, entry: Entry, act: ServiceTermsSet) -> State:
    """Terms are proposed; with another person's same words, or where one is enough, they stand."""
    if act.joins is None:
        return state
    first = known(state.entries, act.joins, "terms")
    if not isinstance(first.act, ServiceTermsSet) or changed(act, joins=None) != first.act:
        raise moved(_("These are not the terms that the other person set."))
    if first.actor.person == entry.actor.person:
        raise SamePerson(
            _("You set these terms yourself."),
            why=_("The second person looks at them anew."),
            do=_("Let somebody else agree."),
        )
    if act.joins not in terms_waiting(state, before=entry) and not state.rules.recorded:
        raise moved(_("These terms stand already, or others were set meanwhile."))
    return state


def stands(state: State, entry: Entry) -> bool:
    """Whether terms stand by this entry: the second person's, or the only one that is asked for."""
    act = entry.act
    alone = TwoPersons.SENDING not in state.rules.two_persons
    return isinstance(act, ServiceTermsSet) and (act.joins is not None or alone)


def service_terms(state: State, on: date | None = None) -> Mapping[Where, Entry]:
    """Channel and address → the entry by which terms stand there.

    Args:
        state: The office's docket.
        on: The day that is asked about; None for the last word whatever its day.
    """
    found: dict[Where, Entry] = {}
    for entry in state.entries.values():
        act = entry.act
        if not isinstance(act, ServiceTermsSet) or not stands(state, entry):
            continue
        if on is not None and act.since > on:
            continue
        where = (act.channel, "" if isinstance(act.address, Erased) else act.address)
        found.pop(where, None)
        if act.grade is not None:
            found[where] = entry
    return found


def terms_waiting(state: State, *, before: Entry | None = None) -> Mapping[EntryId, Entry]:
    """Terms that wait for a second person: the last that was set for each address."""
    found: dict[Where, Entry] = {}
    for entry in state.entries.values():
        act = entry.act
        if not isinstance(act, ServiceTermsSet) or entry == before:
            continue
        where = (act.channel, "" if isinstance(act.address, Erased) else act.address)
        found.pop(where, None)
        if not stands(state, entry):
            found[where] = entry
    return {entry.id: entry for entry in found.values()}
