"""The layout of a form's edition as data: anchors, fields, check-boxes, places to sign (READING 9).

Editions differ by data only. A label that nobody has compared with the printed form is marked
so in the file, and shown so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from tecum.errors import nearest
from tecum.instruments.errors import CatalogueInvalid
from tecum.words import SignatoryRole

__all__ = [
    "FIELDS",
    "TEMPLATE_KEYS",
    "Anchor",
    "Template",
    "TemplateArea",
    "TemplateBox",
    "TemplateField",
    "TemplateSignature",
    "check_template",
    "template_from",
]

TEMPLATE_KEYS: Mapping[str, Mapping[str, type | tuple[type, ...]]] = {
    "template": {
        "edition": (str, list), "page": int, "confirmed": bool, "anchor": list, "field": list,
        "asked": list, "checkbox": list, "signature": list,
    },
    "template.anchor": {"label": str, "also": list, "beside": bool},
    "template.field": {
        "field": str, "label": str, "also": list, "take": str, "stop_at": list, "lines": int,
    },
    "template.asked": {"label": str, "also": list, "until": list},
    "template.checkbox": {"id": str, "label": str, "also": list, "box": str},
    "template.signature": {"label": str, "also": list, "place": str, "role": str},
}  # fmt: skip
FIELDS = (
    "subjects.name", "subjects.identifiers", "recipient", "issuer", "matter_numbers", "issued_on",
    "signatory.name", "signatory.title", "due.production", "due.testimony", "due.time",
)  # fmt: skip
_TAKES = ("right", "below", "right_or_below", "above")
_SIDES = ("left", "right", "above")
_PLACES = ("above", "right")
_FEWEST = 4


@dataclass(frozen=True, slots=True)
class Anchor:
    """A label that stands on every copy; ``beside``: on the row of the one before, to its right."""

    labels: tuple[str, ...]
    beside: bool


@dataclass(frozen=True, slots=True)
class TemplateField:
    """A labelled place of a form and the field of the Reading that its value is.

    ``take`` tells where the value stands: to the right of the label, below it, or above it on
    the line that the label explains. ``lines`` is the most that it takes.
    """

    field: str
    labels: tuple[str, ...]
    take: str
    stop_at: tuple[str, ...]
    lines: int


@dataclass(frozen=True, slots=True)
class TemplateArea:
    """The space in which what is asked for is written: behind a label, up to one of others."""

    labels: tuple[str, ...]
    until: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TemplateBox:
    """A check-box of a form, found by the words beside it; ``box`` is its side of them."""

    id: str
    labels: tuple[str, ...]
    box: str


@dataclass(frozen=True, slots=True)
class TemplateSignature:
    """Where the form is signed, above a label or to its right, and who alone signs there."""

    labels: tuple[str, ...]
    place: str
    role: SignatoryRole | None = None


@dataclass(frozen=True, slots=True)
class Template:
    """The layout of these editions, or of all where none is named.

    ``confirmed`` is True once somebody has compared its labels with the printed form.
    """

    editions: tuple[str, ...]
    page: int
    confirmed: bool
    anchors: tuple[Anchor, ...]
    fields: tuple[TemplateField, ...]
    asked: tuple[TemplateArea, ...]
    boxes: tuple[TemplateBox, ...]
    signatures: tuple[TemplateSignature, ...]

    @property
    def note(self) -> str:
        """What the catalogue says of the labels while nobody has confirmed them."""
        return "" if self.confirmed else "to be confirmed on the form"

    @property
    def labels(self) -> tuple[str, ...]:
        """Every printed label of the form that the template knows."""
        rows: tuple[Anchor | TemplateField | TemplateBox | TemplateSignature, ...]
        rows = (*self.anchors, *self.fields, *self.boxes, *self.signatures)
        return tuple(dict.fromkeys(label for row in rows for label in row.labels))


def check_template(row: Mapping[str, Any], where: str, editions: Iterable[str]) -> None:
    """Refuse a template with a word outside its lists, or too little to be recognised by.

    Raises:
        CatalogueInvalid: names the place and the nearest known word.
    """
    if len(row.get("anchor", [])) < _FEWEST:
        raise CatalogueInvalid(
            f"{where}: at least {_FEWEST} anchors.",
            why="With fewer, any letter with the same words would be taken for the form.",
        )
    for edition in _editions(row):
        _one_of(edition, editions, f"{where}: edition")
    for part in ("anchor", "field", "asked", "checkbox", "signature"):
        for piece in row.get(part, []):
            if not piece.get("label"):
                raise CatalogueInvalid(f'{where}.{part}: "label" is required.')
    for piece in row.get("field", []):
        _one_of(piece.get("take", "right"), _TAKES, f"{where}.field: take")
        _one_of(piece.get("field", ""), FIELDS, f"{where}.field: field")
    for piece in row.get("asked", []):
        if not piece.get("until"):
            raise CatalogueInvalid(
                f'{where}.asked: "until" is required.',
                why="Without the label behind it, what is asked would run on over the whole form.",
            )
    for piece in row.get("checkbox", []):
        _one_of(piece.get("box", "left"), _SIDES, f"{where}.checkbox: box")
        if not piece.get("id"):
            raise CatalogueInvalid(f'{where}.checkbox: "id" is required.')
    for piece in row.get("signature", []):
        _one_of(piece.get("place", "above"), _PLACES, f"{where}.signature: place")
        if "role" in piece:
            _one_of(piece["role"], [r.value for r in SignatoryRole], f"{where}.signature: role")


def _one_of(value: Any, among: Iterable[str], where: str) -> None:
    known = list(among)
    if value not in known:
        near = nearest(str(value), known)
        raise CatalogueInvalid(
            f'{where}: "{value}" is not one of its words.'
            + (f' Nearest: "{near}".' if near else "")
        )


def template_from(row: Mapping[str, Any]) -> Template:
    """Build a template from a checked table."""
    return Template(
        _editions(row),
        row.get("page", 1),
        row.get("confirmed", False),
        tuple(Anchor(_labels(a), a.get("beside", False)) for a in row["anchor"]),
        tuple(
            TemplateField(
                f["field"], _labels(f), f.get("take", "right"), tuple(f.get("stop_at", [])),
                f.get("lines", 1),
            )
            for f in row.get("field", [])
        ),
        tuple(TemplateArea(_labels(a), tuple(a["until"])) for a in row.get("asked", [])),
        tuple(
            TemplateBox(b["id"], _labels(b), b.get("box", "left"))
            for b in row.get("checkbox", [])
        ),
        tuple(
            TemplateSignature(
                _labels(s), s.get("place", "above"),
                SignatoryRole(s["role"]) if "role" in s else None,
            )
            for s in row.get("signature", [])
        ),
    )  # fmt: skip


def _editions(row: Mapping[str, Any]) -> tuple[str, ...]:
    named = row.get("edition", [])
    return (named,) if isinstance(named, str) else tuple(named)


def _labels(row: Mapping[str, Any]) -> tuple[str, ...]:
    return (row["label"], *row.get("also", []))
