"""Several documents in one file: borders, roles, which one is the principal (READING 7)."""

from __future__ import annotations

from tecum.reading.split import split
from tests.unit.reading.sheet import read_text, text_of

COVER = """
Law Office of Sample Lane
June 3, 2019
To: Clerk, Village of Example
Enclosed is a subpoena with Attachment A. Please call if June 28 is not convenient.
Sincerely,
Sample Lane
"""
SUBPOENA = """
STATE OF EXAMPLE - CIRCUIT COURT - SAMPLE COUNTY
A v. Village of Example, Case No. 2019CV000993
SUBPOENA TO PRODUCE RECORDS
To: Village of Example
You are commanded to produce the records listed in Attachment A by June 28, 2019.
Issued June 3, 2019, by Sample Lane, attorney for plaintiff
"""
SCHEDULE = """
ATTACHMENT A
1. snow-removal contracts, 2016 to 2018
2. complaints about icy sidewalks
"""
DETAINER = """
DEPARTMENT OF HOMELAND SECURITY
IMMIGRATION DETAINER - NOTICE OF ACTION
TO: Example Jail
IT IS REQUESTED THAT YOU maintain custody for a period not to exceed 48 hours.
Kim Sample, Deportation Officer
DHS Form I-247A (3/17)
"""
WARRANT = """
U.S. DEPARTMENT OF HOMELAND SECURITY
WARRANT FOR ARREST OF ALIEN
To: Any immigration officer
YOU ARE COMMANDED to arrest SUBJECT-SIX, Example, who is removable from the United States.
Sal Sample, Supervisory Detention and Deportation Officer
Form I-200
"""
PETITION = """
UNITED STATES DISTRICT COURT
DISTRICT OF EXAMPLE
UNITED STATES OF AMERICA, Petitioner, v. EXAMPLE COUNTY, Respondent.   Case No. 1:20-mc-00055
PETITION TO ENFORCE ADMINISTRATIVE SUBPOENA
Respondent has refused to produce the records. WHEREFORE, petitioner prays for an order.
Assistant United States Attorney Kim Sample
"""


def test_a_cover_letter_gives_way_to_the_subpoena_it_carries() -> None:
    reading = read_text(COVER, SUBPOENA, SCHEDULE)
    assert reading.kind.value == "civil_subpoena"
    assert reading.document_pages == (2, 3)
    assert [item.label for item in reading.items] == ["1", "2"]
    assert [other.role for other in reading.others] == ["cover_letter"]
    assert reading.encloses[0]["kind"] == "civil_subpoena"


def test_two_instruments_on_one_errand_stay_two() -> None:
    reading = read_text(DETAINER, WARRANT)
    kinds = [reading.kind.value, *(other.kind.value for other in reading.others)]
    assert kinds == ["detainer", "administrative_warrant"]
    assert reading.judicial.value is False


def test_a_petition_stays_a_petition_whatever_it_carries() -> None:
    exhibit = "EXHIBIT 1\n" + DETAINER
    reading = read_text(PETITION, exhibit)
    assert (reading.conduct.value, reading.kind.value) == ("reports", "enforcement_petition")


def test_pages_without_two_signals_stay_together() -> None:
    pieces, hinted = split(text_of(SUBPOENA, "More words of the same paper.\nAnd a second line.\n"))
    assert [piece.pages for piece in pieces] == [(1, 2)]
    assert not hinted


def test_a_single_signal_is_a_warning_and_no_border() -> None:
    pieces, hinted = split(text_of("Some words.\nMore words.\n", "May 3, 2021\nMore words.\n"))
    assert len(pieces) == 1
    assert hinted
