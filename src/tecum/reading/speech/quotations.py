"""What a paper quotes, recites or copies of another: words that are not its own (READING 8)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tecum.instruments.institutions import load_institutions
from tecum.instruments.sought import find_all
from tecum.reading.paper.letter import read_letter
from tecum.reading.paper.paper import Paper, once_a_paper
from tecum.reading.speech.asides import QUOTED
from tecum.reading.text.matching import plain, spaced

__all__ = ["quotations", "quoted"]

_RECITES = spaced(
    r"\b(?:reads?|states?|stated|says?|said|provides?|recites?|recited|asked|commanded|demanded"
    r"|requested|required|sought|wrote)(?:\s(?:in\s(?:relevant\s|pertinent\s)?part|only"
    r"|the\sfollowing"
    r"|that))?(?:,?\sas\sfollows)?:[ ]{0,4}\n"
    r"|\n[ ]{0,9}(?:your|original|foi|foia|the)\s(?:\w{3,12}\s)?request:[ ]{0,4}\n"
)

_QUOTES = re.compile('["“”«»]')


@once_a_paper
def quoted(paper: Paper) -> tuple[re.Match[str], ...]:
    """What stands between quotation marks."""
    return tuple(QUOTED.finditer(paper.words)) if _QUOTES.search(paper.words) else ()


def quotations(paper: Paper) -> tuple[tuple[int, int], ...]:
    """Stretches between quotation marks that hold more than a name, and paragraphs recited.

    What a letter introduces by "reads as follows:" is another's speech, set in or not.
    """
    marked = [m.span() for m in quoted(paper) if _is_speech(m[0])]
    rest = (
        *_left_open(paper), *_recited(paper), *_copied(paper), *_set_below(paper),
        *_behind_marks(paper),
    )  # fmt: skip
    return tuple(sorted([*marked, *rest]))


_OPENED = re.compile(r":\s{1,6}\u201c(?=[^\u201c\u201d]{60,6000}\Z)")


def _left_open(paper: Paper) -> Iterator[tuple[int, int]]:
    """What is quoted behind a colon to the end of the paper, whose closing mark is not there."""
    match = _OPENED.search(paper.words)
    if match is not None:
        yield match.end(), len(paper.words)


_MARKED = re.compile(r"\s{0,3}>{1,4}(?:\s|$)")
_LEAST = 2


def _behind_marks(paper: Paper) -> Iterator[tuple[int, int]]:
    """Lines behind ">" in a text that has words of its own: what it quotes as mails do."""
    marked = [_MARKED.match(line.text) is not None for line in paper.lines]
    if all(marked) or sum(marked) < _LEAST:
        return
    first = None
    for i, is_marked in enumerate([*marked, False]):
        if is_marked and first is None:
            first = i
        elif not is_marked and first is not None:
            if i - first >= _LEAST:
                yield paper.start_of(first), paper.start_of(i - 1) + len(paper.lines[i - 1].text)
            first = None


_BIDS_YOU = re.compile(r"\byou (?:are|must|shall)\b", re.IGNORECASE)


def _is_speech(quoted: str) -> bool:
    """Whether what stands between quotation marks is more than a name."""
    return len(quoted.split()) > 3 or _BIDS_YOU.search(quoted) is not None


_COPY = re.compile(
    r"\W{0,6}(?:(?:true|file|courtesy|attached|enclosed) )?(?:copy|copies|copia)"
    r"(?: (?:of (?:the |your )?(?:original|letter|request|subpoena)|for your records))?\W{0,6}"
)


def _copied(paper: Paper) -> Iterator[tuple[int, int]]:
    """What follows a later page's head "COPY": a paper sent along, which speaks no more."""
    page = paper.first_page
    for i, line in enumerate(paper.lines):
        if line.page == page:
            continue
        page = line.page
        if _COPY.fullmatch(plain(line.text)):
            yield paper.start_of(i), len(paper.words)
            return


_NAME = re.compile(r"[^\W\d_]{5,30}")


def _set_below(paper: Paper) -> Iterator[tuple[int, int]]:
    """Another body's paper below a letter on its page, which asks something of the letter's writer.

    Who got an order and writes to somebody about it may set it below his own words.
    """
    letter = read_letter(paper)
    if letter.salutation is None:
        return
    own = {word for i in letter.letterhead for word in _NAME.findall(plain(paper.lines[i].text))}
    bodies = load_institutions()
    for i in range(letter.salutation + 2, len(paper.lines)):
        line = paper.lines[i]
        if not line.is_capital or not bodies.is_body(line.text) or i in letter.letterhead:
            continue
        start = paper.start_of(i)
        named = own.intersection(_NAME.findall(plain(paper.words[start:])))
        if len(named) > 1 and own.isdisjoint(_NAME.findall(plain(line.text))):
            yield start, len(paper.words)
        return


def _recited(paper: Paper) -> Iterator[tuple[int, int]]:
    for match in find_all(_RECITES, plain(paper.words)):
        first = paper.index_at(match.end() - 1) + 1
        last = first
        while last + 1 < len(paper.lines) and (
            _goes_on(paper, last) or _speaks_again(paper, first, last + 1)
        ):
            last += 1
        if last < len(paper.lines):
            yield paper.start_of(first), paper.start_of(last) + len(paper.lines[last].text)


def _speaks_again(paper: Paper, first: int, at: int) -> bool:
    """Whether a paragraph goes on in the first person in which what is recited began."""
    same_page = paper.lines[at].page == paper.lines[first].page
    return same_page and all(_SPEAKS.match(paper.lines[i].text) for i in (first, at))


_SPEAKS = re.compile(r"(?:\d{1,2}[.)]\s)?(?:I\s|(?:Under|As|Regarding)\s[^.]{3,90}\sI\s)")


def _goes_on(paper: Paper, at: int) -> bool:
    line, next_ = paper.lines[at], paper.lines[at + 1]
    return line.page == next_.page and line.block == next_.block
