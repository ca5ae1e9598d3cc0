# ruff: noqa: E501 - a printed sentence stays on one line
"""What stands behind a form's label or a bare heading, and what a list says of its own members."""

from __future__ import annotations

import pytest

from tecum.reading.items.items import read_items
from tecum.reading.text.layout import FormField, Text
from tecum.words import CheckState
from tests.unit.reading.factory import text_of

ON, OFF = CheckState.CHECKED, CheckState.UNCHECKED

LISTS = {
    "a label with a colon": (
        (
            "CERTIFICATE OF ORDER\nThe addressee shall keep the order secret from the user.\n"
            "(i) Data requested: name and birth date given for account 88-Q; log-in addresses of "
            "May 2026; the drafts folder of the mailbox\nPart I: Nature of the order: court\n"
            "Name: Magistrate C\n"
        ),
        [
            "name and birth date given for account 88-Q",
            "log-in addresses of May 2026",
            "the drafts folder of the mailbox",
        ],
    ),
    "a label and the space below it": (
        (
            "You are ordered to produce the records described in the declaration on page two.\n\n"
            "Exact documents to be produced\n\nThe loan file for slip 14; payment history of that "
            "loan; letters with Gull Marine about default.\n\n3. Good cause exists: it is disputed.\n"
        ),
        [
            "The loan file for slip 14",
            "payment history of that loan",
            "letters with Gull Marine about default",
        ],
    ),
    "a label within a label": (
        (
            "Section F: Evidence to be preserved\n(i) Requested data: subscriber data for the site; "
            "access logs of May 2026\nSection I: Order issued by: public prosecutor\n"
        ),
        ["subscriber data for the site", "access logs of May 2026"],
    ),
    "a bare label below the command": (
        (
            "YOU ARE FURTHER COMMANDED TO BRING AND PRODUCE:\n\nDocuments\n\nchart of the visit of "
            "June 5; pictures of the cuts.\n\nFail not.\n"
        ),
        ["chart of the visit of June 5", "pictures of the cuts"],
    ),
    "a page that explains": (
        (
            "Please produce the following by May 16:\n\nLetters of the sheriff about Directive 7.\n\n"
            "Drafts of Directive 7.\n\nAn attachment explains how to send them.\n"
        ),
        ["Letters of the sheriff about Directive 7.", "Drafts of Directive 7."],
    ),
    "a sentence about what was named": (
        (
            "I apply for a subpoena.\nRecords to be produced: tank logs for May; invoices to the "
            "cooperative.\nThey are material because the cause is disputed.\n"
        ),
        ["tank logs for May", "invoices to the cooperative"],
    ),
    "a form that says who issued it": (
        "Nature of the order issued by:\ncourt\nName\nMagistrate C\nPost held\nInvestigating judge\n",
        [],
    ),
    "lines that say whose a thing is": (
        (
            "You are required to bring with you to 40 Lake Street the papers described in "
            'Attachment 1.\n\nATTACHMENT 1\nDefinitions\n"Fund" is the Coal Pier Fund.\nRecords\n'
            "Custody agreements between you and the Fund\n"
            "Ledgers of every account in which you kept its money\n"
            "Letters from you to the trustees about late pay\n"
        ),
        [
            "Custody agreements between you and the Fund",
            "Ledgers of every account in which you kept its money",
            "Letters from you to the trustees about late pay",
        ],
    ),
    "what a writ does with the things": (
        (
            "You are commanded to search the yard at 9 Mill Road for\n1. the sign-out book for lot 12,\n"
            "2. the disk of the gate camera for May 5,\nand upon finding the same to seize it.\n"
        ),
        ["the sign-out book for lot 12", "the disk of the gate camera for May 5"],
    ),
    "a number struck by hand": (
        (
            "You are commanded to produce by June 3:\n1. Time cards for March 2024.\n"
            "2. Grievances of the shop. (withdrawn by counsel, May 20)\n3. The lockout log of press 4.\n"
            "4. Shift rosters.  struck before service, Attorney K\n"
            "5. Payroll of all drivers -- deleted by agreement.\n"
        ),
        ["Time cards for March 2024.", "The lockout log of press 4."],
    ),
    "things that were withdrawn from a bank": (
        (
            "You are commanded to produce by June 3:\n1. Records of money withdrawn by the tenant.\n"
            "2. Rules on plates, and a list of plates struck or withdrawn.\n"
        ),
        [
            "Records of money withdrawn by the tenant.",
            "Rules on plates, and a list of plates struck or withdrawn.",
        ],
    ),
    "the nearer of two blocks": (
        (
            "2. You are required to produce the records indicated in Block 4 before the officer named "
            "in Block 3.\n3. Officer: Auditor V\nPlace: 1 Port Way, Tacoma\n4. Records required: "
            "Delivery receipts for container 44. Letters with the consignee about weight.\n"
            "Any such disclosure will impede this investigation.\n5. Issuing officer: Officer M\n"
        ),
        ["Delivery receipts for container 44.", "Letters with the consignee about weight."],
    ),
}


@pytest.mark.parametrize(("content", "expected"), LISTS.values(), ids=LISTS)
def test_what_is_named_is_asked_and_what_is_said_of_it_is_not(
    content: str, expected: list[str]
) -> None:
    text = text_of(content)
    assert [item.text.value for item in read_items(text, text.flow()).items] == expected


def _ticked(content: str, boxes: dict[str, CheckState]) -> list[str | None]:
    text = text_of(content)
    fields = tuple(FormField(label, label, None, on, 1, None, True) for label, on in boxes.items())
    boxed = Text(text.pages, text.lines, text.char_boxes, fields)
    return [item.text.value for item in read_items(boxed, boxed.flow()).items]


def test_a_box_for_how_soon_is_no_thing_where_others_choose_things() -> None:
    content = (
        "We ask for the records that are checked:\nImmunization card\nGrowth charts\n"
        "Answer wanted:\nwithin five business days of receipt\nwithin ten days\nby fax\n"
    )
    boxes = {
        "Immunization card": ON, "Growth charts": OFF,
        "within five business days of receipt": ON, "within ten days": OFF, "by fax": ON,
    }  # fmt: skip
    assert _ticked(content, boxes) == ["Immunization card"]


def test_boxes_are_taken_in_the_order_of_the_page() -> None:
    content = (
        "You are requested to preserve the following in your possession:\naccount and device data\n"
        "location history\nfriends list\ncontent of messages\n"
    )
    boxes = {
        "location history": OFF, "content of messages": ON, "account and device data": ON,
        "friends list": ON,
    }  # fmt: skip
    assert _ticked(content, boxes) == [
        "account and device data", "friends list", "content of messages",
    ]  # fmt: skip


def test_boxes_that_choose_outrank_the_numbered_blocks_of_the_one_who_asks() -> None:
    content = (
        "Please furnish the street address of the holder of the box below:\nP.O. Box 9, Adair\n"
        "Check what is requested:\nChange of address order\nName and street address of the holder\n"
        "There is no fee for providing it.\n1. Capacity of requester\nDeputy\n"
        "2. Law that empowers me to serve\nIowa R. Civ. P. 1.302\n3. Court\nAdair County\n"
    )
    boxes = {"Change of address order": OFF, "Name and street address of the holder": ON}
    assert _ticked(content, boxes) == ["Name and street address of the holder"]


def test_what_the_server_did_is_not_asked_for() -> None:
    content = (
        "You are required to provide:\nDeposit slips of May\nI handed a copy to the person named\n"
    )
    boxes = {"Deposit slips of May": ON, "I handed a copy to the person named": ON}
    assert _ticked(content, boxes) == ["Deposit slips of May"]
