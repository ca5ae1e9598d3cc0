"""One cleaned picture → words with boxes and confidence, by Tesseract (READING 5).

One thread, one model a language, kept for all pages of a child: loading it costs as much as
a short page.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

import cv2
import numpy as np

from tecum.reading.ocr.picture import Grey

__all__ = ["Reads", "Recogniser", "SeenWord"]

_LSTM_ONLY = 1
_AUTOMATIC = 3
_ONLY_ORIENTATION = 0
_WORD, _LINE = 3, 2
_DARK, _MARGIN = 128, 40
_FLOATS = 30
"""Pixels by which a dash or a dot may stand over its baseline."""


@dataclass(frozen=True, slots=True)
class SeenWord:
    """A word as recognised, in pixels of the cleaned picture, rows from the top.

    ``base`` is the height of its baseline; ``confidence`` runs from 0 to 100.
    """

    text: str
    box: tuple[float, float, float, float]
    base: float
    line: int
    confidence: int


class Reads(Protocol):
    """What every recogniser of letters can do."""

    @property
    def version(self) -> str:
        """The engine's own version."""

    def words(self, pixels: Grey, dpi: int, language: str, seconds: float) -> list[SeenWord]:
        """The words of a picture."""

    def line(self, pixels: Grey, dpi: int, language: str) -> str:
        """The text of a picture of one line."""

    def quarters_to_turn(self, pixels: Grey, dpi: int) -> int:
        """How many quarters counter-clockwise the picture has to be turned to stand upright."""


class Recogniser:
    """Tesseract with the languages that it is asked for."""

    def __init__(self, folder: str) -> None:
        self._folder = folder if folder.endswith("/") else folder + "/"
        self._apis: dict[str, Any] = {}

    @property
    def version(self) -> str:
        """The engine's own version."""
        import tesserocr

        return str(tesserocr.tesseract_version()).split("\n", 1)[0].replace("tesseract ", "")

    def load(self, language: str) -> None:
        """Load the model of a language, so that the first page need not wait for it."""
        self._api(language)

    def _api(self, language: str) -> Any:
        if language not in self._apis:
            import tesserocr

            self._apis[language] = _quiet(
                tesserocr.PyTessBaseAPI(
                    path=self._folder, lang=language, oem=_LSTM_ONLY, psm=_AUTOMATIC
                )
            )
        return self._apis[language]

    def words(self, pixels: Grey, dpi: int, language: str, seconds: float) -> list[SeenWord]:
        """The words of a picture; none where nothing is found or the time is over."""
        api = self._api(language)
        left, top, inked = _inked(pixels)
        _show(api, inked)
        api.SetSourceResolution(dpi)
        done = api.Recognize(int(seconds * 1000))
        found = _words_of(api.GetIterator(), left, top) if done else []
        api.Clear()
        return found

    def line(self, pixels: Grey, dpi: int, language: str) -> str:
        """The text of a picture of one line."""
        api = self._api(language)
        api.SetPageSegMode(7)
        height, width = pixels.shape
        api.SetImageBytes(pixels.tobytes(), width, height, 1, width)
        api.SetSourceResolution(dpi)
        text = str(api.GetUTF8Text())
        api.Clear()
        api.SetPageSegMode(_AUTOMATIC)
        return text

    def quarters_to_turn(self, pixels: Grey, dpi: int) -> int:
        """How many quarters counter-clockwise the picture has to be turned to stand upright."""
        import tesserocr

        if "osd" not in self._apis:
            self._apis["osd"] = _quiet(
                tesserocr.PyTessBaseAPI(path=self._folder, lang="osd", psm=_ONLY_ORIENTATION)
            )
        api = self._apis["osd"]
        height, width = pixels.shape
        api.SetImageBytes(pixels.tobytes(), width, height, 1, width)
        api.SetSourceResolution(dpi)
        found = api.DetectOrientationScript()
        api.Clear()
        if not found or float(found["orient_conf"]) < 1.0:
            return 0
        return (int(found["orient_deg"]) // 90) % 4


def _quiet(api: Any) -> Any:
    """Diagnostics go to the standard error, which exists; a file of its own may not be opened."""
    api.SetVariable("debug_file", "")
    return api


def _inked(pixels: Grey) -> tuple[int, int, Grey]:
    """The part of a picture that holds ink, with a margin, and where it begins.

    The engine's search for columns takes its time by the area, white paper included.
    """
    least = pixels.min(axis=1), pixels.min(axis=0)
    rows, columns = (np.flatnonzero(line < _DARK) for line in least)
    if not len(rows):
        return 0, 0, pixels
    top, bottom = max(int(rows[0]) - _MARGIN, 0), int(rows[-1]) + _MARGIN
    left, right = max(int(columns[0]) - _MARGIN, 0), int(columns[-1]) + _MARGIN
    return left, top, np.ascontiguousarray(pixels[top:bottom, left:right])


def _show(api: Any, pixels: Grey) -> None:
    """Hand a picture over: one bit a pixel where it is black and white."""
    height, width = pixels.shape
    if _is_black_and_white(pixels):
        bits = np.packbits(pixels, axis=1)
        api.SetImageBytes(bits.tobytes(), width, height, 0, bits.shape[1])
    else:
        api.SetImageBytes(pixels.tobytes(), width, height, 1, width)


def _is_black_and_white(pixels: Grey) -> bool:
    return not cv2.countNonZero(cv2.inRange(pixels, 1, 254))


def _words_of(iterator: Any, left: int, top: int) -> list[SeenWord]:
    found: list[SeenWord] = []
    if iterator is None:
        return found
    line = 0
    while True:
        if iterator.IsAtBeginningOf(_LINE):
            line += 1
        if not iterator.Empty(_WORD):
            text = "".join(str(iterator.GetUTF8Text(_WORD)).split())
            box = iterator.BoundingBox(_WORD)
            if text and box is not None:
                confidence = round(max(0.0, min(100.0, float(iterator.Confidence(_WORD)))))
                x0, x1 = float(box[0] + left), float(box[2] + left)
                y0, y1 = float(box[1] + top), float(box[3] + top)
                base = _base(iterator, box) + top
                found.append(SeenWord(text, (x0, y0, x1, y1), base, line, confidence))
        if not iterator.Next(_WORD):
            return found


def _base(iterator: Any, box: tuple[int, int, int, int]) -> float:
    """Where the line's baseline passes under the middle of a word."""
    ends = iterator.Baseline(_WORD)
    base = (ends[0][1] + ends[1][1]) / 2 if ends else float(box[3])
    return float(base) if box[1] < base <= box[3] + _FLOATS else float(box[3])
