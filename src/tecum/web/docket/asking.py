"""What an address asks of a list: words of a closed list, days; the rest narrows nothing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

__all__ = ["day_of", "one_of"]


def one_of(text: str | None, words: Iterable[Any]) -> str:
    """The text where it is one of the words, else nothing."""
    return text if text in {word.value for word in words} else ""


def day_of(text: str) -> date | None:
    """The day that the text names, None where it names none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
