"""Figures as people type them and as addresses hold them: a number, or none, never another one."""

from __future__ import annotations

import re

__all__ = ["grouped", "whole"]

_LONGEST = 15
"""Figures that every column and counter can hold; a longer run of them is no number of ours."""
_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+")


def whole(text: str | None) -> int | None:
    """The whole number that a text is, written in figures alone; None where it is none.

    >>> whole("14"), whole("14 days"), whole("²"), whole("9" * 40)
    (14, None, None, None)
    """
    said = (text or "").strip()
    plain = said.isascii() and said.isdigit() and len(said) <= _LONGEST
    return int(said) if plain else None


def grouped(text: str | None) -> int | None:
    """The same, where thousands may be set apart by commas.

    >>> grouped("39,000,000"), grouped("1,5"), grouped("$39 million")
    (39000000, None, None)
    """
    said = (text or "").strip()
    return whole(said.replace(",", "") if _GROUPED.fullmatch(said) else said)
