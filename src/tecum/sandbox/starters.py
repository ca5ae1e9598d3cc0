"""The starters that this process has running: one for each child that works at a time.

A starter is borrowed for one child and given back. It is ended with this process, or with a
child that had to be stopped; a copy of this process (fork) begins without any. Bubblewrap ends
with the thread that started it (prctl(2), PR_SET_PDEATHSIG), so one thread that lives as long
as the process starts them all: none ends under another thread's document.
"""

from __future__ import annotations

import atexit
import contextlib
import os
import signal
import socket
import subprocess
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from tecum.sandbox import ladder
from tecum.sandbox.starter import ENDED

__all__ = ["SPENT", "TRIES", "Spent", "Starter", "borrowed", "end_all"]

IDLE = 4
"""So many wait for work; more than that are ended when they are given back."""

TRIES = 3
"""A starter may have gone while it was idle."""

_ENVIRONMENT = {
    "LANG": "C.UTF-8",
    "MALLOC_ARENA_MAX": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_THREAD_LIMIT": "1",
    "ORT_DISABLE_TELEMETRY": "1",  # onnxruntime 1.29 and later would report on its use
}


@dataclass(slots=True)
class Spent:
    """What the children of this process have used: the largest size, and seconds of all."""

    peak: int = 0
    seconds: float = 0.0


SPENT = Spent()


class Starter:
    """A running starter and the socket on which it is told what to do."""

    def __init__(self, readable: tuple[str, ...]) -> None:
        self.readable = readable
        self.rung = ladder.rung()
        self._control, self._process = _launched(readable)

    @property
    def is_alive(self) -> bool:
        """Whether it still runs."""
        return self._process.poll() is None

    def ask(self, job: str, source: int, answer: int) -> None:
        """Have a child made that runs a function over one input.

        Raises:
            OSError: it has gone.
        """
        socket.send_fds(self._control, [job.encode("ascii")], [source, answer])

    def ended(self) -> tuple[int, int] | None:
        """How the child ended: its exit status (a signal as negative), its largest size.

        Returns:
            None where the starter has gone, and so nobody can say.
        """
        try:
            said = self._control.recv(ENDED.size)
        except OSError:
            said = b""
        if len(said) != ENDED.size:
            self.kill()
            return None
        status, peak, seconds = ENDED.unpack(said)
        with _lock:
            SPENT.peak, SPENT.seconds = max(SPENT.peak, peak), SPENT.seconds + seconds
        return os.waitstatus_to_exitcode(status), peak

    def kill(self) -> None:
        """End it and the child that it has, at once."""
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self.close()

    def close(self) -> None:
        """Let it end by itself, which it does when nobody can tell it anything any more."""
        self._control.close()
        self._process.wait()

    def disown(self) -> None:
        """Forget it without ending it: it belongs to the process that this is a copy of."""
        self._control.close()
        self._process.returncode = 0


_idle: list[Starter] = []
_lock = threading.Lock()
_launcher: ThreadPoolExecutor | None = None


def _launched(readable: tuple[str, ...]) -> tuple[socket.socket, subprocess.Popen[bytes]]:
    """A new starter and our end of its socket, started by the thread that starts them all."""
    global _launcher  # noqa: PLW0603 - made with the first starter, left behind by a fork
    with _lock:
        if _launcher is None:
            _launcher = ThreadPoolExecutor(1, "starters")
        launch = _launcher.submit(_launch, readable)
    return launch.result()


def _launch(readable: tuple[str, ...]) -> tuple[socket.socket, subprocess.Popen[bytes]]:
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    try:
        process = subprocess.Popen(  # noqa: S603 - a fixed command line of our own
            ladder.command(readable),
            stdin=theirs.fileno(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd="/",
            env=_ENVIRONMENT,
            start_new_session=True,
        )
    except BaseException:
        ours.close()
        raise
    finally:
        theirs.close()
    return ours, process


@contextlib.contextmanager
def borrowed(readable: tuple[str, ...]) -> Iterator[Starter]:
    """A starter for one child; one that was killed or has gone is not kept."""
    starter = _taken(readable)
    try:
        yield starter
    except BaseException:
        starter.kill()
        raise
    with _lock:
        keep = starter.is_alive and len(_idle) < IDLE
        if keep:
            _idle.append(starter)
    if not keep:
        starter.close()


def _taken(readable: tuple[str, ...]) -> Starter:
    for _ in range(TRIES):
        with _lock:
            found = next(
                (s for s in _idle if s.readable == readable and s.rung == ladder.rung()), None
            )
            if found is not None:
                _idle.remove(found)
        if found is None:
            return Starter(readable)
        if found.is_alive:
            return found
        found.close()
    return Starter(readable)


def end_all() -> None:
    """End every idle starter."""
    with _lock:
        ending, _idle[:] = list(_idle), []
    for starter in ending:
        starter.close()


def _begin_without() -> None:
    global _lock, _launcher
    _lock, _launcher = threading.Lock(), None
    for starter in _idle:
        starter.disown()
    _idle.clear()


atexit.register(end_all)
os.register_at_fork(after_in_child=_begin_without)
