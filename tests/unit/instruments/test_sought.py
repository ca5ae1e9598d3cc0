"""One look at a text's words: no pattern that the text matches is ever told to be absent."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from tecum.instruments.catalogue import load_catalogue
from tecum.instruments.landmarks import landmarks_of
from tecum.instruments.sought import Pointers
from tecum.reading.signer.titles import _COMPILED, find_title

WORDS = (
    "subpoena", "Department of", "records", "bank", "the", "custody", "in your", "Clerk of Court",
    "U.S.M.J.", "judge", "I-247A", "\n", "  ", "\t", "notice to", "appear", "grand jury", "ſ", "İ",
    "release", "date", "Special Agent in Charge", "hearing officer", "administrative", "state's",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(WORDS), max_size=90).map(" ".join)
PATTERNS = tuple(
    re.compile(written, flags)
    for flags in (0, re.IGNORECASE)
    for written in (
        r"(?<![a-z])(?:bank (?:records?|statements?))",
        r"(?:custody|release)\s{1,4}+(?:records|date)",
        r"(?i:clerk) of (?:the )?court|u\.?s\.?m\.?j\.?",
        r"(?:in your )?custody",
        r"\d|(?:a|the)?",
        r"(?:sub|sum)(?:poena|mons)\b",
        r"(?=date)d\w{3}|n(?:otice|ote) to",
    )
)


@given(TEXTS)
@settings(max_examples=120, deadline=None)
def test_what_a_text_matches_is_among_what_it_is_told_to_hold(text: str) -> None:
    told = Pointers(landmarks_of(pattern) for pattern in PATTERNS).told(text)
    assert {i for i, pattern in enumerate(PATTERNS) if pattern.search(text)} <= told


@given(TEXTS)
@settings(max_examples=25, deadline=None)
def test_no_mark_of_the_catalogue_sleeps_where_it_would_match(text: str) -> None:
    catalogue = load_catalogue()
    awake = catalogue.awake(text)
    for instrument in catalogue.instruments:
        for mark in instrument.marks:
            for pattern in mark.patterns:
                if pattern not in awake:
                    assert next(pattern.matches(text), None) is None, pattern.written


@given(TEXTS.map(lambda text: text.replace("\n", " ")[:140]))
@settings(max_examples=120, deadline=None)
def test_a_title_is_the_one_that_trying_all_of_them_finds(line: str) -> None:
    every = next((row for row in _COMPILED if row[2].search(line)), None)
    found = find_title(line)
    assert (found and (found.role, found.judge_kind)) == (every and every[:2])


def test_most_marks_sleep_over_a_short_letter() -> None:
    catalogue = load_catalogue()
    letter = "dear sir, please send the payroll of january. yours truly, a clerk of the city. " * 5
    every = sum(len(mark.patterns) for one in catalogue.instruments for mark in one.marks)
    assert len(catalogue.awake(letter)) < every / 10
