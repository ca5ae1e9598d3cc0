"""The catalogue of instruments: one reviewable file per kind of instrument (READING 9).

A file is data that a lawyer can read. The loader refuses what it does not know, naming the
nearest known word, because a misspelt key would silently change how documents are read.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from tecum.instruments.check import check_table
from tecum.instruments.errors import CatalogueInvalid
from tecum.instruments.patterns import Pattern
from tecum.instruments.region import Region
from tecum.instruments.sought import Pointers
from tecum.instruments.templates import Template, template_from
from tecum.provenance import Sha256
from tecum.tables import table_of
from tecum.words import Force, IssuerClass, Kind, SignatoryRole

__all__ = [
    "Catalogue",
    "Clock",
    "Edition",
    "Instrument",
    "Mark",
    "Region",
    "Signer",
    "Source",
    "instrument_from",
    "load_catalogue",
]


@dataclass(frozen=True, slots=True)
class Source:
    """Where a statement of the file comes from."""

    cite: str
    says: str


@dataclass(frozen=True, slots=True)
class Mark:
    """Evidence for (weight above 0) or against (below 0) a document being this instrument.

    Either words (``patterns``) in some regions, or what other steps have found out about the
    document (``issuer_class``, ``signer``, ``caption``).
    """

    id: str
    patterns: tuple[Pattern, ...]
    regions: frozenset[Region]
    weight: int
    decisive: bool = False
    issuer_class: frozenset[IssuerClass] = frozenset()
    signer: frozenset[SignatoryRole] = frozenset()
    caption: bool | None = None


@dataclass(frozen=True, slots=True)
class Edition:
    """A printed edition of a form; ``mark`` is how it names itself."""

    id: str
    mark: Pattern
    in_use_from: date | None = None
    in_use_to: date | None = None


@dataclass(frozen=True, slots=True)
class Signer:
    """Who may sign; ``judge_line`` tells whether a judge's signature belongs on it."""

    roles: tuple[SignatoryRole, ...]
    titles: tuple[str, ...]
    judge_line: bool | None


@dataclass(frozen=True, slots=True)
class Clock:
    """A period that the instrument usually states. Shown, never used unless printed."""

    due_for: str
    phrase: Mapping[str, Any]
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """One kind of instrument: how it is known, who signs it, what it usually asks.

    ``within`` names the general instruments of which it is a case: it goes before them once a
    mark of its own decides.
    """

    id: str
    kind: Kind
    name: str
    forms: tuple[str, ...]
    issuer_class: tuple[IssuerClass, ...]
    force: Force | None
    enforced_by: str
    objection_clock: str | None
    hold_clock: str | None
    authorities: tuple[str, ...]
    replaces: tuple[str, ...]
    within: tuple[str, ...]
    review: str | Mapping[str, Any]
    sources: tuple[Source, ...]
    marks: tuple[Mark, ...]
    editions: tuple[Edition, ...]
    templates: tuple[Template, ...]
    signer: Signer
    clocks: tuple[Clock, ...]
    typical_items: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def is_reviewed(self) -> bool:
        """Whether a named person has reviewed the file."""
        return isinstance(self.review, Mapping)


@dataclass(frozen=True)
class Catalogue:
    """All instruments, and the hash by which a Reading names the catalogue it was made with."""

    instruments: tuple[Instrument, ...]
    sha256: Sha256

    @cached_property
    def _pointers(self) -> tuple[tuple[Pattern, ...], Pointers]:
        patterns = tuple(p for i in self.instruments for mark in i.marks for p in mark.patterns)
        return patterns, Pointers(pattern.landmarks for pattern in patterns)

    @cached_property
    def patterns_of(self) -> dict[str, frozenset[Pattern]]:
        """The patterns of each instrument's marks, by its id."""
        return {
            i.id: frozenset(p for mark in i.marks for p in mark.patterns) for i in self.instruments
        }

    @cached_property
    def wordless_against(self) -> dict[str, tuple[Mark, ...]]:
        """The marks of each instrument, by its id, that need no words and speak against it."""
        return {
            i.id: tuple(m for m in i.marks if not m.patterns and m.weight < 0)
            for i in self.instruments
        }

    def awake(self, text: str) -> frozenset[Pattern]:
        """The patterns of marks that a text may hold, told by its words alone."""
        patterns, pointers = self._pointers
        return frozenset(patterns[number] for number in pointers.told(text))

    def __getitem__(self, id_: str) -> Instrument:
        for instrument in self.instruments:
            if instrument.id == id_:
                return instrument
        raise KeyError(id_)


