"""Patterns that end with the text are found where the whole text would be looked through."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tecum.instruments.tails import Tail

PATTERNS = (
    r"\b(?:on|by)\s{1,4}(?:the\s{1,4})?$",
    r"(?<!a)b$",
    r"a|b$",
    r"(?m)^a$",
    r"a{0,3}\n?$",
    r"a+$",
    r"[ab] ?$",
)


@pytest.mark.parametrize("written", PATTERNS)
@given(text=st.text("ab only the\n", max_size=60))
def test_the_last_letters_tell_what_the_whole_text_does(written: str, text: str) -> None:
    pattern = re.compile(written)
    found, whole = Tail(pattern).search(text), pattern.search(text)
    assert (found and found.span()) == (whole and whole.span())
