"""A guess at how often a word stands in a text, from how usual its letters and pairs are."""

from __future__ import annotations

from functools import cache
from operator import add

from tecum.instruments.flat import FIGURE

__all__ = ["often"]

_LETTERS = {
    **dict.fromkeys("e", 10.0),
    **dict.fromkeys("taoinsrh", 6.0),
    **dict.fromkeys("ldcum", 3.5),
    **dict.fromkeys("fpgwybv", 1.8),
    **dict.fromkeys("k", 0.6),
    **dict.fromkeys("xjqz", 0.15),
}
_PAIRS = {
    2.5: "e | t|s |th|d | a|he|t | o|in",
    1.6: "er|an|re|on|n | s| i|r |at|en|y |nd| c",
    1.1: "ti|es|or|te|of|ed|is|it|al|ar|st|to|nt|io| r|o |f | p| w|l | f| d| b| h| m|se",
    0.7: "ng|ha|as|ou|le|ve|co|me|de|hi|ri|ro|ic|ne|ea|ra|ce|ec|li|ch|ll|be|ma|si|om|ur|g |a ",
    0.9: ", |. ",
}
_PAIR = {pair: share for share, pairs in _PAIRS.items() for pair in pairs.split("|")}
_COMMON = frozenset(
    {
        "a",
        "all",
        "an",
        "and",
        "any",
        "are",
        "as",
        "at",
        "be",
        "by",
        "for",
        "from",
        "has",
        "have",
        "he",
        "i",
        "if",
        "in",
        "is",
        "it",
        "may",
        "no",
        "not",
        "of",
        "on",
        "one",
        "or",
        "shall",
        "such",
        "that",
        "the",
        "their",
        "this",
        "to",
        "under",
        "was",
        "we",
        "were",
        "which",
        "will",
        "with",
        "you",
        "your",
    }
)
_NEXT = 0.4
"""Share of the places of a pair at which one further given letter stands."""


@cache
def often(word: str) -> float:
    """Places of a word in a hundred letters of a text, roughly."""
    if len(word) == 1:
        return 15.0 if word == " " else _LETTERS.get(word, 2.5 if word == FIGURE else 0.6)
    if word.strip() in _COMMON:
        return 0.8
    if not word.strip(FIGURE + " "):
        return 1.0
    rarest: float = min(map(_share, map(add, word, word[1:])))
    return rarest * _NEXT ** (len(word) - 2)


@cache
def _share(pair: str) -> float:
    known = _PAIR.get(pair)
    if known is not None:
        return known
    if pair.isalpha():
        return 0.25 if all(c in _LETTERS and _LETTERS[c] > 1 for c in pair) else 0.08
    return 0.4 if FIGURE in pair or pair.isdecimal() else 0.15
