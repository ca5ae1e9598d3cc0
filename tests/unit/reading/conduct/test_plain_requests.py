# ruff: noqa: E501 - a printed sentence stays on one line
"""Requests in plain words, lists in odd dress, and what only looks like either."""

from __future__ import annotations

import pytest

from tecum.instruments.catalogue import load_catalogue
from tecum.reading.items.items import read_items
from tecum.reading.open import open_document
from tecum.reading.paper.address_lines import trimmed
from tecum.reading.read import read
from tecum.words import Band, Conduct
from tests.unit.reading.factory import text_of
from tests.unit.reading.sheet import read_text

LETTER = """
Office of Fair Weights
March 3, 2026
Manager, Hill Depot
Dear Manager:
{}
Sincerely,
Inspector Q
"""

ASKS = (
    "Could you get me the log of pump 4 for May?",
    "Our client would like a copy of her complete chart.",
    "What we're hoping to get from you is the registration card for room 12.",
    "I'd appreciate the last three visit notes.",
    "It would help us a great deal if you mailed an official transcript.",
    "We still have not received the report of the fire.",
    "Any chance you can save and send over the stills from that camera?",
    "Pending a subpoena, do not discard, overwrite or hand back the footage of March 3.",
    "To look into this we need the signed note; a full payment history; and recordings of calls.",
    "For the third time: hand over the minutes of the closed session.",
    "I'm going to need the list of badge holders by March 9.",
    "Les agradeceremos que nos hagan llegar la lista de detenidos.",
    "¿Podrían enviarnos el informe de arresto?",
    "Mucho agradeceré nos informe si el señor Sujeto A se encuentra detenido en su centro.",
    "The file lacks the signed certification and the general order. Kindly upload both by May 29.",
)


@pytest.mark.parametrize("sentence", ASKS)
def test_a_request_in_plain_words_is_a_demand(sentence: str) -> None:
    assert read_text(LETTER.format(sentence)).conduct.value is Conduct.ISSUES


ASKS_NOTHING = (
    "Thank you for the charts. We acknowledge receipt of your list. The file is closed.",
    "No further documents are needed from you.",
    "Could you give me fifteen minutes this week?",
    "I write to ask that the return date of March 6 be moved. Would you let me have a yes or a no by Friday?",
    "Please call us if you have questions.",
)


@pytest.mark.parametrize("sentence", ASKS_NOTHING)
def test_thanks_and_talk_ask_for_no_records(sentence: str) -> None:
    assert read_text(LETTER.format(sentence)).conduct.value is not Conduct.ISSUES


def test_a_call_before_release_is_asked_for() -> None:
    said = "We ask that you call our duty line at least 4 hours before Subject C is let out."
    assert read_text(LETTER.format(said)).conduct.value is Conduct.ISSUES


UNISSUED = (
    "PAPER TIGERS: THE ADMINISTRATIVE SUBPOENA\n\nA jail that is asked must decide what to give.\n",
    "LETTERS\n\nShow us the tape\n\nI demand that the sheriff release the video. Let him produce it.\n",
    "VERIFICATION OF EMPLOYMENT\n\nPlease complete and return the form with your records.\n",
)


@pytest.mark.parametrize("words", UNISSUED)
def test_words_given_to_nobody_on_no_day_are_no_sure_demand(words: str) -> None:
    found = read_text(words).conduct
    assert found.value is not Conduct.ISSUES or found.band is Band.UNSURE


def test_a_copy_behind_a_letter_speaks_no_more() -> None:
    letter = LETTER.format("We have your letter of January 8. A copy of it is attached.")
    copy = "\fCOPY\n\nJanuary 8, 2026\n\nPlease preserve every camera of coach 226.\n"
    found = read(open_document((letter + copy).encode(), None), load_catalogue())
    assert found.conduct.value is not Conduct.ISSUES


def items(content: str) -> list[str]:
    text = text_of(content)
    return [item.text.value or "" for item in read_items(text, text.flow()).items]


LISTS = (
    (
        "I ask for two things. First, a count of persons held. Second, the order that says when.\n",
        ["a count of persons held", "the order that says when"],
    ),
    (
        "We ask your help with two items: One, the audio of April 6. Two, the sign-in sheet.\n",
        ["the audio of April 6", "the sign-in sheet"],
    ),
    (
        "Please send us the payment history, a list of fees, and any recording of a call.\n",
        ["the payment history", "a list of fees", "any recording of a call"],
    ),
    (
        "Please send the records of the driver, the owner, and the passenger.\n",
        ["the records of the driver, the owner, and the passenger"],
    ),
    (
        "Would you supply the missing pieces, namely the training transcript, the outcome of complaint 7, and the platform video?\n",
        ["the training transcript", "the outcome of complaint 7", "the platform video"],
    ),
    (
        'You are commanded to produce the following:\n\nDEFINITIONS\n\n1. "Company" means Delta.\n\n2. "You" means its staff.\n\nREQUESTS\n\n3. All payroll records.\n\n4. All e-mail about the contract.\n',
        ["All payroll records.", "All e-mail about the contract."],
    ),
    (
        "EXHIBIT A\n\nA1. The account application.\n\nA2. Call detail, September 2025.\n\nEXHIBIT B\n\nB1. The retention schedule.\n\nB2. The dealer agreement.\n",
        [
            "The account application.",
            "Call detail, September 2025.",
            "The retention schedule.",
            "The dealer agreement.",
        ],
    ),
    (
        "when you get a sec, need these on Defendant H\n- housing history\n- visitor log\n- jail calls in May\n",
        ["housing history", "visitor log", "jail calls in May"],
    ),
)


@pytest.mark.parametrize(("content", "wanted"), LISTS)
def test_lists_in_odd_dress(content: str, wanted: list[str]) -> None:
    found = [" ".join(words.rstrip(" .?").split()) for words in items(content)]
    assert [w.lower() for w in found] == [w.rstrip(" .").lower() for w in wanted]


def test_reasons_that_count_are_no_items() -> None:
    said = "The court denies the motion for two reasons. First, the records are gone. Second, it is late.\n"
    assert items(said) == []


@pytest.mark.parametrize(
    ("printed", "named"),
    [
        ("You, Merrit Water Department,", "Merrit Water Department"),
        ("Dear Superintendent Vale", "Superintendent Vale"),
        ("Señores, Cooperativa La Ceiba", "Cooperativa La Ceiba"),
    ],
)
def test_a_salutation_is_no_part_of_a_name(printed: str, named: str) -> None:
    assert trimmed(printed) == named


def test_a_mail_names_its_addressee_in_its_header() -> None:
    mail = (
        b"From: Clerk <c@example.gov>\r\nTo: Town Clerk, Oxbow <clerk@oxbow.example>\r\n"
        b"Subject: records\r\nDate: Tue, 3 Mar 2026 10:00:00 +0000\r\n\r\n"
        b"Morning,\r\n\r\nPlease send me the contract for the meters.\r\n"
    )
    found = read(open_document(mail, None), load_catalogue())
    assert found.recipient.value == "Town Clerk, Oxbow"
