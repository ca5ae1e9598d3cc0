"""Short ways give what the long ones give: dates near months and figures, boxes of one line."""

from __future__ import annotations

from array import array
from importlib import import_module
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tecum.reading.dates import calendar_words
from tecum.reading.dates.calendar_words import find_dates
from tecum.reading.text.layout import _line_boxes
from tecum.reading.text.letter_boxes import NO_BOX, LetterBoxes

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
    near = calendar_words._written
    found = find_dates(text, short=short)
    try:
        calendar_words._written = lambda pattern, low, places, reach: pattern.finditer(low)
        assert find_dates(text, short=short) == found
    finally:
        calendar_words._written = near


def test_what_a_date_must_hold_stands_within_reach_of_its_start() -> None:
    for pattern, core, reach in (*calendar_words._WAYS, calendar_words._SHORT_WAY):
        opens = "(?P<month>" if core is calendar_words._HAS_MONTH else "(?P<sep>"
        before = pattern.pattern.partition(opens)[0] if opens in pattern.pattern else r"[0-9]{3}"
        before = before.partition("/(?P<b>")[0]
        assert _parser.parse(before, pattern.flags).getwidth()[1] <= reach


def test_only_the_iso_form_may_begin_within_a_word() -> None:
    for pattern, _, reach in (*calendar_words._WAYS, calendar_words._SHORT_WAY):
        words = ("x2026-03-02", "xmay 5, 2026", "x5 may 2026", "x3/4/2026", "xcinco de mayo")
        assert any(pattern.search(word) for word in words) == (reach == 3)


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
