"""The witness: cosigns the heads of listed logs, and only heads that extend what it has seen.

Authority: C2SP tlog-witness v1.0.0; the order of answers is that of LEDGER section 14.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Lock

from tecum.ledger.checkpoint import Checkpoint, SignedCheckpoint
from tecum.ledger.errors import BadProof, BadSignature, Fork, Malformed, StorageFailed
from tecum.ledger.merkle import EMPTY_ROOT, check_consistency
from tecum.ledger.note import WITNESS, Key, Note
from tecum.ledger.signing import SigningKey, cosign
from tecum.ledger.witness.gossip import compare, conflict_text
from tecum.ledger.witness.kept import Kept, origin_hash
from tecum.ledger.witness.message import AddCheckpoint

__all__ = ["TEXT_SIZE", "Answer", "Witness"]

TEXT_SIZE = "text/x.tlog.size"
_PLAIN = "text/plain; charset=utf-8"
PER_MINUTE = 60


@dataclass(frozen=True)
class Answer:
    """Status, media type and body, as they go back to the log."""

    status: int
    body: bytes = b""
    media_type: str = _PLAIN

    @classmethod
    def saying(cls, status: int, words: str) -> Answer:
        """An answer with one line for people."""
        return cls(status, f"{words}\n".encode())


class _Refused(Exception):
    def __init__(self, answer: Answer) -> None:
        self.answer = answer


class Witness:
    """A witness with its key, the logs it watches and what it has seen of them.

    Args:
        key: The witness's own key, used for nothing else.
        logs: The keys of the logs that are watched; their names are the origins.
        folder: What was seen; never restored from a backup.
        evidence: Where contradictions are kept.
        clock: The present instant. ``is_synchronised``: whether it can be relied on.
        tell: Called with a sentence for the operator where something must be looked at.
        per_minute: How many requests of one log are answered in a minute.
    """

    def __init__(
        self,
        key: SigningKey,
        logs: Iterable[Key],
        folder: Path,
        evidence: Path,
        *,
        clock: Callable[[], datetime],
        is_synchronised: Callable[[], bool],
        tell: Callable[[str], None] = lambda _: None,
        per_minute: int = PER_MINUTE,
    ) -> None:
        if key.type != WITNESS:
            raise Malformed("key.type")
        self.key = key
        self._kept = {log.name: Kept(folder, evidence, log) for log in logs}
        self._by_hash = {origin_hash(origin): kept for origin, kept in self._kept.items()}
        self._clock, self._is_synchronised, self._tell = clock, is_synchronised, tell
        self._per_minute = per_minute
        self._lately: dict[str, deque[float]] = {origin: deque() for origin in self._kept}
        self._counting = Lock()

    def add_checkpoint(self, body: bytes) -> Answer:
        """Check a request in the order of the protocol; cosign and record, then answer."""
        try:
            return self._add(body)
        except _Refused as refused:
            return refused.answer
        except StorageFailed as error:
            self._tell(f"The witness could not read or keep a head: {error.fields['step']}.")
            return Answer.saying(500, "the record cannot be read or written")

    def newest(self, name: str) -> bytes | None:
        """The newest head that was cosigned of the log with this origin hash."""
        kept = self._by_hash.get(name)
        note = kept.cosigned() if kept is not None else None
        return note.raw if note is not None else None

    def _add(self, body: bytes) -> Answer:
        try:
            request = AddCheckpoint.parse(body)
        except Malformed:
            return Answer.saying(400, "not an add-checkpoint request")
        kept = self._kept.get(request.head.origin)
        if kept is None:
            return Answer.saying(404, "this log is not watched here")
        try:
            signed = SignedCheckpoint.verify(request.note, kept.log, [self.key.key])
        except (BadSignature, Malformed):
            return Answer.saying(403, "the log's signature does not verify")
        # Only after the signature: nobody else can use up what the log may ask.
        self._require_rest(request.head.origin)
        if request.old > signed.head.size:
            return Answer.saying(400, "the old size is above the new one")
        with kept.held():
            return self._cosign(kept, request, signed)

    def _cosign(self, kept: Kept, request: AddCheckpoint, signed: SignedCheckpoint) -> Answer:
        before = kept.cosigned()
        recorded = Checkpoint.parse(before.text) if before is not None else None
        size = recorded.size if recorded is not None else 0
        if request.old != size:
            return Answer(409, f"{size}\n".encode(), TEXT_SIZE)
        self._require_growth(kept, before, recorded, request, signed)
        at = self._seconds(before)
        line = cosign(signed.head.text, self.key, at)
        kept.record(signed.head, signed.as_signed, line)
        return Answer(200, line.encode())

    def _require_growth(
        self,
        kept: Kept,
        before: Note | None,
        recorded: Checkpoint | None,
        request: AddCheckpoint,
        signed: SignedCheckpoint,
    ) -> None:
        """The new head must contain all that was seen of this log, and nothing else instead."""
        head = signed.head
        try:
            compare(kept, signed)
            if head.size == 0 and head.root != EMPTY_ROOT:
                raise BadProof("consistency")
            if request.old == 0:
                if request.proof or (recorded is not None and _differs(recorded, head)):
                    raise BadProof("consistency")
            elif recorded is not None:
                check_consistency(recorded.size, head.size, recorded.root, head.root, request.proof)
        except Fork:
            self._tell("A log has signed two heads that cannot both be true; see the evidence.")
            raise _Refused(Answer.saying(422, "another head of this size is known")) from None
        except BadProof:
            known = before.raw if before is not None else b""
            kept.keep_evidence("unproven", _unproven(known, request))
            self._tell("A log sent a head that it did not prove to extend the last one.")
            raise _Refused(Answer.saying(422, "the proof does not hold")) from None
        if kept.largest() > head.size:
            # A larger head arrived by another way; cosigning this one would call it the largest.
            self._tell("A log asked for a cosignature on a head smaller than one that was seen.")
            raise _Refused(Answer(409, f"{kept.largest()}\n".encode(), TEXT_SIZE))

    def _seconds(self, before: Note | None) -> int:
        """The second that is signed; never before the last one of this log."""
        now = int(self._clock().timestamp())
        lines = [line for line in before.lines if line.is_by(self.key.key)] if before else []
        last = max((int.from_bytes(line.signature[:8], "big") for line in lines), default=0)
        if not self._is_synchronised() or now < last:
            self._tell("The clock is not synchronised or went back; nothing is cosigned.")
            raise _Refused(Answer.saying(503, "the clock cannot be relied on"))
        return now

    def _require_rest(self, origin: str) -> None:
        """A log that asks without end is told to wait."""
        now = self._clock().timestamp()
        with self._counting:
            lately = self._lately[origin]
            while lately and (lately[0] <= now - 60 or lately[0] > now):
                lately.popleft()
            if len(lately) >= self._per_minute:
                raise _Refused(Answer.saying(429, "too many requests for this log"))
            lately.append(now)


def _differs(recorded: Checkpoint, head: Checkpoint) -> bool:
    return recorded.size == head.size and recorded.root != head.root


def _unproven(known: bytes, request: AddCheckpoint) -> str:
    return conflict_text(
        known or b"(none)\n",
        request.note.raw,
        "The second head was sent as an extension of the first, and its proof does not hold.\n"
        f"This alone does not show two histories. The request, in full:\n\n{_shown(request)}",
    )


def _shown(request: AddCheckpoint) -> str:
    return request.write().decode()
