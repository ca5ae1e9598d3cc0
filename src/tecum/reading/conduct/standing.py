"""How a paper stands between people: to whom it goes, of what day it is, who answers for it.

What is said in a letter to somebody and what is printed for everybody may be the same words;
only the first asks anybody for anything (READING 8).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from tecum.instruments.institutions import load_institutions
from tecum.reading.conduct.genres import Titled, title_of
from tecum.reading.conduct.surety import DATED, is_addressed
from tecum.reading.paper.caption import Caption, read_caption
from tecum.reading.paper.headings import is_set_as_heading
from tecum.reading.paper.letter import Letter, is_date_line, read_letter
from tecum.reading.paper.paper import Paper
from tecum.reading.signer.blocks import signature_blocks
from tecum.reading.signer.conformed import Block
from tecum.words import Conduct

__all__ = ["Standing", "standing_of"]


@dataclass(frozen=True, slots=True)
class Standing:
    """The parts of a paper by which it stands between a writer and an addressee."""

    letter: Letter
    caption: Caption | None
    blocks: tuple[Block, ...]
    is_addressed: bool
    is_dated: bool
    is_titled: bool
    is_labelled: bool
    speaks_to_you: bool
    is_to_own_staff: bool
    has_headline: bool
    is_to_many: bool = False
    is_from_watcher: bool = False
    titled: Titled | None = None
    """Its title, by the genre that it names."""

    @property
    def marks(self) -> int:
        """How many of address, day, signature and court it has."""
        own = (
            self.is_addressed, self.is_dated, bool(self.blocks), self.caption is not None,
            self.is_titled, self.is_labelled,
        )  # fmt: skip
        return sum(own)

    @property
    def speaks_to_all(self) -> bool:
        """Whether it has a headline, and next to nothing by which a paper goes to somebody."""
        told = self.is_addressed or self.is_titled
        return self.has_headline and not told and self.marks < _FEW

    @property
    def is_posted(self) -> bool:
        """Whether it is a letter from somebody to somebody, of a day."""
        return (
            self.is_addressed
            and self.is_dated
            and bool(self.blocks)
            and bool(self.letter.address)
            and (self.letter.subject is not None or self.speaks_to_you)
        )


_PARTY_LABEL = re.compile(
    r"(?:^|\n)\W{0,4}(?:agency|public body|requesting (?:agency|authority|party)|requester"
    r"|requestor|requested by|submitted by|employer|owner|taxpayer|licensee|respondent|provider"
    r"|facility|physician|doctor|hospital|bank|school|custodian|landlord|carrier|garnishee"
    r"|investigator"
    r"|issuing (?:agency|officer|authority)|autoridad|solicitante)\s{0,3}:\s{0,9}[A-Z][^\s_]",
    re.IGNORECASE,
)
"""A form's field that names one of the two sides, filled in."""
_YOU = re.compile(r"\b(?:you|your|usted|su)\b", re.IGNORECASE)
_OWN_STAFF = re.compile(
    r"\W{0,4}(?:to|para)\s{0,3}:\s{0,9}(?:[a-z][\w'-]{0,14},?\s{1,4}){0,5}(?:heads|staff|managers"
    r"|personnel|employees|deputies|supervisors|clerks|members|directors|all|everyone|team|crew"
    r"|counter|units|shifts|watch commanders|assistants|attorneys|lawyers|custodians"
    r"|users)\W{0,4}$",
    re.IGNORECASE,
)
"""A memorandum's line of address that names no body, only those who work in the house."""
_BARE = re.compile(r"\W{0,4}(?:to|para)\s{0,3}:\s{0,3}$", re.IGNORECASE)
_IN_HOUSE = re.compile(
    r"(?:^|[^\w-])(?:inter-?\s?office|internal) ?(?:memo\w{0,7}|correspondence|mail)?\W{0,3}(?:$"
    r"|[\u2013\u2014/|\d])",
    re.IGNORECASE,
)
"""A line at the head of a memorandum that it never leaves the house."""
_MANY = re.compile(
    r"\b(?:subscribers?|readers|constituents|friends\b(?! of\b)|neighbou?rs|newsletter|supporters"
    r"|undisclosed recipients|mailing list|announce\w{0,6}|list@|news@|members@|subscribers@)",
    re.IGNORECASE,
)
"""A mail's line of address that names whoever cares to read it."""
_DEAR_ALL = re.compile(
    r"\W{0,4}dear (?:fellow )?(?:neighbou?rs?|friends?|readers?|supporters?|editors?|parishioners?"
    r"|citizens|taxpayers|voters?|students|alumni|families|patients?|clients?"
    r"|(?:parents?|guardians?)(?:(?: or | and |/)(?:legal )?guardians?)?"
    r"|(?:valued )?customers?|constituents?)\s{0,2}[,:!.]?\s{0,4}$",
    re.IGNORECASE,
)
_SUBSCRIBED = re.compile(
    r"\b(?:unsubscribe|you (?:receive|received|get|are receiving) this (?:letter|e-?mail|message"
    r"|newsletter|mailing)"
    r" because|to (?:leave|be taken off) (?:the|this|our) (?:mailing )?list)\b",
    re.IGNORECASE,
)
"""How a mail that goes to a list tells its readers how to leave it."""
_FROM_WATCHER = re.compile(
    r"\W{0,4}from\s{0,3}:\s{0,9}[^\n]{0,60}\b(?:auditors?|inspector general|ombuds\w{0,7}"
    r"|comptroller|(?:sub)?committee|commission|council|legislative|oversight|monitor|integrity"
    r"|internal audit)\b",
    re.IGNORECASE,
)
"""A memorandum of one who watches over the house that it goes to."""
_TO_THE = re.compile(
    r"(?:^|\n)\W{0,4}(?:To (?:the|all|any|whom) [A-Za-z]"
    r"|(?:Mr|Mrs|Ms|Miss|Dr|Chief|Sheriff|Counsel|Sir|Madam)\b[^\n]{0,30}[-,:\u2013\u2014]\s{0,3}\n)"
)
"""A letter's first words to somebody, without a greeting."""
_FIELD = re.compile(r"(?:^|\n)\W{0,4}(?:to|from|para|de|attn|fax to)\s{0,3}:", re.IGNORECASE)
_TITLE_WORDS = 7
_TOP, _HEAD, _HEADLINE_WORDS, _FEW = 4, 600, 3, 2


