"""Three truth values, false < unknown < true: the least for *and*, the greatest for *or*."""

from __future__ import annotations

from enum import IntEnum

__all__ = ["Truth", "of"]


class Truth(IntEnum):
    """False, unknown, true (LAW 3.1)."""

    F = 0
    U = 1
    T = 2

    def __invert__(self) -> Truth:
        """*not*: swaps true and false; unknown stays."""
        return _NOT[self]

    @property
    def said(self) -> str:
        """``yes``, ``no`` or ``unknown``, as a person reads it."""
        return _SAID[self]


_F, _U, _T = Truth
_NOT = (_T, _U, _F)
_SAID = ("no", "unknown", "yes")


def of(value: bool | None) -> Truth:
    """The truth value of a yes/no value that may be unknown."""
    return _U if value is None else _T if value else _F
