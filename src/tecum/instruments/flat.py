"""A text without case, accents, or kinds of blanks, quotes and dashes, letter for letter.

Whatever a pattern takes for the same letter, be it over capitals, is one letter here; so a word
of a pattern that is not in the flat text is in no match of the text.
"""

from __future__ import annotations

from functools import cache, lru_cache
from unicodedata import normalize

__all__ = ["FIGURE", "flat", "flat_letter", "flat_literal", "without_figures"]

FIGURE = "\x01"
"""Stands for any figure."""

_SAME = {
    "\u017f": "s", "\u0130": "i", "\u0131": "i", "\u212a": "k", "\u00ba": "o", "\u03c2": "\u03c3",
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc\u00b4`", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
}  # fmt: skip
_ASCII_BLANKS = "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f"
_ASCII = str.maketrans(
    {**{chr(c): chr(c).lower() for c in range(65, 91)}, **dict.fromkeys(_ASCII_BLANKS, " ")}
    | {"`": "'"}
)
_FIGURES = str.maketrans(dict.fromkeys("0123456789", FIGURE))


@cache
def flat_letter(letter: str) -> str:
    """The one letter that stands for all that are like it."""
    if letter in _SAME:
        return _SAME[letter]
    if letter.isspace():
        return " "
    if letter.isdecimal():
        return str(int(letter))
    low = letter.lower()
    low = low if len(low) == 1 else letter
    bare = normalize("NFD", low)[0]
    return bare.lower() if bare.isascii() else low


def flat_literal(letter: str) -> str | None:
    """The same for a letter of a pattern; None where others of other shape may match it."""
    latin = "\u00c0" <= letter <= "\u00ff" and letter not in "\u00d7\u00df\u00f7"
    if letter.isascii() or latin or letter.lower() == letter.upper() == letter:
        return flat_letter(letter)
    return None


def flat(text: str) -> str:
    """The flat text; every letter keeps its place."""
    return text.translate(_ASCII) if text.isascii() else _flat_of_any(text)


@lru_cache(maxsize=4)
def _flat_of_any(text: str) -> str:
    for letter in set(text):
        if letter > "\x7f":
            same = flat_letter(letter)
            if same != letter:
                text = text.replace(letter, same)
    if text.isascii():
        return text.translate(_ASCII)
    text = text.lower()
    for blank in _ASCII_BLANKS:
        text = text.replace(blank, " ")
    return text.replace("`", "'")


def without_figures(flat_text: str) -> str:
    """A flat text with one sign for all figures."""
    if flat_text.isascii():
        return flat_text.translate(_FIGURES)
    for figure in "0123456789":
        flat_text = flat_text.replace(figure, FIGURE)
    return flat_text
