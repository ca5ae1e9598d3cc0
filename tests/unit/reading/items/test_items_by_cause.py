# ruff: noqa: E501 - a printed sentence stays on one line
"""What is asked for in orders, later sets, forms with tables, and sentences with another actor."""

from __future__ import annotations

import pytest

from tecum.reading.items.items import read_items
from tecum.reading.paper.paper import paper_of
from tecum.reading.split.page_roles import head_of
from tecum.words import DocumentRole
from tests.unit.reading.factory import text_of


def rows(content: str) -> list[tuple[str, str]]:
    """Labels and words of the items of a text."""
    text = text_of(content)
    return [(item.label, item.text.value or "") for item in read_items(text, text.flow()).items]


LISTS = [
    (  # a later set of requests goes on with the numbers of an earlier one
        "Plaintiff is requested to respond to the following.\n\nREQUEST FOR PRODUCTION NO. 7:\nAll noise readings.\n\nREQUEST FOR PRODUCTION NO. 8:\nAll letters to the county.\n",
        [("7", "All noise readings."), ("8", "All letters to the county.")],
    ),
    (  # letters run on through definitions and instructions
        'Definitions\na. "Mill" means the mill.\nb. "Log" means any log.\nInstructions\nc. Produce files by request.\nRequests\nd. The lease of the Mill.\ne. Each Log of 2024.\n',
        [("d", "The lease of the Mill."), ("e", "Each Log of 2024.")],
    ),
    (  # numbers parted from their words by a dash
        "You have three business days from receipt of this notice to hand over, at the address above:\n1 - All time cards\n2 - Wage reports\n3 - A list of staff\n",
        [("1", "All time cards"), ("2", "Wage reports"), ("3", "A list of staff")],
    ),
    (  # a right that is asked to be given
        "The holder demands the right to inspect and copy: (1) the ledger of shares; (2) minutes of the board; and (3) contracts with officers.\n",
        [("1", "the ledger of shares"), ("2", "minutes of the board"), ("3", "contracts with officers.")],
    ),
    (  # the head of a column asks by itself
        "PAPERS FOR THE AUDIT\nRef   Please provide   Date needed\nA-1   Cash journal   9/26/2025\nA-2   Bank statements   9/26/2025\nB-1   Payroll registers   9/30/2025\n",
        [("A-1", "Cash journal"), ("A-2", "Bank statements"), ("B-1", "Payroll registers")],
    ),
    (  # of an order's paragraphs only the one that directs a giving asks
        "IT IS ORDERED that:\n1. The parties are prohibited from using the records for any other purpose.\n2. Alder Hospital shall deliver to counsel, by May 3, 2024, the following records:\n(a) the chart of March 3\n(b) the itemized bill\n3. The hospital may charge the fees allowed by law.\n4. The clerk shall send a copy of this order to the hospital.\n",
        [("2(a)", "the chart of March 3"), ("2(b)", "the itemized bill")],
    ),
    (  # things that such a paragraph parts by semicolons
        "IT IS ORDERED:\n1. The Superintendent shall furnish the enrollment history; all referrals since 2020; and the current transcript.\n2. The records shall be used in this proceeding alone.\n3. The hearing remains set for May 15, 2024.\n",
        [("1(a)", "the enrollment history"), ("1(b)", "all referrals since 2020"), ("1(c)", "the current transcript")],
    ),
    (  # who asks must do something himself; the reader is bidden in the next clause
        "I must report to the court before the hearing, so within one week of this letter please send the attendance record.\n",
        [("u1", "the attendance record")],
    ),
    (  # what need not be sent
        "Please send the inspection reports. Please don't send press clippings or tide tables.\n",
        [("u1", "the inspection reports")],
    ),
    (  # what is described elsewhere is no thing of its own
        "You are commanded to provide the documents described, no later than 07/08/2025.\n\nPlease provide any and all records regarding: the renter of the locker; opening times of the locker.\n",
        [("u1", "the renter of the locker"), ("u2", "opening times of the locker")],
    ),
    (  # marks inside one sentence of a thing
        "Produce the following:\n1. The haulage contract, with (a) the bid and (b) the award letter.\n2. All letters about the pit, including (i) drafts and (ii) notes.\n",
        [("1", "The haulage contract, with (a) the bid and (b) the award letter."), ("2", "All letters about the pit, including (i) drafts and (ii) notes.")],
    ),
    (  # a line that leads to the next numbers
        "Produce in the first set:\n1. payroll reports, 2023\n2. certificates of insurance\nAnd in the final set:\n3. the general ledger\n4. Forms 1099 issued\n",
        [("1", "payroll reports, 2023"), ("2", "certificates of insurance"), ("3", "the general ledger"), ("4", "Forms 1099 issued")],
    ),
    (  # paragraphs behind "the documents that follow"
        "Please return the documents that follow within 21 days of receiving this letter. Keep to their order.\n\nYour written purchasing policy, as adopted\n\nThe inventory of equipment bought with the award\n\nRosters for the two drills\n\nThe Branch may hold payments until the review is closed.\n",
        [("u1", "Your written purchasing policy, as adopted"), ("u2", "The inventory of equipment bought with the award"), ("u3", "Rosters for the two drills")],
    ),
    (  # a number that lost its stop
        "Produce the following:\n1. the ledgers;\n2. the bank statements;\n3. the invoices; and\n4 evidence of who signed them.\n",
        [("1", "the ledgers"), ("2", "the bank statements"), ("3", "the invoices"), ("4", "evidence of who signed them.")],
    ),
    (  # the table of a list that an auditor's client prepares
        "Please prepare the items below by the day in the third column.\nRef   Prepared by client   Needed by\nA1   Password policy   June 28, 2024\nA2   Contracts with data buyers   June 28, 2024\n\nPlease sign the copy of this letter and send it back.\n",
        [("A1", "Password policy"), ("A2", "Contracts with data buyers")],
    ),
    (  # the thing stands in a paragraph behind "the following:" of a long sentence
        "You are commanded to produce INSTANTER before the State Attorney, Ninth Circuit, pursuant to law, in an investigation now pending, the following:\n\nResults of any test of the water drawn in May.\n\nYou may send copies.\n",
        [("u1", "Results of any test of the water drawn in May")],
    ),
    (  # a title over records ends the instructions
        "Bring the documents described in Attachment A.\nATTACHMENT A\nInstructions\n\n1.1 Number every page. 1.2 Produce originals.\n\nPatient records\n1. Charts of each patient.\n2. Time sheets of every aide.\n\nBusiness records\n3. General ledger.\n",
        [("1", "Charts of each patient."), ("2", "Time sheets of every aide."), ("3", "General ledger.")],
    ),
    (  # a number whose word lost a letter
        "You are commanded to deliver the following:\nItem 1- attendance for May\nItem 2- statements taken by the dean\ntem 3- hallway video of May 3\nItem 4- the seating plan\n",
        [("1", "attendance for May"), ("2", "statements taken by the dean"), ("3", "hallway video of May 3"), ("4", "the seating plan")],
    ),
    (  # what is said not to be wanted
        "Please send us the following:\na) purchase orders for fans\nb) heat advisories sent to wardens\n\nWe are NOT asking for:\n- medical charts,\n- security plans.\n",
        [("a", "purchase orders for fans"), ("b", "heat advisories sent to wardens")],
    ),
    (  # labels of a column that names its rows
        "Please upload the records below by May 3, 2024; use the labels as file names.\nLabel   Record   Responsible\nA   Service agreements in force   Legal\nB   Monthly invoices   Accounting\n",
        [("A", "Service agreements in force"), ("B", "Monthly invoices")],
    ),
    (  # a wish with its day, left open; the name of a law that has a right in it
        "With the consent enclosed, may we have by May 3, 2024\n(1) the chart of March 1991; and\n(2) the films or their readings.\n",
        [("1", "the chart of March 1991"), ("2", "the films or their readings.")],
    ),
    (
        "We renew the request under the Right-to-Know Law, in the same words as before:\n1) the elevator contract;\n2) the log of outages.\n",
        [("1", "the elevator contract"), ("2", "the log of outages.")],
    ),
    (  # a request that is made again in the same words
        "We hereby renew the request, in the same words as before:\n1) the elevator contract;\n2) the log of outages.\n",
        [("1", "the elevator contract"), ("2", "the log of outages.")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("content", "expected"), LISTS, ids=[words[:40] for words, _ in LISTS])
def test_items_are_what_is_to_be_given(content: str, expected: list[tuple[str, str]]) -> None:
    assert rows(content) == expected


def test_a_rider_to_a_subpoena_is_its_schedule() -> None:
    page = text_of("RIDER TO GRAND JURY SUBPOENA\nA. Period\nB. Records to be produced\n")
    assert head_of(paper_of(page)).role is DocumentRole.SCHEDULE


def test_a_word_that_a_mail_came_is_no_item() -> None:
    assert rows("Our letter is attached. Please confirm that you got it.\n") == []
