"""A bound against work that never ends; no measure of speed, which belongs to ``bench/``."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

MINUTES = 4
"""Far beyond what any of the guarded work takes, on any machine and beside any other work."""


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
