"""The caption of a court: which words are its name, and which its case number."""

from __future__ import annotations

from tecum.reading.paper.caption import Caption, read_caption
from tecum.reading.paper.paper import paper_of
from tests.unit.reading.sheet import text_of


def caption(text: str) -> Caption:
    found = read_caption(paper_of(text_of(text)))
    assert found is not None
    return found


def numbers(text: str) -> list[str]:
    return [number for number, _ in caption(text).numbers]


def test_the_words_case_notes_hold_no_case_number() -> None:
    order = "SUPERIOR COURT OF EXAMPLE COUNTY\nCase: 19CV000001\nCase notes of 2019 to 2022\n"
    assert numbers(order) == ["19CV000001"]


def test_a_number_behind_its_label_in_one_word_or_two() -> None:
    for label in ("Case No. ", "Case No.", "Case Number: ", "Cases ", "Docket Nos. ", "Cause # "):
        assert numbers(f"SUPERIOR COURT OF EXAMPLE\n{label}19-00412\n") == ["19-00412"], label


def test_a_court_in_the_right_column_is_named_without_the_left_one() -> None:
    head = (
        "STATE OF EXAMPLE                     IN THE GENERAL COURT OF JUSTICE\n"
        "COUNTY OF SAMPLE                     SUPERIOR COURT DIVISION\n"
        "\n"
        "IN THE MATTER OF                     FILE NO. 21 CRS 5512\n"
    )
    found = caption(head)
    assert found.court == "IN THE GENERAL COURT OF JUSTICE SUPERIOR COURT DIVISION"
    assert found.has_case


def test_a_heading_in_spaced_words_is_one_column() -> None:
    assert "DISTRICT COURT" in caption("UNITED    STATES    DISTRICT    COURT\nNo. 21-5\n").court
