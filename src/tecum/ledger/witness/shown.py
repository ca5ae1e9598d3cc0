"""Heads that somebody shows this office: of logs that it watches, and of its own.

A head of our own that our key signed and our records do not contain is the strongest evidence
against us that there is; from then on the log signs nothing until it contains that head.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from tecum.ledger.checkpoint import Checkpoint, SignedCheckpoint
from tecum.ledger.config import LogConfig
from tecum.ledger.errors import Fork, Quarantined
from tecum.ledger.log import Log
from tecum.ledger.note import Note
from tecum.ledger.witness.claims import Seen, SeenBy
from tecum.ledger.witness.gossip import Arrived, conflict_text, take_head
from tecum.ledger.witness.kept import Kept

__all__ = ["take_shown"]


def take_shown(directory: Path, log: Log, config: LogConfig, raw: bytes) -> Arrived:
    """Keep and compare a head that arrived by whatever way.

    Raises:
        Malformed, BadSignature, UnknownKey: it is no head of a log that we deal with.
        Fork: it contradicts another head of its log; both are in the evidence.
        Quarantined: code ``rollback.witness``: our own log was larger once than it is now.
    """
    origin = Checkpoint.parse(Note.parse(raw).text).origin
    evidence = directory / "evidence"
    if origin != log.key.name:
        return take_head(raw, config.watched, directory / "private" / "witnessed", evidence)
    signed = SignedCheckpoint.verify(Note.parse(raw), log.key)
    own = log.head
    size = own.size if own is not None else 0
    if signed.head.size > size:
        _claim(directory, log, signed, "rollback.witness")
        raise Quarantined(
            "rollback.witness",
            f"a head of our own of size {signed.head.size} was shown, ours is of size {size}",
        )
    if log.root_at(signed.head.size) != signed.head.root:
        ours = log.newest()
        with suppress(LookupError):
            ours = log.heads.as_signed(signed.head.size)
        text = conflict_text(ours, signed.as_signed, _reason(ours, signed))
        Kept(directory / "private" / "witnessed", evidence, log.key).keep_evidence("conflict", text)
        _claim(directory, log, signed, "fork.root")
        raise Fork(ours, signed.as_signed)
    return Arrived(signed.head, signed.as_signed)


def _reason(ours: bytes, signed: SignedCheckpoint) -> str:
    """Why the two cannot both be true, where they are not of one size."""
    if Checkpoint.parse(Note.parse(ours).text).size == signed.head.size:
        return ""
    return (
        f"CONFLICT: the tree of the larger head has another root at size {signed.head.size}\n"
        "than the smaller one states. Its tiles show it."
    )


def _claim(directory: Path, log: Log, signed: SignedCheckpoint, code: str) -> None:
    """Whoever showed it: what our own key signed stands beside our records from now on."""
    seen_by = SeenBy(directory / "private" / "witnesses")
    if not seen_by.of(log.key).code:
        size, text = signed.head.size, signed.as_signed.decode()
        seen_by.put(log.key, Seen(code=code, claimed=size, head=text))
