"""The parties that a printed letter's heading names: "Letter to Subject A from the Clerk".

Where correspondence is printed in a report or on a page of its own, the printer puts such a line
in place of letterhead and address (READING 12).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tecum.provenance import Read
from tecum.reading.paper.address_lines import trimmed
from tecum.reading.paper.paper import Paper, once_a_paper
from tecum.reading.parties.nobody import names_nobody
from tecum.words import Band

__all__ = ["addressee_in_heading", "writer_in_heading"]

_RULE = "parties.printed_heading/1"
_SORT = (
    r"\W{0,4}(?:\d{1,3}[.)]\s{1,4})?(?:(?:Extract|Copy|Text|Transcript) of (?:an? )?)?"
    r"(?:(?:Further|Second|Third|Joint|Open|Draft|First|Covering) ){0,2}"
    r"(?:Letter|E-?mail|Memorandum|Memo|Note|Minute|Reply|Response|Fax|Message|Telegram)s?"
)
_DATED = r"(?:,? (?:dated|of|sent(?: on)?) \d[\w ,]{3,24}?)?"
_ORDERS = tuple(
    re.compile(
        rf"{_SORT}{_DATED},?\s{{1,4}}{order}(?P<tail>[,;]\s.{{0,60}}\d{{4}})?\W{{0,3}}", re.I
    )
    for order in (
        r"to (?P<to>[^.]{3,140}?),? from (?P<by>.{3,120}?)",
        r"from (?P<by>[^.]{3,120}?),? to (?P<to>.{3,140}?)",
    )
)
_ARTICLE = re.compile(r"the\s{1,4}(?=[A-ZÀ-Þ])", re.IGNORECASE)
_HEAD_LINES = 3


@dataclass(frozen=True, slots=True)
class _Side:
    name: str
    start: int
    end: int


@once_a_paper
def _sides(paper: Paper) -> tuple[_Side, _Side] | None:
    """Who writes and who is written to, by a line at the head that says both."""
    if paper.is_mail:
        return None
    for i, line in enumerate(paper.lines[:_HEAD_LINES]):
        for order in _ORDERS:
            found = order.fullmatch(line.text.strip())
            if found is None:
                continue
            at = paper.start_of(i) + line.text.find(found[0])
            sides = tuple(_side(found, side, at) for side in ("by", "to"))
            if all(s.name[:1].isupper() and not names_nobody(s.name) for s in sides):
                return sides[0], sides[1]
    return None


def _side(found: re.Match[str], group: str, at: int) -> _Side:
    article = _ARTICLE.match(found[group])
    start = found.start(group) + (article.end() if article else 0)
    name = trimmed(found[0][start : found.end(group)])
    return _Side(name, at + start, at + start + len(name))


def writer_in_heading(paper: Paper) -> Read[str] | None:
    """Who wrote the letter over which a printer set who wrote to whom."""
    sides = _sides(paper)
    return _read(paper, sides[0]) if sides is not None else None


def addressee_in_heading(paper: Paper) -> Read[str] | None:
    """To whom the letter went over which a printer set who wrote to whom."""
    sides = _sides(paper)
    return _read(paper, sides[1]) if sides is not None else None


def _read(paper: Paper, side: _Side) -> Read[str]:
    return paper.read(side.name, paper.spans(side.start, side.end), _RULE, Band.LIKELY)
