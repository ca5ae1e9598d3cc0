"""Whom or what a demand is about: from labelled fields and form templates only (READING 12).

There is no general finding of names; a person named only in running text stays there, unless
the paper calls the person by a part and a letter (``named_by_part``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tecum.provenance import Read
from tecum.reading.fields.named_by_part import PART_AND_LETTER, asked_about
from tecum.reading.fields.numbers import A_NUMBER
from tecum.reading.paper.cells import cells_of
from tecum.reading.paper.labels import Labelled, labelled
from tecum.reading.paper.paper import Paper
from tecum.reading.result import Subject
from tecum.words import Band, Kind

__all__ = ["read_subjects"]

_OPEN_LABEL = (
    r"name|in reference to|in the matter of|subject|person|nombre|individual|person of interest"
)
"""Labels that stand over persons, and over much else: heeded in papers about persons alone."""
_PART = (
    r"alien|noncitizen|inmate|detainee|prisoner|defendant to be arrested|offender|probationer"
    r"|parolee|student|pupil|patient|employee|worker|former employee|decedent|deceased|minor child"
    r"|minor|child|youth|juvenile|taxpayer|account ?holder|customer|subscriber|insured"
    r"|policy ?holder|beneficiary|obligor|(?:noncustodial )?parent|tenant|resident"
    r"|(?:insured or )?claimant|(?:judgment )?debtor|injured worker"
)
_PART_ES = r"paciente|empleado|alumno|estudiante|detenido|interno|extranjero|contribuyente|menor"
_LABEL = (
    rf"(?:full |legal )?names? of (?:the )?(?:{_PART}|subject|person|individual)"
    rf"|(?:our |your |named )?(?:{_PART}|subject)(?:['’]s|s['’]|s|\(s\))?(?: (?:full "
    rf"|legal )?name)?"
    rf"|(?:re|in re|regarding) ?\((?:{_PART})\)"
    r"|persons? about whom (?:the )?(?:records|information) (?:are|is) (?:sought|requested)"
    r"|(?:person|individual)s? to whom (?:the )?(?:records|information) (?:pertains?|relates?)"
    r"|(?:records?|files?|information) (?:pertaining|relating) to|records subject"
    r"|subject of (?:the )?(?:records?|request|investigation|inquiry|information)"
    r"|person to be (?:arrested|examined|searched|produced)|in the interest of"
    r"|in the matter of the tax liability of"
    rf"|nombre (?:del?|de la) (?:{_PART_ES}|persona)|{_PART_ES}|persona"
)
"""Labels that say as what a person is meant."""
_FIRST_WORDS = r"in the interest of|in the matter of|matter of|in re|name of (?:alien|subject)"
"""Labels that may stand without a colon: what follows must be a person beyond doubt."""
_ABOUT = r"re|ref|asunto|about|regarding|concerning|in re|matter|subject matter"
"""What a letter is about; most often no person."""
_ACCOUNT = (
    r"(?:target |subject |user )?account(?: identifiers?| names?| holder)?|user ?names?|handle"
    r"|screen name|(?:target )?account\(s\)|accounts?|name of account holder|target telephone"
)
_PERSON = re.compile(
    r"^(?P<name>[A-ZÀ-Þ][\w'’.-]+(?:["
    r" -][A-ZÀ-Þ][\w'’.-]*){0,3},\s{1,60}[A-ZÀ-Þ][\w'’.-]+(?:\s{1,60}[A-ZÀ-Þ][\w'’.-]*){0,3}"
    r"|[A-ZÀ-Þ][\w'’-]+(?:\s{1,60}[A-ZÀ-Þ][\w'’.-]*){1,4})"
)
_COMMA_NAME = re.compile(
    r"\b(?P<name>[A-ZÀ-Þ]{2,30}(?:-[A-ZÀ-Þ]{2,30}){0,3}(?:"
    r" [A-ZÀ-Þ]{2,})?,\s{1,60}[A-ZÀ-Þ][\wÀ-ÿ'’-]+(?:\s{1,60}[A-ZÀ-Þ][\w.]*)?)\b"
)
_BORN = r"(?:DOB|D\.O\.B\.|date of birth|born|fecha de nacimiento)"
_DOB = re.compile(
    rf"\b{_BORN}\s{{0,60}}[:.]?\s{{0,60}}(\d{{1,2}}[/-]\d{{1,2}}[/-]\d{{2,4}}"
    r"|\w+ \d{1,2}, \d{4})",
    re.IGNORECASE,
)
_BESIDE_NUMBER = re.compile(
    r"(?P<name>(?:[A-ZÀ-Þ][\w'’-]{1,25}(?:,\s|\s)){1,3}(?:[A-ZÀ-Þ][\w'’-]{1,25}|[A-Z]))"
    r"\s{0,2}[,(\[]\s{0,2}(?:(?i:DOB|D\.O\.B\.|date of birth|born)\b|(?:A#?|A-?[Nn]umber:?|File)"
    r"\s{0,2}\d{3}[ -]?\d{3}[ -]?\d{2,3}\b)"
)
"""A name with an alien-file number or a date of birth in brackets: the number labels it."""
_ARREST = re.compile(
    r"\b(?:arrest|apprehend|take into custody)\s{1,60}(?:and (?:detain"
    r"|bring)\s{1,60})?(?:the (?:defendant|person)[:,]?\s{1,60})?"
    r"(?P<name>[A-ZÀ-Þ][\w'’.-]+(?:\s{1,60}[A-ZÀ-Þ][\w'’.-]*){1,3})"
)
_BROUGHT = re.compile(
    r"\barrest and bring\b[^.;:]{5,110}?\bdelay,?\s{1,9}(?:\([^)\n]{3,50}\)\s{1,9})?"
    r"(?P<name>[A-ZÀ-Þ][\w'’.-]+(?:\s{1,9}[A-ZÀ-Þ][\w'’.-]*){1,3})"
)
"""The court form's command, which names the person behind the judge and the haste."""
_DEFENDANT = re.compile(
    r"^\W{0,4}(?P<name>[A-ZÀ-Þ][\w'’.-]*(?:[ ][A-ZÀ-Þ][\w'’.-]*){1,3}),?\s{1,9}Defendant\b",
    re.IGNORECASE | re.MULTILINE,
)
_AGAINST = re.compile(
    r"^\W{0,4}(?:.{2,60}\s)?vs?\.\s{1,9}"
    r"(?P<name>[A-ZÀ-Þ][\w'’.-]*(?:[ ][A-ZÀ-Þ][\w'’.-]*){1,3})[ ,]{0,9}$",
    re.MULTILINE,
)
_THE_DEFENDANT = re.compile(
    r"\b(?:arrest|apprehend)\s{1,9}(?:the\s{1,9})?(?:said|above(?:-named)?|defendant)\b",
    re.IGNORECASE,
)
"""A warrant that commands to arrest "said defendant", whom its caption names behind "v."."""
_ACCOUNT_NAME = re.compile(
    r"(?P<name>@[\w.]{2,40}|(?:(?i:user|account|the account)\s{1,4})?[\"“][\w.@+-]{2,60}[\"”]"
    r"|[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,30}){1,4}|(?:the )?holder of account.{3,60}$)"
)
_ADDRESS = r"[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,30}){1,4}|@[\w.]{2,40}"
_ACCOUNT_SAID = re.compile(
    r"\b(?:accounts?|mailbox(?:es)?|profiles?|handles?|user ?names?|(?:information|data|records)"
    r" associated with)\b[,:]?\s{1,4}(?:\w{2,12}\s{1,4}){0,3}?[\"“]?"
    rf"(?P<name>{_ADDRESS})(?:[\"”]?,?\s{{1,4}}and\s{{1,4}}[\"“]?(?P<second>{_ADDRESS}))?",
    re.IGNORECASE,
)
"""An account that the text names by its address, right behind the word for it."""
_BODY = re.compile(
    r"\b(?:inc|llc|corp|company|department|agency|office|court|county|city|subpoena"
    r"|request|records|order|award"
    r"|investigation|matter|action|notice|response|information|charge|estate|marriage"
    r"|search|grand|identified|above|below|custody|removal|proceedings|respondent|plaintiff"
    r"|petitioner|defendant|relationship|signature|file|number|birth|date|address|handbook"
    r"|association|cooperative|union|case|grant|block|program|community|school|hospital|district"
    r"|state|services?)\b",
    re.IGNORECASE,
)
_CUT = re.compile(
    rf"\s{{0,3}}(?:[(;|/\[]|\s[–—-]\s|,?\s{{1,3}}(?:{_BORN}|a minor\b|a child\b|respondent\b"
    r"|defendant\b|doing business\b|d/b/a\b|SSN\b|ID\b|MRN\b|employee (?:no|id)\b))",
    re.IGNORECASE,
)
_PERSONAL = frozenset(
    {
        Kind.ADMINISTRATIVE_SUBPOENA, Kind.DETAINER, Kind.NOTIFICATION_REQUEST,
        Kind.ADMINISTRATIVE_WARRANT, Kind.INFORMATION_REQUEST, Kind.ARREST_WARRANT,
        Kind.ADMINISTRATIVE_SUMMONS, Kind.SEARCH_WARRANT, Kind.COURT_ORDER,
        Kind.PROSECUTOR_SUBPOENA,
    }
)  # fmt: skip
_CUSTODY = frozenset({Kind.ADMINISTRATIVE_WARRANT, Kind.DETAINER, Kind.NOTIFICATION_REQUEST})
_OF_ACCOUNTS = frozenset(
    {
        Kind.PRESERVATION_REQUEST, Kind.STORED_COMMUNICATIONS_ORDER, Kind.SEARCH_WARRANT,
        Kind.NATIONAL_SECURITY_LETTER, Kind.EU_PRODUCTION_ORDER, Kind.EU_PRESERVATION_ORDER,
    }
)  # fmt: skip


