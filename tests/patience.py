"""How long a test waits, and a bound against work that never ends.

No measure of speed, which belongs to ``bench/``: a wait ends as soon as the thing happens, and
its bound is what a machine needs that does much else beside.
"""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

WAIT = 600
"""Seconds for what another process does: start, build a demonstration, read, sign, answer."""
STEP = 120_000
"""Milliseconds for what a browser does on one page."""
MINUTES = 4
"""Far beyond what any of the guarded work takes, on any machine and beside any other work."""


def waiting(what: str) -> Iterator[None]:
    """Let a loop look again and again; fail where :data:`WAIT` is over and it has not ended.

    Args:
        what: What is waited for, as the failure says it.
    """
    until = time.monotonic() + WAIT
    while time.monotonic() < until:
        yield
    raise Endless(f"not within {WAIT} s: {what}")


class Endless(AssertionError):
    """The guarded work did not end."""


@contextmanager
def ends() -> Iterator[None]:
    """Fail, instead of hanging, where the work inside uses :data:`MINUTES` of processor time."""

    def stop(_: int, __: FrameType | None) -> None:
        raise Endless(f"not done after {MINUTES} minutes of processor time")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, MINUTES * 60)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
