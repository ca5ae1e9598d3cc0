"""Who speaks in a court's file: the party that moves, the custodian who answers (READING 12)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tecum.provenance import Read
from tecum.reading.paper.paper import Paper
from tecum.reading.parties.commanded import party_named
from tecum.reading.parties.nobody import names_nobody
from tecum.reading.signer.conformed import Block
from tecum.words import Band, Conduct

__all__ = [
    "for_whom_counsel_signs",
    "propounded_by",
    "speaks_in_court",
    "who_moves",
    "who_petitions",
]

_MOVANT = re.compile(
    r"\b(?:The\s{1,60})?(?P<who>[A-Z][\w&.'’-]{0,30}(?:\s{1,60}(?:of|the|and|for|&"
    r"|[A-Z][\w&.'’-]{0,30})){0,7}(?:,?\s{1,4}(?:Inc|INC|LLC|L\.L\.C|Corp|Co|Ltd|LLP|L\.P|N\.A)\b\.?)?)"
    r",?\s{1,60}(?:\w+,\s{1,60})?(?:by (?:and through )?(?:its|his|her"
    r"|their)?[^,.]{0,50},\s{1,60})?"
    r"(?:hereby\s{1,60}|respectfully\s{1,60})*(?:asks?|moves?|requests?|objects?|petitions?"
    r"|opposes?|applies)\b"
)
_TITLE_BEFORE = re.compile(r"[A-Z][A-Z ]{2,60}[\s]{1,4}(?:The\s{1,4})?(?=[A-Z][a-z])")
"""The rest of a motion's title, in capitals, that runs into the name of who moves."""
_PART_MOVES = re.compile(
    r"(?:^|[.:]\s{1,4})(?P<party>Respondent|Defendant|Plaintiff|Petitioner)s?,?\s"
    r"(?:by [^.;]{3,80},\s|(?:under|pursuant to) [^;]{3,120}?,\s|hereby\s|respectfully\s){0,3}"
    r"(?:asks?|moves?|requests?|objects?|petitions?|opposes?|applies)\b",
    re.MULTILINE,
)
_NO_MOVANT = re.compile(
    r"(?:The Court|This|(?:[\w’']{2,20}['’]s)\b.*|(?:Instruction|Objection|Request|Section|Rule"
    r"|Paragraph|Item|Exhibit|Schedule|Subpoena|Definition|Interrogator(?:y|ies))s?\b.{0,12})"
)
"""What stands before such a verb and moves nothing: a number of the paper, somebody's rules."""


_ENDS_IN_PART = re.compile(r"\b(?P<party>Respondent|Defendant|Plaintiff|Petitioner)s?$")
_TWO_SENTENCES = re.compile(r"[a-z]{4}\.\s")


_COUNSEL_FOR = re.compile(
    r"(?:counsel|attorneys?|lawyers?)\s(?:for|of record for)\s(?:the\s)?(?:non-?party\s"
    r"|(?:plaintiff|defendant|petitioner|respondent|intervenor|third[- ]party)s?,?\s(?=[A-Z]))?"
    r"(?P<who>[A-Z][\w&.'’ -]{3,80}?)(?:,?\s(?:Inc|LLC|Corp|Co|Ltd|LLP)\b\.?)?",
    re.IGNORECASE,
)


def for_whom_counsel_signs(paper: Paper, blocks: tuple[Block, ...], rule: str) -> Read[str] | None:
    """The party whose counsel signs a paper in a court's file, by name or by its part there."""
    for line in _titles(paper, blocks):
        said = _COUNSEL_FOR.fullmatch(paper.lines[line].text.strip(" ,."))
        if said is None:
            continue
        who = said[0][said.start("who") :]
        if _PART_ALONE.fullmatch(who):
            return party_named(paper, who.rstrip("s"), paper.start_of(line), rule)
        at = paper.words.find(who, paper.start_of(line))
        if at >= 0 and not names_nobody(who):
            return paper.read(who, paper.spans(at, at + len(who)), rule, Band.LIKELY)
    return None


def _titles(paper: Paper, blocks: tuple[Block, ...]) -> Iterator[int]:
    """The lines of the first signature that may say for whom it was put."""
    for block in blocks[:1]:
        if block.title_line is not None:
            yield block.title_line
        below = block.lines[-1] + 1 if block.lines else len(paper.lines)
        if below < len(paper.lines):
            yield below


_PART_ALONE = re.compile(r"(?:Respondent|Defendant|Plaintiff|Petitioner)s?", re.IGNORECASE)
_PETITION = re.compile(r"^\W{0,4}(?:VERIFIED |JOINT |AMENDED )?PETITION (?:TO|FOR)\b", re.MULTILINE)
_PRAYS = re.compile(
    r"\bpetitioner\b,?\s{1,4}(?:[\w ,]{0,40}?\s)?(?:prays|asks|requests|moves|petitions|applies)\b",
    re.IGNORECASE,
)


def who_petitions(paper: Paper, rule: str) -> Read[str] | None:
    """The petitioner of the caption, who prays in a paper that is headed as a petition."""
    prays = paper.search(_PRAYS) if paper.search(_PETITION) else None
    return party_named(paper, "Petitioner", prays.start(), rule) if prays else None


