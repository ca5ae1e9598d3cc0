"""With what a match of a pattern begins: at a line's start, or with one of a few letters."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any

from tecum.instruments.compiled import compiled
from tecum.instruments.flat import flat, flat_letter, flat_literal
from tecum.kept import made

__all__ = ["Head", "Openings", "head_of", "head_of_row", "row_of_tree"]

_parser: Any = import_module("re._parser")
_ops: Any = import_module("re._constants")
_REPEATS = frozenset({_ops.MAX_REPEAT, _ops.MIN_REPEAT, _ops.POSSESSIVE_REPEAT})
_FIGURES = frozenset("0123456789")
_LINE = re.compile("^", re.MULTILINE)
_WORD_BEFORE = r"(?<!\w)"


@dataclass(frozen=True, slots=True)
class Head:
    """How every match of a pattern begins.

    ``share`` is about the share of a text's places at which a match may begin. ``begins`` finds
    those places: in the text itself where a match begins with a line, else in the flat text.
    """

    share: float
    begins: re.Pattern[str] | None
    of_line: bool = False
    of_word: bool = False

    def starts(self, text: str, flat_text: str, stretches: Iterable[tuple[int, int]]) -> list[int]:
        """The places in stretches of a text at which a match may begin, in their order."""
        if self.begins is None:
            return [at for low, high in stretches for at in range(low, high)]
        looked_at = text if self.of_line else flat_text
        find = self.begins.finditer
        return [match.start() for low, high in stretches for match in find(looked_at, low, high)]

    def fitting(self, flat_text: str, starts: list[int]) -> list[int]:
        """Those of some places at which a match may begin, as far as the letter before tells."""
        if not self.of_word:
            return starts
        return [
            at
            for at in starts
            if not at or not ((before := flat_text[at - 1]).isalnum() or before == "_")
        ]


def head_of(pattern: re.Pattern[str]) -> Head:
    """The head of a pattern of ours."""
    written, flags = pattern.pattern, pattern.flags
    row = made(
        "head",
        f"{flags} {written}",
        lambda: row_of_tree(_parser.parse(written, flags), flags),
    )
    return head_of_row(*row)


def row_of_tree(tree: Any, flags: int) -> tuple[bool, str | None, bool]:
    """Of a parsed pattern, what tells its head: whether it begins a line, letters, or a word."""
    if flags & re.MULTILINE and _at_line(tree):
        return True, None, False
    letters, may_be_empty = _first(tree)
    if letters is None or may_be_empty:
        return False, None, False
    return False, "".join(sorted(letters)), _at_word(tree)


@cache
def head_of_row(of_line: bool, letters: str | None, of_word: bool) -> Head:
    """The head that such a row tells."""
    if of_line:
        return Head(0.02, _LINE, of_line=True)
    if letters is None:
        return Head(1.0, None)
    one = compiled(f"{_WORD_BEFORE if of_word else ''}[{re.escape(letters)}]")
    return Head(0.1 if of_word else 0.25, one, of_word=of_word)


def _at_line(tree: Any) -> bool:
    for op, value in tree:
        if op is _ops.AT:
            return value is _ops.AT_BEGINNING
        if op is _ops.SUBPATTERN:
            return _at_line(value[-1])
        if op is _ops.BRANCH:
            return all(_at_line(branch) for branch in value[1])
        return False
    return False


def _at_word(tree: Any) -> bool:
    """Whether a match begins with a letter or figure that none stands before."""
    op, value = tree[0]
    if op is _ops.SUBPATTERN:
        return _at_word(value[-1])
    if op is _ops.BRANCH:
        return all(len(branch) and _at_word(branch) for branch in value[1])
    if op is _ops.AT:
        return value is _ops.AT_BOUNDARY and _is_of_words(tree[1:])
    if op is _ops.ASSERT_NOT and value[0] < 0:
        return list(value[1]) == [(_ops.IN, [(_ops.CATEGORY, _ops.CATEGORY_WORD)])]
    return False


def _is_of_words(tree: Any) -> bool:
    letters, may_be_empty = _first(tree)
    return letters is not None and not may_be_empty and all(map(str.isalnum, letters))


def _first(tree: Any) -> tuple[frozenset[str] | None, bool]:
    """The letters with which a stretch may begin, and whether it may be empty."""
    found: frozenset[str] = frozenset()
    for op, value in tree:
        letters, may_be_empty = _first_of(op, value)
        if letters is None:
            return None, False
        found |= letters
        if not may_be_empty:
            return found, False
    return found, True


def _first_of(op: Any, value: Any) -> tuple[frozenset[str] | None, bool]:
    if op in (_ops.AT, _ops.ASSERT, _ops.ASSERT_NOT):
        return frozenset(), True
    if op is _ops.LITERAL:
        letter = flat_literal(chr(value))
        return (None if letter is None else frozenset(letter)), False
    if op is _ops.IN:
        return _class(value), False
    if op is _ops.SUBPATTERN:
        return _first(value[-1])
    if op is _ops.ATOMIC_GROUP:
        return _first(value)
    if op is _ops.BRANCH:
        rows = [_first(branch) for branch in value[1]]
        if any(letters is None for letters, _ in rows):
            return None, False
        union = frozenset().union(*(letters or () for letters, _ in rows))
        return union, any(empty for _, empty in rows)
    if op in _REPEATS:
        letters, empty = _first(value[2])
        return letters, empty or value[0] == 0
    return None, False


_OPENING = 3
"""Letters of an opening that are told apart."""
_MOST_OPENINGS = 4_000


class Openings:
    """The first letters with which a match of a pattern may begin."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        written, flags = pattern.pattern, pattern.flags
        found = made(
            "openings",
            f"{flags} {written}",
            lambda: _written_openings(_parser.parse(written, flags)),
        )
        self._known = set(found) if found else None
        self._asked: dict[str, bool] = {}

    def may_begin(self, text: str, at: int) -> bool:
        """Whether a match may begin at a place of a text; True where that is not plain."""
        letters = text[at : at + _OPENING]
        may = self._asked.get(letters)
        if may is None:
            may = self._may(letters)
            if len(self._asked) < _MOST_OPENINGS:
                self._asked[letters] = may
        return may

    def _may(self, letters: str) -> bool:
        if self._known is None or not letters.isascii():
            return True
        letters = flat(letters)
        return any(letters[:n] in self._known for n in range(1, _OPENING + 1))


