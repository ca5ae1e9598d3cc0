"""Whether a text layer says what the page shows, judged from the letters alone (READING 4).

A font whose letters are mapped wrongly gives private-use characters, or fluent-looking
nonsense. English and Spanish words keep to a small part of all letter pairs; text whose
letters were shifted or shuffled does not.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import lru_cache
from operator import add

__all__ = ["is_garbled", "pair_share", "sick_fonts"]

# Frequent letter pairs inside English and Spanish words, and their frequent short words.
_PAIRS = frozenset(
    "th he in er an re on at en nd ti es or te of ed is it al ar st to nt ng se ha as ou io le "  # noqa: SIM905
    "ve co me de hi ri ro ic ne ea ra ce li ch ll be ma si om ur ca el ta la ns di fo ho pe ec "
    "pr no ct us ac ot il tr ly nc et ut ss so rs un lo wa ge ie wh ee wi em ad ol rt po we na "
    "ul ni ts mo ow pa im mi ai sh ir su id os iv ia am fi ci vi pl ig tu ev ld ry mp fe bl ab "
    "gh ty op wo sa ay ex ke fr oo av ag if ap od bo rd do uc ue ev nf qu ub cu do ad os ie".split()
)
_SHORT = frozenset(
    "the of to and in a is for by or that be you your any all this are with on at from as not it "  # noqa: SIM905
    "no date name de la el que en los del las por para con se su al una un es o y".split()
)
_SICK = frozenset({"Co", "Cn", "Cc"})
_SAMPLE = 300
_WORDS = re.compile(r"[^\W\d_]+")


def pair_share(text: str) -> tuple[float, int]:
    """The share of frequent pairs among the letter pairs of a text, and how many pairs it has."""
    words = _WORDS.findall(_plain(text))
    total = sum(map(len, words)) - len(words)
    return (sum(map(_frequent_pairs, words)) / total if total else 0.0), total


@lru_cache(maxsize=4096)
def _frequent_pairs(word: str) -> int:
    """How many frequent pairs a word has; a text says most of its words often."""
    return sum(map(_PAIRS.__contains__, map(add, word, word[1:])))


def _plain(text: str) -> str:
    if text.isascii():
        return text.lower()
    bare = unicodedata.normalize("NFKD", text.lower())
    # A text has few different letters; each is looked up once.
    accents = [ord(c) for c in set(bare) if unicodedata.combining(c)]
    return bare.translate(dict.fromkeys(accents)) if accents else bare


def _sick_share(text: str) -> float:
    if text.isascii() and text.isprintable():
        return 0.0
    counts = {c: n for c, n in Counter(text).items() if not c.isspace()}
    if not counts:
        return 0.0
    sick = (n for c, n in counts.items() if unicodedata.category(c) in _SICK or c == "\ufffd")
    return sum(sick) / sum(counts.values())


def is_garbled(text: str, *, sick: float, pairs: float, words: float) -> bool:
    """Whether a text is not what a reader of the page would see.

    Scripts other than Latin are not judged by pairs: nothing is claimed about them.

    Args:
        text: At least a line or two; shorter texts are never called garbled for their pairs.
        sick: Share of meaningless characters from which a text is garbled.
        pairs: Share of frequent letter pairs below which it may be.
        words: Share of frequent short words below which it then is.
    """
    if len(text) >= 20 and _sick_share(text) > sick:
        return True
    share, count = pair_share(text)
    if count < 60 or share >= pairs:
        return False
    found = _WORDS.findall(text.lower())
    latin = sum(1 for w in found if w.isascii() or "LATIN" in unicodedata.name(w[0], ""))
    if latin * 2 < len(found):
        return False
    short = sum(1 for w in found if w in _SHORT)
    return short < words * len(found)


def sick_fonts(
    words: Iterable[tuple[str, str]], *, sick: float, pairs: float, share: float
) -> frozenset[str]:
    """The fonts of a page whose text is garbled, from pairs of font and word."""
    texts: dict[str, list[str]] = defaultdict(list)
    for font, text in words:
        sample = texts[font]
        if len(sample) < _SAMPLE:
            sample.append(text)
    return frozenset(
        font
        for font, found in texts.items()
        if is_garbled(" ".join(found), sick=sick, pairs=pairs, words=share)
    )
