"""What runs beside the requests, in the same process: the sequencer and the reader's queue."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from datetime import datetime, timedelta

from django.conf import settings
from django.db import close_old_connections, connection

from tecum.clock import now

__all__ = ["BACKGROUND", "Background", "Loop", "look_over_once_a_day"]

LOG = logging.getLogger("tecum.background")
REST = 1.0
DAY = timedelta(days=1)


class Loop:
    """A thread that does one kind of work whenever it is woken, and every second."""

    def __init__(self, name: str, work: Callable[[], bool]) -> None:
        self.name = name
        self._work = work
        self._wake = threading.Event()
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin; work left over from before is taken up at once."""
        self._stop.clear()
        self._wake.set()
        self._thread = threading.Thread(target=self._run, name=f"tecum-{self.name}", daemon=True)
        self._thread.start()

    def stop(self, seconds: float) -> None:
        """Let the piece of work in hand end, then end."""
        self._stop.set()
        self._wake.set()
        if self._thread is not None:
            self._thread.join(seconds)

    def wake(self) -> None:
        """There is work now."""
        self._wake.set()

    @property
    def is_alive(self) -> bool:
        """Whether the thread runs."""
        return self._thread is not None and self._thread.is_alive()

    def _run(self) -> None:
        while not self._stop.is_set():
            self._wake.wait(REST)
            self._wake.clear()
            more = True
            while more and not self._stop.is_set():
                more = self._once()
        connection.close()

    def _once(self) -> bool:
        close_old_connections()
        try:
            return self._work()
        except Exception:
            # One failing piece must not end the loop; what waits is taken up again.
            LOG.exception("%s failed", self.name)
            return False


class Background:
    """The loops of one product process."""

    def __init__(self) -> None:
        self._loops: dict[str, Loop] = {}

    def start(self) -> None:
        """Start the sequencer, the reader's queue, the effects of packs and the housekeeping."""
        from tecum.web.docket.current import keep_in_zone
        from tecum.web.intake.jobs import requeue_abandoned, work_one
        from tecum.web.ledger.notices import state_of_the_log
        from tecum.web.ledger.sequencer import put_waiting_into_log
        from tecum.web.ledger.witnessing import ask_those_due
        from tecum.web.packs.effects import work_one as work_effect
        from tecum.web.reports.rows import keep_counted

        requeue_abandoned()
        works: dict[str, Callable[[], bool]] = {
            "sequencer": put_waiting_into_log,
            "witness": ask_those_due,
            "notices": state_of_the_log,
            "reader": work_one,
            "effects": work_effect,
            "counts": keep_counted,
            "lists": keep_in_zone,
            "keeper": _keep,
        }
        for name, work in works.items():
            self._loops[name] = Loop(name, work)
            self._loops[name].start()

    def stop(self, seconds: float = 5.0) -> None:
        """End the loops; what they had not finished is taken up at the next start."""
        for loop in self._loops.values():
            loop.stop(seconds)
        self._loops.clear()

    def is_alive(self) -> bool:
        """Whether every loop that was started runs."""
        return all(loop.is_alive for loop in self._loops.values())

    def wake(self, name: str) -> None:
        """Tell a loop that there is work; without loops the work waits in the database."""
        loop = self._loops.get(name)
        if loop is not None:
            loop.wake()


def _keep() -> bool:
    """Keep the write-ahead log short; open and look over what a new day brings."""
    from tecum.web.docket.periodic import open_periodic_once_a_day
    from tecum.web.engine.base import checkpoint

    settings.HOME.heartbeat.touch(mode=0o600)
    checkpoint(connection)
    open_periodic_once_a_day()
    look_over_once_a_day()
    return False


def look_over_once_a_day() -> bool:
    """Look the tables over where a day has gone by; gives whether it was done."""
    from tecum.web.engine.base import look_over

    at = now()
    if _looked_over and at - _looked_over[-1] < DAY:
        return False
    look_over(connection)
    _looked_over[:] = [at]
    return True


_looked_over: list[datetime] = []
"""When this process last looked the tables over."""


BACKGROUND = Background()
