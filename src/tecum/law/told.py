"""What a condition says, worked out once for all findings: its text, its parts, its facts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tecum.law.expression import write_expression
from tecum.law.rings import facts_in
from tecum.law.tree import Always, And, Expr, Holds, Not, Or

__all__ = ["Told", "told"]


@dataclass(frozen=True, slots=True)
class Told:
    """The canonical text of a condition and what a trace shows of it.

    ``leaves`` are the parts that must all hold; ``is_plain`` says that it is a yes/no fact by
    itself or such facts joined: what a person answers about this demand.
    """

    expr: Expr
    text: str
    names: tuple[str, ...]
    is_plain: bool
    leaves: tuple[Told, ...]


def told(expr: Expr, known: dict[int, Told]) -> Told:
    """What this very condition says, from what was worked out before if it was.

    ``known`` goes by the address of the condition. Each entry keeps its condition, so that no
    other one can come to stand there.
    """
    found = known.get(id(expr))
    if found is None:
        found = known[id(expr)] = _told(expr, tuple(_told(leaf, ()) for leaf in _leaves(expr)))
    return found


def _told(expr: Expr, leaves: tuple[Told, ...]) -> Told:
    names = tuple(sorted(facts_in(expr)))
    return Told(expr, write_expression(expr), names, _is_plain(expr), leaves)


def _leaves(expr: Expr) -> Iterator[Expr]:
    """The parts that must all hold, as they are written."""
    if isinstance(expr, And):
        for item in expr.items:
            yield from _leaves(item)
    elif not isinstance(expr, Always):
        yield expr


def _is_plain(expr: Expr) -> bool:
    if isinstance(expr, Not):
        return _is_plain(expr.item)
    if isinstance(expr, And | Or):
        return all(_is_plain(item) for item in expr.items)
    return isinstance(expr, Holds)
