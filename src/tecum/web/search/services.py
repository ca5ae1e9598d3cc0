"""Keep the index to what a docket's state says; inside the act's transaction.

What a row holds follows from the state and from the papers that are still readable, so that
rebuilding gives the same rows. Erasing works the row out anew after the keys are gone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.db import connection, models, transaction

from tecum.docket.state import State
from tecum.web.docket.models import Docket
from tecum.web.search.models import IndexedName, IndexedWords
from tecum.web.search.passages import (
    MOST_WORDS,
    Findable,
    Paper,
    Passage,
    findable,
    has_erased_subject,
    is_alike,
    papers,
)
from tecum.web.search.words import hashed_names, keyed, words_of

__all__ = ["INDEX", "index", "purge", "readings_of", "rows_of"]

INDEX = (IndexedWords, IndexedName)
"""The tables that can be emptied and rebuilt."""
_PARTS = ("open", "sealed", "paper", "counsel")


def index(docket: Docket, state: State, before: State | None = None) -> None:
    """Bring a docket's row of the index to what its state says.

    Args:
        before: The state whose row stands now; None works the row out from nothing.
    """
    if (
        before is not None
        and before.readings.keys() == state.readings.keys()
        and is_alike(state, before)
    ):
        return
    wanted, names = _wanted(docket, state, findable(state))
    row = IndexedWords.objects.filter(docket=docket).first()
    if row is None:
        if any(wanted.values()):
            IndexedWords.objects.create(docket=docket, **wanted)
    elif any(getattr(row, part) != wanted[part] for part in _PARTS):
        for part in _PARTS:
            setattr(row, part, wanted[part])
        row.save()
    _name(docket, names)


def rows_of(docket: Docket, state: State) -> dict[type[models.Model], list[models.Model]]:
    """The rows that a docket's state gives, by table."""
    wanted, names = _wanted(docket, state, findable(state))
    return {
        IndexedWords: [IndexedWords(docket=docket, **wanted)] if any(wanted.values()) else [],
        IndexedName: [IndexedName(docket=docket, hashed=one) for one in sorted(names)],
    }


def purge() -> None:
    """Leave nothing in the full text of words that were taken out of the index.

    Where SQLite only marks a word as deleted, its pages are written anew without it.
    """
    if connection.vendor != "sqlite":
        return
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("INSERT INTO search_words(search_words) VALUES ('optimize')")


def readings_of(docket_id: str, state: State) -> Iterator[Mapping[str, Any]]:
    """The stored Reading of each of a docket's papers, as far as its key still exists."""
    from tecum.web.intake.errors import FileGone
    from tecum.web.intake.selectors import reading_json

    for arrival in state.arrivals.values():
        if not arrival.readings:
            continue
        try:
            stored = reading_json(docket_id, state, state.readings[arrival.readings[-1]])
        except FileGone:
            continue
        if stored is not None:
            yield stored


def _wanted(docket: Docket, state: State, found: Findable) -> tuple[dict[str, str], set[str]]:
    """The parts of the index, and the hashes of names, that a docket should have."""
    read = papers(readings_of(docket.pk, state))
    erased = has_erased_subject(state)
    names = [] if erased else [*found.names, *(name for one in read for name in one.names)]
    hashes = {hashed for name in names for hashed in hashed_names(name)}
    return _parts(found, read, names, erased=erased), hashes


def _parts(
    found: Findable, read: Iterable[Paper], names: Iterable[str], *, erased: bool
) -> dict[str, str]:
    """The words of each part of the index; without what can be told by a person's name."""
    wanted = dict.fromkeys(_PARTS, "")
    wanted["open"] = " ".join(" ".join(words_of(one.text)) for one in found.open)
    if erased:
        return wanted
    left_out = {word for name in names for word in words_of(name)}
    pages = [page for one in read if not one.for_counsel for page in one.pages]
    withheld = [page for one in read if one.for_counsel for page in one.pages]
    wanted["sealed"] = _keyed(found.sealed, left_out)
    wanted["paper"] = _keyed(pages, left_out)
    wanted["counsel"] = _keyed([*found.counsel, *withheld], left_out)
    return wanted


def _keyed(passages: Iterable[Passage], left_out: set[str]) -> str:
    words = [word for one in passages for word in words_of(one.text) if word not in left_out]
    return " ".join(keyed(words[:MOST_WORDS]))


def _name(docket: Docket, wanted: set[str]) -> None:
    there = set(IndexedName.objects.filter(docket=docket).values_list("hashed", flat=True))
    if there - wanted:
        IndexedName.objects.filter(docket=docket, hashed__in=there - wanted).delete()
    IndexedName.objects.bulk_create(
        IndexedName(docket=docket, hashed=one) for one in sorted(wanted - there)
    )
