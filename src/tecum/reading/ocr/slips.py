"""Words that are none: what recognisers make of "rn" and "e" in the words of officers and courts.

"Attomey" and "Burcau" are no words; "Attorney" and "Bureau" are. The list is closed, so that
nothing is invented, and a word that was put right is never surer than one that was read with
doubt (READING 11, 0130).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tecum.reading.ocr.recognise import SeenWord

__all__ = ["put_right"]

_PRINTED = (
    "attorney", "attorneys", "governor", "government", "internal", "external", "journal",
    "western", "eastern", "northern", "southern", "international", "returned", "return", "returns",
    "concerning", "modernization",
)  # fmt: skip
_PRINTED_WITH_E = ("bureau", "bureaus", "department", "federal", "agency", "secretary", "security")
_MOST = 80
_LETTERS = re.compile(r"[A-Za-z]+")


def _slipped(word: str) -> tuple[str, ...]:
    """What "rn" is taken for: "m", and "mn" or "rm" where part of a stroke was seen twice."""
    return tuple(word.replace("rn", slip) for slip in ("m", "mn", "rm"))


def _closed(word: str) -> tuple[str, ...]:
    """What one "e" is taken for, whose stroke the scan lost: "c"; at "eau" the "u" for "n" too."""
    eyes = [i for i, letter in enumerate(word) if letter == "e"]
    return (*(f"{word[:i]}c{word[i + 1 :]}" for i in eyes), word.replace("eau", "ean"))


_RIGHT = {
    slip: word
    for words, slips in ((_PRINTED, _slipped), (_PRINTED_WITH_E, _closed))
    for word in words
    for slip in slips(word)
    if slip != word
}


def put_right(words: Sequence[SeenWord]) -> list[SeenWord]:
    """The words with these slips put right, as large or small as they were."""
    found = []
    for word in words:
        text = _LETTERS.sub(_printed, word.text)
        if text != word.text:
            found.append(replace(word, text=text, confidence=min(word.confidence, _MOST)))
        else:
            found.append(word)
    return found


def _printed(match: re.Match[str]) -> str:
    word = match[0]
    right = _RIGHT.get(word.lower())
    if right is None:
        return word
    if word.isupper():
        return right.upper()
    return right.capitalize() if word[0].isupper() else right
