"""Items in the cells of a table: a numbered column beside one that says what is wanted.

A table is told by its head: cells that name a number, a description, a form or a period, over
rows with as many cells. Only the cell that describes is the item.

Authority: READING 6 (tables keep cells), READING 12.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from tecum.instruments.sought import word_ends

__all__ = [
    "ItemTable",
    "TableRow",
    "is_head",
    "item_tables",
    "label_of",
    "stacked_tables",
    "wanted_column",
]

_GAP = re.compile(r"[ ]{0,6}\|[ ]{0,6}|[ ]{3,}|\t")
_NEXT_GAP = re.compile(r"\t|\||   ")
"""What tells the line of the next gap: looked for by its first letter alone."""
_NUMBER = re.compile(
    r"(?:no|nos|item|number|request|#|ref|line|ltr|letter|part|nr|label|tab|tag|id)\.?(?: no\.?)?",
    re.I,
)
_WANTED = re.compile(
    r"(?:description|records?|documents?|data|information|materials?|items?|requests?|what)\b"
    r"(?:[ ](?:of[ ])?(?:the[ ])?(?:records?|documents?|items?|data|information|requested|sought"
    r"|required|needed|wanted|to[ ]be[ ]\w{4,12})){0,4}"
    r"|(?:we|i)[ ](?:need|want|ask[ ]for|request|require|are[ ]missing|lack)|needed|wanted"
    r"|requested"
    r"|prepared[ ]by[ ]client|pbc(?:[ ]items?)?"
    r"|(?:please[ ])?(?:provide|send|produce|furnish|submit|supply)"
    r"|what[ ](?:we|i|you|to|is)[ ]\w{3,10}(?:[ ]\w{2,10}){0,3}|(?:questions?|tables?|papers?"
    r"|exhibits?)"
    r"(?:[ ](?:asked|requested|wanted|needed))?",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"(?:forms?|formats?|periods?|dates?|date[ ]range|time[ ](?:period|frame)|years?|purpose"
    r"|authority|notes?|remarks|custodian|source|priority|due|unit|from|to|file[ ]type|media|by"
    r"|on[ ]or[ ]before|no[ ]later[ ]than"
    r"|(?:needed|wanted|required|return|send|produce|owed)[ ](?:by|on|no[ ]later))\b"
    r"[^|]{0,24}",
    re.IGNORECASE,
)
_MARK = re.compile(
    r"[(\[]?(?P<label>[0-9]{1,3}|[A-Za-z]|[A-Z]-?[0-9]{1,2}|[ivxIVX]{1,5})[.)\]]{0,2}"
)
_MARK_BEFORE = re.compile(
    r"\s{0,4}[(\[]?(?P<label>[0-9]{1,3}|[A-Z](?:-?[0-9]{1,2})?)[.)\]]{0,2}(?:\s{1,9}|$)"
)
_FEWEST_ROWS = 2
_MOST_ROWS = 80


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row: its printed label, if any, and where its describing cell stands."""

    label: str | None
    start: int
    end: int
    row_end: int


@dataclass(frozen=True, slots=True)
class ItemTable:
    """The rows of a table, and where its head begins."""

    start: int
    rows: tuple[TableRow, ...]


def item_tables(folded: str) -> Iterator[ItemTable]:
    """The tables of a folded text whose head names what is wanted, in printed order."""
    at = 0
    while (gap := _NEXT_GAP.search(folded, at)) is not None:  # one cell is no head of a table
        at = max(at, folded.rfind("\n", at, gap.start()) + 1)
        end = _line_end(folded, at)
        head = _cells(folded, at, end)
        wanted = _wanted_column(folded, head)
        if wanted is not None:
            rows = tuple(_rows(folded, end + 1, len(head), wanted, _numbered(folded, head)))
            if len(rows) >= _FEWEST_ROWS:
                yield ItemTable(at, rows)
                end = rows[-1].row_end
        at = end + 1


_WIDEST = 5
_LINE = re.compile(r"[^\n]*\S[^\n]*")


def stacked_tables(folded: str, *, has_places: bool = True) -> Iterator[ItemTable]:
    """Tables of which each cell stands on a line of its own, the head's cells first.

    Args:
        folded: The text.
        has_places: Its lines have places on a page, which tell of tables without numbers.
    """
    lines = [(m.start(), m.end()) for m in _LINE.finditer(folded)]
    words = [folded[a:b].strip(" :|") for a, b in lines]
    told = _told_lines(folded, lines)
    wants = [i in told and _WANTED.fullmatch(cell) is not None for i, cell in enumerate(words)]
    i = 0
    while i < len(lines):
        if True not in wants[i : i + _WIDEST]:
            i += 1
            continue
        rows: tuple[TableRow, ...] = ()
        for width in range(_WIDEST, 1, -1):
            wanted = wanted_column(words[i : i + width])
            if wanted is None:
                continue
            if _NUMBER.fullmatch(words[i]):
                rows = tuple(_stacked_rows(words, lines, i + width, width, wanted))
            elif (
                not has_places
                and _goes_before(words, i)
                and (width == _LEAST or not _loose(words[i : i + width]))
            ):
                rows = tuple(_plain_rows(words, lines, i + width, width, wanted))
            if len(rows) >= _FEWEST_ROWS:
                break
        if len(rows) >= _FEWEST_ROWS:
            yield ItemTable(lines[i][0], rows)
            i = next(k for k, line in enumerate(lines) if line[1] >= rows[-1].row_end)
        i += 1


