"""Where a log keeps its entries: the leaf, its hash, and the statement it stands for."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from tecum.ledger.errors import OutOfSequence, StorageFailed
from tecum.ledger.merkle import leaf_hash
from tecum.ledger.statement import Statement

__all__ = ["ANY", "EVERY", "Row", "SqliteStore", "Store", "require_next"]

# Before 3.51.3 two connections that checkpoint and write at once could damage a file in WAL mode.
_MODE = "WAL" if sqlite3.sqlite_version_info >= (3, 51, 3) else "TRUNCATE"


ANY = (-1, b"")
"""In place of a docket's last statement: the log before this one was rolled back, and where its
dockets ended is not known; the first statement of each may bear any number."""
EVERY = "*"


@dataclass(frozen=True)
class Row:
    """One entry as it is stored."""

    leaf: bytes
    leaf_hash: bytes
    statement_hash: bytes
    statement: bytes

    @classmethod
    def of(cls, statement: Statement, leaf: bytes) -> Row:
        """The row of a statement and its leaf."""
        return cls(leaf, leaf_hash(leaf), statement.hash, statement.raw)


class Store(Protocol):
    """The entries of one log. Rows are only ever added; indices are contiguous from 0."""

    def size(self) -> int:
        """How many entries there are."""

    def insert(self, rows: Sequence[Row]) -> list[int]:
        """Add rows in one durable transaction; a statement already there keeps its index.

        Raises:
            OutOfSequence: a statement does not follow its docket's last one.
        """

    def rows(self, start: int, stop: int) -> Iterator[Row]:
        """Read entries afresh, in order."""

    def find(self, statement_hash: bytes) -> int | None:
        """The index of a statement."""

    def last(self, docket: str | None) -> tuple[int, bytes] | None:
        """Number and hash of a docket's last statement, in this log or the one before it."""

    def carried(self, docket: str) -> tuple[int, bytes] | None:
        """Number and hash of a docket's last statement in the log before this one."""

    def carry(self, lasts: Iterable[tuple[str, int, bytes]]) -> None:
        """Take over where the dockets of the log before this one ended."""

    def lasts(self) -> Iterator[tuple[str, int, bytes]]:
        """Every docket with number and hash of its last statement."""


def require_next(statement: Statement, last: tuple[int, bytes] | None) -> None:
    """Refuse a statement that leaves a gap or a branch in its docket.

    Args:
        last: Number and hash of the docket's last statement, in this log or the one before.
    """
    if statement.docket is None or last == ANY:
        return
    seq, prev = (last[0] + 1, last[1]) if last else (1, None)
    if (statement.seq, statement.prev) != (seq, prev):
        raise OutOfSequence(seq, prev)


