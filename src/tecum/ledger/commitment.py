"""Commitments: 32 bytes that fix a value now and show nothing of it until it is opened.

C = SHA-256("tecum.commit/1" LF label LF salt[32] SHA-256(value)). The salt keeps whoever
guesses the value from confirming the guess; destroying the salt erases the value's trace.
"""

from __future__ import annotations

import hashlib
import re
from typing import NamedTuple

from tecum.ledger.encodings import from_base64, hash_from_base64, member
from tecum.ledger.refused import refuse_if

__all__ = ["MAX_VALUE", "Opening", "commit", "digest"]

_LABEL = re.compile(r"[a-z][a-z_]{0,31}(\.[1-9][0-9]{0,3})?", re.ASCII)
MAX_VALUE = 64 * 1024
"""Longer values are opened by their SHA-256; the file itself travels beside the receipt."""


def digest(value: bytes) -> bytes:
    """SHA-256 of a value: the file exactly as it came, or UTF-8 text without a final newline."""
    return hashlib.sha256(value).digest()


def commit(label: str, salt: bytes, value_sha256: bytes) -> bytes:
    """Fix a value, given by its SHA-256, under a label and a fresh salt of 32 bytes."""
    if len(salt) != 32 or len(value_sha256) != 32:
        raise ValueError("salt and digest are 32 bytes each")
    return digest(b"tecum.commit/1\n" + label.encode() + b"\n" + salt + value_sha256)


class Opening(NamedTuple):
    """What opens a commitment: its salt, and the value or the value's SHA-256."""

    label: str
    salt: bytes
    sha256: bytes
    value: bytes | None = None

    @classmethod
    def of(cls, label: str, salt: bytes, value: bytes, *, keep: bool = True) -> Opening:
        """The opening of a value; with ``keep`` false, or above 64 KiB, by its SHA-256 alone."""
        return cls(label, salt, digest(value), value if keep and len(value) <= MAX_VALUE else None)

    @property
    def commitment(self) -> bytes:
        """The commitment that this opens."""
        return commit(self.label, self.salt, self.sha256)

    @classmethod
    def read(cls, fields: object) -> Opening:
        """Read an opening from JSON.

        Raises:
            Malformed: codes ``malformed.extra``, ``malformed.base64``.
        """
        found = fields if isinstance(fields, dict) else {}
        refuse_if(("value" in found) == ("sha256" in found), "malformed.extra")
        label, salt = (member(str, found, name) for name in ("label", "salt"))
        shown = member(str, found, "value" if "value" in found else "sha256")
        refuse_if(not _LABEL.fullmatch(label), "malformed.extra")
        salt_raw = hash_from_base64(salt, "malformed.extra")
        if "sha256" in found:
            return cls(label, salt_raw, hash_from_base64(shown, "malformed.extra"))
        value = from_base64(shown)
        refuse_if(len(value) > MAX_VALUE, "malformed.extra")
        return cls(label, salt_raw, digest(value), value)
