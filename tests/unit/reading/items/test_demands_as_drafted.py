"""What is asked for in demands as they are drafted, and in lists whose markers are damaged."""

from __future__ import annotations

import re

import pytest

from tecum.reading.items.items import ItemContext, read_items
from tecum.reading.paper.paper import paper_of
from tecum.words import Band
from tests.unit.reading.demands_as_drafted import DAMAGED, PAPERS
from tests.unit.reading.demands_in_sentences import SENTENCES
from tests.unit.reading.demands_of_further_sorts import FURTHER
from tests.unit.reading.sheet import text_of

ALL = (*PAPERS, *SENTENCES, *FURTHER, *DAMAGED)


def words(text: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", text.lower()))


def asked(text: str) -> list[str]:
    sheet = text_of(*text.split("\f"))
    return [words(i.text.value or "") for i in read_items(sheet, paper_of(sheet).body).items]


@pytest.mark.parametrize(
    ("text", "expected"),
    [pytest.param(text, expected, id=name) for name, text, expected in ALL],
)
def test_what_a_demand_asks_for(text: str, expected: tuple[str, ...]) -> None:
    assert asked(text) == [words(e) for e in expected]


def test_a_repair_of_markers_never_numbers_anew() -> None:
    sheet = text_of("SCHEDULE A\n\nl. All leases.\n2. All notices to tenants.\n4. All rent rolls.")
    found = read_items(sheet, paper_of(sheet).body, ItemContext())
    assert [item.label for item in found.items] == ["l", "2", "4"]
    assert found.band is Band.UNSURE
    assert found.warnings == ("item_gap",)


def test_an_item_whose_marker_was_lost_is_given_apart() -> None:
    sheet = text_of(
        "SCHEDULE A\n\n1. All leases of the building.\n2. All notices to tenants.\n"
        "Rent rolls for each year.\n4. Court papers."
    )
    found = read_items(sheet, paper_of(sheet).body)
    assert [(item.label, item.text.value) for item in found.items] == [
        ("1", "All leases of the building."),
        ("2", "All notices to tenants."),
        ("[3]", "Rent rolls for each year."),
        ("4", "Court papers."),
    ]
    assert found.band is Band.UNSURE
    assert found.warnings == ("item_gap",)


def test_a_gap_with_no_room_for_an_item_stays_a_gap() -> None:
    sheet = text_of("SCHEDULE A\n\n1. All leases.\n2. All notices to\ntenants.\n4. Court papers.")
    found = read_items(sheet, paper_of(sheet).body)
    assert [item.label for item in found.items] == ["1", "2", "4"]


def test_every_item_quotes_the_stored_text() -> None:
    for _, text, _ in ALL:
        sheet = text_of(*text.split("\f"))
        for item in read_items(sheet, paper_of(sheet).body).items:
            for span in item.text.spans:
                stored = sheet.pages[span.page - 1].text
                assert stored[span.start : span.end] == span.quote
