# ruff: noqa: E501 - a printed sentence stays on one line
"""Due phrases in the manner of many agencies and states: what binds the recipient, and when."""

from __future__ import annotations

from datetime import date

import pytest

from tecum.reading.dates.dates import DueContext, blank_in_form, due_phrases, other_phrases
from tecum.reading.result import DuePhrase
from tecum.words import Conduct, Kind
from tests.unit.reading.factory import flow_of


def said(phrase: DuePhrase) -> str:
    """A phrase in short: form, date or amount, unit, counting, direction, trigger, time, zone."""
    parts: list[object] = [phrase.form.value]
    if phrase.form.value == "date":
        parts += [phrase.date, phrase.time, phrase.tz]
    elif phrase.form.value == "period":
        counting = None if phrase.counting == "unstated" else phrase.counting
        parts += [phrase.amount, phrase.unit, counting, phrase.direction, phrase.trigger]
    elif phrase.form.value == "event":
        parts += [phrase.direction, phrase.trigger]
    return " ".join(str(p) for p in parts if p is not None)


ONE = [
    # --- the table of the specification ---------------------------------------------------
    ("Produce the records within fourteen (14) days of service of this subpoena.", "period 14 days after service"),
    ("Please respond no later than 5:00 p.m. EST on February 23, 2018.", "date 2018-02-23 17:00 EST"),
    ("Notify this office at least 48 hours prior to release.", "period 48 hours before release"),
    ("Deliver the documents two business days before the hearing.", "period 2 days business before hearing"),
    ("INSTANTER", "instanter"),
    ("Deberá entregar los documentos dentro de diez (10) días hábiles a partir de la notificación.", "period 10 days business after service"),
    # --- periods --------------------------------------------------------------------------
    ("You must respond in writing within thirty (30) days of receipt of this letter.", "period 30 days after receipt"),
    ("Your response is due within 21 days after service of this demand.", "period 21 days after service"),
    ("Respondent shall produce the documents within ten days of the date of this order.", "period 10 days after issue"),
    ("Please provide a response within 10 business days of the date of this letter.", "period 10 days business after letter_date"),
    ("Please send us the file not later than five (5) working days from the date you receive this request.", "period 5 days business after receipt"),
    ("The custodian shall furnish the records within twenty (20) calendar days following receipt hereof.", "period 20 days calendar after receipt"),
    ("You are directed to furnish the information within 72 hours of service.", "period 72 hours after service"),
    ("You have seven days from service of this summons to deliver the books.", "period 7 days after service"),
    ("A written answer must be submitted no more than 15 court days after service upon you.", "period 15 days court after service"),
    ("Submit the certification within one week of receiving this notice.", "period 1 weeks after receipt"),
    ("Respond within a week of receipt.", "period 1 weeks after receipt"),
    ("Within thirty days, send the requested records to this office.", "period 30 days after unknown"),
    ("You must comply within 14 days.", "period 14 days after unknown"),
    ("You are required to produce the records listed below within a period of twenty-one (21) days after the date on which this demand is served.", "period 21 days after service"),
    ("Records shall be produced within 48 hours, excluding weekends and holidays, of service.", "period 48 hours business after service"),
    ("You must send the records within five days, excluding Saturdays, Sundays and legal holidays, after receipt.", "period 5 days business after receipt"),
    ("Compliance is required not later than ten (10) days after entry of this Order.", "period 10 days after issue"),
    ("IT IS ORDERED that the Provider disclose the records within 7 days of the date of this Order.", "period 7 days after issue"),
    ("The Company must produce the responsive material within three (3) weeks of the date of issuance.", "period 3 weeks after issue"),
    ("Please reply within 14 days of the date above.", "period 14 days after letter_date"),
    ("Your reply is required within ten days of the mailing date shown above.", "period 10 days after letter_date"),
    ("You are required to provide the records within two (2) months of receipt.", "period 2 months after receipt"),
    ("State law requires that your agency respond within five business days of receiving this request.", "period 5 days business after receipt"),
    ("A determination is due within 20 working days after receipt of this request.", "period 20 days business after receipt"),
    ("Under the Act you have ten calendar days to determine whether you will comply with this request.", "period 10 days calendar after unknown"),
    ("Kindly furnish the tenant file within 3 business days after this request is delivered to you.", "period 3 days business after receipt"),
    ("Return the completed questionnaire to the auditor within 15 days from the date hereof.", "period 15 days after issue"),
    ("You shall make the Forms I-9 available for inspection three business days after receipt of this notice.", "period 3 days business after receipt"),
    ("HSI will inspect your Forms I-9 at the address above three (3) business days from the date this notice is served.", "period 3 days business after service"),
    ("Produce all documents within 30 days following the close of business on the date of service.", "period 30 days after service"),
    ("The witness shall bring the file to counsel at least 3 days before the deposition.", "period 3 days before hearing"),
    ("Provide copies to the committee no later than 48 hours before the hearing.", "period 48 hours before hearing"),
    ("Notify ICE at least thirty (30) days prior to release, or as far in advance as possible.", "period 30 days before release"),
    ("Please notify the field office no fewer than six hours before the inmate's release from custody.", "period 6 hours before release"),
    ("Advise this office as early as practicable (at least 48 hours, if possible) before the alien is released.", "period 48 hours before release"),
    ("Maintain custody of the alien for a period NOT TO EXCEED 48 HOURS, excluding Saturdays, Sundays, and holidays, beyond the time when the subject would have otherwise been released.", "period 48 hours business after release"),
    ("Detain the individual for up to 48 hours beyond the time he or she would otherwise have been released.", "period 48 hours after release"),
    ("Hold the person in custody for a period not to exceed forty-eight (48) hours after the time of scheduled release.", "period 48 hours after release"),
    ("Sírvase proporcionar la información en un plazo de quince (15) días naturales contados a partir de la fecha de esta carta.", "period 15 days calendar after letter_date"),
    ("Se le requiere que presente los documentos dentro de los cinco días siguientes a la recepción de este oficio.", "period 5 days after receipt"),
    ("Se solicita responder en un plazo no mayor a tres días hábiles a partir de la recepción de la presente.", "period 3 days business after receipt"),
    ("You are commanded to produce the following within l4 days of service.", "period 14 days after service"),
    ("Notify this office of the release of Subject A at least 48 hours in advance.", "period 48 hours before release"),
    # --- dates ----------------------------------------------------------------------------
    ("Please produce the records on or before March 3, 2024.", "date 2024-03-03"),
    ("Responses are due by close of business on Friday, June 7, 2024.", "date 2024-06-07 close of business"),
    ("You must appear and testify on 14 May 2021 at 9:30 a.m.", "date 2021-05-14 09:30"),
    ("Return date: 06/30/2023", "date 2023-06-30"),
    ("DUE DATE: 2024-09-05", "date 2024-09-05"),
    ("Response due: September 5, 2024 by 4:30 PM ET", "date 2024-09-05 16:30 ET"),
    ("Date and Time: 04/22/2019 9:30 a.m.", "date 2019-04-22 09:30"),
    ("RETURN DATE AND TIME: Tuesday, March 12, 2024, 1:00 p.m.", "date 2024-03-12 13:00"),
    ("WHEN: the 5th day of March, 2018, at 10:00 o'clock a.m.", "date 2018-03-05 10:00"),
    ("The documents must reach this office no later than noon on August 9, 2023.", "date 2023-08-09 12:00"),
    ("You are commanded to appear at 100 Main Street, Springfield, on the twenty-first day of October, 2024, at 10 o'clock in the forenoon.", "date 2024-10-21 10:00"),
    ("We request that you submit the data by 11:59 p.m. Pacific Time on July 1, 2025.", "date 2025-07-01 23:59 PT"),
    ("Your answer is due December 1, 2023.", "date 2023-12-01"),
    ("The subpoena is returnable June 3, 2024 at 9 a.m.; bring the records.", "date 2024-06-03 09:00"),
    ("You have until April 16, 2025 to provide the records.", "date 2025-04-16"),
    ("The deadline for your response is January 31, 2022.", "date 2022-01-31"),
    ("Please let us know by 2 September 2024 whether you will comply.", "date 2024-09-02"),
    ("You are hereby required to produce the ledgers before the undersigned on November 20, 2015 at 2:00 P.M.", "date 2015-11-20 14:00"),
    ("PLEASE TAKE NOTICE that you are required to attend and give testimony on January 9, 2023, at 1400 hours.", "date 2023-01-09 14:00"),
    ("Deliver the records to chambers not later than the 3rd day of June, 2024.", "date 2024-06-03"),
    ("Sírvase entregar los documentos a más tardar el viernes 25 de julio de 2025.", "date 2025-07-25"),
    ("Deberá comparecer el 3 de marzo de 2025 a las 10:00 horas.", "date 2025-03-03 10:00"),
    ("Se le ordena presentar los registros antes del 1 de agosto de 2025.", "date 2025-08-01"),
    ("Records requested by: 05/16/2024", "date 2024-05-16"),
    ("If we do not receive the records by May 30, 2024, we will issue a subpoena.", "date 2024-05-30"),
    ("You are summoned to produce, by 5:00 p.m. on Monday, October 14, 2024:", "date 2024-10-14 17:00"),
    ("The City shall turn over the footage by midnight on May 1, 2024.", "date 2024-05-01 midnight"),
    ("Date/Time of appearance: 3/4/2024 10:00 AM", "date 2024-03-04 10:00"),
    ("Inspection of your records will take place on July 10, 2026 at 10:00 a.m. at your office.", "date 2026-07-10 10:00"),
    ("Failure to respond by November 1, 2022 may result in suspension of funds.", "date 2022-11-01"),
    ("(B) Date  March 3, 2020\n(C) Time  10:00 [X] a.m. [ ] p.m.", "date 2020-03-03 10:00"),
    ("3. DATE AND TIME MATERIALS MUST BE AVAILABLE\nJuly 28, 2021 by 5:00 pm EDT", "date 2021-07-28 17:00 EDT"),
    ("Place and time for appearance at 1616 Capitol Avenue\non the 12th day of May, 2021 at 10:00 o'clock a.m.", "date 2021-05-12 10:00"),
    ("On (date): October 3, 2022     At (time): 10:00 a.m.", "date 2022-10-03 10:00"),
    ("A review of your Forms I-9 has been scheduled for March 10, 2023 at 9:00 a.m.", "date 2023-03-10 09:00"),
    ("Provide the records in the enclosed Attachment on or before September 4, 2020.", "date 2020-09-04"),
    ("Upon receipt of the certificate, the data requested must be produced:\n[x] at the latest within 10 days\n[ ] at the latest within 8 hours", "period 10 days after receipt"),
    ("The documents shall be made available for inspection on the 30th day after service of this request.", "period 30 days after service"),
    ("Submit the records on or before the tenth (10th) business day after receipt.", "period 10 days business after receipt"),
    ("You have ten (10) business days from receipt to cure the default.", "period 10 days business after receipt"),
    ("You are requested to submit the documents within a fortnight of this letter.", "period 2 weeks after letter_date"),
    ("Produce the file not less than 5 days prior to the date set for deposition.", "period 5 days before hearing"),
    ("The information should be sent within three (3) weeks of the date on this letter.", "period 3 weeks after letter_date"),
    ("I would appreciate a reply within ten days.", "period 10 days after unknown"),
    ("Comply with this order within twenty-four (24) hours.", "period 24 hours after unknown"),
    ("El plazo para responder es de diez días hábiles contados desde la notificación.", "period 10 days business after service"),
    ("Responses are requested by COB Wednesday, January 10, 2024.", "date 2024-01-10 close of business"),
    ("Respond by: 06/03/2024 (5:00 pm)", "date 2024-06-03 17:00"),
    ("DUE: 3 JUN 2024", "date 2024-06-03"),
    # --- at once, events ------------------------------------------------------------------
    ("You are commanded to produce the surveillance video forthwith.", "instanter"),
    ("You are ordered to appear INSTANTER before the grand jury.", "instanter"),
    ("The provider shall disclose the records immediately.", "instanter"),
    ("Sírvase remitir el expediente de inmediato.", "instanter"),
    ("Please notify this office prior to release.", "event before release"),
    ("Notify ERO upon the release of the subject.", "event release"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ONE, ids=[t[:40] for t, _ in ONE])
def test_one_phrase_is_read_as_printed(text: str, expected: str) -> None:
    issued = date(2014, 1, 1)
    got = due_phrases(flow_of(text), DueContext(issued_on=issued))
    assert [said(p) for p in got] == [expected]
    assert all(p.spans and p.owed_by == "recipient" for p in got)


NOT_DUE = [
    "You may appeal this decision within 60 days.",
    "You may file a written objection within 14 days after service of the subpoena.",
    "A motion to quash must be filed before July 3, 2024.",
    "A petition to revoke or modify this subpoena must be filed within five (5) business days of service.",
    "You are commanded to execute this warrant on or before May 4, 2023 (not to exceed 14 days).",
    "The officer executing this warrant must return it within ten days.",
    "You shall not disclose the existence of this order for one hundred eighty (180) days.",
    "The recipient shall not notify any person until March 3, 2026.",
    "Preserve these records for a period of 90 days.",
    "We will contact you within five business days of receipt.",
    "This office will return the originals within 30 days.",
    "The subpoena was served on March 3, 2023 and was returnable March 20, 2023.",
    "You were required to respond to our earlier letter by January 5, 2024.",
    "All e-mail sent or received between January 1, 2020 and March 1, 2021.",
    "1. Records created on or before December 31, 2019 about parking fees.",
    "Produce:\n1. bank statements from March 1, 2020 through April 30, 2020;\n2. checks dated June 1, 2020.",
    "OMB No. 1615-0047. Expires 08/31/2025",
    "Form approved 03/31/2019. (Rev. 06/09)",
    "Hearing on the motion is set for trial; the defendant was arrested on May 4, 2021.",
    "Records of the last 90 days are kept on site.",
    "He was sentenced to 30 days in jail.",
    "The applicant has 21 days to reply to the agency.",
    "Filed 12/05/2013 Page 3 of 9",
    "Dated: March 3, 2024",
    "The company employs persons who are 18 years of age.",
    "Thank you for contacting us. This mailbox is read on business days.",
    "The consumer may object within 10 days of this notice.",
    "Date and time issued: 11/13/2023 2:15 pm",
    "If this date is not convenient, call this office no later than September 20, 2023.",
    "You must promptly produce the records unless, within 10 business days, you have sought an opinion.",
    "If a document is withheld as privileged, provide a log within ten days of the return date.",
    "The records are to be produced not sooner than 20 days after the issuance of the subpoena.",
    "Your monthly reports, which were due February 10, 2022, were not received.",
    "Employees must be paid within 7 days of the end of the pay period.",
]


@pytest.mark.parametrize("text", NOT_DUE)
def test_what_binds_somebody_else_or_nobody_is_not_due(text: str) -> None:
    assert [said(p) for p in due_phrases(flow_of(text), DueContext())] == []


SEVERAL = [
    (
        (
            "You are ordered to attend the committee's hearing on Tuesday, December 2, 2025 at 1 p.m., and to "
            "deliver to the committee counsel three days before the hearing:"
        ),
        ["date 2025-12-02 13:00", "period 3 days before hearing"],
    ),
    (
        (
            "IT IS REQUESTED THAT YOU:\n"
            "Maintain custody of the alien for a period NOT TO EXCEED 48 HOURS beyond the time when he would "
            "otherwise have been released.\n"
            "Notify this office at least 48 hours before release."
        ),
        ["period 48 hours after release", "period 48 hours before release"],
    ),
    (
        "Produce the records by the earlier of June 3, 2024 or ten days after service.",
        ["date 2024-06-03", "period 10 days after service"],
    ),
    (
        "Produce the documents by June 3, 2024. Objections must be served within 14 days after service.",
        ["date 2024-06-03"],
    ),
    (
        "Please produce the records within 10 days of receipt. You may petition the court within 20 days.",
        ["period 10 days after receipt"],
    ),
    (
        (
            "The inspection takes place on three business days' notice. We will inspect three business days "
            "after this notice is handed to you."
        ),
        ["period 3 days business after receipt"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_several_phrases_are_all_kept(text: str, expected: list[str]) -> None:
    got = due_phrases(flow_of(text), DueContext(issued_on=date(2024, 1, 1)))
    assert [said(p) for p in got] == expected


def test_the_earlier_of_two_binds_both() -> None:
    text = "Produce the records by the earlier of June 3, 2024 or ten days after service."
    assert [p.combine for p in due_phrases(flow_of(text), DueContext())] == ["earlier", "earlier"]


@pytest.mark.parametrize(
    ("text", "day", "how"),
    [
        (
            "Produce the records by the earlier of fourteen (14) days after service or March 30, 2018.",
            "2018-03-30",
            "earlier",
        ),
        (
            "Produce the records on the earlier of (a) 20 days after issuance and (b) May 1, 2026.",
            "2026-05-01",
            "earlier",
        ),
        (
            "Comply by the later of ten days after receipt and April 1, 2024.",
            "2024-04-01",
            "later",
        ),
    ],
)
def test_a_date_behind_a_period_is_the_second_limb(text: str, day: str, how: str) -> None:
    period, dated = due_phrases(flow_of(text), DueContext())
    assert (period.combine, dated.combine) == (how, how)
    assert dated.date == day


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Please produce the records not before March 1, 2026.", []),
        ("The deposition shall not be held before March 1, 2026.", []),
        (
            "Please produce the records not before March 1, 2026 and no later than March 20, 2026.",
            ["date 2026-03-20"],
        ),
    ],
)
def test_not_before_is_no_limit(text: str, expected: list[str]) -> None:
    assert [said(p) for p in due_phrases(flow_of(text), DueContext())] == expected


def test_word_against_figure_is_a_conflict_with_both() -> None:
    (phrase,) = due_phrases(flow_of("Respond within thirty (20) days of service."), DueContext())
    assert phrase.band == "conflict"
    assert [row["amount"] for row in phrase.conflicts] == [20, 30]
    assert phrase.amount == 20, "the earlier reading is the one that is shown"
    assert phrase.value_band == "unsure"


def test_weekday_against_date_is_a_conflict_with_both() -> None:
    (phrase,) = due_phrases(flow_of("Respond by Friday, March 1, 2018."), DueContext())
    assert phrase.band == "conflict"
    assert {row["date"] for row in phrase.conflicts} == {"2018-03-01", "2018-03-02"}
    assert phrase.date == "2018-03-01"


def test_a_day_that_could_be_the_month_is_a_conflict_where_the_day_comes_first() -> None:
    flow = flow_of("Please reply by 05/04/2025.")
    (american,) = due_phrases(flow, DueContext())
    assert (american.date, american.band) == ("2025-05-04", "likely")
    (doubtful,) = due_phrases(flow, DueContext(day_first=True))
    assert doubtful.band == "conflict"
    assert doubtful.date == "2025-04-05", "the earlier of the two"


@pytest.mark.parametrize(
    ("text", "band"),
    [
        ("Respond by 5/4/24.", "unsure"),
        ("Respond by February 30, 2024.", "conflict"),
        ("Respond by April 26, 216.", "conflict"),
        ("Respond by March 3, 2012.", "unsure"),
        ("Respond by March 3, 2044.", "unsure"),
        ("Respond by Friday, March 15.", "unsure"),
    ],
)
def test_a_doubtful_date_is_never_sure(text: str, band: str) -> None:
    (phrase,) = due_phrases(flow_of(text), DueContext(issued_on=date(2024, 2, 1)))
    assert phrase.band == band


def test_a_year_that_is_not_printed_is_that_of_the_issue_date() -> None:
    (phrase,) = due_phrases(
        flow_of("Respond by Friday, March 15."), DueContext(issued_on=date(2024, 2, 1))
    )
    assert phrase.date == "2024-03-15"
    (phrase,) = due_phrases(flow_of("Respond by Friday, March 15."), DueContext())
    assert phrase.date is None


def test_two_dates_for_one_duty_contradict_each_other() -> None:
    text = "Produce the records by June 3, 2024. The records must be produced by June 10, 2024."
    got = due_phrases(flow_of(text), DueContext())
    assert [p.band for p in got] == ["conflict", "conflict"]


def test_a_blank_in_a_form_is_absent_and_named() -> None:
    flow = flow_of("Produce the records on or before the ___ day of ____, 20__.")
    assert due_phrases(flow, DueContext()) == ()
    assert blank_in_form(flow)


def test_who_may_object_and_who_executes_is_read_apart() -> None:
    flow = flow_of(
        "You may appeal within 60 days. Objections are due within 14 days of service. "
        "The officer must execute this warrant within ten days."
    )
    got = other_phrases(flow, DueContext())
    assert [(p.due_for.value, p.owed_by.value, p.amount) for p in got] == [
        ("objection", "requester", 60),
        ("objection", "recipient", 14),
        ("execution", "other", 10),
    ]


def test_only_a_document_that_demands_has_due_phrases() -> None:
    flow = flow_of("Respond within 14 days of service.")
    assert due_phrases(flow, DueContext(conduct=Conduct.REPORTS)) == ()
    assert due_phrases(flow, DueContext(conduct=Conduct.ISSUES))


def test_the_time_to_search_is_the_officers_own() -> None:
    flow = flow_of(
        "You are commanded, within ten days, to search the premises and to seize the items."
    )
    assert due_phrases(flow, DueContext(kind=Kind.SEARCH_WARRANT)) == ()


def test_the_words_are_quoted_with_qualifier_and_trigger() -> None:
    text = "You must respond within fourteen (14) days of service of this subpoena."
    (phrase,) = due_phrases(flow_of(text), DueContext())
    assert phrase.spans[0].quote == "within fourteen (14) days of service of"[:37] or phrase.spans[
        0
    ].quote.startswith("within fourteen (14) days of service")
    assert phrase.qualifier == "within"
    assert phrase.trigger_text
