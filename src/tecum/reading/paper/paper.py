"""One document of a file as the recognising steps see it: own lines, regions, ways to look.

What a mail quotes, a stamp that a court put on and what is hidden are not the document's own
words; they are kept in their layers and looked at only by the steps that ask for them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, wraps
from statistics import median
from typing import Any, TypeVar

from tecum.instruments.region import Region
from tecum.instruments.sought import find_all, find_first, is_absent, word_ends
from tecum.instruments.word_places import places_in
from tecum.provenance import Read, Span
from tecum.reading.text.layout import Flow, Layer, Line, Text
from tecum.words import Band

__all__ = ["OWN", "Paper", "once_a_paper", "paper_of"]

T = TypeVar("T")

OWN = (Layer.BODY, Layer.HEADER, Layer.FOOTER, Layer.MARGIN, Layer.NOTE, Layer.MAIL_SIGNATURE)
"""The layers that are the document's own words."""

_TITLE_LINES = 8
_ROW = 140
"""Characters that no printed row holds: a longer line is a paragraph of a text or a message."""
_SUBJECT_LINES = 40
_SUBJECT = re.compile(r"\W{0,2}(?:re|subject|asunto|in re|regarding)\s{0,9}[:.]", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")
_SIGNATURE_LINES = 14
_PARTS = tuple(region for region in Region if region is not Region.ANY)
_TITLE, _CAPTION, _HEADER, _FOOTER, _BODY, _SIGNATURE, _FIRST_PAGE, _LAST_PAGE = (
    1 << _PARTS.index(region)
    for region in (
        Region.TITLE, Region.CAPTION, Region.HEADER, Region.FOOTER, Region.BODY, Region.SIGNATURE,
        Region.FIRST_PAGE, Region.LAST_PAGE,
    )
)  # fmt: skip


@cache
def _regions(tags: int) -> frozenset[Region]:
    """The regions of a number in which each has its own bit; thousands of lines share a few."""
    return frozenset({Region.ANY, *(r for i, r in enumerate(_PARTS) if tags >> i & 1)})


@dataclass(frozen=True)
class Paper:
    """A document's own lines in reading order, and the regions that each lies in."""

    text: Text
    lines: tuple[Line, ...]
    is_mail: bool = False
    headers: tuple[tuple[str, str], ...] = ()

    @cached_property
    def flow(self) -> Flow:
        """The lines as one running text."""
        return Flow(self.text, self.lines)

    @cached_property
    def body(self) -> Flow:
        """The lines in which a demand speaks: neither running heads nor page numbers."""
        own = (Layer.BODY, Layer.NOTE)
        return Flow(self.text, tuple(line for line in self.lines if line.layer in own))

    @cached_property
    def words(self) -> str:
        """The running text."""
        return self.flow.text

    @cached_property
    def told_headings(self) -> dict[int, bool]:
        """Of the lines asked for so far, whether each is set as a heading."""
        return {}

    @cached_property
    def told(self) -> dict[str, Any]:
        """What steps have told of the whole paper (:func:`once_a_paper`)."""
        return {}

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return self.flow.starts

    def header(self, name: str) -> str:
        """The first mail header of this name, or nothing."""
        return next((value for key, value in self.headers if key == name), "")

    def index_at(self, position: int) -> int:
        """The number of the line that holds a character of the running text."""
        return max(0, bisect_right(self._starts, position) - 1)

    def start_of(self, index: int) -> int:
        """Where a line begins in the running text."""
        return self._starts[index]

    @cached_property
    def first_page(self) -> int:
        """The number of the document's first page."""
        return self.text.pages[0].n if self.text.pages else 1

    @cached_property
    def last_page(self) -> int:
        """The number of the last page that holds any of its own lines."""
        return self.lines[-1].page if self.lines else self.first_page

    @cached_property
    def is_readable(self) -> bool:
        """Whether absence may be claimed: no page that could not be looked at."""
        return bool(self.lines) and self.text.is_readable

    @cached_property
    def regions(self) -> tuple[frozenset[Region], ...]:
        """The regions of each line, in the order of ``lines``."""
        sizes = [line.size for line in self.lines if line.size > 0]
        usual = median(sizes) if sizes else 0.0
        lettered = [_LETTER.search(line.text) is not None for line in self.lines]
        counts: Counter[int] = Counter()
        for line, has in zip(self.lines, lettered, strict=True):
            # A paragraph that no line break parts counts for the rows that it would fill.
            counts[line.page] += has and 1 + len(line.text) // _ROW
        first_page, last_page = self.first_page, self.last_page
        signed_from = min(max(0, len(self.lines) - _SIGNATURE_LINES), len(self.lines) * 2 // 3)
        out: list[frozenset[Region]] = []
        page, nth = 0, 0
        nths: dict[int, int] = {}
        for i, line in enumerate(self.lines):
            if line.page != page:
                nths[page] = nth
                page, nth = line.page, nths.get(line.page, 0)
            count = counts[page]
            tags = _BODY if line.layer is Layer.BODY or line.layer is Layer.NOTE else 0
            if page == first_page:
                tags |= _FIRST_PAGE
                if self._is_title(line, nth, count, usual):
                    tags |= _TITLE
                if nth < max(_TITLE_LINES, count // 3):
                    tags |= _CAPTION
            if page == last_page:
                tags |= _LAST_PAGE
            if i >= signed_from:
                tags |= _SIGNATURE
            if nth < 2 or line.layer is Layer.HEADER:
                tags |= _HEADER
            if nth >= count - 2 or line.layer is Layer.FOOTER:
                tags |= _FOOTER
            out.append(_regions(tags))
            # Numbers down a margin that were read as lines of their own are no lines of the head.
            nth += lettered[i]
        return tuple(out)

    def _is_title(self, line: Line, nth: int, count: int, usual: float) -> bool:
        page = self.text.pages[0]
        if nth < min(_TITLE_LINES, max(3, count // 3)):
            return True
        if line.box is not None and page.height and line.box[1] > page.height * 2 / 3:
            return nth < 2 * _TITLE_LINES
        if nth < _SUBJECT_LINES and len(line.text) < _ROW and _SUBJECT.match(line.text):
            return True
        short = len(line.text) < (_ROW if line.is_capital else 90)
        return short and (line.is_capital or line.bold or line.size > usual * 1.15 > 0)

    def find(self, pattern: re.Pattern[str], *, till: int | None = None) -> Iterator[re.Match[str]]:
        """Every match in the running text, or in its letters up to a place."""
        if till is None or till >= len(self.words):
            return find_all(pattern, self.words)
        return find_all(pattern, self.words[:till], places_in(self.words))

    def search(self, *patterns: re.Pattern[str]) -> re.Match[str] | None:
        """The first match of the first pattern that has one."""
        for pattern in patterns:
            found = find_first(pattern, self.words)
            if found:
                return found
        return None

    def lacks(self, pattern: re.Pattern[str]) -> bool:
        """Whether the paper's words tell that no stretch of them holds a match."""
        return is_absent(pattern, self.words)

    def lines_where(self, *patterns: re.Pattern[str]) -> Sequence[int]:
        """The lines that may hold a match of one of the patterns, told for all lines at once."""
        found: set[int] = set()
        for pattern in patterns:
            rows = word_ends(pattern, self.words)
            if rows is None:
                return range(len(self.lines))
            starts = self._starts
            found.update([bisect_right(starts, end) - 1 for row in rows for end in row])
        return sorted(found)

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """The spans of characters of the running text, white space at the ends left out."""
        while start < end and self.words[start].isspace():
            start += 1
        while end > start and self.words[end - 1].isspace():
            end -= 1
        return self.flow.spans(start, end)

    def line_spans(self, *indexes: int) -> tuple[Span, ...]:
        """The spans of whole lines."""
        return tuple(
            self.text.span(self.lines[i].page, self.lines[i].start, self.lines[i].end)
            for i in indexes
        )

    @cached_property
    def knows_ink(self) -> bool:
        """Whether strokes without letters were looked for when the file was opened."""
        return self.text.ink is not None

    def has_ink_near(self, first: int, last: int) -> bool:
        """Whether something is drawn by hand at, or just above, these lines."""
        for line in self.lines[first : last + 1]:
            for page, box in self.text.ink or ():
                if line.box is None or page != line.page:
                    continue
                low, high = line.box[1] - 6, line.box[3] + 45
                level = box[1] < high and box[3] > low
                if level and box[0] < line.box[2] + 80 and box[2] > line.box[0] - 80:
                    return True
        return False

    def read(
        self, value: T, spans: tuple[Span, ...], rule: str, band: Band, **signals: object
    ) -> Read[T]:
        """A value with its spans; never certain where a page could not be read."""
        if band is Band.CERTAIN and not self.is_readable:
            band = Band.LIKELY
        return Read(value, band, spans, rule, signals)

    def nothing(self, rule: str) -> Read[T]:
        """Looked for and not found, or could not look."""
        return Read(None, Band.ABSENT if self.is_readable else Band.UNREADABLE, (), rule)


def once_a_paper(tell: Callable[[Paper], T]) -> Callable[[Paper], T]:
    """A step that is asked of the same paper by several others, and tells it once."""
    name = f"{tell.__module__}.{tell.__qualname__}"

    @wraps(tell)
    def told(paper: Paper) -> T:
        if name not in paper.told:
            paper.told[name] = tell(paper)
        found: T = paper.told[name]
        return found

    return told


def paper_of(
    text: Text,
    *,
    layers: tuple[Layer, ...] = OWN,
    is_mail: bool = False,
    headers: tuple[tuple[str, str], ...] = (),
) -> Paper:
    """The document's lines of these layers, blank lines left out."""
    lines = tuple(line for line in text.lines if line.layer in layers and line.text.strip())
    return Paper(text, lines, is_mail, headers)
