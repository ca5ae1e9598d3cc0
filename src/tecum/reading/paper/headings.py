"""Which lines of a paper are set as headings, and which run on as text (READING 8 and 9)."""

from __future__ import annotations

import re

from tecum.reading.paper.paper import Paper

__all__ = ["is_row_of_figures", "is_set_as_heading"]

_SMALL_WORDS = re.compile(
    r"(?:an?|and|as|at|by|del?|el|for|from|in|la|of|on|or|re|the|to|vs?|with)", re.IGNORECASE
)


_WORDS = re.compile(r"[^\W\d_][\w'’-]{0,30}")
_PLAIN_WORDS = re.compile(r"[A-Za-z][A-Za-z0-9_'-]{0,30}")
"""The same for plain letters, of which a class is told faster."""
_ENDS_SHORTENED = re.compile(r"\b(?:[ap]\. ?m|Inc|Co|Corp|Ltd)\.$", re.IGNORECASE)

_RUNS_ON = re.compile(r"[a-z\d]{2}[.;] {1,3}[A-Z]\w+ \w")


_FIGURE = re.compile(r"\W{0,3}\d{1,3}(?:,\d{3}){0,3}(?:\.\d{1,2})?\W{0,3}")
_COUNTED = re.compile(r"(?:\s{1,9}\d{1,6}){2,9}\W{0,3}$")


def is_row_of_figures(paper: Paper, index: int) -> bool:
    """Whether a line heads a row of counts in a table: bare figures follow it."""
    if _COUNTED.search(paper.lines[index].text):
        return True
    after = paper.lines[index + 1 : index + 6]
    return sum(_FIGURE.fullmatch(line.text) is not None for line in after) > 1


def is_set_as_heading(paper: Paper, index: int) -> bool:
    """Whether a line is set as a heading, not as a line of a sentence.

    A heading is short, or in capitals, or begins its telling words with capitals; the running
    lines of a paragraph are none, wherever they stand on the page.
    """
    known = paper.told_headings.get(index)
    if known is None:
        known = paper.told_headings[index] = _is_set_as_heading(paper, index)
    return known


def _is_set_as_heading(paper: Paper, index: int) -> bool:
    line = paper.lines[index]
    text = line.text.strip()
    words = (_PLAIN_WORDS if text.isascii() else _WORDS).findall(text)
    if not words or len(words) > 24:
        return False
    if line.is_capital or line.bold:
        return True
    if index == 0 and len(words) <= 12 and not text.endswith((".", ";", ",", ":")):
        return True
    if _RUNS_ON.search(text):
        return False
    if text.endswith((".", ";", ",")) and len(words) > 5 and not _ENDS_SHORTENED.search(text):
        return False
    telling = [w for w in words if not _SMALL_WORDS.fullmatch(w)]
    capital = sum(w[0].isupper() for w in telling)
    return 2 * capital > len(telling) or (len(words) <= 6 and text[0].isupper())
