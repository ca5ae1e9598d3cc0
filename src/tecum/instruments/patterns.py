"""Patterns of the catalogue: written plainly, matched in time linear in the text's length.

A plain space in a pattern stands for up to four characters of white space, so that a phrase
is found over a line's end. Every repeat must have an upper bound, repeats may not be nested,
and the number of ways in which one place of the text can be tried is limited: a pattern that
passes costs at most ``COST`` steps a character, whatever the text is (READING 9 and 17).
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import Any

from tecum.instruments.errors import PatternUnsafe
from tecum.instruments.landmarks import (
    Landmarks,
    landmarks_of_row,
    landmarks_of_tree,
    row_of_landmarks,
)
from tecum.instruments.sought import Sought
from tecum.instruments.word_places import WordPlaces
from tecum.kept import made

__all__ = ["COST", "Pattern"]

COST = 2_000
"""How many ways of matching at one place a pattern may have."""

# The interpreter's own parser of patterns: what it will run is what is checked.
_parser: Any = import_module("re._parser")
ops: Any = import_module("re._constants")

_FLAGS = int(re.MULTILINE | re.DOTALL)
_ANY_CASE = _FLAGS | int(re.IGNORECASE)
_REPEATS = frozenset({ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT})


class Pattern:
    """One pattern, checked when it is made and compiled when it is first needed.

    Args:
        written: The pattern as it stands in the catalogue file.
        case: Whether capitals matter.

    Raises:
        PatternUnsafe: not a pattern, an unbounded or nested repeat, or too many ways to match.
    """

    def __init__(self, written: str, *, case: bool = False) -> None:
        self.written = written
        flags = _FLAGS if case else _ANY_CASE
        # What is kept was found safe as it was made.
        source, words = made("safe", f"{flags} {written}", lambda: _taken_apart(written, flags))
        self._sought = Sought(source, flags, landmarks=landmarks_of_row(words))

    def matches(self, text: str, places: WordPlaces | None = None) -> Iterator[re.Match[str]]:
        """Every match in a text; ``places`` are those of words in it, where known already."""
        return self._sought.finditer(text, places)

    @property
    def compiled(self) -> re.Pattern[str]:
        """The pattern as the interpreter runs it."""
        return self._sought.compiled

    @property
    def landmarks(self) -> Landmarks:
        """Sets of words of which every match holds one each."""
        return self._sought.landmarks


def _taken_apart(written: str, flags: int) -> tuple[str, list[list[tuple[str, int, int]]]]:
    """A pattern that costs no more than it may, as ``re`` has it, and its words."""
    source = _with_spaces(written)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", FutureWarning)
            tree = _parser.parse(source, flags)
    except (re.error, OverflowError) as error:
        raise PatternUnsafe(f'"{written}" is not a pattern: {error}.') from error
    except FutureWarning as warning:
        raise PatternUnsafe(
            f'"{written}" may mean something else one day: {str(warning).lower()}.',
            why="A later Python could match other words with the same pattern.",
            do=r"Write \[ for a bracket inside brackets, and \ before a sign that stands twice.",
        ) from warning
    if _cost(tree, written) > COST:
        raise PatternUnsafe(
            f'"{written}" can be tried in too many ways at one place.',
            why="Matching time could grow faster than the text.",
            do="Use fewer or shorter repeats such as .{0,40}.",
        )
    return source, row_of_landmarks(landmarks_of_tree(tree))


def _with_spaces(written: str) -> str:
    """Write white space out: a space is one to four of them, never given back."""
    out: list[str] = []
    in_class = escaped = False
    for char in written:
        if escaped:
            escaped = False
        elif char == "\\":
            escaped = True
        elif char == "[":
            in_class = True
        elif char == "]":
            in_class = False
        elif char == " " and not in_class:
            out.append("\0")
            continue
        out.append(char)
    text = "".join(out).replace("\0?", r"\s{0,4}+").replace("\0", r"\s{1,4}+")
    return re.sub(r"\\s([+*])(?![+*?])", lambda m: rf"\s{{{int(m[1] == '+')},4}}+", text)


def _cost(tree: Iterable[Any], written: str, inside: bool = False) -> float:
    """The number of ways in which a sequence can be tried from one place."""
    ways = 1.0
    for op, value in tree:
        if op in _REPEATS:
            low, high, body = value
            if high is ops.MAXREPEAT:
                raise PatternUnsafe(
                    f'"{written}" has a repeat without an upper bound.',
                    why="Matching time could grow faster than the text.",
                    do="Write an upper bound, for example .{0,40} instead of .*",
                )
            if inside and high > 1 and op is not ops.POSSESSIVE_REPEAT:
                raise PatternUnsafe(
                    f'"{written}" has a repeat inside a repeat.',
                    do="Write the inner part out, or bound it by an option.",
                )
            within = _cost(body, written, inside or high > 1)
            if op is ops.POSSESSIVE_REPEAT:
                ways *= within
            elif high - low == 1 and within == 1:
                # A fixed word that may be there: one of the two ways fails at its first letter.
                ways *= 1.25
            else:
                ways *= (high - low + 1) * within
        elif op is ops.SUBPATTERN:
            ways *= _cost(value[-1], written, inside)
        elif op is ops.BRANCH:
            costs = [_cost(branch, written, inside) for branch in value[1]]
            # Of fixed alternatives, at most a word and a longer one that begins with it both fit.
            ways *= 1.25 + sum(cost for cost in costs if cost > 1)
        elif op in (ops.ASSERT, ops.ASSERT_NOT):
            narrow, wide = value[1].getwidth()
            if value[0] < 0 and narrow != wide:
                raise PatternUnsafe(
                    f'"{written}" looks behind over a length that may vary.',
                    do=r"Write \s for a space in a look-behind.",
                )
            ways *= _cost(value[1], written, inside)
        elif op in (ops.GROUPREF, ops.GROUPREF_EXISTS):
            raise PatternUnsafe(f'"{written}" refers back to a group.')
    return ways
