"""What every group of transitions uses: the table of steps, changes, refusals, warnings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import Any, TypeVar

from tecum.docket.acts import Corrected
from tecum.docket.declare import Act
from tecum.docket.entry import Entry, EntryId
from tecum.docket.errors import (
    DemandEnded,
    ItemNotLive,
    ReasonNeeded,
    SamePerson,
    StalePreview,
    UnknownReference,
)
from tecum.docket.parts import Label
from tecum.docket.state.model import Asked, DemandState, DemandStep, ItemState, State, Warn, replace
from tecum.docket.vocabulary import Precision, TwoPersons
from tecum.worded import worded as _

__all__ = [
    "STEPS",
    "day_of",
    "findings_moved",
    "happened_between",
    "happened_day",
    "has_entry",
    "is_taken_back",
    "known",
    "live",
    "moved",
    "need_reason",
    "need_two",
    "on_open_demand",
    "put",
    "step",
    "warn",
]

K = TypeVar("K")
V = TypeVar("V")
A = TypeVar("A", bound=Act)

Step = Callable[[State, Entry, Any], State]

STEPS: dict[type[Act], Step] = {}
"""Act → what it does to the state; total over the closed list."""


def step(*acts: type[Act]) -> Callable[[Step], Step]:
    """Enter a transition into the table."""

    def enter(function: Step) -> Step:
        for act in acts:
            STEPS[act] = function
        return function

    return enter


def put(mapping: Mapping[K, V], key: K, value: V) -> Mapping[K, V]:
    """A mapping with one value set."""
    return {**mapping, key: value}


def warn(state: State, code: str, entry: Entry) -> State:
    """Note something odd that is recorded all the same."""
    return replace(state, warnings=(*state.warnings, Warn(code, entry.id)))


def known(mapping: Mapping[K, V], key: K, what: str) -> V:
    """The thing that an act of this office points at, or the refusal.

    Raises:
        UnknownReference: it is not on this docket.
    """
    found = mapping.get(key)
    if found is None:
        raise UnknownReference(
            _("The {thing} that is pointed at is not on this docket.", thing=what),
            why=_("An act must rest on something that can be shown."),
            do=_("Choose a {thing} of this docket.", thing=what),
        )
    return found


def moved(what: str) -> StalePreview:
    """The refusal of an act of this office whose premise has moved."""
    return StalePreview(
        what,
        why=_("The docket has moved since this was offered."),
        do=_("Look at the docket as it stands now and decide again."),
    )


def on_open_demand(state: State) -> DemandState:
    """The demand, if it is open or a draft.

    Raises:
        DemandEnded: there is none, or it is closed or withdrawn.
    """
    demand = state.demand
    if demand is None or demand.step not in (DemandStep.DRAFT, DemandStep.OPEN):
        raise DemandEnded(
            _("There is no open demand on this docket."),
            do=_("Register the demand first, or reopen it."),
        )
    return demand


def live(state: State, labels: Iterable[Label]) -> tuple[ItemState, ...]:
    """The items of these labels, all of them still asked for.

    Raises:
        ItemNotLive: none is named, or one is not on the docket or no longer asked for.
    """
    wanted = tuple(labels)
    if not wanted:
        raise ItemNotLive(_("No item is named."), do=_("Name the items this is about."))
    found = []
    for label in wanted:
        item = state.items.get(label)
        if item is None or item.asked is not Asked.LIVE:
            raise ItemNotLive(
                _("Item {label} is not asked for on this demand.", label=label),
                why=_("It was never asked, was dropped, or an order has quashed it."),
                do=_("Name items that are live."),
                item=label,
            )
        found.append(item)
    return tuple(found)


def need_reason(given: object, what: str) -> None:
    """Refuse an act that says no reason where one must stand.

    Raises:
        ReasonNeeded: none is given.
    """
    if given is None or given == "":
        raise ReasonNeeded(
            _("{what} needs a reason.", what=what),
            why=_("Whoever reads the docket later must see why."),
            do=_("Write the reason."),
        )


def need_two(state: State, entry: Entry, group: TwoPersons, other: str | None = None) -> bool:
    """Refuse one person where two are required; tell whether only one acted.

    Args:
        state: The docket, whose rules say for which groups two persons are required.
        entry: The act; its actor may name a second person who confirmed it.
        group: The group of acts.
        other: Whoever did the step before, e.g. proposed what is now approved.

    Raises:
        SamePerson: two are required, and one acted.
    """
    actor = entry.actor
    people = {person for person in (actor.person, actor.second, other) if person is not None}
    if len(people) >= 2:
        return False
    if state.rules.asks_two(group):
        raise SamePerson(
            _("Two persons are required, and this is one."),
            why=_("The office's profile asks for a second person here."),
            do=_("Let a second person approve."),
            group=group.value,
        )
    return True


def happened_day(state: State, entry: Entry) -> date | None:
    """The last day on which what an entry tells can have happened, in the office's zone."""
    return happened_between(state, entry)[1]


def happened_between(state: State, entry: Entry) -> tuple[date | None, date | None]:
    """The first and the last day on which it can have happened; None is open."""
    happened = entry.happened
    value = happened.value
    is_exact = happened.precision in (Precision.INSTANT, Precision.DAY)
    if isinstance(value, datetime) and value.tzinfo is not None and is_exact:
        day = value.astimezone(state.rules.tz).date()
        return day, day
    return happened.interval()


def day_of(state: State, due: date | datetime) -> date:
    """The day of a due date or instant, in the office's zone."""
    if isinstance(due, datetime):
        return due.astimezone(state.rules.tz).date() if due.tzinfo else due.date()
    return due


def has_entry(state: State, entry: Entry, ref: EntryId | None) -> State:
    """Warn where a world act points at an entry that is not on this docket."""
    if ref is not None and ref not in state.entries:
        return warn(state, "unknown-reference", entry)
    return state


def findings_moved(state: State) -> State:
    """The findings rest on something that has changed; they must be taken anew."""
    if state.findings is None:
        return state
    return replace(state, findings=replace(state.findings, current=False))


def is_taken_back(state: State, ref: EntryId) -> bool:
    """Whether a correction took a whole entry back."""
    acts = (state.entries[one].act for one in state.corrections.get(ref, ()))
    return any(isinstance(act, Corrected) and act.path is None for act in acts)
