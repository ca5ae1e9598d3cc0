"""Where the words that patterns hold stand in a text, told for all words by one look at it."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, MutableSequence, Sequence, Set
from functools import cache, lru_cache
from itertools import accumulate
from typing import Any

import ahocorasick

from tecum.instruments.flat import FIGURE, flat, without_figures

__all__ = ["EVERY", "MOST", "WordPlaces", "Words", "places_in"]

_NONE: tuple[int, ...] = ()
MOST = 100_000
"""Places of a word that are kept at most."""
_TEXTS = 24
"""Texts that are looked at before words that came in meanwhile are looked for with the others;
each time twice as many as before."""
_SELDOM = 400
"""Letters for each place of a word, from which on it is looked for in further texts with others."""
_LONG = 200_000
"""Letters of a text beyond which the places of its words are kept in few bytes."""


class Words:
    """Words that are looked for together.

    Words that hold a figure, whichever it is, are looked for in a text whose figures are alike.
    """

    def __init__(self) -> None:
        self._words: set[str] = set()
        self._new = False
        self._since = 0
        self._till = _TEXTS
        # The automata of words without and with a figure, and the words that are in them.
        self._ready: tuple[Any, Any, frozenset[str]] = (None, None, frozenset())

    def add(self, words: Iterable[str]) -> None:
        """Look for these words too, soon; till then each is searched for by itself."""
        before = len(self._words)
        self._words.update(words)
        self._new |= len(self._words) > before

    def _made(self) -> None:
        # Other threads may add words meanwhile, or look with the automata of before.
        self._new = False
        known = frozenset(self._words)
        plain = _automaton(word for word in known if FIGURE not in word)
        figures = _automaton(word for word in known if FIGURE in word)
        self._ready = plain, figures, known
        if self._since > self._till:
            self._till *= 2
        self._since = 0

    def all(self) -> Set[str]:
        """The words."""
        return self._words

    def places(self, text: str) -> WordPlaces:
        """Where the words stand in a text."""
        return self.places_in_flat(flat(text))

    def places_in_flat(self, flat_text: str) -> WordPlaces:
        """The same for a text that is flat already."""
        self._since += 1
        if self._new and (self._ready[0] is None or self._since > self._till):
            self._made()
        plain, figures, known = self._ready
        ends: defaultdict[str, _Rows] = defaultdict(list if len(flat_text) < _LONG else _many)
        if plain is not None:
            for end, word in plain.iter(flat_text):
                ends[word].append(end)
        if figures is not None:
            for end, word in figures.iter(without_figures(flat_text)):
                ends[word].append(end)
        return WordPlaces(flat_text, ends, known)


_Rows = MutableSequence[int]


def _many() -> _Rows:
    # A number of a list takes nine times as many bytes; a long text has millions of places.
    return array("i")


def _automaton(words: Iterable[str]) -> Any:
    automaton = ahocorasick.Automaton()
    for word in words:
        automaton.add_word(word, word)
    if not len(automaton):
        return None
    automaton.make_automaton()
    return automaton


class WordPlaces:
    """Word → where it ends in one text (the place of its last letter)."""

    __slots__ = ("_missing", "ends", "flat_text", "known")

    def __init__(
        self, flat_text: str, ends: Mapping[str, Sequence[int]], known: frozenset[str]
    ) -> None:
        self.flat_text = flat_text
        self.known = known
        self.ends: dict[str, Sequence[int]] = dict(ends)
        self._missing: set[str] = set()

    def look_for(self, words: Iterable[str]) -> None:
        """Have the places of words that the first look may not have looked for."""
        for word in words:
            if word not in self.known:
                self.of(word)

    def of(self, word: str) -> Sequence[int]:
        """The places of a word, which may be one that the first look did not look for."""
        found = self.ends.get(word)
        if found is not None:
            return found
        if word in self.known or word in self._missing:
            return _NONE
        rows = _searched(
            without_figures(self.flat_text) if FIGURE in word else self.flat_text, word
        )
        if rows:
            self.ends[word] = rows
        else:
            self._missing.add(word)
        if len(rows) * _SELDOM <= len(self.flat_text):
            EVERY.add((word,))
        return rows


def _searched(flat_text: str, word: str) -> Sequence[int]:
    if len(flat_text) < _LONG and not _overlaps_itself(word):
        # Cutting at a word is several times faster than asking for one place after another.
        pieces = flat_text.split(word)
        pieces.pop()
        length = len(word)
        return list(accumulate([len(piece) + length for piece in pieces], initial=-1))[1:]
    rows: _Rows = [] if len(flat_text) < _LONG else _many()
    last = len(word) - 1
    at = flat_text.find(word)
    while at >= 0 and len(rows) < MOST:
        rows.append(at + last)
        at = flat_text.find(word, at + 1)
    return rows


@cache
def _overlaps_itself(word: str) -> bool:
    """Whether a word may begin before the same word has ended."""
    return any(word.endswith(word[:n]) for n in range(1, len(word)))


EVERY = Words()
"""The words of all patterns that have been sought so far."""


@lru_cache(maxsize=8)
def places_in(text: str) -> WordPlaces:
    """The places of every pattern's words in a text."""
    return _places_in(flat(text))


@lru_cache(maxsize=4)
def _places_in(flat_text: str) -> WordPlaces:
    # A text and the same text made plain are one flat text.
    return EVERY.places_in_flat(flat_text)
