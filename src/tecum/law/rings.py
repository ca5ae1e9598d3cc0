"""Rings that may not be: in superiority, definitions, ``forbidden by`` and orders (P104)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from tecum.law.blocks import Define, Order, Rule
from tecum.law.build import Built
from tecum.law.problem import Place, Problem
from tecum.law.tree import Among, Compare, Expr, Fact, ForbiddenBy, Holds, Within, children
from tecum.words import Effect

__all__ = ["Edges", "facts_in", "find_ring", "makers_in", "ring_problems", "superiority"]

Edges = Mapping[str, Sequence[tuple[str, Place]]]


def ring_problems(blocks: Sequence[Built]) -> Iterator[Problem]:
    """Every ring found, one a kind, with the place of each of its links."""
    yield from _told("superiority", superiority(blocks), " ≻ ")
    yield from _told("the definition of facts", _definitions(blocks), " → ")
    yield from _told("the staying of orders", _stays(blocks), " → ")
    for maker, edges in _forbidden(blocks):
        ring = find_ring(edges)
        if ring:
            yield _ring_problem(f'"forbidden by {maker}"', ring, " → ")
            return


def _told(what: str, edges: Edges, arrow: str) -> Iterator[Problem]:
    ring = find_ring(edges)
    if ring:
        yield _ring_problem(what, ring, arrow)


def _ring_problem(what: str, ring: Sequence[tuple[str, Place]], arrow: str) -> Problem:
    first = ring[-1][0]
    links = "".join(f"{arrow}{name} ({place.file}:{place.line})" for name, place in ring)
    return Problem(Place(ring[0][1].file), "P104", f"{what} runs in a ring: {first}{links}.")


def find_ring(edges: Edges) -> list[tuple[str, Place]]:
    """The links of one ring, in order, ending where it began; empty if there is none."""
    done: set[str] = set()
    for start in sorted(edges):
        path: list[tuple[str, Place]] = []
        found = _walk(start, edges, path, [start], done)
        if found:
            return found
    return []


def _walk(
    node: str,
    edges: Edges,
    path: list[tuple[str, Place]],
    names: list[str],
    done: set[str],
) -> list[tuple[str, Place]]:
    for name, place in edges.get(node, ()):
        if name in names:
            return [*path, (name, place)][names.index(name) :]
        if name not in done:
            found = _walk(name, edges, [*path, (name, place)], [*names, name], done)
            if found:
                return found
    done.add(node)
    return []


def superiority(blocks: Iterable[Built]) -> dict[str, list[tuple[str, Place]]]:
    """Who prevails over whom, as the blocks declare it."""
    edges: dict[str, list[tuple[str, Place]]] = {}
    for block in blocks:
        if isinstance(block, Rule | Order):
            for pair in block.prevails_over:
                edges.setdefault(block.id, []).append((pair.id, pair.place))
        if isinstance(block, Rule):
            for pair in block.yields_to:
                edges.setdefault(pair.id, []).append((block.id, pair.place))
    return edges


def _definitions(blocks: Iterable[Built]) -> Edges:
    return {
        block.fact: [(name, block.expr_place) for name in sorted(facts_in(block.expr))]
        for block in blocks
        if isinstance(block, Define)
    }


def _stays(blocks: Iterable[Built]) -> Edges:
    return {
        block.id: [(pair.id, pair.place) for pair in block.stays]
        for block in blocks
        if isinstance(block, Order)
    }


def facts_in(expr: Expr) -> set[str]:
    """Names of the facts that a condition reads, tables among them."""
    found: set[str] = set()
    if isinstance(expr, Holds) and expr.table is None:
        found.add(expr.name)
    operands: tuple[object, ...] = ()
    if isinstance(expr, Compare | Within):
        operands = (expr.left, expr.right)
    elif isinstance(expr, Among):
        operands = (expr.left,)
    found |= {operand.name for operand in operands if isinstance(operand, Fact)}
    table = getattr(expr, "table", None)
    if isinstance(table, str) and not isinstance(expr, Holds | Among):
        found.add(table)
    for child in children(expr):
        found |= facts_in(child)
    return found


def makers_in(expr: Expr, defines: Mapping[str, Expr]) -> set[str]:
    """Makers that a condition asks about by ``forbidden by``, through definitions too."""
    if isinstance(expr, ForbiddenBy):
        return {expr.maker}
    found: set[str] = set()
    for name in facts_in(expr) & set(defines):
        found |= makers_in(defines[name], defines)
    for child in children(expr):
        found |= makers_in(child, defines)
    return found


def _forbidden(blocks: Sequence[Built]) -> Iterator[tuple[str, Edges]]:
    """For each action: which rule must be known before which, with ``forbidden by`` in it."""
    defines = {block.fact: block.expr for block in blocks if isinstance(block, Define)}
    rules = [block for block in blocks if isinstance(block, Rule)]
    asked = {
        rule.id: set[str]().union(
            *(makers_in(expr, defines) for expr in [rule.when, *(c.expr for c in rule.unless)])
        )
        for rule in rules
    }
    if not any(asked.values()):
        return
    above: dict[str, list[tuple[str, Place]]] = {}
    for winner, losers in superiority(blocks).items():
        for loser, place in losers:
            above.setdefault(loser, []).append((winner, place))
    for action in sorted({action for rule in rules for action in rule.actions}):
        bearing = [rule for rule in rules if action in rule.actions]
        edges: dict[str, list[tuple[str, Place]]] = {}
        for rule in bearing:
            edges[rule.id] = list(above.get(rule.id, ()))
            for other in bearing:
                if other.effect is Effect.MUST_NOT and other.maker.value in asked[rule.id]:
                    edges[rule.id].append((other.id, rule.when_place))
        for maker in sorted(set[str]().union(*(asked[rule.id] for rule in bearing))):
            yield maker, edges
