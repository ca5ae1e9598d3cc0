"""What a matched form template supplies to a Reading, and how it agrees with other rules.

Authority: READING 15 (a form-template field is certain; a rival is shown, not hidden).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from tecum.provenance import Read, Span
from tecum.reading.dates.calendar_words import find_dates, writes_day_first
from tecum.reading.fields.label_search import LabelSearch, folded
from tecum.reading.fields.numbers import A_NUMBER
from tecum.reading.fields.template_match import TemplateMatch
from tecum.reading.fields.template_values import SignedPlace, Taken, signed_places, taken
from tecum.reading.items.asked_areas import asked_areas
from tecum.reading.paper.address_lines import trimmed
from tecum.reading.paper.cells import is_label
from tecum.reading.paper.paper import Paper
from tecum.reading.parties.nobody import names_nobody
from tecum.reading.result import ReadSignatory, Subject
from tecum.reading.signer.titles import find_title, is_name, name_in
from tecum.reading.templates.template_due import DueCell, due_cell
from tecum.words import Band

__all__ = [
    "Filled",
    "fill",
    "numbers_with",
    "signatory_with",
    "subjects_with",
    "with_template",
]

RULE = "template.field/1"
_Clean = Callable[[str], str | None]
_PERSON = re.compile(r"^(?=.{4,80}$)(?:[^\W\d_][\w'’.-]*,?\s{0,60}){2,7}$")
_UNCAPITALISED = re.compile(
    r"\b(?!(?:da|das|de|del|della|den|der|di|do|dos|du|la|las|le|los|van|von|vom|zu|zum|ten|ter"
    r"|bin|ibn|bint|al|el|abu|y|e|st|a\.?k\.?a|also|known|as|and|or)\b)[a-z]{2,}"
)
"""A word in small letters that is no particle of a name: what it stands in names no person."""
_MARK = re.compile(r"(?:/\s?s\s?/|s/)\s{0,3}(?P<name>.{0,80})", re.IGNORECASE)
_LABEL_BEFORE = re.compile(r"^.{0,40}\b(?:no|nos|number)\b[.:#\s]{1,4}(?=\S*\d)", re.IGNORECASE)
_CASE_AT_END = re.compile(r"(?:^|\s)(?P<n>[A-Z0-9]{1,6}-[A-Z0-9-]{0,20}\d[A-Z0-9-]{0,20})$")
_NUMBER = re.compile(r"^(?=[^\n]{3,40}$)(?=.*\d)[\w#./: -]+$")


@dataclass(frozen=True, slots=True)
class Filled:
    """The values that a form's template places; empty where the form was left blank."""

    recipient: Read[str] | None = None
    issuer: Read[str] | None = None
    issued_on: Read[str] | None = None
    signer: Read[str] | None = None
    signer_title: Read[str] | None = None
    names: tuple[Read[str], ...] = ()
    identifiers: tuple[Read[str], ...] = ()
    numbers: tuple[Read[str], ...] = ()
    confirmed: bool = False
    labels: tuple[str, ...] = ()
    due: DueCell | None = None
    signed: SignedPlace | None = None
    asked: tuple[Span, ...] = ()


def fill(search: LabelSearch, match: TemplateMatch | None) -> Filled:
    """The values of a matched template, each of a shape that its field can have."""
    if match is None or not match.is_match:
        return Filled()
    paper = search.paper
    rows = taken(search, match)
    return Filled(
        recipient=_first(paper, rows, "recipient", _body_of),
        issuer=_first(paper, rows, "issuer", _body_of),
        issued_on=_day(paper, rows),
        signer=_first(paper, rows, "signatory.name", _name_of),
        signer_title=_first(paper, rows, "signatory.title", _title_of),
        names=tuple(_all(paper, rows, "subjects.name", _person)),
        identifiers=tuple(_all(paper, rows, "subjects.identifiers", _identifier)),
        numbers=tuple(_all(paper, rows, "matter_numbers", _number)),
        confirmed=match.template.confirmed,
        labels=match.template.labels,
        due=due_cell(paper, rows),
        signed=_signed(signed_places(search, match)),
        asked=tuple(span for spans in asked_areas(search, match) for span in spans),
    )


