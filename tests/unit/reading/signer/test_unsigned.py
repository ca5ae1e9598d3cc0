"""Papers that nobody signs, by what they are (READING 10)."""

from __future__ import annotations

import pytest

from tecum.instruments.catalogue import load_catalogue
from tecum.reading.open import open_document
from tecum.reading.read import read
from tecum.reading.result import ReadSignatory
from tecum.words import SignatoryRole

_ORDER = """DISTRICT COURT OF ELM COUNTY
Subject A v. Lakeview Homes, No. 26-CV-44
[PROPOSED] ORDER ON MOTION TO COMPEL
On this ____ day of ____________, 2026 the motion came on to be heard.
IT IS ORDERED that Harbor Clinic produce on or before August 12, 2026 its billing records.
SIGNED this ____ day of ____________, 2026.
JUDGE PRESIDING
"""


def signed(below: str) -> ReadSignatory:
    """Who signed the proposed order with these lines below it."""
    return read(open_document(f"{_ORDER}{below}".encode(), "order.txt"), load_catalogue()).signatory


@pytest.mark.parametrize("line", ["APPROVED AS TO FORM:", "Presented by:", "Submitted by:"])
def test_who_puts_an_order_before_a_judge_has_not_signed_it(line: str) -> None:
    found = signed(f"{line}\n/s/ Attorney B\nAttorney B\nCounsel for Plaintiff\n")
    assert found.role.value is SignatoryRole.NONE
    assert found.name.value is None
    assert found.signed is not True
