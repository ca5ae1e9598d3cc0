"""A page is tried again with other cleaning where its words are few or unsure (READING 5).

The tries go from the usual cleaning to rarer ones and stop at the first good one. The best is
kept by confidence × words; every try is recorded.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from tecum.reading.ocr.cleanup import (
    Letters,
    binarised,
    denoised,
    letters_of,
    prepared,
    quarter_turned,
)
from tecum.reading.ocr.figures import figures_looked_at_twice
from tecum.reading.ocr.language import seems_spanish
from tecum.reading.ocr.lost_marks import with_lost_marks
from tecum.reading.ocr.picture import Grey, GreyPage
from tecum.reading.ocr.recognise import Reads, SeenWord
from tecum.reading.ocr.squares import squares_on, without_squares
from tecum.reading.ocr.words import mean_confidence
from tecum.reading.settings import OcrSettings

__all__ = ["Recognised", "recognised"]

_POINTS_OF_SMALL_TYPE = 7.6
"""Seven points, measured on letters that smoothing has made a little higher."""
_COARSE, _FINE = 200, 300
_SHARE_OF_X_HEIGHT = 0.48


@dataclass(frozen=True)
class Recognised:
    """The words of the best try, the picture they stand on, and how it came to be."""

    page: GreyPage
    binary: Grey
    words: tuple[SeenWord, ...]
    language: str
    letters: Letters
    poor: bool
    prep: tuple[str, ...] = field(default=())

    def shows_only_a_picture(self, least: float) -> bool:
        """Whether there is ink and no word: a drawing, a photograph, a hand's scribble."""
        rows, columns = (side // 30 for side in self.binary.shape)
        inner = self.binary[rows:-rows, columns:-columns]
        return not self.words and float((inner == 0).mean()) >= least


@dataclass
class _Tries:
    recogniser: Reads
    languages: tuple[str, ...]
    settings: OcrSettings
    seconds: float
    best: Recognised | None = None
    notes: list[str] = field(default_factory=list)
    last: tuple[GreyPage, str, tuple[Grey, Grey, Letters]] | None = None

    def run(self, page: GreyPage, cleaner: str, *, black: bool, language: str = "eng") -> bool:
        """Recognise once; True where the words are good enough to stop."""
        clean, binary, letters = self._cleaned(page, cleaner)
        seen: list[SeenWord] = []
        if letters.count and not letters.drown:
            squares = squares_on(binary, letters.usual)
            pixels = without_squares(binary if black else clean, squares)
            seen = self.recogniser.words(pixels, page.dpi, language, self.seconds)
        words = tuple(w for w in seen if w.confidence >= self.settings.least_word)
        confidence = mean_confidence(words)
        poor = self._is_poor(words, confidence, letters)
        way = "otsu" if black else "grey"
        self.notes.append(
            f"try {cleaner} {way} {page.dpi} dpi {language}: "
            f"{len(words)} words, confidence {round(confidence)}"
        )
        found = Recognised(page, binary, words, language, letters, poor)
        if self.best is None or _worth(found) > _worth(self.best):
            self.best = found
        return not poor

    def _cleaned(self, page: GreyPage, cleaner: str) -> tuple[Grey, Grey, Letters]:
        """The page denoised, black and white, its letters counted; the last one is kept."""
        if self.last is None or self.last[0] is not page or self.last[1] != cleaner:
            clean = denoised(page.pixels, cleaner)
            binary = binarised(clean)
            self.last = (page, cleaner, (clean, binary, letters_of(binary)))
        return self.last[2]

    def is_small_type(self, page: GreyPage) -> bool:
        """Whether the usual letter is under seven points, so that item marks would be lost."""
        letters = self._cleaned(page, "gaussian")[2]
        if letters.count < 40 or letters.drown or page.dpi >= _FINE:
            return False
        points = letters.low * 72 / page.dpi / _SHARE_OF_X_HEIGHT
        return points < _POINTS_OF_SMALL_TYPE

    def _is_poor(self, words: tuple[SeenWord, ...], confidence: float, letters: Letters) -> bool:
        """Too unsure, or too few letters for the pieces of ink that look like letters."""
        if letters.drown:
            return True
        if letters.count < self.settings.few_letters:
            return bool(words) and confidence < self.settings.poor_confidence
        said = sum(len(w.text) for w in words)
        few = said < self.settings.letters_per_ink * letters.count
        return few or confidence < self.settings.poor_confidence


def _worth(found: Recognised) -> float:
    said = sum(1 for w in found.words if any(c.isalnum() for c in w.text))
    return mean_confidence(found.words) * said


def recognised(
    draw: Callable[[int], GreyPage | None],
    recogniser: Reads,
    languages: tuple[str, ...],
    settings: OcrSettings,
    *,
    seconds: float,
) -> Recognised | None:
    """The words of a page; None where it cannot be drawn.

    Args:
        draw: The page as grey at a density (dots an inch).
        recogniser: The engine.
        languages: What it has data for.
        settings: Floors and shares.
        seconds: The longest that one try may take.
    """
    tries = _Tries(recogniser, languages, settings, seconds)
    raw = draw(_COARSE)
    if raw is None:
        return None
    page = prepared(raw)
    if tries.is_small_type(page):
        finer = draw(_FINE)
        page = prepared(finer) if finer is not None else page
    if not tries.run(page, "gaussian", black=True):
        page = _upright(page, tries)
        _further(page, draw, tries)
    best = tries.best
    if best is None:
        return None
    if best.language == "eng" and seems_spanish(" ".join(w.text for w in best.words)):
        best = _in_spanish(best, tries)
    seen = with_lost_marks(best.words, best.binary, best.page.dpi, recogniser)
    words = figures_looked_at_twice(seen, best.page.pixels, best.page.dpi, recogniser)
    return Recognised(
        best.page, best.binary, words, best.language, best.letters, best.poor,
        (*best.page.prep, *tries.notes),
    )  # fmt: skip


def _upright(page: GreyPage, tries: _Tries) -> GreyPage:
    """A page that made little sense is turned as the orientation finder says."""
    turns = [2]
    if "osd" in tries.languages:
        binary = binarised(denoised(page.pixels, "gaussian"))
        turn = tries.recogniser.quarters_to_turn(binary, page.dpi)
        turns = [turn] if turn else []
    for turn in turns:
        other = quarter_turned(page, turn)
        before = tries.best
        tries.run(other, "gaussian", black=True)
        if tries.best is not before:
            return other
    return page


def _further(page: GreyPage, draw: Callable[[int], GreyPage | None], tries: _Tries) -> None:
    """The other cleaner, then grey instead of black and white, then more dots an inch."""
    if tries.best is None or not tries.best.poor:
        return
    if tries.run(page, "median", black=True) or tries.run(page, "gaussian", black=False):
        return
    finer = draw(_FINE) if page.dpi < _FINE else None
    if finer is not None:
        fine = prepared(finer)
        for note in page.prep:
            if note == "turned 180":
                fine = quarter_turned(fine, 2)
        tries.run(fine, "gaussian", black=True)


def _in_spanish(best: Recognised, tries: _Tries) -> Recognised:
    """The same picture with both models, unless that loses words."""
    if "spa" not in tries.languages:
        return best
    both = _Tries(tries.recogniser, tries.languages, tries.settings, tries.seconds)
    both.run(best.page, "gaussian", black=True, language="eng+spa")
    tries.notes += both.notes
    again = both.best
    return best if again is None or len(again.words) < 0.8 * len(best.words) else again
