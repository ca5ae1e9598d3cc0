"""Who made a document, and of what class that body is (READING 12)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from email.utils import parseaddr

from tecum.instruments.institutions import load_institutions
from tecum.provenance import Read, Span
from tecum.reading.paper.address_lines import displayed, trimmed
from tecum.reading.paper.caption import Caption
from tecum.reading.paper.cells import is_label
from tecum.reading.paper.head_names import joined_names
from tecum.reading.paper.labels import Labelled, labelled, span_of
from tecum.reading.paper.letter import Letter
from tecum.reading.paper.paper import Paper
from tecum.reading.parties.addressee_labels import addressee_cells
from tecum.reading.parties.in_court import propounded_by, speaks_in_court, who_moves
from tecum.reading.parties.issuer_cells import asker_in_cell, issuer_in_cell
from tecum.reading.parties.nobody import is_dateline, is_instrument, names_nobody
from tecum.reading.signer.conformed import Block
from tecum.reading.signer.signing_body import (
    body_above,
    body_at_signature,
    displayed_body,
    is_house,
    is_own_body,
    is_sovereign,
    name_at_close,
    office_at_signature,
)
from tecum.reading.signer.titles import is_name
from tecum.words import Band, Conduct, IssuerClass, SignatoryRole

__all__ = ["class_of_issuer", "read_issuer"]

_ISSUER_LABEL = (
    r"from|requesting agency|issued by|issuing(?:/validating)? (?:agency|authority"
    r"|office)|(?:section a\W{1,60})?issuing(?:/validating)? authority|requester|requestor"
    r"|agency|remitente|de|sender"
    r"|attorney or party without attorney(?: \(name[^)]{0,60}\))?"
    r"|name of (?:requesting )?(?:agency|requester)|issuing state|requested by"
)
_GAP = r"(?:[^\S\n]{1,4}|\n(?!\n))"
_BODY_SPEAKS = re.compile(
    rf"\b(?:The{_GAP})?(?P<body>(?:[A-Z][\w.'’-]{{1,30}}{_GAP}){{0,5}}"
    r"(?:Department|Bureau|Office|Division|Agency|Commission|Committee)"
    rf"(?:{_GAP}(?:of|for|on|and|the|[A-Z][\w'’-]{{1,30}})){{0,8}}"
    rf"(?:,{_GAP}[A-Z][\w .'’-]{{3,50}}(?=,))?),?{_GAP}"
    r"(?:is|are|has|requests?|asks?|requires?|directs?|seeks?|will)\b"
)
_PUBLICATION = re.compile(
    r"^(?P<name>(?:The |THE )?(?:[A-Z][\w'’&.-]* ){0,4}(?:Post|POST|Times|TIMES|Herald"
    r"|HERALD|Tribune|TRIBUNE|Gazette|GAZETTE|News|NEWS"
    r"|Journal|JOURNAL|Chronicle|CHRONICLE|Courier|COURIER|Star|STAR|Sentinel|Observer"
    r"|Dispatch|Ledger|LEDGER|Bee|(?<!Federal )Register|Examiner|Monitor"
    r"|Independent|Daily|Weekly|Reporter|Beacon|Bulletin|Record|Press|PRESS|Wire"
    r"|Mirror|Globe|Inquirer|Telegraph|Advocate|Citizen|Radio|Today))(?: Online)?"
    r"(?:\s{0,60}[,|•·–—-].*)?$"
)
_PAPER_NAME = re.compile(
    r"^(?P<name>(?:The |THE )?[A-Z][^\n,|–—]{2,50}?)(?:\s{0,60}[,|–—-]\s{0,60}.*)?$", re.MULTILINE
)


def read_issuer(
    paper: Paper,
    conduct: Conduct | None,
    caption: Caption | None,
    letter: Letter,
    blocks: tuple[Block, ...],
) -> Read[str]:
    """The body or person that made the document, as it names itself."""
    rule = "parties.issuer/1"
    proposed = propounded_by(paper) if caption is not None else None
    if proposed is not None:
        return proposed
    found = _whole_name(paper, _issuer(paper, conduct, caption, letter, blocks))
    if found.value and (names_nobody(found.value) or _TELEPHONE.search(found.value)):
        found = _issuer_elsewhere(paper, letter, blocks, rule)
    nobody = found.value and (names_nobody(found.value) or is_instrument(found.value))
    return paper.nothing(rule) if nobody else found


_TELEPHONE = re.compile(r"\b\d{3}[-.]\d{4}\b")
_AUTHORITY_OF = re.compile(r"by (?:the )?authority of (?:the )?", re.IGNORECASE)


def _whole_name(paper: Paper, found: Read[str]) -> Read[str]:
    """A name that takes up a line, with the lines on which it goes on."""
    if found.value is None or len(found.spans) != 1:
        return found
    first = next(
        (i for i in range(len(paper.lines)) if paper.line_spans(i)[0].quote == found.value), None
    )
    if first is None:
        return found
    name, lines = joined_names(paper, range(first, min(first + 3, len(paper.lines))))[0]
    if len(lines) > 1:
        found = replace(found, value=name, spans=paper.line_spans(*lines))
    return replace(found, value=_AUTHORITY_OF.sub("", found.value or ""))


def _issuer(
    paper: Paper,
    conduct: Conduct | None,
    caption: Caption | None,
    letter: Letter,
    blocks: tuple[Block, ...],
) -> Read[str]:
    rule = "parties.issuer/1"
    own = speaks_in_court(paper, conduct) if caption is not None else None
    if own is not None:
        return own
    if caption is not None and conduct is not Conduct.CONTESTS:
        return paper.read(caption.court, paper.line_spans(*caption.lines), rule, Band.LIKELY)
    if conduct is Conduct.CONTESTS:
        moving = who_moves(paper, rule)
        if moving is not None:
            return moving
    paper_name = _publication(paper) if conduct is Conduct.REPORTS else None
    if paper_name is not None:
        return paper_name
    asking = asker_in_cell(paper)
    if asking is not None:
        return asking
    for found in _who_asks(paper):
        if found.line < max(12, len(paper.lines) // 2) and re.search(r"[A-Za-z]{2}", found.value):
            head = _joined_head(paper, letter)
            asker = _ASKER.fullmatch(found.label) is not None
            if head and load_institutions().is_body(head[0]) and not asker:
                break
            return paper.read(trimmed(found.value), span_of(paper, found), rule, Band.LIKELY)
    head = _joined_head(paper, letter)
    headed = head is not None and load_institutions().is_body(head[0])
    cell = issuer_in_cell(paper, headed=headed)
    if cell is not None:
        return cell
    if head and is_sovereign(head[0]):
        own = body_at_signature(paper, blocks, letter, rule) or body_above(paper, blocks, rule)
        if own is not None and own.value and not is_sovereign(own.value):
            return own
    if head and (load_institutions().is_body(head[0]) or not paper.is_mail):
        band = Band.LIKELY if load_institutions().is_body(head[0]) else Band.UNSURE
        return paper.read(head[0], head[1], rule, band)
    return _issuer_elsewhere(paper, letter, blocks, rule)


_ASKER = re.compile(r"request(?:e|o)r(?:'s name| name)?|name of requester", re.IGNORECASE)


def _who_asks(paper: Paper) -> Iterator[Labelled]:
    """Fields that name who issues or asks: the authority's name before its State."""
    if not paper.is_mail:
        yield from labelled(paper, r"request(?:e|o)r(?:'s name| name)?|name of requester")
    named = r"(?:name of (?:the )?)?(?:issuing|validating)(?:/validating)? authority"
    yield from labelled(paper, named, inline=r"issuing(?:/validating)? authority")
    yield from labelled(paper, _ISSUER_LABEL, inline=r"from|issuing(?:/validating)? authority")
    for found in labelled(paper, r"from|remitente", colon=False):
        fits = found.below and 3 < len(found.value) < _LONGEST_SENDER and found.value[0].isupper()
        if fits and not (is_label(found.value) or names_nobody(found.value)):
            yield found
    for found in labelled(paper, r"requester|requestor|requester name|requested by", colon=False):
        if re.fullmatch(r"[A-ZÀ-Þ][\w.'’-]+(?: [\w.'’&-]+){1,5}", found.value):
            yield found


