"""A document's text as the later steps see it: pages, lines with layers, and flows of text.

``open`` and ``pages`` produce these values; everything after them is a pure function over
them. A span always indexes the stored text of one page, so that an upgrade of the extractor
makes a new text and never moves an old span.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate, pairwise
from typing import Any

from tecum.provenance import Box, Page, Sha256, Source, Span
from tecum.reading.text.letter_boxes import LetterBoxes
from tecum.words import CheckState, IntakeOutcome, Word

__all__ = [
    "FailedPlace",
    "Flow",
    "FormField",
    "Layer",
    "Line",
    "Opened",
    "Part",
    "Text",
]

_ENDS_IN_HYPHEN = re.compile(r"[a-z]-$")
_GOES_ON = re.compile(r"[a-z]").match
NOT_RECOGNISED = 255
"""Stands for the confidence of a letter that the file itself states."""


class Layer(Word):
    """What a line is on its page (READING 6) or in its mail (READING 13). Nothing is deleted."""

    BODY = "body"
    GUTTER = "gutter"
    HEADER = "header"
    FOOTER = "footer"
    STAMP = "stamp"
    MARGIN = "margin"
    NOTE = "note"
    HIDDEN = "hidden"
    QUOTED = "quoted"
    MAIL_SIGNATURE = "mail_signature"
    DISCLAIMER = "disclaimer"
    FORWARDED = "forwarded"


@dataclass(frozen=True, slots=True)
class Line:
    """One line: characters ``start`` up to ``end`` of the text of page ``page``.

    ``box`` is None on virtual pages; ``size`` is the median letter height in points (0 where
    unknown); ``block`` numbers paragraphs and table cells through the whole document.
    """

    page: int
    start: int
    end: int
    text: str
    layer: Layer = Layer.BODY
    box: Box | None = None
    size: float = 0.0
    bold: bool = False
    block: int = 0

    @property
    def is_capital(self) -> bool:
        """Whether the line's letters are all capitals, at least three of them."""
        if self.text.isascii() and not self.text.isupper():
            return False
        letters = [c for c in self.text if c.isalpha()]
        return len(letters) >= 3 and all(c.isupper() for c in letters)


@dataclass(frozen=True, slots=True)
class FailedPlace:
    """One place with letters that somebody meant to remove: how many, and never which.

    ``box`` is None where the letters have no place on the page as it is now: they stand in an
    earlier revision of the file.
    """

    page: int
    letters: int
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class FormField:
    """A fillable field: AcroForm, a content control, or a drawn box with its label.

    ``state`` is None for a text field and for a box whose state cannot be told;
    ``conflict`` is True where value and appearance disagree; ``alone`` marks a frame found in
    a picture by itself, which only a form's template may call a check-box.
    """

    name: str
    label: str
    value: str | None
    state: CheckState | None
    page: int
    box: Box | None
    is_checkbox: bool
    conflict: bool = False
    alone: bool = False


@dataclass(frozen=True)
class Text:
    """The text of one document part: pages, lines in reading order, boxes of characters.

    ``char_boxes[i]`` belongs to ``pages[i]``: one box per character of its text, None for
    white space; empty for virtual pages. ``unread`` numbers the pages that have something on
    them that could not be read (a blank page is not one of them). ``ink`` lists, as page and
    box, what is drawn freehand (curved strokes, a small picture) and no letter covers; None
    where that was not looked for. ``failed`` are the failed redactions.
    ``confidence[i]`` holds the recogniser's confidence in each character of ``pages[i]``, 0 to
    100, ``NOT_RECOGNISED`` for characters that the file states itself; it is empty for a page
    of which nothing was recognised.
    """

    pages: tuple[Page, ...]
    lines: tuple[Line, ...]
    char_boxes: tuple[Sequence[Box | None], ...] = field(repr=False, default=())
    fields: tuple[FormField, ...] = ()
    unread: tuple[int, ...] = ()
    ink: tuple[tuple[int, Box], ...] | None = None
    failed: tuple[FailedPlace, ...] = ()
    confidence: tuple[bytes, ...] = field(repr=False, default=())

    @cached_property
    def _by_number(self) -> dict[int, int]:
        return {page.n: i for i, page in enumerate(self.pages)}

    def span(self, page: int, start: int, end: int) -> Span:
        """The span of characters ``start`` up to ``end`` of page ``page``, one box a line."""
        i = self._by_number[page]
        quote = self.pages[i].text[start:end]
        boxes = self.char_boxes[i] if i < len(self.char_boxes) else ()
        whole = boxes.around(start, end) if isinstance(boxes, LetterBoxes) else None
        found = (whole,) if whole is not None else _line_boxes(boxes[start:end])
        return Span(page, start, end, quote, found)

    def flow(self, *layers: Layer, pages: Iterable[int] | None = None) -> Flow:
        """The lines of these layers (default: body) as one running text."""
        wanted = set(layers or (Layer.BODY,))
        only = None if pages is None else set(pages)
        return Flow(
            self,
            tuple(
                line
                for line in self.lines
                if line.layer in wanted and (only is None or line.page in only)
            ),
        )

    def only(self, pages: Iterable[int]) -> Text:
        """The same document, these pages only (used after a file has been split)."""
        keep = set(pages)
        if self._lies_within(keep):
            return self
        pairs = [i for i, page in enumerate(self.pages) if page.n in keep]
        return Text(
            tuple(self.pages[i] for i in pairs),
            tuple(line for line in self.lines if line.page in keep),
            tuple(self.char_boxes[i] if i < len(self.char_boxes) else () for i in pairs),
            tuple(f for f in self.fields if f.page in keep),
            tuple(n for n in self.unread if n in keep),
            None if self.ink is None else tuple(row for row in self.ink if row[0] in keep),
            tuple(place for place in self.failed if place.page in keep),
            tuple(self.confidence[i] for i in pairs if i < len(self.confidence)),
        )

    def _lies_within(self, pages: set[int]) -> bool:
        return (
            all(page.n in pages for page in self.pages)
            and all(line.page in pages for line in self.lines)
            and pages.issuperset(self.unread)
            and all(f.page in pages for f in self.fields)
            and all(page in pages for page, _ in self.ink or ())
            and all(place.page in pages for place in self.failed)
        )

    def singly(self) -> Iterator[Text]:
        """Each page by itself, in one pass over the lines: a file may have thousands."""
        lines: dict[int, list[Line]] = {}
        for line in self.lines:
            lines.setdefault(line.page, []).append(line)
        for i, page in enumerate(self.pages):
            yield Text(
                (page,),
                tuple(lines.get(page.n, ())),
                (self.char_boxes[i] if i < len(self.char_boxes) else (),),
                tuple(f for f in self.fields if f.page == page.n),
                tuple(n for n in self.unread if n == page.n),
                None if self.ink is None else tuple(row for row in self.ink if row[0] == page.n),
                confidence=self.confidence[i : i + 1],
            )

    @property
    def is_readable(self) -> bool:
        """Whether every page has text or is blank, so that absence may be claimed."""
        return not self.unread


