"""Which event a due phrase runs from, by a lexicon; never assumed.

Authority: READING 11, trigger lexicon.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from tecum.instruments.compiled import compiled
from tecum.tables import table_of
from tecum.words import Trigger

__all__ = ["find_trigger", "lexicon"]


def lexicon(name: str) -> dict[str, list[str]]:
    """A lexicon of this package: word of the contract -> patterns."""
    data = files("tecum.reading").joinpath("lexicon", f"{name}.toml").read_text("utf-8")
    return table_of(data)


@cache
def _patterns() -> tuple[tuple[Trigger, re.Pattern[str]], ...]:
    return tuple(
        (Trigger(word), compiled(r"(?<![a-z])(?:" + "|".join(entries) + ")"))
        for word, entries in lexicon("triggers").items()
    )


def find_trigger(words: str) -> tuple[Trigger, int, int] | None:
    """The trigger that stands first in the words behind a period, with its place.

    Args:
        words: Lower case without accents, already cut at the end of the clause.
    """
    lead = len(words) - len(words.lstrip())
    best: tuple[int, int, int, Trigger] | None = None
    for trigger, pattern in _patterns():
        match = pattern.search(words.lstrip())
        if match is None:
            continue
        key = (match.start(), -(match.end() - match.start()), match.end(), trigger)
        if best is None or key[:2] < best[:2]:
            best = key
    return (best[3], best[0] + lead, best[2] + lead) if best else None
