# ruff: noqa: E501 - a printed sentence stays on one line
"""Due phrases by class of wording: what sets the day, what only stands beside the demand."""

from __future__ import annotations

from datetime import date

import pytest

from tecum.reading.dates.dates import DueContext, due_phrases, other_phrases, with_subject
from tecum.reading.result import DuePhrase
from tecum.words import Conduct, DueForm, Kind
from tests.unit.reading.factory import flow_of

ISSUED = date(2024, 3, 4)

SETS: dict[str, list[tuple[str, list[str]]]] = {
    "a period restated by its day": [
        ("Within 14 days, i.e., by March 18, 2024, supply the dates.", ["2024-03-18"]),
        ("Deliver the logs no later than two weeks from tomorrow (March 19, 2024).", ["2024-03-19"]),
        ("Produce them two weeks before the hearing, that is to say on March 20, 2024.", ["2024-03-20"]),
        ("You must give us the forms within the two weeks ending March 20, 2024.", ["2024-03-20"]),
        ("Your answer is due 14 days from the date of this letter (March 18, 2024).", ["2024-03-18"]),
    ],
    "a date from which a period runs restates nothing": [
        ("Respond within 30 days of the date of this letter, March 4, 2024.", ["30 days letter_date"]),
        ("Produce the file within 10 days of service (March 20, 2024).", ["10 days service"]),
    ],
    "a day or span that a sentence says is enough or the last": [
        ("Please send these. March 20, 2024 would leave us a week to read them.", ["2024-03-20"]),
        ("Please send these. Close of business on March 20, 2024 gives members a weekend.", ["2024-03-20 close of business"]),
        ("I still need the log. March 20, 2024 is as far as I can stretch it.", ["2024-03-20"]),
        ("Please send these. Ten business days from receipt is what our calendar allows.", ["10 days receipt"]),
        ("A line to say that it is done, by March 20, 2024, will do.", ["2024-03-20"]),
        ("March 20, 2024 is the day of the hearing.", []),
        ("I would appreciate having, not later than March 20, 2024, the count by month.", ["2024-03-20"]),
        ("Could it all be in the portal by March 20, 2024?", ["2024-03-20"]),
        ("Please let the clerk know whether you can appear on April 10, 2024.", []),
    ],
    "help that a court gives": [
        ("If you are a person with a disability who needs an accommodation, you are entitled to help. Contact the ADA Coordinator within 2 working days of your receipt of this document.", []),
        ("A witness who needs an interpreter is given one. Please call the clerk within 5 days of service.", []),
        ("Send the requests for accommodation within 10 days of service.", ["10 days service"]),
    ],
    "a range in words": [
        ("Se le requiere que presente las nóminas desde el 1 de abril de 2024 hasta el 30 de abril de 2024.", []),
        ("Please send the logs from April 1, 2024 until April 30, 2024.", []),
    ],
    "a day that names no month": [
        ("Please send us the list by the 15th of next month.", ["2024-04-15"]),
        ("Would you please have the ledger delivered by 12 noon on the 18th of this month.", ["2024-03-18 12:00"]),
        ("Kindly reply by the 20th inst.", ["2024-03-20"]),
        ("We need both by COB this Friday the 15th.", ["2024-03-15 close of business"]),
        ("Please get it to me by next Friday (3/15).", ["2024-03-15"]),
    ],
    "a day among other words of the command": [
        ("You may, in lieu of appearing on March 20, 2024, produce certified copies.", ["2024-03-20"]),
        ("You are commanded, all excuses set aside, to have delivered to the Clerk, returnable on March 20, 2024, the case record.", ["2024-03-20"]),
        ("The jail shall deliver to the clerk under seal, by March 20, 2024, the recorded calls.", ["2024-03-20"]),
        ("It shall lodge under seal with chambers, no later than noon on March 20, 2024:", ["2024-03-20 12:00"]),
        ("You are commanded to appear, at the hour of nine o'clock a.m. on the 20th day of March, A.D. 2024, with the file.", ["2024-03-20 09:00"]),
        ("By close of business (5:00 p.m.) on March 20, 2024 let us have the bid file.", ["2024-03-20 close of business"]),
        ("Send the copies by certified mail postmarked on or before March 20, 2024.", ["2024-03-20"]),
        ("We must file by May 31, 2024 and would therefore appreciate having your reply in hand by March 20, 2024.", ["2024-03-20"]),
        ("So that we can finish promptly, submit the data below within ten (10) days of receipt.", ["10 days receipt"]),
        ("The officer shall send this warrant to the provider, which shall, within ten days of receiving it, give him the mail.", ["10 days receipt"]),
        ("Upload the samples; nothing is taken after March 20, 2024, which is the final due date.", ["2024-03-20"]),
        ("Please see that we have the chart on or before March 20, 2024.", ["2024-03-20"]),
        ("Part A should be in our portal by March 20, 2024. Part B should follow by April 2, 2024.", ["2024-03-20", "2024-04-02"]),
        ("Custodian:       Hospital\nReturn:          March 20, 2024 / 4:00 PM", ["2024-03-20 16:00"]),
        ("You are ordered to come to Courtroom 3B, on March 20, 2024, at 1:30 o'clock, P.M., to testify.", ["2024-03-20 13:30"]),
        ("ADMINISTRATIVE SUBPOENA - SEVEN (7) DAYS FROM SERVICE TO COMPLY", ["7 days service"]),
        ("Licensing and Appeals Board subpoena: produce the data within 7 days of service.", ["7 days service"]),
        ("Produce the statements for the years before the petition date not later than 21 days from entry of this Order.", ["21 days issue"]),
        ("Please drop it in the shared folder within two weeks of the date of this memorandum.", ["2 weeks letter_date"]),
        ("Produce the following documents, information, or objects within 14 days of service.", ["14 days service"]),
    ],
    "another's time and another's day": [
        ("The parties shall file any motion by March 20, 2024.", []),
        ("Defense counsel shall submit any redaction request by March 20, 2024.", []),
        ("ORDERED that the note of issue shall be filed by March 20, 2024.", []),
        ("Penalties of $1,000 per day apply when records are not supplied within 15 days of a request.", []),
        ("March 20, 2024 is our deadline to close the file.", []),
        ("Our statutory deadline to finish the assessment is March 20, 2024.", []),
        ("A status conference is set for March 20, 2024 at 1:30 p.m.", []),
        ("Trial remains set for March 20, 2024.", []),
        ("TO THE SHERIFF: make due return within three (3) days.", []),
        ("You must be served at least 10 days before the date above.", []),
        ("A copy shall be served on you at least seven days before the hearing date.", []),
        ("A licensee who does not answer an inquiry within 15 business days of receipt may be fined.", []),
        ("Trial date: March 20, 2024. Please certify all open violations.", []),
    ],
    "only if": [
        ("If you do not intend to comply, within 5 days after receipt you must petition to revoke it.", []),
        ("If you are unable to respond in time, you must inform this office within five days of receipt.", []),
        ("If you intend to retain counsel, tell us by March 20, 2024.", []),
        ("Should the records be voluminous, please contact us by March 20, 2024.", []),
        ("Questions: call 555-0150 before March 20, 2024.", []),
        ("You may make copies unless you arrange with us, before March 20, 2024, to send them.", []),
        ("Produce it at the latest within 8 hours of receipt in an emergency.", []),
    ],
    "not the time to comply": [
        ("You must not release the records before March 20, 2024.", []),
        ("Do not release the records to the officer prior to March 20, 2024.", []),
        ("You may ask for a hearing within 30 days of receipt.", []),
        ("The Bureau requires a meet and confer within 10 calendar days of receipt.", []),
        ("Return or destroy the data within 60 days of the conclusion of the litigation.", []),
        ("Within ten days of completing production, please certify that it is complete.", []),
        ("You may forward the documents at least five days before the return date.", []),
        ("You will not be required to appear at the deposition noticed for March 20, 2024.", []),
        ("Please schedule a briefing, to occur no later than March 20, 2024.", []),
        ("Appear on the day named or such day thereafter and within sixty days hereof.", []),
        ("A failure to respond will result in an inspection within 30 days.", []),
        ("The obligation may be extended once by 30 days.", []),
        ("Please preserve the vehicle for ninety (90) days.", []),
        ("We ask for answers, because some can be found in a day.", []),
        ("IT IS SO ORDERED on March 20, 2024. You are commanded to produce the files.", []),
    ],
    "days of the records": [
        ("Produce dispensing records of 3/1/2024 - 3/20/2024 at once.", ["instanter"]),
        ("Please transmit the event log for March 18-19, 2024.", []),
        ("Could you send me the footage, 9 pm to midnight on March 2?", []),
        ("Please let us have the manual in force on March 20, 2024.", []),
        ("Deliver the video of the stop, from March 5, 2024 through March 20, 2024.", []),
    ],
}  # fmt: skip


