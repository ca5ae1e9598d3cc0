"""A child's answer → text, lines, fields. The answer is untrusted: everything is checked."""

from __future__ import annotations

import binascii
import hashlib
import math
import re
import sys
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from tecum.provenance import Box, Page, Sha256
from tecum.reading.monotony import MONOTONOUS, is_monotonous, monotonous_pages
from tecum.reading.order.furniture import with_running_lines
from tecum.reading.text.layout import (
    NOT_RECOGNISED,
    FailedPlace,
    FormField,
    Layer,
    Line,
    Text,
)
from tecum.reading.text.letter_boxes import LetterBoxes
from tecum.words import CheckState, TextFrom

__all__ = ["BadAnswer", "Gathered", "failed_places"]

_FAR = 20_000.0
_LOOSE_PAGES = 200
"""Of a longer file, the letters' boxes are packed: all of them would not fit into a worker."""


class BadAnswer(ValueError):
    """The child's answer breaks its shape or range."""


@dataclass
class Gathered:
    """The text of one part while its children's answers come in, one after another.

    An answer is several times the size of what is kept of it, so that it is taken over at
    once and let go.
    """

    pages: list[Page] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    boxes: list[Sequence[Box | None]] = field(default_factory=list)
    fields: list[FormField] = field(default_factory=list)
    lost: set[int] = field(default_factory=set)
    unread: dict[int, str] = field(default_factory=dict)
    ink: list[tuple[int, Box]] = field(default_factory=list)
    failed: list[FailedPlace] = field(default_factory=list)
    looked_for_ink: bool = True
    confidence: dict[int, bytes] = field(default_factory=dict)
    hidden: set[int] = field(default_factory=set)

    def add(self, answer: Mapping[str, Any]) -> None:
        """Take the pages of one answer.

        Raises:
            BadAnswer: Something in it is out of shape or range.
        """
        try:
            self._add(answer)
        except (KeyError, TypeError, IndexError, AttributeError, OverflowError) as error:
            raise BadAnswer("shape") from error
        except ValueError as error:
            raise error if isinstance(error, BadAnswer) else BadAnswer("value") from error

    def _add(self, answer: Mapping[str, Any]) -> None:
        first = len(self.lines)
        for raw in answer.get("pages", ()):
            if raw.get("lost"):
                self.lost.add(_integer(raw["n"], 1, 1_000_000))
                continue
            page = _page(raw, self.pages[-1].n if self.pages else 0)
            block = self.lines[-1].block if self.lines else 0
            block = max([block, *(line.block for line in self.lines[first:])])
            self.pages.append(page)
            boxes = _boxes(raw["boxes"], page)
            if len(self.pages) > _LOOSE_PAGES and isinstance(boxes, LetterBoxes):
                boxes.pack()
            self.boxes.append(boxes)
            self._note(raw, page)
            self.failed.extend(failed_places(raw))
            self.looked_for_ink &= "ink" in raw
            self.ink.extend((page.n, _box(row)) for row in raw.get("ink", ()))
            first = len(self.lines)
            if is_monotonous(page.text):
                self.unread[page.n] = MONOTONOUS
                continue
            self.lines.extend(_line(row, page, block) for row in raw["lines"])
            if raw.get("unread"):
                self.unread[page.n] = str(raw["unread"])[:40]
        found = [_field(row) for row in answer.get("fields", ())]
        if not any(row.is_checkbox for row in found):
            found += _typed_boxes(self.lines, self.pages, answer)
        self.fields.extend(found)

    def _note(self, raw: Mapping[str, Any], page: Page) -> None:
        """How sure the letters of a page are, and whether some of them are hidden."""
        sure = raw.get("sure", "")
        self.confidence.pop(page.n, None)
        if sure:
            self.confidence[page.n] = _confidence(sure, page)
        self.hidden.discard(page.n)
        if raw.get("hidden"):
            self.hidden.add(page.n)

    def set_monotonous_apart(self) -> None:
        """Leave pages unread that say one thing over and over, one page after another."""
        places = monotonous_pages([page.text for page in self.pages])
        numbers = {self.pages[i].n for i in places} - self.unread.keys()
        if not numbers:
            return
        self.unread.update(dict.fromkeys(numbers, MONOTONOUS))
        self.lines = [line for line in self.lines if line.page not in numbers]
        self.fields = [row for row in self.fields if row.page not in numbers]

    def replace(self, raw: Mapping[str, Any], fields: Sequence[Mapping[str, Any]]) -> None:
        """Take a page as it was recognised in place of what its file states.

        Raises:
            BadAnswer: Something is out of shape or range, or the page is not one of these.
        """
        try:
            self._replace(raw, fields)
        except (KeyError, TypeError, IndexError, AttributeError, OverflowError) as error:
            raise BadAnswer("shape") from error
        except ValueError as error:
            raise error if isinstance(error, BadAnswer) else BadAnswer("value") from error

    def _replace(self, raw: Mapping[str, Any], fields: Sequence[Mapping[str, Any]]) -> None:
        n = _integer(raw["n"], 1, 1_000_000)
        at = next((i for i, page in enumerate(self.pages) if page.n == n), None)
        if at is None or n not in self.unread:
            raise BadAnswer("page")
        page = _page(raw, n - 1)
        boxes = _boxes(raw["boxes"], page)
        block = max((line.block for line in self.lines), default=0)
        cause = str(raw["unread"])[:40] if raw.get("unread") else None
        # What was read poorly is kept for a person to search, and proves nothing.
        lines = [] if cause else [_line(row, page, block) for row in raw["lines"]]
        ink = [(n, _box(row)) for row in raw["ink"]]
        found = [_field(row) for row in fields]
        if any(row.page != n for row in found):
            raise BadAnswer("field")
        self._note(raw, page)
        self.pages[at], self.boxes[at] = page, boxes
        before = next((i for i, x in enumerate(self.lines) if x.page >= n), len(self.lines))
        after = next((i for i, x in enumerate(self.lines) if x.page > n), len(self.lines))
        self.lines[before:after] = lines
        self.ink = [*(row for row in self.ink if row[0] != n), *ink]
        self.fields = [*(row for row in self.fields if row.page != n), *found]
        del self.unread[n]
        if cause:
            self.unread[n] = cause

    def _recognised(self) -> frozenset[int]:
        """Pages whose letters were recognised, wholly or in part."""
        seen = (TextFrom.OCR, TextFrom.MIXED)
        return frozenset(page.n for page in self.pages if page.text_from in seen)

    def text(self) -> Text:
        """All of it, with the running heads that only the whole document shows."""
        upright = {p.n: (0.0, p.height) for p in self.pages if p.height > 0 and p.rotation == 0}
        return Text(
            tuple(self.pages),
            with_running_lines(self.lines, upright, self._recognised()),
            tuple(self.boxes),
            tuple(self.fields),
            tuple(sorted({*self.unread, *self.lost})),
            tuple(self.ink) if self.looked_for_ink and self.pages else None,
            tuple(self.failed),
            tuple(self.confidence.get(page.n, b"") for page in self.pages)
            if self.confidence
            else (),
        )


