"""Alternatives looked for one by one lead to every place at which the whole pattern matches."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tecum.instruments import word_places
from tecum.instruments.sought import Sought, find_all, find_first
from tecum.instruments.ways import branches_of
from tecum.instruments.word_places import WordPlaces, Words

PIECES = (
    "we request", "the undersigned asks", "our client", "I need", "this office", "\n", "records",
    "you are commanded", "please", "kindly", "Part II", "must not", "ſubpoena", "İ", "2026", "5.",
    "the department of the county requires", "shall", "x" * 70, "a", "custody of the jail", ",",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join)
PATTERNS = (
    (
        r"(?<!\w)(?:i|we|(?:my|our)\s{1,4}client|(?:this|the)\s{1,4}(?:\w{1,16}\s{1,4}){0,3}?"
        r"(?:office|county|undersigned))\s{1,4}(?:requests?|asks?|requires|need)(?!\w)|please|kindly"
    ),
    r"(?:you|they) are (?:commanded|required)|(?:custody|records)|\bshall\b",
    r"(?m)^(?:part|section) [ivx]{1,3}\b|^(?:the|a) \w+",
    r"(?:must|shall)(?: not)?\b|(?:subpoena|warrant)s?",
    r"\d{4}|(?:our|my) client",
)
LONG = "no word of it is sought here and nothing is asked for; " * 70


@pytest.mark.parametrize("flags", [0, re.IGNORECASE])
@pytest.mark.parametrize("written", PATTERNS)
@given(text=TEXTS)
@settings(max_examples=25, deadline=None)
def test_all_matches_are_found_in_long_texts(written: str, flags: int, text: str) -> None:
    pattern = re.compile(written, flags)
    whole = f"{LONG}\n{text}\n{LONG}{text}"
    expected = [m.span() for m in pattern.finditer(whole)]
    sought = Sought(written, flags, compiled=pattern)
    for _ in range(2):
        assert [m.span() for m in sought.finditer(whole)] == expected
        assert [m.span() for m in find_all(pattern, whole)] == expected
    first = find_first(pattern, whole)
    assert (first and first.span()) == next(iter(expected), None)


@pytest.mark.parametrize("written", PATTERNS)
@given(text=TEXTS)
@settings(max_examples=25, deadline=None)
def test_one_of_the_ways_leads_to_every_match(written: str, text: str) -> None:
    whole = LONG + text
    ways = branches_of(written, re.IGNORECASE)
    places = Words().places(whole)
    found: set[int] = set()
    for way in ways:
        starts = way.starts(whole, places, looked_for=False)
        found.update(range(len(whole)) if starts is None else starts)
    assert {m.start() for m in re.finditer(written, whole, re.IGNORECASE)} <= found


def test_alternatives_are_told_apart_down_to_those_within_the_first() -> None:
    assert len(branches_of("(?:please|kindly) send|bring", 0)) == 3
    assert len(branches_of("(?<![a-z])(?:please|kindly)(?: send)?", 0)) == 2
    assert len(branches_of("please send", 0)) == 1


def test_a_pattern_with_an_alternative_of_no_certain_word_stays_whole() -> None:
    assert len(branches_of(r"please|kindly|[^a-z]{3}", 0)) == 1


def test_words_that_are_seldom_are_looked_for_with_the_others_later(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    every = Words()
    monkeypatch.setattr(word_places, "EVERY", every)
    places = WordPlaces("the quick brown fox " * 50, {}, frozenset())
    assert not places.of("lazy")
    assert list(places.of("quick"))[:2] == [8, 28]
    assert every.all() == {"lazy"}
    assert "lazy" not in places.ends
