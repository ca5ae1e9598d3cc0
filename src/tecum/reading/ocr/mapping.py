"""From the pixels of a cleaned picture back to the points of the page it was drawn from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["Mapping", "stretched", "turned"]

Rect = tuple[float, float, float, float]
Matrix = NDArray[np.float64]


@dataclass(frozen=True)
class Mapping:
    """A plane mapping (homography) from pixels, rows from the top, to points of the page.

    Every step of the clean-up (turn, squaring, stretch, deskew) is a mapping of pixels; the
    steps are multiplied, so that a word's place on the page does not depend on their number.
    """

    matrix: Matrix

    def after(self, step: Matrix) -> Mapping:
        """This mapping for a picture made from the present one.

        Args:
            step: Pixels of the new picture → pixels of the present one.
        """
        return Mapping(self.matrix @ step)

    def to_page(self, box: Rect) -> Rect:
        """The upright box on the unrotated page around a box of pixels."""
        return _around(_mapped(self.matrix, _corners(box)))

    def all_to_page(self, boxes: NDArray[np.float64]) -> NDArray[np.float64]:
        """Many boxes at once, a row each, as :meth:`to_page` maps one."""
        x0, y0, x1, y1 = boxes.T
        across = np.stack([x0, x1, x1, x0], axis=1).ravel()
        down = np.stack([y0, y0, y1, y1], axis=1).ravel()
        points = np.asarray(_mapped(self.matrix, np.stack([across, down], axis=1)))
        corners = points.reshape(-1, 4, 2)
        return np.concatenate([corners.min(axis=1), corners.max(axis=1)], axis=1)

    def from_page(self, box: Rect) -> Rect:
        """The box of pixels around a box of the unrotated page."""
        return _around(_mapped(np.linalg.inv(self.matrix), _corners(box)))


def stretched(across: float, down: float) -> Matrix:
    """New pixel → old pixel for a picture stretched by these factors; centres stay centres."""
    return np.array(
        [
            [1 / across, 0, (1 / across - 1) / 2],
            [0, 1 / down, (1 / down - 1) / 2],
            [0, 0, 1],
        ]
    )


def turned(quarters: int, height: int, width: int) -> Matrix:
    """New pixel → old pixel for a picture turned counter-clockwise by quarters.

    Args:
        quarters: As for ``numpy.rot90``.
        height: Rows of the picture before it is turned.
        width: Its columns.
    """
    quarters %= 4
    if quarters == 1:
        return np.array([[0, -1.0, width - 1], [1.0, 0, 0], [0, 0, 1]])
    if quarters == 2:
        return np.array([[-1.0, 0, width - 1], [0, -1.0, height - 1], [0, 0, 1]])
    if quarters == 3:
        return np.array([[0, 1.0, 0], [-1.0, 0, height - 1], [0, 0, 1]])
    return np.eye(3)


def _corners(box: Rect) -> list[tuple[float, float]]:
    x0, y0, x1, y1 = box
    return [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]


def _mapped(matrix: Any, points: Any) -> Any:
    lifted = np.column_stack([np.asarray(points, dtype=np.float64), np.ones(len(points))])
    out = lifted @ matrix.T
    return out[:, :2] / out[:, 2:]


def _around(points: Any) -> Rect:
    (x0, y0), (x1, y1) = points.min(axis=0), points.max(axis=0)
    return float(x0), float(y0), float(x1), float(y1)
