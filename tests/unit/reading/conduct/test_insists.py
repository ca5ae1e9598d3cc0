# ruff: noqa: E501 - a printed line stays on one line
"""Who demands again after an answer, who asks a judge, and orders nobody has made (READING 8)."""

from __future__ import annotations

import pytest

from tecum.words import Conduct
from tests.unit.reading.sheet import read_text

HEAD = "EXAMPLE BUREAU OF STANDARDS\nRegional Office\n\nMarch 3, 2026\n\nExample Cardroom, Inc.\n\n"
AGAIN = {
    "not-complete": "Re: Your production of February 9, 2026 in response to our subpoena\n\nWe received your letter and 212 pages. The production is incomplete. Please produce the missing minutes no later than March 16, 2026.\n\nPat Sample\nInvestigator\n",
    "refused": "We received your letter of February 24, 2026, declining to produce the logs. The Bureau does not agree and requires production by March 10, 2026. If you do not comply the matter will be referred to counsel under the administrative subpoena.\n\nPat Sample\nInvestigator\n",
    "no-more-time": "Thank you for your letter of February 12, 2026 requesting an extension. The request is denied. All records must be delivered by March 22, 2026, as our notice required.\n\nPat Sample\nSpecial Agent\n",
    "objected": "Re: your objections of February 27, 2026\n\nYou objected to our subpoena. The objections lack merit. Kindly serve the permit file by March 20, 2026, failing which we will move to compel.\n\n/s/ Pat Sample\n",
    "files-overdue": "Subject: Incomplete response to records request of February 3, 2026\n\nOf thirty files requested, your facility submitted nineteen. The remaining eleven are overdue. You have fifteen (15) calendar days after receipt of this letter to submit them.\n\nPat Sample\nContract Monitor\n",
    "new-for-old": "AMENDED SUBPOENA (supersedes subpoena of February 4, 2026)\n\nTO: Example Cardroom, Inc.\n\nThe subpoena of February 4, 2026 is vacated. In its place you are commanded to produce on March 16, 2026 at 10:00 a.m. the floor logs.\n\nPat Sample\nBureau Chief\n",
}
ANSWERS = {
    "needs-a-fee": "We received your request of February 24, 2026. Please submit the fee for the records by March 10, 2026 or your request will be closed.\n\nPat Sample\nRecords Officer\n",
    "needs-a-form": "Thank you for your subpoena. Before we can produce anything, please provide a signed authorization for release of the records by March 10, 2026.\n\nPat Sample\nRecords Officer\n",
    "will-send": "We received your letter. The records you asked for will be delivered by March 20, 2026.\n\nPat Sample\nRecords Officer\n",
}


@pytest.mark.parametrize("text", AGAIN.values(), ids=AGAIN)
def test_a_demand_after_an_answer_is_one(text: str) -> None:
    found = read_text(HEAD + text)
    assert found.conduct.value is Conduct.ISSUES
    assert found.due


def test_what_is_still_owing_is_demanded() -> None:
    text = "Re: Subpoena LS-26-0417\n\nWe have the pages you delivered on February 20; thank you. Nothing was delivered for paragraph 2. Your letter does not claim that none exist. The Bureau will treat it as still owing if it is not in our hands on or before March 22, 2026.\n\nPat Sample\nInvestigator\n"
    assert read_text(HEAD + text).conduct.value is Conduct.ISSUES


@pytest.mark.parametrize("text", ANSWERS.values(), ids=ANSWERS)
def test_an_answer_that_needs_something_stays_one(text: str) -> None:
    assert read_text(HEAD + text).conduct.value is not Conduct.ISSUES


def test_a_letter_to_a_judge_moves() -> None:
    text = "CITY OF EXAMPLE\nLAW DEPARTMENT\n\nAugust 5, 2025\n\nHonorable Pat Sample\nUnited States District Court\n\nRe: Subject A v. City of Example, 24-CV-7731\n\nDear Judge Sample:\n\nDefendants write to request that non-party Example Clinic be ordered to produce its records by August 29, 2025.\n\nRespectfully submitted,\n/s/ Attorney H\nAssistant Corporation Counsel\n"
    assert read_text(text).conduct.value is Conduct.CONTESTS
    ordered = text + "\nSO ORDERED:\n\n____________________\nU.S.D.J.\nDated: ____________, 2025\n"
    assert read_text(ordered).conduct.value is not Conduct.ISSUES


UNMADE = """IN THE CHANCERY COURT OF EXAMPLE COUNTY
No. CH-25-0118

AGREED ORDER

IT IS ORDERED that the Example Assessor produce the parcel cards by May 15, 2026.

{entered}

______________________________
CHANCELLOR

{below}
/s/ Attorney H
"""


@pytest.mark.parametrize(
    ("entered", "below"),
    [
        ("ENTERED this ___ day of __________, 2026.", "APPROVED FOR ENTRY:"),
        ("DATED this ____ day of March, 2026.", "I certify that I mailed a copy to the Assessor."),
    ],
)
def test_an_order_that_only_its_parties_signed_is_not_made(entered: str, below: str) -> None:
    found = read_text(UNMADE.format(entered=entered, below=below))
    assert found.conduct.value is Conduct.TEMPLATES


CASE = "UNITED STATES DISTRICT COURT\nDISTRICT OF EXAMPLE\n\nSubject A v. Example Stave Co.       No. 3:25-cv-00118\n\n{title}\n\n{orders}\n\nSO ORDERED. January 29, 2026\n/s/ Pat Sample\nUnited States District Judge\n"


@pytest.mark.parametrize("title", ["SCHEDULING ORDER", "PRETRIAL ORDER", "PROTECTIVE ORDER"])
def test_an_order_about_a_case_may_tell_another_to_produce(title: str) -> None:
    orders = "1. Trial: January 11, 2027.\n2. Non-party Example County shall produce the permit file by February 27, 2026."
    found = read_text(CASE.format(title=title, orders=orders))
    assert found.conduct.value is Conduct.ISSUES
    assert "2026-02-27" in {due.date for due in found.due}


def test_what_the_parties_exchange_is_the_cases_course() -> None:
    orders = "1. The parties shall produce their expert reports by February 27, 2026.\n2. Trial: January 11, 2027."
    found = read_text(CASE.format(title="SCHEDULING ORDER", orders=orders))
    assert found.conduct.value is not Conduct.ISSUES


def test_so_ordered_under_what_somebody_is_told() -> None:
    text = "POLICE DEPARTMENT\nCITY OF EXAMPLE\n\nIn the Matter of Disciplinary Proceedings   Case No. 2025-31188\n\nThe Civilian Board shall turn over the interview recordings by July 11, 2025.\n\nSO ORDERED.\n/s/ Pat Sample\nDeputy Commissioner Trials\nJune 27, 2025\n"
    assert read_text(text).conduct.value is Conduct.ISSUES
