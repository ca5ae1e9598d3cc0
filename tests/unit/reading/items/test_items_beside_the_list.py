# ruff: noqa: E501 - a printed sentence stays on one line
"""What stands beside, below and inside a list, and is none of its members."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tecum.provenance import Read
from tecum.reading.items.items import ItemContext, read_items
from tecum.reading.result import CheckBox
from tecum.reading.text.layout import Text
from tecum.words import Band, CheckState, TextFrom
from tests.unit.reading.factory import text_of

ON, OFF = CheckState.CHECKED, CheckState.UNCHECKED
COMMAND = "You are commanded to produce the following:\n"

LISTS = {
    "what happens on failure": (
        COMMAND + "(1) the tide tables;\n(2) the mooring contract.\n\n"
        "Should you fail to: (1) appear, (2) produce, or (3) object in time, a fine may follow.\n",
        ["the tide tables", "the mooring contract."],
    ),
    "ways that one may choose": (
        COMMAND + "(1) the tide tables;\n(2) the mooring contract.\n\n"
        "In place of coming you may (1) post certified copies, or (2) leave them with the clerk.\n",
        ["the tide tables", "the mooring contract."],
    ),
    "what was given before": (
        (
            "In May the Harbor Board provided (1) a chart of the docks and (2) one letter.\n"
            "Please send us the following by June 4:\n1. the dredging contract;\n2. the pilots' logs.\n"
        ),
        ["the dredging contract", "the pilots' logs."],
    ),
    "terms in quotation marks": (
        COMMAND + "1. The dredging contract.\n2. The pilots' logs.\n\n"
        'Terms used above:\na. "Harbor" is the basin behind the old mole.\nb. "You" is the company and its crews.\n',
        ["The dredging contract.", "The pilots' logs."],
    ),
    "the place, on a line of its own": (
        COMMAND + "1) the estimate and the bill\n2) order slips for parts\n"
        "at 12 Ferry Street, Port Alder.\n",
        ["the estimate and the bill", "order slips for parts"],
    ),
    "the rest of an order": (
        (
            "It is ordered that the company furnish to the clerk:\n(1) the name on the account\n"
            "(2) telephone numbers on file\nand it is further ordered that nobody be told.\n"
        ),
        ["the name on the account", "telephone numbers on file"],
    ),
    "lines between two groups": (
        (
            "Good morning, please send us by Thursday:\n- the latest portrait\n- current housing unit\n"
            "Subject A\nSubject B\nWe would also like to:\n- speak with each of them on Friday.\n"
        ),
        ["the latest portrait", "current housing unit", "speak with each of them on Friday."],
    ),
    "a request that goes on in a pronoun": (
        (
            "I would like to see all of his school file. That means at least:\n"
            "- his report cards\n- the evaluation of last spring\n- notes of the nurse\n"
        ),
        ["his report cards", "the evaluation of last spring", "notes of the nurse"],
    ),
    "paragraphs that number a paper's parts": (
        (
            "DEMAND\n1. Authority. This demand is made under the Act on Tolls.\n"
            "2. Return. Answers are due by June 4.\n3. Meaning. A customer is who signed with you.\n"
            "INTERROGATORY NO. 1: State how many customers you have had.\n"
            "INTERROGATORY NO. 2: Produce each form of contract.\n"
        ),
        ["State how many customers you have had.", "Produce each form of contract."],
    ),
    "letters joined to a number": (
        (
            "INFORMATION REQUEST\n1. Provide a map of the site.\n2. With regard to the spill of March 9, 2023:\n"
            "2a. describe what was lost;\n2b. name each person who came.\n3. Provide the permits.\n"
        ),
        [
            "Provide a map of the site.",
            "describe what was lost",
            "name each person who came.",
            "Provide the permits.",
        ],
    ),
    "names on another sheet": (
        (
            "You must produce the records in the schedule.\n\nSCHEDULE\n\nRECORDS TO BE PRODUCED\n"
            "1. For each member listed in Appendix 1, the ledger card.\n2. The bylaws.\n\n"
            "APPENDIX 1\n\n1. Member 001\n2. Member 002\n3. Member 003\n"
        ),
        ["For each member listed in Appendix 1, the ledger card.", "The bylaws."],
    ),
    "what officers may keep of it": (
        (
            "The Provider is required to disclose the following information to the government:\n"
            "a. contents of the messages;\nb. log-in records of the account.\n\n"
            "All of it that constitutes fruits, evidence and instrumentalities of the offense, including:\n"
            "(a) The sale of the boats;\n(b) Who used the account.\n"
        ),
        ["contents of the messages", "log-in records of the account."],
    ),
    "lines in small letters": (
        (
            "This paper is served upon you under the Act, and you are hereby required to produce:\nany records of the last known address\n"
            "telephone numbers given at booking\nwitness statements\ndate and time of release, if any\n"
        ),
        [
            "any records of the last known address",
            "telephone numbers given at booking",
            "witness statements",
            "date and time of release, if any",
        ],
    ),
    "what is to be ready": (
        (
            "So that we can begin, please have the following ready by May 4: the general ledger; "
            "contracts above $50,000, with the bids; and the rules on buying.\n"
        ),
        ["the general ledger", "contracts above $50,000, with the bids", "the rules on buying"],
    ),
    "facts before what is asked": (
        (
            "The alleged facts are these:\n1. In March a client paid you for an appeal.\n"
            "2. You put the sum into your own account.\n"
            "With your answer you are required to send this office:\n"
            "(1) the ledger of that client;\n(2) the whole of the client's file.\n"
        ),
        ["the ledger of that client", "the whole of the client's file."],
    ),
    "a call before somebody is let go": (
        (
            "Could you please\n- call the station before release, with some hours to spare\n"
            "- send back the booking photo\n- let one of us talk to him in the morning\n"
            "Nobody is asking you to hold him.\n"
        ),
        [
            "call the station before release, with some hours to spare",
            "send back the booking photo",
            "let one of us talk to him in the morning",
        ],
    ),
    "a sentence that begins anew before the last number": (
        (
            "Under the Act on Data please send me, within 45 days,\n1) what you have about me\n"
            "2) the companies to which you sold it, with the price and the day of each sale to them\n"
            "3) the scores that were given\nThen, under the same Act,\n4) delete what you hold.\n"
        ),
        [
            "what you have about me",
            "the companies to which you sold it, with the price and the day of each sale to them",
            "the scores that were given",
            "delete what you hold.",
        ],
    ),
    "the cells of a form behind the list": (
        (
            "You are commanded to make available the documents described below:\n"
            "1) the chart of Subject A;\n2) bills for that care;\n3) any letter of protection.\n"
            "at location: 12 Ferry Street\non date: May 30, 2024\n"
        ),
        ["the chart of Subject A", "bills for that care", "any letter of protection."],
    ),
    "an officer who is commanded": (
        (
            "By virtue of the power vested in me, I command you to take that person into custody, "
            "and remove him from the county.\n"
        ),
        ["take that person into custody, and remove him from the county"],
    ),
    "who answers, and who only replies": (
        (
            "IT IS ORDERED that the company shall file a written response within ten days. "
            "IT IS FURTHER ORDERED that Petitioner shall file a reply and serve a log of its papers.\n"
        ),
        ["file a written response"],
    ),
}


def read(content: str) -> list[str]:
    """The words of the items of a text."""
    text = text_of(content)
    return [item.text.value or "" for item in read_items(text, text.flow()).items]


@pytest.mark.parametrize(("content", "expected"), LISTS.values(), ids=LISTS)
def test_only_members_of_the_list_are_items(content: str, expected: list[str]) -> None:
    assert read(content) == expected


def test_bullets_that_a_scan_lost_are_told_by_the_semicolons_before_them() -> None:
    words = (
        COMMAND + "\u2022 Payroll records of all employees;\n\nTime cards for the same years;\n\n"
        "\u2022 Wage notices given at hire;\n\nRecords of tips;\n\n"
        "A list of every employee.\n\nOriginals will be given back.\n"
    )
    text = text_of(words)
    pages = tuple(replace(page, text_from=TextFrom.OCR) for page in text.pages)
    seen = Text(pages, text.lines, text.char_boxes)
    assert [i.text.value for i in read_items(seen, seen.flow()).items] == [
        "Payroll records of all employees",
        "Time cards for the same years",
        "Wage notices given at hire",
        "Records of tips",
        "A list of every employee.",
    ]


def test_numbers_whose_stops_were_lost_are_found_between_those_that_kept_theirs() -> None:
    words = (
        COMMAND
        + "1. the signature card;\n2 monthly statements;\n3 deposits;\n4. wires; and\n5. the key log.\n"
    )
    assert read(words) == [
        "the signature card",
        "monthly statements",
        "deposits",
        "wires",
        "the key log.",
    ]


def test_a_letter_that_is_no_word_stands_for_the_one_mark_that_is_missing() -> None:
    words = (
        COMMAND
        + "1. The rental agreement\n2. Repair history of the car\nw Speed and place of the car\n4. The licence\n"
    )
    assert read(words) == [
        "The rental agreement",
        "Repair history of the car",
        "Speed and place of the car",
        "The licence",
    ]


def test_members_beside_empty_boxes_are_not_asked_for() -> None:
    content = (
        "Please furnish the indicated items:\nA. Copy of the contract of sale.\n"
        "B. Pictures of the goods.\nC. What each part cost.\n"
    )
    text = text_of(content)
    labels = {
        "A. Copy of the contract of sale.": ON,
        "B. Pictures of the goods.": OFF,
        "C. What each part cost.": ON,
    }
    boxes = tuple(
        CheckBox(label=Read(label, Band.LIKELY), state=state) for label, state in labels.items()
    )
    found = read_items(
        Text(text.pages, text.lines, text.char_boxes), text.flow(), ItemContext(checkboxes=boxes)
    )
    assert [i.text.value for i in found.items] == [
        "Copy of the contract of sale.",
        "What each part cost.",
    ]
