"""The extra recogniser, for machines without Tesseract: slower, and with its own files only.

Its model files lie inside its package; a download at run time is refused, as there is no
network in the child. It is imported only when it is used.

Its finder of lines and its reader of one line are asked one after the other, so that the time
of a try is kept and nothing is left out in silence: as one call the package drops every line of
which it is unsure, and turns lines on their heads.
"""

from __future__ import annotations

import time
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from tecum.reading.ocr.cleanup import binarised
from tecum.reading.ocr.engines import model_files
from tecum.reading.ocr.line_words import SeenLine, words_of_line
from tecum.reading.ocr.overlooked import Box, overlooked_lines
from tecum.reading.ocr.picture import Grey
from tecum.reading.ocr.recognise import SeenWord

__all__ = ["RapidRecogniser"]

_LONGEST = 1200
"""Pixels of the side on which lines are looked for; twice that takes five times as long."""
_MOST_STRETCHED = 40
_SAMPLED = 12
_SURE = 0.9
_ON_ITS_SIDE = 1.5


class RapidRecogniser:
    """RapidOCR with the files of its package."""

    @property
    def version(self) -> str:
        """The package's version, and that of the runtime which does its sums."""
        return f"{version('rapidocr-onnxruntime')}, onnxruntime {version('onnxruntime')}"

    def load(self, language: str) -> None:
        """Load the models, which are the same for every language."""
        _ = self._engine

    @cached_property
    def _engine(self) -> Any:
        import rapidocr_onnxruntime  # type: ignore[import-not-found]

        models = model_files(Path(rapidocr_onnxruntime.__file__).parent)
        return rapidocr_onnxruntime.RapidOCR(
            **{f"{kind}_model_path": str(path) for kind, path in models.items()},
            intra_op_num_threads=1, inter_op_num_threads=1, print_verbose=False,
        )  # fmt: skip

    def words(self, pixels: Grey, dpi: int, language: str, seconds: float) -> list[SeenWord]:
        """The words of a picture; none where nothing is found or the time is over."""
        ends = time.monotonic() + seconds
        binary = binarised(pixels)
        boxes = self._lines(pixels)
        boxes += overlooked_lines(binary, boxes)
        found: list[SeenWord] = []
        for number, box in enumerate(sorted(boxes, key=lambda box: (box[1], box[0])), start=1):
            if time.monotonic() > ends:
                return []
            ink = cv2.bitwise_not(binary[_within(box)])
            line = self._read(pixels[_within(box)])
            found += words_of_line(line, np.asarray(ink, np.uint8), box[:2], number)
        return found

    def line(self, pixels: Grey, dpi: int, language: str) -> str:
        """The text of a picture of one line."""
        return self._read(pixels).text

    def quarters_to_turn(self, pixels: Grey, dpi: int) -> int:
        """How many quarters counter-clockwise the picture has to be turned to stand upright.

        Lines that are higher than wide lie on their side; which way is up is told by most of
        the longest.
        """
        boxes = self._lines(pixels)
        upright = [box for box in boxes if _high(box) > _ON_ITS_SIDE * _wide(box)]
        turn = 1 if 2 * len(upright) > len(boxes) else 0
        longest = sorted(upright if turn else boxes, key=lambda box: -max(_wide(box), _high(box)))
        pieces = [_coloured(np.rot90(pixels[_within(box)], turn)) for box in longest[:_SAMPLED]]
        if not pieces:
            return 0
        _, told, _ = self._engine.text_cls(pieces)
        heads = sum((-1 if "180" in label else 1) for label, score in told if score > _SURE)
        return turn + (2 if heads < 0 else 0)

    def _lines(self, pixels: Grey) -> list[Box]:
        """Where lines of text are, as upright boxes; the lines of the picture are level."""
        scale = min(1.0, _LONGEST / max(pixels.shape))
        small = cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
        corners, _ = self._engine.text_det(_coloured(np.asarray(small, np.uint8)))
        height, width = pixels.shape
        found = []
        for four in () if corners is None else corners:
            left, top = (four.min(axis=0) / scale).astype(int).tolist()
            right, bottom = (four.max(axis=0) / scale).astype(int).tolist()
            found.append(
                (max(left, 0), max(top, 0), min(right + 1, width), min(bottom + 1, height))
            )
        return found

    def _read(self, piece: Grey) -> SeenLine:
        """One line, with the sureness and the place of each letter."""
        height, width = piece.shape
        if min(height, width) < 2 or width > _MOST_STRETCHED * height:
            return SeenLine("", (), ())
        ((text, _, details),), _ = self._engine.text_rec([_coloured(piece)], True)
        columns, _, places, _, sure = details
        if not text:
            return SeenLine("", (), ())
        step = width / max(float(columns), 1.0)
        across = tuple((place + 0.5) * step for group in places for place in group)
        return SeenLine(_plain(str(text)), across, tuple(sure))


def _within(box: Box) -> tuple[slice, slice]:
    return slice(box[1], box[3]), slice(box[0], box[2])


def _wide(box: Box) -> int:
    return box[2] - box[0]


def _high(box: Box) -> int:
    return box[3] - box[1]


def _coloured(pixels: Any) -> Any:
    """The three channels that the models were made for."""
    return cv2.cvtColor(np.ascontiguousarray(pixels), cv2.COLOR_GRAY2BGR)


_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}


def _plain(text: str) -> str:
    """The marks of a full em, which the model knows from other scripts, as the usual ones."""
    return text.translate(_FULL_WIDTH)