def _written_openings(tree: Any) -> list[str]:
    """All openings of a pattern; none where one of them is not plain at all."""
    found = {opening.rstrip("\0") for opening in _openings(tree, frozenset({""}))}
    return sorted(found) if "" not in found else []


def _openings(tree: Any, before: frozenset[str]) -> frozenset[str]:
    """What may stand at the start, each way written out; ``\0`` ends one that is not plain."""
    for op, value in tree:
        if all(len(way) >= _OPENING or way.endswith("\0") for way in before):
            break
        if op in (_ops.AT, _ops.ASSERT, _ops.ASSERT_NOT):
            continue
        done = {way for way in before if len(way) >= _OPENING or way.endswith("\0")}
        going = before - done
        before = frozenset(done | _further(op, value, frozenset(going)))
        if len(before) > _MOST_OPENINGS:
            return frozenset({"\0"})
    return before


def _further(op: Any, value: Any, going: frozenset[str]) -> frozenset[str]:
    if op is _ops.SUBPATTERN:
        return _openings(value[-1], going)
    if op is _ops.ATOMIC_GROUP:
        return _openings(value, going)
    if op is _ops.BRANCH:
        return frozenset().union(*(_openings(branch, going) for branch in value[1]))
    if op in _REPEATS:
        once = _openings(value[2], going)
        again = once if value[1] == 1 else frozenset(way + "\0" for way in once)
        return again | going if value[0] == 0 else again
    letters, _ = _first_of(op, value)
    if letters is None:
        return frozenset(way + "\0" for way in going)
    return frozenset(way + letter for way in going for letter in letters)


def _class(items: Any) -> frozenset[str] | None:
    letters: set[str] = set()
    for op, value in items:
        if op is _ops.LITERAL:
            letter = flat_literal(chr(value))
            if letter is None:
                return None
            letters.add(letter)
        elif op is _ops.RANGE and value[1] < 128:
            letters.update(flat_letter(chr(c)) for c in range(value[0], value[1] + 1))
        elif op is _ops.CATEGORY and value is _ops.CATEGORY_DIGIT:
            letters |= _FIGURES
        elif op is _ops.CATEGORY and value is _ops.CATEGORY_SPACE:
            letters.add(" ")
        else:
            return None
    return frozenset(letters)
