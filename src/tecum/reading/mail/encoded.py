"""Files that senders wrote into the text of a message: uuencode and yEnc (READING 3).

Authority: IEEE Std 1003.1, uuencode; yEnc draft 1.3.
"""

from __future__ import annotations

import binascii
import re
from dataclasses import dataclass

__all__ = ["Written", "taken_out"]

_BEGIN = re.compile(rb"(?m)^begin(-base64)? [0-7]{3,4} ([^\r\n]{1,200}?)\r?$")
_YENC = re.compile(rb"(?m)^=ybegin ([^\r\n]{1,400})\r?\n(?:=ypart [^\r\n]{0,200}\r?\n)?")
_YEND = re.compile(rb"(?m)^=yend\b[^\r\n]{0,200}\r?$")
_PLAIN = bytes((n - 42) & 255 for n in range(256))
_ESCAPED = re.compile(rb"=(.)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Written:
    """A file found in text; ``whole`` is False where a line of it could not be decoded."""

    name: str
    content: bytes
    whole: bool


def taken_out(text: bytes) -> tuple[bytes, list[Written]]:
    """The text without the files written into it, and the files."""
    found: list[Written] = []
    if b"begin" not in text:
        return text, found

    if b"=ybegin " in text:
        text = _without_yenc(text, found)
    return _without_uu(text, found), found


def _without_uu(text: bytes, found: list[Written]) -> bytes:
    """Take out what stands between "begin" and "end"; each line is looked at once."""
    kept: list[bytes] = []
    at = 0
    while (head := _BEGIN.search(text, at)) is not None:
        content = bytearray()
        is_base64, place, ended = head[1] is not None, head.end() + 1, False
        whole = True
        while place < len(text):
            stop = text.find(b"\n", place)
            stop = len(text) if stop < 0 else stop
            row = text[place:stop].rstrip(b"\r")
            place = stop + 1
            if row.rstrip() == (b"====" if is_base64 else b"end"):
                ended = True
                break
            if not is_base64 and not _is_uu_row(row):
                break
            try:
                content += binascii.a2b_base64(row) if is_base64 else binascii.a2b_uu(row)
            except binascii.Error:
                whole = False
        if ended:
            kept += [text[at : head.start()], b"\n"]
            found.append(Written(_name(head[2]), bytes(content), whole))
        else:
            kept.append(text[at:place])
        at = place
    kept.append(text[at:])
    return b"".join(kept)


def _is_uu_row(row: bytes) -> bool:
    """Whether a line is as long as its first letter says; other text is left where it stands."""
    if not row or not 32 <= row[0] <= 96:
        return False
    letters = -(-((row[0] - 32) & 63) // 3) * 4
    return letters - 3 <= len(row) - 1 <= letters + 2


def _without_yenc(text: bytes, found: list[Written]) -> bytes:
    kept: list[bytes] = []
    at = 0
    while True:
        head = _YENC.search(text, at)
        foot = _YEND.search(text, head.end()) if head else None
        if head is None or foot is None:
            kept.append(text[at:])
            return b"".join(kept)
        kept += [text[at : head.start()], b"\n"]
        content = _ydecoded(text[head.end() : foot.start()])
        said = re.search(rb"\bsize=(\d{1,12})", head[1])
        parts = re.search(rb"\bpart=\d", head[1])
        whole = said is None or (int(said[1]) == len(content) and parts is None)
        name = re.search(rb"\bname=(.+)$", head[1])
        found.append(Written(_name(name[1] if name else b""), content, whole))
        at = foot.end()


def _ydecoded(rows: bytes) -> bytes:
    plain = rows.replace(b"\r", b"").replace(b"\n", b"")
    return _ESCAPED.sub(lambda m: bytes([(m[1][0] - 64) & 255]), plain).translate(_PLAIN)


def _name(raw: bytes) -> str:
    try:
        return raw.strip().decode("utf-8")
    except UnicodeDecodeError:
        return raw.strip().decode("cp1252", "replace")
