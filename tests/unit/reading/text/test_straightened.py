"""Damaged words of structure are put right without moving a letter; others are left alone."""

from __future__ import annotations

import pytest

from tecum.reading.text.straightened import straightened


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("IN5TRUCTI0N5", "INSTRUCTIONS"),
        ("REQUE5T NO. 2", "REQUEST NO. 2"),
        ("5CHEDULE A", "SCHEDULE A"),
        ("thc docurnents", "the documents "),
        ("tbe fol1owing rccords", "the following records"),
        ("A1l messages", "All messages"),
        ("Y0u are cornmanded", "Y0u are commanded "),
        ("Aftachmenf B", "Attachment B"),
    ],
)
def test_a_damaged_word_is_told(printed: str, meant: str) -> None:
    assert straightened(printed) == meant
    assert len(straightened(printed)) == len(printed)


@pytest.mark.parametrize(
    "words",
    [
        "the list of files of the date of this letter",
        "a tile shell, a lime and a tram",
        "Alder Creek, 300 Clinic Road, l2/1/13",
        "A000 000 599 and 26-HCF-0190",
    ],
)
def test_other_words_are_left_alone(words: str) -> None:
    assert straightened(words) == words


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("1)_ the ledger\n2) the lease", "1)  the ledger\n2) the lease"),
        ("1, the ledger\n2. the lease", "1. the ledger\n2. the lease"),
        ("1. The ledger\n2 The lease", "1. The ledger\n2.The lease"),
        ("1, the ledger\nthe lease", "1, the ledger\nthe lease"),
        ("12 Elm Street\n1. The ledger", "12 Elm Street\n1. The ledger"),
    ],
)
def test_the_number_of_an_item_is_told_by_its_neighbours(printed: str, meant: str) -> None:
    assert straightened(printed) == meant
    assert len(straightened(printed)) == len(printed)
