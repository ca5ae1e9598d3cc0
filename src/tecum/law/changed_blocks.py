"""What differs between the blocks of two versions of a pack, line by line.

A line of a block is one legal element (LAW 2.1), so lines are matched by what they are about: an
exception by its condition, a superiority by the other rule, anything else by its place among the
lines of its key.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tecum.law.difference import EFFECTS, Changed, Difference, Element, change_of, element_of
from tecum.law.pack import Pack
from tecum.law.syntax import KEYS, Block, Line, canonical_line, write_block

__all__ = ["in_blocks", "name_in"]

_BY_VALUE = frozenset(
    {"unless", "yields to", "prevails over", "stands against", "stays", "commands", "ended"}
)
"""Keys whose lines are told apart by what they name, not by their order."""


@dataclass(frozen=True, slots=True)
class _Placed:
    block: Block
    file: str


def _placed(pack: Pack) -> list[_Placed]:
    return [_Placed(block, name_in(law.file, pack)) for law in pack.laws for block in law.blocks]


def name_in(file: str, pack: Pack) -> str:
    """The name of a file within a pack's folder."""
    return file.removeprefix(f"{pack.folder.name}/")


def in_blocks(old: Pack, new: Pack) -> Iterator[Difference]:
    """The differences in blocks, in the order of the newer text."""
    before, after = _versions(_placed(old)), _versions(_placed(new))
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
                change=change_of(one, other),
                element=element_of(new.block.kind, key),
                key=key,
                file=new.file,
                old=one,
                new=other,
                **about,
            )


def _lines(old: Block, new: Block) -> Iterator[tuple[str, str | None, str | None]]:
    """Lines that differ: the key, the line before, the line now."""
    before, after = _canonical(old), _canonical(new)
    keys = dict.fromkeys([*(_group(line) for line in before), *(_group(line) for line in after)])
    order = [key if key not in EFFECTS else "effect" for key in KEYS[new.kind]]
    for group in sorted(keys, key=lambda key: order.index(key) if key in order else len(order)):
        mine = [line for line in before if _group(line) == group]
        theirs = [line for line in after if _group(line) == group]
        for one, other in _matched(mine, theirs):
            key = (other or one or mine[0]).key
            yield key, one.text if one else None, other.text if other else None


def _canonical(block: Block) -> list[Line]:
    return [canonical_line(line) for line in block.lines]


def _group(line: Line) -> str:
    return "effect" if line.key in EFFECTS else line.key


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
