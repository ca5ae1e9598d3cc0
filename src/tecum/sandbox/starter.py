"""The starter: an interpreter with everything loaded that copies itself for each input.

Started as a bare file by a bare interpreter, inside the namespaces of its rung, with the
import paths as arguments and, after ``--``, all that may be read. It forbids itself and its
copies every other file. It is told the name of a function and is passed two handles, one to
read the input from and one to answer on; it gives both to a fresh copy of itself and looks at
neither. When the copy has ended it says how. Its standard input is the socket on which it is
told; when that closes, it ends. From the third input of one sort on, the copy for the next
is made in advance.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import os
import socket
import struct
import sys
from collections.abc import Callable

ENDED = struct.Struct(">iqd")
"""What is said of a copy: wait status, largest resident size in bytes, processor seconds."""

LONGEST = 200


def main() -> int:
    """Serve until the other side is gone."""
    end = sys.argv.index("--")
    sys.path.extend(sys.argv[1:end])
    control = socket.socket(fileno=os.dup(0))
    silence = os.open(os.devnull, os.O_RDWR)
    for handle in (0, 1, 2):
        os.dup2(silence, handle)
    os.close(silence)
    from tecum.sandbox.child import serve
    from tecum.sandbox.fence import allow_only_reading, filter_calls

    readable = tuple(sys.argv[end + 1 :])
    landlock = allow_only_reading(readable)

    def live(taken: Callable[[], list[int]]) -> None:
        stands: dict[str, object] = {"landlock": landlock, "filter": filter_calls()}
        _run(serve, taken(), stands)

    ready: _Ready | None = None
    before = b""
    while True:
        job, handles, _, _ = socket.recv_fds(control, LONGEST, 2)
        if not job or len(handles) != 2:
            return 0
        if job != before and ready is not None:
            ready.let_go()
            ready = None
        if ready is None:
            _load(job.decode("ascii"), readable)
        copy = ready.handed(handles) if ready is not None else 0
        copy = copy or _copied(control, lambda: live(lambda: handles))  # noqa: B023
        for handle in handles:
            os.close(handle)
        _, status, usage = os.wait4(copy, 0)
        spent = usage.ru_utime + usage.ru_stime
        control.send(ENDED.pack(status, usage.ru_maxrss * 1024, spent))
        ready = _Ready(control, live) if job == before else None
        before = job


def _copied(control: socket.socket, live: Callable[[], None]) -> int:
    """Make a copy of this process that lives one life and never comes back from it; its number."""
    copy = os.fork()
    if copy == 0:
        control.close()
        # Whatever is left over of the loading is not worth a second look in a short life.
        gc.freeze()
        try:
            live()
        finally:
            os._exit(1)
    return copy


class _Ready:
    """A copy made while there is nothing to do, for the next input of the same sort.

    It is made when the copy before it has ended, and takes one input like any other; until
    then it waits behind the call filter.
    """

    def __init__(
        self, control: socket.socket, live: Callable[[Callable[[], list[int]]], None]
    ) -> None:
        self._ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._pid = _copied(control, lambda: live(lambda: self._taken(theirs)))
        theirs.close()

    def _taken(self, theirs: socket.socket) -> list[int]:
        """Wait for the two handles; the copy ends here where none will come."""
        self._ours.close()
        word, handles, _, _ = socket.recv_fds(theirs, 1, 2)
        theirs.close()
        if not word or len(handles) != 2:
            os._exit(0)
        return handles

    def handed(self, handles: list[int]) -> int:
        """Hand the two handles over; its number, or 0 where it has gone."""
        try:
            socket.send_fds(self._ours, [b"1"], handles)
        except OSError:
            self.let_go()
            return 0
        self._ours.close()
        return self._pid

    def let_go(self) -> None:
        """Have it end without an input."""
        self._ours.close()
        os.waitpid(self._pid, 0)


def _load(job: str, readable: tuple[str, ...]) -> None:
    """Import what the function needs while there is no document; failures are the copy's.

    A module may have a function ``warm``, which is told what may be read. It makes ready what
    every copy would make ready for itself; there is no document then.
    """
    with contextlib.suppress(Exception):
        module = importlib.import_module(job.partition(":")[0])
        getattr(module, "warm", lambda readable: None)(readable)


def _run(serve: object, handles: list[int], stands: dict[str, object]) -> None:
    """The copy's whole life; it never comes back to the starter's loop."""
    status = 1
    try:
        serve(*handles, stands)  # type: ignore[operator]
        status = 0
    finally:
        os._exit(status)


if __name__ == "__main__":
    sys.exit(main())
