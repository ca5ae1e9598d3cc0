"""A mark that the recogniser left out is looked for where the list has its other marks."""

from __future__ import annotations

import numpy as np

from tecum.reading.ocr.lost_marks import with_lost_marks
from tecum.reading.ocr.picture import Grey
from tecum.reading.ocr.recognise import SeenWord


class Says:
    """A recogniser that says one thing of every piece and remembers how often it was asked."""

    version = "0"

    def __init__(self, text: str) -> None:
        self.text, self.asked = text, 0

    def words(self, pixels: Grey, dpi: int, language: str, seconds: float) -> list[SeenWord]:
        return []

    def line(self, pixels: Grey, dpi: int, language: str) -> str:
        self.asked += 1
        return self.text

    def quarters_to_turn(self, pixels: Grey, dpi: int) -> int:
        return 0


def page(marks: list[str | None], ink: list[tuple[int, int]]) -> tuple[list[SeenWord], Grey]:
    """Rows of words at 160 with marks at 100; ``ink`` is drawn as width and height by row."""
    words: list[SeenWord] = []
    binary = np.full((600, 800), 255, np.uint8)
    for i, mark in enumerate(marks):
        base = 60.0 + 50 * i
        if mark is not None:
            words.append(SeenWord(mark, (100, base - 20, 116, base), base, 10 + i, 95))
        words.append(SeenWord("Records", (160, base - 20, 260, base), base, i, 96))
        wide, high = ink[i]
        low = int(base) - (5 if high < 15 else 0)
        binary[low - high : low, 102 : 102 + wide] = 0
    return words, binary


def marks_in(words: list[SeenWord]) -> list[str]:
    return [w.text for w in words if w.box[0] < 150]


FIGURE = (12, 19)


def test_a_lost_number_is_recognised_by_itself() -> None:
    words, binary = page(["1.", "2.", None], [FIGURE] * 3)
    assert marks_in(with_lost_marks(words, binary, 200, Says("3.\n"))) == ["1.", "2.", "3."]


def test_a_lost_dot_is_a_bullet_without_asking() -> None:
    words, binary = page(["•", None, "•"], [(9, 9)] * 3)
    says = Says("o")
    assert marks_in(with_lost_marks(words, binary, 200, says)) == ["•", "•", "•"]
    assert says.asked == 0


def test_what_is_no_mark_is_left_out() -> None:
    words, binary = page(["1.", "2.", None], [FIGURE] * 3)
    assert marks_in(with_lost_marks(words, binary, 200, Says("Re"))) == ["1.", "2."]


def test_rows_without_ink_before_them_are_not_asked_about() -> None:
    words, binary = page(["1.", "2.", None], [FIGURE, FIGURE, (0, 0)])
    says = Says("3.")
    assert with_lost_marks(words, binary, 200, says) == words
    assert says.asked == 0


def test_one_mark_makes_no_list() -> None:
    words, binary = page(["1.", None, None], [FIGURE] * 3)
    assert with_lost_marks(words, binary, 200, Says("2.")) == words
