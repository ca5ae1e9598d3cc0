"""How the demands of one campaign differ from its template, recipient by recipient.

Slots, items added or left away, and the words of an item that differ, each with its place, so
that two received letters of one campaign compare the same way (DOCKET 1.11).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from tecum.docket.acts import RecipientAdded
from tecum.docket.declare import Erased
from tecum.docket.parts import ItemAsked
from tecum.docket.state.model import State

__all__ = ["ItemDiffers", "RecipientDiffers", "WordsDiffer", "compare", "differences"]

_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class WordsDiffer:
    """A run of words that differs, with its place in both texts; one side may be empty."""

    template: str
    text: str
    at_template: tuple[int, int]
    at_text: tuple[int, int]


@dataclass(frozen=True, slots=True)
class ItemDiffers:
    """One item: its words where they differ, else that it was added or left away."""

    label: str
    added: str | None = None
    removed: str | None = None
    words: tuple[WordsDiffer, ...] = ()


@dataclass(frozen=True, slots=True)
class RecipientDiffers:
    """What one recipient's demand says otherwise than the template."""

    recipient: str
    slots: tuple[tuple[str, str], ...] = ()
    items: tuple[ItemDiffers, ...] = ()


def compare(template: str, text: str) -> tuple[WordsDiffer, ...]:
    """The runs of words in which a text differs from its template.

    >>> [(row.template, row.text) for row in compare("by 8 May, in full", "by 9 May, in full")]
    [('8', '9')]
    """
    first, second = list(_WORD.finditer(template)), list(_WORD.finditer(text))
    matcher = SequenceMatcher(
        None, [word[0] for word in first], [word[0] for word in second], autojunk=False
    )
    found = []
    for kind, a0, a1, b0, b1 in matcher.get_opcodes():
        if kind != "equal":
            one, other = _span(first, a0, a1, len(template)), _span(second, b0, b1, len(text))
            found.append(WordsDiffer(template[slice(*one)], text[slice(*other)], one, other))
    return tuple(found)


def differences(campaign: State, dockets: Mapping[str, State]) -> tuple[RecipientDiffers, ...]:
    """Each recipient whose demand differs from the template, in the order of the board.

    Args:
        campaign: The campaign's docket, folded.
        dockets: Recipient id → that recipient's demand docket, folded, where it is known.
    """
    found = []
    for row in campaign.recipients.values():
        act = campaign.entries[row.entry].act
        if not isinstance(act, RecipientAdded):
            continue
        slots = tuple((one.slot, text) for one in act.slots if (text := _text(one.value)))
        state = dockets.get(row.id)
        items = _of_row(campaign, act) if state is None else _of_demand(campaign, state)
        if slots or items:
            found.append(RecipientDiffers(row.id, slots, items))
    return tuple(found)


def _of_row(campaign: State, act: RecipientAdded) -> tuple[ItemDiffers, ...]:
    """What the row itself says was added or left away."""
    asked = _items(campaign)
    added = [ItemDiffers(row.label, added=_text(row.text)) for row in act.items_added]
    removed = [
        ItemDiffers(label, removed=_text(asked[label].text) if label in asked else "")
        for label in act.items_removed
    ]
    return (*added, *removed)


def _of_demand(campaign: State, state: State) -> tuple[ItemDiffers, ...]:
    """What the demand at hand asks otherwise than the template, item by item."""
    template = _items(campaign)
    at_hand = {item.label: item.asked_for for item in state.live_items}
    if not template:
        return ()
    found = []
    for label, item in at_hand.items():
        if label not in template:
            found.append(ItemDiffers(label, added=_text(item.text)))
        elif words := compare(_text(template[label].text), _text(item.text)):
            found.append(ItemDiffers(label, words=words))
    missing = [label for label in template if label not in at_hand]
    return (*found, *(ItemDiffers(one, removed=_text(template[one].text)) for one in missing))


def _items(campaign: State) -> dict[str, ItemAsked]:
    held = campaign.campaign
    return {} if held is None else {item.label: item for item in held.items}


def _text(value: object) -> str:
    return "" if value is None or isinstance(value, Erased) else str(value)


def _span(words: list[re.Match[str]], first: int, last: int, end: int) -> tuple[int, int]:
    if first < last:
        return words[first].start(), words[last - 1].end()
    at = words[first].start() if first < len(words) else end
    return at, at
