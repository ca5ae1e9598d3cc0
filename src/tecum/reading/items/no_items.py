"""Members of a list that ask for nothing: withdrawn numbers, and the titles of parts.

An amended subpoena keeps its numbers and says "[Withdrawn]" beside those that no longer run; a
rider letters its parts ("A. Definitions", "B. How to produce", "C. Documents") like items.

Authority: READING 12 (definitions and instructions are no items; nothing is renumbered).
"""

from __future__ import annotations

import re

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
_TITLE = re.compile(r"[A-Z][^.;,?!\n]{2,60}:?|[A-Z][\w'-]{2,20}(?: [\w'-]{2,20}){0,2}\.")
_LONGEST_TITLE = 7


def is_given_up(words: str) -> bool:
    """Whether the plain words of a member only say that its number is not asked any more.

    >>> is_given_up("[withdrawn]")
    True
    >>> is_given_up("reserved parking permits issued in 2023")
    False
    """
    return _GIVEN_UP.fullmatch(words.strip()) is not None


def titles_a_part(words: str) -> bool:
    """Whether the words of a member, under which another list stands, are set like a title."""
    return len(words.split()) <= _LONGEST_TITLE and _TITLE.fullmatch(words) is not None
