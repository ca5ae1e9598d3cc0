"""What a log sends to a witness: the size it was last seen at, the proof, the new head.

    old <size>
    <base64 hash> …
    (empty line)
    <checkpoint with its signature lines>

Authority: C2SP tlog-witness v1.0.0, add-checkpoint.
"""

from __future__ import annotations

from dataclasses import dataclass

from tecum.ledger.checkpoint import Checkpoint
from tecum.ledger.encodings import hash_from_base64, read_decimal, to_base64
from tecum.ledger.errors import Malformed
from tecum.ledger.note import Note

__all__ = ["MAX_REQUEST", "AddCheckpoint"]

MAX_REQUEST = 64 * 1024
MAX_PROOF = 63


@dataclass(frozen=True)
class AddCheckpoint:
    """The request: nothing in it has been verified."""

    old: int
    proof: tuple[bytes, ...]
    note: Note
    head: Checkpoint

    @classmethod
    def parse(cls, body: bytes) -> AddCheckpoint:
        """Read a request.

        Raises:
            Malformed: it is not of the form, or longer than 64 KiB.
        """
        if len(body) > MAX_REQUEST:
            raise Malformed("malformed.request")
        block, blank, raw = body.partition(b"\n\n")
        try:
            first, *rows = block.decode("ascii").split("\n")
        except UnicodeDecodeError:
            raise Malformed("malformed.request") from None
        if not blank or not first.startswith("old ") or len(rows) > MAX_PROOF:
            raise Malformed("malformed.request")
        old = read_decimal(first.removeprefix("old "), "malformed.request")
        proof = tuple(hash_from_base64(row, "malformed.request") for row in rows)
        note = Note.parse(raw)
        return cls(old, proof, note, Checkpoint.parse(note.text))

    def write(self) -> bytes:
        """The request as bytes."""
        rows = [f"old {self.old}", *map(to_base64, self.proof)]
        return ("\n".join(rows) + "\n\n").encode() + self.note.raw
