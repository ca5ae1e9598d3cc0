"""The SPECIMEN documents of the demonstration: invented demands on an invented county.

They are modelled on instruments that were in public dispute in 2018 and 2020; names, numbers
and events are invented, and persons are "Subject A", "Subject B" and so on.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from tecum.web.demo.paper import pdf
from tecum.words import Channel

__all__ = ["OFFICE", "ZONE", "Specimen", "specimens"]

ZONE = "America/Denver"
OFFICE = "Example County Sheriff"
_ADDRESS = ["Records Unit", "100 Example Street", "Example City, Colorado"]


@dataclass(frozen=True, slots=True)
class Specimen:
    """One document and how it came in."""

    name: str
    lines: Sequence[str]
    came_at: datetime
    channel: Channel

    @property
    def content(self) -> bytes:
        """The file."""
        return pdf(self.lines)


def specimens() -> Mapping[str, Specimen]:
    """Every document, in the order in which they came."""
    rows = (
        _compliance_letter(),
        _notification_request(),
        _earlier_subpoena(),
        _court_order(),
        _detainer(),
        *_subpoenas(),
        _second_notice(),
    )
    return {row.name: row for row in sorted(rows, key=lambda row: (row.came_at, row.name))}


def _at(month: int, day: int, hour: int, minute: int = 0, year: int = 2020) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=ZoneInfo(ZONE))


def _subpoenas() -> tuple[Specimen, ...]:
    rows = (
        ("A", "1", "fourteen (14) days", True),
        ("B", "2", "fourteen (14) days", False),
        ("C", "3", "fourteen (14) days", False),
        ("D", "4", "three (3) days", True),
    )
    return tuple(
        Specimen(
            f"subpoena-{number}",
            _subpoena(subject, number, within, more=more),
            _at(1, 13, 10 + int(number)),
            Channel.HAND,
        )
        for subject, number, within, more in rows
    )


def _subpoena(subject: str, number: str, within: str, *, more: bool) -> list[str]:
    items = [
        f"1. The last known home address of {subject_name(subject)}.",
        "2. The date and time of release from custody.",
        "3. Any record of gang affiliation.",
        "4. Any disciplinary record made during detention.",
    ]
    if more:
        items.append("5. Any photographs taken at booking.")
    return [
        "U.S. DEPARTMENT OF HOMELAND SECURITY",
        "U.S. Immigration and Customs Enforcement",
        "",
        "# IMMIGRATION ENFORCEMENT SUBPOENA",
        "to Appear and/or Produce Records",
        "8 U.S.C. § 1225(d), 8 C.F.R. § 287.4",
        "",
        f"Subpoena Number: EX-2020-000{number}",
        "",
        "*To (Name, Address):",
        OFFICE,
        *_ADDRESS,
        "",
        "*In Reference To:",
        subject_name(subject),
        "",
        "Date: January 13, 2020",
        "",
        "YOU ARE HEREBY COMMANDED to produce the records listed below to the officer",
        "named below, in connection with an investigation or inquiry relating to the",
        "enforcement of U.S. immigration laws.",
        f"You must produce the records within {within} of service of this subpoena.",
        "",
        "*Records to be produced:",
        *items,
        "",
        "Failure to comply with this subpoena may result in an order of a United States",
        "District Court to comply, and punishment as contempt of that court.",
        "",
        "Signature: /s/ Officer E.",
        "Deportation Officer",
        "U.S. Immigration and Customs Enforcement",
        "",
        "CERTIFICATE OF SERVICE",
        "Served by hand on January 13, 2020.",
    ]


def _detainer() -> Specimen:
    return Specimen(
        "detainer",
        [
            "U.S. DEPARTMENT OF HOMELAND SECURITY",
            "",
            "# IMMIGRATION DETAINER - NOTICE OF ACTION",
            "Form I-247A",
            "",
            "File No: EX-2020-0105                         Date: January 14, 2020",
            "",
            f"TO: {OFFICE}",
            *(f"    {line}" for line in _ADDRESS),
            "FROM: U.S. Immigration and Customs Enforcement, Example Field Office",
            "",
            "Name of Alien: Subject E",
            "",
            "IT IS THEREFORE REQUESTED THAT YOU:",
            "1. Notify DHS as early as practicable (at least 48 hours, if possible) before the",
            "   alien is released from your custody.",
            "2. Maintain custody of the alien for a period NOT TO EXCEED 48 HOURS beyond the",
            "   time when he/she would otherwise have been released from your custody.",
            "",
            "/s/ Officer F.",
            "Immigration Officer",
        ],
        _at(1, 14, 16, 20),
        Channel.FAX,
    )


def _compliance_letter() -> Specimen:
    return Specimen(
        "compliance-letter",
        [
            "U.S. Department of Justice",
            "Office of Justice Programs",
            "Washington, D.C. 20531",
            "",
            "December 16, 2019",
            "",
            OFFICE,
            *_ADDRESS,
            "",
            "*Re: Compliance with 8 U.S.C. § 1373; award 2017-DJ-BX-0000",
            "",
            "Dear Sheriff:",
            "",
            "The Department is reviewing the compliance of award recipients with 8 U.S.C. 1373.",
            "Please provide the following documents no later than January 15, 2020:",
            "",
            "1. All documents reflecting any orders, directives, instructions, or guidance to",
            "   your law enforcement employees on communication with the Department of",
            "   Homeland Security.",
            "2. Any policy or training material on the release dates of persons in custody.",
            "",
            "Should you fail to respond in a timely manner, or if your response is incomplete,",
            "the Department will subpoena these documents.",
            "",
            "Sincerely,",
            "/s/ Director G.",
            "Director",
            "Bureau of Justice Assistance",
        ],
        _at(12, 18, 9, 30, 2019),
        Channel.POST,
    )


def _notification_request() -> Specimen:
    return Specimen(
        "notification-request",
        [
            "U.S. DEPARTMENT OF HOMELAND SECURITY",
            "U.S. Immigration and Customs Enforcement",
            "",
            "# REQUEST FOR ADVANCE NOTIFICATION OF RELEASE",
            "Form I-247N",
            "",
            "Date: January 6, 2020",
            f"TO: {OFFICE}",
            *(f"    {line}" for line in _ADDRESS),
            "",
            "We request that you notify us of the pending release of the persons named below",
            "at least 48 hours before release:",
            "",
            "1. Release date of Subject F.",
            "2. Release date of Subject G.",
            "3. Release date of Subject H.",
            "4. Release date of Subject J.",
            "",
            "/s/ Officer F.",
            "Immigration Officer",
            "Example Field Office",
        ],
        _at(1, 6, 11, 5),
        Channel.EMAIL,
    )


def _second_notice() -> Specimen:
    return Specimen(
        "second-notice",
        [
            "U.S. DEPARTMENT OF HOMELAND SECURITY",
            "U.S. Immigration and Customs Enforcement",
            "Example Field Office",
            "",
            "January 14, 2020",
            "",
            OFFICE,
            *_ADDRESS,
            "",
            "*Re: Subject K; our request for notification of November 27, 2019",
            "",
            "On November 27, 2019 we sent you by e-mail a request for notification of the",
            "release of Subject K. We have received no answer.",
            "We request that you provide within ten (10) days of this letter:",
            "",
            "1. The date and time of release of Subject K.",
            "2. The reason why no notification was given.",
            "",
            "/s/ Officer F.",
            "Immigration Officer",
        ],
        _at(1, 14, 17, 45),
        Channel.EMAIL,
    )


def _earlier_subpoena() -> Specimen:
    lines = _subpoena("L", "0", "fourteen (14) days", more=False)
    earlier = [
        line.replace("January 13, 2020", "October 21, 2019").replace("EX-2020", "EX-2019")
        for line in lines
    ]
    return Specimen("earlier-subpoena", earlier, _at(10, 21, 10, 15, 2019), Channel.HAND)


def _court_order() -> Specimen:
    return Specimen(
        "court-order",
        [
            "IN THE UNITED STATES DISTRICT COURT",
            "FOR THE DISTRICT OF COLORADO",
            "",
            "Civil Action No. 1:20-mc-00000",
            "",
            "UNITED STATES OF AMERICA, Petitioner,",
            "v.",
            "EXAMPLE COUNTY SHERIFF, Respondent.",
            "",
            "# ORDER",
            "",
            "The petition to enforce the subpoena of October 21, 2019 is GRANTED.",
            "IT IS ORDERED that Respondent shall produce, within fourteen (14) days of the",
            "date of this Order:",
            "",
            "1. The last known home address of Subject L.",
            "2. The date and time of release of Subject L from custody.",
            "",
            "Dated: January 9, 2020",
            "",
            "BY THE COURT:",
            "/s/ Judge M.",
            "United States District Judge",
        ],
        _at(1, 9, 15, 40),
        Channel.EMAIL,
    )


def subject_name(letter: str) -> str:
    """How a person is called here."""
    return f"Subject {letter}"
