"""The only place that asks what time it is, and that can be told what time it shall be.

The core never asks: instants are handed in. Commands and the web product ask here, so that
the demo and the tests can run on a fixed day.
"""

from __future__ import annotations

import ctypes
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from tecum.errors import UsageError

__all__ = [
    "advance",
    "age_of",
    "at_fixed",
    "from_environment",
    "is_synchronised",
    "now",
    "parse_instant",
    "ticks",
    "today",
]

Ticker = Callable[[], datetime]


def _system() -> datetime:
    return datetime.now(UTC)


_ticker: Ticker = _system


def now() -> datetime:
    """The present instant, in UTC, with microseconds."""
    return _ticker()


def today(zone: str) -> date:
    """The present legal date in an office's time zone."""
    return now().astimezone(ZoneInfo(zone)).date()


def parse_instant(text: str, zone: str | None = None) -> datetime:
    """Read an RFC 3339 instant; a wall time without offset needs ``zone``.

    Raises:
        UsageError: not an instant, or neither offset nor zone is given.
    """
    try:
        value = datetime.fromisoformat(text)
        if value.tzinfo is not None:
            value.astimezone(UTC)
    except (ValueError, OverflowError):
        raise UsageError(
            f'"{text}" is not an instant.',
            do="Write it like 2026-03-02T09:14:00-08:00.",
            code="usage.instant",
        ) from None
    if value.tzinfo is not None:
        return value
    if zone is None:
        raise UsageError(
            f'"{text}" names no time zone.',
            why="The same wall time is a different instant in another zone.",
            do="Add an offset, e.g. 2026-03-02T09:14:00-08:00, or name the zone.",
            code="usage.naive-instant",
        )
    try:
        return value.replace(tzinfo=ZoneInfo(zone))
    except (ZoneInfoNotFoundError, ValueError):
        raise UsageError(f'"{zone}" is not a time zone.', code="usage.zone") from None


_TIME_ERROR = 5


def is_synchronised() -> bool:
    """Whether the system says that its clock is kept by a time service.

    Authority: Linux adjtimex(2): TIME_ERROR is the answer of a clock that nothing keeps.
    A system that cannot be asked counts as not synchronised.
    """
    if sys.platform != "linux":
        return False
    try:
        asked = ctypes.CDLL(None).adjtimex
    except (OSError, AttributeError):
        return False
    # Larger than struct timex on every platform; mode 0 asks and sets nothing.
    answer = int(asked(ctypes.create_string_buffer(512)))
    return 0 <= answer < _TIME_ERROR


def ticks() -> float:
    """Seconds of a clock that nobody sets and that sleep does not stop, from any beginning."""
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()


def age_of(path: Path) -> timedelta:
    """How long ago a file was last written, by the system's clock, whatever :func:`now` says."""
    return _system() - datetime.fromtimestamp(path.stat().st_mtime, UTC)


def set_offset(delta: timedelta) -> None:
    """Let the clock run ``delta`` away from the system's (the demo's "next day" button)."""
    global _ticker
    _ticker = lambda: _system() + delta


def advance(delta: timedelta) -> None:
    """Let the clock run ``delta`` further on than it does."""
    global _ticker
    before = _ticker
    _ticker = lambda: before() + delta


@contextmanager
def at_fixed(instant: datetime) -> Iterator[None]:
    """Let :func:`now` answer ``instant`` inside the block (tests, demo data)."""
    global _ticker
    before = _ticker
    _ticker = lambda: instant.astimezone(UTC)
    try:
        yield
    finally:
        _ticker = before


def from_environment() -> None:
    """Obey ``TECUM_AT``: the clock starts at that instant and runs on (demo)."""
    at = os.environ.get("TECUM_AT")
    if at:
        set_offset(parse_instant(at).astimezone(UTC) - _system())
