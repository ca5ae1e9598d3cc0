"""Matter, subpoena, docket, award, alien-file and event numbers, by labelled pattern only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tecum.instruments.region import Region
from tecum.provenance import Read
from tecum.reading.mail.subject import decoded_words, is_forward_subject
from tecum.reading.paper.caption import Caption
from tecum.reading.paper.cells import cells_of
from tecum.reading.paper.paper import Paper
from tecum.reading.text.layout import Layer
from tecum.words import Band

__all__ = ["A_NUMBER", "read_matter_numbers"]

A_NUMBER = re.compile(r"\bA[- #]?\d{3}[ -]?\d{3}[ -]?\d{2,3}\b")
"""An alien-file number: the letter and eight or nine digits."""

_LABELLED = re.compile(
    r"\b(?:(?:subpoena|summons|case|file|docket|matter|investigation|inspection|charge"
    r"|control|event|subject"
    r"|complaint|award|grant|warrant|cause|index|incident|reference|agency case"
    r"|agency file|tracking|request"
    r"|civil action|criminal|misc|requisition|collateral investigation"
    r"|investigative file|report|ticket|booking"
    r"|record|in the matter of charge|fins|our|your|citation|audit|account|cid|demand|petition"
    r"|claim|policy|permit|inquiry|inquest|investigaci[oó]n|entry|case identifier|agreement|folio"
    r"|oficio|expediente|querella|caso|referencia|requerimiento|n[uú]m(?:ero)?|no)"
    r"(?:\s{1,60}(?:no|nos|number|num|n[uú]m|id|ref|file|file no|reference))?"
    r"\s{0,60}\.?\s{0,60}(?:[:#№]"
    r"|no\.|(?<=no)\.|n[uú]m\.|n[°º]|(?<=number)|(?<=investigation)|(?<=award)|(?<=grant)"
    r"|(?<=charge))[\s:#]*)"
    r"(?P<number>(?-i:\d{1,4} [A-Z][A-Za-z]{1,2} \d{1,7}(?:/\d{2,4})?)"
    r"|(?:(?-i:[A-Z]{2,5})\s(?=\d{2,4}-[A-Z\d]"
    r"|\d{3,8}\b))?(?=[A-Z0-9./:-]{0,24}\d)[A-Z0-9][A-Z0-9./:-]{2,34}"
    r"(?:\s[A-Z]{1,2}\s\d{3,6}|\s\d{3}\s\d{3})?)",
    re.IGNORECASE,
)
_AWARD = re.compile(
    r"\b(?:20\d\d-[A-Z]{2}-[A-Z]{2}-\d{3,4}|15[A-Z]{3,5}-\d\d-[A-Z]{2}-\d{4,6}-[A-Z]{2,5})\b"
)
_REGISTERED = re.compile(
    r"\b(?:(?:USDOT|US DOT|OPE ?ID|PRCN|DUNS|UEI|NPI|FRN|CIK|FEI)"
    r"(?:\s(?:[Nn]o\.?|[Nn]umber|#))?[:.]?\s{1,3}(?=[A-Z0-9-]{0,20}\d)[A-Z0-9][A-Z0-9-]{4,20}"
    r"|D\.?J\.?(?: No\.)? \d{2,3}-\d{1,3}[A-Z]{0,2}-\d{1,6})\b"
)
"""Numbers of a registry by its own short name: of carriers, schools, cases of the Department."""
_LABELLED_APART = re.compile(
    r"\b(?:matter|file|case) (?:no\.?|number)\s{0,3}:?\s{1,4}(?P<number>\d{3} \d{4})\b",
    re.IGNORECASE,
)
"""A number in two groups of figures, as the Federal Trade Commission's."""
_FEDERAL = re.compile(r"\b\d{1,2}:\d{2}-[a-z]{2}-\d{3,6}(?:-[A-Z0-9]{2,6}){0,2}\b")
_DOCKET = (
    r"(?:[A-Z]{2,5} \d{2,4}-\d{2,7}(?:-\d{1,5})?|\d{1,4} [A-Z][a-z]{1,2} \d{1,6}/\d{2}"
    r"|(?=[A-Z0-9/-]{0,28}\d[A-Z0-9/-]{0,28}\d)[A-Z0-9]{1,10}(?:[-/][A-Z0-9]{1,12}){1,5}(?:\(\d{1,4}\))?"
    r"|[A-Z]{2}\d{2}[A-Z]{2}\d{2}[A-Z]{2}\d{4}|[A-Z]{2,6}\d{5,12}|\d{2,4}[A-Z]{1,4}\d{4,9})(?![\w@-]|[./]\w)"
)
"""How registries number: groups of letters and digits, most often with the year."""
_SERIAL = r"(?:[A-Z]{0,5}[ -]?\d{4,13}|\d{2,4}-\d{2,7}(?:-\d{1,6})?)(?![\w@-]|[./]\w)"
"""A number that only the word before it makes known as a registry's."""
_OF_WHAT = (
    r"case|file|docket|matter|investigation|inquiry|inquest|subpoena|summons|warrant|claim|charge"
    r"|complaint|award|grant|sub-?award|sub-?grant|agreement|contract|engagement|grievance|project"
    r"|application|inspection|audit|index|cause|demand|letter|reference|citation|incident"
    r"|proceeding|resolution|report|account|oficio|expediente|querella|caso|referencia"
    r"|auditor[ií]a|ref"
    r"|our number|our file|dispute|referral"
)
_NAMED = re.compile(
    rf"\b(?i:(?:{_OF_WHAT}|requests?|(?:please |to )(?:refer to|quote|cite))\s{{1,4}}"
    r"|(?:re|ref|reference|asunto|subject|file)\s?:\s{1,4}|(?:ref|exp)\.\s{1,4})"
    rf"(?P<number>{_DOCKET})|(?:(?<=[–—|·,)]\s)|(?<=\s-\s)|(?<=\()|(?:^|(?<=\n)))(?P<unnamed>{_DOCKET})",
    re.MULTILINE,
)
"""A number behind the word for what it numbers, behind a dash or a comma, or first in its line."""
_NUMBERED = re.compile(
    rf"\b(?i:(?:{_OF_WHAT})(?: (?:no|nos|number|id"
    rf"|code)\b)?[.:#]?(?: is)?)\s{{1,4}}(?P<number>{_SERIAL})"
)
_INITIALED = re.compile(r"[A-Z]{3,4} \d{5}|[A-Z]{2,6} \d{6,9}")
_NO_INITIALS = re.compile(
    r"(?:FORM|ROOM|SUITE|FLOOR|BOX|OMB|TEL|FAX|REV|BAR|RULE|CPLR|ZIP|SSN|EIN)\b"
)
_FORM_NUMBER = re.compile(r"[A-Z]{1,5}-\d{1,3}[A-Z]?")
_NO_SERIAL = re.compile(
    r"\d{3}-\d{4}|(?:19|20)\d\d|(?:19|20)\d\d[-/](?:19|20)?\d\d|1-8\d\d-.{1,12}|\d{5}-\d{4}"
    r"|\d{3}-\d{3}-\d{4}"
)
_HEAD_LINES = 14
_ABOUT = re.compile(
    r"^\W{0,4}(?:re|ref|subject|asunto|regarding|reference|document request|in re)\b", re.IGNORECASE
)
_OURS = re.compile(
    r"\b(?:our (?:file|number|reference|case|ref)|in (?:this |our |the )?(?:investigation|matter)"
    r"|(?:refer to|quote|cite)|con la referencia)\s{1,4}$",
    re.IGNORECASE,
)
_NO_DOCKET = re.compile(
    r"\d{3}-\d{4}|\d{3}-\d{3}-\d{4}|\d{5}-\d{4}|\d{3}-\d{2}-\d{4}|(?:19|20)\d\d[-/](?:19|20)?\d\d"
    r"|\d{1,4}[-/]\d{1,2}|(?:0?[1-9]|1[0-2])[-/](?:0?[1-9]|[12]\d|3[01])[-/]\d{2,4}"
    r"|(?:19|20)\d\d[-/]\d{1,2}[-/]\d{1,2}|\d{1,2}[-/]\d{1,2}[-/](?:19|20)\d\d|[A-Z]{0,2}\d?-\d-\d"
    r"|[A-Z]{1,2}-\d{1,3}[A-Z]?|[A-Z]{2} \d{5}-\d{4}"
    r"|\d{3,6}-\d{3,6}(?:-\d{4})?|1-8\d\d-.{1,12}"
    r"|(?:FORM|COVID|AO|SUBP|OMB|FY|CFR|USC|EIN|FEIN|SSN|TIN|ZIP|TEL|FAX|REV|PO)\b.{0,20}",
    re.IGNORECASE,
)
"""Telephone numbers, post codes, spans of years, sections and forms, which are built alike."""
_CELL_LABEL = re.compile(
    r"(?:[a-z-]{2,14}\s){0,2}(?:case|file|docket|matter|investigation|subpoena|summons|warrant|claim"
    r"|charge|complaint|award|grant|inspection|index|cause|citation|incident|event|control"
    r"|reference"
    r"|subject|policy|permit|request|account|alien|a-file|expediente|caso|querella)"
    r"\s?(?:no\.?|nos\.?|number|num\.?|#|№|id|identifier|reference)?",
    re.IGNORECASE,
)
_TYPED = re.compile(r"(?=[A-Z0-9./: -]{0,30}\d)[A-Z0-9][A-Z0-9./:-]{2,30}(?: [A-Z0-9-]{2,9}){0,2}")
_ANOTHERS = re.compile(
    r"\b(?:bar|atty\.?|attorney|(?:public|pub\.?) law|p\.?l\.?|crash report|(?:police|incident"
    r"|accident) report|invoice|check|parcel|serial|model|apartment|omb(?: control)?|catalog"
    r"|i\.?d\.?|license|permit|page|room|suite|firm|fax|phone|telephone|tel)\s{0,3}$",
    re.IGNORECASE,
)
"""Before "No.": what has a number of its own and is no matter of the paper that names it."""
_NOT_A_NUMBER = re.compile(
    r"^(?:(?:[0-2]?\d|3[01])[/-](?:[0-2]?\d|3[01])[/-](?:\d{2,3}|(?:1[89]|2[01])\d\d)|\d{1,4}"
    r"|\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}"
    r"|\d{1,2}:\d\d|(?:19|20)\d\d)$"
)


