"""Is a message what its sender signed? Keys from our trust file; hashes and openings made again.

In order: the sender, the documents, the proofs; the first that fails decides.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from tecum.errors import LedgerError
from tecum.exchange.errors import (
    ContentDiffers,
    KeyChanged,
    ProofFails,
    SignatureFails,
    UnknownSender,
)
from tecum.exchange.message import Message, parse
from tecum.ledger.checkpoint import Checkpoint, SignedCheckpoint
from tecum.ledger.commitment import digest
from tecum.ledger.note import Key, Note
from tecum.ledger.policy import Policy, Signer
from tecum.ledger.verify import Outcome, verify
from tecum.worded import worded as _

__all__ = [
    "check_content",
    "check_proofs",
    "check_sender",
    "is_from_their_log",
    "log_of",
    "office_of",
    "read",
]

_MANIFEST = "manifest"


def read(raw: bytes, policy: Policy) -> Message:
    """Read a message and check all of it.

    Raises:
        NotAMessage: bytes that are no message in the required form.
        UnknownSender, KeyChanged, SignatureFails: who signed it is not shown.
        ContentDiffers: a document, hash or opening does not fit what was signed.
        ProofFails: its head or its receipt does not hold.
    """
    message = parse(raw)
    check_sender(message, policy)
    check_content(message)
    check_proofs(message, policy)
    return message


def office_of(message: Message) -> str:
    """The office that the message names as its sender: the part of the key name before the role."""
    return message.statement.first.name.partition("/")[0]


def log_of(message: Message, policy: Policy) -> Key:
    """The sender's log, as the trust file lists it.

    Raises:
        UnknownSender: it does not list that log.
    """
    for key in policy.logs.values():
        if key.hash == message.statement.log:
            return key
    raise UnknownSender("message.log", _("its log is not in the trust file"))


def check_sender(message: Message, policy: Policy) -> Signer:
    """Refuse unless a signer of the trust file signed the statement, for a log that it lists.

    Raises:
        UnknownSender, KeyChanged, SignatureFails: see there.
    """
    lines = message.statement.note.lines
    line = lines[0]
    signer = policy.signers.get((line.name, line.id))
    if signer is None:
        if any(name == line.name for name, _ in policy.signers):
            raise KeyChanged
        raise UnknownSender("message.sender", _("its signer is not in the trust file"))
    if policy.is_own(line.name, log_of(message, policy).name) is False:
        raise UnknownSender("message.sender", _("its signer is not of the body that runs that log"))
    if len(lines) != 1:
        # A line that anybody may add would give one statement a second hash and a second id.
        raise SignatureFails("message.signatures")
    try:
        message.statement.check_signature(line, signer.key)
    except LedgerError:
        raise SignatureFails from None
    return signer


def check_content(message: Message) -> None:
    """Refuse a message whose files are not those listed, or not those that were committed to.

    Raises:
        ContentDiffers: codes ``message.hash``, ``.opening``, ``.incomplete``, ``.uncommitted``.
    """
    listed = {row.name: row for row in message.listed}
    carried = {
        name: data
        for name, data in message.files.items()
        if name not in ("statement.note", "manifest.json", "thread")
    }
    if len(listed) != len(message.listed) or list(listed) != list(carried):
        raise ContentDiffers("message.hash", _("its files are not those of its manifest"))
    for name, data in carried.items():
        if (listed[name].size, listed[name].sha256) != (len(data), digest(data)):
            raise ContentDiffers(
                "message.hash", _("a file has another hash than its manifest says")
            )
    commits = message.statement.commits
    for opening in message.openings:
        if commits.get(opening.label) != opening.commitment:
            raise ContentDiffers("message.opening", _("an opening does not open its commitment"))
    _check_documents(message)


def _check_documents(message: Message) -> None:
    """Every document is committed to, and a sending carries what it says it sent."""
    shown = {one.sha256 for one in message.payloads}
    opened = {one.sha256 for one in message.openings}
    inner: set[bytes] = set()
    package = message.opened(_MANIFEST)
    if package is not None:
        held = next((one.data for one in message.payloads if one.sha256 == package.sha256), None)
        inner = set(_files_of(held or package.value))
    if not shown <= opened | inner:
        raise ContentDiffers(
            "message.uncommitted", _("a document in it is not one that the statement commits to")
        )
    if not message.statement.type.endswith(".submitted"):
        return
    needed = "content" if message.statement.type.startswith("demand.") else _MANIFEST
    labels = [label for label in message.statement.commits if label.partition(".")[0] == "content"]
    for label in {needed, *labels}:
        found = message.opened(label)
        if found is None or found.sha256 not in shown:
            raise ContentDiffers(
                "message.incomplete", _("a document that was committed to is absent")
            )
    if not inner <= shown:
        raise ContentDiffers("message.incomplete", _("a file that the package lists is absent"))


def _files_of(raw: bytes | None) -> Iterator[bytes]:
    """The SHA-256 of each file that a package's manifest lists."""
    try:
        fields: Any = json.loads((raw or b"").decode("utf-8"))
        rows = fields["files"]
        for row in rows:
            yield bytes.fromhex(row["sha256"])
    except (ValueError, TypeError, KeyError, RecursionError):
        return


def check_proofs(message: Message, policy: Policy) -> None:
    """Refuse a message whose head or receipt does not hold.

    Raises:
        ProofFails: codes ``message.checkpoint``, ``message.receipt``, ``message.key-ended``.
    """
    _read_head(message, log_of(message, policy))
    line = message.statement.first
    ended = policy.signers[line.name, line.id].until is not None
    if message.receipt is None:
        if ended:
            raise ProofFails(
                "message.key-ended",
                _("the signer's key has ended, and nothing dates the statement"),
            )
        return
    verdict = verify(message.receipt, policy)
    found = verdict.statement
    if verdict.outcome > Outcome.LOGGED:
        raise ProofFails(
            "message.receipt", _("its receipt gives {outcome}", outcome=verdict.outcome.name)
        )
    if found is None or found.raw != message.statement.raw:
        raise ProofFails("message.receipt", _("its receipt is of another statement"))


def _read_head(message: Message, log: Key) -> SignedCheckpoint:
    try:
        note = Note.parse(message.checkpoint)
        if Checkpoint.parse(note.text).origin == log.name:
            return SignedCheckpoint.verify(note, log)
    except LedgerError:
        pass
    raise ProofFails("message.checkpoint", _("its head is not one that the sender's log signed"))


def is_from_their_log(message: Message, policy: Policy) -> bool:
    """Whether the log that we know holds this statement, though its key is not one we know.

    Anybody can write a name beside a key; only the office can have put it into its log.
    """
    if message.receipt is None:
        return False
    verdict = verify(message.receipt, policy)
    return (
        verdict.statement is not None
        and verdict.statement.raw == message.statement.raw
        and (verdict.outcome, verdict.reason) == (Outcome.UNKNOWN_KEYS, "signer")
    )
