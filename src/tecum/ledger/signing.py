"""What an office signs: drafts of statements, their leaves, its heads, others' heads as a witness.

The verifier reads all of these and makes none, so it does not load this module.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from tecum.ledger.checkpoint import Checkpoint, cosigned
from tecum.ledger.encodings import instant_text, to_base64
from tecum.ledger.errors import Malformed
from tecum.ledger.note import ED25519, WITNESS, Key, SignatureLine, split_key
from tecum.ledger.statement import HEADER, MAX_BYTES, leaf_message, read_lines, statement_hash
from tecum.ledger.vocabulary import KEYS

__all__ = [
    "SigningKey",
    "cosign",
    "draft",
    "make_leaf",
    "public_key",
    "sign",
    "signed_head",
    "text_of",
]


def public_key(seed: bytes) -> bytes:
    """The public key that belongs to a 32-byte seed."""
    return Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw()


@dataclass(frozen=True, repr=False)
class SigningKey:
    """A private key: ``PRIVATE+KEY+name+hex(key id)+base64(type ‖ seed)``. Never shown."""

    name: str
    type: int
    seed: bytes

    @cached_property
    def key(self) -> Key:
        """The public half."""
        return Key(self.name, self.type, public_key(self.seed))

    @cached_property
    def _private(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(self.seed)

    @property
    def private(self) -> str:
        """The key as one word, for its file alone."""
        raw = to_base64(bytes([self.type]) + self.seed)
        return f"PRIVATE+KEY+{self.name}+{self.key.id.hex()}+{raw}"

    @classmethod
    def parse(cls, text: str) -> SigningKey:
        """Read a private key as its file holds it."""
        if not text.startswith("PRIVATE+KEY+"):
            raise Malformed("key.form")
        name, key_id, raw = split_key(text.removeprefix("PRIVATE+KEY+").removesuffix("\n"))
        if raw[0] not in (ED25519, WITNESS) or len(raw) != 33:
            raise Malformed("key.type")
        signer = cls(name, raw[0], raw[1:])
        if signer.key.id.hex() != key_id:
            raise Malformed("key.id")
        return signer

    def sign(self, message: bytes) -> bytes:
        """The 64 bytes of the signature."""
        return self._private.sign(message)

    def line(self, text: str) -> str:
        """The signature line over a note's text."""
        return SignatureLine(self.name, self.key.id, self.sign(text.encode())).text


def signed_head(head: Checkpoint, log: SigningKey) -> bytes:
    """The as-signed checkpoint: text, blank line and the log's own line, nothing more."""
    return f"{head.text}\n{log.line(head.text)}".encode()


def cosign(text: str, witness: SigningKey, at: int) -> str:
    """A witness's signature line over a head, with the second at which it was given."""
    signature = witness.sign(cosigned(text, at))
    return SignatureLine(witness.name, witness.key.id, at.to_bytes(8, "big") + signature).text


def draft(
    type: str,  # noqa: A002  (the field's own word)
    log: bytes,
    at: datetime,
    clock: str = "unknown",
    *,
    docket: bytes | None = None,
    seq: int | None = None,
    prev: bytes | None = None,
    ref: Iterable[bytes] = (),
    channel: str | None = None,
    grade: str | None = None,
    code: str | Iterable[str] = (),
    on: date | None = None,
    head: Iterable[str] = (),
    key: Iterable[str] = (),
    count: Mapping[str, int] | None = None,
    commit: Mapping[str, bytes] | None = None,
) -> str:
    """Write the text of a statement, ready to be signed; every line in its place.

    Args:
        log: SHA-256 of the log's public key (``Key.hash``).
        at: The author's time; ``clock`` says how good it is, e.g. ``ntp 50``.
        docket: 32 random bytes, minted once a docket; with ``seq`` and from 2 on ``prev``.
        commit: Label → commitment (32 bytes).

    Raises:
        Malformed: a code ``statement.…``: what :meth:`Statement.parse` would refuse.
    """
    lines: dict[str, list[str]] = {
        "type": [type],
        "log": [to_base64(log)],
        "docket": [] if docket is None else [to_base64(docket)],
        "seq": [] if seq is None else [str(seq)],
        "prev": [] if prev is None else [to_base64(prev)],
        "ref": [to_base64(one) for one in ref],
        "at": [instant_text(at)],
        "clock": [clock],
        "channel": [] if channel is None else [channel],
        "grade": [] if grade is None else [grade],
        "code": [code] if isinstance(code, str) else list(code),
        "on": [] if on is None else [on.isoformat()],
        "head": list(head),
        "key": list(key),
        "count": [f"{label} {n}" for label, n in (count or {}).items()],
        "commit": [f"{label} {to_base64(raw)}" for label, raw in (commit or {}).items()],
    }
    return text_of(lines)


def text_of(lines: Mapping[str, Iterable[str]]) -> str:
    """The text of a statement from its lines by key, in their order, each once.

    Raises:
        Malformed: what :meth:`Statement.parse` would refuse.
    """
    rows = [f"{name} {value}" for name in KEYS for value in sorted(set(lines.get(name, ())))]
    text = "\n".join([HEADER, *rows]) + "\n"
    if not text.isascii():
        raise Malformed("statement.ascii")
    if len(text) > MAX_BYTES:
        raise Malformed("statement.length")
    read_lines(text)
    return text


def sign(text: str, *signers: SigningKey) -> bytes:
    """Sign a draft; the first signer is the body whose fact it is."""
    return (text + "\n" + "".join(signer.line(text) for signer in signers)).encode()


def make_leaf(raw: bytes, signer: SigningKey) -> bytes:
    """The 128 bytes of a statement's log entry, by its first signer.

    checksum ‖ signature over "sigsum.org/v1/tree-leaf" 0x00 checksum ‖ key hash.

    Authority: Sigsum v1, leaf format.
    """
    checksum = hashlib.sha256(statement_hash(raw)).digest()
    return checksum + signer.sign(leaf_message(checksum)) + signer.key.hash