def said(phrase: DuePhrase) -> str:
    if phrase.form is DueForm.DATE:
        return f"{phrase.date} {phrase.time}" if phrase.time else str(phrase.date)
    if phrase.form is DueForm.PERIOD:
        return f"{phrase.amount} {phrase.unit} {phrase.trigger}"
    return phrase.form.value


def read(text: str, **more: object) -> tuple[DuePhrase, ...]:
    given: dict[str, object] = {"conduct": Conduct.ISSUES, "issued_on": ISSUED, **more}
    return due_phrases(flow_of(text), DueContext(**given))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "expected"),
    [row for rows in SETS.values() for row in rows],
    ids=[f"{name}-{i}" for name, rows in SETS.items() for i, _ in enumerate(rows)],
)
def test_a_class_of_wording_reads_as_it_is_meant(text: str, expected: list[str]) -> None:
    found = [p for p in read(text) if p.form is not DueForm.NONE]
    assert sorted(said(p) for p in found) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Please send us the list by the 15th of next month.",
        "We need both by COB this Friday the 15th.",
    ],
)
def test_a_day_that_was_inferred_is_never_sure(text: str) -> None:
    (phrase,) = read(text)
    assert phrase.band == "unsure"


def test_a_day_without_its_month_is_not_read_without_a_date_of_issue() -> None:
    assert read("Please send us the list by the 15th of next month.", issued_on=None) == ()


