"""Check-boxes in pictures drawn here: every frame and mark, turned, broken, noisy and faxed."""

from __future__ import annotations

from typing import Any, NamedTuple

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from tecum.reading.ocr.boxes import SeenBox, boxes_beside, label_of
from tecum.reading.ocr.marks import marks_on

Grey = NDArray[np.uint8]


class Seen(NamedTuple):
    """A word where it was drawn."""

    text: str
    box: tuple[float, float, float, float]


LABELS = ("final order of removal", "pending proceedings", "records check", "other evidence")
MARKED = (True, False, True, False)
MARKS = ("cross", "tick", "filled", "letter", "scrawl")
FRAMES = ("thin", "thick", "broken", "wide", "grey")


def page(
    mark: str, frame: str = "thin", marked: tuple[bool, ...] = MARKED, side: int = 27
) -> tuple[Grey, list[Seen]]:
    """A page at 200 dots an inch: a sentence, then boxes in a column with their labels."""
    grey: Grey = np.full((900, 1300), 255, np.uint8)
    words: list[Seen] = []
    _write(grey, words, "Mark each that applies to this person and sign below", 120, 120)
    for i, label in enumerate(LABELS):
        y = 200 + 50 * i
        _frame(grey, 120, y - side + 2, side, frame)
        if marked[i]:
            _mark(grey, 120, y - side + 2, side, mark)
        _write(grey, words, label, 120 + side + 22, y)
    _write(grey, words, "The officer named above asks that you keep the paper", 120, 480)
    return grey, words


def _write(grey: Grey, words: list[Seen], text: str, x: int, y: int) -> None:
    for word in text.split():
        (wide, tall), _ = cv2.getTextSize(word, cv2.FONT_HERSHEY_SIMPLEX, 0.8, 2)
        cv2.putText(grey, word, (x, y), cv2.FONT_HERSHEY_SIMPLEX, 0.8, 0, 2, cv2.LINE_AA)
        words.append(Seen(word, (x, y - tall, x + wide, y + 3)))
        x += wide + 12


