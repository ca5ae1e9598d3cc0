# ruff: noqa: E501 - a printed line stays on one line
"""Whose a filing is, told by its own title: the court of its caption has filed none (READING 12)."""

from __future__ import annotations

import pytest

from tests.unit.reading.sheet import read_text

CAPTION = """UNITED STATES DISTRICT COURT
FOR THE EASTERN DISTRICT OF EXAMPLE

HARBOUR WATCH SOCIETY; HARBOUR WATCH FOUNDATION,
Plaintiffs,
v.
PORT AUTHORITY OF EXAMPLE,
Defendant.

Case No. 4:21-cv-01234

"""
COMMISSION = """UNITED STATES OF AMERICA NUCLEAR EXAMPLE COMMISSION
Before the Licensing Board

In the Matter of
EXAMPLE EDISON COMPANY
Docket No. 50-0000 SP

"""
FILINGS = (
    (
        "complaint",
        CAPTION
        + "COMPLAINT FOR INJUNCTIVE RELIEF\n\n1. In this action plaintiffs challenge the failure to release records. Plaintiffs respectfully ask the Court to order their release.\n",
        "HARBOUR WATCH SOCIETY",
    ),
    (
        "amicus",
        CAPTION
        + "BRIEF OF AMICUS CURIAE THE SOCIETY OF EXAMPLE EDITORS IN SUPPORT OF PLAINTIFFS\n\nSUMMARY OF ARGUMENT\n\nThe subpoena should be quashed, because the law shields a journalist's notes.\n",
        "SOCIETY OF EXAMPLE EDITORS",
    ),
    (
        "before-a-board",
        COMMISSION
        + "UNION OF EXAMPLE ENGINEERS' FOURTH SET OF INTERROGATORIES AND DOCUMENT REQUESTS TO EXAMPLE EDISON COMPANY\n\nPlease answer the following interrogatories separately and under oath.\n\n1. State who inspected the reactor.\n",
        "UNION OF EXAMPLE ENGINEERS",
    ),
    (
        "by-part",
        CAPTION
        + "DEFENDANT'S OBJECTIONS TO PLAINTIFFS' FIRST REQUEST FOR PRODUCTION\n\nDefendant objects to each request as overbroad and unduly burdensome.\n",
        "PORT AUTHORITY OF EXAMPLE",
    ),
)


@pytest.mark.parametrize(
    ("text", "who"), [pytest.param(text, who, id=name) for name, text, who in FILINGS]
)
def test_a_filing_is_its_partys(text: str, who: str) -> None:
    assert read_text(text).issuer.value == who


def test_whoever_contests_without_a_name_is_not_the_court() -> None:
    text = "IN THE SUPERIOR COURT OF EXAMPLE COUNTY\nNo. 21-2-00000-1\n\nMOTION TO QUASH\n\nThe subpoena should be quashed. It is overbroad and unduly burdensome and invades a privilege.\n"
    assert read_text(text).issuer.value is None


def test_a_court_that_gives_notice_is_its_own_issuer() -> None:
    text = CAPTION + "NOTICE OF HEARING\n\nA hearing is set for May 4, 2021 at 9:00 a.m.\n"
    assert read_text(text).issuer.value.startswith("UNITED STATES DISTRICT COURT")
    text = (
        CAPTION
        + "SUBPOENA TO PRODUCE DOCUMENTS\n\nTO: Sample Storage, Inc.\n\nYOU ARE COMMANDED to produce all leases by May 4, 2021.\n"
    )
    assert read_text(text).issuer.value.startswith("UNITED STATES DISTRICT COURT")


def test_a_line_over_a_greeted_body_is_what_the_letter_is_about() -> None:
    body = "\n\nDear University of Example,\n\nCould you please provide your projections for the next five years?\n\nYours faithfully,\n\nSubject A\n"
    found = read_text("Student Demand Forecasts" + body)
    assert (found.recipient.value, found.issuer.value) == ("University of Example", "Subject A")
    assert read_text("Subject A" + body).issuer.value == "Subject A"
