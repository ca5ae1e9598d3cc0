"""Time zone data of another release than the one installed, for counting a stored date again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from zoneinfo import ZoneInfo

__all__ = ["Zones", "given_zones", "in_use"]


@dataclass(frozen=True, slots=True)
class Zones:
    """The time zones of one release, by name."""

    release: str
    by_name: Mapping[str, ZoneInfo]


_GIVEN: ContextVar[Zones | None] = ContextVar("zones", default=None)


def given_zones() -> Zones | None:
    """The zones in use in place of the installed ones."""
    return _GIVEN.get()


@contextmanager
def in_use(zones: Zones | None) -> Iterator[None]:
    """Count with these zones; with None, with the installed ones."""
    token = _GIVEN.set(zones)
    try:
        yield
    finally:
        _GIVEN.reset(token)
