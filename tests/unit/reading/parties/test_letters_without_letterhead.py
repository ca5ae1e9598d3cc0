# ruff: noqa: E501 - a printed sentence stays on one line
"""Who writes and to whom, on letters whose head was a picture, was cut off or was never there."""

from __future__ import annotations

import pytest

from tests.unit.reading.sheet import read_text

SENT_TO = """VIA ELECTRONIC MAIL

May 4, 2021

Records Officer
U.S. Department of Transportation
1200 New Jersey Avenue SE
Washington, DC 20590

Re: Freedom of Information Act Request

Dear Records Officer:

"""
LETTERS: tuple[tuple[str, str, str | None, str | None], ...] = (
    (
        "defined",
        SENT_TO
        + "Citizens for Safer Bridges (“CSB”) makes this request for records of every inspection of the Example Bridge under the Freedom of Information Act.\n",
        "Citizens for Safer Bridges",
        "Records Officer, U.S. Department of Transportation",
    ),
    (
        "the-first-of-several",
        "LEGAL DEPARTMENT\n\n"
        + SENT_TO
        + "The Example Liberties Union and the Example Liberties Union Foundation (together, the “ELU”) submit this request for records about detention.\n",
        "Example Liberties Union",
        "Records Officer, U.S. Department of Transportation",
    ),
    (
        "addressee-is-no-issuer",
        SENT_TO + "Please send me every record about the Example Bridge since 2015.\n",
        None,
        "Records Officer, U.S. Department of Transportation",
    ),
    (
        "performs",
        "To: Sample Power Corporation\n\nThe Union of Sample Engineers hereby requests Sample Power Corporation to answer the following questions in writing and under oath.\n1. State who inspected the reactor.\n",
        "Union of Sample Engineers",
        "Sample Power Corporation",
    ),
    (
        "introduces-itself",
        "To whom it may concern at CodeHarbor:\n\nHello! This is Sample Network Association. We found that two users spread forged tools on your platform. Please delete their pages and give us their account records.\n\nBest wishes\nThanks,\nSample Network Association\n",
        "Sample Network Association",
        "CodeHarbor",
    ),
    (
        "signed-by-a-body",
        "Notice\nof an entry in the register of blocked pages\n\nWithin 24 hours after receiving this notice the page must be removed.\n\nThis Notice is duly signed electronically by the Federal Service for Supervision of Networks.\n",
        "Federal Service for Supervision of Networks",
        None,
    ),
    (
        "in-brackets",
        "To whom it may concern,\n\nRequest for removal of these forged pages and for the records of their owners is hereby submitted. If you have any enquiries, please contact the undersigned.\n\nBest Regards,\n\n( Officer A )\nSample Team 2\nNetwork Division\nNetwork and Technology Crime Bureau\n",
        "Network Division, Network and Technology Crime Bureau",
        None,
    ),
    (
        "this-committee",
        "Four months ago the Committee on Harbors and Fisheries sent you a request for documents. The Department of the Interior has not provided this Committee with the records. We require that you make a diligent effort to locate all relevant records.\n",
        "Committee on Harbors and Fisheries",
        None,
    ),
    (
        "begins-with-whom-it-asks",
        "From: Subject A\n\nOffice for Civil Rights\nExample Building\n400 Sample Avenue, SW\nWashington, DC 20202\n\nTo Whom It May Concern:\n\nThis is a request under the Freedom of Information Act. I hereby request the list of complaints of 2010.\n",
        "Subject A",
        "Office for Civil Rights, Example Building",
    ),
    (
        "a-request-to",
        "From: Subject A\n\nDear Freedom of Information Officer:\n\nThis is a request under the Freedom of Information Act (“FOIA”), 5 U.S.C. § 552, to the Bureau of Land Management on my own behalf as a journalist.\n",
        "Subject A",
        "Bureau of Land Management",
    ),
    (
        "two-officers",
        "June 3, 2008\n\n(703-555-0122\n\nBy Mail &\n\nOfficer A\nOfficer B\nU.S. Fish and Wildlife Service\n4401 Sample Drive\nArlington, VA 22203\n\nDear Officer A and Officer B:\n\nSample Rivers Alliance (“SRA”) seeks all records of the dam.\n",
        "Sample Rivers Alliance",
        "Officer A, Officer B, U.S. Fish and Wildlife Service",
    ),
    (
        "further-page",
        "2. All plans that agencies sent to the White House.\nThe Honorable Kim Sample\nAugust 6, 2019\nPage 2\nThe Committee reiterates its requests. Please produce the documents by August 20, 2019.\nSincerely,\nLee Example\nChairman\nCommittee on Harbors and Fisheries\n",
        "Committee on Harbors and Fisheries",
        "The Honorable Kim Sample",
    ),
    (
        "judge-addressed",
        "STATE OF NEW YORK\nOFFICE OF THE ATTORNEY GENERAL\n\nJanuary 9, 2020\n\nHonorable Kim Sample\n\nSupreme Court of the State of New York\n60 Sample Street\nNew York, NY 10007\n\nDear Justice Sample:\n\nI write to request that the Court so-order the attached subpoena to Subject A.\n",
        "STATE OF NEW YORK, OFFICE OF THE ATTORNEY GENERAL",
        "Honorable Kim Sample, Supreme Court of the State of New York",
    ),
)


