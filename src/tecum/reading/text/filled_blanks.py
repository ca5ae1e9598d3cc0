"""Dates and times that were filled into the blanks of a printed form (READING 6, 11, 12).

"this ___ day of ______, 20__ at ____ o'clock _.m." leaves wide gaps between the pieces of one
date. They are one phrase all the same, and never the cells of a table or two columns.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from tecum.reading.text.glyphs import PageWord
from tecum.reading.text.matching import plain
from tecum.reading.text.month_names import MONTH
from tecum.reading.text.numbers_in_words import ORDINAL

__all__ = ["closed", "in_sentences", "phrases", "without_blanks"]

Rect = tuple[float, float, float, float]

_GAP = r"[\s_]{0,60}"
_WIDE = r"[\s_]{1,60}"
_DAY = rf"(?:[0-9]{{1,2}}{_GAP}(?:st|nd|rd|th)?|{ORDINAL})"
_YEAR = rf"(?:(?:19|20){_GAP}[0-9]{{2}}|two thousand)(?![0-9])"
_DAY_OF = (
    rf"{_DAY}{_WIDE}day{_WIDE}of{_WIDE}{MONTH}(?![a-z])\.?{_GAP}(?:,|in the year)?{_GAP}{_YEAR}"
)
_MONTH_DAY = rf"{MONTH}\.?{_WIDE}[0-9]{{1,2}}{_GAP},?{_GAP}{_YEAR}"
_NUMERIC = r"[0-9]{1,2}[/-][0-9]{1,2}[/-](?:[0-9]{4}|[0-9]{2})(?![0-9])"
_MERIDIEM = rf"[ap]{_GAP}\.?{_GAP}m(?![a-z])\.?"
_BOX = r"\[[ x]?\]"
_HALF = rf"(?:in{_WIDE}the{_WIDE})?(?:fore{_GAP}noon|after{_GAP}noon|morning)"
_HOUR = (
    rf"[0-9]{{1,2}}(?::[0-9]{{2}})?(?:{_GAP}o'?{_GAP}clock)?,?{_GAP}"
    rf"(?:{_BOX}{_GAP}{_MERIDIEM}{_WIDE}{_BOX}{_GAP}{_MERIDIEM}|{_MERIDIEM}|{_HALF}|noon)"
    rf"(?:{_GAP}o'?{_GAP}clock)?"
)
_AT = rf"{_GAP},?{_GAP}(?:at|@){_WIDE}{_HOUR}"
_PHRASE = re.compile(
    rf"(?<![a-z0-9])(?:(?:(?:on|this|the|el){_WIDE}){{0,2}}{_DAY_OF}(?:{_AT})?"
    rf"|(?:on{_WIDE})?(?:{_MONTH_DAY}|{_NUMERIC}){_AT}"
    rf"|(?:on|this){_WIDE}{_MONTH_DAY}"
    rf"|at{_WIDE}{_HOUR})"
)
_HINT = re.compile(r"(?<![a-z])(?:day|at|on|this)(?![a-z])|@")
_LINE = re.compile(r"_+")
_BEFORE_COMMA = re.compile(r"\s{1,60}(?=,)")
_TORN = re.compile(r"(?<![0-9])(19|20)\s{1,60}(?=[0-9]{2}(?![0-9:]))")
_NOON = re.compile(r"\b(fore|after)\s{1,60}(?=noon)", re.IGNORECASE)
_LEADS = re.compile(r"(?:on|at)\s")
_LEAD_GAP = re.compile(r"(?<=\bat)\s{2,60}(?=\S)")
_LAST_GAP = re.compile(r"\s{2,60}$")
_SPACE = re.compile(r"\s{2,}")


def phrases(low: str) -> Iterator[tuple[int, int]]:
    """Where a date or a time stands in a row of small letters, blanks between its pieces."""
    if _HINT.search(low):
        for match in _PHRASE.finditer(low):
            yield match.span()


def closed(row: str) -> str:
    """A row of text whose filled blanks are closed up; all other gaps stay as they are.

    >>> closed("on the   14th   day of   June   ,  2022   at   9:00   o'clock   a. m.     Room 4")
    "on the 14th day of June, 2022 at 9:00 o'clock a. m.     Room 4"
    >>> closed("this __3rd__ day of __May__, 20__21__")
    'this 3rd day of May, 2021__'
    """
    if "  " not in row and "_" not in row and " ," not in row and " 20 " not in row:
        return row
    low = plain(row)
    out, at = [], 0
    for start, end in phrases(low) if len(low) == len(row) else ():
        before = row[at:start]
        if before.strip() and _LEADS.match(low, start) and not before.rstrip().endswith(":"):
            before = _LAST_GAP.sub(" ", _LEAD_GAP.sub(" ", before))
        out += [before, _tight(row[start:end])]
        at = end
    return "".join([*out, row[at:]])


def _tight(phrase: str) -> str:
    phrase = _BEFORE_COMMA.sub("", _SPACE.sub(" ", _LINE.sub(" ", phrase)))
    return _NOON.sub(r"\1", _TORN.sub(r"\1", phrase))


def without_blanks(row: list[PageWord]) -> tuple[list[PageWord], frozenset[int]]:
    """A row of words with filled blanks closed up, and the words that go on such a phrase.

    The lines of a blank that are drawn with letters are left out of it; a year and a comma that
    stand apart are put together. The words that go on are told by their ``id``.
    """
    low = " ".join([w.text for w in row])
    if not _HINT.search(low.lower()) or not _is_gapped(row):
        return row, frozenset()
    low = plain(low)
    found: list[PageWord] = []
    joined: set[int] = set()
    at = 0
    spans = list(phrases(low))
    for word in row:
        start, end = at, at + len(word.text)
        at = end + 1
        inside = any(a < end and start < b for a, b in spans)
        goes_on = any(a < start < b for a, b in spans)
        bare = _bare(word) if inside else word
        if bare is None:
            continue
        if goes_on and found and _belongs(found[-1], bare):
            whole = _together(found[-1], bare)
            if id(found[-1]) in joined:
                joined ^= {id(found[-1]), id(whole)}
            found[-1] = whole
            continue
        found.append(bare)
        if goes_on:
            joined.add(id(bare))
    return found, frozenset(joined)


def _is_gapped(row: Sequence[PageWord]) -> bool:
    return any(b.box[0] - a.box[2] > 3 for a, b in pairwise(row)) or any("_" in w.text for w in row)


def _bare(word: PageWord) -> PageWord | None:
    """A word without the line that it was written on; None for the line itself."""
    text = word.text.strip("_")
    if text == word.text or not word.text.strip("_,."):
        return word if text == word.text else None
    if len(word.letters) != 4 * len(word.text):
        return word
    skip = len(word.text) - len(word.text.lstrip("_"))
    letters = word.letters[4 * skip : 4 * (skip + len(text))]
    return replace(word, text=text, letters=letters)


def _belongs(a: PageWord, b: PageWord) -> bool:
    """Whether two pieces are one word: a comma behind a month, the halves of a year."""
    if b.text == ",":
        return a.text[-1:].isalnum()
    return a.text in ("19", "20") and len(b.text.strip(".,;")) == 2 and b.text[:2].isdigit()


def _together(a: PageWord, b: PageWord) -> PageWord:
    def around(p: Rect, q: Rect) -> Rect:
        return min(p[0], q[0]), min(p[1], q[1]), max(p[2], q[2]), max(p[3], q[3])

    return replace(
        a,
        text=a.text + b.text,
        box=around(a.box, b.box),
        place=around(a.place, b.place),
        letters=array("f", [*a.letters, *b.letters]),
    )


_LEADS_ON = frozenset("at before by for from in is of on the to with".split())  # noqa: SIM905 - a list of words reads best so
_GOES_ON = re.compile(r"[,.;]$|[a-z]{2,}[,.;]?$")
_CELL = 1.3
"""Letter heights from which a gap may part two cells."""
_NEXT_ROW = 2.6


def in_sentences(rows: Sequence[list[PageWord]]) -> Iterator[PageWord]:
    """The words that go on a sentence behind a blank that was filled in.

    A sentence breaks off at "at" or "of the", and goes on behind a gap. Between columns the
    rows above and below leave the same gap; a blank they run over.
    """
    for i, row in enumerate(rows):
        goes_on = False
        for a, b in pairwise(row):
            height = a.box[3] - a.box[1]
            if b.box[0] - a.box[2] <= _CELL * height:
                continue
            leads = a is not row[0] and a.text in _LEADS_ON
            if not leads and not (goes_on and _GOES_ON.match(b.text)):
                continue
            near = (rows[j] for j in (i - 1, i + 1) if 0 <= j < len(rows))
            if any(_is_next(row, other, height) and _runs_over(other, a, b) for other in near):
                goes_on = True
                yield b


def _is_next(row: Sequence[PageWord], other: Sequence[PageWord], height: float) -> bool:
    return abs(row[0].box[1] - other[0].box[1]) <= _NEXT_ROW * height


def _runs_over(row: Sequence[PageWord], a: PageWord, b: PageWord) -> bool:
    """Whether the words of a row run on without a gap over the gap between two words."""
    start, end = a.box[2], b.box[0]
    if row[0].box[0] > start or row[-1].box[2] < end:
        return False
    return all(
        d.box[0] - c.box[2] <= _CELL * (c.box[3] - c.box[1])
        for c, d in pairwise(row)
        if c.box[2] < end and d.box[0] > start
    )
