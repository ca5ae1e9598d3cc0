"""Bundles of 256 entries beside the tiles.

Authority: C2SP tlog-tiles v0.1.0.
"""

from __future__ import annotations

from collections.abc import Sequence

from tecum.ledger.tiles import WIDTH, number_path

__all__ = ["bundle", "bundle_path", "entries_of"]


def bundle_path(n: int, width: int = WIDTH) -> str:
    """Where bundle ``n`` of the entries lies."""
    return f"tile/entries/{number_path(n)}" + (f".p/{width}" if width < WIDTH else "")


def bundle(entries: Sequence[bytes]) -> bytes:
    """Entries as a bundle: a 2-byte big-endian length before each."""
    return b"".join(len(entry).to_bytes(2, "big") + entry for entry in entries)


def entries_of(data: bytes) -> list[bytes]:
    """The entries of a bundle.

    Raises:
        ValueError: a length runs past the end.
    """
    found = []
    at = 0
    while at < len(data):
        length = int.from_bytes(data[at : at + 2], "big")
        if at + 2 + length > len(data):
            raise ValueError("a bundle ends inside an entry")
        found.append(data[at + 2 : at + 2 + length])
        at += 2 + length
    return found
