"""The blocks of a letter: letterhead, date line, address, salutation."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tecum.instruments.institutions import load_institutions
from tecum.reading.paper.cells import cells_of
from tecum.reading.paper.date_line import holds_date, is_date_line
from tecum.reading.paper.letter_lines import (
    BODY_NOUN,
    GLUE,
    HANDLING,
    REFERENCE_LINE,
    STREET,
    TITLE_NOUN,
    is_addressee,
)
from tecum.reading.paper.letterhead import letterhead_of
from tecum.reading.paper.paper import Paper

__all__ = ["Letter", "addressed_lines", "is_greeted", "read_letter"]

_SALUTATION = re.compile(
    r"^(?:(?i:dear\b|to whom it may concern|estimad[oa]|greetings|good (?:morning"
    r"|afternoon)|hello|hi\b|hola)"
    r"|(?=[A-Z][^:;]{3,70}:$)"  # asked first: few lines end so
    r"(?![^\n]*[a-z]{3}[.?!] )(?![^\n]*\b(?:please|following|requests?|produce|provide|you|that"
    r"|under|records"
    r"|information|documents|shall|must|below|as follows|subject"
    r"|re)\b)[A-Z][^:;]{3,70}:$)",
)
_SUBJECT = re.compile(
    r"^\W{0,2}(?:re|subject|asunto|subj|in re|regarding)\b\s{0,60}[:.]", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Letter:
    """Line numbers of a letter's parts; empty where a part is not there."""

    letterhead: tuple[int, ...]
    date: int | None
    address: tuple[int, ...]
    salutation: int | None
    subject: int | None


def read_letter(paper: Paper) -> Letter:
    """The parts of a letter on a document's first page, found from its date and salutation."""
    first = [i for i, line in enumerate(paper.lines) if line.page == paper.first_page]
    date = next((i for i in first[:16] if holds_date(paper.lines[i].text)), None)
    salutation = next((i for i in first[:30] if _SALUTATION.match(paper.lines[i].text)), None)
    subject = next((i for i in first[:30] if _SUBJECT.match(paper.lines[i].text)), None)
    head_end = min(x for x in (date, salutation, subject, len(first)) if x is not None)
    letterhead, between = letterhead_of(paper, first[:head_end])
    if _is_senders_place(paper, between) or not (
        letterhead or _has_street(paper, first[:head_end])
    ):
        between = ()
    signs = date is not None and _SIGNED_ON.match(paper.lines[date].text.strip()) is not None
    if signs and salutation is None and _stands_over_title(paper, date):
        address = between
    else:
        address = _address(paper, first, date, salutation) or between
    if paper.is_mail and date is None:
        address = ()
    if letterhead and salutation is not None and letterhead[-1] < salutation:
        above = date is None or all(i < date for i in address)
        begins = set(letterhead) <= set(address) or (above and not address) or (above and date)
        if begins and _is_requesters(paper, max(letterhead[-1], *address, 0), salutation):
            # A letter that has no head of its own begins with the office that it asks.
            letterhead, address = (), tuple(sorted({*letterhead, *address}))
    if subject is None and salutation and _is_a_subject(paper, first, salutation):
        subject, letterhead = first[0], ()
        address = tuple(i for i in address if i != subject)
    return Letter(letterhead, date, address, salutation, subject)


_RUNS = re.compile(r"\b(?:of|in|on|to|for|from|by|about|and|the|at|with|up|every|all)\b")


def _is_a_subject(paper: Paper, first: list[int], salutation: int) -> bool:
    """Whether the one line above a greeting says what the letter is about, and names no body.

    Whoever greets a body by its name writes to that; what stands above is his own name, which
    stands again where he signs, or his subject.
    """
    if salutation != first[0] + 1:
        return False
    text, greeting = (paper.lines[i].text.strip() for i in (first[0], salutation))
    bodies, greeted = load_institutions(), _GREETING.match(greeting)
    if bodies.is_body(text) or greeted is None:
        return False
    if bodies.is_body(greeting[greeted.end() :].strip(" ,:")):
        return all(line.text.strip(" ,") != text for line in paper.lines[salutation:])
    return len(text.split()) >= _A_FEW and _RUNS.search(text) is not None


_GREETING = re.compile(r"(?:dear|to whom|estimad[oa]s?|greetings|hello|hi|hola)\b", re.IGNORECASE)


def is_greeted(paper: Paper, letter: Letter) -> bool:
    """Whether a paper greets somebody as a letter does, and not only by a name and a colon."""
    if letter.salutation is None:
        return False
    return _GREETING.match(paper.lines[letter.salutation].text.strip()) is not None


def addressed_lines(paper: Paper, letter: Letter) -> frozenset[int]:
    """The lines that say to whom a letter goes: its address and all else down to the greeting."""
    lines = set(letter.address)
    above = letter.date if letter.date is not None else min(lines, default=None)
    greeted = letter.salutation if is_greeted(paper, letter) else None
    if above is not None and greeted is not None and greeted - above <= _LONGEST_ADDRESS:
        lines.update(range(above + 1, greeted))
    return frozenset(lines)


_LONGEST_ADDRESS, _A_FEW = 16, 4
"""Lines from a letter's date to its greeting, several addressees and a subject among them."""


