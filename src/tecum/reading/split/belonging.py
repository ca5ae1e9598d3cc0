"""Which document a schedule, a proof, a notice or a printed rule belongs to (READING 7)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tecum.words import DocumentRole

__all__ = ["Piece", "gathered"]

_BELONG = frozenset(
    {
        DocumentRole.SCHEDULE, DocumentRole.DEFINITIONS, DocumentRole.NOTICE_TO_SUBJECT,
        DocumentRole.PROOF_OF_SERVICE, DocumentRole.RULE_TEXT, DocumentRole.BLANK,
    }
)  # fmt: skip
_NO_HOST = frozenset(
    {DocumentRole.COVER_LETTER, DocumentRole.FAX_COVER, DocumentRole.ENVELOPE, DocumentRole.BLANK}
)
_WORD = re.compile(r"[A-Z][A-Za-z]{3,}|\d{2,}[\w-]*")
_SHORT_EXHIBIT = 2


@dataclass(frozen=True, slots=True)
class Piece:
    """Pages that are one document, its role where its first lines tell it, what belongs to it."""

    pages: tuple[int, ...]
    role: DocumentRole | None
    belongs: tuple[Piece, ...] = ()
    name: str = ""

    def pages_of(self, *roles: DocumentRole) -> tuple[int, ...]:
        """Its own pages and those of the belonging pieces of these roles."""
        more = [n for piece in self.belongs if piece.role in roles for n in piece.pages]
        return (*self.pages, *more)


def gathered(pieces: Sequence[Piece], words: Sequence[str]) -> tuple[Piece, ...]:
    """Let schedules, definitions, proofs and printed rules belong to their document.

    Args:
        pieces: The pieces in the order of the file.
        words: The text of each.
    """
    own = [i for i, piece in enumerate(pieces) if not _may_belong(piece)]
    rows: dict[int, list[Piece]] = {i: [] for i in own}
    for i, piece in enumerate(pieces):
        if i in rows:
            continue
        host = _host(i, pieces, words, own)
        if host is None:
            rows[i] = []
        else:
            rows[host].append(piece)
    return tuple(
        Piece(pieces[i].pages, pieces[i].role, tuple(rows[i]), pieces[i].name) for i in sorted(rows)
    )


def _may_belong(piece: Piece) -> bool:
    short = piece.role is DocumentRole.EXHIBIT and len(piece.pages) <= _SHORT_EXHIBIT
    return piece.role in _BELONG or short


def _host(i: int, pieces: Sequence[Piece], words: Sequence[str], own: Sequence[int]) -> int | None:
    """The document that a piece belongs to: before it if there is one, else the next."""
    hosts = [n for n in own if pieces[n].role not in _NO_HOST]
    before = [n for n in hosts if n < i]
    piece = pieces[i]
    if piece.role is DocumentRole.BLANK:
        return max((n for n in own if n < i), default=None)
    if not before:
        return next((n for n in hosts if n > i), max((n for n in own if n < i), default=None))
    if piece.role is DocumentRole.SCHEDULE and piece.name:
        name = re.compile(r"(?i)\b" + r"\s{1,9}".join(map(re.escape, piece.name.split())) + r"\b")
        named = [n for n in before if name.search(words[n])]
        return named[-1] if named else before[-1]
    if piece.role is DocumentRole.PROOF_OF_SERVICE and len(before) > 1:
        said = set(_WORD.findall(words[i]))
        shared = {n: len(said & _distinctive(n, before, words)) for n in before}
        return max(before, key=lambda n: (shared[n], n))
    return before[-1]


def _distinctive(n: int, hosts: Sequence[int], words: Sequence[str]) -> set[str]:
    """Names and numbers of one document that the others do not hold."""
    others: set[str] = set()
    for other in hosts:
        if other != n:
            others.update(_WORD.findall(words[other]))
    return set(_WORD.findall(words[n])) - others
