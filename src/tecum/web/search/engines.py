"""The two full-text engines behind one interface: FTS5 of SQLite, tsvector of PostgreSQL.

Both are asked for the newest rows first and stop as soon as a page is full, so that a word
which stands everywhere costs no more than one that is rare.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Protocol

from django.db import connection
from django.db.models import BooleanField, Q, QuerySet
from django.db.models.expressions import RawSQL

from tecum.web.search.asked import Term
from tecum.web.search.models import IndexedWords, Words
from tecum.web.search.words import keyed

__all__ = ["OPEN", "Engine", "Part", "Where", "engine"]

Part = str
OPEN: tuple[Part, ...] = ("open",)
"""The part that is in clear; all others hold keyed words."""
Where = Callable[[str], Q]
"""Which dockets, given the way from a row to its docket."""


class Engine(Protocol):
    """Where words are looked up."""

    def hits(
        self, terms: Sequence[Term], parts: Sequence[Part], where: Where, *, after: int | None,
        limit: int,
    ) -> list[tuple[int, str]]:  # fmt: skip
        """Row and docket of the newest rows that hold every term in one of these parts.

        Args:
            after: The row of the last hit of the page before.
        """

    def begins(self, field: str, text: str) -> Q:
        """That a column begins with a text, asked so that the column's index answers."""


class Fts5:
    """SQLite: a table of its own, joined with the rows it indexes."""

    def hits(
        self, terms: Sequence[Term], parts: Sequence[Part], where: Where, *, after: int | None,
        limit: int,
    ) -> list[tuple[int, str]]:  # fmt: skip
        """As :class:`Engine` says."""
        match = RawSQL("search_words MATCH %s", [_fts5(terms, parts)], output_field=BooleanField())
        rows = Words.objects.filter(match).filter(where("row__docket__"))
        return _page(rows, "row__docket_id", after, limit)

    def begins(self, field: str, text: str) -> Q:
        """As :class:`Engine` says; a range, since LIKE would read every row."""
        return Q(**{f"{field}__gte": text, f"{field}__lt": text + chr(0x10FFFF)})


class Tsvector:
    """PostgreSQL: a column of the index itself, its parts told apart by weight."""

    def hits(
        self, terms: Sequence[Term], parts: Sequence[Part], where: Where, *, after: int | None,
        limit: int,
    ) -> list[tuple[int, str]]:  # fmt: skip
        """As :class:`Engine` says."""
        match = RawSQL(
            "search_indexedwords.vector @@ to_tsquery('simple', %s)",
            [_tsquery(terms, parts)],
            output_field=BooleanField(),
        )
        rows = IndexedWords.objects.filter(match).filter(where("docket__"))
        return _page(rows, "docket_id", after, limit)

    def begins(self, field: str, text: str) -> Q:
        """As :class:`Engine` says."""
        return Q(**{f"{field}__startswith": text})


def engine() -> Engine:
    """The engine of the database in use."""
    return Tsvector() if connection.vendor == "postgresql" else Fts5()


def _page(rows: QuerySet[Any], docket: str, after: int | None, limit: int) -> list[tuple[int, str]]:
    if after is not None:
        rows = rows.filter(pk__lt=after)
    return list(rows.order_by("-pk").values_list("pk", docket)[:limit])


def _fts5(terms: Iterable[Term], parts: Sequence[Part]) -> str:
    return " AND ".join(f"({' OR '.join(_in_fts5(term, parts))})" for term in terms)


def _in_fts5(term: Term, parts: Sequence[Part]) -> list[str]:
    tail = " *" if term.begins else ""
    asked = [f'{{open}} : "{" ".join(term.words)}"{tail}'] if "open" in parts else []
    closed = [part for part in parts if part not in OPEN]
    if closed:
        asked.append(f'{{{" ".join(closed)}}} : "{" ".join(keyed(term.words))}"')
    return asked


_WEIGHTS = {"open": "A", "sealed": "B", "paper": "C", "counsel": "D"}


def _tsquery(terms: Iterable[Term], parts: Sequence[Part]) -> str:
    return " & ".join(f"({' | '.join(_in_tsquery(term, parts))})" for term in terms)


def _in_tsquery(term: Term, parts: Sequence[Part]) -> list[str]:
    asked = []
    if "open" in parts:
        last = len(term.words) - 1
        tails = ["*A" if term.begins and n == last else "A" for n in range(len(term.words))]
        asked.append(_row(zip(term.words, tails, strict=True)))
    # Each part by itself: words in a row must stand in one part, not across two.
    closed = [_WEIGHTS[part] for part in parts if part not in OPEN]
    return asked + [_row((word, letter) for word in keyed(term.words)) for letter in closed]


def _row(words: Iterable[tuple[str, str]]) -> str:
    return "(" + " <-> ".join(f"'{word}':{weight}" for word, weight in words) + ")"
