"""Every pattern of the reader and of the catalogue goes through monotonous text once.

A pattern that is not linear in the length of the text would not come to an end here within
the time that the whole of the tests has (READING 17). ``TECUM_TEST_HEAVY`` makes the text longer.
"""

from __future__ import annotations

import os
import re
from itertools import cycle, islice

import pytest

from tecum.instruments.patterns import Pattern
from tests.unit.reading.patterns_held import patterns_of_catalogue, patterns_of_reader

_HEAVY = bool(os.environ.get("TECUM_TEST_HEAVY"))
_CATALOGUE_LENGTH = 1_000_000
_SHARES = 8
_READER_LENGTH = 1_000_000 if _HEAVY else 120_000
_RUN = 60_000 if _HEAVY else 6_000
_PIECES = (
    " ", "\n", "a", "A", "1", "(", "_", "-", "* ", "the ", "The ", "of the ", "A.", "A. ",
    "x, ", "1. ", "(a) ", "a-", "1/", "é", "[", "\t", " \n", "To: ", "No. 1 ", "§ 5 ", "Aa ", "> ",
)  # fmt: skip


def _monotonous(pieces: tuple[str, ...], run: int, length: int) -> str:
    """Runs of one piece after another, up to a length; the last run is one without an end."""
    runs = (piece * (run // len(piece)) for piece in cycle(pieces))
    return "".join(islice(runs, length // run))


@pytest.fixture(scope="module")
def text() -> str:
    return _monotonous(_PIECES, _RUN, _READER_LENGTH)


@pytest.mark.parametrize("name", sorted(patterns_of_reader()))
def test_a_pattern_of_the_reader_ends(name: str, text: str) -> None:
    pattern = patterns_of_reader()[name]
    given = text.encode() if isinstance(pattern.pattern, bytes) else text
    assert sum(1 for _ in pattern.finditer(given)) <= len(given) + 1


@pytest.mark.parametrize("share", range(_SHARES))
def test_patterns_of_the_catalogue_end_on_a_megabyte(share: int) -> None:
    patterns = patterns_of_catalogue()[share::_SHARES]
    own = {word for pattern in patterns for word in re.findall(r"[A-Za-z]{5,}", pattern.written)}
    pieces = (*_PIECES, *(f"{word} " for word in sorted(own)[:: max(1, len(own) // 40)]))
    given = _monotonous(pieces, _CATALOGUE_LENGTH // len(pieces), _CATALOGUE_LENGTH)
    for pattern in patterns:
        assert sum(1 for _ in pattern.matches(given)) <= len(given)


def test_the_catalogue_holds_checked_patterns_only() -> None:
    assert len(patterns_of_catalogue()) > 500
    assert all(isinstance(pattern, Pattern) for pattern in patterns_of_catalogue())
