"""A demand on bad paper: its deadline is read as it is or not at all; nobody is made a judge."""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np
import pytest

from tecum.instruments.catalogue import load_catalogue
from tecum.reading.open import open_document
from tecum.reading.read import read
from tests.unit.reading.ocr import sheets


def faint(picture: sheets.Grey) -> sheets.Grey:
    soft = cv2.GaussianBlur(picture, (0, 0), 1.1).astype(np.float64)
    return sheets.noisy((205 - (255 - soft) * 0.33).astype(np.uint8), 6)


def speckled(picture: sheets.Grey) -> sheets.Grey:
    return sheets.noisy(sheets.skewed(picture, 2.4), 8, specks=0.012)


def coarse(picture: sheets.Grey) -> sheets.Grey:
    small = cv2.resize(picture, None, fx=0.55, fy=0.55, interpolation=cv2.INTER_AREA)
    return sheets.noisy(np.asarray(small, np.uint8), 14)


def struck_through(picture: sheets.Grey) -> sheets.Grey:
    out = picture.copy()
    for y in range(240, 900, 57):
        cv2.line(out, (150, y), (1500, y + 20), 70, 2)
    return out


@pytest.mark.parametrize("spoil", [faint, speckled, coarse, struck_through])
def test_a_deadline_on_bad_paper_is_never_late(
    spoil: Callable[[sheets.Grey], sheets.Grey],
) -> None:
    reading = read(open_document(sheets.as_pdf(spoil(sheets.sheet()))), load_catalogue(), None)
    for phrase in reading.due:
        assert phrase.amount in (None, 14)
        assert phrase.amount is None or (phrase.unit, phrase.direction) == ("days", "after")
    assert reading.judicial.value is not True


def test_a_clean_sheet_gives_its_deadline() -> None:
    reading = read(open_document(sheets.as_pdf(sheets.sheet())), load_catalogue(), None)
    assert [(p.amount, p.unit, p.trigger) for p in reading.due] == [(14, "days", "service")]
