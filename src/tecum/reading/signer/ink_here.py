"""Ink that was not read, where it matters: to sign, to date, to mark a box (READING 5.7, 10)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from tecum.instruments.region import Region
from tecum.provenance import Box
from tecum.reading.paper.paper import Paper
from tecum.reading.signer.conformed import Block
from tecum.words import TextFrom

__all__ = ["ink_here", "signed_in_place"]

_TO_SIGN = re.compile(
    r"\b(?:signature|signed|sign here|by:|/s/)|^\W{0,60}x?\s{0,60}_{5,}", re.IGNORECASE
)
_TO_DATE = re.compile(r"\bdated?\b\W{0,60}_*\W{0,60}$|\bdate\b\W{0,3}$|\bday of\b", re.IGNORECASE)
_NEAR = 60.0


def ink_here(
    paper: Paper, blocks: Sequence[Block], places: Iterable[tuple[int, Box]] = ()
) -> tuple[Mapping[str, Any], ...]:
    """Pages, boxes and zones at which a person must look, because what is there was not read."""
    rows: list[Mapping[str, Any]] = []
    recognised = _recognised(paper)
    to_sign = [*places, *_block_places(paper, blocks)]
    for page, box in paper.text.ink or ():
        if page not in recognised:
            continue
        zone = _zone(paper, page, box, to_sign)
        if zone is not None:
            rows.append(_row(page, box, zone))
    for field in paper.text.fields:
        if field.is_checkbox and field.state is None and field.box and not field.alone:
            rows.append(_row(field.page, field.box, "checkbox"))
    return tuple(rows)


def signed_in_place(
    paper: Paper, blocks: tuple[Block, ...], places: Sequence[tuple[int, Box]]
) -> tuple[Block, ...]:
    """The blocks, signed where ink stands in the place that the form's template gives to sign."""
    signed = [
        (page, place)
        for page, place in places
        if any(p == page and _share(box, place) > 0.3 for p, box in paper.text.ink or ())
    ]
    if not signed:
        return blocks
    out = list(blocks)
    for page, place in signed:
        near = [
            (block.name is None, gap, i)
            for i, block in enumerate(out)
            if (gap := _gap_to(paper, block, page, place)) is not None
        ]
        if near and out[min(near)[2]].signed is None:
            i = min(near)[2]
            out[i] = replace(out[i], signed=True, mark="ink")
    return tuple(out)


def _recognised(paper: Paper) -> frozenset[int]:
    kinds = (TextFrom.OCR, TextFrom.MIXED)
    return frozenset(p.n for p in paper.text.pages if p.text_from in kinds)


def _row(page: int, box: Box, zone: str) -> Mapping[str, Any]:
    return {"page": page, "box": [round(v, 2) for v in box], "zone": zone}


def _block_places(paper: Paper, blocks: Iterable[Block]) -> list[tuple[int, Box]]:
    """Just above, and beside, each signature block."""
    out: list[tuple[int, Box]] = []
    for block in blocks:
        for i in block.lines[:2]:
            line = paper.lines[i]
            if line.box is not None:
                x0, y0, x1, y1 = line.box
                out.append((line.page, (x0 - 40, y0 - 10, max(x1, x0 + 160) + 40, y1 + 50)))
    return out


def _zone(paper: Paper, page: int, box: Box, to_sign: Iterable[tuple[int, Box]]) -> str | None:
    if any(p == page and _share(box, place) > 0.3 for p, place in to_sign):
        return "signature"
    for i, line in enumerate(paper.lines):
        if line.page != page or line.box is None:
            continue
        near = _gap(line.box, box) < _NEAR
        if near and _TO_DATE.search(line.text) and box[1] < line.box[3] and box[3] > line.box[1]:
            return "date"
        if near and _TO_SIGN.search(line.text) and Region.SIGNATURE in paper.regions[i]:
            return "signature"
    return None


def _gap_to(paper: Paper, block: Block, page: int, place: Box) -> float | None:
    """How far a block stands from a place to sign, if it stands on about its height."""
    lines = [paper.lines[i].box for i in block.lines if paper.lines[i].page == page]
    boxes = [box for box in lines if box is not None]
    level = [b for b in boxes if b[1] < place[3] + _NEAR / 2 and b[3] > place[1] - _NEAR / 2]
    return min((1.0 + _gap(box, place) for box in level), default=None)


def _share(box: Box, place: Box) -> float:
    """How much of a box lies in a place."""
    wide = min(box[2], place[2]) - max(box[0], place[0])
    tall = min(box[3], place[3]) - max(box[1], place[1])
    area = max((box[2] - box[0]) * (box[3] - box[1]), 0.1)
    return wide * tall / area if wide > 0 and tall > 0 else 0.0


def _gap(a: Box, b: Box) -> float:
    across = max(a[0], b[0]) - min(a[2], b[2])
    down = max(a[1], b[1]) - min(a[3], b[3])
    return max(across, 0.0) + max(down, 0.0)
