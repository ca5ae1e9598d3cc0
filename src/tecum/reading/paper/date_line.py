"""A line that is a date: what tells a letter's day from a day in its text."""

from __future__ import annotations

import re

from tecum.instruments.compiled import led

__all__ = ["holds_date", "is_date_line"]

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|enero|febrero|marzo|abril|mayo|junio|julio|agosto"
    r"|septiembre|octubre|noviembre|diciembre)"
)
_DATE_LINE = re.compile(
    r"^(?:(?:date|dated|issued|mailed|fecha)\s{0,60}:?\s{0,60})?"
    rf"(?:[\w .]{{2,30}},\s{{1,60}}(?:[A-Z][\w .]{{2,30}},\s{{1,4}})?(?:a\s{{1,60}}|el\s{{1,60}})?"
    rf"(?=(?:\d"
    rf"|{_MONTH})))?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s{{1,60}})?"
    rf"(?:{_MONTH}\.?\s{{1,60}}\d{{1,2}}(?:st|nd|rd|th)?(?:,\s{{0,60}}|\s{{1,60}})\d{{4}}|\d{{1,2}}(?:st|nd|rd"
    rf"|th)?\s{{1,60}}(?:de\s{{1,60}})?{_MONTH}\.?,?\s{{1,60}}(?:de\s{{1,60}})?\d{{4}}"
    rf"|\d{{1,2}}-{_MONTH}-\d{{2,4}}"
    r"|\d{1,2}[/-]\d{1,2}[/-]\d{2,4}|\d{4}-\d\d-\d\d)\.?$",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d")
_BESIDE = led(r"\s{1,60}[·|•–—]\s{1,60}|\s{3,}")
_NUMBER_BEHIND = led(
    r"(?<=\d{4})\s{1,4}(?:(?:No|Ref|File)\.?:?\s)?[A-Z]{1,6}-?[A-Z0-9/-]{0,12}\d[\w/-]{0,8}$"
)
"""The paper's number behind its date, where the space between them was not kept."""


def is_date_line(text: str) -> bool:
    """Whether a line is a date and nothing else; every date that is written ends with a figure."""
    text = text.strip()
    return text.rstrip(".")[-1:].isdecimal() and _DATE_LINE.match(text) is not None


def holds_date(text: str) -> bool:
    """Whether a line is the letter's date, alone or beside a number or how it was sent."""
    if _FIGURE.search(text) is None:
        return False
    parts = _BESIDE.split(text.strip())
    if len(parts) < 4 and any(is_date_line(part) for part in parts):
        return True
    return is_date_line(_NUMBER_BEHIND.sub("", text.strip()))
