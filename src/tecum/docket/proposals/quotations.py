"""Where a document quotes: outer quotations, and quotations inside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tecum.docket.proposals.body import PublicReading

__all__ = ["Quotation", "quotations"]

_OPENS = "“«"
_CLOSES = "”»"
_INNER = re.compile(
    r"(?<![\w])['‘](?=[\w“])(?P<said>[^'‘’]{2,400}?(?:[\w]['’](?=[a-z]{1,2}\b)[^'‘’]{0,400}?){0,8})"
    r"['’](?![\w])"
)
_LEAST = 4
"""Fewer words in quotation marks are a term that is set apart, and nobody's speech."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks; ``inner`` are the quotations inside, as positions.

    ``opens_paragraph`` and ``is_open``: it begins a paragraph, and the paragraph ends before
    it does, as where a speech runs on.
    """

    start: int
    end: int
    paragraph: int
    inner: tuple[tuple[int, int], ...] = ()
    opens_paragraph: bool = False
    is_open: bool = False

    def holds(self, position: int) -> bool:
        """Whether a position lies in the quotation."""
        return self.start <= position < self.end


def quotations(reading: PublicReading) -> tuple[Quotation, ...]:
    """Every quotation of some words, paragraph by paragraph."""
    return tuple(
        found
        for n, (start, end) in enumerate(reading.paragraphs)
        for found in _in_paragraph(reading.flow.text, n, start, end)
    )


def _in_paragraph(text: str, n: int, start: int, end: int) -> Iterator[Quotation]:
    opened: int | None = None
    for at in range(start, end):
        letter = text[at]
        if opened is None and (letter in _OPENS or (letter == '"' and _may_open(text, at, end))):
            opened = at
        elif opened is not None and (letter in _CLOSES or letter == '"'):
            if len(text[opened:at].split()) >= _LEAST:
                yield _made(text, n, opened, at + 1, start)
            opened = None
    if opened is not None and len(text[opened:end].split()) >= _LEAST:
        found = _made(text, n, opened, end, start)
        yield Quotation(opened, end, n, found.inner, found.opens_paragraph, is_open=True)


def _may_open(text: str, at: int, end: int) -> bool:
    return at + 1 < end and not text[at + 1].isspace()


def _made(text: str, n: int, start: int, end: int, paragraph: int) -> Quotation:
    inner = tuple(match.span() for match in _INNER.finditer(text, start + 1, end - 1))
    return Quotation(start, end, n, inner, opens_paragraph=not text[paragraph:start].strip())
