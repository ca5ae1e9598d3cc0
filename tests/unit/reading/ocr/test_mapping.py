"""A word's place on the page survives every step of the clean-up."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tecum.reading.ocr.cleanup import prepared, quarter_turned, skew_of
from tecum.reading.ocr.mapping import Mapping, stretched, turned
from tecum.reading.ocr.picture import GreyPage, resampled
from tecum.reading.text.glyphs import Frame
from tests.unit.reading.ocr import sheets

Points = list[tuple[float, float]]
PLAIN = Mapping(np.array([[0.36, 0, 0], [0, -0.36, 792.0], [0, 0, 1]]))


def moved(points: Points, matrix: np.ndarray) -> Points:
    """Points mapped by a matrix, as boxes of no size."""
    mapping = Mapping(matrix)
    return [mapping.to_page((x, y, x, y))[:2] for x, y in points]


@given(st.integers(0, 3), st.integers(1, 40), st.integers(1, 40), st.data())
def test_a_turned_pixel_is_the_pixel_it_was(
    quarters: int, height: int, width: int, data: st.DataObject
) -> None:
    old = np.arange(height * width).reshape(height, width)
    new = np.rot90(old, quarters)
    row = data.draw(st.integers(0, new.shape[0] - 1))
    column = data.draw(st.integers(0, new.shape[1] - 1))
    [(x, y)] = moved([(column, row)], turned(quarters, height, width))
    assert old[round(y), round(x)] == new[row, column]


@given(st.floats(0.3, 4), st.floats(0.3, 4), st.floats(-50, 50), st.floats(-50, 50))
def test_there_and_back_is_where_it_was(across: float, down: float, x: float, y: float) -> None:
    mapping = PLAIN.after(stretched(across, down)).after(
        np.array([[1.0, 0, x], [0, 1.0, y], [0, 0, 1]])
    )
    box = (100.0, 200.0, 180.0, 230.0)
    back = mapping.from_page(mapping.to_page(box))
    assert back == pytest.approx(box, abs=1e-6)


def _block(dpi: int = 200) -> tuple[np.ndarray, tuple[float, float, float, float]]:
    """A page of lines with one solid block, and the block's place in points."""
    picture = sheets.sheet(dpi=dpi)
    picture[1700:1740, 300:520] = 0
    return picture, (300 * 72 / dpi, 792 - 1740 * 72 / dpi, 520 * 72 / dpi, 792 - 1700 * 72 / dpi)


def _found(page: GreyPage) -> tuple[float, float, float, float]:
    """Where the largest dark block lies on the page, by its pixels."""
    import cv2

    dark = (page.pixels < 128).astype(np.uint8)
    solid = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((25, 25), np.uint8))
    _, _, stats, _ = cv2.connectedComponentsWithStats(solid)
    inner = [row for row in stats[1:] if row[4] / max(row[2] * row[3], 1) > 0.5]
    x, y, wide, high, _ = max(inner, key=lambda row: row[4])
    return page.mapping.to_page((float(x), float(y), float(x + wide), float(y + high)))


@settings(max_examples=8, deadline=None)
@given(st.floats(-4.8, 4.8))
def test_a_straightened_page_keeps_its_places(degrees: float) -> None:
    picture, _ = _block()
    skewed = sheets.skewed(picture, degrees)
    page = prepared(GreyPage(skewed, PLAIN, 200))
    raw = GreyPage(skewed, PLAIN, 200)
    assert abs(skew_of(page)) < 0.25
    assert _found(page) == pytest.approx(_found(raw), abs=6)


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_turned_page_keeps_its_places(quarters: int) -> None:
    picture, place = _block()
    page = quarter_turned(GreyPage(picture, PLAIN, 200), quarters)
    assert _found(page) == pytest.approx(place, abs=0.8)


def test_a_photographed_sheet_is_pulled_straight_and_keeps_its_places() -> None:
    picture, _ = _block()
    seen, bend = sheets.photographed(picture)
    page = prepared(GreyPage(seen, PLAIN, 200))
    assert "outline" in page.prep
    corners = moved([(300, 1700), (520, 1700), (520, 1740), (300, 1740)], bend)
    xs, ys = [0.36 * x for x, _ in corners], [792 - 0.36 * y for _, y in corners]
    assert _found(page) == pytest.approx((min(xs), min(ys), max(xs), max(ys)), abs=2.5)


def test_the_long_pixels_of_a_fax_become_squares() -> None:
    picture, place = _block(200)
    flat = picture[::2]
    mapping = Mapping(np.array([[0.36, 0, 0], [0, -0.72, 792.0], [0, 0, 1]]))
    page = resampled(GreyPage(flat, mapping, 200), 200, 100, 200)
    assert page.pixels.shape == picture.shape
    assert _found(page) == pytest.approx(place, abs=1.0)


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_drawn_page_maps_to_the_unrotated_page(rotation: int) -> None:
    from tecum.reading.ocr.picture import _of_drawing

    frame = Frame(0, 0, 612, 792, rotation, (30, 40, 600, 700))
    shown = frame.turn((100, 200, 150, 220))
    x0, _, _, y1 = frame.turn(frame.crop)
    scale = 2.0
    pixels = ((shown[0] - x0) * scale, (y1 - shown[3]) * scale,
              (shown[2] - x0) * scale, (y1 - shown[1]) * scale)  # fmt: skip
    place = _of_drawing(frame, scale, scale).to_page(pixels)
    assert place == pytest.approx((100, 200, 150, 220), abs=1e-6)
