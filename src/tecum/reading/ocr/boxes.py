"""Check-boxes in a page's picture: squares beside a label, and the ink inside them (READING 12).

A square is looked for only beside words, never for itself. Frames may be broken, crossed by
their mark, or slightly turned; what is inside is measured as a share of ink with a neutral
zone in which nothing is claimed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from tecum.reading.ocr.frame_sides import FrameSides
from tecum.reading.ocr.ink import Pixels, Word, dark_pixels, without_areas

__all__ = ["SeenBox", "boxes_beside", "label_of"]

Rect = tuple[int, int, int, int]
Area = tuple[float, float, float, float]
Side = Literal["left", "right"]

EMPTY = 0.05
MARKED = 0.13
"""Share of ink inside a frame: under the first it is empty, from the second on it is marked."""

_WHITE_RING = 0.30
_LEAST, _MOST = 0.88, 2.1
"""A frame's side, in heights of a usual word."""
_SIDES: tuple[Side, Side] = ("left", "right")
_SHORT = 4
_LIKE_FRAMES = frozenset("OoDCQGLUEBXx0&@©®□[({")
_PLAIN = re.compile(
    r"a|an|as|at|be|by|de|do|el|en|he|if|in|is|it|la|me|mr|ms|my|no|of|on|or|re|se|si|so|to|up|us"
    r"|we|y|[A-Z]?[a-zà-ÿ]{2,4}|\(?[abe-nprs-zABE-NPR-Z1-9]\w?[.)]"
    r"|\([a-np-wyzA-NP-WYZ]\)|(?![014]{1,2}[.,;:]?$)\d{1,4}[.,;:]?|[A-Za-z]{2,4}[.:,;]",
)
"""Short words that are what they seem, and no frame taken for letters."""


@dataclass(frozen=True, slots=True)
class SeenBox:
    """A frame beside a label: ``state`` is None where the ink tells nothing.

    ``stands`` says how the frame is anchored: in a list of such frames, or by itself, where
    only a form's template may say that it is a check-box. ``label`` and ``read_as`` number
    words: those beside it, and the one that it was taken for.
    """

    box: Rect
    label: tuple[int, ...]
    read_as: int | None
    side: Side
    ink: float
    state: State | None
    stands: Literal["list", "alone"]


State = Literal["checked", "unchecked"]


def boxes_beside(grey: Pixels, words: Sequence[Word]) -> list[SeenBox]:
    """The frames that stand directly before or behind a run of words, in reading order.

    Args:
        grey: The page, one byte a pixel, upright.
        words: What was recognised on it; a frame that was taken for a letter may be among them.
    """
    letters = [w for w in words if any(c.isalnum() for c in w.text)]
    if not letters or min(grey.shape) < 40:
        return []
    height = float(np.median([w.box[3] - w.box[1] for w in letters]))
    if height < 6:
        return []
    view = _View(dark_pixels(grey), height)
    framed = {
        i: box
        for i, word in enumerate(words)
        if (read_as := _short_word(word, height))
        if not _is_amid(words, i, height) and (box := _read_as_letters(view, read_as))
    }
    view.without([w.box for i, w in enumerate(words) if i not in framed])
    found: list[SeenBox] = []
    for run in _runs(words, frozenset(framed), height):
        for side in _SIDES:
            seen = _beside(view, words, run, side, framed)
            if seen is not None and not any(_same(seen.box, other.box) for other in found):
                found.append(seen)
                break
    found = _with_lists(found, height)
    return sorted(found, key=lambda b: (round(b.box[1] / height), b.box[0]))


