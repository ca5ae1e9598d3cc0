"""A tar file in one form only: plain files, in order, no owner, no time; every other is refused.

Each header is made again from the name and the size that it states and must be the same 512
bytes, so that links, devices, absolute names, owners and extensions have no place to stand.
Any tar program unpacks what this writes.

Authority: POSIX.1-1988 (ustar).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from tecum.exchange.errors import NotAMessage
from tecum.worded import worded as _

__all__ = ["MAX_BYTES", "MAX_FILES", "Member", "pack_files", "unpack_files"]

BLOCK = 512
MAX_BYTES = 64 * 1024 * 1024
"""The largest message that is taken in whole."""

MAX_FILES = 264
_END = bytes(2 * BLOCK)
_PLAIN = re.compile(r"[a-z0-9]+(?:[._-][a-z0-9]+)*(?:/[a-z0-9]+(?:[._-][a-z0-9]+)*)*", re.ASCII)
_FILE = b"0"
_LINKS = (b"1", b"2")

Member = tuple[str, bytes]


def pack_files(members: Iterable[Member]) -> bytes:
    """Write files in the order given; the same files give the same bytes, always."""
    parts = []
    for name, data in members:
        parts += [_header(name, len(data)), data, bytes(-len(data) % BLOCK)]
    return b"".join([*parts, _END])


def unpack_files(
    raw: bytes, rank: Callable[[str], Sequence[object] | None], *, most: int = MAX_BYTES
) -> dict[str, bytes]:
    """Read files that stand in their order, each once.

    Args:
        raw: The whole archive.
        rank: Gives each name that may stand its place in the order; none for any other.
        most: The largest archive that is looked at.

    Raises:
        NotAMessage: codes ``message.size``, ``.cut``, ``.kind``, ``.path``, ``.header``,
            ``.name``, ``.duplicate``, ``.order``, ``.count``, ``.padding``, ``.end``.
    """
    if len(raw) > most:
        raise NotAMessage("message.size", _("it is larger than what is taken in"))
    found: dict[str, bytes] = {}
    before: Sequence[object] = ()
    at = 0
    while True:
        header = raw[at : at + BLOCK]
        if len(header) < BLOCK:
            raise NotAMessage("message.cut", _("it ends before its end"))
        if header == bytes(BLOCK):
            break
        name, size = _read_header(header)
        place = rank(name)
        if place is None:
            raise NotAMessage("message.name", _("it holds a file that has no place in a message"))
        if name in found:
            raise NotAMessage("message.duplicate", _("a file stands in it twice"))
        if tuple(place) <= tuple(before):
            raise NotAMessage("message.order", _("its files do not stand in their order"))
        if len(found) >= MAX_FILES:
            raise NotAMessage("message.count", _("it holds more files than are taken in"))
        at += BLOCK
        stop = at + size
        end = stop + -size % BLOCK
        if end > len(raw):
            raise NotAMessage("message.cut", _("a file in it is longer than the message"))
        if any(raw[stop:end]):
            raise NotAMessage("message.padding", _("something stands between its files"))
        found[name] = raw[at:stop]
        before, at = place, end
    if raw[at:] != _END:
        raise NotAMessage("message.end", _("something else than its end follows the last file"))
    return found


def _header(name: str, size: int) -> bytes:
    fields = [
        name.encode("ascii").ljust(100, b"\0"),
        b"0000644\0" + b"0000000\0" * 2,
        b"%011o\0" % size,
        b"%011o\0" % 0,
        b" " * 8,
        _FILE + bytes(100),
        b"ustar\x0000" + bytes(64),
        b"0000000\0" * 2 + bytes(155 + 12),
    ]
    blank = b"".join(fields)
    return blank[:148] + b"%06o\0 " % sum(blank) + blank[156:]


def _read_header(header: bytes) -> tuple[str, int]:
    """Name and size of a header that is exactly the one which we would write."""
    kind = header[156:157]
    if kind not in (_FILE, b"\0"):
        what = _("a link") if kind in _LINKS else _("something that is no plain file")
        raise NotAMessage("message.kind", _("it holds {what}", what=what))
    name = header[:100].rstrip(b"\0").decode("latin-1")
    if len(name) > 99 or not _PLAIN.fullmatch(name):
        raise NotAMessage("message.path", _("a file's name is not a plain name inside the message"))
    digits = header[124:135]
    if not re.fullmatch(rb"[0-7]{11}", digits):
        raise NotAMessage("message.header", _("a file's size is not written in the one way"))
    size = int(digits, 8)
    if header != _header(name, size):
        raise NotAMessage("message.header", _("a file's heading is not written in the one way"))
    return name, size