def read_subjects(paper: Paper, kind: Kind | None) -> tuple[Subject, ...]:
    """The persons that labelled fields name, each with the numbers on its line or below it."""
    if kind is None:
        return ()
    found: dict[str, Subject] = {}
    for name, start, rule in (*_labelled(paper, kind), *_numbered(paper)):
        _add(paper, found, name, start, rule)
    if not found:
        for name, start, rule in _by_kind(paper, kind):
            _add(paper, found, name, start, rule)
    if not found or all(PART_AND_LETTER.fullmatch(str(s.name.value)) for s in found.values()):
        for name, start in asked_about(paper):
            _add(paper, found, name, start, "subjects.by_part/1")
    return tuple(found.values())


def _labelled(paper: Paper, kind: Kind) -> Iterator[tuple[str, int, str]]:
    """The persons, and the accounts, that stand behind or below a label."""
    for field in _fields(paper, kind):
        for name, at in _persons(_without_number(field.value)):
            yield name, field.start + at, "subjects.labelled/1"
    for name, start in (*_in_cells(paper), *_told_apart(paper, kind)):
        yield name, start, "subjects.labelled/1"
    if kind not in _OF_ACCOUNTS:
        return
    for field in labelled(paper, _ACCOUNT):
        account = _ACCOUNT_NAME.search(field.value)
        if account is not None:
            yield account["name"], field.start + account.start(), "subjects.account/1"
    for match in paper.find(_ACCOUNT_SAID):
        for group in ("name", "second"):
            if match[group]:
                yield match[group].rstrip("."), match.start(group), "subjects.account/1"


