"""What one form recorded, so that the page after it can name the entry."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from tecum.docket.entry import Entry

__all__ = ["gathering", "keep"]

_kept: ContextVar[list[Entry] | None] = ContextVar("recorded", default=None)


@contextmanager
def gathering() -> Iterator[list[Entry]]:
    """The entries that are recorded while this is open, in their order."""
    entries: list[Entry] = []
    token = _kept.set(entries)
    try:
        yield entries
    finally:
        _kept.reset(token)


def keep(entry: Entry) -> None:
    """Note that an entry was recorded; outside of a form nobody asks."""
    kept = _kept.get()
    if kept is not None:
        kept.append(entry)
