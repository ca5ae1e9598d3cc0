"""Which letters of a page are really concealed by the boxes drawn over or under them.

A letter is concealed when the page looks the same without it, and would not where the boxes
were taken away. Clips, hidden layers and white letters on white paper therefore do not count,
and neither does text that stands on a fill (READING 14, PRODUCTION 4.5).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from tecum.reading.pdf.drawn import Drawing, Shape
from tecum.reading.pdf.without import Sheet, commonest, contrast, differ, far, same_ink
from tecum.reading.text.glyphs import Frame, PageWord

__all__ = [
    "DATE",
    "WORD_IN_A_SCAN",
    "Concealed",
    "Letter",
    "Look",
    "Rect",
    "box_of",
    "holds",
    "keep",
    "middle",
    "touch",
    "union",
]

Rect = tuple[float, float, float, float]

_SAME = 24  # a difference of colour that no reader sees
_SEEN = 40  # a difference of colour that a reader sees
_FLAT = 48
_PALE = 200
_PANEL_HEIGHT = 40
WORD_IN_A_SCAN = 4
"""Fewer letters than these, from somebody's recogniser, may be specks it took for letters."""

_LABEL = re.compile(
    r"redact(?:ed|ion)?|withheld|sealed|under seal|filed under seal|privileged?|confidential|exempt"
    r"|deleted|omitted|(?:foia )?\W{0,60}b\W{0,60}\d\W{0,60}(?:[a-f]\W{0,60})?|work product"
    r"|attorney\W{1,60}client\W{0,60}",
    re.IGNORECASE,
)
DATE = re.compile(
    r"\d{1,4}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{2,4}"
    r"|(?:\d{1,2}\s)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
    r"(?:\s\d{1,2},?)?(?:\s\d{2,4})?",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Letter:
    """One letter that may be concealed: which word, which of its letters, and what covers it."""

    word: int
    at: int
    box: Rect
    over: list[Shape] = field(default_factory=list)
    under: list[Shape] = field(default_factory=list)
    unseen: bool = False

    @property
    def cover(self) -> Shape:
        """The topmost shape over it, or under it."""
        return max(self.over or self.under, key=lambda shape: shape.z)


@dataclass(slots=True)
class Concealed:
    """What was found on one page.

    Attributes:
        letters: Word number → the letters of it that are concealed.
        places: Boxes of the unrotated page with the number of letters in each.
        cropped: Lines outside the shown part: their text, which never leaves the child, and box.
    """

    letters: dict[int, set[int]] = field(default_factory=dict)
    places: list[tuple[Rect, int]] = field(default_factory=list)
    cropped: list[tuple[str, Rect]] = field(default_factory=list)


class Look:
    """The page drawn with and without its letters and boxes, to compare place by place."""

    def __init__(
        self, page: Any, words: Sequence[PageWord], drawing: Drawing, frame: Frame, shown: Rect
    ) -> None:
        self._words, self._drawing = words, drawing
        sheet = Sheet(page, frame, shown)
        self._place, self._drawn = sheet.place, sheet.drawn
        self._flat: dict[int, bool] = {}

    def judge(
        self,
        letters: list[Letter],
        scanned: list[int],
        widgets: Sequence[Rect],
        found: Concealed,
    ) -> None:
        """Keep of the candidates those that are really concealed."""
        whole = self._drawn()
        bare = self._drawn(self._drawing.order)
        paper = commonest(whole)
        over = [letter for letter in letters if letter.over]
        under = [letter for letter in letters if not letter.over]
        hits: list[Letter] = []
        for group in (over, under):
            if group:
                hits += self._concealed(group, whole, bare, paper)
        self._by_cover(letters, hits, bare, widgets, found)
        self._in_dark_places(scanned, bare, paper, found)

    def _concealed(self, group: list[Letter], whole: Any, bare: Any, paper: Any) -> list[Letter]:
        shapes = {s.thing: s for letter in group for s in (*letter.over, *letter.under)}
        covers = set(shapes)
        owners = self._texts(shapes.values(), later=bool(group[0].over))
        without = self._drawn(owners)
        open_ = self._drawn(covers)
        open_without = self._drawn(owners | covers)
        open_bare = self._drawn(covers | set(self._drawing.order))
        found: list[Letter] = []
        again: Counter[int] = Counter()
        for letter in group:
            place = self._place(letter.box)
            if place is None or differ(whole[place], without[place]) >= _SAME:
                continue
            letter.unseen = True
            if contrast(bare[place]) >= _FLAT:
                continue
            if not letter.over and far(bare[place], paper) < _SAME:
                continue
            word = self._words[letter.word]
            drawn = differ(open_[place], open_without[place]) >= _SEEN
            # Nobody draws a recognised letter: its picture under the box is what a reader saw.
            pictured = word.hidden and bool(letter.over) and contrast(open_[place]) >= _FLAT * 2
            # Some programs print the same words twice, the second time over the fill.
            if same_ink(whole[place], bare[place], open_[place], open_bare[place]):
                again[letter.cover.thing] += 1
            elif (drawn or pictured) and self._is_box(letter, bare, paper):
                found.append(letter)
        lost = Counter(letter.cover.thing for letter in found)
        return [le for le in found if again[le.cover.thing] <= lost[le.cover.thing]]

    def _texts(self, shapes: Iterable[Shape], *, later: bool) -> set[int]:
        """The text objects that these shapes lie over, or under; a box's own label stays."""
        found: set[int] = set()
        covers = list(shapes)
        for z, thing, box in self._drawing.text_boxes():
            if any((c.z > z) is later and touch(box, c.box) for c in covers):
                found.add(thing)
        return found

    def _is_box(self, letter: Letter, bare: Any, paper: Any) -> bool:
        """Whether one of the shapes is flat as a whole; a scan over its own letters is none."""
        for shape in (*letter.over, *letter.under):
            if not shape.is_picture or self._is_flat(shape, bare):
                return True
        place = self._place(letter.box)
        dark = place is not None and far(bare[place], paper) >= 3 * _SEEN
        return dark and sum(map(str.isalnum, self._words[letter.word].text)) >= WORD_IN_A_SCAN

    def _is_flat(self, shape: Shape, bare: Any) -> bool:
        """Whether a picture is of one colour; asked of each once, however much lies under it."""
        if shape.thing not in self._flat:
            place = self._place(shape.box, inset=0.02)
            self._flat[shape.thing] = place is not None and contrast(bare[place]) < _FLAT
        return self._flat[shape.thing]

    def _by_cover(
        self,
        letters: list[Letter],
        hits: list[Letter],
        bare: Any,
        widgets: Sequence[Rect],
        found: Concealed,
    ) -> None:
        """Judge what lies under one box together: a date of a form, a label, replaced text."""
        groups: dict[int, list[Letter]] = {}
        shapes: dict[int, Shape] = {}
        for letter in hits:
            shapes[letter.cover.thing] = letter.cover
            groups.setdefault(letter.cover.thing, []).append(letter)
        for thing, group in groups.items():
            shape = shapes[thing]
            place = self._place(group[0].box)
            pale = place is not None and int(bare[place].min()) >= _PALE
            in_field = any(_within(shape.box, field) for field in widgets)
            under = [le for le in letters if any(s.thing == thing for s in le.over)]
            said = self._said(under) if under else self._said(group)
            form = pale and (in_field or DATE.fullmatch(said.strip(" .,;:")))
            if form or _says_nothing(said) or (pale and self._is_replaced(shape)):
                continue
            inside: dict[int, set[int]] = {letter.word: set() for letter in group}
            for letter in [*group, *(le for le in under if le.unseen and le.word in inside)]:
                inside[letter.word].add(letter.at)
            keep(self._words, inside, found)

    def _said(self, letters: Iterable[Letter]) -> str:
        inside: dict[int, set[int]] = {}
        for letter in letters:
            inside.setdefault(letter.word, set()).add(letter.at)
        return " ".join(
            "".join(self._words[n].text[i] for i in sorted(at)) for n, at in inside.items()
        )

    def _is_replaced(self, shape: Shape) -> bool:
        """Whether a pale panel carries text of its own, as a window over a page does."""
        if shape.box[3] - shape.box[1] < _PANEL_HEIGHT:
            return False
        said = [
            word.text
            for word in self._words
            if not word.hidden
            and self._drawing.order.get(word.owner, -1) > shape.z
            and holds(shape.box, *middle(word.place))
        ]
        letters = sum(1 for text in said for c in text if c.isalnum())
        return letters >= 3 and not _LABEL.fullmatch(" ".join(said).strip(" .[]()"))

    def _in_dark_places(self, scanned: list[int], bare: Any, paper: Any, found: Concealed) -> None:
        """Words of somebody's recogniser where the picture shows one flat dark place."""
        for number in scanned:
            word = self._words[number]
            if number in found.letters:
                continue
            places = [self._place(box_of(word, i)) for i in range(len(word.text))]
            flat = all(
                p is not None and contrast(bare[p]) < _FLAT and far(bare[p], paper) >= 3 * _SEEN
                for p in places
            )
            if flat and not _says_nothing(word.text):
                keep(self._words, {number: set(range(len(word.text)))}, found)


def keep(words: Sequence[PageWord], inside: dict[int, set[int]], found: Concealed) -> None:
    """Note what is concealed: the letters, and one box a line with how many are in it."""
    rows: dict[int, list[tuple[Rect, int]]] = {}
    for number, at in inside.items():
        word = words[number]
        new = at - found.letters.get(number, set())
        count = sum(1 for i in new if word.text[i].isalnum())
        if new:
            found.letters.setdefault(number, set()).update(new)
        if count:
            box = union(box_of(word, i) for i in new)
            rows.setdefault(round(box[1] / 6), []).append((box, count))
    for row in rows.values():
        found.places.append((union(box for box, _ in row), sum(count for _, count in row)))


def _says_nothing(text: str) -> bool:
    """Whether what is covered gives nothing away: no letter, one letter repeated, a label."""
    letters = [c for c in text if c.isalnum()]
    if not letters or (len(letters) > 2 and len(set(letters)) == 1):
        return True
    return _LABEL.fullmatch(text.strip(" .,;:[](){}*_-")) is not None


def box_of(word: PageWord, at: int) -> Rect:
    """The box of one letter of a word, on the unrotated page."""
    x0, y0, x1, y1 = word.letters[4 * at : 4 * at + 4]
    return x0, y0, x1, y1


def middle(box: Rect) -> tuple[float, float]:
    """The middle of a box."""
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def holds(box: Rect, x: float, y: float, slack: float = 0.0) -> bool:
    """Whether a point lies in a box."""
    return box[0] - slack <= x <= box[2] + slack and box[1] - slack <= y <= box[3] + slack


def touch(a: Rect, b: Rect) -> bool:
    """Whether two boxes overlap."""
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _within(a: Rect, b: Rect) -> bool:
    return a[0] >= b[0] - 3 and a[1] >= b[1] - 3 and a[2] <= b[2] + 3 and a[3] <= b[3] + 3


def union(boxes: Iterable[Sequence[float]]) -> Rect:
    """The box around boxes."""
    rows = list(boxes)
    return (
        min(b[0] for b in rows), min(b[1] for b in rows),
        max(b[2] for b in rows), max(b[3] for b in rows),
    )  # fmt: skip
