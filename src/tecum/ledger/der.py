"""A small strict reader of DER, as much of it as certificates and time tokens use.

Authority: ITU-T X.690 (definite, shortest lengths; one-byte tags).
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from tecum.ledger.refused import TokenRefused, refuse_if

__all__ = [
    "BIT_STRING", "INTEGER", "OCTET_STRING", "OID", "SEQUENCE", "SET", "Node", "malformed_if",
    "oid", "read",
]  # fmt: skip

BOOLEAN, INTEGER, BIT_STRING, OCTET_STRING, OID = 0x01, 0x02, 0x03, 0x04, 0x06
UTC_TIME, GENERALIZED_TIME, SEQUENCE, SET = 0x17, 0x18, 0x30, 0x31
_TIME = re.compile(r"(\d{14})(?:\.(\d{1,6}))?Z", re.ASCII)


class Node(NamedTuple):
    """One element: its tag, what is inside, and all its bytes."""

    tag: int
    content: bytes
    raw: bytes

    def children(self) -> list[Node]:
        """The elements inside."""
        found, rest = [], self.content
        while rest:
            node, rest = _read_one(rest)
            found.append(node)
        return found

    def expect(self, tag: int) -> Node:
        """This element, if it bears the tag."""
        malformed_if(self.tag != tag)
        return self

    def sequence(self, least: int) -> list[Node]:
        """The elements of a SEQUENCE that holds at least so many."""
        found = self.expect(SEQUENCE).children()
        malformed_if(len(found) < least)
        return found

    def only(self) -> Node:
        """The one element inside."""
        found = self.children()
        malformed_if(len(found) != 1)
        return found[0]

    def number(self) -> int:
        """A whole number."""
        malformed_if(not self.content)
        return int.from_bytes(self.content, "big", signed=True)

    def instant(self) -> datetime:
        """A UTCTime or GeneralizedTime in UTC."""
        malformed_if(self.tag not in (UTC_TIME, GENERALIZED_TIME))
        text = self.content.decode("latin-1")
        century = "" if self.tag == GENERALIZED_TIME else "20" if text[:2] < "50" else "19"
        found = _TIME.fullmatch(century + text)
        try:
            at = datetime.strptime(found[1] if found else "", "%Y%m%d%H%M%S").replace(tzinfo=UTC)
        except ValueError:
            raise TokenRefused("timestamp.malformed") from None
        return at + timedelta(microseconds=int(((found and found[2]) or "0").ljust(6, "0")))


def malformed_if(wrong: object) -> None:
    """Refuse what is not of the form that a token must have."""
    refuse_if(wrong, "timestamp.malformed", TokenRefused)


def read(raw: bytes) -> Node:
    """Read one element that fills the bytes."""
    node, rest = _read_one(raw)
    malformed_if(rest)
    return node


def oid(dotted: str) -> bytes:
    """The content bytes of an object identifier."""
    first, second, *rest = map(int, dotted.split("."))
    out = b""
    for arc in (40 * first + second, *rest):
        part = bytes([arc & 0x7F])
        while arc := arc >> 7:
            part = bytes([arc & 0x7F | 0x80]) + part
        out += part
    return out


def _read_one(raw: bytes) -> tuple[Node, bytes]:
    malformed_if(len(raw) < 2 or raw[0] & 0x1F == 0x1F)
    length, start = raw[1], 2
    if length >= 0x80:
        start += length - 0x80
        encoded = raw[2:start]
        length = int.from_bytes(encoded, "big")
        malformed_if(not 1 <= len(encoded) <= 4 or encoded[0] == 0 or length < 0x80)
    end = start + length
    malformed_if(end > len(raw))
    return Node(raw[0], raw[start:end], raw[:end]), raw[end:]
