"""Whether an invisible layer of letters says what the page shows (READING 4, ``ink_match``)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

from tecum.reading.ocr.cleanup import denoised
from tecum.reading.ocr.picture import Grey, GreyPage
from tecum.reading.ocr.recognise import Reads
from tecum.reading.text.glyphs import PageWord

__all__ = ["LayerLikeness", "believed", "layer_likeness"]

_SAMPLES = 6
_FEWEST_LETTERS = 8
_MOST_COMPARED = 60

Rect = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class LayerLikeness:
    """How like what the page shows a layer is on sampled lines.

    ``least`` and ``mean`` are of letters by line; ``words`` is the share of its words that the
    page shows letter by letter.
    """

    least: float
    mean: float
    words: float

    def speaks_of_the_page(self, least: float) -> bool:
        """Whether the layer is somebody's recognition of this page, well or badly done."""
        return self.least >= least - 0.2 and self.mean >= least


def layer_likeness(
    page: GreyPage, hidden: Sequence[PageWord], recogniser: Reads
) -> LayerLikeness | None:
    """Recognise a few lines of the layer from the picture and compare them with its letters.

    Args:
        page: The page, straightened and upright as the layer's lines are.
        hidden: The words of the layer.
        recogniser: The engine.

    Returns:
        None where there is no line to compare, or where one lies off the page.
    """
    lines = _lines(hidden)
    if not lines:
        return None
    step = max(1, len(lines) // _SAMPLES)
    chosen = lines[step // 2 :: step][:_SAMPLES]
    shares, words, alike = [], 0, 0
    for line in chosen:
        piece = _cut(page, line)
        if piece is None:
            return None
        shown = recogniser.line(denoised(piece, "gaussian"), page.dpi, "eng")
        said = " ".join(w.text for w in line)
        shares.append(_likeness(said, shown))
        words += len(_words(said))
        alike += _alike(_words(said), _words(shown))
    return LayerLikeness(min(shares), sum(shares) / len(shares), alike / max(words, 1))


_SURE = 75
_AGREES = 0.55


def believed(own: Sequence[PageWord], seen: Sequence[PageWord]) -> list[PageWord]:
    """The page's own words, without the fonts whose letters the picture contradicts.

    A font with few words gives no healthy or sick share of letter pairs; once its page is
    recognised, what the page shows under its words decides. The others are marked hidden.
    """
    fonts: dict[str, list[PageWord]] = {}
    for word in own:
        fonts.setdefault(word.font, []).append(word)
    kept: list[PageWord] = []
    for words in fonts.values():
        said, shown = [], []
        for word in words[:_MOST_COMPARED]:
            under = [s for s in seen if (s.conf or 0) >= _SURE and _overlap(s.place, word.place)]
            if under:
                said.append(word.text)
                shown.append("".join(s.text for s in under))
        letters = sum(len(text) for text in said)
        if letters >= 2 * _FEWEST_LETTERS and _likeness("".join(said), "".join(shown)) < _AGREES:
            for word in words:
                word.hidden = True
        else:
            kept.extend(words)
    known = {id(word) for word in kept}
    return [word for word in own if id(word) in known]


def _overlap(a: Rect, b: Rect) -> bool:
    """Whether most of the narrower box lies on the other."""
    wide = min(a[2], b[2]) - max(a[0], b[0])
    high = min(a[3], b[3]) - max(a[1], b[1])
    least = min((a[2] - a[0]) * (a[3] - a[1]), (b[2] - b[0]) * (b[3] - b[1]))
    return wide > 0 and high > 0 and wide * high > 0.4 * least


def _lines(words: Sequence[PageWord]) -> list[list[PageWord]]:
    ordered = sorted(words, key=lambda w: (-round(w.place[1] / 4), w.place[0]))
    rows = [list(row) for _, row in groupby(ordered, key=lambda w: round(w.place[1] / 4))]
    return [row for row in rows if sum(len(w.text) for w in row) >= _FEWEST_LETTERS]


def _cut(page: GreyPage, words: Sequence[PageWord]) -> Grey | None:
    boxes = [page.mapping.from_page(word.place) for word in words]
    x0, y0 = min(b[0] for b in boxes), min(b[1] for b in boxes)
    x1, y1 = max(b[2] for b in boxes), max(b[3] for b in boxes)
    slack = 0.25 * (y1 - y0) + 2
    height, width = page.pixels.shape
    left, right = max(int(x0 - slack), 0), min(int(x1 + slack), width)
    top, bottom = max(int(y0 - slack), 0), min(int(y1 + slack), height)
    if right - left < 10 or bottom - top < 6:
        return None
    return page.pixels[top:bottom, left:right].copy()


def _likeness(said: str, shown: str) -> float:
    plain = ["".join(c for c in text.lower() if c.isalnum()) for text in (said, shown)]
    return SequenceMatcher(None, plain[0], plain[1], autojunk=False).ratio()


def _words(text: str) -> list[str]:
    plain = ("".join(c for c in word.lower() if c.isalnum()) for word in text.split())
    return [word for word in plain if word]


def _alike(said: list[str], shown: list[str]) -> int:
    """How many words stand in both, in the same order."""
    return sum(b.size for b in SequenceMatcher(None, said, shown, False).get_matching_blocks())
