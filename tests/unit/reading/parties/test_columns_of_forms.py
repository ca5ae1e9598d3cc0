"""Addressees, heads and courts that stand in columns of a page, whatever is read between them."""

from __future__ import annotations

from tests.unit.reading.parties.test_typed_cells import read_form
from tests.unit.reading.sheet import read_text

_SMALL, _TYPED = 7.0, 10.0
_ASKS = "You are hereby required to appear on May 8, 2024 and to bring the payroll of 2023."


def test_the_house_below_a_part_is_found_past_the_cell_beside_it() -> None:
    reading = read_form(
        (72, 740, 14, "EXAMPLE STATE DEPARTMENT OF LABOR"),
        (72, 720, 14, "SUBPOENA DUCES TECUM"),
        (72, 680, 12, "TO:  Owner"),
        (320, 680, 12, "Case ID: 8817"),
        (72, 664, 12, "White Pine Logging, LLC"),
        (320, 664, 12, "Example District Office"),
        (72, 620, 12, _ASKS),
    )
    assert reading.recipient.value == "Owner, White Pine Logging, LLC"


def test_dots_lead_to_a_value_in_the_next_column() -> None:
    reading = read_form(
        (100, 740, 13, "SUBPOENA TO TESTIFY OR PRODUCE IN A COURT-MARTIAL"),
        (76, 700, 12, "The President of the United States, to"),
        (76, 680, 12, "1. Name of person or custodian ."),
        (300, 680, 12, "Records Custodian, Fort Example Credit Union"),
        (76, 664, 12, "2. Address .........."),
        (300, 664, 12, "88 Longleaf Avenue"),
        (76, 620, 12, _ASKS),
        (76, 540, 12, "Captain S"),
        (76, 524, 12, "Trial Counsel"),
        (76, 40, _SMALL, "DD FORM 453, MAR 2015"),
    )
    assert reading.recipient.value == "Records Custodian, Fort Example Credit Union"
    assert reading.form.value == "DD Form 453"


def test_a_cell_that_explains_itself_behind_a_dash_or_a_bracket() -> None:
    for label in ("TO - Name And Address Of Person Subpoenaed", "9. TO (name and address)"):
        reading = read_form(
            (180, 740, 12, "SUPERIOR COURT OF EXAMPLE COUNTY"),
            (250, 720, 12, "SUBPOENA"),
            (46, 680, _SMALL, label),
            (310, 680, _SMALL, "10. FROM"),
            (46, 671, 9, "Oak Hill Cab Cooperative, 600 Hargett Street,"),
            (310, 671, 9, "Investigations Desk"),
            (46, 662, 9, "Example"),
            (46, 600, 10, _ASKS),
        )
        assert reading.recipient.value == "Oak Hill Cab Cooperative"


def test_a_form_prints_its_number_before_its_edition() -> None:
    reading = read_form(
        (180, 740, 12, "SUPERIOR COURT OF EXAMPLE COUNTY"),
        (250, 720, 12, "SUBPOENA"),
        (60, 690, _TYPED, "TO: Example Clinic"),
        (60, 660, _TYPED, _ASKS),
        (60, 500, _TYPED, "Attorney B"),
        (60, 488, _TYPED, "Attorney for Plaintiff"),
        (180, 30, _SMALL, "AOC-G-100, Rev. 2/18 · Administrative Office of the Courts"),
    )
    assert reading.form.value == "AOC-G-100"


def test_a_name_in_the_head_that_is_set_in_two_lines() -> None:
    reading = read_form(
        (64, 740, 12, "United States Department of Justice"),
        (313, 740, 12, "File No. SPO 02 00117"),
        (64, 726, 12, "Immigration and Naturalization"),
        (313, 726, 12, "Subpoena No. SPO 235/4-02-0117"),
        (64, 712, 12, "Service"),
        (276, 680, 14, "SUBPOENA"),
        (258, 656, 12, "Personnel Manager, Example Pea Growers"),
        (258, 642, 12, "Company, 12 Elevator Road, Example,"),
        (64, 600, 12, "YOU ARE HEREBY COMMANDED to appear before Special Agent L on May 22, 2002."),
        (64, 500, 12, "District Director H"),
        (64, 486, 12, "District Director"),
    )
    assert str(reading.issuer.value).endswith("Immigration and Naturalization Service")
    assert reading.recipient.value == "Personnel Manager, Example Pea Growers Company"


