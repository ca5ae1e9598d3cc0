"""What somebody typed into the one box: words that must all be there, and words in a row."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tecum.web.search.words import words_of

__all__ = ["MOST_TERMS", "Term", "terms_of"]

MOST_TERMS = 12
"""Words of a question that are looked for; further ones are said to be left out."""
_PART = re.compile(r'"([^"]*)"|(\S+)')


@dataclass(frozen=True, slots=True)
class Term:
    """One word, or several in a row; ``begins`` where the last may go on."""

    words: tuple[str, ...]
    begins: bool = False


def terms_of(text: str) -> tuple[Term, ...]:
    """The terms of a question; a number such as ``D-0001`` is words in a row."""
    found = []
    for quoted, plain in _PART.findall(text):
        words = tuple(words_of(quoted or plain))
        if words:
            found.append(Term(words, begins=plain.endswith("*")))
    return tuple(dict.fromkeys(found))
