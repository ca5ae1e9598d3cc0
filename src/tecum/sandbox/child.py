"""The child: fences itself in, runs one function over one input, writes one answer.

Started as a bare file by a bare interpreter, with the import paths as arguments, so that it
loads nothing it does not need.
"""

from __future__ import annotations

import importlib
import os
import sys


def main() -> int:
    """Read the request on standard input; answer on what was standard output."""
    paths = sys.argv[1:]
    sys.path.extend(paths)
    from tecum.sandbox import wire

    answer = os.dup(1)
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.dup2(silence, 2)
    os.close(silence)
    request, data = wire.unpack_request(_everything())
    stands = _fence(request)
    _write(answer, [wire.HELLO])
    try:
        module, _, name = request["job"].partition(":")
        value, blobs = getattr(importlib.import_module(module), name)(data, request["wanted"])
        ended = {"answer": value}
    except MemoryError:
        ended, blobs = {"ended": "memory"}, []
    except RecursionError:
        ended, blobs = {"ended": "recursion"}, []
    except Exception as error:
        ended, blobs = {"ended": "error", "error": type(error).__name__}, []
    _write(answer, wire.pack_answer({**ended, "stands": stands}, blobs))
    return 0


def _everything() -> bytes:
    size = os.fstat(0).st_size
    pieces = []
    while size > 0:
        piece = os.read(0, min(size, 1 << 30))
        if not piece:
            break
        pieces.append(piece)
        size -= len(piece)
    os.close(0)
    os.open(os.devnull, os.O_RDONLY)
    return pieces[0] if len(pieces) == 1 else b"".join(pieces)


def _fence(request: dict[str, object]) -> dict[str, object]:
    from tecum.sandbox import fence

    limits = request["limits"]
    readable = request["readable"]
    if not isinstance(limits, dict) or not isinstance(readable, list):
        raise TypeError("request")
    fence.limit(**limits)
    return {"landlock": fence.allow_only_reading(readable), "filter": fence.filter_calls()}


def _write(handle: int, pieces: list[bytes]) -> None:
    for piece in pieces:
        view = memoryview(piece)
        while view:
            view = view[os.write(handle, view[: 1 << 20]) :]


if __name__ == "__main__":
    sys.exit(main())
