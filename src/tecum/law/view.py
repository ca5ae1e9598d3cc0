"""Conditions evaluated over what is known, in three values (LAW 3).

A :class:`View` is the facts of one demand on one day, plus, while completions are tried, assumed
values for what is unknown. Whatever could still change a condition is an *atom*: an unknown
fact, a comparison of two unknowns, a quantifier over an incomplete table, an unconfirmed rule,
or the chance of a local rule that is not configured.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from tecum.law.blocks import Define
from tecum.law.facts import Facts, Given, Rows, Value
from tecum.law.periods import shift
from tecum.law.tables import numbers_in
from tecum.law.tree import (
    Always,
    Among,
    And,
    Column,
    Compare,
    Constant,
    Count,
    Expr,
    Fact,
    ForbiddenBy,
    Holds,
    Known,
    Not,
    Operand,
    Or,
    Quantifier,
    Within,
)
from tecum.law.truth import Truth, of

__all__ = ["Atom", "View"]

Atom = tuple[Any, ...]
Row = Mapping[str, Any] | None
F, U, T = Truth.F, Truth.U, Truth.T


class View:
    """What is known on a day, with the means to evaluate a condition."""

    def __init__(
        self,
        known: Mapping[str, tuple[Given, ...]],
        defines: Mapping[str, Define],
        assumed: Mapping[Atom, Any] | None = None,
        forbidden: Callable[[str], Truth] | None = None,
    ) -> None:
        self._begin(known, defines, assumed or {}, forbidden or _nobody)
        for name, rows in known.items():
            if len(rows) > 1 and any(row.value != rows[0].value for row in rows):
                self.conflicting.add(name)
            else:
                self.values[name] = rows[0].value
        self.sources |= {name: _said_by(rows) for name, rows in known.items() if rows}

    def _begin(
        self,
        known: Mapping[str, tuple[Given, ...]],
        defines: Mapping[str, Define],
        assumed: Mapping[Atom, Any],
        forbidden: Callable[[str], Truth],
    ) -> None:
        self.known = known
        self.defines = defines
        self.assumed = assumed
        self.forbidden = forbidden
        self.values: dict[str, Value] = {}
        self.sources: dict[str, str] = {}
        self.conflicting: set[str] = set()
        self._derived: dict[str, Value | None] = {}
        self._truths: dict[int, tuple[Expr, Truth]] = {}

    @classmethod
    def of(cls, facts: Facts, on: date, known_on: date, defines: Mapping[str, Define]) -> View:
        """What facts say on a day, as far as it was known."""
        if facts.plain is None:
            return cls(facts.known(on, known_on), defines)
        view = cls.__new__(cls)
        view._begin(facts.given, defines, {}, _nobody)
        view.values, view.sources = facts.plain
        return view

    def assuming(
        self, assumed: Mapping[Atom, Any], forbidden: Callable[[str], Truth], *, kept: bool = False
    ) -> View:
        """The same knowledge with assumed values for atoms; ``kept``: what was found stays."""
        other = View.__new__(View)
        other.known, other.defines, other.values = self.known, self.defines, self.values
        other.conflicting, other.assumed = self.conflicting, assumed
        other.sources = self.sources
        other.forbidden = forbidden
        other._derived = self._derived.copy() if kept else {}
        other._truths = self._truths.copy() if kept else {}
        return other

    @property
    def doubtful(self) -> bool:
        """Whether a fact is both given and defined: what is learned may then unsettle it."""
        return any(name in self.values for name in self.defines)

    def settled(self) -> View:
        """The same knowledge that remembers only what no assumption can change."""
        other = self.assuming(self.assumed, self.forbidden)
        if not self.doubtful:
            other._derived = {name: v for name, v in self._derived.items() if v is not None}
            other._truths = {key: row for key, row in self._truths.items() if row[1] is not U}
        return other

    def value(self, name: str) -> Value | None:
        """The value of a fact, given, defined or assumed; None is unknown."""
        given = self.values.get(name)
        if name not in self.defines:
            return self.assumed.get(("fact", name)) if given is None else given
        if name not in self.conflicting:
            derived = self.derived(name)
            if given is None or derived is None or derived == given:
                given = derived if given is None else given
            else:
                given = None
        return self.assumed.get(("fact", name)) if given is None else given

    def derived(self, name: str) -> Value | None:
        """What the definition of a fact gives; None is unknown."""
        if name not in self._derived:
            self._derived[name] = self._define(self.defines[name])
        return self._derived[name]

    def _define(self, define: Define) -> Value | None:
        if isinstance(define.expr, Count):
            return self._count(define.expr)
        found = self.truth(define.expr)
        return None if found is U else found is T

    def _count(self, expr: Count) -> Decimal | None:
        table = self.value(expr.table)
        if not isinstance(table, Rows) or table.complete is not True:
            return None
        found = [self.truth(expr.where, row) for row in table.rows]
        return None if U in found else Decimal(found.count(T))

    def truth(self, expr: Expr, row: Row = None) -> Truth:
        """Whether a condition holds: true, false or unknown.

        What was found stays, since nothing that a view knows or assumes changes; the condition
        is kept with it, so that no other one can come to stand at its address.
        """
        if row is not None:
            return _EVALUATE[type(expr)](self, expr, row)
        key = id(expr)
        found = self._truths.get(key)
        if found is not None:
            return found[1]
        value = _EVALUATE[type(expr)](self, expr, None)
        self._truths[key] = (expr, value)
        return value

    def operand(self, operand: Operand, row: Row) -> Value | None:
        """The value that stands on one side of a comparison."""
        kind = type(operand)
        if kind is Fact:
            return self.value(operand.name)  # type: ignore[union-attr]
        if kind is Constant:
            return operand.value  # type: ignore[union-attr]
        if kind is Column:
            return None if row is None else row.get(operand.name)  # type: ignore[union-attr]
        return None

    def any_row(self, table_name: str, where: Expr) -> Truth:
        """Whether some row meets the condition; an incomplete list never says no."""
        table = self.value(table_name)
        best, complete = F, False
        if isinstance(table, Rows):
            complete = table.complete is True
            best = max((self.truth(where, row) for row in table.rows), default=F)
        if best is T or (best is F and complete):
            return best
        return Truth(self.assumed.get(("rows", table_name, where), U))

    def tested(self, expr: Expr, row: Row) -> Truth:
        """An assumed answer to a comparison of two unknowns, if there is one."""
        return U if row is not None else Truth(self.assumed.get(("test", expr), U))


def _said_by(rows: tuple[Given, ...]) -> str:
    """Who says what is known of a fact, each source once."""
    return rows[0].source if len(rows) == 1 else "; ".join(dict.fromkeys(r.source for r in rows))


def _nobody(_maker: str) -> Truth:
    return U


def _always(_view: View, _expr: Always, _row: Row) -> Truth:
    return T


def _holds(view: View, expr: Holds, row: Row) -> Truth:
    if expr.table is not None:
        cell = None if row is None else row.get(expr.name)
        return of(cell if isinstance(cell, bool) else None)
    value = view.value(expr.name)
    return T if value is True else F if value is False else U


def _compare(view: View, expr: Compare, row: Row) -> Truth:
    left, right = view.operand(expr.left, row), view.operand(expr.right, row)
    if left is None or right is None:
        return view.tested(expr, row)
    if expr.operator in ("is", "is not"):
        return T if (left == right) is (expr.operator == "is") else F
    if not _comparable(left, right):
        return U
    return of(_ORDER[expr.operator](left, right))


def _comparable(left: object, right: object) -> bool:
    dates = isinstance(left, date) and isinstance(right, date)
    return dates or (isinstance(left, Decimal) and isinstance(right, Decimal))


_ORDER: dict[str, Callable[[Any, Any], bool]] = {
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
}


def _among(view: View, expr: Among, row: Row) -> Truth:
    value = view.operand(expr.left, row)
    if value is None:
        return U
    if isinstance(value, Decimal):
        return of((value in numbers_in(expr.words)) != expr.negated)
    text = value.isoformat() if isinstance(value, date) else str(value)
    return of((text in expr.words) != expr.negated)


def _within(view: View, expr: Within, row: Row) -> Truth:
    left, right = view.operand(expr.left, row), view.operand(expr.right, row)
    if not isinstance(left, date) or not isinstance(right, date):
        return view.tested(expr, row)
    if expr.direction == "before":
        return of(shift(right, -expr.n, expr.unit) <= left <= right)
    return of(right <= left <= shift(right, expr.n, expr.unit))


def _known(view: View, expr: Known, _row: Row) -> Truth:
    known = ("fact", expr.name) not in view.assumed and view.value(expr.name) is not None
    return of(known != expr.negated)


def _forbidden(view: View, expr: ForbiddenBy, _row: Row) -> Truth:
    return view.forbidden(expr.maker)


def _not(view: View, expr: Not, row: Row) -> Truth:
    return ~view.truth(expr.item, row)


def _and(view: View, expr: And, row: Row) -> Truth:
    least = T
    for item in expr.items:
        found = view.truth(item, row)
        if found is F:
            return F
        if found is U:
            least = U
    return least


def _or(view: View, expr: Or, row: Row) -> Truth:
    most = F
    for item in expr.items:
        found = view.truth(item, row)
        if found is T:
            return T
        if found is U:
            most = U
    return most


def _quantifier(view: View, expr: Quantifier, _row: Row) -> Truth:
    if expr.kind == "all":
        return ~view.any_row(expr.table, Not(expr.where))
    found = view.any_row(expr.table, expr.where)
    return found if expr.kind == "any" else ~found


_EVALUATE: dict[type, Callable[[View, Any, Row], Truth]] = {
    Always: _always,
    Holds: _holds,
    Compare: _compare,
    Among: _among,
    Within: _within,
    Known: _known,
    ForbiddenBy: _forbidden,
    Not: _not,
    And: _and,
    Or: _or,
    Quantifier: _quantifier,
}
