"""The bodies with whose names a letter begins, and an address that stands above its date."""

from __future__ import annotations

import re

from tecum.instruments.compiled import led
from tecum.instruments.institutions import load_institutions
from tecum.reading.paper.head_names import (
    end_of_names,
    is_rest_of_name,
    is_set_under,
    joined_names,
)
from tecum.reading.paper.letter_lines import (
    BODY_NOUN,
    HANDLING,
    REFERENCE_LINE,
    STREET,
    TITLE_NOUN,
    is_addressee,
)
from tecum.reading.paper.paper import Paper
from tecum.reading.paper.under import line_under

__all__ = ["letterhead_of"]

_NO_BODY = re.compile(
    r"^\W{0,60}(?:form\b|omb\b|annex\b|page \d|confidential\b|filed under seal|law enforcement sens"
    r"|privileged|urgent\b|second request|rev\.|approved\b|authori[sz]ed (?:by|under)\b"
    r"|(?-i:[A-Z]{2,4}(?:-[A-Z]{1,3})?[ -]\d{3,5}[A-Z]?$)"
    r"|(?-i:[A-Z](?:[ .]{1,2}[A-Z]){0,5}\.?$)|office$)",
    re.IGNORECASE,
)
_SOVEREIGN = re.compile(
    r"(?:the )?(?:(?:state|commonwealth|territory|county|city|town|people) of [\w .]{3,30}"
    r"|united states(?: of america)?|[\w ]{3,24} (?:nation|tribe|band|county)|estado libre.{0,40}"
    r"|(?:gobierno|estado|municipio|ayuntamiento|rep[uú]blica) de[\w .áéíóúñ]{3,36})",
    re.IGNORECASE,
)
_GREETING = re.compile(
    r"^(?:hello|hi|hey|dear|(?:good )?(?:morning|afternoon|evening)(?!:)|greetings|to\b"
    r"|[\w ]{2,30} team"
    r"|team|all|attorneys? at law)\b",
    re.IGNORECASE,
)
_PART_OF_SENDER = re.compile(
    r"(?:Region|District|Area|Zone)\s(?:[IVX]{1,4}|\d{1,2})"
    r"|(?:[A-Z][\w&.'-]{0,30}\s){1,7}(?:Service\sCenter|(?:Area|Regional|District|Field|Resident"
    r"|Sub-?|Branch|Country|Local)\s?-?Office|Suboffice|Division|Bureau|Branch|Unit|Region"
    r"|Section|Enforcement)(?:,\sRegion\s[IVX\d]{1,4})?|(?:[A-Z][\w.-]{1,20}\s){1,3}Office",
    re.IGNORECASE,
)
"""A line under a letterhead that names the part of the body which writes."""
_GOES_ON = re.compile(r"(?:of|for) (?:the )?[A-Z][\w ]{3,40}$")
"""The second line of an office's name that is set in two: "of Transportation"."""
_NUMBERED = re.compile(
    r"(?:[A-Z][a-z]{2,12}\s)?(?:account|docket|note|file|case|control|ref(?:erence)?|our ref"
    r"|claim|charge)\b\.?\s{0,2}(?:no|number|#)?[.:]{0,2}\s{0,3}[A-Z#]{0,6}-?\d",
    re.IGNORECASE,
)
_MEMBER = re.compile(
    r"(?:(?:Senator|Sen\.|Representative|Rep\.|Assembly(?:member|man|woman)|Delegate"
    r"|Alder(?:man|woman|person)|Council ?[Mm]ember)\s[^\d,:]{1,40}"
    r"|(?:Co-?|Vice[- ]|Ranking )?(?:[Cc]hair(?:man|woman|person)?|Member)s?)(?:,\s.{2,30})?"
)
"""A member of the body that heads a letter, named beside or under its name."""
_TELLS = led(
    r"\b(?:sue[sd]?|filed|wins?|won|joins?|asks|seeks|supports|opposes|says|said|announces|begs"
    r"|warns|denies|grants|releases|is|are|was|were|has|have|had)\b",
    re.IGNORECASE,
)
"""The verb of a headline: no body's name has one."""
_SPECK = re.compile(r"^(?:[.,:;'|]\s{1,3}|[“”\"‘*~_]{1,2}\s{0,3})(?=[A-ZÀ-Þ])")
"""What a recogniser makes of a speck or an edge before a line."""
_LISTED = re.compile(r"\W{0,2}(?:\d{1,2}|[a-z])[.)]\s|[\u2022\u2013*-]\s|\W{0,9}\d{0,6}\W{0,9}$")
"""An item of a list, or a line without letters: no part of a letterhead."""


