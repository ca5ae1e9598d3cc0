# ruff: noqa: E501 - a printed sentence stays on one line
"""Lists and sentences that ask, as committees, agencies, courts and requesters write them."""

from __future__ import annotations

import pytest

from tecum.reading.items.items import ItemContext, read_items
from tecum.words import Conduct
from tests.unit.reading.factory import text_of


def rows(content: str) -> list[tuple[str, str]]:
    """Labels and words of the items of a paper that makes a demand."""
    text = text_of(content)
    found = read_items(text, text.flow(), ItemContext(conduct=Conduct.ISSUES))
    return [(item.label, item.text.value or "") for item in found.items]


def words(content: str) -> list[str]:
    """The words of the items alone."""
    return [text for _, text in rows(content)]


@pytest.mark.parametrize(
    ("sentence", "things"),
    [
        ("I am writing to request the visitor log of the east gate.", ["the visitor log of the east gate"]),
        ("We write to ask for copies of the ferry contracts.", ["copies of the ferry contracts"]),
        ("We seek documents sufficient to show the cost of each trip.", ["documents sufficient to show the cost of each trip"]),
        ("We would appreciate your sending us the tide tables.", ["the tide tables"]),
        ("I request the harbor log. I ask for a waiver of all fees.", ["the harbor log"]),
        ("I request the harbor log. I also request expedited processing.", ["the harbor log"]),
        ("I am not writing to request the names of children.", []),
        ("I would welcome a conversation about this.", []),
    ],
)  # fmt: skip
def test_what_a_sentence_asks_for(sentence: str, things: list[str]) -> None:
    assert words(sentence) == things


def test_questions_quoted_for_another_are_asked() -> None:
    letter = (
        "The Registrar's questions to the trust, which the Board wishes to have answered, are as"
        ' follows:\n\n    "1.  Who were the trustees in each year?\n\n     2.  I understand that a'
        " loan was made. Please would you let me have the deed.\n\n     4.  Please would you say"
        ' when it was repaid."\n\nI should be glad of an early reply.\n'
    )

    found = rows(letter)

    assert [label for label, _ in found] == ["1", "2", "4"]
    assert found[1][1].startswith("I understand that a loan was made.")


def test_things_not_yet_produced_are_asked_for_and_instructions_are_not() -> None:
    schedule = (
        "SCHEDULE\n\n"
        "1. To the extent not yet handed over, copies of any documents relating to the sale of"
        " the depot, including but not limited to appraisals and bids;\n\n"
        "2. To the extent not yet handed over, copies of any documents relating to losses; and\n\n"
        "3. Copies of all inventories.\n\n"
        "Schedule Instructions\n\n"
        "1. In complying, you shall produce all documents in your possession.\n\n"
        "2. Documents shall not be destroyed.\n"
    )

    assert [text[:30] for text in words(schedule)] == [
        "To the extent not yet handed o",
        "To the extent not yet handed o",
        "Copies of all inventories.",
    ]


def test_footnotes_are_no_parts_of_the_request_above_them() -> None:
    letter = (
        "We request the following documents:\n\n"
        "1. All drafts of the plan named in the audit;1\n\n"
        "2. All letters to the contractor;2 and\n\n"
        "3. All invoices of the contractor.\n\n"
        "1 Audit Office, Report 7, at 6.\n"
        "2 Id. at 9.\n"
    )

    assert words(letter) == [
        "All drafts of the plan named in the audit",
        "All letters to the contractor",
        "All invoices of the contractor.",
    ]


@pytest.mark.parametrize("between", ["- 3 -", "Page 3", "Mr. Sample\nPage 3", "Notes, page 88"])
def test_what_stands_between_two_members_belongs_to_neither(between: str) -> None:
    paper = (
        "INTERROGATORIES\n\n1. State how the dose was measured.\n\n"
        "2. Describe the instrument that was used.\n\n"
        f"{between}\n\n3. Identify each person who read it.\n"
    )

    assert words(paper) == [
        "State how the dose was measured.",
        "Describe the instrument that was used.",
        "Identify each person who read it.",
    ]


def test_letters_with_one_bracket_part_the_things_of_a_sentence() -> None:
    order = (
        "IT IS ORDERED that within 14 days the clinic produce to counsel a) the chart of Subject A,"
        " b) its ledger for the stay, and c) the report of June 4."
    )

    assert words(order) == [
        "the chart of Subject A",
        "its ledger for the stay",
        "the report of June 4.",
    ]


def test_things_counted_in_words_begin_behind_the_words_that_ask() -> None:
    letter = (
        "Accordingly, I ask for three things. First, please let me have a copy of the letter of"
        " engagement. Second, please tell me who signed it. Third, please send me the invoice."
    )

    assert words(letter) == ["the letter of engagement", "tell me who signed it", "the invoice"]


def test_concerns_that_a_letter_lists_are_not_asked_for() -> None:
    letter = (
        "I have three concerns with the plan:\n\n1. It was made in haste.\n\n"
        "2. It rests on old figures.\n\n3. It leaves out the town.\n"
    )

    assert words(letter) == []


def test_a_single_footnote_ends_the_last_question() -> None:
    letter = (
        "1. When did the Registrar learn of the letter?5\n\n2. Did he read it?\n\n"
        "3. Provide every draft of it.\n\n5 Sample Gazette, June 2, 2019.\n"
    )

    assert words(letter) == [
        "When did the Registrar learn of the letter?",
        "Did he read it?",
        "Provide every draft of it.",
    ]


def test_groups_that_are_lettered_make_one_list() -> None:
    letter = (
        "To begin our work we will need the following:\n\nA1. Trial balance\n"
        "A2. Bank reconciliations\nB1. Payroll register\nB2. Personnel files\n"
    )

    assert [label for label, _ in rows(letter)] == ["A1", "A2", "B1", "B2"]


def test_the_word_before_the_last_thing_is_none_of_it() -> None:
    letter = (
        "Your company is asked to preserve, pending process, the following for the accounts named"
        " above: subscriber records; log-in records; and the contents of the accounts."
    )

    assert words(letter)[-1] == "the contents of the accounts"


@pytest.mark.parametrize(
    "lead",
    [
        "We should like to discuss the following points at the meeting:",
        "Enclosed please find:",
        "Section 4 provides that an agency shall:",
    ],
)
def test_what_is_enclosed_discussed_or_laid_down_is_not_asked_for(lead: str) -> None:
    assert words(f"{lead}\n\n1. The report of the auditor.\n\n2. The reply of the agency.\n") == []


def test_marks_with_a_dash_below_a_schedule_of_documents() -> None:
    schedule = (
        "SCHEDULE OF DOCUMENTS\n\n1 - Share register of the company\n"
        "2 - Minutes of the board from 1997\n3 - Statements of the trust account\n"
    )

    assert [label for label, _ in rows(schedule)] == ["1", "2", "3"]
