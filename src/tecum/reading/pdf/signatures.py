"""Digital signatures that a PDF holds: who, when, and how much of the file they cover (READING 3).

They are listed, never judged: whether one is valid is checked elsewhere, with the certificates
that an office trusts.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable
from typing import Any

import pypdfium2_raw as pdfium  # type: ignore[import-untyped]

__all__ = ["signatures_of", "signed_ends", "unpadded"]

_MOST = 50
_TIME = re.compile(r"D:(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?([Z+-])?(?:(\d\d)'?(\d\d)?)?")


def signatures_of(document: Any, size: int) -> list[dict[str, Any]]:
    """The signatures of an opened document, in its own order.

    Args:
        document: PDFium's document.
        size: The file's length in bytes.

    Returns:
        Rows of ``name`` (the certificate's), ``at``, ``reason`` and ``covers_all``: False where
        the file goes on after what was signed.
    """
    found = []
    for i in range(min(int(pdfium.FPDF_GetSignatureCount(document)), _MOST)):
        signature = pdfium.FPDF_GetSignatureObject(document, i)
        if signature:
            found.append(
                {
                    "name": _signer(_bytes(pdfium.FPDFSignatureObj_GetContents, signature)),
                    "at": _moment(_bytes(pdfium.FPDFSignatureObj_GetTime, signature)),
                    "reason": _wide(_bytes(pdfium.FPDFSignatureObj_GetReason, signature)),
                    "covers_all": _end(signature) >= size - 2,
                }
            )
    return found


def signed_ends(document: Any) -> list[int]:
    """Where the bytes end that each signature of a document covers."""
    count = min(int(pdfium.FPDF_GetSignatureCount(document)), _MOST)
    found = (pdfium.FPDF_GetSignatureObject(document, i) for i in range(count))
    return [_end(signature) for signature in found if signature]


def unpadded(contents: bytes) -> bytes:
    """The signature without the zeros that fill its space in the file.

    Its own last byte may be a zero too, so that only its stated length tells where it ends.

    Authority: X.690, 8.1.3.
    """
    first = contents[1] if len(contents) > 1 else 0
    if not 0x80 < first <= 0x84:
        return contents[: 2 + first] if first < 0x80 else contents.rstrip(b"\x00")
    head = 2 + first - 0x80
    return contents[: head + int.from_bytes(contents[2:head], "big")]


def _bytes(function: Callable[..., Any], signature: Any) -> bytes:
    length = min(int(function(signature, None, 0)), 1_000_000)
    if length <= 0:
        return b""
    buffer = ctypes.create_string_buffer(length)
    function(signature, buffer, length)
    return buffer.raw[:length]


def _wide(raw: bytes) -> str | None:
    text = raw[: len(raw) - len(raw) % 2].decode("utf-16-le", "replace").split("\x00")[0]
    return text.strip()[:200] or None


def _moment(raw: bytes) -> str | None:
    """The time that the signer's program states, as printed, with its offset."""
    found = _TIME.match(raw.split(b"\x00")[0].decode("latin-1"))
    if found is None:
        return None
    year, month, day, hour, minute, second, sign, over, rest = found.groups()
    text = f"{year}-{month}-{day}"
    if hour:
        text += f"T{hour}:{minute}:{second or '00'}"
        text += "Z" if sign == "Z" else f"{sign}{over}:{rest or '00'}" if sign and over else ""
    return text


def _end(signature: Any) -> int:
    """Where the signed bytes end."""
    count = int(pdfium.FPDFSignatureObj_GetByteRange(signature, None, 0))
    if not 2 <= count <= 64:
        return 0
    pieces = (ctypes.c_int * count)()
    pdfium.FPDFSignatureObj_GetByteRange(signature, pieces, count)
    return max(pieces[i] + pieces[i + 1] for i in range(0, count - 1, 2))


def _signer(contents: bytes) -> str | None:
    """The common name of the certificate that no other one of the signature was issued by."""
    from cryptography.hazmat.primitives.serialization.pkcs7 import load_der_pkcs7_certificates
    from cryptography.x509.oid import NameOID

    try:
        known = load_der_pkcs7_certificates(unpadded(contents))
        issuers = {c.issuer.rfc4514_string() for c in known if c.issuer != c.subject}
        leaves = [c for c in known if c.subject.rfc4514_string() not in issuers] or known
        names = leaves[0].subject.get_attributes_for_oid(NameOID.COMMON_NAME) if leaves else []
    except (ValueError, TypeError):
        return None
    return str(names[0].value)[:200] if names else None
