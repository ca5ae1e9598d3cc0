"""Lists that begin late, lose numbers, share a page with their titles, or are no lists at all."""

from __future__ import annotations

import pytest

from tecum.reading.items.items import read_items
from tecum.reading.items.no_items import is_given_up, titles_a_part
from tecum.reading.paper.paper import paper_of
from tests.unit.reading.demands_in_other_dress import IN_OTHER_DRESS
from tests.unit.reading.items.test_items_governed import words
from tests.unit.reading.sheet import text_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [pytest.param(text, expected, id=name) for name, text, expected in IN_OTHER_DRESS],
)
def test_what_a_list_in_other_dress_asks_for(text: str, expected: tuple[str, ...]) -> None:
    sheet = text_of(*text.split("\f"))
    found = read_items(sheet, paper_of(sheet).body).items
    assert [words(item.text.value or "") for item in found] == [words(e) for e in expected]


@pytest.mark.parametrize(
    "words_of_member",
    [
        "[withdrawn]",
        "reserved.",
        "intentionally omitted",
        "(deleted)",
        "this request is withdrawn.",
    ],
)
def test_a_number_that_is_given_up_asks_for_nothing(words_of_member: str) -> None:
    assert is_given_up(words_of_member)


@pytest.mark.parametrize(
    "words_of_member", ["reserved parking permits issued in 2023", "deleted messages", "none of it"]
)
def test_a_thing_is_not_given_up(words_of_member: str) -> None:
    assert not is_given_up(words_of_member)


def test_a_title_of_a_part_is_short_and_ends_no_sentence() -> None:
    assert titles_a_part("How to produce")
    assert not titles_a_part("The permit for the well.")
    assert not titles_a_part("the permit for the well")
