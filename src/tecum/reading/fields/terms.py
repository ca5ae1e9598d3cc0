"""What a demand says beside what it asks: secrecy, threats, enclosures."""

from __future__ import annotations

import re

from tecum.provenance import Read
from tecum.reading.paper.paper import Paper
from tecum.reading.text.matching import spaced
from tecum.words import Band, Conduct, Nondisclosure

__all__ = [
    "read_missing_enclosures",
    "read_nondisclosure",
    "read_threats",
    "unissued",
]

_OF_ITSELF = (
    r"(?:existence|contents?|fact|this|such|it|(?:the |any |an? )?(?:\w{3,14} )?(?:subpoena|order"
    r"|request|warrant|demand|letter|summons|application|investigation|inquiry|process|preservation)"
    r"|(?:to )?(?:the |any |an? )?(?:\w{3,12} )?(?:customer|subscriber|user|account ?holder|target"
    r"|person|anyone|third part))\b"
)
"""What must not be told: that the paper is there, or to whom it must not be told."""
_ORDERED = spaced(
    r"(?P<quote>\b(?:shall\snot|must\snot|may\snot|(?:is|are)\s(?:hereby\s)?(?:prohibited"
    r"|ordered\snot|directed\snot|barred|enjoined)(?:\sfrom|\sto)?"
    r"|prohibits?\s(?:you|any\sofficer|disclosure)|do\snot\shave\spermission\sto)"
    r"\b[^.]{0,40}\b(?:(?:notify|inform|tell|advis)\w*[^.]{0,80}"
    rf"|(?:disclos|reveal|divulg)(?!ed\b(?!\sto\b)|ure\b)\w*[^.]{{0,60}}?\b{_OF_ITSELF}[^.]{{0,60}})"
    r"|\bnon-?disclosure\s(?:order|requirement)\b[^.]{0,60}|\border(?:s|ed)?\s(?:of\s"
    r"|for\s)?non-?disclosure\b|\b2705\s?\(b\)[^.]{0,40}|\bgag\sorder\b)",
    re.IGNORECASE,
)
_REQUESTED = spaced(
    r"(?P<quote>\b(?:please\sdo\snot|do\snot|kindly\sdo\snot|(?:you\sare\s)?(?:requested"
    r"|asked)\snot\sto|don['’]t|request(?:s|ed)?\sthat\syou\s(?:do\s)?not"
    r"|asks?\s(?:that\s)?you\snot(?:\sto)?|refrain\sfrom)"
    r"\s[^.]{0,40}\b(?:disclos|notify|reveal|inform|tell|advis|divulg|discuss|mention)\w*[^.]{0,80}"
    r"|\b(?:keep|treat|hold|maintain)\b[^.]{0,50}\b(?:confidential"
    r"|in\sconfidence|to\syourself|between\sus|secret|quiet)\b[^.]{0,40}|\bdisclosure\s(?:of\sthis|could"
    r"|may|would)\b[^.]{0,40}\b(?:impede|interfere|jeopardi[sz]e|obstruct"
    r"|compromise)[^.]{0,40})",
    re.IGNORECASE,
)
_RULE_TEXT = re.compile(
    r"\b(?:grand jury secrecy|not required to keep|no (?:obligation|requirement) of secrecy)\b",
    re.IGNORECASE,
)
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


def read_nondisclosure(paper: Paper, conduct: Conduct | None) -> Read[Nondisclosure]:
    """Whether the document asks or orders that it be kept quiet; asking is not ordering."""
    rule = "terms.nondisclosure/1"
    if conduct not in (Conduct.ISSUES, Conduct.TEMPLATES):
        return paper.nothing(rule)
    ordered, asked = paper.search(_ORDERED), paper.search(_REQUESTED)
    if ordered and not paper.search(_RULE_TEXT):
        return paper.read(Nondisclosure.ORDERED, paper.spans(*ordered.span()), rule, Band.LIKELY)
    if asked:
        return paper.read(Nondisclosure.REQUESTED, paper.spans(*asked.span()), rule, Band.LIKELY)
    return paper.nothing(rule)


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
    r"|\b(?:including|such as|resort to|recourse to|by way of|by means of|compulsion by)\s{1,60}"
    r"(?:an?\s{1,60})?"
    r"(?:\w{1,14}\s){0,2}(?:subpoena|summons|warrant)s?\b"
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
