"""A Reading shown on its pages: every read value marked where its words stand.

One self-contained page: pictures of the pages with boxes drawn over them, or the pages' text
with the words marked where a page has no picture. Nothing is fetched, no script runs. Text
that a reader of the page cannot see is not shown here either.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from html import escape
from importlib.resources import files
from pathlib import PurePath
from typing import Any

from tecum.errors import TecumError
from tecum.provenance import Box, Page, Read, Span
from tecum.reading.pdf.render import PageImage, render_page
from tecum.reading.result import Reading
from tecum.reading.text.layout import Layer, Opened, Text
from tecum.words import Word

__all__ = [
    "Mark",
    "Shown",
    "as_displayed",
    "html_document",
    "joined",
    "marked_page",
    "marked_picture",
]

_FACT = "Not legal advice. Confirm every value on the page itself."


@dataclass(frozen=True, slots=True)
class Shown:
    """One file to show: its name, its bytes, what was read, and its stored text."""

    name: str
    data: bytes
    reading: Reading
    opened: Opened


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of a page that a value was read from; ``n`` is the number shown beside both."""

    n: int
    label: str
    tone: str
    page: int
    start: int
    end: int
    boxes: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class _Value:
    label: str
    text: str
    band: str
    spans: tuple[Span, ...]


def html_document(title: str, body: str) -> str:
    """A whole page with the one style that both marked pages and reports of misses use."""
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="color-scheme" content="light dark">'
        f"<title>{escape(title)}</title><style>{_style()}</style></head><body>{body}"
        f"<footer>{_FACT}</footer></body></html>\n"
    )


@cache
def _style() -> str:
    return files("tecum.reading").joinpath("marked.css").read_text("utf-8")


def marked_page(shown: Iterable[Shown]) -> str:
    """One HTML page for some files: the values as a list, beside the pages with their marks."""
    parts: list[str] = []
    number = 0
    for one in shown:
        parts.append(f"<h1>{escape(PurePath(one.name).name)}</h1>")
        for reading in (one.reading, *one.reading.others):
            number += 1
            parts.append(_document(one, reading, f"d{number}-"))
    return html_document("What was read", "".join(parts))


def _document(one: Shown, reading: Reading, at: str) -> str:
    values = list(_values(reading))
    marks = [
        Mark(n, v.label, v.band, s.page, s.start, s.end, s.boxes)
        for n, v in enumerate(values, start=1)
        for s in v.spans
    ]
    kind = reading.kind.value.value.replace("_", " ") if reading.kind.value else "not read"
    said = [word.replace("_", " ") for word in (reading.outcome.value, *reading.warnings)]
    text = _text_of(one.opened, reading)
    pages = [page for page in reading.pages if page.n in reading.document_pages]
    figures = "".join(
        marked_picture(one.data, page.n, marks, at) or marked_text(page, text, marks, at)
        for page in pages
    )
    return (
        f'<section class="doc"><h2>{escape(kind.capitalize())}</h2>'
        f'<p class="said">{escape("; ".join(said))}</p><div class="two">'
        f'<div class="values"><ol>{"".join(_row(value, at) for value in values)}</ol></div>'
        f'<div class="pages">{figures}</div></div></section>'
    )


def _row(value: _Value, at: str) -> str:
    pages = sorted({span.page for span in value.spans})
    where = f' <a href="#{at}page-{pages[0]}">p. {", ".join(map(str, pages))}</a>' if pages else ""
    band = escape(value.band)
    return (
        f'<li class="t-{band}"><span class="l">{escape(value.label)}</span> '
        f'<span class="v">{escape(value.text)}</span> <span class="b">{band}{where}</span></li>'
    )


_SINGLE = (
    "conduct", "kind", "form", "issuer", "issuer_class", "judicial", "recipient", "issued_on",
    "served_on", "service_method", "place_or_manner", "nondisclosure",
)  # fmt: skip


def _values(reading: Reading) -> Iterator[_Value]:
    """Everything read, what a clerk confirms first in front; each with its words."""
    r = reading
    single = tuple((label.replace("_", " "), getattr(r, label)) for label in _SINGLE)
    signer = (
        ("signed by", r.signatory.name),
        ("title", r.signatory.title),
        ("role", r.signatory.role),
    )
    lists: tuple[tuple[str, Read[Any]], ...] = (
        *(("matter number", value) for value in r.matter_numbers),
        *((f"item {item.label}", item.text) for item in r.items),
        *(("subject", subject.name) for subject in r.subjects),
        *(("identifier", i) for subject in r.subjects for i in subject.identifiers),
        *(("consequence", value) for value in r.consequences),
        *(("authority", cite.cite) for cite in r.authorities),
        *(
            (f"box {box.state.value if box.state else 'not told'}", box.label)
            for box in r.checkboxes
        ),
    )
    for phrase in r.due:
        quote = " ".join(" ".join(span.quote for span in phrase.spans).split())
        label = f"due for {phrase.due_for.value}"
        yield _Value(label, quote or phrase.form.value, phrase.band, phrase.spans)
    for label, value in (*single, *signer, *lists):
        yield _Value(label, _said(value.value), value.band.value, value.spans)


def _said(value: Any) -> str:
    """A value in words; those of a closed list without their underscores."""
    if value is None or isinstance(value, bool):
        return {None: "–", True: "yes", False: "no"}[value]
    if isinstance(value, Word):
        return value.value.replace("_", " ")
    return " ".join(str(value).split())


