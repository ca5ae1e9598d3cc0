"""Outlook messages (``.msg``) → the mail that they hold (READING 3). Runs in the child.

The file is a small file system; python-oxmsg walks it. What its properties say is read here
byte by byte, because messages with an unknown code page or a missing stream must still be read.

Authority: [MS-OXMSG] 2.2 (storages), 2.4 (property stream).
"""

from __future__ import annotations

from collections.abc import Mapping
from email.errors import MessageError
from email.message import Message
from typing import Any

from tecum.reading.files.compound import BROKEN, TooLarge, opened_compound
from tecum.reading.mail.mail import answer_of
from tecum.reading.mail.mapi import (
    BINARY,
    CODEPAGE,
    CONTENT,
    INTERNET_CODEPAGE,
    METHOD,
    OBJECT,
    STRING,
    STRING8,
    Bag,
    Enclosed,
    message_of,
)

__all__ = ["read_msg"]

_OUTER, _INNER, _OTHER = 32, 24, 8
_KEPT_APART = (STRING8, STRING, BINARY, OBJECT, 0x0048)
_EMBEDDED = 5
_STREAM = "__properties_version1.0"


class _TooMuch(ValueError):
    """A cap was hit; the first argument names it."""


def read_msg(data: bytes, wanted: Mapping[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
    """Read an Outlook message as the mail that it is."""
    from oxmsg.storage import Storage

    try:
        with opened_compound(data) as file:
            root = Storage.from_ole(file)
        bag = _bag(root, _OUTER, None)
        message = _message(root, bag, wanted, 1)
    except (_TooMuch, TooLarge):
        return {"outcome": "too_large", "reason": "too_large", "pages": []}, []
    except (*BROKEN, MessageError):
        return {"outcome": "damaged", "reason": "damaged", "pages": []}, []
    return answer_of(message, wanted, bag.warnings)


def _bag(storage: Any, offset: int, outer: Bag | None) -> Bag:
    """The properties of a storage; a stream that is missing is a property that is missing."""
    streams = {stream.name: stream.bytes_ for stream in storage.streams}
    listed = streams.get(_STREAM, b"")
    bag = Bag()
    for at in range(offset, min(len(listed), 16 * 5000) - 15, 16):
        kind = int.from_bytes(listed[at : at + 2], "little")
        name = int.from_bytes(listed[at + 2 : at + 4], "little")
        if kind not in _KEPT_APART:
            bag.values[name] = (kind, listed[at + 8 : at + 16])
    for name, content in streams.items():
        # The streams are trusted before the list: a cut list must not lose the body.
        if name.startswith("__substg1.0_") and len(name) == 20:
            bag.values[int(name[12:16], 16)] = (int(name[16:20], 16), content)
    if outer is not None:
        bag.outer = outer.codepage(CODEPAGE, INTERNET_CODEPAGE)
    return bag


def _message(storage: Any, bag: Bag, wanted: Mapping[str, Any], depth: int) -> Message:
    if depth > int(wanted["mail_depth"]):
        raise _TooMuch("mail_depth")
    people = [_bag(row, _OTHER, bag) for row in storage.iter_recipient_storages()]
    enclosed: list[Enclosed] = []
    for row in storage.iter_attachment_storages():
        if len(enclosed) >= int(wanted["parts"]):
            raise _TooMuch("parts")
        enclosed.append(_enclosed(row, bag, wanted, depth))
    made = message_of(bag, people, enclosed)
    for row in enclosed:
        bag.warnings |= row.bag.warnings
    return made


def _enclosed(storage: Any, outer: Bag, wanted: Mapping[str, Any], depth: int) -> Enclosed:
    bag = _bag(storage, _OTHER, outer)
    inner = next(
        (row for row in storage.storages if row.name.upper().startswith("__SUBSTG1.0_3701")), None
    )
    if inner is not None and bag.number(METHOD) in (_EMBEDDED, None):
        found = _bag(inner, _INNER, bag)
        made = Enclosed(bag, message=_message(inner, found, wanted, depth + 1))
        bag.warnings |= found.warnings
        return made
    return Enclosed(bag, bag.raw(CONTENT) or b"")