def _told_lines(folded: str, lines: Sequence[tuple[int, int]]) -> Container[int]:
    """The numbers of the lines that may be the head of what is wanted, told by their words."""
    rows = word_ends(_WANTED, folded)
    if rows is None:
        return range(len(lines))
    starts = [start for start, _ in lines]
    return {bisect_right(starts, end) - 1 for row in rows for end in row}


def _stacked_rows(
    words: Sequence[str], lines: Sequence[tuple[int, int]], at: int, width: int, wanted: int
) -> Iterator[TableRow]:
    """The rows of such a table: each begins with a number that counts on from the one before."""
    count = 1
    while at + width <= len(lines) and words[at].strip("().") in (str(count), chr(64 + count)):
        start, end = lines[at + wanted]
        yield TableRow(words[at].strip("()."), start, end, lines[at + width - 1][1])
        at += width
        count += 1


def _goes_before(words: Sequence[str], at: int) -> bool:
    """Whether the line before a head without numbers ends a sentence that may lead to it."""
    return (
        at > 0 and words[at - 1].endswith((".", ":")) and len(words[at - 1].split()) > _LEAST_LEAD
    )


_LEAST_LEAD = 4
_MOST_CELL_WORDS = 16


def _plain_rows(
    words: Sequence[str], lines: Sequence[tuple[int, int]], at: int, width: int, wanted: int
) -> Iterator[TableRow]:
    """The rows of such a table without numbers: cells, up to a line that is a sentence."""
    stop = next((i for i in range(at, len(lines)) if not _is_cell(words[i])), len(lines))
    if (stop - at) % width:
        return
    for first in range(at, stop, width):
        start, end = lines[first + wanted]
        yield TableRow(None, start, end, lines[first + width - 1][1])


def _is_cell(words: str) -> bool:
    """Whether a line may be a cell: short, and no sentence with its full stop."""
    short = len(words.split()) <= _MOST_CELL_WORDS
    letters = any(c.isalnum() for c in words)
    return short and letters and not words.endswith((".", ":", ","))


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _cells(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The cells of a line; lines longer than any table's are taken for prose."""
    if not 0 < end - start < 400:
        return []
    found: list[tuple[int, int]] = []
    at = start
    for gap in [*_GAP.finditer(text, start, end), None]:
        stop = gap.start() if gap is not None else end
        if text[at:stop].strip(" |"):
            lead = len(text[at:stop]) - len(text[at:stop].lstrip(" |"))
            found.append((at + lead, at + len(text[at:stop].rstrip(" |"))))
        at = gap.end() if gap is not None else end
    return found


def _wanted_column(text: str, head: list[tuple[int, int]]) -> int | None:
    """Which column describes what is wanted, where a line is the head of such a table."""
    return wanted_column([text[a:b].strip(" :") for a, b in head])


def wanted_column(words: Sequence[str]) -> int | None:
    """Which cell of a head describes what is wanted; None where the cells are no such head."""
    if not 2 <= len(words) <= 6:
        return None
    wanted = [i for i, cell in enumerate(words) if _WANTED.fullmatch(cell)]
    if not wanted:
        return None
    numbers = [i for i, cell in enumerate(words) if _NUMBER.fullmatch(cell)]
    columns = [i for i in wanted if not (i == 0 and numbers[:1] == [0] and len(wanted) > 1)]
    if not columns:
        return None
    asides = [i for i, cell in enumerate(words) if _ASIDE.fullmatch(cell)]
    others = [i for i in range(len(words)) if i not in {*wanted, *numbers, *asides}]
    if others and (len(columns) > 1 or not all(_is_short_head(words[i]) for i in others)):
        return None
    return columns[0]


_LONGEST_HEAD = 3
_ABBREVIATED = 4


_LEAST = 2


def _loose(words: Sequence[str]) -> bool:
    """Whether a cell of a head says neither what is wanted nor number, form or period."""
    known = (_WANTED, _NUMBER, _ASIDE)
    return any(not any(sort.fullmatch(cell) for sort in known) for cell in words)


def _is_short_head(cell: str) -> bool:
    """Whether a cell may head a column of any other sort ("Why", "Area", "Your answer")."""
    named = cell[:1].isupper() and not (cell.isupper() and len(cell) > _ABBREVIATED)
    return named and len(cell.split()) <= _LONGEST_HEAD and cell[-1] not in ".,;:?"


def is_head(words: Sequence[str]) -> bool:
    """Whether the cells of a head number their rows, or set something beside what is wanted."""
    beside = (c for c in words if not _WANTED.fullmatch(c))
    return any(_NUMBER.fullmatch(c) or _ASIDE.fullmatch(c) or _is_short_head(c) for c in beside)


def label_of(cell: str) -> tuple[str | None, int]:
    """The label at the start of a cell, and how many characters it takes with the space."""
    found = _MARK_BEFORE.match(cell)
    return (found["label"], found.end()) if found else (None, 0)


def _numbered(text: str, head: list[tuple[int, int]]) -> bool:
    return _NUMBER.fullmatch(text[head[0][0] : head[0][1]].strip(" :")) is not None


def _rows(text: str, start: int, width: int, wanted: int, numbered: bool) -> Iterator[TableRow]:
    """The rows below a head: lines of as many cells; others end the table."""
    at = start
    for _ in range(_MOST_ROWS):
        end = _line_end(text, at)
        cells = _cells(text, at, end)
        if len(cells) != width:
            return
        mark = _MARK.fullmatch(text[cells[0][0] : cells[0][1]]) if numbered else None
        if numbered and mark is None:
            return
        yield TableRow(mark["label"] if mark else None, *cells[wanted], end)
        at = end + 1
