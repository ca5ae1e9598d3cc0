"""The body of a public document: its sentences, without headlines, captions and boxes.

The text stays as it stands; what is no body text is left out, and nothing is rewritten, so
that every position leads back to the words on the page.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from tecum.errors import DataUnusable
from tecum.provenance import Sha256, Span
from tecum.reading.text.layout import Flow, Layer, Opened
from tecum.reading.text.matching import fold
from tecum.worded import worded as _

__all__ = ["PublicReading", "Sentence", "read_public"]

_LAYERS = (Layer.BODY, Layer.QUOTED, Layer.FORWARDED)
_PARAGRAPH = re.compile(r"\n[ ]{0,8}\n\s{0,200}")
_STOP = re.compile(r"[.?!][\"')\]]{0,3}(?=\s{1,4}[\"'(\[]{0,2}[A-Z0-9§])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|hon|gov|sen|rep|lt|sgt|det|st|sec|art|dept|div|inc|corp|co|ltd"
    r"|jr|sr|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|vs?|cir|supp|stat|fed|crim|civ|app"
    r"|u\.s|d\.c|a\.m|p\.m|e\.g|i\.e|cal|colo|conn|ill|mass|mich|minn|ore|wash|[a-z])"
    r"|\b[A-Z]\.[A-Z])\.$",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\bnos?\.$", re.IGNORECASE)
_CAPTION = re.compile(
    r"^\W{0,3}(?:file\b\s{0,3}[-:(]|photo(?:graph)?s?\b\s{0,3}(?:[:(-]|by\b|courtesy)|image\s{0,3}:"
    r"|credit\s{0,3}:|caption\s{0,3}:|video\s{0,3}:|courtesy of\b)"
    r"|\((?:photo|file|courtesy|image|ap photo)[^)]{0,80}\)\W{0,3}$"
    r"|\b(?:photo(?:graph)? (?:by|courtesy of)|/getty images|courtesy photo)\b[^.]{0,60}\.?$",
    re.IGNORECASE,
)
_BOX = re.compile(
    r"^\W{0,3}(?:read (?:more|also|the full)|related\b|see also|more:|advertisement"
    r"|share (?:this|on)"
    r"|sign up|subscribe|follow (?:us|on)|copyright|©|all rights reserved|(?:media "
    r"|press )?contact\b"
    r"|for (?:more|further) information|by [a-z ]{2,40}(?:\||$)|published\b[^.]{0,40}\d{4}\.?"
    r"|updated\b[^.]{0,40}\d{4})",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[.?!:;][\"')\]]{0,3}\W{0,2}$")
_LONGEST = 1_600
"""A sentence is cut there: no one writes a longer one, and matching stays bounded."""
_MOST = 200_000
_HEADING = 24
"""Words beyond which a line without a stop at its end is taken for text all the same."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: characters ``start`` up to ``end``, in paragraph number ``paragraph``."""

    start: int
    end: int
    paragraph: int


@dataclass(frozen=True)
class PublicReading:
    """What was read of a public document: its running text and the way back to its pages."""

    flow: Flow
    file: Sha256

    @cached_property
    def text(self) -> str:
        """The running text, look-alike letters made plain, no position moved."""
        return fold(self.flow.text)

    @cached_property
    def sha256(self) -> Sha256:
        """The hash of the words, whatever their line ends: of the same text the same."""
        words = " ".join(self.text.split())
        return Sha256(hashlib.sha256(words.encode()).hexdigest())

    @cached_property
    def paragraphs(self) -> tuple[tuple[int, int], ...]:
        """The paragraphs of body text, as positions."""
        return tuple(
            (start, end)
            for start, end in _paragraphs(self.text)
            if not _is_apart(self.text[start:end])
        )

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the body."""
        return tuple(
            sentence
            for n, (start, end) in enumerate(self.paragraphs)
            for sentence in _sentences(self.text, start, end, n)
        )

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """The exact words of a stretch of the text, one span a page where lines follow on."""
        found: list[Span] = []
        for span in self.flow.spans(start, end):
            last = found[-1] if found else None
            if last is not None and last.page == span.page and last.end <= span.start:
                text = self._pages[span.page]
                if not text[last.end : span.start].strip():
                    found[-1] = self.flow.source.span(span.page, last.start, span.end)
                    continue
            found.append(span)
        return tuple(found)

    @cached_property
    def _pages(self) -> dict[int, str]:
        return {page.n: page.text for page in self.flow.source.pages}


def read_public(opened: Opened) -> PublicReading | None:
    """The text of the first part of a file that has one; None where none could be read.

    Raises:
        DataUnusable: it is longer than any story, release or opinion.
    """
    for part in opened.parts:
        if part.text is not None and part.outcome.is_read:
            flow = part.text.flow(*_LAYERS)
            if len(flow.text) > _MOST:
                raise DataUnusable(
                    _("The document has more than {most} characters.", most=f"{_MOST:,}"),
                    why=_("It is read whole, and a person looks at each proposal."),
                    do=_("Give the chapter or the pages in question as a file of their own."),
                    code="proposals.too-long",
                )
            if flow.text.strip():
                return PublicReading(flow, opened.sha256)
    return None


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Paragraphs; one that a page's end cuts in two is put together again."""
    start = 0
    cuts = [*_PARAGRAPH.finditer(text), None]
    for cut in cuts:
        end = cut.start() if cut is not None else len(text)
        follows = text[cut.end() : cut.end() + 1] if cut is not None else ""
        if cut is not None and follows.islower() and not _ENDS.search(text[start:end]):
            continue
        low = start + len(text[start:end]) - len(text[start:end].lstrip())
        high = start + len(text[start:end].rstrip())
        if low < high:
            yield low, high
        start = cut.end() if cut is not None else end


def _is_apart(paragraph: str) -> bool:
    """Whether a paragraph is a headline, a caption, a byline or a box, and no body text."""
    if _CAPTION.search(paragraph) or _BOX.match(paragraph):
        return True
    return not _ENDS.search(paragraph) and len(paragraph.split()) < _HEADING


def _sentences(text: str, start: int, end: int, paragraph: int) -> Iterator[Sentence]:
    at = start
    for stop in _STOP.finditer(text, start, end):
        before = text[max(at, stop.start() - 12) : stop.start() + 1]
        if _ABBREVIATION.search(before):
            continue
        if _NUMBER.search(before) and text[stop.end() :].lstrip()[:1].isdigit():
            continue
        yield Sentence(at, stop.end(), paragraph)
        at = stop.end()
        while at < end and text[at].isspace():
            at += 1
    while end - at > _LONGEST:
        yield Sentence(at, at + _LONGEST, paragraph)
        at += _LONGEST
    if at < end:
        yield Sentence(at, end, paragraph)
