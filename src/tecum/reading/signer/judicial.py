"""Whether a judge or magistrate ordered it: true or false only when that is certain.

A wrong value is worse than any number of nulls (READING 10). A caption, a seal, a teste, the
word "order" or a judge's name in a sentence never suffice.
"""

from __future__ import annotations

import re

from tecum.instruments.catalogue import Instrument
from tecum.provenance import Read
from tecum.reading.paper.caption import Caption
from tecum.reading.paper.paper import Paper
from tecum.reading.result import ReadSignatory
from tecum.reading.signer.conformed import PRESENTS, SIGNED, Block
from tecum.reading.signer.ink_above import ink_above_name
from tecum.reading.signer.no_judge import by_nature, signed_in_cell
from tecum.reading.signer.own_court import why_not_its_court
from tecum.words import Band, Conduct, Force, IssuerClass, JudgeKind, Kind, SignatoryRole

__all__ = ["read_judicial"]

RULE = "signer.judicial/1"

_OF_A_COURT = frozenset({JudgeKind.ARTICLE_III, JudgeKind.MAGISTRATE, JudgeKind.STATE})
_NOT_A_JUDGE = frozenset(
    {
        SignatoryRole.CLERK, SignatoryRole.ATTORNEY, SignatoryRole.PROSECUTOR,
        SignatoryRole.AGENCY_OFFICER, SignatoryRole.LEGISLATOR, SignatoryRole.PRIVATE,
    }
)  # fmt: skip
_ENDORSED = re.compile(
    r"\b(?:so ordered|by order of the (?:court|judge)|approv(?:ed|al) (?:of"
    r"|by) (?:the |a )?(?:[a-z]+ )?(?:court|judge|magistrate)"
    r"|judicially approved|ordered by the court)\b",
    re.IGNORECASE,
)
_TRIBAL = re.compile(
    r"\b(?:tribal|tribes?|nation|pueblo|band|rancheria|indian community)\b", re.IGNORECASE
)
_FOR_ANOTHER = re.compile(
    r"\bfor the clerk\b|[\[(]proposed[\])]|^proposed\b"
    r"|\bproposed (?:form of )?(?:order|subpoena|warrant|writ|judgment|decree)\b"
    r"|\bconformed to proof\b",
    re.IGNORECASE | re.MULTILINE,
)


def read_judicial(
    paper: Paper,
    *,
    conduct: Conduct | None,
    caption: Caption | None,
    signatory: ReadSignatory,
    blocks: tuple[Block, ...],
    instrument: Instrument | None,
    kind: Read[Kind],
    issuer_class: IssuerClass | None,
) -> Read[bool]:
    """True or false where signature or instrument decides, else null with the reason as signal."""
    if not paper.lines:
        return Read(None, Band.UNREADABLE, (), RULE)
    if conduct is not Conduct.ISSUES:
        return paper.nothing(RULE)
    judges = [b for b in blocks if b.role is SignatoryRole.JUDGE]
    if judges:
        return _by_judge(
            paper, judges[0], blocks, caption=caption, instrument=instrument, kind=kind
        )
    role = signatory.role.value
    nature = by_nature(
        paper, kind=kind, issuer_class=issuer_class, caption=caption, instrument=instrument
    )
    cell = signed_in_cell(paper, instrument) if role not in _NOT_A_JUDGE else None
    decided = role in _NOT_A_JUDGE or nature or cell
    if not decided or paper.search(_FOR_ANOTHER):
        return Read(None, Band.UNSURE, (), RULE, {"why": "no signature block decides"})
    endorsed = paper.search(_ENDORSED)
    if endorsed:
        spans = paper.spans(*endorsed.span())
        return Read(None, Band.UNSURE, spans, RULE, {"why": "a court's approval is mentioned"})
    if instrument is not None and instrument.force is Force.COURT_ORDER and caption is not None:
        return Read(None, Band.UNSURE, (), RULE, {"why": "an order without a judge's signature"})
    if role not in _NOT_A_JUDGE:
        spans = nature or cell or ()
        said = {"by_nature": True} if nature else {"signed_in_cell": True}
        return Read(False, Band.CERTAIN, spans, RULE, said)
    typed = bool(nature) and "template_match" in signatory.role.signals
    # What a cell holds is recognised less surely than the words that make an instrument what it is.
    spans = nature if typed and nature else signatory.role.spans or signatory.name.spans
    if not spans and blocks:
        spans = paper.line_spans(*blocks[0].lines)
    band = Band.CERTAIN if spans and paper.is_readable else Band.LIKELY
    signals: dict[str, object] = {"signed_by": role.value if role else None}
    if nature:
        signals["by_nature"] = True
    return Read(False, band, spans, RULE, signals)