def read_matter_numbers(paper: Paper, caption: Caption | None) -> tuple[Read[str], ...]:
    """Every number that a label or its form makes known as a matter's, in reading order."""
    found: dict[str, tuple[int, Read[str]]] = {}

    def add(number: str, start: int, rule: str, band: Band) -> None:
        number = number.strip(" .,;:-/")
        key = re.sub(r"\W", "", number).lower()
        if len(key) < 4 or _NOT_A_NUMBER.match(number) or key in found:
            return
        spans = paper.spans(start, start + len(number))
        found[key] = (start, paper.read(number, spans, rule, band))

    for pattern, rule in (
        (_AWARD, "award"), (_FEDERAL, "federal_docket"), (A_NUMBER, "a_number"),
        (_REGISTERED, "registered"),
    ):  # fmt: skip
        for match in paper.find(pattern):
            add(match[0], match.start(), f"numbers.{rule}/1", Band.LIKELY)
    for line in paper.text.lines:
        stamped = _FEDERAL.search(line.text) if line.layer is Layer.STAMP else None
        key = re.sub(r"\W", "", stamped[0]).lower() if stamped else ""
        if stamped and key not in found:
            start = line.start + stamped.start()
            at = (paper.text.span(line.page, start, start + len(stamped[0])),)
            found[key] = (0, paper.read(stamped[0], at, "numbers.stamp/1", Band.LIKELY))
    for number, spans in caption.numbers if caption is not None else ():
        key = re.sub(r"\W", "", number).lower()
        if spans and len(key) >= 4 and key not in found and not _NOT_A_NUMBER.match(number):
            found[key] = (0, paper.read(number, spans, "numbers.caption/1", Band.LIKELY))
    for match in paper.find(_LABELLED_APART):
        add(match["number"], match.start("number"), "numbers.labelled/1", Band.LIKELY)
    for match in paper.find(_LABELLED):
        if not any(c.isdigit() for c in match["number"]) or _is_anothers(paper, match):
            continue
        add(match["number"], match.start("number"), "numbers.labelled/1", Band.LIKELY)
    headed = _in_subject(paper)
    key = re.sub(r"\W", "", headed or "").lower()
    if headed and not any(key in other for other in found):
        found[key] = (0, paper.read(headed, (), "numbers.subject/1", Band.LIKELY, header=headed))
    for number, start in (*_named(paper), *_in_cells(paper)):
        add(number, start, "numbers.named/1", Band.LIKELY)
    keys = sorted(found, key=lambda key: found[key][0])
    kept = [k for k in keys if not any(k != other and k in other for other in keys)]
    return tuple(found[key][1] for key in kept)