@pytest.mark.parametrize(
    ("text", "issuer", "recipient"), [p[1:] for p in LETTERS], ids=[p[0] for p in LETTERS]
)
def test_a_letter_tells_its_writer_and_its_addressee(
    text: str, issuer: str | None, recipient: str | None
) -> None:
    reading = read_text(text)
    if issuer is None:
        assert "Department of Transportation" not in (reading.issuer.value or "")
    else:
        assert reading.issuer.value == issuer
    if recipient is not None:
        assert reading.recipient.value == recipient


@pytest.mark.parametrize(
    ("heading", "issuer", "recipient"),
    [
        (
            "Letter to Subject A from the Clerk of the Committee on Harbors",
            "Clerk of the Committee on Harbors",
            "Subject A",
        ),
        (
            "Letter to Solicitor A, B & Partners, Solicitors, from the Parliamentary Commissioner for Standards",
            "Parliamentary Commissioner for Standards",
            "Solicitor A, B & Partners, Solicitors",
        ),
        (
            "E-mail from Solicitors A to the Chairman of the Panel",
            "Solicitors A",
            "Chairman of the Panel",
        ),
    ],
)
def test_a_printed_letters_heading_names_both_sides(
    heading: str, issuer: str, recipient: str
) -> None:
    reading = read_text(
        f"{heading}\n\nThank you for your letter of 7 December. I should be grateful for the papers of the company.\n\n11 December 2000\n"
    )
    assert reading.issuer.value == issuer
    assert reading.recipient.value == recipient


def test_a_sentence_that_says_from_and_to_is_no_heading() -> None:
    reading = read_text(
        "Letters went from the board to every member in the spring.\n\nMinutes of the meeting follow.\n"
    )
    assert reading.recipient.value is None


@pytest.mark.parametrize(
    ("head", "issuer"),
    [
        (
            "ONE HUNDRED TENTH CONGRESS Congress of the United States House of Representatives COMMITTEE ON HARBORS AND INLAND FISHERIES 2100 SAMPLE HOUSE OFFICE BUILDING WASHINGTON, DC 20515",
            "COMMITTEE ON HARBORS AND INLAND FISHERIES",
        ),
        (
            "KIM SAMPLE, OHIO, CHAIRMAN\nUnited States Senate\nCOMMITTEE ON INLAND FISHERIES\nWASHINGTON, DC 20510",
            "COMMITTEE ON INLAND FISHERIES",
        ),
    ],
)
def test_a_chambers_committee_is_found_in_a_broken_head(head: str, issuer: str) -> None:
    reading = read_text(
        f"{head}\n\nMarch 9, 2011\n\nThe Honorable Lee Example\nSecretary\nU.S. Department of State\n2201 C Street, NW\nWashington, DC 20520\n\nDear Secretary Example:\n\nPlease provide all records of the meeting by March 20, 2011.\n"
    )
    assert reading.issuer.value == issuer
    assert str(reading.issuer_class.value) == "legislature"
    assert reading.signatory.name.value != "Lee Example"


def test_a_members_own_list_of_committees_writes_nothing() -> None:
    reading = read_text(
        "KIM SAMPLE\nUnited States Senate\nCOMMITTEES:\nCOMMITTEE ON INLAND FISHERIES\nWASHINGTON, DC 20510\n\nMarch 9, 2011\n\nDear Director:\n\nPlease provide all records of the meeting.\n"
    )
    assert "FISHERIES" not in (reading.issuer.value or "")


def test_whom_process_commands_stands_over_the_command() -> None:
    reading = read_text(
        "Index No. 501/2015\n\nSample State Development Corporation, 633 Third Avenue, New York, NY 10017\nWE COMMAND YOU, That all business and excuses being laid aside, you appear and produce the records of the project on February 6, 2017.\nFailure to comply with this subpoena is punishable as a contempt of court.\nJanuary 23, 2017\nKim Sample\nLee Example\nMembers of the firm\n"
    )
    assert reading.recipient.value == "Sample State Development Corporation"
