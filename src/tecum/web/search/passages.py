"""What of a docket can be found by its words, each passage with the place where it stands.

What lists show in clear is open. Whatever an act marks as personal is sealed: it is found
through keyed words, by those who see subjects on that docket. Names of persons are neither:
they are found by name alone (:mod:`tecum.web.search.named`), so their words are left out here.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from tecum.docket.acts import DemandRegistered, FieldCorrected, NoteAdded
from tecum.docket.acts.course import Audience
from tecum.docket.declare import Erased, declared
from tecum.docket.entry import DocketKind, Entry
from tecum.docket.parts import ItemAsked, SubjectNamed
from tecum.docket.seal import FieldOpening
from tecum.docket.state import State
from tecum.docket.vocabulary import Personal
from tecum.web.intake.fields import SUBJECT_FIELDS, fields_of

__all__ = [
    "Findable",
    "Paper",
    "Passage",
    "Place",
    "findable",
    "has_erased_subject",
    "is_alike",
    "opened",
    "papers",
]

_OPEN = {
    "demand-registered": ("number", "form", "issuer", "recipient", "kind"),
    "recipient-added": ("name",),
    "proceeding-opened": ("court", "kind"),
    "order-entered": ("court",),
    "measure-threatened": ("programme", "target"),
    "measure-imposed": ("programme", "target"),
}
"""Fields of acts that are in clear wherever they stand: numbers, institutions, programmes."""
_SEALED = (Personal.PERSON, Personal.SENSITIVE, Personal.OFFICIAL)
MOST_WORDS = 30_000
"""Words of papers in the index, a docket; further ones are read on the page, not searched."""


class Place(Enum):
    """Where a passage stands on a docket's pages."""

    DEMAND = "demand"
    ITEM = "item"
    ENTRY = "entry"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Passage:
    """A text, and the place where a person reads it in full.

    ``name`` is an item's label, an entry's number or a page's.
    """

    place: Place
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper's pages as they were read, and the names that the reader found in it."""

    pages: tuple[Passage, ...]
    names: tuple[str, ...]
    for_counsel: bool


@dataclass(slots=True)
class Findable:
    """What of a docket's acts can be found, in parts by who may find it."""

    open: list[Passage] = field(default_factory=list)
    sealed: list[Passage] = field(default_factory=list)
    counsel: list[Passage] = field(default_factory=list)
    names: list[str] = field(default_factory=list)


def findable(state: State) -> Findable:
    """What the acts of a docket say that can be found; nothing of the office's own docket."""
    return _in(() if state.kind is DocketKind.OFFICE else state.entries.values())


def is_alike(state: State, before: State) -> bool:
    """Whether what can be found is what could be found before; looks at what changed alone."""
    if state.kind is DocketKind.OFFICE:
        return before.kind is DocketKind.OFFICE
    old, new = before.entries, state.entries
    if before.kind is not state.kind or not old.keys() <= new.keys():
        return findable(before) == findable(state)
    changed = (key for key, entry in new.items() if old.get(key) is not entry)
    return all(_in([new[key]]) == _in([old[key]] if key in old else []) for key in changed)


def _in(entries: Iterable[Entry]) -> Findable:
    found = Findable()
    for entry in entries:
        _of_entry(entry, found)
    return found


def opened(
    public: Mapping[str, Any], fields: Mapping[str, FieldOpening]
) -> Iterator[tuple[Passage, bool]]:
    """The sealed passages of one entry from what opens it, each with whether it is for counsel.

    The same passages as :func:`findable` finds in the whole act, without building the act.
    """
    act, held = str(public["act"]["act"]), public["act"]["fields"]
    if act == FieldCorrected.slug and held["path"].split(".")[0] in SUBJECT_FIELDS:
        return
    for_counsel = act == NoteAdded.slug and held["audience"] == Audience.COUNSEL_ONLY.value
    for path, field_ in fields.items():
        steps = path.split(".")
        if steps[:2] != ["act", "fields"] or "subjects" in steps or field_.personal not in _SEALED:
            continue
        label = _label(held, steps[2:-1])
        place, name = (Place.ITEM, label) if label else (Place.ENTRY, str(public["seq"]))
        for text in _strings(json.loads(field_.value)):
            yield Passage(place, name, text), for_counsel


def _label(held: Any, steps: Iterable[str]) -> str:
    """The label of the item in which a path ends; empty where it is of no item."""
    for step in steps:
        held = held[int(step)] if isinstance(held, list) else held[step]
    is_item = isinstance(held, Mapping) and "label" in held and "category" in held
    return str(held["label"]) if is_item else ""


def has_erased_subject(state: State) -> bool:
    """Whether a person named on the docket was erased.

    Then nobody can tell any more which words of the docket were that person's name.
    """
    return any(_erased(entry.act) for entry in state.entries.values())


def papers(stored: Iterable[Mapping[str, Any]]) -> list[Paper]:
    """The papers of stored Readings."""
    return [
        Paper(
            pages=tuple(
                Passage(Place.PAGE, number, one["texts"][number])
                for number in sorted(one.get("texts", {}), key=int)
            ),
            names=tuple(_named_in(one)),
            for_counsel=bool(one.get("failed_redaction")),
        )
        for one in stored
    ]


def _named_in(stored: Mapping[str, Any]) -> Iterator[str]:
    for row in fields_of(stored):
        if row.group == "subjects":
            yield from _strings(row.value)


def _of_entry(entry: Entry, found: Findable) -> None:
    act: Any = entry.act
    place, name = Place.ENTRY, str(entry.seq)
    wanted = _OPEN.get(act.slug, ())
    said = [str(getattr(value, "value", value)) for key in wanted if (value := getattr(act, key))]
    if said:
        where = Place.DEMAND if isinstance(act, DemandRegistered) else place
        found.open += [Passage(where, name, text.replace("_", " ")) for text in said]
    if isinstance(act, FieldCorrected) and act.path.split(".")[0] in SUBJECT_FIELDS:
        found.names += _typed(act.value)
        return
    for_counsel = isinstance(act, NoteAdded) and act.audience is Audience.COUNSEL_ONLY
    into = found.counsel if for_counsel else found.sealed
    into += _walk(act, place, name, found.names)


def _walk(value: Any, place: Place, name: str, names: list[str]) -> Iterator[Passage]:
    if isinstance(value, SubjectNamed):
        names += [*_strings(value.name), *_strings(value.identifiers)]
        return
    if isinstance(value, ItemAsked):
        place, name = Place.ITEM, value.label
    for key, mark in declared(type(value)).items():
        held = getattr(value, key)
        if mark.parts:
            for part in held if isinstance(held, tuple) else (held,):
                if part is not None:
                    yield from _walk(part, place, name, names)
        elif mark.personal in _SEALED:
            for text in _strings(held):
                yield Passage(place, name, text)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _strings(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _strings(one)


def _erased(act: Any) -> bool:
    if isinstance(act, DemandRegistered):
        return any(isinstance(row.name, Erased) for row in act.subjects)
    corrected = isinstance(act, FieldCorrected) and act.path.split(".")[0] == "subjects"
    return corrected and isinstance(act.value, Erased)


def _typed(value: Any) -> list[str]:
    """The words that a person typed into a field of subjects, with or without parts."""
    if not isinstance(value, str):
        return []
    try:
        return list(_strings(json.loads(value)))
    except ValueError:
        return [value]
