"""Form fields of a page: what they store, what they show, and their label (READING 3, 12)."""

from __future__ import annotations

import ctypes
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pypdfium2_raw as pdfium  # type: ignore[import-untyped]

from tecum.reading.text.glyphs import Frame, PageWord

__all__ = [
    "CHECKED",
    "UNCHECKED",
    "Widget",
    "annotations_of",
    "field_row",
    "fields_of",
    "label_beside",
    "typed_words",
]

Rect = tuple[float, float, float, float]

UNCHECKED = frozenset("☐□❏❐❑❒▢")
CHECKED = frozenset("☑☒✓✔✗✘✕✖❌🗹🗷")
_TEXT_KINDS = frozenset({4, 5, 6})


@dataclass(frozen=True, slots=True)
class Widget:
    """One form field on a page: what it stores and what it shows."""

    name: str
    title: str
    kind: int
    value: str
    shown: bool | None
    stored: bool | None
    box: Rect

    @property
    def is_checkbox(self) -> bool:
        """Whether the field is ticked or not, rather than filled in."""
        return self.kind in (2, 3)


def annotations_of(
    form: Any, page: Any, frame: Frame
) -> tuple[list[Widget], list[tuple[str, Rect]], bool]:
    """The fields of a page, what its notes say and where, and whether anything is drawn."""
    widgets: list[Widget] = []
    notes: list[tuple[str, Rect]] = []
    is_drawn = False
    for i in range(min(pdfium.FPDFPage_GetAnnotCount(page), 5000)):
        annotation = pdfium.FPDFPage_GetAnnot(page, i)
        if not annotation:
            continue
        kind = pdfium.FPDFAnnot_GetSubtype(annotation)
        box = _rect(annotation, frame)
        is_drawn = is_drawn or kind not in (pdfium.FPDF_ANNOT_LINK, pdfium.FPDF_ANNOT_POPUP)
        if box is not None and kind == pdfium.FPDF_ANNOT_WIDGET and form:
            widget = _widget(form, annotation, box)
            if widget is not None:
                widgets.append(widget)
        elif box is not None and kind not in (pdfium.FPDF_ANNOT_LINK, pdfium.FPDF_ANNOT_POPUP):
            said = _entry(annotation, b"Contents").strip()
            if said and kind != pdfium.FPDF_ANNOT_FREETEXT:
                notes.append((said[:20_000], box))
        pdfium.FPDFPage_CloseAnnot(annotation)
    return widgets, notes, is_drawn


def _rect(annotation: Any, frame: Frame) -> Rect | None:
    rect = pdfium.FS_RECTF()
    if not pdfium.FPDFAnnot_GetRect(annotation, ctypes.byref(rect)):
        return None
    x0, x1 = sorted((rect.left - frame.left, rect.right - frame.left))
    y0, y1 = sorted((rect.bottom - frame.bottom, rect.top - frame.bottom))
    return (x0, y0, x1, y1) if max(abs(v) for v in (x0, y0, x1, y1)) < 20_000 else None


def _wide(function: Any, *arguments: Any) -> str:
    length = function(*arguments, None, 0)
    if length <= 2:
        return ""
    length = min(length, 200_000)
    buffer = ctypes.create_string_buffer(length)
    function(*arguments, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), length)
    return buffer.raw[: length - length % 2].decode("utf-16-le", "replace").split("\x00")[0]


def _entry(annotation: Any, key: bytes) -> str:
    return _wide(pdfium.FPDFAnnot_GetStringValue, annotation, key)


def _widget(form: Any, annotation: Any, box: Rect) -> Widget | None:
    kind = int(pdfium.FPDFAnnot_GetFormFieldType(form, annotation))
    if kind not in (2, 3, *_TEXT_KINDS):
        return None
    value = _wide(pdfium.FPDFAnnot_GetFormFieldValue, form, annotation)
    shown = stored = None
    if kind in (2, 3):
        state = _entry(annotation, b"AS")
        export = _wide(pdfium.FPDFAnnot_GetFormFieldExportValue, form, annotation)
        shown = state not in ("", "Off") if state else None
        stored = value not in ("", "Off")
        if stored and kind == 3 and export:
            stored = value in (export, state)
    return Widget(
        _wide(pdfium.FPDFAnnot_GetFormFieldName, form, annotation)[:500],
        _wide(pdfium.FPDFAnnot_GetFormFieldAlternateName, form, annotation)[:500],
        kind,
        value,
        shown,
        stored,
        box,
    )


