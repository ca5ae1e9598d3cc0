"""What the papers of one packet say against each other: reported, never corrected (READING 7)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tecum.provenance import Read
from tecum.reading.dates import dates
from tecum.reading.result import Reading
from tecum.reading.split.split import Piece
from tecum.reading.text.layout import Text
from tecum.words import Band, DocumentRole, ReadingWarning

__all__ = ["addressed_by_cover", "letters_dated_before", "only_covers", "proofs_dated_before"]

_SURE = (Band.CERTAIN, Band.LIKELY)


def proofs_dated_before(text: Text, piece: Piece) -> frozenset[ReadingWarning]:
    """A note if a proof is dated before the service that it swears to."""
    for belonging in piece.belongs:
        if belonging.role is not DocumentRole.PROOF_OF_SERVICE:
            continue
        stated = dates.stated_dates(text.only(belonging.pages))
        served = stated.served_on
        at = [(span.page, span.start) for span in served.spans]
        sworn = [
            row.value.isoformat()
            for row in stated.others
            if row.kind is dates.DateKind.SIGNED and row.value is not None
            if at and (row.spans[0].page, row.spans[0].start) > at[-1]
        ]
        if served.value is not None and sworn and sworn[-1] < served.value:
            return frozenset({ReadingWarning.PROOF_BEFORE_SERVICE})
    return frozenset()


def letters_dated_before(
    principal: Reading, others: Iterable[Reading]
) -> frozenset[ReadingWarning]:
    """A note if a letter is dated before the instrument that it says it encloses."""
    for other in others:
        covers = other.role == DocumentRole.COVER_LETTER.value
        if covers and _is_before(other.issued_on, principal.issued_on):
            return frozenset({ReadingWarning.LETTER_BEFORE_INSTRUMENT})
    return frozenset()


def addressed_by_cover(principal: Reading, others: Iterable[Reading]) -> Reading:
    """Where an instrument names nobody, the addressee of the letter that encloses it; unsure.

    The instrument's own addressee always comes first, and a person confirms either.
    """
    if principal.recipient.value is not None or principal.recipient.band is not Band.ABSENT:
        return principal
    for other in others:
        covers = other.role == DocumentRole.COVER_LETTER.value
        if covers and other.recipient.value is not None:
            named = other.recipient
            signals = {**named.signals, "from": "cover_letter"}
            rule = "parties.recipient_of_cover/1"
            return principal.with_(
                recipient=Read(named.value, Band.UNSURE, named.spans, rule, signals)
            )
    return principal


_ENCLOSED = re.compile(
    r"\b(?:the|an?|this|our)\s{1,3}(?:enclosed|attached|accompanying)\s{1,3}(?:\w{3,16}\s{1,3}){0,2}?"
    r"(?P<what>subpoena|summons|demand|order|warrant)\b"
    r"|\b(?:enclosed|attached)\s{1,3}(?:is|are|please\s{1,3}find|you\s{1,3}will\s{1,3}find)\s{1,3}"
    r"(?:the|an?|our)\s{1,3}(?:\w{3,16}\s{1,3}){0,2}?(?P<that>subpoena|summons|demand|order|warrant)\b",
    re.IGNORECASE,
)


def only_covers(letter: Reading, words: str, instrument: Reading) -> bool:
    """Whether a letter that tells of a demand it encloses only covers that demand.

    What the letter says the recipient must do is then the enclosed instrument's demand, of the
    same sort, told in advance; the instrument itself says what and where.

    Args:
        letter: The Reading of the letter.
        words: Its text.
        instrument: The Reading of what stands behind it.
    """
    if letter.conduct.band is Band.CERTAIN or instrument.conduct.band is Band.UNSURE:
        return False
    if letter.kind.value is not instrument.kind.value or not instrument.items:
        return False
    return len(instrument.items) > len(letter.items) and _ENCLOSED.search(words) is not None


def _is_before(first: Read[str], second: Read[str]) -> bool:
    """Whether one day is earlier than another, where the first is read surely enough."""
    if first.value is None or second.value is None or first.band not in _SURE:
        return False
    return first.value < second.value
