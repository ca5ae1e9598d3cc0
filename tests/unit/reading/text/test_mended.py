"""Words of time that a recogniser damaged are put right only where one word fits."""

from __future__ import annotations

import pytest

from tecum.reading.text.mended import mend

DAMAGED = [
    ("within ten days of recelpt", "within ten days of receipt"),
    ("w1thin f0urteen days", "within fourteen days"),
    ("by rnarch 22, 2024", "by March 22, 2024"),
    ("by Apri1 2, 2024", "by April 2, 2024"),
    ("thirty (30) da ys of service", "thirty (30) days of service"),
    ("Mar ch 5, 2024", "March 5, 2024"),
    ("days ofreceipt", "days of receipt"),
    ("no later than5:00 p.m.", "no later than 5:00 p.m."),
    ("hot later than twenty days", "not later than twenty days"),
    ("wifhin five business doys", "within five business days"),
]
SOUND = [
    "Please produce the records within ten days of receipt of this letter.",
    "The plaza, an offer of data, a nice fine, the tram and a dose.",
    "Room 1225, 8 Main Street, Suite 1O1",
    "",
    "9" * 500,
]


@pytest.mark.parametrize(("printed", "meant"), DAMAGED)
def test_a_damaged_word_is_put_right_and_found_again(printed: str, meant: str) -> None:
    mended = mend(printed)
    assert mended is not None
    assert mended.text == meant
    for start, end, low, high in mended.changes:
        assert mended.printed(start, end) == (low, high)
        assert mended.touches(start, end)
    assert mended.printed(0, len(meant)) == (0, len(printed))


@pytest.mark.parametrize("text", SOUND)
def test_sound_words_are_left_alone(text: str) -> None:
    assert mend(text) is None
