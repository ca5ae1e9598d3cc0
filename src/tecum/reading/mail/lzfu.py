"""The compression in which Outlook keeps a message's rich text.

Authority: [MS-OXRTFCP] 2.1 (header), 3.1.1 (dictionary of 4,096 bytes, its first content).
"""

from __future__ import annotations

import struct

__all__ = ["BadRichText", "expand"]

_HEAD = struct.Struct("<IIII")
_COMPRESSED = 0x75465A4C
_PLAIN = 0x414C454D
_FIRST = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss "
    b"\\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier"
    b"{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"
)
_SIZE = 4096


class BadRichText(ValueError):
    """Not a compressed rich text, or cut off inside its head."""


def expand(data: bytes) -> bytes:
    """The rich text; a stream that breaks off gives what came before the break.

    Two bytes give at most seventeen, so that what is expanded cannot swell without bounds.

    Raises:
        BadRichText: The head is missing or names no known form.
    """
    if len(data) < _HEAD.size:
        raise BadRichText("head")
    size, raw, form, _ = _HEAD.unpack_from(data)
    content = data[_HEAD.size : max(_HEAD.size, size + 4)]
    if form == _PLAIN:
        return content[:raw]
    if form != _COMPRESSED:
        raise BadRichText("form")
    return _unpacked(content, raw)


def _unpacked(content: bytes, most: int) -> bytes:
    window = bytearray(_FIRST.ljust(_SIZE, b"\x00"))
    at = len(_FIRST)
    out = bytearray()
    i = 0
    while i < len(content) and len(out) < most:
        flags = content[i]
        i += 1
        for bit in range(8):
            if i >= len(content):
                return bytes(out)
            if not flags >> bit & 1:
                window[at] = content[i]
                out.append(content[i])
                at = (at + 1) % _SIZE
                i += 1
                continue
            if i + 1 >= len(content):
                return bytes(out)
            place = content[i] << 4 | content[i + 1] >> 4
            length = (content[i + 1] & 15) + 2
            i += 2
            if place == at:
                return bytes(out[:most])
            for step in range(length):
                letter = window[(place + step) % _SIZE]
                out.append(letter)
                window[at] = letter
                at = (at + 1) % _SIZE
    return bytes(out[:most])
