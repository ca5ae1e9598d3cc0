"""Counts of outcomes, and what follows from them: precision, recall, an interval."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import unique
from math import sqrt
from typing import Any

from tecum.words import Word

__all__ = ["FEW", "Outcome", "Tally", "counts", "f1", "share", "wilson"]

FEW = 30
"""Under so many in a cell only counts are shown (READING 16)."""


@unique
class Outcome(Word):
    """How one field of one document came out."""

    RIGHT = "right"
    WRONG = "wrong"
    ABSTAINED = "abstained"
    MISSING = "missing"
    SPURIOUS = "spurious"
    QUIET = "quiet"


@dataclass(slots=True)
class Tally:
    """Outcomes of one field over documents.

    ``missing`` is a document without a Reading, or a Reading without the field; ``spurious`` a
    value where there truly is none; ``quiet`` no value where there truly is none.
    """

    right: int = 0
    wrong: int = 0
    abstained: int = 0
    missing: int = 0
    spurious: int = 0
    quiet: int = 0

    def add(self, outcome: Outcome) -> None:
        """Count one."""
        setattr(self, outcome.value, getattr(self, outcome.value) + 1)

    def join(self, other: Tally) -> None:
        """Add another's counts."""
        for outcome in Outcome:
            name = outcome.value
            setattr(self, name, getattr(self, name) + getattr(other, name))

    @property
    def wanted(self) -> int:
        """Values that the truth has."""
        return self.right + self.wrong + self.abstained + self.missing

    @property
    def answered(self) -> int:
        """Values that the reader gave."""
        return self.right + self.wrong + self.spurious

    @property
    def precision(self) -> float | None:
        """Right among what was given."""
        return share(self.right, self.answered)

    @property
    def recall(self) -> float | None:
        """Right among what the truth has."""
        return share(self.right, self.wanted)

    @property
    def wrong_rate(self) -> float | None:
        """Wrong or invented values among all places where one could stand."""
        return share(self.wrong + self.spurious, self.wanted + self.spurious + self.quiet)

    @property
    def abstain_rate(self) -> float | None:
        """How often nothing was claimed although there was a value."""
        return share(self.abstained, self.wanted)

    def to_json(self) -> dict[str, Any]:
        """Counts and rates."""
        return {
            **asdict(self),
            "precision": self.precision,
            "recall": self.recall,
            "wrong_rate": self.wrong_rate,
            "abstain_rate": self.abstain_rate,
        }


def share(part: float, whole: float) -> float | None:
    """A share, or None of nothing."""
    return part / whole if whole else None


def wilson(hits: int, of: int, z: float = 1.96) -> tuple[float, float] | None:
    """The interval in which a share truly lies, with 95 % confidence (Wilson, 1927).

    >>> [round(x, 3) for x in wilson(50, 50)]
    [0.929, 1.0]
    """
    if not of:
        return None
    p = hits / of
    scale = 1 + z * z / of
    middle = (p + z * z / (2 * of)) / scale
    half = z * sqrt(p * (1 - p) / of + z * z / (4 * of * of)) / scale
    return max(0.0, middle - half), min(1.0, middle + half)


def f1(precision: float | None, recall: float | None) -> float | None:
    """The harmonic mean of two shares; None where neither is known."""
    if precision and recall:
        return 2 * precision * recall / (precision + recall)
    return None if precision is None and recall is None else 0.0


def counts(values: Mapping[str, int]) -> dict[str, int]:
    """Counts in a stable order."""
    return {key: values[key] for key in sorted(values)}
