"""One page of a PDF: its letters, what hides them, whether they are the page's own (READING 4)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pypdfium2_raw as pdfium  # type: ignore[import-untyped]

from tecum.reading.order.segments import Rules
from tecum.reading.order.written import page_text
from tecum.reading.pdf import checkmarks, covers, forms, letters
from tecum.reading.pdf.drawn import Drawing, drawing_of, rules_of, squares_of
from tecum.reading.pdf.health import sick_fonts
from tecum.reading.pdf.ink import Picture, picture_of
from tecum.reading.pdf.painted import repeats_its_picture
from tecum.reading.text import glyphs
from tecum.reading.text.glyphs import Frame, PageWord

__all__ = ["PageSeen", "look_at", "read_page"]

Rect = tuple[float, float, float, float]


@dataclass(slots=True)
class PageSeen:
    """What a page itself states: words, notes, fields, drawing; what is meant to be covered."""

    page: Any
    frame: Frame
    words: list[PageWord]
    notes: list[tuple[str, Rect]]
    drawing: Drawing
    fields: list[dict[str, Any]]
    looks: _Looks
    concealed: covers.Concealed
    capped: bool
    garbled: bool
    painted: bool

    def about_covers(self) -> dict[str, Any]:
        """What of the page is meant to be covered or cropped away, as the answer says it."""
        return {"covered": self.concealed.places, "cropped": self.concealed.cropped}


def read_page(document: Any, form: Any, n: int, wanted: Mapping[str, Any]) -> dict[str, Any]:
    """Read page ``n``: stored text, lines with layers, boxes, fields, and its source."""
    seen = look_at(document, form, n, wanted)
    if seen is None:
        return {"n": n, "lost": True}
    words, frame, drawing = seen.words, seen.frame, seen.drawing
    hidden = any(w.hidden for w in words) and not (seen.garbled or seen.painted)
    answer = page_text(words, seen.notes, frame, rules_of(drawing, frame) if words else Rules())
    answer.update(n=n, capped=seen.capped, fields=seen.fields, hidden=hidden)
    answer.update(ink=drawing.freehand())
    answer.update(seen.about_covers())
    answer.update(
        _where_from(
            answer,
            words,
            garbled=seen.garbled,
            drawing=drawing,
            frame=frame,
            looks=seen.looks,
            wanted=wanted,
        )
    )
    pdfium.FPDF_ClosePage(seen.page)
    return answer


def look_at(document: Any, form: Any, n: int, wanted: Mapping[str, Any]) -> PageSeen | None:
    """Page ``n`` as its file states it; None where it cannot be loaded. The caller closes it."""
    page = pdfium.FPDF_LoadPage(document, n - 1)
    if not page:
        return None
    most = int(wanted["glyphs_a_page"])
    frame = glyphs.frame_of(page)
    widgets, notes, drawn_annotations = forms.annotations_of(form, page, frame)
    words, capped = _words(page, frame, most)
    drawn: list[PageWord] = []
    marks: list[Rect] = []
    if drawn_annotations:
        covers.draw_missing_appearances(page)
        marks = covers.redaction_marks(page, frame)
        page, words, drawn = _with_appearances(
            document, page, n=n, frame=frame, printed=words, widgets=widgets, most=most
        )
    drawing = drawing_of(page, frame)
    concealed = covers.find_concealed(
        page, words, drawing, frame, marks=marks, widgets=[w.box for w in widgets]
    )
    if concealed.letters:
        words, drawn, widgets, notes = _without(concealed, words, drawn, widgets, notes)
    looks = _Looks(page, frame)
    _mark_hidden(words, drawing, frame, looks)
    visible = [w for w in words if not w.hidden]
    fields = _fields(widgets, visible, drawn, drawing=drawing, frame=frame, looks=looks, n=n)
    garbled = _mark_garbled(visible, wanted)
    painted = not garbled and _is_painted(page, frame, drawing, visible, wanted)
    for word in visible if painted else ():
        word.hidden = True
    return PageSeen(
        page, frame, words, notes, drawing, fields, looks, concealed, capped, garbled, painted
    )


def _is_painted(
    page: Any,
    frame: Frame,
    drawing: Drawing,
    visible: list[PageWord],
    wanted: Mapping[str, Any],
) -> bool:
    """Whether a page's visible words are somebody's recognition of the picture that it is."""
    if not visible or _cover(drawing, frame) <= float(wanted["scan_cover"]):
        return False
    return repeats_its_picture(page, frame, visible)


def _without(
    concealed: covers.Concealed,
    words: list[PageWord],
    drawn: list[PageWord],
    widgets: list[forms.Widget],
    notes: list[tuple[str, Rect]],
) -> tuple[list[PageWord], list[PageWord], list[forms.Widget], list[tuple[str, Rect]]]:
    """What is left of a page when what somebody meant to cover is left out of everything."""
    places = [box for box, _ in concealed.places]

    def is_open(box: Rect) -> bool:
        return not any(_touch(box, place) for place in places)

    # A field's value without an appearance has no place in the painting order.
    kept = [w for w in covers.cut_out(words, concealed) if w.owner or is_open(w.place)]
    known = {id(word) for word in kept}
    return (
        kept,
        [word for word in drawn if id(word) in known],
        [widget for widget in widgets if is_open(widget.box)],
        [note for note in notes if is_open(note[1])],
    )


def _words(page: Any, frame: Frame, most: int) -> tuple[list[PageWord], bool]:
    text_page = pdfium.FPDFText_LoadPage(page)
    if not text_page:
        return [], False
    words, capped = letters.words_of(text_page, frame, most)
    pdfium.FPDFText_ClosePage(text_page)
    return words, capped


def _with_appearances(
    document: Any,
    page: Any,
    *,
    n: int,
    frame: Frame,
    printed: list[PageWord],
    widgets: list[forms.Widget],
    most: int,
) -> tuple[Any, list[PageWord], list[PageWord]]:
    """The page as a viewer shows it, with the appearances of its fields and notes drawn in."""
    known = {(w.text, round(w.box[0]), round(w.box[1])) for w in printed}
    words = printed
    if pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY) == pdfium.FLATTEN_SUCCESS:
        pdfium.FPDF_ClosePage(page)
        page = pdfium.FPDF_LoadPage(document, n - 1)
        words, _ = _words(page, frame, most)
    drawn = [w for w in words if (w.text, round(w.box[0]), round(w.box[1])) not in known]
    for widget in widgets:
        place = frame.turn(widget.box)
        shown = any(
            place[0] - 2 <= (w.box[0] + w.box[2]) / 2 <= place[2] + 2
            and place[1] - 2 <= (w.box[1] + w.box[3]) / 2 <= place[3] + 2
            for w in drawn
        )
        if widget.value and not widget.is_checkbox and not shown:
            typed = forms.typed_words(widget)
            for word in typed:
                word.box = frame.turn(word.box)
            words = [*words, *typed]
    return page, words, drawn


def _fields(
    widgets: list[forms.Widget],
    visible: list[PageWord],
    drawn: list[PageWord],
    *,
    drawing: Drawing,
    frame: Frame,
    looks: _Looks,
    n: int,
) -> list[dict[str, Any]]:
    shown = {id(w) for w in drawn}
    printed = [w for w in visible if id(w) not in shown]
    fields = forms.fields_of(widgets, printed, drawn, frame, n)
    taken = [w.box for w in widgets]
    squares = [s for s in squares_of(drawing) if not any(_touch(s, t) for t in taken)]
    if len(squares) <= 400:
        fields += checkmarks.drawn_boxes(squares, drawing.marks, printed, frame, n)
    small = [box for box in drawing.pictures if checkmarks.is_box_sized(box)]
    if small and len(small) <= 60:
        marked = [(box, looks.picture.inside(box)) for box in small]
        fields += checkmarks.pictured_boxes(marked, printed, frame, n)
    fields += checkmarks.boxes_of_glyphs(printed, n)
    return fields


def _touch(a: Rect, b: Rect) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


class _Looks:
    """The page's picture, drawn only when something has to be looked at."""

    def __init__(self, page: Any, frame: Frame) -> None:
        self._page = page
        self._frame = frame
        self._picture: Picture | None = None

    @property
    def picture(self) -> Picture:
        """The rendered page."""
        if self._picture is None:
            self._picture = picture_of(self._page, self._frame)
        return self._picture