def failed_places(raw: Mapping[str, Any]) -> list[FailedPlace]:
    """The failed redactions that a child reports of one page.

    Raises:
        BadAnswer: A number is out of shape or range.
    """
    n = _integer(raw["n"], 1, 1_000_000)
    return [
        FailedPlace(n, _integer(letters, 1, 10_000_000), None if box is None else _box(box))
        for box, letters in raw.get("failed", ())
    ]


_TYPED_BOX = re.compile(
    r"(?:(?P<off>[☐□❏❐❑❒]|\[ ?_{0,3} ?\])|(?P<on>[☑☒🗹🗷]|\[ ?[xX✓✔] ?\]))[ \t]*"
    r"(?P<label>[^☐□❏❐❑❒☑☒🗹🗷\[]{2,300})"
)


def _typed_boxes(
    lines: Sequence[Line], pages: Sequence[Page], answer: Mapping[str, Any]
) -> list[FormField]:
    """Check-boxes typed into text that has no places: ``☒ label``, ``[X] label``."""
    virtual = {p.n for p in pages if p.height == 0} & {row["n"] for row in answer.get("pages", ())}
    found: list[FormField] = []
    for line in lines:
        if line.page not in virtual or line.layer is Layer.HIDDEN:
            continue
        for match in _TYPED_BOX.finditer(line.text):
            label = " ".join(match["label"].split())
            state = CheckState.CHECKED if match["on"] else CheckState.UNCHECKED
            if any(c.isalpha() for c in label):
                found.append(FormField("", label, None, state, line.page, None, True))
    return found


def _page(raw: Mapping[str, Any], before: int) -> Page:
    text = raw["text"]
    if not isinstance(text, str) or len(text) > 50_000_000:
        raise BadAnswer("text")
    n = _integer(raw["n"], before + 1, 1_000_000)
    rotation = _integer(raw["rotation"], 0, 270)
    if rotation % 90:
        raise BadAnswer("rotation")
    digest = Sha256(hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest())
    return Page(
        n,
        _number(raw["width"], 0, _FAR),
        _number(raw["height"], 0, _FAR),
        rotation,
        TextFrom(raw["text_from"]),
        text,
        digest,
        None if raw.get("engine") is None else _string(raw["engine"])[:40],
        None if raw.get("dpi") is None else _integer(raw["dpi"], 1, 10_000),
        tuple(_string(row)[:200] for row in list(raw.get("prep", ()))[:40]),
    )


