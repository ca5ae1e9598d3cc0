"""Whom or what a demand is about: from labelled fields and form templates only (READING 12).

There is no general finding of names; a person named only in running text stays there.
"""

from __future__ import annotations

import re

from tecum.provenance import Read
from tecum.reading.labels import labelled
from tecum.reading.numbers import A_NUMBER
from tecum.reading.paper import Paper
from tecum.reading.result import Subject
from tecum.words import Band, Kind

__all__ = ["read_subjects"]

_LABEL = (
    r"name of (?:alien|subject|inmate|person|individual|detainee)|name"
    r"|alien(?:['’]s)? name|subject(?:['’]s)? name"
    r"|in reference to|in the matter of|subject|inmate|inmate name|person|nombre"
    r"|individual|detainee"
    r"|defendant to be arrested|offender|student|patient|employee|person of interest"
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
_DOB = re.compile(
    r"\b(?:DOB|date of birth|born)\s{0,60}[:.]?\s{0,60}(\d{1,2}[/-]\d{1,2}[/-]\d{2,4}"
    r"|\w+ \d{1,2}, \d{4})",
    re.IGNORECASE,
)
_ARREST = re.compile(
    r"\b(?:arrest|apprehend|take into custody)\s{1,60}(?:and (?:detain"
    r"|bring)\s{1,60})?(?:the (?:defendant|person)[:,]?\s{1,60})?"
    r"(?P<name>[A-ZÀ-Þ][\w'’.-]+(?:\s{1,60}[A-ZÀ-Þ][\w'’.-]*){1,3})"
)
_BODY = re.compile(
    r"\b(?:inc|llc|corp|company|department|agency|office|court|county|city|subpoena"
    r"|request|records|order|award"
    r"|investigation|matter|action|notice|response|information|charge|estate|marriage"
    r"|search|grand)\b",
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


def read_subjects(paper: Paper, kind: Kind | None) -> tuple[Subject, ...]:
    """The persons that labelled fields name, each with the numbers on its line or below it."""
    if kind not in _PERSONAL:
        return ()
    found: dict[str, Subject] = {}
    for field in labelled(paper, _LABEL):
        person = _PERSON.match(_without_number(field.value))
        if person is None or _BODY.search(person["name"]):
            continue
        start = field.start
        _add(paper, found, person["name"], start=start, line=field.line, rule="subjects.labelled/1")
    for field in labelled(paper, r"Name|NAME", colon=False):
        person = _PERSON.match(_without_number(field.value))
        if person is not None and "," in person["name"] and not _BODY.search(person["name"]):
            _add(
                paper,
                found,
                person["name"],
                start=field.start,
                line=field.line,
                rule="subjects.labelled/1",
            )
    if not found and kind in (Kind.ADMINISTRATIVE_WARRANT, Kind.DETAINER):
        listed = paper.search(_COMMA_NAME)
        if listed:
            line = paper.index_at(listed.start())
            _add(
                paper,
                found,
                listed["name"],
                start=listed.start(),
                line=line,
                rule="subjects.form_name/1",
            )
    if not found and kind is Kind.ARREST_WARRANT:
        named = paper.search(_ARREST)
        if named and not _BODY.search(named["name"]):
            line = paper.index_at(named.start())
            _add(
                paper,
                found,
                named["name"],
                start=named.start("name"),
                line=line,
                rule="subjects.arrest/1",
            )
    return tuple(found.values())


def _without_number(value: str) -> str:
    """A field's value up to an alien-file number that stands behind the name."""
    number = A_NUMBER.search(value)
    return value[: number.start()] if number else value


def _add(
    paper: Paper, found: dict[str, Subject], name: str, *, start: int, line: int, rule: str
) -> None:
    name = " ".join(name.split()).rstrip(" ,.")
    key = re.sub(r"\W", "", name).lower()
    if len(key) < 4 or key in found:
        return
    read = paper.read(name, paper.spans(start, start + len(name)), rule, Band.LIKELY)
    found[key] = Subject(name=read, identifiers=_identifiers(paper, line))


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
