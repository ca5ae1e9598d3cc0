"""The flat text: every letter in its place, and one letter for all that a pattern takes for it."""

from __future__ import annotations

import re
import sys

from hypothesis import given
from hypothesis import strategies as st

from tecum.instruments.flat import FIGURE, flat, flat_letter, flat_literal, without_figures
from tecum.reading.text.matching import plain

LETTERS = "aKſİıΣσÄé ’`“–\u00a0\u2003\u212aº٣5\t\nﬁ\U0001d504"


@given(st.text(alphabet=LETTERS, max_size=40))
def test_every_letter_keeps_its_place(text: str) -> None:
    low = flat(text)
    assert len(low) == len(text)
    assert all(low[i] == flat(flat_letter(char)) for i, char in enumerate(text))


@given(st.text(alphabet=LETTERS, max_size=40))
def test_a_text_made_plain_is_the_same_flat_text(text: str) -> None:
    if "İ" not in text:  # in small letters it is two
        assert flat(plain(text)) == flat(text)


def test_whatever_a_pattern_takes_for_a_letter_is_that_letter() -> None:
    asked = [chr(c) for c in range(32, 0x250)] + list("’“”–—•§\u00a0")
    for char in asked:
        low = flat_literal(char)
        if low is None:
            continue
        pattern = re.compile(re.escape(char), re.IGNORECASE)
        for code in range(0x2100):
            if pattern.fullmatch(chr(code)):
                assert flat(chr(code)) == low, (char, chr(code))


def test_a_blank_is_a_blank_and_a_figure_is_a_figure() -> None:
    for code in range(sys.maxunicode + 1):
        char = chr(code)
        if char.isspace():
            assert flat(char) == " "
        elif char.isdecimal():
            assert without_figures(flat(char)) == FIGURE