def who_moves(paper: Paper, rule: str) -> Read[str] | None:
    """Who moves or objects, by name; by his part where the caption names the party."""
    for moving in paper.find(_MOVANT):
        said = " ".join(moving["who"].split())
        if len(said) <= 4 or _NO_MOVANT.fullmatch(said) or _TWO_SENTENCES.search(said):
            continue
        part = _ENDS_IN_PART.search(said)
        if part is not None:
            by_part = party_named(paper, part["party"], moving.start(), rule)
            if by_part is not None:
                return by_part
            continue
        titled = _TITLE_BEFORE.match(moving["who"])
        start = moving.start("who") + (titled.end() if titled else 0)
        who = " ".join(paper.words[start : moving.end("who")].split())
        if not names_nobody(who):
            return paper.read(who, paper.spans(start, moving.end("who")), rule, Band.LIKELY)
    called = paper.search(_PART_MOVES)
    if called:
        return party_named(paper, called["party"], called.start(), rule)
    answers = paper.search(_ANSWERS)
    if answers is None:
        return None
    who = " ".join(answers["who"].split())
    return paper.read(who, paper.spans(*answers.span("who")), rule, Band.LIKELY)


_CUSTODIAN_OF = re.compile(
    r"\b(?:custodian|keeper) of (?:the )?(?:business |medical )?records? (?:of|for|at|with)"
    r"\s{1,4}(?:the\s{1,4})?(?P<who>[A-Z][\w&.'’-]{1,24}(?:\s(?:of|and|the|for|&"
    r"|[A-Z][\w&.'’-]{1,24})){1,7})"
)
_PETITIONS = re.compile(
    r"\b(?:The\s{1,4})?(?P<who>[A-Z][\w&.'’-]{1,24}(?:\s(?:of|and|the|for|&"
    r"|[A-Z][\w&.'’-]{1,24})){1,7}),?\s{1,4}(?:by [^.]{2,80},\s{1,4})?"
    r"(?:(?:under|pursuant to) (?:[^.;]|\.(?=\w|\s?\w\.| \d| §)){3,120}?,\s{1,4})?"
    r"(?:hereby |respectfully ){0,2}(?:(?:petitions|applies|moves|asks) (?:to )?(?:this|the) "
    r"(?:honorable )?[Cc]ourt\b|(?:petitions|applies|moves)\s(?:under|pursuant to|for an order)\b)"
)
_ANSWERS = re.compile(
    r"^\W{0,3}(?:The\s)?(?!(?:Plaintiff|Defendant|Petitioner|Respondent)s?\.\s)"
    r"(?P<who>[A-Z][\w&.'’-]{1,24}(?:,?\s(?:of|and|the|for|&"
    r"|[A-Z][\w&.'’-]{1,24})){1,7}),\s(?:(?:by|through|by and through)\s[^.;]{3,80}"
    r"|(?:an?\s|the\s)?(?:non-?party|third[- ]party|respondent|witness|deponent|custodian)\b"
    r"[^.;]{0,60}),\s"
    r"(?:hereby\s|respectfully\s)?(?:answers|responds)\b",
    re.MULTILINE,
)
_SWEARS = re.compile(
    r"^(?:\W{0,3}I,\s{1,4})?(?P<who>[A-Z][\w&.'’-]{1,24}(?:,?\s[A-Z][\w&.'’-]{0,24}){0,6}),\s{1,4}"
    r"(?:(?:(?:being|having been)\s{1,4})?(?:first\s{1,4})?duly\s{1,4}sworn\b|declare\s{1,4}"
    r"(?:under|and|that|as)\b|(?:hereby\s{1,4})?(?:swear|certify|affirm|attest)\b"
    r"|(?:the\s{1,4})?undersigned,)",
    re.MULTILINE,
)
"""Who makes an affidavit or a declaration, in its first words."""


def speaks_in_court(paper: Paper, conduct: Conduct | None) -> Read[str] | None:
    """Under a court's caption, the custodian who answers, the party that petitions, the affiant."""
    said = {
        Conduct.ANSWERS: (_CUSTODIAN_OF, _ANSWERS, _SWEARS),
        Conduct.REPORTS: (_PETITIONS, _SWEARS),
        Conduct.NONE: (_SWEARS,),
    }.get(conduct or Conduct.NONE, ())
    found = paper.search(*said)
    if found is None:
        return None
    who = " ".join(found["who"].split())
    return paper.read(who, paper.spans(*found.span("who")), "parties.issuer/1", Band.LIKELY)


_DISCOVERY = re.compile(
    r"\b(?:requests? (?:for|to)|data requests?|interrogator(?:y|ies)|notice to (?:produce|party)"
    r"|demands? for (?:production|inspection|bill))\b",
    re.IGNORECASE,
)
_BY_WHOM = re.compile(
    r"(?:^|[.\n]\s{0,4})(?:[Tt]he )?"
    r"(?P<part>Plaintiff|Defendant|Petitioner|Respondent)s?,?\s"
    r"(?:(?P<who>[A-Z][\w&.'’-]{1,24}(?:\s(?:of|and|the|for|&|[A-Z][\w&.'’-]{1,24})){1,7}"
    r"(?:,\s(?:LLC|LLP|Inc\.?|Corp\.?|Co\.|Ltd\.?))?),?\s)?"
    r"(?:hereby\s)?(?:requests|serves|propounds|demands|submits)[\s,]"
)
_POSSESSED = re.compile(
    r"^(?P<part>PLAINTIFF|DEFENDANT|PETITIONER|RESPONDENT)(?:['’]S|S['’])\s", re.MULTILINE
)
_TITLE_LINES = 16


def propounded_by(paper: Paper) -> Read[str] | None:
    """The party that serves requests under a court's caption: the court has asked for nothing."""
    head = paper.lines[:_TITLE_LINES]
    if not any(_DISCOVERY.search(line.text) and line.text.isupper() for line in head):
        return None
    rule = "parties.propounded/1"
    said = paper.search(_BY_WHOM)
    if said is not None and said["who"]:
        who = " ".join(said["who"].split())
        return paper.read(who, paper.spans(*said.span("who")), rule, Band.LIKELY)
    titled = said or paper.search(_POSSESSED)
    if titled is None:
        return None
    return party_named(paper, titled["part"], titled.start(), rule)
