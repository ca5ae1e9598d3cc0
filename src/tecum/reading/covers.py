"""Who wrote the paper that lies on a demand: who makes it, or who got it (READING 7 and 8).

Who serves a demand writes to its recipient, and the demand speaks. Who got one answers it, or
passes it on to somebody who shall help: then the paper on top speaks, and the demand below it
is shown. Nothing but the names of both sides tells these apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum

from tecum.provenance import Read
from tecum.reading.paper.date_line import is_date_line
from tecum.reading.result import Reading
from tecum.reading.text.layout import Line
from tecum.words import Band, Conduct

__all__ = ["Writer", "as_sure_as_its_cover", "spoken_by_the_asked", "writer_of_cover"]


class Writer(Enum):
    """On which side of an enclosed demand the writer of its cover stands."""

    ISSUER = "issuer"
    ASKED = "asked"
    UNKNOWN = "unknown"


_FROM = re.compile(r"\W{0,3}(?:from|de|sender|remitente)\s{0,3}:\s{0,9}(?=\w)", re.IGNORECASE)
_TO = re.compile(r"\W{0,3}(?:to|para|a)\s{0,3}:\s{0,9}(?=\w)", re.IGNORECASE)
_LABEL = re.compile(r"\W{0,3}[A-Za-z][\w ./-]{0,24}:")
_NO_NAMES = frozenset(
    """the and for custodian records record keeper office officer department county city state
    attention attn general court company inc llc corp district united states""".split()  # noqa: SIM905
)
_HEAD, _FEWEST = 12, 2


def writer_of_cover(
    cover: Reading, lines: Sequence[Line], demand: Reading, inside: Sequence[Line]
) -> Writer:
    """On which side the writer of a cover stands.

    Args:
        cover: The Reading of the paper on top.
        lines: Its lines.
        demand: The Reading of the demand behind it.
        inside: Its lines.
    """
    hand = cover.signatory.name.value
    if hand is not None and hand == demand.signatory.name.value:
        return Writer.ISSUER
    asked = _words(demand.recipient.value or _named(inside, _TO))
    issuer = _words(demand.issuer.value)
    writers = [_words(name) for name in _writers(cover, lines)]
    own = max((_shared(words, asked) for words in writers), default=0)
    if max((_shared(words, issuer) for words in writers), default=0) >= max(own, 1):
        return Writer.ISSUER
    to = _shared(_words(cover.recipient.value or _named(lines, _TO)), asked)
    if own == to:
        return Writer.UNKNOWN
    return Writer.ASKED if own > to else Writer.ISSUER


def _shared(words: frozenset[str], asked: frozenset[str]) -> int:
    """How many words of a name another has, if there are two of them and one tells the body."""
    both = words & asked
    return len(both) if len(both) >= _FEWEST and both - _NO_NAMES else 0


def _writers(cover: Reading, lines: Sequence[Line]) -> Iterator[str]:
    """The names of who wrote a paper: behind "from", read as its issuer, or set over it."""
    named = _named(lines, _FROM)
    if named is not None:
        yield named
    elif cover.issuer.value is not None:
        yield cover.issuer.value
    head = [line.text for line in lines[:_HEAD]]
    if named is not None and any(map(_TO.match, head)):
        # A memorandum names its house in a line of its own, its sides behind labels.
        yield from (text for text in head if not _LABEL.match(text) and text.strip()[-1:] != ".")
        return
    for text in head:
        if is_date_line(text) or _TO.match(text) or text.lower().startswith(("dear ", "estimad")):
            return
        if not any(map(str.isdigit, text)):  # a street with its city names no body
            yield text


def _named(lines: Sequence[Line], label: re.Pattern[str]) -> str | None:
    """Whom a document names behind a label of its head, to the end of the line."""
    named = ((line.text, label.match(line.text)) for line in lines)
    return next((text[m.end() :] for text, m in named if m is not None), None)


def _words(name: str | None) -> frozenset[str]:
    """The words of a name."""
    return frozenset(re.findall(r"[a-z]{3,30}", (name or "").lower()))


_YOURS = re.compile(
    r"\b(?:your|su)\s{1,3}(?:\w{3,16}\s{1,3}){0,2}?(?:subpoenas?|summons|requests?|demands?|letter"
    r"|orders?|warrants?|citaci[oó]n|requerimiento|oficio|solicitud|carta)\b",
    re.IGNORECASE,
)
_SPEAKS = frozenset({Conduct.ANSWERS, Conduct.CONTESTS, Conduct.FORWARDS, Conduct.REPORTS})


def spoken_by_the_asked(cover: Reading, words: str, demand: Reading) -> Read[Conduct]:
    """What a paper does that lies on a demand and was written by whom the demand asks.

    It hardly makes a demand: it answers where it goes to whoever made the demand or speaks of
    "your subpoena", else it passes on.

    Args:
        cover: The Reading of the paper on top.
        words: Its text.
        demand: The Reading of the demand behind it.
    """
    conduct = cover.conduct
    if conduct.value in _SPEAKS and conduct.band is not Band.UNSURE:
        return conduct
    if cover.form.value is not None:
        return conduct  # an instrument of its own, which another lies behind
    if conduct.value is Conduct.ISSUES and conduct.band is not Band.UNSURE:
        return Read(conduct.value, Band.UNSURE, conduct.spans, conduct.rule, conduct.signals)
    to = _words(cover.recipient.value)
    makers = (demand.issuer.value, demand.signatory.name.value)
    answers = any(len(to & _words(name)) >= _FEWEST for name in makers) or _YOURS.search(words)
    return Read(
        Conduct.ANSWERS if answers else Conduct.FORWARDS,
        Band.UNSURE,
        conduct.spans,
        "conduct.of_who_was_asked/1",
        {**conduct.signals, "cover": Writer.ASKED.value},
    )


def as_sure_as_its_cover(conduct: Read[Conduct], writer: Writer) -> Read[Conduct]:
    """The conduct of a demand that lies behind a paper of somebody who may have got it.

    The demand speaks at *certain* only where its own issuer laid that paper on it.
    """
    if writer is Writer.ISSUER or conduct.band is not Band.CERTAIN:
        return conduct
    return Read(
        conduct.value,
        Band.LIKELY,
        conduct.spans,
        conduct.rule,
        {**conduct.signals, "cover": writer.value},
    )
