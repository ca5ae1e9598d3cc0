"""Two versions of a pack, told apart by legal element: this exception gone, that window wider.

A line of a block is one legal element (LAW 2.1), so lines are matched by what they are about: an
exception by its condition, a superiority by the other rule, anything else by its place among the
lines of its key. What stands around the blocks (prose, facts, tables, cases) is compared too:
it has no effect on an outcome by itself, or is the text that a reviewer rests on.
"""

from __future__ import annotations

import csv
import difflib
import io
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import unique
from pathlib import Path
from typing import Any

from tecum.law.pack import Pack, files_of
from tecum.law.syntax import KEYS, Block, Line, Section, canonical_line, write_block
from tecum.words import Word

__all__ = ["Changed", "Difference", "Element", "PackDifference", "differences", "element_of"]


@unique
class Changed(Word):
    """What became of an element."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@unique
class Element(Word):
    """What of a pack an element is; the first eleven lie in blocks."""

    BLOCK = "block"
    EFFECT = "effect"
    CONDITION = "condition"
    EXCEPTION = "exception"
    SUPERIORITY = "superiority"
    WINDOW = "window"
    ORDER = "order"
    DUTY = "duty"
    CLOCK = "clock"
    SOURCE = "source"
    WORDS = "words"
    PLACE = "place"
    PROSE = "prose"
    FACT = "fact"
    TABLE = "table"
    CASE = "case"
    PACK = "pack"
    FILE = "file"


_EFFECTS = ("must", "may", "must not", "counsel", "must not prohibit")
_ELEMENTS: Mapping[str, Element] = {
    **dict.fromkeys(_EFFECTS, Element.EFFECT),
    **dict.fromkeys(("when", "only where", "true when", "counts", "on"), Element.CONDITION),
    "unless": Element.EXCEPTION,
    **dict.fromkeys(("yields to", "prevails over", "stands against"), Element.SUPERIORITY),
    **dict.fromkeys(("in force", "from", "to", "recorded", "ended", "judged at"), Element.WINDOW),
    **dict.fromkeys(("stays", "commands", "restrains"), Element.ORDER),
    **dict.fromkeys(("source", "confidence"), Element.SOURCE),
    **dict.fromkeys(("note", "text", "ask"), Element.WORDS),
    **dict.fromkeys(
        ("do", "who", "clock", "content", "nil", "personal data", "done by"), Element.DUTY
    ),
    "fact": Element.CONDITION,
}
_BY_VALUE = frozenset(
    {"unless", "yields to", "prevails over", "stands against", "stays", "commands", "ended"}
)
"""Keys whose lines are told apart by what they name, not by their order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One element that was added, removed or changed.

    Attributes:
        block: Id of the block; of the section, fact, table, case or file where it is none.
        kind: Kind of block, or ``section``, ``fact``, ``table``, ``case``, ``pack``, ``file``.
        key: The line's key; empty where the whole of it came or went.
        file: Where it stands now, else where it stood.
        old, new: The element as written, with its citation; None where there is none.
    """

    change: Changed
    element: Element
    block: str
    kind: str
    key: str = ""
    title: str = ""
    file: str = ""
    old: str | None = None
    new: str | None = None

    def to_json(self) -> dict[str, Any]:
        """The difference as an object."""
        return {
            "change": self.change.value,
            "element": self.element.value,
            "block": self.block,
            "kind": self.kind,
            "key": self.key or None,
            "title": self.title or None,
            "file": self.file or None,
            "old": self.old,
            "new": self.new,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class PackDifference:
    """Everything in which two versions differ, blocks first, in the order of the newer text."""

    old: Pack
    new: Pack
    rows: tuple[Difference, ...]

    @property
    def legal(self) -> tuple[Difference, ...]:
        """The rows that lie in blocks: those that can change an outcome, a date or a duty."""
        return tuple(row for row in self.rows if row.kind in KEYS)

    @property
    def beside(self) -> tuple[Difference, ...]:
        """The rows around the blocks: prose, facts, tables, cases, files."""
        return tuple(row for row in self.rows if row.kind not in KEYS)

    @property
    def counts(self) -> dict[Changed, int]:
        """How many blocks came, went, or changed in some element."""
        blocks = {(row.kind, row.block, row.file): row for row in self.legal}
        whole = Counter(row.change if not row.key else Changed.CHANGED for row in blocks.values())
        return {word: whole[word] for word in Changed}


def differences(old: Pack, new: Pack) -> PackDifference:
    """Tell two versions of a pack apart, element by element.

    >>> from tecum.law import load_packs
    >>> pack = load_packs(["us-or"]).pack("us-or")
    >>> differences(pack, pack).rows
    ()
    """
    rows = [
        *_blocks(_placed(old), _placed(new)),
        *_sections(old, new),
        *_tables("pack", _toml(old, "pack.toml"), _toml(new, "pack.toml"), "pack.toml"),
        *_tables("fact", _toml(old, "facts.toml"), _toml(new, "facts.toml"), "facts.toml"),
        *_rows_of_tables(old, new),
        *_files(old, new),
    ]
    return PackDifference(old=old, new=new, rows=tuple(rows))


def element_of(kind: str, key: str) -> Element:
    """Which element of a rule, order, duty, definition or clock a line is."""
    if kind == "clock":
        return _ELEMENTS[key] if key in ("in force", "source", "confidence") else Element.CLOCK
    if kind == "duty" and key == "to":
        return Element.DUTY
    return _ELEMENTS.get(key, Element.CLOCK)


# --- blocks --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Placed:
    block: Block
    file: str


def _placed(pack: Pack) -> list[_Placed]:
    return [_Placed(block, _name(law.file, pack)) for law in pack.laws for block in law.blocks]


def _name(file: str, pack: Pack) -> str:
    return file.removeprefix(f"{pack.folder.name}/")


def _blocks(old: Sequence[_Placed], new: Sequence[_Placed]) -> Iterator[Difference]:
    before, after = _versions(old), _versions(new)
    for key, there in after.items():
        for one, other in _paired(before.get(key, []), there):
            yield from _block(one, other)
    for key, there in before.items():
        if key not in after:
            for one in there:
                yield from _block(one, None)


def _versions(placed: Iterable[_Placed]) -> dict[tuple[str, str], list[_Placed]]:
    """Blocks by kind and id; several where a provision has versions."""
    found: dict[tuple[str, str], list[_Placed]] = {}
    for row in placed:
        found.setdefault((row.block.kind, row.block.id), []).append(row)
    return found


def _paired(
    old: list[_Placed], new: list[_Placed]
) -> Iterator[tuple[_Placed | None, _Placed | None]]:
    """Versions of one provision: the same text together, the rest in their order."""
    left = list(old)
    rest: list[_Placed] = []
    for row in new:
        same = next((one for one in left if one.block.sha256 == row.block.sha256), None)
        if same is None:
            rest.append(row)
        else:
            left.remove(same)
            yield same, row
    for at in range(max(len(left), len(rest))):
        yield (left[at] if at < len(left) else None, rest[at] if at < len(rest) else None)


def _block(old: _Placed | None, new: _Placed | None) -> Iterator[Difference]:
    here = new or old
    assert here is not None
    about = {"block": here.block.id, "kind": here.block.kind, "title": here.block.title}
    if old is None or new is None:
        change = Changed.ADDED if old is None else Changed.REMOVED
        yield Difference(
            change=change,
            element=Element.BLOCK,
            file=here.file,
            old=None if old is None else write_block(old.block),
            new=None if new is None else write_block(new.block),
            **about,
        )
        return
    if old.file != new.file:
        yield Difference(
            change=Changed.CHANGED,
            element=Element.PLACE,
            key="file",
            file=new.file,
            old=old.file,
            new=new.file,
            **about,
        )
    if old.block.sha256 != new.block.sha256:
        for key, one, other in _lines(old.block, new.block):
            yield Difference(
                change=_change(one, other),
                element=element_of(new.block.kind, key),
                key=key,
                file=new.file,
                old=one,
                new=other,
                **about,
            )


def _change(old: str | None, new: str | None) -> Changed:
    if old is None:
        return Changed.ADDED
    return Changed.REMOVED if new is None else Changed.CHANGED


def _lines(old: Block, new: Block) -> Iterator[tuple[str, str | None, str | None]]:
    """Lines that differ: the key, the line before, the line now."""
    before, after = _canonical(old), _canonical(new)
    keys = dict.fromkeys([*(_group(line) for line in before), *(_group(line) for line in after)])
    order = [key if key not in _EFFECTS else "effect" for key in KEYS[new.kind]]
    for group in sorted(keys, key=lambda key: order.index(key) if key in order else len(order)):
        mine = [line for line in before if _group(line) == group]
        theirs = [line for line in after if _group(line) == group]
        for one, other in _matched(mine, theirs):
            key = (other or one or mine[0]).key
            yield key, one.text if one else None, other.text if other else None


def _canonical(block: Block) -> list[Line]:
    return [canonical_line(line) for line in block.lines]


def _group(line: Line) -> str:
    return "effect" if line.key in _EFFECTS else line.key


def _matched(old: list[Line], new: list[Line]) -> Iterator[tuple[Line | None, Line | None]]:
    """Pairs that differ, the equal ones left out: first by what they name, then by order."""
    left, rest = list(old), list(new)
    for row in list(rest):
        same = next((one for one in left if one.text == row.text), None)
        if same is not None:
            left.remove(same)
            rest.remove(row)
    for row in list(rest):
        named = next((one for one in left if row.key in _BY_VALUE and one.value == row.value), None)
        if named is not None:
            left.remove(named)
            rest.remove(row)
            yield named, row
    by_name = bool(left or rest) and (left or rest)[0].key in _BY_VALUE - {"unless"}
    for at in range(max(len(left), len(rest))):
        one = left[at] if at < len(left) else None
        other = rest[at] if at < len(rest) else None
        if by_name and one is not None and other is not None:
            yield one, None
            yield None, other
        else:
            yield one, other


# --- around the blocks ---------------------------------------------------------------------


def _sections(old: Pack, new: Pack) -> Iterator[Difference]:
    before, after = _prose(old), _prose(new)
    for name in dict.fromkeys([*after, *before]):
        file, one = before.get(name, ("", None))
        there, other = after.get(name, (file, None))
        if one != other:
            yield Difference(
                change=_change(one, other),
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
        file = _name(law.file, pack)
        opening = "\n".join(law.opening).strip()
        found[file] = (file, f"{law.title}\n{opening}".strip())
        for section in law.sections:
            found[section.id] = (file, _said(section))
    return {name: row for name, row in found.items() if row[1]}


def _said(section: Section) -> str:
    return f"{section.title}\n{section.prose}".strip()


def _toml(pack: Pack, name: str) -> dict[str, str]:
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


def _tables(
    kind: str, old: Mapping[str, str], new: Mapping[str, str], file: str
) -> Iterator[Difference]:
    for name in dict.fromkeys([*new, *old]):
        one, other = old.get(name), new.get(name)
        if one != other:
            block, _, key = name.rpartition(".") if kind == "fact" else (name, "", "")
            yield Difference(
                change=_change(one, other),
                element=Element.FACT if kind == "fact" else Element.PACK,
                block=block,
                kind=kind,
                key=key,
                file=file,
                old=one,
                new=other,
            )


def _rows_of_tables(old: Pack, new: Pack) -> Iterator[Difference]:
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
                    change=_change(one, other),
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


def _files(old: Pack, new: Pack) -> Iterator[Difference]:
    """Every other file: calendars, letters, reasons; by their lines."""
    before, after = _other_files(old), _other_files(new)
    for name in dict.fromkeys([*after, *before]):
        one, other = before.get(name), after.get(name)
        if one != other:
            yield Difference(
                change=_change(one, other),
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
