"""Which documents are the same or nearly so, and in what they differ (READING 14).

A document has a print: a hash of its words, a sketch of its five-word shingles (MinHash), and
for scans a hash of each page's picture. Prints are compared; only a person joins documents.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from tecum.reading.settings import likeness_settings
from tecum.words import Word

__all__ = ["LikenessIndex", "Match", "MatchBy", "Print", "print_of", "similarity"]

_PRIME = (1 << 31) - 1
_PLACES = 126
_ROWS = 6
_SHINGLE = 5
_WORD = re.compile(r"[^\W_]+(?:[.'’][^\W_]+)*")


class MatchBy(Word):
    """By what two documents were found alike."""

    SAME_TEXT = "same_text"
    NEAR_TEXT = "near_text"
    PICTURE = "picture"


@dataclass(frozen=True, slots=True)
class Print:
    """What a document is recognised by; it gives none of its words back.

    Attributes:
        text_sha256: Hash of the normalised body text; None where there is too little of it.
        words: How many words the body has.
        sketch: The least hash of all shingles under each of many orders.
        pictures: One hash a page, for documents without a text of their own.
    """

    text_sha256: str | None
    words: int
    sketch: tuple[int, ...] = ()
    pictures: tuple[int, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """For keeping; numbers as hex."""
        return {
            "text_sha256": self.text_sha256,
            "words": self.words,
            "sketch": "".join(f"{value:08x}" for value in self.sketch),
            "pictures": [f"{value:x}" for value in self.pictures],
        }

    @classmethod
    def from_json(cls, kept: Any) -> Print:
        """The print that was kept."""
        sketch = kept["sketch"]
        return cls(
            kept["text_sha256"],
            int(kept["words"]),
            tuple(int(sketch[i : i + 8], 16) for i in range(0, len(sketch), 8)),
            tuple(int(value, 16) for value in kept["pictures"]),
        )


@dataclass(frozen=True, slots=True)
class Match:
    """A document that is like another: its key, how alike (0 to 1), and by what."""

    key: str
    score: float
    by: MatchBy


def print_of(text: str, pictures: Iterable[int] = ()) -> Print:
    """The print of a document's body text and page pictures.

    The text is compared without case, spacing, punctuation and line breaks, so that the same
    letter as PDF, as mail and as plain text has one hash.
    """
    words = normalised_words(text)
    if len(words) < likeness_settings().fewest_words:
        return Print(None, len(words), (), tuple(pictures))
    digest = hashlib.sha256(" ".join(words).encode()).hexdigest()
    return Print(digest, len(words), _sketch(words), tuple(pictures))


def normalised_words(text: str) -> list[str]:
    """The words of a text without case, punctuation and hyphens at line ends."""
    plain = unicodedata.normalize("NFKC", text).replace("\u00ad", "")
    plain = re.sub(r"(?<=[a-z])-\s*\n\s*(?=[a-z])", "", plain)
    # A long document says the same words over and over: each is kept once.
    once: dict[str, str] = {}
    found = (match[0].replace("’", "'") for match in _WORD.finditer(plain.casefold()))
    return [once.setdefault(word, word) for word in found]


def similarity(a: Print, b: Print) -> float:
    """The estimated share of five-word shingles that two documents have in common."""
    if a.text_sha256 is not None and a.text_sha256 == b.text_sha256:
        return 1.0
    if not a.sketch or len(a.sketch) != len(b.sketch):
        return 0.0
    return sum(x == y for x, y in zip(a.sketch, b.sketch, strict=True)) / len(a.sketch)


def picture_similarity(a: Print, b: Print) -> float:
    """How alike the page pictures are: the least alike pair of pages decides."""
    if not a.pictures or len(a.pictures) != len(b.pictures):
        return 0.0
    pairs = zip(a.pictures, b.pictures, strict=True)
    return min((x & y).bit_count() / (x | y).bit_count() if x | y else 0.0 for x, y in pairs)


class LikenessIndex:
    """Prints by key; finds those that are like a new one without comparing with each.

    Sketches are cut into bands: documents alike to 0.85 share at least one band in all but
    about one of ten thousand cases, others rarely do (locality-sensitive hashing).
    """

    def __init__(self) -> None:
        self._prints: dict[str, Print] = {}
        self._same: dict[str, list[str]] = defaultdict(list)
        self._bands: dict[tuple[int, ...], list[str]] = defaultdict(list)
        self._pages: dict[int, list[str]] = defaultdict(list)

    def __len__(self) -> int:
        return len(self._prints)

    def add(self, key: str, print_: Print) -> None:
        """Enter a document; a key that is there already is left as it is."""
        if key in self._prints:
            return
        self._prints[key] = print_
        if print_.text_sha256 is not None:
            self._same[print_.text_sha256].append(key)
        for band in bands_of(print_):
            self._bands[band].append(key)
        if print_.pictures:
            self._pages[len(print_.pictures)].append(key)

    def like(self, print_: Print, but: str | None = None) -> list[Match]:
        """The documents like this one, the most alike first.

        Args:
            but: A key to leave out: the document itself.
        """
        found: dict[str, Match] = {}
        near = {key for band in bands_of(print_) for key in self._bands.get(band, ())}
        for key in sorted(near | set(self._same.get(print_.text_sha256 or "", ()))):
            score = similarity(print_, self._prints[key])
            if score >= likeness_settings().text:
                same = print_.text_sha256 == self._prints[key].text_sha256
                by = MatchBy.SAME_TEXT if same else MatchBy.NEAR_TEXT
                found[key] = Match(key, score, by)
        for key in self._pages.get(len(print_.pictures), ()) if print_.pictures else ():
            score = picture_similarity(print_, self._prints[key])
            if key not in found and score >= likeness_settings().picture:
                found[key] = Match(key, score, MatchBy.PICTURE)
        found.pop(but or "", None)
        return sorted(found.values(), key=lambda m: (-m.score, m.key))


def bands_of(print_: Print) -> list[tuple[int, ...]]:
    """The bands under which a print is found: number of the band, then its values."""
    sketch = print_.sketch
    return [(i, *sketch[i : i + _ROWS]) for i in range(0, len(sketch) - _ROWS + 1, _ROWS)]


def _sketch(words: Sequence[str]) -> tuple[int, ...]:
    import numpy

    shingles = {" ".join(words[i : i + _SHINGLE]) for i in range(max(1, len(words) - _SHINGLE + 1))}
    hashes = numpy.array(
        [
            int.from_bytes(hashlib.blake2b(s.encode(), digest_size=4).digest(), "big") % _PRIME
            for s in shingles
        ],
        numpy.uint64,
    )
    steps, starts = _orders()
    least = numpy.full(_PLACES, _PRIME, numpy.uint64)
    for i in range(0, len(hashes), 4096):
        piece = hashes[i : i + 4096, None] * steps + starts
        least = numpy.minimum(least, (piece % _PRIME).min(axis=0))
    return tuple(int(value) for value in least)


@cache
def _orders() -> tuple[Any, Any]:
    """The same orders in every process: numbers drawn from a hash, not by chance."""
    import numpy

    def drawn(name: str) -> list[int]:
        return [
            int.from_bytes(hashlib.blake2b(f"{name} {i}".encode(), digest_size=4).digest(), "big")
            % (_PRIME - 1)
            + 1
            for i in range(_PLACES)
        ]

    return numpy.array(drawn("step"), numpy.uint64), numpy.array(drawn("start"), numpy.uint64)
