"""The sentences of a paper as rows of letters, one for each word: what each word does there."""

from __future__ import annotations

import re
from array import array
from collections.abc import Container, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from tecum.reading.speech.lexicon import BREAK, Entry, Lexicon, load_lexicon
from tecum.reading.speech.sides import Sides
from tecum.reading.text.matching import Unit

__all__ = ["Row", "tagged"]

_TOKEN = re.compile(r"\$?[a-z0-9#@]+(?:['./-][a-z0-9]+)*|[?!:;,.()]")
_ITEM = re.compile(r"\s{0,4}(?:[(\[]?(?:\d{1,3}|[a-z]|[ivx]{1,4})[)\].]|[-*\u2022]|\[[ x]\])\s")
_PLURAL_OR_POSSESSIVE = re.compile(r"'s?$")
_HANGING = ("body", "paper", "staff", "party")
"""Classes whose letter hangs on whose thing it is."""


@dataclass(frozen=True)
class Row:
    """The letters of the sentences, and where in the text each word begins."""

    letters: str
    starts: Sequence[int]

    @cached_property
    def there(self) -> frozenset[str]:
        """The letters that occur."""
        return frozenset(self.letters)

    def span(self, match: re.Match[str]) -> tuple[int, int]:
        """The characters of the text under a match."""
        start, end = match.span()
        return self.starts[start], self.starts[end] if end < len(self.starts) else self.starts[-1]


@dataclass(frozen=True, slots=True)
class _Around:
    """The letters before a word that may be noun or verb, by what they tell of it."""

    noun_follows: frozenset[str]
    verb_follows: frozenset[str]
    verbs: frozenset[str]
    bids: frozenset[str]


@cache
def _around() -> _Around:
    of = load_lexicon().letters
    return _Around(
        noun_follows=frozenset(
            of["def"] + of["indef"] + of["each"] + of["our"] + of["your"] + of["for"] + of["none"]
            + of["figure"] + of["thing"] + of["other"]
        ),
        verb_follows=frozenset(
            of["we"] + of["you"] + of["must"] + of["would"] + of["will"] + of["do"] + of["not"]
            + of["please"] + of["to"] + of["adv"] + of["rel"] + of["be"] + of["was"]
            + of["have_"] + of["comma"] + of["stop"] + of["colon"] + of["item"] + BREAK
        ),
        verbs=frozenset("".join(letters for name, letters in of.items() if name.endswith(".base"))),
        bids=frozenset(of["item"] + of["heading"] + of["please"] + of["colon"] + BREAK),
    )  # fmt: skip


