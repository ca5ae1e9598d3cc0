"""Where a value came from: page, words, boxes, and how sure the machine is.

A value read from a document is never bare. ``Read`` keeps it with the spans that prove it,
the rule that read it, the signals for and against, and a band.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, NewType, TypeVar

from tecum.words import Band, TextFrom

__all__ = ["Box", "Page", "Read", "Sha256", "Source", "Span", "absent", "unreadable"]

T = TypeVar("T")

Sha256 = NewType("Sha256", str)
"""64 lower-case hex digits."""

Box = tuple[float, float, float, float]
"""x0, y0, x1, y1 in PDF points, origin at the lower left of the unrotated page."""


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes that a Reading was made from."""

    sha256: Sha256
    media_type: str
    bytes: int


@dataclass(frozen=True, slots=True)
class Page:
    """One page as the reader saw it; ``text`` is the stored text that spans index.

    ``width`` and ``height`` are points of the unrotated page; ``rotation`` is 0, 90, 180 or 270.
    Where letters were recognised, ``engine`` names the recogniser, ``dpi`` the density of the
    picture, and ``prep`` every step and try of its clean-up.
    """

    n: int
    width: float
    height: float
    rotation: int
    text_from: TextFrom
    text: str = field(repr=False, default="")
    text_sha256: Sha256 | None = None
    engine: str | None = None
    dpi: int | None = None
    prep: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Span:
    """Characters ``start`` up to ``end`` of a page's stored text, and where they lie."""

    page: int
    start: int
    end: int
    quote: str
    boxes: tuple[Box, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The shape of CONTRACTS."""
        return {
            "page": self.page,
            "start": self.start,
            "end": self.end,
            "quote": self.quote,
            "boxes": [list(box) for box in self.boxes],
        }


@dataclass(frozen=True, slots=True)
class Read(Generic[T]):
    """A value with the words that prove it. ``value`` is None unless the band supports one."""

    value: T | None
    band: Band
    spans: tuple[Span, ...] = ()
    rule: str = ""
    signals: Mapping[str, Any] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """The read value of CONTRACTS (``tecum.reading/1``)."""
        return {
            "value": self.value,
            "band": self.band.value,
            "spans": [span.to_json() for span in self.spans],
            "rule": self.rule,
            "signals": dict(self.signals),
        }


def absent(rule: str) -> Read[Any]:
    """Looked for on readable pages and not found."""
    return Read(None, Band.ABSENT, (), rule)


def unreadable(rule: str) -> Read[Any]:
    """Could not look."""
    return Read(None, Band.UNREADABLE, (), rule)
