"""What a trace must know of each norm to find what was already said of it."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from tecum.law.blocks import JudgedAt, Order
from tecum.law.norms import Norm, Theory
from tecum.law.prepared import Test, prepared
from tecum.law.told import told
from tecum.words import Effect

__all__ = ["Form", "forms_of"]


@dataclass(frozen=True, slots=True)
class Form:
    """The conditions and facts of a norm, and what stands above it.

    ``elsewhere`` are the parts of its condition that speak of another situation when they
    fail. ``is_kept`` says that days, conditions, sources and what is above settle all steps:
    not so where an order may stay it, where it restrains rules or stands against a restraint,
    or where a fact says the day.
    """

    key: int
    place: int
    among: int
    tests: tuple[Test, ...]
    names: tuple[str, ...]
    elsewhere: tuple[tuple[Test, tuple[str, ...]], ...]
    winners: tuple[Norm, ...]
    is_kept: bool


def forms_of(theory: Theory, defined: Container[str]) -> list[Form]:
    """One for each norm, in their order; worked out once for all findings on the action."""
    if not theory.forms:
        ranked = sorted(theory.norms, key=lambda norm: (norm.id, norm.key))
        places = {norm.key: at for at, norm in enumerate(ranked)}
        made = (_form(theory, norm, places[norm.key], defined) for norm in theory.norms)
        theory.forms.extend(made)
    return theory.forms


def _form(theory: Theory, norm: Norm, place: int, defined: Container[str]) -> Form:
    block = norm.block
    condition = told(block.scope if isinstance(block, Order) else block.when, theory.told)
    exceptions = () if isinstance(block, Order) else block.unless
    said = (*condition.leaves, *(told(row.expr, theory.told) for row in exceptions))
    at_act = isinstance(block, Order) or block.judged_at is JudgedAt.ACT
    stayed = norm.id in theory.stays
    against = not isinstance(block, Order) and bool(block.stands_against)
    return Form(
        key=norm.key,
        place=place,
        among=len(theory.norms),
        tests=tuple(prepared(one.expr, defined) for one in said),
        names=tuple(dict.fromkeys(name for one in said for name in one.names)),
        elsewhere=tuple(
            (prepared(leaf.expr, defined), leaf.names)
            for leaf in condition.leaves
            if not leaf.is_plain
        ),
        winners=tuple(theory.norms[pair.winner] for pair in theory.above.get(norm.key, ())),
        is_kept=at_act and not (stayed or against) and norm.effect is not Effect.MUST_NOT_PROHIBIT,
    )
