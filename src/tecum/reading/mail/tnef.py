"""TNEF (``winmail.dat``): the attributes that hold the body and the attachments.

A TNEF stream is a signature, a key, and attributes::

    level 1 byte · id 2 bytes · type 2 bytes · length 4 bytes · content · checksum 2 bytes

Two of the attributes hold lists of properties, one of the message, one of each attachment.

Authority: [MS-OXTNEF] 2.1.3 (attributes), 2.1.3.4 (property lists).
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from email.message import Message
from typing import Any

from tecum.reading.mail.mail import answer_of
from tecum.reading.mail.mapi import (
    BINARY,
    BODY,
    CLASS,
    CONTENT,
    LONG_NAME,
    OBJECT,
    STRING,
    STRING8,
    SUBJECT,
    Bag,
    Enclosed,
    message_of,
)

__all__ = ["BadTnef", "message_in", "read_tnef"]

_SIGNATURE = 0x223E9F78
_HEAD = struct.Struct("<BHHI")
_CODEPAGE, _CLASS, _SUBJECT, _BODY = 0x9007, 0x8008, 0x8004, 0x800C
_PROPERTIES = 0x9003
_RENDERING, _TITLE, _CONTENT, _OF_ATTACHMENT = 0x9002, 0x8010, 0x800F, 0x9005
_FIXED = {0x0002: 4, 0x0003: 4, 0x0004: 4, 0x0005: 8, 0x0006: 8, 0x0007: 8, 0x000A: 4,
          0x000B: 4, 0x0014: 8, 0x0040: 8, 0x0048: 16}  # fmt: skip
_OPEN_ENDED = frozenset((STRING8, STRING, BINARY, OBJECT))
_MULTIPLE = 0x1000
_MOST = 5000


class BadTnef(ValueError):
    """Not a TNEF stream."""


def read_tnef(data: bytes, wanted: Mapping[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
    """The body and the attachments of ``winmail.dat``."""
    try:
        message, warnings = message_in(data, int(wanted["parts"]), int(wanted["mail_depth"]))
    except BadTnef:
        return {"outcome": "damaged", "reason": "damaged"}, []
    answer, blobs = answer_of(message, wanted, warnings)
    answer["headers"] = []
    if not any(page["text"].strip() for page in answer["pages"]) and answer["children"]:
        del answer["pages"]
    return answer, blobs


def message_in(data: bytes, most: int, depth: int) -> tuple[Message, set[str]]:
    """The message of a stream, and what is to be said about it.

    A stream that breaks off gives what came before the break.

    Raises:
        BadTnef: The signature is missing.
    """
    if len(data) < 6 or struct.unpack_from("<I", data)[0] != _SIGNATURE:
        raise BadTnef("signature")
    bag = Bag()
    enclosed: list[Enclosed] = []
    at = 6
    while at + _HEAD.size <= len(data) and len(enclosed) <= most:
        _, name, _, length = _HEAD.unpack_from(data, at)
        at += _HEAD.size
        _attribute(bag, enclosed, name, data[at : at + length], (most, depth))
        if at + length > len(data):
            bag.warnings.add("part_damaged")
        at += length + 2
    kept = [row for row in enclosed if row.content or row.message is not None]
    message = message_of(bag, (), kept)
    return message, bag.warnings


def _attribute(
    bag: Bag, enclosed: list[Enclosed], name: int, content: bytes, caps: tuple[int, int]
) -> None:
    if name == _CODEPAGE and len(content) >= 4:
        bag.values[0x3FFD] = (0x0003, content[:4])
    elif name in (_BODY, _SUBJECT, _CLASS):
        bag.values.setdefault(
            {_BODY: BODY, _SUBJECT: SUBJECT, _CLASS: CLASS}[name], (STRING8, content)
        )
    elif name == _PROPERTIES:
        bag.values.update(_listed(content))
    elif name == _RENDERING:
        enclosed.append(Enclosed(Bag(outer=bag.codepage(0x3FFD))))
    elif enclosed and name == _TITLE:
        enclosed[-1].bag.values.setdefault(LONG_NAME, (STRING8, content))
    elif enclosed and name == _CONTENT:
        enclosed[-1].content = content
    elif enclosed and name == _OF_ATTACHMENT:
        _take_properties(enclosed[-1], _listed(content), caps)


def _take_properties(
    row: Enclosed, found: dict[int, tuple[int, bytes]], caps: tuple[int, int]
) -> None:
    """The properties of an attachment; one that is a message holds a stream of its own."""
    most, depth = caps
    form, content = found.pop(CONTENT, (0, b""))
    row.bag.values.update(found)
    if form != OBJECT or len(content) < 22:
        return
    # The first sixteen bytes name the interface: a message, or an object of some program.
    inside = content[16:]
    if inside[:4] == struct.pack("<I", _SIGNATURE) and depth > 1:
        row.message, warnings = message_in(inside, most, depth - 1)
        row.bag.warnings |= warnings
    else:
        row.content = inside


def _listed(content: bytes) -> dict[int, tuple[int, bytes]]:
    """A list of properties; it ends where it breaks off."""
    found: dict[int, tuple[int, bytes]] = {}
    if len(content) < 4:
        return found
    count = min(int(struct.unpack_from("<I", content)[0]), _MOST)
    at = 4
    for _ in range(count):
        if at + 4 > len(content):
            break
        form, name = struct.unpack_from("<HH", content, at)
        at += 4
        if name >= 0x8000:
            at = _after_name(content, at)
        at, value = _value(content, at, form)
        if at < 0:
            break
        found[name] = (form, value)
    return found


def _after_name(content: bytes, at: int) -> int:
    """The place behind the name of a named property."""
    if at + 24 > len(content):
        return len(content)
    kind, length = struct.unpack_from("<II", content, at + 16)
    return at + 24 if kind == 0 else at + 24 + _padded(length)


def _value(content: bytes, at: int, form: int) -> tuple[int, bytes]:
    """One value (the last of several) and the place behind it; −1 where the list breaks off."""
    base = form & ~_MULTIPLE
    several = bool(form & _MULTIPLE) or base in _OPEN_ENDED
    count = 1
    if several:
        if at + 4 > len(content):
            return -1, b""
        count = int(struct.unpack_from("<I", content, at)[0])
        at += 4
    value = b""
    for _ in range(min(count, _MOST)):
        if base in _OPEN_ENDED:
            if at + 4 > len(content):
                return -1, value
            length = int(struct.unpack_from("<I", content, at)[0])
            value = content[at + 4 : at + 4 + length]
            at += 4 + _padded(length)
        elif base in _FIXED:
            value = content[at : at + _FIXED[base]]
            at += _FIXED[base]
        else:
            return -1, b""
        if at > len(content) + 4:
            return -1, value
    return at, value


def _padded(length: int) -> int:
    return length + -length % 4
