"""Compound files (old Word files, Outlook messages): opened under caps (READING 2).

Authority: [MS-CFB] 2.2 (header).
"""

from __future__ import annotations

import io
import struct
from typing import Any

__all__ = ["BROKEN", "TooLarge", "opened_compound"]

_SLACK = 1_000_000
_COUNTS = (0x2C, 0x40, 0x48)

BROKEN = (
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    OSError,
    EOFError,
    OverflowError,
    RecursionError,
    struct.error,
)
"""What reading a broken compound file raises in the library that walks it."""


class TooLarge(ValueError):
    """The streams claim more than the file can hold."""


def opened_compound(data: bytes) -> Any:
    """The file system inside the bytes.

    Raises:
        TooLarge: Its streams share their places, so that they say more than the file holds.
        BROKEN: It is no such file system.
    """
    from olefile import OleFileIO

    if len(data) < 512:
        raise ValueError("head")
    # The counts of table sectors are loop bounds in the library; a head may claim billions.
    if any(struct.unpack_from("<I", data, at)[0] > len(data) // 512 for at in _COUNTS):
        raise ValueError("head")
    file = OleFileIO(io.BytesIO(data))
    if sum(row.size for row in file.direntries if row is not None) > 2 * len(data) + _SLACK:
        file.close()
        raise TooLarge("streams")
    return file
