"""Cites of cases, by eyecite; loaded only where the text has something like a reporter.

The library takes half a second to load, which the cold start of a triage cannot spare for a
document that cites no case.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import Any

from tecum.instruments.sought import find_all
from tecum.reading.citations.federal_cites import FoundCite

__all__ = ["case_cites"]

_REPORTER = re.compile(
    r"(?<![0-9A-Za-z])[0-9]{1,4}\s{1,2}(?:F\.\s?(?:2d|3d|4th|Supp\.?|App'x)?|U\.\s?S\.(?!\s?C)"
    r"|S\.\s?Ct\.|L\.\s?Ed\.|Cal\.|P\.\s?[23]d|A\.\s?[23]d|N\.[EWY]\.|So\.|S\.[EW]\.|N\.Y\.S\."
    r"|B\.R\.|I\.\s?&\s?N\.|Ill\.|Wn\.)[A-Za-z0-9.' ]{0,14}?\s{1,2}[0-9]{1,5}(?![0-9])"
)
_WINDOW = 160


def case_cites(text: str) -> Iterator[FoundCite]:
    """Full case cites of a folded text, with ids such as ``case/445-f-supp-3d-1213``."""
    windows: list[tuple[int, int]] = []
    for match in find_all(_REPORTER, text):
        low, high = max(0, match.start() - _WINDOW), min(len(text), match.end() + 40)
        if windows and low < windows[-1][1]:
            windows[-1] = (windows[-1][0], high)
        else:
            windows.append((low, high))
    if not windows:
        return
    from eyecite import get_citations
    from eyecite.models import FullCaseCitation

    # The library logs the words it stumbles over; a log holds no words of a document.
    logging.getLogger("eyecite").disabled = True
    logging.getLogger("eyecite.helpers").disabled = True

    for low, high in windows:
        for cite in get_citations(text[low:high]):
            if not isinstance(cite, FullCaseCitation):
                continue
            found: Any = cite
            groups, reporter = found.groups, found.corrected_reporter()
            words = re.sub(
                r"[^0-9a-z]+", "-", f"{groups['volume']} {reporter} {groups['page']}".lower()
            )
            start, end = found.span()
            yield FoundCite(low + start, low + end, f"case/{words.strip('-')}")