def _has_headline(paper: Paper, letter: Letter) -> bool:
    """Whether a paper begins with a headline rather than with a sender, a day or a greeting."""
    if (
        paper.is_mail
        or letter.salutation is not None
        or letter.subject is not None
        or _FIELD.search(paper.words[:_HEAD])
    ):
        return False
    bodies = load_institutions()
    for i, line in enumerate(paper.lines[:_TOP]):
        text = line.text.strip()
        if (
            text[:1].isdigit()
            or is_date_line(text)
            or bodies.is_body(text)
            or not is_set_as_heading(paper, i)
        ):
            continue
        if len(text.split()) >= _HEADLINE_WORDS or line.bold or line.is_capital:
            return True
    return False


def _is_titled(paper: Paper, titled: Titled | None) -> bool:
    """Whether the paper bears an instrument's name and little else as its title."""
    if titled is None or titled.genre.conduct is not Conduct.ISSUES or titled.is_subject:
        return False
    text = paper.lines[titled.line].text
    return ":" not in text and len(text.split()) <= _TITLE_WORDS


def standing_of(paper: Paper) -> Standing:
    """How a paper stands; a mail's headers date it and address it."""
    letter = read_letter(paper)
    titled = title_of(paper)
    return Standing(
        letter,
        read_caption(paper),
        signature_blocks(paper),
        is_addressed(paper, letter) or paper.search(_TO_THE) is not None,
        paper.is_mail or paper.search(DATED) is not None,
        _is_titled(paper, titled),
        paper.search(_PARTY_LABEL) is not None,
        paper.search(_YOU) is not None,
        _is_to_own_staff(paper),
        _has_headline(paper, letter),
        _MANY.search(paper.header("to")) is not None or _goes_to_many(paper, letter),
        any(_FROM_WATCHER.match(line.text) for line in paper.lines[:14]),
        titled,
    )


def _is_to_own_staff(paper: Paper) -> bool:
    """Whether a memorandum goes to those who work in the house."""
    if _OWN_STAFF.match(f"to: {paper.header('to').partition('<')[0].strip()}"):
        return True
    head = paper.lines[:14]
    beside = (f"{a.text} {b.text}" for a, b in pairwise(head) if _BARE.match(a.text))
    if any(map(_OWN_STAFF.match, (*(line.text for line in head), *beside))):
        return True
    in_house = any(_IN_HOUSE.search(line.text) for line in head[:6])
    return in_house and sum(_FIELD.match(line.text) is not None for line in head) > 1


def _goes_to_many(paper: Paper, letter: Letter) -> bool:
    """Whether a letter greets everybody who lives near, reads or supports, or can be left off."""
    if paper.search(_SUBSCRIBED):
        return True
    if letter.salutation is None:
        return any(_DEAR_ALL.match(line.text) for line in paper.lines[:_TOP])
    return _DEAR_ALL.match(paper.lines[letter.salutation].text) is not None
