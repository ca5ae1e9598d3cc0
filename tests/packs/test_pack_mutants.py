"""A shipped pack changed in one element fails its own checks or cases (LAW section 11)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TypeVar

import pytest

from tecum.law import decide, load_packs
from tecum.law.blocks import Maker, Order, Rule
from tecum.law.build import Built
from tecum.law.cases import Case, load_cases, outcome_text
from tecum.law.link import link
from tecum.law.pack import Pack, Packs, _together
from tecum.packs_folder import packs_folder
from tecum.words import Effect

WANTED = 0.95
DAY = timedelta(days=1)
LAW_PACKS = sorted(
    path.parent.name
    for path in packs_folder().glob("*/pack.toml")
    if any((path.parent / "cases").glob("*.csv"))
)
SWAPPED = (Effect.MUST, Effect.MAY, Effect.MUST_NOT, Effect.COUNSEL)
T = TypeVar("T")


@dataclass(frozen=True)
class Mutant:
    """One element changed: the block as it stands, the block as it would be."""

    said: str
    block: Rule | Order
    changed: Built


def without(items: tuple[T, ...], at: int) -> tuple[T, ...]:
    return items[:at] + items[at + 1 :]


def mutants(pack: Pack) -> Iterator[Mutant]:
    for block in pack.blocks:
        if isinstance(block, Rule):
            yield from rule_mutants(block)
        elif isinstance(block, Order):
            yield from order_mutants(block)


def rule_mutants(rule: Rule) -> Iterator[Mutant]:
    for at, exception in enumerate(rule.unless):
        said = f"{rule.id}: exception {at + 1} dropped ({exception.citation})"
        yield Mutant(said, rule, replace(rule, unless=without(rule.unless, at)))
    for effect in SWAPPED:
        if effect is not rule.effect:
            said = f"{rule.id}: {rule.effect.value} became {effect.value}"
            yield Mutant(said, rule, replace(rule, effect=effect, restrains=()))
    yield from rule_pairs(rule)
    if rule.effect is not Effect.MUST_NOT_PROHIBIT:
        yield from wider_windows(rule)


def wider_windows(rule: Rule) -> Iterator[Mutant]:
    """A restraint has none: where it has nothing to restrain, no day of it shows (LAW 5.6)."""
    for at, window in enumerate(rule.windows):
        wider = [("begins a day earlier", replace(window, start=window.start - DAY))]
        if window.end is not None:
            wider.append(("ends a day later", replace(window, end=window.end + DAY)))
        for said, changed in wider:
            windows = (*rule.windows[:at], changed, *rule.windows[at + 1 :])
            yield Mutant(f"{rule.id}: {said}", rule, replace(rule, windows=windows))


def rule_pairs(rule: Rule) -> Iterator[Mutant]:
    for at, pair in enumerate(rule.yields_to):
        changed = replace(rule, yields_to=without(rule.yields_to, at))
        yield Mutant(f"{rule.id}: yields no longer to {pair.id}", rule, changed)
    for at, pair in enumerate(rule.prevails_over):
        changed = replace(rule, prevails_over=without(rule.prevails_over, at))
        yield Mutant(f"{rule.id}: prevails no longer over {pair.id}", rule, changed)
    for at, pair in enumerate(rule.stands_against):
        changed = replace(rule, stands_against=without(rule.stands_against, at))
        yield Mutant(f"{rule.id}: stands no longer against {pair.id}", rule, changed)


def order_mutants(order: Order) -> Iterator[Mutant]:
    for at, pair in enumerate(order.prevails_over):
        changed = replace(order, prevails_over=without(order.prevails_over, at))
        yield Mutant(f"{order.id}: prevails no longer over {pair.id}", order, changed)
    for at, pair in enumerate(order.stays):
        changed = replace(order, stays=without(order.stays, at))
        yield Mutant(f"{order.id}: stays no longer {pair.id}", order, changed)
    early = replace(order, start=order.start - DAY)
    yield Mutant(f"{order.id}: begins a day earlier", order, early)
    if order.end is not None:
        later = replace(order, end=order.end + DAY)
        yield Mutant(f"{order.id}: ends a day later", order, later)
    for at, command in enumerate(order.commands):
        for effect in (Effect.MUST, Effect.MAY, Effect.MUST_NOT):
            if effect is not command.effect:
                swapped = replace(command, effect=effect)
                commands = (*order.commands[:at], swapped, *order.commands[at + 1 :])
                said = f"{order.id}: {command.effect.value} became {effect.value}"
                yield Mutant(said, order, replace(order, commands=commands))


def made_with(packs: Packs, pack: Pack, mutant: Mutant) -> Packs | None:
    """The loaded packs with the mutant in place; None where the static check refuses it."""
    blocks = tuple(mutant.changed if block is mutant.block else block for block in pack.blocks)
    changed = replace(pack, blocks=blocks)
    ordered = tuple(changed if one.id == pack.id else one for one in packs.packs)
    linked, problems = link(ordered, packs.vocabulary)
    if any(problem.severity == "error" for problem in problems):
        return None
    return _together(ordered, packs.vocabulary, linked)


def touched(packs: Packs, block: Rule | Order) -> set[str]:
    """The actions on which a change of the block can show."""
    if isinstance(block, Rule):
        actions = set(block.actions)
    else:
        stayed = {pair.id for pair in block.stays}
        actions = {name for command in block.commands for name in command.actions}
        actions |= {a for rule in packs.rules if rule.id in stayed for a in rule.actions}
    return actions


def is_caught(packs: Packs, pack: Pack, cases: list[Case], mutant: Mutant) -> bool:
    changed = made_with(packs, pack, mutant)
    if changed is None:
        return True
    actions = touched(packs, mutant.block)
    return any(
        case.expect
        != outcome_text(
            decide(changed, case.facts, case.action, on=case.on, known_on=case.known_on)
        )
        for case in cases
        if case.action in actions
    )


@pytest.mark.parametrize("name", LAW_PACKS)
def test_a_changed_element_is_caught(name: str) -> None:
    packs = load_packs([name])
    pack = packs.pack(name)
    cases = load_cases(pack, packs)
    tried = list(mutants(pack))
    alive = [one.said for one in tried if not is_caught(packs, pack, cases, one)]
    assert tried
    assert 1 - len(alive) / len(tried) >= WANTED, alive


def test_a_change_that_no_case_shows_is_counted_alive() -> None:
    """The measure itself can fail: without cases every mutant that loads stays alive."""
    packs = load_packs(["us-il-cook"])
    pack = packs.pack("us-il-cook")
    assert not any(is_caught(packs, pack, [], one) for one in mutants(pack))
    assert pack.maker is Maker.LOCAL
