"""Words that stand where a name should, and name nobody: a date, a number of a case, a headline."""

from __future__ import annotations

import re

__all__ = ["names_nobody"]

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
    r"|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)"
)
_DATE = re.compile(
    rf"(?:{_MONTH}\.? \d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}} (?:de )?{_MONTH})(?:,? (?:de )?\d{{4}})?"
    r"|\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}",
    re.IGNORECASE,
)
_OF_CASE = re.compile(
    r"(?:(?:[Cc]ase|[Cc]ause|[Dd]ocket|[Cc]itation|[Ff]ile|[Mm]atter|[Ww]arrant|[Ii]ndex|[Nn]o|"
    r"[Nn]umber)[.:#]?\s{0,2}){1,3}[A-Z]{0,6}[-\s]?\d[\w:./-]*"
    r"|[A-Z]{1,6}[-\s]?\d{1,4}(?:[-:/][A-Z0-9]{1,8})+"
    r"|[A-Z]{2,6}-\d{1,6}|\d{1,4}(?:[-:][A-Za-z0-9]{1,8}){1,4}"
)
_CAPTION = re.compile(r"\w\s{1,3}(?:v|vs)\.\s{1,3}\w", re.IGNORECASE)
_HEADLINE = re.compile(
    r"(?:for immediate release|(?:press|news|media) release|comunicado de prensa|compel|special"
    r"|memorandum|(?:the )?(?:undersigned|petitioner|respondent|plaintiff|defendant)s?"
    r"|(?:the )?(?:office|commission|board|department|agency|court|bureau)"
    r"|(?:verification|certification|affidavit|notice|writ|return) of [a-z ,]{3,80})",
    re.IGNORECASE,
)


def names_nobody(value: str) -> bool:
    """Whether words are a date, a number or caption of a case, a headline or a part in a case.

    >>> names_nobody("April 30"), names_nobody("SW 23-0144"), names_nobody("The Commission")
    (True, True, True)
    >>> names_nobody("State Racing Commission"), names_nobody("Local 1199"), names_nobody("3M")
    (False, False, False)
    """
    said = " ".join(value.split()).strip(" ,;:.–-")
    return bool(
        _DATE.fullmatch(said)
        or _OF_CASE.fullmatch(said)
        or _HEADLINE.fullmatch(said)
        or _CAPTION.search(said)
    )
