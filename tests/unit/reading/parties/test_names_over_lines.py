# ruff: noqa: E501 - a printed sentence stays on one line
"""Names that run over lines, stand in cells or are defined: the whole name is the party's."""

from __future__ import annotations

import pytest

from tecum.reading.paper.head_names import joined_names
from tecum.reading.paper.paper import paper_of
from tests.unit.reading.sheet import read_text, text_of


@pytest.mark.parametrize(
    ("head", "names"),
    [
        ("STATE OF\nEXAMPLE\nDEPARTMENT OF REVENUE", ["STATE OF EXAMPLE", "DEPARTMENT OF REVENUE"]),
        ("DEPARTMENT OF HEALTH AND\nHUMAN SERVICES", ["DEPARTMENT OF HEALTH AND HUMAN SERVICES"]),
        ("Departamento del Trabajo y\nRecursos Humanos", ["Departamento del Trabajo y Recursos Humanos"]),
        ("Example County\nOffice of the Sheriff", ["Example County", "Office of the Sheriff"]),
    ],
)  # fmt: skip
def test_a_name_goes_on_where_its_line_broke_off(head: str, names: list[str]) -> None:
    paper = paper_of(text_of(head))
    assert [name for name, _ in joined_names(paper, range(len(paper.lines)))] == names


ORDER = """UNITED STATES DISTRICT COURT
DISTRICT OF EXAMPLE
In re Application   Case No. 2:22-mj-00044
ORDER
The application asks that {whom} disclose records.
{ordered}
Dated: May 3, 2022
/s/ Pat Example
United States Magistrate Judge
"""


@pytest.mark.parametrize(
    ("whom", "ordered"),
    [
        ('Example Cellular, Inc. (the "Provider")',
         "IT IS THEREFORE ORDERED that the Provider shall disclose them within ten days."),
        ('Example Cellular, Inc. ("the\nProvider")',
         "IT IS THEREFORE ORDERED that the Provider shall disclose them within ten days."),
        ("it",
         "IT IS ORDERED:\n1. Example Cellular, Inc., shall, within ten (10) days of service of this Order,\nproduce the records.\n2. The records are confidential."),
        ("it",
         "It is therefore ORDERED AND DECREED that Example Cellular, Inc.\ndeliver to the Court, by May 9, 2022, the records."),
    ],
)  # fmt: skip
def test_an_order_names_whom_it_orders(whom: str, ordered: str) -> None:
    recipient = read_text(ORDER.format(whom=whom, ordered=ordered)).recipient
    assert recipient.value is not None
    assert recipient.value.startswith("Example Cellular, Inc")


LETTER = """EXAMPLE ENVIRONMENTAL AGENCY
Region 4

March 5, 2022

{marks}

Example Plating Works, Inc.
14 Rail Road

{greeting}

You are asked under section 104(e) to send a list of your waste haulers within 30 days.

Sincerely,
Officer C
Enforcement Officer
"""


@pytest.mark.parametrize(
    "marks",
    [
        "URGENT LEGAL MATTER – PROMPT REPLY NECESSARY",
        "CERTIFIED MAIL: RETURN RECEIPT REQUESTED",
        "TIME-SENSITIVE – OPEN AT ONCE\nCERTIFIED MAIL",
    ],
)
def test_how_a_letter_is_sent_is_not_to_whom(marks: str) -> None:
    letter = LETTER.format(marks=marks, greeting="Dear Sir or Madam:")
    assert read_text(letter).recipient.value == "Example Plating Works, Inc."


def test_an_address_names_whom_the_greeting_only_greets() -> None:
    letter = LETTER.format(marks="Via mail", greeting="To the Records Officer on duty:")
    assert "Example Plating Works" in str(read_text(letter).recipient.value)


MOTION = """BEFORE THE EXAMPLE LABOR BOARD
EXAMPLE LINEN RENTAL, INC.,
Respondent,
and
LAUNDRY WORKERS OF EXAMPLE,
Charging Party.
Case 10-CA-44
PETITION TO REVOKE SUBPOENA
{says}
1. The subpoena asks for all personnel files. It is overbroad.
/s/ Lee Example
Attorney for Respondent
"""


@pytest.mark.parametrize(
    "says",
    [
        "Respondent, under Section 102.31(b) of the Board's Rules, petitions to revoke the subpoena.",
        "Respondent petitions to revoke the subpoena. The Board's Instruction 6, asks too much.",
    ],
)
def test_who_moves_by_his_part_is_named_as_in_the_caption(says: str) -> None:
    reading = read_text(MOTION.format(says=says))
    assert reading.conduct.value == "contests"
    assert reading.issuer.value == "EXAMPLE LINEN RENTAL, INC."


def test_a_proof_of_service_is_signed_by_another() -> None:
    reading = read_text(
        "SUPERIOR COURT OF EXAMPLE\nA v. B   No. 22-2-00441-3\nMOTION TO QUASH\n"
        "Example Clinic moves the Court to quash the subpoena.\nDated: May 6, 2022\n"
        "/s/ Lee Example\nAttorney for Example Clinic\n"
        "CERTIFICATE OF SERVICE. I certify that I sent this motion to all counsel of record.\n"
        "/s/ Sal Sample\nLegal Assistant\n"
    )
    assert reading.signatory.name.value == "Lee Example"
    assert reading.signatory.role.value == "attorney"


@pytest.mark.parametrize(
    ("body", "role"),
    [
        ("SUBPOENA FOR INQUISITION\nTo: Example Storage\nThe undersigned COMMANDS YOU to appear and testify and to bring the gate log on August 3, 2022. K.S.A. 22-3101.\n", "prosecutor"),
        ("May 3, 2022\nExample Storage\nDear Manager:\nThe county has received your bid. Thank you.\nSincerely,\n", "attorney"),
    ],
)  # fmt: skip
def test_a_county_attorney_is_what_he_does(body: str, role: str) -> None:
    head = "OFFICE OF THE EXAMPLE COUNTY ATTORNEY\n"
    reading = read_text(head + body + "/s/ Lee Example\nCounty Attorney\n")
    assert reading.signatory.role.value in (role, "prosecutor")
    if reading.signatory.role.value == "prosecutor":
        assert reading.signatory.role.band != "certain"


def test_how_a_letter_went_stands_between_its_date_and_its_address() -> None:
    reading = read_text(
        "EXAMPLE COMMISSION ON WEIGHTS\nRiver City Office\n\nAugust 12, 2021\n\n"
        "Via overnight courier and e-mail\n\nBlue Example Partners, LP\n"
        "200 Market Avenue, Example City\n\nDear Counsel:\n\n"
        "Please provide us the weighing slips by September 2, 2021.\n\nExaminer B\n"
    )
    assert (reading.recipient.value or "").startswith("Blue Example Partners, LP")


@pytest.mark.parametrize("to", ["TO:", "To:", "to the"])
def test_a_writ_greets_whom_it_names_over_two_lines(to: str) -> None:
    reading = read_text(
        "UNITED STATES DISTRICT COURT\nDISTRICT OF EXAMPLE\n\nWRIT\n\n"
        f"{to} Warden, Example Correctional Institution, River City, and the\n"
        "United States Marshal for this District, GREETINGS:\n\n"
        "WE COMMAND that you have the body of Subject A before this Court on April 4, 2023.\n\n"
        "Judge L\n"
    )
    assert "Warden, Example Correctional Institution" in (reading.recipient.value or "")
    assert "GREETING" not in (reading.recipient.value or "")
