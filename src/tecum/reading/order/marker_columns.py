"""Lists whose numbers stand in a narrow column of their own, far from their text (READING 6)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from statistics import median

from tecum.reading.text.glyphs import PageWord

__all__ = ["listed_markers"]

_DRESSED = re.compile(r"[(\[]?([0-9]{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)\]]{1,2}")
_BARE = re.compile(r"([0-9]{1,2})")
_ROMAN = ("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx").split()  # noqa: SIM905 - a list of words reads best so
_NEAR = 5.0
_FARTHEST = 200.0
_WORDS_OF_TEXT = 3


def listed_markers(rows: Sequence[Sequence[PageWord]]) -> frozenset[int]:
    """The markers, by identity, that begin their rows one under the other and count up.

    The texts beside them begin one under the other too, and are words, not the figures of a
    table. However wide the gap between, a marker then belongs to the text beside it.
    """
    found: set[int] = set()
    for pattern, least in ((_DRESSED, 2), (_BARE, 3)):
        firsts = [
            row
            for row in rows
            if len(row) > 1
            and pattern.fullmatch(row[0].text)
            and 0 < row[1].box[0] - row[0].box[2] < _FARTHEST
        ]
        for number in (_arabic, _letter, _roman):
            for chain in _chains(firsts, pattern, number):
                if len(chain) >= least and _is_list(chain):
                    found |= {id(row[0]) for row in chain}
    return frozenset(found)


def _chains(
    rows: Sequence[Sequence[PageWord]],
    pattern: re.Pattern[str],
    number: Callable[[str], int | None],
) -> list[list[Sequence[PageWord]]]:
    """Runs of rows whose markers count up by one (or two, where one was not recognised)."""
    chains: list[list[Sequence[PageWord]]] = []
    last = 0
    for row in rows:
        match = pattern.fullmatch(row[0].text)
        value = number(match[1]) if match else None
        if value is None:
            continue
        goes_on = bool(chains) and _under(chains[-1][-1], row)
        if goes_on and 1 <= value - last <= 2:
            chains[-1].append(row)
        else:
            chains.append([row])
        last = value
    return chains


def _under(above: Sequence[PageWord], row: Sequence[PageWord]) -> bool:
    """Whether two markers are flush at either side, and the texts beside them at the left."""
    a, b = above[0].box, row[0].box
    flush = abs(a[0] - b[0]) <= _NEAR or abs(a[2] - b[2]) <= _NEAR
    return flush and abs(above[1].box[0] - row[1].box[0]) <= _NEAR


def _is_list(chain: Sequence[Sequence[PageWord]]) -> bool:
    words = [sum(1 for word in row[1:] if word.text.isalpha()) for row in chain]
    return median(words) >= _WORDS_OF_TEXT


def _arabic(text: str) -> int | None:
    return int(text) if text.isdecimal() else None


def _letter(text: str) -> int | None:
    return ord(text.lower()) - 96 if len(text) == 1 and text.isalpha() else None


def _roman(text: str) -> int | None:
    return _ROMAN.index(text.lower()) + 1 if text.lower() in _ROMAN else None