_LONGEST_SENDER = 90


def _publication(paper: Paper) -> Read[str] | None:
    """The newspaper or agency that a report names at its head."""
    for i, line in enumerate(paper.lines[:6]):
        found = _PUBLICATION.match(line.text.strip(" ‘’'`.,|"))
        if found:
            start = paper.start_of(i) + line.text.find(found["name"])
            spans = paper.spans(start, start + len(found["name"]))
            return paper.read(found["name"].strip(), spans, "parties.publication/1", Band.LIKELY)
    return None


_NOTE_BESIDE = re.compile(
    r"\s{1,60}[–—|·•]\s{1,60}(?:law enforcement sensitive|confidential|urgent).*$", re.I
)


def _joined_head(paper: Paper, letter: Letter) -> tuple[str, tuple[Span, ...]] | None:
    if not letter.letterhead:
        return None
    others = addressee_cells(paper)
    own = [i for i in letter.letterhead if i not in others and not _stands_under_to(paper, i)]
    names = [row for row in joined_names(paper, own) if not names_nobody(row[0])]
    if not names:
        return None
    own = [i for _, lines in names for i in lines]
    texts = [_HOUSE_BESIDE.sub("", _NOTE_BESIDE.sub("", text)) for text, _ in names]
    name = ", ".join(text.strip(" |") for text in texts)
    return re.sub(r", (?=(?:of|for|and|on) )", " ", name), paper.line_spans(*own)


