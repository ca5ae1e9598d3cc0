"""What a column back-end says of each row: possible outcomes and live rules, as bit sets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tecum.words import Outcome

__all__ = ["BITS", "ORDER", "Answer", "answers_of", "outcomes_in"]

ORDER = (Outcome.MUST, Outcome.MAY, Outcome.MUST_NOT, Outcome.COUNSEL, Outcome.SILENT)
"""Bit ``k`` of a set of possible outcomes is ``ORDER[k]``."""
BITS = 60
"""Live rules in one whole number of 64 bits; a row has as many numbers as its rules need."""

_OUTCOMES = tuple(
    tuple(word for at, word in enumerate(ORDER) if mask >> at & 1) for mask in range(32)
)


class Answer(NamedTuple):
    """One row: the possible outcomes, the rules that are live, and those that may be."""

    possible: int
    live: int
    may_be_live: int

    @property
    def outcome(self) -> Outcome:
        """The one outcome possible, else *unknown*."""
        found = outcomes_in(self.possible)
        return found[0] if len(found) == 1 else Outcome.UNKNOWN


def answers_of(
    possible: Iterable[int], live: Sequence[Iterable[int]], may: Sequence[Iterable[int]]
) -> list[Answer]:
    """Answers from the columns of a back-end; of several sets the first holds the lowest bits."""
    if not live:
        return [Answer(mask, 0, 0) for mask in possible]
    if len(live) == 1:
        return list(map(Answer, possible, live[0], may[0]))
    return list(map(Answer, possible, _joined(live), _joined(may)))


def _joined(sets: Sequence[Iterable[int]]) -> Iterable[int]:
    for row in zip(*sets, strict=True):
        yield sum(part << (BITS * at) for at, part in enumerate(row))


def outcomes_in(mask: int) -> tuple[Outcome, ...]:
    """The outcomes of a set, in the order of :data:`ORDER`."""
    return _OUTCOMES[mask]
