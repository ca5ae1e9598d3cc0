"""Patterns of our own modules and files, compiled by the interpreter or as it compiled them before.

What the interpreter made of a pattern is kept between commands and handed to it again, which
checks it as it checks its own. A pattern made from it equals the one compiled anew. A pattern
that holds words of a document is never compiled here.
"""

from __future__ import annotations

import contextlib
import re
import threading
from array import array
from base64 import b64decode, b64encode
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from tecum.instruments.beginnings import with_beginnings
from tecum.kept import made

__all__ = ["compiled", "compiled_while_loading", "led"]

# The interpreter's own parts: what the parser makes of a pattern, and what runs its code.
_compiler: Any = import_module("re._compiler")
_parser: Any = import_module("re._parser")
_engine: Any = import_module("_sre")
_anew: Any = _compiler.compile

_Row = tuple[str, int, int, dict[str, int], list[str | None]]
"""Of a pattern: code, flags with those it sets itself, groups, their numbers and names."""


def compiled(written: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern of our own modules and files.

    Args:
        written: The pattern.
        flags: Those of ``re``.
    """
    flags = int(flags)
    row = made("code", f"{flags} {written}", lambda: _row(written, flags))
    return _from_row(row, written, flags)


def led(written: str, flags: int = 0) -> re.Pattern[str]:
    """The same for a pattern that is searched for all over lines or texts.

    Its search is led by the letters that a match may begin with; the matches are the same.
    """
    flags = int(flags)
    row = made("led", f"{flags} {written}", lambda: _row(written, flags, leads=True))
    return _from_row(row, written, flags)


@contextlib.contextmanager
def compiled_while_loading() -> Iterator[None]:
    """Compile so whatever the modules compile that this thread loads meanwhile."""
    loads = threading.get_ident()

    def asked(pattern: Any, flags: int = 0) -> Any:
        if isinstance(pattern, str) and threading.get_ident() == loads:
            return compiled(pattern, flags)
        return _anew(pattern, flags)

    _compiler.compile = asked
    try:
        yield
    finally:
        _compiler.compile = _anew


def _row(pattern: str, flags: int, *, leads: bool = False) -> _Row:
    """What the interpreter makes of a pattern, step by step as its own compiler does."""
    tree = _parser.parse(pattern, flags)
    numbered = _compiler._code(tree, flags)
    if leads:
        numbered = with_beginnings(numbered, tree, flags | tree.state.flags)
    code = array("I", numbered).tobytes()
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


def _from_row(row: _Row, written: str, flags: int) -> re.Pattern[str]:
    """The pattern of such a row; compiled anew where the interpreter does not take it."""
    found: re.Pattern[str]
    try:
        found = _from(row, written)
    except (ValueError, TypeError, RuntimeError):
        found = _anew(written, flags)
    return found


def _from(row: _Row, pattern: str) -> Any:
    code, flags, groups, numbers, names = row
    numbered = array("I", b64decode(code)).tolist()
    return _engine.compile(pattern, flags, numbered, groups, numbers, tuple(names))
