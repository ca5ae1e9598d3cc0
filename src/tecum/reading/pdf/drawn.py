"""What is drawn on a page beside letters: rules, boxes, marks in boxes, pictures, covers."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pypdfium2_raw as pdfium  # type: ignore[import-untyped]

from tecum.reading.order.segments import Rules
from tecum.reading.text.glyphs import Frame

__all__ = ["Drawing", "Shape", "drawing_of", "rules_of", "squares_of"]

Rect = tuple[float, float, float, float]
_Matrix = tuple[float, float, float, float, float, float]

_MOST_OBJECTS = 20_000
_MOST_SEGMENTS = 400
_MOST_FREEHAND = 50
_THIN = 2.6
_MOST_SIDES = 120
_MOST_STROKES = 400


@dataclass(frozen=True, slots=True)
class Shape:
    """Something that can cover letters: place in the painting order, object, box, fill."""

    z: int
    thing: int
    box: Rect
    colour: tuple[int, int, int] | None = None
    is_picture: bool = False


@dataclass(slots=True)
class Drawing:
    """Shapes in points of the unrotated page, in painting order."""

    order: dict[int, int] = field(default_factory=dict)
    holders: dict[int, _Matrix] = field(default_factory=dict)
    across: list[tuple[float, float, float]] = field(default_factory=list)
    upright: list[tuple[float, float, float]] = field(default_factory=list)
    squares: list[Rect] = field(default_factory=list)
    marks: list[Rect] = field(default_factory=list)
    covers: list[tuple[int, Rect]] = field(default_factory=list)
    shapes: list[Shape] = field(default_factory=list)
    pictures: list[Rect] = field(default_factory=list)
    curves: list[Rect] = field(default_factory=list)
    strokes: list[Rect] = field(default_factory=list)
    objects: int = 0

    def text_boxes(self) -> Iterator[tuple[int, int, Rect]]:
        """Each text object: its place in the painting order, its address, its box."""
        for thing, z in self.order.items():
            box = _box(thing, self.holders[thing])
            if box is not None:
                yield z, thing, box

    def freehand(self) -> list[Rect]:
        """What may be a signature: curved strokes, and pictures of a signature's shape."""
        flat = (
            box
            for box in self.pictures
            if 30 <= box[2] - box[0] <= 320 and (box[2] - box[0]) / max(box[3] - box[1], 1) >= 1.4
        )
        return [*self.curves, *in_one_hand(self.strokes), *flat][:_MOST_FREEHAND]


def _function(name: str, result: Any, *arguments: Any) -> Any:
    """PDFium's function of this name over bare addresses."""
    address = ctypes.cast(getattr(pdfium, name), ctypes.c_void_p).value
    return ctypes.CFUNCTYPE(result, *arguments)(address or 0)


_P, _I = ctypes.c_void_p, ctypes.c_int
_count = _function("FPDFPage_CountObjects", _I, _P)
_object = _function("FPDFPage_GetObject", _P, _P, _I)
_inner_count = _function("FPDFFormObj_CountObjects", _I, _P)
_inner = _function("FPDFFormObj_GetObject", _P, _P, ctypes.c_ulong)
_type = _function("FPDFPageObj_GetType", _I, _P)
_bounds = _function("FPDFPageObj_GetBounds", _I, _P, _P, _P, _P, _P)
_matrix = _function("FPDFPageObj_GetMatrix", _I, _P, _P)
_mode = _function("FPDFPath_GetDrawMode", _I, _P, _P, _P)
_fill = _function("FPDFPageObj_GetFillColor", _I, _P, _P, _P, _P, _P)
_stroke_width = _function("FPDFPageObj_GetStrokeWidth", _I, _P, _P)
_segments = _function("FPDFPath_CountSegments", _I, _P)
_segment = _function("FPDFPath_GetPathSegment", _P, _P, _I)
_point = _function("FPDFPathSegment_GetPoint", _I, _P, _P, _P)
_kind = _function("FPDFPathSegment_GetType", _I, _P)

