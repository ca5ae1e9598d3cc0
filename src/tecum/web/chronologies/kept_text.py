"""The text of a public document as it is kept: its pages and lines, sealed, and read back."""

from __future__ import annotations

import json

from tecum.docket.proposals import PublicReading
from tecum.provenance import Page, Sha256
from tecum.reading.text.layout import Layer, Line, Text
from tecum.web.sealing import sealed, unsealed
from tecum.words import TextFrom

__all__ = ["keep_text", "kept_text"]

_BOUND = "tecum.public-document/1"


def keep_text(reading: PublicReading) -> bytes:
    """Seal a document's pages and the lines of its running text."""
    source = reading.flow.source
    held = {
        "file": reading.file,
        "pages": [[page.n, page.text] for page in source.pages],
        "lines": [
            [line.page, line.start, line.end, line.layer.value, line.block]
            for line in reading.flow.lines
        ],
    }
    return sealed(json.dumps(held, ensure_ascii=False).encode(), _BOUND)


def kept_text(stored: bytes) -> PublicReading:
    """The document's text as it was read, every position the same."""
    held = json.loads(unsealed(stored, _BOUND))
    texts = dict(held["pages"])
    lines = tuple(
        Line(page, start, end, texts[page][start:end], Layer(layer), block=block)
        for page, start, end, layer, block in held["lines"]
    )
    pages = tuple(Page(number, 0, 0, 0, TextFrom.NATIVE, text) for number, text in texts.items())
    text = Text(pages, lines)
    return PublicReading(text.flow(*{line.layer for line in lines}), Sha256(held["file"]))