def _boxes(raw: object, page: Page) -> Sequence[Box | None]:
    if raw == "":
        return ()
    if not isinstance(raw, str):
        raise BadAnswer("boxes")
    values = array("f")
    content = _decoded(raw, "boxes")
    if len(content) != 4 * values.itemsize * len(page.text):
        raise BadAnswer("boxes")
    values.frombytes(content)
    if not _are_near(content) and not _are_in_range(values):
        raise BadAnswer("boxes")
    return LetterBoxes(values)


def _decoded(raw: str, what: str) -> bytes:
    try:
        return binascii.a2b_base64(raw, strict_mode=True)
    except ValueError as error:
        raise BadAnswer(what) from error


_HIGHEST = 3 if sys.byteorder == "little" else 0
_NO_BOX_TOP = 0xC7
_NEAR_TOPS = bytes([*range(0x46), *range(0x80, 0xC6), _NO_BOX_TOP])
_IS_NO_BOX = bytes(0xFF if top == _NO_BOX_TOP else 0 for top in range(0x100))


def _are_near(content: bytes) -> bool:
    """Whether numbers lie within 8,192 of naught or stand for no box, told by their bytes alone.

    A page has twelve thousand; to make an object of each takes longer than to read the page.
    """
    planes = [content[k::4] for k in range(4)]
    tops = planes.pop(_HIGHEST)
    if tops.translate(None, _NEAR_TOPS):
        return False
    marks = int.from_bytes(tops.translate(_IS_NO_BOX), "big")
    return not any(marks & int.from_bytes(plane, "big") for plane in planes)


def _are_in_range(values: array[float]) -> bool:
    if not math.isfinite(sum(values)):
        return False
    return not values or -2 * _FAR < min(values) <= max(values) < _FAR


def _confidence(raw: object, page: Page) -> bytes:
    if not isinstance(raw, str):
        raise BadAnswer("confidence")
    values = _decoded(raw, "confidence")
    if len(values) != len(page.text) or any(100 < v != NOT_RECOGNISED for v in values):
        raise BadAnswer("confidence")
    return values


_LAYERS = {layer.value: layer for layer in Layer}


def _line(row: Sequence[Any], page: Page, block: int) -> Line:
    start = _integer(row[0], 0, len(page.text))
    end = _integer(row[1], start, len(page.text))
    box = None if row[3] is None else _box(row[3])
    return Line(
        page.n,
        start,
        end,
        page.text[start:end],
        _LAYERS.get(row[2]) or Layer(row[2]),
        box,
        _number(row[4], 0, _FAR),
        bool(row[5]),
        block + _integer(row[6], 0, 10_000_000),
    )


def _field(raw: Mapping[str, Any]) -> FormField:
    value, state = raw["value"], raw["state"]
    return FormField(
        _string(raw["name"]),
        _string(raw["label"]),
        None if value is None else _string(value),
        None if state is None else CheckState(state),
        _integer(raw["page"], 1, 1_000_000),
        None if raw["box"] is None else _box(raw["box"]),
        bool(raw["is_checkbox"]),
        bool(raw["conflict"]),
        bool(raw.get("alone")),
    )


def _box(raw: Sequence[Any]) -> Box:
    x0, y0, x1, y1 = raw
    plain = type(x0) is type(y0) is type(x1) is type(y1) is float
    if plain and -_FAR <= x0 <= x1 <= _FAR and -_FAR <= y0 <= y1 <= _FAR:
        return (x0, y0, x1, y1)
    x0, y0, x1, y1 = (_number(value, -_FAR, _FAR) for value in raw)
    if x1 < x0 or y1 < y0:
        raise BadAnswer("box")
    return (x0, y0, x1, y1)


def _string(raw: object) -> str:
    if not isinstance(raw, str) or len(raw) > 1_000_000:
        raise BadAnswer("string")
    return raw


def _integer(raw: object, low: int, high: int) -> int:
    if not isinstance(raw, int) or isinstance(raw, bool) or not low <= raw <= high:
        raise BadAnswer("integer")
    return raw


def _number(raw: object, low: float, high: float) -> float:
    if not isinstance(raw, (int, float)) or isinstance(raw, bool):
        raise BadAnswer("number")
    value = float(raw)
    if not math.isfinite(value) or not low <= value <= high:
        raise BadAnswer("number")
    return value
