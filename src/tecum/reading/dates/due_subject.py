"""A due date that stands in a mail's subject alone: "Documents due April 30, 2026".

Authority: READING 11; READING 13 (kind and due are read from the mail's own words).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from tecum.provenance import Span
from tecum.reading.dates.due import DueContext, due_phrases_of
from tecum.reading.mail.subject import decoded_words
from tecum.reading.result import DuePhrase
from tecum.words import Band, DueForm

__all__ = ["with_subject"]

_ANSWERS = re.compile(r"^\W{0,6}(?:re|aw|rv|sv|antw|odp|fwd?|fw|tr|wg)\s{0,4}:", re.IGNORECASE)


def with_subject(
    due: tuple[DuePhrase, ...], headers: Iterable[tuple[str, str]], context: DueContext
) -> tuple[DuePhrase, ...]:
    """The due phrases of a mail; where its body sets no day and no period, its subject's.

    A subject stands on no page, so the phrase has no span; the header is kept among its
    signals. The subject of a reply or of what is passed on is that of an earlier mail.
    """
    if any(p.form in (DueForm.DATE, DueForm.PERIOD) for p in due):
        return due
    raw = next((value for name, value in headers if name.lower() == "subject"), "")
    subject = decoded_words(raw)
    if not subject or _ANSWERS.match(subject):
        return due
    found = due_phrases_of(subject, lambda start, end: _nowhere(), context)
    dated = tuple(_from_header(p, subject) for p in found if p.form is DueForm.DATE and p.date)
    return (*due, *dated)


def _nowhere() -> tuple[Span, ...]:
    return ()


def _from_header(phrase: DuePhrase, subject: str) -> DuePhrase:
    band = Band.LIKELY.value if phrase.band == Band.CERTAIN.value else phrase.band
    return replace(phrase, band=band, signals={**phrase.signals, "header": subject[:200]})
