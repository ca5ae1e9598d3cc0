"""A Reading shown on its pages: every read value marked where its words stand.

One self-contained page: pictures of the pages with boxes drawn over them, or the pages' text
with the words marked where a page has no picture. Nothing is fetched, no script runs.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator
from html import escape
from typing import Any

from tecum.errors import TecumError
from tecum.provenance import Page, Read, Span
from tecum.reading.render import PageImage, render_page
from tecum.reading.result import Reading

__all__ = ["marked_page"]

_STYLE = """
body{font:16px/1.45 system-ui,sans-serif;margin:2rem auto;max-width:70rem;color:#1c1b19}
table{border-collapse:collapse;width:100%}tr{border-bottom:1px solid #d9d5cc}
td,th{text-align:left;padding:.25rem .6rem;vertical-align:top}
figure{margin:1.5rem 0}svg{width:100%;height:auto;border:1px solid #bbb}
pre{white-space:pre-wrap;border:1px solid #bbb;padding:1rem}mark{background:#ffe9a8}
rect.v{fill:#ffcf3f;fill-opacity:.28;stroke:#8a6100;stroke-width:.8}.b{color:#5d574c}
"""


def marked_page(shown: Iterable[tuple[str, bytes, Reading]]) -> str:
    """One HTML page for some files: the values as a table, then the pages with their marks."""
    body: list[str] = []
    for name, data, reading in shown:
        body.append(f"<h1>{escape(name)}</h1>")
        for one in (reading, *reading.others):
            body.append(_one(data, one))
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Readings</title>'
        f"<style>{_STYLE}</style></head><body><p>Not legal advice. Confirm every value.</p>"
        f"{''.join(body)}</body></html>\n"
    )


def _one(data: bytes, reading: Reading) -> str:
    values = list(_values(reading))
    rows = "".join(
        f"<tr><th>{escape(label)}</th><td>{escape(text)}</td>"
        f'<td class="b">{escape(band)}</td><td>{_pages(spans)}</td></tr>'
        for label, text, band, spans in values
    )
    pages = [page for page in reading.pages if page.n in reading.document_pages]
    figures = "".join(_figure(data, page, values) for page in pages)
    head = f"<h2>{escape(reading.kind.value or 'not read')}, {escape(reading.outcome)}</h2>"
    return f"{head}<table>{rows}</table>{figures}"


_Value = tuple[str, str, str, tuple[Span, ...]]


def _values(reading: Reading) -> Iterator[_Value]:
    r = reading
    single: tuple[tuple[str, Read[Any]], ...] = tuple(
        (label.replace("_", " "), getattr(r, label))
        for label in (
            "conduct", "kind", "form", "issuer", "issuer_class", "judicial", "recipient",
            "issued_on", "served_on", "service_method", "place_or_manner", "nondisclosure",
        )
    )  # fmt: skip
    signer = (("signed by", r.signatory.name), ("title", r.signatory.title))
    lists = (
        *(("matter number", value) for value in r.matter_numbers),
        *((f"item {item.label}", item.text) for item in r.items),
        *(("subject", subject.name) for subject in r.subjects),
        *(("consequence", value) for value in r.consequences),
        *(("authority", cite.cite) for cite in r.authorities),
    )
    for label, value in (*single, *signer, *lists):
        text = "–" if value.value is None else str(value.value)
        yield label, text, value.band.value, value.spans
    for phrase in r.due:
        quote = " ".join(span.quote for span in phrase.spans)
        yield f"due for {phrase.due_for.value}", quote, phrase.band, phrase.spans


def _pages(spans: tuple[Span, ...]) -> str:
    numbers = sorted({span.page for span in spans})
    return escape(f"page {', '.join(map(str, numbers))}" if numbers else "")


def _figure(data: bytes, page: Page, values: list[_Value]) -> str:
    """One page: its picture with boxes, else its text with marks."""
    spans = [(label, span) for label, _, _, found in values for span in found]
    here = [(label, span) for label, span in spans if span.page == page.n]
    image = _picture(data, page) if any(span.boxes for _, span in here) else None
    caption = f"<figcaption>Page {page.n}</figcaption>"
    if image is None:
        return f"<figure>{caption}<pre>{_marked_text(page, here)}</pre></figure>"
    left, bottom, right, top = image.crop
    wide, high = right - left, top - bottom
    boxes = "".join(
        f'<rect class="v" x="{x0 - left:.1f}" y="{top - y1:.1f}" width="{x1 - x0:.1f}" '
        f'height="{y1 - y0:.1f}"><title>{escape(label)}</title></rect>'
        for label, span in here
        for x0, y0, x1, y1 in span.boxes
    )
    shown = (high, wide) if image.rotation in (90, 270) else (wide, high)
    content = base64.b64encode(image.content).decode("ascii")
    return (
        f'<figure>{caption}<svg viewBox="0 0 {shown[0]:.1f} {shown[1]:.1f}" role="img" '
        f'aria-label="Page {page.n} with marks"><image '
        f'href="data:{image.media_type};base64,{content}" width="{shown[0]:.1f}" '
        f'height="{shown[1]:.1f}"/><g transform="{_turn(image.rotation, wide, high)}">'
        f"{boxes}</g></svg></figure>"
    )


def _turn(rotation: int, wide: float, high: float) -> str:
    """From the unrotated page, drawn downwards, to the page as displayed."""
    return {
        90: f"translate({high:.1f} 0) rotate(90)",
        180: f"translate({wide:.1f} {high:.1f}) rotate(180)",
        270: f"translate(0 {wide:.1f}) rotate(270)",
    }.get(rotation, "")


def _picture(data: bytes, page: Page) -> PageImage | None:
    try:
        return render_page(data, page.n)
    except TecumError:
        return None


def _marked_text(page: Page, here: list[tuple[str, Span]]) -> str:
    """A page's text with every read span in a mark; overlapping spans become one."""
    out: list[str] = []
    at = 0
    for label, span in sorted(here, key=lambda row: (row[1].start, -row[1].end)):
        if span.end <= at:
            continue
        start = max(at, span.start)
        out.append(escape(page.text[at:start]))
        marked = escape(page.text[start : span.end])
        out.append(f'<mark title="{escape(label)}">{marked}</mark>')
        at = span.end
    out.append(escape(page.text[at:]))
    return "".join(out)
