"""Taking a message in: checked, kept, and answered by a statement of our own about it.

A demand or an answer that came whole gets ``delivered`` with the content committed to anew from
the bytes that arrived. One that did not gets ``disputed`` with the reason. A repeat gets the
first counter-statement again. What another office says about our own statements is kept as it
came and needs no counter-statement.

Authority: DOCKET section 3.7, LEDGER section 14 (gossip).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum
from pathlib import Path

from tecum.errors import LedgerError
from tecum.exchange.desk import Desk, Saying
from tecum.exchange.errors import (
    ContentDiffers,
    ExchangeStopped,
    KeyChanged,
    NotAMessage,
    SignatureFails,
    UnknownSender,
)
from tecum.exchange.message import Message, parse
from tecum.exchange.reading import (
    check_content,
    check_proofs,
    check_sender,
    is_from_their_log,
    office_of,
)
from tecum.ledger.encodings import to_base64
from tecum.ledger.errors import OutOfSequence
from tecum.ledger.note import ED25519, Key
from tecum.ledger.policy import Policy, Signer
from tecum.ledger.statement import Statement
from tecum.ledger.witness.gossip import take_head
from tecum.worded import worded as _

__all__ = ["CounterStatement", "Outcome", "refusal", "take_in", "with_rotations"]

MOST_QUARANTINED = 500
_ANSWERED = ("demand.submitted", "answer.submitted")


class Outcome(Enum):
    """What became of a message."""

    DELIVERED = "delivered"
    DISPUTED = "disputed"
    QUARANTINED = "quarantined"
    KEPT = "kept"


@dataclass(frozen=True)
class CounterStatement:
    """What we say of a message that came, and the message that tells the sender.

    Attributes:
        statement: Our own statement; none where another office's statement was only kept.
        docket: Our docket, in base64.
        reply: The ``.tecum`` file for the sender.
        is_repeat: The message had been taken in before.
        reason: Why it was disputed or quarantined: the code of the refusal.
    """

    outcome: Outcome
    message_id: str
    docket: str | None = None
    statement: Statement | None = None
    reply: bytes | None = None
    is_repeat: bool = False
    reason: str | None = None


def take_in(raw: bytes, desk: Desk, at: datetime) -> CounterStatement:
    """Take a message in; the same message again gives the same counter-statement.

    Raises:
        NotAMessage: nothing of it could be stored.
        ExchangeStopped: exchange with that office rests.
        ProofFails: its head or receipt does not hold.
        Fork: its head contradicts one that we hold; both are kept as evidence.
    """
    message = parse(raw)
    if message.statement.log == desk.log.key.hash:
        raise NotAMessage("message.own", _("it is a message of this office itself"))
    with desk.held():
        desk.require_open(office_of(message))
        trusting = replace(desk, policy=with_rotations(desk.policy, _rotations(desk)))
        try:
            reason = refusal(message, trusting.policy)
        except ExchangeStopped:
            desk.stop(office_of(message))
            raise
        if reason is None:
            _keep_head(message, trusting)
            if message.statement.type == "key.rotated":
                return _keep_rotation(message, trusting)
            if message.statement.type not in _ANSWERED:
                return _keep(message, trusting)
        return _counter(message, trusting, at, reason)


def with_rotations(policy: Policy, notes: Iterable[bytes]) -> Policy:
    """The trust file, with the keys to which its signers have rotated by these statements."""
    signers = dict(policy.signers)
    waiting = [Statement.parse(raw) for raw in notes]
    while found := [(one, new) for one in waiting if (new := _rotated(one, signers)) is not None]:
        # One key may lead to the next: what could not be followed yet is tried again.
        signers |= {(new.name, new.id): Signer(new) for _, new in found}
        followed = [one for one, _ in found]
        waiting = [one for one in waiting if one not in followed]
    return replace(policy, signers=signers)


def _rotations(desk: Desk) -> list[bytes]:
    return [desk.files.read(f"rotations/{name}") or b"" for name in desk.files.names("rotations")]


def _rotated(found: Statement, signers: Mapping[tuple[str, bytes], Signer]) -> Key | None:
    """The new key of a rotation that old and new key have signed; else none."""
    line = found.first
    old = signers.get((line.name, line.id))
    if found.type != "key.rotated" or old is None:
        return None
    try:
        found.check_signature(line, old.key)
        for vkey in found.lines["key"]:
            new = Key.parse(vkey, ED25519)
            for other in found.note.lines[1:]:
                if other.is_by(new) and new.name == old.key.name:
                    found.check_signature(other, new)
                    return new
    except LedgerError:
        return None
    return None


def refusal(message: Message, policy: Policy) -> str | None:
    """The code of what is wrong with a message; none where all of it holds.

    Raises:
        ExchangeStopped: the sender's own log holds it, under a key that nobody rotated to.
        ProofFails: its head or its receipt does not hold.
    """
    if message.statement.type == "key.rotated" and not message.payloads:
        return None if _rotated(message.statement, policy.signers) else SignatureFails.code
    try:
        check_sender(message, policy)
    except KeyChanged as error:
        if is_from_their_log(message, policy):
            raise ExchangeStopped from None
        return error.code
    except (UnknownSender, SignatureFails) as error:
        return error.code
    try:
        check_content(message)
    except ContentDiffers as error:
        return error.code
    check_proofs(message, policy)
    return None


def _keep_head(message: Message, desk: Desk) -> None:
    """Keep the head that came, and refuse it where it contradicts one that we hold."""
    take_head(message.checkpoint, desk.policy.logs.values(), desk.kept_heads, desk.evidence)


def _keep(message: Message, desk: Desk) -> CounterStatement:
    """Keep what another office says, verbatim; the docket is that of what it is about."""
    repeat = desk.files.read(f"taken/{message.id}.tecum") is not None
    docket = desk.docket_of(message)
    desk.keep_docket(message, docket)
    desk.keep_theirs(message)
    desk.files.replace(f"taken/{message.id}.tecum", message.raw)
    return CounterStatement(Outcome.KEPT, message.id, docket, is_repeat=repeat)


def _keep_rotation(message: Message, desk: Desk) -> CounterStatement:
    name = f"rotations/{message.id}"
    repeat = desk.files.read(name) is not None
    desk.files.replace(name, message.statement.raw)
    return CounterStatement(Outcome.KEPT, message.id, is_repeat=repeat)


def _counter(message: Message, desk: Desk, at: datetime, reason: str | None) -> CounterStatement:
    """Our statement about a message, made once; durable before anything is answered."""
    outcome, said = _said(message, reason)
    place = _place(message, outcome, desk)
    known = _known(desk, place)
    if known is not None:
        return _answer(message, desk, known, outcome, reason, is_repeat=True)
    # Who is not known must not choose in which of our dockets we speak.
    is_known = outcome is not Outcome.QUARANTINED
    docket = desk.docket_of(message) if is_known else to_base64(desk.random(32))
    desk.files.replace(f"{place}.tecum", message.raw)
    if outcome is Outcome.DELIVERED:
        desk.keep_docket(message, docket)
        desk.keep_theirs(message)
    found = desk.say(said, docket, at, before=lambda raw: desk.files.replace(f"{place}.note", raw))
    return _answer(message, desk, found, outcome, reason, is_repeat=False)


def _known(desk: Desk, place: str) -> Statement | None:
    """The counter-statement that was made before, put into the log if it is not there yet."""
    raw = desk.files.read(f"{place}.note")
    if raw is None:
        return None
    try:
        desk.log.append([raw])
    except OutOfSequence:
        return None  # it never entered the log, and the docket has gone on: it is made anew
    return Statement.parse(raw)


def _answer(
    message: Message,
    desk: Desk,
    statement: Statement,
    outcome: Outcome,
    reason: str | None,
    *,
    is_repeat: bool,
) -> CounterStatement:
    shown = [
        label for label in statement.commits if label.partition(".")[0] in ("content", "manifest")
    ]
    reply = desk.message(statement, shown, in_reply_to=message.id)
    return CounterStatement(
        outcome, message.id, statement.docket, statement, reply, is_repeat, reason
    )


def _place(message: Message, outcome: Outcome, desk: Desk) -> str:
    """Where it is kept: by its id if it is what was signed, else by the hash of all its bytes."""
    if outcome is Outcome.DELIVERED:
        return f"taken/{message.id}"
    name = f"quarantine/{hashlib.sha256(message.raw).hexdigest()}"
    held = {Path(one).stem for one in desk.files.names("quarantine")}
    if Path(name).name not in held and len(held) >= MOST_QUARANTINED:
        raise NotAMessage("message.quarantine-full", _("too many that do not hold wait already"))
    return name


def _said(message: Message, reason: str | None) -> tuple[Outcome, Saying]:
    """What our statement says: delivered, incomplete, or from nobody we know."""
    statement = message.statement
    side = statement.type.partition(".")[0]
    about = (statement.hash,)
    if reason is None:
        return Outcome.DELIVERED, Saying(
            f"{side}.delivered",
            about,
            channel="exchange",
            grade="handed_over",
            counts=_counts(statement),
            files=_documents(message),
        )
    hashes = ContentDiffers.code, "message.hash", "message.opening"
    if reason in (*hashes, "message.incomplete", "message.uncommitted"):
        kind = "answer.disputed" if side == "answer" else "service.disputed"
        return Outcome.DISPUTED, Saying(kind, about, codes=("incomplete",))
    return Outcome.QUARANTINED, Saying("service.disputed", about, codes=("unknown_sender",))


def _counts(statement: Statement) -> dict[str, int]:
    """The number of items or documents as the sender stated it."""
    rows = (row.split(" ") for row in statement.lines.get("count", ()))
    return {label: int(n) for label, n in rows}


def _documents(message: Message) -> dict[str, bytes]:
    """Label → the bytes that came, for every document that the sender's statement commits to."""
    by_hash = {one.sha256: one.data for one in message.payloads}
    return {
        one.label: by_hash[one.sha256]
        for one in message.openings
        if one.sha256 in by_hash and one.label.partition(".")[0] in ("content", "manifest")
    }
