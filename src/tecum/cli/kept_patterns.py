"""The compiled code of the modules' patterns, kept from one command to the next.

The modules that read a document compile some 1,300 patterns as they are loaded, a third of the
processor's time of a short command. What the interpreter made of each is kept and handed to it
again, which checks it as it checks its own. A pattern compiled from it equals the one compiled
anew: it is found by its own text and flags, in a file named by the interpreter that compiled it.

Only what is compiled while the modules are loaded, by the thread that loads them, is kept: a
pattern made from the words of a document never is.
"""

from __future__ import annotations

import contextlib
import json
import sys
import threading
from array import array
from base64 import b64decode, b64encode
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from tecum import __version__
from tecum.kept_files import kept_file, read_kept, write_kept

__all__ = ["patterns_kept"]

# The interpreter's own parts: what the parser makes of a pattern, and what runs its code.
_compiler: Any = import_module("re._compiler")
_parser: Any = import_module("re._parser")
_engine: Any = import_module("_sre")

_Row = tuple[str, int, int, dict[str, int], list[str | None]]
"""Of a pattern: code, flags with those it sets itself, groups, their numbers and names."""


@contextlib.contextmanager
def patterns_kept(name: str) -> Iterator[None]:
    """While modules are loaded, use and keep the code of their patterns.

    Args:
        name: Of what is loaded; each keeps the patterns that it has itself.
    """
    file = kept_file(f"patterns-{name}", _interpreter())
    if file is None:
        yield
        return
    keeper = _Keeper(file)
    anew = _compiler.compile
    _compiler.compile = keeper.compiled
    try:
        yield
    finally:
        _compiler.compile = anew
    if keeper.is_new:
        write_kept(file, keeper.body(), f"patterns-{name}")


def _interpreter() -> bytes:
    parts = (__version__, sys.version, sys.byteorder, _engine.MAGIC, _engine.CODESIZE)
    return repr(parts).encode() + Path(__file__).read_bytes()


class _Keeper:
    """What was kept before, and what this command has used of it or made anew."""

    def __init__(self, file: Path) -> None:
        self.is_new = False
        self._before = _rows(read_kept(file))
        self._used: dict[str, _Row] = {}
        self._anew = _compiler.compile
        self._loads = threading.get_ident()

    def compiled(self, pattern: Any, flags: int = 0) -> Any:
        """What ``re`` asks its compiler for."""
        if not isinstance(pattern, str) or threading.get_ident() != self._loads:
            return self._anew(pattern, flags)
        key = f"{int(flags)} {pattern}"
        row = self._before.get(key)
        if row is not None:
            with contextlib.suppress(ValueError, TypeError, RuntimeError):
                found = _from(row, pattern)
                self._used[key] = row
                return found
        self._used[key] = row = _row(pattern, flags)
        self.is_new = True
        return _from(row, pattern)

    def body(self) -> bytes:
        """What is to be kept: the patterns of this command alone."""
        return json.dumps(self._used, separators=(",", ":")).encode()


def _row(pattern: str, flags: int) -> _Row:
    """What the interpreter makes of a pattern, step by step as its own compiler does."""
    tree = _parser.parse(pattern, flags)
    code = array("I", _compiler._code(tree, flags)).tobytes()
    numbers = tree.state.groupdict
    names: list[str | None] = [None] * tree.state.groups
    for name, number in numbers.items():
        names[number] = name
    return (
        b64encode(code).decode("ascii"),
        flags | tree.state.flags,
        tree.state.groups - 1,
        numbers,
        names,
    )


def _from(row: _Row, pattern: str) -> Any:
    code, flags, groups, numbers, names = row
    numbered = array("I", b64decode(code)).tolist()
    return _engine.compile(pattern, flags, numbered, groups, numbers, tuple(names))


def _rows(body: bytes | None) -> dict[str, _Row]:
    try:
        rows = json.loads(body or b"{}")
    except ValueError:
        return {}
    return rows if isinstance(rows, dict) else {}