_IDENTITY: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def drawing_of(page: Any, frame: Frame) -> Drawing:
    """Walk the page's objects once."""
    found = Drawing()
    shift: _Matrix = (1.0, 0.0, 0.0, 1.0, -frame.left, -frame.bottom)
    address = ctypes.cast(page, ctypes.c_void_p)
    for z, (thing, kind, matrix) in enumerate(_objects(address, shift)):
        found.objects += 1
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            found.order[thing] = z
            found.holders[thing] = matrix
        elif kind in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING):
            box = _box(thing, matrix)
            if box is not None:
                found.covers.append((z, box))
                found.shapes.append(Shape(z, thing, box, is_picture=True))
                if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                    found.pictures.append(box)
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            _path(found, thing, z, matrix)
    return found


def _objects(page: Any, matrix: _Matrix) -> Iterator[tuple[int, int, _Matrix]]:
    left = _MOST_OBJECTS
    stack: list[tuple[int, int, int, _Matrix, bool]] = [
        (page.value or 0, 0, _count(page), matrix, True)
    ]
    while stack and left > 0:
        holder, i, count, outer, is_page = stack.pop()
        if i >= count:
            continue
        stack.append((holder, i + 1, count, outer, is_page))
        thing = _object(holder, i) if is_page else _inner(holder, i)
        if not thing:
            continue
        left -= 1
        kind = _type(thing)
        if kind == pdfium.FPDF_PAGEOBJ_FORM and len(stack) < 6:
            inside = _times(_matrix_of(thing), outer)
            stack.append((thing, 0, _inner_count(thing), inside, False))
        else:
            yield thing, kind, outer


def _matrix_of(thing: int) -> _Matrix:
    values = pdfium.FS_MATRIX()
    if not _matrix(thing, ctypes.byref(values)):
        return _IDENTITY
    return values.a, values.b, values.c, values.d, values.e, values.f


def _times(m: _Matrix, n: _Matrix) -> _Matrix:
    return (
        m[0] * n[0] + m[1] * n[2],
        m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2],
        m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4],
        m[4] * n[1] + m[5] * n[3] + n[5],
    )


def _moved(x: float, y: float, m: _Matrix) -> tuple[float, float]:
    return x * m[0] + y * m[2] + m[4], x * m[1] + y * m[3] + m[5]


def _box(thing: int, matrix: _Matrix) -> Rect | None:
    values = (ctypes.c_float * 4)()
    size = ctypes.sizeof(ctypes.c_float)
    base = ctypes.addressof(values)
    if not _bounds(thing, base, base + size, base + 2 * size, base + 3 * size):
        return None
    a = _moved(values[0], values[1], matrix)
    b = _moved(values[2], values[3], matrix)
    box = (min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1]))
    return box if all(abs(v) < 1e6 for v in box) else None


def _path(found: Drawing, thing: int, z: int, matrix: _Matrix) -> None:
    box = _box(thing, matrix)
    if box is None:
        return
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    _mode(thing, ctypes.byref(fill), ctypes.byref(stroke))
    filled, stroked = fill.value != 0, stroke.value != 0
    if not filled and not stroked:
        return
    x0, y0, x1, y1 = box
    width, height = x1 - x0, y1 - y0
    _may_cover(found, Shape(z, thing, box, _fill_of(thing) if filled else None), filled)
    if height <= _THIN and width >= 5:
        found.across.append((x0, x1, (y0 + y1) / 2))
        return
    if width <= _THIN and height >= 5:
        found.upright.append((y0, y1, (x0 + x1) / 2))
        return
    if filled and width > 3 and height > 3:
        found.covers.append((z, box))
    if stroked and not filled and _is_freehand(thing, width, height):
        found.curves.append(box)
        return
    if stroked and not filled and _is_stroke(thing, width, height):
        found.strokes.append(box)
        return
    if width <= 40 and height <= 40:
        _small(found, thing, box, stroked, filled)
        return
    count = _segments(thing)
    if stroked and count <= _MOST_SEGMENTS:
        _edges(found, thing, count, _times(_matrix_of(thing), matrix))


def _may_cover(found: Drawing, shape: Shape, filled: bool) -> None:
    """Keep a fill, or a stroke as broad as a line of print, that letters may lie under."""
    x0, y0, x1, y1 = shape.box
    least = min(x1 - x0, y1 - y0)
    if least <= 3:
        return
    if not filled:
        width = ctypes.c_float()
        if not _stroke_width(shape.thing, ctypes.byref(width)) or width.value < 0.5 * least:
            return
    found.shapes.append(shape)


