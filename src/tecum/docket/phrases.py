"""Which due phrase is which: an obligation follows its phrase, not the place in a list.

The phrases of a demand's registration never change, so each has a number there. A phrase that
is read, corrected or added later is found among them by its place on the page, by its words, or
by what it says; one that the registration does not have is named by where it stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import date

from tecum.docket.acts.registration import DueStated
from tecum.docket.parts import ObligationId
from tecum.docket.state.model import DemandStep, ObligationOrigin, State
from tecum.docket.vocabulary import ObligationObject
from tecum.words import DueForm

__all__ = [
    "Phrase",
    "names_of_phrases",
    "numbered",
    "phrase_of",
    "registered",
    "waiting_phrases",
]

_SPACE = re.compile(r"\W+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """What tells one due phrase from another.

    Attributes:
        place: Page and first character; None where nobody knows the place.
        quote: The words on the page.
    """

    form: DueForm
    day: date | None = None
    amount: int | None = None
    unit: str | None = None
    trigger: str | None = None
    place: tuple[int, int] | None = None
    quote: str | None = None

    @property
    def says(self) -> tuple[Hashable, ...]:
        """What it says, wherever and in whatever words."""
        return (self.form, self.day, self.amount, self.unit, self.trigger)

    @property
    def words(self) -> str | None:
        """Its words without what a scan or a line break does to them."""
        return _SPACE.sub(" ", self.quote).strip().casefold() if self.quote else None


def registered(state: State) -> list[tuple[int, DueStated]]:
    """The due phrases of the registration, with the numbers that are theirs for good."""
    due = state.demand.act.due if state.demand is not None else ()
    return list(enumerate((row for row in due if row.form is not DueForm.NONE), 1))


def numbered(state: State, seen: Sequence[Phrase]) -> list[int | None]:
    """The number of each phrase as it is read now; None for one that was not registered."""
    left = {n: phrase_of(row) for n, row in registered(state)}
    found: list[int | None] = [None] * len(seen)
    ways: tuple[Callable[[Phrase], Hashable], ...] = (
        lambda one: one.place and (one.place, one.words),
        lambda one: one.words,
        lambda one: one.place,
        lambda one: one.says,
    )
    for key in ways:
        for at, phrase in enumerate(seen):
            wanted = key(phrase)
            if found[at] is not None or wanted is None:
                continue
            same = [n for n, one in left.items() if key(one) == wanted]
            if same:
                found[at] = same[0]
                del left[same[0]]
    return found


def names_of_phrases(
    state: State, seen: Sequence[tuple[Phrase, ObligationObject]]
) -> list[ObligationId]:
    """The obligation that stands, or would stand, for each phrase; no two share one."""
    numbers = numbered(state, [phrase for phrase, _ in seen])
    names: list[ObligationId] = []
    for (phrase, owed), number in zip(seen, numbers, strict=True):
        made = _held(state, owed, number) if number is not None else None
        name = made or f"{owed.value}.{number if number is not None else _where(phrase)}"
        first, again = name, 2
        while name in names:
            name, again = f"{first}-{again}", again + 1
        names.append(ObligationId(name))
    return names


def waiting_phrases(state: State) -> list[tuple[int, DueStated]]:
    """The due phrases of an open demand that no obligation stands for, with their numbers."""
    if state.demand is None or state.demand.step is not DemandStep.OPEN:
        return []
    taken = {name.rpartition(".")[2] for name in state.obligations if _is_of_a_phrase(state, name)}
    return [(n, due) for n, due in registered(state) if str(n) not in taken]


def _held(state: State, owed: ObligationObject, number: int) -> str | None:
    """The obligation under a phrase's number, though it was taken for another object then."""
    own = f"{owed.value}.{number}"
    if own in state.obligations:
        return own
    objects = (f"{one.value}.{number}" for one in ObligationObject)
    held = (ObligationId(name) for name in objects if name in state.obligations)
    return next((name for name in held if _is_of_a_phrase(state, name)), None)


def _is_of_a_phrase(state: State, name: ObligationId) -> bool:
    origin = state.obligations[name].origin
    return origin in (ObligationOrigin.CLOCK, ObligationOrigin.SET_BY_HAND)


def _where(phrase: Phrase) -> str:
    """A name of numbers and codes alone: where it stands, else what it says."""
    if phrase.place is not None:
        return "p{}c{}".format(*phrase.place)
    said = (str(part) for part in phrase.says if part is not None)
    return "-".join(said)


def phrase_of(row: DueStated) -> Phrase:
    """What tells a registered phrase from another."""
    source = row.source
    quote = source.quote if source is not None else None
    is_placed = source is not None and source.page is not None and source.start is not None
    return Phrase(
        form=row.form,
        day=row.day,
        amount=row.amount,
        unit=row.unit.value if row.unit is not None else None,
        trigger=row.trigger.value,
        place=(source.page, source.start) if is_placed else None,  # type: ignore[union-attr, arg-type]
        quote=quote if isinstance(quote, str) else None,
    )
