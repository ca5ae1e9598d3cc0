"""The log's entries and its journal as tables of PostgreSQL: the same steps, the same guard.

They have connections of their own, outside of the product's transactions: an entry that a head
was signed over must not be undone with anything else. Every row bears its log's origin, so
that a log and its successor lie side by side. Only the primary is written to or read from.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Any

import psycopg

from tecum.ledger.checkpoint import Checkpoint
from tecum.ledger.encodings import from_base64, to_base64
from tecum.ledger.errors import Busy, Malformed, Quarantined, StorageFailed
from tecum.ledger.journal import Head, Recent, boot, recent_head
from tecum.ledger.log import Parts
from tecum.ledger.store import EVERY, Row, place

__all__ = ["TABLES", "PostgresJournal", "PostgresStore", "postgres_parts"]

TABLES = """
CREATE TABLE ledger_log_entry (
  log text NOT NULL, idx bigint NOT NULL, leaf bytea NOT NULL, leaf_hash bytea NOT NULL,
  statement_hash bytea NOT NULL, PRIMARY KEY (log, idx), UNIQUE (log, statement_hash));
CREATE TABLE ledger_log_statement (
  log text NOT NULL, hash bytea NOT NULL, bytes bytea NOT NULL, docket text, seq bigint,
  PRIMARY KEY (log, hash));
CREATE INDEX ledger_log_statement_docket ON ledger_log_statement (log, docket, seq);
CREATE TABLE ledger_log_carried (
  log text NOT NULL, docket text NOT NULL, seq bigint NOT NULL, hash bytea NOT NULL,
  PRIMARY KEY (log, docket));
CREATE TABLE ledger_log_head (
  log text PRIMARY KEY, size bigint NOT NULL, root text NOT NULL, checkpoint text NOT NULL,
  serial bigint NOT NULL, settled bigint NOT NULL DEFAULT 0);
CREATE TABLE ledger_log_recent (
  log text NOT NULL, size bigint NOT NULL, checkpoint text NOT NULL, serial bigint NOT NULL,
  boot text NOT NULL, PRIMARY KEY (log, size));
"""
_BEGIN = """
SELECT pg_is_in_recovery(), set_config('synchronous_commit', 'on', false),
  set_config('lock_timeout', '60s', false)
