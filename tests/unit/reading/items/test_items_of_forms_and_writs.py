# ruff: noqa: E501 - a printed sentence stays on one line
"""Lists of forms, writs and orders: where they end, what stands below them, what a scan lost."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tecum.reading.items.items import ItemContext, read_items
from tecum.reading.result import ReadItem
from tecum.words import Conduct, Kind, TextFrom
from tests.unit.reading.factory import text_of


def items(content: str, *, scanned: bool = False, kind: Kind | None = None) -> tuple[ReadItem, ...]:
    text = text_of(content)
    if scanned:
        pages = tuple(replace(page, text_from=TextFrom.OCR) for page in text.pages)
        text = replace(text, pages=pages)
    return read_items(text, text.flow(), ItemContext(Conduct.ISSUES, kind)).items


def rows(content: str, *, scanned: bool = False) -> list[tuple[str, str]]:
    """Labels and words of the items of a text."""
    return [(item.label, item.text.value or "") for item in items(content, scanned=scanned)]


LISTS = [
    (  # a statutory form says of the whole list what it is needed for
        "You are required to bring with you and produce the following:\n1. The charts of each patient;\n2. the time records of the staff.\nwhich are necessary to an investigation of offenses defined by law.\n",
        [("1", "The charts of each patient"), ("2", "the time records of the staff.")],
    ),
    (  # the form's own line below the space for a list
        "You are commanded to produce the following records:\n1. the wage statements;\n2. the lease of the shop.\nContinued on Attachment 3.\n",
        [("1", "the wage statements"), ("2", "the lease of the shop.")],
    ),
    (  # lettered rules below a title of their own are no part of the last member
        "Property to be seized:\n1. ledgers of the shop;\n2. telephones on which they may be kept.\nManner of search\nA. Officers may copy a device in the shop.\nB. A team with no part in the inquiry sets letters to counsel aside.\n",
        [("1", "ledgers of the shop"), ("2", "telephones on which they may be kept.")],
    ),
    (  # an order goes on behind its list
        "IT IS ORDERED that respondent shall produce to petitioner:\n1. the reimbursement requests;\n2. the contract with the caterer.\n\nIT IS FURTHER ORDERED that respondent shall file a declaration of compliance no later than May 3, 2024.\n",
        [("1", "the reimbursement requests"), ("2", "the contract with the caterer."), ("u1", "file a declaration of compliance")],
    ),
    (  # what it further orders of the clerk is nothing that is asked for
        "IT IS ORDERED that respondent shall produce to petitioner:\n1. the reimbursement requests;\n2. the contract with the caterer.\n\nIT IS FURTHER ORDERED that the Clerk shall send the parties a copy of this Order.\n",
        [("1", "the reimbursement requests"), ("2", "the contract with the caterer.")],
    ),
    (  # nor what it orders the holder to leave alone, or to do first
        "IT IS ORDERED that the district shall deliver to counsel:\n1. the attendance records;\n2. the visit notes.\n\nIT IS FURTHER ORDERED that the district shall not notify the pupil. IT IS FURTHER ORDERED that the district shall first make an effort to notify the guardian.\n",
        [("1", "the attendance records"), ("2", "the visit notes.")],
    ),
    (  # what a court finds is no list of things, though it stands before one
        "The Court, having read the stipulation, finds:\nA. That the child attended the school of the district;\nB. That the records are needed;\nC. That the bank takes no position on the notice.\nIT IS ORDERED that the district shall deliver the following:\n(1) the cumulative file;\n(2) the report cards.\n",
        [("1", "the cumulative file"), ("2", "the report cards.")],
    ),
    (  # a writ for a prisoner
        "WE COMMAND that you have the body of Subject A, under safe conduct, before this Court in Courtroom 3 on April 4, 2023, there to testify in the trial of this case.\n",
        [("u1", "have the body of Subject A, under safe conduct, before this Court in Courtroom 3 on April 4, 2023")],
    ),
    (  # a room is asked for by what it is for
        "Please let me know before Subject A is released. Also please set up a room so that we can interview Subject B on Friday, and send me the address each gave at booking.\n",
        [("u1", "let me know before Subject A is released"), ("u2", "set up a room so that we can interview Subject B on Friday"), ("u3", "send me the address each gave at booking")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("content", "expected"), LISTS, ids=[words[:40] for words, _ in LISTS])
def test_what_a_form_writ_or_order_asks_for(content: str, expected: list[tuple[str, str]]) -> None:
    assert rows(content) == expected


SCANNED = [
    (
        "YOU ARE COMMANDED to produce the following:\n\ntoll reads of the tag named below, in May;\n\n(2) the account of that tag.\n\nFailure to appear is contempt.\n",
        [("[1]", "toll reads of the tag named below, in May"), ("2", "the account of that tag.")],
    ),
    (
        "Documents to be produced:\n\ni\n\nThe trust agreement.\n\n2 Statements of the fund.\n\n3. Minutes of the trustees.\n4 A census of members.\n",
        [("[1]", "The trust agreement."), ("2", "Statements of the fund."), ("3", "Minutes of the trustees."), ("4", "A census of members.")],
    ),
    (
        "WE COMMAND YOU to produce copies of:\n1, the benefit file;\n2. every report of earnings;\n3. the forms of the physician.\n",
        [("1", "the benefit file"), ("2", "every report of earnings"), ("3", "the forms of the physician.")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("content", "expected"), SCANNED, ids=[w[:40] for w, _ in SCANNED])
def test_a_mark_that_a_scan_lost(content: str, expected: list[tuple[str, str]]) -> None:
    assert rows(content, scanned=True) == expected


def test_a_list_typed_from_its_second_number_is_meant_so() -> None:
    typed = "Produce the following:\n\nthe ledger of the fund;\n\n(2) the account of the tag.\n"
    assert not any(label == "[1]" for label, _ in rows(typed))


def test_what_a_preservation_request_names_is_to_be_kept() -> None:
    words = "Please retain the following:\n1. subscriber details;\n2. log-in records.\n"
    kept = items(words, kind=Kind.PRESERVATION_REQUEST)
    assert [item.category.value for item in kept] == ["preserve", "preserve"]
    assert [item.also[0].value for item in kept] == ["identity", "account_records"]


def test_a_verb_that_ends_its_sentence_takes_no_object_from_the_next() -> None:
    words = "Please read the leaflet, which tells how we may use what you give. The inquiry does not mean that the records were false.\n"
    assert rows(words) == []
