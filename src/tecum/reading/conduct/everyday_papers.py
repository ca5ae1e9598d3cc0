"""Papers of everyday business that are told by how they are laid out, whatever they speak of.

A bill counts what was served and what it costs; a leaflet puts questions and answers them; a
mail's filter lists the mails that it holds. Each may name subpoenas and requests in every line,
and asks for none (READING 8).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tecum.instruments.compiled import led
from tecum.provenance import Span
from tecum.reading.conduct.standing import Standing
from tecum.reading.paper.paper import Paper
from tecum.words import Conduct, Kind

__all__ = ["everyday"]

_FEWEST, _MARKED = 3, 2
_SUM_AT_END = re.compile(r"\$\s?\d[\d,]{0,9}(?:\.\d\d)?\W{0,3}$|\s\d[\d,]{0,9}\.\d\d\W{0,3}$")
_TOTAL = re.compile(
    r"\W{0,4}(?:sub-?total|total|balance|amount (?:due|owed)|(?:total )?due(?: now)?"
    r"|pay this amount|(?:current|new) charges|please pay|grand total|net due)\b",
    re.IGNORECASE,
)
_ANSWERED = re.compile(r"\W{0,4}(?:\d{1,2}[.)]\s)?(?:[A-Z][^.?!\n]{6,110})\?(?P<rest>[^\n]{0,9})")
_QUESTION = re.compile(r"\W{0,3}(?:\d{1,2}\s{1,6})?Q(?:uestion)?(?: ?\d{1,2})?[.:] {0,4}[A-Z]")
_ANSWER = re.compile(r"\W{0,3}(?:\d{1,2}\s{1,6})?A(?:nswer)?(?: ?\d{1,2})?[.:] {0,4}[A-Z]")
"""Questions and answers, in a transcript behind the number of the line."""
_SWORN = re.compile(r"\bunder penalty of perjury\b|\bgood[- ]faith belief\b", re.IGNORECASE)
"""A form of questions that its sender has answered and sworn to."""
_OWN = re.compile(r"\b(?:I|my|me|someone|anyone|a (?:person|requester)|there)\b")
_MAIL_FIELDS = (
    led(r"\b(?:sender|from)\b", re.IGNORECASE),
    led(r"\bsubject\b", re.IGNORECASE),
    led(r"\b(?:received|date|time)\b", re.IGNORECASE),
)
_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}\.\w")
_LOG_FIELDS = (
    led(
        r"\b(?:requesters?|requestors?|requested by|asked by|received from|from(?!\s+to\b))\b",
        re.IGNORECASE,
    ),
    led(r"\b(?:due|status|disposition|assigned|answered|closed|deadline)\b", re.IGNORECASE),
    led(
        r"\b(?:no|number|id|date|time|received|file|wants?|asks?|asked|sought|demanded|type|who"
        r"|clerk)\b|#",
        re.IGNORECASE,
    ),
)
"""The heads of a log of demands: who asked, what came of it, and the number or day of each."""
_ANSWERED_FIELDS = (
    led(
        r"\bwhat (?:was|is) (?:asked|demanded|sought|wanted)\b|\b(?:form|instrument)\b",
        re.IGNORECASE,
    ),
    led(
        r"\b(?:done|outcome|result|disposition|action taken|completed|answered|closed)\b",
        re.IGNORECASE,
    ),
    led(r"\b(?:received?|rec['’]d|date in|logged|came in)\b", re.IGNORECASE),
)
"""Of a log that leaves out who asked: what was asked, when it came and what came of it."""
_TICKET_FIELDS = (
    led(r"\b(?:ticket|work order|incident|case)\b\W{0,3}(?:no\.?|number|id)?\W{0,3}#?\w*\d", re.I),
    led(r"\b(?:queue|assignee|assigned (?:to|group)|technician|service desk|help ?desk)\b", re.I),
    led(r"\b(?:priority|severity|urgency)\s{0,3}:", re.IGNORECASE),
)
"""The fields of a ticket by which one desk of a house asks another for work."""
_TICKET_LINES = 10
_NUMBERED = re.compile(r"\W{0,3}[\w./-]{0,9}\d")
_SECTION = re.compile(
    r"\W{0,4}(?:(?:local\s|civil\s)?rule|LR|section|sec\.|§{1,2}|article|art\.)\s?[A-Z]{0,3}\d"
    r"[\d.:-]{0,14}[A-Za-z]?(?:\([A-Za-z\d]{1,3}\)){0,3}"
    r"(?:(?<=[.:\u2013\u2014-])|\s?[.:\u2013\u2014-]{1,2}|(?=[^\n]{0,60}(?:ing|ion)s?\b))\s{1,3}[A-Z]",
    re.IGNORECASE,
)
"""The heading of a rule or section as it is printed: "Rule 17. Subpoena"."""
_PARAGRAPH = re.compile(r"\W{0,9}\((?:[a-h]|[A-H]|[1-9])\)\s")
_HEAD, _WEIGHT = 3, 12.0
_ROW, _CELL = 90, 18
_DEEPEST = 6
"""Lines over which the cells of one row may be set."""
_Row = tuple[str, Conduct, float, tuple[Span, ...], Kind]


def everyday(paper: Paper, standing: Standing) -> Iterator[_Row]:
    """What a paper's layout says that it is: a bill, questions with answers, a list of mails."""
    for name, conduct, kind, at in (
        ("bill", Conduct.NONE, Kind.OTHER, _bill(paper, standing)),
        ("questions_answered", Conduct.REPORTS, Kind.OTHER, _questions(paper, standing)),
        ("mails_listed", Conduct.REPORTS, Kind.DELIVERY_NOTICE, _mails(paper)),
        ("demands_logged", Conduct.REPORTS, Kind.OTHER, _log(paper, standing)),
        ("ticket", Conduct.NONE, Kind.OTHER, _ticket(paper)),
    ):
        if at is not None:
            yield name, conduct, _WEIGHT, paper.line_spans(at), kind
    if (at := _text_of_law(paper, standing)) is not None:
        # It names every command that may be given under it.
        yield "text_of_law", Conduct.REPORTS, 2 * _WEIGHT, paper.line_spans(at), Kind.OTHER


