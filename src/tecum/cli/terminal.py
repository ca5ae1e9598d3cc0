"""What a terminal is shown: words without control characters, and how far the work has come."""

from __future__ import annotations

import re
import sys
import threading
import time
from types import TracebackType
from typing import Self

__all__ = ["Waiting", "Working", "shown"]

_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Controls, and marks that turn the direction of writing: a document must not move a cursor."""

_WIDTH = 20
_AFTER = 1.0
"""Seconds of work before anything is shown."""


def shown(text: str) -> str:
    """Text from outside as a terminal may have it: each control character becomes a dot.

    >>> shown("pay\\x1b[2Jme")
    'pay·[2Jme'
    """
    return _UNSAFE.sub("·", text)


class Waiting:
    """A line on the terminal while something takes more than a second; nothing in a pipe.

    Args:
        said: What is being done.
    """

    def __init__(self, said: str = "") -> None:
        self._said = said
        self._since = time.monotonic()
        self._over = threading.Event()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    def __enter__(self) -> Self:
        if sys.stderr.isatty():
            self._thread = threading.Thread(target=self._run, daemon=True)
            self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._over.set()
        if self._thread is not None:
            self._thread.join()
            self._erase()

    def _run(self) -> None:
        while not self._over.wait(0.2):
            with self._lock:
                if time.monotonic() - self._since > _AFTER:
                    seconds = int(time.monotonic() - self._since)
                    line = f"\r{self._line()}  {seconds} s\x1b[K"
                    print(line, end="", file=sys.stderr, flush=True)

    def _line(self) -> str:
        """What the line says before the seconds."""
        return self._said

    def _erase(self) -> None:
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)


class Working(Waiting):
    """A bar on the terminal for work on several files."""

    def __init__(self, total: int) -> None:
        super().__init__()
        self._total = total
        self._done = 0
        self._name = ""

    def begin(self, name: str) -> None:
        """Say which file is at hand."""
        with self._lock:
            self._name = shown(name.rpartition("/")[2])[:40]

    def end(self) -> None:
        """Count a file as done and clear the line, so that its result can be printed."""
        with self._lock:
            self._done += 1
            if self._thread is not None:
                self._erase()

    def _line(self) -> str:
        full = _WIDTH * self._done // max(self._total, 1)
        bar = "#" * full + "-" * (_WIDTH - full)
        at = min(self._done + 1, self._total)
        return f"[{bar}] {at} of {self._total}  {self._name}"
