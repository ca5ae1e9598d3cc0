"""The words, groups and bytes of a rich text file, in one pass that cannot run back.

Authority: Rich Text Format Specification 1.9.1, "RTF Syntax", "Unicode RTF".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

__all__ = ["CHARSETS", "BadRtf", "Token", "tokens"]

_TOKEN = re.compile(
    rb"\\(?:([A-Za-z]{1,40})(-?[0-9]{1,10})?[ ]?|'([0-9A-Fa-f]{2})|(.))|([{}])|[\r\n\x00]+"
    rb"|([^\\{}\r\n\x00]+)",
    re.DOTALL,
)
_DEEPEST = 400
_MOST = 800_000

CHARSETS = {
    0: "cp1252", 2: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab",
    134: "gbk", 136: "cp950", 161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255",
    178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250", 254: "cp437",
    255: "cp850",
}  # fmt: skip
"""Code pages of the numbers that font tables give."""


class BadRtf(ValueError):
    """Nested deeper than any office writes, or of more pieces than anybody reads (``many``)."""


class Token(NamedTuple):
    """One piece: ``kind`` is open, close, word, symbol, or text."""

    kind: str
    name: str = ""
    value: int | None = None
    content: bytes = b""


def tokens(data: bytes) -> Iterator[Token]:
    """The tokens of a file; what ``\\bin`` counts is stepped over, whatever it holds.

    Raises:
        BadRtf: The groups are nested too deeply, or there are too many pieces.
    """
    at = depth = count = 0
    while at < len(data):
        count += 1
        if count > _MOST:
            raise BadRtf("many")
        match = _TOKEN.match(data, at)
        if match is None:
            return
        at = match.end()
        word, value, letter, symbol, brace, text = match.groups()
        if text is not None:
            yield Token("text", content=text)
        elif letter is not None:
            yield Token("text", content=bytes([int(letter, 16)]))
        elif brace == b"{":
            depth += 1
            if depth > _DEEPEST:
                raise BadRtf("depth")
            yield Token("open")
        elif brace == b"}":
            depth -= 1
            yield Token("close")
        elif word is not None:
            number = None if value is None else int(value)
            if word == b"bin":
                at += max(0, number or 0)
                continue
            yield Token("word", word.decode("ascii"), number)
        elif symbol is not None:
            yield Token("symbol", symbol.decode("latin-1"))
