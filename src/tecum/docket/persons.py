"""Whom a demand is about, person by person: what is true of one is said of no other."""

from __future__ import annotations

from collections.abc import Iterable

from tecum.docket.acts import FactStated, OwedEventHappened
from tecum.docket.acts.answer import RunsFrom
from tecum.docket.declare import Erased
from tecum.docket.entry import EntryId
from tecum.docket.parts import Label, SubjectRef
from tecum.docket.state.model import State

__all__ = ["happened_to_all", "persons_of", "persons_of_item", "said_in_order", "stated_of_all"]


def persons_of(state: State) -> tuple[SubjectRef, ...]:
    """The persons that a demand names, or that one of its items is about, each once."""
    named = state.demand.act.subjects if state.demand is not None else ()
    refs = [row.subject for row in named]
    asked = (item.asked_for.subject for item in state.live_items)
    return tuple(dict.fromkeys([*refs, *(ref for ref in asked if ref is not None)]))


def persons_of_item(state: State, label: str | None) -> tuple[SubjectRef, ...]:
    """The persons whom an item concerns: its own, or all of the demand where it names none."""
    item = state.items.get(Label(label)) if label is not None else None
    if item is not None and item.asked_for.subject is not None:
        return (item.asked_for.subject,)
    return persons_of(state)


def stated_of_all(state: State, fact: str, label: str | None) -> EntryId | None:
    """The entry by which a fact about a person stands for everybody whom an item concerns.

    What was said without naming anybody counts where the demand is about one person at most.
    None where it is not known of one of them, or is not the same for all.
    """
    alone = len(persons_of(state)) <= 1
    found: dict[SubjectRef | None, EntryId] = {}
    for (name, item, person), ref in said_in_order(state):
        if name != fact or item not in (None, label):
            continue
        if person is not None:
            found[SubjectRef(person)] = ref
        elif alone:
            found |= dict.fromkeys((*persons_of(state), None), ref)
    refs = [found.get(person) for person in persons_of_item(state, label) or (None,)]
    values = [_value(state, ref) for ref in refs]
    is_same = values[0] is not None and all(value == values[0] for value in values)
    return refs[0] if is_same else None


def said_in_order(state: State) -> list[tuple[tuple[str, Label | None, str | None], EntryId]]:
    """The facts that stand, the one stated last at the end."""
    return sorted(state.facts.items(), key=lambda row: state.entries[row[1]].seq)


def happened_to_all(state: State, act: OwedEventHappened) -> bool:
    """Whether an event is told of everybody whom the demand is about.

    A hearing that names nobody is the demand's; a release is always somebody's.
    """
    labels: Iterable[Label] = act.items
    held = state.obligations.get(act.obligation) if act.obligation is not None else None
    if not act.items and held is not None:
        labels = held.items
    persons = set(persons_of(state))
    told = [state.items[label].asked_for.subject for label in labels if label in state.items]
    if len(persons) <= 1 or None in told:
        return True
    if not told:
        return act.event not in (RunsFrom.RELEASE, RunsFrom.OTHERWISE_RELEASE)
    return persons <= {person for person in told if person is not None}


def _value(state: State, ref: EntryId | None) -> object:
    act = state.entries[ref].act if ref is not None else None
    value = act.value if isinstance(act, FactStated) else None
    return None if isinstance(value, Erased) else value
