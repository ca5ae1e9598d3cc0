"""How the tests make a document: text as it would be typed, opened as a plain text or a mail."""

from __future__ import annotations

from dataclasses import dataclass

from tecum.instruments.catalogue import load_catalogue
from tecum.provenance import Page, Sha256, Source
from tecum.reading.read import read
from tecum.reading.result import Reading
from tecum.reading.text.layout import Layer, Line, Opened, Part, Text
from tecum.words import IntakeOutcome, TextFrom


@dataclass(frozen=True, slots=True)
class Paper:
    """An invented document and what it is; None where a value is not asked for."""

    id: str
    text: str
    conduct: str
    kind: str
    recipient: str | None = None
    issuer: str | None = None
    judicial: bool | None = None


def text_of(*pages: str, layer: Layer = Layer.BODY) -> Text:
    """Pages of typed lines; an empty line begins a new block, ``|`` at a line's start a stamp."""
    made: list[Page] = []
    lines: list[Line] = []
    block = 0
    for n, page in enumerate(pages, start=1):
        content = page.strip("\n")
        at = 0
        for row in content.split("\n"):
            if not row.strip():
                block += 1
            else:
                stamped = row.startswith("|")
                start = at + (len(row) - len(row.lstrip())) + stamped
                text = content[start : at + len(row)].rstrip()
                kind = Layer.STAMP if stamped else layer
                lines.append(Line(n, start, start + len(text), text, kind, block=block))
            at += len(row) + 1
        block += 1
        made.append(Page(n, 612.0, 792.0, 0, TextFrom.NATIVE, content))
    return Text(tuple(made), tuple(lines))


def opened(*pages: str, headers: tuple[tuple[str, str], ...] = ()) -> Opened:
    """An opened file of these typed pages."""
    source = Source(Sha256("0" * 64), "text/plain", sum(map(len, pages)))
    part = Part(source, (), None, IntakeOutcome.READ, "", text_of(*pages), (), headers)
    return Opened(source.sha256, source.media_type, source.bytes, part.outcome, "", (part,))


def read_text(*pages: str, headers: tuple[tuple[str, str], ...] = ()) -> Reading:
    """The Reading of these typed pages."""
    return read(opened(*pages, headers=headers), load_catalogue())
