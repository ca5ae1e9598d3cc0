"""What stands beside a demand: payment, filings of others, questions, penalties, a meeting.

Authority: READING 11 (other dates and periods never become due).
"""

from __future__ import annotations

from tecum.reading.text.matching import spaced

__all__ = ["is_beside_the_demand", "is_reply_of_other"]


_QUESTIONS = spaced(
    r"\b(?:questions?|concerns?|extension|difficult\w{1,4}|should\s(?:the|any|this)|if\s(?:the"
    r"|any|this))"
    r"\b[^.;]{0,90}$"
)

_CONTACT = frozenset({"call", "contact", "telephone"})

_UNLESS = spaced(
    r"\bunless\s(?!(?:we|i)\s(?:have|get|receive|hear|see|hold|are\s(?:given|sent))\b"
    r"|you\s(?:\w{2,8}ly\s|first\s)?(?:send|provide|produce|submit|furnish|deliver|supply|return"
    r"|respond"
    r"|reply|answer|comply|file|give|bring|upload|forward|mail|complete|correct)\b)"
    r"(?:you|we|i|the\sparties)\b[^.;,]{0,70},?\s{0,3}$"
)

_EXCUSED = spaced(
    r"\b(?:not\s(?:be\s)?(?:required|obliged|necessary|needed)|need\snot|excused)\b"
    r"(?:(?!\b(?:if|provided|when|so|by|before)\b)[^.;]){0,90}$"
)

_ARRANGES = spaced(
    r"\b(?:schedul(?:e|ing)|arrang(?:e|ing)|set\sup|hold|attend)\s(?:a|an|your)\s(?:\w{3,14}\s)?"
    r"(?:briefing|call|meeting|interview|conference|kick-?off|visit)\b[^.;]{0,60}$"
)

_FILINGS = spaced(
    r"\b(?:note\sof\sissue|motions?|briefs?|memorand\w{1,2}|stipulations?|proposed\sorders?"
    r"|(?:witness|exhibit)\slists?|joint\s\w{4,12})\b[^.;]{0,40}\b(?:filed|served|submitted|due)\b"
    r"[^.;]{0,30}$"
)

_PENALTIES = spaced(
    r"\b(?:penalt(?:y|ies)|fines?|sanctions?|interest)\b[^.;]{0,80}\b(?:when|if|where|unless)\b"
    r"[^.;]{0,90}$"
)

_CONSEQUENCE = spaced(
    r"\b(?:will|may|shall|could|would)\s(?:lead\sto|result\sin|cause|trigger|mean|be\s(?:subject"
    r"|referred|treated|closed|denied))\b[^.;]{0,70}$"
)

_WHETHER = spaced(
    r"\b(?:whether|(?:know|say|see|ask|tell\s(?:us|me)|confirm)\sif)\s(?:you|he|she|they|anyone"
    r"|anybody|someone|somebody|your\s\w{3,14}|the\s\w{3,14})\s(?:can|could|will|would|may|might"
    r"|(?:are|is)\s(?:able|free|willing)\sto)\s(?:\w{2,12}\s)?(?:appear|attend|come|testify|speak|join"
    r"|meet|be\s(?:there|present|available))\b[^.;]{0,60}$"
)
"""A question whether somebody will come on a day, which calls nobody to come."""

_OR_SHOW_CAUSE = spaced(
    r"\bor\s(?:else\s)?(?:to\s)?(?:(?:shall|must)\s)?(?:appear\s(?:and\s)?)?(?:to\s)?show\scause\b"
    r"[^.;]{0,60}$"
)
"""The day to show cause for who has not complied by another day: no day to comply."""

_REPLIES = spaced(
    r"\b(?:plaintiffs?|petitioners?|movants?|appellants?|applicants?|(?:moving|requesting)\spart(?:y|ies)"
    r"|the\s(?:government|united\sstates|state))\s(?:shall|must|may|will)\s(?:\w{2,12}\s)?(?:serve|file)\s"
    r"(?:and\s\w{4,6}\s)?(?:any|an?|its|his|her|their|the)\s(?:\w{3,12}\s)?(?:repl(?:y|ies)|responses?"
    r"|oppositions?|briefs?|memorand\w{1,2}|motions?)\b[^.;,]{0,30}$"
    r"|\b(?:plaintiffs?|petitioners?|movants?|appellants?|applicants?|(?:moving|requesting)\spart(?:y|ies)"
    r"|the\s(?:government|united\sstates|state))\smay\s(?:\w{2,12}\s)?(?:reply|respond|answer|oppose)\b"
    r"[^.;,]{0,60}$"
)
"""A paper in the case that the other side files after the recipient has answered."""


def is_reply_of_other(left: str) -> bool:
    """Whether words up to a time speak of a paper that the other side files in the case.

    >>> is_reply_of_other("and plaintiff shall serve any reply")
    True
    """
    return _REPLIES.search(left[-160:]) is not None


_PAYS = spaced(
    r"\b(?:shall|must|will|agrees?\sto|is\sto|are\sto)\s(?:\w{2,12}ly\s)?(?:pay|reimburse"
    r"|compensate|bill|tender\s(?:the\s)?(?:payment|fees?))\b(?![^.;]{0,60}\b(?:and|or)\b)[^.;]{0,60}$"
)
"""When money is to change hands, which is no time to hand over what is asked for."""

_MONEY = spaced(
    r"\b(?:remit|submit|send|make)\s(?:\w{2,8}\s){0,2}?(?:payments?|fees?|charges|amounts?)"
    r"(?=\s(?:of|for|in|to|by|within|on|no|not|before|due)\b|[,.]|\s?$)(?![^.;]{0,60}\b(?:and|or)\b)"
    r"[^.;]{0,60}$|\b(?:check|cheque|voucher|money\sorder)\b(?:[^.;]|\.(?=[0-9])){0,110}\b(?:cashed|void|negotiated|expires?)\b[^.;]{0,20}$"
)

_MORE_TIME = spaced(
    r"(?:^|[.;:]\s)\W{0,4}(?:any\s|a\s|your\s|all\s)?(?:written\s)?requests?\s(?:for|to)\s(?:[\w'-]{1,14}\s){0,4}?"
    r"(?:time|extensions?|adjourn\w{0,5}|postpone\w{0,4}|continu\w{2,5}|delay|modif\w{1,7}|reschedule|narrow\w{0,3})\b[^.;]{0,90}$"
)
"""A wish for more time or for less, which must come before the day that it would move."""

_SUIT = spaced(
    r"\b(?:civil\s)?(?:actions?|proceedings?|prosecutions?)\b[^.;]{0,60}?\b(?:must|shall|may|is\sto|has\sto)\sbe\s"
    r"(?:\w{2,12}\s)?(?:brought|commenced|instituted|begun|maintained)\b[^.;]{0,40}$"
)
"""The time in which the law lets a suit be begun."""

_BESIDE = (
    _PAYS,
    _MONEY,
    _MORE_TIME,
    _SUIT,
    _OR_SHOW_CAUSE,
    _REPLIES,
    _WHETHER,
    _UNLESS,
    _EXCUSED,
    _ARRANGES,
    _FILINGS,
    _PENALTIES,
    _CONSEQUENCE,
)


def is_beside_the_demand(left: str, cue: str) -> bool:
    """Whether a clause speaks of questions, a way out, a meeting, a filing or a failure.

    Args:
        left: The words of the unit before the phrase.
        cue: The word that governs it.
    """
    if cue in _CONTACT and _QUESTIONS.search(left[-200:]):
        return True
    return any(pattern.search(left[-200:]) for pattern in _BESIDE)
