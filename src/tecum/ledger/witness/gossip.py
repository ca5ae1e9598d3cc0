"""Heads that arrive by any way are kept and compared; a contradiction becomes one text file.

The file proves itself: it holds both signed notes, says which comparison failed, and how to
repeat it with other tools. Nothing in it says who is right about anything else.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tecum.ledger.checkpoint import Checkpoint, SignedCheckpoint
from tecum.ledger.errors import Fork, UnknownKey
from tecum.ledger.note import Key, Note
from tecum.ledger.witness.kept import Kept

__all__ = ["Arrived", "conflict_text", "take_head"]

_AGAIN = """How to check this file: save each note between its rulers, unchanged, and verify its
signature line with any C2SP signed-note tool (the key name is the origin; for an origin
sigsum.org/v1/tree/<hex> the key is the one whose SHA-256 is that hex). Both signatures verify.
"""


@dataclass(frozen=True)
class Arrived:
    """A head that was kept: of which log, and how large."""

    head: Checkpoint
    as_signed: bytes


def take_head(raw: bytes, logs: Iterable[Key], folder: Path, evidence: Path) -> Arrived:
    """Keep a head that somebody sent or showed, and compare it with those that we hold.

    Args:
        raw: A signed checkpoint, with whatever signature lines it carries.
        logs: The keys of the logs that we deal with.
        folder: Where the heads of other logs are kept.

    Raises:
        Malformed, BadSignature: it is no head, or not signed by its log.
        UnknownKey: it belongs to no log that we deal with.
        Fork: it contradicts a head of the same log; both are in the evidence.
    """
    note = Note.parse(raw)
    origin = Checkpoint.parse(note.text).origin
    key = next((one for one in logs if one.name == origin), None)
    if key is None:
        raise UnknownKey("The head belongs to no log that this office deals with.")
    signed = SignedCheckpoint.verify(note, key)
    kept = Kept(folder, evidence, key)
    with kept.held():
        compare(kept, signed)
        kept.keep(signed.head, signed.as_signed)
    return Arrived(signed.head, signed.as_signed)


def compare(kept: Kept, signed: SignedCheckpoint) -> None:
    """Refuse a head of a size that was seen with another root, and keep both as evidence.

    Raises:
        Fork: two heads of one log that cannot both be true.
    """
    before = kept.of_size(signed.head.size)
    if before is not None and before.head.root != signed.head.root:
        kept.keep_evidence("conflict", conflict_text(before.as_signed, signed.as_signed))
        raise Fork(before.as_signed, signed.as_signed)


def conflict_text(one: bytes, other: bytes, failing: str = "") -> str:
    """Two signed notes of one log and the comparison that they fail, as one file."""
    first, second = sorted((one.decode(), other.decode()))
    reason = failing or (
        "CONFLICT: both notes state the same size of the same log, with different roots.\n"
        "No tree has two roots: the log's key has signed two histories."
    )
    ruler = "-" * 72
    return f"{reason}\n\n{ruler}\n{first}{ruler}\n{second}{ruler}\n\n{_AGAIN}"
