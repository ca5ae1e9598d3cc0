# ruff: noqa: E501 - a printed line stays on one line
"""A judge's hand that is not his court's: retired, neutral, quoted, of a society (READING 10)."""

from __future__ import annotations

import pytest

from tests.unit.reading.sheet import read_text

ORDER = """SUPERIOR COURT OF EXAMPLE COUNTY
In the Matter of Subject A          Case No. 25-CV-00417

ORDER

IT IS HEREBY ORDERED that Example Storage, Inc. produce the gate log within 10 days of service.

/s/ Pat Sample
{title}
June 3, 2025
"""
NO_COURT = {
    "agency-appeal": "CIVIL SERVICE BOARD\nAppeal No. 25-117\n\nHEARING OFFICER'S ORDER\n\nThe Department shall produce the duty roster by August 11, 2025.\n\nIT IS SO ORDERED.\n\n/s/ Pat Sample\nJudge of the Superior Court, Retired\nSitting as Hearing Officer\nJuly 28, 2025\n",
    "arbitrator": "Hon. Pat Sample (Ret.)\nArbitrator\n10 Example Way\n\nMay 19, 2025\n\nCustodian of Records\nExample Unified School District\n\nRe: Arbitration, Case No. 11-2298\n\nPlease produce to both counsel by June 9, 2025 the minutes of the facilities committee.\n\n/s/ Pat Sample\nPresiding Justice (Ret.)\n",
    "copied-into-a-letter": "EXAMPLE & SAMPLE LLP\nAttorneys for Plaintiff\n\nMarch 26, 2026\n\nExample Children's Services\n\nPlease produce the intake file by April 9, 2026. A court ordered the same before:\n\nSUPREME COURT OF THE STATE OF NEW YORK, COUNTY OF EXAMPLE\nIndex No. 511884/2022\nORDERED that the agency produce its file within 10 days.\n/s/ Pat Sample\nJustice of the Supreme Court\n",
    "of-students": "STUDENT GOVERNMENT ASSOCIATION\nSUPREME COURT OF THE STUDENT BODY\nCase No. 25-SC-009\n\nORDER\n\nThe Dean shall produce the ballot logs by April 14, 2025.\n\nIT IS SO ORDERED.\n/s/ Pat Sample\nChief Justice\nApril 7, 2025\n",
    "in-the-subject": "Pat Sample\nNeutral\n\nApril 20, 2026\n\nRisk Manager, Example Transit\n\nRe: Mediation, Superior Court Case No. 24CV03318\n\nPlease send me the incident report no later than May 4, 2026.\n\n/s/ Pat Sample\nPresiding Justice\n",
}


@pytest.mark.parametrize("text", NO_COURT.values(), ids=NO_COURT)
def test_no_court_ordered_it(text: str) -> None:
    assert read_text(text).judicial.value is None


@pytest.mark.parametrize("title", ["Judge of the Superior Court", "Superior Court Judge"])
def test_its_own_judge_did(title: str) -> None:
    assert read_text(ORDER.format(title=title)).judicial.value is True


@pytest.mark.parametrize(
    "title", ["Judge of the Superior Court (Ret.)", "Judge of the Superior Court, Retired"]
)
def test_a_retired_judge_leaves_it_open(title: str) -> None:
    found = read_text(ORDER.format(title=title)).judicial
    assert (found.value, found.signals["why"]) == (
        None,
        "a retired judge signs; whether he sits as a court is not told",
    )
