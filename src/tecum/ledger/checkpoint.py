"""Heads of the log: three lines that fix its whole history, signed by the log and by witnesses.

    <origin>
    <size>
    <base64 root>
    (empty line)
    — <origin> <signature>
    — <witness> <signature with its time>

Authority: C2SP tlog-checkpoint v1.0.0; C2SP tlog-cosignature v1.0.1 (cosignature/v1).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from tecum.ledger import ed25519
from tecum.ledger.encodings import hash_from_base64, read_decimal, to_base64
from tecum.ledger.note import Key, Note, SignatureLine, is_key_name
from tecum.ledger.refused import BadSignature, refuse_if

__all__ = ["Checkpoint", "Cosignature", "SignedCheckpoint", "cosigned"]


class Checkpoint(NamedTuple):
    """Origin, size and root of a log: everything before it is fixed by these."""

    origin: str
    size: int
    root: bytes

    @property
    def text(self) -> str:
        """The three lines that are signed."""
        return f"{self.origin}\n{self.size}\n{to_base64(self.root)}\n"

    @classmethod
    def parse(cls, text: str) -> Checkpoint:
        """Read three lines; a fourth is refused.

        Raises:
            Malformed: codes ``malformed.note``, ``malformed.base64``.
        """
        rows = text.split("\n")
        refuse_if(len(rows) != 4 or rows[3] or not is_key_name(rows[0]), "malformed.note")
        size = read_decimal(rows[1], "malformed.note")
        return cls(rows[0], size, hash_from_base64(rows[2], "malformed.note"))


class Cosignature(NamedTuple):
    """A witness's word: at that second this was the largest consistent tree it had seen."""

    key: Key
    at: int


@dataclass(frozen=True)
class SignedCheckpoint:
    """A head whose known signatures have all been verified."""

    head: Checkpoint
    as_signed: bytes
    cosignatures: tuple[Cosignature, ...]
    unknown: int

    @classmethod
    def verify(cls, note: Note, log: Key, witnesses: Iterable[Key] = ()) -> SignedCheckpoint:
        """Check the log's line and every line of a known witness.

        Raises:
            Malformed: not three lines.
            BadSignature: codes ``checkpoint.signature``, ``cosignature``.
        """
        head = Checkpoint.parse(note.text)
        own = [line for line in note.lines if line.is_by(log)]
        good = len(own) == 1 and ed25519.check(log.public, own[0].signature, note.text.encode())
        refuse_if(not good, "checkpoint.signature", BadSignature)
        known = {(key.name, key.id): key for key in witnesses}
        others = [(line, known.get((line.name, line.id))) for line in note.lines if line != own[0]]
        given = tuple(_cosignature(note.text, line, key) for line, key in others if key)
        return cls(head, f"{note.text}\n{own[0].text}".encode(), given, len(others) - len(given))


def cosigned(text: str, at: int) -> bytes:
    """What a witness signs: its second and the three lines."""
    return f"cosignature/v1\ntime {at}\n{text}".encode()


def _cosignature(text: str, line: SignatureLine, key: Key) -> Cosignature:
    at = int.from_bytes(line.signature[:8], "big")
    signed = ed25519.check(key.public, line.signature[8:], cosigned(text, at))
    if not signed or at >= 253402300800:  # the year 10000: no instant can be written
        raise BadSignature("cosignature")
    return Cosignature(key, at)
