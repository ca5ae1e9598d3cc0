"""Who is asked for records, whatever the words: by list, by bare names, by a day."""

from __future__ import annotations

import pytest

from tecum.words import Band, Conduct
from tests.unit.reading.sheet import read_text

HEAD = """State Bank Examiners

June 3, 2026

Compliance Officer
Larkspur Savings Bank

First day letter

"""
LIST = """A. General ledger for each month
B. Minutes of the loan committee
C. Wire transfer log

Examiner in Charge
"""


def test_a_list_to_somebody_asks_without_a_verb_of_asking() -> None:
    reading = read_text(HEAD + "Our people arrive on June 22. On the drive by then:\n\n" + LIST)
    assert reading.conduct.value is Conduct.ISSUES
    assert reading.conduct.band is not Band.CERTAIN


def test_the_same_list_that_comes_along_does_not() -> None:
    reading = read_text(HEAD + "Enclosed on the drive you will find:\n\n" + LIST)
    assert reading.conduct.value is not Conduct.ISSUES


@pytest.mark.parametrize(
    "asking",
    [
        "To go on being paid, please send us:\n\n1. a signed form W-9\n2. a bank statement\n",
        "Please complete your application with:\n\n1. transcripts\n2. a signed statement\n",
    ],
)
def test_what_one_is_asked_for_ones_own_good_is_no_demand(asking: str) -> None:
    reading = read_text("Town of Harrow\n\nMay 5, 2026\n\nVendor Company\n\n" + asking)
    assert reading.conduct.value is not Conduct.ISSUES


def test_a_list_of_repairs_asks_for_no_records() -> None:
    reading = read_text(
        "Building Department\n\nMay 6, 2026\n\nTo: Owner, 31 Perch Street\n\n"
        "You are hereby ordered to correct the following within 14 days:\n\n"
        "1. Porch rail missing\n2. Garbage in the yard\n3. Broken stair\n\nCode Officer\n"
    )
    assert reading.conduct.value is not Conduct.ISSUES


def test_words_of_a_rival_within_an_asked_list_name_what_is_asked_for() -> None:
    reading = read_text(
        HEAD + "For each claim send us within 30 days:\n\n1. the invoice\n2. proof of delivery\n"
        "3. the receipt\n\nClinical Reviewer\n"
    )
    assert reading.conduct.value is Conduct.ISSUES


def test_a_published_report_that_recommends_asks_nobody() -> None:
    reading = read_text(
        "Office of Audit\n\nTOO MANY KEYS\n\nFebruary 3, 2025\n\nWhat we found\n\n"
        "Two buyers had no contract.\n\nWhat we recommend\n\n1. Keep a list of users.\n"
        "2. Produce a yearly report.\n"
    )
    assert reading.conduct.value is not Conduct.ISSUES
