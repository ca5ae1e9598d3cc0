"""Office files that are encrypted with a password → what the file within says (READING 2).

Runs in the child: the work of guessing that a file may ask for ends at its limits. A password
that does not open the file, and a file whose seal of integrity does not fit, give the same
answer as no password: a person is asked.

Authority: [MS-OFFCRYPTO] 2.3.4 (ECMA-376 document encryption).
"""

from __future__ import annotations

import io
import struct
from collections.abc import Mapping
from typing import Any
from xml.parsers.expat import ExpatError

from msoffcrypto.exceptions import DecryptionError, FileFormatError, ParseError
from msoffcrypto.format.ooxml import OOXMLFile

from tecum.reading.files import sniff
from tecum.reading.files.compound import BROKEN
from tecum.reading.files.wordtext import read_docx

__all__ = ["decrypted", "read_locked"]

_REFUSED = (DecryptionError, FileFormatError, ParseError, ExpatError, struct.error, *BROKEN)


def read_locked(data: bytes, wanted: Mapping[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
    """The text of a Word document of 2007 or later behind the password that a person gave."""
    within = decrypted(data, wanted.get("password"))
    if within is None:
        return {"outcome": "password_needed", "reason": "password_needed", "pages": []}, []
    if sniff.media_type_of(within) != sniff.DOCX:
        return {"outcome": "unsupported_type", "reason": "unsupported_type", "pages": []}, []
    return read_docx(within, {**wanted, "password": None})


def decrypted(data: bytes, password: str | None) -> bytes | None:
    """The package within an encrypted Office file; None where this password does not open it."""
    if not password:
        return None
    out = io.BytesIO()
    try:
        file = OOXMLFile(io.BytesIO(data))
        file.load_key(password=password, verify_password=True)
        file.decrypt(out, verify_integrity=file.type == "agile")
    except _REFUSED:
        return None
    return out.getvalue()
