"""Words that mean another thing with another custodian, or in another kind of paper.

The register of a hotel names its guests, that of a court its cases. Who keeps the thing is told
by the recipient's name; where nothing tells it, such words keep their general meaning.

Authority: READING 12.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from tecum.instruments.sought import Pointers, Sought
from tecum.reading.items.category_words import CategoryWords, category_words
from tecum.reading.text.matching import plain
from tecum.reading.text.triggers import lexicon
from tecum.words import Kind

__all__ = ["custodians_of", "words_with"]

_TOLD_BY = "told_by"
_IS_DESK = "is_desk"
_MOST = 200
"""Letters of a recipient's name that are looked at."""


def custodians_of(recipient: str | None, kind: Kind | None = None) -> tuple[str, ...]:
    """The sorts of custodian that a recipient is of, and the kind of the paper.

    >>> custodians_of("Manager, Silver Spur Motel")
    ('lodging',)
    """
    found: list[str] = []
    if recipient:
        low = plain(" ".join(recipient.split()))[:_MOST]
        sorts, pointers = _sorts()
        places = pointers.look(low)
        for k in sorted(pointers.told_in(places)):
            sort, told_by = sorts[k]
            if told_by.first(low, places) is not None:
                found.append(sort)
    found = [sort for sort in found if _IS_DESK in _table()[sort]] or found
    if kind is not None and kind.value in _table():
        found.append(kind.value)
    return tuple(found)


@cache
def words_with(sort: str) -> CategoryWords:
    """What open words mean with one sort of custodian."""
    rows = _table()[sort].items()
    return category_words({word: row for word, row in rows if word not in (_TOLD_BY, _IS_DESK)})


@cache
def _table() -> dict[str, Any]:
    return lexicon("custodians")


@cache
def _sorts() -> tuple[tuple[tuple[str, Sought], ...], Pointers]:
    """The sorts that a name tells, with the words that point to them."""
    sorts = tuple(
        (sort, Sought(rf"(?<![a-z])(?:{'|'.join(rows[_TOLD_BY])})"))
        for sort, rows in _table().items()
        if _TOLD_BY in rows
    )
    return sorts, Pointers(told_by.landmarks for _, told_by in sorts)
