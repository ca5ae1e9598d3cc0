"""Stretches of a text, found by where they lie: a long text is not walked for each question."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Generic, Protocol, TypeVar

__all__ = ["Stretches"]

_EACH = 400


class _Stretch(Protocol):
    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


T = TypeVar("T", bound=_Stretch)


class Stretches(Generic[T]):
    """Rows with a start and an end, in their order, by parts of the text."""

    def __init__(self, rows: Iterable[T]) -> None:
        self.rows = tuple(rows)
        self._parts: dict[int, list[int]] = defaultdict(list)
        for number, row in enumerate(self.rows):
            for part in range(row.start // _EACH, row.end // _EACH + 1):
                self._parts[part].append(number)

    def near(self, start: int, end: int) -> list[T]:
        """The rows that lie in a stretch or overlap it, in their order."""
        found = {
            number
            for part in range(start // _EACH, end // _EACH + 1)
            for number in self._parts.get(part, ())
        }
        rows = (self.rows[number] for number in sorted(found))
        return [row for row in rows if row.start <= end and start <= row.end]
