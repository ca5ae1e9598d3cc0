"""One encoder for the cells of a table that another program will open."""

from __future__ import annotations

__all__ = ["plain_cell"]

_DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


def plain_cell(text: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_DANGEROUS) else text
