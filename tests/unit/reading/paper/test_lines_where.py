"""Lines told by their words: every line with a match is among those that are told."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tecum.reading.paper.paper import paper_of
from tecum.reading.text.matching import fold, units, units_where
from tests.unit.reading.sheet import text_of

LINES = st.lists(
    st.sampled_from(
        (
            "Certificate of Service", "1. All payroll records of the county for May.", "Re: File",
            "You must answer by June 3. The clerk keeps the informa-", "tion that was asked for.",
            "SCHEDULE A", "“Records” means what is written down.", "", "Año de 2021; servicio",
        )
    ),
    min_size=1,
    max_size=40,
)  # fmt: skip
PATTERNS = (
    r"\bof service\b",
    r"(?:schedule|attachment) [a-z]\b",
    r"^\W{0,3}\d{1,2}\.",
    r"information|records?\b",
    r"[a-z]{3}-$",
)


@pytest.mark.parametrize("written", PATTERNS)
@given(lines=LINES)
def test_a_line_with_a_match_is_told(written: str, lines: list[str]) -> None:
    pattern = re.compile(written, re.IGNORECASE)
    paper = paper_of(text_of("\n".join(lines)))
    told = set(paper.lines_where(pattern))
    assert all(i in told for i, line in enumerate(paper.lines) if pattern.search(line.text))
    assert not (paper.lacks(pattern) and pattern.search(paper.words))


@pytest.mark.parametrize("written", PATTERNS)
@given(lines=LINES)
def test_a_unit_with_a_match_is_told(written: str, lines: list[str]) -> None:
    pattern = re.compile(written, re.IGNORECASE)
    text = fold("\n".join(lines))
    cut = units(text)
    told = units_where(text, cut, pattern)
    assert all(unit in told for unit in cut if pattern.search(text[unit.start : unit.end]))


def test_few_lines_are_told_of_a_long_paper() -> None:
    pattern = re.compile(r"\bproof of mailing\b")
    paper = paper_of(text_of("The county keeps its books.\n" * 60 + "Proof of mailing\n"))
    paper.lines_where(pattern)
    assert list(paper.lines_where(pattern)) == [60]