def _fill_of(thing: int) -> tuple[int, int, int] | None:
    values = [ctypes.c_uint() for _ in range(4)]
    if not _fill(thing, *(ctypes.byref(v) for v in values)):
        return None
    return values[0].value, values[1].value, values[2].value


def _small(found: Drawing, thing: int, box: Rect, stroked: bool, filled: bool) -> None:
    x0, y0, x1, y1 = box
    width, height = x1 - x0, y1 - y0
    squarish = abs(width - height) <= 0.3 * max(width, height) and 5 <= max(width, height) <= 22
    cornered = squarish and 4 <= _segments(thing) <= 6
    framed = stroked and cornered and not _is_cross(thing)
    if framed or (filled and cornered and _is_light(thing)):
        found.squares.append(box)
    elif width > 2 and height > 2:
        found.marks.append(box)


def _is_freehand(thing: int, width: float, height: float) -> bool:
    """An open stroke of many curves, wider than high: handwriting, not a seal or a frame."""
    if width < 25 or height < 4 or width < 1.2 * height:
        return False
    count = _segments(thing)
    if not 8 <= count <= _MOST_SEGMENTS:
        return False
    kinds = [_kind(_segment(thing, i)) for i in range(count)]
    return bool(kinds.count(pdfium.FPDF_SEGMENT_BEZIERTO) >= 0.6 * count)


def _is_stroke(thing: int, width: float, height: float) -> bool:
    """One open curve of handwriting: pens that are lifted leave each as a path of its own."""
    if width > 160 or height > 60 or max(width, height) < 4:
        return False
    count = _segments(thing)
    if not 4 <= count <= _MOST_SEGMENTS:
        return False
    segments = [_segment(thing, i) for i in range(count)]
    kinds = [_kind(segment) for segment in segments]
    curved = kinds.count(pdfium.FPDF_SEGMENT_BEZIERTO) >= 0.6 * count
    return curved and not _ends_where_it_began(segments)


def _ends_where_it_began(segments: list[Any]) -> bool:
    x, y = ctypes.c_float(), ctypes.c_float()
    ends: list[tuple[float, float]] = []
    for segment in (segments[0], segments[-1]):
        _point(segment, ctypes.byref(x), ctypes.byref(y))
        ends.append((x.value, y.value))
    return abs(ends[0][0] - ends[1][0]) < 1 and abs(ends[0][1] - ends[1][1]) < 1


def in_one_hand(strokes: list[Rect]) -> list[Rect]:
    """Groups of open curves that run on beside each other in the shape of a signature.

    >>> in_one_hand([(0.0, 0.0, 14.0, 9.0), (12.0, 1.0, 30.0, 12.0), (28.0, 0.0, 44.0, 8.0)])
    [(0.0, 0.0, 44.0, 12.0)]
    """
    groups: list[list[Rect]] = []
    for box in sorted(strokes[:_MOST_STROKES]):
        near = next((g for g in groups if any(_touch(box, other) for other in g[-4:])), None)
        if near is None:
            groups.append([box])
        else:
            near.append(box)
    found = []
    for group in groups:
        x0, y0 = min(b[0] for b in group), min(b[1] for b in group)
        x1, y1 = max(b[2] for b in group), max(b[3] for b in group)
        wide = x1 - x0 >= 25 and y1 - y0 >= 4 and x1 - x0 >= 1.2 * (y1 - y0)
        if len(group) >= 3 and wide and x1 - x0 <= 320:
            found.append((x0, y0, x1, y1))
    return found


def _touch(a: Rect, b: Rect) -> bool:
    """Whether two strokes stand on one height, at most a letter's breadth apart."""
    level = min(a[3], b[3]) >= max(a[1], b[1]) - 3
    return level and max(a[0], b[0]) - min(a[2], b[2]) <= 10


def _is_light(thing: int) -> bool:
    values = [ctypes.c_uint() for _ in range(4)]
    if not _fill(thing, *(ctypes.byref(v) for v in values)):
        return False
    return min(v.value for v in values[:3]) >= 200


