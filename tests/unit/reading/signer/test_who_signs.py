"""Who signed, by place and by genre: parts and letters, marks, and papers nobody signs."""

from __future__ import annotations

import pytest

from tecum.words import Band, SignatoryRole
from tests.unit.reading.sheet import read_text

_LETTER = (
    "TOWN OF EXAMPLE\nOffice of the Town Clerk\n\nMay 4, 2022\n\nSubject A\nExample Gazette\n\n"
    "Dear Subject A:\n\nYour request of April 9 is granted in part. Nine pages are enclosed.\n\n"
)

SIGNED: tuple[tuple[str, str, str, SignatoryRole], ...] = (
    (
        "a lawyer's number at the bar is no part of his name",
        (
            "IN THE DISTRICT COURT OF EXAMPLE COUNTY\nCo-op A v. Hauler B\nSUBPOENA DUCES TECUM\n"
            "TO: Records Custodian, Department of Roads\nYou are hereby commanded to produce on"
            " June 22, 2026 the collision report.\nDated: May 27, 2026\n"
            "Issued by: Vesper Q. Sample, OBA #00000\nAttorney for Plaintiff\n"
        ),
        "Vesper Q. Sample",
        SignatoryRole.ATTORNEY,
    ),
    (
        "a town's clerk writes for the town and for no court",
        _LETTER + "Very truly yours,\n\nTown Clerk H\nTown Clerk and Records Access Officer\n",
        "Town Clerk H",
        SignatoryRole.AGENCY_OFFICER,
    ),
    (
        "a bare mark stands over the name",
        (
            "DEPARTMENT OF HOMELAND SECURITY\nREQUEST FOR NOTIFICATION\nTo: Example County Jail\n"
            "Please tell us at least 48 hours before Subject B is released.\n\n(signed)\n"
            "Deportation Officer K\nDeportation Officer\n"
        ),
        "Deportation Officer K",
        SignatoryRole.AGENCY_OFFICER,
    ),
    (
        "two members sign side by side, the chair first",
        (
            "U.S. House of Representatives\nCommittee on Example\nMay 4, 2022\nExample County\n"
            "Dear Manager:\nPlease provide by June 1, 2022 all leases.\nSincerely,\n"
            "/s/ Chair D\n/s/ Member E\nChair D\nMember E\nChair\nMember of Congress\n"
        ),
        "Chair D",
        SignatoryRole.LEGISLATOR,
    ),
    (
        "whoever served it has not signed it",
        (
            "EXAMPLE COUNTY PROSECUTOR\nSUBPOENA DUCES TECUM\nTo: Example School\n"
            "You are commanded to produce the attendance record of Subject A by May 4, 2022.\n"
            "WITNESS my hand this 2nd day of April, 2022.\nDeputy Prosecuting Attorney F\n"
            "Deputy Prosecuting Attorney\nSHERIFF'S RETURN\nServed on April 3, 2022.\n"
            "Deputy Sheriff G, Example County\n"
        ),
        "Deputy Prosecuting Attorney F",
        SignatoryRole.PROSECUTOR,
    ),
    (
        "a solicitor who advises a county prosecutes nobody",
        (
            "EXAMPLE COUNTY PRISON BOARD\nOffice of the Solicitor\nMay 4, 2022\nSubject B\n"
            "Dear Subject B:\nYour request is denied in part.\nSincerely,\nSolicitor C\nSolicitor\n"
        ),
        "Solicitor C",
        SignatoryRole.ATTORNEY,
    ),
    (
        "a memorandum is its writer's behind From",
        (
            "MEMORANDUM\nTO: Department heads\nFROM: Assistant City Attorney N\nDATE: May 4, 2022\n"
            "RE: Papers that are served on us\nSend me whatever comes within one day.\n"
            "A letter asks; an order of a court must be obeyed.\n"
        ),
        "Assistant City Attorney N",
        SignatoryRole.ATTORNEY,
    ),
)


@pytest.mark.parametrize(
    ("text", "name", "role"), [row[1:] for row in SIGNED], ids=[row[0] for row in SIGNED]
)
def test_who_signs_is_read(text: str, name: str, role: SignatoryRole) -> None:
    signatory = read_text(text).signatory
    assert signatory.name.value == name
    assert signatory.role.value is role


UNSIGNED = (
    (
        "news without a byline",
        (
            "The Example Ledger\nCounty asked for jail files\nEXAMPLE - A federal agency has asked"
            " the county for files, officials said Monday.\nThe subpoena says that the county must"
            " produce them by May 4. The sheriff declined to comment.\n"
        ),
    ),
    (
        "an order that is only proposed",
        (
            "SUPERIOR COURT OF EXAMPLE COUNTY\nSubject A, Plaintiff,\nv.\n"
            "Example Clinic, Defendant.\n[PROPOSED] ORDER\n"
            "ORDERED, that Defendant shall produce the record within ten days.\n"
            "Dated: ____________\n______________________________\nJUDGE\n"
            "Submitted by:\nAttorney N, for Plaintiff\n"
        ),
    ),
)


@pytest.mark.parametrize("text", [row[1] for row in UNSIGNED], ids=[row[0] for row in UNSIGNED])
def test_nobody_signs_what_nobody_signs_by_its_nature(text: str) -> None:
    role = read_text(text).signatory.role
    assert role.value is SignatoryRole.NONE
    assert role.band is not Band.CERTAIN


def test_a_letter_whose_signature_was_not_found_may_be_signed() -> None:
    letter = _LETTER + "The rest follows in June.\n"
    assert read_text(letter).signatory.role.value is not SignatoryRole.NONE


def test_a_byline_names_who_wrote_a_report() -> None:
    text = (
        "The Example Ledger\nCounty asked for jail files\nBy Pat Example | May 2, 2022\n"
        "EXAMPLE - A federal agency has asked the county for files, officials said Monday.\n"
        "The subpoena says that the county must produce them by May 4.\n"
    )
    signatory = read_text(text).signatory
    assert (signatory.name.value, signatory.role.value) == ("Pat Example", SignatoryRole.PRIVATE)


@pytest.mark.parametrize("said", ["ICE ERO Example", "Judgment Creditor", "Example Logistics"])
def test_an_office_or_a_party_is_no_name(said: str) -> None:
    text = _LETTER + f"Sincerely,\n\nPat Example\nRecords Officer\n{said}\n"
    assert read_text(text).signatory.name.value == "Pat Example"
