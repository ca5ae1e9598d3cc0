"""Whom a paper addresses and whose it is, where a form, an order or a caption names them."""

from __future__ import annotations

import pytest

from tecum.instruments.institutions import load_institutions
from tecum.words import IssuerClass
from tests.unit.reading.sheet import read_text

ADDRESSED = (
    (
        "an officer in charge in brackets",
        (
            "U.S. DEPARTMENT OF HOMELAND SECURITY\nORDER TO DETAIN OR RELEASE ALIEN\n"
            "To (officer in charge): Example County Detention Center\nName of alien: Subject A\n"
            "Please detain the above-named alien.\n"
        ),
        "Example County Detention Center",
    ),
    (
        "a small to: leads on to what is asked",
        (
            "EXAMPLE CUSTOMS OFFICE\nSUMMONS\nAddressee: Example Wire Company\n"
            "You are hereby summoned, under 19 U.S.C. 1509, to:\n"
            "O APPEAR before the officer named below to give testimony.\n"
            "PRODUCE the records of May 2020.\n"
        ),
        "Example Wire Company",
    ),
    (
        "a court-martial's subpoena",
        (
            "SUBPOENA\nThe President of the United States, to Manager, Example Lodge, 9 Gate Road\n"
            "You are hereby summoned and required to appear on May 4, 2022 and to bring with you\n"
            "the guest register of April.\n"
        ),
        "Manager, Example Lodge",
    ),
    (
        "a letter that begins with its date",
        (
            "May 4, 2022\n\nFOIA Officer, Village of Example\nby web form\n\n"
            "This is a request under the Freedom of Information Act. Please send me:\n"
            "- the contract for plate readers\n- the searches of that system by month\n\n"
            "Subject C\nReporter, Example Ledger\n"
        ),
        "Village of Example",
    ),
)


@pytest.mark.parametrize(
    ("text", "who"), [row[1:] for row in ADDRESSED], ids=[row[0] for row in ADDRESSED]
)
def test_whom_a_paper_addresses(text: str, who: str) -> None:
    assert who in (read_text(text).recipient.value or "")


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("EXAMPLE BUREAU OF INDUSTRIES, Wage and Hour Division", IssuerClass.FEDERAL_AGENCY),
        ("OREGON BUREAU OF INDUSTRIES, Wage and Hour Division", IssuerClass.STATE_AGENCY),
        ("UNITED STATES OF AMERICA, DEPARTMENT OF LABOR", IssuerClass.FEDERAL_AGENCY),
        ("Federal Water Quality Agency, Regional Office", IssuerClass.FEDERAL_AGENCY),
        ("Federal Way Police Department", IssuerClass.LOCAL_AGENCY),
        ("State Archives of Example", IssuerClass.STATE_AGENCY),
        ("Port of Example", IssuerClass.LOCAL_AGENCY),
        ("Example Arbitration Association, Commercial Tribunal", IssuerClass.PRIVATE_PARTY),
        ("Drug Enforcement Administration, New York Field Office", IssuerClass.FEDERAL_AGENCY),
    ],
)
def test_the_class_of_a_body(name: str, wanted: IssuerClass) -> None:
    assert load_institutions().class_of(name) is wanted


def test_an_office_that_names_no_territory_is_only_guessed_at() -> None:
    assert load_institutions().is_guess("Harbor Commission")
    assert not load_institutions().is_guess("Example County Sheriff")


def test_a_party_that_serves_requests_is_their_issuer() -> None:
    text = (
        "CIRCUIT COURT OF EXAMPLE COUNTY\nSUBJECT A, Plaintiff,\nv.\nEXAMPLE CLINIC, Defendant.\n"
        "Case No. 22-CV-00117\nFIRST REQUESTS FOR PRODUCTION\n"
        "Plaintiff Example Growers requests that Defendant Example Clinic produce within\n"
        "thirty days after service:\n1. all leases;\n2. all logs.\n/s/ Pat Example\n"
        "Attorney for Plaintiff\n"
    )
    assert read_text(text).issuer.value == "Example Growers"