"""
"""One question for what a connection must be before it is used."""
_CHUNK = 1000
_ATTEMPTS = 20

Connect = Callable[[], "psycopg.Connection[Any]"]
"""Opens a connection to the primary."""


class _Line:
    """One connection, used by one thread at a time, opened again when it was cut off."""

    def __init__(self, connect: Connect) -> None:
        self._connect = connect
        self._open: psycopg.Connection[Any] | None = None
        self._lock = threading.RLock()

    @contextmanager
    def held(self, step: str) -> Iterator[psycopg.Connection[Any]]:
        with self._lock:
            try:
                yield self._ready()
            except psycopg.Error as error:
                if self._open is not None and self._open.broken:
                    self._open = None
                raise StorageFailed(step, type(error).__name__) from error

    def _ready(self) -> psycopg.Connection[Any]:
        if self._open is None or self._open.closed:
            line = self._connect()
            line.autocommit = True
            if _one(line, _BEGIN):
                line.close()
                raise StorageFailed("connect to the primary", "it is a replica")
            self._open = line
        return self._open

    def close(self) -> None:
        with self._lock:
            if self._open is not None:
                self._open.close()

    def __del__(self) -> None:
        # A log that nobody holds any more lets go of its connections.
        if self._open is not None:
            self._open.close()


class PostgresStore:
    """The entries of one log."""

    def __init__(self, connect: Connect, origin: str) -> None:
        self._origin = origin
        # Readers must not see what an open transaction of the writer has not committed.
        self._writer, self._reader = _Line(connect), _Line(connect)

    def size(self) -> int:
        """How many entries there are."""
        with self._reader.held("count the entries") as line:
            return self._size(line)

    def insert(self, rows: Sequence[Row]) -> list[int]:
        """Add rows in one durable transaction; a statement already there keeps its index."""
        for _ in range(_ATTEMPTS):
            with self._writer.held("insert the entries") as line:
                try:
                    with line.transaction():
                        line.execute("SELECT pg_advisory_xact_lock(%s)", [_number(self._origin, 1)])
                        return self._insert(line, rows)
                except psycopg.errors.UniqueViolation:
                    continue
        raise Busy("Another sequencer is at work on this log.", do="Stop one of the two.")

    def rows(self, start: int, stop: int) -> Iterator[Row]:
        """Read entries afresh, in order; a gap ends the reading early."""
        while start < stop:
            with self._reader.held("read the entries") as line:
                found = line.execute(
                    "SELECT idx, leaf, leaf_hash, statement_hash, bytes FROM ledger_log_entry e"
                    " JOIN ledger_log_statement s ON s.log = e.log AND s.hash = e.statement_hash"
                    " WHERE e.log = %s AND idx >= %s AND idx < %s ORDER BY idx",
                    [self._origin, start, min(stop, start + _CHUNK)],
                ).fetchall()
            for index, *fields in found:
                if index != start:
                    return
                yield Row(*(bytes(one) for one in fields))
                start += 1
            if not found:
                return

    def find(self, statement_hash: bytes) -> int | None:
        """The index of a statement."""
        with self._reader.held("find a statement") as line:
            return self._find(line, statement_hash)

    def last(self, docket: str | None) -> tuple[int, bytes] | None:
        """Number and hash of a docket's last statement, in this log or the one before it."""
        if docket is None:
            return None
        with self._reader.held("read a docket") as line:
            return self._last(line, docket)

    def carried(self, docket: str) -> tuple[int, bytes] | None:
        """Number and hash of a docket's last statement in the log before this one."""
        with self._reader.held("read a docket") as line:
            return self._carried(line, docket)

    def carry(self, lasts: Iterable[tuple[str, int, bytes]]) -> None:
        """Take over where the dockets of the log before this one ended, in one transaction."""
        with self._writer.held("carry the dockets") as line, line.transaction():
            line.cursor().executemany(
                "INSERT INTO ledger_log_carried VALUES (%s, %s, %s, %s) ON CONFLICT (log, docket)"
                " DO UPDATE SET seq = excluded.seq, hash = excluded.hash",
                [(self._origin, *one) for one in lasts],
            )

    def lasts(self) -> Iterator[tuple[str, int, bytes]]:
        """Every docket with number and hash of its last statement."""
        with self._reader.held("read the dockets") as line:
            found = line.execute(
                "SELECT DISTINCT ON (docket) docket, seq, hash FROM ("
                " SELECT docket, seq, hash FROM ledger_log_statement"
                "  WHERE log = %s AND docket IS NOT NULL"
                " UNION ALL SELECT docket, seq, hash FROM ledger_log_carried WHERE log = %s) d"
                " ORDER BY docket, seq DESC",
                [self._origin, self._origin],
            ).fetchall()
        yield from ((docket, seq, bytes(raw)) for docket, seq, raw in found)

    def close(self) -> None:
        """Let go of the connections."""
        self._writer.close()
        self._reader.close()

    def _insert(self, line: psycopg.Connection[Any], rows: Sequence[Row]) -> list[int]:
        there = line.execute(
            "SELECT statement_hash, idx FROM ledger_log_entry"
            " WHERE log = %s AND statement_hash = ANY(%s)",
            [self._origin, [row.statement_hash for row in rows]],
        )
        indices = {bytes(digest): int(index) for digest, index in there}
        found, new = place(rows, self._size(line), indices, partial(self._last, line))
        with line.cursor() as cursor:
            cursor.executemany(
                "INSERT INTO ledger_log_statement VALUES (%s, %s, %s, %s, %s)",
                [
                    (self._origin, row.statement_hash, row.statement, docket, seq)
                    for _, row, docket, seq in new
                ],
            )
            cursor.executemany(
                "INSERT INTO ledger_log_entry VALUES (%s, %s, %s, %s, %s)",
                [
                    (self._origin, at, row.leaf, row.leaf_hash, row.statement_hash)
                    for at, row, _, _ in new
                ],
            )
        return found

    def _size(self, line: psycopg.Connection[Any]) -> int:
        last = _one(line, "SELECT max(idx) FROM ledger_log_entry WHERE log = %s", self._origin)
        return 0 if last is None else int(last) + 1

    def _find(self, line: psycopg.Connection[Any], digest: bytes) -> int | None:
        found = _one(
            line,
            "SELECT idx FROM ledger_log_entry WHERE log = %s AND statement_hash = %s",
            self._origin,
            digest,
        )
        return None if found is None else int(found)

    def _last(self, line: psycopg.Connection[Any], docket: str) -> tuple[int, bytes] | None:
        found = line.execute(
            "SELECT seq, hash FROM ledger_log_statement WHERE log = %s AND docket = %s"
            " ORDER BY seq DESC LIMIT 1",
            [self._origin, docket],
        ).fetchone()
        return (found[0], bytes(found[1])) if found else self._carried(line, docket)

    def _carried(self, line: psycopg.Connection[Any], docket: str) -> tuple[int, bytes] | None:
        found = line.execute(
            "SELECT seq, hash FROM ledger_log_carried WHERE log = %s AND docket IN (%s, %s)"
            " ORDER BY seq DESC LIMIT 1",
            [self._origin, docket, EVERY],
        ).fetchone()
        return (found[0], bytes(found[1])) if found else None


