"""Lines of a pack that do nothing, and actions on which it says nothing (P201, P204).

A warning is given only where every situation was tried; where there are too many, the line is
taken to matter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import product
from math import prod

from tecum.law.apart import cut_days, domains_of, last_change
from tecum.law.ask import LIMIT
from tecum.law.atoms import Choice, unknowns_of
from tecum.law.blocks import Order, Pair, Rule
from tecum.law.decide import engine_for
from tecum.law.engine import Engine
from tecum.law.expression import write_expression
from tecum.law.facts import Facts, Given
from tecum.law.norms import Norm
from tecum.law.pack import Pack, Packs
from tecum.law.problem import Place, Problem
from tecum.law.tree import Among, Compare, Expr, Fact, children
from tecum.law.truth import Truth
from tecum.law.view import Atom
from tecum.words import Effect

__all__ = ["gaps", "idle_lines"]

_CLASS = "recipient_class"
_ANY_DAY = date(2000, 1, 1)


def idle_lines(pack: Pack, packs: Packs) -> Iterator[Problem]:
    """P201: a rule never live, an exception or a pair that never makes a difference."""
    asked = _Asked(packs)
    for rule in (rule for rule in packs.rules if rule.pack == pack.id):
        if not asked.is_ever_live(rule):
            text = (
                f"rule {rule.id} can never be live: no day and no answer lets it apply. "
                "Correct its conditions or its window, or remove it."
            )
            yield Problem(rule.place, "P201", text)
            continue
        for exception in rule.unless:
            if not asked.does_except(rule, exception.expr):
                text = (
                    f'the exception "{write_expression(exception.expr)}" of {rule.id} changes no '
                    "outcome. Remove it, or say in a note why it stands."
                )
                yield Problem(exception.place, "P201", text)
    for winner, loser, pair in _pairs(pack, packs):
        said = asked.idle_pair(winner, loser)
        if said:
            yield Problem(pair.place, "P201", f"{winner} ≻ {loser} {said}")


def _pairs(pack: Pack, packs: Packs) -> Iterator[tuple[str, str, Pair]]:
    blocks: list[Rule | Order] = [*packs.rules, *packs.orders]
    for block in (block for block in blocks if block.pack == pack.id):
        for pair in block.prevails_over:
            yield block.id, pair.id, pair
        for pair in block.yields_to if isinstance(block, Rule) else ():
            yield pair.id, block.id, pair


class _Asked:
    """Engines for every day that matters, made once for each action."""

    def __init__(self, packs: Packs) -> None:
        self.packs = packs
        self.known = max(last_change(packs), _ANY_DAY)
        self._engines: dict[str, list[Engine]] = {}

    def engines(self, action: str) -> list[Engine]:
        """Nothing known, at each day on which something changes."""
        if action not in self._engines:
            self._engines[action] = list(self._made(self.packs, action))
        return self._engines[action]

    def _made(self, packs: Packs, action: str) -> Iterator[Engine]:
        for day in cut_days(self.packs, action) or [_ANY_DAY]:
            yield engine_for(packs, Facts(), action, on=day, known_on=self.known)

    def is_ever_live(self, rule: Rule) -> bool:
        """Whether some situation has the rule live."""
        return any(
            _reaches(engine, self.packs, [norm], lambda tried, mine: tried.live(mine[0]))
            for action in rule.actions
            for engine in self.engines(action)
            for norm in _norms(engine, rule)
        )

    def does_except(self, rule: Rule, exception: Expr) -> bool:
        """Whether some situation has another outcome with the exception than without it."""
        left = tuple(row for row in rule.unless if row.expr is not exception)
        rules = tuple(replace(row, unless=left) if row is rule else row for row in self.packs.rules)
        without = replace(self.packs, rules=rules, theories={})
        return any(
            _differ(engine, other, self.packs, rule)
            for action in rule.actions
            for engine, other in zip(self.engines(action), self._made(without, action), strict=True)
        )

    def idle_pair(self, winner: str, loser: str) -> str:
        """Why a declared pair does nothing; empty where it does something."""
        collides = False
        for action in self.packs.actions:
            for engine in self.engines(action) if self._both(action, winner, loser) else ():
                norms = engine.theory.norms
                for pair in (row for rows in engine.theory.above.values() for row in rows):
                    one, other = norms[pair.winner], norms[pair.loser]
                    if (one.id, other.id) == (winner, loser):
                        collides = True
                        if _reaches(engine, self.packs, [one, other], _meeting):
                            return ""
        if collides:
            return "never meets: no situation has both. Correct the conditions or remove the line."
        return "does not collide: on no action does one forbid what the other allows. Remove it."

    def _both(self, action: str, winner: str, loser: str) -> bool:
        names = {norm.id for norm in self.engines(action)[0].theory.norms}
        return {winner, loser} <= names


def _meeting(tried: Engine, norms: list[Norm]) -> Truth:
    return min(tried.live(norms[0]), tried.applies(norms[1]))


def _norms(engine: Engine, rule: Rule) -> list[Norm]:
    return [norm for norm in engine.theory.norms if norm.block is rule]


def _reaches(
    engine: Engine,
    packs: Packs,
    norms: list[Norm],
    asked: Callable[[Engine, list[Norm]], Truth],
) -> bool:
    """Whether a situation makes it true; too many situations count as yes."""
    first = asked(engine, norms)
    if first is not Truth.U:
        return first is Truth.T
    domains = unknowns_of(engine, packs.facts, norms).domains()
    if not _few(domains):
        return True
    return any(asked(tried, norms) is Truth.T for tried in _situations(engine, domains))


def _differ(one: Engine, other: Engine, packs: Packs, rule: Rule) -> bool:
    """Whether two theories part in some situation: first where the rule itself is settled."""
    mine, theirs = (
        _norms(one, rule),
        [norm for norm in other.theory.norms if norm.block.sha256 == rule.sha256],
    )
    own = domains_of(one, other, packs.facts, mine, theirs)
    if not _few(own):
        return True
    if _parts(one, other, own):
        return True
    every = domains_of(one, other, packs.facts)
    return not _few(every) or _parts(one, other, every)


def _parts(one: Engine, other: Engine, domains: Mapping[Atom, tuple[Choice, ...]]) -> bool:
    pairs = zip(_situations(one, domains), _situations(other, domains), strict=True)
    return any(a.possible() != b.possible() for a, b in pairs)


def _few(domains: Mapping[Atom, tuple[Choice, ...]]) -> bool:
    return prod(len(choices) for choices in domains.values()) <= LIMIT


def _situations(engine: Engine, domains: Mapping[Atom, tuple[Choice, ...]]) -> Iterator[Engine]:
    for choice in product(*domains.values()):
        yield engine.assuming({atom: c.value for atom, c in zip(domains, choice, strict=True)})


# --- what is left unsaid -------------------------------------------------------------------


def gaps(pack: Pack, packs: Packs) -> Iterator[Problem]:
    """P204: the actions on which no rule speaks for a class of recipient that the pack names."""
    for word, place in sorted(_classes(pack, packs).items()):
        facts = Facts().plus(_CLASS, Given(word, "assumed"))
        left = [action for action in packs.actions if not _speaks(packs, action, facts)]
        if left:
            text = (
                f'no rule speaks for {_CLASS} "{word}" on: {", ".join(left)}. '
                "That is silence, not permission. Add a rule, or leave it so."
            )
            yield Problem(place, "P204", text)


def _classes(pack: Pack, packs: Packs) -> dict[str, Place]:
    """Each class that a rule of the pack names, with the first place where it does."""
    found: dict[str, Place] = {}
    known = packs.facts[_CLASS].type.words if _CLASS in packs.facts else ()
    for rule in (rule for rule in packs.rules if rule.pack == pack.id):
        for word in _words(rule.when):
            if word in known:
                found.setdefault(word, rule.when_place)
    return found


def _words(expr: Expr) -> Iterator[str]:
    if isinstance(expr, Among) and not expr.negated and expr.left == Fact(_CLASS):
        yield from (str(word) for word in expr.words)
    if isinstance(expr, Compare) and expr.operator == "is" and expr.left == Fact(_CLASS):
        yield from _word(expr.right)
    for child in children(expr):
        yield from _words(child)


def _word(operand: object) -> Iterable[str]:
    value = getattr(operand, "value", None)
    return (value,) if isinstance(value, str) else ()


def _speaks(packs: Packs, action: str, facts: Facts) -> bool:
    engine = engine_for(packs, facts, action, on=_ANY_DAY, known_on=_ANY_DAY)
    return any(
        norm.effect is not Effect.MUST_NOT_PROHIBIT and _may_apply(engine, norm)
        for norm in engine.theory.norms
    )


def _may_apply(engine: Engine, norm: Norm) -> bool:
    condition = norm.block.scope if isinstance(norm.block, Order) else norm.block.when
    return engine.view.truth(condition) is not Truth.F
