"""How parent and child talk: one request, one answer, both as length, JSON, and raw bytes.

request   8 bytes length · JSON · the input
answer    ``tecum-child 1\\n`` · 8 bytes length · JSON · per blob 8 bytes length, bytes
"""

from __future__ import annotations

import json
import struct
from collections.abc import Sequence
from typing import Any

__all__ = ["HELLO", "BadFrame", "pack_answer", "pack_request", "unpack_answer", "unpack_request"]

HELLO = b"tecum-child 1\n"
_LENGTH = struct.Struct(">Q")


class BadFrame(ValueError):
    """The bytes are not an answer of this protocol."""


def pack_request(request: dict[str, Any]) -> bytes:
    """The head of a request; the input's bytes follow it."""
    head = json.dumps(request).encode("ascii")
    return _LENGTH.pack(len(head)) + head


def unpack_request(content: bytes) -> tuple[dict[str, Any], bytes]:
    """The request and the input."""
    (length,) = _LENGTH.unpack_from(content)
    at = _LENGTH.size + length
    return json.loads(content[_LENGTH.size : at]), content[at:]


def pack_answer(value: dict[str, Any], blobs: Sequence[bytes]) -> list[bytes]:
    """The answer after the greeting, in pieces to write one after another."""
    head = json.dumps({"value": value, "blobs": len(blobs)}).encode("ascii")
    pieces = [_LENGTH.pack(len(head)), head]
    for blob in blobs:
        pieces += [_LENGTH.pack(len(blob)), blob]
    return pieces


def unpack_answer(content: memoryview, most: int) -> tuple[dict[str, Any], list[bytes]]:
    """The answer that a child wrote, the greeting included.

    Raises:
        BadFrame: Cut short, too long, or not what this protocol writes.
    """
    try:
        at = len(HELLO)
        if bytes(content[:at]) != HELLO:
            raise BadFrame("greeting")
        (length,) = _LENGTH.unpack_from(content, at)
        at += _LENGTH.size
        if length > most or at + length > len(content):
            raise BadFrame("length")
        head = json.loads(bytes(content[at : at + length]))
        at += length
        blobs: list[bytes] = []
        for _ in range(int(head["blobs"])):
            (length,) = _LENGTH.unpack_from(content, at)
            at += _LENGTH.size
            if at + length > len(content):
                raise BadFrame("blob")
            blobs.append(bytes(content[at : at + length]))
            at += length
        if not isinstance(head["value"], dict):
            raise BadFrame("value")
    except (struct.error, KeyError, TypeError, UnicodeDecodeError, RecursionError) as error:
        raise BadFrame("shape") from error
    except ValueError as error:
        raise error if isinstance(error, BadFrame) else BadFrame("json") from error
    return head["value"], blobs
