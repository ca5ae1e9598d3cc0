"""Bodies that issue demands: how documents name them, and of what class each is."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from typing import Any

from tecum.errors import nearest
from tecum.instruments.compiled import compiled
from tecum.instruments.errors import CatalogueInvalid
from tecum.instruments.landmarks import landmarks_of
from tecum.instruments.patterns import Pattern
from tecum.instruments.sought import Pointers
from tecum.tables import table_of
from tecum.words import IssuerClass

__all__ = ["Institutions", "load_institutions"]

_KEYS = {
    "institution": frozenset({"name", "names", "class", "source"}),
    "form": frozenset({"class", "any", "says"}),
    "general": frozenset({"class", "any", "says"}),
}


_Form = tuple[IssuerClass, tuple[Pattern, ...]]


@dataclass(frozen=True)
class Institutions:
    """Named bodies, and the ways in which a body of a class usually names itself."""

    named: re.Pattern[str]
    classes: dict[str, IssuerClass]
    forms: tuple[_Form, ...]
    general: tuple[_Form, ...]
    pointers: Pointers
    """The words of ``named`` (number 0), then of the patterns of ``forms`` and ``general``."""

    def class_of(self, name: str) -> IssuerClass | None:
        """The class of a body by its name: a known body first, then the form of the name.

        >>> load_institutions().class_of("Multnomah County Sheriff").value
        'local_agency'
        """
        return self._kept(name)

    @cached_property
    def _kept(self) -> Callable[[str], IssuerClass | None]:
        """What was told of the last names: several steps ask for the same lines of a paper."""
        return lru_cache(maxsize=256)(self._class_of)

    def _class_of(self, name: str) -> IssuerClass | None:
        told = self.pointers.told(name)
        if not told:
            return None
        forms, count = _matching(self.forms, name, told, 1)
        known = self.named.search(name) if 0 in told else None
        own = (IssuerClass.STATE_AGENCY, IssuerClass.LOCAL_AGENCY)
        if _OF_UNION.match(name) and (known or (forms and not _ABOVE_AGENCIES & set(forms))):
            return IssuerClass.FEDERAL_AGENCY
        if known and known.start() and not _OFFICE_IN.search(name[: known.start()]):
            # A state's bureau may have a division that is called as a federal one is.
            before = _matching(self.forms, name[: known.start()], told, 1)[0]
            if before and before[0] is IssuerClass.STATE_AGENCY:
                return before[0]
        bare = known and known[0].lower().startswith(
            ("department of ", "office of ", "office for ")
        )
        if known and bare and _of_another(name[: known.start()]):
            return next((word for word in forms if word in own), IssuerClass.STATE_AGENCY)
        if known and not (bare and any(word in forms for word in own)):
            found = self.classes[" ".join(known[0].lower().split())]
            if IssuerClass.PROSECUTOR not in forms:
                return found
        found_general = [] if forms else _matching(self.general, name, told, count)[0]
        return next(iter(forms or found_general), None)

    def is_guess(self, name: str) -> bool:
        """Whether only the sort of office, and no territory, tells the class of a name.

        >>> load_institutions().is_guess("Harbor Commission")
        True
        """
        told = self.pointers.told(name)
        known = 0 in told and self.named.search(name) is not None
        return not known and not _matching(self.forms, name, told, 1)[0]

    def is_body(self, line: str) -> bool:
        """Whether a line names a body rather than a person or a thing."""
        return self.class_of(line) is not None


_OF_UNION = re.compile(
    r"(?:the )?(?:united states|u\. ?s\.(?= )|us(?= )|federal(?! (?:way|heights)\b))(?=\W)",
    re.IGNORECASE,
)
"""How a body of the United States begins its name."""
_ABOVE_AGENCIES = frozenset(
    {
        IssuerClass.PROSECUTOR, IssuerClass.COURT, IssuerClass.LEGISLATURE,
        IssuerClass.GRAND_JURY, IssuerClass.PRIVATE_PARTY, IssuerClass.ATTORNEY,
    }
)  # fmt: skip
_OFFICE_IN = re.compile(
    r"\b(?:field|regional|district|area|resident|country|sub-?) ?office\b|\bu\.s\.|united states",
    re.IGNORECASE,
)


def _matching(
    rows: tuple[_Form, ...], name: str, told: Collection[int], number: int
) -> tuple[list[IssuerClass], int]:
    """The classes of the rows that a name fits, and the number behind their last pattern."""
    found: list[IssuerClass] = []
    for issuer_class, patterns in rows:
        near = [p for i, p in enumerate(patterns, start=number) if i in told]
        number += len(patterns)
        if near and any(True for p in near for _ in p.matches(name)):
            found.append(issuer_class)
    return found, number


_TERRITORY = re.compile(r"\b(?P<word>[A-Z][\w'’-]{2,30})\s{1,4}$")
_NO_TERRITORY = frozenset({"states", "federal", "the", "and", "its", "from"})


def _of_another(before: str) -> bool:
    """Whether a territory's name stands before "Department of": the department is its own."""
    found = _TERRITORY.search(before)
    return found is not None and found["word"].lower() not in _NO_TERRITORY


@cache
def load_institutions() -> Institutions:
    """The list that is shipped with this version.

    Raises:
        CatalogueInvalid: an unknown key, a class that is none, a row without a source.
    """
    path = files("tecum.instruments") / "institutions.toml"
    table = table_of(path.read_text("utf-8"))
    classes: dict[str, IssuerClass] = {}
    for row in _rows(table, "institution"):
        for name in row["names"]:
            classes[name.lower()] = _class(row["class"])
    names = sorted(classes, key=len, reverse=True)
    plain = [re.escape(name).replace(r"\ ", r"\s{1,4}") for name in names if len(name) > 5]
    short = [re.escape(name.upper()) for name in names if len(name) <= 5]
    named = compiled(rf"\b(?:(?i:{'|'.join(plain)})|{'|'.join(short)})\b")
    forms, general = _forms(table, "form"), _forms(table, "general")
    of_forms = (pattern.landmarks for _, row in (*forms, *general) for pattern in row)
    pointers = Pointers([landmarks_of(named), *of_forms])
    return Institutions(named, classes, forms, general, pointers)


def _forms(table: dict[str, Any], section: str) -> tuple[_Form, ...]:
    return tuple(
        (_class(row["class"]), tuple(Pattern(text) for text in row["any"]))
        for row in _rows(table, section)
    )


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
