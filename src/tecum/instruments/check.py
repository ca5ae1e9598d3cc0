"""The strict check of a catalogue file: keys, words and required parts, before it is used."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from tecum.errors import nearest
from tecum.instruments.errors import CatalogueInvalid
from tecum.instruments.region import Region
from tecum.instruments.templates import TEMPLATE_KEYS, check_template
from tecum.words import (
    Category,
    Counting,
    Direction,
    DueFor,
    DueForm,
    Force,
    IssuerClass,
    Kind,
    SignatoryRole,
    Trigger,
    Unit,
)

__all__ = ["check_table"]

_TOP: Mapping[str, type | tuple[type, ...]] = {
    "id": str, "kind": str, "name": str, "forms": list, "issuer_class": (str, list),
    "force": str, "enforced_by": str, "objection_clock": str, "hold_clock": str,
    "authorities": list, "replaces": list,
    "within": list, "review": (str, dict), "source": list, "edition": list, "mark": list,
    "against": list, "template": list, "signer": dict, "clock": list, "typical": dict,
}  # fmt: skip
_ROWS: Mapping[str, Mapping[str, type | tuple[type, ...]]] = {
    "source": {"cite": str, "says": str},
    "edition": {"id": str, "mark": str, "in_use_from": date, "in_use_to": date},
    "mark": {
        "id": str, "any": list, "when": dict, "regions": list, "weight": int,
        "decisive": bool, "case": bool,
    },
    "signer": {"roles": list, "titles": list, "judge_line": bool},
    "clock": {"for": str, "phrase": dict, "source": str},
    "clock.phrase": {
        "form": str, "amount": int, "unit": str, "counting": str, "direction": str, "trigger": str,
    },
    "typical": {"items": list, "notes": list},
    "mark.when": {"issuer_class": list, "signer": list, "caption": bool},
    "review": {"by": str, "on": date},
}  # fmt: skip
_REQUIRED = ("id", "kind", "name", "review", "source", "mark")


def check_table(table: Mapping[str, Any], name: str) -> None:
    """Refuse a file with an unknown key, a word outside its list, or a part missing.

    Raises:
        CatalogueInvalid: names the file, the place and the nearest known word.
    """
    _keys(table, _TOP, name)
    for key in _REQUIRED:
        if not table.get(key):
            raise CatalogueInvalid(
                f'{name}: "{key}" is required.',
                why="An instrument without it cannot be reviewed.",
            )
    _word(table["kind"], Kind, f"{name}: kind")
    if "force" in table:
        _word(table["force"], Force, f"{name}: force")
    classes = table.get("issuer_class", [])
    _words([classes] if isinstance(classes, str) else classes, IssuerClass, f"{name}: issuer_class")
    if isinstance(table["review"], str) and table["review"] != "unreviewed":
        raise CatalogueInvalid(f'{name}: review is "unreviewed" or {{by, on}}.')
    if isinstance(table["review"], dict):
        _keys(table["review"], _ROWS["review"], f"{name}: review")
    for section in ("source", "edition"):
        for row in table.get(section, []):
            _keys(row, _ROWS[section], f"{name}: {section}")
    for section in ("mark", "against"):
        for row in table.get(section, []):
            _mark(row, f"{name}: {section}", against=section == "against")
    editions = [row["id"] for row in table.get("edition", [])]
    for row in table.get("template", []):
        _template(row, f"{name}: template", editions)
    _rest(table, name)


def _mark(row: Mapping[str, Any], where: str, *, against: bool) -> None:
    _keys(row, _ROWS["mark"], where)
    for key in ("id", "weight"):
        if key not in row:
            raise CatalogueInvalid(f'{where}: "{key}" is required.')
    where = f"{where} {row['id']}"
    if bool(row.get("any")) == bool(row.get("when")):
        raise CatalogueInvalid(f'{where}: give either words ("any") or a condition ("when").')
    if (row["weight"] < 0) is not against or row["weight"] == 0:
        raise CatalogueInvalid(f"{where}: a mark has a weight above 0, a mark against one below 0.")
    _words(row.get("regions", []), Region, f"{where}: regions")
    when = row.get("when", {})
    _keys(when, _ROWS["mark.when"], f"{where}: when")
    _words(when.get("issuer_class", []), IssuerClass, f"{where}: issuer_class")
    _words(when.get("signer", []), SignatoryRole, f"{where}: signer")


def _template(row: Mapping[str, Any], where: str, editions: Iterable[str]) -> None:
    _keys(row, TEMPLATE_KEYS["template"], where)
    for part in ("anchor", "field", "asked", "checkbox", "signature"):
        for piece in row.get(part, []):
            _keys(piece, TEMPLATE_KEYS[f"template.{part}"], f"{where}.{part}")
    check_template(row, where, editions)


def _rest(table: Mapping[str, Any], name: str) -> None:
    signer = table.get("signer", {})
    _keys(signer, _ROWS["signer"], f"{name}: signer")
    _words(signer.get("roles", []), SignatoryRole, f"{name}: signer.roles")
    for row in table.get("clock", []):
        _keys(row, _ROWS["clock"], f"{name}: clock")
        _word(row.get("for", ""), DueFor, f"{name}: clock.for")
        phrase = row.get("phrase", {})
        _keys(phrase, _ROWS["clock.phrase"], f"{name}: clock.phrase")
        lists = {
            "form": DueForm, "unit": Unit, "counting": Counting,
            "direction": Direction, "trigger": Trigger,
        }  # fmt: skip
        for key, among in lists.items():
            if key in phrase:
                _word(phrase[key], among, f"{name}: clock.phrase.{key}")
    typical = table.get("typical", {})
    _keys(typical, _ROWS["typical"], f"{name}: typical")
    _words(typical.get("items", []), Category, f"{name}: typical.items")


def _keys(row: Mapping[str, Any], known: Mapping[str, type | tuple[type, ...]], where: str) -> None:
    for key, value in row.items():
        if key not in known:
            near = nearest(key, known)
            raise CatalogueInvalid(
                f'{where}: "{key}" is not a key.' + (f' Nearest: "{near}".' if near else ""),
                why="A misspelt key would silently change how documents are read.",
            )
        kinds = known[key]
        if not isinstance(value, kinds) or (isinstance(value, bool) and kinds is int):
            raise CatalogueInvalid(f'{where}: "{key}" has a value of the wrong kind.')


def _words(values: Iterable[Any], among: Iterable[Any], where: str) -> None:
    for value in values:
        _word(value, among, where)


def _word(value: Any, among: Iterable[Any], where: str) -> None:
    known = [str(word) for word in among]
    if value not in known:
        near = nearest(str(value), known)
        raise CatalogueInvalid(
            f'{where}: "{value}" is not one of its words.'
            + (f' Nearest: "{near}".' if near else "")
        )
