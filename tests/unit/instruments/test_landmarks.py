"""Landmarks: what is found near them is what is found everywhere, in the same order."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tecum.instruments.catalogue import load_catalogue
from tecum.instruments.landmarks import lowered
from tecum.instruments.sought import Sought, find_all, find_first, is_absent, word_ends
from tecum.reading.conduct.conduct import signals

WORDS = (
    "subpoena", "SUBPOENA", "you are", "commanded to", "records", "DEPARTMENT OF", "homeland",
    "security", "Form", "I-247A", "notice", "of", "the", "court", "\n", "  ", "grand jury",
    "warrant", "detainer", "release", "within 14 days", "request", "§ 1225(d)(4)", "K", "ſ", "İ",
    "custodian", "produce", "investigation", "administrative", "order", "state of", "county",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(WORDS), min_size=0, max_size=120).map(" ".join)
PATTERNS = (
    r"\b(?:sub|sum)poenas?\b",
    r"(?<![a-z])(?:you are )?(?:hereby )?commanded",
    r"^the\s{0,3}court",
    r"(?:records|warrant){1,2}",
    r"(?P<a>no(?:tice|te))\s(?:of|to)",
    r"x{0,60}warrant",
    r"[rd]e(?:lease|tainer|cords)",
    r"(?i:form) ?I-?247",
    r"(?:a|the|an)?",
)


def spans(matches: object) -> list[tuple[int, int]]:
    return [m.span() for m in matches]  # type: ignore[attr-defined]


@pytest.mark.parametrize("written", PATTERNS)
@pytest.mark.parametrize("flags", [0, re.IGNORECASE, re.IGNORECASE | re.MULTILINE | re.DOTALL])
@given(text=TEXTS)
@settings(max_examples=40, deadline=None)
def test_matches_are_those_of_the_pattern(written: str, flags: int, text: str) -> None:
    pattern = re.compile(written, flags)
    assert spans(Sought(written, flags).finditer(text)) == spans(pattern.finditer(text))
    assert spans(find_all(pattern, text)) == spans(pattern.finditer(text))
    first, sought = pattern.search(text), find_first(pattern, text)
    assert (first and first.span()) == (sought and sought.span())


@pytest.mark.parametrize("written", PATTERNS)
@given(text=TEXTS)
@settings(max_examples=40, deadline=None)
def test_every_match_holds_a_word_that_is_told(written: str, text: str) -> None:
    pattern = re.compile(written, re.IGNORECASE | re.MULTILINE)
    matches = list(pattern.finditer(text))
    told = word_ends(pattern, text)
    if told is not None:
        ends = {end for row in told for end in row}
        assert all(not ends.isdisjoint(range(*match.span())) for match in matches)
    assert not (is_absent(pattern, text) and matches)


def test_a_pattern_that_nothing_points_to_is_told_absent() -> None:
    pattern = re.compile(r"\bsubpoenas?\b")
    find_first(pattern, "x" * 400)
    assert is_absent(pattern, "the county keeps no such record " * 12)
    assert not is_absent(pattern, "the county got a subpoena for a record " * 12)


@given(text=TEXTS)
@settings(max_examples=15, deadline=None)
def test_the_catalogue_finds_the_same_with_and_without(text: str) -> None:
    marks = [p for i in load_catalogue().instruments for mark in i.marks for p in mark.patterns]
    for pattern in (*marks, *(p for signal in signals() for p in signal.patterns)):
        plainly = pattern._sought.compiled.finditer(text)
        assert spans(pattern.matches(text)) == spans(plainly), pattern.written


@given(text=st.text(alphabet="aKſİıΣσÄ \u212a\u0130i", max_size=30))
def test_lower_case_keeps_every_place(text: str) -> None:
    assert len(lowered(text)) == len(text)


def test_letters_that_ignoring_case_takes_for_ascii_are_found() -> None:
    assert spans(Sought("desk", re.IGNORECASE).finditer("de\u017f\u212a")) == [(0, 4)]


def test_most_patterns_of_the_catalogue_are_told_absent_by_a_word() -> None:
    marks = [p for i in load_catalogue().instruments for mark in i.marks for p in mark.patterns]
    assert sum(bool(p.landmarks) for p in marks) > 0.9 * len(marks)
