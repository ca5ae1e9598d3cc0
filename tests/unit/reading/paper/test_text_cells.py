"""Cells of a form in plain text: what stands under a label, and beside it."""

from __future__ import annotations

from tecum.reading.paper.paper import Paper, paper_of
from tecum.reading.paper.text_cells import above, cell_end, under
from tests.unit.reading.sheet import text_of

FORM = """\
1. To (Name, Address)                 2. In Reference To
Example County Jail                   Subject A
1 Main Road                           (Title of Proceeding)

Officer B                             June 1, 2021
(Printed Name)                        (Date)
"""


def form() -> Paper:
    """The form as a paper."""
    return paper_of(text_of(FORM))


def said(paper: Paper, place: tuple[int, int] | None) -> str | None:
    """The words at a place."""
    return None if place is None else paper.words[slice(*place)]


def test_what_stands_under_a_label_is_the_cell_of_its_column() -> None:
    paper = form()
    left, right = paper.words.index("1. To"), paper.words.index("2. In")
    assert said(paper, under(paper, left, 0, tight=False)) == "Example County Jail"
    assert said(paper, under(paper, right, 0, tight=False)) == "Subject A"
    assert said(paper, under(paper, left, 1, tight=True)) == "1 Main Road"


def test_an_empty_row_ends_a_value() -> None:
    paper = form()
    at = paper.words.index("1 Main Road")
    assert under(paper, at, 2, tight=True) is None


def test_what_a_label_explains_from_beneath_is_the_cell_above_it() -> None:
    paper = form()
    at = paper.words.index("(Date)")
    assert said(paper, above(paper, at, at + len("(Date)"))) == "June 1, 2021"
    at = paper.words.index("(Printed Name)")
    assert said(paper, above(paper, at, at + len("(Printed Name)"))) == "Officer B"


def test_a_cell_ends_at_three_spaces() -> None:
    assert cell_end("one  two   three") == 8
    assert cell_end("one two") == 7