_HOUSE_BESIDE = re.compile(r"\s\d{2,6}\s+[A-Z][a-z]{2,20}\s[A-Z][\w. ]{2,30}$")
"""A street that stands in a column beside the office's name."""
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


_ANY_LABEL = re.compile(r"^\W{0,4}[A-Z][\w ]{1,24}:")


def _label_alone(text: str) -> str:
    """A label's line without what it explains in brackets, for a line that holds no value."""
    return re.sub(r"\s*\([^)]{0,60}\)\s*:?\s*$", "", text.strip()).rstrip(" :")


def _issuer_elsewhere(
    paper: Paper, letter: Letter, blocks: tuple[Block, ...], rule: str
) -> Read[str]:
    """The body named at the head or under the signature; else who signed or sent it."""
    blocks = tuple(b for b in blocks if not set(b.lines) & set(letter.address))
    sender = displayed_body(paper.header("from"))
    if sender:
        # A mail's sender that is a body is named there, whoever puts his name below.
        return Read(sender, Band.LIKELY, (), "parties.from_header/1")
    found = (
        _body_at_head(paper, letter, rule)
        or body_at_signature(paper, blocks, letter, rule)
        or body_above(paper, blocks, rule)
        or office_at_signature(paper, blocks, letter, rule)
    )
    if found is not None:
        return found
    officer = bool(blocks) and blocks[0].role is SignatoryRole.AGENCY_OFFICER
    sentence = paper.search(_BODY_SPEAKS)
    if sentence and (officer or not blocks):
        name = " ".join(sentence["body"].split())
        return paper.read(name, paper.spans(*sentence.span("body")), rule, Band.UNSURE)
    writer = name_at_close(paper)
    if writer is not None and not (blocks and blocks[0].name):
        who = paper.lines[writer].text.strip()
        return paper.read(who, paper.line_spans(writer), rule, Band.UNSURE)
    named = paper.search(load_institutions().named)
    shown = displayed(paper.header("from")) or parseaddr(paper.header("from"))[0]
    found = _for_whom(paper, named if officer else None, shown if blocks else "", blocks, rule)
    if found is not None:
        return found
    if blocks and blocks[0].name:
        block = blocks[0]
        line = block.name_line if block.name_line is not None else block.lines[0]
        return paper.read(block.name or "", paper.line_spans(line), rule, Band.UNSURE)
    found = _by_header(paper, letter, shown, rule)
    if found is not None:
        return found
    if named:
        return paper.read(named[0], paper.spans(*named.span()), rule, Band.UNSURE)
    first = paper.search(_PAPER_NAME)
    if first:
        spans = paper.spans(*first.span("name"))
        return paper.read(first["name"].strip(), spans, rule, Band.UNSURE)
    return paper.nothing(rule)


