"""What is wrong in a pack: one line that says where, what, and what to do.

Form: ``file:line:column: code text`` (LAW section 12). A pack is read to its end; every problem
of a file is told in one run.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

__all__ = ["Place", "Problem", "distance", "near_name", "nearest_sentence"]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A spot in a file of a pack; line and column count from one, zero is "not stated"."""

    file: str
    line: int = 0
    column: int = 0

    def at(self, column: int) -> Place:
        """The same line at another column."""
        return Place(self.file, self.line, column)

    @property
    def whole_line(self) -> Place:
        """The line without a column."""
        return Place(self.file, self.line)

    def __str__(self) -> str:
        parts = [self.file]
        if self.line:
            parts.append(str(self.line))
            if self.column:
                parts.append(str(self.column))
        return ":".join(parts)


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One finding of a check; ``P1..`` are errors, other codes are warnings or notices."""

    place: Place
    code: str
    text: str

    @property
    def severity(self) -> str:
        """``error``, ``warning`` or ``notice``, by the table of LAW section 12."""
        if self.code.startswith("P1"):
            return "error"
        return "notice" if self.code in ("P203", "P204", "P207") else "warning"

    def __str__(self) -> str:
        return f"{self.place}: {self.code} {self.text}"


def distance(a: str, b: str) -> int:
    """Number of single-letter edits between two names.

    >>> distance("sherif", "sheriff")
    1
    """
    row = list(range(len(b) + 1))
    for i, left in enumerate(a, 1):
        before, row[0] = row[0], i
        for j, right in enumerate(b, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (left != right))
    return row[-1]


def near_name(name: str, among: Iterable[str]) -> str | None:
    """The known name within two edits, or within a third of the length, that is nearest."""
    limit = max(2, len(name) // 3)
    ranked = sorted((distance(name, other), other) for other in set(among))
    if not ranked or ranked[0][0] > limit or ranked[0][0] >= len(name):
        return None
    return ranked[0][1]


def nearest_sentence(name: str, among: Iterable[str], where: str = "") -> str:
    """``' Nearest: "x".'`` with a leading space, or nothing where no name is near."""
    near = near_name(name, among)
    return f' Nearest: "{near}"{where}.' if near else ""
