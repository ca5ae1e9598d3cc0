"""The files that a command is given: paths or ``-``, each taken in and opened, none skipped."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import Any, BinaryIO

from tecum.cli.terminal import shown
from tecum.errors import DataUnusable, UsageError
from tecum.installing import RAPIDOCR
from tecum.reading.limits import default_limits
from tecum.reading.ocr.engines import INSTALL
from tecum.reading.open import lacks_engine, open_document, opened_too_large
from tecum.reading.text.layout import Opened

__all__ = [
    "Taken",
    "each_file",
    "engine_missing",
    "open_ahead",
    "parsed_json",
    "read_bytes",
    "read_text",
    "taken",
    "write_text",
]

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Taken:
    """A file as a command has it: opened, or with the reason why nothing could be taken.

    ``data`` is empty for a file beyond the limit: it is hashed in passing and never held whole.
    """

    name: str
    data: bytes = b""
    opened: Opened | None = None
    refused: DataUnusable | None = None

    def complain(self, command: str) -> int:
        """Say why nothing could be taken, and give the exit status of that."""
        if self.refused is None:
            return 0
        print(f"tecum {command}: {shown(self.refused.diagnostics())}", file=sys.stderr)
        return self.refused.exit_status


def each_file(names: Sequence[str], begin: Callable[[str], None]) -> Iterator[Taken]:
    """Take in each file in order; ``-`` is standard input. One that is not there stops no other.

    Args:
        names: Paths, or ``-``.
        begin: Told the name of each file before it is opened.
    """
    for name in names:
        begin(name)
        yield taken(name)


class _Ahead(Thread):
    """A file that is being opened; whoever asks for it waits for the end."""

    def __init__(self, name: str) -> None:
        super().__init__(daemon=True)
        self._file = name
        self._found: Taken | Exception | None = None

    def run(self) -> None:
        """Open it, and keep what came of that."""
        try:
            self._found = _opened(self._file)
        except Exception as error:
            self._found = error

    def waited_for(self) -> Taken:
        """What came of it."""
        self.join()
        if isinstance(self._found, Taken):
            return self._found
        raise self._found or RuntimeError("no file was opened")


_ahead: dict[str, _Ahead] = {}


def open_ahead(name: str) -> None:
    """Begin to open a file in its limited child; rules can be loaded meanwhile."""
    _ahead[name] = _Ahead(name)
    _ahead[name].start()


def taken(name: str) -> Taken:
    """One file, opened; or with the reason why nothing could be taken."""
    begun = _ahead.pop(name, None)
    return _opened(name) if begun is None else begun.waited_for()


def _opened(name: str) -> Taken:
    try:
        return _taken(name)
    except IsADirectoryError:
        return Taken(name, refused=_is_folder(name))
    except OSError as error:
        return Taken(name, refused=_not_opened(name, error))
    except ValueError:
        return Taken(name, refused=_not_opened(name, OSError(0, "not a name of a file")))


def read_bytes(name: str) -> bytes:
    """The whole of a small file that a command needs, or of standard input.

    Raises:
        DataUnusable: it cannot be opened.
    """
    try:
        return sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise _not_opened(name, error) from error
    except ValueError as error:
        raise _not_opened(name, OSError(0, "not a name of a file")) from error


def read_text(name: str) -> str:
    """The same as text in UTF-8.

    Raises:
        DataUnusable: it cannot be opened, or is not such text.
    """
    try:
        return read_bytes(name).decode("utf-8")
    except UnicodeDecodeError as error:
        raise DataUnusable(
            f'"{Path(name).name}" is not text in UTF-8 (byte {error.start}).',
            do="Save it as UTF-8 text.",
            code="file.encoding",
        ) from error


def parsed_json(text: str, name: str) -> Any:
    """A JSON text as values.

    Raises:
        DataUnusable: it is not JSON, or is nested beyond any use.
    """
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        said = error if isinstance(error, ValueError) else "nested too deeply"
        raise DataUnusable(
            f"{name} is not JSON: {said}.", do="Correct the file.", code="file.json"
        ) from error


def write_text(path: Path, text: str) -> None:
    """Write a file that the user named.

    Raises:
        UsageError: it cannot be written there.
    """
    try:
        path.write_text(text, encoding="utf-8", errors="backslashreplace")
    except OSError as error:
        raise UsageError(
            f'"{path}" cannot be written: {error.strerror}.',
            do="Name a file in a folder that exists and that you may write to.",
            code="file.unwritable",
        ) from error


def _taken(name: str) -> Taken:
    if name == "-":
        return _from(name, None, sys.stdin.buffer)
    with Path(name).open("rb") as file:
        return _from(name, Path(name).name, file, os.fstat(file.fileno()).st_size)


def _from(name: str, called: str | None, file: BinaryIO, told: int = 0) -> Taken:
    limit = default_limits().bytes
    digest = hashlib.sha256()
    kept = bytearray()
    size = 0
    while chunk := file.read(_CHUNK):
        digest.update(chunk)
        size += len(chunk)
        if size <= _CHUNK or max(size, told) <= limit:
            kept += chunk
        elif len(kept) > _CHUNK:
            kept = kept[:_CHUNK]  # beyond the limit only the head is kept, to tell the type
    if size > limit:
        opened = opened_too_large(digest.hexdigest(), size, bytes(kept), called)
        return Taken(name, b"", opened)
    data = bytes(kept)
    del kept
    return Taken(name, data, open_document(data, called))


def engine_missing(file: Taken, command: str) -> int:
    """Exit status 4, said once a file, where pages wait for a recogniser of letters; else 0."""
    if file.opened is None or not lacks_engine(file.opened):
        return 0
    print(
        f"tecum {command}: {shown(file.name)}: pages are pictures of text, and no engine that "
        f"recognises letters is installed.\nWhat to do: {INSTALL}; or, {RAPIDOCR}.",
        file=sys.stderr,
    )
    return 4


def _is_folder(name: str) -> DataUnusable:
    return DataUnusable(
        f'"{name}" cannot be opened: it is a folder.',
        why="Nothing was read, so nothing can be said about it.",
        do="Say with --out RESULTS where to keep what is read of its files; that can be "
        "interrupted and goes on where it was. Or name single files.",
        code="file.folder",
    )


def _not_opened(name: str, error: OSError) -> DataUnusable:
    return DataUnusable(
        f'"{name}" cannot be opened: {error.strerror or error}.',
        why="Nothing was read, so nothing can be said about it.",
        do="Check the name and that you may read the file, or hand it in with -.",
        code="file.unreadable",
    )
