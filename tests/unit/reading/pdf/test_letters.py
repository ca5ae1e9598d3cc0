"""Letters in one sweep: what is taken at one look is what letter by letter would give."""

from __future__ import annotations

import random
from array import array
from dataclasses import replace

import pytest

from tecum.reading.pdf import letters
from tecum.reading.pdf.letters import _Letters
from tecum.reading.text.glyphs import Frame, PageWord

FRAME = Frame(0.0, 0.0, 612.0, 792.0, 0, (0.0, 0.0, 612.0, 792.0))
TEXT = "Within 14 days\n(a) notify fi\ufb01 re\ufffeport"


def _of(boxes: list[tuple[float, float, float, float]], placed: bytes, rotation: int) -> _Letters:
    """The letters of a page that lie as a test says, no file being open."""
    made = object.__new__(_Letters)
    made._frame = replace(FRAME, rotation=rotation)
    made._address, made._text, made._is_ascii = None, TEXT, TEXT.isascii()
    made._flat = array("f", [v for box in boxes for v in box])
    made._x0, made._y0, made._x1, made._y1 = ([box[k] for box in boxes] for k in range(4))
    made._placed, made._sideways = placed, rotation in (90, 270)
    made._down, made._inks, made._fonts = set(), {}, {}
    return made


def _laid_out(rng: random.Random) -> tuple[list[tuple[float, float, float, float]], bytes]:
    """Letters along a line, some of them a little or far out of it, some without a place."""
    x, y, high = 72.0, 700.0, rng.choice((2.0, 9.5, 30.0))
    boxes = []
    for _ in TEXT:
        wide = rng.choice((0.0, 0.4, 3.0, 6.0)) * high / 10
        if rng.random() < 0.2:
            x += rng.choice((-7.0, -1.0, -0.5, 0.5, 1.0, 4.0, 200.0))
        if rng.random() < 0.1:
            y += rng.choice((-14.0, -1.0, 1.0, 14.0))
        top = y + high * (rng.choice((0.5, 1.5)) if rng.random() < 0.1 else 1.0)
        boxes.append((x, y, x + wide, top))
        x += wide
    return boxes, bytes(rng.random() > 0.04 for _ in TEXT)


@pytest.fixture(autouse=True)
def _no_objects(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(letters, "_text_object", lambda page, i: None)


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_one_look_at_a_word_says_what_a_look_at_each_letter_says(rotation: int) -> None:
    rng = random.Random(rotation)
    plain = 0
    for _ in range(300):
        boxes, placed = _laid_out(rng)
        slow = [
            word
            for run in letters._RUN.finditer(TEXT)
            for word in _of(boxes, placed, rotation)._apart(*run.span())
        ]
        made = _of(boxes, placed, rotation)
        assert made.all_words() == slow
        odd = made._odd(len(boxes))
        plain += sum(1 for run in letters._RUN.finditer(TEXT) if 1 not in odd[slice(*run.span())])
    assert rotation in (90, 270) or plain > 100


def test_ligatures_are_spelt_out_side_by_side() -> None:
    boxes = [(72.0 + 6 * i, 700.0, 78.0 + 6 * i, 710.0) for i in range(len(TEXT))]
    words = _of(boxes, b"\1" * len(TEXT), 0).all_words()
    assert [w.text for w in words][-2:] == ["fifi", "re-port"]
    assert all(len(w.letters) == 4 * len(w.text) for w in words)
    assert isinstance(words[0], PageWord)


def test_what_lies_beyond_any_page_counts_as_nowhere() -> None:
    near = array("f", [0.0, -0.0, 612.0, -8191.0, 19_999.0])
    assert letters._on_paper(near) == near
    far = array("f", [1.0, 20_000.0, -3e7, float("nan"), float("inf")])
    assert list(letters._on_paper(far)) == [1.0, 0.0, 0.0, 0.0, 0.0]
