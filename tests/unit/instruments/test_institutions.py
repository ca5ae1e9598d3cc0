"""Bodies and their classes, by name or by the way a body of a class names itself."""

from __future__ import annotations

import pytest

from tecum.instruments.institutions import load_institutions

NAMES = (
    ("DHS / ICE", "federal_agency"),
    ("U.S. Department of Labor", "federal_agency"),
    ("Department of Homeland Security", "federal_agency"),
    ("New York State Department of Labor", "state_agency"),
    ("STATE OF NEVADA – DEPARTMENT OF TAXATION", "state_agency"),
    ("Oregon Department of Justice", "state_agency"),
    ("Multnomah County Sheriff", "local_agency"),
    ("Sheriff, Franklin County", "local_agency"),
    ("CITY OF EXAMPLE - CITY COUNCIL - COMMITTEE ON OPERATIONS", "legislature"),
    ("United States House of Representatives", "legislature"),
    ("Office of the Prosecuting Attorney, Boone County, Missouri", "prosecutor"),
    ("United States Attorney, District of Example", "prosecutor"),
    ("Law Office of Sample Lane", "attorney"),
    ("Grand Jury of Hennepin County", "grand_jury"),
    ("Superior Court of California", "court"),
    ("Example Drywall Co.", "private_party"),
    ("Sam Example", None),
    ("notice on ice and snow", None),
)


@pytest.mark.parametrize(("name", "word"), NAMES)
def test_class_of_a_name(name: str, word: str | None) -> None:
    assert load_institutions().class_of(name) == word
