"""Facts that a Reading or the office profile supports, each with where it comes from.

Only what was read at band *certain* or *likely*, or what a person confirmed, becomes a fact.
Nothing is guessed: what a document does not show stays unknown, and two readings that differ
make the fact conflicting.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from tecum.law.facts import Facts, Given, Value
from tecum.law.pack import Packs
from tecum.law.vocabulary import FOLDER, FactSpec
from tecum.office import Office
from tecum.packs_folder import packs_folder
from tecum.tables import table_of
from tecum.words import IssuerClass, JudgeKind, Kind, SignatoryRole

__all__ = ["facts_from_reading", "facts_of_office", "requester_of"]

Reading = Mapping[str, Any]
_SUPPORTED = ("certain", "likely")

_NO_COURT = frozenset(
    {
        Kind.ADMINISTRATIVE_SUBPOENA,
        Kind.ADMINISTRATIVE_SUMMONS,
        Kind.DETAINER,
        Kind.NOTIFICATION_REQUEST,
        Kind.ADMINISTRATIVE_WARRANT,
        Kind.NOTICE_OF_INSPECTION,
        Kind.GRANT_COMPLIANCE_LETTER,
        Kind.INFORMATION_REQUEST,
        Kind.NATIONAL_SECURITY_LETTER,
        Kind.RECORDS_REQUEST,
        Kind.PRESERVATION_REQUEST,
        Kind.TAKEDOWN_REQUEST,
    }
)
_BY_COURT = frozenset(
    {
        Kind.SEARCH_WARRANT,
        Kind.ARREST_WARRANT,
        Kind.COURT_ORDER,
        Kind.STORED_COMMUNICATIONS_ORDER,
    }
)
_WARRANTS = frozenset({Kind.SEARCH_WARRANT, Kind.ARREST_WARRANT})
_PURPOSES = {
    Kind.GRANT_COMPLIANCE_LETTER: "grant_compliance",
    Kind.RECORDS_REQUEST: "records_act",
}
_CLASSES = {
    IssuerClass.COURT: "court",
    IssuerClass.STATE_AGENCY: "state_local",
    IssuerClass.LOCAL_AGENCY: "state_local",
    IssuerClass.PRIVATE_PARTY: "private",
}
_NOT_FEDERAL = frozenset(
    {
        IssuerClass.STATE_AGENCY,
        IssuerClass.LOCAL_AGENCY,
        IssuerClass.PRIVATE_PARTY,
        IssuerClass.LEGISLATURE,
    }
)
_CRIMINAL_BOX = re.compile(r"\bcriminal\b", re.IGNORECASE)


def facts_from_reading(
    packs: Packs, reading: Reading, office: Office | None = None, item: str | None = None
) -> Facts:
    """Fill the facts that the loaded packs ask about from ``tecum.reading/1`` and the profile.

    Args:
        packs: The loaded packs; each fact's ``from`` says what may fill it.
        reading: The JSON form of a Reading; values a person confirmed carry ``confirmed_by``.
        office: The profile, for what is about the office.
        item: Label of the item that the facts are for; facts about items are filled for it only.
    """
    facts = Facts()
    for spec in packs.facts.values():
        for path in spec.sources:
            reader = _READERS.get((path, spec.name))
            if path == "reading.items.category":
                facts = _from_item(facts, spec, reading, item)
            elif path.startswith("office."):
                facts = _from_office(facts, spec, path, office)
            elif reader is not None:
                for value, source in reader(reading):
                    if _fits(value, spec):
                        facts = facts.plus(spec.name, Given(value, source))
    return facts


def facts_of_office(packs: Packs, office: Office) -> Facts:
    """What the profile alone fills of the facts that the loaded packs ask about."""
    facts = Facts()
    for spec in packs.facts.values():
        for path in spec.sources:
            if path.startswith("office."):
                facts = _from_office(facts, spec, path, office)
    return facts


def requester_of(issuer: str, issuer_class: IssuerClass | None) -> str | None:
    """Who asks, as ``requester_class`` calls it, by the issuer's name, else by its class.

    A body that is known to be no federal one is not made one by its name. None where neither
    tells: a federal body that is on no list stays unknown.
    """
    named = None if issuer_class in _NOT_FEDERAL else _requester_named(issuer)
    return named or (_CLASSES.get(issuer_class) if issuer_class else None)


def _fits(value: Value, spec: FactSpec) -> bool:
    if spec.type.kind == "word":
        return value in spec.type.words
    return True


def _from_office(facts: Facts, spec: FactSpec, path: str, office: Office | None) -> Facts:
    value = getattr(office, path.removeprefix("office."), None)
    if not isinstance(value, str | bool) or not _fits(value, spec):
        return facts
    return facts.plus(spec.name, Given(value, "the office profile"))


def _from_item(facts: Facts, spec: FactSpec, reading: Reading, label: str | None) -> Facts:
    """What the item asks for, where one item of that label was read well enough."""
    if label is None or reading.get("items_band") not in _SUPPORTED:
        return facts
    rows = [row for row in reading.get("items") or () if row.get("label") == label]
    if len(rows) == 1 and rows[0].get("category") not in (None, "other"):
        given = Given(rows[0]["category"], f"the document: item {label}")
        return facts.plus(spec.name, given) if _fits(given.value, spec) else facts
    return facts


def _read(reading: Reading, key: str) -> tuple[Any, str] | None:
    """A supported read value and where it stands, or nothing."""
    found: Any = reading
    for part in key.split("."):
        found = found.get(part) if isinstance(found, Mapping) else None
    if not isinstance(found, Mapping) or found.get("value") is None:
        return None
    confirmed = found.get("confirmed_by")
    if found.get("band") not in _SUPPORTED and not confirmed:
        return None
    pages = sorted({span["page"] for span in found.get("spans", ())})
    where = f", page {', '.join(map(str, pages))}" if pages else ""
    return found["value"], f"the document: {key}{where}" + (", confirmed" if confirmed else "")


Found = Iterator[tuple[Any, str]]


def _instrument(reading: Reading) -> Found:
    read = _read(reading, "kind")
    if read and read[0] in list(Kind) and Kind(read[0]).is_demand:
        yield read


def _purpose(reading: Reading) -> Found:
    read = _read(reading, "kind")
    if read and read[0] in _PURPOSES:
        yield _PURPOSES[read[0]], read[1]


def _court_issued(reading: Reading) -> Found:
    kind, judicial = _read(reading, "kind"), _read(reading, "judicial")
    if kind and judicial and kind[0] in _BY_COURT and judicial[0] is True:
        yield True, kind[1]
    if kind and kind[0] in _NO_COURT and not (judicial and judicial[0] is True):
        yield False, kind[1]


def _judicial_warrant(reading: Reading) -> Found:
    kind, judicial = _read(reading, "kind"), _read(reading, "judicial")
    if kind and judicial and kind[0] in _WARRANTS and judicial[0] is True:
        yield True, kind[1]


def _signer_role(reading: Reading) -> Found:
    read = _read(reading, "signatory.role")
    if read and read[0] != SignatoryRole.UNKNOWN:
        yield read


def _judge(kinds: frozenset[JudgeKind]) -> Callable[[Reading], Found]:
    def reader(reading: Reading) -> Found:
        role = _read(reading, "signatory.role")
        if role is None or role[0] in (SignatoryRole.UNKNOWN, SignatoryRole.NONE):
            return
        if role[0] != SignatoryRole.JUDGE:
            yield False, role[1]
            return
        kind = (reading.get("signatory") or {}).get("judge_kind")
        if kind and kind != JudgeKind.UNKNOWN:
            yield kind in kinds, role[1]

    return reader


def _requester(reading: Reading) -> Found:
    issuer = _read(reading, "issuer")
    if issuer is not None and isinstance(issuer[0], str):
        named = _requester_named(issuer[0])
        if named:
            yield named, issuer[1]


def _requester_class(reading: Reading) -> Found:
    read = _read(reading, "issuer_class")
    if read and read[0] in _CLASSES:
        yield _CLASSES[read[0]], read[1]


def _requester_named(name: str) -> str | None:
    """The class of a federal body that is called by a listed name, whole words only.

    A department behind the name of a state is that state's, and letters that another body
    bears too tell nothing.
    """
    table = _names(packs_folder())
    of_a_state = table.of_a_state.search(name) is not None
    for word, listed in table.listed:
        if (listed.own if of_a_state else listed.names).search(name):
            return None if listed.not_with.search(name) else word
    return None


class _Listed(NamedTuple):
    """Names of one class, those that no state's body bears, and what keeps one from counting."""

    names: re.Pattern[str]
    own: re.Pattern[str]
    not_with: re.Pattern[str]


