"""Where a log keeps its entries: the leaf, its hash, and the statement it stands for."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, Protocol

from tecum.ledger.encodings import to_base64
from tecum.ledger.errors import OutOfSequence, StorageFailed
from tecum.ledger.journal import locked
from tecum.ledger.merkle import leaf_hash
from tecum.ledger.statement import Statement

__all__ = ["ANY", "EVERY", "Placed", "Row", "SqliteStore", "Store", "place", "require_next"]

_ASKED = 500
"""Hashes asked for in one query: every SQLite takes as many values."""
_PAGES = 4000
"""Pages of the write-ahead log before they are copied: pages of an index change again and again,
and one copy of the last change serves for all before it."""

ANY = (-1, b"")
"""In place of a docket's last statement: the log before this one was rolled back, and where its
dockets ended is not known; the first statement of each may bear any number."""
EVERY = "*"


class Row(NamedTuple):
    """One entry as it is stored; read back by the thousand, so a tuple."""

    leaf: bytes
    leaf_hash: bytes
    statement_hash: bytes
    statement: bytes
    parsed: Statement | None = None

    @classmethod
    def of(cls, statement: Statement, leaf: bytes) -> Row:
        """The row of a statement and its leaf."""
        return cls(leaf, leaf_hash(leaf), statement.hash, statement.raw, statement)

    def read(self) -> Statement:
        """The statement taken apart; once, where it came in taken apart."""
        return self.parsed or Statement.parse(self.statement)


class Placed(NamedTuple):
    """A new row with its index, its docket and its number there."""

    at: int
    row: Row
    docket: str | None
    seq: int | None


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

    Raises:
        OutOfSequence: it does not follow; names the number and hash that would.
    """
    lines = statement.lines
    if "docket" not in lines or last == ANY:
        return
    seq, prev = (last[0] + 1, last[1]) if last else (1, None)
    follows = (to_base64(prev),) if prev is not None else None
    if lines.get("seq") != (str(seq),) or lines.get("prev") != follows:
        raise OutOfSequence(seq, prev)


def place(
    rows: Sequence[Row],
    size: int,
    there: Mapping[bytes, int],
    last: Callable[[str], tuple[int, bytes] | None],
) -> tuple[list[int], list[Placed]]:
    """The index of every row, and those rows that are new, each next in its docket.

    Args:
        size: How many entries there are; the next index.
        there: Statement hash → index, of those that the log holds already.
        last: A docket's last statement, as in :meth:`Store.last`.

    Raises:
        OutOfSequence: a statement does not follow its docket's last one.
    """
    indices = dict(there)
    found: list[int] = []
    new: list[Placed] = []
    ends: dict[str, tuple[int, bytes] | None] = {}
    for row in rows:
        index = indices.get(row.statement_hash)
        if index is None:
            statement = row.read()
            docket, seq = statement.docket, statement.seq
            if docket is not None and seq is not None:
                require_next(statement, ends[docket] if docket in ends else last(docket))
                ends[docket] = (seq, row.statement_hash)
            index = indices[row.statement_hash] = size + len(new)
            new.append(Placed(index, row, docket, seq))
        found.append(index)
    return found, new