def typed_words(widget: Widget) -> list[PageWord]:
    """Words for a value that the file stores without drawing it, laid over its field."""
    x0, y0, x1, y1 = widget.box
    rows = [row for row in widget.value.replace("\r", "\n").split("\n") if row.strip()]
    if not rows:
        return []
    height = min((y1 - y0) / len(rows), 12.0)
    words: list[PageWord] = []
    for i, row in enumerate(rows):
        top = y1 - (y1 - y0 - height * len(rows)) / 2 - i * height
        step = min((x1 - x0) / max(len(row), 1), 0.5 * height)
        at = 0
        for piece in row.split(" "):
            if piece:
                edges = [x0 + (at + k) * step for k in range(len(piece) + 1)]
                place = (edges[0], top - height, edges[-1], top)
                flat = (
                    v
                    for k in range(len(piece))
                    for v in (edges[k], place[1], edges[k + 1], place[3])
                )
                letters = array("f", flat)
                words.append(PageWord(piece, place, place, letters, height))
            at += len(piece) + 1
    return words


def fields_of(
    widgets: Sequence[Widget],
    printed: Sequence[PageWord],
    drawn: Sequence[PageWord],
    frame: Frame,
    n: int,
) -> list[dict[str, Any]]:
    """The fields with their labels; a field that shows another thing than it stores is flagged.

    Args:
        widgets: The page's fields.
        printed: The words of the page itself, without what the fields show.
        drawn: The words that the fields show.
        frame: The page.
        n: Its number.
    """
    places = [frame.turn(w.box) for w in widgets]
    found: list[dict[str, Any]] = []
    for widget, place in zip(widgets, places, strict=True):
        others = [p for p in places if p is not place]
        if widget.is_checkbox:
            label = label_beside(place, printed, others)
            label = label or widget.title or widget.name
            conflict = None not in (widget.shown, widget.stored) and widget.shown != widget.stored
            seen = widget.stored if widget.shown is None else widget.shown
            state = None if conflict else "checked" if seen else "unchecked"
            found.append(
                field_row(widget.name, label, n, widget.box, state=state, conflict=conflict)
            )
            continue
        said = "".join(w.text for w in drawn if _inside(w.box, place))
        stored = "".join(widget.value.split())
        conflict = bool(said) and bool(stored) and not _agree(said, stored)
        label = _label_of_text(place, printed, others) or widget.title or widget.name
        value = widget.value or None
        row = field_row(widget.name, label, n, widget.box, value=value, is_checkbox=False)
        found.append({**row, "conflict": conflict})
    return found


def _agree(said: str, stored: str) -> bool:
    a = "".join(c for c in said.casefold() if c.isalnum())
    b = "".join(c for c in stored.casefold() if c.isalnum())
    # A long value runs out of its field: what is shown is then a piece of what is stored.
    return a == b or (len(a) >= 8 and (a in b or b in a))


def field_row(
    name: str,
    label: str,
    n: int,
    box: Rect,
    *,
    value: str | None = None,
    state: str | None = None,
    is_checkbox: bool = True,
    conflict: bool = False,
) -> dict[str, Any]:
    return {
        "name": name,
        "label": " ".join(label.split())[:400],
        "value": value,
        "state": state,
        "page": n,
        "box": [round(v, 2) for v in box],
        "is_checkbox": is_checkbox,
        "conflict": conflict,
    }


def _inside(box: Rect, place: Rect) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return place[0] - 2 <= x <= place[2] + 2 and place[1] - 2 <= y <= place[3] + 2


def label_beside(place: Rect, words: Sequence[PageWord], others: Sequence[Rect]) -> str:
    """The words that follow a check-box on its row, else those before it; never farther off."""
    right = _run(place, words, others, 1)
    if right:
        return " ".join([*right, *_continued(place, words, others)])
    return " ".join(_run(place, words, others, -1))