def _is_cross(thing: int) -> bool:
    """Two strokes that start afresh, as a cross is drawn; a box is one stroke around."""
    kinds = [_kind(_segment(thing, i)) for i in range(_segments(thing))]
    return kinds.count(pdfium.FPDF_SEGMENT_MOVETO) == 2 and len(kinds) == 4


def _edges(found: Drawing, thing: int, count: int, matrix: _Matrix) -> None:
    """The level and upright strokes of a path: a table's grid, a frame."""
    x, y = ctypes.c_float(), ctypes.c_float()
    before: tuple[float, float] | None = None
    first: tuple[float, float] | None = None
    for i in range(count + 1):
        if i == count:
            at, kind = first, pdfium.FPDF_SEGMENT_LINETO
        else:
            segment = _segment(thing, i)
            _point(segment, ctypes.byref(x), ctypes.byref(y))
            at, kind = _moved(x.value, y.value, matrix), _kind(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            first = at
        elif kind == pdfium.FPDF_SEGMENT_LINETO and before is not None and at is not None:
            _edge(found, before, at)
        before = at


def _edge(found: Drawing, a: tuple[float, float], b: tuple[float, float]) -> None:
    if abs(a[1] - b[1]) < 1 and abs(a[0] - b[0]) >= 5:
        found.across.append((min(a[0], b[0]), max(a[0], b[0]), (a[1] + b[1]) / 2))
    elif abs(a[0] - b[0]) < 1 and abs(a[1] - b[1]) >= 5:
        found.upright.append((min(a[1], b[1]), max(a[1], b[1]), (a[0] + b[0]) / 2))


def squares_of(drawing: Drawing) -> list[Rect]:
    """The squares of a page: drawn in one stroke, or of four single lines that meet."""
    found = list(drawing.squares)
    sides = [row for row in drawing.upright if 5 <= row[1] - row[0] <= 22][:_MOST_SIDES]
    levels = [row for row in drawing.across if 5 <= row[1] - row[0] <= 22][:_MOST_SIDES]
    for i, (low, high, left) in enumerate(sides):
        for other_low, other_high, right in sides[i + 1 :]:
            x0, x1 = min(left, right), max(left, right)
            level = abs(other_low - low) <= 1.5 and abs(other_high - high) <= 1.5
            if level and abs((x1 - x0) - (high - low)) <= 0.3 * (high - low):
                ends = [y for a, b, y in levels if abs(a - x0) <= 2 and abs(b - x1) <= 2]
                if any(abs(y - low) <= 2 for y in ends) and any(abs(y - high) <= 2 for y in ends):
                    found.append((x0, low, x1, high))
    return found


def rules_of(drawing: Drawing, frame: Frame) -> Rules:
    """The drawn rules on the displayed page; touching pieces of one line are joined."""
    across: list[tuple[float, float, float]] = []
    upright: list[tuple[float, float, float]] = []
    for x0, x1, y in drawing.across:
        box = frame.turn((x0, y, x1, y))
        _sorted_in(across, upright, box)
    for y0, y1, x in drawing.upright:
        box = frame.turn((x, y0, x, y1))
        _sorted_in(across, upright, box)
    return Rules(_joined(across), _joined(upright))


def _sorted_in(
    across: list[tuple[float, float, float]],
    upright: list[tuple[float, float, float]],
    box: Rect,
) -> None:
    if box[2] - box[0] >= box[3] - box[1]:
        across.append((box[0], box[2], box[1]))
    else:
        upright.append((box[1], box[3], box[0]))


def _joined(lines: list[tuple[float, float, float]]) -> tuple[tuple[float, float, float], ...]:
    kept: list[tuple[float, float, float]] = []
    for low, high, at in sorted(lines, key=lambda r: (round(r[2] / 2), r[0])):
        if kept and abs(kept[-1][2] - at) <= 2 and low <= kept[-1][1] + 2.5:
            kept[-1] = (kept[-1][0], max(kept[-1][1], high), kept[-1][2])
        else:
            kept.append((low, high, at))
    return tuple(line for line in kept if line[1] - line[0] >= 8)