class SqliteStore:
    """Entries in one SQLite file, every transaction synchronised to the disk."""

    def __init__(self, path: Path) -> None:
        self._rows = sqlite3.connect(
            path, timeout=30, isolation_level=None, check_same_thread=False
        )
        with _storage("open the entries"):
            self._rows.execute(f"PRAGMA journal_mode={_MODE}")
            self._rows.execute("PRAGMA synchronous=FULL")
            self._rows.executescript(
                "CREATE TABLE IF NOT EXISTS entry (idx INTEGER PRIMARY KEY, leaf BLOB NOT NULL,"
                " leaf_hash BLOB NOT NULL, statement_hash BLOB NOT NULL UNIQUE);"
                "CREATE TABLE IF NOT EXISTS statement (hash BLOB PRIMARY KEY, bytes BLOB NOT NULL,"
                " docket TEXT, seq INTEGER);"
                "CREATE INDEX IF NOT EXISTS statement_docket ON statement (docket, seq);"
                "CREATE TABLE IF NOT EXISTS carried (docket TEXT PRIMARY KEY,"
                " seq INTEGER NOT NULL, hash BLOB NOT NULL);"
            )

    def size(self) -> int:
        """How many entries there are."""
        with _storage("count the entries"):
            last = self._rows.execute("SELECT max(idx) FROM entry").fetchone()[0]
        return 0 if last is None else int(last) + 1

    def insert(self, rows: Sequence[Row]) -> list[int]:
        """Add rows in one transaction."""
        with _storage("insert the entries"):
            self._rows.execute("BEGIN IMMEDIATE")
            try:
                found = [self._insert(row) for row in rows]
                self._rows.execute("COMMIT")
            except BaseException:
                if self._rows.in_transaction:
                    self._rows.execute("ROLLBACK")
                raise
        return found

    def _insert(self, row: Row) -> int:
        there = self.find(row.statement_hash)
        if there is not None:
            return there
        statement = Statement.parse(row.statement)
        require_next(statement, self.last(statement.docket))
        index = self.size()
        self._rows.execute(
            "INSERT INTO statement VALUES (?, ?, ?, ?)",
            (row.statement_hash, row.statement, statement.docket, statement.seq),
        )
        self._rows.execute(
            "INSERT INTO entry VALUES (?, ?, ?, ?)",
            (index, row.leaf, row.leaf_hash, row.statement_hash),
        )
        return index

    def last(self, docket: str | None) -> tuple[int, bytes] | None:
        """Number and hash of a docket's last statement, in this log or the one before it."""
        if docket is None:
            return None
        with _storage("read a docket"):
            found = self._rows.execute(
                "SELECT seq, hash FROM statement WHERE docket = ? ORDER BY seq DESC LIMIT 1",
                (docket,),
            ).fetchone()
        return (found[0], found[1]) if found else self.carried(docket)

    def carried(self, docket: str) -> tuple[int, bytes] | None:
        """Number and hash of a docket's last statement in the log before this one."""
        with _storage("read a docket"):
            found = self._rows.execute(
                "SELECT seq, hash FROM carried WHERE docket IN (?, ?) ORDER BY seq DESC",
                (docket, EVERY),
            ).fetchone()
        return (found[0], found[1]) if found else None

    def carry(self, lasts: Iterable[tuple[str, int, bytes]]) -> None:
        """Take over where the dockets of the log before this one ended, in one transaction."""
        with _storage("carry the dockets"):
            self._rows.execute("BEGIN IMMEDIATE")
            self._rows.executemany("INSERT OR REPLACE INTO carried VALUES (?, ?, ?)", lasts)
            self._rows.execute("COMMIT")

    def all_carried(self) -> Iterator[tuple[str, int, bytes]]:
        """Everything that was taken over from the log before this one."""
        with _storage("read the dockets"):
            yield from self._rows.execute("SELECT docket, seq, hash FROM carried")

    def lasts(self) -> Iterator[tuple[str, int, bytes]]:
        """Every docket with number and hash of its last statement."""
        with _storage("read the dockets"):
            yield from self._rows.execute(
                "SELECT docket, max(seq), hash FROM statement WHERE docket IS NOT NULL"
                " GROUP BY docket UNION ALL SELECT docket, seq, hash FROM carried"
                " WHERE docket NOT IN (SELECT docket FROM statement WHERE docket IS NOT NULL)"
            )

    def rows(self, start: int, stop: int) -> Iterator[Row]:
        """Read entries afresh, in order; a gap ends the reading early."""
        with _storage("read the entries"):
            cursor = self._rows.execute(
                "SELECT idx, leaf, leaf_hash, statement_hash, bytes FROM entry JOIN statement"
                " ON statement.hash = entry.statement_hash WHERE idx >= ? AND idx < ?"
                " ORDER BY idx",
                (start, stop),
            )
            for index, *fields in cursor:
                if index != start:
                    return
                yield Row(*fields)
                start += 1

    def find(self, statement_hash: bytes) -> int | None:
        """The index of a statement."""
        with _storage("find a statement"):
            found = self._rows.execute(
                "SELECT idx FROM entry WHERE statement_hash = ?", (statement_hash,)
            ).fetchone()
        return found[0] if found else None

    def close(self) -> None:
        """Let go of the file."""
        self._rows.close()


@contextmanager
def _storage(step: str) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise StorageFailed(step, type(error).__name__) from error
