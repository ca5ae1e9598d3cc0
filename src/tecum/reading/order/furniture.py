"""What stands on a page beside its body: stamps, gutter numbers, running heads (READING 6)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import pairwise
from typing import TYPE_CHECKING

from tecum.reading.text.layout import Layer, Line

if TYPE_CHECKING:  # the parent has no use for PDFium, which that module loads
    from tecum.reading.text.glyphs import PageWord

__all__ = ["gutter_words", "is_page_number", "is_stamp", "with_running_lines"]

_DATE = r"\d{1,2}[/-]\d{1,2}[/-]\d{2,4}|[A-Z][a-z]{2}\.? ?\d{1,2},? ?\d{4}|\d{4}-\d{2}-\d{2}"
_STAMPS = tuple(
    re.compile(pattern)
    for pattern in (
        # The filing line of the federal courts' electronic case files, and its appeals form.
        (
            r"(?i)case:? ?\S{3,30}.{0,40}\b(?:document|doc|dkt|docket|ecf|entry)\b.{0,60}"
            rf"\b(?:filed|entered|page ?id|date filed)\b.{{0,40}}(?:{_DATE}|#)"
        ),
        (
            r"(?i)(?:filed|entered|fsd|docketed)\b[: ].{0,60}"
            rf"(?:{_DATE}).{{0,60}}\b(?:page|pg|document|doc|index|clerk|a\.?m\.?|p\.?m\.?)\b"
        ),
        r"(?i)(?:nyscef|e-?filed|electronically (?:filed|received)|efiled)\b.{0,120}",
        r"(?i)received nyscef.{0,60}",
        r"(?i)index no\. ?\S+ .{0,20}received nyscef.{0,40}",
        rf"(?i)date filed:? .{{0,20}}(?:{_DATE}|\d{{1,2}}).{{0,80}}",
        # A fax machine's line: date or number with a page count.
        (
            rf"(?i)(?:fax|from|to|rx|tx)\b.{{0,80}}(?:{_DATE}|\d\d:\d\d).{{0,60}}"
            r"\b(?:p(?:age|g)?\.? ?\d{1,3}|\d{1,3}/\d{1,3})"
        ),
        (
            r"(?i).{0,40}\b\d{1,2}:\d\d(?: ?[ap]\.? ?m\.?)?.{0,40}\bfax\b.{0,60}"
            r"\bp(?:age|g)?\.? ?\d{1,3}(?: ?(?:/|of) ?\d{1,3})?"
        ),
        (
            rf"(?i)(?:{_DATE})[ ,]+\d{{1,2}}:\d\d.{{0,80}}"
            r"\b(?:p(?:age|g)?\.? ?\d{1,3}(?: ?/ ?\d+)?|\d{1,3}/\d{1,3})"
        ),
    )
)
_SLIPS = str.maketrans({"O": "0", "o": "0", "l": "1", "I": "1", "|": "1", "S": "5", "B": "8"})
_DAY = re.compile(
    r"\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b|\b\d{4}-\d\d-\d\d\b"
    r"|\b(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}[-. ]{1,3}\d{1,2}[-.,]? ?"
    r"[-.,]? ?\d{4}\b"
)
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d(?:[:.]\d\d)? ?(?i:[ap]\.?m\b|h(?:rs)?\b)?")
_PHONE = re.compile(r"\(?\b\d{3}\)?[ .-]{0,2}\d{3}[ .-]?\d{4}\b|\b\d{10,11}\b")
_PAGES = re.compile(
    r"(?i)(?:@|\bp(?:age|g)?[.:]{0,2} ?)\d{1,4}(?: ?(?:/|of) ?\d{1,4})?\b|\b\d{1,3}/\d{1,3}\W{0,3}$"
)
_MACHINE = re.compile(
    r"(?i)\b(?:rightfax|fax(?:ed)?|telefax|xmit|tx|rx|job ?(?:no)?|id|no\.|fr[o0]m)\b"
)
_PROSE = re.compile(r"(?i)\b(?:the|you|your|at|on|by|and|or|for|must|shall|please|appear|before)\b")
_COURT_LINE = re.compile(r"(?i)c[ao]se:? ?\S{5,30}.{0,60}\bpage(?: ?id)?\b.{0,12}\d")
_MOST_OF_A_FAX_LINE = 140
_RECEIVED_ON = re.compile(
    rf"(?:RECEIVED|FILED|DOCKETED|ENTERED|Received|Filed)[: ]{{1,4}}(?:{_DATE}|[A-Z]{{3,9}}\.? ?"
    r"\d{1,2},? ?\d{4})(?:,? ?\d{1,2}:\d\d ?(?:[AaPp]\.?[Mm]\.?)?)?(?: [A-Z][A-Z .,'&-]{2,40})?"
)
_RECEIVED = re.compile(rf"(?i)(?:received|filed|copy|docketed)(?: (?:on|by)?.{{0,30}}(?:{_DATE}))?")
_BATES = re.compile(
    r"(?!(?i:form|box|room|case|rev|omb|suite|po|no)\b)"
    r"[A-Z][A-Z0-9&.]{0,14}(?:[-_ ][A-Z0-9]{1,12}){0,3}[-_ ]?\d{4,10}"
)
_MOST_COMPARED = 240
_SKEW = 3
_LEAST_ALIKE = 8
_LEAST_PAGES = 3
_ALIKE = 0.86
_PAGE_NUMBER = re.compile(
    r"(?i)(?:-? ?)(?:page|pg\.?|p\.)? ?\d{1,4}(?: ?(?:of|/|de) ?\d{1,4})?(?: ?-?)"
)


def is_stamp(text: str, from_top: float, from_bottom: float) -> bool:
    """Whether a line is a filing line, fax line, Bates number or other stamp at a page's edge.

    Args:
        text: The line.
        from_top: Its distance from the displayed page's top as a share of the height.
        from_bottom: The same from the bottom.
    """
    text = text[:300].strip()
    if min(from_top, from_bottom) > 0.12:
        return False
    if any(pattern.fullmatch(text) or pattern.match(text) for pattern in _STAMPS):
        return True
    if _COURT_LINE.match(text):
        return True
    if min(from_top, from_bottom) > 0.07:
        return False
    if _is_fax_line(text) or _RECEIVED_ON.fullmatch(text):
        return True
    if re.fullmatch(r"[A-Z](?: [A-Z]){3,11}", text):
        text = text.replace(" ", "")
    return bool(_BATES.fullmatch(text)) or (len(text) < 40 and bool(_RECEIVED.fullmatch(text)))


def _is_fax_line(text: str) -> bool:
    """Whether a line has what fax machines print: day and hour, numbers, the page.

    Letters that a recogniser takes for figures count as figures.
    """
    if len(text) > _MOST_OF_A_FAX_LINE or len(_PROSE.findall(text)) > 1:
        return False
    figures = " ".join(
        word.translate(_SLIPS) if sum(map(str.isdigit, word)) * 2 >= len(word) else word
        for word in text.split()
    )
    when = bool(_DAY.search(figures)), bool(_CLOCK.search(figures))
    phones, page = len(_PHONE.findall(figures)), bool(_PAGES.search(figures))
    if all(when):
        return bool(phones or page or _MACHINE.search(text))
    between = re.search(r"(?i)\bfr[o0]m\b", text) and re.search(r"(?i)\bt[o0]\b", text)
    return bool(phones and page and (any(when) or (between and phones > 1)))


def is_page_number(text: str, from_top: float, from_bottom: float) -> bool:
    """Whether a line at the page's edge is nothing but its number."""
    return min(from_top, from_bottom) <= 0.09 and bool(_PAGE_NUMBER.fullmatch(text.strip()))


