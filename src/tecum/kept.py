"""What a command makes of our own files, kept from one command to the next.

A short command would spend most of its time on what the command before it made as well: patterns
compiled and taken apart, tables parsed. What was made is kept in the user's cache folder, each
row under its kind and the text that it follows from; the file is named by the interpreter, our
version and the modules that make the rows. A row that is not there is made as ever. Nothing is
executed from the file: words and numbers, through ``json``.

Only what follows from our own modules and files is kept, never anything that was made of a
document. Where nothing is kept that may be believed (:mod:`tecum.kept_files`), or where no command
asked for it, everything is made anew.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from tecum import __version__
from tecum.kept_files import kept_file, read_kept, write_kept

__all__ = ["is_keeping", "keep_between_commands", "knows", "made", "write_what_is_new"]

_WORTH_WRITING = 16
"""New rows for which the file is written anew; fewer are made again faster than that."""

_Rows = dict[str, dict[str, str]]
"""Kind → text → what was made of it, each as JSON of its own: only what is asked for is read."""


class _Keeper:
    """What was kept before, and what this command has made."""

    def __init__(self, name: str, file: Path) -> None:
        self.name = name
        self.file = file
        self.rows = _read(file)
        self.new = 0


_keeper: _Keeper | None = None


def keep_between_commands(name: str) -> None:
    """Let this process use and keep what it makes; only a command does.

    Args:
        name: Of the command; each keeps what it needs itself.
    """
    global _keeper  # noqa: PLW0603 - a process is a command or it is none
    file = kept_file(f"made-{name}", _made_by())
    _keeper = None if file is None else _Keeper(f"made-{name}", file)


def is_keeping() -> bool:
    """Whether what is made in this process may serve a later one."""
    return _keeper is not None


def knows(kind: str, text: str) -> bool:
    """Whether an earlier command, or this one, kept what is made of a text."""
    return _keeper is not None and text in _keeper.rows.get(kind, ())


def made(kind: str, text: str, make: Callable[[], Any]) -> Any:
    """What is made of a text of ours, made only where it is not kept.

    Args:
        kind: What is made.
        text: All that it follows from besides our modules.
        make: Makes it, as plain values of JSON.
    """
    if _keeper is None:
        return make()
    rows = _keeper.rows.setdefault(kind, {})
    row = rows.get(text)
    if row is not None:
        return json.loads(row)
    found = make()
    rows[text] = json.dumps(found, separators=(",", ":"))
    _keeper.new += 1
    return found


def write_what_is_new() -> None:
    """Keep what this command has made, where that is worth it."""
    if _keeper is None or _keeper.new < _WORTH_WRITING:
        return
    body = json.dumps(_keeper.rows, separators=(",", ":")).encode()
    write_kept(_keeper.file, body, _keeper.name)
    _keeper.new = 0


def _made_by() -> bytes:
    """The interpreter and the modules on which the rows depend."""
    engine = import_module("_sre")
    parts = (__version__, sys.version, sys.byteorder, engine.MAGIC, engine.CODESIZE)
    own = Path(__file__)
    modules = [own, *sorted((own.parent / "instruments").glob("*.py"))]
    return repr(parts).encode() + b"".join(module.read_bytes() for module in modules)


def _read(file: Path) -> _Rows:
    try:
        kinds = json.loads(read_kept(file) or b"{}")
    except ValueError:
        return {}
    is_whole = isinstance(kinds, dict) and all(isinstance(rows, dict) for rows in kinds.values())
    return kinds if is_whole else {}
