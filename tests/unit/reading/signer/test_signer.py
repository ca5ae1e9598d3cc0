"""Who signed, and whether a judge ordered it: the traps of READING 10, each by itself."""

from __future__ import annotations

import pytest

from tests.unit.reading.papers_demands import DEMANDS
from tests.unit.reading.sheet import Paper, read_text

_COURT = (
    "UNITED STATES DISTRICT COURT\nDISTRICT OF EXAMPLE\nIn re Records   Case No. 1:21-mc-00044\n"
)

JUDICIAL: tuple[tuple[str, str, bool | None], ...] = (
    (
        "a judge's order with its conformed signature",
        _COURT + "ORDER\nIT IS ORDERED that Example Clinic produce the file within ten days.\n"
        "Dated: May 3, 2021\n/s/ Pat Example\nUnited States District Judge\n",
        True,
    ),
    (
        "a judge is named and nothing shows a signature",
        _COURT + "ORDER\nIT IS ORDERED that Example Clinic produce the file within ten days.\n"
        "Dated: May 3, 2021\nHon. Pat Example\nUnited States District Judge\n",
        None,
    ),
    (
        "an order without a court's caption",
        "ORDER\nIT IS ORDERED that Example Clinic produce the file.\n/s/ Pat Example\nJudge\n",
        None,
    ),
    (
        "an officer's warrant that commands",
        ("U.S. DEPARTMENT OF HOMELAND SECURITY\nWarrant for Arrest of Alien\n"
        "To any immigration officer: YOU ARE COMMANDED to arrest SUBJECT-SIX, Example.\n"
        "Form I-200\nSal Example, Deportation Officer\n"),
        False,
    ),
    (
        "a clerk's seal and a teste that names a judge",
        ("SUPREME COURT OF THE STATE OF NEW YORK\nCOUNTY OF KINGS\nA v. B   Index No. 511/2021\n"
        "SUBPOENA DUCES TECUM\nTo: Example Bank\nWE COMMAND YOU to produce it by May 3, 2021.\n"
        "Witness, the Honorable Pat Example, Justice of the Supreme Court.\n"
        "Lee Example\nAttorney for Plaintiff\n"),
        False,
    ),
    (
        "an immigration judge is not a judge of a court",
        ("EXECUTIVE OFFICE FOR IMMIGRATION REVIEW\nSUBPOENA\nTO: Example Clerk\n"
        "YOU ARE HEREBY COMMANDED to produce the records by May 3, 2024.\n"
        "Immigration Judge Terry Example\n"),
        False,
    ),
    (
        "an administrative law judge",
        ("STATE OF EXAMPLE\nDEPARTMENT OF REVENUE\nSUBPOENA\nTO: Example Store\n"
        "You are commanded to produce the books by May 3, 2024.\n"
        "Terry Example, Administrative Law Judge\n"),
        False,
    ),
    (
        "a hearing officer",
        ("STATE OF EXAMPLE\nDEPARTMENT OF LABOR\nSUBPOENA\nTO: Example Store\n"
        "You are commanded to produce the books by May 3, 2024.\nTerry Example, Hearing Officer\n"),
        False,
    ),
    (
        "so ordered endorsed on a letter",
        ("Sample Lane LLP\nMay 3, 2021\nHon. Pat Example\nRe: A v. B, 21 Civ. 44\n"
        "Your Honor: We ask that the deposition be moved to June.\nLee Example\nAttorney for A\n"
        "SO ORDERED: /s/ Pat Example, U.S.D.J.\n"),
        None,
    ),
    (
        "a prosecutor under a court's heading",
        ("CIRCUIT COURT OF EXAMPLE COUNTY\nCase No. 22-GJ-4\nINVESTIGATIVE SUBPOENA\n"
        "To: Example Telephone\nYou are commanded to produce the records by May 3, 2022.\n"
        "/s/ Lee Example\nAssistant Prosecuting Attorney\n"),
        False,
    ),
    (
        "an attorney signing for the clerk",
        ("CIRCUIT COURT OF EXAMPLE COUNTY\nA v. B   Case No. 22-CV-44\nSUBPOENA\n"
        "To: Example Telephone\nYou are commanded to produce the records by May 3, 2022.\n"
        "/s/ Lee Example for the Clerk\nAttorney for Plaintiff\n"),
        None,
    ),
    (
        "a court's approval that is only mentioned",
        ("OFFICE OF THE PROSECUTING ATTORNEY\nINVESTIGATIVE SUBPOENA\nTo: Example Telephone\n"
        "You are commanded to produce the records by May 3, 2022. Issued with the approval of the "
        "circuit court.\nLee Example\nProsecuting Attorney\n"),
        None,
    ),
)  # fmt: skip


@pytest.mark.parametrize(("why", "text", "judicial"), JUDICIAL, ids=[row[0] for row in JUDICIAL])
def test_judicial(why: str, text: str, judicial: bool | None) -> None:
    assert read_text(text).judicial.value is judicial, why


@pytest.mark.parametrize("paper", DEMANDS, ids=lambda paper: paper.id)
def test_judicial_of_a_paper_is_right_or_null(paper: Paper) -> None:
    read = read_text(paper.text).judicial
    if read.value is not None:
        assert read.band == "certain"
        assert read.value is bool(paper.judicial)


def test_judicial_true_needs_the_signature_seen() -> None:
    reading = read_text(JUDICIAL[1][1])
    assert reading.judicial.signals["why"] == "a judge is named; no signature could be seen"
    assert "signature_not_seen" in reading.warnings


SIGNERS = (
    ("Sincerely,\nCorwin P. Sample\nDeportation Officer\n", "Corwin P. Sample", "agency_officer"),
    ("Issued May 3, 2021 by Special Agent Ara D. Poole\n", "Ara D. Poole", "agency_officer"),
    ("by E. Stan, Deputy Clerk\n", "E. Stan", "clerk"),
    ("/s/ Robin Sample\nAttorney for Plaintiff\n", "Robin Sample", "attorney"),
    ("Sincerely,\nLou Sample\nAssistant United States Attorney\n", "Lou Sample", "prosecutor"),
    ("Sgt. Oz Thorn\n", "Oz Thorn", "agency_officer"),
    ("Sincerely,\nLou Sample\nRanking Member\n", "Lou Sample", "legislator"),
)  # fmt: skip


@pytest.mark.parametrize(("end", "name", "role"), SIGNERS, ids=[row[1] for row in SIGNERS])
def test_name_and_role(end: str, name: str, role: str) -> None:
    committee = role == "legislator"
    head = "Senate Committee on Records\n" if committee else "Example County Office\n"
    reading = read_text(f"{head}May 3, 2021\nTo: Example Bank\nPlease provide the list.\n{end}")
    assert (reading.signatory.name.value, reading.signatory.role.value) == (name, role)


def test_who_asked_for_process_did_not_sign_it() -> None:
    reading = read_text(
        _COURT
        + "GRAND JURY SUBPOENA\nTo: Example Bank\nYOU ARE COMMANDED to appear on May 3, 2021.\n"
        "by E. Stan, Deputy Clerk\nRequested by Assistant United States Attorney Jo Fair\n"
    )
    assert reading.signatory.name.value == "E. Stan"
