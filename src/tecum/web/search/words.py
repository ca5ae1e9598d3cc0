"""Words as the index knows them: folded, and where they are personal, hashed under a key.

A keyed word is 48 bits of a keyed hash, written in letters: it finds the same word again and
gives nothing of it to somebody who holds the database without the office's key.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from django.conf import settings

__all__ = ["Token", "fold", "hashed_names", "keyed", "tokens", "words_of"]

_WORD = re.compile(r"[^\W_]+")
_LETTERS = str.maketrans("0123456789", "ghijklmnop")
_LONGEST = 64
_MOST_PARTS = 6
"""A name of more words is found by all of them together, and by these alone or in pairs."""


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a text: as it is compared, and where it stands."""

    word: str
    start: int
    end: int


def fold(word: str) -> str:
    """A word without case and accents."""
    plain = unicodedata.normalize("NFKD", word)
    return "".join(one for one in plain if not unicodedata.combining(one)).casefold()[:_LONGEST]


def tokens(text: str) -> Iterator[Token]:
    """The words of a text in order."""
    for found in _WORD.finditer(text):
        word = fold(found.group())
        if word:
            yield Token(word, found.start(), found.end())


def words_of(text: str) -> list[str]:
    """The folded words of a text."""
    return [one.word for one in tokens(text)]


def keyed(words: Iterable[str]) -> list[str]:
    """These words as the index holds them where they are personal."""
    key = settings.HOME.secret("index")
    return [_hashed(key, b"tecum.word", word, 6).translate(_LETTERS) for word in words]


def hashed_names(name: str) -> list[str]:
    """The keyed hashes under which a name is found: whole in any order, and by its parts.

    The first is that of the whole name; the others are of each part and of any two.
    """
    parts = sorted(set(words_of(name)))
    if not parts:
        return []
    some = parts[:_MOST_PARTS]
    wanted = dict.fromkeys([" ".join(parts), *map(" ".join, combinations(some, 2)), *some])
    key = settings.HOME.secret("index")
    return [_hashed(key, b"tecum.name", one, 16) for one in wanted]


def _hashed(key: bytes, purpose: bytes, text: str, size: int) -> str:
    return hashlib.blake2b(text.encode(), key=key, person=purpose, digest_size=size).hexdigest()
