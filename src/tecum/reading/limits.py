"""The limits of the intake, as data: one file of figures, changed per call where asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from functools import cache
from importlib import resources
from typing import Any

from tecum.errors import UsageError, nearest
from tecum.tables import table_of

__all__ = ["Limits", "default_limits"]


@dataclass(frozen=True, slots=True)
class Limits:
    """Caps of READING 2 and the figures that decide whether a page was read (READING 4)."""

    bytes: int
    pages: int
    parts: int
    mail_depth: int
    archive_depth: int
    expansion_times: int
    expansion_bytes: int
    image_pixels: int
    glyphs_a_page: int
    header_bytes: int
    pages_per_child: int
    scan_letters: int
    scan_cover: float
    part_cover: float
    blank_ink: float
    sick_glyphs: float
    healthy_pairs: float
    healthy_words: float
    lines_a_virtual_page: int
    recognised_per_child: int
    recognition_seconds: int

    def with_(self, **changes: Any) -> Limits:
        """The same limits with some of them changed by an administrator."""
        known = {f.name for f in fields(self)}
        for name in changes:
            if name not in known:
                near = nearest(name, known)
                raise UsageError(
                    f"There is no intake limit named {name}.",
                    do=f"Did you mean {near}?" if near else "See limits.toml for the names.",
                )
        return replace(self, **changes)

    def to_json(self) -> dict[str, Any]:
        """The limits as plain values, to hand to a child process."""
        return asdict(self)


@cache
def default_limits() -> Limits:
    """The limits that come with the product."""
    text = resources.files("tecum.reading").joinpath("limits.toml").read_text("utf-8")
    values: dict[str, Any] = {}
    for section in table_of(text).values():
        if isinstance(section, Mapping):
            values.update(section)
    return Limits(**values)
