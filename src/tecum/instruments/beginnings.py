"""With which letters a match of a pattern may begin, told to the interpreter's own search.

The interpreter tries a pattern at every letter of a text unless it knows a word or a class that
all matches begin with, and it looks for one only in patterns that begin plainly and in which
capitals matter. The letters follow from its own parse of any pattern: they are worked out here and
put where its search looks for them. A match is what it was; places at which none can begin are
passed over without being tried.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import Any

__all__ = ["with_beginnings"]

# The interpreter's own parts, whose code for a pattern is completed here.
_compiler: Any = import_module("re._compiler")
_engine: Any = import_module("_sre")
_ops: Any = import_module("re._constants")
_REPEATS = frozenset({_ops.MAX_REPEAT, _ops.MIN_REPEAT, _ops.POSSESSIVE_REPEAT})
_LETTERS = frozenset({_ops.LITERAL, _ops.NOT_LITERAL, _ops.ANY, _ops.IN})
_MASK, _LEAST, _HEAD = 2, 3, 5
"""In the code's head: what the search knows, the shortest match, and how long a bare head is."""
_ASCII = 128
_WORD = 32
_ALL = (1 << _WORD) - 1
_TOO_MANY = 100
"""Letters of ASCII from which on looking at them first would save nothing."""


class _NotPlain(Exception):
    """A pattern that begins with something of which no letters are known."""


def with_beginnings(code: list[int], tree: Any, flags: int) -> list[int]:
    """A pattern's code, with the letters that its matches begin with where they are known.

    Letters beyond ASCII are never ruled out, so that nothing hangs on how they are folded.

    Args:
        code: What the interpreter's compiler made of the tree.
        tree: What its parser made of the pattern, a text.
        flags: All flags of the pattern.
    """
    if code[0] != _ops.INFO or code[1] != _HEAD - 1 or code[_MASK] or not code[_LEAST]:
        return code
    try:
        letters, may_be_empty = _first(tree.data, flags)
    except _NotPlain:
        return code
    if may_be_empty or letters.bit_count() >= _TOO_MANY:
        return code
    kept = [letters >> k & _ALL for k in range(0, _ASCII, _WORD)]
    beyond = [_ALL] * len(kept)
    known = [
        int(_ops.CHARSET), *kept, *beyond, int(_ops.RANGE), 2 * _ASCII, 0x10FFFF, int(_ops.FAILURE),
    ]  # fmt: skip
    head = [code[0], code[1] + len(known), _compiler.SRE_INFO_CHARSET, *code[_LEAST:_HEAD]]
    return [*head, *known, *code[_HEAD:]]


def _first(tree: Iterable[Any], flags: int) -> tuple[int, bool]:
    """The letters of ASCII with which a stretch may begin, a bit each, and whether it is empty."""
    found, ahead = 0, -1
    for op, value in tree:
        if op is _ops.AT or op is _ops.ASSERT_NOT:
            continue
        if op is _ops.ASSERT:
            # Ahead of the first letter, what must follow narrows what may.
            if value[0] > 0 and not found:
                ahead &= _ahead(value[1].data, flags)
            continue
        letters, may_be_empty = _first_of(op, value, flags)
        found |= letters
        if not may_be_empty:
            return found & ahead, False
    return found & ahead, True


def _ahead(tree: Iterable[Any], flags: int) -> int:
    """The letters of ASCII that a look ahead allows."""
    try:
        letters, may_be_empty = _first(tree, flags)
    except _NotPlain:
        return -1
    return -1 if may_be_empty else letters


def _first_of(op: Any, value: Any, flags: int) -> tuple[int, bool]:
    if op in _LETTERS:
        return _matched(op, value, flags), False
    if op is _ops.SUBPATTERN:
        return _first(value[3].data, _compiler._combine_flags(flags, value[1], value[2]))
    if op is _ops.ATOMIC_GROUP:
        return _first(value.data, flags)
    if op is _ops.BRANCH:
        rows = [_first(branch.data, flags) for branch in value[1]]
        letters = 0
        for row, _ in rows:
            letters |= row
        return letters, any(may_be_empty for _, may_be_empty in rows)
    if op in _REPEATS:
        letters, may_be_empty = _first(value[2].data, flags)
        return letters, may_be_empty or value[0] == 0
    raise _NotPlain


_matches: dict[tuple[str, int], int] = {}
"""What was told of a step before, by its parse as it is printed."""


def _matched(op: Any, value: Any, flags: int) -> int:
    """The letters of ASCII that a step matches, told by the interpreter itself."""
    key = repr((op, value)), flags
    if key not in _matches:
        code: list[int] = []
        _compiler._compile(code, [(op, value)], flags)
        code.append(_ops.SUCCESS)
        tried = _engine.compile("", flags, code, 0, {}, (None,)).match
        _matches[key] = sum(1 << i for i in range(_ASCII) if tried(chr(i)))
    return _matches[key]
