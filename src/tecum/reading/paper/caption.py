"""The caption of a court: which court, which case (READING 9 and 10)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tecum.instruments.region import Region
from tecum.provenance import Span
from tecum.reading.paper.paper import Paper
from tecum.reading.paper.under import line_under

__all__ = ["Caption", "read_caption"]

_KINDS = (
    r"(?:DISTRICT|CIRCUIT|SUPERIOR|SUPREME|MUNICIPAL|JUSTICE|COUNTY|PROBATE|FAMILY"
    r"|JUVENILE|CHANCERY|"
    r"CRIMINAL|MAGISTRATE|BANKRUPTCY|APPEALS?|APPELLATE|TRIAL|TRIBAL|CITY"
    r"|SURROGATE['’]?S|LAND|TAX|TOWN|"
    r"GENERAL SESSIONS|CIVIL|HOUSING|PROVINCIAL|TERRITORIAL|COMMONWEALTH|HIGH|CROWN|SHERIFF)"
)
_COURT = re.compile(
    rf"^\W{{0,10}}(?:IN THE |THE"
    rf" )?(?P<court>(?:[\w.,'’&–-]{{1,30}}\s{{1,9}}){{0,8}}?"
    rf"(?:{_KINDS}(?:\s{{1,60}}AND\s{{1,60}}\w+)?\s{{1,60}}COURTS?|"
    r"COURT\s{1,60}OF\s{1,60}(?:COMMON\s{1,60}PLEAS|APPEALS?|CHANCERY|CLAIMS|RECORD|JUSTICE"
    r"|(?:KING|QUEEN)['’]?S\s{1,60}BENCH"
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
    r"Warrant|Action|Civil|Case/Docket)(?:s\b)?\s{0,60}(?:(?:Nos?|Numbers?)(?![a-z])|#)?"
    r"\.?\s{0,60}[:#]?\s{0,60}"
    r"|Nos?\.\s{0,60}[:#]?\s{0,60}|Numbers?\s{1,4}(?=\d{2,4}-)|C\.?A\.?\s{1,60}No\.\s{0,60})"
    r"(?P<number>(?=[\w:./-]{0,40}\d|(?-i:[A-Z]{1,4} (?:[A-Z]{1,3} )?\d))"
    r"[A-Z0-9][\w:./-]*(?: (?:[A-Z]{1,3}|\d{3,6})(?=\s|$)(?: \d{3,6})?)?)"
    r"|(?:Citation|Indictment|Petition|Probate|Estate)\s{1,4}(?:No\.?\s{0,4}|#\s{0,2})?"
    r"(?P<labelled>(?=[\w-]{0,20}\d)[A-Z0-9][\w-]{3,24})(?=\s*$)"
    r"|(?:^|(?<=,\s)|(?<=\s{3}))\(?(?P<bare>(?:\d{2,4}[- ]?[A-Z]{1,4}[- ]?\d{2,7}"
    r"|[A-Z]{1,4}[- ]?\d{2,4}-\d{2,7})(?:[-/ ][A-Z0-9]{1,7}){0,2})\)?(?=\s*$)"
    r"|\b(?P<federal>\d{1,2}:\d{2}-[a-z]{2}-\d{3,6}(?:-[A-Z0-9]+)*)\b",
    re.IGNORECASE | re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Caption:
    """The court's name as printed, its lines, and the case numbers of the caption."""

    court: str
    lines: tuple[int, ...]
    numbers: tuple[tuple[str, tuple[Span, ...]], ...]

    @property
    def has_case(self) -> bool:
        """Whether a case number stands in the caption."""
        return bool(self.numbers)


_AT_TERM = re.compile(
    r"\bAt (?:an? )?(?:[A-Z][\w. ]{0,30}? )?(?:[Tt]erm|[Pp]art)\b[^.]{0,50}?\bof the (?P<court>"
    r"(?:[A-Z][\w'’]{2,20} ){1,3}Court(?:\s+of\s+the\s+State\s+of(?:\s+[A-Z]\w+){1,3})?)"
)
"""How an order begins that a court makes at a term: the court's name stands in a sentence."""
_CAPTION_GOES_ON = 14
_LABEL_LINES = 4
"""Lines over which a number and its label may run on."""


