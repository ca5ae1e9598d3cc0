"""The child: limits itself, runs one function over one input, writes one answer.

It is a copy of the starter (:mod:`tecum.sandbox.starter`), made for this one input and ended
after it. Nothing of a document ever reaches the starter.
"""

from __future__ import annotations

import importlib
import os

from tecum.sandbox import fence, wire

__all__ = ["serve"]


def serve(source: int, answer: int, stands: dict[str, object]) -> None:
    """Read the request from one handle, answer on the other; both are this copy's alone.

    Args:
        source: Holds the request and the input.
        answer: Takes the answer.
        stands: The fences that the starter put this copy behind.
    """
    request, data = wire.unpack_request(_everything(source))
    _limit(request)
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


def _everything(source: int) -> bytes:
    size = os.fstat(source).st_size
    pieces, at = [], 0
    while at < size:
        piece = os.pread(source, min(size - at, 1 << 30), at)
        if not piece:
            break
        pieces.append(piece)
        at += len(piece)
    os.close(source)
    return pieces[0] if len(pieces) == 1 else b"".join(pieces)


def _limit(request: dict[str, object]) -> None:
    limits = request["limits"]
    if not isinstance(limits, dict):
        raise TypeError("request")
    fence.limit(**limits)


def _write(handle: int, pieces: list[bytes]) -> None:
    for piece in pieces:
        view = memoryview(piece)
        while view:
            view = view[os.write(handle, view[: 1 << 20]) :]