def gutter_words(words: Sequence[PageWord], width: float, height: float) -> list[PageWord]:
    """The line numbers of pleading paper: 1, 2, 3 … down the left edge, evenly spaced."""
    left = [w for w in words if w.box[2] < 0.2 * width and w.upright]
    numbers = [w for w in left if w.text.isdecimal()]
    return _whole_gutter(numbers, height) or _worn_gutter(left, height)


def _whole_gutter(numbers: list[PageWord], height: float) -> list[PageWord]:
    if len(numbers) < 15:
        return []
    numbers.sort(key=lambda w: (-w.box[1], w.box[0]))
    chain: list[PageWord] = []
    for word in numbers:
        if int(word.text[:4]) == len(chain) + 1 and _aligned(chain, word):
            chain.append(word)
    if not 15 <= len(chain) <= 40:
        return []
    steps = [a.box[1] - b.box[1] for a, b in pairwise(chain)]
    even = max(steps) <= 1.5 * min(steps) + 2
    return chain if even and chain[0].box[3] - chain[-1].box[1] > 0.5 * height else []


_FEWEST_WORN = 12
_LEAST_LAST = 20
_MOST_LINES = 40
_OFF_LINE = 0.3
"""How far, in lines, a worn number may stand from where its value puts it."""


def _worn_gutter(left: list[PageWord], height: float) -> list[PageWord]:
    """Such numbers where a scan lost some: their places still rise evenly with their values."""
    read = [(w.text.translate(_SLIPS), w) for w in left if len(w.text) <= _TWO_FIGURES]
    known = [
        (int(text), w) for text, w in read if text.isdecimal() and 0 < int(text) <= _MOST_LINES
    ]
    known.sort(key=lambda pair: -pair[1].box[1])
    steps = sorted(
        a.box[1] - b.box[1] for (n, a), (m, b) in pairwise(known) if m == n + 1 and _aligned([a], b)
    )
    if len(steps) < _FEWEST_WORN - 4:
        return []
    step = steps[len(steps) // 2]
    tops = sorted(w.box[1] + n * step for n, w in known)
    top = tops[len(tops) // 2]
    chain = [(n, w) for n, w in known if abs(w.box[1] + n * step - top) <= _OFF_LINE * step]
    ranged = len(chain) >= _FEWEST_WORN and max(n for n, _ in chain) >= _LEAST_LAST
    return [w for _, w in chain] if ranged and top - step > 0.8 * height else []


_TWO_FIGURES = 2


def _aligned(chain: Sequence[PageWord], word: PageWord) -> bool:
    if not chain:
        return True
    first = chain[0].box
    return abs(first[2] - word.box[2]) < 8 or abs(first[0] - word.box[0]) < 8


def with_running_lines(
    lines: Sequence[Line],
    heights: dict[int, tuple[float, float]],
    recognised: frozenset[int] = frozenset(),
) -> tuple[Line, ...]:
    """Move running headers and footers to their layers.

    Text that recurs at the same place on at least three pages, or on half of them, is
    furniture; numbers are masked, so that "Page 2" and "Page 3" are the same text.

    Args:
        lines: All lines of the document.
        heights: Page number → lower edge and height of the displayed page, in line boxes' terms.
        recognised: Pages whose letters were recognised, so that some of them may be wrong.
    """
    places: dict[tuple[str, bool, int], set[int]] = defaultdict(set)
    keys: dict[int, tuple[str, bool, int]] = {}
    for i, line in enumerate(lines):
        zone = _zone(line, heights)
        if zone is None or line.box is None:
            continue
        key = (re.sub(r"\d+", "#", line.text.strip()), zone, round(line.box[1] / 8))
        keys[i] = key
        for near in (-1, 0, 1):
            places[(key[0], key[1], key[2] + near)].add(line.page)
    _join_alike(keys, places, {i for i in keys if lines[i].page in recognised})
    pages = len(heights)
    need = max(2, min(3, (pages + 1) // 2))
    moved = list(lines)
    for i, key in keys.items():
        numbered = _is_numbered(lines[i], heights)
        if (len(places[key]) >= need or numbered) and moved[i].layer is Layer.BODY:
            moved[i] = replace(moved[i], layer=Layer.HEADER if key[1] else Layer.FOOTER)
    return tuple(moved)


_WITH_NUMBER = re.compile(r"(?i).{3,100}(?:[-–—|·]|\bpage)[ ]?(?P<n>\d{1,3})(?: of \d{1,3})?")
_MARGIN = 0.06


def _is_numbered(line: Line, heights: dict[int, tuple[float, float]]) -> bool:
    """Whether a line in the margin of a later page ends with that page's own number.

    A first page has no running head, so that the head of the second of two recurs nowhere.
    """
    found = _WITH_NUMBER.fullmatch(line.text.strip()) if len(line.text) <= _LONGEST_HEAD else None
    if found is None or line.box is None or int(found["n"]) != line.page or line.page < _LATER:
        return False
    floor, height = heights[line.page]
    edge = min(line.box[1] - floor, floor + height - line.box[3])
    return edge <= _MARGIN * height


_LATER = 2
_LONGEST_HEAD = 120


def _join_alike(
    keys: dict[int, tuple[str, bool, int]],
    places: dict[tuple[str, bool, int], set[int]],
    recognised: set[int],
) -> None:
    """Count lines of recognised pages together that differ by a few letters, or a little skew."""
    if len({page for i in recognised for page in places[keys[i]]}) < _LEAST_PAGES:
        return
    rows = sorted(recognised)[:_MOST_COMPARED]
    pages = {i: set(places[keys[i]]) for i in rows}
    for i in rows:
        text, zone, level = keys[i]
        for j in rows:
            other, same_zone, at = keys[j]
            if i == j or zone is not same_zone or abs(level - at) > _SKEW or not pages[j]:
                continue
            if min(len(text), len(other)) >= _LEAST_ALIKE and _alike(text, other):
                places[keys[i]] |= pages[j]


def _alike(a: str, b: str) -> bool:
    if a == b:
        return True
    if abs(len(a) - len(b)) > 0.15 * len(a):
        return False
    match = SequenceMatcher(None, a.casefold(), b.casefold(), autojunk=False)
    return match.real_quick_ratio() >= _ALIKE and match.ratio() >= _ALIKE


def _zone(line: Line, heights: dict[int, tuple[float, float]]) -> bool | None:
    """True for the top eighth of a page, False for the bottom eighth, else None."""
    if line.box is None or line.page not in heights:
        return None
    low, height = heights[line.page]
    middle = ((line.box[1] + line.box[3]) / 2 - low) / height
    if middle > 0.875:
        return True
    return False if middle < 0.125 else None
