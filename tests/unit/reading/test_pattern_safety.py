"""No pattern of the reader can be made to run for ever: what repeats is bounded or flat.

A repeat without an upper bound inside another repeat multiplies the ways to match with each
letter. The trees that are looked at are those of the interpreter's own parser (READING 17).
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from typing import Any

import pytest

import tecum.reading

_parser: Any = importlib.import_module("re._parser")
_ops: Any = importlib.import_module("re._constants")
_REPEATS = (_ops.MAX_REPEAT, _ops.MIN_REPEAT, _ops.POSSESSIVE_REPEAT)
_BACK = (_ops.MAX_REPEAT, _ops.MIN_REPEAT)


def _patterns() -> Iterator[tuple[str, re.Pattern[Any]]]:
    """Every compiled pattern that a module of the reader holds."""
    for module in pkgutil.walk_packages(tecum.reading.__path__, "tecum.reading."):
        held = vars(importlib.import_module(module.name))
        for name, value in held.items():
            values = value if isinstance(value, (tuple, list)) else [value]
            for i, row in enumerate(values):
                if isinstance(row, re.Pattern):
                    yield f"{module.name}.{name}[{i}]", row


PATTERNS = dict(_patterns())


_CLASSES = {
    _ops.CATEGORY_DIGIT: r"\d",
    _ops.CATEGORY_NOT_DIGIT: r"\D",
    _ops.CATEGORY_SPACE: r"\s",
    _ops.CATEGORY_NOT_SPACE: r"\S",
    _ops.CATEGORY_WORD: r"\w",
    _ops.CATEGORY_NOT_WORD: r"\W",
}
_LETTERS = [chr(n) for n in range(9, 256)] + ["’", "§", "–"]


def _accepts(item: Any) -> set[str]:
    """The letters of a sample that one item of a tree takes as its first."""
    op, value = item
    if op is _ops.LITERAL:
        return {chr(value), chr(value).swapcase()}
    if op is _ops.NOT_LITERAL:
        return set(_LETTERS) - {chr(value)}
    if op is _ops.ANY:
        return set(_LETTERS)
    if op is _ops.RANGE:
        return {c for c in _LETTERS if value[0] <= ord(c) <= value[1]}
    if op is _ops.CATEGORY:
        return {c for c in _LETTERS if re.match(_CLASSES[value], c)}
    if op is _ops.IN:
        found = set().union(*(_accepts(row) for row in value if row[0] is not _ops.NEGATE))
        return set(_LETTERS) - found if value[0][0] is _ops.NEGATE else found
    if op is _ops.BRANCH:
        return set().union(*(_accepts(row[0]) for row in value[1] if len(row)))
    if op is _ops.SUBPATTERN:
        return _accepts(value[-1][0]) if len(value[-1]) else set()
    if op in _REPEATS:
        return _accepts(value[2][0]) if len(value[2]) else set()
    return set()


def _parts_rounds(body: Any, endless: Any) -> bool:
    """Whether each round of a repeat holds a letter that the repeat inside it cannot take."""
    taken = _accepts((_ops.SUBPATTERN, (endless[2],)))
    fixed = (_ops.LITERAL, _ops.IN, _ops.BRANCH)
    return any(item[0] in fixed and _accepts(item) and not _accepts(item) & taken for item in body)


def _nested(tree: Any, outer: Any) -> bool:
    """Whether a repeat without end stands in another and nothing keeps their rounds apart."""
    for op, value in tree:
        found = False
        if op in _BACK:
            _, high, body = value
            endless = high is _ops.MAXREPEAT
            together = endless and outer is not None and not _parts_rounds(outer, value)
            found = together or _nested(body, body if endless else outer)
        elif op is _ops.SUBPATTERN:
            found = _nested(value[-1], outer)
        elif op is _ops.BRANCH:
            found = any(_nested(row, outer) for row in value[1])
        elif op in (_ops.ASSERT, _ops.ASSERT_NOT):
            found = _nested(value[1], None)
        if found:
            return True
    return False


def test_patterns_were_found() -> None:
    assert len(PATTERNS) > 150


def test_no_endless_repeat_stands_in_an_endless_repeat() -> None:
    nested = [
        name
        for name, pattern in PATTERNS.items()
        if _nested(_parser.parse(pattern.pattern, pattern.flags), None)
    ]
    assert nested == []


@pytest.mark.parametrize(
    ("written", "runs_away"),
    [
        ("(a+)+b", True),
        ("(?:aa*)*b", True),
        (r"(?:\w+\d)*x", True),
        (r"(?:\w*,?)+x", True),
        (r"(?:,\w+)*x", False),
        ("(?:a{1,3})+b", False),
        (r"(?:(?:a|an)\s+)*x", False),
    ],
)
def test_a_pattern_that_can_run_away_is_seen(written: str, runs_away: bool) -> None:
    assert _nested(_parser.parse(written), None) is runs_away
