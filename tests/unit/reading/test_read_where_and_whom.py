# ruff: noqa: E501 - a printed sentence stays on one line
"""Where records go, whom they are about and how quiet a demand is to be kept, in many words."""

from __future__ import annotations

import pytest

from tecum.words import CheckState, Nondisclosure
from tests.unit.reading.sheet import read_text

_HEAD = "EXAMPLE STATE POLICE\n9 Pine Street, Sampleton\n\nSUBPOENA DUCES TECUM\n\nTo: Sample Bank\n\nApril 1, 2022\n\n"
_TAIL = "\n1. the ledger of 2021;\n2. the signature card.\n\nInspector D\nInspector\n"

PLACES: tuple[tuple[str, str, str], ...] = (
    (
        "by fax",
        "You are commanded to send us, by facsimile to 555-0188, within five days of receipt:",
        "by facsimile to 555-0188",
    ),
    (
        "by hand",
        "You are commanded to furnish, by personal delivery to the Barracks at Sampleton within ten days of receipt:",
        "by personal delivery to the Barracks at Sampleton",
    ),
    (
        "the address above",
        "You are commanded to deliver to the Inspector at the address above, within ten days of receipt:",
        "to the Inspector at the address above",
    ),
    (
        "this office",
        "You are commanded to deliver FORTHWITH to this office at Sampleton, for use in an investigation:",
        "to this office at Sampleton",
    ),
    (
        "the clerk's office",
        "You are commanded to produce within fourteen (14) days of service, to the clerk's office:",
        "to the clerk's office",
    ),
)


@pytest.mark.parametrize(("asks", "place"), [p[1:] for p in PLACES], ids=[p[0] for p in PLACES])
def test_place_is_where_the_command_sends_and_no_letterhead(asks: str, place: str) -> None:
    assert read_text(_HEAD + asks + _TAIL).place_or_manner.value == place


def test_place_of_a_citation_in_spanish() -> None:
    read = read_text(
        "DEPARTAMENTO DE JUSTICIA\nFiscalía de Distrito de Ponce\nCITACIÓN\nA: Custodio de récords, Cooperativa Ejemplo\n"
        "Se le cita para que comparezca el 9 de julio de 2024, a las 9:00 a.m., en el Edificio Ejemplo, oficina 12, a prestar declaración y traiga consigo:\n"
        "1) los estados de 2023.\nEn Ponce, Puerto Rico, a 18 de junio de 2024.\nFiscal Especial B\nFiscal Especial III\n"
    )
    assert read.place_or_manner.value == "el Edificio Ejemplo, oficina 12"


QUIET: tuple[tuple[str, str, Nondisclosure | None], ...] = (
    (
        "jurors' admonition",
        "You are admonished not to reveal to any person that you were asked.",
        Nondisclosure.ORDERED,
    ),
    (
        "jurors' admonition of secrecy",
        "You are hereby admonished that all that passes before the jury is secret.",
        Nondisclosure.ORDERED,
    ),
    ("to yourselves", "Please keep this visit to yourselves.", Nondisclosure.REQUESTED),
    ("an employee who was warned", "The employee was warned for being late.", None),
)


@pytest.mark.parametrize(("said", "told"), [p[1:] for p in QUIET], ids=[p[0] for p in QUIET])
def test_quiet_is_ordered_or_asked_for(said: str, told: Nondisclosure | None) -> None:
    asks = "You are commanded to produce by May 4, 2022 at 2 Elm Street:"
    paper = _HEAD + asks + _TAIL.replace("\n\nInspector", f"\n\n{said}\n\nInspector", 1)
    assert read_text(paper).nondisclosure.value == told


def test_empty_box_beside_other_words_does_not_unsay_the_request() -> None:
    asks = "You are commanded to produce by May 4, 2022 at 2 Elm Street:"
    quiet = "Please do not tell the account holder of this subpoena; it\n[ ] may hinder an inquiry\n[X] is urgent"
    paper = _HEAD + asks + _TAIL.replace("\n\nInspector", f"\n\n{quiet}\n\nInspector", 1)
    assert read_text(paper).nondisclosure.value is Nondisclosure.REQUESTED


_LETTER = "LANTERN LAW\nMay 4, 2023\nRisk Manager, City of Example\n\nDear Manager:\n\n"
_KEEP = " A claim will follow. Please preserve, until it is over, all video of the stop of May 1, 2023 and all dispatch audio.\n\nSincerely,\n\nAttorney C\n"

