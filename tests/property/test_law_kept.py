"""What is kept between findings changes none of them (LAW 10)."""

from __future__ import annotations

import os

import pytest

from tecum.law import Facts, Finding, decide, explain
from tecum.law.blocks import Rule
from tecum.law.columns import Situation
from tecum.law.prepared import prepared
from tecum.law.tree import Expr
from tecum.law.view import View
from tests.property.law_theories import ACTION, Maker, World

SIZE = int(os.environ.get("TECUM_TEST_PROPERTY_SIZE", "60"))
CASES = 12


def found(world: World, situation: Situation, facts: Facts | None = None) -> Finding:
    """The finding of a situation."""
    return decide(
        world.packs,
        situation.facts if facts is None else facts,
        ACTION,
        on=situation.on,
        known_on=situation.known_on,
        office=world.office,
    )


def said(world: World, situation: Situation) -> tuple[object, str]:
    """All of a finding, as data and as text."""
    one = found(world, situation)
    return one.to_json(), explain(one, world.packs)


@pytest.mark.parametrize("seed", range(SIZE // 4))
def test_a_finding_is_the_same_alone_and_after_others(seed: int) -> None:
    maker = Maker(30_000 + seed)
    world = maker.world()
    situations = [maker.situation() for _ in range(CASES)]
    together = [said(world, one) for one in [*situations, *situations]]
    alone = []
    for one in situations:
        world.packs.theories.clear()
        alone.append(said(world, one))
    assert together == alone * 2


def test_steps_are_shared_and_never_written() -> None:
    maker = Maker(30_001)
    world = maker.world()
    one = maker.situation()
    first, second = found(world, one), found(world, one)
    assert first.trace == second.trace
    assert any(a is b for a, b in zip(first.trace, second.trace, strict=True))


@pytest.mark.parametrize("seed", range(SIZE // 4))
def test_a_prepared_condition_says_what_the_tree_says(seed: int) -> None:
    maker = Maker(31_000 + seed)
    world = maker.world()
    defines = world.packs.defines
    asked = [expr for rule in world.packs.rules for expr in (rule.when, *unless(rule))]
    asked += [order.scope for order in world.packs.orders]
    for _ in range(CASES):
        one = maker.situation()
        for expr in asked:
            view, other = (View.of(one.facts, one.on, one.known_on, defines) for _ in range(2))
            assert prepared(expr, defines)(view) is other.truth(expr)


def unless(rule: Rule) -> list[Expr]:
    return [exception.expr for exception in rule.unless]
