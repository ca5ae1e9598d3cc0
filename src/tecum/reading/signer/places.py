"""Lines in which papers are signed though they do not end there (READING 10).

A court's order signed above its caption, a letter's close with schedules below it, a name over
its title in the middle of a form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tecum.reading.paper.cells import cells_of
from tecum.reading.paper.paper import Paper
from tecum.reading.signer.conformed import NOT_SIGNING
from tecum.reading.signer.titles import find_title, is_name

__all__ = ["called_by_part", "in_cell_of_signer", "signed_elsewhere"]


def signed_elsewhere(paper: Paper) -> Iterator[int]:
    """The numbers of such lines; one may come more than once."""
    yield from _signed_above(paper)
    yield from _after_closing(paper)
    yield from _name_over_title(paper)
    yield from _marked_by_itself(paper)


_MARKED = re.compile(r"\s{0,20}(?:/s/|/S/|s/)\s{0,4}[A-ZÀ-Þ]")
"""A conformed signature by itself: schedules, releases and enclosures may follow it."""
_ORDERED_ABOVE = re.compile(
    r"^(?:it is )?so ordered\b|^(?:signed|dated|entered)(?: this\b|:)"
    r"|^the (?:relief|order)\b.{0,60}\bso ordered",
    re.IGNORECASE,
)


def _marked_by_itself(paper: Paper) -> Iterator[int]:
    """Lines of a conformed signature; a form's cell for one of several signatures tells none."""
    for i, line in enumerate(paper.lines[1:], start=1):
        if _MARKED.match(line.text) and "signature" not in paper.lines[i - 1].text.lower():
            yield i


def _signed_above(paper: Paper) -> range:
    """The lines in which a judge signs above the caption, as bankruptcy courts have it done."""
    first = next((i for i in range(min(4, len(paper.lines))) if _ordered(paper, i)), None)
    return range(first + 1, min(first + 7, len(paper.lines))) if first is not None else range(0)


_LETTER_CLOSES = re.compile(
    r"^(?:(?:very )?(?:sincerely|respectfully|truly|cordially|faithfully)(?: yours| submitted)?"
    r"|(?:yours|best|kind|warm|kindest) (?:very )?"
    r"(?:sincerely|truly|faithfully|respectfully|regards)"
    r"|by the court|so ordered|it is so ordered|atentamente|cordialmente|for the commission(?:er)?"
    r"|by direction of .{3,40})\s?[,.:;]?$",
    re.IGNORECASE,
)


def _after_closing(paper: Paper) -> Iterator[int]:
    """The lines below a letter's close, whatever schedules or enclosures follow it."""
    for i, line in enumerate(paper.lines[:-1]):
        if len(line.text) < 60 and _LETTER_CLOSES.match(line.text.strip()):
            for j in range(i + 1, min(i + 6, len(paper.lines))):
                if paper.lines[j].page == line.page:
                    yield j


_ENDS = re.compile(
    r"[.!)\]:][\"”’]?\s{0,3}$|^(?:dated|given|issued|signed|executed|witness|done|entered)\b",
    re.IGNORECASE,
)
_FIRST_LINES = 5


def _name_over_title(paper: Paper) -> Iterator[int]:
    """A name over a title of its own, where sentences have ended: a form goes on below it."""
    rows = [line.text.strip() for line in paper.lines]
    for i in range(_FIRST_LINES, len(rows) - 1):
        above, line, below = rows[i - 1], rows[i], rows[i + 1]
        if called_by_part(paper, i) is not None and not NOT_SIGNING.match(above):
            yield i
        if len(line) > _LONGEST_NAME or len(below) > _LONGEST_TITLE or not _ENDS.search(above):
            continue
        if paper.lines[i].page != paper.lines[i + 1].page or is_name(line) is None:
            continue
        title = find_title(below)
        if title is not None and title.start == 0 and not NOT_SIGNING.match(above):
            yield from (i, i + 1)


_LONGEST_NAME, _LONGEST_TITLE = 50, 60
_PART_AND_LETTER = re.compile(r"(?P<part>[A-ZÀ-Þ][\w&,.'’/ -]{3,70}) (?:[A-Z]{1,2}\d?|\d{1,2}|\|)")
_STROKE = " |"
"""What a recogniser makes of a letter that is one stroke."""


def called_by_part(paper: Paper, i: int) -> str | None:
    """The line, where it is a part and a letter, and the part stands alone below it as title."""
    if i + 1 >= len(paper.lines) or paper.lines[i].page != paper.lines[i + 1].page:
        return None
    line = paper.lines[i].text.strip()
    if not (line[-1:].isupper() or line[-1:].isdigit() or line.endswith(_STROKE)):
        return None
    found = _PART_AND_LETTER.fullmatch(line)
    below = paper.lines[i + 1].text.partition(",")[0] if found else ""
    same = found and found["part"].casefold() == below.strip(" .").casefold()
    if not same:
        return None
    return line.removesuffix(_STROKE) + " I" if line.endswith(_STROKE) else line


_CELL_OF_SIGNER = re.compile(
    r"(?:\d{1,2}[.)]?\s)?(?:[a-z]{2,5} (?:officer|official|agent) \((?:print|type)[^)]{0,20}\)"
    r"|(?:requesting|issuing|authori[sz]ing|contact) (?:officer|official|agent)"
    r"|name of (?:auditor|investigator|examiner|case ?worker|inspector|adjudicator|specialist)"
    r"|(?:printed |typed )?name,?(?: and title| \(?print(?:ed)?\)?)?"
    r" of (?:the )?(?:immigration|issuing|authori[sz]ed|requesting)? ?(?:officer|official|agent)"
    r"|(?:issuing |immigration |authori[sz]ed )?(?:officer|official) \(name and title\)).{0,20}",
    re.IGNORECASE,
)


def in_cell_of_signer(paper: Paper) -> frozenset[int]:
    """What was typed in a form's cell for the name and title of the officer who signs it."""
    return frozenset(
        cell.value
        for cell in cells_of(paper)
        if _CELL_OF_SIGNER.fullmatch(paper.lines[cell.label].text.strip(" :"))
        or (
            cell.value > len(paper.lines) // 2  # at its head a memorandum names its writer so
            and _CELL_OF_SENDER.fullmatch(paper.lines[cell.label].text.strip(" :"))
            and find_title(paper.lines[cell.value].text) is not None
            and is_name(paper.lines[cell.value].text)
        )
    )


_CELL_OF_SENDER = re.compile(r"from|requester|requested by|name and title of requester", re.I)
"""Where an officer who asks by a form names himself at its foot."""


def _ordered(paper: Paper, i: int) -> bool:
    return _ORDERED_ABOVE.match(paper.lines[i].text.strip()) is not None
