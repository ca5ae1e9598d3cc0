"""Letters that a pattern needs: a row without them holds no match."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tecum.instruments.needed import needed_letters

PATTERNS = (
    "ab[cd]{0,2}e", "(?:a|b)(?=c)[^|]{0,3}d", "a?b{2,3}", "(?<=x)(?:ab|ac|d)", "[^a]b|c", ".{0,2}",
    r"\|a(?!b)[bc]", "(?>ab|cd)e",
)  # fmt: skip


@pytest.mark.parametrize("written", PATTERNS)
@given(row=st.text("abcdex|", max_size=12))
def test_a_row_without_a_needed_letter_holds_no_match(written: str, row: str) -> None:
    if re.search(written, row):
        assert all(letters & set(row) for letters in needed_letters(written))


def test_each_alternative_counts_with_its_smallest_set() -> None:
    assert needed_letters("(?:a[bc]|d)e") == (frozenset("e"), frozenset("ad"))
    assert needed_letters("[^a]?b*") == ()
