"""Patterns whose matches all end with the text: only its last letters are looked at."""

from __future__ import annotations

import re
from importlib import import_module
from typing import Any

from tecum.kept import made

__all__ = ["Tail"]

_parser: Any = import_module("re._parser")
_ops: Any = import_module("re._constants")
_FAR = 100_000


class Tail:
    """A pattern that ends with ``$``, sought no further back than a match can reach.

    Args:
        pattern: What is sought; it must end with ``$`` and not be of many lines.
    """

    __slots__ = ("_reach", "_search")

    def __init__(self, pattern: re.Pattern[str]) -> None:
        written, flags = pattern.pattern, pattern.flags
        self._reach = made("reach", f"{flags} {written}", lambda: _reach(written, flags))
        self._search = pattern.search

    def search(self, text: str) -> re.Match[str] | None:
        """What ``pattern.search(text)`` gives."""
        if self._reach is None or len(text) <= self._reach:
            return self._search(text)
        return self._search(text, len(text) - self._reach)


def _reach(written: str, flags: int) -> int | None:
    """How far from the text's end a match may begin; None where it may begin anywhere."""
    tree = _parser.parse(written, flags)
    widest = int(tree.getwidth()[1])
    ends = not flags & re.MULTILINE and tree[-1] == (_ops.AT, _ops.AT_END)
    # A last line's end may follow the place that ``$`` stands for.
    return widest + 1 if ends and widest < _FAR else None
