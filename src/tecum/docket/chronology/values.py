"""A claim's number beside its words: shown only where the words do not say it themselves."""

from __future__ import annotations

import re
from decimal import Decimal

__all__ = ["numbers_in", "says_itself"]

_ONES = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SCALE = {
    "hundred": 100,
    "dozen": 12,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
}
_FIGURE = re.compile(
    r"(?<![\w.,])(?P<figure>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?![\d])"
    r"(?:[\s-]+(?P<scale>hundred|dozen|thousand|million|billion)\b)?",
    re.IGNORECASE,
)
_SPELT = re.compile(
    rf"\b(?:(?P<tens>{'|'.join(_TENS)})(?:[\s-](?P<after>{'|'.join(_ONES[1:10])})\b)?"
    rf"|(?P<ones>{'|'.join(_ONES)}))\b"
    r"(?:[\s-]+(?P<scale>hundred|dozen|thousand|million|billion)\b)?",
    re.IGNORECASE,
)


def numbers_in(text: str) -> frozenset[int]:
    """The whole numbers that a text states, in figures or in words.

    >>> sorted(numbers_in("twenty-three letters, 32.7 million dollars"))
    [23, 32700000]
    """
    found: set[int] = set()
    for match in _FIGURE.finditer(text):
        figure = Decimal(match["figure"].replace(",", "")) * _scale(match["scale"])
        if figure == figure.to_integral_value():
            found.add(int(figure))
    for match in _SPELT.finditer(text):
        number = _spelt(match) * _scale(match["scale"])
        found.add(number)
    return frozenset(found)


def says_itself(words: str | None, value: int | None) -> bool:
    """Whether the words state the number already; then it is not written a second time."""
    return value is None or (bool(words) and value in numbers_in(words or ""))


def _spelt(match: re.Match[str]) -> int:
    if match["tens"]:
        after = _ONES.index(match["after"].lower()) if match["after"] else 0
        return 10 * (_TENS.index(match["tens"].lower()) + 2) + after
    return _ONES.index(match["ones"].lower())


def _scale(word: str | None) -> int:
    return _SCALE[word.lower()] if word else 1