def _signed(places: tuple[SignedPlace, ...]) -> SignedPlace | None:
    """The one place with a conformed signature; None where nobody, or more than one, signed."""
    marked = [place for place in places if place.role is not None and _MARK.match(place.text)]
    return marked[0] if len(marked) == 1 else None


def _all(paper: Paper, rows: Iterable[Taken], field: str, clean: _Clean) -> Iterable[Read[str]]:
    for row in rows:
        if row.field != field:
            continue
        value = clean(row.text)
        if value:
            band = Band.CERTAIN
            yield paper.read(value, row.spans, RULE, band, template_match=True, label=row.label)


def _first(paper: Paper, rows: Iterable[Taken], field: str, clean: _Clean) -> Read[str] | None:
    return next(iter(_all(paper, rows, field, clean)), None)


_LABEL_WORD = re.compile(
    r"(?:address|name|title|date|telephone|phone|fax|e-?mail|addressee|place|time|file number)\W*$",
    re.IGNORECASE,
)
_SPEAKS = re.compile(r"\b(?:must|shall|is|are|was|has|you|which|that)\b")


def _body_of(text: str) -> str | None:
    """A body or person that a cell names; another label or a piece of a sentence names nobody."""
    name = trimmed(text)
    if is_label(name) or names_nobody(name):
        return None
    if not name[:1].isupper() and not name[:1].isdigit():
        return None
    return None if _LABEL_WORD.match(name) or _SPEAKS.search(name) else name


def _person(text: str) -> str | None:
    number = A_NUMBER.search(text)
    name = (text[: number.start()] if number else text).strip(" ,;.-")
    if not _PERSON.match(name) or _PROCEEDING.search(name):
        return None
    return name if name.islower() or not _UNCAPITALISED.search(name) else None


_PROCEEDING = re.compile(
    r"\b(?:investigations?|inquir(?:y|ies)|proceedings?|related|relating|audit|exploitation"
    r"|inspections?|verifications?|eligibility|compliance|enforcement|employment|matters?"
    r"|applications?|petitions?|operations?|reviews?|inc|llc|corp|company|workers?|employees?"
    r"|detainees?|inmates?|students?|patients?|records?)\b",
    re.IGNORECASE,
)
"""What stands in the space for a person where the form also takes the title of a proceeding."""


def _identifier(text: str) -> str | None:
    return text if 3 <= len(text) <= 40 and any(c.isdigit() for c in text) else None


def _number(text: str) -> str | None:
    text = _LABEL_BEFORE.sub("", text).strip(" .,;:#")
    last = _CASE_AT_END.search(text)
    if last and not _NUMBER.match(text):
        text = last["n"]
    return text if _NUMBER.match(text) else None


def _name_of(text: str) -> str | None:
    title = find_title(text)
    first, comma, rest = text.partition(",")
    if comma and is_name(first) and find_title(rest) is not None:
        return first.strip()  # "Officer B, Deportation Officer": part and letter are the name
    found = name_in(text[: title.start] if title and title.start > 3 else text)
    return found[0] if found else is_name(text)


def _title_of(text: str) -> str | None:
    first, comma, rest = text.partition(",")
    if comma and is_name(first) and find_title(rest) is not None:
        return rest.strip(" ,")
    title = find_title(text)
    return text[title.start :].strip(" ,") if title else None


def _day(paper: Paper, rows: Iterable[Taken]) -> Read[str] | None:
    for row in rows:
        if row.field != "issued_on":
            continue
        days = [d.value for d in find_dates(row.text, day_first=writes_day_first(paper.words))]
        if len(days) == 1 and days[0] is not None:
            return paper.read(
                days[0].isoformat(), row.spans, RULE, Band.CERTAIN,
                template_match=True, label=row.label,
            )  # fmt: skip
    return None


