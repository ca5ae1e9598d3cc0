"""What a column back-end must be able to say: truth in three values over columns of a row.

The conditions and rules of a pack are lowered to these few terms once; SQL and polars are two
ways to write them down. A truth term is true, false or unknown in every row; unknown is NULL.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

__all__ = [
    "FALSE",
    "TRUE",
    "UNKNOWN",
    "All",
    "Cell",
    "Constant",
    "Counted",
    "Fallback",
    "Input",
    "Listed",
    "Nearby",
    "Opposite",
    "Settled",
    "Some",
    "SomeRow",
    "Step",
    "Term",
    "Test",
    "every",
    "fallback",
    "opposite",
    "parts",
    "some",
]

Scalar = bool | str | date | Decimal | None


@dataclass(frozen=True, slots=True)
class Constant:
    """A value that is the same in every row; None is unknown."""

    value: Scalar


@dataclass(frozen=True, slots=True)
class Input:
    """A column of the row: a fact, a day, or a value assumed for what is unknown."""

    column: str
    kind: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A column of the child row that a quantifier looks at."""

    column: str
    kind: str


@dataclass(frozen=True, slots=True)
class Step:
    """What an earlier step found."""

    column: str
    kind: str = "yes/no"


@dataclass(frozen=True, slots=True)
class All:
    """The least true of its parts."""

    items: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Some:
    """The truest of its parts."""

    items: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Opposite:
    """Swaps true and false; unknown stays."""

    item: Term


@dataclass(frozen=True, slots=True)
class Test:
    """``=``, ``<>``, ``<``, ``<=``, ``>``, ``>=``; unknown if a side is unknown."""

    left: Term
    operator: str
    right: Term
    kind: str


@dataclass(frozen=True, slots=True)
class Listed:
    """Whether a value is one of these."""

    left: Term
    values: tuple[Scalar, ...]
    negated: bool


@dataclass(frozen=True, slots=True)
class Nearby:
    """``left`` within a period before or after ``right``, both ends in."""

    left: Term
    n: int
    unit: str
    direction: str
    right: Term


@dataclass(frozen=True, slots=True)
class SomeRow:
    """Whether some child row meets the condition; false only where the list is complete."""

    table: str
    where: Term
    complete: Input


@dataclass(frozen=True, slots=True)
class Counted:
    """How many child rows meet the condition; unknown unless the list is complete."""

    table: str
    where: Term
    complete: Input


@dataclass(frozen=True, slots=True)
class Fallback:
    """The first, and where that is unknown the second."""

    first: Term
    then: Term


@dataclass(frozen=True, slots=True)
class Settled:
    """A fact with a definition: what was given and what is defined, unknown where they differ."""

    conflict: Input
    given: Input
    defined: Term


Term = (
    Constant
    | Input
    | Cell
    | Step
    | All
    | Some
    | Opposite
    | Test
    | Listed
    | Nearby
    | SomeRow
    | Counted
    | Fallback
    | Settled
)

TRUE, FALSE, UNKNOWN = Constant(True), Constant(False), Constant(None)


def every(items: Iterable[Term]) -> Term:
    """All of them, with what is constant worked out."""
    kept: dict[Term, None] = {}
    for item in items:
        for part in item.items if isinstance(item, All) else (item,):
            if part == FALSE:
                return FALSE
            if part != TRUE:
                kept[part] = None
    return TRUE if not kept else next(iter(kept)) if len(kept) == 1 else All(tuple(kept))


def some(items: Iterable[Term]) -> Term:
    """Any of them, with what is constant worked out."""
    kept: dict[Term, None] = {}
    for item in items:
        for part in item.items if isinstance(item, Some) else (item,):
            if part == TRUE:
                return TRUE
            if part != FALSE:
                kept[part] = None
    return FALSE if not kept else next(iter(kept)) if len(kept) == 1 else Some(tuple(kept))


def opposite(item: Term) -> Term:
    """The opposite, with what is constant worked out."""
    if isinstance(item, Constant):
        return UNKNOWN if item.value is None else Constant(not item.value)
    return item.item if isinstance(item, Opposite) else Opposite(item)


def fallback(first: Term, then: Term | None) -> Term:
    """The first where it is known, else the second; nothing to fall back on changes nothing."""
    if then is None or then == UNKNOWN:
        return first
    if isinstance(first, Constant):
        return then if first.value is None else first
    return Fallback(first, then)


def parts(term: Term) -> tuple[Term, ...]:
    """The terms directly inside a term."""
    if isinstance(term, All | Some):
        return term.items
    if isinstance(term, Opposite):
        return (term.item,)
    if isinstance(term, Test | Nearby):
        return (term.left, term.right)
    if isinstance(term, Listed):
        return (term.left,)
    if isinstance(term, SomeRow | Counted):
        return (term.where, term.complete)
    if isinstance(term, Fallback):
        return (term.first, term.then)
    if isinstance(term, Settled):
        return (term.conflict, term.given, term.defined)
    return ()