def _persons(value: str) -> Iterator[tuple[str, int]]:
    """The person with whom a value begins, and those whom "and" joins to him."""
    at = 0
    while (person := _PERSON.match(value[at:])) is not None and not _BODY.search(person["name"]):
        yield person["name"], at
        at += person.end()
        joined = _JOINED.match(value[at:])
        if joined is None:
            return
        at += joined.end()


_JOINED = re.compile(r",?\s{1,9}(?:and|&|y|e)\s{1,9}")


def _numbered(paper: Paper) -> Iterator[tuple[str, int, str]]:
    """Names with an alien-file number or a day of birth in brackets."""
    for match in paper.find(_BESIDE_NUMBER):
        if not _BODY.search(match["name"]):
            yield match["name"], match.start("name"), "subjects.numbered/1"


def _fields(paper: Paper, kind: Kind) -> Iterator[Labelled]:
    """The fields whose labels stand over persons in a paper of this kind."""
    yield from labelled(paper, _LABEL if kind not in _PERSONAL else f"{_LABEL}|{_OPEN_LABEL}")
    if kind in _PERSONAL:
        for field in labelled(paper, r"Name|NAME", colon=False):
            by_letter = PART_AND_LETTER.fullmatch(field.value.strip()) is not None
            if by_letter or "," in field.value.partition("  ")[0]:
                yield field


