"""The time of day beside a date (READING 11)."""

from __future__ import annotations

import pytest

from tecum.reading.dates.times_of_day import time_before


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("you must appear at 9:30 a.m. on ", "09:30"),
        ("produce the log by noon on ", "12:00"),
        ("the video of may 3, 5 to 7 p.m., on ", None),
        ("the logs of 9:00 a.m. - 5:00 p.m., on ", None),
    ],
)
def test_the_end_of_some_hours_is_no_hour_of_the_day_behind_them(
    words: str, value: str | None
) -> None:
    found = time_before(words, len(words))
    assert (found.value if found is not None else None) == value
