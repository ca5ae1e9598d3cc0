"""The head journal: the one row that says which head was signed last.

Two sequencers may both work; only the one whose compare-and-swap succeeds has signed. The
journal is backed up apart from the entries and never restored from a backup.
"""

from __future__ import annotations

import fcntl
import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from tecum.ledger.checkpoint import Checkpoint
from tecum.ledger.encodings import from_base64, to_base64
from tecum.ledger.errors import Malformed, Quarantined, StorageFailed
from tecum.ledger.folder import read_whole, replace_durably, sync

__all__ = ["FileJournal", "Head", "Journal", "SqliteJournal"]


@dataclass(frozen=True)
class Head:
    """The last signed head, as it was signed, and how many swaps led to it."""

    checkpoint: Checkpoint
    as_signed: bytes
    serial: int

    @property
    def size(self) -> int:
        """How many entries it covers."""
        return self.checkpoint.size

    @property
    def root(self) -> bytes:
        """The root at that size."""
        return self.checkpoint.root


class Journal(Protocol):
    """One row with a compare-and-swap."""

    def read(self) -> Head | None:
        """The last signed head; none before the first."""

    def swap(self, old: Head | None, new: Head) -> bool:
        """Put ``new`` in the place of ``old``; false when something else stands there now."""


class FileJournal:
    """The journal as one file, replaced under an exclusive lock after comparing."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._is_settled = False
        self._last: tuple[bytes, Head] | None = None

    def read(self) -> Head | None:
        """The last signed head."""
        try:
            raw = read_whole(self.path)
            if not self._is_settled:
                # A process that was killed may have written it and not synchronised its folder.
                sync(self.path.parent)
                self._is_settled = True
        except FileNotFoundError:
            return None
        except OSError as error:
            raise StorageFailed("read the journal", error.strerror or "unknown") from error
        if self._last is None or self._last[0] != raw:
            self._last = (raw, _read_row(raw, self.path.name))
        return self._last[1]

    def swap(self, old: Head | None, new: Head) -> bool:
        """Replace the file if it still holds ``old``."""
        with locked(self.path.with_name(f".{self.path.name}.lock")):
            if self.read() != old:
                return False
            row = {
                "origin": new.checkpoint.origin,
                "size": new.size,
                "root": to_base64(new.root),
                "checkpoint": new.as_signed.decode(),
                "serial": new.serial,
            }
            replace_durably(self.path, json.dumps(row, ensure_ascii=False).encode() + b"\n")
        return True


class SqliteJournal:
    """The journal as one row of its own database file."""

    def __init__(self, path: Path) -> None:
        self._rows = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        self._rows.execute("PRAGMA synchronous=FULL")
        self._rows.execute(
            "CREATE TABLE IF NOT EXISTS head (only INTEGER PRIMARY KEY CHECK (only = 1), "
            "origin TEXT NOT NULL, size INTEGER NOT NULL, root TEXT NOT NULL, "
            "checkpoint TEXT NOT NULL, serial INTEGER NOT NULL)"
        )

    def read(self) -> Head | None:
        """The last signed head."""
        found = self._rows.execute(
            "SELECT origin, size, root, checkpoint, serial FROM head"
        ).fetchone()
        if found is None:
            return None
        origin, size, root, text, serial = found
        return Head(Checkpoint(origin, size, from_base64(root)), text.encode(), serial)

    def swap(self, old: Head | None, new: Head) -> bool:
        """Change exactly the row that holds ``old``."""
        row = (new.size, to_base64(new.root), new.as_signed.decode(), new.serial)
        try:
            if old is None:
                done = self._rows.execute(
                    "INSERT OR IGNORE INTO head VALUES (1, ?, ?, ?, ?, ?)",
                    (new.checkpoint.origin, *row),
                )
            else:
                done = self._rows.execute(
                    "UPDATE head SET size=?, root=?, checkpoint=?, serial=? "
                    "WHERE size=? AND root=?",
                    (*row, old.size, to_base64(old.root)),
                )
        except sqlite3.Error as error:
            raise StorageFailed("swap the journal", type(error).__name__) from error
        return done.rowcount == 1

    def close(self) -> None:
        """Let go of the file."""
        self._rows.close()


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold a lock that other processes of this machine respect."""
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise StorageFailed(f"lock {path.name}", error.strerror or "unknown") from error
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _read_row(raw: bytes, name: str) -> Head:
    try:
        row = json.loads(raw)
        head = Checkpoint(row["origin"], row["size"], from_base64(row["root"]))
        as_signed = row["checkpoint"].encode()
        if as_signed.partition(b"\n\n")[0].decode() + "\n" != head.text:
            raise ValueError
        return Head(head, as_signed, row["serial"])
    except (ValueError, KeyError, TypeError, AttributeError, Malformed):
        raise Quarantined("journal.lost", f"{name} cannot be read") from None
