"""The second recogniser: nothing is left out in silence, no word is surer than its letters.

Its package is not among what the tests install; here it is played. ``bench/reading_second.py``
has the package itself read scans in the limited child.
"""

from __future__ import annotations

import sys
import types
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest

from tecum.reading.ocr import engines
from tecum.reading.ocr.line_words import SeenLine, words_of_line
from tecum.reading.ocr.overlooked import overlooked_lines
from tecum.reading.ocr.rapid import RapidRecogniser
from tecum.reading.ocr.recognise import SeenWord
from tecum.sandbox import starters
from tests.unit.reading.ocr import sheets

WHITE = np.full((200, 600), 255, np.uint8)


def ink_of(*blocks: tuple[int, int, int, int]) -> Any:
    """A line's picture with blocks of ink: left, top, right, bottom."""
    ink = np.zeros((40, 300), np.uint8)
    for x0, y0, x1, y1 in blocks:
        ink[y0:y1, x0:x1] = 255
    return ink


def test_words_are_cut_at_the_white_between_them() -> None:
    ink = ink_of((10, 8, 40, 30), (44, 8, 80, 30), (110, 8, 150, 36))
    line = SeenLine("ab c", (20.0, 60.0, 85.0, 120.0), (0.9, 0.8, 1.0, 0.7))
    first, second = words_of_line(line, ink, (500, 1000), 3)
    assert first == SeenWord("ab", (510.0, 1008.0, 580.0, 1030.0), 1033.0, 3, 80)
    assert second == SeenWord("c", (610.0, 1008.0, 650.0, 1036.0), 1033.0, 3, 70)


def test_a_baseline_is_told_by_letters_that_stand_on_it() -> None:
    ink = ink_of((10, 8, 40, 30), (70, 8, 100, 38))
    words = words_of_line(SeenLine("an gy", (15, 30, 50, 75, 95), (1.0,) * 5), ink, (0, 0), 1)
    assert [w.base for w in words] == [30.0, 30.0]


def test_a_word_is_as_sure_as_its_least_sure_letter() -> None:
    places = tuple(float(10 * i) for i in range(11))
    sure = (*(0.99,) * 8, 0.31, 0.99, 0.99)
    (word,) = words_of_line(SeenLine("03/04/2026.", places, sure), ink_of(), (0, 0), 1)
    assert word.confidence == 31


def test_a_line_out_of_shape_gives_no_words() -> None:
    assert words_of_line(SeenLine("abc", (1.0,), (1.0,)), ink_of(), (0, 0), 1) == []


def test_a_title_that_the_finder_passed_over_is_looked_at() -> None:
    page = sheets.sheet()
    binary = cv2.threshold(page, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)[1]
    every = overlooked_lines(np.asarray(binary, np.uint8), [])
    assert len(every) == sum(1 for row in sheets.DEMAND if row)
    title = sorted(every, key=lambda box: box[1])[4]
    others = [box for box in every if box != title]
    (found,) = overlooked_lines(np.asarray(binary, np.uint8), others)
    assert found == title
    assert overlooked_lines(np.asarray(binary, np.uint8), every) == []
    assert overlooked_lines(WHITE, []) == []


