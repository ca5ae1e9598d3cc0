"""Footnotes between and behind the members of a list, and their figures in its words.

A text without a layout has the notes of a page where the page ends: "1 Report 21-104, at 6." below
the last request of that page. They are no parts of the request, and the small figure that the
printer set behind its last word is none of its words.

Authority: READING 12 (items run over page breaks, past headers, footers and stamps).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from tecum.reading.items.markers import MarkedList

__all__ = ["before_note_figure", "begins_note", "without_footnotes"]

_ENDED = re.compile(r"[.;?!]['\")]{0,2}[0-9]{0,3}\s{0,6}\Z")
_NEAR = 6000
"""How far above its note, in characters, a figure may stand: a page."""


def without_footnotes(text: str, marked: Iterable[MarkedList]) -> list[MarkedList]:
    """The lists, with what is numbered below a member as footnotes are as lists of their own.

    Args:
        text: The folded text.
        marked: The lists; notes under a member are taken from it in place.
    """
    kept = list(marked)
    notes: list[MarkedList] = []
    for outer in kept:
        for ml in list(outer.walk()):
            for i, below in list(ml.children.items()):
                found = [child for child in below if _are_notes(text, child)]
                ml.children[i] = [child for child in below if child not in found]
                notes += found
    return kept + notes


def _are_notes(text: str, child: MarkedList) -> bool:
    """Whether bare numbers behind an ended sentence are those of figures that stand above."""
    if child.style != "bare number" or not _ENDED.search(
        text[max(0, child.start - 8) : child.start]
    ):
        return False
    return _is_set_above(text, child.markers[0].label, child.start)


def _is_set_above(text: str, label: str, at: int) -> bool:
    """Whether a small figure stands behind a word or stop on the page above its note."""
    figure = rf"(?:(?<=[a-z)\"'])|(?<=[^0-9][.,;:?!])|(?<=[0-9];)){label}(?=[\s)]|$)"
    return re.search(figure, text[max(0, at - _NEAR) : at]) is not None


_NOTE = re.compile(r"(?P<n>[0-9]{1,3})[ ]{1,4}(?=[A-Z\"])")


def begins_note(text: str, following: int) -> bool:
    """Whether a line behind an ended sentence begins a footnote whose figure stands above.

    >>> begins_note("Send the log.4\\n\\n4 Daily Sample, June 2.", 16)
    True
    >>> begins_note("Send the log.\\n\\n4 Mill Road", 15)
    False
    """
    note = _NOTE.match(text, following)
    if note is None or not _ENDED.search(text[max(0, following - _BEFORE) : following]):
        return False
    return _is_set_above(text, note["n"], following)


_BEFORE = 8


_FIGURE = re.compile(
    r"(?:[a-z)\"'][.,:?!]|;)['\")]?(?P<n>[0-9]{1,3})(?:\s(?:and|or))?\Z", re.IGNORECASE
)
_WIDEST = 12


def before_note_figure(text: str, start: int, end: int) -> int:
    """The end of a member's words without the figure of a footnote behind their last stop.

    >>> words = "all drafts of the rule;12"
    >>> words[: before_note_figure(words, 0, len(words))]
    'all drafts of the rule;'
    >>> before_note_figure("version 2.1", 0, 11)
    11
    """
    found = _FIGURE.search(text[max(start, end - _WIDEST) : end])
    return max(start, end - _WIDEST) + found.start("n") if found else end
