"""Who made a paper that names him neither in a field nor in its head (READING 12).

The body under the signature, the one that speaks in the text, who signed or sent it.
"""

from __future__ import annotations

import re
from email.utils import parseaddr

from tecum.instruments.institutions import load_institutions
from tecum.provenance import Read
from tecum.reading.paper.address_lines import displayed
from tecum.reading.paper.letter import Letter, addressed_lines
from tecum.reading.paper.paper import Paper
from tecum.reading.parties.letterhead import body_at_head, joined_head
from tecum.reading.parties.names_itself import speaks_for, this_body
from tecum.reading.signer.conformed import Block
from tecum.reading.signer.opinion import judge_in_byline
from tecum.reading.signer.signing_body import (
    body_above,
    body_at_signature,
    displayed_body,
    is_house,
    is_running,
    name_at_close,
    office_at_signature,
)
from tecum.reading.signer.titles import is_name
from tecum.words import Band, SignatoryRole

__all__ = ["issuer_elsewhere", "signer_as_issuer"]

_GAP = r"(?:[^\S\n]{1,4}|\n(?!\n))"
_BODY_SPEAKS = re.compile(
    rf"\b(?:The{_GAP})?(?P<body>(?:[A-Z][\w.'’-]{{1,30}}{_GAP}){{0,5}}"
    r"(?:Department|Bureau|Office|Division|Agency|Commission|Committee)"
    rf"(?:{_GAP}(?:of|for|on|and|the|[A-Z][\w'’-]{{1,30}})){{0,8}}"
    rf"(?:,{_GAP}[A-Z][\w .'’-]{{3,50}}(?=,))?),?{_GAP}"
    r"(?:is|are|has|requests?|asks?|requires?|directs?|seeks?|will)\b"
)
_PAPER_NAME = re.compile(
    r"^(?P<name>(?:The |THE )?[A-Z][^\n,|–—]{2,50}?)(?:\s{0,60}[,|–—-]\s{0,60}.*)?$", re.MULTILINE
)


def issuer_elsewhere(
    paper: Paper, letter: Letter, blocks: tuple[Block, ...], rule: str
) -> Read[str]:
    """The body named at the head or under the signature; else who signed or sent it."""
    blocks = tuple(b for b in blocks if not set(b.lines) & set(letter.address))
    sender = displayed_body(paper.header("from"))
    if sender:
        # A mail's sender that is a body is named there, whoever puts his name below.
        return Read(sender, Band.LIKELY, (), "parties.from_header/1")
    return (
        body_at_head(paper, letter, rule)
        or body_at_signature(paper, blocks, letter, rule)
        or body_above(paper, blocks, rule)
        or office_at_signature(paper, blocks, letter, rule)
        or speaks_for(paper)
        or this_body(paper)
        or _writer(paper, letter, blocks, rule)
        or judge_in_byline(paper)
        or _who_gives_out(paper, rule)
        or _first_named(paper, letter, rule)
        or paper.nothing(rule)
    )


def _writer(paper: Paper, letter: Letter, blocks: tuple[Block, ...], rule: str) -> Read[str] | None:
    """The body that speaks in a sentence, else who signed or sent the paper."""
    officer = bool(blocks) and blocks[0].role is SignatoryRole.AGENCY_OFFICER
    sentence = _not_addressed(paper, letter, _BODY_SPEAKS, "body")
    if sentence and (officer or not blocks):
        name = " ".join(sentence["body"].split())
        return paper.read(name, paper.spans(*sentence.span("body")), rule, Band.UNSURE)
    writer = name_at_close(paper)
    if writer is not None and not (blocks and blocks[0].name):
        who = paper.lines[writer].text.strip()
        return paper.read(who, paper.line_spans(writer), rule, Band.UNSURE)
    bodies = load_institutions().named
    named = _not_addressed(paper, letter, bodies, 0) if officer else None
    shown = displayed(paper.header("from")) or parseaddr(paper.header("from"))[0]
    found = _for_whom(paper, named, shown if blocks else "", blocks, rule)
    if found is not None:
        return found
    if blocks and blocks[0].name:
        return signer_as_issuer(paper, blocks[0], rule, Band.UNSURE)
    return _by_header(paper, letter, shown, rule)


