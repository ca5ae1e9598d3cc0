"""Who speaks in a file of a paper with a demand behind it (READING 7 and 8)."""

from __future__ import annotations

import pytest

from tecum.instruments.catalogue import load_catalogue
from tecum.reading.open import open_document
from tecum.reading.read import read
from tecum.words import Band, Conduct

_SUBPOENA = """STATE OF WEST VIRGINIA
DEPARTMENT OF REVENUE
SUBPOENA DUCES TECUM
TO: Greenbrier Valley Credit Union, 14 Main Street, Lewisburg
RE: Audit 26-1180
Pursuant to W. Va. Code 11-10-5b you are hereby commanded to produce by October 9, 2026,
at 1001 Lee Street, Charleston:
1. signature cards of the account ending 4471;
2. statements from January 2025 to June 2026.
Dated September 14, 2026
Auditor R
Director, Compliance Division
"""

_FROM_ITS_ISSUER = """STATE OF WEST VIRGINIA
DEPARTMENT OF REVENUE
September 14, 2026
Greenbrier Valley Credit Union
Lewisburg, West Virginia
Dear Custodian:
Enclosed is a subpoena. Questions may be put to the undersigned. Copies on a disc are welcome.
Auditor R
"""
_TO_A_LAWYER = """GREENBRIER VALLEY CREDIT UNION
14 Main Street, Lewisburg, West Virginia
September 16, 2026
Attorney K
Kanawha Law Offices
Dear Attorney K:
The attached came this morning. Must our member be told first? Nothing has gone out.
Compliance Officer T
"""
_TO_ITS_ISSUER = """GREENBRIER VALLEY CREDIT UNION
September 30, 2026
Director, Compliance Division
Department of Revenue
Re: Audit 26-1180
Dear Director:
The member's addresses stay with us; state law keeps them. A court may decide otherwise.
Records Officer T
"""
_FROM_NOBODY_KNOWN = """ROUTING
from: Front desk
date: 09/15/2026
This came by courier at 2:20. Initial and pass on.
Seen by:
"""


def conduct_of(cover: str) -> tuple[Conduct | None, Band]:
    """What the file does whose first page is the cover and whose second is the subpoena."""
    opened = open_document(f"{cover}\f{_SUBPOENA}".encode(), "packet.txt")
    found = read(opened, load_catalogue()).conduct
    return found.value, found.band


def test_a_demand_speaks_where_its_issuer_laid_a_letter_on_it() -> None:
    value, band = conduct_of(_FROM_ITS_ISSUER)
    assert value is Conduct.ISSUES
    assert band is not Band.UNSURE


@pytest.mark.parametrize(
    ("cover", "does"),
    [
        (_TO_A_LAWYER, {Conduct.FORWARDS}),
        (_TO_ITS_ISSUER, {Conduct.ANSWERS, Conduct.CONTESTS}),
    ],
)
def test_whoever_got_a_demand_makes_none_by_sending_it_on(cover: str, does: set[Conduct]) -> None:
    assert conduct_of(cover)[0] in does


def test_a_demand_is_not_certain_behind_a_paper_of_nobody_known() -> None:
    value, band = conduct_of(_FROM_NOBODY_KNOWN)
    assert (value, band) != (Conduct.ISSUES, Band.CERTAIN)


def test_a_demand_alone_is_as_sure_as_before() -> None:
    opened = open_document(_SUBPOENA.encode(), "subpoena.txt")
    assert read(opened, load_catalogue()).conduct.value is Conduct.ISSUES
