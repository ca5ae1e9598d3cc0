"""The clause to which a due phrase belongs, among those of its sentence.

A sentence may tell what somebody else must do by a day and then ask; the day belongs to the
clause in which it stands, and to no other (READING 11).
"""

from __future__ import annotations

from tecum.reading.text.matching import spaced

__all__ = ["own_clause", "without_next_clause"]

_NOW_YOU = spaced(
    r"(?:;\s(?:and\s|but\s)?|,\s(?:and|but)\s)(?:you|(?:the\s)?(?:respondent|recipient|custodian|witness|deponent|provider))\s"
    r"(?:must|shall|should|will|(?:is|are)\s(?:\w{2,12}\s)?(?:required|ordered|directed|commanded|to))\b"
    r"|,\s(?:the\s(?:director|commissioner|court|board|secretary|agency|department|commission)"
    r"|this\soffice)\s(?:hereby\s|therefore\s)?(?:orders?|directs?|requires?|commands?)\s(?:that|you)\b"
    r"|,\s(?:the\s)?(?:respondents?|defendants?|custodian|warden|sheriff)\s(?:is|are)\s(?:hereby\s)?"
    r"(?:ordered|directed|commanded)\b"
)
"""A clause of its own, behind another's, which says what the recipient owes."""


def own_clause(left: str) -> str:
    """The words before a phrase from where a clause of its own turns to the recipient.

    >>> own_clause("any motion must be made in time, and you must produce the log by ")
    ', and you must produce the log by '
    """
    begins = [match.start() for match in _NOW_YOU.finditer(left)]
    return left[begins[-1] :] if begins else left


_FINITE = spaced(
    r"\b(?:must|shall|will|should|is|are|was|were|has|have|had|ends?|runs?|expires?|closes?|falls?)\b"
)
_NEXT_CLAUSE = spaced(
    r"(?:\s?;\s|\s?,?\s(?:and|so|therefore|thus)\s(?:so\s|therefore\s|then\s)?)(?=(?:please|kindly"
    r"|(?:we|i)\s(?:\w{3,8}\s)?(?:need|ask|request|require|want|must\shave)|you(?:r\s\w{3,12})?\s(?:must"
    r"|shall|should|are)|(?:send|produce|provide|furnish|return|submit|deliver|answer|upload)\s"
    r"|the\s(?:records|documents|files?|copies|answers?)\s(?:must|should|shall|are\sto))\b)"
)
"""A clause behind a phrase that bids the reader anew ("…, so please send …")."""


def without_next_clause(left: str, right: str) -> str:
    """The words behind a phrase that stand in its own clause, where that is whole before it.

    >>> without_next_clause("the board must rule by ", ", so please send the log.")
    ''
    """
    following = _NEXT_CLAUSE.search(right) if _FINITE.search(left) else None
    return right[: following.start()] if following else right
