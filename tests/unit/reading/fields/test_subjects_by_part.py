# ruff: noqa: E501 - a printed sentence stays on one line
"""Whom a demand is about, where only a caption or a court's form names the person."""

from __future__ import annotations

import pytest

from tecum.reading.fields.subjects import read_subjects
from tecum.reading.paper.paper import paper_of
from tecum.reading.templates.templates import _person
from tecum.words import Kind
from tests.unit.reading.sheet import text_of


def names(content: str, kind: Kind) -> list[str]:
    """The names of the subjects of a text."""
    return [str(s.name.value) for s in read_subjects(paper_of(text_of(content)), kind)]


CAPTION = "United States of America\nv.\nSubject B\nDefendant\n\n"


@pytest.mark.parametrize(
    ("content", "kind", "expected"),
    [
        (CAPTION + "Produce statements of all accounts of the defendant for 2021.\n", Kind.CRIMINAL_SUBPOENA, ["Subject B"]),
        (CAPTION + "Produce all statements of the County Jail for 2021.\n", Kind.CRIMINAL_SUBPOENA, []),
        ("In the Matter of\nSubject C,\nRespondent\n\nBring the chart of the respondent for May.\n", Kind.CIVIL_SUBPOENA, ["Subject C"]),
        ("Subject C,\nPlaintiff\nv.\nSubject D,\nPlaintiff\n\nBring all records about the plaintiff.\n", Kind.CIVIL_SUBPOENA, []),
        ("You are directed to provide, as to the consumer Subject E: the names of banks.\n", Kind.NATIONAL_SECURITY_LETTER, ["Subject E"]),
        ("YOU ARE COMMANDED to arrest and bring before a United States magistrate judge without unnecessary delay (name of person to be arrested) Subject F, who is accused of an offense.\n", Kind.ARREST_WARRANT, ["Subject F"]),
    ],
    ids=["defendant", "nobody-asked-about", "respondent", "two-of-one-part", "consumer", "arrest"],
)  # fmt: skip
def test_whom_a_demand_is_about(content: str, kind: Kind, expected: list[str]) -> None:
    assert names(content, kind) == expected


def test_the_title_of_a_proceeding_is_no_person() -> None:
    for title in ("Investigation Related To Exploitation", "Hiring eligibility check"):
        assert _person(title) is None
    for name in ("Subject de la Example", "EXAMPLE, SUBJECT A", "subject a example"):
        assert _person(name) == name
    assert _person("SUBJECT, Gamma") == "SUBJECT, Gamma"
