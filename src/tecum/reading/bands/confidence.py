"""No value is surer than the recognised words that prove it (READING 5, 15).

One pass over a finished Reading: wherever a value's spans lie on recognised letters, their
confidence bounds its band and is named among its signals.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from tecum.provenance import Read, Span
from tecum.reading.bands.bands import ORDER, changed_throughout
from tecum.reading.ocr.language import foreign_language
from tecum.reading.result import DuePhrase, Reading
from tecum.reading.settings import ocr_settings
from tecum.reading.text.layout import NOT_RECOGNISED, Text
from tecum.words import Band, DueForm, ReadingWarning, Trigger

__all__ = ["as_sure_as_its_words"]

_WORD = re.compile(r"\S+")
_CLAUSE_ENDS = re.compile(r"[.;:]\s|\n\n")
_BEHIND = 45
_LOST = 60
_AGREE = frozenset({"weekday_agrees", "word_figure_agree"})


def as_sure_as_its_words(reading: Reading, text: Text) -> Reading:
    """The Reading with every band bounded by the words that were recognised for it.

    Args:
        reading: One document of a part.
        text: The part's text, which knows how sure its recogniser was of each letter.
    """
    if any(text.confidence):
        sureness = _Sureness(text)
        reading = changed_throughout(reading, lambda value: _bounded(value, sureness))
        reading = _without_unsure_judge(reading)
    return _in_its_language(reading, text)


class _Sureness:
    """How sure the recogniser was of the words under spans."""

    def __init__(self, text: Text) -> None:
        self._rows = {
            page.n: (page.text, sure)
            for page, sure in zip(text.pages, text.confidence, strict=True)
            if sure
        }

    def of(self, spans: Iterable[Span]) -> int | None:
        """The confidence that nine of ten words reach, the least one of a few; None if native."""
        found = sorted(value for span in spans for value in self._words(span))
        return found[len(found) // 10] if found else None

    def of_figures(self, spans: Iterable[Span]) -> int | None:
        """The confidence of the least sure word with a figure in it; None where there is none."""
        found = [value for span in spans for value in self._words(span, only_figures=True)]
        return min(found, default=None)

    def is_lost_behind(self, span: Span) -> bool:
        """Whether a word of the few that follow was recognised with so much doubt as to be lost."""
        text, sure = self._rows.get(span.page, ("", b""))
        ends = _CLAUSE_ENDS.search(text, span.end)
        end = min(ends.start() if ends else len(text), span.end + _BEHIND)
        behind = replace(span, start=span.end, end=max(end, span.end)) if sure else span
        return any(value < _LOST for value in self._words(behind)) if sure else False

    def _words(self, span: Span, *, only_figures: bool = False) -> Iterable[int]:
        text, sure = self._rows.get(span.page, ("", b""))
        for match in _WORD.finditer(text, span.start, min(span.end, len(text))):
            letters = [i for i in range(*match.span()) if text[i].isalnum()]
            if only_figures and not any(text[i].isdigit() for i in letters):
                continue
            if letters and sure[letters[0]] != NOT_RECOGNISED:
                yield sure[letters[0]]


def _most(confidence: int) -> Band:
    settings = ocr_settings()
    if confidence >= settings.certain_words:
        return Band.CERTAIN
    return Band.LIKELY if confidence >= settings.likely_words else Band.UNSURE


def _lower(band: Band, most: Band) -> Band:
    if band not in ORDER:
        return band
    return max(band, most, key=ORDER.index)


def _bounded(value: Read[Any] | DuePhrase, sureness: _Sureness) -> Read[Any] | DuePhrase:
    return _read(value, sureness) if isinstance(value, Read) else _due(value, sureness)


def _read(value: Read[Any], sureness: _Sureness) -> Read[Any]:
    confidence = sureness.of(value.spans)
    if confidence is None:
        return value
    signals = {**value.signals, f"ocr_conf_{confidence}": True}
    return replace(value, band=_lower(value.band, _most(confidence)), signals=signals)


def _due(phrase: DuePhrase, sureness: _Sureness) -> DuePhrase:
    confidence = sureness.of(phrase.spans)
    if confidence is None:
        return phrase
    signals = {**phrase.signals, f"ocr_conf_{confidence}": True}
    band = phrase.band
    if band in set(ORDER):
        band = _lower(Band(band), _most(confidence)).value
    return _without_lost_words(replace(phrase, band=band, signals=signals), sureness)


def _without_lost_words(phrase: DuePhrase, sureness: _Sureness) -> DuePhrase:
    """The phrase without its terms where words that decide them are lost: late is worse than none.

    A figure that was recognised with doubt counts only where words agree with it. A period whose
    words of direction and event were not understood, with a lost word behind it, may run back
    from that event as well as on from another.
    """
    figures = sureness.of_figures(phrase.spans)
    lost = None
    if figures is not None and figures < _LOST and not _AGREE & set(phrase.signals):
        lost = "figures"
    elif (
        phrase.form is DueForm.PERIOD
        and phrase.trigger in (None, Trigger.UNKNOWN.value)
        and phrase.spans
        and sureness.is_lost_behind(phrase.spans[-1])
    ):
        lost = "direction"
    if lost is None:
        return phrase
    return replace(
        phrase, date=None, time=None, tz=None, amount=None, direction=None, conflicts=(),
        band=Band.UNREADABLE.value, value_band=None,
        signals={**phrase.signals, "withheld": lost},
    )  # fmt: skip


def _without_unsure_judge(reading: Reading) -> Reading:
    """Whether a judge signed is said at band certain or not at all (READING 10).

    What an instrument is by its nature stands on words of its own: where they were not recognised
    badly, doubt about the letters of a signer's title takes nothing from it.
    """
    judicial = reading.judicial
    if judicial.value is None or judicial.band is Band.CERTAIN:
        return reading
    if "by_nature" in judicial.signals and Band.UNSURE not in (judicial.band, reading.kind.band):
        return reading.with_(judicial=replace(judicial, band=Band.CERTAIN))
    why = "the words that decide were recognised with doubt"
    signals = {**judicial.signals, "why": why}
    return reading.with_(judicial=replace(judicial, value=None, band=Band.UNSURE, signals=signals))


def _in_its_language(reading: Reading, text: Text) -> Reading:
    """A document in a language without rules: its kind and its terms are never sure."""
    own = set(reading.document_pages)
    words = "\n".join(page.text for page in text.pages if page.n in own)
    if foreign_language(words) is None:
        return reading
    kind = replace(reading.kind, band=_lower(reading.kind.band, Band.UNSURE))
    due = tuple(
        replace(p, band=_lower(Band(p.band), Band.UNSURE).value) if p.band in set(ORDER) else p
        for p in reading.due
    )
    warnings = tuple(sorted({*reading.warnings, ReadingWarning.LANGUAGE}))
    return reading.with_(kind=kind, due=due, warnings=warnings)
