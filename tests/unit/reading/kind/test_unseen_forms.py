# ruff: noqa: E501 - a printed line stays on one line
"""Layouts and neighbours that instruments share: headings, cells, addressees, look-alikes."""

from __future__ import annotations

import pytest

from tecum.reading.dates.dates import DueContext, due_phrases
from tecum.reading.items.items import read_items
from tecum.words import Conduct, Kind
from tests.unit.reading.factory import flow_of, text_of
from tests.unit.reading.sheet import read_text

SCHEDULE = """You are required to produce by May 4, 2026 the items described in Attachment A.
\fATTACHMENT A

Definitions

1. "You" means the recipient and its agents.
2. "Record" means any writing, in whatever form.

Documents to be produced

{0} All payroll registers.
{1} All time cards.
"""


@pytest.mark.parametrize("marks", [("1.", "2."), ("A.", "B."), ("(a)", "(b)")])
def test_items_behind_definitions_are_found(marks: tuple[str, str]) -> None:
    text = text_of(SCHEDULE.format(*marks))
    found = [item.text.value for item in read_items(text, text.flow()).items]
    assert found == ["All payroll registers.", "All time cards."]


@pytest.mark.parametrize("phrase", ["on or before 2023-12-18", "no later than December 18, 2023"])
def test_the_undersigned_is_no_participle(phrase: str) -> None:
    flow = flow_of(f"You are commanded to produce to the undersigned {phrase} all time cards.")
    context = DueContext(conduct=Conduct.ISSUES, kind=Kind.ADMINISTRATIVE_SUBPOENA)
    assert [p.date for p in due_phrases(flow, context)] == ["2023-12-18"]


CELLS = """SUBPOENA
To (name and address)
Hendricks County Sheriff's Office
Issued by
U.S. Department of Labor, 200 Main Street
Subpoena Number
22-1177

You are required to produce the following records:
1. Payroll registers.
2. Time cards.

/s/ Kris Example
Kris Example
District Director
"""


def test_the_addressee_of_a_cell_is_not_its_issuer() -> None:
    reading = read_text(CELLS)
    assert reading.issuer.value == "U.S. Department of Labor"
    assert reading.recipient.value == "Hendricks County Sheriff's Office"


SUMMON = """IN THE DISTRICT COURT
BEXAR COUNTY, TEXAS
CAUSE NO. 2024-CI-12345
SUBPOENA FOR PRODUCTION OF DOCUMENTS
TO ANY SHERIFF OR CONSTABLE OF THE STATE OF TEXAS OR OTHER PERSON AUTHORIZED TO SERVE SUBPOENAS, GREETINGS:
YOU ARE HEREBY COMMANDED TO SUMMON: Quarry Hill Police Department
to produce the following documents on or before May 4, 2026:
1. Dispatch logs.
2. Radio traffic.
"""


def test_the_witness_is_the_recipient_not_the_officer_who_serves() -> None:
    assert read_text(SUMMON).recipient.value == "Quarry Hill Police Department"


ORDER = """CIRCUIT COURT OF COOK COUNTY, ILLINOIS
COUNTY DEPARTMENT, LAW DIVISION
A. Marrow, Plaintiff,
v.
Prairie Partners, Defendant.
No. 2021 L 008148
ORDER
This cause coming to be heard on Plaintiff's motion to compel, due notice having been given,
IT IS ORDERED that non-party Juniper County Jail produce the following on or before June 7, 2021:
1. Booking sheets.
2. Visitor logs.
ENTERED: May 3, 2021
/s/ Kris Example
Judge Kris Example
Circuit Court of Cook County
"""


def test_an_order_on_a_motion_is_an_order() -> None:
    reading = read_text(ORDER)
    assert reading.conduct.value is Conduct.ISSUES
    assert reading.kind.value is Kind.COURT_ORDER
    assert reading.recipient.value == "Juniper County Jail"


NO_DEMANDS = {
    "questions": "Frequently Asked Questions About Subpoenas\nWhat is an administrative subpoena?\nYou are commanded to produce records within 14 days of service.\nMust I comply?\nPlease provide a copy of the subpoena.\n",
    "vacancy": "JOB OPENING: SUBPOENA COMPLIANCE SPECIALIST\nApplications must be submitted by May 4, 2026.\nDuties\n- Produce records in response to subpoenas duces tecum.\n- Respond to public records requests.\nPlease submit a résumé.\n",
    "newsletter": "The Clerk's Quarterly\nVolume 12, Issue 1\nA district court ordered a city to comply with a subpoena within 14 days.\nRegistration must be received no later than May 4, 2026.\n",
    "minutes": "MINUTES OF THE REGULAR MEETING\nBoard of Supervisors\nCounsel reported that a subpoena had been served requiring production by May 4, 2026.\nMotion by Hale, second by Ito, to direct Counsel to object.\n",
    "slides": "RESPONDING TO SUBPOENAS\nAnnual Clerk Training\n- Court order: IT IS ORDERED\n- Produce on or before the return date\n",
    "complaint": "SUPREME COURT, COUNTY OF ERIE\nA. Thorsen, Plaintiff, against B. Roe, Defendant.\nSUMMONS\nTO THE ABOVE-NAMED DEFENDANT: YOU ARE HEREBY SUMMONED to answer the complaint in this action within twenty (20) days after service.\n/s/ Kris Example\nAttorney for Plaintiff\n",
}