def _mark_hidden(words: list[PageWord], drawing: Drawing, frame: Frame, looks: _Looks) -> None:
    """Hide what a reader cannot see: off the page, under a later cover, pale on pale."""
    x0, y0, x1, y1 = frame.crop
    for word in words:
        if word.hidden:
            continue
        box = word.place
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        if not (x0 <= x <= x1 and y0 <= y <= y1):
            word.hidden = True
            continue
        if not drawing.covers:
            word.hidden = word.pale
            continue
        z = drawing.order.get(word.owner, 1 << 30)
        around = [over > z for over, c in drawing.covers if c[0] <= x <= c[2] and c[1] <= y <= c[3]]
        unsure = bool(around) if word.pale else any(around)
        if (word.pale and not around) or (unsure and not looks.picture.has_contrast(box)):
            word.hidden = True


def _mark_garbled(visible: list[PageWord], wanted: Mapping[str, Any]) -> bool:
    """Keep words of fonts that say other letters than they show out of the text."""
    sick = sick_fonts(
        [(w.font, w.text) for w in visible],
        sick=float(wanted["sick_glyphs"]),
        pairs=float(wanted["healthy_pairs"]),
        share=float(wanted["healthy_words"]),
    )
    if sick:
        for word in visible:
            word.hidden = word.hidden or word.font in sick
    return bool(sick)


