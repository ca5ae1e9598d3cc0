"""What stands where a name should and names nobody is left open, never given as a party."""

from __future__ import annotations

import pytest

from tecum.reading.parties.nobody import is_instrument, names_nobody
from tecum.reading.signer.titles import find_title
from tecum.words import SignatoryRole


@pytest.mark.parametrize(
    "said",
    [
        "April 30", "May 28, 2021", "3 de marzo de 2020", "10/04/2019", "GJ-2025-03", "SW 23-0144",
        "Citation T-118204", "No. 18-MC-0402", "AR-18", "7:20-mj-61", "FOR IMMEDIATE RELEASE",
        "Verification of Employment and Health Coverage", "The Commission", "Petitioner",
        "United States v. Inmate K., 18-cr-0077", "COMPEL",
        "THE COMMONWEALTH OF", "Department of Health and", "BECAUSE", "Accordingly, it is ORDERED",
        "PERSON NAMED BELOW, NOW IN YOUR CUSTODY", "At", "SECTION A: Issuing authority",
        "Validating authority", "AGENCY NAME", "Instruction 4", "Objection. The", "UNREPORTED",
        "URGENT NOTICE – ANSWER AT ONCE", "Responses due", "In the Matter of", "And in the report",
        "I need these for court", "You are hereby ordered", "COMPLETE AND RETURN",
        "FOR A WITNESS TO TESTIFY", "To appear at the time shown", "Requesting Party",
        "Two Market Square, Springfield", "Folleto informativo", "Fact sheet",
        "Good morning", "Dear requester", "Buenas tardes",
        "Estimada señora", "Ponce, 4 de mayo de 2025", "Springfield, May 4, 2025",
    ],
)  # fmt: skip
def test_it_names_nobody(said: str) -> None:
    assert names_nobody(said)


@pytest.mark.parametrize(
    "said",
    [
        "Local 1199", "3M", "Precinct 12", "Volunteer Fire District 9", "Office of the Sheriff",
        "State Racing Commission", "August Insurance Company", "R. B.", "S&P 500 Trust",
        "Commission on Judicial Conduct", "Order of Saint Example Hospital",
        "May Department Stores", "Port Authority", "Provider Relations Department",
        "Instruction Media Center", "Immediate Care of Example", "Thank You Bakery Inc.",
        "Andover Savings Bank", "Orchard Urgent Care", "Ifill Trucking", "Attorney Y",
        "Complete Care Clinic", "For Kids Foundation", "Two Rivers Bank", "10 Downing Press",
        "Atlas Co. Ltd.", "Consulate General of Example", "Log Cabin Lodge", "Dearborn County Jail",
        "Hidden Springs Bank", "Warrant Division", "Heyward Hospital", "Summons Unit",
    ],
)  # fmt: skip
def test_it_names_somebody(said: str) -> None:
    assert not names_nobody(said)


@pytest.mark.parametrize("said", ["SUBPOENA", "Administrative Subpoena Duces Tecum", "ORDER"])
def test_what_a_paper_is_called_is_an_instrument(said: str) -> None:
    assert is_instrument(said)


@pytest.mark.parametrize("said", ["Summons Unit", "Warrant Division", "Order of Saint Example"])
def test_a_body_named_for_an_instrument_is_none(said: str) -> None:
    assert not is_instrument(said)


@pytest.mark.parametrize(
    "title",
    ["Claims Representative", "Enforcement Representative", "Grievance Chair", "Keynote Speaker"],
)
def test_no_legislator_signs_as_such(title: str) -> None:
    found = find_title(title)
    assert found is None or found.role is not SignatoryRole.LEGISLATOR


@pytest.mark.parametrize(
    "title",
    ["Chair", "Vice Chair", "Subcommittee Chair", "Chairwoman", "State Representative", "Speaker",
     "Representative, 4th District", "Ranking Member", "Councilmember"],
)  # fmt: skip
def test_a_legislator_signs_as_such(title: str) -> None:
    found = find_title(title)
    assert found is not None
    assert found.role is SignatoryRole.LEGISLATOR