def _by_header(paper: Paper, letter: Letter, shown: str, rule: str) -> Read[str] | None:
    """A mail's sender; a letter pasted into it keeps its head, and a bare address names nobody."""
    head = None if shown or letter.date is None else _joined_head(paper, letter)
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


def _body_at_head(paper: Paper, letter: Letter, rule: str) -> Read[str] | None:
    if paper.is_mail:
        return None
    others = addressee_cells(paper)
    for i, line in enumerate(paper.lines[:6]):
        text = line.text.strip()
        posted = letter.date is not None or letter.salutation is not None
        if (posted and i in letter.address) or i == letter.salutation or not is_own_body(text):
            continue
        if i in others or _stands_under_to(paper, i):
            continue
        if load_institutions().is_body(text) and not is_dateline(text):
            return paper.read(text, paper.line_spans(i), rule, Band.LIKELY)
    return None


_RANK = re.compile(
    r"\b(?:Lt|Sgt|Capt|Cpl|Det|Dep|Ofc)\.|\b(?:Lieutenant|Sergeant|Captain|Corporal|Detective"
    r"|Undersheriff|Deputy|Chief of Police|Records (?:Clerk|Supervisor|Manager|Unit|Division)"
    r"|(?:County|City|Town|Village|Deputy) Clerk)\b"
)


def class_of_issuer(
    paper: Paper,
    issuer: Read[str],
    caption: Caption | None,
    blocks: tuple[Block, ...],
) -> Read[IssuerClass]:
    """What sort of body made the document, from its name and from who signed."""
    rule = "parties.issuer_class/1"
    role = blocks[0].role if blocks else None
    if caption is not None:
        if role is SignatoryRole.JUDGE:
            word = IssuerClass.COURT
        elif role is not SignatoryRole.ATTORNEY and _GRAND_JURY.search(paper.words[:1500]):
            word = IssuerClass.GRAND_JURY
        elif role is SignatoryRole.ATTORNEY:
            word = IssuerClass.ATTORNEY
        elif role is SignatoryRole.PROSECUTOR:
            word = IssuerClass.PROSECUTOR
        else:
            word = IssuerClass.COURT
        return paper.read(word, paper.line_spans(*caption.lines), rule, Band.LIKELY)
    if issuer.value is None:
        return paper.nothing(rule)
    found = load_institutions().class_of(issuer.value)
    if found is None and role is not None:
        found = {
            SignatoryRole.ATTORNEY: IssuerClass.ATTORNEY,
            SignatoryRole.PROSECUTOR: IssuerClass.PROSECUTOR,
            SignatoryRole.LEGISLATOR: IssuerClass.LEGISLATURE,
        }.get(role)
    if found is None and _RANK.search(issuer.value):
        return paper.read(IssuerClass.LOCAL_AGENCY, issuer.spans, rule, Band.UNSURE)
    advises = found is IssuerClass.PROSECUTOR and role is SignatoryRole.ATTORNEY
    if _FOR_ANOTHER.match(issuer.value) or (advises and issuer.band is Band.UNSURE):
        found = IssuerClass.ATTORNEY  # a county's attorney prosecutes in some states only
    if found is None:
        return paper.read(IssuerClass.PRIVATE_PARTY, issuer.spans, rule, Band.UNSURE)
    guessed = role not in _TELLING and load_institutions().is_guess(issuer.value)
    return paper.read(found, issuer.spans, rule, Band.UNSURE if guessed else issuer.band)


_GRAND_JURY = re.compile(r"\bgrand jury\b", re.IGNORECASE)
_FOR_ANOTHER = re.compile(r"(?:counsel|attorneys?|lawyers?) (?:for|to)\b", re.IGNORECASE)
_TELLING = frozenset({SignatoryRole.ATTORNEY, SignatoryRole.PROSECUTOR, SignatoryRole.LEGISLATOR})
"""Who signs by such a title tells what his office is."""
