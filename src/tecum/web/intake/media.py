"""What a file's first bytes say it is. Nothing is opened here; the reader says more later."""

from __future__ import annotations

__all__ = ["media_type_of"]

_MAGIC = (
    (b"%PDF-", "application/pdf"),
    (b"PK\x03\x04", "application/zip"),
    (b"\x89PNG", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"\xd0\xcf\x11\xe0", "application/x-ole-storage"),
)
OTHER = "application/octet-stream"


def media_type_of(head: bytes) -> str:
    """The type that the first bytes of a file show, the general one where they show none."""
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if not head or b"\x00" in head:
        return OTHER
    try:
        head[: len(head) - 4 if len(head) > 4 else None].decode("utf-8")
    except UnicodeDecodeError:
        return OTHER
    return "text/plain"