class _Table(NamedTuple):
    """The classes in their order, and how a state's own department is called."""

    listed: tuple[tuple[str, _Listed], ...]
    of_a_state: re.Pattern[str]


@lru_cache(maxsize=4)
def _names(folder: Path) -> _Table:
    table = table_of((folder / FOLDER / "requesters.toml").read_text("utf-8"))
    shared = tuple(table["of_a_state"]["departments"])
    states = "|".join(map(re.escape, table["of_a_state"]["names"]))
    listed = tuple((word, table[word]) for word in ("immigration_authority", "other_federal"))
    return _Table(
        tuple(
            (
                word,
                _Listed(
                    _any_of(row["names"]),
                    _any_of([one for one in row["names"] if not one.startswith(shared)]),
                    _any_of(row["not_with"]),
                ),
            )
            for word, row in listed
        ),
        re.compile(rf"(?i:\b(?:{states})[\s,]+)(?:{'|'.join(map(re.escape, shared))})\b"),
    )


def _any_of(names: list[str]) -> re.Pattern[str]:
    """Full names in any letter case; abbreviations only in capitals."""
    parts = []
    for name in sorted(names, key=len, reverse=True):
        words = r"\s+".join(re.escape(word) for word in name.split())
        parts.append(words if name.isupper() else f"(?i:{words})")
    return re.compile(rf"(?<![\w.])(?:{'|'.join(parts)})(?!\w)")


