"""What an address or a form says: words of a closed list, days, moments.

What an address asks of a list and cannot be read narrows nothing; what a form holds and cannot
be read is refused.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from tecum.errors import UsageError
from tecum.web.accounts.selectors import profile

__all__ = ["day_given", "day_needed", "day_of", "moment_given", "one_of"]


def one_of(text: str | None, words: Iterable[Any]) -> str:
    """The text where it is one of the words, else nothing."""
    return text if text in {word.value for word in words} else ""


def day_of(text: str) -> date | None:
    """The day that the text names, None where it names none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def day_given(text: str | None) -> date | None:
    """The day that a field holds; None where it is empty.

    Raises:
        UsageError: it names none.
    """
    said = (text or "").strip()
    if not said:
        return None
    day = day_of(said)
    if day is None:
        raise UsageError(
            _("That is not a date."), do=_("Write it like 2020-04-21."), code="field.date"
        )
    return day


def moment_given(day: str, wall: str) -> date | datetime | None:
    """A day, or an instant in the office's zone where an hour is given; None where unknown.

    Raises:
        UsageError: it is none, or an hour is given and no day.
    """
    if not day:
        if wall:
            raise UsageError(
                _("A time is given, and no day."),
                do=_("Fill in the day, or leave the time empty."),
                code="field.day",
            )
        return None
    try:
        if not wall:
            return date.fromisoformat(day)
        zone = ZoneInfo(profile().zone)
        return datetime.fromisoformat(f"{day}T{wall}").replace(tzinfo=zone)
    except ValueError:
        raise UsageError(
            _("That is not a date."), do=_("Write it like 2020-01-13."), code="field.date"
        ) from None


def day_needed(text: str) -> date:
    """The day of an acknowledgement.

    Raises:
        UsageError: it is none, or nothing was filled in.
    """
    day = moment_given(text, "")
    if day is None:
        raise UsageError(
            _("The day is missing."),
            do=_("Fill in the day, then send the form again."),
            code="answer.day",
        )
    return day
