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
    """For each action: what must be known before what, with ``forbidden by`` in it.

    A rule waits for what is above it and for the orders that stay it, an order for those that
    stay it, and whatever asks ``forbidden by`` for every prohibition of that maker.
    """
    defines = {block.fact: block.expr for block in blocks if isinstance(block, Define)}
    norms = [block for block in blocks if isinstance(block, Rule | Order)]
    asked = {norm.id: _makers_asked(norm, defines) for norm in norms}
    if not any(asked.values()):
        return
    waits = _waits(blocks)
    for action in sorted({action for norm in norms for action in _bears_on(norm)}):
        bearing = [n for n in norms if isinstance(n, Order) or action in n.actions]
        edges: dict[str, list[tuple[str, Place]]] = {}
        for norm in bearing:
            edges.setdefault(norm.id, []).extend(waits.get(norm.id, ()))
            place = norm.scope_place if isinstance(norm, Order) else norm.when_place
            for other in bearing:
                if _forbids(other, asked[norm.id]):
                    edges[norm.id].append((other.id, place))
        for maker in sorted(set[str]().union(*(asked[norm.id] for norm in bearing))):
            yield maker, edges


def _forbids(norm: Rule | Order, makers: set[str]) -> bool:
    return isinstance(norm, Rule) and norm.effect is Effect.MUST_NOT and norm.maker.value in makers


def _bears_on(norm: Rule | Order) -> Iterator[str]:
    if isinstance(norm, Rule):
        yield from norm.actions
        return
    for command in norm.commands:
        yield from command.actions


def _makers_asked(norm: Rule | Order, defines: Mapping[str, Expr]) -> set[str]:
    exprs = [norm.scope] if isinstance(norm, Order) else [norm.when, *(c.expr for c in norm.unless)]
    return set[str]().union(*(makers_in(expr, defines) for expr in exprs))


def _waits(blocks: Sequence[Built]) -> dict[str, list[tuple[str, Place]]]:
    """What stands above a rule, and the orders that stay a rule or an order."""
    waits: dict[str, list[tuple[str, Place]]] = {}
    for winner, losers in superiority(blocks).items():
        for loser, place in losers:
            waits.setdefault(loser, []).append((winner, place))
    for block in blocks:
        if isinstance(block, Order):
            for pair in block.stays:
                waits.setdefault(pair.id, []).append((block.id, pair.place))
    return waits