def _named(paper: Paper) -> Iterator[tuple[str, int]]:
    """Numbers built as a registry's, where a paper says what it is about: its head, its subject."""
    for match in paper.find(_NAMED):
        group = "number" if match["number"] else "unnamed"
        start, line = match.start(group), paper.index_at(match.start(group))
        number = match[group]
        if _NO_DOCKET.fullmatch(number):
            continue
        if group == "unnamed" and not _stands_apart(paper, line, start, number):
            continue
        if _is_of_paper(paper, line) or _OURS.search(paper.words, max(0, start - 40), start):
            yield number, start
    for match in paper.find(_NUMBERED):
        start, line = match.start("number"), paper.index_at(match.start("number"))
        if _NO_SERIAL.fullmatch(match["number"]):
            continue
        alone = paper.lines[line].text.strip(" ()") == match[0]
        if (
            alone
            or _is_of_paper(paper, line)
            or _OURS.search(paper.words[max(0, start - 40) : start])
        ):
            yield match["number"], start
    for line in range(min(_HEAD_LINES, len(paper.lines))):
        text = paper.lines[line].text.strip(" ()")
        if _INITIALED.fullmatch(text) and not _NO_INITIALS.match(text):
            yield text, paper.start_of(line) + paper.lines[line].text.find(text)


