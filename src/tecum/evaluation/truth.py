"""What is truly in a document: ``truth.json`` beside it, schema ``tecum.truth/1`` (READING 16).

A field that is missing is not scored; ``null`` means "truly not there". A key that nobody knows
is reported and leaves the rest of the file usable.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tecum.errors import DataUnusable, nearest

__all__ = ["KNOWN", "Truth", "load_corpus", "load_truth", "truth_from"]

SCHEMA = "tecum.truth/1"

_ABOUT = (
    "schema", "id", "split", "family", "group", "channel", "source", "licence", "hard", "notes",
    "accept",
)  # fmt: skip
_FIELDS = (
    "conduct", "kind", "form", "issuer", "issuer_accept", "issuer_class", "signatory",
    "signatory_role", "judicial", "recipient", "recipient_accept", "matter_numbers", "issued_on",
    "served_on", "service_method", "due", "not_due", "place_or_manner", "authorities", "items",
    "subjects", "subjects_count", "checkboxes", "consequences", "nondisclosure", "encloses",
)  # fmt: skip
KNOWN = frozenset(_ABOUT + _FIELDS)


@dataclass(frozen=True, slots=True)
class Truth:
    """One document of a corpus: its file, what is in it, and the text that a person saw."""

    id: str
    document: Path
    fields: Mapping[str, Any]
    unknown: tuple[str, ...] = ()
    text: str | None = field(default=None, repr=False)

    @property
    def channel(self) -> str:
        """Container and state of the file."""
        return str(self.fields.get("channel") or "unknown")

    @property
    def family(self) -> str:
        """The template family; one is never split between training and testing."""
        return str(self.fields.get("family") or self.fields.get("group") or self.id)

    @property
    def split(self) -> str:
        """``dev`` or ``test``."""
        return str(self.fields.get("split") or "test")

    @property
    def is_demand(self) -> bool:
        """Whether the document itself makes a demand."""
        return self.fields.get("conduct") == "issues"

    def has(self, name: str) -> bool:
        """Whether the truth speaks of this field at all, and wants it scored here."""
        return name in self.fields and not self.any_is_right(name)

    def get(self, name: str) -> Any:
        """The true value; None means that the document does not say."""
        return self.fields.get(name)

    def rows(self, name: str) -> list[Mapping[str, Any]]:
        """A list of objects of the truth; empty where it has none."""
        value = self.fields.get(name)
        return [r for r in value if isinstance(r, Mapping)] if isinstance(value, list) else []

    def accepted(self, name: str) -> list[Any]:
        """Further values that count as right."""
        within = self._accept().get(name)
        beside = self.fields.get(f"{name}_accept")
        found = list(beside) if isinstance(beside, list) else []
        return found + (within if isinstance(within, list) else [])

    def any_is_right(self, name: str) -> bool:
        """Whether every answer counts as right, so that the field is not scored here."""
        return self._accept().get(name) is True

    def _accept(self) -> Mapping[str, Any]:
        value = self.fields.get("accept")
        return value if isinstance(value, Mapping) else {}


def truth_from(values: Mapping[str, Any], document: Path, text: str | None = None) -> Truth:
    """A truth file's values as a Truth; keys that nobody knows are named, not refused.

    Raises:
        DataUnusable: it is of another schema.
    """
    schema = values.get("schema", SCHEMA)
    if schema != SCHEMA:
        raise DataUnusable(
            f'The truth of "{document.parent.name}" is of the schema {schema!r}, not {SCHEMA}.',
            why="Its words may mean something else.",
            do="Write it in the schema of READING 16.",
            code="truth.schema",
        )
    unknown = []
    for key in sorted(set(values) - KNOWN):
        if key.endswith("_accept") and key.removesuffix("_accept") in KNOWN:
            continue
        near = nearest(key, KNOWN)
        unknown.append(f'{key} (nearest: "{near}")' if near else key)
    name = str(values.get("id") or document.parent.name)
    return Truth(name, document, values, tuple(unknown), text)


def load_truth(folder: Path) -> Truth:
    """The truth of one document's folder.

    Raises:
        DataUnusable: no document, or a truth that is not a JSON object of the schema.
    """
    documents = sorted(folder.glob("document.*"))
    if not documents:
        raise DataUnusable(
            f'"{folder.name}" holds a truth but no document.',
            do="Put the file beside truth.json as document.pdf, .docx, .eml or the like.",
            code="truth.no-document",
        )
    try:
        values = json.loads((folder / "truth.json").read_text("utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise DataUnusable(
            f'The truth of "{folder.name}" is not JSON.', do="Correct it.", code="truth.json"
        ) from error
    if not isinstance(values, dict):
        raise DataUnusable(
            f'The truth of "{folder.name}" is not one object.', do="Correct it.", code="truth.json"
        )
    beside = folder / "text.txt"
    text = beside.read_text("utf-8", "replace") if beside.exists() else None
    return truth_from(values, documents[0], text)


def load_corpus(folder: Path) -> Sequence[Truth]:
    """Every document with a truth below a folder, by name.

    Raises:
        DataUnusable: there is none, or one that cannot be used.
    """
    found = [load_truth(path.parent) for path in sorted(folder.glob("*/truth.json"))]
    if not found:
        raise DataUnusable(
            f'"{folder}" holds no document with a truth.',
            why="Nothing can be scored.",
            do="Name a folder of folders, each with document.* and truth.json.",
            code="truth.none",
        )
    return found
