"""Institutions that public documents name as acting or speaking, each by itself."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from tecum.errors import nearest
from tecum.instruments.errors import CatalogueInvalid
from tecum.tables import table_of
from tecum.words import IssuerClass

__all__ = ["Body", "load_bodies"]

_KEYS = frozenset({"id", "name", "names", "class", "source"})


@dataclass(frozen=True, slots=True)
class Body:
    """One institution: its full name, the other names it goes by, and what establishes it."""

    id: str
    name: str
    names: tuple[str, ...]
    issuer_class: IssuerClass
    source: str


@cache
def load_bodies() -> tuple[Body, ...]:
    """The institutions of the list that is shipped, in its order; no person is among them.

    Raises:
        CatalogueInvalid: an unknown or missing key, a class that is none, a name that two share.
    """
    path = files("tecum.instruments") / "institutions.toml"
    rows = table_of(path.read_text("utf-8"))["body"]
    found = tuple(_body(row) for row in rows)
    seen: set[str] = set()
    for body in found:
        for name in (body.id, body.name, *body.names):
            if name in seen:
                raise CatalogueInvalid(f'institutions.toml: "{name}" stands twice.')
            seen.add(name)
    return found


def _body(row: dict[str, object]) -> Body:
    for key in row.keys() ^ _KEYS:
        if key in _KEYS:
            raise CatalogueInvalid(f'institutions.toml: "{key}" is required.')
        near = nearest(key, _KEYS)
        raise CatalogueInvalid(
            f'institutions.toml: "{key}" is not a key.' + (f' Nearest: "{near}".' if near else "")
        )
    names = row["names"]
    assert isinstance(names, list)
    try:
        issuer_class = IssuerClass(str(row["class"]))
    except ValueError:
        raise CatalogueInvalid(f'institutions.toml: "{row["class"]}" is no class.') from None
    return Body(str(row["id"]), str(row["name"]), tuple(names), issuer_class, str(row["source"]))