class _Tagger:
    """One pass over the words of the sentences, left to right."""

    def __init__(self, lexicon: Lexicon, sides: Sides, text: str) -> None:
        self.lexicon, self.sides, self.text = lexicon, sides, text
        self.of = lexicon.letters
        self.around = _around()
        self.out: list[str] = []
        self.starts: array[int] = array("l")

    def add(self, letters: str, at: int) -> None:
        for letter in letters:
            self.out.append(letter)
            self.starts.append(at)

    def last(self, back: int = 1) -> str:
        return self.out[-back] if len(self.out) >= back else BREAK

    def either(self, entry: Entry) -> str:
        """A word that may be noun or verb: the word before it tells."""
        if len(entry.plain) > 1:
            return entry.plain
        before = self.last()
        of = self.of
        if entry.plain == of["grateful"] and before in of["be"]:
            return entry.plain
        if entry.plain == of["have_"] and before not in self.around.bids:
            return entry.plain
        if before in self.around.noun_follows:
            return entry.plain
        if before in of["comma"] and self.last(2) in of["figure"]:
            return entry.plain  # "three (3) subpoenas": so many of them
        if before in of["and"]:
            earlier = self.last(2)
            return entry.verb if earlier in self.around.verbs or earlier == BREAK else entry.plain
        if before in self.around.verb_follows:
            return entry.verb
        return entry.plain

    def word(self, low: str, printed: str, at: int) -> None:
        of = self.of
        entry = self.lexicon.words.get(low)
        if entry is None and "'" in low:
            entry = self.lexicon.words.get(_PLURAL_OR_POSSESSIVE.sub("", low))
        side = self.sides.of_word(low, printed)
        if side is not None:
            self.side(of[side], at)
            return
        if low == "order" and self.last() == of["for"] and self.text.startswith(" to ", at + 5):
            return  # "in order to": no paper
        if entry is None:
            if low[0] == "$":
                self.add(of["money"], at)
            elif low[0].isdigit() or low[0] == "#":
                self.add(of["figure"], at)
            else:
                self.add(of["other"], at)
            return
        if entry.plain == of["body"] and self.last() == of["def"]:
            side = self.sides.of_body(low.removesuffix("'s"))
            if side is not None:
                self.side(of[side], at)
                return
        letters = self.either(entry) if entry.is_either else entry.plain or entry.verb
        if entry.verb and letters == entry.verb and len(letters) > 1:
            letters = letters[0]
        self.owned(letters, at)

    def owned(self, letters: str, at: int) -> None:
        """A body behind "our" or "your" is a side of the paper; so is a paper that is yours."""
        of = self.of
        if letters in (of["body"], of["paper"], of["staff"], of["party"]):
            back = 1
            while self.last(back) in of["other"] + of["body"] + of["staff"] + of["thing"]:
                back += 1
            owner = self.last(back)
            if back <= 4 and owner in of["your"]:
                self.add(of["yours"] if letters == of["paper"] else of["you"], at)
                return
            if back <= 4 and owner in of["our"] and letters != of["paper"]:
                self.add(of["we"], at)
                return
            # "This office" is the writer's own; "that office" and "these offices" are others.
            if letters == of["body"] and self.text.startswith("this ", self.starts[-back]):
                self.add(of["we"], at)
                return
        self.add(letters, at)

    def side(self, letter: str, at: int) -> None:
        """A name of the writer or the addressee; its further words are the same name."""
        if self.last() == self.of["def"]:
            self.out[-1] = letter
        elif self.last() != letter:
            self.add(letter, at)


@cache
def _alone() -> dict[str, str]:
    """The words that are one letter wherever they stand, but for a name with a capital."""
    lexicon = load_lexicon()
    hanging = {lexicon.letters[name] for name in _HANGING}
    rows = {w: e.plain or e.verb[:1] for w, e in lexicon.words.items() if not e.is_either}
    return {word: row for word, row in rows.items() if len(row) == 1 and row not in hanging}


@cache
def _of_signs() -> dict[str, str]:
    """What a word that nobody knows is by its first sign; else it is any other word."""
    of = load_lexicon().letters
    return {"$": of["money"], **dict.fromkeys("#0123456789", of["figure"])}


def tagged(
    text: str, printed: str, units: Sequence[Unit], sides: Sides, headings: Container[int] = ()
) -> Row:
    """The letters of these sentences.

    Args:
        text: The running text, plain.
        printed: The same text with its capitals.
        units: The sentences that are to be looked at.
        sides: Who writes and who is addressed.
        headings: Where sentences begin that are headings: their first word bids nobody.
    """
    lexicon = load_lexicon()
    tagger = _Tagger(lexicon, sides, text)
    alone, known, unknown = _alone(), lexicon.words, lexicon.letters["other"]
    signs = _of_signs()
    add_letter, add_start = tagger.out.append, tagger.starts.append
    for unit in units:
        tagger.add(BREAK, unit.start)
        start = unit.start
        if start in headings:
            tagger.add(lexicon.letters["heading"], start)
        label = _ITEM.match(text, start, unit.end)
        if label is not None:
            tagger.add(lexicon.letters["item"], start)
            start = label.end()
        for match in _TOKEN.finditer(text, start, unit.end):
            at, low = match.start(), match[0]
            # Most words are the same whatever stands around them.
            letter = alone.get(low)
            if letter is None and low not in known and "'" not in low:
                letter = signs.get(low[0], unknown)
            if letter is None or printed[at].isupper():
                tagger.word(low, printed[at : match.end()], at)
            else:
                add_letter(letter)
                add_start(at)
    tagger.add(BREAK, units[-1].end if units else 0)
    return Row("".join(tagger.out), tagger.starts)
