"""Sealing: personal values out of an act, salted commitments in; and opening it again.

Every field that is not ``none`` is replaced by its own commitment, so that erasing one value
leaves the others checkable. Salts are handed in.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from tecum.docket.acts import Act
from tecum.docket.codec import Json, act_from_json, canonical, from_json, to_json
from tecum.docket.declare import Erased, Mark, declared
from tecum.docket.entry import Entry
from tecum.docket.errors import OpeningMismatch
from tecum.docket.parts import SubjectRef
from tecum.docket.vocabulary import Erasure, Personal
from tecum.ledger.commitment import commit, digest
from tecum.worded import worded as _

__all__ = [
    "LABEL",
    "FieldOpening",
    "Sealed",
    "act_bytes",
    "open_act",
    "open_entry",
    "seal",
    "seal_entry",
]

LABEL = "field"
"""The label of commitments inside acts; no statement bears a commitment of this label."""

Salts = Callable[[], bytes]
"""Gives 32 fresh bytes at each call, e.g. ``lambda: secrets.token_bytes(32)``."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class FieldOpening:
    """What opens one field: its salt and canonical bytes, whose data it is, how it is erased."""

    salt: bytes
    value: bytes
    personal: Personal
    erasure: Erasure
    subject: SubjectRef | None = None

    @property
    def commitment(self) -> str:
        """The commitment that stands in the public form, as hex."""
        return commit(LABEL, self.salt, digest(self.value)).hex()


@dataclass(frozen=True, slots=True)
class Sealed:
    """The public form, and what opens it: path of the field → opening."""

    public: dict[str, Json]
    openings: Mapping[str, FieldOpening]


def seal(act: Act, salts: Salts) -> Sealed:
    """Replace every personal value of an act by a salted commitment.

    Paths in the openings are field names joined by dots, with positions in lists:
    ``items.0.text``.
    """
    openings: dict[str, FieldOpening] = {}
    return Sealed(_seal_act(act, "", salts, openings), openings)


def seal_entry(entry: Entry, salts: Salts) -> Sealed:
    """Seal a whole entry: its act, and the words of its date and sources."""
    openings: dict[str, FieldOpening] = {}
    return Sealed(_seal_fields(entry, "", salts, openings), openings)


def act_bytes(public: Json) -> bytes:
    """The canonical bytes of a sealed act: the value of the log's ``commit entry``."""
    return canonical(public)


def open_act(public: Json, openings: Mapping[str, FieldOpening]) -> Act:
    """The act again; a field without opening comes back as what is left of it.

    Raises:
        OpeningMismatch: an opening does not open the commitment at its path.
    """
    fields = _opened(public["fields"], openings, "")
    return act_from_json({**public, "fields": fields})


def open_entry(public: Json, openings: Mapping[str, FieldOpening]) -> Entry:
    """The entry again, as :func:`open_act` does for its act."""
    entry: Entry = from_json(Entry, _opened(public, openings, ""), "entry")
    return entry


def _seal_act(
    act: Act, path: str, salts: Salts, openings: dict[str, FieldOpening]
) -> dict[str, Json]:
    fields = _seal_fields(act, f"{path}fields." if path else "", salts, openings)
    return {"act": act.slug, "schema": act.schema, "fields": fields}


def _seal_fields(
    value: Any,
    path: str,
    salts: Salts,
    openings: dict[str, FieldOpening],
    within: SubjectRef | None = None,
) -> dict[str, Json]:
    marks = declared(type(value))
    subject = getattr(value, "subject", None) or within
    public: dict[str, Json] = {}
    for f in dataclasses.fields(value):
        held, mark = getattr(value, f.name), marks[f.name]
        if held is None:
            continue
        here = f"{path}{f.name}"
        if mark.parts:
            public[f.name] = _seal_parts(held, here, salts, openings, subject)
        elif mark.personal is Personal.NONE or isinstance(held, Erased):
            public[f.name] = to_json(held)
        else:
            openings[here] = _opening(held, mark, subject, salts)
            public[f.name] = {"commit": openings[here].commitment}
    return public


def _seal_parts(
    held: Any,
    path: str,
    salts: Salts,
    openings: dict[str, FieldOpening],
    subject: SubjectRef | None,
) -> Json:
    if isinstance(held, tuple):
        rows = enumerate(held)
        return [_seal_fields(row, f"{path}.{n}.", salts, openings, subject) for n, row in rows]
    if isinstance(held, Act):
        return _seal_act(held, f"{path}.", salts, openings)
    return _seal_fields(held, f"{path}.", salts, openings, subject)


def _opening(held: Any, mark: Mark, subject: SubjectRef | None, salts: Salts) -> FieldOpening:
    by_subject = mark.erasure is Erasure.SHRED_SUBJECT
    erasure = Erasure.SHRED_DOCKET if by_subject and subject is None else mark.erasure
    return FieldOpening(
        salts(), canonical(to_json(held)), mark.personal, erasure, subject if by_subject else None
    )


def _opened(public: Json, openings: Mapping[str, FieldOpening], path: str) -> Json:
    if isinstance(public, list):
        return [_opened(row, openings, f"{path}.{n}") for n, row in enumerate(public)]
    if not isinstance(public, Mapping):
        return public
    if set(public) == {"commit"}:
        return _opened_value(public["commit"], openings.get(path), path)
    return {
        name: _opened(held, openings, f"{path}.{name}" if path else name)
        for name, held in public.items()
    }


def _opened_value(commitment: Json, opening: FieldOpening | None, path: str) -> Json:
    if opening is None:
        return {"commit": commitment}
    if opening.commitment != commitment:
        raise OpeningMismatch(
            _("The opening at {place} does not open its commitment.", place=path),
            why=_("The stored value is not the one that was recorded."),
            do=_("Restore the value from a backup, or record the finding."),
            field=path,
        )
    return json.loads(opening.value)
