"""Running a plan on SQLite or PostgreSQL: rows in, answers out, nothing left behind."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from typing import Any, Protocol

from tecum.law.columns.answers import BITS, Answer
from tecum.law.columns.plan import Plan
from tecum.law.columns.rows import Batch, stored_rows
from tecum.law.columns.sql import Dialect, child_name, create_tables, statement

__all__ = ["Evaluator", "OnPostgresql", "OnSqlite"]

_BASE = "tecum_rows"


class Evaluator(Protocol):
    """Answers the rows of a plan, in their order."""

    def answers(self, plan: Plan, batch: Batch) -> list[Answer]:
        """One answer for each row, with the outcomes that the unknown values allow."""
        ...


class OnSqlite:
    """The standard library's SQLite, in memory."""

    def answers(self, plan: Plan, batch: Batch) -> list[Answer]:
        """One answer for each row."""
        with closing(sqlite3.connect(":memory:")) as connection:
            load_sqlite(connection, plan, batch)
            return list(_answers(connection.execute(statement(plan, Dialect.SQLITE, _BASE)), plan))


def load_sqlite(connection: sqlite3.Connection, plan: Plan, batch: Batch) -> None:
    """Put the rows of a plan into an open database."""
    for text in create_tables(plan, Dialect.SQLITE, _BASE):
        connection.execute(text)
    held = [(_BASE, batch.rows)]
    held += [(child_name(_BASE, table), rows) for table, rows in batch.children.items()]
    for name, rows in held:
        if rows:
            marks = ", ".join("?" * len(rows[0]))
            connection.executemany(
                f"INSERT INTO {name} VALUES ({marks})",  # noqa: S608 - a name of our own
                stored_rows(rows, text=True),
            )


class OnPostgresql:
    """An open connection of psycopg to PostgreSQL; its temporary tables are dropped again.

    Best a connection that commits by itself: a transaction keeps a lock for every table that it
    made, and many plans in one are more than the server has room for.
    """

    def __init__(self, connection: Any) -> None:
        self.connection = connection

    def answers(self, plan: Plan, batch: Batch) -> list[Answer]:
        """One answer for each row."""
        with self.connection.transaction(), self.connection.cursor() as cursor:
            held = {_BASE: batch.rows}
            held |= {
                child_name(_BASE, table): batch.children.get(table, []) for table in plan.tables
            }
            for text in create_tables(plan, Dialect.POSTGRESQL, _BASE):
                cursor.execute(text)
            for name, rows in held.items():
                with cursor.copy(f"COPY {name} FROM STDIN") as copy:
                    for row in stored_rows(rows, text=False):
                        copy.write_row(row)
            cursor.execute(statement(plan, Dialect.POSTGRESQL, _BASE))
            found = list(_answers(cursor.fetchall(), plan))
            cursor.execute("DROP TABLE " + ", ".join(held))
        return found


def _answers(rows: Iterable[tuple[int, ...]], plan: Plan) -> Iterator[Answer]:
    sets = range((len(plan.live) + BITS - 1) // BITS)
    for row in sorted(rows):
        live = sum(row[2 + 2 * at] << (BITS * at) for at in sets)
        may = sum(row[3 + 2 * at] << (BITS * at) for at in sets)
        yield Answer(row[1], live, may)
