"""The read fields in the order in which a person checks them, each with where it was read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from tecum.web.intake.selectors import Shown
from tecum.web.ui.templatetags.fields import field_name
from tecum.words import Conduct, IssuerClass, Kind, Nondisclosure, ServiceMethod, SignatoryRole

__all__ = ["FieldRow", "grouped", "in_order"]

FIRST = (
    "kind",
    "conduct",
    "due",
    "recipient",
    "matter_numbers",
    "issuer",
    "issued_on",
    "served_on",
    "judicial",
    "form",
    "subjects",
)
"""What decides whether and when to act stands first; items follow, the rest is folded."""
ITEMS = "items"

LISTS = {
    "conduct": Conduct,
    "kind": Kind,
    "issuer_class": IssuerClass,
    "signatory.role": SignatoryRole,
    "service_method": ServiceMethod,
    "nondisclosure": Nondisclosure,
}
"""Fields whose value is a word of a closed list; the form offers the list."""


@dataclass(frozen=True, slots=True)
class FieldRow:
    """One field as its row shows it.

    Attributes:
        source: Where it was read: page and line, or that a person typed it.
        choices: The words of its list, None where it is free text.
    """

    field: Shown
    name: str
    source: str
    choices: tuple[str, ...] | None

    @property
    def anchor(self) -> str:
        """The row's name on the page."""
        return f"field-{self.field.path.replace('.', '-')}"

    @property
    def spans(self) -> str:
        """The names of its marks on the paper."""
        return " ".join(f"{self.field.path}-{n}" for n in range(len(self.field.spans)))


def in_order(fields: Iterable[Shown]) -> list[Shown]:
    """The fields as the page lists them: what matters first, items, then the rest."""
    return sorted(fields, key=_place)


def grouped(
    fields: Iterable[Shown], reading: Mapping[str, Any] | None
) -> dict[str, list[FieldRow]]:
    """The rows under ``first``, ``items`` and ``rest``; the rest holds nothing to confirm."""
    texts = reading.get("texts", {}) if reading else {}
    groups: dict[str, list[FieldRow]] = {"first": [], "items": [], "rest": []}
    for field in in_order(fields):
        name = "items" if field.group == ITEMS else "first"
        if name == "first" and _place(field) > len(FIRST):
            name = "rest"
        groups[name].append(_row(field, texts))
    return groups


def _place(field: Shown) -> int:
    if field.group == ITEMS:
        return len(FIRST)
    if field.path in FIRST or field.group in FIRST:
        return FIRST.index(field.path if field.path in FIRST else field.group)
    return len(FIRST) - 1 if field.must_confirm else len(FIRST) + 1


def _row(field: Shown, texts: Mapping[str, str]) -> FieldRow:
    words = LISTS.get(field.path)
    return FieldRow(
        field=field,
        name=_name(field),
        source=_source(field, texts),
        choices=tuple(word.value for word in words) if words else None,
    )


def _name(field: Shown) -> str:
    if field.group == ITEMS and isinstance(field.value, Mapping):
        return _("Item %(label)s") % {"label": field.value.get("label") or ""}
    return str(field_name(field.path))


def _source(field: Shown, texts: Mapping[str, str]) -> str:
    if not field.spans:
        return _("typed by a person") if field.state == "edited" else ""
    span = field.spans[0]
    before = texts.get(str(span["page"]), "")[: span["start"]]
    said = _("p. %(page)s, line %(line)s") if before or not span["start"] else _("p. %(page)s")
    where = said % {"page": span["page"], "line": _line(before)}
    return f"{where} · {_(field.band)}" if field.band in ("likely", "unsure") else where


def _line(before: str) -> int:
    """The line of a place, empty lines not counted, as a person counts on paper."""
    lines = before.split("\n")
    return sum(1 for line in lines[:-1] if line.strip()) + 1
