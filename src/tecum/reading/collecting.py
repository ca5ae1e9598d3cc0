"""Fewer rounds of Python's collector of cycles while a paper is read.

Reading a paper makes tens of thousands of small values that live until the Reading is made, and
no cycles worth looking for: to look through all of them again and again took a sixth of the time.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

__all__ = ["collecting_rarely"]

_MADE = 50_000
"""Values made before the collector looks for cycles among them; 700 is Python's own figure."""

_lock = Lock()
_readers = 0
_before = gc.get_threshold()


@contextmanager
def collecting_rarely() -> Iterator[None]:
    """Let the collector look rarely; as often as before when the last reader is done."""
    global _readers, _before  # noqa: PLW0603 - the collector is one for the whole process
    with _lock:
        if not _readers:
            _before = gc.get_threshold()
            if 0 < _before[0] < _MADE:
                gc.set_threshold(_MADE, *_before[1:])
        _readers += 1
    try:
        yield
    finally:
        with _lock:
            _readers -= 1
            if not _readers:
                gc.set_threshold(*_before)
