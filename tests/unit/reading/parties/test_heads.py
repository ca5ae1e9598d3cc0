"""Who made a paper, whom it addresses and who signed it, by head and close (READING 10, 12)."""

from __future__ import annotations

import pytest

from tests.unit.reading.papers_heads import HEADS, Head
from tests.unit.reading.papers_heads_courts import HEADS_OF_COURTS
from tests.unit.reading.sheet import read_text


def _said(value: object) -> str:
    return " ".join(str(value).casefold().split())


_ALL = (*HEADS, *HEADS_OF_COURTS)


@pytest.mark.parametrize("head", _ALL, ids=[head.id for head in _ALL])
def test_a_head_tells_who_and_whom(head: Head) -> None:
    reading = read_text(head.text, headers=head.headers)
    if head.issuer:
        assert head.issuer.casefold() in _said(reading.issuer.value)
    if head.recipient:
        assert head.recipient.casefold() in _said(reading.recipient.value)
    if head.name:
        assert reading.signatory.name.value == head.name
    if head.role:
        assert reading.signatory.role.value == head.role
    if head.issuer_class:
        assert reading.issuer_class.value == head.issuer_class


def test_a_part_that_every_house_has_is_no_sure_addressee() -> None:
    reading = read_text(
        "STATE LABOR BOARD\n\nSUBPOENA\n\nTO: Custodian of Records\n\n"
        "You are commanded to produce by May 1, 2024 the payroll of 2023.\n\nInvestigator B\n"
    )
    assert reading.recipient.band == "unsure"


def test_the_server_of_process_is_not_its_addressee() -> None:
    reading = read_text(
        "DISTRICT COURT OF EXAMPLE COUNTY\nCase No. 24-0118\n\nSUBPOENA\n\n"
        "TO THE PERSON AUTHORIZED BY LAW TO SERVE THIS PROCESS: You are commanded to summon\n"
        "Example Valley Clinic, to appear on May 1, 2024 with the chart of Subject A.\n\n"
        "Attorney B\nAttorney for Plaintiff\n"
    )
    assert reading.recipient.value == "Example Valley Clinic"
