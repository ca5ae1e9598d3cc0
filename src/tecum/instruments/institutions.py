"""Bodies that issue demands: how documents name them, and of what class each is."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from tecum.errors import nearest
from tecum.instruments.errors import CatalogueInvalid
from tecum.instruments.landmarks import landmarks_of
from tecum.instruments.patterns import Pattern
from tecum.instruments.sought import Pointers
from tecum.words import IssuerClass

__all__ = ["Institutions", "load_institutions"]

_KEYS = {
    "institution": frozenset({"name", "names", "class", "source"}),
    "form": frozenset({"class", "any", "says"}),
}


@dataclass(frozen=True)
class Institutions:
    """Named bodies, and the ways in which a body of a class usually names itself."""

    named: re.Pattern[str]
    classes: dict[str, IssuerClass]
    forms: tuple[tuple[IssuerClass, tuple[Pattern, ...]], ...]
    pointers: Pointers
    """The words of ``named`` (number 0) and of the patterns of ``forms`` in their order."""

    def class_of(self, name: str) -> IssuerClass | None:
        """The class of a body by its name: a known body first, then the form of the name.

        >>> load_institutions().class_of("Multnomah County Sheriff").value
        'local_agency'
        """
        told = self.pointers.told(name)
        forms: list[IssuerClass] = []
        number = 0
        for issuer_class, patterns in self.forms:
            near = [p for i, p in enumerate(patterns, start=number + 1) if i in told]
            number += len(patterns)
            if any(True for p in near for _ in p.matches(name)):
                forms.append(issuer_class)
        known = self.named.search(name) if 0 in told else None
        own = (IssuerClass.STATE_AGENCY, IssuerClass.LOCAL_AGENCY)
        bare = known and known[0].lower().startswith(
            ("department of ", "office of ", "office for ")
        )
        if known and not (bare and any(word in forms for word in own)):
            found = self.classes[" ".join(known[0].lower().split())]
            if IssuerClass.PROSECUTOR not in forms:
                return found
        return forms[0] if forms else None

    def is_body(self, line: str) -> bool:
        """Whether a line names a body rather than a person or a thing."""
        return self.class_of(line) is not None


@cache
def load_institutions() -> Institutions:
    """The list that is shipped with this version.

    Raises:
        CatalogueInvalid: an unknown key, a class that is none, a row without a source.
    """
    path = files("tecum.instruments") / "institutions.toml"
    table = tomllib.loads(path.read_text("utf-8"))
    classes: dict[str, IssuerClass] = {}
    for row in _rows(table, "institution"):
        for name in row["names"]:
            classes[name.lower()] = _class(row["class"])
    names = sorted(classes, key=len, reverse=True)
    plain = [re.escape(name).replace(r"\ ", r"\s{1,4}") for name in names if len(name) > 5]
    short = [re.escape(name.upper()) for name in names if len(name) <= 5]
    named = re.compile(rf"\b(?:(?i:{'|'.join(plain)})|{'|'.join(short)})\b")
    forms = tuple(
        (_class(row["class"]), tuple(Pattern(text) for text in row["any"]))
        for row in _rows(table, "form")
    )
    of_forms = (pattern.landmarks for _, patterns in forms for pattern in patterns)
    pointers = Pointers([landmarks_of(named), *of_forms])
    return Institutions(named, classes, forms, pointers)


def _rows(table: dict[str, Any], section: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = table[section]
    for row in rows:
        for key in row:
            if key not in _KEYS[section]:
                near = nearest(key, _KEYS[section])
                raise CatalogueInvalid(
                    f'institutions.toml: "{key}" is not a key.'
                    + (f' Nearest: "{near}".' if near else "")
                )
        missing = _KEYS[section] - row.keys()
        if missing:
            raise CatalogueInvalid(f'institutions.toml: "{min(missing)}" is required.')
    return rows


def _class(word: str) -> IssuerClass:
    try:
        return IssuerClass(word)
    except ValueError:
        near = nearest(word, list(IssuerClass))
        raise CatalogueInvalid(
            f'institutions.toml: "{word}" is no class.' + (f' Nearest: "{near}".' if near else "")
        ) from None