class _View:
    """The ink of a page, in which frames are looked for in small areas."""

    def __init__(self, dark: Pixels, height: float) -> None:
        self.dark = dark
        self.height = height
        self.slack = max(3, round(height / 9) | 1)
        self.least, self.most = max(7, round(_LEAST * height)), round(_MOST * height)

    def without(self, areas: Iterable[Area]) -> None:
        """Forget the ink of words, in which letters would look like frames."""
        self.dark = without_areas(self.dark, areas)

    def frame(self, area: Area) -> Rect | None:
        """The best square frame inside an area of the page."""
        x0, y0, x1, y1 = (max(int(value), 0) for value in area)
        piece = self.dark[y0:y1, x0:x1]
        if min(piece.shape, default=0) <= self.least or int(piece.sum()) < 2.4 * self.least:
            return None
        sides = FrameSides(piece, self.slack)
        widths, heights = sides.sizes(self.least)
        best: tuple[float, Rect] | None = None
        for wide in range(self.least, min(self.most, *piece.shape) + 1):
            if wide not in widths:
                continue
            off = max(1, wide // 8)
            for tall in (wide, wide - off, wide + off):
                found = sides.of_size(wide, tall) if tall in heights else None
                if found is None or (best is not None and found[0] <= best[0]):
                    continue
                x, y = found[1] + x0, found[2] + y0
                box = (x, y, x + wide, y + tall)
                if self._corners(box) >= 3 and self._stands_free(box):
                    best = found[0], box
        return best[1] if best is not None else None

    def _corners(self, box: Rect) -> int:
        """How many corners of a frame are drawn; a round letter has none."""
        near = max(1, self.slack // 2)
        return sum(
            bool(self.dark[max(y - near, 0) : y + near + 1, max(x - near, 0) : x + near + 1].any())
            for x in (box[0], box[2])
            for y in (box[1], box[3])
        )

    def _stands_free(self, box: Rect) -> bool:
        """Whether paper is seen around a frame: a cell and a letter have lines going on."""
        x0, y0, x1, y1 = box
        gap = max(2, self.slack)
        reach = gap + max(2, (x1 - x0) // 5)
        sides = (
            (x0 - reach, y0, x0 - gap, y1), (x1 + gap, y0, x1 + reach, y1),
            (x0, y0 - reach, x1, y0 - gap), (x0, y1 + gap, x1, y1 + reach),
        )  # fmt: skip
        return sum(self.share(side) > _WHITE_RING for side in sides) <= 1

    def share(self, box: Rect) -> float:
        """The share of ink in a box."""
        rows, columns = self.dark.shape
        x0, y0 = max(box[0], 0), max(box[1], 0)
        x1, y1 = min(box[2], columns), min(box[3], rows)
        if x1 <= x0 or y1 <= y0:
            return 0.0
        return float(self.dark[y0:y1, x0:x1].mean())

    def stroke(self, box: Rect) -> int:
        """How thick the frame's own stroke is, taken at the middle of its sides."""
        x0, y0, x1, y1 = box
        deep = max(2, (x1 - x0) // 4)
        quarter = (y1 - y0) // 4
        left = self.dark[y0 + quarter : y1 - quarter, max(0, x0 - 2) : x0 + deep]
        right = self.dark[y0 + quarter : y1 - quarter, x1 - deep : x1 + 3]
        widths = [float(np.median(piece.sum(axis=1))) for piece in (left, right) if piece.size]
        return int(min(max(min(widths, default=1.0), 1.0), deep))


def _is_amid(words: Sequence[Word], i: int, height: float) -> bool:
    """Whether a word stands in running text, with others close by on both sides."""
    x0, y0, x1, y1 = words[i].box
    middle, reach = (y0 + y1) / 2, 0.9 * height
    before = behind = False
    for j, word in enumerate(words):
        left, right = 0 <= x0 - word.box[2] < reach, 0 <= word.box[0] - x1 < reach
        if (left or right) and j != i and _on_row(word.box, middle):
            before, behind = before or left, behind or right
            if before and behind:
                return True
    return False


def _short_word(word: Word, h: float) -> Area | None:
    """The bounds of a short word that a frame may have been taken for."""
    x0, y0, x1, y1 = word.box
    if len(word.text) > _SHORT or _PLAIN.fullmatch(word.text):
        return None
    if not 0.6 * h <= min(x1 - x0, y1 - y0) <= 2.6 * h:
        return None
    if x1 - x0 > 1.7 * (y1 - y0):
        if len(word.text) > 3 or word.text[0] not in _LIKE_FRAMES:
            return None
        # A frame and the short word behind it, taken for one.
        x1 = x0 + min(1.35 * (y1 - y0), _MOST * h)
    return x0, y0, x1, y1


def _read_as_letters(view: _View, read_as: Area) -> Rect | None:
    """The frame that was taken for a short word, where its bounds are those of one."""
    x0, y0, x1, y1 = read_as
    grow = round(0.15 * view.height)
    box = view.frame((x0 - grow, y0 - grow, x1 + grow + 1, y1 + grow + 1))
    if box is None:
        return None
    fills = (box[2] - box[0]) >= 0.5 * (x1 - x0) and (box[3] - box[1]) >= 0.4 * (y1 - y0)
    return box if fills else None


def _beside(
    view: _View,
    words: Sequence[Word],
    run: tuple[int, ...],
    side: Side,
    framed: Mapping[int, Rect],
) -> SeenBox | None:
    """The frame before (or behind) a run of words, if one stands there."""
    h = view.height
    near = words[run[0] if side == "left" else run[-1]].box
    middle = (near[1] + near[3]) / 2
    low, high = (near[0] - 3.6 * h, near[0]) if side == "left" else (near[2], near[2] + 3.6 * h)
    area = (low, middle - 1.45 * h, high + 2, middle + 1.45 * h)
    known = sorted((box[0], i) for i, box in framed.items() if _within(box, area))
    read_as = known[-1 if side == "left" else 0][1] if known else None
    if read_as is not None:
        box = framed[read_as]
    else:
        seen = view.frame(area)
        if seen is None:
            return None
        box = seen
    if abs((box[1] + box[3]) / 2 - middle) > 0.8 * h:
        return None
    ink = _ink_inside(view, box)
    state: State | None = None
    if ink < EMPTY:
        state = "unchecked"
    elif ink >= MARKED:
        state = "checked"
    return SeenBox(box, run, read_as, side, round(ink, 3), state, "alone")


def _within(box: Rect, area: Area) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return area[0] <= x <= area[2] and area[1] <= y <= area[3]


def _ink_inside(view: _View, box: Rect) -> float:
    x0, y0, x1, y1 = box
    inset = max(2, view.stroke(box) + max(1, round((x1 - x0) * 0.10)))
    inset = min(inset, (x1 - x0) // 3)
    return view.share((x0 + inset, y0 + inset, x1 - inset + 1, y1 - inset + 1))


def _runs(words: Sequence[Word], framed: frozenset[int], height: float) -> list[tuple[int, ...]]:
    """Words of one row without a wide gap or a frame between them, left to right."""
    order = sorted(range(len(words)), key=lambda i: words[i].box[0])
    used: set[int] = set()
    runs: list[tuple[int, ...]] = []
    for i in sorted(range(len(words)), key=lambda i: (words[i].box[1], words[i].box[0])):
        if i in used or i in framed or not any(c.isalnum() for c in words[i].text):
            continue
        middle = (words[i].box[1] + words[i].box[3]) / 2
        row = [j for j in order if j not in used and _on_row(words[j].box, middle)]
        used.update(row)
        run: list[int] = []
        for j in row:
            gap = words[j].box[0] - words[run[-1]].box[2] if run else 0.0
            if run and (gap > 1.1 * height or j in framed):
                runs.append(tuple(run))
                run = []
            if j not in framed:
                run.append(j)
        if run:
            runs.append(tuple(run))
    return [run for run in runs if any(any(c.isalpha() for c in words[j].text) for j in run)]


def _on_row(box: Area, middle: float) -> bool:
    reach = 0.1 * (box[3] - box[1])
    return box[1] - reach < middle < box[3] + reach


def _same(a: Rect, b: Rect) -> bool:
    wide = min(a[2], b[2]) - max(a[0], b[0])
    tall = min(a[3], b[3]) - max(a[1], b[1])
    return wide > 0 and tall > 0 and wide * tall > 0.3 * (a[2] - a[0]) * (a[3] - a[1])


def _with_lists(found: list[SeenBox], height: float) -> list[SeenBox]:
    """Mark the frames that stand in a column or a row with others of their size."""
    out: list[SeenBox] = []
    for one in found:
        peers = [other for other in found if other is not one and _peers(one, other, height)]
        # In running text two letters of a row may look like frames; an empty one does not.
        column = any(abs(p.box[1] - one.box[1]) > height for p in peers)
        listed = column or any(p.state == "unchecked" for p in (*peers, one) if peers)
        out.append(replace(one, stands="list" if listed else "alone"))
    return out


def _peers(a: SeenBox, b: SeenBox, height: float) -> bool:
    wide, other = a.box[2] - a.box[0], b.box[2] - b.box[0]
    alike = abs(wide - other) <= max(3, 0.28 * max(wide, other)) and a.side == b.side
    column = abs(a.box[0] - b.box[0]) <= 1.0 * height
    row = abs(a.box[1] - b.box[1]) <= 0.7 * height
    return alike and (column or row)


def label_of(box: SeenBox, words: Sequence[Word], found: Sequence[SeenBox]) -> str:
    """The words beside a frame, with the further rows that are set under their first word."""
    height = float(np.median([words[i].box[3] - words[i].box[1] for i in box.label]))
    # A side of the frame is often read as a dash before the label's own first word.
    first = next((n for n, i in enumerate(box.label) if _has_letter(words[i])), 0)
    own = box.label[first:]
    left, bottom = words[own[0]].box[0], max(words[i].box[3] for i in own)
    taken = [words[i].text for i in own]
    for _ in range(4 if box.side == "left" else 0):
        row = _row_under(words, left, bottom, height)
        if not row:
            break
        middle = (words[row[0]].box[1] + words[row[0]].box[3]) / 2
        if any(o.box[1] - 3 <= middle <= o.box[3] + 3 and o.box[0] < left for o in found):
            break
        taken += [words[i].text for i in row]
        bottom = max(words[i].box[3] for i in row)
    return " ".join(taken)


def _has_letter(word: Word) -> bool:
    return any(c.isalnum() for c in word.text)


def _row_under(words: Sequence[Word], left: float, bottom: float, height: float) -> list[int]:
    """The words of the row just below, if it begins exactly under a label's first word."""
    row = sorted(
        (
            i
            for i, word in enumerate(words)
            if 0.1 * height < (word.box[1] + word.box[3]) / 2 - bottom < 1.2 * height
        ),
        key=lambda i: words[i].box[0],
    )
    taken: list[int] = []
    end = -1e9
    for i in row:
        x0, _, x1, _ = words[i].box
        if taken and x0 - end > 1.3 * height:
            break
        if taken or (abs(x0 - left) <= 0.45 * height and x0 - end > 1.3 * height):
            taken.append(i)
        end = x1
    return taken
