"""What a signed message wraps: the content of a CMS structure, found without trusting it.

Whether the signature is valid is not checked here.

Authority: RFC 5652 section 5 (SignedData), section 6 (EnvelopedData); X.690 section 8 (BER).
"""

from __future__ import annotations

from collections.abc import Iterator

__all__ = [
    "AUTH_ENVELOPED",
    "COMPRESSED",
    "ENVELOPED",
    "SIGNED",
    "content_type_of",
    "signed_content",
]

DATA, SIGNED, ENVELOPED = "1.2.840.113549.1.7.1", "1.2.840.113549.1.7.2", "1.2.840.113549.1.7.3"
AUTH_ENVELOPED, COMPRESSED = "1.2.840.113549.1.9.16.1.23", "1.2.840.113549.1.9.16.1.9"

_KINDS = {
    bytes.fromhex("2a864886f70d010701"): DATA,
    bytes.fromhex("2a864886f70d010702"): SIGNED,
    bytes.fromhex("2a864886f70d010703"): ENVELOPED,
    bytes.fromhex("2a864886f70d0109100117"): AUTH_ENVELOPED,
    bytes.fromhex("2a864886f70d0109100109"): COMPRESSED,
}
_SEQUENCE, _OID, _OCTETS, _EXPLICIT = 0x30, 0x06, 0x04, 0xA0
_DEEPEST = 12

_Place = tuple[int, int, int, int]
"""Tag, start and end of the content, and the place behind the field."""


class _Broken(ValueError):
    """The bytes are no BER."""


def content_type_of(data: bytes) -> str | None:
    """The object identifier of a CMS structure, or None where the bytes are none."""
    try:
        tag, start, end, _ = _head(data, 0)
        if tag != _SEQUENCE:
            return None
        tag, start, end, _ = _head(data, start)
    except _Broken:
        return None
    return _KINDS.get(data[start:end]) if tag == _OID and end is not None else None


def signed_content(data: bytes) -> bytes | None:
    """The content inside SignedData; None where there is none (a signature kept apart)."""
    if content_type_of(data) != SIGNED:
        return None
    try:
        info = _whole(data, 0)
        wrapped = _field(data, info, _EXPLICIT)
        signed = _whole(data, wrapped[1])
        content = _field(data, signed, _SEQUENCE)
        octets = _field(data, content, _EXPLICIT)
        return b"".join(_octets(data, octets[1], octets[2], 1))
    except _Broken:
        return None


def _field(data: bytes, outer: _Place, wanted: int) -> _Place:
    """The first field of a tag inside another."""
    at = outer[1]
    for _ in range(64):
        if at >= outer[2]:
            break
        found = _whole(data, at)
        if found[0] == wanted:
            return found
        at = found[3]
    raise _Broken("field")


def _octets(data: bytes, at: int, stop: int, depth: int) -> Iterator[bytes]:
    if depth > _DEEPEST:
        raise _Broken("depth")
    while at < stop and data[at : at + 2] != b"\x00\x00":
        tag, start, end, after = _whole(data, at)
        if tag == _OCTETS:
            yield data[start:end]
        elif tag == _OCTETS | 0x20:
            yield from _octets(data, start, end, depth + 1)
        else:
            raise _Broken("content")
        at = after


def _head(data: bytes, at: int) -> tuple[int, int, int | None, int]:
    """Tag, start and end of the content (None: open-ended), length of the head."""
    if at + 2 > len(data):
        raise _Broken("cut")
    tag, length = data[at], data[at + 1]
    if tag & 0x1F == 0x1F:
        raise _Broken("tag")
    if length < 0x80:
        return tag, at + 2, at + 2 + length, 2
    count = length & 0x7F
    if count == 0:
        return tag, at + 2, None, 2
    if count > 8 or at + 2 + count > len(data):
        raise _Broken("length")
    size = int.from_bytes(data[at + 2 : at + 2 + count], "big")
    return tag, at + 2 + count, at + 2 + count + size, 2 + count


def _whole(data: bytes, at: int) -> _Place:
    """The field at a place.

    Open-ended fields nest; their ends are found with a stack, each byte looked at once.
    """
    tag, start, end, _ = _head(data, at)
    if end is not None:
        end = min(end, len(data))
        return tag, start, end, end
    open_ended, place = 1, start
    while place < len(data):
        if data[place : place + 2] == b"\x00\x00":
            open_ended -= 1
            if not open_ended:
                return tag, start, place, place + 2
            place += 2
            continue
        _, inner, stop, _ = _head(data, place)
        if stop is None:
            open_ended += 1
            place = inner
        else:
            place = stop
    return tag, start, len(data), len(data)
