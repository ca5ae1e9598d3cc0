"""The documents of a corpus read, each in a worker, with what scoring needs beside the Reading."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from tecum.evaluation.marks import MarkHit, mark_hits
from tecum.evaluation.proof import read_values
from tecum.evaluation.truth import Truth
from tecum.instruments.catalogue import Catalogue, load_catalogue
from tecum.provenance import Box, Span
from tecum.reading.many import in_parallel
from tecum.reading.open import open_document
from tecum.reading.read import read
from tecum.reading.text.layout import Opened, Text

__all__ = ["Gathered", "Proof", "gather", "overlap", "read_one"]

_COVERS = 0.8


@dataclass(frozen=True, slots=True)
class Proof:
    """Spans held against the stored text: quotes that are its very characters, boxes that cover.

    ``boxes`` counts spans with boxes; ``covering`` those whose area and that of their letters
    have at least four fifths in common (IoU).
    """

    quotes: int = 0
    exact: int = 0
    boxes: int = 0
    covering: int = 0


@dataclass(frozen=True, slots=True)
class Gathered:
    """One document read. ``reading`` is None where no Reading came back."""

    reading: Mapping[str, Any] | None
    text: str = ""
    proof: Proof = Proof()
    marks: tuple[MarkHit, ...] = ()
    mistake: str | None = None


@cache
def _catalogue() -> Catalogue:
    return load_catalogue()


def read_one(truth: Truth, *, marks: bool = False) -> Gathered:
    """Open and read one document and hold its spans against its stored text."""
    opened = open_document(truth.document.read_bytes(), None)
    reading = read(opened, _catalogue())
    shape = json.loads(json.dumps(reading.to_json()))
    hits = mark_hits(opened, reading, _catalogue()) if marks else ()
    return Gathered(shape, _whole_text(opened), _proof(opened, shape), hits)


def gather(
    truths: Sequence[Truth],
    jobs: int,
    *,
    marks: bool = False,
    begun: Callable[[int], None] = lambda at: None,
    ended: Callable[[int], None] = lambda at: None,
) -> list[Gathered]:
    """Read every document; one that ends its worker is a document without a Reading."""
    _catalogue()
    found: dict[int, Gathered] = {}
    for done in in_parallel(partial(read_one, marks=marks), truths, jobs, begun):
        found[done.at] = done.result or Gathered(None, mistake=done.mistake or "unknown")
        ended(done.at)
    return [found[at] for at in range(len(truths))]


def _whole_text(opened: Opened) -> str:
    texts = (part.text for part in opened.parts if part.text is not None)
    return "\n".join(page.text for text in texts for page in text.pages)


def _proof(opened: Opened, shape: Mapping[str, Any]) -> Proof:
    texts = [part.text for part in opened.parts if part.text is not None]
    quotes = exact = boxes = covering = 0
    for _, field in read_values(shape):
        for row in field.get("spans") or ():
            quotes += 1
            held = next((t for t in texts if _quotes(t, row)), None)
            exact += held is not None
            if row.get("boxes"):
                boxes += 1
                covering += held is not None and _covers(held, row)
    return Proof(quotes, exact, boxes, covering)


def _quotes(text: Text, row: Mapping[str, Any]) -> bool:
    page = next((p for p in text.pages if p.n == row["page"]), None)
    return page is not None and page.text[row["start"] : row["end"]] == row["quote"]


def _covers(text: Text, row: Mapping[str, Any]) -> bool:
    """Whether the boxes and the letters' own boxes lie over each other."""
    span = text.span(row["page"], row["start"], row["end"])
    ours = [(b[0], b[1], b[2], b[3]) for b in row["boxes"]]
    return overlap(ours, _letter_boxes(text, span)) >= _COVERS


def _letter_boxes(text: Text, span: Span) -> list[Box]:
    """The letters of a span, joined along their lines by position alone."""
    at = next(i for i, page in enumerate(text.pages) if page.n == span.page)
    letters = [b for b in text.char_boxes[at][span.start : span.end] if b is not None]
    rows: list[Box] = []
    for box in letters:
        if rows and abs((rows[-1][1] + rows[-1][3]) - (box[1] + box[3])) < (box[3] - box[1]):
            last = rows.pop()
            box = (  # noqa: PLW2901
                min(last[0], box[0]), min(last[1], box[1]),
                max(last[2], box[2]), max(last[3], box[3]),
            )  # fmt: skip
        rows.append(box)
    return rows


def overlap(a: Sequence[Box], b: Sequence[Box]) -> float:
    """Common area by joint area of two sets of boxes, each taken as lying side by side.

    >>> overlap([(0, 0, 2, 1)], [(1, 0, 2, 1)])
    0.5
    """
    common = sum(
        _size((max(x[0], y[0]), max(x[1], y[1]), min(x[2], y[2]), min(x[3], y[3])))
        for x in a
        for y in b
        if x[0] < y[2] and y[0] < x[2] and x[1] < y[3] and y[1] < x[3]
    )
    joint = sum(map(_size, a)) + sum(map(_size, b)) - common
    return common / joint if joint else 0.0


def _size(box: Box) -> float:
    return max(box[2] - box[0], 0.0) * max(box[3] - box[1], 0.0)
