"""Lists whose rows are ticked: the checked ones are asked for, the empty ones are not.

Authority: READING 12 (where boxes choose the items, only checked ones are items).
"""

from __future__ import annotations

import re

from tecum.reading.items.categories import names_a_thing
from tecum.reading.items.list_marks import leads_strongly
from tecum.reading.items.list_view import ListView
from tecum.reading.items.unmarked import Unmarked
from tecum.reading.text.matching import plain, spaced

__all__ = ["ticked_rows"]

_BOX_LINE = re.compile(
    r"(?m)^[ ]{0,30}(?P<box>\{?[\[{][ _xX\u2713]?[\]}]_?|[(\[{][xX][\]})]"
    r"|[\u2610\u2611\u2612\u25a0\u25a1])[ ]{1,4}(?=\S)"
)
_ASKED = spaced(
    r"\b(?:to\sbe\s(?:produced|provided|preserved|disclosed)|requested|required|needed|sought"
    r"|copies\sof)\b"
)
_OTHERWISE = spaced(
    r"(?:action\srequired|method|deadlines?|grounds|determined|basis|choose|deliver(?:ed|y)\sby"
    r"|served|service|filed|based\son|accused|charged|relationship|type\sof)\b"
)
_NO_THING = spaced(
    r"(?:[0-9]{1,2}\.\s)?(?:you\sare|appear|produce|provide|testif|determined|as\ssoon|within"
    r"|yes|no|other|other:|by\s|cancel|mail|fax|e-?mail|hand)\b"
)
_CHECKED = re.compile(r"\{?[\[{(][xX\u2713][\]})]|[\u2611\u2612\u25a0]")
"""A bracket of a typed box may have been recognised as another one."""
_MOST_ROWS = 40


def ticked_rows(view: ListView) -> Unmarked | None:
    """The first list of ticked rows behind words that ask, its checked rows; None if none."""
    group: list[re.Match[str]] = []
    for match in [*_BOX_LINE.finditer(view.folded), None]:
        if match is not None and (not group or _goes_on(view.folded, group[-1], match)):
            group.append(match)
            continue
        rows = _asked_rows(view, group)
        if rows is not None:
            return rows
        group = [match] if match is not None else []
    return None


def _goes_on(text: str, last: re.Match[str], match: re.Match[str]) -> bool:
    """Whether only the last row's own lines stand between two boxes."""
    between = text[last.end() : match.start()].strip("\n ")
    return "\n\n" not in between and len(between) < 600


def _asked_rows(view: ListView, group: list[re.Match[str]]) -> Unmarked | None:
    if not 2 <= len(group) <= _MOST_ROWS or view.is_apart(group[0].start()):
        return None
    text = view.folded
    lead = _lead(text, group[0].start())
    low = plain(lead)
    if _OTHERWISE.search(low) or not (leads_strongly(low) or _ASKED.search(low)):
        return None
    rows: list[tuple[int, int]] = []
    for match, later in zip(group, [*group[1:], None], strict=True):
        if not _CHECKED.match(match["box"]):
            continue
        if _NO_THING.match(view.low, match.end()):
            return None
        end = later.start() if later is not None else _own_end(text, match.end())
        rows.append((match.end(), match.end() + len(text[match.end() : end].rstrip())))
    named = any(names_a_thing(text[a:b]) for a, b in rows)
    return Unmarked(tuple(rows), " ".join(lead.split())) if named else None


def _lead(text: str, start: int) -> str:
    """The paragraph, or the line, that stands before a list."""
    before = text[max(0, start - 400) : start].rstrip()
    return before.rsplit("\n\n", 1)[-1][-300:]


def _own_end(text: str, start: int) -> int:
    """The end of the last row: its line, and lines that go on in small letters."""
    end = text.find("\n", start)
    while end >= 0 and text[end + 1 : end + 40].lstrip(" ")[:1].islower():
        end = text.find("\n", end + 1)
    return len(text) if end < 0 else end
