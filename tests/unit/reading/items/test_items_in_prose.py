# ruff: noqa: E501 - a printed sentence stays on one line
"""Things that running text asks for: what stands before them, and where one ends (READING 12)."""

from __future__ import annotations

import pytest

from tecum.reading.items.asked import asked_in
from tecum.reading.items.items import read_items
from tecum.reading.paper.paper import paper_of
from tecum.reading.text.matching import fold, plain, units
from tests.unit.reading.sheet import read_text, text_of


def asked(text: str) -> list[str]:
    """The words of each thing that a text asks for."""
    return [text[a.start : a.end] for a in asked_in(plain(text), units(fold(text)))]


@pytest.mark.parametrize(
    ("text", "things"),
    [
        (
            "You are commanded to produce before this court, by mail to 1900 Mill Road, on or before May 12, 2026, the kennel sheet, the bite report, and all vaccine cards.",
            ["the kennel sheet", "the bite report", "all vaccine cards"],
        ),
        (
            "You must attend on July 9 and have with you the round log of June 2 and 3, the footage of wing C and the intake form.",
            ["the round log of June 2 and 3", "the footage of wing C", "the intake form"],
        ),
        (
            "The clinic shall lodge with the Clerk, under seal, for in camera review, its session notes of May 2025.",
            ["its session notes of May 2025"],
        ),
        (
            "You are commanded to deliver to the County Attorney, 225 Oak Street, before 17:00 on May 20, 2026: statements and deposit slips of account 0143.",
            ["statements and deposit slips of account 0143"],
        ),
        (
            "Send the time cards and the list of crew leaders to me by Friday, June 19, or I will ask for a subpoena.",
            ["the time cards", "the list of crew leaders"],
        ),
        (
            "i want the video and the report. how do i pay",
            ["the video", "the report"],
        ),
        (
            "Please take all steps needed to preserve the records of account 7.",
            ["preserve the records of account 7"],
        ),
        (
            "You have fifteen (15) calendar days from the date of this letter to furnish the signed assurance and any ordinance on the subject.",
            ["the signed assurance", "any ordinance on the subject"],
        ),
        (
            "Se ordena entregar a la representación legal, dentro del término de cinco (5) días laborables de notificada esta orden, las grabaciones de la estación y el informe del guardia.",
            ["las grabaciones de la estación", "el informe del guardia"],
        ),
        (
            "Se le ordena comparecer el 12 de junio y traer consigo el expediente del paciente.",
            ["el expediente del paciente"],
        ),
    ],
)
def test_a_thing_begins_behind_whom_where_and_when(text: str, things: list[str]) -> None:
    assert asked(text) == things


@pytest.mark.parametrize(
    "text",
    [
        "It is ordered that this order be sealed and that Hill Wireless shall not disclose the existence of the device to any person.",
        "Until then draws on the award are on hold.",
        "FAX\n\nTo: Shift Commander, Example County Jail\n\nFrom: Agent S\n",
    ],
)
def test_what_is_forbidden_or_stands_still_is_not_asked_for(text: str) -> None:
    assert asked(text) == []


def test_what_an_order_adds_behind_a_semicolon_is_no_thing() -> None:
    text = "It is ordered that Shore Mobile produce the call log for March; and that it not notify the subscriber for 90 days."
    assert asked(text) == ["the call log for March"]


def test_deeds_that_fill_their_lines_are_apart() -> None:
    sheet = text_of(
        "IT IS THEREFORE REQUESTED THAT YOU:\n"
        "Notify this office as early as practicable, and at least 48 hours before the person goes.\n"
        "Maintain custody of the person for a period NOT TO EXCEED 48 HOURS beyond that time.\n Deportation Officer C                    3/4/2026\n"
        "(Name and title of officer)              (Signature)\n"
    )
    found = [item.text.value for item in read_items(sheet, paper_of(sheet).body).items]
    assert [str(words).split()[0] for words in found] == ["Notify", "Maintain"]
    assert all("Deportation Officer" not in str(words) for words in found)


FORM = """STATE VERSUS  Subject A                 SUBPOENA
Party Requesting Subpoena: [ ] State/Plaintiff [X] Defendant
TO  Name: Custodian of Records, Capital Transit
YOU ARE COMMANDED TO: (check all that apply)
[ ] appear and testify, in the above entitled action, at the place indicated below.
[ ] appear and testify at a deposition
[X] produce and permit inspection and copying of the following items, at the place indicated below.
Bus 4417 interior video, 2 May 2026; operator incident card for the same trip.
Name And Location Of Court: Example Justice Center, Courtroom 2A
Date To Appear: 06-22-2026     Time: 9:00 [X] AM [ ] PM
Date: 06-01-2026
"""


def test_a_box_that_orders_what_is_written_below_it_is_no_thing() -> None:
    reading = read_text(FORM)
    found = [item.text.value for item in reading.items]
    assert found == [
        "Bus 4417 interior video, 2 May 2026",
        "operator incident card for the same trip",
    ]
    assert reading.recipient.value == "Custodian of Records, Capital Transit"


def test_what_the_holder_is_to_do_ends_the_last_thing() -> None:
    sheet = text_of(
        "You are commanded to search for the following:\n"
        "   (i) message headers; (ii) message content; (iii) log-in history\n"
        "and the provider shall produce it to the affiant within 15 days of receipt.\n"
    )
    found = [item.text.value for item in read_items(sheet, paper_of(sheet).body).items]
    assert found[-1] == "log-in history"


def test_a_lead_may_end_with_whom_the_things_are_about() -> None:
    sheet = text_of(
        "We request certified copies of the following, for case 14-0092 and any later case of the"
        " same person:\n1. the complaint;\n2. the judgment and sentence;\n3. any order on"
        " probation.\n"
    )
    found = [item.text.value for item in read_items(sheet, paper_of(sheet).body).items]
    assert found == ["the complaint", "the judgment and sentence", "any order on probation."]
