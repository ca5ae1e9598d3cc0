"""Conditions as text: read into the tree, written back in canonical form (LAW 2.2)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

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
    Name,
    Not,
    Operand,
    Or,
    Quantifier,
    Within,
)

__all__ = ["ExpressionError", "parse_count", "parse_expression", "write_expression"]

_TOKEN = re.compile(
    r"""(?P<space>\s+)
      | (?P<date>\d{4}-\d{2}-\d{2})
      | (?P<number>\d+(?:\.\d+)?)
      | (?P<name>[A-Za-z][A-Za-z0-9_]*(?:\.[A-Za-z][A-Za-z0-9_]*)?)
      | (?P<text>"[^"]*")
      | (?P<operator><=|>=|<|>)
      | (?P<mark>[()\[\],])
      | (?P<wrong>==|!=|<>|=|&&|\|\||!|&|\|)
    """,
    re.VERBOSE,
)
_SAY_INSTEAD = {
    "==": "is",
    "=": "is",
    "!=": "is not",
    "<>": "is not",
    "!": "not",
    "&&": "and",
    "&": "and",
    "||": "or",
    "|": "or",
}
_RESERVED = frozenset(
    [
        "and",
        "or",
        "not",
        "is",
        "in",
        "within",
        "before",
        "after",
        "where",
        "any",
        "all",
        "no",
        "forbidden",
        "by",
        "table",
        "true",
        "known",
    ]
)
DEEPEST = 40
LONGEST = 400
"""Years that a period may have: more is a slip, and leaves the calendar."""
_UNITS = {"days": 366, "months": 12, "years": 1}


class ExpressionError(ValueError):
    """A condition that cannot be read; ``column`` counts from one inside the condition."""

    def __init__(self, column: int, text: str, code: str = "P101") -> None:
        super().__init__(text)
        self.column = column
        self.text = text
        self.code = code


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    column: int


def _tokens(text: str) -> list[_Token]:
    found, at = [], 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            raise ExpressionError(at + 1, f'"{text[at]}" is not used in conditions.')
        kind = match.lastgroup or ""
        if kind == "wrong":
            word = match.group()
            raise ExpressionError(
                at + 1, f'"{word}" is not used here; write "{_SAY_INSTEAD[word]}".'
            )
        if kind != "space":
            found.append(_Token(kind, match.group(), at + 1))
        at = match.end()
    return [*found, _Token("end", "", len(text) + 1)]


def parse_expression(text: str) -> Expr:
    """Read a condition; ``and`` binds before ``or``.

    Raises:
        ExpressionError: with the column of the first thing that is not understood.
    """
    parser = _Parser(_tokens(text))
    expr = parser.disjunction()
    parser.expect_end()
    return expr


def parse_count(text: str) -> Count:
    """Read ``table where (condition)`` of a ``counts:`` line."""
    parser = _Parser(_tokens(text))
    token = parser.take("name", "the name of a table")
    parser.word("where")
    where = parser.parenthesised()
    parser.expect_end()
    return Count(token.text, where, token.column)


class _Parser:
    """Recursive descent over the grammar of LAW 2.2, one method a line of it."""

    def __init__(self, tokens: list[_Token]) -> None:
        self._tokens = tokens
        self._at = 0
        self._quantified = False
        self._depth = 0

    @property
    def _next(self) -> _Token:
        return self._tokens[self._at]

    def _step(self) -> _Token:
        token = self._next
        self._at += 1
        return token

    def _is(self, *words: str) -> bool:
        return self._next.kind != "text" and self._next.text in words

    def _peek(self, ahead: int) -> str:
        at = min(self._at + ahead, len(self._tokens) - 1)
        return self._tokens[at].text

    def take(self, kind: str, what: str) -> _Token:
        """The next token, which must be of this kind."""
        if self._next.kind != kind:
            raise self._unexpected(what)
        return self._step()

    def word(self, *words: str) -> _Token:
        """The next token, which must be one of these words or marks."""
        if not self._is(*words):
            raise self._unexpected(" or ".join(f'"{word}"' for word in words))
        return self._step()

    def expect_end(self) -> None:
        """Nothing may follow a whole condition."""
        if self._next.kind != "end":
            raise self._unexpected('"and", "or" or the end of the line')

    def _unexpected(self, wanted: str) -> ExpressionError:
        seen = f'"{self._next.text}"' if self._next.kind != "end" else "the end of the line"
        return ExpressionError(self._next.column, f"{seen} stands where {wanted} is wanted.")

    def disjunction(self) -> Expr:
        """expr = conj { "or" conj }"""
        column, parts = self._next.column, [self._conjunction()]
        while self._is("or"):
            self._step()
            parts.append(self._conjunction())
        return parts[0] if len(parts) == 1 else Or(_flat(parts, Or), column)

    def _conjunction(self) -> Expr:
        column, parts = self._next.column, [self._negation()]
        while self._is("and"):
            self._step()
            parts.append(self._negation())
        return parts[0] if len(parts) == 1 else And(_flat(parts, And), column)

    def _negation(self) -> Expr:
        if self._is("not"):
            column = self._step().column
            return Not(self._primary(), column)
        return self._primary()

    def parenthesised(self) -> Expr:
        """ "(" expr ")" """
        opened = self.word("(")
        self._depth += 1
        if self._depth > DEEPEST:
            raise ExpressionError(opened.column, "parentheses are nested too deeply.")
        inner = self.disjunction()
        self._depth -= 1
        self.word(")")
        return inner

    def _primary(self) -> Expr:
        if self._is("("):
            return self.parenthesised()
        if self._is("true"):
            return Always(self._step().column)
        if self._is("any", "all", "no"):
            return self._quantifier()
        if self._is("forbidden"):
            column = self._step().column
            self.word("by")
            return ForbiddenBy(self.take("name", "a maker of rules").text, column)
        return self._test()

    def _quantifier(self) -> Expr:
        token = self._step()
        if self._quantified:
            raise ExpressionError(token.column, "a quantifier inside a quantifier is not allowed.")
        table = self.take("name", "the name of a table")
        self.word("where")
        self._quantified = True
        where = self.parenthesised()
        self._quantified = False
        return Quantifier(token.text, table.text, where, token.column)

    def _test(self) -> Expr:
        column = self._next.column
        left = self._value()
        if self._is("is"):
            return self._is_test(left, column)
        if self._next.kind == "operator":
            operator = self._step().text
            return Compare(left, operator, self._value(), column)
        if self._is("in") or (self._is("not") and self._peek(1) == "in"):
            return self._among(left, column)
        if self._is("within"):
            return self._within(left, column)
        if isinstance(left, Name):
            return Holds(left.text, None, column)
        if isinstance(left, Column):
            return Holds(left.name, left.table, column)
        raise self._unexpected('a comparison such as "is"')

    def _is_test(self, left: Operand, column: int) -> Expr:
        at = self._step().column
        negated = self._is("not")
        if negated:
            self._step()
        if self._is("known"):
            self._step()
            if not isinstance(left, Name):
                raise ExpressionError(column, '"is known" asks about a fact.')
            return Known(left.text, negated, at)
        return Compare(left, "is not" if negated else "is", self._value(), column)

    def _among(self, left: Operand, column: int) -> Expr:
        negated = self._is("not")
        if negated:
            self._step()
        self.word("in")
        if self._is("table"):
            self._step()
            token = self.take("name", "table.column")
            table, dot, name = token.text.partition(".")
            if not dot:
                raise ExpressionError(token.column, "write the table with its column: table t.c.")
            return Among(left, (), negated, table, name, column)
        self.word("[")
        words = [self._listed()]
        while self._is(","):
            self._step()
            words.append(self._listed())
        self.word("]")
        return Among(left, tuple(words), negated, None, None, column)

    def _listed(self) -> str:
        if self._next.kind == "text":
            return self._step().text[1:-1]
        if self._next.kind in ("name", "number", "date"):
            return self._step().text
        raise self._unexpected("a word")

    def _within(self, left: Operand, column: int) -> Expr:
        self._step()
        number = self.take("number", "a number")
        if not number.text.isdigit():
            raise ExpressionError(number.column, "a period is a whole number.")
        unit = self.word(*_UNITS).text
        if int(number.text) > _UNITS[unit] * LONGEST:
            text = f"a period has at most {LONGEST} years."
            raise ExpressionError(number.column, text)
        direction = self.word("before", "after").text
        return Within(left, int(number.text), unit, direction, self._value(), column)

    def _value(self) -> Operand:
        token = self._next
        if token.kind == "name" and token.text not in _RESERVED:
            self._step()
            table, dot, name = token.text.partition(".")
            return Column(table, name, token.column) if dot else Name(table, token.column)
        if token.kind == "date":
            self._step()
            return Constant(_date(token), False, token.column)
        if token.kind == "number":
            self._step()
            return Constant(Decimal(token.text), False, token.column)
        if token.kind == "text":
            self._step()
            return Constant(token.text[1:-1], True, token.column)
        raise self._unexpected("a fact, a word, a date or a number")


def _date(token: _Token) -> date:
    try:
        return date.fromisoformat(token.text)
    except ValueError:
        raise ExpressionError(token.column, f'"{token.text}" is not a day.') from None


def _flat(parts: list[Expr], kind: type[And] | type[Or]) -> tuple[Expr, ...]:
    flat: list[Expr] = []
    for part in parts:
        flat.extend(part.items if isinstance(part, kind) else [part])
    return tuple(flat)


def write_expression(expr: Expr) -> str:
    """Canonical text: parentheses wherever two operators meet; reading it gives the tree back."""
    if isinstance(expr, Or):
        return " or ".join(_write_part(item) for item in expr.items)
    if isinstance(expr, And):
        return " and ".join(_write_part(item) for item in expr.items)
    if isinstance(expr, Not):
        inner = expr.item
        wrapped = isinstance(inner, And | Or | Not)
        return f"not ({write_expression(inner)})" if wrapped else f"not {write_expression(inner)}"
    if isinstance(expr, Quantifier):
        return f"{expr.kind} {expr.table} where ({write_expression(expr.where)})"
    if isinstance(expr, Count):
        return f"{expr.table} where ({write_expression(expr.where)})"
    return _write_leaf(expr)


def _write_part(expr: Expr) -> str:
    text = write_expression(expr)
    return f"({text})" if isinstance(expr, And | Or) else text


def _write_leaf(expr: Expr) -> str:
    if isinstance(expr, Holds):
        return f"{expr.table}.{expr.name}" if expr.table else expr.name
    if isinstance(expr, Compare):
        return f"{_operand(expr.left)} {expr.operator} {_operand(expr.right)}"
    if isinstance(expr, Among):
        said = "not in" if expr.negated else "in"
        if expr.table:
            return f"{_operand(expr.left)} {said} table {expr.table}.{expr.table_column}"
        return f"{_operand(expr.left)} {said} [{', '.join(_word(word) for word in expr.words)}]"
    if isinstance(expr, Within):
        period = f"within {expr.n} {expr.unit} {expr.direction}"
        return f"{_operand(expr.left)} {period} {_operand(expr.right)}"
    if isinstance(expr, Known):
        return f"{expr.name} is {'not ' if expr.negated else ''}known"
    if isinstance(expr, ForbiddenBy):
        return f"forbidden by {expr.maker}"
    return "true"


def _operand(value: Operand) -> str:
    if isinstance(value, Name):
        return value.text
    if isinstance(value, Fact):
        return value.name
    if isinstance(value, Column):
        return f"{value.table}.{value.name}"
    if isinstance(value.value, str):
        return f'"{value.value}"' if value.quoted else value.value
    return value.value.isoformat() if isinstance(value.value, date) else format(value.value, "f")


def _word(word: str) -> str:
    plain = re.fullmatch(r"[A-Za-z][A-Za-z0-9_]*|\d+(?:\.\d+)?|\d{4}-\d{2}-\d{2}", word)
    return word if plain else f'"{word}"'
