"""Papers that nobody signs, by what they are (READING 10): blanks, notices by machine, reports.

The role ``none`` says that nobody signs such a paper. It is not said of a demand, of an answer
or of a letter: there a signature that was not found may still be one that was not seen.
"""

from __future__ import annotations

import re
from dataclasses import replace
from email.utils import parseaddr

from tecum.instruments.institutions import load_institutions
from tecum.provenance import Read, Span
from tecum.reading.mail.sender import is_delivery_notice
from tecum.reading.paper.address_lines import displayed
from tecum.reading.paper.letter import Letter
from tecum.reading.paper.paper import Paper
from tecum.reading.result import ReadSignatory
from tecum.reading.signer.conformed import PRESENTS, SIGNED
from tecum.reading.signer.titles import is_name
from tecum.words import Band, Conduct, Kind, SignatoryRole

__all__ = ["is_from_person", "nobody_signs"]

_RULE = "signer.nobody/1"
_TELLS = frozenset({Conduct.REPORTS, Conduct.NONE})
_UNSIGNED_KINDS = frozenset({Kind.OTHER, Kind.NEWS_ARTICLE, Kind.DELIVERY_NOTICE})


def nobody_signs(
    signatory: ReadSignatory,
    paper: Paper,
    conduct: Read[Conduct],
    kind: Read[Kind],
    letter: Letter,
) -> ReadSignatory:
    """The signatory; the role ``none`` where a paper of this sort bears no signature."""
    if signatory.signed is True:
        if conduct.value is not Conduct.TEMPLATES or not _only_presents(paper, signatory):
            return signatory
        nothing: Read[str] = paper.nothing(_RULE)
        bare = replace(signatory, name=nothing, title=nothing, signed=False, mark=None)
        return _nobody(bare, conduct, kind)
    if conduct.value is Conduct.TEMPLATES:
        named = signatory.role.value is SignatoryRole.CLERK and signatory.name.value
        return signatory if named else _nobody(signatory, conduct, kind)
    if paper.is_mail and kind.value is Kind.DELIVERY_NOTICE and _by_machine(paper):
        nothing = paper.nothing(_RULE)
        return replace(_nobody(signatory, conduct, kind), name=nothing, title=nothing)
    if conduct.value not in _TELLS or kind.value not in _UNSIGNED_KINDS:
        return signatory
    if paper.is_mail and signatory.name.value is None and paper.search(_NO_PERSON):
        bare = replace(signatory, title=paper.nothing(_RULE), judge_kind=None)
        return _nobody(bare, conduct, kind)
    if signatory.name.value or signatory.title.value:
        return signatory
    written = _by_line(paper) if kind.value is Kind.NEWS_ARTICLE else None
    if written is not None:
        private = Read(SignatoryRole.PRIVATE, Band.LIKELY, written.spans, _RULE)
        return replace(signatory, name=written, role=private)
    if _may_be_signed(paper, letter):
        return signatory
    return _nobody(signatory, conduct, kind)


def _only_presents(paper: Paper, signatory: ReadSignatory) -> bool:
    """Whether who signed a proposed order did so below "Approved as to form" or the like."""
    name = signatory.name.value
    lines = [line.text.strip() for line in paper.lines]
    below = ("\n".join(lines[i + 1 : i + 5]) for i, t in enumerate(lines) if PRESENTS.match(t))
    return name is not None and any(name in text for text in below)


_BY = re.compile(r"(?:By|BY|Por|POR)\s{1,4}(?P<who>[A-ZÀ-Þ][^,|·]{2,40})(?:\s?[,|·].{0,60})?$")
_COLUMNIST = re.compile(
    r"(?P<who>[A-ZÀ-Þ][\w.'’ -]{2,40}?)['’]s (?:opinions|views) are (?:his|her|their)\b"
)


def _by_line(paper: Paper) -> Read[str] | None:
    """Who wrote a report, in the line "By …" at its head or in the note below a column."""
    lines = [line.text.strip() for line in paper.lines]
    named = [*((i, _BY.match(lines[i])) for i in range(min(_HEAD, len(lines))))]
    named += [
        (i, _COLUMNIST.match(lines[i])) for i in range(max(0, len(lines) - _LAST), len(lines))
    ]
    for i, found in named:
        if found is not None and is_name(found["who"]):
            who = found["who"].strip()
            start = paper.start_of(i) + paper.lines[i].text.find(who)
            return paper.read(who, paper.spans(start, start + len(who)), _RULE, Band.LIKELY)
    return None


