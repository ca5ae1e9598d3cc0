"""Transitions of what is asked, item by item: split, merged, added (DOCKET 1.5)."""

from __future__ import annotations

from collections.abc import Iterable

from tecum.docket.acts import ItemAdded, ItemsMerged, ItemSplit
from tecum.docket.entry import Entry
from tecum.docket.parts import ItemAsked, Label
from tecum.docket.state.model import Asked, ItemState, State, replace
from tecum.docket.state.obligations import rename_items
from tecum.docket.state.steps import findings_moved, live, moved, on_open_demand, put, step
from tecum.worded import worded as _

__all__: list[str] = []


@step(ItemSplit)
def item_split(state: State, entry: Entry, act: ItemSplit) -> State:
    """The parts take the item's place and are decided each by itself."""
    on_open_demand(state)
    return _replaced(state, entry, (act.item,), act.into)


@step(ItemsMerged)
def items_merged(state: State, entry: Entry, act: ItemsMerged) -> State:
    """One item takes the place of several."""
    on_open_demand(state)
    return _replaced(state, entry, act.items, (act.into,))


@step(ItemAdded)
def item_added(state: State, entry: Entry, act: ItemAdded) -> State:
    """One more thing is asked; obligations opened before do not cover it by themselves."""
    on_open_demand(state)
    _check_fresh(state, (act.item,))
    return findings_moved(_with(state, entry, (act.item,)))


def _replaced(
    state: State, entry: Entry, old: tuple[Label, ...], new: tuple[ItemAsked, ...]
) -> State:
    for item in live(state, old):
        if item.answers:
            raise moved(
                _("Item {label} is answered; what was answered keeps its words.", label=item.label)
            )
    _check_fresh(state, new)
    items: dict[Label, ItemState] = dict(state.items)
    for label in old:
        items[label] = replace(items[label], asked=Asked.REPLACED, asked_by=entry.id)
    state = _with(replace(state, items=items), entry, new)
    return findings_moved(rename_items(state, old, [item.label for item in new]))


def _with(state: State, entry: Entry, items: Iterable[ItemAsked]) -> State:
    for asked in items:
        made = ItemState(asked_for=asked, asked_by=entry.id)
        state = replace(state, items=put(state.items, asked.label, made))
    return state


def _check_fresh(state: State, items: Iterable[ItemAsked]) -> None:
    taken = [item.label for item in items if item.label in state.items]
    if taken:
        raise moved(
            _("An item of the label {label} stands on this demand already.", label=taken[0])
        )
