"""Whether a judge or magistrate ordered it: true or false only when that is certain.

A wrong value is worse than any number of nulls (READING 10). A caption, a seal, a teste, the
word "order" or a judge's name in a sentence never suffice.
"""

from __future__ import annotations

import re

from tecum.instruments.catalogue import Instrument
from tecum.provenance import Read
from tecum.reading.caption import Caption
from tecum.reading.paper import Paper
from tecum.reading.result import ReadSignatory
from tecum.reading.signer import Block
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
    band = Band.CERTAIN if spans and paper.is_readable else Band.LIKELY
    return Read(False, band, spans, RULE, {"signed_by": role.value if role else None})


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
    rivals = [b for b in blocks if b.role in _NOT_A_JUDGE and b.name and b.signed]
    if caption is None or not caption.has_case:
        why = "no court's caption with its case number"
    elif not _is_of_a_court(judge, caption):
        why = "not a judge of a court of general law"
    elif judge.signed is not True:
        why = "a judge is named; no signature could be seen"
    elif judge.name is None:
        why = "no judge is named"
    elif rivals:
        why = "somebody else signed too"
    elif instrument is not None and instrument.signer.judge_line is False:
        why = "no judge signs this instrument"
    elif paper.search(_FOR_ANOTHER):
        why = "proposed or conformed"
    if why is not None or not paper.is_readable:
        return Read(None, Band.UNSURE, spans, RULE, {"why": why or "a page could not be read"})
    return Read(True, Band.CERTAIN, spans, RULE, {"signed_by": "judge", "mark": judge.mark})
