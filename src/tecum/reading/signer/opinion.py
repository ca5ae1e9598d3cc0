"""Who made a court's opinion: the judge named as its author, else the court's judges (READING 10).

An opinion bears its author's name at its head or under "delivered the opinion", often without a
signature below.
"""

from __future__ import annotations

import re
from dataclasses import replace

from tecum.provenance import Read
from tecum.reading.paper.paper import Paper
from tecum.reading.result import ReadSignatory
from tecum.words import Band, Conduct, JudgeKind, Kind, SignatoryRole

__all__ = ["delivered_by", "judge_in_byline"]

_RULE = "signer.opinion/1"
_OFFICE = (
    r"(?:(?:Chief|CHIEF|Associate|ASSOCIATE|Senior|Presiding|Circuit|CIRCUIT|District|DISTRICT"
    r"|Magistrate|MAGISTRATE) ){0,2}(?:[Jj]udge|JUDGE|[Jj]ustice|JUSTICE)"
)
_NAME = r"(?:[A-ZÀ-Þ][\w.'’-]{0,24}(?: [A-ZÀ-Þ][\w.'’-]{0,24}){0,3})"
_WHO = rf"(?P<who>(?:{_OFFICE} )?{_NAME})"
_AUTHOR = (
    re.compile(rf"\b(?:[Oo]pinion|OPINION) (?:by|By|BY|of|OF):? {_WHO}(?=\s?[.,·:;\n])"),
    re.compile(rf"^{_WHO},? (?:{_OFFICE},? )?delivered the opinion", re.MULTILINE),
    re.compile(rf"^(?P<who>{_OFFICE} {_NAME}):", re.MULTILINE),
    re.compile(rf"(?:^|[.:] )(?P<who>{_NAME}), {_OFFICE}[.:](?=\s)", re.MULTILINE),
)
_BYLINE = re.compile(
    rf"^(?P<who>{_NAME}(?:,? (?:JR|SR|Jr|Sr)\.?|,? I{{2,3}})?),"
    r" (?:U\. ?S\. ?(?:D\. ?|M\. ?|C\. ?|B\. ?)?J\.?|(?:[CPS]\. ?)?J\.):\s{0,3}$",
    re.MULTILINE,
)
"""The judge over whose words a court's order or opinion is printed: "Example, U.S.M.J.:"."""
_HEAD_LINES = 30
_PER_CURIAM = re.compile(r"\bper curiam\b", re.IGNORECASE)


def judge_in_byline(paper: Paper) -> Read[str] | None:
    """The judge over whose words a court's order is printed that has no caption."""
    found = next(paper.find(_BYLINE, till=_till(paper)), None)
    if found is None:
        return None
    name = " ".join(found["who"].split())
    return paper.read(name, paper.spans(*found.span("who")), _RULE, Band.UNSURE)


def _till(paper: Paper) -> int:
    """Where the head of an opinion ends."""
    last = min(_HEAD_LINES, len(paper.lines))
    return paper.start_of(last) if last < len(paper.lines) else len(paper.words)


def delivered_by(
    signatory: ReadSignatory, paper: Paper, conduct: Read[Conduct], kind: Read[Kind]
) -> ReadSignatory:
    """The signatory; of an unsigned opinion or order, the judge who is named as its author."""
    opinion = kind.value is Kind.OPINION and conduct.value is Conduct.REPORTS
    if signatory.name.value or signatory.role.value is not None:
        return signatory
    till = _till(paper)
    for pattern in (_BYLINE, *(_AUTHOR if opinion else ())):
        found = next(paper.find(pattern, till=till), None)
        if found is not None:
            spans = paper.spans(*found.span("who"))
            name = paper.read(" ".join(found["who"].split()), spans, _RULE, Band.LIKELY)
            return replace(
                signatory,
                name=name,
                role=Read(SignatoryRole.JUDGE, Band.LIKELY, spans, _RULE),
                judge_kind=signatory.judge_kind or JudgeKind.UNKNOWN,
            )
    court = next(paper.find(_PER_CURIAM, till=till), None) if opinion else None
    if court is None:
        return signatory
    role = paper.read(SignatoryRole.JUDGE, paper.spans(*court.span()), _RULE, Band.LIKELY)
    return replace(signatory, role=role)
