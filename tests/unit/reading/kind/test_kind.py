"""The instruments are told apart by their marks; each form by its number and edition."""

from __future__ import annotations

import re

import pytest

from tecum.instruments import sought
from tests.unit.reading.papers_demands import DEMANDS
from tests.unit.reading.papers_others import OTHERS
from tests.unit.reading.sheet import Paper, read_text


@pytest.mark.parametrize("paper", [*DEMANDS, *OTHERS], ids=lambda paper: paper.id)
def test_kind_of_a_paper(paper: Paper) -> None:
    assert read_text(paper.text).kind.value == paper.kind


@pytest.mark.parametrize(
    ("id_", "form", "edition"),
    [
        ("i138-form", "I-138", None),
        ("customs", "DHS Form 3115", None),
        ("i247d", "I-247D", "2015-05"),
        ("i247-2012", "I-247", "2012-12"),
        ("i247n", "I-247N", "2015-06"),
        ("i200", "I-200", None),
        ("ao88b", "AO 88B", "2014-02"),
        ("ao89b", "AO 89B", None),
        ("subp-010", "SUBP-010", None),
        ("irs", "2039", None),
        ("hhs-oig", None, None),
    ],
)
def test_form_and_edition_only_where_printed(
    id_: str, form: str | None, edition: str | None
) -> None:
    paper = next(p for p in DEMANDS if p.id == id_)
    reading = read_text(paper.text)
    assert (reading.form.value, reading.edition) == (form, edition)


def test_a_title_word_decides_no_kind() -> None:
    reading = read_text("SUBPOENA\n\nYou must appear.\n")
    assert reading.kind.band in ("unsure", "likely")
    assert reading.kind.band != "certain"


def test_certain_kinds_of_our_papers_are_right() -> None:
    wrong = [
        paper.id
        for paper in (*DEMANDS, *OTHERS)
        for kind in (read_text(paper.text).kind,)
        if kind.band == "certain" and kind.value != paper.kind
    ]
    assert wrong == []


def test_a_worker_keeps_no_more_patterns_the_more_papers_it_reads() -> None:
    texts = [paper.text for paper in DEMANDS]
    for text in texts:
        read_text(text)
    kept = len(sought._modules)
    # The module ``re`` forgets patterns of its own accord; ours must not be made anew for that.
    re.purge()
    for text in texts:
        read_text(text)
    assert len(sought._modules) == kept


def test_what_is_to_be_kept_until_somebody_comes_is_a_preservation_request() -> None:
    letter = (
        "SAMPLE COUNTY POLICE\nTo: Manager, Example Fuel\n"
        "Please hold the video of the two pumps until an officer can collect it. It is overwritten"
        " after 14 days. We will bring a subpoena if you require a subpoena.\nDet. Example\n"
    )
    assert read_text(letter).kind.value == "preservation_request"