class Played:
    """The package's parts with answers of ours."""

    boxes: tuple[tuple[int, int, int, int], ...] = ((20, 20, 220, 50), (20, 90, 220, 120))
    said: tuple[tuple[str, float], ...] = (("A plain line", 0.97), ("unsure", 0.2))
    label = "0"

    def __init__(self, **settings: Any) -> None:
        self.settings = settings
        self.read = 0

    def text_det(self, pixels: Any) -> Any:
        corners = [[[a, b], [c, b], [c, d], [a, d]] for a, b, c, d in self.boxes]
        return np.array(corners, np.float32) if corners else None, 0.0

    def text_rec(self, pieces: list[Any], boxes: bool) -> Any:
        text, sure = self.said[self.read % len(self.said)]
        self.read += 1
        places = [[2 * i for i in range(len(text))]]
        return [
            (text, sure, [2 * len(text), [list(text)], places, ["en&num"], [sure] * len(text)])
        ], 0

    def text_cls(self, pieces: list[Any]) -> Any:
        return pieces, [[self.label, 0.99] for _ in pieces], 0.0


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> type[Played]:
    """A package of the second recogniser's name, with three model files."""
    (tmp_path / "models").mkdir()
    for name in ("x_det_a.onnx", "x_cls_a.onnx", "x_rec_a.onnx"):
        (tmp_path / "models" / name).write_bytes(name.encode())
    module = types.ModuleType("rapidocr_onnxruntime")
    module.__file__ = str(tmp_path / "__init__.py")
    played = type("Played", (Played,), {})
    module.RapidOCR = played  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "rapidocr_onnxruntime", module)
    return played


def test_a_line_that_is_unsure_is_kept_as_unsure(package: type[Played]) -> None:
    words = RapidRecogniser().words(WHITE, 200, "eng", 20)
    assert [(w.text, w.confidence, w.line) for w in words] == [
        ("A", 97, 1), ("plain", 97, 1), ("line", 97, 1), ("unsure", 20, 2),
    ]  # fmt: skip


def test_one_thread_and_the_files_of_the_package(package: type[Played], tmp_path: Path) -> None:
    settings = RapidRecogniser()._engine.settings
    assert settings["intra_op_num_threads"] == settings["inter_op_num_threads"] == 1
    paths = [settings[f"{kind}_model_path"] for kind in ("det", "cls", "rec")]
    assert [Path(path).parent for path in paths] == [tmp_path / "models"] * 3


def test_a_try_whose_time_is_over_gives_nothing(package: type[Played]) -> None:
    assert RapidRecogniser().words(WHITE, 200, "eng", -1) == []
    package.boxes = ()
    assert RapidRecogniser().words(WHITE, 200, "eng", 20) == []


def test_marks_of_a_full_em_become_the_usual_ones(package: type[Played]) -> None:
    package.said = (("（a） 12：30，", 0.9),)
    assert RapidRecogniser().line(WHITE, 200, "eng") == "(a) 12:30,"


@pytest.mark.parametrize(
    ("label", "boxes", "quarters"),
    [
        ("0", Played.boxes, 0),
        ("180", Played.boxes, 2),
        ("0", ((20, 20, 50, 180), (90, 20, 120, 180)), 1),
        ("180", ((20, 20, 50, 180), (90, 20, 120, 180)), 3),
        ("180", (), 0),
    ],
)
def test_which_way_is_up_is_told_by_the_lines(
    package: type[Played], label: str, boxes: Any, quarters: int
) -> None:
    package.label, package.boxes = label, boxes
    assert RapidRecogniser().quarters_to_turn(WHITE, 200) == quarters


def test_a_package_without_one_of_its_models_is_no_engine(
    package: type[Played], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spec = types.SimpleNamespace(origin=str(tmp_path / "__init__.py"))
    monkeypatch.setattr(engines, "find_spec", lambda name: spec)
    monkeypatch.setattr(engines, "version", lambda name: "1.4.4")
    engine = engines._rapidocr()
    assert engine is not None
    assert engine.languages == ("eng", "osd")
    assert engine.named()["rapidocr"] == "rapidocr-onnxruntime 1.4.4"
    assert {len(value) for key, value in engine.hashes} == {64}
    assert [key for key, _ in engine.hashes] == ["model_det", "model_cls", "model_rec"]
    (tmp_path / "models" / "x_rec_a.onnx").unlink()
    assert engines._rapidocr() is None


def test_the_runtime_of_the_models_is_told_not_to_report() -> None:
    assert starters._ENVIRONMENT["ORT_DISABLE_TELEMETRY"] == "1"
