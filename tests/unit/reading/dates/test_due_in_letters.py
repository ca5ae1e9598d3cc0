# ruff: noqa: E501 - a printed sentence stays on one line
"""Times as committees, agencies, courts, boards and lawyers write them in running letters."""

from __future__ import annotations

from datetime import date

import pytest

from tecum.reading.dates.dates import DueContext, due_phrases
from tecum.words import Conduct, DueForm, Kind
from tests.unit.reading.dates.test_due import said
from tests.unit.reading.factory import flow_of

ISSUED = date(2024, 3, 4)


def due(sentence: str, kind: Kind | None = None) -> list[str]:
    """The dates and periods that a sentence sets the recipient."""
    context = DueContext(conduct=Conduct.ISSUES, kind=kind, issued_on=ISSUED)
    found = due_phrases(flow_of(sentence), context)
    return [said(p) for p in found if p.form in (DueForm.DATE, DueForm.PERIOD)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # a wish that begins with "if you can" is how the sender asks
        (
            "If you could let us have the ledgers by March 29, 2024, that would be appreciated.",
            "date 2024-03-29",
        ),
        (
            "If your office is able to post the logs by March 29, 2024, we would be grateful.",
            "date 2024-03-29",
        ),
        # what was agreed for a time that this paper starts
        (
            "As we discussed, it was agreed that the answers would be furnished within 45 days of the date of this letter.",
            "period 45 days after letter_date",
        ),
        (
            "The board awaits complete production by the revised due date of April 2, 2024.",
            "date 2024-04-02",
        ),
        (
            "The forms are due in this office twelve (12) working days from the date on which you signed for them.",
            "period 12 days business after unknown",
        ),
        # papers of a case named in an order are no objection
        (
            "Defendant is DIRECTED to answer in full the document requests that were the subject of the motion no later than March 29, 2024.",
            "date 2024-03-29",
        ),
        (
            "The carrier shall produce the items identified in the motion by March 29, 2024.",
            "date 2024-03-29",
        ),
        ("The hospital must hand over the withheld pages by March 29, 2024.", "date 2024-03-29"),
        (
            "Respondent shall file a response to the petition and the agency record no later than sixty (60) days from the date of service.",
            "period 60 days after service",
        ),
        # English of other countries
        ("You are kindly asked to reply to this address till 20.03.2024.", "date 2024-03-20"),
        (
            "The provider shall within 12 hours of receipt of this demand take down the pages listed.",
            "period 12 hours after receipt",
        ),
        (
            "The records must be supplied within 3 business days from the time this request reaches the custodian.",
            "period 3 days business after receipt",
        ),
        (
            "The inspector has scheduled your interview for March 26, 2024 at 11 a.m. and asks that you bring the day book with you.",
            "date 2024-03-26 11:00",
        ),
        (
            "Our staff shall be with you in the week commencing 15 April 2024 and would like the statements by 8 April 2024.",
            "date 2024-04-08",
        ),
        (
            "A provider to whom this notice is sent shall within 10 days of receipt of this notice furnish the logs.",
            "period 10 days after receipt",
        ),
        # orders and reminders
        (
            "The warden is ordered to show cause, on or before April 18, 2024, why the petition should not be granted.",
            "date 2024-04-18",
        ),
        (
            "Defendant shall have until and including March 27, 2024, within which to hand over the tapes.",
            "date 2024-03-27",
        ),
        ("Answers to the second set of questions are now due March 29, 2024.", "date 2024-03-29"),
        (
            "Your answers for the record are due to the Committee on March 20, 2024.",
            "date 2024-03-20",
        ),
        (
            "On February 1 I asked for your comments by February 22 and I now ask for them by March 15.",
            "date 2024-03-15",
        ),
        # another time beside it
        (
            "We must report to the court on April 30, 2024, and so ask for the logs by March 15, 2024.",
            "date 2024-03-15",
        ),
        (
            "We have agreed to extend the date for response from March 12 to March 26, 2024.",
            "date 2024-03-26",
        ),
        ("Our report is due April 30, 2024; send the logs by April 16, 2024.", "date 2024-04-16"),
        (
            "Your answer, originally due on February 20, is now due no later than March 11, 2024.",
            "date 2024-03-11",
        ),
        (
            "If the logs are not received by March 22, 2024, a subpoena will issue returnable April 5, 2024.",
            "date 2024-03-22",
        ),
        (
            "Defendants are ordered to serve amended answers, without objection, not later than March 22, 2024.",
            "date 2024-03-22",
        ),
    ],
)
def test_time_of_the_recipient(sentence: str, expected: str) -> None:
    assert due(sentence) == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "The operator submitted its plan on November 3, 2022, and amended it within 60 days.",
        "If Petitioner chooses to reply, she shall do so within twenty-eight (28) days of the date the answer is filed.",
        "Any traverse shall be lodged within twenty days after the return is filed.",
        "The Clerk is directed to mail a copy of this Order to the parties within five days.",
        "Fact discovery shall be completed by July 31, 2024.",
        'All discovery in this case must be "completed" by July 31, 2024.',
        "Such figures are to be produced within a week of their becoming available.",
        "The host is bound by law to block such pages within one day from receipt of a notice.",
        "If additional time is required, a written reason must be received within seven days of this letter.",
        "Within fourteen days thereafter, plaintiff may file a reply.",
        "Judgment was entered on February 1, 2024; the notice of appeal must be filed within 30 days.",
        "Section 12 gives every licensee 30 days to respond to a complaint.",
        "My letters of January 9 and February 6 asked for the file within 14 days.",
        "It was agreed that you would answer within 30 days.",
        "If you can object by March 29, 2024, a hearing will follow.",
        "Within sixty days of receipt of the draft report you may submit comments.",
        "The Inspector General will publish his report within 30 days of receiving your comments.",
        "No later than thirty days after the date of enactment, the Secretary shall report to Congress.",
        "Please note that the statute of limitations runs on April 30, 2024.",
        "We need ten more days, so that the answer will now reach you by March 25, 2024.",
        "Although the statute allows thirty days, I should be grateful for an answer within ten.",
        "The agency has extended the time for its decision to April 30, 2024.",
        "Our brief is due April 30, 2024.",
        "The deadline to amend pleadings is April 15, 2024.",
        "Counsel shall appear for a status conference on April 2, 2024 at 10:30 a.m.",
        "Complaints must be filed within two years of treatment.",
        "The grievance was lodged on 11 January 2024 and must be decided within three months.",
    ],
)
def test_time_of_others_or_of_the_past(sentence: str) -> None:
    assert due(sentence) == []


def test_a_period_that_is_over_is_told_not_set() -> None:
    sentence = "The law allows the agency twenty working days to respond; that period ended on February 16."

    assert due(sentence, Kind.RECORDS_REQUEST) == []
    assert due(sentence.split(";", maxsplit=1)[0] + ".", Kind.RECORDS_REQUEST) == [
        "period 20 days business after unknown"
    ]
