"""Words of time as a recogniser damaged them, put right where only one word fits.

A scan turns "receipt" into "recelpt", "March" into "rnarch", "days of receipt" into "da ys
ofreceipt". Such a text is read a second time with those words mended; what only the mended
words give is marked ``repaired`` and is never certain.

Authority: READING 11 (repairs only where the repaired form alone parses).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from tecum.instruments.sought import find_all
from tecum.reading.text.matching import fold, plain
from tecum.reading.text.triggers import lexicon

__all__ = ["Mended", "mend"]

_LISTS = lexicon("damaged")
_WORDS = frozenset(_LISTS["words"])
_LINKS = frozenset(_LISTS["links"])
_WHOLE_WORDS = _WORDS | _LINKS
_COMMON = frozenset(_LISTS["common"])
_NAMES = frozenset(_LISTS["names"])
_GROUPS = str.maketrans({"1": "i", "l": "i", "|": "i", "!": "i", "0": "a", "o": "a", "5": "s",
                         "c": "e", "u": "n", "v": "y", "f": "t"})  # fmt: skip
_TOKEN = re.compile(r"[a-z0-9|!]+")
_NOT_LATER = re.compile(
    r"\b(?P<no>hot|nat|mot|nof|nol|nct|nor|mo|na|ne|nc)(?=\s{1,3}later\s{1,3}than\b)"
)
_NUMBER_BEHIND = re.compile(r"([a-z]{2,9})([0-9].*)")
_LONGEST = max(map(len, _WORDS))
_ENDS = frozenset(word[i:] for word in _WORDS for i in range(1, len(word)))
"""With what a word that was torn apart may go on."""


def _shape(word: str) -> str:
    """A word with the letters that a recogniser confuses made one."""
    return word.replace("rn", "m").replace("vv", "w").replace("cl", "d").translate(_GROUPS)


_BY_SHAPE: dict[str, str] = {}
for _word in sorted(_WORDS):
    _BY_SHAPE[_shape(_word)] = "" if _shape(_word) in _BY_SHAPE else _word


@dataclass(frozen=True, slots=True)
class Mended:
    """A text with damaged words put right.

    ``changes`` are (start, end) in the mended text and (start, end) in the printed one.
    """

    text: str
    changes: tuple[tuple[int, int, int, int], ...]

    def touches(self, start: int, end: int) -> bool:
        """Whether a stretch of the mended text holds a mended word."""
        at = bisect_right(self.changes, end, key=lambda change: change[0])
        return any(s < end and e > start for s, e, _, _ in self.changes[max(0, at - 12) : at])

    def printed(self, start: int, end: int) -> tuple[int, int]:
        """The same stretch in the text as printed."""
        return self._back(start, 2), self._back(end, 3)

    def _back(self, position: int, side: int) -> int:
        at = bisect_right(self.changes, position, key=lambda change: change[0]) - 1
        if at < 0:
            return position
        start, end, _, printed_end = self.changes[at]
        if start <= position < end or (side == 3 and start < position <= end):
            return self.changes[at][side]
        return position - end + printed_end


def mend(text: str) -> Mended | None:
    """The text with damaged words of time put right, or None where none is damaged."""
    low = plain(text)
    found = sorted(_changes(low))
    if not found:
        return None
    pieces: list[str] = []
    changes: list[tuple[int, int, int, int]] = []
    at = length = 0
    for start, end, words in found:
        if start < at:
            continue
        pieces.append(text[at:start])
        length += start - at
        shown = " ".join(w.capitalize() if w in _NAMES else w for w in words.split(" "))
        pieces.append(shown)
        changes.append((length, length + len(shown), start, end))
        length += len(shown)
        at = end
    pieces.append(text[at:])
    return Mended(fold("".join(pieces)), tuple(changes))


def _changes(low: str) -> list[tuple[int, int, str]]:
    found = [(m.start("no"), m.end("no"), "not") for m in find_all(_NOT_LATER, low)]
    if _is_whole(low):
        return found
    before: tuple[int, int, str] | None = None
    for match in _TOKEN.finditer(low):
        token = match[0]
        if token.isdecimal():
            before = None
            continue
        start, end = match.span()
        if token not in _WORDS and token not in _LINKS:
            put = _whole(token)
            if put:
                found.append((start, end, put))
                token = put
        if (
            before is not None
            and token in _ENDS
            and start - before[1] == 1
            and low[before[1]] == " "
        ):
            joined = before[2] + token
            apart = before[2] not in _COMMON or token not in _COMMON or joined == "within"
            if joined in _WORDS and apart:
                found = [f for f in found if f[0] < before[0]]
                found.append((before[0], end, joined))
        before = (start, end, token)
    return found


def _is_whole(low: str) -> bool:
    """Whether no word of a text is damaged or torn apart: told from its different words."""
    tokens = _TOKEN.findall(low)
    if any(map(_whole, (t for t in {*tokens} - _WHOLE_WORDS if not t.isdecimal()))):
        return False
    if _ENDS.isdisjoint(tokens):
        return True
    return not any(b in _ENDS and a + b in _WORDS for a, b in pairwise(tokens))


@lru_cache(maxsize=4096)
def _whole(token: str) -> str:
    """What a damaged token stands for, or nothing."""
    if len(token) > 2 * _LONGEST or len(token) < 4:
        return ""
    if (known := _BY_SHAPE.get(_shape(token))) and token not in _COMMON:
        return known
    number = _NUMBER_BEHIND.fullmatch(token)
    if number is not None:
        word = number[1]
        return f"{word} {number[2]}" if word in _WORDS or word in _LINKS - {"a"} else ""
    for cut in range(2, len(token) - 2):
        left, right = token[:cut], token[cut:]
        if right in _WORDS and len(right) > 3 and (left in _WORDS or left in _LINKS):
            return "" if token in _REAL else f"{left} {right}"
        if left in _WORDS and len(left) > 3 and right in ("of", "on", "the", "than", "after"):
            return f"{left} {right}"
    return ""


_REAL = frozenset(("reservice", "tomarch", "thereceipt", "inservice", "weekdays", "onservice"))