def _day(key: str) -> Callable[[Reading], Found]:
    def reader(reading: Reading) -> Found:
        read = _read(reading, key)
        if read is not None:
            try:
                yield date.fromisoformat(str(read[0])), read[1]
            except ValueError:
                return

    return reader


def _criminal_box(reading: Reading) -> Found:
    for box in reading.get("checkboxes") or ():
        label = _read(box, "label")
        if label and box.get("state") and _CRIMINAL_BOX.search(str(label[0])):
            yield box["state"], label[1]


_FEDERAL = frozenset({JudgeKind.ARTICLE_III, JudgeKind.MAGISTRATE})
_READERS: dict[tuple[str, str], Callable[[Reading], Found]] = {
    ("reading.kind", "instrument"): _instrument,
    ("reading.kind", "purpose"): _purpose,
    ("reading.kind", "court_issued"): _court_issued,
    ("reading.kind", "judicial_warrant"): _judicial_warrant,
    ("reading.signatory.role", "signer_role"): _signer_role,
    ("reading.signatory.judge_kind", "federal_judge_or_magistrate"): _judge(_FEDERAL),
    ("reading.signatory.judge_kind", "article_iii_judge"): _judge(
        frozenset({JudgeKind.ARTICLE_III})
    ),
    ("reading.signatory.judge_kind", "state_judge"): _judge(frozenset({JudgeKind.STATE})),
    ("reading.issuer", "requester_class"): _requester,
    ("reading.issuer_class", "requester_class"): _requester_class,
    ("reading.issued_on", "request_date"): _day("issued_on"),
    ("reading.served_on", "service_date"): _day("served_on"),
    ("reading.checkboxes", "criminal_box"): _criminal_box,
}
"""Which reader fills which fact from which field; a pair that is not here fills nothing."""
