"""Members of a list that ask for nothing: withdrawn numbers, and the titles of parts.

An amended subpoena keeps its numbers and says "[Withdrawn]" beside those that no longer run; a
rider letters its parts ("A. Definitions", "B. How to produce", "C. Documents") like items.

Authority: READING 12 (definitions and instructions are no items; nothing is renumbered).
"""

from __future__ import annotations

import re

from tecum.instruments.compiled import led

__all__ = ["is_given_up", "titles_a_part"]

_GIVEN_UP = re.compile(
    r"[\[(\"'\s]{0,8}"
    r"(?:(?:this|the) (?:request|item|demand|paragraph|number) (?:is|was|has been) )?"
    r"(?:intentionally |deliberately |hereby |previously )?"
    r"(?:withdrawn|reserved|omitted|deleted|stricken|struck|not used|left blank|blank|vacated"
    r"|no longer (?:needed|requested|required|sought)|(?:already )?(?:satisfied|complied with"
    r"|answered"
    r"|received|produced))(?: (?:by|on|as of) [^.;]{3,40})?[\])\"'.;\s]*"
)
_NOTED_SO = led(
    r"(?:(?<=[.;,:)])\s{1,8}[\[(*\u2013\u2014-]{0,3}"
    r"|(?<=\w)\s{1,8}(?:[\[(*\u2013\u2014]|--?(?=\s)))\s?"
    r"(?:(?:this|the) (?:request|item|paragraph|line) )?(?:(?:is|was|has been) )?"
    r"(?:withdrawn|stricken|struck(?: out| through)?|crossed out|lined out|deleted"
    r"|no longer (?:needed|requested|required|sought)|not (?:asked|requested|required|needed))"
    r"(?:,? (?:by|before|on|at|upon|as of|prior to|when|with|per) [^.;]{3,60})?[\])*.;\s]{0,6}$"
)
"""A note behind the words of a member that is asked no more ("… struck before service, by X")."""
_TITLE = re.compile(r"[A-Z][^.;,?!\n]{2,60}:?|[A-Z][\w'-]{2,20}(?: [\w'-]{2,20}){0,2}\.")
_LONGEST_TITLE = 7
_NOTE = 120
"""Letters at the end of a member in which such a note is looked for."""


def is_given_up(words: str) -> bool:
    """Whether the plain words of a member only say that its number is not asked any more.

    >>> is_given_up("[withdrawn]")
    True
    >>> is_given_up("reserved parking permits issued in 2023")
    False
    >>> is_given_up("shift rosters for may. struck by consent, march 3")
    True
    """
    said = words.strip()
    return _GIVEN_UP.fullmatch(said) is not None or _NOTED_SO.search(said[-_NOTE:]) is not None


def titles_a_part(words: str) -> bool:
    """Whether the words of a member, under which another list stands, are set like a title."""
    return len(words.split()) <= _LONGEST_TITLE and _TITLE.fullmatch(words) is not None
