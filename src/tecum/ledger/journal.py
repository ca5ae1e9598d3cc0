"""The head journal: the one row that says which head was signed last.

Two sequencers may both work; only the one whose compare-and-swap succeeds has signed. The
journal is backed up apart from the entries and never restored from a backup.

It also keeps the heads that were signed since the public files were last known to be on the
disk, each with the boot of the machine in which it was signed (:mod:`tecum.ledger.mending`).
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple, Protocol

from tecum.ledger.checkpoint import Checkpoint
from tecum.ledger.encodings import from_base64, to_base64
from tecum.ledger.errors import Malformed, Quarantined, StorageFailed
from tecum.ledger.folder import read_whole, replace_durably, sync

__all__ = ["FileJournal", "Head", "Journal", "Recent", "boot", "recent_head"]

_ROOM = 48 * 1024
"""Bytes that the file takes from the disk at once: a line in them waits only for itself."""
_write = json.JSONEncoder(ensure_ascii=False).encode


@cache
def boot() -> str:
    """A name for the time since this machine was started; empty where it gives none."""
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip()
    except OSError:
        return ""


@dataclass(frozen=True)
class Head:
    """The last signed head, as it was signed, and how many swaps led to it.

    Attributes:
        boot: In which boot it was signed; none where its public files are settled.
    """

    checkpoint: Checkpoint
    as_signed: bytes
    serial: int
    boot: str | None = field(default=None, compare=False)

    @property
    def size(self) -> int:
        """How many entries it covers."""
        return self.checkpoint.size

    @property
    def root(self) -> bytes:
        """The root at that size."""
        return self.checkpoint.root


class Recent(NamedTuple):
    """Up to which size the public files are settled, and the heads signed since, oldest first."""

    settled: int
    heads: tuple[Head, ...]


class Journal(Protocol):
    """One row with a compare-and-swap."""

    def read(self) -> Head | None:
        """The last signed head; none before the first."""

    def swap(self, old: Head | None, new: Head) -> bool:
        """Put ``new`` in the place of ``old``; false when something else stands there now."""

    def recent(self) -> Recent:
        """The heads whose public files may not be on the disk yet."""

    def settle(self, size: int) -> None:
        """The public files of the head of this size, and of all before it, are on the disk."""

    def is_whole(self) -> bool:
        """Whether nothing stands behind the last head that is none."""


class _Lines(NamedTuple):
    """The file taken apart: its heads, where the next belongs, and the bytes behind that."""

    heads: tuple[Head, ...]
    end: int
    behind: bytes


class FileJournal:
    """The journal as one file: the last settled head, and a line for each head since.

    A swap compares under an exclusive lock, writes one line and waits for the disk once. A line
    that a crash left unfinished is no head: its swap never came back. The first line is only
    ever replaced together with the file.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = path.with_name(f".{path.name}.lock")
        self._last: tuple[bytes, _Lines] | None = None

    def read(self) -> Head | None:
        """The last signed head."""
        found = self._load()
        return found.heads[-1] if found is not None else None

    def recent(self) -> Recent:
        """The heads whose public files may not be on the disk yet."""
        found = self._load()
        heads = found.heads if found is not None else ()
        settled = heads[0].size if heads and heads[0].boot is None else 0
        return Recent(settled, tuple(head for head in heads if head.boot is not None))

    def is_whole(self) -> bool:
        """Whether nothing but room stands behind the last head."""
        found = self._load()
        return found is None or not found.behind

    def swap(self, old: Head | None, new: Head) -> bool:
        """Write the line of ``new`` if the last head is still ``old``."""
        with self._locked():
            found = self._load()
            if (found.heads[-1] if found is not None else None) != old:
                return False
            written = replace(new, boot=boot())
            line = _line(written)
            if found is None:
                self._replace(line)
            else:
                raw = self._write(found.end, line.ljust(len(found.behind), b"\0"))
                heads = (*found.heads, written)
                self._last = (raw, _Lines(heads, found.end + len(line), b""))
        return True

    def settle(self, size: int) -> None:
        """Begin the file anew with the settled head."""
        with self._locked():
            found = self._load()
            heads = found.heads if found is not None else ()
            base = [replace(head, boot=None) for head in heads if head.size <= size][-1:]
            if base and found is not None:
                lines = [*base, *(head for head in heads if head.size > size)]
                if found.behind or [one.boot for one in lines] != [one.boot for one in heads]:
                    self._replace(b"".join(map(_line, lines)))

    def _locked(self) -> AbstractContextManager[None]:
        return locked(self._lock)

    def _load(self) -> _Lines | None:
        try:
            raw = read_whole(self.path)
            if self._last is None or self._last[0] != raw:
                # Another process wrote it, and may have been killed before it waited for the disk.
                sync(self.path)
                sync(self.path.parent)
                self._last = (raw, _lines(raw, self.path.name))
        except FileNotFoundError:
            return None
        except OSError as error:
            raise StorageFailed("read the journal", error.strerror or "unknown") from error
        return self._last[1]

    def _replace(self, lines: bytes) -> None:
        self._last = None
        raw = lines.ljust(_ROOM, b"\0")
        replace_durably(self.path, raw)
        self._last = (raw, _lines(raw, self.path.name))

    def _write(self, at: int, line: bytes) -> bytes:
        """Write a line behind the others; durable when this returns. Gives the whole file."""
        raw = self._last[0] if self._last is not None else b""
        self._last = None
        try:
            handle = os.open(self.path, os.O_WRONLY | os.O_CLOEXEC)
            try:
                done = 0
                while done < len(line):
                    done += os.pwrite(handle, line[done:], at + done)
                os.fdatasync(handle)
            finally:
                os.close(handle)
        except OSError as error:
            raise StorageFailed("swap the journal", error.strerror or "unknown") from error
        return raw[:at] + line + raw[at + len(line) :]


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


