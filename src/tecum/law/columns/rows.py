"""Situations as rows: one column for each fact that a plan reads, child rows for tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from tecum.law.blocks import Define
from tecum.law.columns.conditions import Key
from tecum.law.columns.plan import Plan
from tecum.law.facts import Facts, Rows
from tecum.law.view import View

__all__ = ["Batch", "Situation", "cells_of", "row_of", "rows_of", "stored_rows"]


@dataclass(frozen=True, slots=True)
class Situation:
    """What is known of one item of one demand, the day of the act, and the day of knowledge."""

    facts: Facts
    on: date
    known_on: date


@dataclass(slots=True)
class Batch:
    """Rows of a plan: a tuple for each in the order of its inputs, and the child rows."""

    rows: list[tuple[Any, ...]] = field(default_factory=list)
    children: dict[str, list[tuple[Any, ...]]] = field(default_factory=dict)

    def add(self, plan: Plan, values: Mapping[Key, Any], tables: Mapping[str, Rows]) -> None:
        """Append a row; the number of the row is its place."""
        self.put(tuple(values.get(key) for key in plan.inputs), cells_of(plan, tables))

    def put(self, row: tuple[Any, ...], cells: Mapping[str, Sequence[tuple[Any, ...]]]) -> None:
        """Append a row as the plan's inputs have it, with the cells of its child rows."""
        number = len(self.rows)
        self.rows.append((number, *row))
        for table, held in cells.items():
            self.children.setdefault(table, []).extend((number, *child) for child in held)

    def extend(self, other: Batch) -> None:
        """Append the rows of another batch of the same plan, numbered on."""
        start = len(self.rows)
        self.rows += [(start + row[0], *row[1:]) for row in other.rows]
        for table, rows in other.children.items():
            held = self.children.setdefault(table, [])
            held += [(start + row[0], *row[1:]) for row in rows]


def cells_of(plan: Plan, tables: Mapping[str, Rows]) -> dict[str, list[tuple[Any, ...]]]:
    """The child rows of a row, by the columns that the plan reads."""
    return {
        table: [tuple(row.get(name) for name in cells) for row in tables[table].rows]
        if table in tables
        else []
        for table, cells in plan.tables.items()
    }


def row_of(plan: Plan, view: View, situation: Situation) -> tuple[dict[Key, Any], dict[str, Rows]]:
    """The values of one situation by what a plan reads; what is not known is absent."""
    values: dict[Key, Any] = {}
    tables: dict[str, Rows] = {}
    for key in plan.inputs:
        kind, name = key
        if kind == "fact":
            values[key] = view.values.get(str(name))
        elif kind == "conflict":
            values[key] = name in view.conflicting
        elif kind == "complete":
            table = view.values.get(str(name))
            if isinstance(table, Rows):
                tables[str(name)] = table
                values[key] = table.complete
        elif kind == "day":
            values[key] = situation.on if name == "on" else situation.known_on
    return values, tables


def rows_of(plan: Plan, situations: Iterable[Situation], defines: Mapping[str, Define]) -> Batch:
    """Every situation as a row of the plan."""
    batch = Batch()
    for situation in situations:
        view = View.of(situation.facts, situation.on, situation.known_on, defines)
        batch.add(plan, *row_of(plan, view, situation))
    return batch


def stored_rows(
    rows: Sequence[tuple[Any, ...]], kinds: Sequence[str], *, text: bool
) -> Iterable[tuple[Any, ...]]:
    """Rows as a database keeps them, each column by its kind; with ``text`` as SQLite does.

    Args:
        rows: The number of each row, then its values.
        kinds: The kind of each value.
        text: Whether days are text and numbers are floating point.
    """
    numbers, *columns = zip(*rows, strict=True)
    held = [_column(values, kind, text) for values, kind in zip(columns, kinds, strict=True)]
    return zip(numbers, *held, strict=True)


def _column(values: tuple[Any, ...], kind: str, text: bool) -> Iterable[Any]:
    """A column as it is kept; equal values are worked out once."""
    if kind == "yes/no" or (kind in ("date", "number") and not text):
        return values
    told = {value: _stored(value, kind) for value in set(values)}
    return [told[value] for value in values]


def _stored(value: Any, kind: str) -> Any:
    if value is None:
        return None
    if kind == "date":
        return value.isoformat()
    if kind == "number":
        return float(value)
    return "\x01" if value == "\x00" else value