def _stands_apart(paper: Paper, line: int, start: int, number: str) -> bool:
    """Whether a number without a word for it is set off from what stands beside it."""
    if not re.search(r"[A-Z]", number) or _FORM_NUMBER.fullmatch(number):
        return False
    text = paper.lines[line].text
    at = start - paper.start_of(line)
    if at > 0 and text[at - 1] == "(":
        return text[at + len(number) :].startswith(")")
    behind = text[at + len(number) :].strip(" )")
    return at > 0 or not behind or behind[0] in "-–—|·:,"


def _in_subject(paper: Paper) -> str | None:
    """The number in the subject of the mail that a paper is; it stands on no page."""
    subject = decoded_words(paper.header("subject"))[:200]
    if is_forward_subject(subject):
        return None
    for match in _SUBJECT_NUMBER.finditer(subject):
        number = match["number"]
        if re.search(r"[A-Z]", number) and not _NO_DOCKET.fullmatch(number):
            return number
    named = _NUMBERED.search(subject)
    return named["number"] if named and not _NO_SERIAL.fullmatch(named["number"]) else None


_SUBJECT_NUMBER = re.compile(rf"(?<![\w@./-])(?P<number>{_DOCKET})")


def _is_of_paper(paper: Paper, line: int) -> bool:
    """Whether a line stands where a paper is numbered, and is no sentence."""
    text = paper.lines[line].text
    if _ABOUT.match(text):
        return True
    head = line < _HEAD_LINES or not paper.regions[line].isdisjoint(
        (Region.TITLE, Region.CAPTION, Region.HEADER)
    )
    return head and len(_LOWER.findall(text)) < _SENTENCE


_LOWER = re.compile(r"\b[a-z]{2,}\b")
_SENTENCE = 8
"""Small words from which on a line is running text."""


def _in_cells(paper: Paper) -> Iterator[tuple[str, int]]:
    """The numbers typed in a form's cells, below a label that names a number."""
    for cell in cells_of(paper):
        label = paper.lines[cell.label].text.strip(" :.*")
        typed = paper.lines[cell.value].text.strip()
        if _CELL_LABEL.fullmatch(label) and _TYPED.fullmatch(typed):
            yield typed, paper.start_of(cell.value) + paper.lines[cell.value].text.find(typed)


def _is_anothers(paper: Paper, match: re.Match[str]) -> bool:
    """Whether a number is that of a lawyer, a statute, a report that is asked for."""
    label = match[0][: match.start("number") - match.start()]
    before = paper.words[max(0, match.start() - 24) : match.start()] + label.rstrip(" .:#\n")
    return (
        _ANOTHERS.search(re.sub(r"\s{0,3}(?:no|nos|number|num)$", "", before, flags=re.I))
        is not None
    )
