"""A grey page is squared, evened, straightened and turned to black and white (READING 5)."""

from __future__ import annotations

from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from tecum.reading.ocr.mapping import Mapping, turned
from tecum.reading.ocr.picture import Grey, GreyPage

__all__ = [
    "Letters",
    "binarised",
    "denoised",
    "letters_of",
    "prepared",
    "quarter_turned",
    "skew_of",
]

_STEEPEST = 5.0
_LEAST_CONTRAST = 30
_MOST_SPECKS = 4000
_SLIGHT_SHADOW = 12


def prepared(page: GreyPage) -> GreyPage:
    """The page cut out of a photograph, evenly lit, sideways text turned, lines level."""
    page = _evened(_squared(page))
    if _is_sideways(page):
        page = quarter_turned(page, 1)
    return _straightened(page)


def quarter_turned(page: GreyPage, quarters: int) -> GreyPage:
    """The page turned counter-clockwise."""
    if quarters % 4 == 0:
        return page
    mapping = page.mapping.after(turned(quarters, *page.pixels.shape))
    pixels = np.ascontiguousarray(np.rot90(page.pixels, quarters))
    note = f"turned {90 * (quarters % 4)}"
    return GreyPage(pixels, mapping, page.dpi, (*page.prep, note))


# --- photographs --------------------------------------------------------------------------


def _squared(page: GreyPage) -> GreyPage:
    """A sheet photographed on a darker ground, pulled straight to its own corners."""
    corners = _sheet(*page.sketch)
    if corners is None:
        return page
    top, bottom = _length(corners[0], corners[1]), _length(corners[3], corners[2])
    left, right = _length(corners[0], corners[3]), _length(corners[1], corners[2])
    wide, high = max(top, bottom), max(left, right)
    scale = 11.0 * page.dpi / max(wide, high)
    scale = scale if 0.5 < scale < 4 else 1.0
    width, height = max(round(wide * scale), 8), max(round(high * scale), 8)
    goal = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    forth = cv2.getPerspectiveTransform(corners.astype(np.float32), goal)
    pixels = cv2.warpPerspective(
        page.pixels, forth, (width, height), flags=cv2.INTER_CUBIC, borderValue=255
    )
    mapping = page.mapping.after(np.linalg.inv(np.asarray(forth, np.float64)))
    return GreyPage(np.asarray(pixels, np.uint8), mapping, page.dpi, (*page.prep, "outline"))


def _length(a: NDArray[np.float64], b: NDArray[np.float64]) -> float:
    return float(np.hypot(*(a - b)))


