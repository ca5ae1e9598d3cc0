"""A small strict reader of DER, as much of it as certificates and time tokens use.

Authority: ITU-T X.690 (definite, shortest lengths; one-byte tags).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from tecum.ledger.refused import TokenRefused, refuse_if

__all__ = ["BIT_STRING", "INTEGER", "OCTET_STRING", "OID", "SEQUENCE", "SET", "Node", "oid", "read"]

BOOLEAN, INTEGER, BIT_STRING, OCTET_STRING, OID = 0x01, 0x02, 0x03, 0x04, 0x06
_MALFORMED = "timestamp.malformed"
UTC_TIME, GENERALIZED_TIME, SEQUENCE, SET = 0x17, 0x18, 0x30, 0x31
_TIME = re.compile(r"(\d{14})(?:\.(\d{1,6}))?Z", re.ASCII)


@dataclass(frozen=True)
class Node:
    """One element: its tag, what is inside, and all its bytes."""

    tag: int
    content: bytes
    raw: bytes

    def children(self) -> list[Node]:
        """The elements inside."""
        found = []
        rest = self.content
        while rest:
            node, rest = _read_one(rest)
            found.append(node)
        return found

    def expect(self, tag: int) -> Node:
        """This element, if it bears the tag."""
        refuse_if(self.tag != tag, _MALFORMED, TokenRefused)
        return self

    def sequence(self, least: int) -> list[Node]:
        """The elements of a SEQUENCE that holds at least so many."""
        found = self.expect(SEQUENCE).children()
        refuse_if(len(found) < least, _MALFORMED, TokenRefused)
        return found

    def only(self) -> Node:
        """The one element inside."""
        found = self.children()
        refuse_if(len(found) != 1, _MALFORMED, TokenRefused)
        return found[0]

    def number(self) -> int:
        """A whole number."""
        refuse_if(not self.content, _MALFORMED, TokenRefused)
        return int.from_bytes(self.content, "big", signed=True)

    def instant(self) -> datetime:
        """A UTCTime or GeneralizedTime in UTC."""
        text = self.content.decode("latin-1")
        if self.tag == UTC_TIME:
            text = ("20" if text[:2] < "50" else "19") + text
        elif self.tag != GENERALIZED_TIME:
            raise TokenRefused(_MALFORMED)
        found = _TIME.fullmatch(text)
        if not found:
            raise TokenRefused(_MALFORMED)
        try:
            at = datetime.strptime(found[1], "%Y%m%d%H%M%S").replace(tzinfo=UTC)
        except ValueError:
            raise TokenRefused(_MALFORMED) from None
        return at + timedelta(microseconds=int((found[2] or "0").ljust(6, "0")))


def read(raw: bytes) -> Node:
    """Read one element that fills the bytes."""
    node, rest = _read_one(raw)
    refuse_if(rest, _MALFORMED, TokenRefused)
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
    refuse_if(len(raw) < 2 or raw[0] & 0x1F == 0x1F, _MALFORMED, TokenRefused)
    length, start = raw[1], 2
    if length >= 0x80:
        start += length - 0x80
        encoded = raw[2:start]
        length = int.from_bytes(encoded, "big")
        if not 1 <= len(encoded) <= 4 or encoded[0] == 0 or length < 0x80:
            raise TokenRefused(_MALFORMED)
    end = start + length
    refuse_if(end > len(raw), _MALFORMED, TokenRefused)
    return Node(raw[0], raw[start:end], raw[:end]), raw[end:]
