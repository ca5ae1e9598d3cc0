"""What a paper's title says the paper is: the head of the title, not the words that follow it.

Papers of courts and agencies are named by the first noun of their title. What stands behind
"to", "of" or "in support of" is what the paper is about: a response to a motion to compel
compliance with a subpoena is a response (READING 8).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from tecum.instruments.compiled import compiled
from tecum.instruments.region import Region
from tecum.instruments.sought import Several
from tecum.provenance import Span
from tecum.reading.paper.headings import is_row_of_figures, is_set_as_heading
from tecum.reading.paper.paper import Paper
from tecum.reading.text.matching import plain
from tecum.tables import table_of
from tecum.words import Conduct, Kind

__all__ = ["Genre", "Titled", "says_order", "title_of"]


@dataclass(frozen=True, slots=True)
class Genre:
    """A sort of paper that is told by the head of its title."""

    id: str
    conduct: Conduct | None
    kind: Kind | None
    weight: float
    heads: tuple[re.Pattern[str], ...]
    lines: int


@dataclass(frozen=True, slots=True)
class Titled:
    """The genre of a paper's title, the words of its head, and the line that they stand in."""

    genre: Genre
    spans: tuple[Span, ...]
    line: int
    is_subject: bool = False

    @property
    def weight(self) -> float:
        """What it weighs; a letter's subject names its matter as often as the letter itself."""
        return self.genre.weight * (0.5 if self.is_subject else 1.0)


_LINES = 44
_WIDEST = 160
"""A title's line is no longer: what is matched against it takes bounded time for that."""
_CAUSE = re.compile(
    r"\W{0,6}(?:\d{1,2}/\d{1,2}\b|in re\b|in the matter of|matter of|ex parte|v\.|vs\.?|-against-)"
)
_BARE_CAUSE = re.compile(r"\W{0,6}(?:in re|(?:in the )?matter of)\W{0,4}")
_ABOUT = re.compile(r"\W{0,3}(?:re|subject|regarding|asunto)\s{0,3}[:.-]\s{0,9}")
_NUMBER = re.compile(r"\W{0,6}(?:\d{1,3}[.)]?|[ivx]{1,4}[.)])\s")
_RUNS_BEFORE = re.compile(
    r"\b(?:to|of|for|in|on|by|how|why|handles?|handling|re|regarding|under|from|with|about|is|are|was|that|your|our|any"
    r"|this|these|attached|enclosed)\b"
)
_POSSESSOR = re.compile(
    r".{0,90}?(?:'s|s')\s{1,3}"
    r"|\W{0,4}(?:state|county|city|town|village|borough|township)\sof\s[a-z]{3,20}\s{1,3}"
)
"""Whose paper it is, in front of its genre."""
_SET = re.compile(
    r"(?:(?:first|second|third|fourth|amended|supplemental|initial)\s{1,3}){0,3}"
    r"(?:set|series|list)\s{1,3}(?:of\s{1,3})?|notice\s{1,3}of\s{1,3}(?:filing\s{1,3}of\s{1,3})?"
    r"|request\s{1,3}for\s{1,3}(?=interrog)"
)
_TELLS = re.compile(
    r"\W{1,4}(?:should|is|are|was|were|must|has|have|does|did|may|will|requires?|demands?|seeks?"
    r"|commands?|received|served)\b"
)
_IS_DUE = re.compile(
    r"\b(?:required|due|requested|needed)\b(?! (?:by|in|under) (?:the )?(?:subpoena|law))"
)
_LETTERS = re.compile(r"[^\W\d_]{3}")
_SALUTATION = re.compile(r"\W{0,3}(?:dear\b|to whom it may concern|estimad[oa]s?\b|greetings?\b)")
_SAID_OF_A_LETTER = frozenset(
    {"appeal_papers", "objection_papers", "answers_paper", "withdrawal", "motion_papers"}
)


@cache
def _genres() -> tuple[Genre, ...]:
    table = table_of((files("tecum.reading.conduct") / "genres.toml").read_text("utf-8"))
    return tuple(
        Genre(
            row["id"],
            Conduct(row["conduct"]) if "conduct" in row else None,
            Kind(row["kind"]) if "kind" in row else None,
            float(row.get("weight", 0)),
            tuple(compiled(rf"(?<![\w-])(?:{text})") for text in row["any"]),
            row.get("lines", _LINES),
        )
        for row in table["genre"]
    )


@cache
def _heads() -> tuple[Several, tuple[tuple[int, Genre], ...]]:
    """The heads of all genres, and to each the place of its genre and the genre."""
    rows = [((n, g), head) for n, g in enumerate(_genres()) for head in g.heads]
    return Several(head for _, head in rows), tuple(row for row, _ in rows)


