"""A sentence counts by who speaks to whom, in which mood, and about what."""

from __future__ import annotations

import pytest

from tecum.reading.paper.paper import paper_of
from tecum.reading.speech.acts import Mood, Speech
from tecum.reading.speech.quotations import quotations
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


@pytest.mark.parametrize(
    "sentence",
    [
        "Kindly let us have the registers by May 1, 2024.",
        "Demand is hereby made that the District keep the video.",
        "The ledgers listed below are needed by August 1.",
        "Your response must be received within thirty days.",
        "Plaintiff demands that defendant produce the logs.",
        "Have ready the payroll records for my visit.",
        "Do you mind sending me his timecards?",
        "Your wage reports are to be presented at that time.",
        "The Division will expect to see the personnel file.",
        "So that the visit is short, send me the payroll records within 72 hours.",
    ],
)
def test_directives_in_other_words(sentence: str) -> None:
    assert _moods(sentence) == [(Mood.REQUEST, True)]


def test_records_taken_up_by_a_pronoun_count_where_a_day_is_set() -> None:
    assert (Mood.REQUEST, True) in _moods(
        "We need the vendor contracts.\nKindly furnish them by June 3.\n"
    )
    assert _moods("We had lunch.\nPlease bring them.\n") == [(Mood.REQUEST, False)]


@pytest.mark.parametrize(
    "sentence",
    [
        "If you want us to proceed, please send the records fee.",
        "Please resubmit your request through the portal with the original order.",
        "Please direct the subpoena to the Sheriff, who keeps the records.",
        "You must have a supervisor for all records at all times.",
        "Kindly return a stamped copy in the envelope.",
        "Any appeal must be received within thirty days.",
    ],
)
def test_words_of_asking_that_ask_for_no_records(sentence: str) -> None:
    assert (Mood.REQUEST, True) not in _moods(sentence)


def test_a_recited_paragraph_is_anothers_speech() -> None:
    text = (
        "Paragraph 3 of your paper reads as follows:\n\n"
        "     3. Produce all booking photographs.\n\nNothing will be turned over.\n"
    )
    assert _moods(text) == []


@pytest.mark.parametrize(
    ("sentence", "word", "supposes"),
    [
        ("If any document is withheld, provide a log.", "withheld", True),
        ("2. If you object to a request, say why.", "object", True),
        ("Documents shall be numbered and logged.", "numbered", True),
        ("You may object within ten days.", "object", True),
        ("We have withheld nine pages.", "withheld", False),
        ("We must decline to produce the files.", "produce", False),
    ],
)
def test_what_is_supposed_or_prescribed_is_not_said_as_done(
    sentence: str, word: str, supposes: bool
) -> None:
    paper = paper_of(text_of(sentence))
    speech = Speech(paper, quotations(paper))
    assert speech.supposes(paper.words.index(word)) is supposes


def test_things_asked_for_are_told_from_what_a_paper_does() -> None:
    text = (
        "Please provide the following by May 1:\n1. the subpoena log;\n2. each invoice.\n\n"
        "The log of this office is closed.\n"
    )
    paper = paper_of(text_of(text))
    speech = Speech(paper, quotations(paper))
    words = paper.words
    assert speech.asks_for(words.index("subpoena log"))
    assert speech.asks_for(words.index("invoice"))
    assert not speech.asks_for(words.index("closed"))


def test_certified_mail_makes_no_delivery_notice_of_a_demand() -> None:
    reading = read_text(
        "EXAMPLE AGENCY\nCERTIFIED MAIL - RETURN RECEIPT REQUESTED\nOctober 1, 2024\nExample Co.\n"
        "You are required to submit each invoice and the subpoena log by October 30, 2024.\n"
    )
    assert reading.conduct.value == "issues"