def _may_name_a_court(text: str) -> bool:
    """Whether a line holds the word; pages are asked one by one, so no look at their words pays."""
    low = text.lower()
    return "court" in low or "tribunal" in low or not text.isascii()


def read_caption(paper: Paper) -> Caption | None:
    """The court's caption at the head of a document, if it has one."""
    term = _AT_TERM.match(paper.words[:600].lstrip())
    if term is not None:
        name = " ".join(term["court"].split())
        return Caption(name, (0,), _numbers(paper, 0))
    for i, line in enumerate(paper.lines):
        if Region.CAPTION not in paper.regions[i] or not _may_name_a_court(line.text):
            continue
        broken = _rest_of_court(paper, i)
        if broken is not None:
            return broken
        column, said = _column_of_court(line.text)
        if not _COURT.match(said) or not _is_heading(said) or _is_addressed(paper, i):
            continue
        lines = [i]
        text = [_clean(said)]
        for j in range(i + 1, min(i + 4, len(paper.lines))):
            nxt = paper.lines[j].text.strip()
            if column:
                nxt = _COLUMNS.split(nxt)[-1]
            if not _CONTINUES.match(nxt) or not _is_heading(nxt) or _NUMBER.search(nxt):
                break
            if _is_party(paper, j):
                break
            lines.append(j)
            text.append(_clean(nxt))
        name = " ".join(text)
        typed = _typed_behind(paper, lines[-1]) if _ASKS_PLACE.search(name) else None
        if typed is not None:
            name, lines = typed, [lines[-1] + 1]
        return Caption(name, tuple(lines), _numbers(paper, lines[-1]))
    return None


_ASKS_PLACE = re.compile(r"\b(?:COUNTY|DISTRICT|STATE|CITY|PARISH|CIRCUIT) OF$", re.IGNORECASE)
"""A form's label that asks which county's or district's court it is."""
_STREET_BEHIND = re.compile(r",\s{1,4}\d.*$")


def _typed_behind(paper: Paper, label: int) -> str | None:
    """The court's whole name, where it was typed into the cell that asks for its county alone."""
    if label + 1 >= len(paper.lines):
        return None
    typed = _STREET_BEHIND.sub("", paper.lines[label + 1].text.strip())
    return _clean(typed) if _COURT.match(typed) and _is_heading(typed) else None


_COLUMNS = re.compile(r"\s{4,}")
"""What sets two columns of one typed line apart: the state at the left, its court at the right."""


def _column_of_court(text: str) -> tuple[int, str]:
    """Which column of a typed line names a court, and its words; the whole line where none does."""
    whole = text.strip()
    if not _COURT.match(whole):
        for k, cell in enumerate(_COLUMNS.split(whole)):
            if k and _COURT.match(cell):
                return k, cell
    return 0, whole


_BREAKS_OFF = re.compile(
    rf"\b(?:COURTS?\s{{1,4}}OF(?:\s{{1,4}}(?:THE|COMMON|GENERAL|CRIMINAL))?|{_KINDS})$",
    re.IGNORECASE,
)


def _rest_of_court(paper: Paper, i: int) -> Caption | None:
    """A court's name that is broken at the edge of its column: "IN THE COURT OF COMMON / PLEAS"."""
    text = paper.lines[i].text.strip()
    if _COURT.match(text) or not _BREAKS_OFF.search(text):
        return None
    if not _is_heading(text) or _is_addressed(paper, i):
        return None
    under = line_under(paper, i)
    if under is None:
        return None
    name = f"{text} {paper.lines[under].text.strip()}"
    if _COURT.match(name) is None or not _is_heading(name):
        return None
    return Caption(_clean(name), (i, under), _numbers(paper, under))


