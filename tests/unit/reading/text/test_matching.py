"""Patterns whose spaces may be line ends."""

from __future__ import annotations

import pytest

from tecum.reading.text.matching import spaced


@pytest.mark.parametrize("text", ["no later than", "no  later\nthan", "no\n   later than"])
def test_a_space_of_a_pattern_may_be_a_line_end_with_its_indent(text: str) -> None:
    assert spaced(r"no\slater\sthan").fullmatch(text)


@pytest.mark.parametrize(
    ("pattern", "wanted"),
    [
        (r"[\s,]{0,3}by", r"[\s,]{0,3}by"),
        (r"[^\]\s]\sx", r"[^\]\s]\s{1,4}x"),
        (r"\[\s\]", r"\[\s{1,4}\]"),
        (r"a\s?b\s{2}c\s*", r"a\s?b\s{2}c\s*"),
        (r"\\s", r"\\s"),
    ],
)
def test_a_member_of_a_set_and_what_has_its_own_count_stay(pattern: str, wanted: str) -> None:
    assert spaced(pattern).pattern == wanted


def test_a_set_with_a_space_takes_no_figure() -> None:
    found = spaced(r"[\s,]{0,3}now").search("from 2022 to 2024 now")
    assert found is not None
    assert found[0] == " now"
