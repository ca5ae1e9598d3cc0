"""The addressee on pages of which some letters were recognised wrongly (READING 12)."""

from __future__ import annotations

import pytest

from tests.unit.reading.sheet import read_text

FORM = """
DEPARTMENT OF HOMELAND SECURITY
IMMIGRATION DETAINER - NOTICE OF ACTION
{to}
FROM: ICE/ERO, Field Office
IT IS REQUESTED THAT YOU maintain custody for a period not to exceed 48 hours.
Kim Sample, Deportation Officer
"""


@pytest.mark.parametrize(
    ("to", "who"),
    [
        ("TO: (Name and Title of Institution - OR Any Subsequent Agency) Sheriff, A County", None),
        ("TO: (Name and Tate of Institution - OR\nAny Agency} Sheriff, A County", None),
        ("TO: Sheriff, A County (or any subsequent law enforcement agency)", None),
        ("TO: Sheriff, A County (or any subsequcnt law cnforcement agency)", None),
        ("To; Sheriff, A County", None),
        ("ib To (Name, Address, City} Sheriff, A County | DEPARTMENT OF SAMPLES", None),
        ("TO: A County Jail, Rule 30(b)(6) designee", "A County Jail"),
    ],
)
def test_the_addressee_is_told_from_what_a_form_prints_beside_him(to: str, who: str | None) -> None:
    assert read_text(FORM.format(to=to)).recipient.value == (who or "Sheriff, A County")


def test_a_letters_writer_is_not_its_addressee() -> None:
    reading = read_text(
        "Subject A\n18 Poplar Row\n\nCity Clerk, Example\n\nTo whor it ray concern:\n\n"
        "Under the Public Records Act I request copies of the jail log.\n\nThank you,\nSubject A\n"
    )
    assert reading.recipient.value != "Subject A"
