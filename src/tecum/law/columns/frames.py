"""A plan as column expressions of polars (LAW 4; the extra ``replay``)."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from functools import reduce
from operator import and_, or_
from typing import Any

import polars as pl

from tecum.law.columns import terms
from tecum.law.columns.answers import BITS, Answer, answers_of
from tecum.law.columns.plan import Plan
from tecum.law.columns.rows import Batch

__all__ = ["Frames", "OnPolars", "evaluated"]

Frames = tuple[pl.DataFrame, dict[str, pl.DataFrame]]
"""The rows of a plan, with a column ``row_id``, and the child rows of each table."""

_UNITS = {"days": "d", "months": "mo", "years": "y"}
_TYPES: dict[str, Any] = {
    "row": pl.Int64,
    "yes/no": pl.Boolean,
    "date": pl.Date,
    "number": pl.Float64,
}


def type_of(kind: str) -> Any:
    """How a kind of value is kept in a column."""
    return _TYPES.get(kind, pl.String)


class OnPolars:
    """Answers the rows of a plan with polars."""

    def answers(self, plan: Plan, batch: Batch) -> list[Answer]:
        """One answer for each row, in their order."""
        found = evaluated(plan, frames_of(plan, batch)).sort("row_id")
        return answers_of(found["possible"].to_list(), *_sets(plan, found))

    def possible(self, plan: Plan, batch: Batch) -> list[int]:
        """The outcomes alone."""
        found = evaluated(plan, frames_of(plan, batch), live=False).sort("row_id")
        return found["possible"].to_list()


def _sets(plan: Plan, found: pl.DataFrame) -> tuple[list[list[int]], list[list[int]]]:
    """The columns of live sets, and of those that may be live."""
    sets = range((len(plan.live) + BITS - 1) // BITS)
    return [found[f"live_{at}"].to_list() for at in sets], [
        found[f"may_{at}"].to_list() for at in sets
    ]


def frames_of(plan: Plan, batch: Batch) -> Frames:
    """Rows as frames."""
    main = _frame(batch.rows, [(item.column, item.kind) for item in plan.inputs.values()])
    children = {
        table: _frame(batch.children.get(table, []), [(c.column, c.kind) for c in cells.values()])
        for table, cells in plan.tables.items()
    }
    return main, children


def _frame(rows: list[tuple[Any, ...]], columns: list[tuple[str, str]]) -> pl.DataFrame:
    """Rows as columns, numbered first; a column of numbers is of floating point."""
    held: Iterable[Any] = zip(*rows, strict=True) if rows else [()] * (len(columns) + 1)
    kinds = [("row_id", "row"), *columns]
    return pl.DataFrame(
        [
            pl.Series(name, _plain(values) if kind == "number" else values, type_of(kind))
            for (name, kind), values in zip(kinds, held, strict=True)
        ]
    )


def _plain(values: Iterable[Any]) -> list[Any]:
    return [float(value) if isinstance(value, Decimal) else value for value in values]


def evaluated(plan: Plan, frames: Frames, *, live: bool = True) -> pl.DataFrame:
    """Row, possible outcomes, and with ``live`` the sets of rules, as SQL gives them."""
    frame = _steps(plan, frames)
    answer = [pl.col("row_id"), _possible(plan).alias("possible")]
    if not live:
        return frame.select(answer).collect()
    names = [f"live{at}" for at in range(len(plan.live))]
    flags = [expr(term).alias(name) for name, term in zip(names, plan.live, strict=True)]
    told = frame.select(*answer, *flags).collect()
    sets: list[pl.Expr] = [pl.col("row_id"), pl.col("possible")]
    for at in range(0, len(names), BITS):
        held = names[at : at + BITS]
        sets.append(_bits(_is_live(told, name) for name in held).alias(f"live_{at // BITS}"))
        sets.append(_bits(_may_be(told, name) for name in held).alias(f"may_{at // BITS}"))
    return told.lazy().select(sets).collect()


def _steps(plan: Plan, frames: Frames) -> pl.LazyFrame:
    """The rows with a column for each step, level by level."""
    main, children = frames
    frame = main.lazy()
    for number in range(1, plan.deepest + 1):
        plain: list[tuple[terms.Step, terms.Term]] = []
        looked: list[tuple[terms.Step, terms.Term]] = []
        for step, term in plan.level(number):
            (looked if isinstance(term, terms.SomeRow | terms.Counted) else plain).append(
                (step, term)
            )
        for step, term in looked:
            assert isinstance(term, terms.SomeRow | terms.Counted)
            frame = _looked_up(frame, children[term.table].lazy(), step, term)
        if plain:
            frame = frame.with_columns(expr(term).alias(step.column) for step, term in plain)
    return frame


def _is_live(told: pl.DataFrame, name: str) -> pl.Expr:
    """Where a rule is live; a column without unknown cells needs no look for them."""
    flag = pl.col(name)
    return flag.fill_null(False) if told[name].null_count() else flag


def _may_be(told: pl.DataFrame, name: str) -> pl.Expr | None:
    """Where a rule may be live; None where that is nowhere."""
    return pl.col(name).is_null() if told[name].null_count() else None


def _possible(plan: Plan) -> pl.Expr:
    """The interval of LAW 5.10 over the sums, as bits in the order of ``answers.ORDER``."""
    sums = plan.sums
    held = (sums.forbids, sums.permits, sums.commands, sums.counsel)
    phi, pi, omega, kappa = (expr(term).fill_null(True) for term in held)
    no_phi, no_pi, no_omega, quiet = ((~expr(term)).fill_null(True) for term in held)
    sets = (
        quiet & no_phi & omega,
        quiet & no_phi & no_omega & pi,
        quiet & phi & no_pi & no_omega,
        kappa | (phi & (pi | omega)),
        quiet & no_phi & no_pi & no_omega,
    )
    return reduce(or_, (s.cast(pl.UInt8) * pl.lit(1 << at, pl.UInt8) for at, s in enumerate(sets)))


def _bits(flags: Iterable[pl.Expr | None]) -> pl.Expr:
    """One whole number with a bit for each; gathered in bytes, which move eight times less."""
    held = list(flags)
    octets: list[pl.Expr] = []
    for start in range(0, len(held), 8):
        bits = [
            flag.cast(pl.UInt8) * pl.lit(1 << at, pl.UInt8)
            for at, flag in enumerate(held[start : start + 8])
            if flag is not None
        ]
        if bits:
            octet = reduce(or_, bits)
            octets.append(octet.cast(pl.Int64) * pl.lit(1 << start, pl.Int64))
    return reduce(or_, octets) if octets else pl.lit(0, pl.Int64)


def _looked_up(
    frame: pl.LazyFrame, child: pl.LazyFrame, step: terms.Step, term: terms.SomeRow | terms.Counted
) -> pl.LazyFrame:
    """Join what the child rows say to their row."""
    outer = sorted(_outer(term.where))
    if outer:
        child = child.join(frame.select("row_id", *outer), on="row_id", how="left")
    where = expr(term.where)
    if isinstance(term, terms.Counted):
        code = pl.when(where.is_null().any()).then(-1).otherwise(where.sum().cast(pl.Int64))
    else:
        code = pl.when(where).then(2).when(where.is_null()).then(1).otherwise(0).max()
    found = child.group_by("row_id").agg(code.alias("found"))
    frame = frame.join(found, on="row_id", how="left", maintain_order="left")
    best, complete = pl.col("found").fill_null(0), expr(term.complete).fill_null(False)
    counted = pl.when(complete & (best >= 0)).then(best.cast(pl.Float64))
    some = pl.when(best == 2).then(True).when(complete & (best == 0)).then(False)
    told: pl.Expr = counted if isinstance(term, terms.Counted) else some
    return frame.with_columns(told.alias(step.column)).drop("found")


def _outer(term: terms.Term) -> set[str]:
    if isinstance(term, terms.Input | terms.Step):
        return {term.column}
    return set[str]().union(*map(_outer, terms.parts(term)))


def expr(term: terms.Term) -> pl.Expr:
    """A term as an expression over the columns of a frame."""
    if isinstance(term, terms.Input | terms.Step | terms.Cell):
        return pl.col(term.column)
    if isinstance(term, terms.Constant):
        return _literal(term)
    if isinstance(term, terms.All):
        return reduce(and_, map(expr, term.items))
    if isinstance(term, terms.Some):
        return reduce(or_, map(expr, term.items))
    if isinstance(term, terms.Opposite):
        return ~expr(term.item)
    if isinstance(term, terms.Test):
        return _test(term)
    if isinstance(term, terms.Listed):
        listed = expr(term.left).is_in([_plain_value(value) for value in term.values])
        return ~listed if term.negated else listed
    if isinstance(term, terms.Fallback):
        return pl.coalesce(expr(term.first), expr(term.then))
    if isinstance(term, terms.Nearby):
        return _nearby(term)
    assert isinstance(term, terms.Settled)
    given, defined = expr(term.given), expr(term.defined)
    told = (
        pl.when(given.is_null())
        .then(defined)
        .when(defined.is_null() | (given == defined))
        .then(given)
    )
    return pl.when(~expr(term.conflict).fill_null(False)).then(told)


def _literal(term: terms.Constant) -> pl.Expr:
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


def _test(term: terms.Test) -> pl.Expr:
    return _TESTS[term.operator](expr(term.left), expr(term.right))


def _nearby(term: terms.Nearby) -> pl.Expr:
    left, right = expr(term.left), expr(term.right)
    sign = "-" if term.direction == "before" else ""
    far = right.dt.offset_by(f"{sign}{term.n}{_UNITS[term.unit]}")
    low, high = (far, right) if sign else (right, far)
    return (left >= low) & (left <= high)
