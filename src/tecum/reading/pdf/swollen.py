"""PDF streams that unpack to more than any page says, found before a reader unpacks them."""

from __future__ import annotations

import re
import zlib

__all__ = ["is_swollen"]

_STREAM = re.compile(rb"stream(?<!endstream)\r?\n")
"""The word comes first: what begins with letters is skipped to, not tried at every byte."""
_FLATE = re.compile(rb"/(?:FlateDecode|Fl)\b")
_MOST = 64 << 20
_TIMES = 1_032
"""The most times that one turn of this packing can unpack to (RFC 1951: 258 letters in 2 bits)."""
_STEP = 256 << 10


def is_swollen(data: bytes) -> bool:
    """Whether a stream that is no picture unpacks to more than 64 MB.

    Pictures are left to their own cap, which counts what they say they measure.

    Args:
        data: The PDF as it came.
    """
    for match in _STREAM.finditer(data):
        head = data[max(0, match.start() - 600) : match.start()]
        head = head[head.rfind(b"obj") + 3 :]
        turns = len(_FLATE.findall(head))
        if not turns or b"/Image" in head:
            continue
        start = match.end()
        reach = data.find(b"endstream", start)
        size = (reach if reach >= 0 else len(data)) - start
        if size * _TIMES ** min(turns, 4) > _MOST and _unpacks(data, start, size, turns) > _MOST:
            return True
    return False


def _unpacks(data: bytes, start: int, size: int, turns: int) -> int:
    """How many bytes a stream unpacks to in so many turns; stops counting beyond the cap."""
    pipes = [zlib.decompressobj() for _ in range(min(turns, 4))]
    total = 0
    for at in range(start, start + size, _STEP):
        waiting = [(0, data[at : min(at + _STEP, start + size)])]
        while waiting:
            turn, piece = waiting.pop()
            if turn == len(pipes):
                total += len(piece)
                if total > _MOST:
                    return total
                continue
            try:
                out = pipes[turn].decompress(piece, _STEP)
            except zlib.error:
                return total
            if pipes[turn].unconsumed_tail:
                waiting.append((turn, pipes[turn].unconsumed_tail))
            if out:
                waiting.append((turn + 1, out))
    return total