class PostgresJournal:
    """The head journal as one row: the compare-and-swap is the database's own.

    Beside it, a row for each head whose public files are not known to be on the disk yet.
    """

    def __init__(self, connect: Connect, origin: str) -> None:
        self._origin, self._line = origin, _Line(connect)

    def read(self) -> Head | None:
        """The last signed head."""
        with self._line.held("read the journal") as line:
            found = line.execute(
                "SELECT size, root, checkpoint, serial FROM ledger_log_head WHERE log = %s",
                [self._origin],
            ).fetchone()
        if found is None:
            return None
        size, root, text, serial = found
        try:
            head = Checkpoint(self._origin, size, from_base64(root))
        except Malformed:
            head = None
        if head is None or text.partition("\n\n")[0] + "\n" != head.text:
            raise Quarantined("journal.lost", "the row of the journal contradicts itself")
        return Head(head, text.encode(), serial)

    def swap(self, old: Head | None, new: Head) -> bool:
        """Change exactly the row that holds ``old``."""
        values = [new.size, to_base64(new.root), new.as_signed.decode(), new.serial]
        if old is None:
            change = (
                "INSERT INTO ledger_log_head VALUES (%s, %s, %s, %s, %s)"
                " ON CONFLICT (log) DO NOTHING RETURNING log, size, checkpoint, serial"
            )
            known = [self._origin, *values]
        else:
            change = (
                "UPDATE ledger_log_head SET size = %s, root = %s, checkpoint = %s, serial = %s"
                " WHERE log = %s AND size = %s AND root = %s"
                " RETURNING log, size, checkpoint, serial"
            )
            known = [*values, self._origin, old.size, to_base64(old.root)]
        with self._line.held("swap the journal") as line:
            done = line.execute(
                f"WITH done AS ({change}) INSERT INTO ledger_log_recent"  # type: ignore[arg-type]  # noqa: S608
                " SELECT log, size, checkpoint, serial, %s FROM done",
                [*known, boot()],
            )
            return done.rowcount == 1

    def recent(self) -> Recent:
        """The heads whose public files may not be on the disk yet."""
        with self._line.held("read the journal") as line:
            settled = _one(line, "SELECT settled FROM ledger_log_head WHERE log = %s", self._origin)
            rows = line.execute(
                "SELECT checkpoint, serial, boot FROM ledger_log_recent WHERE log = %s"
                " ORDER BY size",
                [self._origin],
            ).fetchall()
        return Recent(settled or 0, tuple(recent_head(*row) for row in rows))

    def settle(self, size: int) -> None:
        """Their public files are on the disk, up to the head of this size."""
        with self._line.held("settle the journal") as line:
            line.execute(
                "WITH done AS (DELETE FROM ledger_log_recent WHERE log = %s AND size <= %s)"
                " UPDATE ledger_log_head SET settled = greatest(settled, %s) WHERE log = %s",
                [self._origin, size, size, self._origin],
            )

    def is_whole(self) -> bool:
        """A database holds whole rows."""
        return True

    def close(self) -> None:
        """Let go of the connection."""
        self._line.close()


def postgres_parts(connect: Connect, *, use_lock: bool = True) -> Callable[[str], Parts]:
    """Origin → a log's entries, its journal, and the lock that others respect as a courtesy."""

    def parts(origin: str) -> Parts:
        line = _Line(connect)

        @contextmanager
        def lock() -> Iterator[None]:
            if not use_lock:
                yield
                return
            with line.held("lock the log") as held:
                held.execute("SELECT pg_advisory_lock(%s)", [_number(origin, 0)])
            try:
                yield
            finally:
                with line.held("unlock the log") as held:
                    held.execute("SELECT pg_advisory_unlock(%s)", [_number(origin, 0)])

        return Parts(PostgresStore(connect, origin), PostgresJournal(connect, origin), lock)

    return parts


def _number(origin: str, which: int) -> int:
    """The number of an advisory lock of one log."""
    digest = hashlib.sha256(f"{origin} {which}".encode()).digest()
    return int.from_bytes(digest[:8], "big", signed=True)


def _one(line: psycopg.Connection[Any], query: str, *values: object) -> Any:
    found = line.execute(query, list(values)).fetchone()  # type: ignore[call-overload]
    return found[0] if found else None
