"""The page view: each page as a picture or as text, with the read words marked on it."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from threading import Lock
from typing import Any

from tecum.reading.errors import CannotRender
from tecum.reading.pdf.render import PageImage, render_page

__all__ = ["Mark", "PaperPage", "SpanBox", "forget", "page_picture", "paper_pages"]

KEPT = 64
"""Pictures kept in memory, newest first; they are personal data and are never written down."""

_pictures: OrderedDict[tuple[str, int], PageImage | None] = OrderedDict()
_lock = Lock()


@dataclass(frozen=True, slots=True)
class SpanBox:
    """One box of a span, in points of the page as shown: origin at the upper left."""

    span: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Mark:
    """A run of a text page: plain words, or words that a field was read from."""

    text: str
    spans: str = ""


@dataclass(frozen=True, slots=True)
class PaperPage:
    """One page of the paper: its size as shown, and its boxes or its marked text."""

    n: int
    width: float
    height: float
    boxes: tuple[SpanBox, ...] = ()
    text: tuple[Mark, ...] = ()

    @property
    def is_virtual(self) -> bool:
        """Whether the page has no picture: mail, word-processor files, plain text."""
        return not self.width or not self.height


def paper_pages(reading: Mapping[str, Any], fields: Iterable[Any]) -> list[PaperPage]:
    """The pages of a stored Reading, with the spans of these fields laid on them.

    A span is named ``<path>-<number>``; the page's script finds its field by that name.
    """
    by_page: dict[int, list[tuple[str, Mapping[str, Any]]]] = {}
    for field in fields:
        for number, span in enumerate(field.spans):
            by_page.setdefault(span["page"], []).append((f"{field.path}-{number}", span))
    texts = reading.get("texts", {})
    return [
        _page(page, by_page.get(page["n"], []), texts.get(str(page["n"]), ""))
        for page in reading["source"]["pages"]
    ]


def page_picture(name: str, n: int, content: bytes) -> PageImage | None:
    """The picture of a page, drawn once in the limited child; None where it cannot be drawn."""
    key = (name, n)
    with _lock:
        if key in _pictures:
            _pictures.move_to_end(key)
            return _pictures[key]
    try:
        picture: PageImage | None = render_page(content, n)
    except CannotRender:
        picture = None
    with _lock:
        _pictures[key] = picture
        while len(_pictures) > KEPT:
            _pictures.popitem(last=False)
    return picture


def forget(docket_id: str) -> None:
    """Drop the pictures of a docket's pages."""
    with _lock:
        for key in [key for key in _pictures if key[0].startswith(f"{docket_id}:")]:
            del _pictures[key]


def _page(
    page: Mapping[str, Any], spans: list[tuple[str, Mapping[str, Any]]], text: str
) -> PaperPage:
    turned = page["rotation"] in (90, 270)
    width, height = page["width"], page["height"]
    shown = (height, width) if turned else (width, height)
    if not any(span["boxes"] for _, span in spans) and page["text_from"] != "none" and not width:
        return PaperPage(page["n"], 0, 0, text=tuple(_marked(text, spans)))
    boxes = tuple(_turned(name, box, page) for name, span in spans for box in span["boxes"])
    return PaperPage(page["n"], *shown, boxes=boxes)


def _turned(name: str, box: Iterable[float], page: Mapping[str, Any]) -> SpanBox:
    """A box of the unrotated page (origin lower left) on the page as a viewer shows it."""
    x0, y0, x1, y1 = box
    width, height = page["width"], page["height"]
    left, top, right, bottom = {
        90: (y0, x0, y1, x1),
        180: (width - x1, y0, width - x0, y1),
        270: (height - y1, width - x1, height - y0, width - x0),
    }.get(page["rotation"], (x0, height - y1, x1, height - y0))
    return SpanBox(
        name, round(left - 1, 2), round(top - 1, 2), round(right - left + 2, 2),
        round(bottom - top + 2, 2),
    )  # fmt: skip


def _marked(text: str, spans: list[tuple[str, Mapping[str, Any]]]) -> Iterator[Mark]:
    """A page's text cut where spans begin and end; overlapping spans share a run."""
    cuts = sorted({0, len(text), *(e for _, s in spans for e in (s["start"], s["end"]))})
    for start, end in pairwise(cuts):
        names = [name for name, s in spans if s["start"] <= start and end <= s["end"]]
        yield Mark(text[start:end], " ".join(names))
