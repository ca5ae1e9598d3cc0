"""A clause that itself asks, whoever its subject is: "the union requests, by May 3: …".

A period or a date that stands right behind the asking verb, or behind the things that it names,
is the time of what is asked, though no word of the clause turns to the reader.

Authority: READING 11 (a due phrase with its duty).
"""

from __future__ import annotations

from tecum.reading.text.matching import spaced

__all__ = ["asks_outright", "hopes_to_have"]

_THINGS = (
    r"(?:\s(?:for|from|of|to\ssee)\b)?(?:\s(?:you|your|us|the|these|those|all|any|each|copies"
    r"|following"
    r"|listed|below|above|attached|enclosed|items?|records?|documents?|papers?|materials?"
    r"|information"
    r"|data|answers?|files?|evidence|office|company|agency|department|of|and|in|table|schedule|list"
    r"|named|described|set\sout|set\sforth|further|additional|missing)){0,8}"
)
_OUTRIGHT = spaced(
    r"(?:^|[a-z0-9)\"'])[,.;:]?\s(?<!\bthe )(?<!these )(?<!those )(?<!your )(?<!\bour )(?<!\ball )"
    r"(?<!\bany )(?<!\bof )(?<!such )(?<!other )(?<!document )(?<!record )(?<!records )(?<!\bwho )"
    r"(?:(?:hereby|now|also|still|therefore|further|respectfully|formally|again)\s){0,2}"
    r"(?:requests|asks|demands|seeks|calls\sfor|wants?|needs|requires)"
    rf"{_THINGS}\s?,?\s{{0,3}}(?:(?:within|in|inside\sof|by|on\sor\sbefore|no(?:t)?\s(?:later"
    rf"|more)\sthan|at"
    r"\smost)\s{1,3}(?:the\s(?:next|following)\s)?)?$"
)
_DOUBTED = spaced(
    r"\b(?:if|whether|when|where|that|which|who|because|since|while|unless|until|says|said|never"
    r"|not"
    r"|may|might|no)\s[^.;:]{0,90}$"
)
_LONGEST = 150


def asks_outright(left: str) -> bool:
    """Whether the words before a date or period end with a verb in the present that asks.

    >>> asks_outright("to prepare for arbitration the union requests, ")
    True
    >>> asks_outright("we answered your earlier requests ")
    False
    """
    tail = left[-_LONGEST:]
    found = _OUTRIGHT.search(tail)
    if found is None:
        return False
    return _DOUBTED.search(tail[: found.start() + 2].rsplit(",", 1)[-1]) is None


_HOPES = spaced(r"\b(?:can|could|may|might|unless|until|if)\s$")


def hopes_to_have(before: str) -> bool:
    """Whether "we have" only says what the sender would have: "could we have", "unless we have".

    Args:
        before: The words before the sender is named.
    """
    return _HOPES.search(before[-12:]) is not None
