"""Texts made from plain strings, as a step of reading would receive them."""

from __future__ import annotations

from tecum.provenance import Page
from tecum.reading.text.layout import Flow, Layer, Line, Text
from tecum.words import TextFrom


def text_of(content: str, layer: Layer = Layer.BODY) -> Text:
    """A virtual document: a page per form feed, a line per line, a block per blank line."""
    pages: list[Page] = []
    lines: list[Line] = []
    block = 0
    for n, page_text in enumerate(content.split("\f"), start=1):
        pages.append(Page(n, 612.0, 792.0, 0, TextFrom.NATIVE, page_text))
        at = 0
        for raw in page_text.split("\n"):
            if raw.strip():
                lines.append(Line(n, at, at + len(raw), raw, layer, block=block))
            else:
                block += 1
            at += len(raw) + 1
        block += 1
    return Text(tuple(pages), tuple(lines))


def flow_of(content: str) -> Flow:
    """The body of such a text as one running text."""
    return text_of(content).flow()
