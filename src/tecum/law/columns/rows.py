"""Situations as rows: one column for each fact that a plan reads, child rows for tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from tecum.law.blocks import Define
from tecum.law.columns.conditions import Key
from tecum.law.columns.plan import Plan
from tecum.law.facts import Facts, Rows
from tecum.law.view import View

__all__ = ["Batch", "Situation", "row_of", "rows_of"]


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
        number = len(self.rows)
        self.rows.append((number, *(values.get(key) for key in plan.inputs)))
        for table, cells in plan.tables.items():
            held = self.children.setdefault(table, [])
            for row in tables[table].rows if table in tables else ():
                held.append((number, *(row.get(name) for name in cells)))

    def extend(self, other: Batch) -> None:
        """Append the rows of another batch of the same plan, numbered on."""
        start = len(self.rows)
        self.rows += [(start + row[0], *row[1:]) for row in other.rows]
        for table, rows in other.children.items():
            held = self.children.setdefault(table, [])
            held += [(start + row[0], *row[1:]) for row in rows]


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
        view = View(situation.facts.known(situation.on, situation.known_on), defines)
        batch.add(plan, *row_of(plan, view, situation))
    return batch


def stored(value: Any, *, text: bool) -> Any:
    """A value as a database keeps it; with ``text`` as SQLite does."""
    if value == "\x00":
        return "\x01"
    if text and isinstance(value, date):
        return value.isoformat()
    if text and not isinstance(value, bool | str | int | None.__class__):
        return float(value)
    return value


def stored_rows(rows: Iterable[tuple[Any, ...]], *, text: bool) -> Iterator[tuple[Any, ...]]:
    """Rows as a database keeps them."""
    return (tuple(stored(value, text=text) for value in row) for row in rows)
