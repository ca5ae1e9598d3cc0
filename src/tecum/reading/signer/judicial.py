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
from tecum.reading.signer.conformed import SIGNED, Block
from tecum.words import Band, Conduct, Force, JudgeKind, SignatoryRole

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
_FOR_ANOTHER = re.compile(r"\bfor the clerk\b|\bproposed\b|\bconformed to proof\b", re.IGNORECASE)


def read_judicial(
    paper: Paper,
    *,
    conduct: Conduct | None,
    caption: Caption | None,
    signatory: ReadSignatory,
    blocks: tuple[Block, ...],
    instrument: Instrument | None,
) -> Read[bool]:
    """True or false where the signature block decides, else null with the reason as signal."""
    if not paper.lines:
        return Read(None, Band.UNREADABLE, (), RULE)
    if conduct is not Conduct.ISSUES:
        return paper.nothing(RULE)
    judges = [b for b in blocks if b.role is SignatoryRole.JUDGE]
    if judges:
        return _by_judge(paper, caption, judges[0], blocks, instrument)
    role = signatory.role.value
    if role not in _NOT_A_JUDGE or paper.search(_FOR_ANOTHER):
        return Read(None, Band.UNSURE, (), RULE, {"why": "no signature block decides"})
    endorsed = paper.search(_ENDORSED)
    if endorsed:
        spans = paper.spans(*endorsed.span())
        return Read(None, Band.UNSURE, spans, RULE, {"why": "a court's approval is mentioned"})
    if instrument is not None and instrument.force is Force.COURT_ORDER and caption is not None:
        return Read(None, Band.UNSURE, (), RULE, {"why": "an order without a judge's signature"})
    spans = signatory.role.spans or signatory.name.spans
    if not spans and blocks:
        spans = paper.line_spans(*blocks[0].lines)
    band = Band.CERTAIN if spans and paper.is_readable else Band.LIKELY
    return Read(False, band, spans, RULE, {"signed_by": role.value if role else None})


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


_PRESENTS = re.compile(
    r"(?:presented|submitted|prepared|approved as to form|agreed|copy received|consented)\b"
    r"[^.]{0,40}:?$",
    re.IGNORECASE,
)


def _only_presents(paper: Paper, block: Block, judge: Block) -> bool:
    """Whether a lawyer signed under "Presented by:", below an order that the judge signed."""
    first = min(block.lines)
    above = range(max(0, first - 4), first)
    presents = any(_PRESENTS.match(paper.lines[i].text.strip()) for i in above)
    return presents and first > max(judge.lines)


def _own_mark(paper: Paper, judge: Block, blocks: tuple[Block, ...]) -> bool:
    """Whether a conformed signature by a judge's title is his own, not that of a lawyer by it."""
    if judge.mark != "/s/":
        return True
    others = {i for b in blocks if b.role in _NOT_A_JUDGE for i in b.lines} - set(judge.lines)
    low, high = max(0, min(judge.lines) - 2), min(len(paper.lines), max(judge.lines) + 3)
    presented = next(
        (i for i in range(low, high) if _PRESENTS.match(paper.lines[i].text.strip())), high
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
    caption: Caption | None,
    judge: Block,
    blocks: tuple[Block, ...],
    instrument: Instrument | None,
) -> Read[bool]:
    line = judge.title_line if judge.title_line is not None else judge.lines[0]
    spans = paper.line_spans(line)
    why = None
    rivals = [
        b
        for b in blocks
        if b.role in _NOT_A_JUDGE and b.name and b.signed and not _only_presents(paper, b, judge)
    ]
    if caption is None or not caption.has_case:
        why = "no court's caption with its case number"
    elif not _is_of_a_court(judge, caption):
        why = "not a judge of a court of general law"
    elif judge.signed is not True or not _own_mark(paper, judge, blocks):
        why = "a judge is named; no signature could be seen"
    elif rivals:
        why = "somebody else signed too"
    elif instrument is not None and instrument.signer.judge_line is False:
        why = "no judge signs this instrument"
    elif paper.search(_FOR_ANOTHER, _DRAFT):
        why = "proposed, a draft or conformed"
    elif _is_oath(paper, judge):
        why = "an oath was taken before a judge"
    if why is not None or not paper.is_readable:
        return Read(None, Band.UNSURE, spans, RULE, {"why": why or "a page could not be read"})
    return Read(True, Band.CERTAIN, spans, RULE, {"signed_by": "judge", "mark": judge.mark})