def _nobody(signatory: ReadSignatory, conduct: Read[Conduct], kind: Read[Kind]) -> ReadSignatory:
    """Nobody, on the words that told what the paper is, and no surer than they."""
    spans: tuple[Span, ...] = conduct.spans or kind.spans
    weakest = max(Band.LIKELY, conduct.band, key=list(Band).index)
    return replace(signatory, role=Read(SignatoryRole.NONE, weakest, spans, _RULE))


_MACHINE = re.compile(
    r"mailer-daemon|postmaster|mail delivery|no-?reply|do-?not-?reply|microsoft ?outlook",
    re.IGNORECASE,
)


def _by_machine(paper: Paper) -> bool:
    """Whether a mail says by its sender or its headers that no person wrote it."""
    return is_delivery_notice(paper) and _MACHINE.search(paper.header("from")) is not None


_NO_PERSON = re.compile(
    r"\bautomatic(?:ally)? (?:generated )?(?:e-?mail|message|notice|notification)\b"
    r"|\b(?:automatically|system|computer)[- ]generated\b"
    r"|\bdo not (?:respond|reply) to this (?:e-?mail|message|notice)\b"
    r"|\bmail ?box is (?:unattended|not (?:read|monitored))\b"
    r"|\bunmonitored (?:mail ?box|account)\b",
    re.IGNORECASE,
)
"""What a system's own message says of itself."""
_CLOSES = re.compile(
    r"^(?:sincerely|respectfully|very truly|yours|cordially|(?:best |kind |warm )?regards|thank you"
    r"|thanks|atentamente|cordialmente|gracias|by the (?:court|commission|board)|so ordered)\b"
    r"[^.]{0,24}$",
    re.IGNORECASE,
)
_SIGNS = re.compile(
    r"\bsignature\b.{0,20}(?:[:_]|$)|^(?:by|signed|approved|attest|certified|declarant"
    r"|affiant)\b.{0,40}[:_]"
    r"|\bunder penalty of perjury\b|\bsworn (?:to|and)\b|\bwitness my hand\b|_{12}",
    re.IGNORECASE,
)
_LONGEST_PLACE = 60
_WRITER = re.compile(
    r"^(?:By|BY|From|FROM|De|DE|Reported by|Posted by|Author)\s?:?\s{1,4}[A-ZÀ-Þ]"
    r"|^(?:FROM|From|DE|De)\s?:?$"
    r"|^(?:Columnist|[A-Z][\w ]{3,24} (?:[Ww]riter|[Rr]eporter|[Ee]ditor|[Cc]orrespondent))\b"
    r".{0,40}$"
)
_GREETS = re.compile(r"(?:dear|to whom|estimad[oa]s?|hello|hi|hola)\b", re.IGNORECASE)
_HEAD, _LAST = 14, 3


def _may_be_signed(paper: Paper, letter: Letter) -> bool:
    """Whether anything on a paper looks like a place to sign, or like its writer's name."""
    lines = [line.text.strip() for line in paper.lines]
    greets = letter.salutation is not None and _GREETS.match(lines[letter.salutation])
    if greets or is_from_person(paper):
        return True
    places = (text for text in lines if len(text) < _LONGEST_PLACE)
    if any(_CLOSES.match(text) or _SIGNS.search(text) for text in places):
        return True
    if any(SIGNED.search(text) for text in lines):
        return True
    if any(_WRITER.match(text) for text in (*lines[:_HEAD], *lines[-_LAST:])):
        return True
    return any(is_name(text) for text in lines[-_LAST:])


_DESK = re.compile(
    r"(?:e?news(?:letter)?|info|alerts?|press|media|hello|sales|support|service|announce\w{0,5}"
    r"|updates?|bulletin|digest|events?|training|education|notices?|\w{0,12}-?no-?reply|office)@",
    re.IGNORECASE,
)
"""Mailboxes of desks that send to many: no person's."""


def is_from_person(paper: Paper) -> bool:
    """Whether a mail's sender shows a person's name, or none at all, and no body's."""
    shown, address = parseaddr(paper.header("from"))
    shown = displayed(paper.header("from")) or shown
    if not paper.is_mail or load_institutions().is_body(shown) or _DESK.match(address):
        return False
    return not shown or is_name(shown.partition(",")[0]) is not None
