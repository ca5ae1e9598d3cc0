"""What changes the band of every value of a Reading in one pass."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from tecum.provenance import Read, Span
from tecum.reading.result import DuePhrase
from tecum.words import Band

__all__ = ["ORDER", "changed_throughout"]

T = TypeVar("T")

ORDER = (Band.CERTAIN, Band.LIKELY, Band.UNSURE)
"""From the surest; a value that is nothing of these has no band to lower."""
_NOT_VALUES = frozenset({"others", "source", "pages", "after_signature"})


def changed_throughout(value: T, change: Callable[[Any], Any]) -> T:
    """A Reading, or a part of one, with every value and due phrase in it passed through ``change``.

    Other candidates, pages and what the file says of itself stay as they are.
    """
    walked: Any = value
    if isinstance(value, (Read, DuePhrase)):
        walked = change(value)
    elif isinstance(value, tuple):
        walked = tuple(changed_throughout(item, change) for item in value)
    elif is_dataclass(value) and not isinstance(value, (type, Span)):
        changed = {
            f.name: changed_throughout(getattr(value, f.name), change)
            for f in fields(value)
            if f.name not in _NOT_VALUES
        }
        walked = replace(value, **changed)
    return walked  # type: ignore[no-any-return]
