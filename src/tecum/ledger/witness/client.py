"""Asks the configured witnesses for cosignatures on the newest head, all at the same time.

    200    the lines of known keys are kept
    409    with a smaller size: asked again from there; with a larger one: we were rolled back
    422    with equal sizes: another root of our head is known there

Nothing waits for a witness: entries are acknowledged before any of them is asked.

Authority: C2SP tlog-witness v1.0.0.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from tecum.ledger.checkpoint import Checkpoint, SignedCheckpoint
from tecum.ledger.config import LogConfig, Remote
from tecum.ledger.encodings import MAX_SIZE
from tecum.ledger.errors import BadSignature, Malformed
from tecum.ledger.log import Log
from tecum.ledger.note import Key, Note, SignatureLine
from tecum.ledger.witness.claims import SeenBy
from tecum.ledger.witness.endpoint import TEXT_SIZE
from tecum.ledger.witness.errors import AddressRefused, WitnessRefused
from tecum.ledger.witness.gossip import conflict_text
from tecum.ledger.witness.kept import Kept, origin_hash
from tecum.ledger.witness.message import AddCheckpoint
from tecum.ledger.witness.outgoing import Reply, Send, send

__all__ = ["Asked", "Client"]

_ATTEMPTS = 4
_SIZE = re.compile(rb"(0|[1-9][0-9]{0,18})\n")


@dataclass(frozen=True)
class Asked:
    """What came of asking one witness.

    Attributes:
        code: ``cosigned``, or why not: ``witness.<status>``, ``address.…``, ``rollback.witness``,
            ``fork.root``, ``cosignature`` (a bad signature of a known key).
    """

    name: str
    code: str
    size: int
    at: datetime | None = None

    @property
    def is_cosigned(self) -> bool:
        """Whether a cosignature was had."""
        return self.code == "cosigned"


class Client:
    """Asks on behalf of one log.

    Args:
        log: The log whose heads are to be cosigned.
        config: Its witnesses.
        directory: The log's folder, where what witnesses said is kept.
        clock: The present instant.
        send: How a request goes out (tests).
    """

    def __init__(
        self,
        log: Log,
        config: LogConfig,
        directory: Path,
        *,
        clock: Callable[[], datetime],
        send: Send = send,
    ) -> None:
        self.log, self.config = log, config
        self.seen_by = SeenBy(directory / "private" / "witnesses")
        own = directory / "private" / "witnessed"
        self._kept = Kept(own, directory / "evidence", log.key)
        self._clock, self._send = clock, send

    def ask(self) -> list[Asked]:
        """Ask every witness that has an address; also the heartbeat of an unchanged head."""
        remotes = [one for one in self.config.witnesses if one.url]
        if not remotes:
            return []
        waiting = {remote.key: remote for remote in remotes}
        found: dict[Key, Asked] = {}
        for _ in range(_ATTEMPTS):
            with ThreadPoolExecutor(max_workers=min(16, len(waiting))) as pool:
                requests = {key: self.request(remote) for key, remote in waiting.items()}
                replies = dict(
                    zip(
                        waiting,
                        pool.map(self._exchange, waiting.values(), requests.values()),
                        strict=True,
                    )
                )
            for key, reply in replies.items():
                asked = self._take(waiting[key], requests[key], reply)
                if asked is not None:
                    found[key] = asked
                    del waiting[key]
            if not waiting:
                break
        for key, remote in waiting.items():
            found[key] = Asked(remote.name, "witness.409", 0)
        return [found[remote.key] for remote in remotes]

    def is_due(self) -> bool:
        """Whether the newest head was not cosigned yet, or a heartbeat's time is over."""
        now, size = int(self._clock().timestamp()), Checkpoint.parse(self._newest().text).size
        for remote in self.config.witnesses:
            seen = self.seen_by.of(remote.key)
            if remote.url and (
                seen.size != size or now - seen.asked_at >= 60 * self.config.heartbeat_minutes
            ):
                return True
        return False

    def request(self, remote: Remote) -> AddCheckpoint:
        """The request that a witness is to be sent now, with the proof from what it has seen."""
        note = self._newest()
        head = Checkpoint.parse(note.text)
        old = self.seen_by.of(remote.key).size
        old = old if old <= head.size else 0
        return AddCheckpoint(old, tuple(self.log.consistency(old, head.size)), note, head)

    def take_answer(self, remote: Remote, sent: bytes, body: bytes) -> Asked | None:
        """Take in an answer that came as a file: lines of a cosignature, or a size.

        Args:
            sent: The request as it was handed out; its head must be one of ours.

        Returns:
            What came of it; none where the request must be made again.
        """
        request = AddCheckpoint.parse(sent)
        if self.log.heads.as_signed(request.head.size) != request.note.raw:
            raise Malformed("malformed.request")
        size = _SIZE.fullmatch(body) is not None
        reply = Reply(409 if size else 200, TEXT_SIZE if size else "", body)
        return self._take(remote, request, reply)

    def _newest(self) -> Note:
        return Note.parse(self.log.newest())

    def _exchange(self, remote: Remote, request: AddCheckpoint) -> Reply | AddressRefused:
        url = f"{(remote.url or '').rstrip('/')}/add-checkpoint"
        try:
            return self._send(url, request.write(), "text/plain", remote.allow_private)
        except AddressRefused as error:
            return error

    def _take(
        self, remote: Remote, request: AddCheckpoint, reply: Reply | AddressRefused
    ) -> Asked | None:
        """Take a reply in; none where the witness is to be asked again."""
        size = request.head.size
        if isinstance(reply, AddressRefused):
            return Asked(remote.name, reply.code, size)
        if reply.status == 200:
            return self._take_lines(remote, request, reply.body)
        told = _size_of(reply) if reply.status == 409 else None
        if told is not None:
            return self._take_size(remote, request, told)
        if reply.status == 422 and request.old == size:
            return self._claim(remote, "fork.root", size)
        if reply.status == 422:
            self._keep_answer(remote, request, reply)
        return Asked(remote.name, f"witness.{reply.status}", size)

    def _take_lines(self, remote: Remote, request: AddCheckpoint, body: bytes) -> Asked:
        head, size = request.head, request.head.size
        try:
            lines = _lines_of(request.note, body, remote.key)
            # The newest head may have been published since; the lines belong to this one.
            at = max(int.from_bytes(line.signature[:8], "big") for line in lines)
            signed = Note(request.note.text, (*request.note.lines[:1], *lines))
            SignedCheckpoint.verify(signed, self.log.key, [remote.key])
        except (Malformed, BadSignature, ValueError):
            self._keep_answer(remote, request, Reply(200, "", body))
            return Asked(remote.name, "cosignature", size)
        self.log.keep_cosignatures(size, lines)
        seen = self.seen_by.of(remote.key)
        settled = seen if seen.head else replace(seen, code="", claimed=0)
        self.seen_by.put(remote.key, replace(settled, size=head.size, asked_at=self._now()))
        return Asked(remote.name, "cosigned", size, datetime.fromtimestamp(at, UTC))

    def _take_size(self, remote: Remote, request: AddCheckpoint, told: int) -> Asked | None:
        own = Checkpoint.parse(self._newest().text)
        if told > own.size:
            return self._claim(remote, "rollback.witness", told)
        if told == request.old == request.head.size:
            # The later wording of the protocol answers so where the roots differ.
            return self._claim(remote, "fork.root", told)
        self.seen_by.put(remote.key, replace(self.seen_by.of(remote.key), size=told))
        return None

    def _claim(self, remote: Remote, code: str, told: int) -> Asked:
        """Record that a witness speaks against our records; the log then signs nothing."""
        shown = self._ask_head(remote)
        own = Checkpoint.parse(self._newest().text)
        head = ""
        if shown is not None and (
            shown.head.size > own.size or self.log.root_at(shown.head.size) != shown.head.root
        ):
            head, told = shown.as_signed.decode(), shown.head.size
            if shown.head.size == own.size:
                text = conflict_text(self.log.newest(), shown.as_signed)
                self._kept.keep_evidence("conflict", text)
        seen = self.seen_by.of(remote.key)
        if not seen.head:
            self.seen_by.put(remote.key, replace(seen, code=code, claimed=told, head=head))
        return Asked(remote.name, code, told)

    def _ask_head(self, remote: Remote) -> SignedCheckpoint | None:
        """The head that the witness holds of our log, if our key signed it."""
        url = f"{(remote.url or '').rstrip('/')}/{origin_hash(self.log.key.name)}/checkpoint"
        try:
            if not remote.url:
                return None
            reply = self._send(url, None, "", remote.allow_private)
            signed = SignedCheckpoint.verify(Note.parse(reply.body), self.log.key, [remote.key])
            return signed if signed.head.origin == self.log.key.name else None
        except (AddressRefused, Malformed, BadSignature):
            return None

    def _keep_answer(self, remote: Remote, request: AddCheckpoint, reply: Reply) -> None:
        text = (
            f"The witness {remote.name} answered {reply.status} to this request:\n\n"
            f"{request.write().decode()}\nIts answer:\n\n"
            f"{reply.body[:8192].decode('ascii', 'backslashreplace')}\n"
        )
        self._kept.keep_evidence("answer", text)

    def _now(self) -> int:
        return int(self._clock().timestamp())


def require_cosigned(asked: Sequence[Asked]) -> None:
    """Refuse unless every witness that was asked has cosigned.

    Raises:
        WitnessRefused: the first that did not, and why.
    """
    for one in asked:
        if not one.is_cosigned:
            kind, _, status = one.code.partition(".")
            number = int(status) if kind == "witness" and status.isdigit() else 0
            raise WitnessRefused(number, one.size, f"{one.name}: {one.code}")


def _size_of(reply: Reply) -> int | None:
    """The size that a witness has recorded, if it said one that a tree can have."""
    if reply.media_type != TEXT_SIZE or not _SIZE.fullmatch(reply.body):
        return None
    size = int(reply.body)
    return size if size < MAX_SIZE else None


def _lines_of(note: Note, body: bytes, witness: Key) -> list[SignatureLine]:
    """The witness's own lines in an answer; lines of other keys are dropped.

    Raises:
        Malformed: the answer is not of the form, or holds no line of the witness.
    """
    lines = Note.parse(note.text.encode() + b"\n" + body).lines
    own = [line for line in lines if line.is_by(witness)]
    if not own:
        raise Malformed("malformed.note")
    return own
