"""Words that mark the parts of a demand, put right where a recogniser damaged them.

"REQUE5T", "docurnents" and "tbe following" still say where a list begins. The text keeps its
length, so that every place found in it is a place in the printed text; what is quoted is
always the printed text.

Authority: READING 12; READING 6 (the quote shows the original).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from tecum.reading.text.triggers import lexicon

__all__ = ["straightened"]

_LISTS = lexicon("structure")
_WORDS = frozenset(_LISTS["words"])
_SHORT = {damaged: word for word in ("the", "all", "any", "for", "not") for damaged in _LISTS[word]}
_REAL = frozenset(_LISTS["real"])
_TOKEN = re.compile(r"[A-Za-z0-9|!]{3,20}")
_SAME_LOOK = str.maketrans({
    "1": "i", "l": "i", "|": "i", "!": "i", "j": "i", "0": "o", "c": "o", "e": "o", "a": "o",
    "q": "g", "9": "g", "5": "s", "f": "t", "b": "h", "8": "h", "u": "n", "v": "y",
})  # fmt: skip
_RUN_TOGETHER = (("rn", "m"), ("vv", "w"), ("cl", "d"))


def _look(word: str) -> str:
    """A word with the letters that a recogniser takes for each other made one."""
    return word.translate(_SAME_LOOK)


def _by_look(words: Iterable[str]) -> dict[str, str]:
    """The one word of each look; a look that two words share stands for neither."""
    found: dict[str, str] = {}
    for word in sorted(words):
        found[_look(word)] = "" if _look(word) in found else word
    return found


_BY_LOOK = _by_look(_WORDS)


def straightened(text: str) -> str:
    """The text, as long as before, with damaged words of structure put right."""
    words = _TWO.sub(_two, _TOKEN.sub(lambda match: _put_right(match[0]), text))
    return _with_marks(words)


_STAINED = re.compile(r"(?m)^(?P<mark>[ ]{0,30}\(?[0-9]{1,2}[.)])[_~'`,](?=[ ])")
_NUMBERED = re.compile(r"(?m)^[ ]{0,30}(?P<n>[0-9]{1,2})\.[ ]")
_COMMA = re.compile(r"(?m)^(?P<mark>[ ]{0,30}(?P<n>[0-9]{1,2})),(?=[ ][a-z])")
_STOPLESS = re.compile(r"(?m)^(?P<mark>[ ]{0,30}(?P<n>[0-9]{1,2}))[ ](?=[A-Z][a-z]{1,20}\b)")


def _with_marks(text: str) -> str:
    """The text with the numbers of a list as they were printed.

    "1)_ the" is mended by itself; "1, the" and "2 The" where the number before or behind stands
    with its stop at the beginning of a line.
    """
    cleaned = _STAINED.sub(lambda match: match["mark"] + " ", text)
    there = {int(match["n"]) for match in _NUMBERED.finditer(cleaned)}

    def stopped(match: re.Match[str]) -> str:
        n = int(match["n"])
        return match["mark"] + "." if n + 1 in there or n - 1 in there else match[0]

    return _STOPLESS.sub(stopped, _COMMA.sub(stopped, cleaned)) if there else cleaned


_TWO = re.compile(r"(?<![A-Za-z0-9])(?:fo|t0|0f)(?![A-Za-z0-9])")


def _two(match: re.Match[str]) -> str:
    """The small word that a damaged one of two letters was."""
    return "of" if match[0] == "0f" else "to"


@lru_cache(maxsize=8192)
def _put_right(token: str) -> str:
    low = token.lower()
    if low in _WORDS or low in _REAL or token.isdecimal():
        return token
    word = _SHORT.get(low, "")
    if not word and len(token) > 3:
        word = _BY_LOOK.get(_look(low), "") or _unrun(low)
    if not word:
        return token
    capital = sum(c.isupper() for c in token) * 2 > sum(c.isalpha() for c in token)
    if capital and len(token) > 1 and not token[1:].islower():
        word = word.upper()
    elif token[0].isupper():
        word = word.capitalize()
    return word.ljust(len(token))


def _unrun(low: str) -> str:
    """The word whose one wide letter was read as two narrow ones ("docurnents")."""
    for two, one in _RUN_TOGETHER:
        at = low.find(two)
        while at >= 0:
            word = _BY_LOOK.get(_look(low[:at] + one + low[at + 2 :]), "")
            if word:
                return word
            at = low.find(two, at + 1)
    return ""
