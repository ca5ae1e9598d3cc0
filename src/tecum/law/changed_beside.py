"""What differs around the blocks of two versions of a pack: prose, facts, tables, cases, files.

It has no effect on an outcome by itself, or is the text that a reviewer rests on.
"""

from __future__ import annotations

import csv
import difflib
import io
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tecum.law.changed_blocks import name_in
from tecum.law.difference import Difference, Element, change_of
from tecum.law.pack import Pack, files_of
from tecum.law.syntax import Section

__all__ = ["in_files", "in_keys", "in_prose", "in_tables", "keys_of"]


def in_prose(old: Pack, new: Pack) -> Iterator[Difference]:
    """The differences in titles and free text, section by section."""
    before, after = _prose(old), _prose(new)
    for name in dict.fromkeys([*after, *before]):
        file, one = before.get(name, ("", None))
        there, other = after.get(name, (file, None))
        if one != other:
            yield Difference(
                change=change_of(one, other),
                element=Element.PROSE,
                block=name,
                kind="section",
                file=there,
                old=one,
                new=other,
            )


def _prose(pack: Pack) -> dict[str, tuple[str, str]]:
    """Section → its file and its title with the free text under it."""
    found: dict[str, tuple[str, str]] = {}
    for law in pack.laws:
        file = name_in(law.file, pack)
        opening = "\n".join(law.opening).strip()
        found[file] = (file, f"{law.title}\n{opening}".strip())
        for section in law.sections:
            found[section.id] = (file, _said(section))
    return {name: row for name, row in found.items() if row[1]}


def _said(section: Section) -> str:
    return f"{section.title}\n{section.prose}".strip()


def keys_of(pack: Pack, name: str) -> dict[str, str]:
    """Dotted key → value as text; nothing where the file is missing or no TOML."""
    path = pack.folder / name
    try:
        table = tomllib.loads(path.read_text("utf-8")) if path.is_file() else {}
    except ValueError:
        return {}
    flat: dict[str, str] = {}
    for key, value in table.items():
        if isinstance(value, dict):
            flat |= {f"{key}.{inner}": _written(held) for inner, held in value.items()}
        else:
            flat[key] = _written(value)
    return flat


def _written(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def in_keys(
    kind: str, old: Mapping[str, str], new: Mapping[str, str], file: str
) -> Iterator[Difference]:
    """The differences in the keys of a TOML file of the pack."""
    for name in dict.fromkeys([*new, *old]):
        one, other = old.get(name), new.get(name)
        if one != other:
            block, _, key = name.rpartition(".") if kind == "fact" else (name, "", "")
            yield Difference(
                change=change_of(one, other),
                element=Element.FACT if kind == "fact" else Element.PACK,
                block=block,
                kind=kind,
                key=key,
                file=file,
                old=one,
                new=other,
            )


def in_tables(old: Pack, new: Pack) -> Iterator[Difference]:
    """Lists of words from the law, and the pack's own cases, row by row."""
    for folder, kind, element in (
        ("tables", "table", Element.TABLE),
        ("cases", "case", Element.CASE),
    ):
        before, after = _csv_rows(old.folder / folder), _csv_rows(new.folder / folder)
        for name in dict.fromkeys([*after, *before]):
            one, other = before.get(name), after.get(name)
            if one != other:
                file, row = name
                yield Difference(
                    change=change_of(one, other),
                    element=element,
                    block=row,
                    kind=kind,
                    file=f"{folder}/{file}",
                    old=one,
                    new=other,
                )


def _csv_rows(folder: Path) -> dict[tuple[str, str], str]:
    """File and first cell → the filled cells of the row; a repeated first cell is numbered."""
    found: dict[tuple[str, str], str] = {}
    for path in sorted(folder.glob("*.csv")):
        seen: Counter[str] = Counter()
        reader = csv.DictReader(io.StringIO(path.read_text("utf-8", "replace")))
        for row in reader:
            cells = {key: value for key, value in row.items() if key and value}
            name = next(iter(row.values()), "") or "?"
            seen[name] += 1
            label = name if seen[name] == 1 else f"{name} ({seen[name]})"
            found[path.name, label] = "; ".join(f"{key} {value}" for key, value in cells.items())
    return found


def in_files(old: Pack, new: Pack) -> Iterator[Difference]:
    """Every other file: calendars, letters, reasons; by their lines."""
    before, after = _other_files(old), _other_files(new)
    for name in dict.fromkeys([*after, *before]):
        one, other = before.get(name), after.get(name)
        if one != other:
            yield Difference(
                change=change_of(one, other),
                element=Element.FILE,
                block=name,
                kind="file",
                file=name,
                old=None if other is not None and one is not None else one,
                new=_line_diff(one, other) if one is not None and other is not None else other,
            )


def _other_files(pack: Pack) -> dict[str, str]:
    found = {}
    for path in sorted(files_of(pack.folder)):
        name = path.relative_to(pack.folder).as_posix()
        known = name in ("pack.toml", "facts.toml") or name.startswith(("tables/", "cases/"))
        if not known and not (name.startswith(("law/", "orders/")) and name.endswith(".md")):
            found[name] = path.read_text("utf-8", "replace")
    return found


def _line_diff(old: str, new: str) -> str:
    lines = difflib.unified_diff(old.splitlines(), new.splitlines(), lineterm="", n=0)
    return "\n".join(line for line in lines if not line.startswith(("---", "+++", "@@")))
