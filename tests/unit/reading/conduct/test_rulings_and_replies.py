# ruff: noqa: E501 - a printed sentence stays on one line
"""A ruling that orders no deed, and a reply that tells what its addressee asked for."""

from __future__ import annotations

import pytest

from tecum.words import Conduct, Kind
from tests.unit.reading.sheet import read_text

_CAPTION = (
    "IN THE SUPERIOR COURT OF THE STATE OF EXAMPLE\nIN AND FOR THE COUNTY OF ELM\n\n"
    "Subject A, Plaintiff,\nvs.     No. C20250071\nElm County, Defendant.\n\n"
)
_SIGNED = "\nDATED this 20th day of June, 2025.\n\n/s/ Hon. T\nJudge of the Superior Court\n"


@pytest.mark.parametrize(
    "ruling",
    [
        "IT IS ORDERED denying the motion without prejudice.",
        "IT IS ORDERED that the motion to compel is denied.",
        "The petition is dismissed, and the case is closed.",
        "IT IS HEREBY ORDERED dismissing the petition for want of a case.",
    ],
)
def test_a_ruling_against_a_motion_is_no_demand(ruling: str) -> None:
    reading = read_text(
        _CAPTION
        + "ORDER DENYING MOTION TO COMPEL\n\nThe Court has considered the motion to compel "
        + f"production of jail records by July 1, 2025.\n{ruling}\n"
        + _SIGNED
    )
    assert (reading.conduct.value, reading.items) == (Conduct.REPORTS, ())


def test_a_ruling_that_orders_the_rest_is_a_demand() -> None:
    reading = read_text(
        _CAPTION
        + "ORDER\n\nThe motion to quash is denied. IT IS ORDERED that Elm County shall produce the "
        + "jail log to Plaintiff by July 11, 2025.\n"
        + _SIGNED
    )
    assert (reading.conduct.value, reading.judicial.value) == (Conduct.ISSUES, True)


def test_an_order_in_a_matter_named_for_a_subpoena_is_the_judges() -> None:
    reading = read_text(
        "UNITED STATES DISTRICT COURT\nDISTRICT OF EXAMPLE\n\n"
        "IN RE: ENFORCEMENT OF ADMINISTRATIVE SUBPOENA     Civil Action No. 1:25-mc-00088\n"
        "ISSUED TO MILL CITY\n\nORDER GRANTING PETITION TO ENFORCE\n\nThe petition is GRANTED. "
        "Within fourteen (14) days of service of this Order, Respondent Mill City shall produce to "
        "Petitioner all documents responsive to Requests 1 and 3 of the subpoena.\n\n"
        "Dated: August 21, 2025     BY THE COURT:\n     /s/ X\n"
        "     United States Magistrate Judge\n"
    )
    assert (reading.kind.value, reading.judicial.value) == (Kind.COURT_ORDER, True)
    assert [i.text.value for i in reading.items] == [
        "all documents responsive to Requests 1 and 3 of the subpoena"
    ]


@pytest.mark.parametrize(
    "told",
    [
        (
            "You asked for (1) the booking photograph of Subject B and (2) all incident reports at "
            "40 Pine Street. Item 1 is denied under section 7(1)(c). Item 2 is granted in part; 14 "
            "pages are enclosed."
        ),
        (
            "You requested a) the inspection log for May, and b) the photographs taken then. "
            "Category 1 is approved and the pages are enclosed; category 2 is rejected."
        ),
    ],
)
def test_what_the_addressee_asked_for_is_not_asked_of_him(told: str) -> None:
    reading = read_text(
        "OFFICE OF THE SHERIFF\nELM COUNTY\n\nAugust 2, 2025\n\nSubject A\nElm Daily\n\n"
        f"Re: FOIA request received July 25, 2025\n\nDear Subject A:\n\n{told}\n\n"
        "If you wish review, submit a request to the Counselor within 60 days.\n\n"
        "Records Officer R\n"
    )
    assert (reading.conduct.value, reading.kind.value) == (Conduct.ANSWERS, Kind.RESPONSE_LETTER)


def test_a_fax_number_is_nothing_that_is_asked_for() -> None:
    reading = read_text(
        "EMERGENCY DISCLOSURE REQUEST\nFax 555-0177\n\nTo: Legal Compliance, Nimbus Mobile\n"
        "From: Detective U, Elm Police Department\nDate: 07/04/2025\n\nA child is missing. "
        "Pursuant to 18 U.S.C. 2702(c)(4) we request immediately the current location "
        "of 555-0199.\n"
    )
    assert [i.text.value for i in reading.items] == ["the current location of 555-0199"]


