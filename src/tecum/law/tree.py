"""The one syntax tree of conditions: frozen, with source positions, free of behaviour.

Two trees are equal when they say the same, wherever they stand: columns do not count.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

__all__ = [
    "TRUE",
    "Always",
    "Among",
    "And",
    "Column",
    "Compare",
    "Constant",
    "Count",
    "Expr",
    "Fact",
    "ForbiddenBy",
    "Holds",
    "Known",
    "Name",
    "Not",
    "Operand",
    "Or",
    "Quantifier",
    "Within",
    "children",
]

Scalar = str | date | Decimal


@dataclass(frozen=True, slots=True)
class Name:
    """A bare name before it is known whether it is a fact or a word."""

    text: str
    column: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Fact:
    """The value of a fact."""

    name: str
    column: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Column:
    """The value of a column in the row that a quantifier looks at."""

    table: str
    name: str
    column: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Constant:
    """A word, text, date or number as written; ``quoted`` where it stood in double quotes."""

    value: Scalar
    quoted: bool = field(default=False, compare=False)
    column: int = field(default=0, compare=False)


Operand = Name | Fact | Column | Constant


@dataclass(frozen=True, slots=True)
class Always:
    """``true``: what a missing ``when`` means."""

    column: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Holds:
    """A yes/no fact, or a yes/no column inside a quantifier, by itself."""

    name: str
    table: str | None = None
    column: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Compare:
    """``a is b``, ``a is not b``, ``<``, ``<=``, ``>``, ``>=``."""

    left: Operand
    operator: str
    right: Operand
    column: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Among:
    """``a in [x, y]`` or ``a in table t.column``; ``words`` are the listed or looked-up ones."""

    left: Operand
    words: tuple[str, ...]
    negated: bool = False
    table: str | None = None
    table_column: str | None = None
    column: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Within:
    """``a within 5 years before b``: counted by anniversary to the day, both ends in."""

    left: Operand
    n: int
    unit: str
    direction: str
    right: Operand
    column: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Known:
    """``a is known``: allowed in duties only (LAW 2.2)."""

    name: str
    negated: bool = False
    column: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class ForbiddenBy:
    """Whether a live prohibition made by that maker bears on the action (LAW 3.4)."""

    maker: str
    column: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Not:
    """Swaps true and false; unknown stays."""

    item: Expr
    column: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class And:
    """The least true of its parts."""

    items: tuple[Expr, ...]
    column: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Or:
    """The truest of its parts."""

    items: tuple[Expr, ...]
    column: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Quantifier:
    """``any``, ``all`` or ``no`` row of a table fact that meets a condition."""

    kind: str
    table: str
    where: Expr
    column: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Count:
    """``conviction where (…)``: the number of rows that meet a condition (``counts:``)."""

    table: str
    where: Expr
    column: int = field(default=0, compare=False)


Expr = (
    Always
    | Holds
    | Compare
    | Among
    | Within
    | Known
    | ForbiddenBy
    | Not
    | And
    | Or
    | Quantifier
    | Count
)

TRUE = Always()


def children(expr: Expr) -> tuple[Expr, ...]:
    """The conditions directly inside a condition."""
    if isinstance(expr, And | Or):
        return expr.items
    if isinstance(expr, Not):
        return (expr.item,)
    if isinstance(expr, Quantifier | Count):
        return (expr.where,)
    return ()
