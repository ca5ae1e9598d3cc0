"""Conditions lowered to terms: each fact becomes a column, each definition a step (LAW 3, 4)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation

from tecum.errors import DataUnusable
from tecum.law import tree
from tecum.law.blocks import Define
from tecum.law.columns.terms import (
    FALSE,
    TRUE,
    UNKNOWN,
    Cell,
    Constant,
    Counted,
    Input,
    Listed,
    Nearby,
    Scalar,
    Settled,
    SomeRow,
    Step,
    Term,
    Test,
    every,
    fallback,
    opposite,
    parts,
    some,
)
from tecum.law.periods import shift
from tecum.law.view import Atom
from tecum.law.vocabulary import FactSpec

__all__ = ["ColumnsUnable", "Conditions", "Key", "Steps"]

Key = tuple[str, object]
"""What an input column holds: ``("fact", name)``, ``("conflict", name)``, ``("complete", table)``,
``("day", "on")``, ``("day", "known_on")`` or ``("assumed", atom)``."""

_OF_ALL_ROWS = (tree.Holds, tree.Among, tree.ForbiddenBy)
"""What is the same for all child rows; a comparison is not, as nothing is assumed of it there."""
_OPERATORS = {"is": "=", "is not": "<>"}


class ColumnsUnable(DataUnusable):
    """Something in a pack has no column form; says what."""


@dataclass(slots=True)
class Steps:
    """The columns that a row has, and what is worked out from them, in order of dependence."""

    inputs: dict[Key, Input] = field(default_factory=dict)
    tables: dict[str, dict[str, Cell]] = field(default_factory=dict)
    found: list[tuple[Step, Term]] = field(default_factory=list)
    levels: dict[str, int] = field(default_factory=dict)
    _same: dict[Term, Term] = field(default_factory=dict)

    def input(self, kind: str, name: object, of: str) -> Input:
        """The column for this, made when first asked for."""
        key = (kind, name)
        if key not in self.inputs:
            self.inputs[key] = Input(f"f{len(self.inputs)}", of)
        return self.inputs[key]

    def cell(self, table: str, name: str, of: str) -> Cell:
        """The column of a child table."""
        cells = self.tables.setdefault(table, {})
        if name not in cells:
            cells[name] = Cell(f"c{len(cells)}", of)
        return cells[name]

    def step(self, term: Term, kind: str = "yes/no") -> Term:
        """Work this out once; whoever needs it later refers to it."""
        if isinstance(term, Constant | Step | Input):
            return term
        known = self._same.get(term)
        if known is None:
            known = Step(f"s{len(self.found)}", kind)
            self._same[term] = known
            self.found.append((known, term))
            self.levels[known.column] = 1 + max(map(self.level, parts(term)), default=0)
        return known

    def level(self, term: Term) -> int:
        """How many levels of SELECT must be under a term."""
        if isinstance(term, Step):
            return self.levels[term.column]
        return max(map(self.level, parts(term)), default=0)


class Conditions:
    """Lowers conditions over the facts of some packs.

    Args:
        facts: The facts that the packs ask about.
        defines: The facts that other facts settle.
        steps: Where columns and steps are kept.
        assuming: Whether there are columns for values assumed of what is unknown.
        forbidden: What ``forbidden by`` means for the action.
    """

    def __init__(
        self,
        facts: Mapping[str, FactSpec],
        defines: Mapping[str, Define],
        steps: Steps,
        assuming: bool,
        forbidden: Callable[[str], Term],
    ) -> None:
        self.facts = facts
        self.defines = defines
        self.steps = steps
        self.assuming = assuming
        self.forbidden = forbidden
        self._uses: dict[tree.Expr, int] = {}
        self._truths: dict[tree.Expr, Term] = {}
        self._values: dict[str, Term] = {}

    def count(self, exprs: Iterable[tree.Expr]) -> None:
        """Note which conditions are asked more than once: they become steps of their own."""
        for expr in exprs:
            self._uses[expr] = self._uses.get(expr, 0) + 1
            self.count(tree.children(expr))

    def assumed(self, atom: Atom, kind: str = "yes/no") -> Term:
        """The column of a value assumed for an atom; unknown where nothing is assumed."""
        return self.steps.input("assumed", atom, kind) if self.assuming else UNKNOWN

    def value(self, name: str) -> Term:
        """The value of a fact: a column, or a step where a definition settles it."""
        if name not in self._values:
            self._values[name] = self._value(name)
        return self._values[name]

    def _value(self, name: str) -> Term:
        kind = self.facts[name].type.kind
        given = self.steps.input("fact", name, kind)
        define = self.defines.get(name)
        if define is None:
            return given
        conflict = self.steps.input("conflict", name, "yes/no")
        settled = Settled(conflict, given, self.truth_or_count(define.expr))
        value = fallback(settled, self.assumed(("fact", name), kind))
        return self.steps.step(value, kind)

    def truth_or_count(self, expr: tree.Expr) -> Term:
        """What a definition gives: a truth, or a number of rows."""
        if isinstance(expr, tree.Count):
            where = self.truth(expr.where, expr.table)
            counted = Counted(expr.table, where, self._complete(expr.table))
            return self.steps.step(counted, "number")
        return self.truth(expr)

    def truth(self, expr: tree.Expr, table: str | None = None) -> Term:
        """A condition as a truth term; inside a quantifier ``table`` is the one it looks at."""
        if table is not None and not (isinstance(expr, _OF_ALL_ROWS) and not _reads_row(expr)):
            return self._lowered(expr, table)
        found = self._truths.get(expr)
        if found is None:
            found = self._lowered(expr, None)
            if self._uses.get(expr, 0) > 1:
                found = self.steps.step(found)
            self._truths[expr] = found
        return found

    def _lowered(self, expr: tree.Expr, table: str | None) -> Term:
        if isinstance(expr, tree.Always):
            return TRUE
        if isinstance(expr, tree.And):
            return every(self.truth(item, table) for item in expr.items)
        if isinstance(expr, tree.Or):
            return some(self.truth(item, table) for item in expr.items)
        if isinstance(expr, tree.Not):
            return opposite(self.truth(expr.item, table))
        if isinstance(expr, tree.Holds):
            if expr.table is not None:
                return self._cell(expr.table, expr.name)
            return self.value(expr.name)
        if isinstance(expr, tree.ForbiddenBy):
            return self.forbidden(expr.maker)
        if isinstance(expr, tree.Quantifier):
            return self._quantifier(expr)
        return self._test(expr, table)

    def _test(self, expr: tree.Expr, table: str | None) -> Term:
        if isinstance(expr, tree.Among):
            return self._among(expr)
        if not isinstance(expr, tree.Compare | tree.Within):
            raise ColumnsUnable(
                'A condition that asks whether a fact "is known" has no column form.',
                do="Ask it of one demand at a time.",
                code="columns.known",
            )
        left, right = self.operand(expr.left), self.operand(expr.right)
        tested = _folded(
            Test(left, _OPERATORS.get(expr.operator, expr.operator), right, _kind(left, right))
            if isinstance(expr, tree.Compare)
            else Nearby(left, expr.n, expr.unit, expr.direction, right)
        )
        if table is not None or isinstance(tested, Constant):
            return tested
        both = isinstance(expr.left, tree.Fact) and isinstance(expr.right, tree.Fact)
        return fallback(tested, self.assumed(("test", expr))) if both else tested

    def _among(self, expr: tree.Among) -> Term:
        left = self.operand(expr.left)
        kind = left.kind if isinstance(left, Input | Cell | Step) else ""
        values = tuple(v for v in (_typed(word, kind) for word in expr.words) if v is not None)
        if isinstance(left, Constant):
            return Constant((str(left.value) in expr.words) != expr.negated)
        return Listed(left, values, expr.negated)

    def operand(self, operand: tree.Operand) -> Term:
        """One side of a comparison."""
        if isinstance(operand, tree.Fact):
            return self.value(operand.name)
        if isinstance(operand, tree.Column):
            return self._cell(operand.table, operand.name)
        return Constant(operand.value) if isinstance(operand, tree.Constant) else UNKNOWN

    def _cell(self, table: str, name: str) -> Cell:
        kind = self.facts[table].type.columns.get(name)
        if kind is None or kind.kind == "any":
            raise ColumnsUnable(
                f'The column "{name}" of the table "{table}" has no type.',
                do="State the type of each column in facts.toml: columns = { name = type }.",
                code="columns.untyped",
            )
        return self.steps.cell(table, name, kind.kind)

    def _complete(self, table: str) -> Input:
        self.steps.tables.setdefault(table, {})
        return self.steps.input("complete", table, "yes/no")

    def _quantifier(self, expr: tree.Quantifier) -> Term:
        where: tree.Expr = tree.Not(expr.where) if expr.kind == "all" else expr.where
        lowered = self.truth(where, expr.table)
        found = self.steps.step(SomeRow(expr.table, lowered, self._complete(expr.table)))
        found = fallback(found, self.assumed(("rows", expr.table, where)))
        return found if expr.kind == "any" else opposite(found)


def _reads_row(expr: tree.Expr) -> bool:
    if isinstance(expr, tree.Holds):
        return expr.table is not None
    return isinstance(expr, tree.Among) and isinstance(expr.left, tree.Column)


def _kind(left: Term, right: Term) -> str:
    for side in (left, right):
        if isinstance(side, Input | Cell | Step):
            return side.kind
    return ""


def _folded(term: Test | Nearby) -> Term:
    """What needs no row is worked out now; a period from a fixed day becomes two days."""
    left, right = term.left, term.right
    if isinstance(term, Nearby):
        if not isinstance(right, Constant):
            return term
        if not isinstance(right.value, date):
            return UNKNOWN
        back = term.direction == "before"
        far = shift(right.value, -term.n if back else term.n, term.unit)
        low, high = (far, right.value) if back else (right.value, far)
        return every(
            (
                _folded(Test(left, ">=", Constant(low), "date")),
                _folded(Test(left, "<=", Constant(high), "date")),
            )
        )
    if isinstance(left, Constant) and isinstance(right, Constant):
        return _compared(left.value, term.operator, right.value)
    return term


def _compared(left: Scalar, operator: str, right: Scalar) -> Constant:
    if left is None or right is None:
        return UNKNOWN
    if operator in ("=", "<>"):
        return TRUE if (left == right) is (operator == "=") else FALSE
    if type(left) is not type(right):
        return UNKNOWN
    low, high = (left, right) if operator.startswith("<") else (right, left)
    less: bool = low < high  # type: ignore[operator]
    return Constant(less or (len(operator) == 2 and low == high))


def _typed(word: str, kind: str) -> Scalar:
    if kind == "date":
        try:
            return date.fromisoformat(word)
        except ValueError:
            return None
    if kind == "number":
        try:
            return Decimal(word)
        except InvalidOperation:
            return None
    return None if kind == "yes/no" else word