class SqliteStore:
    """Entries in one SQLite file, every transaction synchronised to the disk.

    In WAL mode a commit waits for the disk once. Before SQLite 3.51.3 a commit in one connection
    while another began a checkpoint could damage the file; here every commit, and the checkpoint
    that SQLite makes after one, holds one lock that all processes respect.
    """

    def __init__(self, path: Path) -> None:
        self._lock = path.with_name(f".{path.name}.lock")
        if path.exists() and not os.access(path.parent, os.W_OK):
            self._rows = _unchanging(path)
            self._read_layout()
            return
        self._rows = sqlite3.connect(
            path, timeout=30, isolation_level=None, check_same_thread=False
        )
        with locked(self._lock), _storage("open the entries"):
            self._rows.execute("PRAGMA journal_mode=WAL")
            self._rows.execute("PRAGMA synchronous=FULL")
            self._rows.execute(f"PRAGMA wal_autocheckpoint={_PAGES}")
            self._rows.executescript(
                "CREATE TABLE IF NOT EXISTS entry (idx INTEGER PRIMARY KEY, leaf BLOB NOT NULL,"
                " leaf_hash BLOB NOT NULL, statement_hash BLOB NOT NULL UNIQUE);"
                "CREATE TABLE IF NOT EXISTS statement (idx INTEGER PRIMARY KEY, hash BLOB NOT NULL,"
                " bytes BLOB NOT NULL, docket TEXT, seq INTEGER);"
                "CREATE INDEX IF NOT EXISTS statement_docket ON statement (docket, seq);"
                "CREATE TABLE IF NOT EXISTS carried (docket TEXT PRIMARY KEY,"
                " seq INTEGER NOT NULL, hash BLOB NOT NULL);"
            )

        self._read_layout()

    def _read_layout(self) -> None:
        """Files from before statements stood by index keep theirs by hash, in the same order."""
        with _storage("open the entries"):
            columns = [row[1] for row in self._rows.execute("PRAGMA table_info(statement)")]
        by_index = "idx" in columns
        self._key, self._first = ("idx", 0) if by_index else ("rowid", 1)
        self._place = "statement.idx = entry.idx AND" if by_index else ""

    def size(self) -> int:
        """How many entries there are."""
        with _storage("count the entries"):
            last = self._rows.execute("SELECT max(idx) FROM entry").fetchone()[0]
        return 0 if last is None else int(last) + 1

    def insert(self, rows: Sequence[Row]) -> list[int]:
        """Add rows in one transaction; which of them are there already is asked where one is."""
        with self._writing("insert the entries"):
            try:
                return self._put(rows, {})
            except (OutOfSequence, sqlite3.IntegrityError):
                self._rows.execute("ROLLBACK")
                self._rows.execute("BEGIN IMMEDIATE")
                return self._put(rows, self._indices([row.statement_hash for row in rows]))

    def _put(self, rows: Sequence[Row], there: Mapping[bytes, int]) -> list[int]:
        found, new = place(rows, self.size(), there, self.last)
        self._rows.executemany(
            f"INSERT INTO statement ({self._key}, hash, bytes, docket, seq)"  # noqa: S608
            " VALUES (?, ?, ?, ?, ?)",
            [
                (at + self._first, row.statement_hash, row.statement, docket, seq)
                for at, row, docket, seq in new
            ],
        )
        self._rows.executemany(
            "INSERT INTO entry VALUES (?, ?, ?, ?)",
            [(at, row.leaf, row.leaf_hash, row.statement_hash) for at, row, _, _ in new],
        )
        return found

    def _indices(self, hashes: Sequence[bytes]) -> dict[bytes, int]:
        found: dict[bytes, int] = {}
        for start in range(0, len(hashes), _ASKED):
            part = hashes[start : start + _ASKED]
            marks = ", ".join("?" * len(part))
            found.update(
                self._rows.execute(
                    f"SELECT statement_hash, idx FROM entry WHERE statement_hash IN ({marks})",  # noqa: S608
                    part,
                )
            )
        return found

    @contextmanager
    def _writing(self, step: str) -> Iterator[None]:
        """One transaction, durable where it ends well; no other commits at the same time."""
        with locked(self._lock), _storage(step):
            self._rows.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._rows.execute("COMMIT")
            except BaseException:
                if self._rows.in_transaction:
                    self._rows.execute("ROLLBACK")
                raise

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
        with self._writing("carry the dockets"):
            self._rows.executemany("INSERT OR REPLACE INTO carried VALUES (?, ?, ?)", lasts)

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
                "SELECT entry.idx, leaf, leaf_hash, statement_hash, bytes"  # noqa: S608
                f" FROM entry JOIN statement ON {self._place} statement.hash = statement_hash"
                " WHERE entry.idx >= ? AND entry.idx < ? ORDER BY entry.idx",
                (start, stop),
            )
            for row in cursor:
                if row[0] != start:
                    return
                yield Row(*row[1:])
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


def _unchanging(path: Path) -> sqlite3.Connection:
    """Read a file on a medium that nobody writes to, as an auditor is handed one."""
    beside = path.with_name(f"{path.name}-wal")
    is_whole = not beside.exists() or not beside.stat().st_size
    uri = f"{path.resolve().as_uri()}?mode=ro" + ("&immutable=1" if is_whole else "")
    with _storage("open the entries"):
        return sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)


@contextmanager
def _storage(step: str) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise StorageFailed(step, type(error).__name__) from error
