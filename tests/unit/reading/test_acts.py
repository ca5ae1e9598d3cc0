"""A sentence counts by who speaks to whom, in which mood, and about what."""

from __future__ import annotations

import pytest

from tecum.reading.acts import Mood, Speech, quotations
from tecum.reading.paper import paper_of
from tests.unit.reading.sheet import read_text, text_of


def _moods(text: str) -> list[tuple[Mood, bool]]:
    paper = paper_of(text_of(text))
    return [(act.mood, act.about_records) for act in Speech(paper, quotations(paper)).acts]


@pytest.mark.parametrize(
    ("sentence", "mood"),
    [
        ("You are hereby commanded to produce all payroll records.", Mood.COMMAND),
        ("The Director commands you to deliver the ledgers for 2023.", Mood.COMMAND),
        ("Please send us the booking sheet.", Mood.REQUEST),
        ("I'd like to get all complaints filed since 2015.", Mood.REQUEST),
        ("Within 20 days, submit copies of the policies.", Mood.REQUEST),
        ("Could you tell us the release date of the inmate?", Mood.REQUEST),
        ("Se solicita copia de los documentos.", Mood.REQUEST),
        ("It is ORDERED that the clinic produce the charts.", Mood.ORDER_OF_THIRD),
        ("The data in Section D must be preserved for 60 days.", Mood.ORDER_OF_THIRD),
    ],
)
def test_directives(sentence: str, mood: Mood) -> None:
    assert _moods(sentence) == [(mood, True)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The subpoena dated May 1 requires the county to give its records to the agency.",
        'The letter reads: "You are hereby commanded to produce all records within three days."',
        "If anyone hands you a subpoena, you must send the documents to the lawyers.",
        "Staff shall forward all records to the shift commander.",
        "Please do not send the records yet.",
        "Please send a deposit of $55.00.",
        "We found no records.",
        "The Mayor thanked the deputies for the report.",
    ],
)
def test_what_is_no_directive_about_records(sentence: str) -> None:
    assert not [row for row in _moods(sentence) if row[1]]


SIGNED = """
SPECIMEN
STATE OF EXAMPLE, DEPARTMENT OF LABOR
SUBPOENA DUCES TECUM
To: Example Mills, Inc.
You are hereby required to produce the payroll records for 2023 by May 3, 2024.
{signature}
Commissioner
April 12, 2024
"""


@pytest.mark.parametrize(
    ("signature", "conduct"),
    [("/s/ Ada Example", "issues"), ("____________________", "templates")],
)
def test_a_word_at_the_top_gives_way_to_a_signature(signature: str, conduct: str) -> None:
    assert read_text(SIGNED.format(signature=signature)).conduct.value == conduct


def test_a_sentence_may_be_as_long_as_it_likes() -> None:
    text = "We ask the office of the committee on the records of the board " * 400
    assert len(_moods(text)) >= 1