_OFFICER_OF = re.compile(
    r"\W{0,3}(?:(?:chief|deputy|presiding|administrative|the|hon(?:orable|\.)?)\s){0,3}"
    r"(?:clerks?|judge|justices?|magistrate|administrator|registrar|attn|dear|to)\b",
    re.IGNORECASE,
)
_DEAR = re.compile(r"(?:dear|to whom|estimad[oa])\b", re.IGNORECASE)


def _is_addressed(paper: Paper, i: int) -> bool:
    """Whether a line that names a court is part of a letter's address: an officer, then "Dear"."""
    below = (line.text.strip() for line in paper.lines[i + 1 : i + 8])
    if not any(_DEAR.match(text) for text in below):
        return False
    return any(_OFFICER_OF.match(line.text) for line in paper.lines[max(0, i - 3) : i + 1])


_ROLE_OR_VERSUS = re.compile(
    r"\W{0,60}(?:plaintiff|petitioner|complainant|applicant|movant|appellant|claimant|vs?\b\.?\s*$"
    r"|vs?\.|against\b)",
    re.IGNORECASE,
)


_AGAINST = re.compile(r"\s(?:v|vs)\.?\s{1,4}[A-Z]|\s-?against-?\s[A-Z]")


def _is_party(paper: Paper, i: int) -> bool:
    """Whether a line names who sues ("STATE OF IDAHO," over "Plaintiff"), not the court's place."""
    if _AGAINST.search(paper.lines[i].text):
        return True
    below = paper.lines[i + 1 : i + 2]
    return any(_ROLE_OR_VERSUS.match(line.text) for line in below)


def _is_heading(text: str) -> bool:
    """Whether a line is set as a heading: capitals, or capitalised words and no sentence."""
    words = text.split()
    if len(words) > (_MOST_CAPITALS if text.isupper() else 16) or (
        text.rstrip().endswith((".", ";")) and len(words) > 6
    ):
        return False
    if text.isupper():
        return True
    return not _PROSE.search(text)


_MOST_CAPITALS = 32
"""Words of a court's name with its circuit, State and county, typed in one line of capitals."""


def _clean(text: str) -> str:
    text = re.sub(r"\s*[)|§]+\s*", " ", text)
    cut = _NUMBER.search(text)
    return " ".join((text[: cut.start()] if cut else text).strip(" ,:–-").split())


def _numbers(paper: Paper, court: int) -> tuple[tuple[str, tuple[Span, ...]], ...]:
    found: list[tuple[str, tuple[Span, ...]]] = []
    last = _end_of_caption(paper, court)
    for match in paper.find(_NUMBER, till=_end_of_numbers(paper, last)):
        line = paper.index_at(match.start())
        if Region.CAPTION not in paper.regions[line] and not court < line <= last:
            continue
        group = next(name for name in ("number", "labelled", "bare", "federal") if match[name])
        number = match[group].strip(" .,;:")
        if len(number) > 2 and number not in [n for n, _ in found]:
            start = match.start(group)
            found.append((number, paper.spans(start, start + len(number))))
    return tuple(found)


def _end_of_numbers(paper: Paper, last: int) -> int:
    """Where the last number ends that may begin in a caption: what it is labelled by runs on."""
    tags = paper.regions
    lines = (i for i in range(len(tags) - 1, last, -1) if Region.CAPTION in tags[i])
    behind = next(lines, last) + _LABEL_LINES + 1
    return paper.start_of(behind) if behind < len(tags) else len(paper.words)


def _end_of_caption(paper: Paper, court: int) -> int:
    """The last line below a court's name that can belong to its caption: then sentences begin."""
    last = court
    for i in range(court + 1, min(len(paper.lines), court + 1 + _CAPTION_GOES_ON)):
        text = paper.lines[i].text
        if paper.lines[i].page != paper.lines[court].page or len(_LOWER.findall(text)) > 7:
            break
        last = i
    return last


_LOWER = re.compile(r"\b[a-z]{2,}\b")
