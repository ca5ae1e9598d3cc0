"""Ctrl-C while a process is copied: kept for after it, never lost.

Python calls functions of other modules before and after each fork, and what they raise is
printed and forgotten, an interrupt among it. A large process is copied for some ten
milliseconds, in which nearly every interrupt was lost and the work went on to its end.
"""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Iterator

__all__ = ["interrupts_kept"]


@contextlib.contextmanager
def interrupts_kept() -> Iterator[None]:
    """Hold an interrupt that comes meanwhile, and let it come at the end.

    A process that does not heed interrupts goes on not heeding them. Only the main thread is
    ever interrupted; in another there is nothing to hold.
    """
    before = signal.getsignal(signal.SIGINT)
    main = threading.current_thread() is threading.main_thread()
    if not main or before in (None, signal.SIG_IGN, signal.SIG_DFL):
        yield
        return
    came: list[int] = []
    signal.signal(signal.SIGINT, lambda number, _: came.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
        if came:
            signal.raise_signal(signal.SIGINT)
