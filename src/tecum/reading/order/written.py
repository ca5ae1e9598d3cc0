"""A page's words → its stored text, with lines, layers and a box for every letter."""

from __future__ import annotations

import base64
from array import array
from collections.abc import Sequence
from typing import Any

from tecum.reading.order.assemble import in_order
from tecum.reading.order.furniture import gutter_words, is_page_number, is_stamp
from tecum.reading.order.segments import Rules, Segment, bounds, segments_of, visual_rows
from tecum.reading.text.glyphs import Frame, PageWord
from tecum.reading.text.layout import NOT_RECOGNISED, Layer
from tecum.reading.text.letter_boxes import NO_BOX

__all__ = ["page_text"]

Rect = tuple[float, float, float, float]
_UNSURE = bytes([NOT_RECOGNISED])
_GAP = array("f", (NO_BOX,) * 4).tobytes()
_EDGE = 0.12
"""Beyond this share of a page's height, a line stands neither at its top nor at its bottom."""
_Placed = list[tuple[Layer, Segment]]


def page_text(
    words: Sequence[PageWord],
    notes: Sequence[tuple[str, Rect]],
    frame: Frame,
    rules: Rules,
) -> dict[str, Any]:
    """One page's stored text: the body in reading order, then everything that stands beside it."""
    width, height = frame.shown
    gutter = {id(w) for w in gutter_words([w for w in words if not w.hidden], width, height)}
    beside: dict[Layer, list[PageWord]] = {
        Layer.GUTTER: [],
        Layer.MARGIN: [],
        Layer.HIDDEN: [],
    }
    body: list[PageWord] = []
    for word in words:
        if word.hidden:
            beside[Layer.HIDDEN].append(word)
        elif not word.upright:
            beside[Layer.MARGIN].append(word)
        elif id(word) in gutter:
            beside[Layer.GUTTER].append(word)
        else:
            body.append(word)
    kept, late = _without_edges(segments_of(body, rules), frame)
    placed: _Placed = [
        (Layer.MARGIN if segment.margin else Layer.BODY, segment)
        for segment in in_order(kept, rules)
    ]
    for layer, chosen in beside.items():
        late += [(layer, s) for s in segments_of(chosen, Rules())]
    late += [(Layer.NOTE, s) for text, box in notes for s in _note(text, box, frame)]
    block = max((s.block for _, s in placed), default=0)
    for i, (_, segment) in enumerate(late, start=1):
        segment.block = block + i
    return _written([*placed, *late], frame)


def _without_edges(segments: Sequence[Segment], frame: Frame) -> tuple[list[Segment], _Placed]:
    """Segments of the body, and the stamps and page numbers at the page's edges."""
    height = frame.shown[1]
    kept: list[Segment] = []
    late: _Placed = []
    whole = _stamped_rows(segments, height)
    for segment in segments:
        from_top = 1 - segment.box[1] / height
        from_bottom = segment.box[3] / height
        if from_top > _EDGE < from_bottom:
            kept.append(segment)
        elif id(segment) in whole or is_stamp(segment.text, from_top, from_bottom):
            late.append((Layer.STAMP, segment))
        elif is_page_number(segment.text, from_top, from_bottom):
            layer = Layer.HEADER if from_top < from_bottom else Layer.FOOTER
            late.append((layer, segment))
        else:
            kept.append(segment)
    return kept, late


def _stamped_rows(segments: Sequence[Segment], height: float) -> set[int]:
    """The pieces of rows at the page's edges that are a stamp only when read together.

    A fax machine's line has wide gaps between its date, its numbers and its page.
    """
    edge = [s for s in segments if s.box[1] > 0.9 * height or s.box[3] < 0.1 * height]
    found: set[int] = set()
    for row in visual_rows(edge):
        text = " ".join(segment.text for segment in row)
        from_top, from_bottom = 1 - row[0].box[1] / height, row[0].box[3] / height
        if len(row) > 1 and is_stamp(text, from_top, from_bottom):
            found |= {id(segment) for segment in row}
    return found


def _note(text: str, box: Rect, frame: Frame) -> list[Segment]:
    """A sticky note's words; all of them lie where the note is pinned."""
    shown = frame.turn(box)
    height = max(box[3] - box[1], 1.0)
    pinned = array("f", box)
    found: list[Segment] = []
    for row in text.replace("\r", "\n").split("\n"):
        words = [PageWord(w, shown, box, pinned * len(w), height) for w in row.split()]
        if words:
            found.append(Segment(words, shown, text=" ".join(w.text for w in words)))
    return found


def _written(placed: list[tuple[Layer, Segment]], frame: Frame) -> dict[str, Any]:
    """Write segments down as one text; every letter keeps its box."""
    text: list[str] = []
    boxes: list[bytes] = []
    sure = bytearray()
    recognised = any(word.conf is not None for _, segment in placed for word in segment.words)
    lines: list[list[Any]] = []
    at = 0
    previous = 0
    for layer, segment in placed:
        words = segment.words
        if lines:
            between = "\n" if segment.block == previous else "\n\n"
            text.append(between)
            boxes.append(_GAP * len(between))
            sure += _UNSURE * len(between)
            at += len(between)
        said = segment.text
        text.append(said)
        boxes.append(_GAP.join([word.letters for word in words]))
        if recognised:
            sure += _UNSURE.join([_confidence(word) for word in words])
        lines.append(
            [
                at,
                at + len(said),
                layer.value,
                [round(v, 2) for v in _place_of(segment)],
                round(sorted([word.size for word in words])[len(words) // 2], 2),
                segment.bold,
                segment.block,
            ]
        )
        at += len(said)
        previous = segment.block
    return {
        "width": round(frame.width, 2),
        "height": round(frame.height, 2),
        "rotation": frame.rotation,
        "text": "".join(text),
        "lines": lines,
        "boxes": base64.b64encode(b"".join(boxes)).decode("ascii"),
        "sure": base64.b64encode(bytes(sure)).decode("ascii") if recognised else "",
    }


def _place_of(segment: Segment) -> Rect:
    """Where a segment lies on the unrotated page, which is most often the page as shown."""
    places = [word.place for word in segment.words]
    return segment.box if places == [word.box for word in segment.words] else bounds(places)


def _confidence(word: PageWord) -> bytes:
    """The confidence of each letter of a word."""
    return (_UNSURE if word.conf is None else bytes([word.conf])) * len(word.text)
