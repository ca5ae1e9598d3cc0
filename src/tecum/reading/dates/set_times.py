"""Times that a sentence sets by being its subject: "March 5 would leave us a week to read it".

Nobody is commanded in such a sentence and nothing is named that is owed; it says of a day, or
of a span, that it suits, is enough or is the last. In a paper that asks for things it can only
be the time by which they are wanted.

Authority: READING 11.
"""

from __future__ import annotations

from tecum.reading.text.matching import spaced

__all__ = ["is_enough", "sets_the_time"]

_OPENS = spaced(
    r"\W{0,4}(?:(?:and|so|then|but),?\s)?(?:(?:close\sof\s(?:business|play)"
    r"|(?:the\s)?end\sof\s(?:the\s)?day"
    r"|noon|midnight|[0-9]{1,2}(?::[0-9]{2})?\s?[ap]\.?m\.?)\s(?:on\s)?)?"
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s)?(?:the\s)?$"
)
_SETS = spaced(
    r"(?:\s(?:this|it|these))?\W{0,3}\s(?:(?:would|will|should)\s(?:leave|give|allow|suit|do|help|work|be\s(?:fine|best"
    r"|ideal"
    r"|enough|in\stime|soon\senough|convenient|the\slatest))|gives?|leaves?|allows?|suits?|works"
    r"|is\s(?:as\s(?:far|late|long)\sas|the\s(?:last|latest|usual|most|longest)|what|all"
    r"|soon\senough"
    r"|enough|when\s(?:we|i)))\b"
    r"(?!\s(?:\w{2,12}\s){0,2}(?:hearing|trial|holiday|birthday|election|meeting|anniversary))"
)
_ENOUGH = spaced(r",?\s(?:will|would)\s(?:do|suit|be\s(?:fine|enough|in\stime|soon\senough))\b")


_NO_MORE = spaced(
    r"\bno\s(?:\w{3,10}\s)?extensions?\s(?:of\stime\s)?(?:\w{2,8}\s)?(?:beyond|past)\s(?:the\s)?$"
)
"""The day that no extension passes is the last one."""


def sets_the_time(left: str, right: str) -> bool:
    """Whether a day or span opens a sentence that says it suits, is enough or is the last.

    >>> sets_the_time("", " would leave us a week to read it.")
    True
    >>> sets_the_time("", " is the day of the hearing.")
    False
    """
    if _NO_MORE.search(left[-60:]):
        return True
    return _OPENS.fullmatch(left) is not None and _SETS.match(right) is not None


def is_enough(right: str) -> bool:
    """Whether words behind a time say that it will do (", by June 1, will do").

    >>> is_enough(", will do.")
    True
    """
    return _ENOUGH.match(right) is not None