def _in_cells(paper: Paper) -> Iterator[tuple[str, int]]:
    """The names typed in a form's cells, below the label of a person."""
    for cell in cells_of(paper):
        label = paper.lines[cell.label].text.strip(" :.*")
        if _CELL_LABEL.fullmatch(label) is not None:
            value = paper.lines[cell.value].text
            starts = [0, *(joined.end() for joined in _JOINED.finditer(value))]
            for at in starts:
                joined = _JOINED.search(value, at)
                person = _person(value[at : joined.start() if joined else len(value)])
                if person is not None:
                    yield person, paper.start_of(cell.value) + at


def _told_apart(paper: Paper, kind: Kind) -> Iterator[tuple[str, int]]:
    """Names behind words that introduce much else: only those that can be nothing but persons."""
    for names, colon in ((_FIRST_WORDS, False), (_ABOUT, True)):
        for field in labelled(paper, names, colon=colon):
            person = PART_AND_LETTER.match(field.value)
            if person is not None and not field.value[person.end() : person.end() + 1].isalnum():
                yield person[0], field.start
    if kind in _PERSONAL:
        for cell in cells_of(paper):
            typed = paper.lines[cell.value].text.strip()
            label = paper.lines[cell.label].text.strip(" :.*")
            if _NAME_CELL.fullmatch(label) and PART_AND_LETTER.fullmatch(typed):
                yield typed, paper.start_of(cell.value)
    if kind in _CUSTODY:
        for i in paper.lines_where(PART_AND_LETTER):
            text = paper.lines[i].text.strip()
            if PART_AND_LETTER.fullmatch(text) is not None:
                yield text, paper.start_of(i)


_NAME_CELL = re.compile(r"(?:full |legal )?name", re.IGNORECASE)


def _by_kind(paper: Paper, kind: Kind) -> Iterator[tuple[str, int, str]]:
    """The person at whom a form or a warrant is directed, where no label names one."""
    if kind in (Kind.ADMINISTRATIVE_WARRANT, Kind.DETAINER):
        for listed in paper.find(_COMMA_NAME):
            name = listed["name"].partition("\n")[0].rstrip()
            if "," in name[:-1] and not _BODY.search(name):
                yield name, listed.start(), "subjects.form_name/1"
                break
    if kind is Kind.ARREST_WARRANT:
        against = (_AGAINST,) if paper.search(_THE_DEFENDANT) else ()
        for pattern in (_ARREST, _BROUGHT, _DEFENDANT, *against):
            named = paper.search(pattern)
            if named and not _BODY.search(named["name"]) and named["name"].lower() != "the":
                yield named["name"], named.start("name"), "subjects.arrest/1"
                return


_CELL_LABEL = re.compile(
    rf"(?:{_LABEL}|name \(last, first(?:,? middle)?\))(?: \([^)]{{1,40}}\))?", re.IGNORECASE
)


def _person(value: str) -> str | None:
    """The name with which a value begins, up to what says more of the person."""
    value = " ".join(_without_number(value).split())
    cut = _CUT.search(value)
    value = (value[: cut.start()] if cut else value).strip(" ,.:")
    person = _PERSON.fullmatch(value)
    return value if person is not None and not _BODY.search(value) else None


def _without_number(value: str) -> str:
    """A field's value up to an alien-file number that stands behind the name."""
    number = A_NUMBER.search(value)
    return value[: number.start()] if number else value


def _add(paper: Paper, found: dict[str, Subject], name: str, start: int, rule: str) -> None:
    """Add a person once, with the numbers that stand near the name."""
    name = " ".join(name.split()).rstrip(" ,.")
    key = re.sub(r"\W", "", name).lower()
    if len(key) < 4 or key in found:
        return
    read = paper.read(name, paper.spans(start, start + len(name)), rule, Band.LIKELY)
    found[key] = Subject(name=read, identifiers=_identifiers(paper, paper.index_at(start)))


def _identifiers(paper: Paper, line: int) -> tuple[Read[str], ...]:
    """Alien-file numbers and dates of birth near a name."""
    low, high = paper.start_of(max(0, line - 2)), len(paper.words)
    if line + 4 < len(paper.lines):
        high = paper.start_of(line + 4)
    out: list[Read[str]] = []
    for pattern, group, rule in ((A_NUMBER, 0, "a_number"), (_DOB, 1, "date_of_birth")):
        match = pattern.search(paper.words, low, high)
        if match is None and pattern is A_NUMBER:
            match = paper.search(pattern)
        if match:
            spans = paper.spans(*match.span(group))
            out.append(paper.read(match[group], spans, f"subjects.{rule}/1", Band.LIKELY))
    return tuple(out)
