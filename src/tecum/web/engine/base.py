"""SQLite for acts: WAL, ``synchronous=FULL``, immediate transactions, one writer at a time.

SQLite before 3.51.3 can tear a database in WAL mode when one connection writes while another
resets the log. Where that is the version at hand (*safe mode*) no connection checkpoints by
itself: writes and checkpoints of this process take one lock, and the data folder's lock keeps
other processes out. On newer versions the lock only spares writers SQLite's busy waiting.
"""

from __future__ import annotations

import sqlite3
import threading
from typing import Any

from django.db.backends.sqlite3 import base

__all__ = ["FIXED_IN", "DatabaseWrapper", "checkpoint", "is_safe_mode", "look_over"]

FIXED_IN = (3, 51, 3)
LOOKS_ITSELF = (3, 46, 0)
"""From this version on SQLite looks over just the tables that have changed much."""
ROWS_LOOKED_AT = 1000
BUSY_MS = 20_000
_writer = threading.RLock()


def is_safe_mode() -> bool:
    """Whether this system's SQLite is older than the version that cannot tear its log."""
    return sqlite3.sqlite_version_info < FIXED_IN


class DatabaseWrapper(base.DatabaseWrapper):
    """Django's SQLite connection, with our pragmas and one writer a process."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._holds_writer = False

    def get_connection_params(self) -> dict[str, Any]:
        """Connect with immediate transactions and a patient lock."""
        params = super().get_connection_params()
        self.transaction_mode = "IMMEDIATE"
        params["timeout"] = BUSY_MS / 1000
        return params

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """Open a connection whose commits are on the disk when they return."""
        connection = super().get_new_connection(conn_params)
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA recursive_triggers = ON")
        # A key that was destroyed must not stay behind on a free page.
        connection.execute("PRAGMA secure_delete = ON")
        if not self.is_in_memory_db():
            with _writer:
                connection.execute("PRAGMA journal_mode = WAL")
            if is_safe_mode():
                connection.execute("PRAGMA wal_autocheckpoint = 0")
        return connection

    def create_cursor(self, name: Any = None) -> Any:
        """A cursor that takes the writer's lock for a write outside a transaction."""
        return self.connection.cursor(factory=_Cursor)

    def _start_transaction_under_autocommit(self) -> None:
        _writer.acquire()
        self._holds_writer = True
        try:
            super()._start_transaction_under_autocommit()  # type: ignore[misc]
        except BaseException:
            self._release()
            raise

    def _set_autocommit(self, autocommit: bool) -> None:
        super()._set_autocommit(autocommit)  # type: ignore[misc]
        if autocommit:
            self._release()

    def _commit(self) -> None:
        try:
            super()._commit()  # type: ignore[misc]
        finally:
            if not self.connection.in_transaction:
                self._release()

    def _rollback(self) -> None:
        try:
            super()._rollback()  # type: ignore[misc]
        finally:
            self._release()

    def _close(self) -> None:
        try:
            super()._close()  # type: ignore[misc]
        finally:
            self._release()

    def _release(self) -> None:
        if self._holds_writer:
            self._holds_writer = False
            _writer.release()


class _Cursor(base.SQLiteCursorWrapper):
    """Django's cursor; a single write outside a transaction waits its turn."""

    def execute(self, query: Any, params: Any = None) -> Any:
        if self.connection.in_transaction or _only_reads(query):
            return super().execute(query, params)
        with _writer:
            return super().execute(query, params)

    def executemany(self, query: Any, param_list: Any) -> Any:
        if self.connection.in_transaction:
            return super().executemany(query, param_list)
        with _writer:
            return super().executemany(query, param_list)


def _only_reads(query: object) -> bool:
    return str(query).lstrip().upper().startswith(("SELECT", "BEGIN", "SAVEPOINT", "EXPLAIN"))


def checkpoint(connection: Any, *, empty: bool = False) -> int:
    """Move the write-ahead log into the database while no writer runs; gives pages moved.

    Args:
        empty: Leave nothing of it, as far as readers allow; it may hold what was destroyed.
    """
    if connection.vendor != "sqlite" or connection.is_in_memory_db():
        return 0
    how = "TRUNCATE" if empty else "PASSIVE"
    with _writer, connection.cursor() as cursor:
        row = cursor.execute(f"PRAGMA wal_checkpoint({how})").fetchone()
    return max(0, int(row[2]))


def look_over(connection: Any) -> None:
    """Let SQLite note how full its tables are, so that a query takes the index that narrows most.

    Of each index a limited number of rows is looked at, so that it takes as long on a large
    database as on a small one. No value of a row is kept by it.

    Authority: SQLite, PRAGMA optimize, PRAGMA analysis_limit.
    """
    if connection.vendor != "sqlite":
        return
    with _writer, connection.cursor() as cursor:
        cursor.execute(f"PRAGMA analysis_limit = {ROWS_LOOKED_AT}")
        if sqlite3.sqlite_version_info >= LOOKS_ITSELF:
            cursor.execute("PRAGMA optimize = 0x10002")
        else:
            cursor.execute("ANALYZE")
        # Some builds keep samples of values there, which would outlive an erasure.
        cursor.execute("SELECT name FROM sqlite_master WHERE name = 'sqlite_stat4'")
        if cursor.fetchone() is not None:
            cursor.execute("DELETE FROM sqlite_stat4")
