"""Witnesses for tests: a clock that is told the time, heads of a log that grows or forks."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tecum.ledger.checkpoint import Checkpoint
from tecum.ledger.merkle import leaf_hash, node_hash
from tecum.ledger.note import Note
from tecum.ledger.proofs import Range, consistency
from tecum.ledger.signing import signed_head
from tecum.ledger.witness.endpoint import Witness
from tecum.ledger.witness.message import AddCheckpoint
from tests.unit.ledger.office import AGENCY, log_key

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


@dataclass
class Clock:
    """A clock that goes only when told to."""

    at: datetime = NOON
    is_good: bool = True

    def now(self) -> datetime:
        return self.at

    def on(self, **step: float) -> None:
        self.at += timedelta(**step)


@dataclass
class Tree:
    """A log's tree in memory, and the heads that its key signs."""

    entries: list[bytes] = field(default_factory=list)

    @classmethod
    def of(cls, count: int, mark: str = "entry") -> Tree:
        return cls([f"{mark} {n}".encode() for n in range(count)])

    def head(self, size: int) -> Checkpoint:
        edge = Range()
        for entry in self.entries[:size]:
            edge.append(leaf_hash(entry))
        return Checkpoint(log_key().name, size, edge.root())

    def note(self, size: int) -> bytes:
        return signed_head(self.head(size), log_key())

    def proof(self, old: int, new: int) -> tuple[bytes, ...]:
        if not 0 < old < new:
            return ()
        return tuple(consistency(old, new, self._node))

    def body(self, old: int, new: int) -> bytes:
        note = Note.parse(self.note(new))
        return AddCheckpoint(old, self.proof(old, new), note, self.head(new)).write()

    def _node(self, level: int, number: int) -> bytes:
        hashes = [leaf_hash(one) for one in self.entries[number << level : (number + 1) << level]]
        while len(hashes) > 1:
            hashes = [node_hash(a, b) for a, b in zip(hashes[::2], hashes[1::2], strict=True)]
        return hashes[0]


def witness(folder: Path, clock: Clock, told: list[str] | None = None, **more: int) -> Witness:
    """The agency's witness, which watches the office's log."""
    return Witness(
        AGENCY,
        [log_key().key],
        folder / "witnessed",
        folder / "evidence",
        clock=clock.now,
        is_synchronised=lambda: clock.is_good,
        tell=told.append if told is not None else lambda _: None,
        **more,
    )
