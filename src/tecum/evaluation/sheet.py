"""The score sheet: what has been counted so far, and the misses that a person looks at."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tecum.evaluation.given import band_of, spans_of, stated
from tecum.evaluation.tally import Outcome, Tally
from tecum.evaluation.truth import Truth

__all__ = ["CHANNELS", "Miss", "Paper", "Sheet"]

CHANNELS = {
    "pdf-scan-150": "scan",
    "pdf-scan-200": "scan",
    "pdf-fax": "fax",
    "pdf-photo": "photo",
    "pdf-mixed": "odd-pdf",
    "pdf-garbled": "odd-pdf",
    "pdf-scan-ocr": "odd-pdf",
    "pdf-form": "pdf-form",
    "pdf-digital": "pdf-digital",
}
"""Words of the corpus → the channel that is reported; of others, what stands before the dash."""


@dataclass(frozen=True, slots=True)
class Miss:
    """One field that did not come out right: truth and reading side by side."""

    id: str
    field: str
    outcome: Outcome
    truth: str
    read: str
    spans: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Paper:
    """One document being scored. ``reading`` is empty where reading failed."""

    truth: Truth
    reading: Mapping[str, Any]
    failed: bool

    @property
    def channel(self) -> str:
        """The channel under which it is reported."""
        word = self.truth.channel
        return CHANNELS.get(word, word.split("-")[0])


def _tallies() -> defaultdict[str, Tally]:
    return defaultdict(Tally)


@dataclass(slots=True)
class Sheet:
    """Counts over the documents scored so far, named as the independent scorer names them."""

    documents: int = 0
    fields: defaultdict[str, Tally] = field(default_factory=_tallies)
    bands: defaultdict[str, Tally] = field(default_factory=_tallies)
    channels: defaultdict[str, defaultdict[str, Tally]] = field(
        default_factory=lambda: defaultdict(_tallies)
    )
    counts: Counter[str] = field(default_factory=Counter)
    items: Counter[str] = field(default_factory=Counter)
    authorities: Counter[str] = field(default_factory=Counter)
    provenance: Counter[str] = field(default_factory=Counter)
    measures: Counter[str] = field(default_factory=Counter)
    confusion: dict[str, Counter[tuple[str, str]]] = field(
        default_factory=lambda: {"conduct": Counter(), "kind": Counter()}
    )
    by_band_and_channel: defaultdict[tuple[str, str, str], Tally] = field(
        default_factory=lambda: defaultdict(Tally)
    )
    families: defaultdict[str, Tally] = field(default_factory=_tallies)
    misses: list[Miss] = field(default_factory=list)

    def plain_field(
        self,
        paper: Paper,
        name: str,
        wanted: Any,
        is_right: Callable[[Any], bool],
        *,
        read: Any = None,
        key: str | None = None,
    ) -> Outcome:
        """Judge one field of one document, count it overall, by channel and by band.

        Args:
            paper: The document.
            name: The figure's name.
            wanted: The true value; None where there truly is none.
            is_right: Judges a value that the reader stands by.
            read: The field as read, where it does not stand under its own name.
            key: Its key in the Reading, where that differs from the figure's name.
        """
        outcome, band = self._judged(paper, read, key or name, wanted, is_right)
        if outcome is Outcome.MISSING and wanted is None:
            return outcome
        self.count(paper, name, outcome)
        if wanted is not None and outcome in (Outcome.RIGHT, Outcome.WRONG):
            self.band(paper, name, band, outcome)
        if outcome in (Outcome.WRONG, Outcome.SPURIOUS, Outcome.ABSTAINED, Outcome.MISSING):
            shown = paper.reading.get(key or name) if read is None else read
            self.miss(paper, name, outcome, wanted, stated(shown), spans=spans_of(shown))
        return outcome

    @staticmethod
    def _judged(
        paper: Paper, read: Any, key: str, wanted: Any, is_right: Callable[[Any], bool]
    ) -> tuple[Outcome, str]:
        if paper.failed or (read is None and key not in paper.reading):
            return Outcome.MISSING, "no band"
        field_ = paper.reading[key] if read is None else read
        value = stated(field_)
        band = band_of(field_) or "no band"
        if wanted is None:
            return (Outcome.QUIET if value is None else Outcome.SPURIOUS), band
        if value is None:
            return Outcome.ABSTAINED, band
        return (Outcome.RIGHT if is_right(value) else Outcome.WRONG), band

    def count(self, paper: Paper, name: str, outcome: Outcome, *, channel: bool = True) -> None:
        """Count an outcome, by channel too unless that is not wanted."""
        self.fields[name].add(outcome)
        if channel:
            self.channels[paper.channel][name].add(outcome)

    def band(self, paper: Paper, name: str, band: str, outcome: Outcome) -> None:
        """Count an answer under its band."""
        self.bands[f"{name} {band}"].add(outcome)
        self.by_band_and_channel[name, band, paper.channel].add(outcome)

    def miss(
        self,
        paper: Paper,
        name: str,
        outcome: Outcome,
        truth: object,
        read: object,
        *,
        spans: list[Any] | None = None,
    ) -> None:
        """Keep what did not come out right, with the words that it was read from."""
        kept = tuple(s for s in spans or () if isinstance(s, Mapping))
        self.misses.append(Miss(paper.truth.id, name, outcome, _said(truth), _said(read), kept))


def _said(value: object) -> str:
    if value is None:
        return "–"
    if isinstance(value, Mapping):
        return ", ".join(f"{k} {v}" for k, v in value.items() if v is not None)
    return str(value)
