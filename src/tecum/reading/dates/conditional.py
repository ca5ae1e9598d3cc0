"""Whether a clause asks something only of who objects, needs time, has nothing, or need not come.

Authority: READING 11 (other dates and periods never become due).
"""

from __future__ import annotations

from tecum.reading.text.matching import spaced

__all__ = ["excuses_from_coming", "is_conditional"]


_WHO = (
    r"(?:you|your\s(?:office|agency|company|client|department)|counsel|the\s(?:recipient"
    r"|respondent|witness"
    r"|provider|company|agency|custodian|bank|employer)|any(?:one|body|\s(?:person|party))?)"
)

_WISHES = (
    r"(?:cannot|can\snot|could\snot|(?:are|is|will\sbe)\s(?:unable|not\sable)|will\snot\sbe\sable"
    r"|do(?:es)?\snot\s(?:intend|wish|plan|possess|have\s(?:any|the|such|responsive))"
    r"|anticipate|foresee|expect\s(?:to\sneed|an?\s|any\s|delays?|difficult)|need|require\s(?:more|additional|an?)|wish(?:es)?|want|believe"
    r"|object|claim|intend|contend|assert|seek|would\s(?:like|prefer|rather)|disagree|withhold"
    r"|(?:have|has)\s(?:any\s|a\s)?(?:questions?|objections?|concerns?|difficult\w{1,4})"
    r"|choose\snot|decline|retain\scounsel|plan)"
)

_MORE = (
    r"(?:additional|more|further|extra|an?\sextension(?:\sof\stime)?)\s(?:time\s)?(?:is|be|should\sbe|will\sbe)\s"
    r"(?:needed|required|necessary|wanted|sought|requested|desired)"
)

_CONDITION = spaced(
    r"^\W{0,6}(?:[a-z0-9]{1,3}[.)]\s)?(?:note:\s)?(?:if|should|in\sthe\sevent(?:\sthat)?"
    rf"|to\sthe\sextent(?:\sthat)?|where|when)\s(?:{_WHO}\s(?:\w{{1,12}}\s){{0,2}}?{_WISHES}|{_MORE})\b"
)

_CONDITION_BEHIND = spaced(
    rf"^[^.;]{{0,40}}?\b(?:if|should"
    rf"|in\sthe\sevent(?:\sthat)?)\s{_WHO}\s(?:\w{{1,12}}\s){{0,2}}?{_WISHES}\b"
)

_IN_EMERGENCY = spaced(r"\W{0,3}\s?in\s(?:an?\s|the\s|any\s|cases?\sof\s(?:an?\s)?)?emergenc")

_IF_GIVEN = spaced(
    r"^\W{0,6}(?:[a-z0-9]{1,3}[.)]\s)?(?:if|should|where|when|provided)\s(?:that\s)?(?:all\s"
    r"|certified\s"
    r"|true\s)?(?:you|the|your|these|those|such|it|they|copies|records|documents|papers)\b"
)

_EXCUSED_BEHIND = spaced(
    r"^[^.;]{0,90}?\b(?:need\snot|no(?:body|\sone|\s(?:personal\s)?appearance|\switness)|(?:(?:is"
    r"|are|be)"
    r"\s)?(?:excused|released)|(?:not|n't)\s(?:have|need|be\s(?:required|necessary|needed))\b)"
)

_EXCUSED_IF = spaced(
    r"\b(?:excused|unnecessary|waived|not\s(?:be\s)?(?:required|needed|necessary))\s"
    r"(?:(?:if|when|where|once|provided(?:\sthat)?|as\slong\sas)\s)[^.;]{0,110}$"
)
"""What spares the recipient from coming ("your appearance is excused if the records arrive …")."""


def excuses_from_coming(left: str, right: str) -> bool:
    """Whether a day is one by which things may be sent so that nobody need come.

    >>> excuses_from_coming("if the papers reach us by ", ", you need not come.")
    True
    """
    return _IF_GIVEN.match(left) is not None and _EXCUSED_BEHIND.match(right) is not None


def is_conditional(left: str, right: str, name: str) -> bool:
    """Whether a clause asks something only of who objects, needs time or has nothing.

    Args:
        left: The words of the unit before the phrase.
        right: The words behind it.
        name: The sort of duty; a condition behind it counts for telling, not for producing.
    """
    if _EXCUSED_IF.search(left[-160:]):
        return True
    if _CONDITION.match(left) or _IN_EMERGENCY.match(right) or excuses_from_coming(left, right):
        return True
    return name in ("notification", "testimony") and _CONDITION_BEHIND.match(right) is not None
