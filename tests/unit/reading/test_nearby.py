"""Short ways give what the long ones give: dates near months and figures, boxes of one line."""

from __future__ import annotations

import re
from array import array
from importlib import import_module
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tecum.reading import calendar_words
from tecum.reading.calendar_words import find_dates
from tecum.reading.layout import NO_BOX, LetterBoxes, _line_boxes

_parser: Any = import_module("re._parser")
PIECES = (
    "January 5, 2026", "5th day of March, two thousand and twenty-six", "may", "Mayor", "14 days",
    "Monday, the 3rd of April 2025", "2026-03-02", "3/4/26", "3 / 4 / 2026", "l2/0l/2O25", "\n",
    "el dia cinco (5) de mayo de 2026", "records of the office", "x" * 150, "1st", "0ctober 9, 26.",
    "12.", "by", "dec", "Sept. 30", ",", "-", "and", "5/16",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join), st.booleans())
@settings(max_examples=150, deadline=None)
def test_dates_near_months_and_figures_are_all_dates(text: str, short: bool) -> None:
    everywhere = re.compile(r"(?=[\s\S])")
    near = calendar_words._windows
    found = find_dates(text, short=short)
    try:
        calendar_words._windows = lambda core, low: near(everywhere, low)
        assert find_dates(text, short=short) == found
    finally:
        calendar_words._windows = near


def test_no_date_is_wider_than_its_window() -> None:
    patterns = [*(p for p, _ in calendar_words._PATTERNS), calendar_words._NUMERIC_SHORT]
    widest = max(_parser.parse(p.pattern, p.flags).getwidth()[1] for p in patterns)
    assert widest < calendar_words._LONGEST


LETTER = st.tuples(
    st.floats(0, 600, width=32), st.sampled_from([700.0, 700.31, 712.5]),
    st.floats(1, 9, width=32), st.sampled_from([8.0, 11.255, 14.0]),
)  # fmt: skip


@given(st.lists(st.one_of(st.none(), LETTER), max_size=12), st.booleans())
def test_one_box_around_a_line_is_the_one_that_joining_gives(
    letters: list[tuple[float, float, float, float] | None], in_order: bool
) -> None:
    if in_order:
        letters = sorted(letters, key=lambda row: row or (0.0,))
    values = array("f")
    for row in letters:
        x, y, wide, high = row or (NO_BOX, NO_BOX, 0.0, 0.0)
        values.extend((x, y, x + wide, y + high) if row else (NO_BOX,) * 4)
    boxes = LetterBoxes(values)
    around = boxes.around(0, len(boxes))
    assert around is None or (around,) == _line_boxes(boxes)
