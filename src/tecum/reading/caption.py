"""The caption of a court: which court, which case (READING 9 and 10)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tecum.instruments.region import Region
from tecum.provenance import Span
from tecum.reading.paper import Paper

__all__ = ["Caption", "read_caption"]

_KINDS = (
    r"(?:DISTRICT|CIRCUIT|SUPERIOR|SUPREME|MUNICIPAL|JUSTICE|COUNTY|PROBATE|FAMILY"
    r"|JUVENILE|CHANCERY|"
    r"CRIMINAL|MAGISTRATE|BANKRUPTCY|APPEALS?|APPELLATE|TRIAL|TRIBAL|CITY"
    r"|SURROGATE['’]?S|LAND|TAX|TOWN|"
    r"GENERAL SESSIONS|CIVIL|HOUSING)"
)
_COURT = re.compile(
    rf"^\W{{0,10}}(?:IN THE |THE"
    rf" )?(?P<court>(?:[\w.,'’&–-]{{1,30}}\s{{1,9}}){{0,8}}?"
    rf"(?:{_KINDS}(?:\s{{1,60}}AND\s{{1,60}}\w+)?\s{{1,60}}COURTS?|"
    r"COURT\s{1,60}OF\s{1,60}(?:COMMON\s{1,60}PLEAS|APPEALS?|CHANCERY|CLAIMS|RECORD"
    r"|INTERNATIONAL TRADE|CRIMINAL APPEALS)|"
    r"TRIAL COURT|JUDICIAL COURT|TRIBUNAL\s{1,60}(?:DE|SUPREMO|SUPERIOR|GENERAL"
    r"|MUNICIPAL)\b)\b.*)$",
    re.IGNORECASE,
)
_CONTINUES = re.compile(
    r"^\W{0,60}(?:FOR THE|FOR|SALA|IN AND FOR|OF THE|COUNTY OF|DISTRICT OF|STATE OF|COMMONWEALTH OF"
    r"|CITY OF|"
    r"(?:NORTHERN|SOUTHERN|EASTERN|WESTERN|MIDDLE|CENTRAL)\s{1,60}DISTRICT"
    r"|[\w .]+ (?:COUNTY|DISTRICT|DIVISION)\b|"
    r"(?:FIRST|SECOND|THIRD|FOURTH|FIFTH|SIXTH|SEVENTH|EIGHTH|NINTH|TENTH|\d+(?:ST|ND|RD|TH)) )",
    re.IGNORECASE,
)
_PROSE = re.compile(
    r"\b(?:is|are|was|were|may|shall|will|must|has|have|had|that|which|this|by|to|if"
    r"|you|your|it|under|"
    r"from|upon|before|where|with|any|an|a|asks?|orders?|ordered|signed|against|may not|order)\b",
)
_NUMBER = re.compile(
    r"(?:^|(?<=[\s(|)]))(?:(?:Case|Docket|Cause|Index|File|Civil Action|Criminal"
    r"|Crim\.|Civ\.|Misc\.?|"
    r"Warrant|Action|Civil|Case/Docket)\s{0,60}(?:No|Nos|Number|#)?s?\.?\s{0,60}[:#]?\s{0,60}"
    r"|Nos?\.\s{0,60}[:#]?\s{0,60}|C\.?A\.?\s{1,60}No\.\s{0,60})"
    r"(?P<number>(?=[\w:./ -]{0,40}\d)[A-Z0-9][\w:./-]*(?:\s(?:[A-Z]{1,3}|\d{3,6})(?=\s"
    r"|$)(?:\s\d{3,6})?)?)"
    r"|\b(?P<federal>\d{1,2}:\d{2}-[a-z]{2}-\d{3,6}(?:-[A-Z0-9]+)*)\b",
    re.IGNORECASE | re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Caption:
    """The court's name as printed, its lines, and the case numbers of the caption."""

    court: str
    lines: tuple[int, ...]
    numbers: tuple[tuple[str, tuple[Span, ...]], ...]
    is_federal: bool

    @property
    def has_case(self) -> bool:
        """Whether a case number stands in the caption."""
        return bool(self.numbers)


def read_caption(paper: Paper) -> Caption | None:
    """The court's caption at the head of a document, if it has one."""
    for i, line in enumerate(paper.lines):
        if Region.CAPTION not in paper.regions[i]:
            continue
        found = _COURT.match(line.text.strip())
        if found is None or not _is_heading(line.text):
            continue
        lines = [i]
        text = [_clean(line.text)]
        for j in range(i + 1, min(i + 4, len(paper.lines))):
            nxt = paper.lines[j].text.strip()
            if not _CONTINUES.match(nxt) or not _is_heading(nxt) or _NUMBER.search(nxt):
                break
            lines.append(j)
            text.append(_clean(nxt))
        name = " ".join(text)
        federal = bool(re.search(r"\b(?:united states|u\. ?s\.)", name, re.IGNORECASE))
        return Caption(name, tuple(lines), _numbers(paper), federal)
    return None


def _is_heading(text: str) -> bool:
    """Whether a line is set as a heading: capitals, or capitalised words and no sentence."""
    words = text.split()
    if len(words) > 16 or (text.rstrip().endswith((".", ";")) and len(words) > 6):
        return False
    if text.isupper():
        return True
    return not _PROSE.search(text)


def _clean(text: str) -> str:
    text = re.sub(r"\s*[)|§]+\s*", " ", text)
    cut = _NUMBER.search(text)
    return " ".join((text[: cut.start()] if cut else text).strip(" ,:–-").split())


def _numbers(paper: Paper) -> tuple[tuple[str, tuple[Span, ...]], ...]:
    found: list[tuple[str, tuple[Span, ...]]] = []
    for match in paper.find(_NUMBER):
        if Region.CAPTION not in paper.regions[paper.index_at(match.start())]:
            continue
        group = "number" if match["number"] else "federal"
        number = match[group].strip(" .,;:")
        if len(number) > 2 and number not in [n for n, _ in found]:
            start = match.start(group)
            found.append((number, paper.spans(start, start + len(number))))
    return tuple(found)
