"""A plan as column expressions of polars (LAW 4; the extra ``replay``)."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from functools import reduce
from operator import and_, or_
from typing import Any

import polars as pl

from tecum.law.columns.answers import BITS, Answer
from tecum.law.columns.plan import Plan
from tecum.law.columns.rows import Batch
from tecum.law.columns.terms import (
    All,
    Cell,
    Constant,
    Counted,
    Fallback,
    Input,
    Listed,
    Nearby,
    Opposite,
    Settled,
    Some,
    SomeRow,
    Step,
    Term,
    Test,
    parts,
)

__all__ = ["Frames", "OnPolars", "evaluated"]

Frames = tuple[pl.DataFrame, dict[str, pl.DataFrame]]
"""The rows of a plan, with a column ``row_id``, and the child rows of each table."""

_UNITS = {"days": "d", "months": "mo", "years": "y"}
_TYPES: dict[str, Any] = {"yes/no": pl.Boolean, "date": pl.Date, "number": pl.Float64}


def type_of(kind: str) -> Any:
    """How a kind of value is kept in a column."""
    return _TYPES.get(kind, pl.String)


class OnPolars:
    """Answers the rows of a plan with polars."""

    def answers(self, plan: Plan, batch: Batch) -> list[Answer]:
        """One answer for each row, in their order."""
        found = evaluated(plan, frames_of(plan, batch)).sort("row_id")
        sets = range((len(plan.live) + BITS - 1) // BITS)
        return [
            Answer(
                row["possible"],
                sum(row[f"live_{at}"] << (BITS * at) for at in sets),
                sum(row[f"may_{at}"] << (BITS * at) for at in sets),
            )
            for row in found.iter_rows(named=True)
        ]


def frames_of(plan: Plan, batch: Batch) -> Frames:
    """Rows as frames."""
    schema = {"row_id": pl.Int64} | {i.column: type_of(i.kind) for i in plan.inputs.values()}
    main = pl.DataFrame(_plain(batch.rows), schema=schema, orient="row")
    children = {}
    for table, cells in plan.tables.items():
        kinds = {"row_id": pl.Int64} | {c.column: type_of(c.kind) for c in cells.values()}
        rows = _plain(batch.children.get(table, []))
        children[table] = pl.DataFrame(rows, schema=kinds, orient="row")
    return main, children


def _plain(rows: Iterable[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    return [tuple(float(v) if isinstance(v, Decimal) else v for v in row) for row in rows]


def evaluated(plan: Plan, frames: Frames, *, live: bool = True) -> pl.DataFrame:
    """Row, possible outcomes, and with ``live`` the sets of rules, as SQL gives them."""
    main, children = frames
    frame = main.lazy()
    for number in range(1, plan.deepest + 1):
        plain: list[tuple[Step, Term]] = []
        looked: list[tuple[Step, Term]] = []
        for step, term in plan.level(number):
            (looked if isinstance(term, SomeRow | Counted) else plain).append((step, term))
        for step, term in looked:
            assert isinstance(term, SomeRow | Counted)
            frame = _looked_up(frame, children[term.table].lazy(), step, term)
        if plain:
            frame = frame.with_columns(expr(term).alias(step.column) for step, term in plain)
    answer = [pl.col("row_id"), _possible(plan).alias("possible")]
    if live:
        for at in range(0, len(plan.live), BITS):
            terms = plan.live[at : at + BITS]
            answer.append(
                _bits(expr(t).fill_null(False) for t in terms).alias(f"live_{at // BITS}")
            )
            answer.append(_bits(expr(t).is_null() for t in terms).alias(f"may_{at // BITS}"))
    return frame.select(answer).collect()


def _possible(plan: Plan) -> pl.Expr:
    """The interval of LAW 5.10 over the sums, as bits in the order of ``answers.ORDER``."""
    sums = plan.sums
    terms = (sums.forbids, sums.permits, sums.commands, sums.counsel)
    phi, pi, omega, kappa = (expr(term).fill_null(True) for term in terms)
    no_phi, no_pi, no_omega, quiet = ((~expr(term)).fill_null(True) for term in terms)
    sets = (
        quiet & no_phi & omega,
        quiet & no_phi & no_omega & pi,
        quiet & phi & no_pi & no_omega,
        kappa | (phi & (pi | omega)),
        quiet & no_phi & no_pi & no_omega,
    )
    return reduce(or_, (s.cast(pl.UInt8) * pl.lit(1 << at, pl.UInt8) for at, s in enumerate(sets)))


def _bits(flags: Iterable[pl.Expr]) -> pl.Expr:
    """One whole number with a bit for each; gathered in bytes, which move eight times less."""
    held = list(flags)
    octets = [
        reduce(
            or_,
            (
                flag.cast(pl.UInt8) * pl.lit(1 << at, pl.UInt8)
                for at, flag in enumerate(held[start : start + 8])
            ),
        )
        for start in range(0, len(held), 8)
    ]
    return reduce(
        or_,
        (octet.cast(pl.Int64) * pl.lit(1 << (8 * at), pl.Int64) for at, octet in enumerate(octets)),
    )


def _looked_up(
    frame: pl.LazyFrame, child: pl.LazyFrame, step: Step, term: SomeRow | Counted
) -> pl.LazyFrame:
    """Join what the child rows say to their row."""
    outer = sorted(_outer(term.where))
    if outer:
        child = child.join(frame.select("row_id", *outer), on="row_id", how="left")
    where = expr(term.where)
    if isinstance(term, Counted):
        code = pl.when(where.is_null().any()).then(-1).otherwise(where.sum().cast(pl.Int64))
    else:
        code = pl.when(where).then(2).when(where.is_null()).then(1).otherwise(0).max()
    found = child.group_by("row_id").agg(code.alias("found"))
    frame = frame.join(found, on="row_id", how="left", maintain_order="left")
    best, complete = pl.col("found").fill_null(0), expr(term.complete).fill_null(False)
    counted = pl.when(complete & (best >= 0)).then(best.cast(pl.Float64))
    some = pl.when(best == 2).then(True).when(complete & (best == 0)).then(False)
    told: pl.Expr = counted if isinstance(term, Counted) else some
    return frame.with_columns(told.alias(step.column)).drop("found")


def _outer(term: Term) -> set[str]:
    if isinstance(term, Input | Step):
        return {term.column}
    return set[str]().union(*map(_outer, parts(term)))


def expr(term: Term) -> pl.Expr:
    """A term as an expression over the columns of a frame."""
    if isinstance(term, Input | Step | Cell):
        return pl.col(term.column)
    if isinstance(term, Constant):
        return _literal(term)
    if isinstance(term, All):
        return reduce(and_, map(expr, term.items))
    if isinstance(term, Some):
        return reduce(or_, map(expr, term.items))
    if isinstance(term, Opposite):
        return ~expr(term.item)
    if isinstance(term, Test):
        return _test(term)
    if isinstance(term, Listed):
        listed = expr(term.left).is_in([_plain_value(value) for value in term.values])
        return ~listed if term.negated else listed
    if isinstance(term, Fallback):
        return pl.coalesce(expr(term.first), expr(term.then))
    if isinstance(term, Nearby):
        return _nearby(term)
    assert isinstance(term, Settled)
    given, defined = expr(term.given), expr(term.defined)
    told = (
        pl.when(given.is_null())
        .then(defined)
        .when(defined.is_null() | (given == defined))
        .then(given)
    )
    return pl.when(~expr(term.conflict).fill_null(False)).then(told)


def _literal(term: Constant) -> pl.Expr:
    if term.value is None:
        return pl.lit(None, dtype=pl.Boolean)
    return pl.lit(_plain_value(term.value))


def _plain_value(value: Any) -> Any:
    return float(value) if isinstance(value, Decimal) else value


_TESTS = {
    "=": pl.Expr.eq,
    "<>": pl.Expr.ne,
    "<": pl.Expr.lt,
    "<=": pl.Expr.le,
    ">": pl.Expr.gt,
    ">=": pl.Expr.ge,
}


def _test(term: Test) -> pl.Expr:
    return _TESTS[term.operator](expr(term.left), expr(term.right))


def _nearby(term: Nearby) -> pl.Expr:
    left, right = expr(term.left), expr(term.right)
    sign = "-" if term.direction == "before" else ""
    far = right.dt.offset_by(f"{sign}{term.n}{_UNITS[term.unit]}")
    low, high = (far, right) if sign else (right, far)
    return (left >= low) & (left <= high)
