"""A due phrase that a recogniser damaged is never read as later than it was printed."""

from __future__ import annotations

import os
import random
from datetime import date

import pytest

from tecum.provenance import Page
from tecum.reading.dates.due import DueContext, due_phrases
from tecum.reading.result import DuePhrase
from tecum.reading.text.layout import Layer, Line, Text
from tecum.words import Conduct, DueForm, TextFrom
from tests.unit.reading.sentences_of_dates import DATES
from tests.unit.reading.sentences_of_periods import PERIODS

SIZE = int(os.environ.get("TECUM_TEST_WORN_SENTENCES", "2"))
CONTEXT = DueContext(conduct=Conduct.ISSUES, issued_on=date(2024, 3, 4))
SLIPS = {
    "l": "1", "1": "l", "O": "0", "0": "O", "S": "5", "5": "S", "e": "c", "t": "f", "h": "b",
    "g": "q", "m": "rn", "i": "l", "n": "ri", "a": "o", "8": "B", "r": "i", "u": "ii",
    ".": ",", " ": "",
}  # fmt: skip
HOURS = {"hours": 1.0, "days": 24.0, "weeks": 168.0, "months": 730.0, "years": 8766.0}
WORKING = 1.45


def worn(text: str, dice: random.Random) -> str:
    """A sentence as a poor recogniser gives it."""
    share = dice.choice((0.02, 0.05, 0.1))
    rare = {" ": 0.3 * share, ".": 0.3 * share}
    return "".join(
        SLIPS[c] if c in SLIPS and dice.random() < rare.get(c, share) else c for c in text
    )


def read(text: str) -> list[DuePhrase]:
    """The phrases of a recognised page that are given as a value."""
    rows, at = [], 0
    for row in text.split("\n"):
        if row.strip():
            rows.append(Line(1, at, at + len(row), row, Layer.BODY))
        at += len(row) + 1
    page = Page(1, 612.0, 792.0, 0, TextFrom.OCR, text)
    found = due_phrases(Text((page,), tuple(rows)).flow(), CONTEXT)
    return [p for p in found if p.band not in ("conflict", "unsure")]


def length(amount: float, unit: str, counting: str) -> float:
    return amount * HOURS[unit] * (WORKING if counting in ("business", "court") else 1)


def is_late(phrase: DuePhrase, expected: list[str]) -> bool:
    """Whether a phrase gives more time than any that the sentence states."""
    rows = [row.split() for row in expected]
    if phrase.form is DueForm.DATE and phrase.date:
        days = [row[1] for row in rows if row[0] == "date"]
        return bool(days) and phrase.date > max(days)
    periods = [row for row in rows if row[0] == "period"]
    if phrase.form is not DueForm.PERIOD or not periods or phrase.amount is None:
        return False
    back = [row for row in periods if row[4] == "before"]
    if back and phrase.direction != "before":
        return len(back) == len(periods)
    said = [length(int(row[1]), row[2], row[3]) for row in back or periods]
    got = length(phrase.amount, phrase.unit or "days", phrase.counting or "")
    return got < min(said) - 1 if back else got > max(said) + 1


@pytest.mark.parametrize("seed", range(SIZE))
def test_damage_never_gives_more_time(seed: int) -> None:
    dice = random.Random(seed)
    late = []
    for text, expected in (*DATES, *PERIODS):
        said = worn(text, dice)
        late += [said for phrase in read(said) if is_late(phrase, expected)]
    assert late == []