def _where_from(
    answer: Mapping[str, Any],
    words: list[PageWord],
    *,
    garbled: bool,
    drawing: Drawing,
    frame: Frame,
    looks: _Looks,
    wanted: Mapping[str, Any],
) -> dict[str, Any]:
    """Whether a page was read, or why not: the table of READING 4."""
    body = _body_letters(answer, int(wanted["scan_letters"]))
    if garbled:
        return {"text_from": "mixed" if body >= 40 else "none", "unread": "garbled"}
    cover = _cover(drawing, frame)
    few = body < int(wanted["scan_letters"])
    if cover > float(wanted["scan_cover"]) and few:
        return {"text_from": "mixed" if body else "none", "unread": _scan_cause(answer, body)}
    if cover > float(wanted["scan_cover"]) and looks.picture.mostly_outside(
        [w for w in words if not w.hidden]
    ):
        return {"text_from": "mixed", "unread": _scan_cause(answer, body)}
    if body and cover >= float(wanted["part_cover"]) and _is_pictured_text(looks, words, drawing):
        return {"text_from": "mixed", "unread": "part_picture"}
    if body:
        return {"text_from": "native"}
    shown = drawing.objects > 0 and looks.picture.ink_share() >= float(wanted["blank_ink"])
    if shown and not any(row[2] in ("stamp", "header", "footer") for row in answer["lines"]):
        return {"text_from": "none", "unread": "needs_ocr"}
    if shown and (cover > 0.02 or looks.picture.mostly_outside(words)):
        return {"text_from": "none", "unread": "only_stamp"}
    return {"text_from": "native" if answer["text"] else "none"}


_LEAST_INK, _MOST_INK = 0.01, 0.3


def _is_pictured_text(looks: _Looks, words: list[PageWord], drawing: Drawing) -> bool:
    """Whether a picture on a page of words is inked as text is, and no word lies upon it."""
    large = max(drawing.pictures, key=lambda b: (b[2] - b[0]) * (b[3] - b[1]))
    upon = sum(_touch(w.place, large) for w in words if not w.hidden)
    ink = looks.picture.share_in(large)
    return upon * 10 <= len(words) and _LEAST_INK <= ink <= _MOST_INK


def _body_letters(answer: Mapping[str, Any], enough: int) -> int:
    """The letters of the body, counted only until there are enough."""
    found = 0
    for row in answer["lines"]:
        if row[2] == "body":
            found += sum(map(str.isalnum, answer["text"][row[0] : row[1]]))
            if found >= enough:
                break
    return found


def _scan_cause(answer: Mapping[str, Any], body: int) -> str:
    layers = {row[2] for row in answer["lines"]}
    hidden = sum(row[1] - row[0] for row in answer["lines"] if row[2] == "hidden")
    if hidden >= 20:
        return "embedded_ocr"
    return "only_stamp" if layers & {"stamp", "header", "footer"} and not body else "needs_ocr"


def _cover(drawing: Drawing, frame: Frame) -> float:
    """The share of the page under pictures; strips of one scan add up."""
    area = max(frame.width * frame.height, 1.0)
    x0, y0, x1, y1 = frame.crop
    total = 0.0
    for box in drawing.pictures:
        width = min(box[2], x1) - max(box[0], x0)
        height = min(box[3], y1) - max(box[1], y0)
        total += max(width, 0.0) * max(height, 0.0)
    return min(total / area, 1.0)
