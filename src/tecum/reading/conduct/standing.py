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
from tecum.reading.paper.date_line import is_date_line
from tecum.reading.paper.headings import is_set_as_heading
from tecum.reading.paper.letter import Letter, addressed_lines, is_greeted, read_letter
from tecum.reading.paper.paper import Paper
from tecum.reading.signer.above_greeting import without_addressees
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
    speaks: bool = True
    """Whether somebody says "I" or "we" in it."""
    is_article: bool = False
    """Whether it begins with a headline in small letters, over more than a note."""
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
        """Whether it goes to nobody: a headline over it, or nobody who speaks in it."""
        told = self.is_addressed or self.is_titled
        heads = self.has_headline and (self.marks < _FEW or self.is_essay)
        return not told and (heads or (self.is_article and self.marks == 0 and not self.speaks))

    @property
    def is_essay(self) -> bool:
        """Whether it has a headline in running letters and turns to no reader below it.

        A day and a name may then be its author's.
        """
        turns = self.speaks_to_you or self.is_labelled or self.caption is not None
        signs = any(block.role is not None for block in self.blocks)  # an office, no author
        return self.is_article and not (turns or signs)

    @property
    def is_unsent(self) -> bool:
        """Whether it is a text of some paragraphs without addressee, field or court."""
        return self.is_article and not (
            self.is_addressed or self.is_labelled or self.caption is not None
        )

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
_SPEAKER = re.compile(r"\b(?:I|we|me|us|my|our|yo|nosotros|nuestr[oa]s?)\b", re.IGNORECASE)
_OWN_STAFF = re.compile(
    r"\W{0,4}(?:to|para)\s{0,3}:\s{0,9}(?:[a-z][\w'-]{0,14},?\s{1,4}){0,5}(?:heads|staff|managers"
    r"|personnel|employees|deputies|supervisors|clerks|members|directors|all|everyone|team|crew"
    r"|counters?|desks|windows|posts|branches|units|shifts|watch commanders|assistants|attorneys"
    r"|lawyers|custodians|users)\W{0,4}$",
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
    r"|(?:Mr|Mrs|Ms|Miss|Dr|Chief|Sheriff|Counsel|Sir|Madam)\b[^\n]{0,30}[-,:\u2013\u2014]\s{0,3}\n"
    r"|(?:Dear\s)?(?:Sirs?|Madam|Sir or Madam|Gentlemen|Counsel)[:,]\s)"
)
"""A letter's first words to somebody, without a greeting."""
_FIELD = re.compile(r"(?:^|\n)\W{0,4}(?:to|from|para|de|attn|fax to)\s{0,3}:", re.IGNORECASE)
_OF_MANY = re.compile(
    r"\W{0,4}(?:subpoenas|warrants|summonses|detainers|requests (?:for|by|from)"
    r" (?!production|admission|inspection|entry|documents))",
    re.IGNORECASE,
)
"""The heading of a page on papers of that sort: it is none of them."""
_TITLE_WORDS = 7
_SOME_PARAGRAPHS = 80
_MARKS_OF_TEXT, _RUNNING, _LONGEST_HEADLINE = 2, 9, 18
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
    return _heads_an_article(paper)


def _heads_an_article(paper: Paper) -> bool:
    """Whether the first line stands alone, ends without a stop, and a paragraph follows it."""
    if len(paper.lines) < _MARKS_OF_TEXT:
        return False
    first, below = paper.lines[0], paper.lines[1]
    text = first.text.strip()
    if first.block == below.block or text[-1:] in ".,:;" or ":" in text or "@" in text:
        return False
    words = len(text.split())
    runs = len(below.text.split()) >= _RUNNING and not below.is_capital
    return _HEADLINE_WORDS <= words <= _LONGEST_HEADLINE and runs and not first.is_capital


def _is_article(paper: Paper) -> bool:
    """Whether the first line is no name in capitals, and some paragraphs follow."""
    first = paper.lines[0].text if paper.lines else ""
    return not first.isupper() and len(paper.words.split()) >= _SOME_PARAGRAPHS


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
    if titled is not None and _OF_MANY.match(paper.lines[titled.line].text):
        titled = None
    return Standing(
        letter,
        _own_caption(paper, letter),
        without_addressees(paper, signature_blocks(paper), letter),
        is_addressed(paper, letter) or paper.search(_TO_THE) is not None,
        paper.is_mail or paper.search(DATED) is not None,
        _is_titled(paper, titled),
        paper.search(_PARTY_LABEL) is not None,
        paper.search(_YOU) is not None,
        _is_to_own_staff(paper),
        _has_headline(paper, letter),
        paper.search(_SPEAKER) is not None,
        _is_article(paper),
        _MANY.search(paper.header("to")) is not None or _goes_to_many(paper, letter),
        any(_FROM_WATCHER.match(line.text) for line in paper.lines[:14]),
        titled,
    )


def _own_caption(paper: Paper, letter: Letter) -> Caption | None:
    """The caption of a court's file; a court in the address of a letter heads none."""
    caption = read_caption(paper)
    if caption is None or not is_greeted(paper, letter):
        return caption
    return None if set(caption.lines) <= addressed_lines(paper, letter) else caption


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
