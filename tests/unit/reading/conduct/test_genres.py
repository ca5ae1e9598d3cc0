"""A paper is what the head of its title says, whatever its title is about."""

from __future__ import annotations

import re

import pytest

from tecum.reading.conduct import genres
from tecum.reading.conduct.genres import title_of
from tecum.reading.paper.paper import paper_of
from tests.unit.reading.sheet import text_of

_CAPTION = "UNITED STATES DISTRICT COURT\nDISTRICT OF EXAMPLE\nA v. B     No. 1:24-cv-00001\n\n"
_BODY = "\n\nThe text of the paper stands here and goes on for a line or two.\n"


def _genre(title: str) -> str | None:
    found = title_of(paper_of(text_of(_CAPTION + title + _BODY)))
    return found.genre.id if found is not None else None


@pytest.mark.parametrize(
    ("title", "genre"),
    [
        ("RESPONSE TO MOTION TO COMPEL COMPLIANCE WITH SUBPOENA", "motion_papers"),
        (
            "DEFENDANT COUNTY OF EXAMPLE'S RESPONSES TO FIRST REQUESTS FOR PRODUCTION",
            "answers_paper",
        ),
        ("PLAINTIFF'S FIRST SET OF REQUESTS FOR PRODUCTION", "discovery"),
        ("REPLY IN FURTHER SUPPORT OF MOTION TO QUASH", "motion_papers"),
        ("OBJECTIONS TO SUBPOENA DUCES TECUM", "objection_papers"),
        ("APPLICATION FOR ORDER ENFORCING ADMINISTRATIVE SUBPOENA", "enforcement_papers"),
        ("NOTICE OF WITHDRAWAL OF SUBPOENA", "withdrawal"),
        ("CERTIFICATE OF SERVICE OF SUBPOENA", "proof_of_service"),
        ("DECLARATION OF CUSTODIAN OF RECORDS", "custodians_paper"),
        ("NOTICE TO CONSUMER OR EMPLOYEE", "notice_to_others"),
        ("STIPULATION REGARDING SUBPOENA", "agreement"),
        ("RETURN AND INVENTORY", "proof_of_service"),
        ("NOTICE OF DEPOSITION OF RECORDS CUSTODIAN", "discovery"),
        ("INSTRUCTIONS FOR COMPLETING A SUBPOENA", "teaching"),
        ("Freedom of Information Law Appeal", "appeal_papers"),
        ("SUBPOENA TO PRODUCE DOCUMENTS", "demand"),
        ("STIPULATION AND [PROPOSED] ORDER", "demand"),
    ],
)
def test_the_head_of_a_title_names_the_paper(title: str, genre: str) -> None:
    assert _genre(title) == genre


@pytest.mark.parametrize(
    "title",
    [
        "IN RE SUBPOENA TO EXAMPLE COUNTY",
        "THE SUBPOENA SHOULD BE QUASHED",
        "Department of Motions and Ordinances of the Example Company",
        "this letter is about your motion for a new chair, which we saw.",
    ],
)
def test_a_style_a_sentence_and_a_letterhead_are_no_titles(title: str) -> None:
    assert _genre(title) is None


def test_a_letters_subject_counts_half_and_its_text_not_at_all() -> None:
    text = (
        "Example Office\nJune 3, 2024\nRe: Objections to Subpoena\nDear Counsel:\nMOTION TO QUASH\n"
    )
    found = title_of(paper_of(text_of(text)))
    assert found is not None
    assert (found.genre.id, found.is_subject) == ("objection_papers", True)
    assert found.weight == found.genre.weight / 2


def test_words_after_a_salutation_are_no_title() -> None:
    assert title_of(paper_of(text_of("Example Office\nDear Clerk:\nMOTION TO QUASH\n"))) is None


def test_a_title_below_a_bare_in_the_matter_of_is_passed_over() -> None:
    text = (
        "BEFORE THE COMMISSION\nIn the Matter of\nCIVIL INVESTIGATIVE DEMAND TO EXAMPLE, INC.\n\n"
    )
    found = title_of(paper_of(text_of(text + "PETITION TO LIMIT OR QUASH\n" + _BODY)))
    assert found is not None
    assert found.genre.id == "motion_papers"


@pytest.mark.parametrize(
    "piece", ["records ", "petition ", "motion to ", "a's ", "of ", "answer to a "]
)
def test_heads_end_on_the_longest_line(piece: str) -> None:
    line = (piece * 200)[: genres._WIDEST]
    for genre in genres._genres():
        for head in genre.heads:
            assert isinstance(head, re.Pattern)
            assert sum(1 for _ in head.finditer(line)) <= len(line)
    genres._head_of(line)