def _text_of_law(paper: Paper, standing: Standing) -> int | None:
    """The heading of a rule or section that is printed with its paragraphs, to nobody."""
    if paper.is_mail or standing.is_addressed or standing.caption is not None or standing.blocks:
        return None
    head = next((i for i, x in enumerate(paper.lines[:_HEAD]) if _SECTION.match(x.text)), None)
    parts = sum(_PARAGRAPH.match(line.text) is not None for line in paper.lines)
    return head if parts >= _MARKED else None


def _bill(paper: Paper, standing: Standing) -> int | None:
    """The line with the total of a bill: below rows that end in sums, in no letter."""
    if paper.is_mail or standing.letter.salutation is not None or standing.caption is not None:
        return None
    sums = [i for i, line in enumerate(paper.lines) if _SUM_AT_END.search(line.text)]
    if len(sums) < _FEWEST:
        return None
    last = paper.lines[sums[-1]]
    around = range(max(0, sums[-1] - 1), sums[-1] + 1)
    found = next((i for i in around if _TOTAL.match(paper.lines[i].text)), None)
    return found if len(last.text) < _ROW else None


def _questions(paper: Paper, standing: Standing) -> int | None:
    """The first of several questions that a paper puts in its reader's mouth and answers."""
    if paper.is_mail or standing.letter.salutation is not None or paper.search(_SWORN):
        return None
    spoken = [i for i, line in enumerate(paper.lines) if _QUESTION.match(line.text)]
    replies = sum(_ANSWER.match(line.text) is not None for line in paper.lines)
    if min(len(spoken), replies) >= _MARKED:
        return spoken[0]
    if standing.blocks:
        return None
    asked = []
    for i, line in enumerate(paper.lines):
        match = _ANSWERED.match(line.text)
        answered = match is not None and (match["rest"].strip() != "" or _is_answer(paper, i + 1))
        if answered:
            asked.append(i)
    own = sum(_OWN.search(paper.lines[i].text) is not None for i in asked)
    return asked[0] if len(asked) >= _FEWEST and own else None


def _is_answer(paper: Paper, i: int) -> bool:
    """Whether a line is there and goes on with a sentence rather than with a question."""
    return i < len(paper.lines) and "?" not in paper.lines[i].text[-3:]


def _mails(paper: Paper) -> int | None:
    """The head of a table of mails: sender, subject and time side by side, addresses below."""
    return next((i for i, below in _heads(paper, _MAIL_FIELDS) if _ADDRESS.search(below)), None)


def _log(paper: Paper, standing: Standing) -> int | None:
    """The head of a log of demands: who asked and what became of it side by side, rows below."""
    if standing.letter.salutation is not None:
        return None
    rows = [i for i, line in enumerate(paper.lines) if _NUMBERED.match(line.text)]
    if any(b.name for b in standing.blocks if not rows or max(b.lines) > rows[-1] + _DEEPEST):
        return None
    for fields in (_LOG_FIELDS, _ANSWERED_FIELDS):
        for i, _ in _heads(paper, fields):
            if any(_NUMBERED.match(line.text) for line in paper.lines[i + 1 : i + 9]):
                return i
    return None


def _ticket(paper: Paper) -> int | None:
    """The head of a help desk's ticket: its number, its queue and how much it presses."""
    head = paper.lines[:_TICKET_LINES]
    words = "\n".join(line.text for line in head)
    if all(field.search(words) for field in _TICKET_FIELDS):
        return next(i for i, line in enumerate(head) if _TICKET_FIELDS[0].search(line.text))
    return None


def _heads(paper: Paper, fields: tuple[re.Pattern[str], ...]) -> Iterator[tuple[int, str]]:
    """Rows that head a table with all of these fields, each with the lines below it."""
    near = [{i - n for i in paper.lines_where(field) for n in range(_DEEPEST)} for field in fields]
    for i in sorted(near[0].intersection(*near[1:])):
        if i < 0:
            continue
        line = paper.lines[i]
        if ":" in line.text or not any(row.search(line.text) for row in fields):
            continue
        row = [i]
        if not all(field.search(line.text) for field in fields):
            # In a word processor's file every cell is a paragraph of its own.
            cells = paper.lines[i : i + _DEEPEST]
            row = [
                i + n
                for n, at in enumerate(cells)
                if at.block == line.block or all(len(cell.text) <= _CELL for cell in cells[: n + 1])
            ]
        head = " ".join(paper.lines[j].text for j in row)
        below = " ".join(at.text for at in paper.lines[row[-1] + 1 : row[-1] + 5])
        if len(head) < _ROW and all(field.search(head) for field in fields):
            yield i, below