def _sheet(small: Grey, scale: float) -> NDArray[np.float64] | None:
    """The four corners of a bright sheet on a darker ground, or None where there is no ground."""
    edge = np.concatenate([small[:3].ravel(), small[-3:].ravel(), small[:, :3].ravel(),
                           small[:, -3:].ravel()])  # fmt: skip
    if float(np.mean(edge > 170)) > 0.5:
        return None
    smooth = cv2.medianBlur(small, 7)
    _, bright = cv2.threshold(smooth, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    closed = cv2.morphologyEx(bright, cv2.MORPH_CLOSE, np.ones((15, 15), np.uint8))
    contours, _ = cv2.findContours(closed, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    if not contours:
        return None
    hull = cv2.convexHull(max(contours, key=cv2.contourArea))
    area = cv2.contourArea(hull)
    for slack in (0.02, 0.03, 0.05, 0.08):
        quad = cv2.approxPolyDP(hull, slack * cv2.arcLength(hull, True), True)
        if len(quad) == 4:
            break
    else:
        return None
    if not 0.2 <= area / small.size <= 0.97 or cv2.contourArea(quad) < 0.85 * area:
        return None
    corners = _in_order(quad.reshape(4, 2).astype(np.float64))
    inside = np.zeros_like(small)
    cv2.fillConvexPoly(inside, corners.astype(np.int32), 255)
    paper, ground = small[inside > 0], small[inside == 0]
    if float(np.median(paper)) - float(np.median(ground)) < 40:
        return None
    return _shrunk(corners, 1.5) / scale


def _in_order(points: NDArray[np.float64]) -> NDArray[np.float64]:
    """Top left, top right, bottom right, bottom left."""
    middle = points.mean(axis=0)
    around = sorted(points, key=lambda p: np.arctan2(p[1] - middle[1], p[0] - middle[0]))
    first = min(range(4), key=lambda i: float(around[i].sum()))
    return np.array([around[(first + i) % 4] for i in range(4)])


def _shrunk(corners: NDArray[np.float64], by: float) -> NDArray[np.float64]:
    inward = corners.mean(axis=0) - corners
    reach = np.maximum(np.abs(inward).max(axis=1, keepdims=True), 1.0)
    return np.asarray(corners + by * inward / reach, np.float64)


def _evened(page: GreyPage) -> GreyPage:
    """The shadows of a photograph or of a book's gutter divided out."""
    small, _ = page.sketch
    if _is_even(small):
        return page
    ground = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((25, 25), np.uint8))
    ground = cv2.GaussianBlur(cv2.medianBlur(ground, 25), (0, 0), 8)
    low, high = np.percentile(ground, (2, 98))
    if high - low < 25 or low < 25:
        return page
    full = cv2.resize(ground, page.pixels.shape[::-1], interpolation=cv2.INTER_LINEAR)
    even = cv2.divide(page.pixels, full, scale=245.0)
    return replace(page, pixels=np.asarray(even, np.uint8), prep=(*page.prep, "light"))


def _is_even(small: Grey) -> bool:
    """Whether even the brightest of each neighbourhood, seen coarsely, hardly differs."""
    rough = cv2.resize(small, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
    rough = cv2.dilate(rough, np.ones((7, 7), np.uint8))
    low, high = np.percentile(rough, (1, 99))
    return float(high - low) < _SLIGHT_SHADOW


# --- orientation and skew -------------------------------------------------------------------


def _dark(page: GreyPage) -> NDArray[np.uint8]:
    """Ink as 1 on the page's sketch."""
    _, dark = cv2.threshold(page.sketch[0], 0, 1, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)
    return np.asarray(dark, np.uint8)


def _sharpness(profile: NDArray[np.float64]) -> float:
    steps = np.diff(profile)
    return float((steps * steps).mean())


def _is_sideways(page: GreyPage) -> bool:
    """Whether lines of text run up and down: their gaps then show in the columns."""
    dark = _dark(page)
    margin = max(2, min(dark.shape) // 25)
    dark = dark[margin:-margin, margin:-margin]
    if dark.size == 0 or not 0.0005 < float(dark.mean()) < 0.5:
        return False
    long = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((1, 60), np.uint8))
    tall = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((60, 1), np.uint8))
    dark = np.where(np.maximum(long, tall) > 0, 0, dark).astype(np.uint8)
    across = _sharpness(dark.mean(axis=1))
    down = _sharpness(dark.mean(axis=0))
    return down > 2.0 * across


def skew_of(page: GreyPage) -> float:
    """The angle by which lines rise to the right, in degrees, at most five either way."""
    dark = _dark(page)
    if not 0.0005 < float(dark.mean()) < 0.5:
        return 0.0
    points = np.argwhere(dark > 0).astype(np.float32)
    if len(points) > 40_000:
        points = points[:: len(points) // 40_000 + 1]
    best = _steepest(points, np.arange(-_STEEPEST, _STEEPEST + 0.01, 0.5))
    best = _steepest(points, np.arange(best - 0.4, best + 0.41, 0.1))
    return _steepest(points, np.arange(best - 0.08, best + 0.081, 0.04))


def _steepest(points: NDArray[np.float32], angles: NDArray[np.float64]) -> float:
    rows, columns = points[:, 0], points[:, 1]
    scores = []
    for angle in angles:
        level = rows + columns * float(np.tan(np.radians(angle)))
        profile = np.bincount((level - level.min()).astype(np.int64)).astype(np.float64)
        scores.append(float((profile * profile).sum()))
    return float(angles[int(np.argmax(scores))])


def _straightened(page: GreyPage) -> GreyPage:
    angle = skew_of(page)
    if abs(angle) < 0.12:
        return page
    height, width = page.pixels.shape
    forth = np.vstack([cv2.getRotationMatrix2D((width / 2, height / 2), -angle, 1.0), [0, 0, 1]])
    pixels = cv2.warpAffine(
        page.pixels, forth[:2], (width, height), flags=cv2.INTER_LINEAR, borderValue=255
    )
    mapping: Mapping = page.mapping.after(np.linalg.inv(forth))
    note = f"deskew {angle:.2f}"
    return GreyPage(np.asarray(pixels, np.uint8), mapping, page.dpi, (*page.prep, note))


# --- noise, black and white -----------------------------------------------------------------


def denoised(pixels: Grey, cleaner: str) -> Grey:
    """The picture with its noise smoothed: ``gaussian`` or ``median``, three by three."""
    if cleaner == "median":
        return np.asarray(cv2.medianBlur(pixels, 3), np.uint8)
    return np.asarray(cv2.GaussianBlur(pixels, (3, 3), 0), np.uint8)


def binarised(pixels: Grey) -> Grey:
    """Black letters on white by the threshold that parts the two best (Otsu).

    A sheet without letters parts into grain and grain; it is white.
    """
    _, out = cv2.threshold(pixels, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    lit = cv2.countNonZero(out)
    of_lit, of_all = cv2.sumElems(cv2.bitwise_and(pixels, out))[0], cv2.sumElems(pixels)[0]
    dark = (of_all - of_lit) / max(pixels.size - lit, 1)
    light = of_lit / max(lit, 1)
    if light - dark < _LEAST_CONTRAST:
        out = np.full_like(pixels, 255)
    return np.asarray(out, np.uint8)


@dataclass(frozen=True)
class Letters:
    """The pieces of ink that may be letters: how many, how high.

    ``low`` is the height that a quarter of them keep under, which is that of letters without
    stems even where small type has run together; ``usual`` is the height of the middle one.
    """

    count: int
    low: float
    specks: int = 0
    usual: float = 0.0

    @property
    def drown(self) -> bool:
        """Whether specks outnumber letters so far that a search for lines would not end."""
        return self.specks > _MOST_SPECKS and self.specks > 8 * self.count


def letters_of(binary: Grey) -> Letters:
    """Count what looks like letters, so that a page of few words and much ink is noticed."""
    outlines, levels = cv2.findContours(
        cv2.bitwise_not(binary), cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE
    )
    if not outlines:
        return Letters(0, 0.0)
    # The edge of a hole has an outer edge above it; only outer edges are pieces of ink.
    above = np.asarray(levels)[0, :, 3].tolist()
    outer = [line for line, over in zip(outlines, above, strict=True) if over < 0]
    boxes = np.array([cv2.boundingRect(line) for line in outer])
    left, top, wide, high = boxes.T
    rows, columns = binary.shape
    inner = (
        (left > columns // 60) & (top > rows // 60)
        & (left + wide < columns - columns // 60) & (top + high < rows - rows // 60)
    )  # fmt: skip
    size = (high >= 5) & (high <= 90) & (wide >= 2) & (wide <= 120) & (high <= 12 * wide)
    kept = high[inner & size & (wide * high >= 15)]
    if not len(kept):
        return Letters(0, 0.0, len(boxes))
    usual = float(np.median(kept))
    like = kept[(kept >= 0.5 * usual) & (kept <= 2.2 * usual)]
    low = float(np.percentile(kept, 25))
    return Letters(len(like), low, len(boxes) - len(like), usual)
