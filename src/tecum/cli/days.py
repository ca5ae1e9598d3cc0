"""A day given as an argument of a command."""

from __future__ import annotations

from datetime import date

from tecum.errors import UsageError

__all__ = ["day_argument"]


def day_argument(text: str | None, option: str) -> date | None:
    """A day given as an argument.

    Raises:
        UsageError: it is not one.
    """
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(
            f'{option}: "{text}" is not a day.', do="Write it like 2018-01-04.", code="usage.day"
        ) from None
