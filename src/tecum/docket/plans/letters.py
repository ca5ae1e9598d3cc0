"""The letter to one recipient: a text with slots in braces, each filled with its own words.

    "Grant {award} of {recipient} is due on {due}."

A slot that nothing fills stays as it is and is named; such a letter is not sent.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from tecum.docket.acts import RecipientAdded
from tecum.docket.declare import Erased
from tecum.docket.differences import WordsDiffer, compare
from tecum.docket.state.model import State
from tecum.docket.state.steps import day_of
from tecum.docket.vocabulary import ObligationObject
from tecum.provenance import Sha256
from tecum.words import Side

__all__ = ["OF_EVERY_LETTER", "Letter", "fill", "slots_of", "words_for"]

OF_EVERY_LETTER = ("recipient", "address", "number", "due", "items")
"""Slots that the docket itself fills; the others stand with the recipient."""

_SLOT = re.compile(r"\{([a-z][a-z0-9_]*)\}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Letter:
    """What one recipient is written.

    Attributes:
        text: The words as they go out.
        template: The text with its slots.
        empty: The slots that nothing fills.
    """

    text: str
    template: str
    empty: tuple[str, ...] = ()

    @property
    def differs(self) -> tuple[WordsDiffer, ...]:
        """Where the letter differs from the text with its slots."""
        return compare(self.template, self.text)

    @property
    def content(self) -> bytes:
        """The letter's own document."""
        return self.text.encode()

    @property
    def sha256(self) -> Sha256:
        """The hash by which an act names it."""
        return Sha256(hashlib.sha256(self.content).hexdigest())


def slots_of(text: str) -> tuple[str, ...]:
    """The slots that a text has, each once, in order.

    >>> slots_of("To {recipient}: award {award} of {recipient}")
    ('recipient', 'award')
    """
    return tuple(dict.fromkeys(_SLOT.findall(text)))


def fill(text: str, words: Mapping[str, str]) -> Letter:
    """A text with its slots filled.

    >>> fill("Award {award}", {"award": "2016-DJ-1"}).text
    'Award 2016-DJ-1'
    """
    empty = tuple(name for name in slots_of(text) if not words.get(name))
    made = _SLOT.sub(lambda match: words.get(match[1]) or match[0], text)
    return Letter(made, text, empty)


def words_for(added: RecipientAdded, demand: State | None) -> dict[str, str]:
    """What fills the slots for one recipient; what was erased fills nothing."""
    words = {row.slot: row.value for row in added.slots if not isinstance(row.value, Erased)}
    words["recipient"] = added.name
    if added.address is not None and not isinstance(added.address, Erased):
        words["address"] = added.address
    if demand is not None and demand.demand is not None:
        words["number"] = demand.demand.act.number
        words["items"] = "\n".join(
            f"{item.label}. {item.asked_for.text}"
            for item in demand.live_items
            if not isinstance(item.asked_for.text, Erased)
        )
        due = next((row.day for row in demand.demand.act.due if row.day is not None), None)
        if due is not None:
            words.setdefault("due", _day(due))
        given = _given(demand)
        if given is not None:
            words["due"] = _day(given)
    return words


def _given(state: State) -> date | None:
    """The day by which an answer is now due, where more time was given than the demand states.

    A reminder that named the first day would take back what was granted.
    """
    days = [
        day_of(state, row.safe)
        for row in state.obligations.values()
        if row.object is ObligationObject.ANSWER
        and row.owed_by is Side.THEIRS
        and row.step.is_open
        and row.extended_by is not None
        and row.safe is not None
    ]
    return max(days, default=None)


def _day(day: date) -> str:
    """A date as letters of the United States print it.

    >>> _day(date(2020, 1, 9))
    'January 9, 2020'
    """
    return f"{_MONTHS[day.month - 1]} {day.day}, {day.year}"


_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
