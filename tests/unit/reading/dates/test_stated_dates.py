# ruff: noqa: E501 - a printed sentence stays on one line
"""Dates that limit nothing: issue, service, and what else a document states."""

from __future__ import annotations

import pytest

from tecum.reading.dates.dates import (
    DateKind,
    DueContext,
    apart_from_due,
    due_phrases,
    mailed_on,
    stated_dates,
)
from tecum.reading.text.layout import Layer, Text
from tecum.words import Conduct
from tests.unit.reading.factory import text_of

ISSUED = [
    ("For immediate release: May 6, 2025\nThe county said that it would comply by June 2, 2025.", "2025-05-06"),
    ("Supreme Court of the State of Example, August 9, 2021\nJustice E. We affirm.", "2021-08-09"),
    ("Aide T, being duly sworn, says that on May 4, 2024 he mailed it.\nSubscribed and sworn to before me on May 5, 2024", "2024-05-05"),
    ("Dated: March 3, 2024", "2024-03-03"),
    ("DATED this 7th day of September, 2023.", "2023-09-07"),
    ("Date: 05/24/2021", "2021-05-24"),
    ("Date issued: September 6, 2022", "2022-09-06"),
    ("ISSUED THIS 20 DAY OF July 2022", "2022-07-20"),
    ("Issued at Denver, Colorado, this 13th day of January, 2020", "2020-01-13"),
    ("SO ORDERED this 4th day of May, 2023.", "2023-05-04"),
    ("DONE AND ORDERED in Miami, Florida, this 9th day of June, 2022.", "2022-06-09"),
    ("IT IS SO ORDERED. Dated: 20 May 2025", "2025-05-20"),
    ("SIGNED this 3rd day of May, 2023.", "2023-05-03"),
    ("IN TESTIMONY WHEREOF, I have hereunto set my hand this 18th day of January, 2022.", "2022-01-18"),
    ("Given under my hand and seal this 2nd day of October, 2024.", "2024-10-02"),
    ("AND NOW, this 4th day of December, 2013, it is ORDERED", "2013-12-04"),
    ("Mailed: August 5, 2019", "2019-08-05"),
    ("Date of request\n14 MAY 2021", "2021-05-14"),
    ("Dated: Buffalo, New York\nAugust 28, 2023", "2023-08-28"),
    ("/s/ A. Clerk\n10-31-22", "2022-10-31"),
    ("Fecha: 21 de julio de 2025", "2025-07-21"),
    ("January 24, 2018\n\nChief Example\nDear Chief:\nPlease respond by February 23, 2018.", "2018-01-24"),
    ("Lakewood Agency\nOctober 20, 2025\nDear Grantee:\nYour award of May 3, 2024 requires it.", "2025-10-20"),
    ("SUBPOENA\nProduce on June 3, 2024 at 9:00 a.m.\nDated: May 1, 2024", "2024-05-01"),
    ("Motion dated March 1, 2022 is denied.\nMarch 9, 2022", "2022-03-09"),
    ("Date of Birth: 01/02/1985\nDate: April 12, 2022", "2022-04-12"),
    ("2. The home address\nDated March 3, 2024\n/s/ Officer B", "2024-03-03"),
    ("RECEIVED APR 14 2022\nApril 8, 2022\nDear Director:", "2022-04-08"),
    ("Form I-247A (Rev. 04/01/2017)\nDate 06/14/2024", "2024-06-14"),
    ("You are to produce the file on September 14, 2026 at the office of the undersigned.\nThis 13th day of August, 2026.", "2026-08-13"),
    ("You are ordered to produce the file on September 14, 2026.\nThis the 13th day of August, 2026.", "2026-08-13"),
    ("Upon the motion, it is this 1st day of December, 2026, ORDERED that", "2026-12-01"),
    ("Issued under authority of 21 U.S.C. 876, this 7th day of May 2026", "2026-05-07"),
    ("WITNESS, the Attorney General of Arden, this 30th day of March, 2027.", "2027-03-30"),
    ("Witness my hand and the seal of the House, at the city of Washington, D.C. this 11th\nday of June, 2026.", "2026-06-11"),
    ("IN TESTIMONY WHEREOF the seal of the Department is affixed, at Washington,\nDistrict of Columbia, this 23rd day of February, 2026.", "2026-02-23"),
    ("By the Court, this 12th day of February, 2026:", "2026-02-12"),
    ("Given under my hand, by order, this 4th day of May, in the year of our Lord two thousand and twenty-seven.", "2027-05-04"),
    ("Given under my hand and dated February 15, 2027", "2027-02-15"),
    ("Given under my hand at 3:10 p.m. on July 30, 2026.", "2026-07-30"),
    ("Date and time issued: May 11, 2026 3:40 p.m.", "2026-05-11"),
    ("Decided August 19, 2026", "2026-08-19"),
    ("We summon you to attend before us as a witness on April 30, 2026.\nApril 3, 2026", "2026-04-03"),
    ("April 12, 2027\nLetters testamentary issued January 5, 2027 are enclosed.", "2027-04-12"),
    ("SIGNED AND SEALED this date: May 13, 2026", "2026-05-13"),
    ("May 5, 2026\nReference date: June 30, 2025\nDear Administrator:", "2026-05-05"),
    ("Having reviewed the affidavit sworn March 18, 2026, the court orders it.\nMarch 19, 2026", "2026-03-19"),
    ("Issued by the Bureau\nHire date: 6/1/2019\nDate: 1/12/2027", "2027-01-12"),
    ("Oficina de Ejemplo\n\nPonce, Puerto Rico, a 11 de agosto de 2021\n\nPresente.", "2021-08-11"),
    ("Dado en Ponce, a los 11 días del mes de agosto de 2021.\n", "2021-08-11"),
    ("Ponce, a los once (11) días del mes de agosto de 2021\n", "2021-08-11"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ISSUED, ids=[t[:30] for t, _ in ISSUED])
def test_the_day_of_signing_or_dating_is_the_issue_date(text: str, expected: str) -> None:
    read = stated_dates(text_of(text)).issued_on
    assert read.value == expected
    assert read.spans


@pytest.mark.parametrize(
    "text",
    [
        "Please respond by June 3, 2024.",
        "Date of birth: 01/02/1985",
        "Filed 12/05/2013",
        "RECEIVED APR 14 2022",
        "Records from January 1, 2020 to March 1, 2020",
        "Date: ____________",
        "Return date: June 3, 2024",
    ],
)
def test_no_other_date_is_taken_for_the_issue_date(text: str) -> None:
    read = stated_dates(text_of(text)).issued_on
    assert read.value is None
    assert read.band == "absent"


SERVED = [
    ("CERTIFICATE OF SERVICE\nI served this subpoena by hand on March 4, 2024.", "2024-03-04"),
    ("PROOF OF SERVICE\nI personally delivered a copy to the custodian on 3/4/2024 at noon.", "2024-03-04"),
    ("Date of service: March 4, 2024", "2024-03-04"),
    ("Served on: 03/04/2024", "2024-03-04"),
    ("I hereby certify that a true copy was mailed to the above on this 4th day of March, 2024.", "2024-03-04"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SERVED, ids=[t[:30] for t, _ in SERVED])
def test_a_certificate_gives_the_day_of_service(text: str, expected: str) -> None:
    assert stated_dates(text_of(text)).served_on.value == expected


def test_service_that_is_to_come_is_none() -> None:
    text = text_of("Objections must be served on or before March 4, 2024.")
    assert stated_dates(text).served_on.value is None


def test_a_fax_line_and_a_filing_stamp_keep_their_kind() -> None:
    text = text_of("Case 1:12-cv-00996 Document 88 Filed 12/05/13\nFAX 06/14/2024 p. 1 of 3")
    lines = tuple(
        type(line)(line.page, line.start, line.end, line.text, Layer.STAMP) for line in text.lines
    )
    stated = stated_dates(Text(text.pages, lines))
    assert stated.issued_on.value is None
    assert [(d.kind, str(d.value)) for d in stated.others] == [
        (DateKind.STAMP, "2013-12-05"),
        (DateKind.FAX, "2024-06-14"),
    ]


def test_a_two_digit_year_is_never_sure() -> None:
    assert stated_dates(text_of("Dated: 10-31-22")).issued_on.band == "unsure"


def test_two_signing_dates_leave_the_issue_date_unsure() -> None:
    read = stated_dates(text_of("Dated: May 1, 2024\n\nDated: May 3, 2024")).issued_on
    assert read.band == "unsure"
    assert read.signals["rival"] == "2024-05-03"


def test_a_weekday_says_that_a_date_was_read_aright_not_what_it_is() -> None:
    read = stated_dates(text_of("Date: Thursday, April 30, 2026")).issued_on
    assert (read.value, read.band) == ("2026-04-30", "likely")


def test_only_two_places_that_agree_make_the_date_of_issue_certain() -> None:
    agreed = "May 1, 2024\nDear Chief:\nDated: May 1, 2024"
    assert stated_dates(text_of(agreed)).issued_on.band == "certain"
    rival = f"{agreed}\n\nSigned: May 3, 2024"
    assert stated_dates(text_of(rival)).issued_on.band == "unsure"


DUE_OR_ISSUED = [
    "YOU ARE COMMANDED to produce the logs, not later than\nDate\nMay 20, 2024\nTitle\nDate\nMay 6, 2024",
    "Produce the answers by the following date 05/20/2024\nDate of Issuance\n05/06/2024",
    "YOU ARE COMMANDED to appear at the place, date and time specified below.\nPLACE\nRoom 2\nTIME\n10:00 a.m.\nDATE\nMay 20, 2024\nIN TESTIMONY WHEREOF, this 6th day of May, 2024.",
]


@pytest.mark.parametrize("text", DUE_OR_ISSUED)
def test_the_day_that_is_due_is_not_the_day_of_issue(text: str) -> None:
    paper = text_of(text)
    due = due_phrases(paper.flow(), DueContext(conduct=Conduct.ISSUES))
    assert [p.date for p in due] == ["2024-05-20"]
    assert apart_from_due(stated_dates(paper), due, paper).issued_on.value == "2024-05-06"


def test_a_mail_was_sent_on_the_day_its_header_states() -> None:
    headers = (("subject", "Request"), ("date", "Sat, 15 Mar 2025 23:14:02 -0500"))
    assert mailed_on(headers).value == "2025-03-15", "the sender's own day, not the day in UTC"
    assert mailed_on((("date", "yesterday"),)).value is None
    assert mailed_on(()).band == "absent"


def test_dots_are_day_first_where_the_day_comes_first() -> None:
    text = text_of("Certificate under Regulation (EU) 2023/1543\nDate: 12.09.2026")
    assert stated_dates(text).issued_on.value == "2026-09-12"


def test_a_date_beside_a_time_is_an_appointment_and_not_the_issue_date() -> None:
    text = text_of(
        "(B) Date  March 3, 2020\n(C) Time  10:00 [X] a.m. [ ] p.m.\n(Date) February 21, 2020"
    )
    assert stated_dates(text).issued_on.value == "2020-02-21"