def marked_picture(data: bytes, n: int, marks: Sequence[Mark], at: str = "") -> str | None:
    """Page ``n`` as a picture with boxes over the marked words; None where it has no picture."""
    try:
        image = render_page(data, n)
    except TecumError:
        return None
    width, height = _shown_size(image)
    same: dict[tuple[Box, ...], list[Mark]] = {}
    for mark in marks:
        if mark.page == n and mark.boxes:
            same.setdefault(mark.boxes, []).append(mark)
    drawn = "".join(_drawn(together, image) for together in same.values())
    content = base64.b64encode(image.content).decode("ascii")
    return (
        f'<figure id="{at}page-{n}"><figcaption>Page {n}</figcaption>'
        f'<svg viewBox="0 0 {width:.1f} {height:.1f}" role="img" '
        f'aria-label="Page {n} with marks"><image href="data:{image.media_type};base64,{content}" '
        f'width="{width:.1f}" height="{height:.1f}" preserveAspectRatio="none"/>{drawn}</svg>'
        "</figure>"
    )


def _shown_size(image: PageImage) -> tuple[float, float]:
    left, bottom, right, top = image.crop
    wide, high = right - left, top - bottom
    return (high, wide) if image.rotation in (90, 270) else (wide, high)


def as_displayed(box: Box, image: PageImage) -> Box:
    """A box of the unrotated page on the displayed picture, origin at its upper left."""
    left, bottom, right, top = image.crop
    wide, high = right - left, top - bottom
    u0, v0, u1, v1 = box[0] - left, box[1] - bottom, box[2] - left, box[3] - bottom
    return {
        90: (v0, u0, v1, u1),
        180: (wide - u1, v0, wide - u0, v1),
        270: (high - v1, wide - u1, high - v0, wide - u0),
    }.get(image.rotation, (u0, high - v1, u1, high - v0))


def joined(boxes: Iterable[Box]) -> list[Box]:
    """Neighbours on one displayed line as one box: a turned page has a box for each letter."""
    rows: list[Box] = []
    for box in boxes:
        last = rows[-1] if rows else None
        high = box[3] - box[1]
        level = last is not None and abs(last[1] + last[3] - box[1] - box[3]) < high
        if last is not None and level and -high <= box[0] - last[2] <= high:
            rows[-1] = (
                min(last[0], box[0]), min(last[1], box[1]),
                max(last[2], box[2]), max(last[3], box[3]),
            )  # fmt: skip
        else:
            rows.append(box)
    return rows


def _drawn(marks: Sequence[Mark], image: PageImage) -> str:
    """The boxes that some marks share, and their numbers above the first."""
    width, height = _shown_size(image)
    numbers = ", ".join(str(n) for n in dict.fromkeys(mark.n for mark in marks))
    pieces: list[str] = []
    for x0, y0, x1, y1 in joined(as_displayed(box, image) for box in marks[0].boxes):
        x0, y0, x1, y1 = max(x0, 0.0), max(y0, 0.0), min(x1, width), min(y1, height)  # noqa: PLW2901
        if x0 >= x1 or y0 >= y1:
            continue
        if not pieces:
            pieces.append(f'<text x="{x0 - 1:.1f}" y="{max(y0 - 1.8, 5):.1f}">{numbers}</text>')
        pieces.append(
            f'<rect x="{x0 - 1:.1f}" y="{y0 - 1:.1f}" width="{x1 - x0 + 2:.1f}" '
            f'height="{y1 - y0 + 2:.1f}" rx="1.5"/>'
        )
    if not pieces:
        return ""
    told = "; ".join(f"{mark.n} {mark.label}: {mark.tone}" for mark in marks)
    tone = escape(marks[0].tone)
    return f'<g class="m t-{tone}"><title>{escape(told)}</title>{"".join(pieces)}</g>'


def _text_of(opened: Opened, reading: Reading) -> Text | None:
    """The stored text that a Reading's pages belong to."""
    for part in opened.parts:
        if part.text is not None and part.text.pages == reading.pages:
            return part.text
    return None


def marked_text(page: Page, text: Text | None, marks: Sequence[Mark], at: str = "") -> str:
    """A page's visible lines with every marked word in a mark; hidden lines stay out."""
    lines = [] if text is None else [ln for ln in text.lines if ln.page == page.n]
    rows: list[str] = []
    block = None
    for line in lines:
        if line.layer is Layer.HIDDEN:
            continue
        if block is not None and line.block != block:
            rows.append("")
        block = line.block
        rows.append(_marked_line(page.text, line.start, line.end, marks, page.n))
    body = "\n".join(rows) or "Nothing on this page can be shown as text."
    return (
        f'<figure id="{at}page-{page.n}"><figcaption>Page {page.n}</figcaption>'
        f"<pre>{body}</pre></figure>"
    )


def _marked_line(text: str, start: int, end: int, marks: Sequence[Mark], page: int) -> str:
    """One line with its marks; where marks overlap, the first keeps the words."""
    out: list[str] = []
    at = start
    for mark in sorted(marks, key=lambda m: (m.start, -m.end)):
        if mark.page != page or mark.end <= at or mark.start >= end:
            continue
        first, last = max(at, mark.start), min(mark.end, end)
        title = f'title="{mark.n} {escape(mark.label)}: {escape(mark.tone)}"'
        words = escape(text[first:last])
        out.append(escape(text[at:first]))
        out.append(f'<mark class="t-{escape(mark.tone)}" {title}>{words}</mark>')
        at = last
    out.append(escape(text[at:end]))
    return "".join(out)