def with_template(
    read: Read[str], other: Read[str] | None, *, confirmed: bool, labels: Iterable[str] = ()
) -> Read[str]:
    """The template's value beside another rule's: certain together, likely against each other.

    Against each other the template wins once its labels were compared with the form, or where
    the other rule took one of the form's own ``labels`` for a value.
    """
    if other is None:
        return read
    if read.value is not None and any(folded(read.value) in folded(label) for label in labels):
        return other
    if read.value is None or _agree(read.value, str(other.value)):
        return other
    first, second = (other, read) if confirmed else (read, other)
    if first.band not in (Band.CERTAIN, Band.LIKELY):
        first, second = second, first
    band = max(first.band, Band.LIKELY, key=list(Band).index)
    return replace(
        first, band=band, signals={**first.signals, "rival": f"{second.rule}: {second.value}"}
    )


def _agree(a: str, b: str) -> bool:
    one, two = folded(a), folded(b)
    return bool(one and two) and (one in two or two in one)


def subjects_with(found: tuple[Subject, ...], filled: Filled) -> tuple[Subject, ...]:
    """The persons whom the form names; the numbers that other rules found near them stay."""
    if not filled.names:
        return found
    out: list[Subject] = []
    for name in filled.names:
        same = next((s for s in found if _agree(str(s.name.value), str(name.value))), None)
        near = same.identifiers if same is not None else ()
        known = {folded(str(i.value)) for i in filled.identifiers}
        extra = tuple(i for i in near if folded(str(i.value)) not in known)
        out.append(Subject(name=name, identifiers=(*filled.identifiers, *extra)))
    return tuple(out)


def numbers_with(found: tuple[Read[str], ...], filled: Filled) -> tuple[Read[str], ...]:
    """The numbers of the matter, those of the form's own fields first.

    A number in the space for what is asked is that of a record and no number of the matter.
    """
    known = {folded(str(n.value)) for n in filled.numbers}
    return (
        *filled.numbers,
        *(
            n
            for n in found
            if folded(str(n.value)) not in known
            and not (n.spans and all(_lies_in(span, filled.asked) for span in n.spans))
        ),
    )


def _lies_in(span: Span, among: Iterable[Span]) -> bool:
    return any(s.page == span.page and s.start <= span.start < s.end for s in among)


def signatory_with(signatory: ReadSignatory, filled: Filled) -> ReadSignatory:
    """The signatory with what the form's own fields and its places to sign hold.

    A conformed signature in a place where only a clerk, or only an attorney, signs tells the
    role; it is taken where no other rule has found who signed.
    """
    signed = filled.signed
    if signed is not None and signatory.role.band not in (Band.CERTAIN, Band.LIKELY):
        mark = _MARK.match(signed.text)
        name = mark["name"].strip(" _.,") if mark else ""
        role = Read(signed.role, Band.LIKELY, signed.spans, RULE, {"template_match": True})
        named = Read(name or None, Band.LIKELY if name else Band.ABSENT, signed.spans, RULE)
        signatory = replace(
            signatory, role=role, name=named if name else signatory.name,
            signed=True, mark="/s/", judge_kind=None,
        )  # fmt: skip
    own = find_title(str(filled.signer.value)) if filled.signer is not None else None
    if own is not None and filled.signer is not None and signatory.role.value is None:
        role = Read(own.role, Band.LIKELY, filled.signer.spans, RULE, {"template_match": True})
        signatory = replace(signatory, role=role, judge_kind=own.judge_kind)
    return replace(
        signatory,
        name=with_template(signatory.name, filled.signer, confirmed=filled.confirmed),
        title=with_template(signatory.title, filled.signer_title, confirmed=filled.confirmed),
    )
