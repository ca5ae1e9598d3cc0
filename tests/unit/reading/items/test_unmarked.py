"""Lists without markers: told from running text by their broken lines or paragraphs."""

from __future__ import annotations

import pytest

from tecum.reading.items.items import ItemContext, read_items
from tecum.words import Band, Conduct
from tests.unit.reading.factory import text_of


def read(content: str) -> list[str]:
    text = text_of(content)
    listed = read_items(text, text.flow(), ItemContext(conduct=Conduct.ISSUES))
    return [str(item.text.value) for item in listed.items]


LINES = (
    "The Board has opened a file on the licensee named above and needs the papers below.\n"
    "Send us these records by the end of the month:\n"
    "the licensee's disciplinary notices\n"
    "medication records for the night of January 14, 2024\n"
    "shift schedules for January 2024\n"
    "If you cannot comply, telephone at once.\n"
)
PARAGRAPHS = (
    "You are required to produce the documents requested.\n\nATTACHMENT\nDOCUMENTS REQUESTED\n\n"
    "Personnel files of the line leads employed at the plant\n\n"
    "Written warnings issued to any employee since June 1, 2024\n\n"
    "Surveillance recordings of the break room\n\nDated: August 1, 2024\n"
)


def test_each_broken_line_is_an_item() -> None:
    assert read(LINES) == [
        "the licensee's disciplinary notices",
        "medication records for the night of January 14, 2024",
        "shift schedules for January 2024",
    ]


def test_each_paragraph_of_a_schedule_is_an_item() -> None:
    assert read(PARAGRAPHS) == [
        "Personnel files of the line leads employed at the plant",
        "Written warnings issued to any employee since June 1, 2024",
        "Surveillance recordings of the break room",
    ]


def test_such_a_list_is_likely_at_best_and_labelled_as_unnumbered() -> None:
    text = text_of(LINES)
    listed = read_items(text, text.flow(), ItemContext(conduct=Conduct.ISSUES))
    assert listed.band is Band.LIKELY
    assert [item.label for item in listed.items] == ["u1", "u2", "u3"]


@pytest.mark.parametrize(
    "content",
    [
        "Please send the records to:\nRecords Unit\n100 Main Street\nSpringfield\n",
        "Please note the following:\nYou may object.\nWe will contact you.\n",
    ],
)
def test_addresses_and_sentences_are_no_list(content: str) -> None:
    assert len(read(content)) < 2
