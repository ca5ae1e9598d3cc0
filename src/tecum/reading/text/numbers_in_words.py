"""Numbers written in words, English and Spanish, as instruments print them."""

from __future__ import annotations

import re

__all__ = [
    "CARDINAL",
    "ORDINAL",
    "ORDINAL_WORDS",
    "cardinal",
    "ordinal",
    "repaired_figure",
    "year_in_words",
]

_UNITS = {
    word: value
    for value, words in enumerate(
        (
            "zero cero", "one uno una un", "two dos", "three tres", "four cuatro", "five cinco",
            "six seis", "seven siete", "eight ocho", "nine nueve", "ten diez", "eleven once",
            "twelve doce", "thirteen trece", "fourteen catorce", "fifteen quince",
            "sixteen dieciseis", "seventeen diecisiete", "eighteen dieciocho",
            "nineteen diecinueve", "twenty veinte", "veintiuno veintiun", "veintidos",
            "veintitres", "veinticuatro", "veinticinco", "veintiseis", "veintisiete",
            "veintiocho", "veintinueve",
        )
    )
    for word in words.split()
}  # fmt: skip
_TENS = {
    word: 10 * (i + 3)
    for i, words in enumerate(
        (
            "thirty treinta", "forty fourty cuarenta", "fifty cincuenta", "sixty sesenta",
            "seventy setenta", "eighty ochenta", "ninety noventa",
        )
    )
    for word in words.split()
}  # fmt: skip
_SCALE = {"hundred": 100, "cien": 100, "ciento": 100, "thousand": 1000, "mil": 1000}
_ORDINALS = {
    word: value
    for value, words in enumerate(
        (
            "first primero primer", "second segundo", "third tercero tercer", "fourth", "fifth",
            "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth",
            "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
            "twentieth",
        ),
        start=1,
    )
    for word in words.split()
} | {"thirtieth": 30}  # fmt: skip

_WORD = "|".join(sorted([*_UNITS, *_TENS, *_SCALE], key=len, reverse=True))
CARDINAL = rf"(?:(?:{_WORD})(?:(?:[\s-]{{1,2}}|\s(?:and|y)\s)(?:{_WORD})){{0,4}})"
"""A number in words, for use inside a pattern over text in lower case without accents."""

_ORD = "|".join(sorted(_ORDINALS, key=len, reverse=True))
ORDINAL = rf"(?:(?:twenty|thirty)[\s-]{{1,2}})?(?:{_ORD})"
"""A day of the month as an ordinal in words."""

ORDINAL_WORDS = frozenset(_ORDINALS)
"""The words with which such an ordinal ends."""

_CONFUSED = str.maketrans({"l": "1", "I": "1", "|": "1", "O": "0", "o": "0", "S": "5", "s": "5"})


def cardinal(words: str) -> int | None:
    """The value of a number in words (lower case, no accents), or None.

    >>> cardinal("forty-eight"), cardinal("one hundred eighty"), cardinal("treinta y uno")
    (48, 180, 31)
    """
    total = part = 0
    seen = False
    for word in re.split(r"[\s-]+", words.strip()):
        if word in ("and", "y", ""):
            continue
        seen = True
        if word in _UNITS:
            part += _UNITS[word]
        elif word in _TENS:
            part += _TENS[word]
        elif word in ("hundred", "cien", "ciento"):
            part = max(part, 1) * 100 if word == "hundred" else part + 100
        elif word in ("thousand", "mil"):
            total, part = total + max(part, 1) * 1000, 0
        else:
            return None
    return total + part if seen else None


def ordinal(words: str) -> int | None:
    """The value of an ordinal in words up to thirty-first, or None."""
    parts = re.split(r"[\s-]+", words.strip())
    if len(parts) == 2:
        tens = {"twenty": 20, "thirty": 30}.get(parts[0])
        unit = _ORDINALS.get(parts[1])
        return tens + unit if tens and unit and unit < 10 else None
    return _ORDINALS.get(parts[0]) if len(parts) == 1 else None


def year_in_words(words: str) -> int | None:
    """A year such as "two thousand and eighteen" or "nineteen ninety-nine"."""
    value = cardinal(words)
    if value is not None and 1900 <= value <= 2100:
        return value
    parts = re.split(r"[\s-]+", words.strip())
    for i in range(1, len(parts)):
        left, right = cardinal(" ".join(parts[:i])), cardinal(" ".join(parts[i:]))
        if left in (19, 20) and right is not None and 10 <= right <= 99:
            return left * 100 + right
    return None


def repaired_figure(text: str) -> tuple[int | None, bool]:
    """A figure and whether letters that a recogniser confuses had to be read as digits."""
    if text.isdecimal():
        return int(text), False
    fixed = text.translate(_CONFUSED)
    return (int(fixed), True) if fixed.isdecimal() else (None, True)
