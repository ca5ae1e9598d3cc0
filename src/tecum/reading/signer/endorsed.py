"""Two acts in one paper: a letter or motion on which a judge wrote "so ordered" (READING 8)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from tecum.reading.paper.paper import Paper
from tecum.reading.signer.conformed import Block
from tecum.words import Conduct, Kind, SignatoryRole

__all__ = ["also_done"]

_ENDORSED = re.compile(
    r"^\W{0,6}(?:(?:the )?(?:application|request|motion|relief|extension|stipulation)s? "
    r"(?:is |are )?(?:hereby )?(?:granted|approved|denied)\b.{0,80}"
    r"|(?:it is )?(?:hereby )?so[- ]ordered\b.{0,80}|granted\W{0,4}"
    r"|approved and so ordered\b.{0,40}|memo(?:randum)? endorse(?:d|ment)\b.{0,80}"
    r"|endorsed order\b.{0,80})",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(
    r"\b(?:your honor|dear (?:chief )?(?:judge|justice|magistrate)"
    r"|respectfully (?:request|submitted)|we (?:write|ask|request)"
    r"|the (?:parties|undersigned) (?:stipulate|agree|request))\b",
    re.IGNORECASE,
)
_REACH = 8


def also_done(
    paper: Paper, conduct: Conduct | None, kind: Kind | None, blocks: tuple[Block, ...]
) -> tuple[Mapping[str, Any], ...]:
    """The further act of a paper that a judge endorsed, with the words that show it.

    A paper that asks and bears a judge's "so ordered" is also an order; one that is read as
    the order is also the letter or motion that asked for it.
    """
    asks = paper.search(_ADDRESSED)
    if asks is None:
        return ()
    for i, line in enumerate(paper.lines):
        if not _ENDORSED.match(line.text) or paper.start_of(i) < asks.start():
            continue
        judge = next((b for b in blocks if _signs_after(b, i)), None)
        if judge is None:
            continue
        if conduct is Conduct.ISSUES and kind is Kind.COURT_ORDER:
            spans = paper.spans(*asks.span())
            return (_act(Conduct.CONTESTS, Kind.MOTION, spans),)
        return (_act(Conduct.ISSUES, Kind.COURT_ORDER, paper.line_spans(i, *judge.lines)),)
    return ()


def _signs_after(block: Block, i: int) -> bool:
    return block.role is SignatoryRole.JUDGE and i <= max(block.lines) <= i + _REACH


def _act(conduct: Conduct, kind: Kind, spans: tuple[Any, ...]) -> Mapping[str, Any]:
    return {
        "conduct": conduct.value,
        "kind": kind.value,
        "spans": [span.to_json() for span in spans],
    }
