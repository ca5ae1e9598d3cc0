"""Packs laid together: facts merged, names resolved, ids and references checked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tecum.law.blocks import ClockBlock, Condition, Define, Duty, Order, Pair, Rule, Window
from tecum.law.build import Built
from tecum.law.lines import Named
from tecum.law.problem import Place, Problem, nearest_sentence
from tecum.law.resolve import Resolver, Seen, fact_unknown
from tecum.law.rings import ring_problems
from tecum.law.vocabulary import FactSpec, Vocabulary, merged
from tecum.words import Effect

if TYPE_CHECKING:
    from tecum.law.pack import Pack

__all__ = ["NO_DATE", "Linked", "link"]

NO_DATE = "no date stated"
"""What a duty writes for a clock where the law gives no date ("promptly")."""


@dataclass(frozen=True, slots=True)
class Linked:
    """All blocks with resolved conditions, and the facts that any loaded pack knows."""

    blocks: tuple[Built, ...]
    facts: Mapping[str, FactSpec]


def link(packs: Sequence[Pack], vocabulary: Vocabulary) -> tuple[Linked, list[Problem]]:
    """Resolve every condition and check every name over all loaded packs."""
    facts, problems = _facts(packs, vocabulary)
    blocks: list[Built] = []
    seen: Seen = {}
    for pack in packs:
        resolver = Resolver(facts, pack.tables, pack.id, seen)
        for block in pack.blocks:
            problems += _unknown_actions(_actions(block), vocabulary)
            blocks.append(_resolved(block, resolver))
        for named in pack.named:
            problems += _unknown_actions(named.actions, vocabulary)
            for expr, place in named.exprs:
                resolver.resolve(expr, place, named.is_duty)
        problems += resolver.problems
    problems += _ids(blocks)
    problems += _defined(blocks, facts)
    broken = {block.id for pack in packs for law in pack.laws for block in law.blocks}
    broken -= {block.id for block in blocks}
    loose = [row for pack in packs for row in pack.named]
    problems += _references(blocks, loose, facts, broken)
    if not problems:
        problems += ring_problems(blocks)
    return Linked(tuple(blocks), facts), problems


def _facts(
    packs: Sequence[Pack], vocabulary: Vocabulary
) -> tuple[dict[str, FactSpec], list[Problem]]:
    gathered: dict[str, list[FactSpec]] = {}
    problems: list[Problem] = []
    for pack in packs:
        for name, spec in pack.facts.items():
            gathered.setdefault(name, []).append(spec)
    for name, spec in vocabulary.facts.items():
        gathered.setdefault(name, []).append(spec)
    for name, specs in gathered.items():
        kinds = {spec.type.kind for spec in specs}
        if len(kinds) > 1:
            text = f'fact "{name}" has two types: {", ".join(sorted(kinds))}.'
            problems.append(Problem(specs[0].place, "P102", text))
    return {name: merged(specs) for name, specs in sorted(gathered.items())}, problems


def _resolved(block: Built, resolver: Resolver) -> Built:
    if isinstance(block, ClockBlock):
        return block
    if isinstance(block, Order):
        return replace(block, scope=resolver.resolve(block.scope, block.scope_place))
    if isinstance(block, Define):
        return replace(block, expr=resolver.resolve(block.expr, block.expr_place))
    known = isinstance(block, Duty)
    unless = tuple(
        Condition(resolver.resolve(item.expr, item.place, known), item.citation, item.place)
        for item in block.unless
    )
    when = resolver.resolve(block.when, block.when_place, known)
    return replace(block, when=when, unless=unless)


def _actions(block: Built) -> list[tuple[str, Place]]:
    """The actions that a rule or the commands of an order name."""
    if isinstance(block, Rule):
        return [(name, block.effect_place) for name in block.actions]
    if isinstance(block, Order):
        return [(name, command.place) for command in block.commands for name in command.actions]
    return []


def _unknown_actions(
    named: Iterable[tuple[str, Place]], vocabulary: Vocabulary
) -> Iterable[Problem]:
    for name, place in named:
        if name not in vocabulary.actions:
            text = f'unknown action "{name}".{nearest_sentence(name, vocabulary.actions)}'
            yield Problem(place, "P101", text)


def _windows(block: Built) -> tuple[Window, ...]:
    return block.windows if isinstance(block, Rule | Duty) else ()


def _ids(blocks: Sequence[Built]) -> Iterable[Problem]:
    seen: dict[str, Built] = {}
    for block in blocks:
        first = seen.setdefault(block.id, block)
        if first is block:
            continue
        versions = isinstance(block, Rule | Duty) and type(first) is type(block)
        clocks = isinstance(block, ClockBlock) and isinstance(first, ClockBlock)
        if clocks or (versions and first.pack == block.pack):
            if _overlap(_windows(first), _windows(block)):
                text = f'two versions of "{block.id}" are in force at once (also {first.place}).'
                yield Problem(block.place, "P102", text)
            continue
        text = f'duplicate id "{block.id}" (also {first.place}).'
        yield Problem(block.place, "P102", text)


def _defined(blocks: Sequence[Built], facts: Mapping[str, FactSpec]) -> Iterable[Problem]:
    """A fact has one definition, which gives a value of its type."""
    first: dict[str, Define] = {}
    for block in blocks:
        if not isinstance(block, Define):
            continue
        before = first.setdefault(block.fact, block)
        if before is not block:
            text = f'fact "{block.fact}" is defined twice (also {before.place}).'
            yield Problem(block.fact_place, "P102", text)
        key, kind = ("counts", "number") if block.counts else ("true when", "yes/no")
        spec = facts.get(block.fact)
        if spec is not None and spec.type.kind != kind:
            text = f'"{key}" settles a {kind} fact, and {block.fact} is none.'
            yield Problem(block.expr_place, "P101", text)


def _overlap(a: Iterable[Window], b: Sequence[Window]) -> bool:
    return any(
        (x.end is None or y.start < x.end) and (y.end is None or x.start < y.end)
        for x in a
        for y in b
    )


def _references(
    blocks: Sequence[Built],
    named: Sequence[Named],
    facts: Mapping[str, FactSpec],
    broken: set[str],
) -> Iterable[Problem]:
    """Names of blocks that are not there; a block with errors of its own is there all the same."""
    rules = broken | {block.id for block in blocks if isinstance(block, Rule | Order)}
    restraints = broken | {
        block.id
        for block in blocks
        if isinstance(block, Rule) and block.effect is Effect.MUST_NOT_PROHIBIT
    }
    clocks = broken | {block.id for block in blocks if isinstance(block, ClockBlock)}
    every = broken | {block.id for block in blocks}
    among = {"stays": every, "stands against": restraints}
    for row in named:
        for key, pairs in row.pairs.items():
            yield from _missing(pairs, among.get(key, rules))
    for block in blocks:
        if isinstance(block, Rule):
            yield from _missing([*block.yields_to, *block.prevails_over], rules)
            yield from _missing(block.stands_against, restraints)
        elif isinstance(block, Order):
            yield from _missing(block.prevails_over, rules)
            yield from _missing(block.stays, every)
        elif isinstance(block, Duty) and block.clock not in clocks | {NO_DATE}:
            near = nearest_sentence(block.clock, clocks)
            text = f'no clock "{block.clock}" in the loaded packs.{near}'
            yield Problem(block.clock_place, "P101", text)
        elif isinstance(block, Define) and block.fact not in facts:
            yield Problem(block.fact_place, "P101", fact_unknown(block.fact, facts, block.pack))


def _missing(pairs: Iterable[Pair], known: Iterable[str]) -> Iterable[Problem]:
    among = set(known)
    for pair in pairs:
        if pair.id not in among:
            text = (
                f'no rule "{pair.id}" in the loaded packs.{nearest_sentence(pair.id, among)} '
                "If it lives in another pack, name that pack under needs in pack.toml."
            )
            yield Problem(pair.place, "P101", text)