def test_holding_data_is_keeping_and_not_the_time_to_answer() -> None:
    text = (
        "Take a snapshot of the account. Hold them for ninety (90) days.\n"
        "Let the undersigned know, within two business days of receipt, that it was taken."
    )
    found = read(text, kind=Kind.PRESERVATION_REQUEST)
    assert [said(p) for p in found] == ["2 days receipt"]
    kept = other_phrases(flow_of(text), DueContext(kind=Kind.PRESERVATION_REQUEST))
    assert "preservation" in [p.due_for.value for p in kept]


def test_what_a_paper_of_unsure_conduct_asks_is_unsure() -> None:
    text = "You have five business days from receipt to send the sampling results."
    (phrase,) = read(text, conduct=Conduct.NONE, conduct_is_open=True)
    assert (phrase.band, phrase.signals["conduct"]) == ("unsure", "unsure")
    assert read(text, conduct=Conduct.NONE) == ()
    assert read(text, conduct=Conduct.ANSWERS, conduct_is_open=True) == ()


SUBJECTS = [
    ("Cash audit 26-07 - documents due March 20, 2024", ["2024-03-20"]),
    ("RESPONSE NEEDED BY 3/20/2024 - permits", ["2024-03-20"]),
    ("Dependent verification - action needed before March 20, 2024", ["2024-03-20"]),
    ("Re: documents due March 20, 2024", []),
    ("Minutes of March 20, 2024", []),
    ("=?utf-8?q?Documents_due_March_20=2C_2024?=", ["2024-03-20"]),
]


@pytest.mark.parametrize(("subject", "expected"), SUBJECTS)
def test_a_mail_whose_body_sets_no_day_takes_its_subjects(
    subject: str, expected: list[str]
) -> None:
    context = DueContext(conduct=Conduct.ISSUES, issued_on=ISSUED)
    found = with_subject((), (("subject", subject),), context)
    assert [said(p) for p in found] == expected
    assert all(p.spans == () and p.band != "certain" for p in found)


def test_the_body_of_a_mail_comes_before_its_subject() -> None:
    context = DueContext(conduct=Conduct.ISSUES, issued_on=ISSUED)
    body = read("Please send the slips by April 2, 2024.")
    assert with_subject(body, (("subject", "due March 20, 2024"),), context) == body


def test_a_time_belongs_to_one_date_alone() -> None:
    text = (
        "Return Date: March 20, 2024 at 9:30 a.m.\n\n"
        "On March 4, 2024 this office asked for your response within 10 days."
    )
    assert [said(p) for p in read(text)] == ["2024-03-20 09:30"]
