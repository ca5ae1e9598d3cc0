"""Strokes on a picture over a judge's printed name: shown, never decided on (READING 10)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tecum.instruments.catalogue import load_catalogue
from tecum.provenance import Box, Page
from tecum.reading.read import read
from tecum.reading.result import Reading
from tecum.reading.text.layout import Text
from tecum.words import TextFrom
from tests.unit.reading import sheet

HEAD = (
    "UNITED STATES DISTRICT COURT\nDISTRICT OF EXAMPLE\nUNITED STATES OF AMERICA,\nPlaintiff,\n"
    "v.\nEXAMPLE COLD STORAGE, INC.,\nDefendant.\nNo. 3:23-mc-00014\n{title}\n"
    "IT IS ORDERED that Defendant shall produce to Plaintiff, within 14 days of the date of this\n"
    "Order:\n(1) the warehouse receipts for 2022; and\n(2) the temperature logs of that year.\n"
)
END = "IT IS SO ORDERED.\nDATED July 7, 2023.\n\n\n\nJudge G\nUnited States District Judge\n"
STEP = 18.0
LEFT = 90.0


def page_with(text: str, ink: tuple[Box, ...]) -> Text:
    """A recognised page: lines one under the other, empty ones as free space, and strokes."""
    made = sheet.text_of(text)
    rows = text.strip("\n").split("\n")
    places = [770.0 - STEP * i for i, row in enumerate(rows) if row.strip()]
    lines = tuple(
        replace(line, box=(LEFT, top - 11.0, LEFT + 6.0 * len(line.text), top))
        for line, top in zip(made.lines, places, strict=True)
    )
    first = made.pages[0]
    page = Page(1, 612.0, 792.0, 0, TextFrom.OCR, first.text)
    return replace(made, pages=(page,), lines=lines, ink=tuple((1, box) for box in ink))


def top_of(text: str, start: str) -> float:
    rows = text.strip("\n").split("\n")
    return 770.0 - STEP * next(i for i, row in enumerate(rows) if row.startswith(start))


def read_page(text: str, *ink: Box) -> Reading:
    opened = sheet.opened(text)
    part = replace(opened.parts[0], text=page_with(text, ink))
    return read(replace(opened, parts=(part,)), load_catalogue())


ORDER = HEAD.format(title="ORDER ENFORCING SUMMONS") + END
NAME = top_of(ORDER, "Judge G")
HAND: Box = (LEFT + 5, NAME + 6, LEFT + 125, NAME + 26)


def test_a_hand_over_the_judges_name_is_shown_and_decides_nothing() -> None:
    judicial = read_page(ORDER, HAND).judicial
    assert (judicial.value, judicial.band) == (None, "unsure")
    assert judicial.signals["ink_above_name"] is True


def test_a_hand_in_two_strokes_is_one() -> None:
    half = LEFT + 60
    strokes = (HAND[0], HAND[1], half, HAND[3]), (half + 4, HAND[1] + 3, HAND[2], HAND[3])
    assert read_page(ORDER, *strokes).judicial.signals["ink_above_name"] is True


@pytest.mark.parametrize(
    "ink",
    [
        (),
        ((LEFT, NAME + 4, LEFT + 40, NAME + 40),),
        ((LEFT, NAME + 60, LEFT + 120, NAME + 75),),
        ((LEFT + 250, NAME + 6, LEFT + 370, NAME + 26),),
        ((LEFT, NAME + 4, LEFT + 20, NAME + 14),),
        (HAND, (LEFT, NAME + 4, LEFT + 300, NAME + 12)),
    ],
    ids=["none", "a seal", "beside the date", "in another column", "a tick", "a rule through it"],
)
def test_other_ink_is_no_hand_over_the_name(ink: tuple[Box, ...]) -> None:
    judicial = read_page(ORDER, *ink).judicial
    assert (judicial.value, "ink_above_name" in judicial.signals) == (None, False)


def test_letters_within_the_ink_are_a_stamp() -> None:
    text = ORDER.replace("DATED July 7, 2023.\n\n\n\n", "DATED July 7, 2023.\n\n\nLODGED\n")
    name = top_of(text, "Judge G")
    judicial = read_page(text, (LEFT - 5, name + 4, LEFT + 80, name + 28)).judicial
    assert (judicial.value, "ink_above_name" in judicial.signals) == (None, False)


def test_a_proposed_order_is_no_order_whatever_is_drawn() -> None:
    text = HEAD.format(title="[PROPOSED] ORDER ENFORCING SUMMONS") + END
    name = top_of(text, "Judge G")
    assert read_page(text, (LEFT, name + 6, LEFT + 120, name + 26)).judicial.value is None


def test_a_lawyers_hand_is_not_the_judges() -> None:
    lawyer = "Presented by:\n\n\nAttorney P\nAttorney for Plaintiff\n"
    text = HEAD.format(title="ORDER ENFORCING SUMMONS") + END + lawyer
    name = top_of(text, "Attorney P")
    assert read_page(text, (LEFT, name + 6, LEFT + 120, name + 26)).judicial.value is None
