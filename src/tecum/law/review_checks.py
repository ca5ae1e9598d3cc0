"""What a reviewer should look at: open legal questions, gaps, age, unused facts (LAW 12).

Situations are enumerated over the facts that matter for an action: the same completions that a
finding uses, from nothing known, at each date on which something changes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import product
from math import prod

from tecum.law.apart import compare
from tecum.law.ask import LIMIT
from tecum.law.atoms import unknowns_of
from tecum.law.blocks import Duty, Order, Rule
from tecum.law.decide import actions_ruled, engine_for
from tecum.law.engine import Engine
from tecum.law.facts import Facts
from tecum.law.idle_checks import gaps, idle_lines
from tecum.law.pack import Pack, Packs
from tecum.law.problem import Place, Problem
from tecum.law.reviews import ReviewStanding
from tecum.law.rings import facts_in, superiority
from tecum.law.source_checks import changed_sources
from tecum.law.tree import Expr
from tecum.law.truth import Truth
from tecum.law.vocabulary import FactSpec
from tecum.words import Confidence, Effect

__all__ = ["review_checks", "two_packs"]

STALE_AFTER = timedelta(days=180)
REVIEWED_FOR = 12
"""Months after which a review is old."""


def review_checks(pack: Pack, packs: Packs, on: date) -> list[Problem]:
    """Warnings and notices about one loaded pack."""
    found = [
        *idle_lines(pack, packs),
        *_open_questions(pack, packs, on),
        *_chains(pack, packs),
        *gaps(pack, packs),
        *_age(pack, on),
        *_old_reviews(pack, on),
        *_unconfirmed(pack),
        *_fact_use(pack, packs),
        *_personal_reports(pack, packs),
        *changed_sources(pack),
    ]
    return sorted(set(found))


def two_packs(one: tuple[Pack, Packs], other: tuple[Pack, Packs]) -> Problem:
    """P207: two packs answer alike, or the smallest situation found that tells them apart."""
    first, second = one[0].id, other[0].id
    found = compare(one[1], other[1])
    place = Place("pack.toml")
    if found.are_alike:
        text = f"{first} and {second} are equivalent: the same outcome in every situation."
        return Problem(place, "P207", text)
    if not found.apart:
        left = ", ".join(found.too_many)
        return Problem(place, "P207", f"{first} and {second}: too many situations on {left}.")
    row = min(found.apart, key=lambda row: (len(row.situation), row.action, row.on))
    where = ", ".join(f"{name} is {value}" for name, value in row.situation) or "nothing is known"
    text = (
        f"{first} and {second} part on {row.action} on {row.on} where {where}: "
        f"{row.before} by {first}, {row.after} by {second}."
    )
    return Problem(place, "P207", text)


def _open_questions(pack: Pack, packs: Packs, on: date) -> Iterator[Problem]:
    """P202: two live texts that collide, in some situation, with no source that settles it."""
    places = {block.id: block.place for block in pack.blocks}
    for action in actions_ruled(packs):
        engine = engine_for(packs, Facts(), action, on=on, known_on=on)
        pairs = _colliding(engine, packs.facts)
        for one, other in sorted(pairs):
            if one in places or other in places:
                text = f"open legal question on {action}: {one} ⟂ {other}."
                yield Problem(places.get(one) or places[other], "P202", text)


def _colliding(engine: Engine, facts: Mapping[str, FactSpec]) -> set[tuple[str, str]]:
    """Pairs that can be live together and of which no declared pair lets one give way."""
    norms = engine.theory.norms
    found: set[tuple[str, str]] = set()
    for one, other in [*engine.theory.open_pairs, *_permitted(engine)]:
        pair = norms[one], norms[other]
        if Truth.F in (engine.live(pair[0]), engine.live(pair[1])):
            continue
        names = pair[0].id, pair[1].id
        if not _acknowledged(engine, *names) and _meet(engine, facts, one, other):
            found.add(names)
    return found


def _permitted(engine: Engine) -> Iterator[tuple[int, int]]:
    norms = engine.theory.norms
    settled = {
        frozenset((pair.winner, pair.loser))
        for pairs in engine.theory.above.values()
        for pair in pairs
    }
    for rule in norms:
        for other in norms:
            collide = rule.effect is Effect.MUST_NOT and other.effect in (Effect.MAY, Effect.MUST)
            if collide and frozenset((rule.key, other.key)) not in settled:
                yield rule.key, other.key


def _meet(engine: Engine, facts: Mapping[str, FactSpec], one: int, other: int) -> bool:
    """Whether some situation has both live; too many situations count as yes."""
    norms = engine.theory.norms
    domains = unknowns_of(engine, facts, [norms[one], norms[other]]).domains()
    if prod(len(choices) for choices in domains.values()) > LIMIT:
        return True
    for choice in product(*domains.values()):
        assumed = {atom: c.value for atom, c in zip(domains, choice, strict=True)}
        tried = engine.assuming(assumed)
        if tried.live(norms[one]) is Truth.T and tried.live(norms[other]) is Truth.T:
            return True
    return False


def _acknowledged(engine: Engine, one: str, other: str) -> bool:
    """Whether a rule that says *counsel* names both sides in its note."""
    return any(
        norm.effect is Effect.COUNSEL
        and isinstance(norm.block, Rule)
        and {one, other} <= set((norm.block.note or "").replace(",", " ").split())
        for norm in engine.theory.norms
    )


def _chains(pack: Pack, packs: Packs) -> Iterator[Problem]:
    """P203: t beats s, s beats r: with t live, r is back. That is a legal choice."""
    above = superiority([*packs.rules, *packs.orders])
    places = {block.id: block.place for block in pack.blocks}
    for first, links in above.items():
        for second, _ in links:
            for third, _ in above.get(second, ()):
                if first in places:
                    text = (
                        f"chain {first} ≻ {second} ≻ {third}: with {first} live, {third} is back."
                    )
                    yield Problem(places[first], "P203", text)


def _age(pack: Pack, on: date) -> Iterator[Problem]:
    """P205: an order without an end that is old."""
    for block in pack.blocks:
        if isinstance(block, Order) and not block.ended and block.end is None:
            days = (on - block.start).days
            if days > STALE_AFTER.days:
                text = f"order {block.id} is {days} days old and has no end. Check its state."
                yield Problem(block.place, "P205", text)


def _old_reviews(pack: Pack, on: date) -> Iterator[Problem]:
    """P205: a review that counts, and was made more than a year ago."""
    for row in pack.standings:
        given = row.row.on if row.row is not None else None
        if row.standing is ReviewStanding.REVIEWED and given is not None:
            months = (on.year - given.year) * 12 + on.month - given.month - (on.day < given.day)
            if months >= REVIEWED_FOR:
                text = f"{row.block.id} was last reviewed on {given}. Read it again."
                yield Problem(row.block.place, "P205", text)


def _unconfirmed(pack: Pack) -> Iterator[Problem]:
    """P205: what is still to be confirmed."""
    for block in pack.blocks:
        unsure = getattr(block, "confidence", None) is Confidence.UNCONFIRMED
        if unsure or getattr(block, "unconfirmed", None) is not None:
            yield Problem(block.place, "P205", f"{block.id} is unconfirmed.")


def _fact_use(pack: Pack, packs: Packs) -> Iterator[Problem]:
    """P206: a fact that nothing reads, and one that nobody could answer."""
    used = {define.fact for define in packs.defines.values()}
    used |= {name for name in (rule.judged_at.fact for rule in packs.rules) if name}
    for expr in _conditions(packs):
        used |= facts_in(expr)
    for name, spec in pack.facts.items():
        if name not in used:
            yield Problem(spec.place, "P206", f'fact "{name}" is used by no block.')
        elif not packs.facts[name].ask and not _defined_question(name, packs):
            yield Problem(spec.place, "P206", f'fact "{name}" has no question.')


def _personal_reports(pack: Pack, packs: Packs) -> Iterator[Problem]:
    """P206: a report without personal data that lists a fact marked personal."""
    for duty in (duty for duty in packs.duties if duty.pack == pack.id):
        for name in duty.content:
            spec = packs.facts.get(name)
            if spec is not None and spec.personal and duty.personal_data != "allowed":
                text = (
                    f'fact "{name}" is personal and stands in a report of {duty.id}. '
                    'Take it out, or write "personal data: allowed" if the law says so.'
                )
                yield Problem(duty.place, "P206", text)


def _defined_question(name: str, packs: Packs) -> bool:
    define = packs.defines.get(name)
    return define is not None and define.ask is not None


def _conditions(packs: Packs) -> Iterator[Expr]:
    ruled: list[Rule | Duty] = [*packs.rules, *packs.duties]
    for block in ruled:
        yield block.when
        yield from (exception.expr for exception in block.unless)
    yield from (order.scope for order in packs.orders)
    yield from (define.expr for define in packs.defines.values())