_REQUESTS = re.compile(
    r"\b(?:(?:I|we)\s(?:hereby\s|respectfully\s|formally\s)?(?:request|submit|ask|am requesting"
    r"|am writing to request)|this is (?:an? )?(?:\w+ ){0,6}request|(?:makes|submits) this)\b",
    re.IGNORECASE,
)
_RECORDS_LAW = re.compile(
    r"\b(?:freedom of information|foia|(?:public|open) records?|right[- ]to[- ]know|privacy act"
    r"|sunshine law|data protection|subject access|GDPR)\b",
    re.IGNORECASE,
)
_ANSWERS = re.compile(
    r"\b(?:your|his|her)\s(?:\w+\s){0,4}(?:request|letter|inquiry)\b", re.IGNORECASE
)


def _is_requesters(paper: Paper, last: int, salutation: int) -> bool:
    """Whether what heads a letter is the office that its writer asks to open its records."""
    between = (paper.lines[i].text.strip() for i in range(last + 1, salutation))
    if not all(_names_none(text) for text in between):
        return False
    said = paper.words[paper.start_of(salutation) :][:_FIRST_WORDS]
    asks = _REQUESTS.search(said) is not None and _RECORDS_LAW.search(said) is not None
    return asks and _ANSWERS.search(said) is None


def _names_none(text: str) -> bool:
    """Whether a line between an address and a greeting is a street, a date or the subject's."""
    plain = (STREET, _SUBJECT, REFERENCE_LINE, HANDLING)
    return is_date_line(text) or any(pattern.match(text) for pattern in plain)


_FIRST_WORDS = 600


def _has_street(paper: Paper, lines: list[int]) -> bool:
    """Whether a street or a place with its number stands among lines; a headline has neither."""
    return any(STREET.match(paper.lines[i].text.strip()) for i in lines)


_CITY = re.compile(r"(?:[A-Z][a-z]{2,14}\s){1,2}City")


def _is_senders_place(paper: Paper, lines: tuple[int, ...]) -> bool:
    """Whether all that stands below a head is the place of the office, on or under its street."""
    lines = tuple(i for i in lines if ":" not in paper.lines[i].text)
    if len(lines) != 1 or len(paper.lines[lines[0]].text.split()) > _LONGEST_PLACE:
        return False
    text = paper.lines[lines[0]].text.strip(" ,")
    street = lines[0] > 0 and STREET.match(paper.lines[lines[0] - 1].text.strip()) is not None
    return _CITY.fullmatch(text) is not None or (street and not BODY_NOUN.search(text))


_LONGEST_PLACE = 3
_SIGNED_ON = re.compile(r"(?:dated|signed|issued|executed|fechado)\b", re.IGNORECASE)


def _stands_over_title(paper: Paper, date: int | None) -> bool:
    """Whether the lines below "Dated ..." are a part and a letter over that part: who signs."""
    if date is None or date + 2 >= len(paper.lines):
        return False
    name, title = (paper.lines[date + k].text.strip(" ,.") for k in (1, 2))
    return len(title) > 3 and name != title and name.casefold().startswith(title.casefold())


def _runs_on(paper: Paper, i: int) -> bool:
    """Whether a line is the first of a paragraph: a small letter goes on in the line below."""
    here, below = paper.lines[i], paper.lines[i + 1] if i + 1 < len(paper.lines) else None
    if below is None or below.page != here.page or below.block != here.block:
        return False
    first = below.text.split(maxsplit=1)[:1]
    if STREET.match(below.text) or REFERENCE_LINE.match(below.text):
        return False
    return bool(first) and first[0][0].islower() and first[0].lower() not in GLUE


def _is_address_line(paper: Paper, i: int) -> bool:
    return is_addressee(paper.lines[i].text.strip()) and not _runs_on(paper, i)


def _stands_between(text: str, *, is_letter: bool) -> bool:
    """Whether a line between date and address is a number, a way of sending or a heading."""
    if BODY_NOUN.search(text):
        return False
    heading = is_letter and text.isupper() and TITLE_NOUN.search(text) is not None
    return heading or REFERENCE_LINE.match(text) is not None or HANDLING.match(text) is not None


def _ends_address(paper: Paper, i: int, out: list[int]) -> bool:
    """Whether a line is no longer the addressee's, by what it says and where it stands."""
    text = paper.lines[i].text.strip()
    if not _is_address_line(paper, i):
        return True
    titled = TITLE_NOUN.search(text) is not None
    apart = bool(out) and paper.lines[i].block != paper.lines[out[-1]].block
    return (apart and len(out) >= 2) or (titled and (bool(out) or text.isupper()))


def _address(
    paper: Paper, first: list[int], date: int | None, salutation: int | None
) -> tuple[int, ...]:
    """The lines of the addressee: below the date, down to salutation, subject or body."""
    if date is not None:
        start = date + 1
    elif salutation is not None and salutation <= 10:
        start = max(0, salutation - 5)
        bodies = load_institutions()
        while start < salutation and bodies.is_body(paper.lines[start].text) and start < 2:
            start += 1
    else:
        return ()
    out: list[int] = []
    of_forms = {
        i
        for cell in cells_of(paper)
        for i in (cell.label, cell.value)
        if not is_date_line(paper.lines[cell.label].text)
    }
    for i in first:
        if i < start:
            continue
        text = paper.lines[i].text.strip()
        if i == salutation or _SUBJECT.match(text):
            break
        if not out and (
            i in of_forms or _stands_between(text, is_letter=None not in (date, salutation))
        ):
            continue
        if not out and STREET.match(text):
            continue
        if _ends_address(paper, i, out) or STREET.match(text):
            break
        out.append(i)
        if len(out) == 4:
            break
    if out and out[-1] >= len(paper.lines) - 1:
        return ()
    return tuple(out)
