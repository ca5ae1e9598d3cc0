# ruff: noqa: E501 - a printed sentence stays on one line
"""Names and titles above a greeting, and the judge over an order (READING 10)."""

from __future__ import annotations

from tecum.words import SignatoryRole
from tests.unit.reading.sheet import read_text

CUT_OFF = """EXAMPLE ELECTRIC COMPANY

December 6,1982

Mr. Kim Sample
Regional Administrator, Region III
U.S. Nuclear Regulatory Commission
799 Sample Road
Glen Ellyn, Illinois 60137

Dear Mr. Sample:

The Company needs more time to answer the questions of September 24, 1982.
"""


def test_the_addressee_of_a_letter_cut_off_has_not_signed_it() -> None:
    reading = read_text(CUT_OFF)
    assert reading.signatory.name.value is None
    assert reading.issuer.value == "EXAMPLE ELECTRIC COMPANY"
    assert str(reading.issued_on.value) == "1982-12-06"


def test_a_letter_has_the_day_of_its_head_and_not_that_of_a_paper_it_speaks_of() -> None:
    reading = read_text(
        CUT_OFF
        + '\nWe answer the "Petition to Close the Sample Plant" dated August 20, 1982, and the'
        " application for the Sample Reactor (SR-1) dated July 7, 1981.\n"
    )
    assert str(reading.issued_on.value) == "1982-12-06"


def test_who_signs_below_the_greeting_has() -> None:
    reading = read_text(CUT_OFF + "\nSincerely,\n\nLee Example\nVice President\n")
    assert reading.signatory.name.value == "Lee Example"


def test_the_judge_over_an_order_wrote_it_and_is_not_asked() -> None:
    reading = read_text(
        "Opinion\n08-CV-00367\nSUMMARY ORDER\nKIM SAMPLE, JR., U.S.M.J.:\nPlaintiffs' motion for discovery is granted in part.\nNon-party Sample Signals is also ordered to provide all documents that the subpoena of May 8, 2009 seeks.\n"
    )
    assert reading.signatory.name.value == "KIM SAMPLE, JR."
    assert reading.signatory.role.value is SignatoryRole.JUDGE
    assert reading.recipient.value == "Sample Signals"