def title_of(paper: Paper) -> Titled | None:
    """The paper's title by its genre: the first heading of its first page that has a head.

    The style of a cause ("In re Subpoena to …"), numbered headings of a text, and whatever
    stands below a letter's salutation name no paper.
    """
    seen = 0
    after_cause = False
    for i, line in enumerate(paper.lines):
        if seen >= _LINES or line.page != paper.first_page:
            return None
        text = plain(line.text[:_WIDEST])
        if not _LETTERS.search(text):
            continue
        seen += 1
        if _SALUTATION.match(text):
            return None
        style, after_cause = after_cause, _BARE_CAUSE.fullmatch(text) is not None
        about = _ABOUT.match(text)
        if about is None and (style or not _may_be_title(paper, i, text, seen)):
            continue
        found = _head_of(text[about.end() :] if about else text)
        if about is None and found is not None and found[1] == 0:
            if _runs_on_from(paper, i):
                continue
            joined = _set_in_two(paper, i, text)
            found = (joined, 0, found[2]) if joined is not None else found
        if found is not None and seen > found[0].lines:
            continue
        if found is None or (about and found[0].id not in _SAID_OF_A_LETTER):
            continue
        genre, start, end = found
        at = paper.start_of(i) + (about.end() if about else 0)
        return Titled(genre, paper.spans(at + start, at + end), i, about is not None)
    return None


_LATER_PAGE = re.compile(r"\(page [2-9]\)")
"""A form's running line on a later page: it names the form, not what this page is."""


_SENTENCE = re.compile(r"[a-z]{4}\. [A-Z]|^\W{0,4}(?:I|We) (?:have|am|are|do|hereby|[a-z]{3,9}) ")
"""A sentence that ends within a line, or in which somebody speaks: running text, no title."""
_ENDS_OPEN = re.compile(r"\b(?:to|of|for|in|on|by|about|under|with|and|or|the|an?)\W{0,2}$")


def _runs_on_from(paper: Paper, i: int) -> bool:
    """Whether a title's line ends what the line above it began ("… information for / service")."""
    above = paper.lines[i - 1] if i else None
    if above is None or above.page != paper.lines[i].page or not is_set_as_heading(paper, i - 1):
        return False
    return _ENDS_OPEN.search(plain(above.text[:_WIDEST]).rstrip()) is not None


def _set_in_two(paper: Paper, i: int, text: str) -> Genre | None:
    """The genre of a title set in two lines, of which the upper one alone names none."""
    above = paper.lines[i - 1] if i else None
    if above is None or above.page != paper.lines[i].page or not is_set_as_heading(paper, i - 1):
        return None
    upper = plain(above.text[:_WIDEST]).strip()
    if above.is_capital != paper.lines[i].is_capital or _head_of(upper) is not None:
        return None
    found = _head_of(f"{upper} {text}"[:_WIDEST])
    return found[0] if found is not None and found[1] == 0 else None


def _may_be_title(paper: Paper, i: int, text: str, seen: int) -> bool:
    if not {Region.TITLE, Region.CAPTION} & paper.regions[i] or _CAUSE.match(text):
        return False
    if _LATER_PAGE.search(text) or text.rstrip().endswith("?"):
        return False
    if is_row_of_figures(paper, i) or _SENTENCE.search(paper.lines[i].text):
        return False
    head = paper.lines[i].text.partition(" \u00b7 ")[0]
    set_apart = head.isupper() or is_set_as_heading(paper, i)
    return set_apart and not (_NUMBER.match(text) and seen > 6)


def _head_of(text: str) -> tuple[Genre, int, int] | None:
    """The genre whose head stands first in a title, unless the title runs on to it."""
    best: tuple[int, int, Genre, int] | None = None
    heads, genres = _heads()
    for nth in heads.likely(text):
        order, genre = genres[nth]
        match = heads.patterns[nth].search(text)
        if match is not None and (best is None or (match.start(), order) < best[:2]):
            best = match.start(), order, genre, match.end()
    if best is None:
        return None
    start, _, genre, end = best
    if _TELLS.match(text, end) or _IS_DUE.search(text, end):
        return None
    before = text[:start]
    owner = _POSSESSOR.match(before)
    if owner is not None:
        before = before[owner.end() :]
    before = _SET.sub(" ", before.rpartition(" - ")[2])
    return None if _RUNS_BEFORE.search(before) else (genre, start, end)


def says_order(titled: Titled) -> bool:
    """Whether the head of a title is the word "order"."""
    return bool(titled.spans) and titled.spans[0].quote.lower().startswith("order")
