"""Labelled fields: "To:", "File No.", "Date and Time:", with the value beside or below."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tecum.instruments.compiled import compiled, led
from tecum.instruments.sought import Sought
from tecum.provenance import Span
from tecum.reading.paper.paper import Paper, once_a_paper

__all__ = ["Labelled", "labelled"]

_ANY = (
    r"to|from|date|dated|re|subject|subj|name|file|file no|case|case no"
    r"|civil action no|no|number|attn"
    r"|event|event #|event no|subject id|dob|date of birth|sex|place|time"
    r"|date and time|when|where|before"
    r"|summons no|subpoena no|subpoena number|summons number|control no|docket no"
    r"|matter|in re|nationality"
    r"|citizenship|a-number|a number|alien no|alien number|pages|fax|tel|telephone"
    r"|phone|courtroom no"
    r"|agency case no|date of request|issued|served|reference|our ref|ref|cc|account|warrant no"
    r"|investigation no|charge no|inspection no|award no|grant no|index no|cause no"
    r"|requesting agency"
)
_STOP = re.compile(
    rf"(?<!\s)\s{{1,90}}+(?:(?:{_ANY})\s{{0,60}}+(?:\.|#)?\s{{0,60}}+[:#]"
    r"|(?:summons|subpoena|file|case|event|control|docket"
    r"|award|index|warrant|inspection)\s{1,60}+(?:no|number|#)\b\.?|No\.\s{0,60}(?=[\w-]{0,60}\d))"
    r"|(?<!\s)\s{2,90}+(?=No\.\s)",
    re.IGNORECASE,
)
_LONGEST = 400
_LEADERS = r"\.{4,}|(?<=\s)\.(?=\s*$)"
"""Dots that lead from a label to its value; the last of them may be all that was read."""
_MARK = rf"[:：#]+|{_LEADERS}"
"""With what a label ends."""
_LABEL_LINE = re.compile(rf"^\W{{0,4}}(?:{_ANY})\s{{0,60}}\.?\s{{0,60}}[:#]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label and the value found for it; offsets are of the document's running text."""

    label: str
    value: str
    start: int
    end: int
    line: int
    below: bool


def labelled(
    paper: Paper, names: str, *, colon: bool = True, inline: str = ""
) -> Iterator[Labelled]:
    """Every field whose label matches ``names`` (a pattern), in reading order.

    A value stands to the right of its label, cut off where another label begins; where
    nothing stands there, it is the next line, unless that line is a label itself.

    Args:
        paper: The document.
        names: Alternatives for the label, as a pattern.
        colon: Whether a colon (or number sign) must follow the label.
        inline: Those labels that may also stand in the middle of a line.
    """
    known, first, middle = _patterns(names, colon, inline)
    if not known.may_be_in(paper.words):
        return
    for i in _marked(paper) if colon else range(len(paper.lines)):
        text = paper.lines[i].text[:_LONGEST]
        found = first.match(text) or (middle.search(text) if middle else None)
        if found is None:
            continue
        value, at = _cut(found["value"]), found.start("value")
        if value.strip(" _.-"):
            start = paper.start_of(i) + at
            yield Labelled(found["label"], value.strip(), start, start + len(value), i, False)
            continue
        below = _below(paper, i)
        if below is not None:
            text = _cut(paper.lines[below].text)
            start = paper.start_of(below)
            yield Labelled(found["label"], text.strip(), start, start + len(text), below, True)


_MARKS = led(_MARK)


@once_a_paper
def _marked(paper: Paper) -> tuple[int, ...]:
    """The lines that hold a sign with which a label ends."""
    lines = paper.lines
    return tuple(i for i, line in enumerate(lines) if _MARKS.search(line.text[:_LONGEST]))


@lru_cache(maxsize=64)
def _patterns(
    names: str, colon: bool, inline: str
) -> tuple[Sought, re.Pattern[str], re.Pattern[str] | None]:
    """The names by themselves, a label that begins a line, and one in the middle of a line."""
    mark = rf"\s*(?:{_MARK})\s*" if colon else rf"\s*(?:(?:{_MARK})\s*|\s(?=\S)|$)"
    value = rf"\s{{0,60}}\.?{mark}(?P<value>.*)$"
    middle = rf"(?<=\s)(?P<label>{inline}){value}"
    first = rf"^\W{{0,4}}(?:\d{{1,2}}\s{{0,60}}[.)]\s{{0,60}})?(?P<label>{names}){value}"
    return (
        Sought(f"{names}|{inline}" if inline else names, re.IGNORECASE),
        compiled(first, re.IGNORECASE),
        compiled(middle, re.IGNORECASE) if inline else None,
    )


def _cut(value: str) -> str:
    stop = _STOP.search(value)
    return value[: stop.start()] if stop else value


def _below(paper: Paper, i: int) -> int | None:
    """The line that stands under a label whose own line holds no value.

    A form's cells may be read row by row: further labels then stand between, and the first
    line behind them is the value of the first label.
    """
    if i + 1 >= len(paper.lines) or paper.lines[i + 1].page != paper.lines[i].page:
        return None
    if _LABEL_ALONE.match(paper.lines[i + 1].text):
        behind = next(
            (
                j
                for j in range(i + 2, min(i + 5, len(paper.lines)))
                if not _LABEL_ALONE.match(paper.lines[j].text)
            ),
            None,
        )
        return behind if behind is not None and _is_value(paper, i, behind) else None
    text = paper.lines[i + 1].text
    if _NUMBER_BESIDE.match(text):
        return _in_own_column(paper, i)
    if _LABEL_LINE.match(text) or not re.search(r"\w", text) or re.match(r"\W*_{4,}", text):
        return None
    a, b = paper.lines[i].box, paper.lines[i + 1].box
    if a is None or b is None or (b[0] > a[0] and min(a[3], b[3]) > max(a[1], b[1])):
        return i + 1
    if b[0] > a[2] + 150 or a[1] - b[3] > 40:
        return None
    return i + 1


_NUMBER_BESIDE = re.compile(r"(?:No|Nos|File|Case|Docket)\.?\s{0,3}[:#]?\s{0,3}[A-Z]{0,6}-?\d")


def _in_own_column(paper: Paper, i: int) -> int | None:
    """The line under a label's left edge, where a number stands beside the label."""
    a = paper.lines[i].box
    for j in range(i + 2, min(i + 4, len(paper.lines))):
        b = paper.lines[j].box
        if a is None or b is None or paper.lines[j].page != paper.lines[i].page:
            return None
        if abs(a[0] - b[0]) <= 8 and -2 <= a[1] - b[3] <= 24:
            return j if re.search(r"\w", paper.lines[j].text) else None
    return None


_LABEL_ALONE = re.compile(
    r"\W{0,4}(?:address|telephone|phone|fax|e-?mail|date|time|place|title|name|city|state|zip"
    r"|attn|attention)\s{0,3}[:.]?\s{0,9}$",
    re.IGNORECASE,
)


def _is_value(paper: Paper, i: int, j: int) -> bool:
    """Whether a line some way below a label can hold its value."""
    text = paper.lines[j].text
    same_page = paper.lines[j].page == paper.lines[i].page
    return (
        same_page and _LABEL_LINE.match(text) is None and re.search(r"[A-Za-z]", text) is not None
    )


def span_of(paper: Paper, found: Labelled) -> tuple[Span, ...]:
    """The spans of a labelled value."""
    return paper.spans(found.start, found.end)