def test_the_label_below_an_addressee_is_no_part_of_him() -> None:
    reading = read_text(
        "CITY OF ELM\nOFFICE OF POLICE OVERSIGHT\n\nMEMORANDUM\n\nTo: Chief of Police\n"
        "From: Director, Office of Police Oversight\nDate: 4 June 2025\n\nUnder section 2-15-6 of "
        "the City Code this office requires the dispatch log of May 9 within seven business days.\n"
    )
    assert reading.recipient.value == "Chief of Police"


def test_who_asks_a_court_to_undo_a_subpoena_names_it_and_makes_no_demand() -> None:
    reading = read_text(
        "Elm Law Group\n22 Mill Street, Elm City\n\nApril 4, 2025\n\nHon. R\nUnited States "
        "Magistrate Judge\n\nRe: Subpoena to Elm County, No. 24-cv-00118\n\nDear Judge R:\n\nThe "
        "County asks that the Court quash the subpoena of March 3. The personnel file bears on "
        "nothing in the case; the training log, the chart and the schedule are far off. The County "
        "will file a brief within fourteen days.\n\nRespectfully,\n\nAttorney H\nCounty Counsel\n"
    )
    assert reading.conduct.value is Conduct.CONTESTS


def test_numbered_interrogatories_ask_whatever_else_the_paper_allows() -> None:
    reading = read_text(
        "ATTORNEY GENERAL OF EXAMPLE\nConsumer Protection Division\n\nCIVIL INVESTIGATIVE DEMAND\n\n"
        "TO: Mill Notary, LLC\n\n1. Return. Answers and documents are due no later than 5:00 p.m. on "
        "Friday, February 23, 2024.\n2. Your rights. A petition to extend the return date or to "
        "modify this demand may be filed within 20 days after service.\n\n"
        "INTERROGATORY NO. 1: Give the name of each person who has served customers.\n"
        "INTERROGATORY NO. 2: Produce one copy of each version of the contract.\n"
        "INTERROGATORY NO. 3: Produce a list of customers.\n\nDATED this 24th day of January, 2024."
        "\n\nAssistant Attorney General F\n"
    )
    assert (reading.conduct.value, reading.kind.value) == (
        Conduct.ISSUES,
        Kind.ADMINISTRATIVE_SUBPOENA,
    )
    assert [d.date for d in reading.due] == ["2024-02-23"]


def test_a_notice_that_its_reader_acknowledges_below_is_still_a_notice_to_him() -> None:
    reading = read_text(
        "U.S. Department of Homeland Security\nHomeland Security Investigations\n\nApril 22, 2024\n\n"
        "Owner, Elm Dairy, LLC\n4417 Mill Road, Elm City\n\nNOTICE OF INSPECTION\n\nDear Employer:\n\n"
        "A review of your Forms I-9 will be made under 8 CFR 274a.2(b)(2)(ii), which provides for "
        "three (3) business days' notice from the service of this notice. Be ready then to hand over:"
        "\n\n• original Forms I-9 of all current employees;\n• a list of those employees with dates "
        "of hire;\n\nNo subpoena or warrant is needed for this inspection.\n\nAuditor S\n"
        "Forensic Auditor\n\nI acknowledge receipt of this notice in hand, April 22, 2024.\n"
    )
    assert (reading.conduct.value, reading.kind.value) == (
        Conduct.ISSUES,
        Kind.NOTICE_OF_INSPECTION,
    )


@pytest.mark.parametrize(
    "line",
    [
        "REPLY TO THE ATTENTION OF: EX-5J",
        "REPLY TO ATTN OF: Resident Agency",
        "REPLY TO: P.O. Box 12, Example",
        "Reply to the undersigned",
    ],
)
def test_where_a_reply_goes_is_no_title_of_a_reply(line: str) -> None:
    reading = read_text(
        f"EXAMPLE ENVIRONMENTAL AGENCY\nREGION 5\n\nMay 3, 2024\n{line}\n\nPresident\n"
        "Example Castings, Inc.\n\nRe: Request for information, Sample Mill\n\nDear Sir or Madam:\n"
        "You are required to send us copies of all waste manifests of 2020 within 30 days of your"
        " receipt of this letter.\n\nSincerely,\nOfficer B\nChief, Enforcement Section\n"
    )
    assert reading.conduct.value is Conduct.ISSUES


def test_a_reply_to_an_opposition_is_a_paper_of_a_motion() -> None:
    reading = read_text(
        _CAPTION + "REPLY TO PLAINTIFF'S OPPOSITION\n\nThe county asks that the subpoena be quashed"
        " since it is too broad.\n\nRespectfully submitted,\n/s/ Attorney C\n"
    )
    assert (reading.conduct.value, reading.kind.value) == (Conduct.CONTESTS, Kind.MOTION)