@cache
def load_catalogue() -> Catalogue:
    """The catalogue that is shipped with this version.

    Raises:
        CatalogueInvalid: a file has an unknown key or word, lacks a source, or is unsafe.
    """
    digest = hashlib.sha256()
    folder: Traversable = files("tecum.instruments") / "catalogue"
    contents: dict[str, bytes] = {}
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.name.endswith(".toml"):
            content = contents[file.name] = file.read_bytes()
            digest.update(file.name.encode() + b"\0" + hashlib.sha256(content).digest())
    found = [instrument_from(_toml(content, name), name) for name, content in contents.items()]
    return Catalogue(tuple(found), Sha256(digest.hexdigest()))


def _toml(content: bytes, name: str) -> dict[str, Any]:
    try:
        return table_of(content.decode("utf-8"))
    except ValueError as error:
        raise CatalogueInvalid(f"{name} is not TOML: {error}.") from error


def instrument_from(table: Mapping[str, Any], name: str) -> Instrument:
    """Build one instrument from a parsed file; ``name`` is the file's, for messages.

    Raises:
        CatalogueInvalid: an unknown key or word, a part missing, a value of the wrong form.
    """
    try:
        return _instrument(table, name)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise CatalogueInvalid(f"{name}: a value has the wrong form: {error}.") from error


def _instrument(table: Mapping[str, Any], name: str) -> Instrument:
    check_table(table, name)
    if f"{table['id']}.toml" != name:
        raise CatalogueInvalid(f'{name}: the id "{table["id"]}" is not the file\'s name.')
    classes = table.get("issuer_class", [])
    signer = table.get("signer", {})
    typical = table.get("typical", {})
    return Instrument(
        id=table["id"],
        kind=Kind(table["kind"]),
        name=table["name"],
        forms=tuple(table.get("forms", [])),
        issuer_class=tuple(
            IssuerClass(word) for word in ([classes] if isinstance(classes, str) else classes)
        ),
        force=Force(table["force"]) if "force" in table else None,
        enforced_by=table.get("enforced_by", ""),
        objection_clock=table.get("objection_clock"),
        hold_clock=table.get("hold_clock"),
        authorities=tuple(table.get("authorities", [])),
        replaces=tuple(table.get("replaces", [])),
        within=tuple(table.get("within", [])),
        review=table["review"],
        sources=tuple(Source(row["cite"], row["says"]) for row in table["source"]),
        marks=tuple(_mark(row) for row in (*table["mark"], *table.get("against", []))),
        editions=tuple(
            Edition(row["id"], Pattern(row["mark"]), row.get("in_use_from"), row.get("in_use_to"))
            for row in table.get("edition", [])
        ),
        templates=tuple(template_from(row) for row in table.get("template", [])),
        signer=Signer(
            tuple(SignatoryRole(word) for word in signer.get("roles", [])),
            tuple(signer.get("titles", [])),
            signer.get("judge_line"),
        ),
        clocks=tuple(Clock(r["for"], r["phrase"], r["source"]) for r in table.get("clock", [])),
        typical_items=tuple(typical.get("items", [])),
        notes=tuple(typical.get("notes", [])),
    )


def _mark(row: Mapping[str, Any]) -> Mark:
    when = row.get("when", {})
    return Mark(
        id=row["id"],
        patterns=tuple(Pattern(text, case=row.get("case", False)) for text in row.get("any", [])),
        regions=frozenset(Region(word) for word in row.get("regions", ["any"])),
        weight=row["weight"],
        decisive=row.get("decisive", False),
        issuer_class=frozenset(IssuerClass(word) for word in when.get("issuer_class", [])),
        signer=frozenset(SignatoryRole(word) for word in when.get("signer", [])),
        caption=when.get("caption"),
    )
