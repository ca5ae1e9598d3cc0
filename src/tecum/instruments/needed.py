"""Letters of which every match of a pattern holds one each: where they are missing, it is absent.

Meant for rows in which a letter stands for a class of words; case is not looked at.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import Any

from tecum.kept import made

__all__ = ["needed_letters"]

# The interpreter's own parser of patterns: what it will run is what is looked at.
_parser: Any = import_module("re._parser")
_ops: Any = import_module("re._constants")
_REPEATS = frozenset({_ops.MAX_REPEAT, _ops.MIN_REPEAT, _ops.POSSESSIVE_REPEAT})


def needed_letters(written: str) -> tuple[frozenset[str], ...]:
    """The sets of letters of which a match holds one each, the smallest first.

    Args:
        written: A pattern of ours, without flags.
    """
    return tuple(map(frozenset, made("needed", written, lambda: _needed(written))))


def _needed(written: str) -> list[str]:
    found = {"".join(sorted(one)) for one in _needs(_parser.parse(written))}
    return sorted(found, key=lambda one: (len(one), one))


def _needs(tree: Iterable[Any]) -> list[frozenset[str]]:
    found: list[frozenset[str]] = []
    for op, value in tree:
        if op is _ops.LITERAL:
            found.append(frozenset(chr(value)))
        elif op is _ops.IN:
            letters = _listed(value)
            if letters is not None:
                found.append(letters)
        elif op is _ops.SUBPATTERN:
            found += _needs(value[-1])
        elif op is _ops.ATOMIC_GROUP:
            found += _needs(value)
        elif op is _ops.BRANCH:
            ways = [_needs(branch) for branch in value[1]]
            if all(ways):
                found.append(frozenset().union(*(min(way, key=len) for way in ways)))
        elif op in _REPEATS and value[0] >= 1:
            found += _needs(value[2])
    return found


def _listed(items: Iterable[tuple[Any, Any]]) -> frozenset[str] | None:
    """The letters of a class that lists them one by one; None for any other class."""
    letters = []
    for op, value in items:
        if op is not _ops.LITERAL:
            return None
        letters.append(chr(value))
    return frozenset(letters)