def letterhead_of(paper: Paper, lines: list[int]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The bodies that a letter begins with, and lines after them (an address above the date)."""
    bodies = load_institutions()
    head: list[int] = []
    rest: list[int] = []
    for i in lines[:10]:
        text = _SPECK.sub("", paper.lines[i].text.strip())
        if i in head:
            continue
        if head and is_rest_of_name(paper, head[-1], i):
            head.append(i)
            continue
        below = _rest_below(paper, i, next_too=True) if head and not rest else []
        if below:
            head += [i, *below]  # a name in several lines, as "… and Naturalization / Service"
            continue
        # A place does not begin a paper: "State Fire Marshal, Inspection Branch" is an office.
        if STREET.match(text) or (_is_place(text) and i != lines[0]) or _NO_BODY.match(text):
            continue
        if _heads_nothing(paper, text, lines):
            continue
        if head and not rest and i == head[-1] + 1 and _GOES_ON.match(text):
            head.append(i)
            continue
        if head and not rest and i - head[-1] <= 2 and _PART_OF_SENDER.fullmatch(text):
            head.append(i)
            continue
        if TITLE_NOUN.search(text) and not bodies.is_body(text):
            if head and _stands_beside(paper, head[-1], i):
                continue
            break
        if not is_addressee(text) or text.endswith(",") or _GREETING.match(text):
            continue
        same_block = not head or paper.lines[i].block == paper.lines[head[-1]].block
        under = bool(head) and BODY_NOUN.search(text) is not None and _is_heading(text)
        of_it = under and (
            is_set_under(paper, head[-1], i)
            or (not rest and _SOVEREIGN.fullmatch(joined_names(paper, head)[-1][0]) is not None)
        )
        alone = len(lines) == 1 or BODY_NOUN.search(text) is not None
        begins = i == lines[0] and alone and _is_named(text)
        own = bodies.is_body(text) or (not head and (begins or _is_heading(text)))
        own = own and (not bodies.is_body(text) or not _TELLS.search(text))
        if of_it or (not rest and own and (same_block or len(head) < 2)):
            head.append(i)
            head += _rest_below(paper, i)
        elif is_addressee(text):
            rest.append(i)
    return tuple(head[: end_of_names(paper, head)]), tuple(rest[:3])


def _heads_nothing(paper: Paper, text: str, lines: list[int]) -> bool:
    """Whether a line is a number, a way of sending, a list's, or a member of the body beside it."""
    if any(x.match(text) for x in (_NUMBERED, HANDLING, _LISTED, REFERENCE_LINE)):
        return True
    bodies = load_institutions()
    member = _MEMBER.fullmatch(text) is not None
    return member and any(bodies.is_body(paper.lines[j].text) for j in lines)


def _rest_below(paper: Paper, i: int, *, next_too: bool = False) -> list[int]:
    """The rest of a head's name in the lines under it, read behind what stands beside the name."""
    rest: list[int] = []
    under = line_under(paper, i)
    if under == i + 1 and not next_too:
        return rest
    while under is not None and len(rest) < _MOST_ROWS and is_rest_of_name(paper, i, under):
        rest.append(under)
        i, under = under, line_under(paper, under)
    return rest


_MOST_ROWS = 3


def _stands_beside(paper: Paper, above: int, i: int) -> bool:
    """Whether a line stands to the right of another, on its level: the next cell of a form."""
    a, b = paper.lines[above].box, paper.lines[i].box
    return a is not None and b is not None and b[0] > a[2] and b[3] > a[1] and b[1] < a[3]


def _is_place(text: str) -> bool:
    return bool(
        re.fullmatch(r"[A-Z][\w .'-]+,\s+[A-Z][\w .]+", text)
    ) and not load_institutions().is_body(text)


def _is_named(text: str) -> bool:
    """Whether every word but the small ones of a name is capitalised."""
    return len(text.split()) <= _LONGEST_NAME and all(
        word[:1].isupper() or word.lower() in _SMALL for word in text.split()
    )


_LONGEST_NAME = 10
_SMALL = frozenset({"of", "and", "for", "the", "in", "at", "on", "de", "del", "la", "en", "y", "&"})


def _is_heading(text: str) -> bool:
    if text.endswith((",", "!", "?")):
        return False
    return (text.isupper() and len(text.split()) <= 10) or len(text.split()) <= 5