def _frame(grey: Grey, x: int, y: int, side: int, style: str) -> None:
    thick, ink = (4, 0) if style == "thick" else (2, 110 if style == "grey" else 0)
    wide = side + side // 8 if style == "wide" else side
    cv2.rectangle(grey, (x, y), (x + wide, y + side), ink, thick)
    if style == "broken":
        for gap in (x + side // 3, x + 2 * side // 3):
            grey[y - 2 : y + 3, gap : gap + 3] = 255
            grey[y + side - 2 : y + side + 3, gap - 3 : gap] = 255


def _mark(grey: Grey, x: int, y: int, side: int, style: str) -> None:
    a, b, c, d = x + 4, y + 4, x + side - 4, y + side - 4
    if style == "cross":
        cv2.line(grey, (a, b), (c, d), 0, 2)
        cv2.line(grey, (a, d), (c, b), 0, 2)
    elif style == "tick":
        cv2.line(grey, (a + 2, (b + d) // 2), (x + side // 2, d), 0, 3)
        cv2.line(grey, (x + side // 2, d), (c + 8, b - 10), 0, 3)
    elif style == "filled":
        cv2.rectangle(grey, (a, b), (c, d), 0, -1)
    elif style == "letter":
        cv2.putText(grey, "X", (a, d), cv2.FONT_HERSHEY_SIMPLEX, 0.7, 0, 2)
    else:
        dots = np.array([[a, d], [a + 5, b], [a + 8, d], [a + 12, b], [a + 15, d], [c, b]])
        cv2.polylines(grey, [dots.astype(np.int32)], False, 0, 2)


def noisy(grey: Grey, seed: int = 7, spread: float = 14.0) -> Grey:
    """Grain as a scanner leaves it, and some pepper."""
    random = np.random.default_rng(seed)
    grain = grey.astype(np.float64) + random.normal(0, spread, grey.shape)
    out = np.clip(grain, 0, 255).astype(np.uint8)
    out[random.random(grey.shape) < 0.0015] = 0
    return out


def faxed(grey: Grey) -> Grey:
    """Sent at half the rows and in black and white, then resampled."""
    small = cv2.resize(grey, (grey.shape[1], grey.shape[0] // 2), interpolation=cv2.INTER_AREA)
    black = np.where(small < 150, 0, 255).astype(np.uint8)
    return cv2.resize(black, (grey.shape[1], grey.shape[0])).astype(np.uint8)


def turned(grey: Grey, words: list[Seen], degrees: float) -> tuple[Grey, list[Seen]]:
    """Page and words turned a little, as straightening leaves them."""
    matrix = cv2.getRotationMatrix2D((grey.shape[1] / 2, grey.shape[0] / 2), degrees, 1.0)
    out = cv2.warpAffine(grey, matrix, (grey.shape[1], grey.shape[0]), borderValue=255)
    moved: list[Seen] = []
    for word in words:
        x0, y0, x1, y1 = word.box
        points = np.array([[x0, y0, 1], [x1, y0, 1], [x0, y1, 1], [x1, y1, 1]]) @ matrix.T
        low, high = points.min(axis=0), points.max(axis=0)
        moved.append(Seen(word.text, (low[0], low[1], high[0], high[1])))
    return out.astype(np.uint8), moved


def told(grey: Grey, words: list[Seen]) -> dict[str, str | None]:
    """State by label of the frames that stand in a list."""
    found = boxes_beside(grey, words)
    return {label_of(b, words, found): b.state for b in found if b.stands == "list"}


WANTED = {label: "checked" if on else "unchecked" for label, on in zip(LABELS, MARKED, strict=True)}


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("mark", MARKS)
def test_frames_and_marks(mark: str, frame: str) -> None:
    assert told(*page(mark, frame)) == WANTED


@pytest.mark.parametrize("mark", MARKS)
def test_grain_of_a_scanner(mark: str) -> None:
    grey, words = page(mark)
    assert told(noisy(grey), words) == WANTED


@pytest.mark.parametrize("mark", ["cross", "tick", "filled"])
def test_a_fax(mark: str) -> None:
    grey, words = page(mark)
    assert told(faxed(grey), words) == WANTED


@pytest.mark.parametrize("degrees", [-0.8, -0.4, 0.4, 0.8])
def test_a_page_that_is_not_quite_straight(degrees: float) -> None:
    assert told(*turned(*page("cross"), degrees)) == WANTED


@pytest.mark.parametrize("side", [23, 26, 34, 40])
def test_small_and_large_frames(side: int) -> None:
    assert told(*page("cross", side=side)) == WANTED


def test_a_frame_taken_for_letters_is_told_and_named() -> None:
    grey, words = page("cross")
    words.insert(9, Seen("&]", (118.0, 173.0, 149.0, 204.0)))
    marks = marks_on(grey, words, lambda box: box, 1)
    assert marks.frames == {9}
    assert [row["state"] for row in marks.fields] == list(WANTED.values())
    assert [row["label"] for row in marks.fields] == list(WANTED)


def test_a_frame_and_a_short_word_taken_for_one() -> None:
    grey, words = page("cross", marked=(False, True, False, False))
    first = words.index(next(w for w in words if w.text == "pending"))
    cv2.putText(grey, "A", (152, 250), cv2.FONT_HERSHEY_SIMPLEX, 0.8, 0, 2, cv2.LINE_AA)
    words.insert(first, Seen("DA", (118.0, 223.0, 168.0, 253.0)))
    words[first + 1] = Seen("pending", (180.0, *words[first + 1].box[1:]))
    found = boxes_beside(grey, words)
    assert [box.state for box in found] == ["unchecked", "checked", "unchecked", "unchecked"]
    assert found[1].read_as == first


def test_a_speck_in_a_frame_is_not_told() -> None:
    grey, words = page("cross", marked=(False,) * 4)
    cv2.line(grey, (129, 191), (134, 186), 0, 2)
    assert told(grey, words)[LABELS[0]] is None


def test_a_free_frame_is_never_read() -> None:
    grey: Grey = np.full((900, 1300), 255, np.uint8)
    words: list[Seen] = []
    _write(grey, words, "The records of this person are asked for", 120, 120)
    for y in (400, 450):
        cv2.rectangle(grey, (600, y), (627, y + 27), 0, 2)
    assert boxes_beside(grey, words) == []


def test_one_frame_beside_words_stands_alone() -> None:
    grey: Grey = np.full((900, 1300), 255, np.uint8)
    words: list[Seen] = []
    _write(grey, words, "Inspection of premises", 170, 120)
    cv2.rectangle(grey, (120, 96), (147, 123), 0, 2)
    (seen,) = boxes_beside(grey, words)
    assert (seen.stands, seen.state, seen.side) == ("alone", "unchecked", "left")


def test_a_frame_behind_its_label() -> None:
    grey: Grey = np.full((900, 1300), 255, np.uint8)
    words: list[Seen] = []
    for y in (120, 180):
        _write(grey, words, "Detained", 170, y)
        cv2.rectangle(grey, (320, y - 24), (347, y + 3), 0, 2)
    cv2.line(grey, (324, 160), (343, 179), 0, 3)
    cv2.line(grey, (343, 160), (324, 179), 0, 3)
    found = boxes_beside(grey, words)
    assert [(b.side, b.state) for b in found] == [("right", "unchecked"), ("right", "checked")]


@pytest.mark.parametrize("text", ["of", "or", "B.", "12", "all", "No.", "(a)"])
def test_short_words_are_no_frames(text: str) -> None:
    grey: Grey = np.full((400, 1300), 255, np.uint8)
    words: list[Seen] = []
    for y in (120, 180, 240):
        _write(grey, words, f"{text}   records of the agency", 120, y)
    assert boxes_beside(grey, words) == []


@pytest.mark.parametrize("size", [(10, 10), (0, 0)])
def test_nothing_to_look_at(size: tuple[int, int]) -> None:
    empty: Any = np.zeros(size, np.uint8)
    assert boxes_beside(empty, [Seen("word", (0, 0, 5, 5))]) == []
    assert boxes_beside(np.full((100, 100), 255, np.uint8), []) == []


def test_a_side_of_the_frame_read_as_a_dash_is_no_part_of_the_label() -> None:
    words = [
        Seen("_", (150, 180, 160, 190)),
        Seen("Notify", (170, 175, 240, 195)),
        Seen("us", (250, 175, 270, 195)),
        Seen("in", (170, 205, 190, 225)),
        Seen("advance", (200, 205, 290, 225)),
    ]
    seen = SeenBox((110, 170, 135, 195), (0, 1, 2), None, "left", 0.2, "checked", "list")
    assert label_of(seen, words, [seen]) == "Notify us in advance"