def recent_head(as_signed: str, serial: int, when: str) -> Head:
    """A head as a database holds it: everything stands in what was signed."""
    return Head(
        Checkpoint.parse(as_signed.partition("\n\n")[0] + "\n"), as_signed.encode(), serial, when
    )


def _line(head: Head) -> bytes:
    """A head as a line, with a sum that tells a whole line from a part of one."""
    row: dict[str, object] = {
        "origin": head.checkpoint.origin,
        "size": head.size,
        "root": to_base64(head.root),
        "checkpoint": head.as_signed.decode(),
        "serial": head.serial,
    }
    if head.boot is not None:
        row["boot"] = head.boot
    digest = hashlib.sha256(json.dumps(row).encode()).hexdigest()
    return f'{_write(row)[:-1]}, "sum": "{digest[:16]}"}}\n'.encode()


def _lines(raw: bytes, name: str) -> _Lines:
    """Take the file apart.

    Raises:
        Quarantined: code ``journal.lost``: no head, or something that is none between two.
    """
    heads, at = list[Head](), 0
    while (end := raw.find(b"\n", at)) >= 0:
        head = _read_line(raw[at : end + 1])
        if head is None:
            break
        heads.append(head)
        at = end + 1
    behind = raw[at:].rstrip(b"\0")
    later = behind.split(b"\n")[1:]
    if not heads or any(_read_line(line + b"\n") is not None for line in later):
        raise Quarantined("journal.lost", f"{name} cannot be read")
    return _Lines(tuple(heads), at, behind)


@lru_cache(maxsize=256)
def _read_line(line: bytes) -> Head | None:
    try:
        row = json.loads(line)
        checkpoint = Checkpoint(row["origin"], row["size"], from_base64(row["root"]))
        head = Head(checkpoint, row["checkpoint"].encode(), row["serial"], row.get("boot"))
    except (ValueError, KeyError, TypeError, AttributeError, Malformed):
        return None
    # What was written before lines had sums is one settled head.
    is_old = row.keys() == {"origin", "size", "root", "checkpoint", "serial"}
    same = head.as_signed.partition(b"\n\n")[0].decode() + "\n" == checkpoint.text
    return head if same and (is_old or _line(head) == line) else None