def _row_words(place: Rect, words: Sequence[PageWord]) -> list[PageWord]:
    middle = (place[1] + place[3]) / 2
    return [
        w
        for w in words
        if w.upright
        and w.box[1] - 1 <= middle <= w.box[3] + 1
        and w.text not in UNCHECKED
        and w.text not in CHECKED
    ]


def _run(
    place: Rect, words: Sequence[PageWord], others: Sequence[Rect], direction: int
) -> list[str]:
    """The words of a row that run on from a place without a wide gap or another box."""
    row = _row_words(place, words)
    stops = [o for o in others if o[1] < (place[1] + place[3]) / 2 < o[3]]
    if direction > 0:
        row = sorted((w for w in row if w.box[0] >= place[2] - 3), key=lambda w: w.box[0])
        edge = place[2]
        stop = min((o[0] for o in stops if o[0] >= place[2]), default=float("inf"))
    else:
        row = sorted((w for w in row if w.box[2] <= place[0] + 3), key=lambda w: -w.box[0])
        edge = -place[0]
        stop = min((-o[2] for o in stops if o[2] <= place[0]), default=float("inf"))
    taken: list[str] = []
    for word in row:
        near, far = (word.box[0], word.box[2]) if direction > 0 else (-word.box[2], -word.box[0])
        reach = 24.0 if not taken else 1.3 * (word.box[3] - word.box[1])
        if near - edge > reach or near >= stop:
            break
        taken.append(word.text)
        edge = far
    return taken if direction > 0 else taken[::-1]


def _continued(place: Rect, words: Sequence[PageWord], others: Sequence[Rect]) -> list[str]:
    """Further rows of a label that is set under its first word, up to the next box."""
    row = sorted(
        (w for w in _row_words(place, words) if w.box[0] >= place[2] - 3), key=lambda w: w.box[0]
    )
    if not row:
        return []
    left, height, bottom = row[0].box[0], row[0].box[3] - row[0].box[1], row[0].box[1]
    taken: list[str] = []
    for _ in range(5):
        below = [
            w
            for w in words
            if bottom - 1.45 * height <= (w.box[1] + w.box[3]) / 2 < bottom + 0.1 * height
            and w.box[2] >= left - 60
        ]
        below.sort(key=lambda w: w.box[0])
        if not below or abs(below[0].box[0] - left) > 4:
            break
        middle = (below[0].box[1] + below[0].box[3]) / 2
        if any(o[1] - 2 <= middle <= o[3] + 2 and o[2] <= left + 2 for o in others):
            break
        before = below[0].box[0]
        for word in below:
            if word.box[0] - before > 1.3 * height + 60:
                break
            taken.append(word.text)
            before = word.box[2]
        bottom = below[0].box[1]
    return taken


def _label_of_text(place: Rect, words: Sequence[PageWord], others: Sequence[Rect]) -> str:
    """A text field's label: before it on its row, else set above its start, else below it."""
    left = _run(place, words, others, -1)
    if left:
        return " ".join(left)
    above = [w for w in words if -4 <= w.box[1] - place[3] <= 10]
    below = [w for w in words if -4 <= place[1] - w.box[3] <= 8]
    tall = place[3] - place[1] > 25
    for near in (above,) if tall else (above, below):
        row = sorted(near, key=lambda w: w.box[0])
        row = [w for w in row if abs(w.box[1] - row[0].box[1]) < 4]
        starts = [i for i, w in enumerate(row) if abs(w.box[0] - place[0]) <= 12]
        if starts and (starts[0] == 0 or row[starts[0]].box[0] - row[starts[0] - 1].box[2] > 15):
            taken = row[starts[0] : starts[0] + 1]
            for word in row[starts[0] + 1 :]:
                if word.box[0] - taken[-1].box[2] > 1.3 * (word.box[3] - word.box[1]):
                    break
                taken.append(word)
            if near is below and taken[-1].text.endswith(":"):
                continue
            return " ".join(w.text for w in taken)
    return ""
