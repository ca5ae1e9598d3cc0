# ruff: noqa: E501 - a printed sentence stays on one line
"""A certificate of service on a demand: its date is the day of service, and nothing else."""

from __future__ import annotations

import pytest

from tests.unit.reading.sheet import read_text

DEMAND = (
    "U.S. DEPARTMENT OF EXAMPLE\nOFFICE OF INSPECTOR GENERAL\n\nSUBPOENA DUCES TECUM\n\n"
    "TO: Custodian of Records, Elm Services, Inc.\n\nYOU ARE HEREBY COMMANDED to appear before "
    "Special Agent U at 1100 Mill Street on the 20th day of October, 2023, at 5:00 o'clock in the "
    "afternoon, and to bring with you and produce the payroll ledgers.\n\nIN TESTIMONY WHEREOF the "
    "undersigned has hereunto set a hand this 26th day of September, 2023.\n\nSpecial Agent in "
    "Charge O\n\n"
)


@pytest.mark.parametrize(
    "head",
    [
        "Return of service",
        "CERTIFICATE OF SERVICE OF SUBPOENA",
        "1 Certificate of Service of Summons",
        "PROOF OF SERVICE (for official use only)",
    ],
)
def test_its_date_is_neither_of_issue_nor_due(head: str) -> None:
    reading = read_text(
        DEMAND + f"{head}\n\nDate: September 29, 2023     Time: 2:20 p.m.\nI handed a copy of the "
        "subpoena to the person to whom it was directed.\nSpecial Agent U\n"
    )
    assert reading.issued_on.value == "2023-09-26"
    assert reading.served_on.value == "2023-09-29"
    assert [d.date for d in reading.due] == ["2023-10-20"]


def test_a_paper_that_is_a_certificate_has_its_own_date() -> None:
    reading = read_text(
        "PROOF OF SERVICE\n\nI served the subpoena upon the custodian of Elm Services by handing it "
        "to her on September 27, 2023.\n\nDate: September 29, 2023\n\nProcess Server D\n"
    )
    assert reading.issued_on.value == "2023-09-29"


def test_a_question_after_facts_sets_no_time() -> None:
    reading = read_text(
        "Dear FOI Officer,\n\nUnder the Freedom of Information Act please answer:\n\n1. How many calls "
        "were made in 2023?\n2. For 2023 only, in how many of those cases was the person taken into "
        "custody within 24 hours?\n\nPlease reply within 20 working days of receipt.\n\n"
        "Yours faithfully,\n\nRequester T\n"
    )
    assert [(d.amount, d.unit) for d in reading.due] == [(20, "days")]


def test_capitals_fill_a_line_before_its_letters_are_many() -> None:
    reading = read_text(
        "SUBPOENA DUCES TECUM\nTO: Custodian of Records, Elm Services, Inc.\n\n"
        "YOU ARE HEREBY COMMANDED TO APPEAR BEFORE Special Agent\n"
        "U, an official of the Office of Inspector General, at 1100 Mill Street,\n"
        "Suite 632, Elm City, on the 20th day of October, 2023, at 5:00 o'clock in\n"
        "the afternoon of that day, and to bring with you and produce at said time and\n"
        "place the payroll ledgers of 2022, which are necessary in the performance of\n"
        "the responsibility of the Inspector General.\n"
    )
    assert [(d.date, d.time) for d in reading.due] == [("2023-10-20", "17:00")]
