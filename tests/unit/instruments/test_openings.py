"""The first letters of a pattern's matches leave out no match."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tecum.instruments.heads import Openings
from tecum.instruments.word_places import Words

PATTERNS = (
    r"(?:cal(?:ifornia|\.)?\s{1,3})?(?:gov(?:ernment|'t|\.)?\s{1,3}code|c\.c\.)(?![a-z])",
    r"a{0,2}b[0-9]",
    r"(?<!x)(?:ab|a\.? ?b\.?)+",
    r".a",
    r"[a-c]?",
    r"(?:ab){2}",
)


@pytest.mark.parametrize("written", PATTERNS)
@given(text=st.text("abcg.ov' A1K\n", max_size=12))
def test_no_match_begins_with_other_letters(written: str, text: str) -> None:
    pattern = re.compile(written, re.IGNORECASE)
    openings = Openings(pattern)
    for at in range(len(text)):
        assert openings.may_begin(text, at) or pattern.match(text, at) is None


def test_what_no_match_begins_with_is_told() -> None:
    openings = Openings(re.compile(PATTERNS[0], re.IGNORECASE))
    assert not openings.may_begin("the code", 0)


@given(text=st.text("ab ", max_size=40), word=st.text("ab ", min_size=1, max_size=3))
def test_a_word_that_came_in_later_is_found_where_it_stands(text: str, word: str) -> None:
    words = Words()
    words.add(["zzz"])
    words.places(text)
    words.add([word])
    ends = [i + len(word) - 1 for i in range(len(text)) if text.startswith(word, i)]
    assert list(words.places(text).of(word)) == ends