SUBJECTS: tuple[tuple[str, str, list[str]], ...] = (
    (
        "whose evidence a lawyer wants kept",
        _LETTER + "This firm represents Subject B, who was stopped by your officers." + _KEEP,
        ["Subject B"],
    ),
    (
        "whose means are asked about",
        "CIVIL COURT OF EXAMPLE\nSample Furniture Co., Judgment Creditor,\nagainst\nSubject C, Judgment Debtor\nINFORMATION SUBPOENA\nIndex No. CV-1482-21\nTO: Sample Wireless Corp.\nWE COMMAND YOU to answer in writing within 7 days after receipt:\n1. Do you employ the judgment debtor?\n2. What are the weekly wages?\nDated: March 21, 2022\nAttorney P\nAttorneys for Judgment Creditor\n",
        ["Subject C"],
    ),
    (
        "a party by the chart that is his",
        "UNITED STATES DISTRICT COURT\nDISTRICT OF EXAMPLE\nUnited States of America, Plaintiff,\nvs.\nSubject D, Defendant.\nCase No. 1:22-cr-00117\nORDER\nIT IS ORDERED that the Administrator of the Example County Jail deliver to the Federal Medical Center within seven days the defendant's medical and mental health chart.\nDated this 29th day of November, 2022.\n/s/ Magistrate Judge C\nMagistrate Judge C\nUnited States Magistrate Judge\n",
        ["Subject D"],
    ),
    (
        "said defendant, whom the caption names",
        "EXAMPLE MUNICIPAL COURT\nState of Sample\nv.\nSubject E\nCase No. 21TRD0441\nBENCH WARRANT\nTo any police officer of this state:\nYOU ARE COMMANDED to arrest said defendant wherever found and bring him before this Court.\n/s/ Judge L\nJudge L\nJudge\nDecember 7, 2021\n",
        ["Subject E"],
    ),
    (
        "no client where records of somebody's own are answered for",
        "LANTERN LAW\nMay 4, 2023\nRecords Officer, City of Example\n\nDear Officer:\n\nUnder the public records law please send the contract for street lamps of 2022 within ten days.\n\nSincerely,\n\nAttorney C\nAttorney for Sample Lamp Co.\n",
        [],
    ),
)


@pytest.mark.parametrize(("text", "names"), [p[1:] for p in SUBJECTS], ids=[p[0] for p in SUBJECTS])
def test_subject_is_whom_the_demand_is_about(text: str, names: list[str]) -> None:
    assert [s.name.value for s in read_text(text).subjects] == names


def test_number_with_a_year_that_cannot_be_is_no_date() -> None:
    letter = "EXAMPLE DEPARTMENT OF EDUCATION\nMay 4, 2023\nSuperintendent, Example Schools\nReference No. 11-22-1190\n\nDear Superintendent:\n\nPlease send the enrollment form within 20 days.\n\nOfficer B\n"
    assert [n.value for n in read_text(letter).matter_numbers] == ["11-22-1190"]


def test_day_behind_no_is_no_number() -> None:
    letter = "EXAMPLE DEPARTMENT OF EDUCATION\nMay 4, 2023\nSuperintendent, Example Schools\n\nDear Superintendent:\n\nPlease send the form that you filed under reference: 11-22-2021, within 20 days.\n\nOfficer B\n"
    assert read_text(letter).matter_numbers == ()


def test_lines_to_tick_that_touch_their_words_are_boxes() -> None:
    paper = _HEAD + "You are commanded to produce by May 4, 2022 at 2 Elm Street:" + _TAIL
    paper = paper.replace(
        "\n\nInspector",
        "\n\n__X__If the ledger comes by mail, nobody need appear.\n____You must appear.\n\nInspector",
        1,
    )
    states = [box.state for box in read_text(paper).checkboxes]
    assert states == [CheckState.CHECKED, CheckState.UNCHECKED]


_FORM = "EXAMPLE GENERAL DISTRICT COURT\nCase No. GV23-19\nHEARING DATE AND TIME: October 17, 2023, 1:00 p.m.\n\nSUBPOENA DUCES TECUM\n\nTo: Sample Propane Co.\n\nYOU ARE COMMANDED to produce the delivery tickets of 2022\n{a} on the hearing date and time shown above\n{b} within fourteen (14) days of service of this subpoena\n\nSeptember 15, 2023\nDeputy Clerk A\nDeputy Clerk\n"


@pytest.mark.parametrize(
    ("a", "b", "forms"),
    [("[ ]", "[X]", {"period"}), ("[X]", "[ ]", {"date"}), ("[ ]", "[ ]", {"date"})],
)
def test_day_in_another_field_binds_unless_its_box_is_empty_beside_a_ticked_one(
    a: str, b: str, forms: set[str]
) -> None:
    due = read_text(_FORM.format(a=a, b=b)).due
    assert {phrase.form.value for phrase in due} == forms


def test_times_in_rows_below_a_heading_are_times_to_answer() -> None:
    form = "EXAMPLE DEPARTMENT OF CHILD SAFETY\nREQUEST FOR RECORDS OF A CHILD\nTo: Example Elementary\nDate: 01/30/2023\nThe Department asks for the attendance record of Subject O.\nReply needed:\nwithin three business days of receipt\n\n/s/ Specialist U\nSpecialist\n"
    (phrase,) = read_text(form).due
    assert (phrase.amount, phrase.unit, phrase.counting, phrase.trigger) == (
        3,
        "days",
        "business",
        "receipt",
    )


_VISIT = "EXAMPLE DEPARTMENT OF LABOR\nMay 4, 2026\nSample Staffing, Inc.\nAttn: Payroll\nNOTICE OF INSPECTION\nBy this letter the Department gives notice that it will inspect your payroll records under section 12. {said}\n1. Payroll register for 2025;\n2. Time cards.\nInspector D\nInspector\n"


@pytest.mark.parametrize(
    "said",
    [
        "You have three business days before the inspection: the papers below are to be at your office for pick-up on May 11, 2026, at 9:00 a.m.",
        "You will have at least three business days before our visit. Have the papers below ready at your office on May 11, 2026, at 9:00 a.m.",
    ],
)
def test_days_to_prepare_are_no_time_to_hand_over(said: str) -> None:
    due = read_text(_VISIT.format(said=said)).due
    assert [(phrase.date, phrase.time) for phrase in due] == [("2026-05-11", "09:00")]
