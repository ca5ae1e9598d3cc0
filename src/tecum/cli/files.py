"""The files that a command is given: paths or ``-``, with progress on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from tecum.errors import DataUnusable

__all__ = ["each_file"]


def each_file(names: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each file, in order; ``-`` is standard input.

    On a terminal several files show how far the work has come; in a pipe nothing is shown.

    Raises:
        DataUnusable: a file cannot be opened.
    """
    shows = len(names) > 1 and sys.stderr.isatty()
    for at, name in enumerate(names, 1):
        if shows:
            print(f"\r{at} of {len(names)}\x1b[K", end="", file=sys.stderr, flush=True)
        yield name, _bytes(name)
    if shows:
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def _bytes(name: str) -> bytes:
    if name == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(name).read_bytes()
    except OSError as error:
        raise DataUnusable(
            f'"{name}" cannot be opened: {error.strerror}.',
            why="Nothing was read, so nothing can be said about it.",
            do="Check the path, or hand the document in with -.",
            code="file.unreadable",
        ) from error
