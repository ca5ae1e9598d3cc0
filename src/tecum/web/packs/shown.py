"""Differences of a proposed version as the page shows them: by block, before and now."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass

from tecum.law.apart import Compared, compare
from tecum.law.change_words import said_of
from tecum.law.difference import Changed, Difference, Element, PackDifference
from tecum.law.effects import with_version
from tecum.web.packs.selectors import ProposalPage

__all__ = ["Part", "parts_of", "situations_of"]

_KEPT = 8
_lock = threading.Lock()
_compared: OrderedDict[tuple[object, ...], Compared] = OrderedDict()


@dataclass(frozen=True, slots=True)
class Part:
    """One block, section, fact or file with all that differs in it; ``n`` numbers the parts."""

    n: int
    kind: str
    name: str
    title: str
    file: str
    rows: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One element: what became of it, in words, as it was and as it is."""

    element: str
    change: str
    said: str
    old: str
    new: str


def parts_of(found: PackDifference | None) -> list[Part]:
    """The differences, block by block; the law first, what stands around it after."""
    if found is None:
        return []
    parts: list[Part] = []
    for rows in (found.legal, found.beside):
        for (kind, name, title, file), held in _grouped(rows).items():
            lines = tuple(_line(row) for row in held)
            parts.append(Part(len(parts) + 1, kind, name, title, file, lines))
    return parts


def _grouped(
    rows: Iterable[Difference],
) -> dict[tuple[str, str, str, str], list[Difference]]:
    found: dict[tuple[str, str, str, str], list[Difference]] = {}
    for row in rows:
        found.setdefault((row.kind, row.block, row.title, row.file), []).append(row)
    return found


def _line(row: Difference) -> Line:
    element = row.kind if row.element is Element.BLOCK else row.element.value
    change = {Changed.ADDED: "added", Changed.REMOVED: "removed"}.get(row.change, "changed")
    return Line(element, change, said_of(row), row.old or "", row.new or "")


def situations_of(page: ProposalPage) -> Compared | None:
    """Situations in which the two versions answer otherwise; None where there is no older one."""
    if page.old is None or not page.version.is_open:
        return None
    key = (page.old.sha256, page.packs.digests)
    with _lock:
        if key in _compared:
            return _compared[key]
    found = compare(with_version(page.packs, page.old), page.packs)
    with _lock:
        _compared[key] = found
        while len(_compared) > _KEPT:
            _compared.popitem(last=False)
    return found
