"""How bytes, numbers and instants are written in every format of the ledger: one way each.

What could be read in two ways is refused, never repaired.
"""

from __future__ import annotations

import re
from binascii import a2b_base64, b2a_base64
from datetime import UTC, datetime
from typing import TypeVar

from tecum.ledger.refused import Malformed, refuse_if

__all__ = [
    "MAX_SIZE", "from_base64", "has_control", "hash_from_base64", "instant_text", "member",
    "plain_text", "read_decimal", "read_instant", "to_base64",
]  # fmt: skip

_Kind = TypeVar("_Kind")
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
    if b2a_base64(raw, newline=False).decode() != text:
        raise Malformed(code)
    return raw


def hash_from_base64(text: str, code: str, base64_code: str = "malformed.base64") -> bytes:
    """Read exactly 32 bytes; ``code`` is the reason given for another length."""
    if len(raw := from_base64(text, base64_code)) != 32:
        raise Malformed(code)
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
    return at.astimezone(UTC).isoformat(timespec="seconds").removesuffix("+00:00") + "Z"


def plain_text(raw: bytes, code: str) -> str:
    """Read UTF-8 without control characters; ``code`` is the reason where it is none."""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        raise Malformed(code) from None
    refuse_if(has_control(raw), "malformed.control")
    return text


def member(kind: type[_Kind], members: object, name: str) -> _Kind:
    """A member of a JSON object, if it is of the kind; a list that is absent is empty."""
    absent: object = [] if kind is list else None
    value = members.get(name, absent) if isinstance(members, dict) else None
    if not isinstance(value, kind):
        raise Malformed("malformed.extra")
    return value


def has_control(raw: bytes) -> bool:
    """Whether UTF-8 holds a control character other than the line feed."""
    return len(raw.translate(None, _CONTROL)) < len(raw)
