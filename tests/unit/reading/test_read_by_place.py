"""Values that are told by where they stand: the signer, whom an order commands, the silence."""

from __future__ import annotations

import pytest

from tecum.words import Conduct, Nondisclosure, SignatoryRole
from tests.unit.reading.sheet import read_text

SUBPOENA = """
EXAMPLE STATE DEPARTMENT OF LABOR
SUBPOENA
TO: Custodian of Records, Example Foundry
You are hereby required to produce by May 3, 2025 the records that are listed below.
1. the payroll register of 2024
2. all time cards of 2024
Dated: April 2, 2025
Hortensia Example
Compliance Officer
"""


def test_a_title_within_a_sentence_signs_nothing() -> None:
    reading = read_text(
        """
        Example Chat Service
        What governments asked of us in the first half of 2025
        We gave names in 1,711 matters and kept nothing back.
        We tell every user at once unless some judge forbids us
        """
    )
    assert reading.signatory.role.value is not SignatoryRole.JUDGE


@pytest.mark.parametrize(
    ("words", "silence"),
    [
        ("You are requested to keep this subpoena to yourself.", Nondisclosure.REQUESTED),
        ("Please don't mention this request to the customer.", Nondisclosure.REQUESTED),
        ("The recipient must\nnot tell the customer about it.", Nondisclosure.ORDERED),
        ("You are prohibited from disclosing the existence of this order.", Nondisclosure.ORDERED),
        ("Notes of counseling sessions shall not be disclosed.", None),
        ("The parties are prohibited from disclosing health data got hereunder.", None),
    ],
)
def test_silence_is_about_the_paper_not_about_records(
    words: str, silence: Nondisclosure | None
) -> None:
    reading = read_text(SUBPOENA.replace("Dated:", f"{words}\nDated:"))
    assert reading.conduct.value is Conduct.ISSUES
    assert reading.nondisclosure.value is silence


def test_an_order_in_paragraphs_names_whom_it_commands() -> None:
    reading = read_text(
        """
        IN THE DISTRICT COURT FOR EXAMPLE COUNTY
        A, Plaintiff, v. B, Defendant.   No. 24-CV-100
        ORDER
        IT IS ORDERED:
        1. Example Recovery Services shall, within ten days of service, produce the charts of A.
        2. Counsel shall return all copies.
        /s/ Hortensia Example
        District Judge
        """
    )
    assert reading.recipient.value in (None, "Example Recovery Services")


@pytest.mark.parametrize("title", ["Office Manager", "Treasurer", "Volunteer Coordinator"])
def test_titles_that_any_house_gives_follow_the_issuer(title: str) -> None:
    reading = read_text(
        f"""
        Friends of the Old Mill
        March 3, 2025
        Custodian of Records
        Example County
        Dear Custodian:
        Please send us copies of all contracts for the bridge by April 1, 2025.
        Sincerely,
        Hortensia Example
        {title}
        """
    )
    assert reading.signatory.role.value is SignatoryRole.PRIVATE