_DRAFT = re.compile(r"^\W{0,9}(?:DRAFT|SAMPLE|SPECIMEN)\b.{0,30}$", re.MULTILINE)
_OATH = re.compile(
    r"(?:signed and |duly )?(?:sworn|subscribed|affirmed|acknowledged)\b.{0,60}\bbefore me",
    re.IGNORECASE,
)


def _is_oath(paper: Paper, judge: Block) -> bool:
    """Whether a judge's signature stands under a jurat: he heard an oath and ordered nothing."""
    first = min(judge.lines)
    above = " ".join(line.text for line in paper.lines[max(0, first - 3) : first])
    return _OATH.search(above) is not None


def _only_presents(paper: Paper, block: Block, judge: Block) -> bool:
    """Whether a lawyer signed under "Presented by:", below an order that the judge signed."""
    first = min(block.lines)
    above = range(max(0, first - 4), first)
    presents = any(PRESENTS.match(paper.lines[i].text.strip()) for i in above)
    return presents and first > max(judge.lines)


_SO_ORDERED = re.compile(r"\W{0,9}(?:(?:it is )?so ordered|by the court)\W{0,9}", re.IGNORECASE)


def _so_ordered_at(paper: Paper, judge: Block) -> int | None:
    """The line "SO ORDERED" below which a judge put his own hand.

    So a court orders a party's subpoena where the law asks for a judge's order to a public body
    (for one, N.Y. CPLR 2307).
    """
    first = min(judge.lines)
    lines = range(max(0, first - 3), first)
    at = next((i for i in reversed(lines) if _SO_ORDERED.fullmatch(paper.lines[i].text)), None)
    if at is None or not judge.signed:
        return None
    if judge.mark == "/s/":
        own = range(at, max(judge.lines) + 1)
        return at if any(SIGNED.search(paper.lines[i].text) for i in own) else None
    above, below = paper.lines[at], paper.lines[max(judge.lines)]
    if above.box is None or below.box is None:
        return None
    drawn = any(
        page == above.page == below.page and box[3] <= above.box[1] and box[1] >= below.box[1]
        for page, box in paper.text.ink or ()
    )
    return at if drawn else None


def _has_no_judge(instrument: Instrument) -> bool:
    return instrument.signer.judge_line is False


_EU = frozenset({Kind.EU_PRODUCTION_ORDER, Kind.EU_PRESERVATION_ORDER})
_SECTION_A = re.compile(r"\b(?:issuing|validating)(?:/validating)? authority\b", re.IGNORECASE)
_COURT_ABROAD = re.compile(
    r"\b(?:courts?|judges?['’]?s?|tribunal\w{0,3}|cour|juge|juzgado|audiencia|corte|giudice"
    r"|\w{2,20}gericht\w{0,2}|rechtbank|gerechtshof|sąd|soud|súd|sud|bíróság|domstol|\w{2,12}rätt"
    r"|\w{2,16}oikeus|kohus|tiesa|teismas)\b",
    re.IGNORECASE,
)


