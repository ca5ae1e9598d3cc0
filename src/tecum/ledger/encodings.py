"""How bytes, numbers and instants are written in every format of the ledger: one way each.

What could be read in two ways is refused, never repaired.
"""

from __future__ import annotations

import re
from binascii import a2b_base64, b2a_base64
from datetime import UTC, datetime

from tecum.ledger.refused import Malformed, refuse_if

__all__ = [
    "MAX_SIZE", "from_base64", "has_control", "hash_from_base64", "instant_text", "read_decimal",
    "read_instant", "to_base64",
]  # fmt: skip

MAX_SIZE = 2**63
"""Sizes and indices stay below this, so that every reader can hold them."""

_DECIMAL = re.compile(r"0|[1-9][0-9]{0,18}", re.ASCII)
_CONTROL = bytes({*range(32), 127} - {10})
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ", re.ASCII)


def to_base64(raw: bytes) -> str:
    """Write bytes in base64 with padding (RFC 4648 section 4)."""
    return b2a_base64(raw, newline=False).decode("ascii")


def from_base64(text: str, code: str = "malformed.base64") -> bytes:
    """Read base64 that is written in the one canonical way; anything else is refused."""
    try:
        raw = a2b_base64(text)
    except ValueError:
        raise Malformed(code) from None
    # Whatever the decoder passed over is missing from what it read.
    refuse_if(to_base64(raw) != text, code)
    return raw


def hash_from_base64(text: str, code: str, base64_code: str = "malformed.base64") -> bytes:
    """Read exactly 32 bytes; ``code`` is the reason given for another length."""
    raw = from_base64(text, base64_code)
    refuse_if(len(raw) != 32, code)
    return raw


def read_decimal(text: str, code: str) -> int:
    """Read a decimal without sign or leading zero, below 2^63."""
    refuse_if(not _DECIMAL.fullmatch(text) or int(text) >= MAX_SIZE, code)
    return int(text)


def read_instant(text: str, code: str) -> datetime:
    """Read ``YYYY-MM-DDTHH:MM:SSZ``: a real instant, no leap second."""
    refuse_if(not _INSTANT.fullmatch(text), code)
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise Malformed(code) from None


def instant_text(at: datetime) -> str:
    """Write an instant as ``YYYY-MM-DDTHH:MM:SSZ``; a part of a second is dropped."""
    return at.astimezone(UTC).replace(microsecond=0, tzinfo=None).isoformat() + "Z"


def has_control(text: str) -> bool:
    """Whether a text holds a control character other than the line feed."""
    raw = text.encode("utf-8", "surrogatepass")
    return len(raw.translate(None, _CONTROL)) < len(raw)
