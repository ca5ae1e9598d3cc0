"""The starter: an interpreter with everything loaded that copies itself for each input.

Started as a bare file by a bare interpreter, inside the namespaces of its rung, with the
import paths as arguments and, after ``--``, all that may be read. It forbids itself and its
copies every other file. It is told the name of a function and is passed two handles, one to
read the input from and one to answer on; it gives both to a fresh copy of itself and looks at
neither. When the copy has ended it says how. Its standard input is the socket on which it is
told; when that closes, it ends.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import os
import socket
import struct
import sys

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
    from tecum.sandbox.fence import allow_only_reading

    readable = tuple(sys.argv[end + 1 :])
    landlock = allow_only_reading(readable)
    while True:
        job, handles, _, _ = socket.recv_fds(control, LONGEST, 2)
        if not job or len(handles) != 2:
            return 0
        _load(job.decode("ascii"), readable)
        copy = os.fork()
        if copy == 0:
            control.close()
            # Whatever is left over of the loading is not worth a second look in a short life.
            gc.freeze()
            _run(serve, handles, landlock)
        for handle in handles:
            os.close(handle)
        _, status, usage = os.wait4(copy, 0)
        spent = usage.ru_utime + usage.ru_stime
        control.send(ENDED.pack(status, usage.ru_maxrss * 1024, spent))


def _load(job: str, readable: tuple[str, ...]) -> None:
    """Import what the function needs while there is no document; failures are the copy's.

    A module may have a function ``warm``, which is told what may be read. It makes ready what
    every copy would make ready for itself; there is no document then.
    """
    with contextlib.suppress(Exception):
        module = importlib.import_module(job.partition(":")[0])
        getattr(module, "warm", lambda readable: None)(readable)


def _run(serve: object, handles: list[int], landlock: int) -> None:
    """The copy's whole life; it never comes back to the starter's loop."""
    status = 1
    try:
        serve(*handles, landlock)  # type: ignore[operator]
        status = 0
    finally:
        os._exit(status)


if __name__ == "__main__":
    sys.exit(main())
