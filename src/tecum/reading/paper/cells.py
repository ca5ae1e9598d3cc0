"""Cells of a printed form: a label in small print, and what was typed beneath it (READING 12)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tecum.reading.paper.paper import Paper, once_a_paper
from tecum.reading.text.layout import Line

__all__ = ["Cell", "cells_of", "is_label"]

_SMALLER = 0.9
_MOST_WORDS = 18
_ALIGNED = 6.0
_UNDER = 11.0
_LABEL_WORDS = frozenset(
    """
    account action address age agency agent amount annual arrival at attn before birth
    by case cause cell charge citation citizenship city claim claimant class clerk code
    complaint contact control costs county court date day days dba deadline delivery
    department dept district division dob docket due ein email employee employer event expiration
    eyes fax fee fees file filed form from hair height hour hours id in index individual
    issue issued issuer issuing item license location mail mailed manner matter method
    name nationality needed no note number of office officer official on or order our
    page pages parcel part party period permit phone place policy preferred printed
    proceeding purpose race re received refer reference register reply request requested
    requester response return room section served service sex signature signed ssn state
    status street subject submitted subpoena suite summons tax tel telephone term terms
    time title to type unit usdot valid via weight witness year your zip
    """.split()  # noqa: SIM905 - a list of words reads best so
)
_NO_LABEL = frozenset({(0, "clerk"), (1, "of")})
"""Words that make a name of what begins so: the place of a word, and the word."""
_WORD = re.compile(r"[^\W\d_]+")
_BORDERED = re.compile(r"[\[|]\s?[A-Z]")
"""A recognised label with a piece of the cell's border, which is taller than its letters."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Line numbers of a cell's label and of the first line typed in it."""

    label: int
    value: int


@once_a_paper
def cells_of(paper: Paper) -> tuple[Cell, ...]:
    """The cells of the first page, in the order of their labels.

    A label stands in smaller print just above what was typed, both at the cell's left edge.
    """
    first = [
        (i, line)
        for i, line in enumerate(paper.lines)
        if line.page == paper.first_page and line.box is not None and line.size > 0
    ]
    found: list[Cell] = []
    largest = max((line.size for _, line in first), default=0.0)
    for i, line in first:
        if line.size > _SMALLER * largest and not _BORDERED.match(line.text):
            continue
        if len(line.text.split()) > _MOST_WORDS or line.text.rstrip().endswith("."):
            continue
        last = _end_of_label(line, first)
        under = [(_top(other), j) for j, other in first if _is_under(last, other)]
        if under:
            found.append(Cell(i, max(under)[1]))
    return tuple(found)


def _top(line: Line) -> float:
    return line.box[3] if line.box is not None else 0.0


def _end_of_label(label: Line, lines: list[tuple[int, Line]]) -> Line:
    """The second line of a label whose bracket is still open at the end of the first."""
    if label.text.count("(") <= label.text.count(")"):
        return label
    below = [
        line for _, line in lines if abs(line.size - label.size) < 0.5 and _follows(label, line)
    ]
    return max(below, key=_top, default=label)


def _is_under(label: Line, value: Line) -> bool:
    """Whether typed words stand in the cell of a label: larger, or below words of labels alone."""
    if not _follows(label, value):
        return False
    if label.size <= _SMALLER * value.size:
        return True
    alike = label.size <= 1.05 * value.size or _BORDERED.match(label.text) is not None
    return alike and is_label(label.text) and not is_label(value.text)


def _follows(label: Line, value: Line) -> bool:
    if label.box is None or value.box is None:
        return False
    aligned = abs(label.box[0] - value.box[0]) <= _ALIGNED
    return aligned and -2 <= label.box[1] - value.box[3] <= _UNDER


def is_label(value: str) -> bool:
    """Whether words are a form's label and name nobody: "DATE ISSUED", "In Reply Refer To".

    >>> is_label("DATE ISSUED"), is_label("In Reply Refer To"), is_label("Terms")
    (True, True, True)
    >>> is_label("Records"), is_label("City of Example"), is_label("Clerk of Court")
    (False, False, False)
    """
    nth = -1
    for nth, found in enumerate(_WORD.finditer(value)):
        word = found[0].lower()
        if word not in _LABEL_WORDS or (nth, word) in _NO_LABEL:
            return False
    return nth >= 0 and not re.search(r"\d", value)
