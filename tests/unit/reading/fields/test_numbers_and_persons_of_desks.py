"""Numbers of further registries, and persons named behind further words."""

from __future__ import annotations

import pytest

from tests.unit.reading.sheet import read_text

DEMAND = """\
Sample Office of Inquiry
March 4, 2024
{head}
Manager, Sample Freight Co.
Dear Manager:
{words} Please provide by March 29, 2024:
1. the log of the yard
Investigator P
Investigator
"""


@pytest.mark.parametrize(
    ("head", "number"),
    [
        ("DJ 204-17-331", "DJ 204-17-331"),
        ("Re: Review of USDOT 3110042", "USDOT 3110042"),
        ("RE: Program review, OPE ID 03320100, PRCN 2023-1-05-40112", "PRCN 2023-1-05-40112"),
        ("MATTER NUMBER: 231 4402", "231 4402"),
        ("Ref. CGH-PC-0101/2024.", "CGH-PC-0101/2024"),
        ("NOTICE OF INSPECTION - SD05XK23SD0117", "SD05XK23SD0117"),
    ],
)
def test_a_registry_s_own_number_is_the_matter_s(head: str, number: str) -> None:
    read = read_text(DEMAND.format(head=head, words="We look into a complaint."))
    assert number in [found.value for found in read.matter_numbers]


def test_a_number_behind_its_bare_word_in_a_caption_is_the_case_s() -> None:
    read = read_text(
        "SIXTEENTH JUDICIAL DISTRICT COURT\nPARISH OF SAMPLE\nNUMBER 23-CR-06-0441\nORDER\n"
        "IT IS ORDERED that the Custodian of Sample Hospital produce the chart.\n/s/ Judge B\n"
    )
    assert "23-CR-06-0441" in [found.value for found in read.matter_numbers]


@pytest.mark.parametrize(
    "words",
    [
        "You are commanded to take Subject K into custody.",
        '"Patient" means the Plaintiff, Subject K.',
        "The prescriptions are on the order of Dr. Subject K.",
        "Records wanted (Subject K, unit 9) are named below.",
        "Se solicita informe sobre el nacional hondureño Subject K.",
    ],
)
def test_whom_a_demand_is_about_is_named_behind_these_words(words: str) -> None:
    read = read_text(DEMAND.format(head="Re: our inquiry", words=words))
    assert [subject.name.value for subject in read.subjects] == ["Subject K"]


def test_a_debtor_in_brackets_is_a_label() -> None:
    read = read_text(
        "UNITED STATES BANKRUPTCY COURT\nDISTRICT OF SAMPLE\nIn re (Debtor): Subject M\n"
        "Case No. 24-10010\nSUBPOENA\nTo: Sample Credit Union\n"
        "YOU ARE COMMANDED to produce by May 3, 2024 the statements of the account.\n"
        "/s/ Attorney T\nAttorney for the Trustee\n"
    )
    assert [subject.name.value for subject in read.subjects] == ["Subject M"]
