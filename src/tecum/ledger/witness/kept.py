"""What this office has seen of other bodies' logs: the heads it keeps, the one it cosigned last.

DIR/<hex SHA-256 of the origin>/head    newest head that we cosigned, with our newest line
DIR/<hex SHA-256 of the origin>/<size>  every head that arrived, one file a size
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tecum.ledger.checkpoint import Checkpoint, SignedCheckpoint
from tecum.ledger.errors import BadSignature, Malformed, StorageFailed
from tecum.ledger.folder import Folder
from tecum.ledger.journal import locked
from tecum.ledger.note import Key, Note

__all__ = ["Kept", "origin_hash"]

_MOST_EVIDENCE = 200


def origin_hash(origin: str) -> str:
    """The name under which a log's head is asked for."""
    return hashlib.sha256(origin.encode()).hexdigest()


class Kept:
    """The heads of one log, in a folder of its own.

    Args:
        folder: The folder of all that was seen. ``evidence``: where contradictions are kept.
        log: The key of the log that is watched.
    """

    def __init__(self, folder: Path, evidence: Path, log: Key) -> None:
        self.log = log
        self._files = Folder(folder / origin_hash(log.name))
        self._evidence = Folder(evidence)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Keep every other process away while a head is compared and recorded."""
        try:
            self._files.root.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StorageFailed("keep a head", error.strerror or "unknown") from error
        with locked(self._files.root / ".lock"):
            yield

    def cosigned(self) -> Note | None:
        """The newest head that we cosigned, read afresh.

        Raises:
            StorageFailed: what is kept cannot be read; then nothing may be cosigned.
        """
        found = self._read("head")
        return found[0] if found else None

    def record(self, head: Checkpoint, as_signed: bytes, line: str) -> None:
        """Make a head with our line the newest one; durable when this returns."""
        self.keep(head, as_signed)
        self._files.replace("head", as_signed + line.encode())

    def keep(self, head: Checkpoint, as_signed: bytes) -> None:
        """Keep a head that arrived, unless one of its size is kept already."""
        if self._files.read(str(head.size)) is None:
            self._files.replace(str(head.size), as_signed)

    def of_size(self, size: int) -> SignedCheckpoint | None:
        """The kept head of a size."""
        found = self._read(str(size))
        return found[1] if found else None

    def largest(self) -> int:
        """The size of the largest head that ever arrived."""
        names = self._files.names("")
        return max((int(name) for name in names if name.isdigit()), default=0)

    def _read(self, name: str) -> tuple[Note, SignedCheckpoint] | None:
        raw = self._files.read(name)
        if raw is None:
            return None
        try:
            note = Note.parse(raw)
            signed = SignedCheckpoint.verify(note, self.log)
            if signed.head.origin == self.log.name and name in ("head", str(signed.head.size)):
                return note, signed
        except (Malformed, BadSignature):
            pass
        raise StorageFailed("read a kept head", "it is damaged")

    def keep_evidence(self, kind: str, text: str) -> Path | None:
        """Keep a contradiction once; none where the folder holds all it may of this log."""
        own = f"{kind}-{origin_hash(self.log.name)[:16]}"
        name = f"{own}-{hashlib.sha256(text.encode()).hexdigest()[:16]}.txt"
        there = [one for one in self._evidence.names("") if one.startswith(own)]
        if name not in there:
            if len(there) >= _MOST_EVIDENCE:
                return None
            self._evidence.replace(name, text.encode())
        return self._evidence.root / name
