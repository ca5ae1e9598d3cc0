"""The body that heads a paper: its letterhead, or a body named in its first lines (READING 12)."""

from __future__ import annotations

import re

from tecum.instruments.institutions import load_institutions
from tecum.provenance import Read, Span
from tecum.reading.paper.head_names import joined_names
from tecum.reading.paper.labels import labelled
from tecum.reading.paper.letter import Letter, addressed_lines
from tecum.reading.paper.paper import Paper
from tecum.reading.parties.addressee_labels import TO, addressee_cells
from tecum.reading.parties.nobody import is_dateline, names_nobody
from tecum.reading.signer.signing_body import is_own_body
from tecum.words import Band

__all__ = ["body_at_head", "joined_head"]

_NOTE_BESIDE = re.compile(
    r"\s{1,60}[–—|·•]\s{1,60}(?:law enforcement sensitive|confidential|urgent).*$", re.I
)


def joined_head(paper: Paper, letter: Letter) -> tuple[str, tuple[Span, ...]] | None:
    """The names of a letterhead as one, without fields and addressees that stand among them."""
    if not letter.letterhead:
        return None
    others = addressee_cells(paper)
    own = [
        i
        for i in letter.letterhead
        if not (i in others or _stands_under_to(paper, i) or _FIELD.match(paper.lines[i].text))
    ]
    names = [
        row
        for row in joined_names(paper, own)
        if not (names_nobody(row[0]) or _HONORED.match(row[0]))
    ]
    names = [row for n, row in enumerate(names) if not (n and _TITLE.search(row[0]))]
    if not names:
        return None
    own = [i for _, lines in names for i in lines]
    names = [
        (_FIELD_AT_RIGHT.sub("", _ADDRESS_BESIDE.sub("", text)), lines) for text, lines in names
    ]
    texts = [_HOUSE_BESIDE.sub("", _NOTE_BESIDE.sub("", text)) for text, _ in names]
    name = ", ".join(text.strip(" |") for text in texts)
    return re.sub(r", (?=(?:of|for|and|on) )", " ", name), paper.line_spans(*own)


_HONORED = re.compile(r"the hon(?:ou?rable|\.)\s", re.IGNORECASE)
"""How a letter speaks to a person, who does not call himself so."""
_ADDRESS_BESIDE = re.compile(
    r"\s{1,9}[·•|]\s{1,9}(?:\d{1,6}\s|\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}|(?:open|free|call|tel)\b).*$"
    r"|\s{1,4}[-–—]\s{1,4}(?-i:[a-z]).{8,}$",
    re.IGNORECASE,
)
"""Where and when it is reached, behind its name; what a list or a leaflet is about."""
_HOUSE_BESIDE = re.compile(r"\s\d{2,6}\s+[A-Z][a-z]{2,20}\s[A-Z][\w. ]{2,30}$")
"""A street that stands in a column beside the office's name."""
_TITLE = re.compile(
    r"\b(?:SUBPOENA|SUMMONS|WARRANT|DETAINER|(?:CIVIL INVESTIGATIVE|INFORMATION) DEMAND)"
    r"(?: DUCES TECUM| AD TESTIFICANDUM)?\W{0,3}$"
)
"""The paper's title, set in the same lines as the office's name."""
_FIELD_AT_RIGHT = re.compile(r"\s{3,60}[A-Z][\w .]{1,20}(?:[:#]|\bNo\.).*$")
"""A field that stands a column's gap to the right of the office's name ("Event #: …")."""
_TO_LABEL = re.compile(
    r"^\W{0,4}(?:\d{1,2}\s{0,3}[.)]\s{0,3})?(?:to\b(?=\s{0,60}[:(]|\s{0,60}$)|recipient"
    r"|addressee|directed to"
    r"|served (?:up)?on|name (?:and address )?of (?:the )?(?:person|witness|custodian|recipient))",
    re.IGNORECASE,
)


def _stands_under_to(paper: Paper, i: int) -> bool:
    """Whether a line is the addressee's: behind, or directly below, the label of one."""
    if _TO_LABEL.match(paper.lines[i].text):
        return True
    if i > 0 and _TO_LABEL.fullmatch(_label_alone(paper.lines[i - 1].text)) is not None:
        return True
    for j in range(i - 1, max(-1, i - 4), -1):
        if paper.lines[j].block != paper.lines[i].block:
            return False
        if _TO_LABEL.match(paper.lines[j].text):
            return not any(_ANY_LABEL.match(line.text) for line in paper.lines[j + 1 : i + 1])
    return False


_FIELD = re.compile(
    r"\W{0,4}(?:from|de|date|fecha|re|subject|asunto|pages|fax|tel|phone|firma"
    r"|(?:signed|(?:electronic |typed )?signature)(?: \([^)]{1,20}\))?)\s{0,3}:",
    re.IGNORECASE,
)
"""A field of a memorandum's or a fax's head, which is no letterhead."""
_ANY_LABEL = re.compile(r"^\W{0,4}[A-Z][\w ]{1,24}:")


def _label_alone(text: str) -> str:
    """A label's line without what it explains in brackets, for a line that holds no value."""
    return re.sub(r"\s*\([^)]{0,60}\)\s*:?\s*$", "", text.strip()).rstrip(" :")


def body_at_head(paper: Paper, letter: Letter, rule: str) -> Read[str] | None:
    """The first line of a paper that names a body and is no addressee."""
    if paper.is_mail:
        return None
    others = addressee_cells(paper) | {found.line for found in labelled(paper, TO)}
    theirs = addressed_lines(paper, letter)
    for i, line in enumerate(paper.lines[:6]):
        text = _ADDRESS_BESIDE.sub("", line.text.strip())
        posted = letter.date is not None or letter.salutation is not None
        if (posted and i in theirs) or i == letter.salutation or not is_own_body(text):
            continue
        if i in others or _stands_under_to(paper, i):
            continue
        if load_institutions().is_body(text) and not is_dateline(text):
            start = paper.start_of(i) + line.text.find(text)
            return paper.read(text, paper.spans(start, start + len(text)), rule, Band.LIKELY)
    return None
