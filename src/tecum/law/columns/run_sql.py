"""Running a plan on SQLite or PostgreSQL: rows in, answers out, nothing left behind."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Any, Protocol

from tecum.law.columns.answers import Answer, answers_of
from tecum.law.columns.plan import Plan
from tecum.law.columns.rows import Batch, stored_rows
from tecum.law.columns.sql import Dialect, child_names, create_tables, statement

__all__ = ["Evaluator", "OnPostgresql", "OnSqlite"]

_BASE = "tecum_rows"
_IN_MEMORY = ("PRAGMA temp_store = MEMORY", "PRAGMA temp.journal_mode = OFF")
"""Tables that nobody will roll back need neither a file nor a journal."""


class Evaluator(Protocol):
    """Answers the rows of a plan, in their order."""

    def answers(self, plan: Plan, batch: Batch) -> list[Answer]:
        """One answer for each row, with the outcomes that the unknown values allow."""
        ...

    def possible(self, plan: Plan, batch: Batch) -> list[int]:
        """The outcomes alone, as bits, for each row: less to work out and to carry."""
        ...


class OnSqlite:
    """The standard library's SQLite, in memory."""

    def answers(self, plan: Plan, batch: Batch) -> list[Answer]:
        """One answer for each row."""
        return _answers(self._rows(plan, batch))

    def possible(self, plan: Plan, batch: Batch) -> list[int]:
        """The outcomes alone."""
        return [row[1] for row in self._rows(plan, batch, live=False)]

    def _rows(self, plan: Plan, batch: Batch, *, live: bool = True) -> list[tuple[int, ...]]:
        with closing(sqlite3.connect(":memory:")) as connection:
            for pragma in _IN_MEMORY:
                connection.execute(pragma)
            load_sqlite(connection, plan, batch)
            text = statement(plan, Dialect.SQLITE, _BASE, live=live)
            return sorted(connection.execute(text))


def load_sqlite(connection: sqlite3.Connection, plan: Plan, batch: Batch) -> None:
    """Put the rows of a plan into an open database."""
    for text in create_tables(plan, Dialect.SQLITE, _BASE):
        connection.execute(text)
    for name, kinds, rows in _tables(plan, batch):
        if rows:
            marks = ", ".join("?" * len(rows[0]))
            connection.executemany(
                f"INSERT INTO {name} VALUES ({marks})",  # noqa: S608 - a name of our own
                stored_rows(rows, kinds, text=True),
            )


def _tables(plan: Plan, batch: Batch) -> Iterator[tuple[str, list[str], list[tuple[Any, ...]]]]:
    """The tables of a plan: name, the kind of each column after the number, and the rows."""
    yield _BASE, [item.kind for item in plan.inputs.values()], batch.rows
    names = child_names(plan, _BASE)
    for table, cells in plan.tables.items():
        kinds = [cell.kind for cell in cells.values()]
        yield names[table], kinds, batch.children.get(table, [])


class OnPostgresql:
    """An open connection of psycopg to PostgreSQL; its temporary tables are dropped again.

    Best a connection that commits by itself: a transaction keeps a lock for every table that it
    made, and many plans in one are more than the server has room for.
    """

    def __init__(self, connection: Any) -> None:
        self.connection = connection

    def answers(self, plan: Plan, batch: Batch) -> list[Answer]:
        """One answer for each row."""
        return _answers(self._rows(plan, batch))

    def possible(self, plan: Plan, batch: Batch) -> list[int]:
        """The outcomes alone."""
        return [row[1] for row in self._rows(plan, batch, live=False)]

    def _rows(self, plan: Plan, batch: Batch, *, live: bool = True) -> list[tuple[int, ...]]:
        with self.connection.transaction(), self.connection.cursor() as cursor:
            held = list(_tables(plan, batch))
            for text in create_tables(plan, Dialect.POSTGRESQL, _BASE):
                cursor.execute(text)
            for name, kinds, rows in held:
                if rows:
                    with cursor.copy(f"COPY {name} FROM STDIN") as copy:
                        for row in stored_rows(rows, kinds, text=False):
                            copy.write_row(row)
            cursor.execute(statement(plan, Dialect.POSTGRESQL, _BASE, live=live))
            found = sorted(cursor.fetchall())
            cursor.execute("DROP TABLE " + ", ".join(name for name, _, _ in held))
        return found


def _answers(rows: list[tuple[int, ...]]) -> list[Answer]:
    """Answers in the order of the rows' numbers."""
    columns = list(zip(*rows, strict=True))
    return answers_of(columns[1], columns[2::2], columns[3::2]) if columns else []
