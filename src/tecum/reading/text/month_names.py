"""The names of months and weekdays in English and Spanish, with what recognisers make of them."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["MONTH", "MONTH_NUMBER", "WEEKDAY", "WEEKDAY_NUMBER", "month_of", "weekday_of"]

_MONTHS = (
    ("january", "jan", "enero", "ene"),
    ("february", "feb", "febrero"),
    ("march", "mar", "marzo"),
    ("april", "apr", "abril", "abr"),
    ("may", "mayo"),
    ("june", "jun", "junio"),
    ("july", "jul", "julio"),
    ("august", "aug", "agosto", "ago"),
    ("september", "sept", "sep", "septiembre", "setiembre"),
    ("october", "oct", "octubre", "0ctober"),
    ("november", "nov", "noviembre"),
    ("december", "dec", "diciembre", "dic"),
)
MONTH_NUMBER = {name: n for n, names in enumerate(_MONTHS, start=1) for name in names}
_WEEKDAYS = (
    ("monday", "mon", "lunes"),
    ("tuesday", "tues", "tue", "martes"),
    ("wednesday", "wed", "weds", "miercoles"),
    ("thursday", "thurs", "thur", "thu", "jueves"),
    ("friday", "fri", "viernes"),
    ("saturday", "sat", "sabado"),
    ("sunday", "sun", "domingo"),
)
WEEKDAY_NUMBER = {name: n for n, names in enumerate(_WEEKDAYS) for name in names}


def _any(words: Mapping[str, int]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


MONTH = rf"(?:{_any(MONTH_NUMBER)})"
"""A month's name, for use inside a pattern over text in lower case without accents."""

WEEKDAY = rf"(?:{_any(WEEKDAY_NUMBER)})"
"""A weekday's name, likewise."""


def month_of(name: str) -> int | None:
    """The number of a month's name in lower case without accents."""
    return MONTH_NUMBER.get(name.strip(" ."))


def weekday_of(name: str) -> int | None:
    """The number of a weekday's name, Monday being 0."""
    return WEEKDAY_NUMBER.get(name.strip(" ."))
