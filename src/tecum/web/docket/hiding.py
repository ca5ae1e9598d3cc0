"""An act as somebody without access to subjects may see it: personal values left out."""

from __future__ import annotations

import dataclasses
from typing import Any, TypeVar

from tecum.docket.declare import Commitment, Erased, declared
from tecum.docket.vocabulary import Personal

__all__ = ["HIDDEN", "hide"]

HIDDEN = "hidden"
_SHOWN = (Personal.NONE, Personal.OFFICIAL)
_NOTHING = Erased(Commitment("0" * 64))

T = TypeVar("T")


def hide(value: T) -> T:
    """A copy in which every value about a person is left out; it looks like an erased one."""
    marks = declared(type(value))
    changed: dict[str, Any] = {}
    for name, mark in marks.items():
        held = getattr(value, name)
        if held is None:
            continue
        if mark.parts:
            changed[name] = tuple(map(hide, held)) if isinstance(held, tuple) else hide(held)
        elif mark.personal not in _SHOWN:
            changed[name] = _NOTHING
    return dataclasses.replace(value, **changed)  # type: ignore[type-var]