def test_a_court_whose_name_breaks_off_in_its_column() -> None:
    reading = read_form(
        (194, 740, 11, "COMMONWEALTH OF EXAMPLE"),
        (234, 724, 11, "COUNTY OF SAMPLE"),
        (82, 700, 11, "SUBJECT A,"),
        (335, 700, 11, "IN THE COURT OF COMMON"),
        (82, 686, 11, "Plaintiff"),
        (335, 686, 11, "PLEAS"),
        (82, 672, 11, "v."),
        (335, 672, 11, "File No. 2023-SU-0417"),
        (82, 658, 11, "EXAMPLE STONE, INC., Defendant"),
        (112, 620, 13, "SUBPOENA TO PRODUCE DOCUMENTS OR THINGS"),
        (76, 590, 11, "TO: Records Custodian, Example Hose Company"),
        (
            76,
            560,
            11,
            "Within twenty days after service you are ordered to produce the run report.",
        ),
        (76, 500, 11, "BY THE COURT:"),
        (76, 460, 11, "Deputy N"),
        (76, 446, 11, "Deputy Prothonotary"),
    )
    assert reading.issuer.value == "COURT OF COMMON PLEAS"
    assert reading.issuer_class.value == "court"
    assert reading.signatory.role.value == "clerk"


def test_whom_a_writ_summons_is_typed_below_its_words() -> None:
    reading = read_form(
        (60, 740, 12, "EXAMPLE COUNTY GENERAL DISTRICT COURT"),
        (200, 720, 14, "SUBPOENA DUCES TECUM"),
        (60, 690, 11, "TO THE PERSON AUTHORIZED BY LAW TO SERVE THIS PROCESS: You are"),
        (60, 676, 11, "commanded to summon"),
        (60, 650, _SMALL, "Name"),
        (60, 641, _TYPED, "Custodian of Records, Example Spine Clinic"),
        (310, 650, _SMALL, "Street address"),
        (310, 641, _TYPED, "8300 Example Boulevard"),
        (60, 600, 11, "to produce by June 11, 2024 the chart of Subject A."),
    )
    assert reading.recipient.value == "Custodian of Records, Example Spine Clinic"


def test_a_field_a_gap_away_is_no_part_of_a_name() -> None:
    reading = read_text(
        "DEPARTMENT OF EXAMPLE REVENUE          Event #: XYZ000000\n"
        "SUMMONS\n"
        "To: Custodian, Elm Community Bank         At: 4 Main Street\n"
        "You are hereby summoned to appear on June 9, 2026 and to bring the ledger of 2024.\n"
        "Field Auditor T\n"
    )
    assert reading.issuer.value == "DEPARTMENT OF EXAMPLE REVENUE"
    assert reading.recipient.value == "Custodian, Elm Community Bank"


def test_the_title_below_an_office_is_no_part_of_its_name() -> None:
    reading = read_text(
        "OFFICE OF THE STATE ATTORNEY\n"
        "NINTH JUDICIAL CIRCUIT\n"
        "STATE ATTORNEY SUBPOENA DUCES TECUM\n"
        "TO: Example Rides, Legal Process\n"
        "You are commanded to produce to the undersigned within 7 days of receipt the trip logs.\n"
        "Assistant State Attorney T\n"
    )
    assert reading.issuer.value == "OFFICE OF THE STATE ATTORNEY, NINTH JUDICIAL CIRCUIT"


def test_who_asked_a_court_for_a_writ_did_not_make_it() -> None:
    reading = read_text(
        "STATE OF EXAMPLE\nUNIFIED CRIMINAL DOCKET\nGRAND JURY SUBPOENA\n"
        "To: Keeper of the Records, Example Bank\nRequested by: Assistant District Attorney L\n"
        "You are commanded to appear before the Grand Jury on June 6, 2024 and to bring the loan"
        " file of Subject A.\nDated: May 20, 2024\nClerk K\nClerk\n"
    )
    assert "Assistant District Attorney" not in str(reading.issuer.value)
