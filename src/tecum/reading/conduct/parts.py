"""A form that asks by its parts: who, to whom, what, by when, and no verb of asking anywhere.

An office that sends such forms every day prints its two sides, a heading over boxes or blanks,
and a day; nobody writes "please" on it. What makes it a demand is that all of its parts are
there (READING 8).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tecum.provenance import Span
from tecum.reading.conduct.standing import Standing
from tecum.reading.conduct.weights import act_weights
from tecum.reading.paper.paper import Paper
from tecum.reading.speech.named_things import count_things
from tecum.reading.text.matching import plain
from tecum.words import Conduct

__all__ = ["asks_by_its_parts"]

_FEWEST, _BELOW, _WIDEST = 2, 9, 160
_FROM = re.compile(
    r"\W{0,3}(?:from|requesting \w{3,12}|requested by|issued by|sent by|school|agency|office)\b"
    r"\s{0,3}(?::|$)"
)
_TO = re.compile(
    r"\W{0,3}(?:to|sent to|employer|provider|custodian|attn|attention)\b(?: date)?\s{0,3}(?::|$)"
)
_WANTED = re.compile(
    r"\W{0,4}(?:needed|wanted|requested|required"
    r"|(?:employer|school|bank|provider|custodian|agency|landlord|physician) (?:fills?|completes?"
    r"|answers?|states?|gives?)(?: in| out)?)\W{0,3}$"
)
_WANTED_HERE = re.compile(
    r"(?:^|\n|[.;?!]\s{1,3})\W{0,4}(?:needs?|needed|wanted|requested|(?:records?|information|documents?)"
    r" (?:needed|wanted|requested|required|sought))\s{0,3}:\s{1,9}(?P<rest>\S[^\n]{6,160})"
)
"""A label or a bare verb with the things behind it on its line."""
_NAMED = re.compile(
    r"\W{0,4}(?:records?|information|documents?|items?|data)(?: \([^()]{3,50}\)| (?:wanted|needed"
    r"|requested|required|sought))?\W{0,3}$"
)
_UNTIL = re.compile(
    r"\W{0,3}(?:due(?: back| by| date)?|return(?: by)?|reply by|needed by|respond by|time"
    r"|deadline)\b\s{0,3}(?::|$)"
)
_BLANK = re.compile(r"_{4,}")
_SETTLED = re.compile(
    r"\b(?:enclosed|attached|released|received|provided|sent|returned|denied|withheld|inventory)\b"
)


def asks_by_its_parts(
    paper: Paper, standing: Standing
) -> Iterator[tuple[str, float, tuple[Span, ...]]]:
    """That a form has both sides, a heading over things or blanks, and says that they are owed."""
    titled = standing.titled
    if paper.is_mail or standing.letter.salutation is not None:
        return
    if titled is not None and titled.genre.conduct not in (None, Conduct.ISSUES):
        return
    if paper.lacks(_FROM) or paper.lacks(_TO):
        return
    lines = [plain(line.text[:_WIDEST]) for line in paper.lines]
    if not any(map(_FROM.match, lines)) or not any(map(_TO.match, lines)):
        return
    for here in _WANTED_HERE.finditer(plain(paper.words)):
        if count_things(here["rest"]) >= _FEWEST:
            spans = paper.spans(*here.span("rest"))
            yield "says_has_its_parts", act_weights()["has_its_parts"], spans
            return
    has_day = any(map(_UNTIL.match, lines))
    for i, text in enumerate(lines):
        if not (_WANTED.match(text) or (has_day and _NAMED.match(text))):
            continue
        below = lines[i + 1 : i + 1 + _BELOW]
        things = sum(_is_asked(line) for line in below)
        if things >= _FEWEST and not any(map(_SETTLED.search, below[:things])):
            yield "says_has_its_parts", act_weights()["has_its_parts"], paper.line_spans(i)
            return


def _is_asked(line: str) -> bool:
    """Whether a line names a thing of records or leaves room for an answer."""
    return count_things(line) > 0 or _BLANK.search(line) is not None