@pytest.mark.parametrize("name", sorted(NO_DEMANDS))
def test_papers_about_demands_demand_nothing(name: str) -> None:
    reading = read_text(NO_DEMANDS[name])
    assert reading.conduct.value is not Conduct.ISSUES
    assert not reading.due
    assert not reading.items


def test_an_agency_whose_name_holds_a_common_word_is_not_taken_for_a_posting() -> None:
    text = (
        "U.S. EQUAL EMPLOYMENT OPPORTUNITY COMMISSION\nSUBPOENA\nTO: Port of Larkspur\n"
        "You are commanded to produce by May 4, 2026:\n1. Payroll registers.\n2. Time cards.\n"
        "/s/ Kris Example\nDistrict Director\n"
    )
    assert read_text(text).conduct.value is Conduct.ISSUES


def listed(content: str) -> list[tuple[str, str | None]]:
    text = text_of(content)
    return [(item.label, item.text.value) for item in read_items(text, text.flow()).items]


def test_items_that_begin_like_form_labels_are_items_behind_a_command() -> None:
    found = listed(
        "You are required to provide, by 3/4/2026:\n\n1) Time sheets.\n2) Witness statements.\n"
    )
    assert found == [("1", "Time sheets."), ("2", "Witness statements.")]


def test_an_outer_list_is_not_lost_behind_its_inner_one() -> None:
    found = listed(
        "Your response must reach us within 45 days.\n\n1. For each deputy assigned to the jail:\n\n"
        "a. the duty roster; and\n\nb. any disciplinary file.\n\n2. All policies on detention.\n\nRespectfully,"
    )
    assert [label for label, _ in found] == ["1(a)", "1(b)", "2"]


def test_a_certificate_below_a_subpoena_leaves_it_a_subpoena() -> None:
    reading = read_text(
        CELLS + "\n\nCERTIFICATE OF SERVICE\nOn May 6, 2026 I served this subpoena by hand."
    )
    assert reading.conduct.value is Conduct.ISSUES
    assert reading.served_on.value == "2026-05-06"


@pytest.mark.parametrize(
    "text",
    [
        "SUBPOENA LOG - RECORDS UNIT\nReceived From Type Due\nMay 4, 2026 District Attorney Subpoena duces tecum May 18, 2026\n",
        "TRANSCRIPT OF PROCEEDINGS\nTHE COURT: You are ordered to produce the file by Friday.\n",
        "ANNUAL REPORT ON DETAINERS, 2024\nEach demanded that the office produce booking records or hold a person for 48 hours.\n",
    ],
)
def test_records_of_demands_demand_nothing(text: str) -> None:
    assert read_text(text).conduct.value is not Conduct.ISSUES


@pytest.mark.parametrize(
    ("text", "conduct"),
    [
        (
            "U.S. Citizenship and Immigration Services\nRe: Verification request\nDear Registrar:\nPlease verify the enrollment of the individuals listed and return copies of their transcripts within twenty (20) working days of receipt of this letter.\n",
            Conduct.ISSUES,
        ),
        (
            "Grant Programs Directorate\nSubject: Award EMW-2023-SS-00041\nDear Director:\nSend us, by September 19, 2025, a certification signed by your chief legal officer.\n",
            Conduct.ISSUES,
        ),
        (
            "Dear Counsel:\nThank you for the records you sent in answer to our subpoena. The subpoena is withdrawn. Please disregard the return date of March 20, 2025.\nSpecial Agent\n",
            Conduct.ANSWERS,
        ),
        (
            "JUROR SUMMONS\nSuperior Court of Kern County\nYOU ARE HEREBY SUMMONED to appear for jury service on June 9, 2025 at 8:00 a.m.\n",
            Conduct.NONE,
        ),
    ],
)
def test_what_the_paper_itself_does(text: str, conduct: Conduct) -> None:
    assert read_text(text).conduct.value is conduct
