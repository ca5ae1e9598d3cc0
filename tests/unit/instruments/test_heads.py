"""With what a match begins: no match begins anywhere else."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tecum.instruments.flat import flat
from tecum.instruments.heads import head_of

TEXTS = st.lists(
    st.sampled_from(
        ["we ", "Our office", "\n", "§ 5", "no. 7", "  ", "Über", "x-", "the", "K", "ſ"]
    ),
    max_size=30,
).map("".join)
PATTERNS = (
    r"\b(?:we|our)\b",
    r"(?<!\w)(?:we|the|\d)",
    r"^\W{0,3}(?:the|we)",
    r"(?:^we|^the)\b",
    r"(?<![a-z])o(?:ur|ffice)",
    r"[A-Z]\w{2}|x-",
    r"(?:the )?§\s?\d",
    r"\s?k|s",
    r"(?=t)the",
    r"\bü|[^a-z]x",
)


@pytest.mark.parametrize("flags", [0, re.IGNORECASE, re.IGNORECASE | re.MULTILINE])
@pytest.mark.parametrize("written", PATTERNS)
@given(text=TEXTS)
@settings(max_examples=30, deadline=None)
def test_a_match_begins_at_one_of_the_starts(written: str, flags: int, text: str) -> None:
    pattern = re.compile(written, flags)
    starts = set(head_of(pattern).starts(text, flat(text), [(0, len(text))]))
    for at in range(len(text)):
        if pattern.match(text, at):
            assert at in starts


def test_a_line_and_a_few_letters_are_told() -> None:
    assert head_of(re.compile(r"^the", re.MULTILINE)).of_line
    assert head_of(re.compile(r"\bthe")).share < head_of(re.compile("the")).share < 1
    assert head_of(re.compile(r"\w+the")).begins is None
