"""The language of a page, from the small words that every sentence needs (READING 5)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

__all__ = ["foreign_language", "seems_spanish"]

_WORDS = re.compile(r"[^\W\d_]+")
_PLAIN_WORDS = re.compile("[a-z]+")
"""The same for plain letters, of which a class is told faster."""
_FEWEST = 12
_LIST = {
    "eng": (
        "the of and to in a is that for by or be this with on at from as not are any all you your "
        "which shall will may must have has was it an if no such under within"
    ),
    "spa": (
        "el la los las de del que y en un una por para con se su sus al es o no lo como este esta "
        "dentro sobre ser debe usted antes dias"
    ),
    "fra": (
        "le la les des du et en un une pour par dans est que qui sur avec ce cette au aux vous "
        "votre nous sont ne pas ou"
    ),
    "deu": (
        "der die das und den dem des ein eine einer zu von mit ist für auf im nicht sie wir ihr "
        "ihre oder bei nach wird werden"
    ),
    "por": (
        "o a os as do da dos das de que e em um uma por para com se não ao no na é ou sua seu "
        "pelo pela são"
    ),
    "ita": (
        "il lo la gli le di del della dei delle che e in un una per con si non è al alla sono da "
        "dal nel o"
    ),
    "hat": "nan ak pou yo yon sou ki pa se la li te ou nou sa gen kap fè avèk",
    "vie": "của và các là cho trong được này không có với một những người theo tại đã",
    "pol": "w i na z do nie się że jest o za od przez dla jak oraz lub po",
}
_SMALL = {name: frozenset(text.split()) for name, text in _LIST.items()}


_PIECE = 20_000


def _in_pieces(text: str) -> Iterator[str]:
    """A text in pieces that end with a line."""
    at = 0
    while at < len(text):
        end = text.find("\n", at + _PIECE)
        end = len(text) if end < 0 else end
        yield text[at:end]
        at = end


def _shares(text: str) -> tuple[dict[str, float], int]:
    found: Counter[str] = Counter()
    for some in _in_pieces(text):  # all words of thousands of pages at once would fill a worker
        words = _PLAIN_WORDS if some.isascii() else _WORDS
        found.update(words.findall(some.lower()))
    total = sum(found.values())
    if not total:
        return dict.fromkeys(_SMALL, 0.0), 0
    return {
        name: sum(found[word] for word in small & found.keys()) / total
        for name, small in _SMALL.items()
    }, total


def seems_spanish(text: str) -> bool:
    """Whether a page that was read with the English model should be read with both."""
    shares, total = _shares(text)
    return total >= _FEWEST and shares["spa"] >= 0.12 and shares["spa"] > 1.2 * shares["eng"]


def foreign_language(text: str) -> str | None:
    """A language that is neither English nor Spanish, where a text is plainly in one.

    Returns:
        Its three letters, ``und`` for letters of another script, None for English, Spanish
        or too little text.
    """
    far = 0 if text.isascii() else sum(1 for c in text if c > "\u024f" and c.isalpha())
    if far and sum(map(str.isalpha, text)) in range(40, 2 * far):
        return "und"
    shares, total = _shares(text)
    if total < 2 * _FEWEST:
        return None
    other = max((n for n in shares if n not in ("eng", "spa")), key=lambda n: shares[n])
    plain = shares[other] >= 0.2 and shares[other] > 1.5 * max(shares["eng"], shares["spa"])
    return other if plain else None
