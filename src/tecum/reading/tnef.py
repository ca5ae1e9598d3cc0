"""TNEF (``winmail.dat``): the attributes that hold the body and the attachments.

A TNEF stream is a signature, a key, and attributes::

    level 1 byte · id 2 bytes · type 2 bytes · length 4 bytes · content · checksum 2 bytes
"""

from __future__ import annotations

import struct

__all__ = ["BadTnef", "attachments_of"]

_SIGNATURE = 0x223E9F78
_HEAD = struct.Struct("<BHHI")
_BODY = 0x800C
_RENDERING = 0x9002
_TITLE = 0x8010
_CONTENT = 0x800F


class BadTnef(ValueError):
    """Not a TNEF stream, or cut off before its first attribute."""


def attachments_of(data: bytes, most: int) -> tuple[bytes, list[tuple[str | None, bytes]]]:
    """The body as bytes, and name and content of each attachment.

    A stream that breaks off gives what came before the break.

    Raises:
        BadTnef: The signature is missing.
    """
    if len(data) < 6 or struct.unpack_from("<I", data)[0] != _SIGNATURE:
        raise BadTnef("signature")
    body = b""
    found: list[tuple[str | None, bytes]] = []
    at = 6
    while at + _HEAD.size <= len(data) and len(found) < most:
        _, name, _, length = _HEAD.unpack_from(data, at)
        at += _HEAD.size
        content = data[at : at + length]
        at += length + 2
        if name == _BODY:
            body = content.rstrip(b"\x00")
        elif name == _RENDERING:
            found.append((None, b""))
        elif name == _TITLE and found:
            title = content.rstrip(b"\x00").decode("cp1252", "replace")
            found[-1] = (title[:255], found[-1][1])
        elif name == _CONTENT and found:
            found[-1] = (found[-1][0], content)
    return body, [row for row in found if row[1]]