@dataclass(frozen=True)
class Flow:
    """Lines joined into one running text, with the way back to pages.

    Lines are joined by a newline; a hyphenated line end is joined without it (``informa-`` /
    ``tion`` becomes ``information``). ``blank`` lines mark block borders.
    """

    source: Text
    lines: tuple[Line, ...]

    @cached_property
    def _joined(self) -> tuple[str, list[int], list[tuple[int, int, int]]]:
        origin = [(line.page, line.start, line.end) for line in self.lines]
        pieces = [line.text for line in self.lines]
        blocks = [line.block for line in self.lines]
        gaps = ["\n" if a == b else "\n\n" for a, b in pairwise(blocks)]
        for i, text in enumerate(pieces[:-1]):
            if text.endswith("-") and _ENDS_IN_HYPHEN.search(text) and _GOES_ON(pieces[i + 1]):
                pieces[i], gaps[i] = text[:-1], ""
        chunks = [piece + gap for piece, gap in zip(pieces, [*gaps, ""], strict=False)]
        starts = list(accumulate(map(len, chunks), initial=0))
        starts.pop()
        return "".join(chunks), starts, origin

    @property
    def text(self) -> str:
        """The running text."""
        return self._joined[0]

    @property
    def starts(self) -> tuple[int, ...]:
        """Where each line begins in the running text."""
        return tuple(self._joined[1])

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """The spans, one a line touched, of characters ``start`` up to ``end`` of the text."""
        _, starts, origin = self._joined
        found: list[Span] = []
        for i in range(max(0, bisect_right(starts, start) - 1), len(starts)):
            if starts[i] >= end:
                break
            page, line_start, line_end = origin[i]
            low = line_start + max(0, start - starts[i])
            high = min(line_end, line_start + end - starts[i])
            if low < high:
                found.append(self.source.span(page, low, high))
        return tuple(found)

    def line_at(self, position: int) -> Line:
        """The line that holds a character of the running text."""
        return self.lines[max(0, bisect_right(self._joined[1], position) - 1)]

    def find(self, pattern: re.Pattern[str]) -> Iterator[tuple[re.Match[str], tuple[Span, ...]]]:
        """Every match of a pattern with its spans."""
        for match in pattern.finditer(self.text):
            yield match, self.spans(*match.span())


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a file: the file itself, a mail body, an attachment, a member of an archive.

    ``headers`` are a mail's, names in lower case, values as they came; ``path`` tells the way
    in (``("2", "schedule.docx")``). ``name`` is data from outside, never used as a path.
    """

    source: Source
    path: tuple[str, ...]
    name: str | None
    outcome: IntakeOutcome
    reason: str
    text: Text | None
    warnings: tuple[str, ...] = ()
    headers: tuple[tuple[str, str], ...] = ()
    role: str = "file"
    hints: tuple[tuple[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Opened:
    """What opening a file gave: its parts in order, the first being the file or mail body."""

    sha256: Sha256
    media_type: str
    bytes: int
    outcome: IntakeOutcome
    reason: str
    parts: tuple[Part, ...]
    warnings: tuple[str, ...] = ()
    engines: tuple[tuple[str, str], ...] = ()


def _line_boxes(boxes: Iterable[Box | None]) -> tuple[Box, ...]:
    """One box a visual line: characters whose vertical extents overlap are joined."""
    joined: list[Box] = []
    last: Box | None = None
    for box in boxes:
        if box is None:
            continue
        if last is not None and _same_line(last, box):
            x0, y0, x1, y1 = box
            a, b, c, d = last
            last = (
                a if a <= x0 else x0, b if b <= y0 else y0,
                c if c >= x1 else x1, d if d >= y1 else y1,
            )  # fmt: skip
        else:
            if last is not None:
                joined.append(last)
            last = box
    if last is not None:
        joined.append(last)
    return tuple((round(a, 2), round(b, 2), round(c, 2), round(d, 2)) for a, b, c, d in joined)


def _same_line(a: Box, b: Box) -> bool:
    overlap = min(a[3], b[3]) - max(a[1], b[1])
    height = min(a[3] - a[1], b[3] - b[1])
    return overlap > 0.4 * height and b[0] >= a[0] - 2 * (a[3] - a[1])
