"""A public document's text with the words of its proposals marked, each mark its exact words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tecum.docket.proposals import PublicReading
from tecum.web.chronologies.documents import Offered

__all__ = ["Piece", "marked_paragraphs"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text: the numbers of the proposals that rest on it, and which begin."""

    text: str
    of: tuple[int, ...] = ()
    begins: tuple[int, ...] = ()


def marked_paragraphs(reading: PublicReading, offered: Sequence[Offered]) -> list[list[Piece]]:
    """The text paragraph by paragraph; a proposal's pieces together are its quotation."""
    paragraphs: list[list[Piece]] = []
    for page in reading.flow.source.pages:
        spans = sorted(
            (span.start, span.end, row.number)
            for row in offered
            for span in row.proposal.spans
            if span.page == page.n
        )
        first = {row.number: min(s.start for s in row.proposal.spans) for row in offered}
        cuts = {0, len(page.text)} | {at for low, high, _ in spans for at in (low, high)}
        pieces: list[Piece] = []
        ordered = sorted(cuts)
        for low, high in pairwise(ordered):
            of = tuple(number for start, end, number in spans if start <= low and high <= end)
            begins = tuple(number for number in of if first[number] == low)
            pieces.append(Piece(page.text[low:high], of, begins))
        paragraphs += _paragraphs(pieces)
    return paragraphs


def _paragraphs(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Pieces cut where an empty line stands between marks."""
    found: list[list[Piece]] = [[]]
    for piece in pieces:
        parts = [piece.text] if piece.of else piece.text.split("\n\n")
        for n, text in enumerate(parts):
            if n:
                found.append([])
            if text:
                found[-1].append(Piece(text, piece.of, piece.begins if not n else ()))
    return [row for row in found if any(one.text.strip() for one in row)]
