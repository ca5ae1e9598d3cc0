"""What a demand says beside what it asks: threats, enclosures."""

from __future__ import annotations

import re

from tecum.reading.paper.paper import Paper

__all__ = [
    "read_missing_enclosures",
    "read_threats",
    "unissued",
]

_THREAT = re.compile(
    r"\b(?:may|will|could|intends? to|reserves? the right to|would)\s{1,60}(?:be forced to "
    r"|have to |then |also )*(?:issue|seek|serve|obtain|use|result in|request"
    r"|apply for|be)\s{0,60}"
    r"(?:(?:a|an|the|its|service of|issuance of|by)\s{1,60})*(?P<what>(?:administrative "
    r"|grand jury |judicial |court |search |civil )*(?:subpoena(?:ed)?|warrant|summons"
    r"|civil investigative demand|court order))s?\b"
    r"|\bsubject to (?:a )?(?P<what2>subpoena)\b|\bmay be (?P<what3>subpoenaed)\b",
    re.IGNORECASE,
)
_REFERS = re.compile(
    r"\b(?:the )?(?:attached|enclosed|annexed|accompanying|see|in|on|listed in"
    r"|set forth in|described in|as per|per)\s{1,60}(?:the\s{1,60})?(?P<what>(?:Attachment"
    r"|Schedule|Exhibit|Appendix|Annex)\s{1,60}[A-Z0-9]{1,2}|list|schedule|rider)\b"
    r"|\b(?P<what2>list|schedule)\s{1,60}(?:attached|enclosed)|\b(?:attached"
    r"|enclosed)\s{1,60}(?P<what3>list|schedule|rider|enclosure)\b"
    r"|\b(?P<what4>(?:Attachment|Schedule|Exhibit"
    r"|Appendix)\s{1,60}[A-Z0-9]{1,2})\b[^.\n]{0,30}\b(?:attached|hereto|enclosed)\b"
    r"|\bin the (?P<what5>enclosure)\b",
    re.IGNORECASE,
)


def read_threats(paper: Paper) -> tuple[str, ...]:
    """Instruments that the document says may follow. A threatened one is not an issued one."""
    names: list[str] = []
    for match in paper.find(_THREAT):
        name = " ".join((match["what"] or match["what2"] or match["what3"]).lower().split())
        name = name.replace("subpoenaed", "subpoena")
        if name not in names:
            names.append(name)
    return tuple(names)


_ABSENT = re.compile(
    r"\b(?:an? )?(?:subpoena|warrant|summons)s?(?: for [\w' ]{2,30}?)?"
    r"\s{1,60}(?:can|may|will|could|would|might)\s{1,60}"
    r"(?:follow|issue|be (?:issued|sent|served|sought|obtained))\b"
    r"|\b(?:without|absent|no|not|neither|nor|in lieu of|instead of|unless)\s{1,60}(?:a|an"
    r"|any|the)?\s{0,60}"
    r"(?:\w{1,14}\s){0,2}(?:subpoena|warrant|summons|detainer|court order)s?\b"
    r"|\b(?:until|till|before|pending|once|when)\s{1,9}(?:(?:you|we|they|he|she|it|I)\s{1,9}"
    r"(?:have |are )?(?:get|gets|receive|receives|see|seen|had|served with|issue|serve"
    r"|send)\s{1,9})?"
    r"(?:a|an|our|the|my|any)\s{1,9}(?:\w{1,14}\s){0,2}(?:subpoena|warrant|summons|court order)\b"
    r"|\b(?:ask|apply|move|press|push|go|wait)\s{1,9}for\s{1,9}(?:a|an|our)\s{1,9}(?:\w{1,14}\s){0,2}"
    r"(?:subpoena|warrant|summons|court order)\b"
    r"|\b(?:including|such as|resort to|recourse to|by way of|by means of|compulsion by)\s{1,60}"
    r"(?:an?\s{1,60})?"
    r"(?:\w{1,14}\s){0,2}(?:subpoena|summons|warrant)s?\b"
    r"|\b(?:will|can|could|shall|would|(?:happy|glad|able|prepared|willing) to)\s{1,9}"
    r"(?:bring|provide|supply|get|send|furnish|prepare|draft|obtain|(?:follow(?: up)?"
    r"|come(?: back)?|return) with)\s{1,9}(?:you\s{1,9}|along\s{1,9})?(?:with\s{1,9})?"
    r"(?:a|an|the)\s{1,9}(?:\w{1,14}\s){0,2}(?:subpoena|warrant|summons|court order)\b"
    r"|\b(?:ask|petition|apply to|move|go to)\s{1,9}(?:the|a)\s{1,9}(?:court|judge|clerk)\s{1,9}"
    r"(?:for|to issue|to sign)\s{1,9}(?:a|an)\s{1,9}(?:\w{1,14}\s){0,2}"
    r"(?:subpoena|warrant|court order)\b"
    r"|\b(?:if|should|whether|in case)\s{1,9}(?:\w{1,12}\s{1,9}){0,4}?(?:need|require|prefer|want"
    r"|insist on)s?\s{1,9}(?:a|an)\s{1,9}(?:\w{1,14}\s){0,2}"
    r"(?:subpoena|warrant|summons|court order)\b"
    r"|\b(?:subpoena|warrant|summons|court order)\s{1,9}(?:is\s{1,9}|are\s{1,9})?"
    r"(?:forthcoming|on (?:its|the) way|to follow|being (?:prepared|drafted|sought))\b"
    r"|\bthis (?:letter |request |notice )?is not an? (?:\w{1,14}\s)?"
    r"(?:subpoena|warrant|summons|order|detainer)\b",
    re.IGNORECASE,
)


def unissued(paper: Paper) -> tuple[tuple[int, int], ...]:
    """Where instruments are named that the document threatens or says are not there."""
    return tuple(m.span() for p in (_THREAT, _ABSENT) for m in paper.find(p))


def read_missing_enclosures(paper: Paper, enclosed_titles: str) -> tuple[str, ...]:
    """Attachments that the document refers to and the file does not hold.

    Args:
        paper: The document.
        enclosed_titles: The first lines of every document and part of the file.
    """
    missing: list[str] = []
    for match in paper.find(_REFERS):
        name = " ".join(next(group for group in match.groups() if group).split())
        there = re.search(rf"(?im)^\W*{re.escape(name)}\b", enclosed_titles) or re.search(
            rf"(?im)^\W*{re.escape(name)}\s*[:.–-]?\s*$", paper.words
        )
        if not there and name.lower() not in [m.lower() for m in missing]:
            missing.append(name)
    return tuple(missing)