def _first_named(paper: Paper, letter: Letter, rule: str) -> Read[str] | None:
    """Where nobody signs or sends a paper: whose code it prints, else whom it names first.

    Never the addressee, wherever the letter speaks of him, and no line of a letter for its head.
    """
    patterns: list[tuple[re.Pattern[str], str | int]] = [
        (_CODE, "who"),
        (load_institutions().named, 0),
    ]
    if letter.salutation is None:
        patterns.append((_PAPER_NAME, "name"))
    for pattern, group in patterns:
        found = _not_addressed(paper, letter, pattern, group)
        if found is not None and not is_running(found[group]):
            spans = paper.spans(*found.span(group))
            return paper.read(found[group].strip(), spans, rule, Band.UNSURE)
    return None


def _not_addressed(
    paper: Paper, letter: Letter, pattern: re.Pattern[str], group: str | int
) -> re.Match[str] | None:
    """The first name of a pattern that is not the addressee's, there or wherever he is named."""
    addressed = addressed_lines(paper, letter)
    theirs = " ".join(paper.lines[i].text.casefold() for i in sorted(addressed))
    for found in paper.find(pattern):
        name = " ".join(found[group].casefold().split())
        if paper.index_at(found.start(group)) not in addressed and name not in theirs:
            return found
    return None


_RELEASE = re.compile(
    r"\W{0,3}(?:(?:for immediate|press|news|media) release|comunicado de prensa)\b", re.IGNORECASE
)
_GIVES_OUT = re.compile(
    r"(?:[A-Z][\w., ]{1,28}[–—-]{1,2}\s)?(?:The |El |La )?(?P<who>(?:[A-Z][\w'’.&-]{1,24} ){1,6}"
    r"(?:Office|Department|Police|Bureau|Agency|Commission|Authority|Board|Council|University"
    r"|Hospital|County|City|District|Services?))\s(?:today|this|has|have|is|was|said|confirmed"
    r"|announced|received|will|released|on (?:Mon|Tues|Wednes|Thurs|Fri)day)\b"
)
_RELEASE_LINES = 12


def _who_gives_out(paper: Paper, rule: str) -> Read[str] | None:
    """The body that gives out a press release: its first sentence begins with it."""
    head = paper.lines[:_RELEASE_LINES]
    if not any(_RELEASE.match(line.text) for line in head[:4]):
        return None
    for i, line in enumerate(head):
        found = _GIVES_OUT.match(line.text)
        if found is not None:
            start = paper.start_of(i)
            spans = paper.spans(start + found.start("who"), start + found.end("who"))
            return paper.read(found["who"], spans, rule, Band.UNSURE)
    return None


_CODE = re.compile(
    r"^(?P<who>(?:[A-Z][\w.'’-]{1,24} ){1,5})(?:(?:Revised )?Municipal|County|City|Town|Village"
    r"|Administrative) Code(?=[,.;]|\s(?:Chapter|Title|§))",
    re.MULTILINE,
)
"""Whose law is printed, as the running line of its code names it."""


def signer_as_issuer(paper: Paper, block: Block, rule: str, band: Band) -> Read[str]:
    """Who signed, for the issuer."""
    line = block.name_line if block.name_line is not None else block.lines[0]
    return paper.read(block.name or "", paper.line_spans(line), rule, band)


def _by_header(paper: Paper, letter: Letter, shown: str, rule: str) -> Read[str] | None:
    """A mail's sender; a letter pasted into it keeps its head, and a bare address names nobody."""
    head = None if shown or letter.date is None else joined_head(paper, letter)
    if head is not None:
        return paper.read(head[0], head[1], rule, Band.UNSURE)
    shown = shown or parseaddr(paper.header("from"))[1]
    return Read(shown, Band.UNSURE, (), "parties.from_header/1") if shown else None


def _for_whom(
    paper: Paper, named: re.Match[str] | None, shown: str, blocks: tuple[Block, ...], rule: str
) -> Read[str] | None:
    """For whom somebody signs by a title: the first body that is named, else the mail's sender."""
    if named is not None:
        return _named_line(paper, named, rule)
    if shown and blocks[0].title and not is_name(shown):
        return Read(shown, Band.UNSURE, (), "parties.from_header/1")
    return None


def _named_line(paper: Paper, named: re.Match[str], rule: str) -> Read[str]:
    """A known body with the rest of its line, where the line is its name and nothing else."""
    i = paper.index_at(named.start())
    if is_house(paper.lines[i].text.strip(" ,")):
        return paper.read(paper.lines[i].text.strip(" ,"), paper.line_spans(i), rule, Band.UNSURE)
    return paper.read(named[0], paper.spans(*named.span()), rule, Band.UNSURE)