def _is_certificate(paper: Paper, kind: Read[Kind]) -> bool:
    """Whether a paper is the European certificate, which names its court in a section of its own.

    Authority: Regulation (EU) 2023/1543, art. 4 and Annexes I and II: a judge, court or
    investigating judge issues or validates; prosecutors may for some data, as the block tells.
    """
    if kind.value not in _EU or kind.band not in (Band.CERTAIN, Band.LIKELY):
        return False
    named = paper.search(_SECTION_A)
    behind = paper.words[named.start() : named.start() + 400] if named else ""
    return _COURT_ABROAD.search(behind) is not None


def _own_mark(paper: Paper, judge: Block, blocks: tuple[Block, ...]) -> bool:
    """Whether a conformed signature by a judge's title is his own, not that of a lawyer by it."""
    if judge.mark != "/s/":
        return True
    others = {i for b in blocks if b.role in _NOT_A_JUDGE for i in b.lines} - set(judge.lines)
    low, high = max(0, min(judge.lines) - 2), min(len(paper.lines), max(judge.lines) + 3)
    presented = next(
        (i for i in range(low, high) if PRESENTS.match(paper.lines[i].text.strip())), high
    )
    return any(
        i not in others
        and (i < presented or (i in judge.lines and presented < min(judge.lines) - 1))
        for i in range(low, high)
        if SIGNED.search(paper.lines[i].text)
    )


def _is_of_a_court(judge: Block, caption: Caption) -> bool:
    """Whether a judge of this sort sits in the court that the caption names."""
    if judge.judge_kind is JudgeKind.TRIBAL:
        return bool(_TRIBAL.search(caption.court))
    bankruptcy = re.search(r"\bbankruptcy\b", judge.title or "", re.IGNORECASE)
    if bankruptcy:
        return bool(re.search(r"\bbankruptcy\b", caption.court, re.IGNORECASE))
    return judge.judge_kind in _OF_A_COURT


def _by_judge(
    paper: Paper,
    judge: Block,
    blocks: tuple[Block, ...],
    *,
    caption: Caption | None,
    instrument: Instrument | None,
    kind: Read[Kind],
) -> Read[bool]:
    line = judge.title_line if judge.title_line is not None else judge.lines[0]
    spans = paper.line_spans(line)
    not_its = None if caption is None else why_not_its_court(paper, judge, caption)
    why = None
    so_ordered = _so_ordered_at(paper, judge)
    drawn = judge.signed is None and ink_above_name(paper, judge) is not None
    certificate = _is_certificate(paper, kind)
    rivals = [
        b
        for b in blocks
        if b.role in _NOT_A_JUDGE
        and b.name
        and b.signed
        and not _only_presents(paper, b, judge)
        and not (so_ordered is not None and max(b.lines) < so_ordered)
    ]
    if not certificate and (caption is None or not caption.has_case):
        why = "no court's caption with its case number"
    elif caption is not None and not _is_of_a_court(judge, caption):
        why = "not a judge of a court of general law"
    elif not_its is not None:
        why = not_its
    elif drawn:
        why = "strokes stand over the judge's name; on a picture they may be another's"
    elif judge.signed is not True or not _own_mark(paper, judge, blocks):
        why = "a judge is named; no signature could be seen"
    elif rivals:
        why = "somebody else signed too"
    elif instrument is not None and _has_no_judge(instrument) and so_ordered is None:
        why = "no judge signs this instrument"
    elif paper.search(_FOR_ANOTHER, _DRAFT):
        why = "proposed, a draft or conformed"
    elif _is_oath(paper, judge):
        why = "an oath was taken before a judge"
    if why is not None or not paper.is_readable:
        signals: dict[str, object] = {"why": why or "a page could not be read"}
        return Read(
            None,
            Band.UNSURE,
            spans,
            RULE,
            {**signals, "ink_above_name": True} if drawn else signals,
        )
    return Read(True, Band.CERTAIN, spans, RULE, {"signed_by": "judge", "mark": judge.mark})
