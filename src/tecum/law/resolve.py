"""Names in conditions: which are facts, which are words, and whether the types agree.

A word that a fact's type does not list is an error of the pack, never a condition that is
silently false (LAW 3.2).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from tecum.law.blocks import Maker
from tecum.law.expression import write_expression
from tecum.law.problem import Place, Problem, near_name, nearest_sentence
from tecum.law.tables import Table, numbers_in
from tecum.law.tree import (
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
    Name,
    Not,
    Operand,
    Or,
    Quantifier,
    Within,
)
from tecum.law.vocabulary import FactSpec, FactType

__all__ = ["Resolver", "Seen", "fact_unknown"]

Seen = dict[tuple[str, Expr], Expr]
"""Conditions met before, by their text and what they say: the same one is kept once, so that a
view of the facts answers it once for all rules that ask it."""

_ANY = FactType("any")
_ORDERED = ("date", "number", "any")


def fact_unknown(name: str, facts: Mapping[str, FactSpec], pack: str) -> str:
    """The sentence for a name that no fact has, with the nearest and where that is declared."""
    near = near_name(name, facts)
    if near is None:
        return f'unknown fact "{name}".'
    spec = facts[near]
    file = spec.place.file if spec.pack == pack else f"{spec.pack}/{spec.place.file}"
    where = f" ({file} line {spec.place.line})" if spec.place.line else f" ({file})"
    return f'unknown fact "{name}". Nearest: "{near}"{where}.'


class Resolver:
    """Resolves the conditions of one pack; collects what is wrong in ``problems``."""

    def __init__(
        self,
        facts: Mapping[str, FactSpec],
        tables: Mapping[str, Table],
        pack: str,
        seen: Seen | None = None,
    ) -> None:
        self.facts = facts
        self.tables = tables
        self.pack = pack
        self.problems: list[Problem] = []
        self._place = Place("")
        self._row: FactSpec | None = None
        self._known_allowed = False
        self._left_name = ""
        self._seen: Seen = {} if seen is None else seen

    def resolve(self, expr: Expr, place: Place, known_allowed: bool = False) -> Expr:
        """The same condition with facts and words told apart and lists looked up."""
        self._place, self._known_allowed = place, known_allowed
        return self._expr(expr)

    def _tell(self, column: int, text: str, code: str = "P101") -> None:
        base = self._place.column or 1
        self.problems.append(Problem(self._place.at(base + max(column, 1) - 1), code, text))

    def _expr(self, expr: Expr) -> Expr:
        found = self._told_apart(expr)
        return self._seen.setdefault((write_expression(found), found), found)

    def _told_apart(self, expr: Expr) -> Expr:
        if isinstance(expr, And | Or):
            return replace(expr, items=tuple(self._expr(item) for item in expr.items))
        if isinstance(expr, Not):
            return replace(expr, item=self._expr(expr.item))
        if isinstance(expr, Quantifier | Count):
            return self._rows(expr)
        if isinstance(expr, Holds):
            return self._holds(expr)
        if isinstance(expr, Compare):
            return self._compare(expr)
        if isinstance(expr, Among):
            return self._among(expr)
        if isinstance(expr, Within):
            return self._within(expr)
        if isinstance(expr, Known):
            self._known(expr)
        if isinstance(expr, ForbiddenBy) and expr.maker not in list(Maker):
            near = nearest_sentence(expr.maker, [maker.value for maker in Maker])
            self._tell(expr.column, f'"{expr.maker}" does not make rules.{near}')
        return expr

    def _known(self, expr: Known) -> None:
        if not self._known_allowed:
            text = (
                '"is known" may be used in duties only: a rule must not change its answer '
                "because something was merely learned."
            )
            self._tell(expr.column, text, "P105")
        elif expr.name not in self.facts:
            self._tell(expr.column, fact_unknown(expr.name, self.facts, self.pack))

    def _rows(self, expr: Quantifier | Count) -> Expr:
        spec = self.facts.get(expr.table)
        if spec is None or spec.type.kind != "table":
            tables = [name for name, fact in self.facts.items() if fact.type.kind == "table"]
            self._tell(
                expr.column, f'unknown table "{expr.table}".{nearest_sentence(expr.table, tables)}'
            )
            return expr
        self._row = spec
        where = self._expr(expr.where)
        self._row = None
        return replace(expr, where=where)

    def _holds(self, expr: Holds) -> Expr:
        if expr.table is not None:
            kind = self._column_type(Column(expr.table, expr.name, expr.column))
        else:
            kind = self._fact_type(expr.name, expr.column)
        if kind.kind not in ("yes/no", "any"):
            name = f"{expr.table}.{expr.name}" if expr.table else expr.name
            self._tell(
                expr.column, f'{name} is not a yes/no fact; compare it, for example with "is".'
            )
        return expr

    def _fact_type(self, name: str, column: int) -> FactType:
        if name not in self.facts:
            self._tell(column, fact_unknown(name, self.facts, self.pack))
            return _ANY
        return self.facts[name].type

    def _column_type(self, operand: Column) -> FactType:
        if self._row is None or self._row.name != operand.table:
            text = f'"{operand.table}.{operand.name}" may be used only where rows of that table are'
            self._tell(operand.column, f"{text} looked at.")
            return _ANY
        columns = self._row.type.columns
        if columns and operand.name not in columns:
            near = nearest_sentence(operand.name, columns)
            text = f'table "{operand.table}" has no column "{operand.name}".{near}'
            self._tell(operand.column, text)
        return columns.get(operand.name, _ANY)

    def _type_of(self, operand: Operand) -> FactType:
        if isinstance(operand, Column):
            return self._column_type(operand)
        if isinstance(operand, Name | Fact):
            name = operand.text if isinstance(operand, Name) else operand.name
            return self._fact_type(name, operand.column)
        if isinstance(operand, Constant) and isinstance(operand.value, date):
            return FactType("date")
        if isinstance(operand, Constant) and isinstance(operand.value, Decimal):
            return FactType("number")
        return FactType("text")

    def _operand(self, operand: Operand) -> Operand:
        return Fact(operand.text, operand.column) if isinstance(operand, Name) else operand

    def _compare(self, expr: Compare) -> Expr:
        left = self._type_of(expr.left)
        self._left_name = _named(expr.left)
        right = self._right(left, expr.right)
        if isinstance(expr.left, Constant) and isinstance(expr.left.value, str):
            self._left_name = _named(right)
            kind = self._fact_type(right.name, right.column) if isinstance(right, Fact) else left
            self._check_word(kind, expr.left.value, expr.left.column)
        if expr.operator not in ("is", "is not") and left.kind not in _ORDERED:
            self._tell(
                expr.column, f'"{expr.operator}" compares dates and numbers; write "is" for words.'
            )
        return replace(expr, left=self._operand(expr.left), right=right)

    def _right(self, left: FactType, operand: Operand) -> Operand:
        if isinstance(operand, Name):
            if left.kind in ("word", "any", "text") and operand.text not in self.facts:
                self._check_word(left, operand.text, operand.column)
                return Constant(operand.text, False, operand.column)
            if left.kind == "word" and operand.text in left.words:
                return Constant(operand.text, False, operand.column)
            if left.kind == "yes/no" and operand.text in ("yes", "no"):
                text = 'write the fact by itself, or with "not" before it.'
                self._tell(operand.column, text)
                return operand
        kind = self._type_of(operand)
        if isinstance(operand, Constant) and left.kind == "word" and isinstance(operand.value, str):
            self._check_word(left, operand.value, operand.column)
        elif "any" not in (left.kind, kind.kind) and not _agree(left.kind, kind.kind):
            self._tell(operand.column, f"a {left.kind} is compared with a {kind.kind}.")
        return self._operand(operand)

    def _check_word(self, kind: FactType, word: str, column: int) -> None:
        if kind.kind != "word" or word in kind.words:
            return
        shown = ", ".join(kind.words[:3]) + (", …" if len(kind.words) > 3 else "")
        text = f'"{word}" is not a value of {self._left_name} ({shown}).'
        self._tell(column, text + nearest_sentence(word, kind.words))

    def _among(self, expr: Among) -> Expr:
        kind = self._type_of(expr.left)
        words = expr.words
        if expr.table is not None:
            table = self.tables.get(expr.table)
            if table is None:
                near = nearest_sentence(expr.table, self.tables)
                self._tell(expr.column, f'unknown table "{expr.table}".{near}')
                return expr
            if expr.table_column not in table.columns:
                near = nearest_sentence(expr.table_column or "", table.columns)
                text = f'table "{expr.table}" has no column "{expr.table_column}".{near}'
                self._tell(expr.column, text)
                return expr
            words = table.column(expr.table_column or "")
        self._left_name = _named(expr.left)
        if kind.kind in ("yes/no", "table"):
            said = f"{self._left_name} is a {kind.kind} fact"
            self._tell(expr.column, f"{said}; a list is for words, days and numbers.")
            return expr
        for word in words:
            self._check_listed(kind, word, expr.column)
        return replace(expr, left=self._operand(expr.left), words=words)

    def _check_listed(self, kind: FactType, word: str, column: int) -> None:
        if kind.kind == "number" and not numbers_in((word,)):
            self._tell(column, f'"{word}" is not a number, but {self._left_name} is.')
        elif kind.kind == "date" and not _is_day(word):
            self._tell(column, f'"{word}" is not a day, but {self._left_name} is.')
        else:
            self._check_word(kind, word, column)

    def _within(self, expr: Within) -> Expr:
        for operand in (expr.left, expr.right):
            if self._type_of(operand).kind not in ("date", "any"):
                self._tell(operand.column, f"{_named(operand)} is not a date.")
        return replace(expr, left=self._operand(expr.left), right=self._operand(expr.right))


def _is_day(word: str) -> bool:
    try:
        return date.fromisoformat(word).isoformat() == word
    except ValueError:
        return False


def _agree(left: str, right: str) -> bool:
    return left == right or {left, right} <= {"word", "text"}


def _named(operand: Operand) -> str:
    if isinstance(operand, Name):
        return operand.text
    if isinstance(operand, Column):
        return f"{operand.table}.{operand.name}"
    return operand.name if isinstance(operand, Fact) else str(operand.value)
