"""Several documents in one file: borders, roles, which one is the principal (READING 7)."""

from __future__ import annotations

from tecum.reading.split.split import split
from tests.unit.reading.packets_parts import ATTACHMENT, COVER, DETAINER, SUBPOENA, WARRANT
from tests.unit.reading.sheet import read_text, text_of

PETITION = """
UNITED STATES DISTRICT COURT
DISTRICT OF EXAMPLE
UNITED STATES OF AMERICA, Petitioner, v. EXAMPLE COUNTY, Respondent.   Case No. 1:20-mc-00055
PETITION TO ENFORCE ADMINISTRATIVE SUBPOENA
Respondent has refused to produce the records. WHEREFORE, petitioner prays for an order.
Assistant United States Attorney Officer A
"""


def test_a_cover_letter_gives_way_to_the_subpoena_it_carries() -> None:
    reading = read_text(COVER, SUBPOENA, ATTACHMENT)
    assert reading.kind.value == "civil_subpoena"
    assert reading.document_pages == (2, 3)
    assert [item.label for item in reading.items] == ["1", "2"]
    assert [other.role for other in reading.others] == ["cover_letter"]
    assert reading.encloses[0]["kind"] == "civil_subpoena"


LETTER = """
UNITED STATES
SECURITIES AND EXCHANGE COMMISSION
Example Regional Office
May 3, 2021
Alder Capital, LP, 200 Example Avenue

Re: In the Matter of Alder Capital (EX-00001)

Dear Counsel:

The enclosed subpoena has been issued in this investigation. It requires you to provide us
documents by June 2, 2021. Please read the subpoena and its attachment carefully.

Sincerely,
Attorney A
Senior Counsel
"""
COMMISSION_SUBPOENA = """
SUBPOENA
UNITED STATES OF AMERICA
SECURITIES AND EXCHANGE COMMISSION
TO: Alder Capital, LP
In the Matter of Alder Capital (EX-00001)
YOU MUST PRODUCE everything specified in the Attachment to this subpoena to officers of the
Securities and Exchange Commission by June 2, 2021 at 5:00 p.m.
I am an officer of the Commission authorized to issue subpoenas in this matter.
Attorney A
Senior Counsel
Date: May 3, 2021
"""
COMMISSION_LIST = """
ATTACHMENT
A. Definitions
1. "Fund" means the fund.
B. Documents to be produced
1. Bank statements of the Fund.
2. The compliance manual.
"""


def test_a_letter_that_announces_its_subpoena_gives_way_to_it_though_both_demand() -> None:
    reading = read_text(LETTER, COMMISSION_SUBPOENA, COMMISSION_LIST)
    assert [item.text.value for item in reading.items] == [
        "Bank statements of the Fund.",
        "The compliance manual.",
    ]
    assert [other.document_pages for other in reading.others] == [(1,)]


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
