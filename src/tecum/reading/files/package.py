"""Office files that are archives: members under caps, document types refused (READING 2)."""

from __future__ import annotations

import io
import lzma
import struct
import xml.etree.ElementTree as ET
import zipfile
import zlib
from collections.abc import Mapping
from typing import Any

from tecum.reading.files.xml_parts import parse_xml

__all__ = ["BROKEN", "TooLarge", "opened_package", "optional_xml", "package_member"]

PART_BYTES = 50_000_000

BROKEN = (
    KeyError, ValueError, zipfile.BadZipFile, EOFError, OSError, RuntimeError, zlib.error,
    lzma.LZMAError, struct.error,
)  # fmt: skip
"""What reading a broken archive raises; ``RuntimeError`` for a locked one."""


class TooLarge(ValueError):
    """The members say that they are far larger than the file."""


def opened_package(data: bytes, wanted: Mapping[str, Any]) -> zipfile.ZipFile:
    """The archive, if what it says it expands to is within the caps.

    Raises:
        TooLarge: It is not.
        BROKEN: It is no archive.
    """
    archive = zipfile.ZipFile(io.BytesIO(data))
    expanded = sum(info.file_size for info in archive.infolist())
    ceiling = max(int(wanted["expansion_times"]) * len(data), PART_BYTES)
    if expanded > min(ceiling, int(wanted["expansion_bytes"])):
        raise TooLarge("expansion")
    return archive


def package_member(archive: zipfile.ZipFile, name: str) -> bytes:
    """One member's bytes, whatever size its head states.

    Raises:
        ValueError: It is larger than any part of a letter.
        KeyError: There is none of this name.
    """
    with archive.open(name) as stream:
        content = stream.read(PART_BYTES + 1)
    if len(content) > PART_BYTES:
        raise ValueError("part too large")
    return content


def optional_xml(archive: zipfile.ZipFile, name: str) -> ET.Element | None:
    """A member parsed, or None where there is none of this name."""
    try:
        return parse_xml(package_member(archive, name))
    except KeyError:
        return None
